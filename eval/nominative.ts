import { readFileSync } from 'node:fs';
import { loadLanguage } from '../src/app/load-language.ts';
import { nominative } from '../src/language/ru/names/nominative.ts';

interface Case {
  readonly part: string;
  readonly kind: string;
  readonly file: string;
  readonly start: number;
  readonly stop: number;
  readonly expected: string;
}

/**
 * `eval nominative [CORPORA] [--errors]`: names out of the corpora to the nominative without tags, by kind and by part (`dev`
 * is developed on, `blind` only counted). One JSON line {of, right, accuracy, parts, kinds}; errors are shown for dev only.
 */
export async function run(args: readonly string[]): Promise<void> {
  const folder = args.find((arg) => !arg.startsWith('--')) ?? new URL('../../shared/corpora', import.meta.url).pathname;
  console.log(JSON.stringify(evaluateNominative(folder, args.includes('--errors'))));
}

export interface Share {
  readonly of: number;
  readonly right: number;
  readonly accuracy: number;
}

/** Shares of right nominatives: `all`, a part (`dev`, `blind`) or `kind …`; with `showErrors`, dev's errors go to standard error. */
export function evaluateNominative(folder: string, showErrors: boolean): Readonly<Record<string, Share>> {
  const { names } = loadLanguage().mentions;
  const counts = new Map<string, { of: number; right: number }>();
  for (const it of readCases(new URL('nominative-cases.tsv', import.meta.url))) {
    const words = readText(`${folder}/${it.file}`).slice(it.start, it.stop);
    const found = nominative(names, words, { kind: it.kind === 'person' ? 'person' : 'phrase' });
    const isRight = fold(found) === fold(it.expected);
    for (const key of ['all', it.part, `kind ${it.kind}`]) {
      const count = counts.get(key) ?? { of: 0, right: 0 };
      counts.set(key, { of: count.of + 1, right: count.right + (isRight ? 1 : 0) });
    }
    if (!isRight && showErrors && it.part === 'dev') console.error(`${it.kind}\t${words}\t${found}\t${it.expected}`);
  }
  return Object.fromEntries(
    [...counts].map(([key, { of, right }]) => [key, { of, right, accuracy: Number((right / of).toFixed(4)) }]),
  );
}

const texts = new Map<string, string>();

function readText(path: string): string {
  const known = texts.get(path);
  if (known !== undefined) return known;
  const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  texts.set(path, text);
  return text;
}

function readCases(file: URL): readonly Case[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [part = '', kind = '', name = '', start = '', stop = '', expected = ''] = line.split('\t');
      return { part, kind, file: name, start: Number(start), stop: Number(stop), expected };
    });
}

function fold(text: string): string {
  return text.replaceAll('ё', 'е').replaceAll('Ё', 'Е');
}
