import { abbreviations, alsoWords, letteredNouns } from './abbreviations.data.ts';
import type { RawToken } from './find-tokens.ts';

/** Gives the full stop of an abbreviation or an initial back to its word: «г» «.» → «г.», «В» «.» «Громов» → «В.» «Громов». */
export function attachStops(text: string, tokens: readonly RawToken[]): RawToken[] {
  const result: RawToken[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    const stop = tokens[i + 1];
    if (token.kind === 'word' && stop?.text === '.' && stop.start === token.stop && ownsStop(result, tokens, i)) {
      result.push({
        start: token.start,
        stop: stop.stop,
        text: text.slice(token.start, stop.stop),
        kind: 'word',
        norm: `${token.norm}.`,
      });
      i++;
    } else {
      result.push(token);
    }
  }
  return result;
}

/** Whether the stop after tokens[i] belongs to the word. */
function ownsStop(before: readonly RawToken[], tokens: readonly RawToken[], i: number): boolean {
  const word = tokens[i];
  const next = tokens[i + 2];
  if (!word) return false;
  const type = abbreviations.get(word.norm);
  const previous = before.at(-1);
  if (isLetter(word)) return ownsStopAsLetter(word, previous, next);
  if (type === undefined) return isCutShort(word, tokens[i + 1], next);
  if (next === undefined) return type === 'after' && !alsoWords.has(word.norm);
  if (type === 'unit') return !startsSentence(next);
  if (alsoWords.has(word.norm)) return isAbbreviationHere(word, previous, next);
  return true;
}

/** «В. Громов», «А.Г.», «в 2014 г.», «т. е.», «и. о.», «план К.Громова»; not «гепатит С. Врачи …», «план Б.» */
function ownsStopAsLetter(word: RawToken, previous: RawToken | undefined, next: RawToken | undefined): boolean {
  if (isCapital(word.text)) {
    const isApart = next?.start !== word.stop + 1;
    if (previous && letteredNouns.has(previous.norm) && isApart) return false;
    if (next === undefined) return previous !== undefined && (isCapital(previous.text) || isInitial(previous));
    return isCapital(next.text) || isOpening(next) || next.kind === 'punctuation' || isInitial(previous);
  }
  if (!abbreviations.has(word.norm)) return next !== undefined && !startsSentence(next);
  if (!alsoWords.has(word.norm)) return true;
  return (
    (next !== undefined && next.norm.length === 1 && next.kind === 'word') ||
    (previous !== undefined && pairs.has(`${previous.norm}${word.norm}.`))
  );
}

/** Second halves that are words of their own: «и. о.», «у. е.», «н. э.», «т. о.» */
const pairs: ReadonlySet<string> = new Set(['и.о.', 'т.о.', 'с.с.', 'ж.д.', 'б.у.', 'т.к.', 'в.и.', 'и.и.', 'р.х.']);

/** An abbreviation made up on the spot, shown by what follows: «равн. доля», «Либерально-демократ. партия». */
function isCutShort(word: RawToken, stop: RawToken | undefined, next: RawToken | undefined): boolean {
  if (!stop || !next || next.start === stop.stop)
    return next?.text === ',' || next?.text === ')' ? word.norm.length <= 5 : false;
  return word.norm.length <= 6 && /^\p{Ll}/u.test(next.text) && /[бвгджзклмнпрстфхцчшщ]$/u.test(word.norm);
}

/** «им. Ленина», «5 мин. назад». */
function isAbbreviationHere(word: RawToken, previous: RawToken | undefined, next: RawToken): boolean {
  if (previous?.kind === 'number') return true;
  if (abbreviations.get(word.norm) === 'before') {
    if (word.norm === 'им') return isCapital(next.text) || isOpening(next) || next.kind === 'number';
    return next.kind === 'number' || /^[\p{Ll}]/u.test(next.text) || (isCapital(next.text) && isCapital(word.text));
  }
  return !startsSentence(next);
}

function startsSentence(token: RawToken): boolean {
  return (
    isCapital(token.text) || isOpening(token) || token.kind === 'number' || token.text === '—' || token.text === '–'
  );
}

function isLetter(token: RawToken): boolean {
  return token.norm.length === 1 || token.text === 'Дж' || token.text === 'Ю' || token.text === 'Св';
}

/** «В.», «Дж.» */
export function isInitial(token: RawToken | undefined): boolean {
  return (
    token !== undefined && /^\p{Lu}\p{Ll}?\.$/u.test(token.text) && !abbreviations.has(token.norm.slice(0, -1) + '!')
  );
}

/** Whether the text starts with a capital letter. */
export function isCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

/** Whether the token opens a quotation or a bracket by its shape; ASCII quotes may. */
export function isOpening(token: RawToken): boolean {
  return /^["«„“‘([]/u.test(token.text);
}
