import type { EntityType } from './entity.ts';
import type { Span } from './span.ts';
import type { ClaimTime, DayRange } from './time.ts';

export const claimTypes = [
  'statement',
  'position',
  'agreement',
  'meeting',
  'exercise',
  'supply',
  'deployment',
  'institution',
  'measure',
  'figure',
  'event',
] as const;
export type ClaimType = (typeof claimTypes)[number];

/** What is said, who holds which post and how much there is of something are lines of their own, and no happenings. */
const apart: ReadonlySet<ClaimType> = new Set(['statement', 'position', 'figure']);

/** The types that a timeline tells. */
export const happeningTypes: readonly ClaimType[] = claimTypes.filter(isHappening);

export function isHappening(type: ClaimType): boolean {
  return !apart.has(type);
}

/** Of a position: held when the document tells of it, held before, or given. */
export const tenses = ['current', 'former', 'new'] as const;

export const statuses = ['happened', 'ongoing', 'planned', 'possible', 'denied', 'cancelled'] as const;
export type Status = (typeof statuses)[number];

export const stages = [
  'proposed',
  'drafted',
  'discussed',
  'agreed',
  'signed',
  'ratified',
  'in-force',
  'implemented',
  'reviewed',
  'amended',
  'suspended',
  'violated',
  'terminated',
] as const;
/** A stage in the life of an agreement, in the order of a life that goes well; the last three end or break it. */
export type Stage = (typeof stages)[number];

export const roleNames = [
  'speaker',
  'addressee',
  'person',
  'post',
  'organisation',
  'agreement',
  'party',
  'actor',
  'place',
  'exercise',
  'supplier',
  'recipient',
  'object',
  'target',
  'indicator',
] as const;
export type RoleName = (typeof roleNames)[number];

/** Who or what plays a part in a claim: the words of the text, and what they resolve to within the document. */
export interface Role {
  readonly role: RoleName;
  /** The words of the text. */
  readonly text: string;
  /** Where these words stand; `null` where the filler was carried over from another sentence. */
  readonly span: Span | null;
  /** Canonical within the document, nominative: «Игорем Загадой» → «Игорь Загада», «глава МИД» → the person where resolved. */
  readonly name: string;
  /** `null` for what is no entity: a post, an indicator. */
  readonly type: EntityType | null;
  /** Key into a gazetteer, `Q159`; `null` where none knows it. */
  readonly known: string | null;
  /** Entity of the record. `null` until the record has resolved it, and for what is no entity. */
  readonly entity: string | null;
}

/** One link in the chain of who answers for a claim, outermost first: outlet ← agency ← speaker. */
export interface Attribution {
  readonly role: 'outlet' | 'agency' | 'speaker';
  readonly name: string;
  readonly entity: string | null;
}

/** The words that carry a claim: exactly `document.text.slice(start, stop)`. */
export interface Evidence extends Span {
  readonly text: string;
}

export const forces = ['promise', 'plan', 'forecast', 'possibility'] as const;
export type Force = (typeof forces)[number];

/** That a claim has a future: how strongly it is bound, and by when. Who is bound is told by `by`. */
export interface Future {
  readonly force: Force;
  /** Names, canonical in the document, of those who commit themselves; empty where the passive hides them. */
  readonly by: readonly string[];
  readonly due: DayRange | null;
}

export const speechActs = ['announcement', 'promise', 'threat', 'demand', 'accusation', 'denial', 'praise'] as const;
/** What a speaker does by speaking. */
export type SpeechAct = (typeof speechActs)[number];

interface ClaimBase {
  readonly kind: 'claim';
  readonly id: string;
  readonly document: string;
  readonly status: Status;
  readonly time: ClaimTime | null;
  readonly roles: readonly Role[];
  readonly attribution: readonly Attribution[];
  readonly evidence: Evidence;
  /** Name of the frame, rule or model that found it, as `servanda explain` prints it. */
  readonly rule: string;
  /** 0…1; what it is worth is measured in docs/quality.md. */
  readonly confidence: number;
  /** `null` for what has no future: reports of what was or is. */
  readonly future: Future | null;
}

export interface StatementClaim extends ClaimBase {
  readonly type: 'statement';
  readonly mode: 'direct' | 'indirect';
  /** The quoted words without the outer marks; `null` in indirect speech. */
  readonly quote: string | null;
  /** Told by the verb of speaking or by the noun it carries; absent where no such word attributes the speech. */
  readonly act?: SpeechAct;
}

export interface PositionClaim extends ClaimBase {
  readonly type: 'position';
  readonly tense: (typeof tenses)[number];
}

export interface AgreementClaim extends ClaimBase {
  readonly type: 'agreement';
  readonly stage: Stage;
}

export interface Change {
  readonly value: number;
  readonly unit: string;
  readonly direction: 'up' | 'down';
  readonly approx: boolean;
}

/** A quantity that matters; its period is the claim's `time`. */
export interface Figure {
  readonly value: number;
  /** ISO 4217 code, `%`, `person`, `m3`, `t`, … in base units. */
  readonly unit: string;
  readonly approx: boolean;
  readonly change: Change | null;
}

export interface FigureClaim extends ClaimBase {
  readonly type: 'figure';
  readonly figure: Figure;
}

export interface HappeningClaim extends ClaimBase {
  readonly type: 'meeting' | 'exercise' | 'supply' | 'deployment' | 'institution' | 'measure' | 'event';
}

/** One thing that one document asserts, with evidence. Never "a fact": the record says who says so. */
export type Claim = StatementClaim | PositionClaim | AgreementClaim | FigureClaim | HappeningClaim;
