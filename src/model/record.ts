import type { Claim, ClaimType, Force, Role, Stage, Status } from './claim.ts';
import type { Document } from './document.ts';
import type { Entity } from './entity.ts';
import type { ClaimTime, Day, DayRange } from './time.ts';

/** First line of an export. `format` changes only with a migration note. */
export interface Header {
  readonly kind: 'record';
  readonly format: 1;
  readonly asOf: Day;
  readonly engine: string;
}

/** Claims of one event that give different values for one field, each with the claims that give it. The record keeps it, it settles nothing. */
export interface Conflict {
  readonly field: string;
  readonly values: readonly { readonly value: unknown; readonly claims: readonly string[] }[];
}

/** Claims about one happening, merged over documents. */
export interface Event {
  readonly kind: 'event';
  readonly id: string;
  readonly type: ClaimType;
  readonly status: Status;
  readonly time: ClaimTime | null;
  readonly roles: readonly Role[];
  readonly claims: readonly string[];
  /** How many documents report it. */
  readonly documents: number;
  /** How many independent roots those reports have. */
  readonly origins: number;
  readonly conflicts: readonly Conflict[];
  /** What decided the merge, in words; absent for an event of one claim. */
  readonly why?: readonly string[];
}

export interface AgreementStage {
  readonly stage: Stage;
  readonly status: Status;
  readonly time: ClaimTime | null;
  readonly claims: readonly string[];
  /** Publication day of the earliest report: the stage counts from it where no time is known. */
  readonly known?: Day;
}

/** An agreement with its life: the claims about its stages, in order. */
export interface Agreement {
  readonly kind: 'agreement';
  readonly id: string;
  readonly entity: string;
  readonly name: string;
  /** Entity ids. */
  readonly parties: readonly string[];
  /** The stage it stands at as of the record's day; `null` where nothing has happened yet. */
  readonly current: Stage | null;
  readonly stages: readonly AgreementStage[];
  readonly conflicts: readonly Conflict[];
}

export const outcomes = ['open', 'kept', 'kept-late', 'broken', 'cancelled', 'unreported'] as const;
export type OutcomeStatus = (typeof outcomes)[number];

export interface Outcome {
  readonly status: OutcomeStatus;
  readonly time: ClaimTime | null;
  /** The claims that report it; empty for `open` and `unreported`. */
  readonly claims: readonly string[];
  /** Why the report was joined to the plan, in words. */
  readonly why: string;
}

/** One due day that a commitment had, and the claim that set it. */
export interface DueSet {
  readonly due: DayRange;
  readonly claim: string;
  /** Those who meet or exercise set it before the day before it had come: what is held on it is not late. */
  readonly anew?: true;
}

/** A claim that may tell what became of a commitment, however the day of the record decides about it. */
export interface Report {
  readonly claim: string;
  readonly status: Status;
  readonly time: ClaimTime | null;
  /** Publication day; `null` where it is not known. */
  readonly known: Day | null;
  /** It reports a later act that cannot be without this one: a ratification, of a signing. */
  readonly implied: boolean;
  /** Why it is about the same act, in words. */
  readonly why: string;
  /** As much as it tells of, where that is less than was promised. */
  readonly part?: Part;
}

/** «15 катеров» of 40; `null` where nobody counts: «первая партия». */
export interface Part {
  readonly told: number | null;
  readonly of: number | null;
}

/** A claim with a future, joined to what became of it as of a day. */
export interface Commitment {
  readonly kind: 'commitment';
  readonly id: string;
  readonly claim: string;
  readonly claims: readonly string[];
  readonly force: Force;
  /** Entity ids. */
  readonly by: readonly string[];
  /** The day last set. */
  readonly due: DayRange | null;
  /** Every day that was set, earliest report first; absent where it was never moved. */
  readonly dues?: readonly DueSet[];
  /** What later claims say of it, earliest published first: `outcome` is worked out from them for a day. */
  readonly reports?: readonly Report[];
  readonly outcome: Outcome;
  readonly asOf: Day;
}

export type Line = Header | Document | Entity | Claim | Event | Agreement | Commitment;

/** A whole record: the lines of an export, by kind, each list in the order of its ids. */
export interface Record {
  readonly header: Header;
  readonly documents: readonly Document[];
  readonly entities: readonly Entity[];
  readonly claims: readonly Claim[];
  readonly events: readonly Event[];
  readonly agreements: readonly Agreement[];
  readonly commitments: readonly Commitment[];
}
