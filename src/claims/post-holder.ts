import type { PositionClaim, Role } from '../model/claim.ts';
import { postCarriers, type PostVerb } from './post-verbs.data.ts';
import { type Predication, readPredication } from './predications.ts';
import { mentionsAt, type Reading } from './reading.ts';
import { fillRole, kindAt } from './roles.ts';
import { ancestors, behindRelative, caseAt, isVerbal, prepositionOf, type Tree } from './tree.ts';
import { holderBefore, isUndeclinedPost, patientBefore } from './who-acts.ts';

/** Who holds a post, and the token that says so; -1 where only the sentences before tell. */
export interface Holder {
  readonly role: Role;
  readonly token: number;
  /** Where it is not the verb of the post that tells. */
  readonly tense?: PositionClaim['tense'];
}

/**
 * Who holds the post: people among the agents or the patients, the name behind `words` (the post, or «этом посту»), which the parser
 * hangs on these; of a clause without a subject, who the last one spoke of.
 */
export function holdersIn(
  reading: Reading,
  p: Predication,
  verb: PostVerb,
  posts: readonly number[],
  words: readonly number[],
): readonly Holder[] {
  const { tree } = p;
  const noun = p.form === 'noun';
  // «До этого занимал пост министра»: the parser may take the post for the subject
  const agentsOf = p.agents.filter((t) => !postCarriers.has(tree.tokens[t]?.lemma ?? ''));
  // «Верди сменил Бьянки»: of two subjects the second is who goes
  const second = p.patients.length === 0 && agentsOf.length === 2 && replacing.has(verb.name);
  const [agents, patients] = second ? [agentsOf.slice(0, 1), agentsOf.slice(1)] : [agentsOf, p.patients];
  const all = verb.who === 'patient' || noun ? patients : agents;
  const candidates = all.filter((t) => !isUndeclinedPost(tree, t)).map((t) => behindRelative(tree, t, p.token));
  const people = candidates.filter((t) => !posts.includes(t) && kindAt(reading, tree, t) === 'person');
  if (people.length > 0) return people.map((t) => ({ role: fillRole(reading, tree, t, 'person'), token: t }));
  if (candidates.length > 0) return [];
  const behind = nameBehind(reading, tree, words, casesBehind(p, verb));
  if (behind !== null) return [{ role: fillRole(reading, tree, behind, 'person'), token: behind }];
  const around = p.form === 'noun' ? personAround(reading, p) : null;
  if (around) return [around];
  const carried = verb.who === 'agent' ? holderBefore(reading, { ...p, agents }) : patientBefore(reading, p, 'person');
  return carried ? [{ role: carried, token: -1 }] : [];
}

/** «сменив на этом посту Верди», «ушёл с поста главы порта Верди»: in which cases a name behind the post may be whose it is. */
function casesBehind({ tree, token, form, passive }: Predication, verb: PostVerb): readonly string[] {
  if (verb.who === 'patient') return passive ? [] : ['Gen', 'Acc'];
  return form === 'finite' && tree.tokens[token]?.features.tense === 'Past' ? ['Nom'] : [];
}

/**
 * «во время работы депутатом он объездил край», «поздравил Верди с избранием на пост»: of a noun that names nobody, the one of whom
 * the clause around it tells; what he did before it or during it is told of a post that is over.
 */
function personAround(reading: Reading, { tree, token }: Predication): Holder | null {
  const verb = ancestors(tree, token).find((t) => isVerbal(tree.tokens[t]));
  if (verb === undefined) return null;
  const clause = readPredication(tree, verb);
  const preposition = prepositionOf(tree, token) ?? '';
  const isWish = preposition === 'с' && clause.lemma.startsWith('поздрав');
  const told = isWish ? clause.patients : courses.has(preposition) ? clause.agents : [];
  const person = told.map((t) => behindRelative(tree, t, verb)).find((t) => kindAt(reading, tree, t) === 'person');
  if (person === undefined) return null;
  const isOver = preposition === 'до' || preposition === 'во время';
  return { role: fillRole(reading, tree, person, 'person'), token: person, ...(isOver ? { tense: 'former' } : {}) };
}

const courses: ReadonlySet<string> = new Set(['до', 'после', 'перед', 'во время', 'накануне']);

/** «назначил начальником штаба генерала Верди», «сменив на этом посту Верди»: the name in one of the cases right behind, or behind a rank. */
function nameBehind(reading: Reading, tree: Tree, words: readonly number[], cases: readonly string[]): number | null {
  const stops = words.map(
    (t) => mentionsAt(reading, tree, t).find((m) => m.kind === 'post')?.stop ?? tree.tokens[t]?.stop ?? -1,
  );
  const here = reading.mentions[tree.sentence.index] ?? [];
  // «генерала», «лидера партии»: what else the man is, between the post and his name
  const isRight = (from: number, to: number): boolean =>
    to === from + 1 || here.some((m) => m.kind === 'post' && m.start === from + 1 && m.stop === to - 1);
  const name = here.find(
    (m) =>
      m.kind === 'person' &&
      m.form === 'name' &&
      cases.includes(caseAt(tree, m.head) ?? 'Nom') &&
      stops.some((stop) => isRight(stop, m.start)),
  );
  return name?.head ?? null;
}

const replacing: ReadonlySet<string> = new Set(['replace', 'replaced']);
