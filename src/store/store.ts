import type { Outlets } from '../model/answer.ts';
import type { AccountStore } from './accounts.ts';
import type { CaptureFormat } from '../model/capture.ts';
import type { Claim, ClaimType, Status } from '../model/claim.ts';
import type { CopiedPart, Document } from '../model/document.ts';
import type { Ruling } from '../model/ruling.ts';
import type { Day } from '../model/time.ts';
import type { QuotableDocument } from './quotable-documents.ts';
import type { Queue } from './queue.ts';

/** The exact bytes as they were got, and from where. */
export interface StoredCapture {
  readonly source: string;
  readonly sha256: string;
  /** ISO instant. */
  readonly at: string;
  readonly format: CaptureFormat;
  /** As the server gave it; `null` for files. */
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
  /** Response headers, empty for files. */
  readonly headers: Readonly<Record<string, string>>;
  /** What was said of it beside its bytes, by a feed entry or a person; empty for files. */
  readonly hints: Readonly<Record<string, string | null>>;
}

/** Words of a document for the search index, in the order of the text, as the program made them. */
export interface SearchTerms {
  /** Stems of the words as written, divided by spaces. */
  readonly stems: string;
  /** Stems of their dictionary forms. */
  readonly lemmas: string;
}

/** One document with all that was read out of it: what a single transaction writes. */
export interface Reading {
  readonly capture: StoredCapture;
  readonly document: Document;
  readonly claims: readonly Claim[];
  /** Starts and stops of the sentences of the text, one after another. */
  readonly sentences: readonly number[];
  readonly terms: SearchTerms;
  /** Version of the program that read it. */
  readonly engine: string;
}

/** Every word or phrase must be there; a prefix is only ever the last word of its phrase. */
export type SearchQuery = readonly SearchPhrase[];
export interface SearchPhrase {
  readonly stems: readonly string[];
  readonly prefix: boolean;
}

export const lineKinds = ['entity', 'event', 'agreement', 'commitment'] as const;
export type LineKind = (typeof lineKinds)[number];
/** By what statements are found: who speaks, and what it is about. Kept as lines that have the id of an entity. */
export type Facet = 'speaker' | 'topic';
/** What an id can name. */
export type IdKind = LineKind | 'document' | 'claim';

/** A line that the record derives, with what queries ask of it. */
export interface StoredLine {
  readonly kind: LineKind | Facet;
  readonly id: string;
  /** Type of the entity or event; force of a commitment; `agreement`. */
  readonly type: string;
  readonly status: string | null;
  readonly name: string | null;
  /** Names that lead to an entity, as `--about` asks for them. */
  readonly names: readonly string[];
  readonly from: Day | null;
  readonly to: Day | null;
  readonly conflicts: number;
  /** Claims that it rests on, and entities that it names. */
  readonly claims: readonly string[];
  readonly entities: readonly string[];
  /** People who are only words in a text: no list, page or name leads to them. */
  readonly private: boolean;
  readonly json: string;
}

/** What the record step derives from all documents and claims. */
export interface DerivedRecord {
  readonly lines: readonly StoredLine[];
  /** By claim id: entity ids of the roles, then of the attribution. */
  readonly resolutions: ReadonlyMap<string, Resolution>;
  /** Claims that rulings changed, by id, as people left them; `null` where they rejected one. Absent: none. */
  readonly ruled?: ReadonlyMap<string, Claim | null>;
  /** By document id. */
  readonly origins: ReadonlyMap<string, string>;
  readonly replaces: ReadonlyMap<string, string>;
  readonly copied: ReadonlyMap<string, readonly CopiedPart[]>;
  /** From every id that a line may have had to the id that it has: those that a merge gives up, or once gave up, are kept. */
  readonly redirects: ReadonlyMap<string, string>;
}
export interface Resolution {
  readonly roles: readonly (string | null)[];
  readonly attribution: readonly (string | null)[];
}

/** Which lines or claims are asked for; absent means not narrowed. */
export interface LineFilter {
  readonly types?: readonly string[];
  readonly status?: Status;
  readonly from?: Day;
  readonly to?: Day;
  readonly conflicting?: boolean;
  /** Leaves out people who are only words in a text. */
  readonly public?: boolean;
  /** Lines that rest on a claim of one of these types. */
  readonly restingOn?: readonly ClaimType[];
  readonly about?: About;
  /** Lines that a document of this outlet tells. */
  readonly outlet?: string;
  readonly order?: 'oldest' | 'newest' | 'name';
  readonly offset?: number;
  /** All where absent. */
  readonly limit?: number;
}
export interface ClaimFilter {
  readonly types?: readonly ClaimType[];
  readonly status?: Status;
  readonly from?: Day;
  readonly to?: Day;
  /** Entity that must play a part. */
  readonly entity?: string;
  readonly about?: About;
  /** Claims of documents of this outlet. */
  readonly outlet?: string;
  /** Statements of one of these entities. */
  readonly speaker?: readonly string[];
  /** Statements about one of these entities. */
  readonly topic?: readonly string[];
  /** Where claims stand that tell no day: by that of their document; last where absent. */
  readonly undated?: 'as-published';
  readonly order?: 'oldest' | 'newest';
  readonly offset?: number;
  readonly limit?: number;
}

/** A part of the dossier: what concerns one of these entities, or stands in a document with these words. */
export type About =
  | { readonly kind: 'entities'; readonly entities: readonly string[] }
  | { readonly kind: 'words'; readonly query: SearchQuery };

export interface MonthCount {
  readonly month: string;
  readonly count: number;
}
export interface EntityCount {
  readonly entity: string;
  readonly count: number;
}

export interface Found<T> {
  readonly rows: readonly T[];
  readonly total: number;
}

/** How far the record has come: `read` is the last entry of the journal, `merged` the last that the record has in it. */
export interface Progress {
  readonly read: number;
  readonly merged: number;
  /** Documents read and not merged, and documents forgotten since. */
  readonly pending: number;
}

/**
 * One dossier. Every method that changes it is one transaction: after a crash at any moment it has happened wholly or
 * not at all. Methods reject on I/O errors only; what is not there is `null` or an empty list.
 */
export interface Store {
  /**
   * Writes documents that were read, all in one transaction; those that are there already are left alone. Tells which are
   * new. What waits for them in the queue, and nobody has in hand, is done with.
   */
  insertReadings(readings: readonly Reading[]): Promise<readonly string[]>;
  /** Id of the document that was read from these very bytes of this source. */
  selectDocumentOf(source: string, sha256: string): Promise<string | null>;
  /** Removes documents, their captures, claims and every derived line that rests on them. Tells how many there were. */
  deleteDocuments(ids: readonly string[], at: string): Promise<number>;

  selectDocuments(ids: readonly string[]): Promise<readonly Document[]>;
  /** What is needed of documents to quote from them, by id. */
  selectQuotable(ids: readonly string[]): Promise<ReadonlyMap<string, QuotableDocument>>;
  /** Newest first; `sources` narrows to those with one of these sources, `origins` likewise. */
  findDocuments(filter: {
    readonly about?: About;
    readonly outlet?: string;
    readonly sources?: readonly string[];
    readonly origins?: readonly string[];
    readonly from?: Day;
    readonly to?: Day;
    readonly offset?: number;
    readonly limit?: number;
  }): Promise<Found<Document>>;
  /** Outlets by how many documents they published, most first; and how often one reprints another. */
  countOutlets(): Promise<Outlets>;
  selectSentences(ids: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>>;
  selectCapture(document: string): Promise<StoredCapture | null>;
  /** Every capture, those of texts that were got again too, document by document. */
  streamCaptures(): AsyncIterable<StoredCapture>;
  /** Every capture once more, `bytes` as `null` where they cannot be unpacked. */
  checkCaptures(): AsyncIterable<Omit<StoredCapture, 'bytes'> & { readonly bytes: Uint8Array | null }>;
  /** As people left them, rejected ones as they were found. */
  selectClaims(ids: readonly string[]): Promise<readonly Claim[]>;
  /** Of each of these entities the latest claims of a type that name it, in the order of time, undated last. */
  selectLatestClaims(entities: readonly string[], type: ClaimType, each: number): Promise<readonly Claim[]>;
  findClaims(filter: ClaimFilter): Promise<Found<Claim>>;
  /** The entities that most of these claims have as this, and how many do; most first. */
  countByFacet(facet: Facet, filter: ClaimFilter, limit: number): Promise<readonly EntityCount[]>;
  /** How many of these claims begin in each month, in the order of time; undated ones are not counted. */
  countClaimsByMonth(filter: ClaimFilter): Promise<readonly MonthCount[]>;
  /** The topics of each of these statements, by its id. */
  selectTopics(claims: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** In the order of the text, without those that people rejected. */
  selectClaimsOf(document: string): Promise<readonly Claim[]>;
  /**
   * The claims of all documents, document by document: as they were found, with nothing resolved, or as people left them.
   */
  streamClaims(as: 'found' | 'ruled'): AsyncIterable<Claim>;
  streamDocuments(): AsyncIterable<Document>;

  /**
   * Makes the derived lines equal to these, touching only those that differ; `merged` is the last journal entry that
   * they hold. `false`, and nothing written, where a document was forgotten since: its lines must not come back.
   */
  replaceRecord(record: DerivedRecord, merged: number): Promise<boolean>;
  selectLines(kind: LineKind, ids: readonly string[]): Promise<readonly string[]>;
  findLines(kind: LineKind, filter: LineFilter): Promise<Found<string>>;
  /** Their ids alone, in the same order. */
  findLineIds(kind: LineKind, filter: LineFilter): Promise<readonly string[]>;
  /** How many of these lines begin in each month (`2024-12`), in the order of time; undated ones are not counted. */
  countByMonth(kind: LineKind, filter: LineFilter): Promise<readonly MonthCount[]>;
  /** The entities of these types that most of these lines name, and how many do; most first. */
  countByEntity(
    kind: LineKind,
    filter: LineFilter,
    most: { readonly types: readonly string[]; readonly limit: number },
  ): Promise<readonly EntityCount[]>;
  /** How many claims of a type each of these entities has a part in; those without one are left out. */
  countClaimsBy(entities: readonly string[], type: ClaimType): Promise<ReadonlyMap<string, number>>;
  /** Those of these entities that are more than words in a text. */
  selectPublic(entities: readonly string[]): Promise<ReadonlySet<string>>;
  /** Lines of this kind that rest on one of these claims. */
  selectLinesOn(kind: LineKind, claims: readonly string[]): Promise<readonly string[]>;
  /**
   * Which kind of line an id is, after following redirects; `null` where nothing has it. Of several lines with one id
   * the one of kind `wanted` is meant, and else the claim.
   */
  resolveId(id: string, wanted?: IdKind): Promise<{ readonly kind: IdKind; readonly id: string } | null>;
  /** Entities with exactly this name or alias, letter case and ё aside; people who are only words in a text are not found. */
  findEntities(name: string): Promise<readonly string[]>;

  /** Rulings are only ever added, an undoing one too. */
  insertRuling(ruling: Ruling): Promise<void>;
  selectRulings(): Promise<readonly Ruling[]>;

  /** Until when the news were told last, an ISO instant; `null` where they never were. */
  selectNewsMark(): Promise<string | null>;
  /** An earlier mark never takes the place of a later one. */
  updateNewsMark(at: string): Promise<void>;

  /** Captures that are to be read by several programs. */
  readonly queue: Queue;

  /** Who may enter a dossier that is served, what they did, and what is followed for them. */
  readonly accounts: AccountStore;

  progress(): Promise<Progress>;
  counts(): Promise<{
    readonly documents: number;
    readonly claims: number;
    readonly lines: Readonly<Record<LineKind, number>>;
    readonly from: Day | null;
    readonly to: Day | null;
  }>;
  /** What is damaged, and rows that lead to nothing, each in a few words. */
  findOrphans(): Promise<readonly string[]>;
  close(): Promise<void>;
}
