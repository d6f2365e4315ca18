import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDawg } from './read-dawg.ts';

/** One form of a paradigm: what stands before and after the stem, and the tag of OpenCorpora. */
export interface ParadigmForm {
  readonly prefix: string;
  readonly suffix: string;
  readonly tag: string;
}

/** The first form of a paradigm is the dictionary form. */
export type Paradigm = readonly ParadigmForm[];

export interface Lexeme {
  readonly stem: string;
  readonly paradigm: number;
}

export interface OpenCorpora {
  readonly paradigms: readonly Paradigm[];
  readonly lexemes: readonly Lexeme[];
  /** Word form → tag of OpenCorpora → share of the tag in the annotated texts of OpenCorpora. */
  readonly shares: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Reads the data folder of the PyPI package `pymorphy3-dicts-ru`. */
export function readOpenCorpora(folder: string): OpenCorpora {
  const tags = JSON.parse(readFileSync(join(folder, 'gramtab-opencorpora-int.json'), 'utf8')) as string[];
  const suffixes = JSON.parse(readFileSync(join(folder, 'suffixes.json'), 'utf8')) as string[];
  const paradigms = readParadigms(readFileSync(join(folder, 'paradigms.array')), tags, suffixes);
  return {
    paradigms,
    lexemes: readLexemes(readFileSync(join(folder, 'words.dawg')), paradigms),
    shares: readShares(readFileSync(join(folder, 'p_t_given_w.intdawg'))),
  };
}

const prefixes = ['', 'по', 'наи'];

/** Count of paradigms; then each: length, suffixes, tags and prefixes of its forms; all 16-bit little-endian. */
function readParadigms(bytes: Buffer, tags: readonly string[], suffixes: readonly string[]): Paradigm[] {
  const paradigms: Paradigm[] = [];
  let at = 2;
  for (let n = bytes.readUInt16LE(0); n > 0; n--) {
    const count = bytes.readUInt16LE(at) / 3;
    const start = at + 2;
    const forms: ParadigmForm[] = [];
    for (let i = 0; i < count; i++) {
      forms.push({
        suffix: suffixes[bytes.readUInt16LE(start + i * 2)] ?? '',
        tag: tags[bytes.readUInt16LE(start + (count + i) * 2)] ?? '',
        prefix: prefixes[bytes.readUInt16LE(start + (2 * count + i) * 2)] ?? '',
      });
    }
    paradigms.push(forms);
    at = start + count * 6;
  }
  return paradigms;
}

/** Keys are word, byte 1, base64 of (paradigm, form) as 16-bit big-endian; the first form of each paradigm gives the stem. */
function readLexemes(bytes: Buffer, paradigms: readonly Paradigm[]): Lexeme[] {
  const lexemes: Lexeme[] = [];
  for (const { key } of readDawg(bytes).entries()) {
    const separator = key.indexOf(1);
    const payload = Buffer.from(key.toString('latin1', separator + 1), 'base64');
    if (payload.readUInt16BE(2) !== 0) continue;
    const paradigm = payload.readUInt16BE(0);
    const form = paradigms[paradigm]?.[0];
    if (!form) throw new Error(`paradigm ${paradigm} has no forms`);
    const word = key.toString('utf8', 0, separator);
    lexemes.push({ stem: word.slice(form.prefix.length, word.length - form.suffix.length), paradigm });
  }
  return lexemes;
}

/** Keys are «word:tag», values millionths. */
function readShares(bytes: Buffer): Map<string, Map<string, number>> {
  const shares = new Map<string, Map<string, number>>();
  for (const { key, value } of readDawg(bytes).entries()) {
    const [word = '', tag = ''] = key.toString('utf8').split(/:(?=[A-Z]{4})/u);
    const tags = shares.get(word) ?? new Map<string, number>();
    tags.set(tag, value / 1e6);
    shares.set(word, tags);
  }
  return shares;
}
