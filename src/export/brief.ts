import { type Claim, isHappening } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Record } from '../model/record.ts';
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
  const sections = [
    {
      title: 'Agreements',
      lines: record.agreements.map((a) => ({
        pieces: [strong(a.name), text(` (${a.current ?? 'nothing reported yet'})`)],
        under: a.stages.map((s) => [text(`${s.stage}, ${s.status}, ${days(s.time)}`), ...cite(s.claims)]),
      })),
    },
    {
      title: 'Commitments',
      lines: record.commitments.map((c) => ({
        pieces: [
          strong(c.outcome.status),
          text(' '),
          ...say(c.claim),
          text(`, due ${days(c.due)}`),
          ...cite(c.claims),
          ...(c.outcome.claims.length > 0 ? [text(': '), ...say(c.outcome.claims[0]), ...cite(c.outcome.claims)] : []),
        ],
        under: [],
      })),
    },
    {
      title: 'Timeline',
      lines: happeningsOf(record).map((e) => ({
        pieces: [
          text(`${days(e.time)}: ${e.type}, ${e.status}. `),
          ...say(e.claims[0]),
          text(` (${e.documents} documents, ${e.origins} origins)`),
          ...cite(e.claims),
        ],
        under: [],
      })),
    },
    {
      title: 'Contradictions',
      lines: record.events.flatMap((e) =>
        e.conflicts.map((c) => ({
          pieces: [
            text(`${c.field}: `),
            ...c.values.flatMap((v, i) => [
              ...(i > 0 ? [text(' against ')] : []),
              text(valueOf(v.value)),
              ...cite(v.claims),
            ]),
          ],
          under: [],
        })),
      ),
    },
  ].filter(({ lines }) => lines.length > 0);
  const notes = [...numbers].flatMap(([id, note]) => {
    const claim = claims.get(id);
    const document = claim && documents.get(claim.document);
    return claim && document ? [noteOf(note, claim, document, addressOf)] : [];
  });
  return { title, asOf: record.header.asOf, sections, notes };
}

function happeningsOf(record: Record): Record['events'] {
  const startOf = (time: DayRange | null): string => time?.from ?? '9999';
  return record.events
    .filter((e) => isHappening(e.type) && e.type !== 'agreement')
    .toSorted((a, b) => (startOf(a.time) < startOf(b.time) ? -1 : Number(startOf(a.time) > startOf(b.time))));
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
