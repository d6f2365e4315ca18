import { draftMatches, type FrameDrafts, happeningDraft, indexFrames, type Match, matchFrames } from './frames.ts';
import { measureFrames } from './measure-frames.data.ts';
import { receiverAt } from './granted-money.ts';
import type { Reading } from './reading.ts';
import type { Role, RoleName } from '../model/claim.ts';
import { isAsked } from './clause.ts';
import { decrees } from './frame-words.data.ts';
import { lemmaList } from './lemma-list.ts';
import type { Predication } from './predications.ts';
import { publishing } from './reporting.data.ts';
import { withoutSides } from './sides.ts';
import { isVote } from './speech-act.ts';
import { fillRole, isActor, kindAt, nominativeOf } from './roles.ts';
import { ancestors, caseAt, dependents, genitivesOf, prepositionOf, subtree, type Tree } from './tree.ts';

const index = indexFrames(measureFrames);

/** Frames whose verbs have no other sense that is told in news: not «ввести», «снять», «дать». */
const tellingFrames: ReadonlySet<string> = new Set([
  'measure.act',
  'measure.send-away',
  'measure.appoint',
  'measure.sentence',
  'measure.vote',
]);

/** Verbs that tell a unilateral act whatever stands beside them: «арестован», «назначил», «проголосовали». */
export const unilateralVerbs: ReadonlySet<string> = new Set(
  measureFrames.filter(({ name }) => tellingFrames.has(name)).flatMap(({ triggers }) => triggers),
);

/** Unilateral acts: sanctions, bans, decrees, votes, expulsions. */
export function findMeasures(reading: Reading, tree: Tree): FrameDrafts {
  const result = matchFrames(reading, tree, index);
  const why = (match: Match): string | null => whyNot(match) ?? whyWithin(match, result.matches);
  return draftMatches(result, why, (match) => {
    const draft = happeningDraft(match, 'measure');
    if (match.frame.name === 'measure.appoint')
      return { ...draft, roles: draft.roles.map((role) => appointed(reading, tree, role)) };
    const told = match.frame.name === 'measure.list' ? listed(draft.roles) : draft.roles;
    return { ...draft, roles: [...told, ...rolesWithin(reading, match, result.matches)] };
  });
}

/** «в список ещё 12 банкиров»: the list ends where they begin; «в него внесли банкиров»: a pronoun tells of no list. */
function listed(roles: readonly Role[]): readonly Role[] {
  const isPointer = ({ role, text }: Role): boolean => role === 'object' && /^н(?:его|[её]е|их)$/iu.test(text);
  return roles.filter((r) => !isPointer(r)).map((r) => (r.role === 'object' ? withoutSides(roles, r) : r));
}

/** «суд признал его виновным», «парламент выразил недоверие»: what they say so is done, no opinion. */
export function tellsVerdict(reading: Reading, tree: Tree, token: number): boolean {
  return matchFrames(reading, tree, index).matches.some(({ frame, p }) => p.token === token && isVerdict(frame.name));
}

const verdictRules: ReadonlySet<string> = new Set([
  'measure.verdict',
  'measure.find',
  'measure.expel',
  'measure.declare',
  'measure.uphold',
  'measure.condemn',
  'measure.confidence',
  'measure.resolve',
  'measure.list',
]);

/** Whether a rule of measures tells what is done by saying so. */
export function isVerdict(rule: string): boolean {
  return verdictRules.has(rule);
}

/** «датские санкции против Варонии сняты»: what the object tells of those whom the verb does not name. */
function rolesWithin(reading: Reading, match: Match, all: readonly Match[]): readonly Role[] {
  const has = (name: RoleName): boolean => match.roles.some(({ role }) => role === name);
  const inner = all.filter((m) => outerOf(m, all) === match).flatMap(({ roles }) => roles);
  const actors = has('actor') ? [] : inner.filter(({ role }) => role === 'actor');
  const targets = has('target') ? [] : inner.filter(({ role }) => role === 'target');
  const told = has('target') || targets.length > 0 ? [] : targetsWithin(reading, match, all);
  return [...actors, ...targets, ...told];
}

/**
 * «решение ввести санкции против Варонии», «решение об аресте Лосского», «приостановил работу компании»: whom it befalls, told of the
 * act that is decided or of the object; nobody where the verb has a target of its own.
 */
function targetsWithin(reading: Reading, { p, fillers }: Match, all: readonly Match[]): readonly Role[] {
  const { tree } = p;
  const ordered = all.find((m) => ordering.has(p.lemma) && dependents(tree, p.token, 'xcomp').includes(m.p.token));
  if (ordered) return ordered.roles.filter(({ role }) => role === 'target');
  const decided = fillers.find((t) => holding.has(tree.tokens[t]?.lemma ?? '') && !p.agents.includes(t));
  if (decided === undefined) {
    const acted = fillers.filter((t) => p.patients.includes(t));
    // «одобрил выделение Дании займа»
    const receiver = acted.map((t) => receiverAt(reading, tree, t)).find((t) => t !== undefined);
    if (receiver !== undefined) return [fillRole(reading, tree, receiver, 'target')];
    const owners = ownersOf(reading, tree, belongingsIn(tree, acted));
    return owners.length > 0 ? owners : aimedAt(reading, tree, acted);
  }
  const within = dependents(tree, decided, 'nmod', 'acl').filter(
    (c) => /^об?о?$/u.test(prepositionOf(tree, c) ?? '') || tree.tokens[c]?.features.verbForm === 'Inf',
  );
  const inner = all.find((m) => m.p.token !== p.token && [m.p.token, m.p.light].some((t) => within.includes(t)));
  const told = inner?.roles.filter(({ role }) => role === 'target') ?? [];
  // «приняли решение отменить эмбарго на вывоз леса в Варонию»
  const others = all.filter((m) => m.p !== p);
  const below = inner && told.length === 0 ? targetsWithin(reading, inner, others) : told;
  return below.length > 0 ? below : ownersOf(reading, tree, within);
}

/** «судья распорядился освободить Лосского»: verbs whose infinitive tells what is done. */
const ordering: ReadonlySet<string> = new Set(
  lemmaList(`постановить распорядиться постановлять предписать предписывать приказать приказывать велеть повелеть`),
);

/** «начали кампанию в отношении „Братьев моря“», «возбудили дело против банка»: at whom the object is aimed. */
function aimedAt(reading: Reading, tree: Tree, objects: readonly number[]): readonly Role[] {
  return objects
    .flatMap((t) => dependents(tree, t, 'nmod'))
    .filter((t) => /^(?:против|в отношении)$/u.test(prepositionOf(tree, t) ?? '') && isActor(reading, tree, t))
    .slice(0, 1)
    .map((t) => fillRole(reading, tree, t, 'target'));
}

/** «приостановил работу компании», «ввёл запрет на въезд иностранцев»: what is done to it is done to whose it is. */
function belongingsIn(tree: Tree, objects: readonly number[]): readonly number[] {
  const barred = objects.flatMap((t) => dependents(tree, t, 'nmod')).filter((t) => prepositionOf(tree, t) === 'на');
  const isOf = (nouns: ReadonlySet<string>, t: number): boolean => nouns.has(tree.tokens[t]?.lemma ?? '');
  return [
    ...objects.filter((t) => isOf(belongings, t)),
    ...barred.filter((t) => isOf(belongings, t) || isOf(deliveries, t)),
  ];
}

/** «работу компании», «счета банка», «поставки оружия в Варонию»: the first that owns or receives something. */
function ownersOf(reading: Reading, tree: Tree, nouns: readonly number[]): readonly Role[] {
  return nouns
    .flatMap((noun) =>
      deliveries.has(tree.tokens[noun]?.lemma ?? '') ? receiversOf(reading, tree, noun) : belongingTo(tree, noun),
    )
    .filter((owner) => isActor(reading, tree, owner))
    .slice(0, 1)
    .map((owner) => fillRole(reading, tree, owner, 'target'));
}

/** «прошение Лосского», «её прошение» */
function belongingTo(tree: Tree, noun: number): readonly number[] {
  const pointed = dependents(tree, noun, 'det').filter((t) => /^(?:его|ее|их)$/u.test(tree.tokens[t]?.lemma ?? ''));
  return [...genitivesOf(tree, noun), ...pointed];
}

/** «поставки оружия в Варонию»: the state to which they go, wherever the parser hangs it. */
function receiversOf(reading: Reading, tree: Tree, noun: number): readonly number[] {
  return subtree(tree, noun).filter(
    (t) => prepositionOf(tree, t) === 'в' && caseAt(tree, t) === 'Acc' && kindAt(reading, tree, t) === 'state',
  );
}

const deliveries: ReadonlySet<string> = new Set(lemmaList(`поставка продажа отправка`));

const belongings: ReadonlySet<string> = new Set(
  lemmaList(`
    работа вещание деятельность актив счет имущество аккредитация лицензия экспорт импорт членство полномочие сайт
    офис право паспорт виза регистрация въезд выезд пребывание прошение ходатайство жалоба апелляция
  `),
);

/** «назначил его послом в Норвегии»: what somebody is made is the post, whoever holds it; a name there is whom it befalls. */
function appointed(reading: Reading, tree: Tree, role: Role): Role {
  const { span } = role;
  if (role.role !== 'object' || role.type !== 'person' || span === null) return role;
  const posts = (reading.mentions[tree.sentence.index] ?? []).filter((m) => m.kind === 'post');
  return posts.some((m) => m.start === span.start && m.stop === span.stop)
    ? { ...role, name: nominativeOf(reading, tree, span), type: null, known: null }
    : { ...role, role: 'target' };
}

/** Why a match is no measure of its own; `null` where it is one. */
function whyNot(match: Match): string | null {
  return reasons.find(({ holds }) => holds(match))?.reason ?? null;
}

const reasons: readonly { readonly reason: string; readonly holds: (match: Match) => boolean }[] = [
  { reason: 'asked, not told', holds: ({ p }) => isAsked(p.tree, p.token) },
  { reason: 'a right to do it, no act', holds: ({ p }) => isRight(p.tree, p.token) },
  { reason: 'whom it is on, told by the way', holds: isOfWhom },
  { reason: 'until when, not what is not done', holds: isUntil },
  // «начал процедуру ратификации»
  {
    reason: 'a stage of an agreement',
    holds: ({ frame, p: { tree }, fillers }) =>
      frame.name === 'measure.proceed' &&
      fillers.some((t) => genitivesOf(tree, t).some((g) => stages.has(tree.tokens[g]?.lemma ?? ''))),
  },
  // «пригрозила закрыть порт, обвинив Варонию в поддержке мятежников»
  {
    reason: 'what a state says of another, no charge',
    holds: ({ p: { form, lemma }, roles }) =>
      form === 'converb' && /^обвин[ия]ть$/u.test(lemma) && roles.some((r) => r.role === 'actor' && r.type === 'state'),
  },
  // «санкции остаются проблемой»
  {
    reason: 'stays something else than in force',
    holds: ({ frame, p: { tree, obliques } }) =>
      frame.name === 'measure.stay-in-force' && !obliques.some((o) => tree.tokens[o.token]?.lemma === 'сила'),
  },
  // «приговорил к двум годам лишения свободы»
  {
    reason: 'a punishment, which the verdict tells',
    holds: ({ p }) => p.lemma === 'лишение' && actsOn(p, liberty),
  },
  // «они назначены послами»: neither who nor by whom
  {
    reason: 'who it is is not told',
    holds: ({ frame, roles }) =>
      frame.name === 'measure.appoint' && !roles.some((r) => r.role !== 'object' || r.type === 'person'),
  },
  // «записал его признание»
  {
    reason: 'what somebody admits',
    holds: ({ frame, p, roles }) =>
      frame.name === 'measure.recognise' && p.form === 'noun' && !roles.some((r) => r.role === 'object'),
  },
  {
    reason: 'the verb that carries it tells it',
    holds: ({ frame, p }) => frame.name === 'measure.noun' && p.light >= 0,
  },
  // «восстание, поддержанное армией», «подозреваемый в краже», «закон, запрещающий ввоз»
  {
    reason: 'told in passing',
    holds: ({ frame, p, time }) => inPassing.has(frame.name) && p.form === 'participle' && time === null,
  },
  { reason: 'what somebody does not do, no vote', holds: isRefraining },
  // «консульство прекратило работу»
  { reason: 'the work of a body itself, which ends or begins', holds: isOwnWork },
  // «разрешить спор»
  {
    reason: 'a dispute that is settled, nothing that is allowed',
    holds: ({ p }) => settling.has(p.lemma) && actsOn(p, disputes),
  },
  {
    reason: 'words of some, no vote',
    holds: ({ frame, p }) => frame.name === 'measure.vote-for' && !isVote(p.tree, p.token),
  },
  // «соответствующий указ опубликован на портале»
  { reason: 'a paper told before is made public', holds: ({ p }) => publishing.includes(p.lemma) && isToldBefore(p) },
  { reason: 'noted or put off, no act upon it', holds: ({ p }) => isNotedOrPutOff(p) },
  { reason: 'a manner of speaking', holds: isMannerOfSpeaking },
  { reason: 'what is left out', holds: isLeftOut },
  { reason: 'an act in general', holds: isGeneral },
];

/** «миссия зарегистрировала 11 нарушений», «обвинения задерживают выдачу»: nothing is entered, nobody is held. */
export function isNotedOrPutOff(p: Predication): boolean {
  return (registering.has(p.lemma) && actsOn(p, noted)) || (holdingBack.has(p.lemma) && actsOn(p, delayed));
}

/** «вопрос закрыт», «сняли противоречия», «закрыл дверь для переговоров» */
function isMannerOfSpeaking({ p, roles }: Match): boolean {
  const isSettled = closing.has(p.lemma) && actsOn(p, topics);
  return isSettled || roles.some((r) => r.role === 'object' && figurative.test(r.text.toLowerCase()));
}

function isToldBefore({ tree, patients }: Predication): boolean {
  return patients.some((t) => dependents(tree, t, 'amod').some((c) => tree.tokens[c]?.lemma === 'соответствующий'));
}

function actsOn({ tree, patients }: Predication, nouns: ReadonlySet<string>): boolean {
  return patients.some((t) => nouns.has(tree.tokens[t]?.lemma ?? ''));
}

/** «банкиры, на которых распространяются санкции», «о том, на кого они распространяются» */
function isOfWhom({ frame, p: { tree, token, obliques } }: Match): boolean {
  const isWhom = (t: number): boolean => t < token && /^(?:который|кто)$/u.test(tree.tokens[t]?.lemma ?? '');
  return frame.name === 'measure.in-force' && obliques.some((o) => o.preposition === 'на' && isWhom(o.token));
}

/** «порт закрыт, пока Варония не примет меры» */
function isUntil({ p: { tree, token }, reading: { status } }: Match): boolean {
  const marked = dependents(tree, token, 'mark', 'advmod').some((c) => tree.tokens[c]?.norm === 'пока');
  return marked && status === 'denied' && tree.tokens[token]?.relation !== 'root';
}

/** «воздержался от поездки», not «воздержался от голосования» */
function isRefraining({ frame, p: { tree, obliques } }: Match): boolean {
  const refrains = obliques.some((o) => o.preposition === 'от' && tree.tokens[o.token]?.lemma !== 'голосование');
  return frame.name === 'measure.abstain' && refrains;
}

/** «сняли санкции, за исключением эмбарго» */
function isLeftOut({ p: { tree, token, form } }: Match): boolean {
  const above = ancestors(tree, token).slice(0, 3);
  return (
    form === 'noun' && above.some((t) => tree.tokens[t]?.lemma === 'исключение' && prepositionOf(tree, t) === 'за')
  );
}

/** «консульство приостановило работу», not «суд приостановил работу газеты» */
function isOwnWork({ p: { tree, patients, form }, roles }: Match): boolean {
  const isBody = roles.some((r) => r.role === 'actor' && r.type !== 'person' && r.type !== 'state');
  const works = patients.filter((t) => /^(?:работа|деятельность)$/u.test(tree.tokens[t]?.lemma ?? ''));
  // whose it is stands right behind it
  return form === 'finite' && isBody && works.some((t) => tree.tokens[t + 1]?.features.case !== 'Gen');
}

/** «лишение свободы», «введение пошлин»: acts of which neither is told who, nor on whom, nor when. */
function isGeneral({ p, roles, time, reading }: Match): boolean {
  const told = p.light >= 0 || roles.length > 1 || time !== null || reading.cues.length > 1;
  return p.form === 'noun' && !told && prepositionOf(p.tree, p.token) !== 'после';
}

/** «снял запрет», «подписал указ о введении санкций», «ввёл часть санкций»: what another measure acts on, is about or a part of. */
function outerOf({ frame, p }: Match, all: readonly Match[]): Match | undefined {
  const { tree, token } = p;
  // «одобрил предоставление займа»: what is granted is told by the approval
  if (frame.name === 'measure.give' && p.form === 'noun')
    return all.find((m) => m.frame.name === 'measure.approve' && m.fillers.includes(token));
  if (frame.name !== 'measure.noun' && p.lemma !== 'эмбарго') return undefined;
  const chain = new Set(
    [token, ...ancestors(tree, token).slice(0, 3)].filter(
      (t) => t === token || holding.has(tree.tokens[t]?.lemma ?? ''),
    ),
  );
  return all.find((m) => m.p.token !== token && m.fillers.some((t) => chain.has(t)));
}

function whyWithin(match: Match, all: readonly Match[]): string | null {
  const outer = outerOf(match, all);
  return outer ? `told by ${outer.frame.name}` : null;
}

const holding: ReadonlySet<string> = new Set([
  ...decrees,
  ...lemmaList(`решение закон часть ряд серия пакет режим список политика`),
]);

/** «имеет право распускать парламент и назначать выборы» */
function isRight(tree: Tree, token: number): boolean {
  const { features, head = -1, relation } = tree.tokens[token] ?? {};
  if (features?.verbForm !== 'Inf' || head < 0) return false;
  return relation === 'conj' ? isRight(tree, head) : rights.has(tree.tokens[head]?.lemma ?? '');
}

const rights: ReadonlySet<string> = new Set(['право', 'полномочие', 'способность', 'вправе']);

/** What a participle without a time tells of somebody by the way. */
const inPassing: ReadonlySet<string> = new Set([
  'measure.approve',
  'measure.abstain',
  'measure.accuse',
  'measure.accused',
  'measure.lay-down',
  'measure.pursue',
  'measure.list',
  'measure.fall-under',
]);

const stages: ReadonlySet<string> = new Set(lemmaList(`ратификация подписание заключение согласование денонсация`));
const liberty: ReadonlySet<string> = new Set(['свобода']);
const settling: ReadonlySet<string> = new Set(['разрешить', 'разрешать']);
const disputes: ReadonlySet<string> = new Set(
  lemmaList(`спор конфликт кризис проблема вопрос ситуация противоречие разногласие затруднение сомнение`),
);

const closing: ReadonlySet<string> = new Set(['закрыть', 'закрывать', 'снять', 'снимать']);
const topics: ReadonlySet<string> = new Set([...disputes, 'тема', 'возможность']);

const registering: ReadonlySet<string> = new Set(['зарегистрировать', 'регистрировать']);
const noted: ReadonlySet<string> = new Set(
  lemmaList(`нарушение случай обстрел взрыв выстрел вторжение пролет толчок землетрясение рост снижение инцидент`),
);
const holdingBack: ReadonlySet<string> = new Set(['задержать', 'задерживать']);
const delayed: ReadonlySet<string> = new Set(
  lemmaList(`экстрадиция выдача поставка вылет рейс выплата платеж отправка публикация решение процесс`),
);

// «закрыл дверь для переговоров», «отозвал слова», «внёс вклад», «оправдал надежды», «примет все необходимые меры»
const figurative =
  /^(?:двер|глаз|тем[ауы](?!\p{L})|слов|разговор|(?:\p{L}+ )?вклад|(?:возложенн\p{L}+ )?(?:на \p{L}+ )?надежд|ожидани|все (?:необходимые|возможные) мер)/u;
