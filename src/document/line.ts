import { remembering } from '../language/memory.ts';

/** One line of a text on its way to becoming clean: a paragraph, a heading, a menu entry. */
export interface Line {
  /** Without leading, trailing and doubled spaces; never empty. */
  readonly text: string;
  /** Empty lines that stood before it. */
  readonly gap: number;
}

/**
 * Splits text into lines and makes each canonical: NFC, one kind of space, no invisible characters, no runs of spaces.
 * Lines that were wrapped at a fixed width are joined to paragraphs again.
 */
export function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let gap = 0;
  for (const raw of text.split(/\r\n|[\n\r\v\f\u{85}\u{2028}\u{2029}]/u)) {
    const line = tidyLine(raw);
    if (line === '') gap += 1;
    else {
      lines.push({ text: line, gap });
      gap = 0;
    }
  }
  return joinWrapped(lines);
}

/** «Об\u00ADсудили\u00A0 вопрос » → «Обсудили вопрос» */
export function tidyLine(text: string): string {
  return (
    text
      .normalize('NFC')
      .replaceAll(/\p{Cf}|(?!\s)\p{Cc}/gu, '')
      // single spaces are nearly all there are, and stay as they are
      .replaceAll(/ \s+|[^\S ]\s*/gu, ' ')
      .trim()
  );
}

/** Letters and digits alone, lower case, ё as е: what is left of a line when its dress is taken off. */
export function bareLine(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Remembered for the lines of a page: each step that cleans it asks for them anew. */
export const countWords: (text: string) => number = remembering(
  500,
  (text) => text.match(/[\p{L}\p{N}]+(?:[-‑.][\p{L}\p{N}]+)*/gu)?.length ?? 0,
);

/** Whether a line closes as a sentence does: «…сказал он.», «…так?», «…решено».», «…(цитата по ТАСС)» does not. */
export function endsAsSentence(text: string): boolean {
  return /[.!?…][)\]»"”“'’]*$/u.test(text) || /[»"”][.,;]?$/u.test(text);
}

/**
 * Whether a line reads as running text and not as a heading or a menu entry: it is long, or it closes as a sentence
 * and has enough words for one.
 */
export function isProse(text: string): boolean {
  const words = countWords(text);
  if (words >= 25) return true;
  return words >= 6 && text.length >= 40 && /[.!?…:;][)\]»"”“'’]*$|[»"”][.,;]$/u.test(text);
}

/**
 * Old mail and wire copy is wrapped at about 70 columns, with empty lines between paragraphs: joined where most lines
 * of a paragraph are of nearly one width and break within sentences.
 */
function joinWrapped(lines: readonly Line[]): readonly Line[] {
  const inside = lines.slice(1).filter((line) => line.gap === 0).length;
  if (lines.length < 6 || inside < lines.length / 2 || !lines.some((line) => line.gap > 0)) return lines;
  const width = lines.reduce((most, line) => Math.max(most, line.text.length), 0);
  if (width > 100 || width < 40) return lines;
  const broken = lines.filter((line, n) => {
    const next = lines[n + 1];
    return next?.gap === 0 && line.text.length > width * 0.7 && !endsAsSentence(line.text);
  }).length;
  if (broken < inside * 0.5) return lines;
  return lines.reduce<Line[]>((joined, line, n) => {
    const before = lines[n - 1];
    const last = joined.at(-1);
    const continues = line.gap === 0 && before !== undefined && before.text.length > width * 0.6;
    if (last && continues) joined[joined.length - 1] = { text: joinAtBreak(last.text, line.text), gap: last.gap };
    else joined.push(line);
    return joined;
  }, []);
}

/** «обще-» + «ственный» → «общественный», «военно-» + «Морской» stays apart. */
function joinAtBreak(before: string, after: string): string {
  return /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after) ? before.slice(0, -1) + after : `${before} ${after}`;
}
