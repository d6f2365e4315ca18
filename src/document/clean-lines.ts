import type { Removed } from '../model/document.ts';
import { chooseTitle } from './choose-title.ts';
import { isDateLine, isStampLine } from './find-printed-date.ts';
import {
  bylineLine,
  commentHead,
  contactLine,
  creditLine,
  endMark,
  menuLine,
  noticeLine,
  pointerLine,
  promotionLine,
  relatedHead,
  relatedLine,
  shareLine,
  tagLine,
} from './furniture.data.ts';
import { bareLine, countWords, endsAsSentence, isProse, type Line } from './line.ts';

export interface CleanText {
  /** Paragraphs and headings of the article in order; the title, where there is one, first. */
  readonly paragraphs: readonly string[];
  readonly title: string | null;
  readonly titleReason: string;
  /** In the order of the page. */
  readonly removed: readonly Removed[];
  /** Lines that hold a date and at most what a page says beside it, in the order of the page; they are among `removed` too. */
  readonly dateLines: readonly string[];
}

/** What a step may look at, and the reasons that it and the steps before it have given: one place a line, `null` = stays. */
interface Sheet {
  readonly lines: readonly Line[];
  readonly reasons: (string | null)[];
  readonly title: { readonly text: string; readonly index: number | null } | null;
}

type Step = (sheet: Sheet) => void;

/** The order matters: what is told by its own shape goes first, what is told by its place around the rest goes last. */
const beforeTitle: readonly Step[] = [removeDateLines, removeByShape, removeComments, removeRelatedLists];
const afterTitle: readonly Step[] = [removeRepeatedTitles, removeHead, removeMenuRuns, removeTail];
/** The text of a page comes out of the node that holds the article: what stands above or below it there is part of it. */
const afterTitleOfPage: readonly Step[] = [removeRepeatedTitles, removeMenuRuns];

/** Longer lines are paragraphs; no pattern is tried on them. */
const longestFurniture = 360;

/**
 * Takes what a page leaves around an article off its lines, by shape and place. Nothing is lost: each removed line is
 * kept with its reason. `givenTitle` is what the page's data say; without it the title is told by shape. `from` tells
 * whether the lines are a whole saved text, or the main text that was found in a page.
 */
export function cleanLines(rawLines: readonly Line[], givenTitle: string | null, from: 'text' | 'page'): CleanText {
  const ends: Removed[] = [];
  const lines = rawLines.flatMap((line) => stripNoise(line, ends)).flatMap((line) => stripEndMark(line, ends));
  const reasons = lines.map((): string | null => null);
  for (const step of beforeTitle) step({ lines, reasons, title: null });
  const open = lines.flatMap((line, index) => (reasons[index] === null ? [{ ...line, index }] : []));
  const chosen = chooseTitle(open, givenTitle, lines);
  const sheet: Sheet = { lines, reasons, title: chosen.title };
  for (const step of from === 'page' ? afterTitleOfPage : afterTitle) step(sheet);
  return assemble(sheet, chosen.reason, ends);
}

function assemble(sheet: Sheet, titleReason: string, ends: readonly Removed[]): CleanText {
  const { lines, reasons, title } = sheet;
  const kept = lines.flatMap((line, n) => (reasons[n] === null && n !== title?.index ? [line.text] : []));
  const removed = lines.flatMap((line, n) => {
    const reason = reasons[n];
    return reason ? [{ text: line.text, reason }] : [];
  });
  return {
    paragraphs: title ? [title.text, ...kept] : kept,
    title: title?.text ?? null,
    titleReason,
    removed: [...removed, ...ends],
    dateLines: dateLinesOf(sheet),
  };
}

/** Those above the first paragraph; without any, those that close the article, with nothing of another one before them. */
function dateLinesOf({ lines, reasons }: Sheet): readonly string[] {
  const isDate = (n: number): boolean =>
    reasons[n] === 'date-line' || (reasons[n] === 'navigation' && isStampLine(lines[n]?.text ?? ''));
  const textsOf = (indices: readonly number[]): readonly string[] => indices.map((n) => lines[n]?.text ?? '');
  const above = [...lines.keys()].slice(0, Math.max(0, firstProse(lines))).filter(isDate);
  if (above.length > 0) return textsOf(above);
  const last = lines.findLastIndex((line, n) => reasons[n] === null && isProse(line.text));
  const below = [...lines.keys()].slice(last + 1);
  const other = below.find((n) => /^(?:related-links|comments|navigation|side-block)$/u.test(reasons[n] ?? ''));
  return textsOf(below.filter((n) => isDate(n) && (other === undefined || n < other)));
}

/** Runs of this many characters without a space are data, not words. */
const noise = /(?<!\S)\S{300,}/gu;

/** Takes out what no reader reads, an encoded picture in a saved text, so that no later step meets a word of a million letters. */
function stripNoise(line: Line, ends: Removed[]): readonly Line[] {
  if (line.text.length < 300 || line.text.search(noise) < 0) return [line];
  const text = line.text.replaceAll(noise, (run) => {
    ends.push({ text: `${run.slice(0, 100)}…`, reason: 'noise' });
    return ' ';
  });
  const tidy = text.replaceAll(/ {2,}/gu, ' ').trim();
  return tidy === '' ? [] : [{ ...line, text: tidy }];
}

/** «…заявил он.-0-» → «…заявил он.» */
function stripEndMark(line: Line, ends: Removed[]): readonly Line[] {
  const mark = endMark.exec(line.text.slice(-20));
  if (!mark) return [line];
  ends.push({ text: mark[0].trim(), reason: 'end-mark' });
  const text = line.text.slice(0, line.text.length - mark[0].length);
  return text === '' ? [] : [{ ...line, text }];
}

/**
 * «04.07.2024 | 19:25», «21 мая 2025 г. 10:37» as lines of their own, above the first paragraph and below the last one.
 * Between paragraphs they stay: the clock times of a live report are part of it.
 */
function removeDateLines({ lines, reasons }: Sheet): void {
  const first = firstProse(lines);
  const last = lines.findLastIndex((line) => isProse(line.text));
  lines.forEach((line, n) => {
    const outside = n < first || n > last || first < 0;
    const names = /опубликован|обновлен|обновлён|published|updated|posted/iu.test(line.text);
    if (reasons[n] === null && (outside || names) && isDateLine(line.text)) reasons[n] = 'date-line';
  });
}

const shapes: readonly (readonly [reason: string, pattern: RegExp])[] = [
  ['photo-credit', creditLine],
  ['related-links', relatedLine],
  ['related-links', pointerLine],
  ['promotion', promotionLine],
  ['share-bar', shareLine],
  ['tags', tagLine],
  ['notice', noticeLine],
  ['byline', bylineLine],
  ['contact', contactLine],
];

function removeByShape({ lines, reasons }: Sheet): void {
  lines.forEach((line, n) => {
    if (reasons[n] !== null || line.text.length > longestFurniture) return;
    const shape = shapes.find(([, pattern]) => pattern.test(line.text));
    if (shape) reasons[n] = shape[0];
  });
}

/** «Комментарии (3)» and all below it, where most of the article stands above. */
function removeComments({ lines, reasons }: Sheet): void {
  const head = lines.findIndex(
    (line, n) => commentHead.test(line.text) && proseBefore(lines, n) > proseAfter(lines, n),
  );
  if (head < 0) return;
  lines.forEach((_, n) => {
    if (n >= head) reasons[n] ??= n === head ? 'comments' : 'below-comments';
  });
}

/** «Читайте также» and the headlines under it, up to the next paragraph. */
function removeRelatedLists({ lines, reasons }: Sheet): void {
  lines.forEach((line, n) => {
    if (reasons[n] !== null || !relatedHead.test(line.text)) return;
    reasons[n] = 'related-links';
    let stop = n + 1;
    while (stop < lines.length && stop - n <= 12 && isListed(lines[stop])) stop += 1;
    const resumes = stop < lines.length && isProse(lines[stop]?.text ?? '');
    // A heading of the article itself: set apart from the list and followed by a paragraph.
    if (resumes && stop - 1 > n + 1 && (lines[stop - 1]?.gap ?? 0) > (lines[stop - 2]?.gap ?? 0)) stop -= 1;
    for (let i = n + 1; i < stop; i += 1) reasons[i] ??= 'related-links';
  });
}

function isListed(line: Line | undefined): boolean {
  return line !== undefined && !isProse(line.text) && line.text.length < 200;
}

/** The same headline once more, in a breadcrumb too: «/ Порт открыт», «Главная » Порт открыт». */
function removeRepeatedTitles({ lines, reasons, title }: Sheet): void {
  if (!title) return;
  const bare = bareLine(title.text);
  const end = Math.max(firstProse(lines), title.index ?? 0) + 2;
  lines.forEach((line, n) => {
    if (reasons[n] !== null || n === title.index || n > end) return;
    const other = bareLine(line.text);
    if (other === bare) reasons[n] = 'repeated-title';
    else if (other.endsWith(bare) && other.length < bare.length + 60 && !isProse(line.text)) reasons[n] = 'breadcrumbs';
  });
}

/** What stands before the title, and menu words and lone names (of an author, under a picture) between it and the first paragraph. */
function removeHead({ lines, reasons, title }: Sheet): void {
  const start = title?.index ?? -1;
  const body = lines.findIndex((line, n) => n > start && reasons[n] === null && isProse(line.text));
  lines.forEach((line, n) => {
    if (reasons[n] !== null || n === start) return;
    if (n < start) reasons[n] = isBreadcrumb(line.text) ? 'breadcrumbs' : 'navigation';
    else if (n < body && isBreadcrumb(line.text)) reasons[n] = 'breadcrumbs';
    else if (n < body && menuLine.test(line.text)) reasons[n] = 'navigation';
    else if (n < body && title && isPersonName(line.text)) reasons[n] = 'name-line';
  });
}

/** Two or more menu entries in a row, wherever they stand; one alone may be a heading. */
function removeMenuRuns({ lines, reasons, title }: Sheet): void {
  const isEntry = (n: number): boolean => {
    const line = lines[n];
    return line !== undefined && n !== title?.index && reasons[n] === null && menuLine.test(line.text);
  };
  const runs = lines.flatMap((_, n) => (isEntry(n) && (isEntry(n - 1) || isEntry(n + 1)) ? [n] : []));
  for (const n of runs) reasons[n] = 'navigation';
}

/**
 * What stands below the last paragraph: side blocks. A block begins at a line that no article closes with: a menu word,
 * a date line, a line set apart by more than the article's own spacing; short closing sentences before it stay.
 */
function removeTail({ lines, reasons, title }: Sheet): void {
  const last = lines.findLastIndex(
    (line, n) => reasons[n] === null && countWords(line.text) >= 14 && isBody(line.text),
  );
  if (last < 0) return;
  const spacing = usualGap(lines);
  let cut = false;
  for (let n = last + 1; n < lines.length; n += 1) {
    const line = lines[n];
    if (!line || n === title?.index) continue;
    const closes = endsAsSentence(line.text) && countWords(line.text) >= 2;
    const continues =
      /^[—–\-•*\d«"„“]/u.test(line.text) || /[:;]$/u.test(lines[n - 1]?.text ?? '') || line.text.endsWith(':');
    const before = reasons[n] === 'date-line' || menuLine.test(line.text) || line.gap > spacing + 1;
    const heads = !closes && !continues && !isHeadOfMore(lines, reasons, n);
    if (before || heads) cut = true;
    if (cut) reasons[n] ??= 'side-block';
  }
}

/** A paragraph, also one whose closing stop was lost; headlines of other articles are shorter. */
function isBody(text: string): boolean {
  return isProse(text) || (countWords(text) >= 16 && text.length >= 110);
}

/** A heading with at least a sentence or a list under it: «Что дальше» / «Переговоры продолжатся в марте.» */
function isHeadOfMore(lines: readonly Line[], reasons: readonly (string | null)[], n: number): boolean {
  const next = lines[n + 1];
  if (next === undefined || reasons[n + 1] !== null) return false;
  return /^[—–•*]/u.test(next.text) || (endsAsSentence(next.text) && countWords(next.text) >= 6);
}

function usualGap(lines: readonly Line[]): number {
  const gaps = lines.flatMap((line, n) => (n > 0 && isProse(line.text) ? [line.gap] : [])).toSorted((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}

/** «Главная / Новости / Мир», «Главная Новости Общество», «/ Порт открыт» */
function isBreadcrumb(text: string): boolean {
  if (/^[/»›>→|]\s*\p{L}/u.test(text)) return true;
  const parts = text.split(/\s*[/»›>→|•·]\s*/u).filter((part) => part !== '');
  return parts.length >= 3 && parts.every((part) => countWords(part) <= 4) && !endsAsSentence(text);
}

/** «Инна Рябова», «Inna Ryabova»: two or three words with capitals and nothing else. */
function isPersonName(text: string): boolean {
  return (
    /^\p{Lu}\p{Ll}+(?:[-\s]\p{Lu}\p{Ll}+){1,2}$/u.test(text) || /^\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}+$/u.test(text)
  );
}

function firstProse(lines: readonly Line[]): number {
  return lines.findIndex((line) => isProse(line.text));
}

function proseBefore(lines: readonly Line[], stop: number): number {
  return lines.slice(0, stop).reduce((sum, line) => sum + (isProse(line.text) ? line.text.length : 0), 0);
}

function proseAfter(lines: readonly Line[], start: number): number {
  return lines.slice(start + 1).reduce((sum, line) => sum + (isProse(line.text) ? line.text.length : 0), 0);
}
