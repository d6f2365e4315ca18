import type { PositionClaim, Role } from '../model/claim.ts';
import { toClaimTime } from './claim-time.ts';
import { hullOf } from '../model/span.ts';
import { daysBetween } from '../model/time.ts';
import { isPastDay } from './clause-time.ts';
import { draftPosition } from './draft-position.ts';
import type { Draft } from './draft.ts';
import { isPost, readPost } from './post-phrase.ts';
import { isQuoted } from './quoted-speech.ts';
import type { PlacedTime, Reading } from './reading.ts';
import { fillRole, kindAt } from './roles.ts';
import { ancestors, coordinated, dependents, isVerbal, type Tree } from './tree.ts';
import { personAbove } from './who-acts.ts';

type Tense = PositionClaim['tense'];

/**
 * Posts of a life told in lines without a verb: «Верди родился в Генуе. С 1992 года — начальник порта. С 2001 года — мэр.» Whose
 * they are is whom the sentence, else those before it, speak of; one that has no end is held until the next line tells another.
 */
export function findLifePositions(reading: Reading): readonly Draft[] {
  return reading.trees.flatMap((tree) =>
    (reading.times[tree.sentence.index] ?? []).flatMap((placed) => {
      const post = postAfter(reading, tree, placed) ?? postBefore(reading, tree, placed);
      const noun = tree.tokens[post ?? -1];
      if (post === null || !noun || isQuoted(reading, noun)) return [];
      const person = personOf(reading, tree, post);
      if (!person) return [];
      // «в 2004 году — советник; в 2008 году — посол»: up to the next time
      const next = (reading.times[tree.sentence.index] ?? []).find((one) => one.first > post)?.first ?? Infinity;
      const posts = coordinated(tree, post).filter((t) => t < next && isPost(reading, tree, t));
      return posts.map((one) => draftOf(reading, tree, placed, one, person));
    }),
  );
}

/**
 * The tense of what a life tells, by its other lines: what began without an end is over where a later line tells of another post,
 * and «В 2006 году назначен послом» is news only near the day of publication. In: all drafts of positions. Out: the same, settled.
 */
export function settleLife(reading: Reading, drafts: readonly Draft[]): readonly Draft[] {
  const published = reading.context.published?.from ?? null;
  return drafts.map((draft): Draft => {
    if (draft.type !== 'position' || draft.tense === 'former' || !draft.time?.from || !isOfLife(draft)) return draft;
    if (draft.rule !== lifeRule && (published === null || isNear(draft.time.to, published))) return draft;
    const tense: Tense = drafts.some((other) => isNextLine(draft, other)) ? 'former' : 'current';
    const { time, roles, evidence, rule, sentence, token } = draft;
    return draft.tense === tense ? draft : draftPosition({ tense, time, roles, evidence, rule, sentence, token });
  });
}

const lifeRule = 'position.life';

/** A line with a year whose person the sentences before it name, and what somebody took up in a year: «в 2008 году стал мэром». */
function isOfLife(draft: Draft): boolean {
  const carried = draft.roles.some((r) => r.role === 'person' && r.span === null);
  return draft.rule === lifeRule || takingUp.has(draft.rule) || (carried && appointing.has(draft.rule));
}

const takingUp: ReadonlySet<string> = new Set(
  ['become', 'replace', 'take', 'enter', 'heads'].map((name) => `position.${name}`),
);

const appointing: ReadonlySet<string> = new Set(['position.appoint', 'position.put']);

function isNextLine(draft: Draft, other: Draft): boolean {
  const [began, next] = [draft.time?.from ?? null, other.time?.from ?? null];
  const later = began !== null && next !== null && began < next && draft.evidence.stop <= other.evidence.start;
  return later && personIn(draft) === personIn(other);
}

function personIn(draft: Draft): string | undefined {
  return draft.roles.find((r) => r.role === 'person')?.name;
}

/** News of an appointment tells of days at most this long ago. */
const newsDays = 60;

function isNear(day: string | null, published: string): boolean {
  return day === null || daysBetween(day, published) <= newsDays;
}

/** «С 1992 года — начальник порта», at the start of a sentence also without the dash: the post in the nominative after a year. */
function postAfter(reading: Reading, tree: Tree, { expression, first, last }: PlacedTime): number | null {
  if (!expression.stated.includes('year') || toClaimTime(expression) === null) return null;
  const rest = reading.analysis.text.slice(expression.stop, tree.sentence.stop);
  const dash = /^(?:\s(?:по настоящее время|и по сей день))?\s?[—–-]\s/u.exec(rest)?.[0] ?? null;
  const from = expression.stop + (dash?.length ?? 0);
  const words = tree.tokens.slice(last + 1).filter((t) => t.start >= from);
  const noun = words.find((t) => t.pos !== 'ADJ');
  const post = noun ? tree.tokens.indexOf(noun) : -1;
  if (!noun || !isPost(reading, tree, post) || noun.features.case !== 'Nom' || noun.features.number === 'Plur')
    return null;
  const isLine = dash !== null || (first <= 1 && noun.head < 0);
  const subjects = dependents(tree, post, 'nsubj', 'cop').filter((t) => t < first || t > last);
  return isLine && subjects.length === 0 && !isNamed(reading, tree, post) ? post : null;
}

/** «Депутат палаты с 1998 по 2007 год.»: a line that is a post with its years behind it, and no more. */
function postBefore(reading: Reading, tree: Tree, { expression }: PlacedTime): number | null {
  const post = tree.tokens.findIndex((t) => t.pos !== 'ADJ');
  const noun = tree.tokens[post];
  const isLine = noun !== undefined && noun.head < 0 && noun.features.case === 'Nom' && isPost(reading, tree, post);
  if (!isLine || !expression.stated.includes('year') || toClaimTime(expression) === null) return null;
  const isLast = /^[.\s]*$/u.test(reading.analysis.text.slice(expression.stop, tree.sentence.stop));
  const hasName = (reading.mentions[tree.sentence.index] ?? []).some((m) => m.kind === 'person');
  return isLast && !hasName && !tree.tokens.some((t) => isVerbal(t)) ? post : null;
}

/** «С 2001 года — посол Марк Ренн»: the words themselves name who it is. */
function isNamed(reading: Reading, tree: Tree, post: number): boolean {
  const noun = tree.tokens[post];
  return (reading.mentions[tree.sentence.index] ?? []).some(
    (m) => m.kind === 'person' && m.form === 'name' && m.start > (noun?.start ?? 0) && isNominative(tree, m.head),
  );
}

function isNominative(tree: Tree, token: number): boolean {
  return (tree.tokens[token]?.features.case ?? 'Nom') === 'Nom';
}

/** «Верди родился в Генуе, с 1992 года — её мэр»: the subject of the words above, else of the sentences before. */
function personOf(reading: Reading, tree: Tree, post: number): Role | null {
  const subjects = ancestors(tree, post).flatMap((t) => dependents(tree, t, 'nsubj'));
  const [subject] = subjects;
  if (subject === undefined) return personAbove(reading, tree);
  if (kindAt(reading, tree, subject) !== 'person') return null;
  return { ...fillRole(reading, tree, subject, 'person'), span: null };
}

function draftOf(reading: Reading, tree: Tree, placed: PlacedTime, post: number, person: Role): Draft {
  const { post: role, organisation } = readPost(reading, tree, post);
  const time = toClaimTime(placed.expression);
  const opening = tree.tokens[placed.first - 1];
  const start = (opening?.pos === 'ADP' ? opening : tree.tokens[placed.first])?.start ?? placed.expression.start;
  return draftPosition({
    tense: isPastDay(reading, time?.to ?? null) ? 'former' : 'current',
    time,
    roles: [person, role, ...(organisation ? [organisation] : [])],
    evidence: hullOf([{ start, stop: placed.expression.stop }, role.span ?? tree.tokens[post] ?? placed.expression]),
    rule: lifeRule,
    sentence: tree.sentence.index,
    token: post,
  });
}
