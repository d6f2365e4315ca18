import type { Node, ReadingBase, Rule, Site, Slot } from '../../pattern/rule.ts';
import { ruleMaker } from '../../pattern/rule.ts';
import type { Quantity } from '../../quantity.ts';
import type { Unit } from '../../time/calendar.ts';
import type { Amount, Clock, Expression, PartName, Season, VagueDirection } from '../../time/expression.ts';
import type { PartOfDay, TimeProfile } from '../../time/profile.ts';
import type { NumeralRank } from './numeral-forms.ts';

/** Numbers of the kinds of reading; a number so that a rule can refuse a node by one bit. */
export const K = {
  word: 0,
  mark: 1,
  number: 2,
  month: 3,
  weekday: 4,
  unit: 5,
  dayPart: 6,
  dayOffset: 7,
  which: 8,
  season: 9,
  zone: 10,
  holiday: 11,
  part: 12,
  vague: 13,
  every: 14,
  amount: 15,
  clock: 16,
  time: 17,
  numericDate: 18,
  dotted: 19,
  currency: 20,
  measure: 21,
  quantity: 22,
  lengthAdjective: 23,
  percent: 24,
} as const;

export interface NumberReading extends ReadingBase {
  readonly kind: typeof K.number;
  readonly value: number;
  /** Upper end of «два-три», equal to `value` for a single number. */
  readonly upper: number;
  readonly ordinal: boolean;
  readonly plural: boolean;
  /** `digits` 24, `roman` XX, `words` двадцать, `vague` несколько (no value), `mixed` 2,5 млн. */
  readonly form: 'digits' | 'roman' | 'words' | 'vague' | 'mixed' | 'collective';
  /** How the figures are written, without a grammatical ending: `05`, `2,5`, `XX`; empty for words and for several nodes. */
  readonly digits: string;
  /** Of a number in one word, what it is among the words of a number; `null` for figures and for several nodes. */
  readonly rank: NumeralRank | null;
  /** Ending after the digits: `го` in 24-го. */
  readonly ending: string;
}

export interface WhichReading extends ReadingBase {
  readonly kind: typeof K.which;
  /** прошлый −1, этот 0, следующий +1, позапрошлый −2; `far` for a window: последний −1, ближайший +1. */
  readonly count: number;
  readonly sense: 'relative' | 'window' | 'anchored' | 'that';
  readonly plural: boolean;
}

export interface QuantityReading extends ReadingBase {
  readonly kind: typeof K.quantity;
  readonly type: Quantity['kind'];
  readonly value: number;
  readonly upper: number;
  readonly unit: string | null;
  readonly approx: boolean;
  readonly bound: Quantity['bound'];
}

export type Reading =
  | { readonly kind: typeof K.word; readonly word: string }
  | { readonly kind: typeof K.mark; readonly mark: string }
  | NumberReading
  | { readonly kind: typeof K.month; readonly month: number; readonly style: 'noun' | 'short' | 'adjective' }
  | { readonly kind: typeof K.weekday; readonly weekday: number; readonly style: 'noun' | 'short' | 'adjective' }
  | { readonly kind: typeof K.unit; readonly unit: Unit; readonly form: UnitForm; readonly count: number }
  | { readonly kind: typeof K.dayPart; readonly part: PartOfDay; readonly adverb: boolean }
  | { readonly kind: typeof K.dayOffset; readonly days: number }
  | WhichReading
  | { readonly kind: typeof K.season; readonly season: Season }
  | { readonly kind: typeof K.zone; readonly minutes: number | 'local' }
  | { readonly kind: typeof K.holiday; readonly name: string }
  | { readonly kind: typeof K.part; readonly part: PartName }
  | { readonly kind: typeof K.vague; readonly direction: VagueDirection }
  | { readonly kind: typeof K.every; readonly unit: Unit }
  | { readonly kind: typeof K.amount; readonly amount: Amount }
  | { readonly kind: typeof K.clock; readonly clock: Clock; readonly zone?: number | 'local' }
  | { readonly kind: typeof K.time; readonly expression: Expression }
  | {
      readonly kind: typeof K.numericDate;
      readonly year: number | null;
      readonly month: number;
      readonly day: number;
      readonly clock: Clock | null;
      readonly zone: number | null;
    }
  | { readonly kind: typeof K.dotted; readonly first: number; readonly second: number; readonly digits: string }
  | { readonly kind: typeof K.currency; readonly code: string; readonly minor: boolean; readonly sign: boolean }
  | { readonly kind: typeof K.measure; readonly unit: string }
  | QuantityReading
  | { readonly kind: typeof K.lengthAdjective; readonly amount: Amount; readonly age: boolean }
  | { readonly kind: typeof K.percent; readonly point: boolean };

/** Which forms a unit's word has: `year` года/году (may be a calendar year), `years` годы/годах, `count` лет, `short` г. */
export type UnitForm = 'singular' | 'plural' | 'count' | 'short';

/** Which way dates look is settled when they are resolved: no rule asks for it. */
export type GrammarProfile = Omit<TimeProfile, 'direction'>;

/** What the rules are told beside the nodes. */
export interface RuleContext {
  readonly profile: GrammarProfile;
}

export type PhraseNode = Node<Reading>;
export type PhraseRule = Rule<Reading, RuleContext>;
export type PhraseSlot<T> = Slot<Reading, T>;
export type PhraseSite = Site<Reading, RuleContext>;
export type ReadingOf<Kind extends number> = Extract<Reading, { kind: Kind }>;

/** A rule of times and quantities: its name, its slots, and the reading that it makes of what they take. */
export const rule = ruleMaker<Reading, RuleContext>();

/** A slot for readings of one kind, with an optional further condition. */
export function slot<Kind extends Reading['kind']>(
  kind: Kind,
  accepts?: (reading: ReadingOf<Kind>, node: PhraseNode) => boolean,
): PhraseSlot<ReadingOf<Kind>> {
  return {
    mask: 1 << kind,
    optional: false,
    outside: false,
    test: (reading, node) => {
      if (reading.kind !== kind) return null;
      const own = reading as ReadingOf<Kind>;
      return accepts === undefined || accepts(own, node) ? own : null;
    },
  };
}

/** One of these words, in the form in which the lexicon names them. */
export function word(...words: readonly string[]): PhraseSlot<string> {
  const set = new Set(words);
  return {
    mask: 1 << K.word,
    optional: false,
    outside: false,
    test: (reading) => (reading.kind === K.word && set.has(reading.word) ? reading.word : null),
  };
}

/** One of these punctuation marks. */
export function mark(...marks: readonly string[]): PhraseSlot<string> {
  const set = new Set(marks);
  return {
    mask: 1 << K.mark,
    optional: false,
    outside: false,
    test: (reading) => (reading.kind === K.mark && set.has(reading.mark) ? reading.mark : null),
  };
}

/** A dash of any length. */
export const dash = mark('-', '–', '—', '−', '‑');

/** A length of one unit; `count` is `null` where the words leave it open. */
export function amountOf(unit: Unit, count: number | null, approx = false): Amount {
  return { parts: [{ unit, count }], approx };
}

/** The reading that a rule of times gives. */
export function timeReading(expression: Expression): Reading {
  return { kind: K.time, expression };
}
