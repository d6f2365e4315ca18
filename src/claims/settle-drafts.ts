import { contains, overlaps, sharesHalf } from '../model/span.ts';
import { clauseHead, isFuture } from './clause.ts';
import type { Draft } from './draft.ts';
import type { Rejected } from './findings.ts';
import { whyOfName, whyWithin, withoutTimeOfPaper } from './laid-down.ts';
import { whyOfLink } from './link-text.ts';
import { isVerdict } from './measure.ts';
import { readPredication } from './predications.ts';
import type { Reading } from './reading.ts';
import { isSetting } from './reserve.ts';
import { ancestors, isAttribute, isVerbal, type Tree, universal } from './tree.ts';

/** Which type is the more telling where two frames found one thing; a later one gives way. */
const precedence: readonly Draft['type'][] = [
  'agreement',
  'exercise',
  'supply',
  'deployment',
  'meeting',
  'institution',
  'measure',
  'event',
];

/**
 * Keeps one draft of each thing: claims found by several frames are one claim, and a headline that the body repeats makes none.
 * What gives way is returned with its reason.
 */
export function settleDrafts(
  reading: Reading,
  drafts: readonly Draft[],
): { readonly drafts: readonly Draft[]; readonly rejected: readonly Rejected[] } {
  const kept: Draft[] = [];
  const rejected: Rejected[] = [];
  const statements = drafts.filter((d) => d.type === 'statement');
  const verdicts = drafts.filter((d) => isVerdict(d.rule));
  for (const draft of [...statements, ...drafts.filter((d) => d.type !== 'statement').toSorted(byPrecedence)]) {
    const reason =
      whyOfLink(reading, draft) ??
      whyNoOpinion(draft, verdicts) ??
      whyMentionedAgain(reading, draft, drafts) ??
      whyHeldAgain(reading, draft, drafts) ??
      whyWithin(reading, draft, drafts) ??
      whyOfName(reading, draft, drafts) ??
      whyOfHeadline(reading, draft, drafts) ??
      whyOfExercise(draft, drafts) ??
      whyCarried(reading, draft, drafts) ??
      whyTalkedOf(reading, draft, drafts) ??
      whyOfSupply(reading, draft, drafts) ??
      whyNot(reading, draft, kept);
    if (reason) rejected.push({ rule: draft.rule, reason, ...draft.evidence });
    else kept.push(draft);
  }
  return {
    drafts: kept.map((draft) =>
      withoutTimeOfPaper(reading, withoutEcho(reading, withFutureOfClause(reading, draft, kept), kept), kept),
    ),
    rejected,
  };
}

/** «обсудим это в мае на коллегии»: where nothing else tells what will be, the setting of it is what is planned. */
function withFutureOfClause(reading: Reading, draft: Draft, kept: readonly Draft[]): Draft {
  const tree = reading.trees[draft.sentence];
  if (!tree || draft.type !== 'meeting' || draft.status !== 'planned' || draft.force !== null) return draft;
  const p = readPredication(tree, draft.token);
  const clause = clauseHead(tree, draft.token);
  const told = kept.some((k) => k.sentence === draft.sentence && k.token !== draft.token && k.force !== null);
  return isSetting(p) && isFuture(tree, clause) && !told ? { ...draft, force: 'plan' } : draft;
}

/**
 * «планирует поднять пошлину на 5 %»: the plan is that of the measure, and the figure only says how much; «намерены обсудить волнения
 * в порту»: it is that of the talks, and the noun only says of what.
 */
function withoutEcho(reading: Reading, draft: Draft, kept: readonly Draft[]): Draft {
  const tree = reading.trees[draft.sentence];
  if (!tree || draft.force === null) return draft;
  const told = kept.filter(
    (k) => k !== draft && k.type !== 'figure' && k.force !== null && k.sentence === draft.sentence,
  );
  const isEcho = told.some((k) =>
    draft.type === 'figure' ? overlaps(k.evidence, draft.evidence) : isWithin(tree, draft.token, k.token),
  );
  return isEcho ? { ...draft, force: null } : draft;
}

/** Whether a noun or a participle is part of what the verb or noun above it tells, in the same clause. */
function isWithin(tree: Tree, part: number, whole: number): boolean {
  const { verbForm, variant } = tree.tokens[part]?.features ?? {};
  if (isVerbal(tree.tokens[part]) && (verbForm !== 'Part' || variant === 'Short')) return false;
  let at = part;
  for (let guard = 0; guard < 12 && at >= 0 && at !== whole; guard++) {
    const { relation = '', head = -1, features } = tree.tokens[at] ?? {};
    if (relation === 'acl:relcl' || (at !== part && features?.verbForm === 'Fin')) return false;
    at = head;
  }
  return at === whole;
}

function byPrecedence(a: Draft, b: Draft): number {
  if (a.type === 'exercise' && b.type === 'exercise' && isNamed(a) !== isNamed(b)) return isNamed(a) ? -1 : 1;
  return a.sentence === b.sentence ? precedence.indexOf(a.type) - precedence.indexOf(b.type) : b.sentence - a.sentence;
}

function whyNot(reading: Reading, draft: Draft, kept: readonly Draft[]): string | null {
  if (draft.type === 'statement' || draft.type === 'position') return null;
  const speech = kept.find(
    (k) =>
      k.type === 'statement' &&
      k.sentence === draft.sentence &&
      k.token === draft.token &&
      k.rule !== 'statement.headline',
  );
  if (speech && draft.type !== 'figure') return `told by ${speech.rule}`;
  const same = kept.filter(
    (k) => k.sentence === draft.sentence && k.type !== 'statement' && k.type !== 'position' && k.type !== 'figure',
  );
  if (draft.type !== 'figure') {
    const twin = same.find(
      (k) =>
        k.type === draft.type &&
        (k.token === draft.token ||
          (k.rule === draft.rule && overlaps(k.evidence, draft.evidence) && contains(k.evidence, draft.evidence))),
    );
    if (twin) return `the same as ${twin.rule}`;
    // «нашёл судно, перехваченное 23 января»: a word in common does not make two runs one; half of the shorter does
    const over =
      draft.type === 'event'
        ? same.find((k) => sharesHalf(k.evidence, draft.evidence) && !isToldOfPart(reading, k, draft))
        : same.find((k) => k.token === draft.token);
    if (over) return `told by ${over.rule}`;
  }
  // «учение «Щит», маневры пройдут на двух полигонах»: the second word for one exercise
  const bare = draft.type === 'exercise' && !isNamed(draft) && draft.time === null ? draft : null;
  if (bare && kept.some((k) => k.type === 'exercise' && isNamed(k) && isToldBeside(bare, k)))
    return 'the exercise named beside it';
  if (isHeadline(reading, draft) && draft.rule === 'event.act') {
    if (!isStatesPlan(reading, draft)) return 'a headline that names no kind of happening';
    return kept.some((k) => k.sentence > 0 && isSamePlan(draft, k)) ? 'a headline that the body repeats' : null;
  }
  if (isHeadline(reading, draft) && kept.some((k) => k.sentence > 0 && k.type === draft.type))
    return 'a headline that the body repeats';
  return null;
}

/** «Варония построит мост в Мередии»: a state says in a headline what it is to do. */
function isStatesPlan(reading: Reading, draft: Draft): boolean {
  const tree = reading.trees[draft.sentence];
  const isOwn = draft.cues?.length === 1 && draft.cues[0]?.name === 'future';
  const states = draft.roles.filter((r) => r.role === 'actor');
  const isDone = draft.roles.some((r) => r.role === 'object') && states.length > 0;
  return (
    tree !== undefined && isOwn && isDone && isFuture(tree, draft.token) && states.every((r) => r.type === 'state')
  );
}

/** Whether the body tells of a future of one of those of whom the headline tells it. */
function isSamePlan(headline: Draft, told: Draft): boolean {
  const names = new Set(headline.roles.filter((r) => r.role === 'actor').map((r) => r.name));
  return told.force !== null && told.roles.some((r) => r.role !== 'place' && names.has(r.name));
}

/** «учения Италии и Дании начнутся в Генуе. Манёвры «Щит» …»: whose exercise it is, told before its name, says more. */
function isToldBeside(bare: Draft, named: Draft): boolean {
  if (Math.abs(named.sentence - bare.sentence) > 1) return false;
  return bare.sentence >= named.sentence || !bare.roles.some((r) => r.role === 'party');
}

/**
 * «обещают отменить реформу, начатую в мае», «в рамках договора проведёт проверку»: what a participle tells of the object, or
 * the setting of the act, is not what the verb tells.
 */
function isToldOfPart(reading: Reading, part: Draft, whole: Draft): boolean {
  const tree = reading.trees[part.sentence];
  if (!tree || !ancestors(tree, part.token).includes(whole.token)) return false;
  return isAttribute(tree, part.token) || (whole.force !== null && isSetting(readPredication(tree, part.token)));
}

/** «суд признал его виновным», «парламент выразил недоверие»: what they say so is done. */
function whyNoOpinion(draft: Draft, verdicts: readonly Draft[]): string | null {
  const isTold = verdicts.some((v) => v.sentence === draft.sentence && v.token === draft.token);
  return draft.type === 'statement' && isTold ? 'a verdict, no opinion' : null;
}

/** «учение «Щит»; маневры пройдут на двух полигонах»: what takes place is the exercise, also where that was told beside it. */
function whyOfExercise(draft: Draft, all: readonly Draft[]): string | null {
  if (draft.type !== 'event') return null;
  const exercise = all.find(
    (d) => d.type === 'exercise' && d.sentence === draft.sentence && sharesHalf(d.evidence, draft.evidence),
  );
  return exercise ? `told by ${exercise.rule}` : null;
}

/** «приостановила поставки газа» tells of the supply, «ограничит поставки вина из Варонии» of an act against who sends it. */
function whyOfSupply(reading: Reading, draft: Draft, all: readonly Draft[]): string | null {
  if (draft.type !== 'measure' && draft.type !== 'supply') return null;
  const isAgainst = ({ roles }: Draft): boolean => roles.some(({ role }) => role === 'target');
  const other = all.find((d) =>
    draft.type === 'measure'
      ? isOnSupply(reading, draft, d) && !isAgainst(draft)
      : isOnSupply(reading, d, draft) && isAgainst(d),
  );
  return other ? `told by ${other.rule}` : null;
}

/** Whether a measure is done to what is supplied. */
function isOnSupply(reading: Reading, measure: Draft, supply: Draft): boolean {
  const tree = reading.trees[measure.sentence];
  const isPair = measure.rule === 'measure.act' && supply.type === 'supply' && measure.sentence === supply.sentence;
  return isPair && tree !== undefined && readPredication(tree, measure.token).patients.includes(supply.token);
}

/** «стороны провели встречу», told before: of the verb that carries a meeting nothing else is told. */
function whyCarried(reading: Reading, draft: Draft, all: readonly Draft[]): string | null {
  const tree = reading.trees[draft.sentence];
  if (tree === undefined || draft.type !== 'event') return null;
  const meeting = all.find(
    (d) =>
      d.type === 'meeting' && d.sentence === draft.sentence && readPredication(tree, d.token).light === draft.token,
  );
  return meeting ? `told by ${meeting.rule}` : null;
}

/** «встретились в мае и обсудили торговлю»: what was talked of where the same people met is no other happening. */
function whyTalkedOf(reading: Reading, draft: Draft, all: readonly Draft[]): string | null {
  const tree = reading.trees[draft.sentence];
  const { relation, head, lemma = '' } = tree?.tokens[draft.token] ?? {};
  const isTalk = (draft.type === 'meeting' || draft.type === 'event') && /^обсу(?:дить|ждать)$/u.test(lemma);
  if (!tree || !isTalk || relation !== 'conj') return null;
  const met = all.find(
    (d) =>
      d.type === 'meeting' &&
      d.sentence === draft.sentence &&
      d.rule !== draft.rule &&
      (d.token === head || readPredication(tree, d.token).light === head),
  );
  return met && !hasOther(draft, met) ? `told by ${met.rule}` : null;
}

/** Whether somebody acts in one draft and not in the other. */
function hasOther(draft: Draft, other: Draft): boolean {
  return draft.roles.some((r) => r.role === 'actor' && !other.roles.some((known) => known.name === r.name));
}

/** «Договор подпишут в мае», as a headline: what is told as an agreement below is no event besides. */
function whyOfHeadline(reading: Reading, draft: Draft, all: readonly Draft[]): string | null {
  if (draft.type !== 'event' || !isHeadline(reading, draft)) return null;
  const told = all.find(
    (d) =>
      d.sentence === draft.sentence && d.token === draft.token && d.type !== 'event' && precedence.includes(d.type),
  );
  return told ? `told by ${told.rule}` : null;
}

/** «на саммите» after the summit has been told: the same meeting as a venue says nothing new of it. */
function whyMentionedAgain(reading: Reading, draft: Draft, all: readonly Draft[]): string | null {
  if (draft.type !== 'meeting' || draft.force !== null || draft.time !== null) return null;
  const lemmaOf = (d: Draft): string => reading.trees[d.sentence]?.tokens[d.token]?.lemma ?? '';
  const isVenue = venueRules.has(draft.rule) && draft.status !== 'denied' && !isToldByItsVerb(reading, draft);
  const told = all.some(
    (d) =>
      d.type === 'meeting' &&
      d.sentence < draft.sentence &&
      !isHeadline(reading, d) &&
      (lemmaOf(d) === lemmaOf(draft) || (draft.rule === 'meeting.visit' && visitRules.has(d.rule))) &&
      !isOfOthers(draft, d),
  );
  return isVenue && told ? 'a meeting told before, named as a venue' : null;
}

/** «прилетел в порт», «находится в порту с визитом»: what tells a visit by its verb. */
const visitRules: ReadonlySet<string> = new Set(['meeting.set-out', 'meeting.arrive']);

const venueRules: ReadonlySet<string> = new Set(['meeting.talks', 'meeting.visit', 'meeting.call']);

/** «переговоры длились пять часов», «раунд сорван», «провёл переговоры с послом», «начали переговоры»: what goes on or is held is no venue. */
function isToldByItsVerb(reading: Reading, { sentence, token }: Draft): boolean {
  const tree = reading.trees[sentence];
  if (!tree) return false;
  const { light } = readPredication(tree, token);
  const { lemma = '' } = tree.tokens[light] ?? {};
  const relation = universal(tree.tokens[token]?.relation ?? '');
  if (relation === 'obj')
    return /^(?:пров(?:ести|одить)|начать|возобновить|завершить|продолжить|прервать)$/u.test(lemma);
  return relation === 'nsubj' && light >= 0 && !/^(?:быть|иметь)$/u.test(lemma);
}

/** «визит премьера» after «визит президента»: both name who takes part, and nobody is in both, or not all of two. */
function isOfOthers(draft: Draft, told: Draft): boolean {
  const [a, b] = [draft, told].map((d) => d.roles.filter((r) => r.role === 'actor').map((r) => r.name));
  if (!a || !b || a.length === 0 || b.length === 0) return false;
  // «на встрече с послом» after «на встрече с министром»: each names two, and one of them is another
  const isOther = a.length > 1 && b.length > 1 && a.some((name) => !b.includes(name));
  return isOther || !a.some((name) => b.includes(name));
}

/** «учениями руководит посол» after an exercise: one without a name, of nobody, nowhere, at no time, that no verb holds. */
function whyHeldAgain(reading: Reading, draft: Draft, all: readonly Draft[]): string | null {
  const tree = reading.trees[draft.sentence];
  if (!tree || draft.type !== 'exercise' || isNamed(draft) || draft.time !== null) return null;
  const isTold = draft.roles.some(({ role }) => role === 'party' || role === 'place');
  if (isTold || readPredication(tree, draft.token).light >= 0) return null;
  const before = all.some((d) => d.type === 'exercise' && d.sentence < draft.sentence);
  return before ? 'an exercise told before, at no other time or place' : null;
}

/** Whether an exercise has a name of its own, not only its kind. */
function isNamed(draft: Draft): boolean {
  return draft.roles.some((r) => r.role === 'exercise' && /[«"\d]/u.test(r.text));
}

/** The headline is the first sentence where the text begins with the title. */
function isHeadline(reading: Reading, draft: Draft): boolean {
  const title = reading.context.title;
  return title !== null && draft.evidence.stop <= title.length + 1 && reading.analysis.text.startsWith(title);
}
