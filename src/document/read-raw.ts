import { z } from 'zod';

import type { Removed } from '../model/document.ts';
import { canonicalAddress, parseHttp } from './canonical-address.ts';
import { decodeBytes } from './decode-bytes.ts';
import { splitLines, tidyLine, type Line } from './line.ts';
import type { CapturedSource, CaptureHints } from '../model/capture.ts';
import type { DateCandidate } from './read-page-metadata.ts';
import { readPage } from './read-page.ts';

/** What every kind of input gives: lines of text, and what the page, the feed or the JSON line says about them. */
export interface Raw {
  readonly kind: 'raw';
  readonly from: 'text' | 'page';
  readonly lines: readonly Line[];
  readonly removed: readonly Removed[];
  readonly title: string | null;
  /** What a JSON line or a person says. */
  readonly givenOutlet: string | null;
  /** What the page's data say. */
  readonly outlet: string | null;
  readonly language: string | null;
  /** Dates that the page shows outside its text. */
  readonly printed: readonly string[];
  /** In the order of trust. */
  readonly dates: readonly DateCandidate[];
  readonly authors: readonly string[];
  /** The one that the document goes by first; never empty. */
  readonly addresses: readonly [string, ...string[]];
  readonly charset: { readonly name: string; readonly why: string };
  /** How the text was got out of the bytes. */
  readonly why: string;
}

export type RawResult = Raw | { readonly kind: 'rejected'; readonly reason: string };

/** Decodes the bytes of a capture and takes them apart by their format. */
export function readRaw(captured: CapturedSource): RawResult {
  const decoded = decodeBytes(captured.bytes, captured.contentType);
  if (decoded.kind === 'rejected') return decoded;
  const charset = { name: decoded.charset, why: decoded.why };
  const format = captured.format ?? tellFormat(captured, decoded.text);
  switch (format) {
    case 'json':
      return readJson(decoded.text, captured, charset);
    case 'html':
      return fromPage(decoded.text, captured.source, captured.hints ?? {}, charset);
    case 'text':
      return fromText(decoded.text, captured.source, captured.hints ?? {}, charset);
    default:
      throw new Error(`unknown format ${String(format satisfies never)}`);
  }
}

/** By the content type, the name's ending, the first characters. */
function tellFormat(captured: CapturedSource, text: string): 'text' | 'html' {
  if (/html/iu.test(captured.contentType ?? '')) return 'html';
  if (
    /\.x?html?$/iu.test(captured.source) ||
    /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype|html|head|body)/iu.test(text)
  ) {
    return 'html';
  }
  const tags =
    text.slice(0, 20_000).match(/<\/?(?:p|div|br|span|a|h[1-6]|article|table|ul|li)(?:\s[^<>]*)?>/giu)?.length ?? 0;
  return tags >= 4 ? 'html' : 'text';
}

/** A field that says nothing is as good as none: `""` and `null` too. */
const said = z
  .string()
  .nullish()
  .transform((value) => (value ? tidyLine(value) || null : null));

const jsonLine = z.object({
  source: z.string().min(1).optional(),
  text: z.string().nullish(),
  html: z.string().nullish(),
  title: said,
  published: said,
  outlet: said,
  language: said,
});

function readJson(line: string, captured: CapturedSource, charset: Raw['charset']): RawResult {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { kind: 'rejected', reason: `broken JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const parsed = jsonLine.safeParse(value);
  if (!parsed.success) {
    const { path = [], message = '' } = parsed.error.issues[0] ?? {};
    return { kind: 'rejected', reason: `this JSON line does not fit: ${[...path, message].join(' ')}` };
  }
  const { source = captured.source, text, html, title, published, outlet, language } = parsed.data;
  const hints: CaptureHints = { title, published, outlet, language };
  if (html && html.trim() !== '') return putFirst(fromPage(html, source, {}, charset), hints);
  if (text && text.trim() !== '') return putFirst(fromText(text, source, {}, charset), hints);
  return { kind: 'rejected', reason: 'this JSON line has neither text nor html' };
}

/** What a JSON line says comes before what the page inside it says. */
function putFirst(raw: Raw, given: CaptureHints): Raw {
  return {
    ...raw,
    title: given.title ?? raw.title,
    givenOutlet: given.outlet ?? raw.givenOutlet,
    language: given.language ?? raw.language,
    dates: [...(given.published ? [{ source: 'given', value: given.published }] : []), ...raw.dates],
  };
}

function fromText(text: string, source: string, hints: CaptureHints, charset: Raw['charset']): Raw {
  return {
    kind: 'raw',
    from: 'text',
    lines: splitLines(text),
    removed: [],
    title: hints.title ?? null,
    givenOutlet: hints.outlet ?? null,
    outlet: null,
    language: hints.language ?? null,
    dates: hints.published ? [{ source: 'feed', value: hints.published }] : [],
    printed: [],
    authors: [],
    addresses: [canonicalAddress(source)],
    charset,
    why: 'a text, line by line',
  };
}

function fromPage(html: string, source: string, hints: CaptureHints, charset: Raw['charset']): Raw {
  const page = readPage(html, parseHttp(source) ? source : null);
  const { metadata } = page;
  const hinted = hints.published ? [{ source: 'feed', value: hints.published }] : [];
  const own = canonicalAddress(source);
  const addresses = parseHttp(source)
    ? [...new Set([metadata.address ?? own, own, ...metadata.addresses])]
    : [own, ...metadata.addresses];
  return {
    kind: 'raw',
    from: 'page',
    lines: splitLines(page.text),
    removed: page.removed,
    title: metadata.title ?? (hints.title ? tidyLine(hints.title) : null),
    givenOutlet: null,
    outlet: metadata.outlet ?? hints.outlet ?? null,
    language: metadata.language ?? hints.language ?? null,
    dates: [...metadata.dates, ...hinted],
    printed: metadata.printed,
    authors: metadata.authors,
    addresses: [addresses[0] ?? own, ...addresses.slice(1)],
    charset,
    why: page.why,
  };
}
