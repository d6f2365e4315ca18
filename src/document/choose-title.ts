import { menuLine } from './furniture.data.ts';
import { bareLine, countWords, isProse, type Line } from './line.ts';

export interface ChosenTitle {
  readonly title: { readonly text: string; readonly index: number | null } | null;
  readonly reason: string;
}

interface Candidate extends Line {
  readonly index: number;
}

/**
 * Finds the title among the lines that stand before the first paragraph: the one that the page's data give, else the one
 * that stands there more than once, else the one whose words the first paragraphs take up, else the first that reads as
 * a headline. `null` where the text just begins. `index` is that of the line among all lines.
 */
export function chooseTitle(open: readonly Candidate[], given: string | null, all: readonly Line[]): ChosenTitle {
  if (given !== null) {
    const same = open.find((line) => bareLine(line.text) === bareLine(given));
    return { title: { text: given, index: same?.index ?? null }, reason: 'the data of the page give it' };
  }
  const body = open.findIndex((line) => isProse(line.text) && !isQuestionHeadline(line.text, open));
  const head = (body < 0 ? [] : open.slice(0, body)).filter((line) => isHeadline(line.text));
  const paragraphs = open.slice(body, body + 4).map((line) => line.text);
  const first = head[0];
  if (!first) return { title: null, reason: 'no line before the first paragraph reads as a headline' };
  const repeated = head.find((line) => countRepeats(line.text, all) > 1);
  if (repeated) return chosen(repeated, 'it stands more than once above the text');
  if (head.length === 1) return chosen(first, 'the only headline above the text');
  const scored = head.map((line) => ({ line, share: sharedWords(line.text, paragraphs) }));
  const best = scored.reduce((a, b) => (b.share > a.share + 0.1 ? b : a));
  return best.share > 0
    ? chosen(best.line, 'of the lines above the text, the first paragraphs take up its words')
    : chosen(
        head.reduce((a, b) => (countWords(b.text) > countWords(a.text) ? b : a)),
        'the longest line above the text',
      );
}

function chosen(line: Candidate, reason: string): ChosenTitle {
  return { title: { text: line.text.replace(/^[/»›>→|]\s*/u, ''), index: line.index }, reason };
}

/** «Порты двух стран откроют в мае» reads as one; «МОСКВА, 5 мая», «Новости», «Порты открыты.» do not. */
function isHeadline(text: string): boolean {
  if (text.length > 250 || menuLine.test(text) || !/^["«„“(]?[\p{Lu}\p{N}$€]/u.test(text)) return false;
  if (/[.:;,]$/u.test(text) && !/(?:\.{3}|\p{Lu}\.)$/u.test(text)) return false;
  return countWords(text) >= 3;
}

/** A first line that asks: «Кто построит новый порт на севере страны?» before longer text. */
function isQuestionHeadline(text: string, open: readonly Candidate[]): boolean {
  return (
    /[?!…»"”]$/u.test(text) && text === open[0]?.text && text.length < 160 && open.length > 2 && countWords(text) < 25
  );
}

function countRepeats(text: string, all: readonly Line[]): number {
  const bare = bareLine(text);
  return all.filter((line) => line.text.length < bare.length + 60 && bareLine(line.text).endsWith(bare)).length;
}

/** How many of a line's words (by their first five letters) the paragraphs use: 0…1. */
function sharedWords(text: string, paragraphs: readonly string[]): number {
  const stems = (s: string): readonly string[] =>
    bareLine(s)
      .split(' ')
      .filter((w) => w.length > 3)
      .map((w) => w.slice(0, 5));
  const own = new Set(stems(text));
  const theirs = new Set(paragraphs.flatMap(stems));
  return own.size === 0 ? 0 : [...own].filter((stem) => theirs.has(stem)).length / own.size;
}
