import { remembering } from '../../memory.ts';
import { K, amountOf } from './reading.ts';
import type { PhraseNode, Reading } from './reading.ts';
import { lexicon, readLengthAdjective, readLengthEnding } from './lexicon.ts';
import { numeralForms, numeralPrefixes } from './numeral-forms.ts';
import { readNumeral } from './read-numeral.ts';

/** A run of neighbouring nodes, none of them a word that times and quantities do not know. */
export interface Island {
  readonly nodes: readonly PhraseNode[];
  readonly mask: number;
}

const timeKinds =
  bit(K.month) |
  bit(K.weekday) |
  bit(K.unit) |
  bit(K.dayPart) |
  bit(K.dayOffset) |
  bit(K.season) |
  bit(K.holiday) |
  bit(K.vague) |
  bit(K.every) |
  bit(K.amount) |
  bit(K.clock) |
  bit(K.time) |
  bit(K.numericDate) |
  bit(K.lengthAdjective) |
  bit(K.part);
const worthKinds = timeKinds | bit(K.number) | bit(K.dotted) | bit(K.currency) | bit(K.percent);

/** Words that make a time by themselves, without any of the kinds above. */
const lonely = new Set([
  'накануне',
  'канун',
  'тогда',
  'годовщина',
  'летие',
  'среда',
  'время',
  'времена',
  'пора',
  'выходной',
  'днях',
  'короткий',
  'давний',
  'момент',
  'период',
  'минимум',
  'сейчас',
  'треть',
  'четверть',
  'половина',
  'праздник',
]);

/**
 * Cuts a text into islands: runs of words of the lexicon, of numbers and of marks. An unknown word, a quotation mark and
 * the end of a line end an island, so that rules never reach over them. Runs without any time, number or currency are
 * left out. Linear in the text.
 */
export function scanIslands(text: string): readonly Island[] {
  const islands: Island[] = [];
  let nodes: PhraseNode[] = [];
  let mask = 0;
  let worth = false;
  const close = (): void => {
    if (worth) islands.push({ nodes, mask });
    if (nodes.length > 0) nodes = [];
    mask = 0;
    worth = false;
  };
  const push = (start: number, stop: number, spaced: boolean, readings: readonly Reading[]): void => {
    let own = 0;
    for (const reading of readings) {
      own |= 1 << reading.kind;
      if (reading.kind === K.word && lonely.has(reading.word)) worth = true;
    }
    if ((own & worthKinds) !== 0) worth = true;
    mask |= own;
    nodes.push({ start, stop, readings, mask: own, spaced, rules: none });
  };
  let at = 0;
  let spaced = true;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      if (code === 10 || code === 13 || code === 0x2029) close();
      spaced = true;
      at += 1;
      continue;
    }
    const start = at;
    if (
      isDigit(code) ||
      (code === 46 &&
        isDigit(text.charCodeAt(at + 1)) &&
        !isDigit(text.charCodeAt(at - 1)) &&
        !isLetter(text.charCodeAt(at - 1)))
    ) {
      const numeral = readNumeral(text, at);
      at = numeral.stop;
      if (numeral.readings === null) close();
      else push(start, at, spaced, numeral.readings);
      const ending = numeral.readings === null ? null : readHyphenAdjective(text, at, numeral.readings);
      if (ending) {
        nodes.pop();
        push(start, ending.stop, spaced, ending.readings);
        at = ending.stop;
      }
    } else if (isLetter(code)) {
      at = wordEnd(text, at);
      const readings = readWord(text, start, at);
      if (readings === null) close();
      else push(start, at, spaced, readings);
    } else {
      at += code >= 0xd8_00 && code < 0xdc_00 ? 2 : 1;
      const readings = marks.get(text.slice(start, at));
      if (readings === undefined) close();
      else push(start, at, spaced, readings);
    }
    spaced = false;
  }
  close();
  return islands;
}

/** Lower case, ё as е, without stress marks and soft hyphens. */
export function normalise(word: string): string {
  const lower = word.toLowerCase();
  return /ё|\u0301|\u00ad/u.test(lower) ? lower.replaceAll('ё', 'е').replaceAll(/\u0301|\u00ad/gu, '') : lower;
}

/** End of the word that begins at `start`; at `start` where none does. Hyphens end it. */
export function wordEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && isLetter(text.charCodeAt(at))) at += 1;
  return at;
}

/** By UTF-16 unit: letters of Latin and Cyrillic, soft hyphens and stress marks, which stand within words. */
export function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (code >= 0x4_00 && code <= 0x5_2f) return true;
  if (code < 0xc0) return code === 0xad;
  if (code <= 0x2_4f) return code !== 0xd7 && code !== 0xf7;
  return code === 0x3_01;
}

/** By UTF-16 unit: 0–9. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** By UTF-16 unit: white space, line breaks too. */
export function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    (code >= 0x20_00 && code <= 0x20_0b) ||
    code === 0x20_2f ||
    code === 0x20_29 ||
    code === 0xfe_ff
  );
}

const none: readonly string[] = [];

/** Readings of a word, or `null` where it tells of no time and no number. */
function readWord(text: string, start: number, stop: number): readonly Reading[] | null {
  if (!beginsAsKnown(text, start, stop)) return null;
  const raw = text.slice(start, stop);
  const readings = readRemembered(raw);
  return readings !== null && isNameLike(text, start, raw, readings) ? null : readings;
}

/** Readings of words, `null` for those without any: the same ones come in every text. */
const readRemembered = remembering(10_000, readLexicon);

/**
 * Whether a word begins with the same three letters as any that has readings. Most do not, and are told so by their letters,
 * before a string is made of them and looked up.
 */
function beginsAsKnown(text: string, start: number, stop: number): boolean {
  const place = placeOfBeginning(text, start, stop);
  return place < 0 || beginnings[place] === 1;
}

/** A number for up to three letters; -1 where one of them is none of Russian, a stress mark among them. */
function placeOfBeginning(text: string, start: number, stop: number): number {
  let place = 0;
  for (let at = start; at < start + 3; at += 1) {
    const letter = at < stop ? letterNumber(text.charCodeAt(at)) : 0;
    if (letter < 0) return -1;
    place = place * letters + letter;
  }
  return place;
}

/** 1 for «а» and «А» … 32 for «я», ё as е; -1 for what is no letter of Russian. */
function letterNumber(code: number): number {
  if (code >= 0x4_10 && code <= 0x4_4f) return ((code - 0x4_10) % 32) + 1;
  return code === 0x4_01 || code === 0x4_51 ? 6 : -1;
}

/** Those of Russian without ё, and none. */
const letters = 33;

/** Every word that `readLexicon` knows is one of these or, as «двухдневный» and «полчетвёртого», begins with one. */
const beginnings = new Uint8Array(letters ** 3);
for (const words of [lexicon, numeralForms, numeralPrefixes]) {
  for (const word of words.keys()) {
    const place = placeOfBeginning(word, 0, word.length);
    if (place >= 0) beginnings[place] = 1;
  }
}

function readLexicon(raw: string): readonly Reading[] | null {
  const norm = normalise(raw);
  const known = lexicon.get(norm);
  const numeral = numeralForms.get(norm);
  if (numeral) {
    const number: Reading = {
      kind: K.number,
      value: numeral.value,
      upper: numeral.value,
      ordinal: numeral.ordinal,
      plural: numeral.plural,
      form: numeral.rank === 'vague' ? 'vague' : numeral.rank === 'collective' ? 'collective' : 'words',
      digits: '',
      rank: numeral.rank,
      ending: norm,
    };
    return known ? [number, ...known] : [number];
  }
  if (known) return known;
  const roman = readRoman(raw);
  if (roman !== null) {
    return [
      {
        kind: K.number,
        value: roman,
        upper: roman,
        ordinal: true,
        plural: false,
        form: 'roman',
        digits: raw,
        rank: null,
        ending: '',
      },
    ];
  }
  const half = readHalfHour(norm);
  if (half) return [half];
  if (raw.length < 7) return null;
  const adjective = readLengthAdjective(norm);
  return adjective === null ? null : [adjective];
}

/** «полчетвёртого»: half an hour into the fourth. */
function readHalfHour(norm: string): Reading | null {
  if (!norm.startsWith('пол') || norm.length < 8) return null;
  const hour = numeralForms.get(norm.slice(3));
  if (!hour?.ordinal || hour.value < 1 || hour.value > 12 || !norm.endsWith('го')) return null;
  const whole = hour.value === 1 ? 12 : hour.value - 1;
  return { kind: K.clock, clock: { hour: whole, minute: 30, second: null, settled: false } };
}

/** «Октябрьская площадь», «Майский район»: an adjective of a month or weekday in a name, not at the start of a sentence. */
function isNameLike(text: string, start: number, raw: string, readings: readonly Reading[]): boolean {
  const reading = readings[0];
  if (
    reading === undefined ||
    (reading.kind !== K.month && reading.kind !== K.weekday) ||
    reading.style !== 'adjective'
  ) {
    return false;
  }
  if (raw.charAt(0) === raw.charAt(0).toLowerCase()) return false;
  return /[\p{L}\p{N},][\u00a0 ]+$/u.test(text.slice(Math.max(0, start - 4), start));
}

/** «30-летний», «2-дневный» after the digits. */
function readHyphenAdjective(
  text: string,
  at: number,
  readings: readonly Reading[],
): { readonly stop: number; readonly readings: readonly Reading[] } | null {
  const number = readings[0];
  if (number?.kind !== K.number || !hyphens.has(text.charCodeAt(at)) || !isLetter(text.charCodeAt(at + 1))) return null;
  const stop = wordEnd(text, at + 1);
  const norm = normalise(text.slice(at + 1, stop));
  const found = readLengthEnding(norm);
  if (found) {
    return {
      stop,
      readings: [{ kind: K.lengthAdjective, amount: amountOf(found.unit, number.value), age: found.age }],
    };
  }
  if (norm.startsWith('процентн')) {
    return {
      stop,
      readings: [
        {
          kind: K.quantity,
          type: 'percent',
          value: number.value,
          upper: number.upper,
          unit: '%',
          approx: false,
          bound: null,
        },
      ],
    };
  }
  if (/^лети[еяюи]м?$/u.test(norm)) {
    return { stop, readings: [{ kind: K.lengthAdjective, amount: amountOf('year', number.value), age: true }] };
  }
  return null;
}

const hyphens: ReadonlySet<number> = new Set([45, 0x20_10, 0x20_11, 0x20_12, 0x20_13]);

const marks: ReadonlyMap<string, readonly Reading[]> = new Map(
  [...',-–—−‑./:()+|%°№\'"″′≈~<>$€₽£¢₴₸₺¥₹₪₩฿₫₱₦₾½'].map((sign) => {
    const readings: Reading[] = [{ kind: K.mark, mark: sign === '‑' || sign === '−' ? '-' : sign }];
    for (const r of lexicon.get(sign) ?? []) readings.push(r.kind === K.currency ? { ...r, sign: true } : r);
    if (sign === '%') readings.push({ kind: K.percent, point: false });
    return [sign, readings];
  }),
);

/** Capital Latin letters that make a Roman number up to 39 without repeating wrongly; «С», «D», «M» alone are letters. */
function readRoman(raw: string): number | null {
  if (raw.length > 7 || !/^X{0,3}(?:IX|IV|V?I{0,3})$/u.test(raw)) return null;
  let value = 0;
  for (let i = 0; i < raw.length; i += 1) {
    const own = romanDigits[raw.charAt(i)] ?? 0;
    value += own < (romanDigits[raw.charAt(i + 1)] ?? 0) ? -own : own;
  }
  return value;
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

function bit(kind: number): number {
  return 1 << kind;
}
