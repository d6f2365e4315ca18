import type { Grain } from '../time.ts';
import type { Moment } from './calendar.ts';
import { addUnits } from './calendar.ts';
import type { PartName } from './expression.ts';

/**
 * Thirds and halves of a time. A month: 1–10, 11–20, 21–last. A year: its first month, June and July, its last month.
 * A week: Monday–Tuesday, Wednesday–Thursday, Friday–Sunday. Ten years: three, four, three.
 */
export function cutPart(part: PartName, from: Moment, to: Moment, grain: Grain): readonly [Moment, Moment] {
  if (part === 'first-half' || part === 'second-half') {
    const half = halfOf(from, to, grain);
    return part === 'first-half' ? [from, half] : [half, to];
  }
  const [head, tail] = thirdsOf(from, to, grain);
  if (part === 'start') return [from, head];
  return part === 'mid' ? [midStart(head, grain), midEnd(tail, grain)] : [tail, to];
}

function midStart(head: Moment, grain: Grain): Moment {
  return grain === 'year' ? addUnits(head, 'month', 4) : head;
}

function midEnd(tail: Moment, grain: Grain): Moment {
  return grain === 'year' ? addUnits(tail, 'month', -4) : tail;
}

function halfOf(from: Moment, to: Moment, grain: Grain): Moment {
  switch (grain) {
    case 'month':
      return from + 15 * 86_400;
    case 'year':
      return addUnits(from, 'month', 6);
    case 'decade':
      return addUnits(from, 'year', 5);
    case 'century':
      return addUnits(from, 'year', 50);
    default:
      return from + Math.round((to - from) / 2);
  }
}

function thirdsOf(from: Moment, to: Moment, grain: Grain): readonly [Moment, Moment] {
  const day = 86_400;
  switch (grain) {
    case 'month':
      return [from + 10 * day, from + 20 * day];
    case 'year':
      return [addUnits(from, 'month', 1), addUnits(to, 'month', -1)];
    case 'decade':
      return [addUnits(from, 'year', 3), addUnits(to, 'year', -3)];
    case 'century':
      return [addUnits(from, 'year', 33), addUnits(to, 'year', -33)];
    case 'week':
      return [from + 2 * day, from + 4 * day];
    case 'quarter':
    case 'season':
      return [addUnits(from, 'month', 1), addUnits(from, 'month', 2)];
    case 'half':
      return [addUnits(from, 'month', 2), addUnits(from, 'month', 4)];
    case 'day':
      return [from + 12 * 3600, from + 18 * 3600];
    default:
      return [from + Math.round((to - from) / 3), to - Math.round((to - from) / 3)];
  }
}
