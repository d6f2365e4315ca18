import type { Quantity } from '../language/quantity.ts';
import { contains, overlaps, type Span } from '../model/span.ts';
import {
  directionOf,
  funds,
  measureNouns,
  payments,
  peopleNouns,
  scales,
  sizes,
  sizeVerbs,
  takingLives,
  timeNouns,
  tolls,
} from './figure-words.data.ts';
import { sharedInBrackets } from './granted-money.ts';
import { readPredication } from './predications.ts';
import type { Reading } from './reading.ts';
import { isActor, kindAt } from './roles.ts';
import {
  calledByDealing,
  dealtWith,
  lostSubject,
  paidAs,
  sizeBefore,
  sizeBeforeDash,
  sizeBeside,
} from './size-beside.ts';
import { isReportingVerb } from './reporting.data.ts';
import {
  ancestors,
  caseAt,
  dependents,
  genitivesOf,
  isNominal,
  isThirdPerson,
  isVerbal,
  prepositionOf,
  standFor,
  type Tree,
} from './tree.ts';

/**
 * What is measured: what is counted, what the quantity hangs on, or what its verb says it of. `head`: the word of the quantity
 * that governs its others, `verb`: that of its clause, -1 where it has none. Where that word belongs to another quantity
 * («500 тысяч крон (60 тысяч евро)») both measure one thing.
 */
export function indicatorOf(reading: Reading, tree: Tree, q: Quantity, head: number, verb: number): number {
  const own = ownIndicator(reading, tree, q, head, verb);
  const word = tree.tokens[own];
  const other = reading.analysis.quantities.find((o) => o.start !== q.start && word !== undefined && contains(o, word));
  return other === undefined ? own : ownIndicator(reading, tree, other, own, verb);
}

function ownIndicator(reading: Reading, tree: Tree, q: Quantity, head: number, verb: number): number {
  const word = tree.tokens[head];
  // «данные о 160 миллионах карт»
  const scaled = scales.has(word?.lemma ?? '')
    ? (ofWhich(reading, tree, head) ?? behindScale(tree, q, head))
    : undefined;
  if (scaled !== undefined) return scaled;
  const moved = movedBy(tree, movementBefore(tree, head), head);
  if (moved !== undefined) return moved;
  const size = sizeBeside(tree, q, verb);
  if (size !== undefined) return size;
  const shared = q.kind === 'money' ? sharedInBrackets(reading, tree, q) : undefined;
  if (shared !== undefined) return shared.noun;
  if (q.kind === 'number' && word) return isVerbal(word) ? head : word.head;
  // «20-процентная пошлина»
  if (word?.pos === 'ADJ' && isNominal(tree.tokens[word.head])) return word.head;
  const isApart = (c: number): boolean =>
    ![q, ...ratesOf(reading, q)].some((o) => overlaps(o, tree.tokens[c] ?? tree.sentence));
  if (q.kind === 'count') return befallen(tree, q, head) ?? manned(tree, q, verb) ?? toldBy(tree, verb, head) ?? head;
  // «дефицит достигнет 3 % ВВП»: the share is of the whole, the size that of the subject
  const told = q.kind === 'percent' ? toldBy(tree, verb, head) : null;
  if (told !== null && !isActor(reading, tree, told)) return told;
  // «мощность завода составит три миллиона кубометров газа»
  const subject = sizeVerbs.has(tree.tokens[verb]?.lemma ?? '') ? readPredication(tree, verb).agents[0] : undefined;
  if (word?.head === verb && subject !== undefined && sizes.has(tree.tokens[subject]?.lemma ?? '')) return subject;
  // «$78 млн»: the scale of a sum is not what it is of
  // «40 тыс. барр. нефти»: where the parser takes the unit for an attribute, its noun is what is measured
  const isMeasured = q.kind === 'measure' && word !== undefined && !contains(q, word);
  const whose = isMeasured ? head : ofWhich(reading, tree, head, isApart);
  // «труба мощностью 15 кубометров газа»: a size is first of what has it; «баржа 6 тонн зерна»: that of which it is full
  // «кредит в 2 млрд крон верфи», «доступ к 3 млн евро власти получат»: a sum behind «в» or «к» is that of its noun
  const isSize = q.kind === 'measure' && (whose === undefined || sizes.has(tree.tokens[word?.head ?? -1]?.lemma ?? ''));
  const isOfNoun = isSize || (q.kind === 'money' && /^[вк]$/u.test(prepositionOf(tree, head) ?? ''));
  const near = isOfNoun ? (hungOn(tree, head) ?? whose) : (whose ?? hungOn(tree, head));
  const sized =
    sizeBeforeDash(reading, tree, q) ??
    near ??
    subjectOf(tree, head) ??
    sizedBy(reading, tree, q, head, verb) ??
    countedBeside(reading, tree, q);
  const beside = dependents(tree, head, 'nmod').find((c) => c - head < 3 && isApart(c) && !isTimeNoun(tree, c));
  return sized ?? dealtWith(tree, q, head) ?? beside ?? sizeBefore(tree, q) ?? lostSubject(tree, verb) ?? head;
}

/** «о сокращении экспорта рыбы на 5 %», wherever the parser hangs the quantity: the deed that moves something by it or to it; -1. */
export function movementBefore(tree: Tree, head: number): number {
  const [first = -1] = dependents(tree, head, 'case');
  if (!/^(?:на|до)$/u.test(tree.tokens[first]?.norm ?? '')) return -1;
  const chain = [first - 1, ...ancestors(tree, first - 1)];
  const end = chain.findIndex((a) => a >= first || !isNominal(tree.tokens[a]));
  const nouns = chain.slice(0, end < 0 ? chain.length : end);
  return nouns.find((a) => directionOf(tree.tokens[a]?.lemma ?? '') !== null) ?? -1;
}

/** «сокращение экспорта на 5 %», «увеличить отряд в порту на 30 человек»: what is moved. */
function movedBy(tree: Tree, movement: number, head: number): number | undefined {
  const above = tree.tokens[head]?.head ?? -1;
  const { relation, head: verb = -1 } = tree.tokens[above] ?? {};
  const isMoved = relation === 'obj' && directionOf(tree.tokens[verb]?.lemma ?? '') !== null;
  return movement < 0 && isMoved && prepositionOf(tree, head) === 'на' ? above : genitivesOf(tree, movement)[0];
}

/** «затраты почты — 500 млн евро»: of what a sum is told without a verb. */
function subjectOf(tree: Tree, head: number): number | undefined {
  return dependents(tree, head, 'nsubj').find((c) => c < head && tree.tokens[c]?.pos === 'NOUN');
}

function isTimeNoun(tree: Tree, token: number): boolean {
  return timeNouns.has(tree.tokens[token]?.lemma ?? '');
}

/** «550 евро за тысячу кубометров», «550 евро будет цена (за тысячу кубометров)»: that of which a price is told. */
export function isRate(reading: Reading, q: Span): boolean {
  const { text, quantities } = reading.analysis;
  const isAside = /\(за\s$/u.test(text.slice(Math.max(0, q.start - 4), q.start));
  return quantities.some(
    (price) =>
      price.kind === 'money' &&
      (isRateOf(reading, price, q) || (isAside && price.stop <= q.start && q.start - price.stop < farthestPrice)),
  );
}

/** Between a price and the brackets that tell of what, in UTF-16 units. */
const farthestPrice = 60;

/** Those of which a price is told: «тысячу кубометров». */
export function ratesOf(reading: Reading, price: Quantity): readonly Quantity[] {
  return reading.analysis.quantities.filter((q) => isRateOf(reading, price, q));
}

function isRateOf(reading: Reading, price: Span, q: Span): boolean {
  return (
    price.stop <= q.start && /^\.?\sза(?:\s\p{L}{2,8})?\s$/u.test(reading.analysis.text.slice(price.stop, q.start))
  );
}

/** «27,7 % голосов», «25 миллиардов кредитов»: the share and the sum are of what stands in the genitive; «долларов США» are not. */
function ofWhich(
  reading: Reading,
  tree: Tree,
  head: number,
  isOther: (c: number) => boolean = () => true,
): number | undefined {
  return dependents(tree, head, 'nmod').find(
    (c) =>
      isOther(c) &&
      caseAt(tree, c) === 'Gen' &&
      prepositionOf(tree, c) === null &&
      kindAt(reading, tree, c) !== 'state',
  );
}

/** «о 160 миллионах карт»: what is counted, wherever the parser hangs it. */
function behindScale(tree: Tree, q: Quantity, scale: number): number | undefined {
  const counted = tree.tokens.findIndex((t, i) => i > scale && t.lemma === q.unit && t.features.case === 'Gen');
  return counted < 0 || counted - scale > 3 ? undefined : counted;
}

/** «52 % (922 тысячи голосов)»: the share is of what its number in brackets counts. */
function countedBeside(reading: Reading, tree: Tree, q: Quantity): number | undefined {
  const beside = reading.analysis.quantities.find(
    (o) => o.kind === 'count' && /^\s?\($/u.test(reading.analysis.text.slice(q.stop, o.start)),
  );
  const noun = beside === undefined ? -1 : tree.tokens.findIndex((t) => t.start >= beside.stop && isNominal(t));
  return noun < 0 ? undefined : noun;
}

/** «ранены четыре человека», «гибель ста человек»: who they are is told by what befell them. */
function befallen(tree: Tree, q: Quantity, head: number): number | undefined {
  const { head: above = -1, relation } = tree.tokens[head] ?? {};
  const governor = tree.tokens[above];
  // «жертвами взрыва стали сто человек»
  const became = governor?.lemma === 'стать' ? dependents(tree, above, 'xcomp', 'obl', 'iobj', 'obj') : [];
  const fell = became.find((c) => tree.tokens[c]?.lemma === 'жертва');
  if (fell !== undefined && q.unit === 'человек') return fell;
  const lost = governor?.lemma === 'жизнь' && takingLives.has(tree.tokens[governor.head]?.lemma ?? '');
  const told = isVerbal(governor)
    ? tolls.has(governor?.lemma ?? '')
    : relation === 'nmod' && (lost || peopleNouns.has(governor?.lemma ?? ''));
  return q.unit === 'человек' && told ? above : undefined;
}

/** «отряд состоит из 20 человек», «рынок охватывает 3 млн человек»: «человек» says nothing, the body has the size. */
function manned(tree: Tree, q: Quantity, verb: number): number | undefined {
  const isMade = q.unit === 'человек' && /^(?:состоять|охватывать|объединять)$/u.test(tree.tokens[verb]?.lemma ?? '');
  return isMade ? readPredication(tree, verb).agents[0] : undefined;
}

/** «кредит на сумму 2 млрд», «завод за 3 млрд»: the noun that the quantity hangs on, or the one that it hangs on through «сумма». */
function hungOn(tree: Tree, head: number): number | undefined {
  const word = tree.tokens[head];
  const above = tree.tokens[word?.head ?? -1];
  // «обойдётся бюджету в 2 млрд»: to whom it costs, not what
  const payer = above?.features.case === 'Dat' && prepositionOf(tree, head) === 'в';
  // «нашли в сумке 3 кг серебра»: where, not what
  const apart = payer || (above?.features.case === 'Loc' && word?.relation !== 'appos');
  const hung = word && (word.relation.startsWith('nmod') || word.relation === 'appos') && isNominal(above);
  if (!hung) return undefined;
  if (!isIntroduced(tree, word.head)) {
    if (apart) return undefined;
    return prepositionOf(tree, head) === 'на' ? fundOver(tree, word.head) : word.head;
  }
  // «выплатить соседям штраф в размере»: the noun before it, wherever the parser hangs what introduces the sum
  const before = (dependents(tree, word.head, 'case')[0] ?? 0) - 1;
  const isFund = funds.has(tree.tokens[before]?.lemma ?? '');
  const bare = isNominal(tree.tokens[before]) && (isFund || prepositionOf(tree, before) === null);
  const introduced = bare ? before : (above?.head ?? -1);
  return isNominal(tree.tokens[introduced]) ? fundOver(tree, introduced) : undefined;
}

/** «кредит Лиону в размере 3 млрд», «транш фонда на 2 млн»: the money whose receiver or giver stands before its size. */
function fundOver(tree: Tree, noun: number): number {
  const chain = [noun, ...ancestors(tree, noun).slice(0, 3)];
  const end = chain.findIndex((a) => !isNominal(tree.tokens[a]));
  return chain.slice(0, end < 0 ? chain.length : end).find((a) => funds.has(tree.tokens[a]?.lemma ?? '')) ?? noun;
}

/** «товарооборот достиг 52 млрд», «журнал оценил завод в два»: what a verb tells the size of. */
function sizedBy(reading: Reading, tree: Tree, q: Quantity, head: number, verb: number): number | undefined {
  if (verb < 0) return undefined;
  // «обязал банк выплатить три миллиона»: what is done with them, not who does it
  const paying = tree.tokens[head]?.head ?? -1;
  if (q.kind === 'money' && payments.has(tree.tokens[paying]?.lemma ?? '')) {
    return paidAs(tree, paying) ?? purposeOf(tree, paying, head) ?? paying;
  }
  const p = readPredication(tree, verb);
  // «цена — 13 евро, сообщил министр»
  if (verb > head && isReportingVerb(p.lemma)) return undefined;
  const subject = p.passive ? p.patients[0] : p.agents[0];
  const object = p.passive ? undefined : p.patients.find((o) => o !== head && o !== tree.tokens[head]?.head);
  const speaks = tree.tokens[subject ?? -1]?.features.person === '1';
  // «он достиг отметки в три миллиона»
  const isThing = subject !== undefined && sizeVerbs.has(p.lemma) && isThirdPerson(tree.tokens[subject]);
  const active = subject !== undefined && !isThing && (speaks || isActor(reading, tree, subject));
  // «министр пообещал довести торговлю до пяти миллиардов»: what has the size, not who says or moves it
  const isMoved = directionOf(p.lemma) !== null || prepositionOf(tree, head) === 'до';
  if (object !== undefined && (active || isMoved)) return object;
  // «кабинет выделил два миллиарда на дороги»: what it is for, not who pays
  // «на порт выделили три миллиарда», «на порт выделено три миллиарда»
  const unpaid = tree.tokens[head]?.head === verb && (subject === undefined || subject === head);
  const given = active || unpaid;
  const purpose = given && q.kind === 'money' ? (paidAs(tree, verb) ?? purposeOf(tree, verb, head)) : undefined;
  if (purpose !== undefined) return purpose;
  // «Лосский получил два миллиона», «Варония получит два миллиона»: nobody is a sum
  const isGetting = active && calledByDealing(tree, verb) !== null;
  const isSomebody = subject !== undefined && (speaks || isGetting || kindAt(reading, tree, subject) === 'person');
  if (q.kind === 'money' && isSomebody) return object ?? verb;
  return subject !== undefined && subject !== head ? standFor(tree, [subject])[0] : object;
}

/** «явка составила 500 тысяч человек», «население — 120 тысяч человек»: what a verb of size, or no verb, tells the number of. */
function toldBy(tree: Tree, verb: number, counted: number): number | null {
  const own = tree.tokens[counted]?.relation === 'root' ? dependents(tree, counted, 'nsubj')[0] : undefined;
  if (own !== undefined && own < counted) return own;
  const { lemma = '' } = tree.tokens[verb] ?? {};
  // «число раненых выросло до 117 человек»
  // «увеличить численность с 12 тысяч человек до 17»
  const moved = directionOf(lemma) !== null && /^(?:до|со?|на)$/u.test(prepositionOf(tree, counted) ?? '');
  if (tree.tokens[counted]?.head !== verb || !(moved || sizeVerbs.has(lemma))) return null;
  const { agents, patients } = readPredication(tree, verb);
  const subject = (moved ? patients.find((o) => o !== counted) : undefined) ?? agents[0];
  return subject === undefined || subject === counted ? null : (standFor(tree, [subject])[0] ?? null);
}

/** «на дороги», «за верфь»: for what a sum is paid, hung on the verb, on the sum or on what it is taken from. */
function purposeOf(tree: Tree, verb: number, sum: number): number | undefined {
  const circumstances = dependents(tree, verb, 'obl');
  const below = circumstances.flatMap((c) => (c < sum ? dependents(tree, c, 'nmod') : []));
  return [...dependents(tree, sum, 'nmod'), ...circumstances, ...below].find(
    (c) => /^(?:на|за)$/u.test(prepositionOf(tree, c) ?? '') && caseAt(tree, c) === 'Acc' && !isTimeNoun(tree, c),
  );
}

/** Whether a noun only introduces a quantity: it has no genitive that says of what it is the size. */
export function isIntroduced(tree: Tree, noun: number): boolean {
  return measureNouns.has(tree.tokens[noun]?.lemma ?? '') && prepositionOf(tree, noun) !== null;
}
