/** Tables as Kysely sees them; made by the migrations. Names of JSON columns end in `_json`. */
export interface Schema {
  readonly setting: { key: string; value: string };
  readonly capture: CaptureTable;
  readonly document: DocumentTable;
  readonly claim: ClaimTable;
  readonly record_line: LineTable;
  readonly line_claim: { kind: string; line: string; claim: string; document: string; type: string };
  readonly line_entity: { kind: string; line: string; entity: string };
  readonly entity_name: { name: string; entity: string };
  readonly redirect: { gone: string; line: string };
  readonly ruling: { n: number; id: string; at: string; by: string; ruling_json: string };
  readonly job: JobTable;
  readonly account: AccountRow;
  readonly session: { hash: string; account: string; until: string };
  readonly access_token: TokenRow;
  readonly audit: { id: string; at: string; who: string; action: string; subject: string | null };
  readonly followed: { url: string; kind: string; by: string; at: string };
  readonly journal: { n: number; at: string; action: string; subject: string | null };
}

/** The exact bytes as they were got. A document that was fetched again with the same text has several. */
export interface CaptureTable {
  document: string;
  n: number;
  source: string;
  sha256: string;
  at: string;
  format: string | null;
  content_type: string | null;
  /** Length before compression. */
  size: number;
  encoding: string;
  bytes: Uint8Array;
  headers_json: string;
  hints_json: string;
}

export interface DocumentTable {
  id: string;
  source: string;
  outlet: string | null;
  title: string | null;
  language: string;
  published_from: string | null;
  published_to: string | null;
  published_json: string | null;
  published_time: string | null;
  text: string;
  removed_json: string;
  /** Starts and stops of the sentences, one after another. */
  sentences_json: string;
  engine: string;
  /** Key of the document in the search index, in the order of publication days. */
  search_key: number;
  /** Derived by the record: the root of this report, and the earlier version that it replaces. */
  origin: string;
  replaces: string | null;
  /** Derived likewise: the parts that are another report's; `null` where there are none. */
  copied_json: string | null;
}

export interface ClaimTable {
  document: string;
  n: number;
  id: string;
  type: string;
  status: string;
  time_from: string | null;
  time_to: string | null;
  /** The claim as found, without what the record resolves. */
  claim_json: string;
  /** Derived by the record: entity ids of the roles and of the attribution, in their order; `null` until merged. */
  entities_json: string | null;
  /** Derived from rulings: the claim as people left it, `null` in JSON where they rejected it (its `type` is then `rejected`); no value where they let it be. */
  ruled_json: string | null;
}

/** A line that the record derives: entity, event, agreement or commitment. */
export interface LineTable {
  kind: string;
  id: string;
  type: string;
  status: string | null;
  name: string | null;
  time_from: string | null;
  time_to: string | null;
  /** Where the line stands in time: its first day, or its last where the first is open. */
  day: string | null;
  conflicts: number;
  /** 1 for people who are only words in a text: no list, page or name leads to them. */
  private: number;
  /** Digest of the line with all that queries ask of it: what differs is written anew. */
  stamp: string;
  line_json: string;
}

/** A capture that is to be read, by whichever program takes it. */
export interface JobTable {
  /** Digest of source and bytes: the same capture twice is one job. */
  id: string;
  /** Which run of `servanda read` wants it. */
  run: string;
  /** `waiting` also while it is taken; `refused` where its document cannot be read; `set-aside` after three tries. */
  state: string;
  source: string;
  sha256: string;
  at: string;
  format: string | null;
  content_type: string | null;
  size: number;
  bytes: Uint8Array;
  headers_json: string;
  hints_json: string;
  /** Who has it, and until when by the clock of the database, in milliseconds; 0 where nobody has. */
  worker: string | null;
  leased_until: number;
  tries: number;
  reason: string | null;
}

/** Who may enter, and a digest of the password: what leaks of it opens nothing. */
export interface AccountRow {
  name: string;
  role: string;
  password: string;
  at: string;
}

/** What lets a program in for an account; the token itself is nowhere. */
export interface TokenRow {
  id: string;
  hash: string;
  account: string;
  scope: string;
  label: string;
  at: string;
}
