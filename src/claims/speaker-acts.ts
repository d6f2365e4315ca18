import type { Role } from '../model/claim.ts';
import { contains, overlaps } from '../model/span.ts';
import { acted, type Draft } from './draft.ts';
import { readPredication } from './predications.ts';
import type { Reading } from './reading.ts';
import { ancestors, dependents, isVerbal, type Tree } from './tree.ts';

/**
 * «„Я принял решение“, — сказал Лосский», «„Мы провели беседу с послом“»: in the words of a speaker he is who acts where the verb or
 * its subject says «я», and one of those who meet where it says «мы». In: a draft and those of the statements. Out: the draft, with
 * the speaker as its actor, without a place of his own; as it was where nobody's words tell it, or somebody else acts.
 */
export function withSpeaker(reading: Reading, draft: Draft, statements: readonly Draft[]): Draft {
  const tree = reading.trees[draft.sentence];
  if (tree === undefined || !acted.has(draft.type)) return draft;
  const told = firstPerson(tree, draft.token);
  const takesPart = draft.type === 'meeting';
  const isFree = takesPart || !draft.roles.some((r) => r.role === 'actor' || r.role === 'party');
  const isTold = told === 'Sing' || (told === 'Plur' && takesPart) || goesOnInContent(tree, draft.token);
  if (!isTold || !isFree) return draft;
  const speaker = speakerOf(reading, draft, statements);
  if (!speaker || draft.roles.some((r) => r.name === speaker.name)) return draft;
  return { ...draft, roles: [...draft.roles, { ...speaker, role: 'actor', span: null }] };
}

/** Whether a verb, or what carries or governs it, is told by «я» or by «мы»; `null` where by neither. */
export function firstPerson(tree: Tree, token: number): 'Sing' | 'Plur' | null {
  const p = readPredication(tree, token);
  const verb = p.form === 'noun' ? p.light : token;
  if (verb < 0) return null;
  const governs = p.form === 'infinitive' ? ancestors(tree, verb).slice(0, 1) : [];
  const words = [verb, ...governs].flatMap((v) => dependents(tree, v, 'nsubj', 'aux').concat(v));
  const first = words.map((w) => tree.tokens[w]?.features).find((features) => features?.person === '1');
  return first?.number ?? null;
}

/**
 * «подтвердил слухи о том, что намерен уйти», «в порту сообщили, что закрыли причал»: what is said goes on about who says it
 * where it has no subject of its own and its verb agrees with theirs.
 */
function goesOnInContent(tree: Tree, token: number): boolean {
  const p = readPredication(tree, token);
  const { head = -1, relation } = tree.tokens[token] ?? {};
  const verb = p.form === 'infinitive' && relation === 'xcomp' ? head : token;
  const word = tree.tokens[verb];
  const isContent = word?.relation === 'ccomp' || (word?.relation === 'acl' && tree.tokens[word.head]?.lemma === 'то');
  const says = tree.tokens[ancestors(tree, verb).find((a) => isVerbal(tree.tokens[a])) ?? -1];
  const isMarked = dependents(tree, verb, 'mark').some((c) => tree.tokens[c]?.norm === 'что');
  if (p.agents.length > 0 || p.passive || !isContent || !isMarked || !says) return false;
  const [own, theirs] = [word.features, says.features];
  return own.number === theirs.number && (!own.gender || !theirs.gender || own.gender === theirs.gender);
}

/** Whoever says the quotation in which a draft stands, or the sentence of which it is a part. */
export function speakerOf(
  reading: Reading,
  { evidence, sentence }: Draft,
  statements: readonly Draft[],
): Role | undefined {
  const quotation = reading.analysis.quotations.find((q) => q.depth === 0 && contains(q, evidence));
  const saying =
    statements.find((s) => s.sentence === sentence && contains(s.evidence, evidence)) ??
    (quotation &&
      statements.find((s) => s.type === 'statement' && s.mode === 'direct' && overlaps(s.evidence, quotation)));
  const speakers = (saying?.roles ?? []).filter((r) => r.role === 'speaker');
  return speakers.length === 1 ? speakers[0] : undefined;
}
