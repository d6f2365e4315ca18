import type { Role } from '../model/claim.ts';
import { hullOf } from '../model/span.ts';
import { draftPosition, postRole } from './draft-position.ts';
import type { Draft } from './draft.ts';
import { type Predication, readPredication } from './predications.ts';
import type { Reading } from './reading.ts';
import { phraseSpan } from './phrase-span.ts';
import { fillRole, kindAt } from './roles.ts';
import { readStatus } from './status.ts';
import { behindRelative, genitivesOf } from './tree.ts';
import { holderBefore } from './who-acts.ts';

/** Membership that a verb tells: «Верди входит в совет директоров», «вошла в состав политбюро», «состоит в коллегии». */
export function findMemberships(reading: Reading): readonly Draft[] {
  return reading.trees.flatMap((tree) =>
    tree.tokens.flatMap(({ lemma }, i): readonly Draft[] => {
      return verbs.has(lemma) ? membersAt(reading, readPredication(tree, i)) : [];
    }),
  );
}

const verbs: ReadonlySet<string> = new Set(['входить', 'войти', 'состоять']);

function membersAt(reading: Reading, p: Predication): readonly Draft[] {
  const { tree, token, obliques } = p;
  const status = readStatus(p).status;
  if (status !== 'happened' && status !== 'ongoing') return [];
  const entered = obliques.find((o) => o.preposition === 'в')?.token ?? -1;
  const body = tree.tokens[entered]?.lemma === 'состав' ? (genitivesOf(tree, entered)[0] ?? -1) : entered;
  const genitive = boards.get(tree.tokens[body]?.lemma ?? '');
  if (genitive === undefined) return [];
  const tense = tree.tokens[token]?.lemma === 'войти' ? 'new' : status === 'happened' ? 'former' : 'current';
  const organisation = fillRole(reading, tree, body, 'organisation');
  const words = phraseSpan(tree, body);
  const behind = reading.analysis.text.slice(tree.tokens[body]?.stop ?? words.stop, words.stop);
  const name = `член ${genitive}${behind}`;
  return peopleOf(reading, p).map((person) =>
    draftPosition({
      tense,
      roles: [person, postRole(name, name, null), organisation],
      evidence: hullOf([tree.tokens[token] ?? words, words]),
      rule: 'position.member',
      sentence: tree.sentence.index,
      token,
    }),
  );
}

function peopleOf(reading: Reading, p: Predication): readonly Role[] {
  const { tree, token, agents } = p;
  if (agents.length === 0) return [holderBefore(reading, p) ?? []].flat();
  return agents
    .map((a) => behindRelative(tree, a, token))
    .filter((a) => kindAt(reading, tree, a) === 'person')
    .map((a) => fillRole(reading, tree, a, 'person'));
}

/** Bodies of named members, with their genitive; a man «входит» into a group or a list without having a post there. */
const boards: ReadonlyMap<string, string> = new Map([
  ['совет', 'совета'],
  ['политбюро', 'политбюро'],
  ['правление', 'правления'],
  ['президиум', 'президиума'],
  ['бюро', 'бюро'],
  ['коллегия', 'коллегии'],
  ['комитет', 'комитета'],
  ['комиссия', 'комиссии'],
  ['кабинет', 'кабинета'],
  ['правительство', 'правительства'],
  ['парламент', 'парламента'],
  ['оргкомитет', 'оргкомитета'],
  ['синод', 'синода'],
  ['жюри', 'жюри'],
  ['политсовет', 'политсовета'],
  ['генсовет', 'генсовета'],
]);
