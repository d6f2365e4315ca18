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
  const retold = retoldHeadline(open);
  if (retold) return chosen(retold, 'a short first line whose words the next paragraph takes up');
  const body = open.findIndex((line) => isProse(line.text) && !isQuestionHeadline(line.text, open));
  const head = (body < 0 ? [] : open.slice(0, body)).filter((line, n) => isHeadline(line.text, n === 0 ? 2 : 3));
  const paragraphs = open.slice(body, body + 4).map((line) => line.text);
  const [first, ...others] = head;
  if (!first) return { title: null, reason: 'no line before the first paragraph reads as a headline' };
  const repeated = head.find((line) => countRepeats(line.text, all) > 1);
  if (repeated) return chosen(repeated, 'it stands more than once above the text');
  if (others.length === 0) return chosen(first, 'the only headline above the text');
  // The first one, unless the text hardly takes it up and clearly more of another: captions follow a title, menus go before it.
  const share = (line: Candidate): number => sharedWords(line.text, paragraphs);
  const isTakenUp = share(first) >= new Set(stemsOf(first.text)).size * 0.5 && countWords(first.text) >= 3;
  const most = others.reduce((a, b) => (share(b) > share(a) ? b : a));
  const best = !isTakenUp && share(most) >= share(first) + (countWords(first.text) >= 4 ? 2 : 1) ? most : first;
  return best === first
    ? chosen(first, 'the first headline above the text')
    : chosen(best, 'of the lines above the text, the first paragraphs take up most of its words');
}

/**
 * «Новым начальником порта назначен П.Ломов.» above «Новым начальником порта Белый Мол назначен Пётр Ломов, сообщили…»:
 * a headline with a full stop, told by the paragraph that tells it again.
 */
function retoldHeadline(open: readonly Candidate[]): Candidate | null {
  const [first, second] = open;
  if (!first || !second || !first.text.endsWith('.') || first.text.length > 130 || !isProse(second.text)) return null;
  const body = open.slice(1, 3).map((line) => line.text);
  const words = new Set(stemsOf(first.text)).size;
  const isOneSentence = !/[.!?…]\s+\p{Lu}\p{Ll}/u.test(first.text);
  const isShorter = second.text.length > first.text.length;
  return isOneSentence && isShorter && words >= 3 && sharedWords(first.text, body) >= words * 0.7 ? first : null;
}

function chosen(line: Candidate, reason: string): ChosenTitle {
  return { title: { text: line.text.replace(/^[/»›>→|]\s*/u, ''), index: line.index }, reason };
}

/** «Порты двух стран откроют в мае» reads as one; «МОСКВА, 5 мая», «Новости», «Порты открыты.» do not. */
function isHeadline(text: string, fewestWords: number): boolean {
  if (text.length > 250 || menuLine.test(text) || !/^["«„“(]?[\p{Lu}\p{N}$€]/u.test(text)) return false;
  if (/[.:;,]$/u.test(text) && !/(?:\.{3}|\p{Lu}\.)$/u.test(text)) return false;
  return countWords(text) >= fewestWords;
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

/** How many of a line's words the paragraphs use. */
function sharedWords(text: string, paragraphs: readonly string[]): number {
  const theirs = new Set(paragraphs.flatMap(stemsOf));
  return new Set(stemsOf(text).filter((stem) => theirs.has(stem))).size;
}

/** Words by their first five letters, short ones left out. */
function stemsOf(text: string): readonly string[] {
  return bareLine(text)
    .split(' ')
    .filter((word) => word.length > 3)
    .map((word) => word.slice(0, 5));
}
