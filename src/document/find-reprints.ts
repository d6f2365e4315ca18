import { hashText } from '../language/hash-text.ts';
import type { CopiedPart, Publication } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { findAgencies, knownOutlet } from './find-agencies.ts';

/** What finding reprints needs of a document. */
export interface ReprintInput {
  readonly id: string;
  readonly text: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: Publication | null;
  readonly publishedTime: string | null;
}

export interface Reprints {
  /** For each document the id of the one at the root of its report: its own where it is nobody's reprint. */
  readonly origins: ReadonlyMap<string, string>;
  /**
   * For each document that holds a part of another's report (at least `shortestPassage` words in a row) those parts in the
   * order of its text, none over another. What a reprint shares with its own root is no part: all of it is another's.
   */
  readonly copied: ReadonlyMap<string, readonly CopiedPart[]>;
}

/** Words in a shingle, and shingles in the window of which the least is kept: any 16 shared words in a row are found. */
const shingleWords = 5;
const windowShingles = 12;
/** A document is a reprint where this share of its fingerprints is an earlier document's. */
const reprintShare = 0.6;
/** Where both name one agency as theirs, less will do: agency copy is shortened and rewritten. */
const agencyShare = 0.3;
const shortestPassage = 25;
/** A fingerprint that more documents have is a formula; the earliest are kept. */
const mostHolders = 64;

interface Fingerprint {
  readonly hash: number;
  /** Index of the shingle's first word. */
  readonly word: number;
}

interface Printed {
  readonly input: ReprintInput;
  readonly words: readonly Span[];
  readonly prints: readonly Fingerprint[];
  readonly agencies: ReadonlySet<string>;
}

/**
 * Finds near-duplicate texts by winnowed shingles (Schleimer, Wilkerson, Aiken 2003), in time that grows with the texts and
 * not with the pairs. Documents are taken in the order of publication (an agency's own before those that name it); each
 * looks for its root among those before it. Gives the same result for any order of `inputs`.
 */
export function findReprints(inputs: readonly ReprintInput[]): Reprints {
  const printed = inputs.map(fingerprint).toSorted((a, b) => compareKeys(orderKey(a.input), orderKey(b.input)));
  const holders = new Map<number, { readonly index: number; readonly word: number }[]>();
  const origins = new Map<string, string>();
  const copied = new Map<string, readonly CopiedPart[]>();
  printed.forEach((document, index) => {
    const shared = sharedWith(document, holders, index);
    const parent = chooseParent(document, shared, printed);
    origins.set(document.input.id, parent ? (origins.get(parent.input.id) ?? parent.input.id) : document.input.id);
    const root = origins.get(document.input.id);
    const parts = copiedParts(document, shared, printed, origins);
    const ofOthers = parts.filter((part) => part.from !== root);
    if (ofOthers.length > 0) copied.set(document.input.id, ofOthers);
    for (const { hash, word } of document.prints) {
      const list = holders.get(hash);
      if (!list) holders.set(hash, [{ index, word }]);
      else if (list.length < mostHolders) list.push({ index, word });
    }
  });
  return { origins, copied };
}

/** One fingerprint in two documents: at which word it stands in this one, and in the earlier. */
interface SharedPrint {
  readonly word: number;
  readonly there: number;
}

/** The earlier documents that share fingerprints with this one. */
function sharedWith(
  document: Printed,
  holders: ReadonlyMap<number, readonly { readonly index: number; readonly word: number }[]>,
  own: number,
): ReadonlyMap<number, readonly SharedPrint[]> {
  const shared = new Map<number, SharedPrint[]>();
  for (const { hash, word } of document.prints) {
    const seen = new Set<number>();
    for (const { index, word: there } of holders.get(hash) ?? []) {
      if (index === own || seen.has(index)) continue;
      seen.add(index);
      const prints = shared.get(index);
      if (prints) prints.push({ word, there });
      else shared.set(index, [{ word, there }]);
    }
  }
  return shared;
}

function chooseParent(
  document: Printed,
  shared: ReadonlyMap<number, readonly SharedPrint[]>,
  printed: readonly Printed[],
): Printed | null {
  let best: { readonly other: Printed; readonly share: number } | null = null;
  for (const [index, prints] of [...shared].toSorted(([a], [b]) => a - b)) {
    const other = printed[index];
    if (!other || document.prints.length === 0) continue;
    const share = prints.length / document.prints.length;
    const needed = hasOneAgency(document, other) ? agencyShare : reprintShare;
    if (share >= needed && (best === null || share > best.share + 0.05)) best = { other, share };
  }
  return best?.other ?? null;
}

function hasOneAgency(one: Printed, other: Printed): boolean {
  return [...one.agencies].some((agency) => other.agencies.has(agency));
}

/** The earliest document that a stretch stands in gives its root; a later one that has the same stretch adds nothing. */
function copiedParts(
  document: Printed,
  shared: ReadonlyMap<number, readonly SharedPrint[]>,
  printed: readonly Printed[],
  origins: ReadonlyMap<string, string>,
): readonly CopiedPart[] {
  const parts: CopiedPart[] = [];
  for (const [index, prints] of [...shared].toSorted(([a], [b]) => a - b)) {
    const other = printed[index];
    const from = other && origins.get(other.input.id);
    if (!other || from === undefined) continue;
    for (const run of sharedRuns(document, other, prints)) {
      if (!parts.some((part) => part.start < run.stop && run.start < part.stop)) parts.push({ ...run, from });
    }
  }
  return parts.toSorted((a, b) => a.start - b.start);
}

/** Runs of shared fingerprints with no gap wider than a window, grown word by word as far as both texts agree. */
function sharedRuns(document: Printed, other: Printed, prints: readonly SharedPrint[]): readonly Span[] {
  const runs: { first: SharedPrint; last: SharedPrint }[] = [];
  for (const print of prints.toSorted((a, b) => a.word - b.word)) {
    const run = runs.at(-1);
    if (run && print.word <= run.last.word + shingleWords + windowShingles) run.last = print;
    else runs.push({ first: print, last: print });
  }
  const agree = (word: number, there: number): boolean => {
    const [one, two] = [wordAt(document, word), wordAt(other, there)];
    return one !== null && one === two;
  };
  return runs.flatMap(({ first, last }): readonly Span[] => {
    let [start, stop] = [first.word, last.word + shingleWords];
    while (agree(start - 1, first.there - (first.word - start) - 1)) start -= 1;
    while (agree(stop, last.there + (stop - last.word))) stop += 1;
    const [from, to] = [document.words[start], document.words[Math.min(stop, document.words.length) - 1]];
    return from && to && stop - start >= shortestPassage ? [{ start: from.start, stop: to.stop }] : [];
  });
}

function wordAt({ input, words }: Printed, n: number): string | null {
  const span = words[n];
  return span ? folded(input.text.slice(span.start, span.stop)) : null;
}

function folded(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е');
}

function fingerprint(input: ReprintInput): Printed {
  const body = input.title !== null && input.text.startsWith(input.title) ? input.title.length : 0;
  const found = [...input.text.slice(body).matchAll(/[\p{L}\p{N}]+/gu)];
  const words = found.map((m) => ({ start: body + m.index, stop: body + m.index + m[0].length }));
  return { input, words, prints: winnow(hashShingles(found.map((m) => m[0]))), agencies: agenciesOf(input) };
}

/** The agencies that a text has its words from: in its dateline, first or last paragraph, or the outlet itself. */
function agenciesOf(input: ReprintInput): ReadonlySet<string> {
  const paragraphs = input.text.split('\n');
  const opening = paragraphs.slice(0, 3).join('\n').length;
  const closing = input.text.length - (paragraphs.at(-1)?.length ?? 0);
  const marked = findAgencies(input.text).filter((mark) => mark.start < opening || mark.start >= closing);
  const names = [...marked.map((mark) => mark.name), ...(input.outlet === null ? [] : [input.outlet])];
  return new Set(names.flatMap((name) => (knownOutlet(name)?.agency ? [knownOutlet(name)?.name ?? name] : [])));
}

/** Undated documents last; an agency's own document before others of its day, whatever their clock. */
function orderKey({ id, outlet, published, publishedTime }: ReprintInput): readonly string[] {
  const ofAgency = outlet !== null && knownOutlet(outlet)?.agency === true;
  return [published?.from ?? '9999', ofAgency ? '0' : '1', publishedTime ?? '99', id];
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (let n = 0; n < a.length; n += 1) {
    const [left, right] = [a[n] ?? '', b[n] ?? ''];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/** The hashes of five words combined. */
function hashShingles(words: readonly string[]): readonly number[] {
  const hashes = words.map((word) => hashText(folded(word)));
  const shingles: number[] = [];
  for (let n = 0; n + shingleWords <= hashes.length; n += 1) {
    let hash = 0;
    for (let k = 0; k < shingleWords; k += 1) hash = Math.imul(hash, 0x9e3779b1) + (hashes[n + k] ?? 0);
    shingles.push((hash ^ (hash >>> 15)) >>> 0);
  }
  return shingles;
}

/** Of each window of shingles the least hash, the rightmost of equals; each place once. */
function winnow(shingles: readonly number[]): readonly Fingerprint[] {
  const prints: Fingerprint[] = [];
  let last = -1;
  for (let n = 0; n < Math.max(1, shingles.length - windowShingles + 1); n += 1) {
    let least = -1;
    for (let k = n; k < Math.min(n + windowShingles, shingles.length); k += 1) {
      if (least < 0 || (shingles[k] ?? 0) <= (shingles[least] ?? 0)) least = k;
    }
    if (least >= 0 && least !== last) {
      prints.push({ hash: shingles[least] ?? 0, word: least });
      last = least;
    }
  }
  return prints;
}
