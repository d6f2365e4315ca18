import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseQuantities } from '../src/language/ru/quantity/parse-quantities.ts';
import { parseTimes } from '../src/language/ru/time/parse-times.ts';

interface Labelled {
  readonly start: number;
  readonly stop: number;
  readonly type: string;
}

export interface SpanScore {
  readonly types: string;
  readonly gold: number;
  readonly found: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Share of found spans that overlap no annotated one. */
  readonly spurious: number;
}

/**
 * Scores where times and quantities are found against a folder of brat files (`.txt` with `.ann`, e.g. NEREL), by overlap:
 * DATE with TIME, MONEY with PERCENT. One JSON line each; `--errors` lists the missed and the spurious spans.
 */
export async function run(args: readonly string[]): Promise<void> {
  const folder = args.find((arg) => !arg.startsWith('--'));
  if (folder === undefined)
    throw new Error('eval time-spans: name a folder of brat files, e.g. ../shared/corpora/nerel-dev');
  const show = args.includes('--errors') ? (line: string): void => console.log(line) : null;
  for (const score of scoreSpans(folder, show)) console.log(JSON.stringify(score));
}

/** Scores both pairs of types over a folder. */
export function scoreSpans(folder: string, show: ((line: string) => void) | null): readonly SpanScore[] {
  const documents = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return { text, labels: readLabels(readFileSync(join(folder, name.replace(/txt$/u, 'ann')), 'utf8')) };
    });
  return [
    scoreTypes(documents, ['DATE', 'TIME'], (text) => parseTimes(text, { reference: '2015-06-15' }), show),
    scoreTypes(
      documents,
      ['MONEY', 'PERCENT'],
      (text) =>
        parseQuantities(text).filter(
          (q) => q.kind === 'money' || q.kind === 'percent' || q.kind === 'percentage-point',
        ),
      show,
    ),
  ];
}

function readLabels(annotation: string): readonly Labelled[] {
  return [...annotation.matchAll(/^T\d+\t(\S+) (\d+)(?: \d+;\d+)* (\d+)\t/gmu)].map(([, type = '', start, stop]) => ({
    type,
    start: Number(start),
    stop: Number(stop),
  }));
}

function scoreTypes(
  documents: readonly { readonly text: string; readonly labels: readonly Labelled[] }[],
  types: readonly string[],
  find: (text: string) => readonly { readonly start: number; readonly stop: number }[],
  show: ((line: string) => void) | null,
): SpanScore {
  let gold = 0;
  let found = 0;
  let hit = 0;
  let right = 0;
  for (const { text, labels } of documents) {
    const wanted = labels.filter((label) => types.includes(label.type));
    const own = find(text);
    gold += wanted.length;
    found += own.length;
    for (const label of wanted) {
      if (own.some((span) => span.start < label.stop && label.start < span.stop)) hit += 1;
      else show?.(`missed   ${inContext(text, label)}`);
    }
    for (const span of own) {
      if (wanted.some((label) => span.start < label.stop && label.start < span.stop)) right += 1;
      else show?.(`spurious ${inContext(text, span)}`);
    }
  }
  const precision = right / Math.max(1, found);
  const recall = hit / Math.max(1, gold);
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  return {
    types: types.join('+'),
    gold,
    found,
    precision: round(precision),
    recall: round(recall),
    f1: round(f1),
    spurious: round(1 - precision),
  };
}

function inContext(text: string, span: { readonly start: number; readonly stop: number }): string {
  const flat = (part: string): string => part.replaceAll('\n', '⏎');
  return `${flat(text.slice(Math.max(0, span.start - 40), span.start))}[${text.slice(span.start, span.stop)}]${flat(text.slice(span.stop, span.stop + 30))}`;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
