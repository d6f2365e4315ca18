import type { Quotation } from '../analysis.ts';

/**
 * Text → what stands between quotation marks, in order of their opening; «…», „…“, “…”, "…" in any nesting. One closing ASCII mark
 * closes all that are open where the text writes it once («АО "Концерн "Звезда"»). Marks that never close give nothing. Time is linear
 * in the length of the text.
 */
export function findQuotations(text: string): readonly Quotation[] {
  const found: Quotation[] = [];
  const open: Opening[] = [];
  let lastClose = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLetterOrSpace(code)) continue;
    const mark = text.charAt(at);
    if (mark === '\n') {
      closeShared(open, found, lastClose);
      keepLong(open, at);
      lastClose = -1;
    }
    if (!marks.has(mark)) continue;
    const top = open[open.length - 1];
    if (isOpening(text, at, mark, top)) {
      open.push({ at, mark });
      continue;
    }
    const index = closedBy(mark, open);
    const opening = open[index];
    if (!opening) continue;
    for (let i = index + 1; i < open.length; i++) {
      const inner = open[i];
      if (inner?.mark === '"' || inner?.mark === '«') add(found, inner.at + 1, at, i);
    }
    add(found, opening.at + 1, at, index);
    open.length = index;
    lastClose = at;
  }
  closeShared(open, found, lastClose);
  return found.sort((a, b) => a.start - b.start || b.stop - a.stop);
}

/** What most of a text is made of: the letters of Russian and the space. */
function isLetterOrSpace(code: number): boolean {
  return (code >= 0x410 && code <= 0x44f) || code === 0x20;
}

/** Longest quotation over several paragraphs, in UTF-16 units. */
const longest = 5000;

interface Opening {
  readonly at: number;
  readonly mark: string;
}

const marks: ReadonlySet<string> = new Set(['«', '»', '„', '“', '”', '"']);

/** Only «…» goes on over the end of a line, at `at`, and not for ever. */
function keepLong(open: Opening[], at: number): void {
  let kept = 0;
  for (const it of open) if (it.mark === '«' && at - it.at < longest) open[kept++] = it;
  open.length = kept;
}

/** ASCII marks left open at the end of the line end with the last mark that closed after them. */
function closeShared(open: readonly Opening[], found: Quotation[], lastClose: number): void {
  for (const [depth, it] of open.entries())
    if (it.mark === '"' && lastClose > it.at) add(found, it.at + 1, lastClose, depth);
}

function add(found: Quotation[], start: number, stop: number, depth: number): void {
  if (stop > start) found.push({ start, stop, depth });
}

function isOpening(text: string, at: number, mark: string, top: Opening | undefined): boolean {
  if (mark === '«' || mark === '„') return true;
  if (mark === '»' || mark === '”') return false;
  if (mark === '“') return top?.mark !== '„' && startsWord(text, at);
  return startsWord(text, at);
}

/** An ambiguous mark opens where a word follows it and none stands right before it: «слово "другое», «("текст». */
function startsWord(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  return (before === '' || /[\s(["«„“—–\-/]/u.test(before)) && /[^\s.,;:!?)»”]/u.test(after);
}

/** Which of the open marks a mark closes, the innermost that it may; -1 where it closes none. */
function closedBy(mark: string, open: readonly Opening[]): number {
  const opening = pairs[mark] ?? '';
  for (let i = open.length - 1; i >= Math.max(0, open.length - deepest); i--) {
    if (opening.includes(open[i]?.mark ?? ' ')) return i;
  }
  return -1;
}

/** What each mark may close. */
const pairs: Readonly<Record<string, string>> = { '»': '«', '”': '“"', '“': '„“', '"': '"“„' };

/** How many open marks are looked through: a text of nothing but marks takes no longer than another. */
const deepest = 64;
