import type { Token } from '../language/analysis.ts';
import type { Role } from '../model/claim.ts';
import { contains, type Span } from '../model/span.ts';
import { draftMatches, type FrameDrafts, happeningDraft, indexFrames, type Match, matchFrames } from './frames.ts';
import { agreedPapers, deciders } from './agreement-frames.data.ts';
import { evidenceOf } from './evidence.ts';
import { chainOf, type Reading } from './reading.ts';
import { isAim } from './reserve.ts';
import { type Predication, readPredication } from './predications.ts';
import { numeralForms } from '../language/ru/phrases/numeral-forms.ts';
import { directionOf } from './figure-words.data.ts';
import { fillRole, kindAt, nominativeOf } from './roles.ts';
import { withoutSides } from './sides.ts';
import { goods, supplyFrames } from './supply-frames.data.ts';
import {
  ancestors,
  caseAt,
  dependents,
  isAcronym,
  isVerbal,
  prepositionOf,
  subtree,
  type Tree,
  universal,
} from './tree.ts';
import { lemmaList } from './lemma-list.ts';

const index = indexFrames(supplyFrames);

/** Deliveries, purchases and handovers of a sentence. */
export function findSupplies(reading: Reading, tree: Tree): FrameDrafts {
  const { matches, rejected } = matchFrames(reading, tree, index);
  const steps = [withReceiverFirst, withUpTo, withSigners, withoutBystanders, withAccused];
  const told = matches.map((match) => steps.reduce((sofar, step) => step(reading, sofar), match));
  return draftMatches({ matches: told, rejected }, whyNot, (match) => ({
    ...happeningDraft(match, 'supply'),
    ...(isStopped(match) ? { status: 'cancelled', force: null } : {}),
    roles: rolesOf(reading, match),
  }));
}

/** «прекратил поставки», «остановка экспорта», «поставки прерваны»: they were, and are no more. */
function isStopped({ p: { tree, token, light, form }, reading: { status } }: Match): boolean {
  const above = tree.tokens[light >= 0 ? light : (tree.tokens[token]?.head ?? -1)]?.lemma ?? '';
  return form === 'noun' && stopping.has(above) && (status === 'happened' || status === 'ongoing');
}

const stopping: ReadonlySet<string> = new Set(
  lemmaList(
    `прекратить прекращать остановить останавливать прервать прерывать свернуть прекращение остановка прекратиться`,
  ),
);

/** A batch is goods, whatever the tagger takes «партия» for. */
function rolesOf(reading: Reading, match: Match): readonly Role[] {
  return match.roles.map((role, i) => {
    const isBody = role.role === 'object' && role.type === 'organisation';
    const taken = isBody ? { ...role, type: 'other' as const, known: null } : role;
    const isThing = taken.role === 'object' && taken.type === 'other';
    return isThing ? asEquipment(reading, match, taken, match.fillers[i] ?? -1) : taken;
  });
}

/**
 * «поставка Белоруссии станций», «поставка ВВС Варонии шести катеров»: the dative and the genitive of a state look alike, and
 * forces do not decline; states are given to, not given, and forces where goods stand behind them. The goods behind whoever gets
 * them, which the parser may hang on the paper.
 */
function withReceiverFirst(reading: Reading, match: Match): Match {
  const { tree } = match.p;
  const isGiven = match.roles.some((r) => r.role === 'recipient');
  const at = match.roles.findIndex(
    (r) =>
      (isGiven ? r.role === 'recipient' : r.role === 'object') && (r.type === 'state' || r.type === 'organisation'),
  );
  const [role, token = -1] = [match.roles[at], match.fillers[at]];
  if (!role || (isGiven && match.roles.some((r) => r.role === 'object'))) return match;
  const behind = match.p.form === 'noun' ? goodsBehind(tree, role.span?.stop ?? tree.tokens[token]?.stop ?? 0) : -1;
  if (role.type !== 'state' && behind < 0) return match;
  const roles = match.roles.with(at, { ...role, role: 'recipient' });
  if (behind < 0 || match.fillers.includes(behind)) return { ...match, roles };
  const fillers = [...match.fillers, behind];
  return { ...match, roles: [...roles, fillRole(reading, tree, behind, 'object')], fillers };
}

/** The goods that stand right behind a place in the text, with their number and what agrees with them; -1 for none. */
function goodsBehind(tree: Tree, stop: number): number {
  const from = tree.tokens.findIndex((t) => t.start >= stop);
  const isNumber = (t: Token): boolean => t.pos === 'NUM' || t.kind === 'number' || roundNumbers.has(t.lemma);
  const next = tree.tokens.findIndex((t, i) => i >= from && !isNumber(t) && t.pos !== 'ADJ' && t.norm !== 'почти');
  return from >= 0 && goods.has(tree.tokens[next]?.lemma ?? '') ? next : -1;
}

const roundNumbers: ReadonlySet<string> = new Set(lemmaList(`полсотни полсотня сотня десяток дюжина пара тысяча`));

/** «будет поставлять до 30 тонн рыбы»: a number that bounds the goods from above hangs on the verb like a place. */
function withUpTo(reading: Reading, match: Match): Match {
  const { p, roles, fillers } = match;
  if (p.form === 'noun' || roles.some((r) => r.role === 'object')) return match;
  const bounded = p.obliques.find((o) => o.preposition === 'до' && o.case === 'Gen' && isCounted(p.tree, o.token));
  if (bounded === undefined) return match;
  const object = fillRole(reading, p.tree, bounded.token, 'object');
  return refilled(reading, match, [...roles, object], [...fillers, bounded.token]);
}

/** «30 тонн», «30 тыс. барр. нефти» */
function isCounted(tree: Tree, noun: number): boolean {
  return subtree(tree, noun).some((t) => t < noun && tree.tokens[t]?.relation.startsWith('nummod'));
}

/**
 * «минобороны заключило контракт на поставку катеров»: forces that sign for what is supplied get it, where nobody else does. «Варония
 * и верфь подписали контракт на поставку», «заключила с верфью контракт на поставку»: which of the two supplies is not said.
 */
function withSigners(reading: Reading, match: Match): Match {
  const { roles, p } = match;
  const paper = paperOf(p);
  if (paper < 0 || roles.some((r) => r.role === 'recipient')) return match;
  const signers = [...p.agents, ...signersWith(p.tree, paper)];
  const isForces = (r: Role): boolean => r.role === 'supplier' && forces.test(r.name);
  const sold = roles.some(isForces) ? [] : firmAndState(reading, p.tree, signers);
  const sides = sold.map((t, i) => fillRole(reading, p.tree, t, i === 0 ? 'supplier' : 'recipient'));
  const kept = roles.flatMap((r, i) => (r.role !== 'supplier' || signers.length < 2 || isForces(r) ? [i] : []));
  const told = kept.flatMap((i): Role[] => {
    const role = roles[i];
    return role === undefined ? [] : [isForces(role) ? { ...role, role: 'recipient' } : role];
  });
  return refilled(reading, match, [...sides, ...told], [...sold, ...kept.flatMap((i) => match.fillers[i] ?? [])]);
}

/** «концерн заключил с Варонией контракт на поставку»: of a firm and a state, in this order, the firm supplies; else none. */
function firmAndState(reading: Reading, tree: Tree, signers: readonly number[]): readonly number[] {
  const sides = ['organisation', 'state'].flatMap(
    (kind) => signers.find((t) => kindAt(reading, tree, t) === kind) ?? [],
  );
  return signers.length === 2 && sides.length === 2 ? sides : [];
}

/** A match with other roles, and with the evidence of what fills them. */
function refilled(reading: Reading, match: Match, roles: readonly Role[], fillers: readonly number[]): Match {
  return { ...match, roles, fillers, evidence: evidenceOf(reading, match.p, fillers, match.placed) };
}

const forces = /^(?:Мин(?:истерство )?обороны|ВМС|ВВС|ВМФ|Вооруж[её]нные силы|Армия|Флот)(?!\p{L})/iu;

/** «контракт на поставку», «контракт с Варонией на поставку», wherever the parser hangs it: the paper; -1 for none. */
function paperOf({ tree, token, form }: Predication): number {
  if (form !== 'noun' || prepositionOf(tree, token) !== 'на') return -1;
  const above = ancestors(tree, token);
  const verb = above.find((t) => isVerbal(tree.tokens[t])) ?? -1;
  const near = [...above.slice(0, 3), ...dependents(tree, verb, 'obj', 'nsubj')];
  return near.find((t) => t < token && agreedPapers.has(tree.tokens[t]?.lemma ?? '')) ?? -1;
}

/** «заключила контракт с верфью» */
function signersWith(tree: Tree, paper: number): readonly number[] {
  return [paper, tree.tokens[paper]?.head ?? -1]
    .flatMap((t) => dependents(tree, t, 'nmod', 'obl'))
    .filter(
      (t) =>
        /^со?$/u.test(prepositionOf(tree, t) ?? '') && (caseAt(tree, t) === 'Ins' || isAcronym(tree.tokens[t]?.text)),
    );
}

/** «обвинили Данию в поставках оружия»: who is said to supply. */
function withAccused(reading: Reading, match: Match): Match {
  const { tree, token, form, light } = match.p;
  if (form !== 'noun' || light >= 0 || match.roles.some((r) => r.role === 'supplier')) return match;
  const verb = tree.tokens[token]?.head ?? -1;
  if (!accusing.has(tree.tokens[verb]?.lemma ?? '') || prepositionOf(tree, token) !== 'в') return match;
  const accused = readPredication(tree, verb).patients.find((t) =>
    /^(?:state|organisation)$/u.test(kindAt(reading, tree, t) ?? ''),
  );
  if (accused === undefined) return match;
  const roles = [fillRole(reading, tree, accused, 'supplier'), ...match.roles];
  return { ...match, roles, fillers: [accused, ...match.fillers] };
}

const accusing: ReadonlySet<string> = new Set(
  lemmaList(`обвинить обвинять заподозрить подозревать уличить уличать упрекнуть упрекать`),
);

/** Of a noun that no verb carries: without those who act on the noun above it, with the evidence of what is left. */
function withoutBystanders(reading: Reading, match: Match): Match {
  if (match.p.form !== 'noun' || match.p.light >= 0) return match;
  const getting = new Set(
    match.roles.flatMap((role) => (role.role === 'recipient' ? namesIn(reading, match, role) : [])),
  );
  const left = match.roles.flatMap((role, i) => (isBystander(match, role, match.fillers[i] ?? -1, getting) ? [] : [i]));
  const several = left.filter((i) => match.roles[i]?.role === 'supplier').length > 1;
  const kept = left.filter((i) => !several || match.roles[i]?.role !== 'supplier');
  const roles = kept.flatMap((i) => match.roles[i] ?? []);
  return refilled(
    reading,
    match,
    roles,
    kept.flatMap((i) => match.fillers[i] ?? []),
  );
}

/**
 * Who acts on the noun above, not on the goods: «сенат одобрил договор о поставке», «министр изложил условия поставки», «Варония
 * дала Мередии деньги на покупку катеров». «Варония и Тальмар подписали контракт на поставку»: which of the two supplies is not
 * said, unless one of them gets it.
 */
function isBystander(match: Match, role: Role, token: number, getting: ReadonlySet<string>): boolean {
  const { tree, token: noun, agents } = match.p;
  if (role.role === 'recipient') return agents.includes(token) && isForMoney(tree, noun);
  if (role.role !== 'supplier') return false;
  // «порт согласовал условия поставок»: he may as well be who gets them
  const above = ancestors(tree, noun).slice(0, 2);
  const isOfTerms = prepositionOf(tree, token) === null && above.some((t) => terms.has(tree.tokens[t]?.lemma ?? ''));
  return (
    isOfTerms ||
    getting.has(role.name) ||
    role.type === 'person' ||
    role.type === null ||
    deciders.nouns.has(tree.tokens[token]?.lemma ?? '')
  );
}

const costs: readonly string[] = ['цена', 'стоимость', 'тариф'];
const terms: ReadonlySet<string> = new Set(['условие', 'порядок', 'схема', ...costs]);

/** «ВМС Варонии»: those who get and whose they are. */
function namesIn(reading: Reading, { p: { tree } }: Match, { name, span }: Role): readonly string[] {
  const within = (reading.mentions[tree.sentence.index] ?? []).filter((m) => span !== null && contains(span, m));
  return [name, ...within.flatMap((m) => chainOf(reading, m)?.name ?? [])];
}

/** «кредит на покупку катеров» */
function isForMoney(tree: Tree, noun: number): boolean {
  const above = tree.tokens[tree.tokens[noun]?.head ?? -1]?.lemma ?? '';
  return prepositionOf(tree, noun) === 'на' && !agreedPapers.has(above);
}

/**
 * «вторую партию из шести катеров «Кайра»»: the words are kept, the name is that of what the batch consists of, and it is
 * equipment where a name or a designation is a part of it. «партия самолётов из Тальмара» ends before its supplier.
 */
function asEquipment(reading: Reading, match: Match, role: Role, token: number): Role {
  const { tree } = match.p;
  const batch = tree.tokens[token]?.lemma === 'партия' ? goodsAfter(tree, token) : null;
  if (batch) {
    const from = role.span?.start ?? tree.tokens[token]?.start ?? 0;
    const text = reading.analysis.text.slice(from, batch.stop);
    const name = nominativeOf(reading, tree, batch);
    return { ...role, text, span: { start: from, stop: batch.stop }, name, type: 'equipment' };
  }
  const cut = withDesignation(reading, withoutSides(match.roles, role));
  const isNamed = namedGoods.test(cut.text) && cut.text.split(' ').length <= 7 && !/ и | ?[,(]/u.test(cut.text);
  return isNamed ? { ...cut, type: 'equipment' } : cut;
}

/** «партию из шести новых катеров «Кайра»»: the goods with their name or designation, as they stand after the batch. */
function goodsAfter(tree: Tree, batch: number): Span | null {
  const { tokens } = tree;
  let i = tokens[batch + 1]?.norm === 'из' ? batch + 2 : batch + 1;
  while (tokens[i]?.kind === 'number' || tokens[i]?.pos === 'NUM') i++;
  const first = i;
  while (tokens[i]?.pos === 'ADJ' && tokens[i]?.features.case === 'Gen') i++;
  if (tokens[i]?.pos !== 'NOUN' || tokens[i]?.features.case !== 'Gen') return null;
  const isQuoted = /^[«"„“]$/u.test(tokens[i + 1]?.text ?? '');
  const last = isQuoted ? tokens.findIndex((t, at) => at > i + 1 && /^[»"”“]$/u.test(t.text)) : i + 1;
  if (last < 0 || last > i + 6 || !(isQuoted || /\p{Lu}.*\d/u.test(tokens[last]?.text ?? ''))) return null;
  return { start: tokens[first]?.start ?? 0, stop: tokens[last]?.stop ?? 0 };
}

// «катеров «Кайра»», «самолётов Ту-9», «комплексов С-500»
const namedGoods = /\p{Ll} (?:[«"„“]\p{Lu}|\p{Lu}[\p{L}]{0,11}-\d)/u;

/** «истребителей нового поколения Ту-9М», «комплексов (ПВО) С-500 «Щит»»: the designation right behind the words belongs to them. */
function withDesignation(reading: Reading, role: Role): Role {
  const { span } = role;
  const behind = span ? (designation.exec(reading.analysis.text.slice(span.stop, span.stop + 60))?.[0] ?? '') : '';
  if (span === null || behind === '') return role;
  const text = role.text + behind;
  return { ...role, text, name: role.name + behind, span: { start: span.start, stop: span.stop + behind.length } };
}

const designation = /^ (?:[«"]?\p{Lu}\p{L}{0,11}-\d[\p{L}\d]{0,5}[»"]?)(?: [«"][^»"]{2,24}[»"])?/u;

/** Things that are «supplied» only in a manner of speaking, and deliveries of which nothing is told. */
function whyNot(match: Match): string | null {
  const objects = match.roles.filter((r) => r.role === 'object');
  if (match.frame.name === 'supply.batch' && (match.p.light < 0 || !isBatch(match)))
    return 'a batch of which nothing is told';
  // «вторую партию катеров поставила верфь»
  if (match.frame.name === 'supply.batch' && verbsOfSupply.has(match.p.tree.tokens[match.p.light]?.lemma ?? ''))
    return 'told by the verb';
  const isMoney = match.frame.name === 'supply.receive-money';
  // «достойна получить кредит»
  if (isMoney && match.reading.status === 'possible') return 'money that nobody is said to give';
  if (!isMoney && objects.some((r) => figurative.test(r.text.toLowerCase()))) return 'a manner of speaking';
  if (objects.some((r) => money.test(r.text.toLowerCase()))) return 'money is no goods';
  if (objects.some((r) => r.type === 'person' || /^(?:е[её]|его|их|он[аои]?)$/iu.test(r.text)))
    return 'people are no goods';
  if (match.fillers.some((t, i) => match.roles[i]?.role === 'object' && isNoGoods(match, t)))
    return 'words and people are no goods';
  if (isBanned(match)) return 'what is banned';
  if (isPriced(match)) return 'what deliveries cost';
  if (match.p.form === 'noun' && isAim(match.p)) return 'what something is for';
  return isTold(match) ? null : 'a delivery of which nothing is told';
}

/** Verbs that tell what a batch is supplied by themselves. */
const verbsOfSupply: ReadonlySet<string> = new Set(['поставить', 'поставлять', 'отгрузить', 'отгружать']);

/** «передал Варонии ноту», «предоставил Варонии право ловить рыбу», «передаёт наилучшие пожелания»; «передали тела погибших», «передала восьмерых рыбаков» */
function isNoGoods({ p: { tree } }: Match, token: number): boolean {
  const isCountedAsPeople = dependents(tree, token, 'nummod').some(
    (c) => numeralForms.get(tree.tokens[c]?.norm ?? '')?.rank === 'collective',
  );
  return isCountedAsPeople || wordsAndPeople.has(tree.tokens[token]?.lemma ?? '');
}

const wordsAndPeople: ReadonlySet<string> = new Set(
  lemmaList(`
    нота уведомление извещение пожелание послание письмо приглашение закон законопроект проект предложение сообщение заявление ответ опыт
    знание поздравление соболезнование благодарность приветствие список доклад отчет протест просьба запрос
    ходатайство мнение эстафета дело функция проблема мандат роль новость сигнал тело останки прах пленный
    военнопленный заложник житель гражданин билет путевка возможность право шанс полномочие доступ убежище
  `),
);

/** «запретил поставки катеров», «снял запрет на экспорт», «ввёл квоты на экспорт», «запрещает продавать»: the measure tells it. */
function isBanned({ p: { tree, token } }: Match): boolean {
  const { head = -1, relation = '' } = tree.tokens[token] ?? {};
  return bans.has(tree.tokens[head]?.lemma ?? '') && ['obj', 'nmod', 'xcomp', 'obl'].includes(universal(relation));
}

/** «не объявляли цен поставок», «цена поставок газа»: of nobody, to nobody. */
function isPriced({ p: { tree, token, form }, roles }: Match): boolean {
  const above = tree.tokens[tree.tokens[token]?.head ?? -1]?.lemma ?? '';
  return (
    form === 'noun' && costs.includes(above) && !roles.some((r) => r.role === 'supplier' || r.role === 'recipient')
  );
}

const bans: ReadonlySet<string> = new Set(
  lemmaList(`запретить запрещать запрет эмбарго мораторий ограничение квота лимит пошлина`),
);

/** Who supplies or gets what, or when; of a noun alone also by what contract, and that more or less is to come. */
function isTold(match: Match): boolean {
  const { tree, token, light } = match.p;
  const sides = match.roles.some((r) => r.role !== 'object');
  const above = tree.tokens[tree.tokens[token]?.head ?? -1]?.lemma ?? '';
  const byVerb = light >= 0 || agreedPapers.has(above) || paperOf(match.p) >= 0 || amounts.has(above);
  // «экспорт снизился до 7 млн евро в 2023 году»: how much, which a figure tells
  const isMoved = tree.tokens[token]?.relation === 'nsubj' && directionOf(above) !== null;
  return sides || (match.time !== null && !isMoved) || (byVerb && match.roles.length > 0);
}

/** «ограничит поставки газа» */
const amounts: ReadonlySet<string> = new Set(
  lemmaList(`ограничить ограничивать сократить сокращать увеличить увеличивать нарастить наращивать перекрыть`),
);

/** «вторая партия», «партия катеров», not a political party. */
function isBatch(match: Match): boolean {
  const { tree, token } = match.p;
  const lemmas = dependents(tree, token, 'amod', 'nmod').map((c) => tree.tokens[c]?.lemma ?? '');
  return lemmas.some((lemma) => ordinals.has(lemma) || goods.has(lemma));
}

const ordinals: ReadonlySet<string> = new Set(lemmaList(`первый второй третий четвертый очередной новый последний`));

// «поставил задачу», «поставить точку», «передал привет»
const figurative =
  /(?<!\p{L})(?:задач|точк|вопрос|услови|цел[ьи]|ультиматум|привет|слов|полномочи|власт|подпис|контрол|кредит|за[её]?м(?!\p{L})|ссуд|убежищ|статус|гражданств|разрешени|лицензи|виз|гаранти|обвинени|поручени|указани|прав|информаци|сведени|услуг)/u;

// «$2 млрд», «300 тысяч евро», not «катера на сумму 300 тысяч евро»
const money = /^(?:ещ[её] )?[\d.,\s]*(?:[$€£₽]|\p{L}*\.?\s?(?:доллар|рубл|евро(?!п)))/u;
