import type { MentionKind } from '../language/analysis.ts';
import type { Quantity } from '../language/quantity.ts';
import type { Change, Figure, Role } from '../model/claim.ts';
import { contains, overlaps, type Span } from '../model/span.ts';
import { isNegated } from './clause.ts';
import { toClaimTime } from './claim-time.ts';
import { findClauseTime } from './clause-time.ts';
import type { Draft } from './draft.ts';
import { type HeadedQuantity, headedQuantities } from './figure-count.ts';
import { indicatorOf, isRate, movementBefore, ratesOf } from './figure-indicator.ts';
import {
  countedStates,
  describedTolls,
  directionOf,
  exceeding,
  idleNouns,
  injuries,
  roughly,
  salientNouns,
  scales,
  tolls,
  unitNames,
} from './figure-words.data.ts';
import type { Rejected } from './findings.ts';
import { indicatorRole } from './indicator-role.ts';
import { lemmaList } from './lemma-list.ts';
import { readPredication } from './predications.ts';
import { type PlacedTime, type Reading, tokensWithin } from './reading.ts';
import { readStatus } from './status.ts';
import {
  ancestors,
  dependents,
  genitivesOf,
  isNominal,
  isVerbal,
  prepositionOf,
  spanOf,
  type Tree,
  universal,
} from './tree.ts';
import { isDashBetween } from './size-beside.ts';

/** Quantities that matter, with what they measure, how they moved and for which period. */
export function findFigures(
  reading: Reading,
  tree: Tree,
): { readonly drafts: readonly Draft[]; readonly rejected: readonly Rejected[] } {
  const drafts: Draft[] = [];
  const rejected: Rejected[] = [];
  const here = headedQuantities(reading, tree);
  const changes = new Set(here.filter((q) => changeOf(tree, q) !== null));
  for (const q of here) {
    const reason = whyNot(reading, tree, q, [...changes]);
    if (reason) {
      rejected.push({ rule: 'figure.quantity', reason, start: q.start, stop: q.stop });
      continue;
    }
    const level = changes.has(q)
      ? here.find(
          (other) =>
            other !== q &&
            !changes.has(other) &&
            !/^(?:number|ordinal)$/u.test(other.kind) &&
            !isConversion(reading, q, other) &&
            sharesSubject(tree, q, other),
        )
      : undefined;
    if (level) {
      rejected.push({ rule: 'figure.quantity', reason: 'the change of another figure', start: q.start, stop: q.stop });
      continue;
    }
    // «экспорт упал на 40 %, а доходы — на 45 %»: each moves by its own
    const mover = changes.has(q) ? q : here.find((other) => changes.has(other) && sharesSubject(tree, other, q));
    const draft = figureDraft(reading, tree, q, here, mover ? changeOf(tree, mover) : null);
    if (draft) drafts.push(draft);
  }
  return { drafts, rejected };
}

/** `changes`: the quantities of the sentence by which something moves. */
function whyNot(reading: Reading, tree: Tree, q: HeadedQuantity, changes: readonly HeadedQuantity[]): string | null {
  const toll = isToll(tree, q.head);
  const unmoved = q.kind === 'multiple' && (changeOf(tree, q) === null || q.value <= 1);
  if (q.kind === 'ordinal' || q.kind === 'age' || unmoved || (q.kind === 'number' && !toll)) return `a bare ${q.kind}`;
  if (isPart(reading, q)) return 'the part of a whole that is told with it';
  if (isReference(reading, q)) return 'part of a reference';
  if (isRate(reading, q)) return 'that of which a price is told';
  if (isStart(reading, q)) return 'where a movement begins';
  if (changes.some((o) => isConversion(reading, o, q))) return 'by how much, in other money';
  if (reading.analysis.times.some((t) => overlaps(t, q))) return 'part of a time';
  const inName = reading.analysis.mentions.some((m) => m.form === 'name' && contains(m, q) && naming.has(m.kind));
  // «контракт на поставку катеров на сумму 3 млн евро»: a sum names nothing
  if (inName && q.kind !== 'money') return 'part of a name';
  const governor = tree.tokens[tree.tokens[q.head]?.head ?? -1];
  if (q.kind === 'measure' && governor?.pos === 'ADJ') return 'a size in passing';
  const noun = tree.tokens[q.head]?.lemma ?? '';
  const idle = idleNouns.has(q.unit ?? '') || idleNouns.has(noun);
  // «признали более ста стран», not «министры 27 стран»
  const many = countedStates.has(noun) && q.value >= 20 && !isNominal(governor);
  if (q.kind === 'count' && idle && !many && !q.stated) return `«${noun}» is counted in passing`;
  if (isRound(reading, q)) return 'a round number that is not counted';
  if (q.kind === 'measure' && ['m', 'km', 'mi'].includes(q.unit ?? '') && isDistance(reading, q))
    return 'a distance in passing';
  // «путь европейского стандарта (1435 мм)»
  if (q.kind === 'measure' && ['mm', 'cm'].includes(q.unit ?? '')) return 'a size in passing';
  const salient = salientNouns.has(noun) || salientNouns.has(q.unit ?? '');
  const people = tree.tokens[q.head]?.features.animacy === 'Anim';
  const least = salient || toll || q.stated ? 2 : people ? 5 : 15;
  const among = prepositionOf(tree, q.head) === 'из' || governor?.lemma === 'число';
  const partOf = people && among && !q.stated ? 15 : least;
  if ((q.kind === 'count' || q.kind === 'number') && q.value < partOf) return 'too few to be a figure';
  return null;
}

/** «приказ от 3 мая № 48», «катер „Буря-12“»: numbers in names of things; a law or an order is of no kind of its own. */
const naming: ReadonlySet<MentionKind> = new Set(['agreement', 'exercise', 'equipment', 'organisation', 'other']);

/** «погибли двое», «более 280 пострадали», «трое заложников»: people of whom the number tells what befell them. */
function isToll(tree: Tree, head: number): boolean {
  const word = tree.tokens[head];
  if (!word || tolls.has(word.lemma)) return word !== undefined;
  // «убиты трое рыбаков и двое моряков»
  if (word.relation === 'conj' && isNominal(tree.tokens[word.head])) return isToll(tree, word.head);
  // «семь задержанных моряков», «трое осуждённых рыбаков»
  const described = dependents(tree, head, 'amod').map((c) => tree.tokens[c]?.lemma ?? '');
  if (word.features.animacy === 'Anim' && described.some((d) => tolls.has(d) || describedTolls.has(d))) return true;
  const above = tree.tokens[word.head];
  // «жертвами стали двое»
  const befell = dependents(tree, word.head, 'xcomp', 'obl').some((c) => tolls.has(tree.tokens[c]?.lemma ?? ''));
  if (word.relation === 'nsubj' && above?.lemma === 'стать' && befell) return true;
  // «ещё 30 получили ранения»
  const hurt =
    above?.lemma === 'получить' &&
    dependents(tree, word.head, 'obj', 'nsubj').some((c) => injuries.has(tree.tokens[c]?.lemma ?? ''));
  if (!tolls.has(above?.lemma ?? '') && !hurt) return false;
  if (above?.pos !== 'VERB') return word.relation.startsWith('num');
  // «пострадали до 4 тысяч»
  const about = word.relation === 'obl' && roughly.has(prepositionOf(tree, head) ?? '');
  const counted = ['nsubj', 'obj'].includes(universal(word.relation)) || about;
  return counted && (word.features.animacy !== 'Inan' || scales.has(word.lemma));
}

/** «ст. 228», «п. 3», «№ 1747»: a number that names. */
function isReference(reading: Reading, q: Quantity): boolean {
  return /(?:(?<!\p{L})(?:ст|стать\p{L}{1,3}|п|пункт\p{L}{0,3}|ч|част\p{L}{1,3})\.?|№)\s*$/u.test(
    reading.analysis.text.slice(Math.max(0, q.start - 12), q.start).toLowerCase(),
  );
}

/** «сократить на 500 млн крон (около 70 млн евро)» */
function isConversion(reading: Reading, q: Quantity, other: Quantity): boolean {
  const between = other.start >= q.stop ? reading.analysis.text.slice(q.stop, other.start) : '';
  return other.kind === 'money' && /^(?:\s\p{L}+)?\s\((?:\p{L}+\s)?$/u.test(between);
}

/** «с 10 до 25 %», «с нынешних 140 евро за тонну до 225» */
function isStart(reading: Reading, q: Quantity): boolean {
  const { text, quantities } = reading.analysis;
  if (!/(?<!\p{L})с\s(?:\p{L}+\s){0,2}$/u.test(text.slice(Math.max(0, q.start - 30), q.start))) return false;
  return quantities.some(
    (o) =>
      o.start > q.stop &&
      o.start - q.stop <= longestStep &&
      /^[^,;.()]*(?<!\p{L})до(?:\s\p{L}+)?\s$/u.test(text.slice(q.stop, o.start)),
  );
}

/** Between the numbers of «с 140 евро за тонну до 225», in UTF-16 units. */
const longestStep = 40;

/** «в 50 км от столицы», «110 километров к югу»: how far, of something that is told for itself. */
function isDistance(reading: Reading, q: Quantity): boolean {
  const { text } = reading.analysis;
  const before = text.slice(Math.max(0, q.start - 16), q.start).toLowerCase();
  const after = text.slice(q.stop, q.stop + 12).toLowerCase();
  return (
    /(?<!\p{L})(?:в|на расстоянии)\s+$/u.test(before) ||
    /^\.?\s+(?:от|к (?:юг|север|запад|восток)|южнее|севернее|западнее|восточнее)/u.test(after)
  );
}

/** «все трое задержанных», «миллионы людей», «на каждые 10 граждан», «29 летний», «630-местный»: words of number that give none, an age, a kind. */
function isRound(reading: Reading, q: Quantity): boolean {
  const before = reading.analysis.text.slice(Math.max(0, q.start - 10), q.start).toLowerCase();
  const words = reading.analysis.text.slice(q.start, q.stop).toLowerCase();
  const after = reading.analysis.text.slice(q.stop, q.stop + 6);
  return (
    /(?:кажд\p{L}+|(?<!\p{L})(?:все|всех|всем|всеми))\s*$/u.test(before) ||
    plural.test(words) ||
    /^(?: ?летн|-\p{L}{2})/u.test(after)
  );
}

const plural = /^(?:десятк(?:и|ов|ам|ах)|сотни|сотен|тысячи?(?!\p{L})|миллион(?:ы|ов)|миллиард(?:ы|ов))(?!\p{L})/u;

function figureDraft(
  reading: Reading,
  tree: Tree,
  q: HeadedQuantity,
  here: readonly HeadedQuantity[],
  change: Change | null,
): Draft | null {
  const { head } = q;
  if (head < 0) return null;
  const verb = verbAbove(tree, head);
  const indicator = measuredBy(reading, tree, q, here);
  const p = readPredication(tree, verb >= 0 ? verb : head);
  const status = readStatus(p);
  const dashed = timeBeforeDash(reading, tree, q);
  const own = dashed ?? timeOfGoal(reading, tree, q);
  const time = own ? toClaimTime(own.expression) : (findClauseTime(reading, p)?.time ?? null);
  const part = partOfWhole(reading, q);
  // «более 200» is no exact number; «до 80 %» is an exact bound
  const approx = q.approx || q.bound === 'at-least' || isExceeded(tree, head);
  const figure: Figure = { value: part?.value ?? q.value, unit: unitOf(tree, head, q), approx, change };
  const words = [
    ...[q, ...ratesOf(reading, q)].flatMap((one) => wordsOf(tree, one)),
    ...(part ? wordsOf(tree, part).slice(0, 1) : []),
    ...(q.elided ? [] : [...phraseOf(reading, tree, indicator, q), head]),
  ];
  return {
    type: 'figure',
    figure,
    status: status.status,
    cues: status.cues,
    // «цены вырастут на 11 %» is a forecast; «завод на 500 мест откроют» is told by the opening
    force: change && status.status === 'planned' ? status.force : null,
    time,
    roles: [lastMeasured(reading, tree, indicator, q) ?? indicatorRole(reading, tree, indicator, q)],
    evidence: spanOf(tree, words),
    rule: change ? 'figure.movement' : 'figure.quantity',
    sentence: tree.sentence.index,
    token: head,
  };
}

/** «21 % жителей за союз, 7 % против»: what says of nothing by itself what it measures, measures what the one before does. */
function measuredBy(reading: Reading, tree: Tree, q: HeadedQuantity, here: readonly HeadedQuantity[]): number {
  const own = indicatorOf(reading, tree, q, q.head, verbAbove(tree, q.head));
  const untold = q.kind !== 'count' && contains(q, tree.tokens[own] ?? tree.sentence);
  const before = untold ? here.findLast((o) => o.kind === q.kind && o.stop <= q.start && o.head >= 0) : undefined;
  return before ? measuredBy(reading, tree, before, here) : own;
}

/** «Урожай составил 60 тонн. Год назад этот показатель был равен 97 тоннам»: what the last figure of that unit measures; else `null`. */
function lastMeasured(reading: Reading, tree: Tree, indicator: number, q: HeadedQuantity): Role | null {
  if (tree.tokens[indicator]?.lemma !== 'показатель' || genitivesOf(tree, indicator).length > 0) return null;
  for (const before of reading.trees
    .slice(Math.max(0, tree.sentence.index - 2), tree.sentence.index + 1)
    .toReversed()) {
    const here = headedQuantities(reading, before);
    const last = here.findLast((o) => o.stop <= q.start && o.unit === q.unit && o.head >= 0);
    const measured = last ? measuredBy(reading, before, last, here) : -1;
    if (last && before.tokens[measured]?.lemma !== 'показатель') return indicatorRole(reading, before, measured, last);
  }
  return null;
}

function verbAbove(tree: Tree, head: number): number {
  return ancestors(tree, head).find((a) => isVerbal(tree.tokens[a])) ?? -1;
}

/** «превысил три миллиона», not «превысил на три миллиона», «не превысит трёх миллионов» */
function isExceeded(tree: Tree, head: number): boolean {
  const verb = tree.tokens[head]?.head ?? -1;
  if (!exceeding.has(tree.tokens[verb]?.lemma ?? '') || prepositionOf(tree, head) === 'на') return false;
  return ![verb, tree.tokens[verb]?.head ?? -1].some((t) => isNegated(tree, t));
}

/** «430 млн евро, в 2016 году — 470»: what stands before the dash. */
function timeBeforeDash(reading: Reading, tree: Tree, q: Quantity): PlacedTime | undefined {
  return reading.times[tree.sentence.index]?.find(({ expression }) => isDashBetween(reading, expression, q));
}

/** «с 30 млн в 2020 году до 7 млн в 2023 году»: of a movement from one sum to another the time right behind the last. */
function timeOfGoal(reading: Reading, tree: Tree, { stop }: HeadedQuantity): PlacedTime | undefined {
  const isMoved = reading.analysis.quantities.some(
    (q) => q.stop < stop && contains(tree.sentence, q) && isStart(reading, q),
  );
  const next = tree.tokens.findIndex((t) => t.start >= stop);
  const first = tree.tokens[next]?.pos === 'ADP' ? next + 1 : next;
  return isMoved ? reading.times[tree.sentence.index]?.find((t) => t.first === first) : undefined;
}

/**
 * The words of an indicator that its figure cannot be told without: its noun with what agrees with it and its name, not what
 * hangs on it further («2 % акций [этой компании]», «84 журналиста [в Варонии]»); the role has them. One that was told of
 * another figure before («49 % акций принадлежит фонду, ещё 24 % — банку») is not told again.
 */
function phraseOf(reading: Reading, tree: Tree, indicator: number, q: HeadedQuantity): readonly number[] {
  const word = tree.tokens[indicator];
  const others = reading.analysis.quantities.filter((o) => !overlaps(o, q) && !isStart(reading, o));
  const isOther = (c: number): boolean => others.some((o) => overlaps(o, tree.tokens[c] ?? q));
  const last = others.findLast((o) => o.stop <= q.start && contains(tree.sentence, o));
  const toldBefore = word && last ? isApart(reading, word, last, q) : false;
  if (toldBefore) return [];
  if (isVerbal(word)) return [indicator];
  return [indicator, ...dependents(tree, indicator, 'case', 'amod', 'flat', 'appos').filter((c) => !isOther(c))];
}

/** Whether a word before the quantity `q` stands before another one too, or with it in a clause that a comma ends. */
function isApart(reading: Reading, word: Span, other: Span, q: Span): boolean {
  if (word.stop > q.start) return false;
  return (
    word.stop <= other.start ||
    (word.start - other.stop < 2 && reading.analysis.text.slice(word.stop, q.start).includes(','))
  );
}

/** «105» of «105 из 230 мест», «230» of «105 мест из 230» */
function isPart(reading: Reading, q: Quantity): boolean {
  const isWhole = q.kind === 'number' && /(?<!\p{L})из\s+$/u.test(reading.analysis.text.slice(0, q.start).slice(-5));
  const wholes = reading.analysis.quantities.filter((whole) => isBeside(q, whole));
  return isWhole || wholes.some((whole) => partOfWhole(reading, whole)?.start === q.start);
}

/** «105 из 230 мест»: the number that matters is that of the part; «одна из 230 деревень» counts the whole. `null` without a part. */
function partOfWhole(reading: Reading, whole: Quantity): Quantity | null {
  if (whole.kind !== 'count') return null;
  const part = reading.analysis.quantities.find(
    (q) =>
      q.kind === 'number' && isBeside(q, whole) && /^\s+из\s+$/u.test(reading.analysis.text.slice(q.stop, whole.start)),
  );
  return part !== undefined && part.value > 1 && part.value <= whole.value ? part : null;
}

/** Whether no more than « из » fits between two quantities: a long text has too many to read between all of them. */
function isBeside(before: Span, after: Span): boolean {
  return before.stop <= after.start && after.start - before.stop <= 8;
}

/** People are `person`, whatever they are called; other counted things keep their noun, measures their unit; «в 13 раз» is `times`. */
function unitOf(tree: Tree, head: number, q: Quantity): string {
  if (q.kind === 'multiple') return 'times';
  if (q.kind !== 'count' && q.kind !== 'number') return q.unit ?? '';
  // «к семи тысячам моряков»: the scale may govern them
  const counted = tree.tokens.findIndex((t, i) => i >= head && t.lemma === q.unit && i - head <= farthestCounted);
  const isAlive = [head, counted].some(
    (t) => tree.tokens[t]?.features.animacy === 'Anim' && !craftLikePeople.has(tree.tokens[t]?.lemma ?? ''),
  );
  const people = isAlive || q.unit === 'человек' || q.kind === 'number';
  return people ? 'person' : (unitNames[q.unit ?? ''] ?? q.unit ?? '');
}

/** «четыре истребителя»: called after those who do such work. */
const craftLikePeople: ReadonlySet<string> = new Set(
  lemmaList(`истребитель перехватчик штурмовик бомбардировщик разведчик носитель тральщик`),
);

/** «тысячи двухсот бывших моряков» */
const farthestCounted = 3;

/** «на 3%» after a verb of movement: how much, which way. */
function changeOf(tree: Tree, q: HeadedQuantity): Change | null {
  const { head } = q;
  if (head < 0) return null;
  const by = prepositionOf(tree, head);
  const mover = [movementBefore(tree, head), tree.tokens[head]?.head ?? -1, ...ancestors(tree, head).slice(0, 2)].find(
    (a) => directionOf(tree.tokens[a]?.lemma ?? '') !== null,
  );
  const direction = directionOf(tree.tokens[mover ?? -1]?.lemma ?? '');
  // «вырос в 13 раз», «увеличился вдвое»
  if (!direction || (by !== 'на' && q.kind !== 'multiple')) return null;
  return { value: q.value, unit: unitOf(tree, head, q), direction, approx: q.approx };
}

/** Whether two quantities speak of one indicator: their verbs are one or one hangs on the other. */
function sharesSubject(tree: Tree, a: HeadedQuantity, b: HeadedQuantity): boolean {
  const [x, y] = [verbAbove(tree, a.head), verbAbove(tree, b.head)];
  return x >= 0 && y >= 0 && (x === y || ancestors(tree, x).includes(y));
}

/** The tokens of a span that lies in a sentence. */
function wordsOf(tree: Tree, span: Span): readonly number[] {
  const [first, last] = tokensWithin(tree, span) ?? [0, -1];
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}
