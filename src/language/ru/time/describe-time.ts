import type { TimeExpression, TimeKind } from '../../time.ts';
import type { Moment } from '../../time/calendar.ts';
import { floorTo, formatMoment } from '../../time/calendar.ts';
import type { CalendarFields, Expression } from '../../time/expression.ts';
import type { Interval } from '../../time/setting.ts';
import { timexValue } from '../../time/timex-value.ts';
import type { PhraseNode } from '../phrases/reading.ts';

/** Writes a resolved expression down as the contract has it: ISO bounds, the TIMEX3 value, what was stated and inferred. */
export function describeTime(
  text: string,
  node: PhraseNode,
  expression: Expression,
  interval: Interval | null,
  reference: Moment,
): TimeExpression {
  return {
    start: node.start,
    stop: node.stop,
    text: text.slice(node.start, node.stop),
    kind: kindOf(expression),
    from: interval === null ? null : iso(interval.from, interval),
    to: interval === null ? null : iso(interval.to, interval),
    grain: interval?.grain ?? null,
    modifier: interval?.modifier ?? null,
    direction: interval === null ? null : directionOf(interval, reference),
    value: timexValue(expression, interval),
    stated: statedIn(expression),
    inferred: interval?.inferred ?? [],
    rules: node.rules.length > 0 ? node.rules : ['adjective-of-year'],
    anchor: expression.type === 'event' ? expression.event : null,
  };
}

function kindOf(expression: Expression): TimeKind {
  switch (expression.type) {
    case 'calendar':
      return expression.clock !== undefined || expression.dayPart !== undefined || expression.nightBefore
        ? 'time'
        : 'date';
    case 'range':
    case 'window':
    case 'bound':
      return 'interval';
    case 'part':
      return expression.part === 'first-half' || expression.part === 'second-half' ? 'interval' : kindOf(expression.of);
    case 'duration':
      return 'duration';
    case 'set':
      return 'set';
    case 'event':
      return 'unresolved';
    case 'modified':
      return kindOf(expression.of);
    default:
      return 'date';
  }
}

function iso(moment: Moment | null, interval: Interval): string | null {
  if (moment === null) return null;
  const clock =
    interval.grain === 'hour' ||
    interval.grain === 'minute' ||
    interval.grain === 'part-of-day' ||
    moment !== floorTo(moment, 'day');
  const written = formatMoment(moment, interval.grain === 'second' ? 'second' : clock ? 'minute' : 'day');
  return typeof interval.zone === 'number' && written.length > 10 ? written + offsetOf(interval.zone) : written;
}

function offsetOf(minutes: number): string {
  const whole = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
}

function directionOf(interval: Interval, reference: Moment): TimeExpression['direction'] {
  const today = floorTo(reference, 'day');
  if (interval.to !== null && interval.to <= today) return 'past';
  if (interval.from !== null && interval.from >= today + 86_400) return 'future';
  if (interval.from === null && interval.to !== null && interval.to > today + 86_400) return 'future';
  return 'present';
}

const calendarFields: readonly (keyof CalendarFields)[] = [
  'year',
  'half',
  'quarter',
  'season',
  'month',
  'day',
  'weekday',
  'dayPart',
  'clock',
  'zone',
];

/** The fields that the words give. */
function statedIn(expression: Expression): readonly string[] {
  switch (expression.type) {
    case 'calendar': {
      const own = calendarFields.filter((field) => expression[field] !== undefined).map(String);
      return expression.of === undefined ? own : [...own, ...statedIn(expression.of)];
    }
    case 'years':
      return [expression.unit];
    case 'relative':
      return [
        `${expression.unit}${expression.count === 0 ? '' : expression.count > 0 ? `+${String(expression.count)}` : String(expression.count)}`,
      ];
    case 'range':
      return [...new Set([...statedIn(expression.from), ...statedIn(expression.to)])];
    case 'part':
      return [expression.part, ...statedIn(expression.of)];
    case 'bound':
      return [expression.side, ...statedIn(expression.of)];
    case 'modified':
    case 'nth':
      return statedIn(expression.of);
    case 'offset':
    case 'window':
    case 'duration':
      return expression.amount.parts.map((part) => `${part.count === null ? 'X' : String(part.count)} ${part.unit}`);
    case 'event':
      return (expression.amount?.parts ?? []).map(
        (part) => `${part.count === null ? 'X' : String(part.count)} ${part.unit}`,
      );
    case 'set':
      return ['set'];
    case 'holiday':
      return [expression.name];
    case 'vague':
      return [];
  }
}
