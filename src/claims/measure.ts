import { draftMatches, type FrameDrafts, happeningDraft, indexFrames, type Match, matchFrames } from './frames.ts';
import { measureFrames } from './measure-frames.data.ts';
import type { Reading } from './reading.ts';
import type { Role, RoleName } from '../model/claim.ts';
import { isAsked } from './clause.ts';
import { lemmaList } from './lemma-list.ts';
import { fillRole, isActor, nominativeOf } from './roles.ts';
import { ancestors, dependents, genitivesOf, prepositionOf, type Tree } from './tree.ts';

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
    return match.frame.name === 'measure.appoint'
      ? { ...draft, roles: draft.roles.map((role) => appointed(reading, tree, role)) }
      : { ...draft, roles: [...draft.roles, ...rolesWithin(reading, match, result.matches)] };
  });
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
  const decided = fillers.find((t) => holding.has(tree.tokens[t]?.lemma ?? '') && !p.agents.includes(t));
  if (decided === undefined) {
    const acted = fillers.filter((t) => p.patients.includes(t));
    return ownersOf(reading, tree, belongingsIn(tree, acted));
  }
  const within = dependents(tree, decided, 'nmod', 'acl').filter(
    (c) => /^об?о?$/u.test(prepositionOf(tree, c) ?? '') || tree.tokens[c]?.features.verbForm === 'Inf',
  );
  const inner = all.find((m) => m.p.token !== p.token && [m.p.token, m.p.light].some((t) => within.includes(t)));
  const told = inner?.roles.filter(({ role }) => role === 'target') ?? [];
  return told.length > 0 ? told : ownersOf(reading, tree, within);
}

/** «приостановил работу компании», «ввёл запрет на въезд иностранцев»: what is done to it is done to whose it is. */
function belongingsIn(tree: Tree, objects: readonly number[]): readonly number[] {
  const barred = objects.flatMap((t) => dependents(tree, t, 'nmod')).filter((t) => prepositionOf(tree, t) === 'на');
  return [...objects, ...barred].filter((t) => belongings.has(tree.tokens[t]?.lemma ?? ''));
}

/** «работу компании», «счета банка»: the first that owns something. */
function ownersOf(reading: Reading, tree: Tree, nouns: readonly number[]): readonly Role[] {
  return nouns
    .flatMap((noun) => genitivesOf(tree, noun))
    .filter((owner) => isActor(reading, tree, owner))
    .slice(0, 1)
    .map((owner) => fillRole(reading, tree, owner, 'target'));
}

const belongings: ReadonlySet<string> = new Set(
  lemmaList(`
    работа вещание деятельность актив счет имущество аккредитация лицензия экспорт импорт членство полномочие сайт
    офис право паспорт виза регистрация въезд выезд пребывание
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

/** «лишение свободы», «введение пошлин»: acts of which neither who, nor on whom, nor when is told. */
function whyNot({ frame, p, roles, time, reading }: Match): string | null {
  if (isAsked(p.tree, p.token)) return 'asked, not told';
  if (isRight(p.tree, p.token)) return 'a right to do it, no act';
  // «закрыт, пока Варония не примет меры»
  const isUntil = dependents(p.tree, p.token, 'mark', 'advmod').some((c) => p.tree.tokens[c]?.norm === 'пока');
  if (isUntil && reading.status === 'denied' && p.tree.tokens[p.token]?.relation !== 'root')
    return 'until when, not what is not done';
  // «приговорил к двум годам лишения свободы»
  const isTerm = p.lemma === 'лишение' && p.patients.some((t) => p.tree.tokens[t]?.lemma === 'свобода');
  if (isTerm) return 'a punishment, which the verdict tells';
  // «они назначены послами»: neither who nor by whom
  const named = roles.some((r) => r.role !== 'object' || r.type === 'person');
  if (frame.name === 'measure.appoint' && !named) return 'who it is is not told';
  // «записал его признание»
  if (frame.name === 'measure.recognise' && p.form === 'noun' && !roles.some((r) => r.role === 'object'))
    return 'what somebody admits';
  if (frame.name === 'measure.noun' && p.light >= 0) return 'the verb that carries it tells it';
  // «восстание, поддержанное армией», «подозреваемый в краже», «закон, запрещающий ввоз»
  if (inPassing.has(frame.name) && p.form === 'participle' && time === null) return 'told in passing';
  // «воздержался от поездки»
  const refrains = p.obliques.some((o) => o.preposition === 'от' && p.tree.tokens[o.token]?.lemma !== 'голосование');
  if (frame.name === 'measure.abstain' && refrains) return 'what somebody does not do, no vote';
  // «разрешить спор»
  if (settling.has(p.lemma) && p.patients.some((t) => disputes.has(p.tree.tokens[t]?.lemma ?? '')))
    return 'a dispute that is settled, nothing that is allowed';
  const after = prepositionOf(p.tree, p.token) === 'после';
  const told =
    p.form !== 'noun' || p.light >= 0 || roles.length > 1 || time !== null || reading.cues.length > 1 || after;
  if (roles.some((r) => r.role === 'object' && figurative.test(r.text.toLowerCase()))) return 'a manner of speaking';
  return told ? null : 'an act in general';
}

/** «снял запрет», «подписал указ о введении санкций», «ввёл часть санкций»: what another measure acts on, is about or a part of. */
function outerOf({ frame, p }: Match, all: readonly Match[]): Match | undefined {
  if (frame.name !== 'measure.noun' && p.lemma !== 'эмбарго') return undefined;
  const { tree, token } = p;
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

const holding: ReadonlySet<string> = new Set(
  lemmaList(`указ решение постановление распоряжение приказ закон часть ряд пакет режим список`),
);

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

const settling: ReadonlySet<string> = new Set(['разрешить', 'разрешать']);
const disputes: ReadonlySet<string> = new Set(
  lemmaList(`спор конфликт кризис проблема вопрос ситуация противоречие разногласие затруднение сомнение`),
);

// «закрыл дверь для переговоров», «отозвал слова», «внёс вклад», «оправдал надежды», «примет все необходимые меры»
const figurative =
  /^(?:двер|глаз|тем[ауы](?!\p{L})|слов|разговор|(?:\p{L}+ )?вклад|(?:возложенн\p{L}+ )?(?:на \p{L}+ )?надежд|ожидани|все (?:необходимые|возможные) мер)/u;
