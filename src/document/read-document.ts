import { createHash } from 'node:crypto';

import { type CapturedSource, largestCapture, tooLarge } from '../model/capture.ts';
import type { Correction, Document } from '../model/document.ts';
import { documentId } from '../model/ids.ts';
import { parseHttp } from './canonical-address.ts';
import { cleanLines } from './clean-lines.ts';
import { detectLanguage, type RankLanguages } from './detect-language.ts';
import { findAgencies, type AgencyMark } from './find-agencies.ts';
import { findCorrections } from './find-corrections.ts';
import { findOutlet } from './find-outlet.ts';
import { outletZone } from './outlet-zone.ts';
import {
  resolvePublication,
  type PublicationClues,
  type ResolvedPublication,
} from './publication/resolve-publication.ts';
import { readRaw } from './read-raw.ts';

/** Where a text tells when it came out, it does so early; a book is not read through for it. */
const longestEvidence = 60_000;

export interface ReadDocument {
  readonly kind: 'document';
  readonly document: Document;
  /** What the outlet says of its own text; offsets count in `document.text`. */
  readonly corrections: readonly Correction[];
  /** From whom the text says that it has its words; offsets count in `document.text`. */
  readonly agencies: readonly AgencyMark[];
  /** Every address that the page gives itself, canonical form first. */
  readonly addresses: readonly string[];
  /** Names of people who signed it. */
  readonly authors: readonly string[];
  readonly charset: { readonly name: string; readonly why: string };
  /** In words: how each of these was told. */
  readonly reasons: {
    readonly title: string;
    readonly outlet: string;
    readonly language: string;
    readonly text: string;
  };
}

export interface Rejected {
  readonly kind: 'rejected';
  readonly source: string;
  /** One sentence: what is wrong and what to do. */
  readonly reason: string;
}

/**
 * Reads one capture into one document. Pure and bounded: bytes over `largestCapture` are refused, markup is cut at a
 * depth. The text is canonical: NFC; title, headings and paragraphs each one line, separated by one line feed; no empty
 * lines, no doubled spaces. `origin` is the document's own id and `replaces` is `null`: both take many documents to tell.
 * `rankLanguages` is asked where letters and the commonest words leave the language open.
 */
export function readDocument(captured: CapturedSource, rankLanguages: RankLanguages): ReadDocument | Rejected {
  const { bytes, source } = captured;
  const reject = (reason: string): Rejected => ({ kind: 'rejected', source, reason });
  if (bytes.length === 0) return reject('it is empty');
  if (bytes.length > largestCapture) return reject(tooLarge);
  const raw = readRaw(captured);
  if ('reason' in raw) return reject(raw.reason);
  const clean = cleanLines(raw.lines, raw.title, raw.from);
  const text = clean.paragraphs.join('\n');
  if (!/\p{L}{2}/u.test(text)) return reject('no text was found in it');
  const removed = [...raw.removed, ...clean.removed];
  const address = raw.addresses[0];
  const agencies = findAgencies(text);
  const outlet = findOutlet({
    given: raw.givenOutlet,
    metadata: raw.outlet,
    host: parseHttp(address)?.hostname ?? null,
    text,
    agencies,
    removed: removed.map((r) => r.text),
  });
  const language = detectLanguage(text, raw.language, rankLanguages);
  const { published, publishedTime } = resolveInZone(
    {
      candidates: raw.dates,
      dateLines: [...raw.printed, ...clean.dateLines],
      title: clean.title,
      text: text.slice(0, longestEvidence),
      capturedAt: captured.at,
    },
    outlet.outlet,
    parseHttp(address)?.hostname ?? null,
  );
  const id = documentId(address, text);
  const document: Document = {
    kind: 'document',
    id,
    source: address,
    outlet: outlet.outlet,
    title: clean.title,
    language: language.language,
    published,
    publishedTime,
    replaces: null,
    text,
    removed,
    capture: { at: captured.at, sha256: createHash('sha256').update(bytes).digest('hex') },
    origin: id,
  };
  return {
    kind: 'document',
    document,
    corrections: findCorrections(text),
    agencies,
    addresses: raw.addresses,
    authors: raw.authors,
    charset: raw.charset,
    reasons: { title: clean.titleReason, outlet: outlet.reason, language: language.reason, text: raw.why },
  };
}

/** Resolves the day as in Moscow, and once more where the outlet's own clock stood otherwise on that day. */
function resolveInZone(clues: PublicationClues, outlet: string | null, host: string | null): ResolvedPublication {
  const first = resolvePublication(clues);
  const day = first.published?.from ?? null;
  if (day === null) return first;
  const zone = outletZone(outlet, host, day);
  return zone === outletZone(null, null, day) ? first : resolvePublication({ ...clues, zone });
}
