import type { TokenKind } from '../analysis.ts';
import type { Span } from '../../model/span.ts';

/** A token before any dictionary is asked. */
export interface RawToken extends Span {
  readonly text: string;
  readonly kind: TokenKind;
  /** Lower case, ё as е, any hyphen as -, without stress marks and soft hyphens. */
  readonly norm: string;
}

/**
 * Splits text[from, to) into tokens; full stops are tokens of their own here, `splitSentences` gives those of
 * abbreviations back to their word. Linear: every repetition is over one class of characters or bounded.
 */
export function findTokens(text: string, from: number, to: number): RawToken[] {
  const tokens: RawToken[] = [];
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at++;
      continue;
    }
    const stop = Math.min(to, readToken(text, at, code));
    const piece = text.slice(at, stop);
    tokens.push({ start: at, stop, text: piece, kind: kindOf(piece, code), norm: normOf(piece) });
    at = stop;
  }
  return tokens;
}

/** Lower case, ё as е, any hyphen as -, without stress marks and soft hyphens: «Военно‑те́хнический» → «военно-технический». */
export function normOf(text: string): string {
  const lower = text.toLowerCase();
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    if (code > 0x7e && (code < 0x430 || code > 0x44f)) return unusual(lower);
  }
  return lower;
}

function unusual(lower: string): string {
  return lower
    .replaceAll('ё', 'е')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/[\u0300\u0301\u00ad\u200b]/gu, '')
    .normalize('NFC')
    .replaceAll('ё', 'е');
}

/** Where the token that starts at `at` stops. */
function readToken(text: string, at: number, code: number): number {
  if (isCyrillicOrLatin(code)) {
    const quick = readPlainWord(text, at);
    if (quick > at) return quick;
  }
  for (const pattern of patterns) {
    if (!pattern.when(code)) continue;
    pattern.regex.lastIndex = at;
    const match = pattern.regex.exec(text);
    if (match) return at + match[0].length;
  }
  const point = text.codePointAt(at) ?? code;
  return at + (point > 0xffff ? 2 : 1);
}

/** A word of letters only with nothing after it that could belong to it; most words are. `at` where it is not so plain. */
function readPlainWord(text: string, at: number): number {
  let i = at + 1;
  while (i < text.length && isCyrillicOrLatin(text.charCodeAt(i))) i++;
  if (i === text.length) return i;
  const next = text.charCodeAt(i);
  if (next === 0x2e) return isNameCharacter(text.charCodeAt(i + 1)) ? at : i;
  if (next === 0x3a) return text.charCodeAt(i + 1) === 0x2f ? at : i;
  return (isSpace(next) && !joiners.has(next)) || plainEnds.has(next) ? i : at;
}

function isNameCharacter(code: number): boolean {
  return isCyrillicOrLatin(code) || (code >= 0x30 && code <= 0x39);
}

/** Soft hyphen and zero-width marks, which stand within words. */
const joiners: ReadonlySet<number> = new Set([0xad, 0x200b, 0x200c, 0x200d]);

const plainEnds: ReadonlySet<number> = new Set([...',;!?)»"”“]—–…'].map((mark) => mark.charCodeAt(0)));

interface Pattern {
  readonly when: (code: number) => boolean;
  readonly regex: RegExp;
}

const letters = '\\p{L}[\\p{L}\\p{M}\\u00AD\\u200B]*';
const topLevel =
  'ru|рф|com|org|net|by|ua|kz|kg|uz|am|az|md|ge|su|info|io|int|gov|edu|eu|uk|us|de|fr|pl|tv|me|news|media|press|today|agency|онлайн|бел';

/** In order; the first that matches at a place gives the token. */
const patterns: readonly Pattern[] = [
  // https://www.example.com/a?b=1 — without the stop or bracket that closes the sentence
  {
    when: isAnyLetter,
    regex: /(?:(?:https?|ftp):\/\/|www\.)[^\s<>"«»“”]*[^\s<>"«»“”.,;:!?)\]}'’…]/iuy,
  },
  // press@example.com
  {
    when: isAddressStart,
    regex: /[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,62}){1,8}/iuy,
  },
  // INTERFAX.RU, tass.ru/politika
  {
    when: isAddressStart,
    regex: new RegExp(
      `[\\p{L}\\d][\\p{L}\\d\\-]{0,62}(?:\\.[\\p{L}\\d][\\p{L}\\d\\-]{0,62}){0,5}\\.(?:${topLevel})(?![\\p{L}\\d\\-]|\\.\\p{Ll})(?:/[\\p{L}\\d\\-_./?=&%]*[\\p{L}\\d/])?`,
      'iuy',
    ),
  },
  // @mid_rf, #минск
  { when: (code) => code === 0x40 || code === 0x23, regex: /[@#][\p{L}\d_][\p{L}\d_-]*/uy },
  // 25-летие, 1-я, 1990-х, 24-ого, 999,9-й, 10 000-й
  {
    when: isDigit,
    regex: /(?:\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3}){1,4}|\d+(?:,\d+)?)(?:[-\u2010\u2011]\p{L}[\p{L}\p{M}]*)+/uy,
  },
  // 2014го, 3D, 5G; but «5млн» and «18км» are two
  {
    when: isDigit,
    regex: /\d+(?:(?:го|ого|й|ый|ой|я|ая|ое|ые|х|ых|ом|ым|му|ому)(?![\p{L}\d])|[A-Za-z][A-Za-z\d]*(?![\p{L}]))/uy,
  },
  // 1 200, 1 200 000,5
  { when: isDigit, regex: /[1-9]\d{0,2}(?:[ \u00A0\u2009\u202F]\d{3}){1,4}(?![\d])(?:,\d+)?/uy },
  // 1,234,567.8
  { when: isDigit, regex: /\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?(?!\d)/uy },
  // 10.12.2014, 3.5, 3,5, 09:30:15, 2024/25, 1/2; not «1,2,3»
  { when: isDigit, regex: /\d+(?:(?:\.\d+)+|,\d+(?!\d|,\d)|(?::\d+)+|(?:\/\d+)+)?/uy },
  // военно-технический, О’Нил, COVID-19, Су-30СМ, МиГ-29, AT&T, «воздушно- и …»
  {
    when: (code) => !isDigit(code),
    regex: new RegExp(
      `${letters}\\d*(?:(?:[\\-\\u2010\\u2011]|['’](?=\\p{L})|&(?=[A-Z]))(?:[\\p{L}\\p{M}\\u00AD\\d]+)|(?<=\\d)${letters}\\d*)*(?:[\\-\\u2010\\u2011](?=\\s(?:и|или)\\s|,))?`,
      'uy',
    ),
  },
  // -0-, -30-
  { when: (code) => code === 0x2d, regex: /-\d{1,2}-(?![\p{L}\d])/uy },
  // ... ?.. !!! ?! -- === ***
  { when: () => true, regex: /[.?!…]{2,}|-{2,}|={2,}|\*{2,}|_{2,}|~{2,}/uy },
  // 👍🏻, 🇧🇾
  {
    when: (code) => code > 0x2000,
    regex: /\p{RI}\p{RI}|\p{Extended_Pictographic}(?:\p{EMod}|\uFE0F|\u200D\p{Extended_Pictographic})*/uy,
  },
];

function kindOf(text: string, code: number): TokenKind {
  if (isDigit(code)) return hasLetter.test(text) ? 'word' : 'number';
  if (code === 0x40 || code === 0x23) return 'symbol';
  if (isAnyLetter(code)) return address.test(text) ? 'symbol' : 'word';
  if (code === 0x2d && text.length > 2 && text.endsWith('0-')) return 'symbol';
  if (punctuation.test(text)) return 'punctuation';
  return hasLetter.test(text) ? 'word' : 'symbol';
}

const hasLetter = /\p{L}/u;
const address = /:\/\/|@|^www\./iu;
const punctuation = /^[.,;:!?…()[\]{}«»"“”„‟‘’'‚‹›\-–—‒―‐‑/|\\·•*_~¿¡]/u;

function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200d) ||
    code === 0x202f ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x3000 ||
    code === 0xad
  );
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isCyrillicOrLatin(code: number): boolean {
  return (
    (code >= 0x430 && code <= 0x44f) ||
    (code >= 0x410 && code <= 0x42f) ||
    code === 0x451 ||
    code === 0x401 ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a)
  );
}

function isAnyLetter(code: number): boolean {
  return isCyrillicOrLatin(code) || (code >= 0xc0 && code < 0x2000);
}

function isAddressStart(code: number): boolean {
  return isDigit(code) || isCyrillicOrLatin(code);
}
