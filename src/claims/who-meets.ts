import type { Role } from '../model/claim.ts';
import { clauseHead, isNegated } from './clause.ts';
import type { Match } from './frames.ts';
import { meetingFrames } from './meeting-frames.data.ts';
import { type Predication, readPredication } from './predications.ts';
import type { Reading } from './reading.ts';
import { isAim } from './reserve.ts';
import { fillRole, isActor, kindAt } from './roles.ts';
import { isTakingPart, takingPart } from './sides.ts';
import {
  caseAt,
  coordinated,
  dependents,
  isFullParticiple,
  isVerbal,
  prepositionOf,
  subtree,
  type Tree,
} from './tree.ts';

/** Who meets beside those whom the frame found, as the words around the meeting tell it; a name may come twice. */
export function whoMeets(reading: Reading, match: Match): readonly Role[] {
  return [wanting, discussedWith, participants, sharing, attending, companions].flatMap((who) => who(reading, match));
}

/**
 * «В переговорах приняли участие министры», «в работе форума участвовали Лосский и Вольден», «саммит, участие в котором примут
 * послы»: who takes part in what happens.
 */
export function participants(
  reading: Reading,
  { p: { tree, token } }: Match,
  role: Role['role'] = 'actor',
): readonly Role[] {
  const relatives = dependents(tree, token, 'acl').flatMap((clause) => subtree(tree, clause));
  const { head = -1, relation } = tree.tokens[token] ?? {};
  const work = relation === 'nmod' && tree.tokens[head]?.lemma === 'работа' ? [head] : [];
  return [token, ...work, ...relatives.filter((t) => tree.tokens[t]?.lemma === 'который')]
    .filter((t) => /^во?$/u.test(prepositionOf(tree, t) ?? ''))
    .flatMap((t) => takingPartIn(tree, t))
    .filter((t) => isActor(reading, tree, t))
    .map((t) => fillRole(reading, tree, t, role));
}

/** «саммит с участием Варонии и Мередии», «переговоры при участии посредников» */
function sharing(reading: Reading, { p: { tree, token } }: Match): readonly Role[] {
  return dependents(tree, token, 'nmod')
    .filter((t) => isTakingPart(tree, t))
    .flatMap((t) => takingPart(tree, t))
    .filter((t) => isActor(reading, tree, t))
    .map((t) => fillRole(reading, tree, t, 'actor'));
}

/** «обсудил вопросы с лидерами»: with whom, hung on what was discussed. */
export function discussedWith(reading: Reading, match: Match): readonly Role[] {
  if (match.frame.name !== 'meeting.discuss') return [];
  const { tree, patients } = match.p;
  return patients
    .flatMap((t) => dependents(tree, t, 'nmod'))
    .filter((t) => ['с', 'со'].includes(prepositionOf(tree, t) ?? '') && isActor(reading, tree, t))
    .map((t) => fillRole(reading, tree, t, 'actor'));
}

/** «готова к переговорам», «выступил за переговоры» */
export function isWished({ tree, token }: Predication): boolean {
  const { lemma = '' } = tree.tokens[tree.tokens[token]?.head ?? -1] ?? {};
  const preposition = prepositionOf(tree, token);
  return preposition === 'к'
    ? /^готов(?:ый)?$/u.test(lemma)
    : preposition === 'за' && /^(?:выступ|высказ)/u.test(lemma);
}

/** Whoever takes part in what stands at a token. */
function takingPartIn(tree: Tree, token: number): readonly number[] {
  const above = tree.tokens[token]?.head ?? -1;
  const verb = tree.tokens[above]?.lemma === 'участие' ? (tree.tokens[above]?.head ?? -1) : above;
  // «не принимает участия в заседании»
  if (isNegated(tree, verb)) return [];
  const { lemma, agents, patients } = readPredication(tree, verb);
  if (lemma === 'участвовать') return agents;
  const isPart = [...patients, ...dependents(tree, verb, 'obj')].some((o) => tree.tokens[o]?.lemma === 'участие');
  return isPart && /^прин(?:ять|имать)$/u.test(lemma) ? agents : [];
}

/** «министр прибыл для переговоров с послом», «Варония готова к переговорам»: who wants to meet others. */
function wanting(reading: Reading, { p }: Match): readonly Role[] {
  const verb = clauseHead(p.tree, p.token);
  if (p.light >= 0 || verb < 0 || !(isAim(p) || isWished(p))) return [];
  const { passive, agents } = readPredication(p.tree, verb);
  return (passive ? [] : agents)
    .filter((t) => isActor(reading, p.tree, t))
    .map((t) => fillRole(reading, p.tree, t, 'actor'));
}

/** «На заседании президенты подписали», «по итогам переговоров министр заявил»: who acts in the clause took part. */
function attending(reading: Reading, match: Match): readonly Role[] {
  const { tree, token, light } = match.p;
  // «находится с визитом»
  const around = ['на', 'в', 'с', 'в ходе', 'во время', 'по итогам', 'после', 'по результатам', 'на полях', 'в рамках'];
  const clause = clauseHead(tree, token);
  // «по итогам переговоров, завершившихся в среду»
  const isCarried = light >= 0 && (light < token || !isFullParticiple(tree.tokens[light]));
  if (isCarried || clause < 0 || !isVerbal(tree.tokens[clause]) || !around.includes(prepositionOf(tree, token) ?? ''))
    return [];
  const p = readPredication(tree, clause);
  return (p.passive ? [] : p.agents)
    .filter((a) => isActor(reading, tree, a) && kindAt(reading, tree, a) !== 'state')
    .flatMap((a) => {
      const people =
        tree.tokens[a]?.features.number === 'Plur'
          ? dependents(tree, a, 'appos').flatMap((c) => coordinated(tree, c))
          : [];
      return people.length > 0 ? people : [a];
    })
    .map((a) => fillRole(reading, tree, a, 'actor'))
    .filter((r) => !match.roles.some((known) => known.name === r.name));
}

/** «встретился в Лескене с Вольденом»: with whom, where the tree hangs it on the place or the day. */
function companions(reading: Reading, match: Match): readonly Role[] {
  const { tree, token, light } = match.p;
  const people = match.roles.filter((r) => r.role === 'actor');
  if (people.length > 1) return [];
  // «прибыл для переговоров с послом»: with whom another meeting is
  const isOther = (c: number): boolean => c !== token && meetings.has(tree.tokens[c]?.lemma ?? '');
  return subtree(tree, light >= 0 ? light : token, (c) => isVerbal(tree.tokens[c]) || isOther(c))
    .filter((t) => ['с', 'со'].includes(prepositionOf(tree, t) ?? '') && caseAt(tree, t) === 'Ins')
    .filter((t) => ['person', 'post', 'state'].includes(kindAt(reading, tree, t) ?? ''))
    .flatMap((t) => coordinated(tree, t))
    .map((t) => fillRole(reading, tree, t, 'actor'));
}

/** Words that tell a meeting. */
const meetings: ReadonlySet<string> = new Set(meetingFrames.flatMap(({ triggers }) => triggers));
