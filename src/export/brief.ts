import { type Claim, isHappening } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Agreement, Commitment, Event, Record } from '../model/record.ts';
import type { DayRange } from '../model/time.ts';

export interface BriefOptions {
  readonly title: string;
  /** Address of a document's page, for the footnotes; its source where absent. */
  readonly addressOf?: (document: Document) => string;
}

/** A piece of a line: words, words that stand out, words of a source, or a footnote's number. */
export type BriefPiece =
  | { readonly kind: 'text' | 'strong' | 'quote'; readonly text: string }
  | { readonly kind: 'cite'; readonly note: number };

export interface BriefLine {
  readonly pieces: readonly BriefPiece[];
  readonly under: readonly (readonly BriefPiece[])[];
}

export interface BriefNote {
  readonly note: number;
  readonly outlet: string;
  readonly published: string;
  readonly quote: string;
  readonly address: string;
}

/** A dossier on paper, before it is written as Markdown or HTML. */
export interface Brief {
  readonly title: string;
  readonly asOf: string;
  /** Those that have lines. */
  readonly sections: readonly { readonly title: string; readonly lines: readonly BriefLine[] }[];
  readonly notes: readonly BriefNote[];
}

/**
 * A record, or the part of one, as a dossier to be read: agreements with their stages, commitments with their outcomes, the
 * timeline and contradictions, each line with footnotes that give outlet, day, sentence and address.
 */
export function briefOf(record: Record, { title, addressOf = (d) => d.source }: BriefOptions): Brief {
  const claims = new Map(record.claims.map((c) => [c.id, c]));
  const documents = new Map(record.documents.map((d) => [d.id, d]));
  const numbers = new Map<string, number>();
  const cite = (ids: readonly string[]): readonly BriefPiece[] =>
    ids
      .filter((id) => claims.has(id))
      .map((id) => {
        if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
        return { kind: 'cite', note: numbers.get(id) ?? 0 };
      });
  const say = (id: string | undefined): readonly BriefPiece[] => {
    const claim = claims.get(id ?? '');
    return claim ? [{ kind: 'quote', text: claim.evidence.text }] : [];
  };
  const words = { cite, say };
  const sections = [
    { title: 'Agreements', lines: record.agreements.map((agreement) => agreementLine(agreement, words)) },
    {
      title: 'Commitments',
      lines: inTime(record.commitments, (c) => c.due).map((commitment) => commitmentLine(commitment, words)),
    },
    { title: 'Timeline', lines: happeningsOf(record).map((event) => happeningLine(event, words)) },
    {
      title: 'Contradictions',
      lines: inTime(record.events, (e) => e.time).flatMap((event) => contradictionLines(event, words)),
    },
  ].filter(({ lines }) => lines.length > 0);
  const notes = [...numbers].flatMap(([id, note]) => {
    const claim = claims.get(id);
    const document = claim && documents.get(claim.document);
    return claim && document ? [noteOf(note, claim, document, addressOf)] : [];
  });
  return { title, asOf: record.header.asOf, sections, notes };
}

/** What a line takes of its claims: footnotes that name them, and the words of one. */
interface ClaimWords {
  readonly cite: (ids: readonly string[]) => readonly BriefPiece[];
  readonly say: (id: string | undefined) => readonly BriefPiece[];
}

function agreementLine({ name, current, stages }: Agreement, { cite }: ClaimWords): BriefLine {
  return {
    pieces: [strong(name), text(` (${current ?? 'nothing reported yet'})`)],
    under: stages.map((s) => [text(`${s.stage}, ${s.status}, ${days(s.time)}`), ...cite(s.claims)]),
  };
}

function commitmentLine({ claim, claims, due, outcome }: Commitment, { cite, say }: ClaimWords): BriefLine {
  const reported = [text(': '), ...say(outcome.claims[0]), ...cite(outcome.claims)];
  return {
    pieces: [
      strong(outcome.status),
      text(' '),
      ...say(claim),
      text(`, due ${days(due)}`),
      ...cite(claims),
      ...(outcome.claims.length > 0 ? reported : []),
    ],
    under: [],
  };
}

function happeningLine(event: Event, { cite, say }: ClaimWords): BriefLine {
  return {
    pieces: [
      text(`${days(event.time)}: ${event.type}, ${event.status}. `),
      ...say(event.claims[0]),
      text(` (${counted(event.documents, 'document')}, ${counted(event.origins, 'origin')})`),
      ...cite(event.claims),
    ],
    under: [],
  };
}

/** «2024-05-14: meeting, time: 2024-05-14 «…»[^1] against 2024-05-15 «…»[^2]»: what is told differently, in whose words. */
function contradictionLines({ type, time, conflicts }: Event, { cite, say }: ClaimWords): readonly BriefLine[] {
  return conflicts.map(({ field, values }) => ({
    pieces: [
      text(`${days(time)}: ${type}, ${field}: `),
      ...values.flatMap(({ value, claims }, i) => [
        text(`${i > 0 ? ' against ' : ''}${valueOf(value)} `),
        ...say(claims[0]),
        ...cite(claims),
      ]),
    ],
    under: [],
  }));
}

function happeningsOf(record: Record): Record['events'] {
  return inTime(
    record.events.filter((e) => isHappening(e.type) && e.type !== 'agreement'),
    (e) => e.time,
  );
}

/** Oldest first, undated last; what is told to be done until a day stands at that day, as in the lists. */
function inTime<T>(lines: readonly T[], timeOf: (line: T) => DayRange | null): readonly T[] {
  const dayOf = (line: T): string => timeOf(line)?.from ?? timeOf(line)?.to ?? '9999';
  return lines.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : Number(dayOf(a) > dayOf(b))));
}

function noteOf(note: number, claim: Claim, document: Document, addressOf: (document: Document) => string): BriefNote {
  const outlet = document.outlet ?? 'unknown outlet';
  return {
    note,
    outlet,
    published: days(document.published),
    quote: claim.evidence.text,
    address: addressOf(document),
  };
}

function text(words: string): BriefPiece {
  return { kind: 'text', text: words };
}

function strong(words: string): BriefPiece {
  return { kind: 'strong', text: words };
}

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function days(range: DayRange | null): string {
  if (range === null) return 'no day known';
  if (range.from === range.to) return range.from ?? 'no day known';
  return `${range.from ?? '…'} to ${range.to ?? '…'}`;
}

function valueOf(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'from' in value && 'to' in value) {
    return days({
      from: typeof value.from === 'string' ? value.from : null,
      to: typeof value.to === 'string' ? value.to : null,
    });
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
