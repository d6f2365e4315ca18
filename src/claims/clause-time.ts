import type { Grain } from '../language/time.ts';
import { addDays, type ClaimTime, daysBetween } from '../model/time.ts';
import { toClaimTime, toDayRange } from './claim-time.ts';
import { lemmaList } from './lemma-list.ts';
import { occurrenceVerbs } from './misread-arguments.ts';
import type { Predication } from './predications.ts';
import type { PlacedTime, Reading } from './reading.ts';
import { isReportingVerb } from './reporting.data.ts';
import { verbOf } from './reserve.ts';
import { isSpanAhead, withSpanAhead } from './span-ahead.ts';
import { clauseHead, isFuture, isStillAhead } from './clause.ts';
import {
  ancestors,
  createTokenMemory,
  dependents,
  isVerbal,
  prepositionOf,
  subtree,
  type Tree,
  universal,
} from './tree.ts';
import { isYearOfThing } from './year-of-thing.ts';

/** A time, and where the sentence says it; nowhere, where one before it does. */
export interface FoundTime {
  readonly time: ClaimTime;
  readonly placed: PlacedTime | null;
}

/**
 * The time of a predication: the expression that hangs on it, on what hangs on it, on the verb that carries it, else on the
 * clause that it stands in. «26 февраля заявил, что встреча пройдёт в марте»: the meeting takes March, the statement the 26th.
 * Those that `leave` holds of are passed over.
 */
export function findClauseTime(
  reading: Reading,
  p: Predication,
  leave: (placed: PlacedTime) => boolean = () => false,
): FoundTime | null {
  const told = (reading.times[p.tree.sentence.index] ?? []).map((t) => withSpanAhead(reading, p.tree, t));
  const candidates = told.filter(
    (t) =>
      isCalendar(t) &&
      !isAdrift(reading, t) &&
      !isBehind(reading, p, t) &&
      !isTerm(reading, p, t) &&
      t.last >= followsAt(p) &&
      !leave(t),
  );
  if (candidates.length === 0) return timeBefore(reading, p);
  // «провести встречу (третью с весны) до конца ноября»
  const outside = candidates.filter((t) => !isInBrackets(p.tree, t.first) || isInBrackets(p.tree, p.token));
  const open = outside.length > 0 ? outside : candidates;
  const around = timeOfWhen(reading, p.tree, p.form === 'noun' ? p.light : p.token);
  const own = timeIn(ownDomainsOf(p), p, open) ?? behindOccasion(p, open) ?? around ?? timeIn(domainsAbove(p), p, open);
  if (own) return own;
  const shared = timeIn(occasionOf(p), p, open);
  return shared && { ...shared, placed: null };
}

/** The time of what somebody does: a year that tells which thing it is done to («отменил закон 2018 года») is not when. */
export function findActTime(
  reading: Reading,
  p: Predication,
  leave: (placed: PlacedTime) => boolean = () => false,
): FoundTime | null {
  return findClauseTime(reading, p, (t) => leave(t) || isYearOfThing(p.tree, t, [p.token, p.light]));
}

/** Whether a bracket is open at a token of its sentence. */
function isInBrackets(tree: Tree, token: number): boolean {
  const mark = tree.tokens.slice(0, token).findLast((t) => t.text === '(' || t.text === ')');
  return mark?.text === '(';
}

/** The time of the first domain that has one, the nearest in it. */
function timeIn(
  domains: readonly ReadonlySet<number>[],
  p: Predication,
  candidates: readonly PlacedTime[],
): FoundTime | null {
  for (const domain of domains) {
    const within = candidates.filter((t) => domain.has(t.governor));
    // «в мае договор продлили до 2030 года»: how long is not when
    const dated = within.filter((t) => t.expression.from !== null);
    const fitting = dated.length > 0 ? dated : within;
    const nearest = fitting.toSorted((x, y) => distance(x, p.token) - distance(y, p.token))[0];
    const best = nearest ? narrowest(nearest, fitting) : undefined;
    const time = best ? toClaimTime(isBegun(p, best) ? withItsDay(best.expression) : best.expression) : null;
    if (best && time) return { time, placed: best };
  }
  return null;
}

/** «перемирие началось с полуночи 27 июля»: a start takes that day, not all since then. */
function isBegun({ tree, token, form, light }: Predication, { expression: { stated } }: PlacedTime): boolean {
  const verb = tree.tokens[form === 'noun' ? light : token]?.lemma ?? '';
  return stated.includes('day') && /^(?:нача(?:ться|ть)|стартовать|возобновиться)$/u.test(verb);
}

function withItsDay(expression: PlacedTime['expression']): PlacedTime['expression'] {
  const { from, to } = expression;
  return from !== null && to === null ? { ...expression, to: addDays(from, 1) } : expression;
}

/** «24 октября 2016 года, когда Верди ушёл»: the day that a clause of «когда» tells more of; `null` where the verb heads none. */
export function timeOfWhen(reading: Reading, tree: Tree, verb: number): FoundTime | null {
  const when = dependents(tree, verb, 'mark', 'advmod').find((c) => c < verb && tree.tokens[c]?.norm === 'когда') ?? -1;
  const placed = (reading.times[tree.sentence.index] ?? []).find(
    (t) => t.last === when - 2 && tree.tokens[when - 1]?.text === ',' && isCalendar(t) && !isAdrift(reading, t),
  );
  if (!placed) return null;
  const { expression } = placed;
  // «с 1997 года, когда»: the year itself, not all since then
  const isOpen = expression.from !== null && expression.to === null && /^\d{4}$/u.test(expression.value ?? '');
  const time = toClaimTime(isOpen ? { ...expression, to: `${Number(expression.value) + 1}-01-01` } : expression);
  return time && { time, placed: null };
}

/** «В 2006 году он ушёл. Тогда же распался кабинет»: the last time that the sentences right before this one name. */
function timeBefore(reading: Reading, { tree, token, light, form }: Predication): FoundTime | null {
  const verb = form === 'noun' ? light : token;
  const isThen = dependents(tree, verb, 'advmod').some(
    (c) => c < verb && tree.tokens[c]?.norm === 'тогда' && tree.tokens[c + 1]?.norm !== 'как',
  );
  if (!isThen || isFuture(tree, verb)) return null;
  const { index } = tree.sentence;
  const named = [reading.times[index - 2], reading.times[index - 1]].flatMap((times) => times ?? []);
  const placed = named.findLast((t) => isCalendar(t) && !isAdrift(reading, t) && t.expression.from !== null);
  const time = placed ? toClaimTime(placed.expression) : null;
  return time && isPastDay(reading, time.to) ? { time, placed: null } : null;
}

/** Whether a day is told of a predication, also one that nobody can place for want of a day of publication. */
export function isDated(reading: Reading, p: Predication): boolean {
  const days = (reading.times[p.tree.sentence.index] ?? []).filter(
    (t) =>
      (['date', 'time', 'interval'].includes(t.expression.kind) && t.expression.value !== 'PRESENT_REF') ||
      isSpanAhead(p.tree, t),
  );
  if (days.length === 0) return false;
  const isWithin = (domain: ReadonlySet<number>): boolean => days.some((t) => domain.has(t.governor));
  return ownDomainsOf(p).some(isWithin) || domainsAbove(p).some(isWithin);
}

/** A range of more years than this says when of nothing: it comes of an open day of publication. */
const widestYears = 30;

function isCalendar(placed: PlacedTime): boolean {
  const { kind, from, to, value } = placed.expression;
  // «в ближайшее время», «в ближайшие дни»: some day ahead is no day
  if (to === null && /^(?:FUTURE_REF|PX\p{L})$/u.test(value ?? '')) return false;
  if (kind !== 'date' && kind !== 'time' && kind !== 'interval') return false;
  return from === null || to === null ? from !== to : Number(to.slice(0, 4)) - Number(from.slice(0, 4)) <= widestYears;
}

/** How many days a time of a grain can have, at most. */
const grainDays: Readonly<Partial<Record<Grain, number>> & { day: number; year: number }> = {
  day: 3,
  weekend: 4,
  week: 14,
  month: 62,
  quarter: 124,
  season: 124,
  half: 248,
  year: 732,
};

/**
 * «в среду», «в скором времени» in a text of which nobody knows on which day of a year it was published: days that spread
 * over all of them say when of nothing.
 */
export function isAdrift(reading: Reading, { expression }: PlacedTime): boolean {
  const published = reading.context.published;
  const known = published?.from && published.to && daysBetween(published.from, published.to) <= 10;
  if (known || expression.stated.includes('year')) return false;
  const { from, to, grain } = expression;
  if (from === null || to === null) return !published?.from || !expression.stated.includes('month');
  return daysBetween(from, to) > (grainDays[grain ?? 'year'] ?? grainDays.day);
}

/**
 * «станет первым шагом после выборов в апреле 2013 года», written in May: what is still to come has not the day of what is past.
 * What somebody once said would come («обещал, что сдаст мост в 2015 году») has.
 */
function isBehind(reading: Reading, { tree, token, form, light }: Predication, { expression }: PlacedTime): boolean {
  const verb = form === 'noun' ? light : token;
  // «готовы рассказать правду о событиях 1915 года»
  const isOffered = form === 'infinitive' && readiness.has(tree.tokens[tree.tokens[verb]?.head ?? -1]?.lemma ?? '');
  const isTold = ['noun', 'finite'].includes(form) && isStillAhead(tree, verb);
  if (verb < 0 || !(isTold || isOffered)) return false;
  const { from, to } = toDayRange(expression);
  const published = reading.context.published?.from ?? null;
  // «пройдёт в пятый раз с 1970 года»: not since then
  const isOld = to === null && from !== null && published !== null && daysBetween(from, published) > grainDays.year;
  return isOld || isPastDay(reading, to);
}

const readiness: ReadonlySet<string> = new Set(lemmaList(`готовый готов намеренный намерен`));

/** «мандат продлён до 31 июля 2015 года», written in 2014: for how long, not when. */
function isTerm(reading: Reading, p: Predication, { expression }: PlacedTime): boolean {
  if (expression.from !== null) return false;
  const { tree } = p;
  const verb = verbOf(p);
  const isAhead = (reading.context.published?.to ?? '9999') < (toDayRange(expression).to ?? '');
  // «предложения должны быть внесены до 1 июля»
  const isOwed = tree.tokens[verb]?.relation === 'xcomp';
  const isPast = tree.tokens[verb]?.features.tense === 'Past' && !isFuture(tree, verb) && !isOwed;
  return isAhead && isPast;
}

/** Whether a day lies before the first on which the article may have come out. */
export function isPastDay(reading: Reading, day: string | null): boolean {
  const published = reading.context.published?.from ?? null;
  return day !== null && published !== null && day < published;
}

/** «закончат до 15 ноября, после чего порт перейдёт»: where the clause begins that tells what follows; -1 for all others. */
function followsAt(p: Predication): number {
  const { tree } = p;
  const verb = verbOf(p);
  return (tree.children[verb] ?? []).find((c) => c < verb && isThereafter(tree, c)) ?? -1;
}

/** «, после чего», «, вслед за этим», «, затем» */
function isThereafter(tree: Tree, token: number): boolean {
  const { norm = '' } = tree.tokens[token] ?? {};
  const preposition = prepositionOf(tree, token) ?? '';
  const opens = tree.tokens.slice(Math.max(0, token - 3), token).some((t) => t.text === ',');
  return (
    opens &&
    (/^(?:затем|потом)$/u.test(norm) ||
      (/^(?:чего|этого|чем|этим)$/u.test(norm) && /^(?:после|за|вслед за)$/u.test(preposition)))
  );
}

function distance(placed: PlacedTime, token: number): number {
  return placed.first > token ? placed.first - token : token - placed.last;
}

/** «через год, в апреле 2025 года»: of two times for one thing the one that lies within the other says more. */
function narrowest(nearest: PlacedTime, all: readonly PlacedTime[]): PlacedTime {
  const { from, to } = nearest.expression;
  const within = all.find((t) => {
    const other = t.expression;
    const inside = from !== null && to !== null && other.from !== null && other.to !== null;
    return t !== nearest && inside && other.from >= from && other.to <= to;
  });
  return within ?? nearest;
}

/** Prepositions that place a happening beside the clause's own time: «накануне выставки заявили 21 мая». */
const besides = new Set(['накануне', 'перед', 'после', 'до', 'в преддверии', 'по итогам', 'по результатам']);

/**
 * «после встречи с Верди в Ольмаре в 2019 году министр ушёл»: a time right behind the words of what the clause follows is told of it,
 * whatever the parser hangs it on.
 */
function behindOccasion(p: Predication, candidates: readonly PlacedTime[]): FoundTime | null {
  const { tree, token } = p;
  if (p.form !== 'noun' || !followed.has(prepositionOf(tree, token) ?? '')) return null;
  const words = new Set(subtree(tree, token));
  const isNext = ({ first, governor }: PlacedTime): boolean =>
    first > token &&
    governor > first &&
    tree.tokens
      .slice(token, first)
      .every((t, i) => words.has(token + i) || (t.pos === 'ADP' && token + i === first - 1));
  const behind = candidates.filter(isNext);
  return timeIn([new Set(behind.map((t) => t.governor))], p, behind);
}

const followed: ReadonlySet<string> = new Set(['после', 'по итогам', 'по результатам']);

/** «обещает поставить в июле катера»: a promise in the present has the day of what is promised; «в июле обещал» has its own. */
function isPromised(tree: Tree, token: number, governor: number): boolean {
  const isNext = tree.tokens[token]?.head === governor && tree.tokens[token]?.relation === 'xcomp';
  return isNext && tree.tokens[governor]?.features.tense !== 'Past';
}

/** «Договор вступил в силу — это произошло 5 мая»: what is added says when. */
function addedTo(tree: Tree, token: number): ReadonlySet<number> {
  return wordsOfClauses(tree, token, (c) => {
    const told = occurrenceVerbs.has(tree.tokens[c]?.lemma ?? '') && tree.tokens[c]?.relation === 'parataxis';
    return told && (tree.children[c] ?? []).some((s) => tree.tokens[s]?.norm === 'это');
  });
}

/** «встреча, намеченная на октябрь, отменена», «саммит, который должен пройти в мае»: the clause that says when it was to be. */
function scheduledIn(tree: Tree, noun: number): ReadonlySet<number> {
  return wordsOfClauses(tree, noun, (c) => {
    const { lemma = '', relation = '' } = tree.tokens[c] ?? {};
    return relation.startsWith('acl') && scheduling.has(lemma);
  });
}

const scheduling: ReadonlySet<string> = new Set(
  lemmaList(`наметить намечать запланировать планировать планироваться назначить ожидать ожидаться должен предстоять`),
);

function wordsOfClauses(tree: Tree, token: number, isMeant: (child: number) => boolean): ReadonlySet<number> {
  return new Set((tree.children[token] ?? []).filter(isMeant).flatMap((clause) => subtree(tree, clause)));
}

/**
 * «строительство планируется начать в мае»: the infinitive that says when, under the verb whose subject the noun is, or under the
 * verb itself that is read.
 */
function begunIn({ tree, token, form }: Predication): ReadonlySet<number> {
  const { head = -1, relation = '' } = tree.tokens[token] ?? {};
  const isToldOf = form === 'noun' && ['nsubj', 'obj'].includes(universal(relation));
  const governor = isToldOf ? head : form === 'finite' ? token : -1;
  return new Set(dependents(tree, governor, 'xcomp', 'csubj').filter((c) => isVerbal(tree.tokens[c])));
}

/**
 * Where to look first: the word itself and the verb that carries it, what is to be begun («учение, намеченное на май, планируется
 * провести в июле»), its own phrase, what says when it was to be or was.
 */
function ownDomainsOf(p: Predication): readonly ReadonlySet<number>[] {
  return (domains(p.tree)[p.token] ??= findOwnDomains(p));
}

const domains = createTokenMemory<readonly ReadonlySet<number>[]>();

function findOwnDomains(p: Predication): readonly ReadonlySet<number>[] {
  const { tree, token } = p;
  const own = new Set([token, ...(p.light >= 0 ? [p.light] : [])]);
  const phrase = new Set(
    subtree(tree, token, (child) => {
      const relation = tree.tokens[child]?.relation ?? '';
      return isVerbal(tree.tokens[child]) && relation !== 'amod' && child !== token;
    }),
  );
  return [own, begunIn(p), phrase, scheduledIn(tree, token), addedTo(tree, token)];
}

/** Where to look then: the verbs above that are no reports, and the clause that a noun stands in. */
function domainsAbove(p: Predication): readonly ReadonlySet<number>[] {
  const { tree, token } = p;
  // «1 мая начал действовать договор, который заключили стороны», «подал в мае в отставку после того, как его обвинили»:
  // the day is that of the clause around it
  if (p.form === 'finite' && universal(tree.tokens[token]?.relation ?? '') === 'acl') return [];
  if (p.form === 'noun' && besides.has(prepositionOf(tree, token) ?? '')) return [];
  if (p.form === 'participle' && tree.tokens[token]?.relation !== 'root') return [];
  const above = new Set<number>();
  for (const ancestor of ancestors(tree, token)) {
    const word = tree.tokens[ancestor];
    // «отметили это, назначив посла»: what is done by the way is done on the same day
    const isApart = p.form !== 'noun' && p.form !== 'converb';
    if (isReportingVerb(word?.lemma ?? '') && isApart && !isPromised(tree, token, ancestor)) break;
    above.add(ancestor);
    if (isReportingVerb(word?.lemma ?? '')) break;
    if (isVerbal(word) && ['root', 'ccomp', 'acl:relcl', 'parataxis', 'advcl'].includes(word?.relation ?? '')) break;
  }
  const clause = clauseHead(tree, token);
  const isOfClause = clause >= 0 && p.form === 'noun';
  return isOfClause ? [above, new Set(clauseOf(tree, clause))] : [above];
}

/** A verb with what stands in its clause. */
function clauseOf(tree: Tree, verb: number): readonly number[] {
  return subtree(tree, verb, (child) => isVerbal(tree.tokens[child]) && child !== verb);
}

/**
 * «5 мая посетил Лион, где обсудил договор», «прошла встреча, на которой подписали договор»: what is done there is done then.
 * In: a predication. Out: the clause that tells when, for one within a relative clause of the same tense; else none.
 */
function occasionOf(p: Predication): readonly ReadonlySet<number>[] {
  const { tree } = p;
  const verb = verbOf(p);
  const word = tree.tokens[verb];
  if (!word || universal(word.relation) !== 'acl' || word.features.aspect !== 'Perf') return [];
  const main = clauseHead(tree, verb);
  const isThere = dependents(tree, verb, 'advmod', 'mark', 'obl').some((c) =>
    tree.tokens[c]?.norm === 'где' ? c < verb : occasions.has(prepositionOf(tree, c) ?? '') && isWhich(tree, c),
  );
  const isOneTense =
    tree.tokens[main]?.features.tense === word.features.tense && isFuture(tree, main) === isFuture(tree, verb);
  return isThere && isOneTense ? [new Set(clauseOf(tree, main))] : [];
}

const occasions: ReadonlySet<string> = new Set(['на', 'в ходе', 'во время', 'в рамках', 'по', 'по итогам']);

/** «на которой», «по итогам которой» */
function isWhich(tree: Tree, token: number): boolean {
  const { lemma = '' } = tree.tokens[token] ?? {};
  const own = lemma === 'итог' || lemma === 'результат' ? dependents(tree, token, 'nmod', 'det') : [token];
  return own.some((c) => tree.tokens[c]?.lemma === 'который');
}
