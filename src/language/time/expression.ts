import type { TimeModifier } from '../time.ts';
import type { Unit } from './calendar.ts';
import type { PartOfDay } from './profile.ts';

/** A length of time in the words of the text: «год и три месяца», «несколько дней» (`count: null`). */
export interface Amount {
  readonly parts: readonly { readonly unit: Unit; readonly count: number | null }[];
  readonly approx: boolean;
}

export interface Clock {
  readonly hour: number;
  readonly minute: number | null;
  readonly second: number | null;
  /** Whether the words settle the half of the day («8 вечера», «15:15»). */
  readonly settled: boolean;
}

export type Season = 'winter' | 'spring' | 'summer' | 'autumn';

/** Where a count starts: the reference day, the time last spoken of, or another time of the text. */
export type Base = 'reference' | 'anchor' | Expression;

/** Fields of a calendar date; an absent one is not said. `of`: the time that these fields lie in («в мае прошлого года»). */
export interface CalendarFields {
  readonly type: 'calendar';
  readonly year?: number;
  readonly half?: number;
  readonly quarter?: number;
  readonly season?: Season;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
  readonly dayPart?: PartOfDay;
  readonly clock?: Clock;
  /** Minutes east of Greenwich; `local` for «по местному времени». */
  readonly zone?: number | 'local';
  /** «в ночь на 5 июля»: the night that ends on this day. */
  readonly nightBefore?: boolean;
  readonly of?: Expression;
  /** Which occurrence is meant where the words say so: «в ближайшую субботу», «в прошлый вторник». */
  readonly occurrence?: 'last' | 'this' | 'next' | 'nearest';
}

/**
 * What the words of a time mean, before any day of reference is known. Each language makes these; `resolve` turns them
 * into calendar intervals.
 */
export type Expression =
  | CalendarFields
  /** A decade or a century by its first year and the one behind its last: «1990-е», «XX век». */
  | { readonly type: 'years'; readonly from: number; readonly to: number; readonly unit: 'decade' | 'century' }
  /** «прошлый год» −1, «эта неделя» 0, «следующий квартал» +1. */
  | { readonly type: 'relative'; readonly unit: Unit; readonly count: number; readonly base: Base }
  /** «через три дня», «неделю назад», «за день до выборов 5 мая». `day`: a whole day, whatever the unit («накануне 5 мая»). */
  | {
      readonly type: 'offset';
      readonly amount: Amount;
      readonly sign: 1 | -1;
      readonly base: Base;
      readonly day?: boolean;
    }
  /** «последние три дня», «ближайшие два месяца». */
  | { readonly type: 'window'; readonly amount: Amount; readonly sign: 1 | -1; readonly base: Base }
  /** «10–16 сентября», «с 9:30 до 11:00»: both ends within. */
  | { readonly type: 'range'; readonly from: Expression; readonly to: Expression }
  /** «в начале июня», «в первой половине года». */
  | { readonly type: 'part'; readonly part: PartName; readonly of: Expression }
  /** «до 5 июля», «с 1999 года», «после 14 часов». */
  | { readonly type: 'bound'; readonly side: 'before' | 'after'; readonly inclusive: boolean; readonly of: Expression }
  /** «первый понедельник октября»; `nth` −1 is the last one. */
  | {
      readonly type: 'nth';
      readonly nth: number;
      readonly unit: Unit;
      readonly weekday?: number;
      readonly of: Expression;
    }
  /** «на Пасху», «в День Победы»: a name that `findHoliday` knows. */
  | { readonly type: 'holiday'; readonly name: string }
  /** «в течение двух лет»: a length with no place on the calendar. */
  | { readonly type: 'duration'; readonly amount: Amount }
  /** «ежегодно в мае», «каждый вторник», «три раза в неделю». */
  | { readonly type: 'set'; readonly every: Amount; readonly at?: Expression; readonly times?: number }
  /** «недавно», «скоро»; «на днях» may be either. */
  | { readonly type: 'vague'; readonly direction: VagueDirection }
  /** «через месяц после подписания»: counts from an event that has no date here. */
  | { readonly type: 'event'; readonly event: string; readonly sign: 1 | -1 | 0; readonly amount: Amount | null }
  /** «около полудня». */
  | { readonly type: 'modified'; readonly modifier: TimeModifier; readonly of: Expression };

export type PartName = 'start' | 'mid' | 'end' | 'first-half' | 'second-half';

export type VagueDirection = 'past' | 'future' | 'either';
