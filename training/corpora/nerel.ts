import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Annotated, LabelledSpan } from './annotated.ts';
import { keepOutermost, splitWords } from './annotated.ts';

/** The entity types of NEREL 1.1. */
export const nerelTypes = [
  'AGE',
  'AWARD',
  'CITY',
  'COUNTRY',
  'CRIME',
  'DATE',
  'DISEASE',
  'DISTRICT',
  'EVENT',
  'FACILITY',
  'FAMILY',
  'IDEOLOGY',
  'LANGUAGE',
  'LAW',
  'LOCATION',
  'MONEY',
  'NATIONALITY',
  'NUMBER',
  'ORDINAL',
  'ORGANIZATION',
  'PENALTY',
  'PERCENT',
  'PERSON',
  'PRODUCT',
  'PROFESSION',
  'RELIGION',
  'STATE_OR_PROVINCE',
  'TIME',
  'WORK_OF_ART',
] as const;

/** Reads a folder of brat files; a discontinuous entity counts as the run from its first to its last piece. */
export function readNerel(folder: string): readonly Annotated[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const lines = readFileSync(join(folder, file.replace(/\.txt$/u, '.ann')), 'utf8').split('\n');
      return { name: file, text, spans: uniqueSpans(lines.flatMap(parseEntity)), tokens: splitWords(text) };
    });
}

/** «T5\tORGANIZATION 145 179\tПравоохранительные органы» */
function parseEntity(line: string): readonly LabelledSpan[] {
  const match = /^T\d+\t(?<label>\S+) (?<offsets>[\d ;]+)\t/u.exec(line);
  const label = match?.groups?.['label'];
  const offsets = match?.groups?.['offsets']?.split(/[ ;]/u).map(Number);
  if (!label || !offsets) return [];
  return [{ label, start: Math.min(...offsets), stop: Math.max(...offsets) }];
}

function uniqueSpans(spans: readonly LabelledSpan[]): readonly LabelledSpan[] {
  return [...new Map(spans.map((span) => [`${span.start} ${span.stop} ${span.label}`, span])).values()];
}

const flatType: Readonly<Record<string, string>> = {
  PERSON: 'PER',
  ORGANIZATION: 'ORG',
  COUNTRY: 'LOC',
  CITY: 'LOC',
  STATE_OR_PROVINCE: 'LOC',
  DISTRICT: 'LOC',
  LOCATION: 'LOC',
};

/** PER, LOC and ORG without overlaps, as `../shared/corpora/README.md` maps them. */
export function flattenNerel(document: Annotated): readonly LabelledSpan[] {
  return keepOutermost(
    document.spans.flatMap((span) => {
      const label = flatType[span.label];
      if (!label) return [];
      if (label === 'ORG' && !/\p{Lu}/u.test(document.text.slice(span.start, span.stop))) return [];
      return [{ ...span, label }];
    }),
  );
}
