import { readFileSync, readdirSync } from 'node:fs';
import { tokenise } from '../src/language/ru/tokenise.ts';
import { readConllu } from './read-conllu.ts';

/**
 * `eval segmentation PATH … [--errors]`: tokens and sentences against treebanks (`.conllu`; the sentences of a file are joined by a
 * space, ten to a text) and against a folder of factRuEval (`.txt` with `.tokens`). One JSON line a path:
 * {path, tokens: {p, r, f1}, sentences: {p, r, f1}}; a sentence is right when both its ends are.
 */
export async function run(args: readonly string[]): Promise<void> {
  for (const path of args.filter((arg) => !arg.startsWith('--'))) {
    const documents = path.endsWith('.conllu') ? readTreebankTexts(path) : readFactRuEval(path);
    const tokens = { found: 0, gold: 0, right: 0 };
    const sentences = { found: 0, gold: 0, right: 0 };
    for (const document of documents) {
      const found = tokenise(document.text);
      count(tokens, found.flatMap((sentence) => sentence.tokens).map(key), document.tokens);
      count(sentences, found.map(key), document.sentences);
      if (args.includes('--errors')) showErrors(document, found.map(key));
    }
    console.log(JSON.stringify({ path, tokens: scores(tokens), sentences: scores(sentences) }));
  }
}

export interface Document {
  readonly text: string;
  /** «start-stop» of each. */
  readonly tokens: readonly string[];
  readonly sentences: readonly string[];
}

interface Counts {
  found: number;
  gold: number;
  right: number;
}

function key(span: { readonly start: number; readonly stop: number }): string {
  return `${span.start}-${span.stop}`;
}

function count(counts: Counts, found: readonly string[], gold: readonly string[]): void {
  const wanted = new Set(gold);
  counts.found += found.length;
  counts.gold += gold.length;
  counts.right += found.filter((it) => wanted.has(it)).length;
}

function scores({ found, gold, right }: Counts): { readonly p: number; readonly r: number; readonly f1: number } {
  const round = (value: number): number => Number(value.toFixed(4));
  return { p: round(right / found), r: round(right / gold), f1: round((2 * right) / (found + gold)) };
}

function showErrors(document: Document, found: readonly string[]): void {
  const gold = new Set(document.sentences);
  for (const it of found) {
    if (gold.has(it)) continue;
    const [start = 0, stop = 0] = it.split('-').map(Number);
    console.log(
      `…${document.text.slice(Math.max(start, stop - 40), stop)} ‖ ${document.text.slice(stop, stop + 40)}`.replaceAll(
        '\n',
        '⏎',
      ),
    );
  }
}

/** A treebank as running text: ten sentences to a text, joined by a space. */
export function readTreebankTexts(path: string): readonly Document[] {
  const documents: Document[] = [];
  const gold = readConllu(path);
  for (let i = 0; i < gold.length; i += 10) {
    let text = '';
    const tokens: string[] = [];
    const sentences: string[] = [];
    for (const sentence of gold.slice(i, i + 10)) {
      if (text !== '') text += ' ';
      const start = text.length;
      let last = start;
      for (const [n, token] of sentence.tokens.entries()) {
        tokens.push(key({ start: text.length, stop: text.length + token.form.length }));
        text += token.form;
        last = text.length;
        if (token.spaceAfter && n + 1 < sentence.tokens.length) text += ' ';
      }
      sentences.push(key({ start, stop: last }));
    }
    documents.push({ text, tokens, sentences });
  }
  return documents;
}

/** `.tokens` has «id start length text» in code points, and an empty line between sentences. */
function readFactRuEval(folder: string): readonly Document[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tokens'))
    .map((name) => {
      const text = readFileSync(`${folder}/${name.replace('.tokens', '.txt')}`, 'utf8');
      const blocks = readFileSync(`${folder}/${name}`, 'utf8').split(/\n\s*\n/u);
      const spans = blocks.map((block) =>
        block
          .split('\n')
          .map((line) => line.split(' '))
          .filter((columns) => columns.length >= 4)
          .map(([, start = '', length = '']) => ({ start: Number(start), stop: Number(start) + Number(length) })),
      );
      const filled = spans.filter((tokens) => tokens.length > 0);
      return {
        text,
        tokens: filled.flat().map(key),
        sentences: filled.map((tokens) => key({ start: tokens[0]?.start ?? 0, stop: tokens.at(-1)?.stop ?? 0 })),
      };
    });
}
