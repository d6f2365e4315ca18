import type { Claim, ClaimType, Figure, PositionClaim, StatementClaim, Status } from './claim.ts';
import type { Document, Publication } from './document.ts';
import type { Entity } from './entity.ts';
import type { PartyGraph } from './party-graph.ts';
import type { Agreement, Commitment, Event, OutcomeStatus } from './record.ts';
import type { Ruling } from './ruling.ts';
import type { Span } from './span.ts';
import type { ClaimTime, Day } from './time.ts';

/** What a surface asks for: a part of the record, as of a day. Absent means not narrowed. */
export interface Selection {
  readonly asOf: Day;
  /** An id or a name of an entity or agreement, or words to search for; only lines that concern it. */
  readonly about?: string;
  /** Lines that a document of this outlet tells, and such documents. */
  readonly outlet?: string;
  /** Lines whose time overlaps these inclusive days. */
  readonly from?: Day;
  readonly to?: Day;
  readonly type?: ClaimType;
  readonly status?: Status;
  /** By time: oldest first where absent. */
  readonly order?: 'oldest' | 'newest';
  /** How many lines to pass over, and how many to give (100 where absent). */
  readonly offset?: number;
  readonly limit?: number;
}

/** A document without its text. */
export interface DocumentCard {
  readonly id: string;
  readonly source: string;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly language: string;
  readonly published: Publication | null;
  readonly publishedTime: string | null;
  readonly origin: string;
}

/** The sentence that a claim's evidence stands in. */
export interface Passage {
  readonly claim: string;
  readonly document: string;
  /** The whole sentence. */
  readonly text: string;
  /** Where the evidence stands, counted in `text`. */
  readonly mark: Span;
  /** The sentence before it, where a statement is told by pointing back: «Об этом заявил министр». */
  readonly before?: string;
}

/** Whatever the lines of an answer name by id: one look-up away, so that a surface asks once. */
export interface Cited {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly documents: ReadonlyMap<string, DocumentCard>;
  /** By claim id. */
  readonly passages: ReadonlyMap<string, Passage>;
}

/** What is cited where nothing is named. */
export const nothingCited: Cited = {
  entities: new Map(),
  claims: new Map(),
  documents: new Map(),
  passages: new Map(),
};

/** Some lines out of `total`, from `offset` on, with all that they cite. */
export interface Page<Line> {
  readonly lines: readonly Line[];
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
  readonly cited: Cited;
}

/** One object with all that it cites. */
export interface Answer<Line> {
  readonly line: Line;
  readonly cited: Cited;
}

/** What a dossier holds. */
export interface Summary {
  readonly documents: number;
  readonly claims: number;
  readonly entities: number;
  readonly events: number;
  readonly agreements: number;
  readonly commitments: number;
  /** First and last publication day. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** Commitments by outcome, as of the day asked for. */
  readonly outcomes: Readonly<Record<OutcomeStatus, number>>;
  /** Documents that are read but not yet merged into the record. */
  readonly pending: number;
  /** Captures that workers are to read, have in hand, and gave up. */
  readonly queue: { readonly waiting: number; readonly taken: number; readonly setAside: number };
  /** Changes whenever the dossier does: for ETags. */
  readonly version: string;
}

/** How much happens when, and who takes part most. */
export interface Activity {
  /** Happenings that begin in a month (`2024-12`), in the order of time; months without one are left out. */
  readonly months: readonly { readonly month: string; readonly count: number }[];
  /** States and organisations by how many happenings they take part in, most first. */
  readonly parties: readonly { readonly entity: Entity; readonly count: number }[];
}

/** Who speaks, what about, and when, in the statements of a selection. */
export interface StatementFacets {
  /** Most first; within the topic that was asked for. */
  readonly speakers: readonly { readonly entity: Entity; readonly count: number }[];
  /** Most first; within the speaker that was asked for. */
  readonly topics: readonly { readonly entity: Entity; readonly count: number }[];
  /** Statements made in a month (`2024-12`), in the order of time. */
  readonly months: Activity['months'];
  /** The entities that were asked for, where the record has them. */
  readonly speaker: Entity | null;
  readonly topic: Entity | null;
}

/** Somebody, with the posts that documents give them. */
export interface Person {
  readonly entity: Entity;
  readonly positions: readonly PositionClaim[];
  readonly statements: number;
}

/** A post of one state or body, and who held it when. */
export interface Post {
  readonly kind: 'post';
  readonly id: string;
  readonly post: string;
  /** Entity; `null` where no document says whose post it is. */
  readonly organisation: string | null;
  /** In the order in which they are first told of. */
  readonly holders: readonly PostHolder[];
}

export interface PostHolder {
  /** Entity. */
  readonly person: string;
  /** First and last day on which a document says that the post is held; `null` where none does. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** A document calls this person a former holder. */
  readonly isOver: boolean;
  /** In the order in which their documents came out. */
  readonly claims: readonly string[];
}

/** One value that somebody gives for a period. */
export interface FigureValue {
  readonly figure: Figure;
  readonly claims: readonly string[];
  /** The earliest publication of it. */
  readonly known: Day | null;
}

export interface FigurePoint {
  readonly event: string;
  readonly period: ClaimTime | null;
  /** Earliest published first: later ones revise or contradict. */
  readonly values: readonly FigureValue[];
  readonly conflict: boolean;
}

/** One indicator over its periods. */
export interface FigureSeries {
  readonly kind: 'series';
  readonly indicator: string;
  readonly unit: string;
  readonly points: readonly FigurePoint[];
}

/** A document that holds the words searched for. */
export interface Hit {
  readonly document: DocumentCard;
  /** The best sentences, each with the marks of the words found, counted in its text. */
  readonly snippets: readonly { readonly text: string; readonly marks: readonly Span[] }[];
}

/** A document and everything that was taken out of it, in the order of the text. */
export interface DocumentFile {
  readonly document: Document;
  readonly claims: readonly Claim[];
  readonly events: readonly Event[];
  readonly agreements: readonly Agreement[];
  readonly commitments: readonly Commitment[];
  /** Other documents of the same origin. */
  readonly reprints: readonly DocumentCard[];
  /** The documents that its copied parts are from, each once. */
  readonly copiedFrom: readonly DocumentCard[];
  /** Other documents of the same source: earlier and later versions of the article. */
  readonly versions: readonly DocumentCard[];
  /** Absent where nothing came before. */
  readonly earlier?: {
    /** Which of the versions came before this one, latest first. */
    readonly ids: readonly string[];
    /** What differs from the latest of them. */
    readonly changes: readonly ChangedLine[];
  };
}

/** A title, heading or paragraph that an edit took out or put in. */
export interface ChangedLine {
  readonly kind: 'removed' | 'added';
  readonly text: string;
}

/**
 * An entity with the lines that concern it: of each kind the latest, at most as many as a page holds; `totals` tells how many
 * there are, and the lists narrowed by `about` give all.
 */
export interface EntityFile {
  readonly entity: Entity;
  readonly totals: Readonly<Record<'statements' | 'events' | 'agreements' | 'commitments', number>>;
  readonly positions: readonly PositionClaim[];
  readonly statements: readonly StatementClaim[];
  readonly events: readonly Event[];
  readonly agreements: readonly Agreement[];
  readonly commitments: readonly Commitment[];
}

/** A ruling, and whether it stands or was undone. */
export interface RulingNote {
  readonly ruling: Ruling;
  readonly stands: boolean;
}

/** A claim and the lines that it supports. */
export interface ClaimFile {
  /** As people left it; as it was found where they rejected it. */
  readonly claim: Claim;
  /** What people made of it; `null` where they let it be. */
  readonly ruled: 'accepted' | 'rejected' | 'corrected' | null;
  /** What people decided about it, latest first, and whether that stands or was undone. */
  readonly rulings: readonly RulingNote[];
  readonly document: DocumentCard;
  readonly events: readonly Event[];
  readonly agreements: readonly Agreement[];
  readonly commitments: readonly Commitment[];
}

/** Whatever an id leads to. */
export type Shown =
  | ({ readonly kind: 'document' } & Answer<DocumentFile>)
  | ({ readonly kind: 'entity' } & Answer<EntityFile>)
  | ({ readonly kind: 'claim' } & Answer<ClaimFile>)
  | ({ readonly kind: 'event' } & Answer<Event>)
  | ({ readonly kind: 'agreement' } & Answer<Agreement>)
  | ({ readonly kind: 'commitment' } & Answer<Commitment>);

/** Who takes part in what together, within a selection. */
export interface Parties {
  readonly graph: PartyGraph;
  /** How many happenings were looked at. */
  readonly events: number;
  readonly cited: Cited;
}

/** Outlets by how many documents they published, and who reprints whom; `null` stands for documents that name no outlet. */
export interface Outlets {
  readonly outlets: readonly {
    readonly outlet: string | null;
    readonly documents: number;
    readonly reprints: number;
  }[];
  readonly reprinted: readonly {
    readonly outlet: string | null;
    readonly from: string | null;
    readonly documents: number;
  }[];
}
