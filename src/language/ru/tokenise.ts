import type { Span } from '../../model/span.ts';
import { attachStops } from './attach-stops.ts';
import { findDateline } from './find-dateline.ts';
import { findTokens, type RawToken } from './find-tokens.ts';
import { splitSentences } from './split-sentences.ts';

export type { RawToken } from './find-tokens.ts';

/** A sentence before any dictionary is asked. Offsets count in the text given to `tokenise`. */
export interface RawSentence extends Span {
  readonly index: number;
  /** At least one. */
  readonly tokens: readonly RawToken[];
}

/**
 * Russian text → sentences of tokens, over all of the text but white space. A headline, a list item and a dateline are
 * sentences of their own. What makes one token follows Universal Dependencies: an abbreviation or initial keeps its stop
 * («г.», «А.» «Г.»), a hyphenated word is one («1-я», «Су-30»), so is a number («3,5», «10.12.2014», «1 200»), a range is
 * three («10» «-» «16»). Never throws; time is linear in the length of the text.
 */
export function tokenise(text: string): readonly RawSentence[] {
  const sentences: RawSentence[] = [];
  for (const block of findBlocks(text)) {
    const tokens = attachStops(text, findTokens(text, block.start, block.stop));
    const dateline = findDateline(tokens);
    if (dateline > 0) addSentence(sentences, tokens.slice(0, dateline));
    for (const sentence of splitSentences(text, tokens.slice(dateline))) addSentence(sentences, sentence);
  }
  return sentences;
}

function addSentence(sentences: RawSentence[], tokens: readonly RawToken[]): void {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first && last) sentences.push({ index: sentences.length, start: first.start, stop: last.stop, tokens });
}

/** Runs of text that no sentence crosses: paragraphs, and lines unless the text is wrapped. */
function findBlocks(text: string): readonly Span[] {
  const wrapped = isWrapped(text);
  const blocks: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(lineBreak)) {
    const stop = match.index;
    const next = stop + match[0].length;
    if (!isParagraphBreak(match[0]) && continues(text, stop, next, wrapped)) continue;
    blocks.push({ start, stop });
    start = next;
  }
  blocks.push({ start, stop: text.length });
  return blocks;
}

/** White space with a break in it, from its first character on: a long run without one is gone over but once. */
const lineBreak = /(?<!\s)\s*[\n\r\u2028\u2029]\s*/gu;

function isParagraphBreak(space: string): boolean {
  return space.replaceAll('\r\n', '\n').split(/[\n\r\u2028]/u).length > 2 || space.includes('\u2029');
}

/** Whether the line that starts at `next` goes on with the sentence of the line that stops at `stop`. */
function continues(text: string, stop: number, next: number, wrapped: boolean): boolean {
  const last = text.charAt(stop - 1);
  const first = text.slice(next, next + 2);
  if (bullet.test(first)) return false;
  if (/[.!?…]/u.test(last)) return wrapped;
  return wrapped || /^[\p{Ll},;)]/u.test(first);
}

const bullet = /^(?:[•●▪■◦‣*]|[-–—]\s)/u;

/** Whether lines were broken to a width: many breaks stand inside sentences, before a small letter. */
function isWrapped(text: string): boolean {
  let breaks = 0;
  let inside = 0;
  for (const match of text.matchAll(/[^\s.!?…:][^\S\n\r]*\r?\n[^\S\n\r]*(?<first>[^\s])/gu)) {
    breaks++;
    if (/\p{Ll}/u.test(match.groups?.['first'] ?? '')) inside++;
  }
  return inside >= 3 && inside > breaks * 0.6;
}
