import type { Sentence } from '../../analysis.ts';
import type { TimeExpression } from '../../time.ts';
import type { Moment } from '../../time/calendar.ts';
import { floorTo, parseMoment } from '../../time/calendar.ts';
import type { Expression } from '../../time/expression.ts';
import type { ProfileName, TimeProfile } from '../../time/profile.ts';
import { timeProfiles } from '../../time/profile.ts';
import { resolveInterval } from '../../time/resolve.ts';
import type { Interval, Setting } from '../../time/setting.ts';
import type { PhraseNode } from '../phrases/reading.ts';
import { describeTime } from './describe-time.ts';
import { findDirection } from './find-direction.ts';
import type { TimeNode } from './find-time-nodes.ts';

export interface TimeOptions {
  /**
   * The day or local time that relative times count from, ISO; a range (inclusive days) where the day of publication is
   * open. Never today's date by itself: the caller says.
   */
  readonly reference: string | { readonly from: string; readonly to: string };
  /** Which way incomplete dates look; over the profile's own. */
  readonly direction?: TimeProfile['direction'];
  /** Conventions, by name or as settings of one's own; `news` unless said. */
  readonly profile?: ProfileName | TimeProfile;
  /** Tagged sentences of the same text, for the tenses; without them the endings of words decide. */
  readonly sentences?: readonly Sentence[];
}

/**
 * Places the times of a text on the calendar, in the order of the text, for later ones may count from earlier ones.
 * Leaves out what was refused and what no calendar has (31 June).
 */
export function resolveTimes(
  text: string,
  nodes: readonly TimeNode[],
  options: TimeOptions,
): readonly TimeExpression[] {
  const profile = withDirection(chooseProfile(options), options);
  const references = referencesOf(options.reference);
  const found: TimeExpression[] = [];
  let story: Story = { anchor: null, stop: 0, said: null, dated: null };
  for (const [i, timeNode] of nodes.entries()) {
    const { node, refused } = timeNode;
    if (refused !== null) continue;
    const expression = withYearOfNext(text, timeNode, nodes[i + 1]);
    const resolved = resolveNode(text, node, expression, { profile, references, story, options });
    if (!resolved) continue;
    found.push(describeTime(text, node, expression, resolved.interval, resolved.reference));
    story = continueStory(text, story, node, expression, resolved.interval);
  }
  return found;
}

/** «31 мая и 2 июня 2025 года»: of two days joined by «и» the second says the year of both. */
function withYearOfNext(text: string, { node, expression }: TimeNode, next: TimeNode | undefined): Expression {
  const later = next?.expression;
  if (!next || expression.type !== 'calendar' || later?.type !== 'calendar' || next.refused !== null) return expression;
  const { year, month, day } = later;
  const own = expression.month ?? month;
  const isJoined = /^\s(?:и|или)\s(?:во?\s)?$/u.test(text.slice(node.stop, next.node.start));
  const isBare = expression.day !== undefined && expression.year === undefined && expression.of === undefined;
  if (!isJoined || !isBare || year === undefined || month === undefined || day === undefined || own === undefined)
    return expression;
  return { ...expression, year: own <= month ? year : year - 1 };
}

/** What the text has spoken of last. */
interface Story {
  readonly anchor: Setting['anchor'];
  /** Where the anchor's words end. */
  readonly stop: number;
  /** The last full date told with its year in a main clause; `null` before one. */
  readonly said: Moment | null;
  /** Where the last month or day that was told with its year begins, and where its words end; `null` before one. */
  readonly dated: { readonly from: Moment; readonly stop: number } | null;
}

interface Situation {
  readonly profile: TimeProfile;
  readonly references: readonly Reference[];
  readonly story: Story;
  readonly options: TimeOptions;
}

interface Reference {
  readonly moment: Moment;
  readonly exact: boolean;
}

/** The conventions that were named or given; the grammar goes by them, whichever way dates look. */
export function chooseProfile({ profile = 'news' }: TimeOptions): TimeProfile {
  return typeof profile === 'string' ? timeProfiles[profile] : profile;
}

function withDirection(profile: TimeProfile, { direction }: TimeOptions): TimeProfile {
  return direction === undefined || direction === profile.direction ? profile : { ...profile, direction };
}

/** One reference, or up to twelve days evenly spread over an open day of publication. */
function referencesOf(reference: TimeOptions['reference']): readonly Reference[] {
  if (typeof reference === 'string') return [{ moment: parseMoment(reference), exact: reference.length > 10 }];
  const from = parseMoment(reference.from);
  const days = Math.max(0, Math.round((parseMoment(reference.to) - from) / 86_400));
  const count = Math.min(days, 11);
  return Array.from({ length: count + 1 }, (_, i) => ({
    moment: floorTo(from + (count === 0 ? 0 : (i / count) * days * 86_400), 'day'),
    exact: false,
  }));
}

interface Resolution {
  readonly interval: Interval | null;
  /** The day that `direction` counts from. */
  readonly reference: Moment;
}

/** Resolves against each reference; where most agree their answer stands, else the answers are joined. */
function resolveNode(text: string, node: PhraseNode, expression: Expression, situation: Situation): Resolution | null {
  const { references, profile, options } = situation;
  const direction = needsDirection(expression)
    ? findToward(text, node, expression, profile, options)
    : ({ toward: 'nearest', why: 'no direction is needed' } as const);
  const results = settingsFor(text, node, direction, situation).map((setting) =>
    onCalendar(resolveInterval(expression, setting)),
  );
  const first = results[0] ?? null;
  const reference = references[0]?.moment ?? 0;
  if (results.every((result) => result === null))
    return hasNoInterval(expression, profile) ? { interval: null, reference } : null;
  if (results.length === 1 || results.every((result) => result?.from === first?.from && result?.to === first?.to))
    return { interval: first, reference };
  return { interval: joinResults(results.filter((result) => result !== null)), reference };
}

/** Four in five of the days agreeing settle it; otherwise everything between the first and the last answer is possible. */
function joinResults(results: readonly Interval[]): Interval | null {
  const counts = new Map<string, number>();
  for (const result of results) counts.set(keyOf(result), (counts.get(keyOf(result)) ?? 0) + 1);
  const [key, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? ['', 0];
  const most = results.find((result) => keyOf(result) === key) ?? null;
  if (most && count >= results.length * 0.8)
    return { ...most, inferred: [...most.inferred, 'the day of publication is open; most days of it agree'] };
  if (!most) return null;
  const froms = results.map((result) => result.from);
  const tos = results.map((result) => result.to);
  const from = froms.includes(null) ? null : Math.min(...froms.map((at) => at ?? 0));
  const to = tos.includes(null) ? null : Math.max(...tos.map((at) => at ?? 0));
  if (from !== null && to !== null && to - from > farApart)
    return { ...most, from: null, to: null, inferred: [...most.inferred, 'the day of publication is not known'] };
  return { ...most, from, to, inferred: [...most.inferred, 'the day of publication is open; its range is passed on'] };
}

/** Leaves out what lies beyond the years that ISO writes with four figures («две тысячи веков назад»). */
function onCalendar(interval: Interval | null): Interval | null {
  const beyond = (at: Moment | null): boolean => at !== null && Math.abs(at) > lastMoment;
  return interval === null || beyond(interval.from) || beyond(interval.to) ? null : interval;
}

/** A little before the year 9999, in seconds from 1970; as far back. */
const lastMoment = 8028 * 365 * 86_400;

/** Ten years: a range that wide says nothing of a time that hangs on the day of publication. */
const farApart = 10 * 366 * 86_400;

function keyOf(interval: Interval): string {
  return `${String(interval.from)}/${String(interval.to)}`;
}

/** What the expression is resolved against, for each day that the text may have come out on. */
function settingsFor(
  text: string,
  node: PhraseNode,
  direction: { readonly toward: Setting['toward']; readonly why: string },
  { references, profile, story: { anchor, said, stop, dated } }: Situation,
): readonly Setting[] {
  const sameSentence = node.start - stop < 200 && !/[.!?\n][\s\u00a0]/u.test(text.slice(stop, node.start));
  const base = {
    profile,
    anchor,
    // 5 мая в 12:00 (15:00 мск)
    clockDay:
      sameSentence && anchor && /^(?:day|hour|minute)$/u.test(anchor.grain) ? floorTo(anchor.from, 'day') : null,
  };
  const toldBefore = (reference: Moment, why: string): Setting => ({
    ...base,
    reference,
    exact: false,
    toward: 'current',
    why,
  });
  if (said !== null && profile.anchor === 'text') return [toldBefore(said, 'the date that stands before it')];
  // «В марте 2010 года их ввёл союз. Позднее, в июле, их ввела Варония»
  const isNext = dated !== null && node.start - dated.stop < 240 && thereafter.test(text.slice(stop, node.start));
  if (isNext && direction.toward === 'past')
    return [{ ...toldBefore(dated.from, 'what comes after the date told before it'), toward: 'future' }];
  return references.map(({ moment, exact }) =>
    said !== null && sameSentence && direction.toward === 'past' && said < moment
      ? toldBefore(said, 'the date told before it in the sentence')
      : { ...base, reference: moment, exact, toward: direction.toward, why: direction.why },
  );
}

/** «Позднее, в», «а затем в»; «не позднее июля» is a term. */
const thereafter = /(?<!не\s)(?:(?:позднее|позже),\s(?:во?\s)?|(?:затем|впоследствии),?\s(?:во?\s)?)$/iu;

function findToward(
  text: string,
  node: PhraseNode,
  expression: Expression,
  profile: TimeProfile,
  options: TimeOptions,
): { readonly toward: Setting['toward']; readonly why: string } {
  if (profile.direction !== 'news')
    return {
      toward: profile.direction,
      why: `the setting looks ${profile.direction === 'future' ? 'ahead' : profile.direction === 'past' ? 'back' : `for the ${profile.direction} one`}`,
    };
  const { toward, why } = findDirection(text, node.start, node.stop, options.sentences ?? null);
  if (toward === null && expression.type === 'bound' && expression.side === 'before')
    return { toward: 'future', why: 'a term lies ahead where no verb says otherwise' };
  return { toward: toward ?? 'nearest', why };
}

/** Whether the year, month or week of an expression is left to the reader. */
function needsDirection(expression: Expression): boolean {
  switch (expression.type) {
    case 'calendar':
      return expression.of === undefined ? expression.year === undefined : needsDirection(expression.of);
    case 'range':
      return needsDirection(expression.from) || needsDirection(expression.to);
    case 'part':
    case 'bound':
    case 'modified':
    case 'nth':
      return needsDirection(expression.of);
    case 'relative':
      return expression.count > 0;
    case 'holiday':
      return true;
    case 'vague':
      return expression.direction === 'either';
    case 'offset':
      return typeof expression.base === 'object'
        ? needsDirection(expression.base)
        : expression.base === 'reference' && expression.sign > 0;
    default:
      return false;
  }
}

function hasNoInterval(expression: Expression, profile: TimeProfile): boolean {
  if (expression.type === 'duration') return profile.bareDuration === 'duration';
  if (expression.type === 'modified' || expression.type === 'bound') return hasNoInterval(expression.of, profile);
  return expression.type === 'set' || expression.type === 'event';
}

/** A closed time of a day or more becomes what «в тот же день» and «годом ранее» count from. */
function continueStory(
  text: string,
  story: Story,
  node: PhraseNode,
  expression: Expression,
  interval: Interval | null,
): Story {
  if (interval === null || interval.from === null || interval.to === null) return story;
  if (expression.type === 'window' || expression.type === 'vague' || expression.type === 'duration') return story;
  const full = expression.type === 'calendar' && expression.year !== undefined && expression.day !== undefined;
  const aside =
    full && /(?:нн|вш)\p{L}{2,4}(?:ся)?[\s\u00a0]$|\($/u.test(text.slice(Math.max(0, node.start - 24), node.start));
  const isDated = expression.type === 'calendar' && expression.year !== undefined && expression.month !== undefined;
  return {
    anchor: { grain: interval.grain, from: interval.from, to: interval.to },
    stop: node.stop,
    dated: isDated ? { from: interval.from, stop: node.stop } : story.dated,
    said: full ? (aside ? null : interval.from) : story.said,
  };
}
