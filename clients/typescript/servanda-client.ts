// Made by `node scripts/write-client.ts --write` from the description of the API; a test fails where they differ.
// It stands alone: this one file may be copied into another program.

/** Inclusive days; an open end is null. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

export interface ClaimTime {
  readonly from: string | null;
  readonly to: string | null;
  readonly text: string | null;
}

/** Half-open, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly stop: number;
}

export interface Publication {
  readonly from: string | null;
  readonly to: string | null;
  readonly basis: 'metadata' | 'printed' | 'inferred';
  readonly why: string;
}

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

export interface Document {
  readonly id: string;
  readonly source: string;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly language: string;
  readonly published: Publication | null;
  readonly publishedTime: string | null;
  readonly origin: string;
  readonly kind: 'document';
  readonly replaces: string | null;
  readonly text: string;
  readonly removed: readonly {
    readonly text: string;
    readonly reason: string;
  }[];
  readonly capture: {
    readonly at: string;
    readonly sha256: string;
  };
  /** Parts that stand in an earlier document too. */
  readonly copied?: readonly {
    readonly start: number;
    readonly stop: number;
    readonly from: string;
  }[];
}

export interface Entity {
  readonly kind: 'entity';
  readonly id: string;
  readonly type: 'person' | 'state' | 'organisation' | 'place' | 'agreement' | 'exercise' | 'equipment' | 'facility' | 'other';
  readonly name: string;
  readonly aliases: readonly string[];
  readonly wikidata: string | null;
}

export interface Role {
  readonly role: 'speaker' | 'addressee' | 'person' | 'post' | 'organisation' | 'agreement' | 'party' | 'actor' | 'place' | 'exercise' | 'supplier' | 'recipient' | 'object' | 'target' | 'indicator';
  readonly text: string;
  readonly span: Span | null;
  readonly name: string;
  readonly type: 'person' | 'state' | 'organisation' | 'place' | 'agreement' | 'exercise' | 'equipment' | 'facility' | 'other' | null;
  readonly known: string | null;
  readonly entity: string | null;
}

export interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly approx: boolean;
  readonly change: {
    readonly value: number;
    readonly unit: string;
    readonly direction: 'up' | 'down';
    readonly approx: boolean;
  } | null;
}

export interface Claim {
  readonly kind: 'claim';
  readonly id: string;
  readonly document: string;
  readonly type: 'statement' | 'position' | 'agreement' | 'meeting' | 'exercise' | 'supply' | 'deployment' | 'institution' | 'measure' | 'figure' | 'event';
  readonly status: 'happened' | 'ongoing' | 'planned' | 'possible' | 'denied' | 'cancelled';
  readonly time: ClaimTime | null;
  readonly roles: readonly Role[];
  readonly attribution: readonly ({
    readonly role: 'outlet' | 'agency' | 'speaker';
    readonly name: string;
    readonly entity: string | null;
  })[];
  readonly evidence: {
    readonly start: number;
    readonly stop: number;
    readonly text: string;
  };
  readonly rule: string;
  readonly confidence: number;
  readonly future: {
    readonly force: 'promise' | 'plan' | 'forecast' | 'possibility';
    readonly by: readonly string[];
    readonly due: DayRange | null;
  } | null;
  /** Statements alone. */
  readonly mode?: 'direct' | 'indirect';
  /** Statements alone: the words, without the outer marks. */
  readonly quote?: string | null;
  /** Positions alone. */
  readonly tense?: 'current' | 'former' | 'new';
  /** Agreements alone. */
  readonly stage?: 'proposed' | 'drafted' | 'discussed' | 'agreed' | 'signed' | 'ratified' | 'in-force' | 'implemented' | 'reviewed' | 'amended' | 'suspended' | 'violated' | 'terminated';
  /** Figures alone; the period is `time`. */
  readonly figure?: Figure;
}

export interface Conflict {
  readonly field: string;
  readonly values: readonly {
    readonly value: unknown;
    readonly claims: readonly string[];
  }[];
}

export interface Event {
  readonly kind: 'event';
  readonly id: string;
  readonly type: 'statement' | 'position' | 'agreement' | 'meeting' | 'exercise' | 'supply' | 'deployment' | 'institution' | 'measure' | 'figure' | 'event';
  readonly status: 'happened' | 'ongoing' | 'planned' | 'possible' | 'denied' | 'cancelled';
  readonly time: ClaimTime | null;
  readonly roles: readonly Role[];
  readonly claims: readonly string[];
  readonly documents: number;
  readonly origins: number;
  readonly conflicts: readonly Conflict[];
}

export interface Agreement {
  readonly kind: 'agreement';
  readonly id: string;
  readonly entity: string;
  readonly name: string;
  readonly parties: readonly string[];
  readonly current: 'proposed' | 'drafted' | 'discussed' | 'agreed' | 'signed' | 'ratified' | 'in-force' | 'implemented' | 'reviewed' | 'amended' | 'suspended' | 'violated' | 'terminated' | null;
  readonly stages: readonly ({
    readonly stage: 'proposed' | 'drafted' | 'discussed' | 'agreed' | 'signed' | 'ratified' | 'in-force' | 'implemented' | 'reviewed' | 'amended' | 'suspended' | 'violated' | 'terminated';
    readonly status: 'happened' | 'ongoing' | 'planned' | 'possible' | 'denied' | 'cancelled';
    readonly time: ClaimTime | null;
    readonly claims: readonly string[];
  })[];
  readonly conflicts: readonly Conflict[];
}

export interface Commitment {
  readonly kind: 'commitment';
  readonly id: string;
  readonly claim: string;
  readonly claims: readonly string[];
  readonly force: 'promise' | 'plan' | 'forecast' | 'possibility';
  readonly by: readonly string[];
  readonly due: DayRange | null;
  readonly outcome: {
    readonly status: 'open' | 'kept' | 'kept-late' | 'broken' | 'cancelled' | 'unreported';
    readonly time: ClaimTime | null;
    readonly claims: readonly string[];
    readonly why: string;
  };
  /** ISO calendar day */
  readonly asOf: string;
}

/** The sentence around the evidence. */
export interface Passage {
  readonly claim: string;
  readonly document: string;
  readonly text: string;
  readonly mark: Span;
  /** The sentence before it, where a statement is told by pointing back. */
  readonly before?: string;
}

export interface Person {
  readonly entity: Entity;
  readonly positions: readonly Claim[];
  readonly statements: number;
}

export interface Post {
  readonly kind: 'post';
  readonly id: string;
  readonly post: string;
  readonly organisation: string | null;
  readonly holders: readonly ({
    readonly person: string;
    readonly from: string | null;
    readonly to: string | null;
    /** A document calls this person a former holder. */
    readonly isOver: boolean;
    readonly claims: readonly string[];
  })[];
}

export interface FigureSeries {
  readonly kind: 'series';
  readonly indicator: string;
  readonly unit: string;
  /** In the order of their periods. */
  readonly points: readonly ({
    readonly event: string;
    readonly period: ClaimTime | null;
    /** Earliest published first: later ones revise or contradict. */
    readonly values: readonly ({
      readonly figure: Figure;
      readonly claims: readonly string[];
      /** The earliest publication of it. */
      readonly known: string | null;
    })[];
    readonly conflict: boolean;
  })[];
}

export type EventOrAgreement = Event | Agreement;

export interface Hit {
  readonly document: DocumentCard;
  readonly snippets: readonly {
    readonly text: string;
    readonly marks: readonly Span[];
  }[];
}

export interface DocumentFile {
  readonly document: Document;
  readonly claims: readonly Claim[];
  readonly events: readonly Event[];
  readonly agreements: readonly Agreement[];
  readonly commitments: readonly Commitment[];
  readonly reprints: readonly DocumentCard[];
  readonly copiedFrom: readonly DocumentCard[];
  readonly versions: readonly DocumentCard[];
  /** Versions that came before, latest first, and what differs from the latest. */
  readonly earlier?: {
    readonly ids: readonly string[];
    readonly changes: readonly ({
      readonly kind: 'removed' | 'added';
      readonly text: string;
    })[];
  };
}

export interface EntityFile {
  readonly entity: Entity;
  /** How many lines there are; the latest stand here, the lists narrowed by `about` give all. */
  readonly totals: {
    readonly statements: number;
    readonly events: number;
    readonly agreements: number;
    readonly commitments: number;
  };
  readonly positions: readonly Claim[];
  readonly statements: readonly Claim[];
  readonly events: readonly Event[];
  readonly agreements: readonly Agreement[];
  readonly commitments: readonly Commitment[];
}

export interface ClaimFile {
  readonly claim: Claim;
  /** What people made of it. */
  readonly ruled: 'accepted' | 'rejected' | 'corrected' | null;
  /** What people decided about it, latest first. */
  readonly rulings: readonly {
    readonly ruling: {
      readonly id: string;
      readonly by: string;
      readonly at: string;
      readonly why: string;
    };
    readonly stands: boolean;
  }[];
  readonly document: DocumentCard;
  readonly events: readonly Event[];
  readonly agreements: readonly Agreement[];
  readonly commitments: readonly Commitment[];
}

/** Whatever the lines name by id. */
export interface Cited {
  readonly entities: Readonly<Record<string, Entity>>;
  readonly claims: Readonly<Record<string, Claim>>;
  readonly documents: Readonly<Record<string, DocumentCard>>;
  readonly passages: Readonly<Record<string, Passage>>;
}

export interface Summary {
  readonly documents: number;
  readonly claims: number;
  readonly entities: number;
  readonly events: number;
  readonly agreements: number;
  readonly commitments: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly outcomes: Readonly<Record<string, number>>;
  /** Documents that are read but not yet merged. */
  readonly pending: number;
  /** Captures that workers are to read, have in hand, and gave up. */
  readonly queue: {
    readonly waiting: number;
    readonly taken: number;
    readonly setAside: number;
  };
  /** Changes whenever the dossier does. */
  readonly version: string;
}

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}

/** A part of a list, with whatever its lines name by id. */
export interface List<Line> {
  readonly lines: readonly Line[];
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
  /** Address of the part that follows; `null` at the end. */
  readonly next: string | null;
  readonly cited: Cited;
}

/** One line, with whatever it names by id. */
export interface Answer<Line> {
  readonly kind: string;
  readonly line: Line;
  readonly cited: Cited;
}

/** What the API could not do, and why. */
export class ServandaError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.title}: ${problem.detail}`);
    this.name = 'ServandaError';
    this.problem = problem;
  }
}

/** Where the API is, and what lets a program in. */
export interface ClientOptions {
  /** `http://127.0.0.1:8080/` */
  readonly base: string;
  /** An access token, where the record is served with accounts. */
  readonly token?: string;
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** What every list may be asked. */
export interface ListQuery {
  /** The day as of which outcomes are told; today where absent. */
  readonly 'as-of'?: string;
  /** Id or name of an entity or agreement, or words: only what concerns it. */
  readonly about?: string;
  /** Only what documents of this outlet tell, by its name. */
  readonly outlet?: string;
  /** Only lines whose time overlaps the days from here on. */
  readonly from?: string;
  /** Only lines whose time overlaps the days up to here. */
  readonly to?: string;
  /** Only lines of this claim type. */
  readonly type?: 'statement' | 'position' | 'agreement' | 'meeting' | 'exercise' | 'supply' | 'deployment' | 'institution' | 'measure' | 'figure' | 'event';
  /** Only lines of this status. */
  readonly status?: 'happened' | 'ongoing' | 'planned' | 'possible' | 'denied' | 'cancelled';
  /** By time; oldest first where absent. */
  readonly order?: 'oldest' | 'newest';
  /** How many lines to pass over. */
  readonly offset?: number;
  /** How many lines to give. */
  readonly limit?: number;
  /** Goes on where an earlier answer ended: the `cursor` in its `next`. Takes the place of `offset`. */
  readonly cursor?: string;
}

/** What is asked of a line, or of all. */
export interface DayQuery {
  /** The day as of which outcomes are told; today where absent. */
  readonly 'as-of'?: string;
}

/** What may be asked of `commitments` beside. */
export interface CommitmentsQuery extends ListQuery {
  /** Only commitments with this outcome. */
  readonly outcome?: 'open' | 'kept' | 'kept-late' | 'broken' | 'cancelled' | 'unreported';
}

/** What may be asked of `statements` beside. */
export interface StatementsQuery extends ListQuery {
  /** Id or name of the entity that speaks. */
  readonly speaker?: string;
  /** Id or name of an entity that the statement is about. */
  readonly topic?: string;
}

/** What may be asked of `search` beside. */
export interface SearchQuery extends ListQuery {
  /** Words to look for. */
  readonly q?: string;
}

/** What the API of a dossier answers. A method rejects with a `ServandaError` where the answer is a problem. */
export interface Client {
  /** What the dossier holds. */
  summary(query?: DayQuery): Promise<Summary>;
  /** Articles, newest first. */
  documents(query?: ListQuery): Promise<List<DocumentCard>>;
  /** What happened, happens and is to happen, by time. */
  events(query?: ListQuery): Promise<List<Event>>;
  /** Agreements with the stages of their lives. */
  agreements(query?: ListQuery): Promise<List<Agreement>>;
  /** Plans, promises and forecasts with what became of them, by due day. */
  commitments(query?: CommitmentsQuery): Promise<List<Commitment>>;
  /** Who said what. */
  statements(query?: StatementsQuery): Promise<List<Claim>>;
  /** Holders of posts and makers of statements, by name. */
  people(query?: ListQuery): Promise<List<Person>>;
  /** Posts by name, with who held each of them when. */
  posts(query?: ListQuery): Promise<List<Post>>;
  /** Quantities with their periods. */
  figures(query?: ListQuery): Promise<List<Claim>>;
  /** Indicators that are told for several periods or with several values, those of most periods first. */
  series(query?: ListQuery): Promise<List<FigureSeries>>;
  /** Events and agreements for which sources give different values. */
  conflicts(query?: ListQuery): Promise<List<EventOrAgreement>>;
  /** Articles that hold all of the words. */
  search(query?: SearchQuery): Promise<List<Hit>>;
  /** A document with everything that was taken out of it. */
  document(id: string, query?: DayQuery): Promise<Answer<DocumentFile>>;
  /** An entity with every line that concerns it. */
  entity(id: string, query?: DayQuery): Promise<Answer<EntityFile>>;
  /** A claim with the lines that rest on it. */
  claim(id: string, query?: DayQuery): Promise<Answer<ClaimFile>>;
  /** An event. */
  event(id: string, query?: DayQuery): Promise<Answer<Event>>;
  /** An agreement. */
  agreement(id: string, query?: DayQuery): Promise<Answer<Agreement>>;
  /** A commitment. */
  commitment(id: string, query?: DayQuery): Promise<Answer<Commitment>>;
  /** The parts of a list that follow this one, this one first. Rejects with status 410 where the record changes meanwhile. */
  parts<Line>(first: List<Line>): AsyncIterable<List<Line>>;
}

/** A client of the API at `base`: `createClient({ base: 'http://127.0.0.1:8080/' }).commitments({ outcome: 'unreported' })`. */
export function createClient({ base, token, fetch = (request) => globalThis.fetch(request) }: ClientOptions): Client {
  const ask = async <T>(address: string): Promise<T> => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await fetch(new Request(new URL(address, base), { headers }));
    if (response.ok) return (await response.json()) as T;
    const told = response.headers.get('content-type')?.startsWith('application/problem+json');
    const { status, statusText } = response;
    throw new ServandaError(told ? ((await response.json()) as Problem) : { type: 'about:blank', title: statusText, status, detail: '' });
  };
  return {
    summary: (query = {}) => ask<Summary>(withQuery('/summary', query)),
    documents: (query = {}) => ask<List<DocumentCard>>(withQuery('/documents', query)),
    events: (query = {}) => ask<List<Event>>(withQuery('/events', query)),
    agreements: (query = {}) => ask<List<Agreement>>(withQuery('/agreements', query)),
    commitments: (query = {}) => ask<List<Commitment>>(withQuery('/commitments', query)),
    statements: (query = {}) => ask<List<Claim>>(withQuery('/statements', query)),
    people: (query = {}) => ask<List<Person>>(withQuery('/people', query)),
    posts: (query = {}) => ask<List<Post>>(withQuery('/posts', query)),
    figures: (query = {}) => ask<List<Claim>>(withQuery('/figures', query)),
    series: (query = {}) => ask<List<FigureSeries>>(withQuery('/series', query)),
    conflicts: (query = {}) => ask<List<EventOrAgreement>>(withQuery('/conflicts', query)),
    search: (query = {}) => ask<List<Hit>>(withQuery('/search', query)),
    document: (id, query = {}) => ask<Answer<DocumentFile>>(withQuery(`/documents/${encodeURIComponent(id)}`, query)),
    entity: (id, query = {}) => ask<Answer<EntityFile>>(withQuery(`/entities/${encodeURIComponent(id)}`, query)),
    claim: (id, query = {}) => ask<Answer<ClaimFile>>(withQuery(`/claims/${encodeURIComponent(id)}`, query)),
    event: (id, query = {}) => ask<Answer<Event>>(withQuery(`/events/${encodeURIComponent(id)}`, query)),
    agreement: (id, query = {}) => ask<Answer<Agreement>>(withQuery(`/agreements/${encodeURIComponent(id)}`, query)),
    commitment: (id, query = {}) => ask<Answer<Commitment>>(withQuery(`/commitments/${encodeURIComponent(id)}`, query)),
    parts: async function* <Line>(first: List<Line>) {
      yield first;
      for (let { next } = first; next !== null; ) {
        const part = await ask<List<Line>>(next);
        yield part;
        ({ next } = part);
      }
    },
  };
}

function withQuery(path: string, query: object): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return `/api/v1${path}?${new URLSearchParams(Object.fromEntries(given.map(([name, value]) => [name, String(value)])))}`;
}
