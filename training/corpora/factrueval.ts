import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Annotated, LabelledSpan } from './annotated.ts';
import { keepOutermost } from './annotated.ts';

interface NamedSpan extends LabelledSpan {
  readonly id: string;
}

/** Reads a folder of factRuEval-2016; `spans` are PER, LOC and ORG without overlaps, as the corpora README counts them. */
export function readFactRuEval(folder: string): readonly Annotated[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const base = join(folder, file.replace(/\.txt$/u, ''));
      const text = readFileSync(`${base}.txt`, 'utf8');
      const tokens = readRows(`${base}.tokens`).map(([, start, length]) => ({
        start: Number(start),
        stop: Number(start) + Number(length),
      }));
      const spans = new Map(readRows(`${base}.spans`).map((row) => [row[0] ?? '', parseSpan(row)]));
      const objects = readRows(`${base}.objects`).flatMap((row) => parseObject(row, spans));
      return { name: file, text, tokens, spans: keepOutermost(objects) };
    });
}

function readRows(path: string): readonly (readonly string[])[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/u))
    .filter((row) => row.length > 2);
}

/** «22763 loc_name 37 6 143790 1  # 143790 Москвы» */
function parseSpan([id = '', label = '', start, length]: readonly string[]): NamedSpan {
  return { id, label, start: Number(start), stop: Number(start) + Number(length) };
}

const nameOf: Readonly<Record<string, { readonly type: string; readonly spans: RegExp }>> = {
  Person: { type: 'PER', spans: /^(?:name|surname|patronymic|nickname)$/u },
  Org: { type: 'ORG', spans: /^org_name$/u },
  Location: { type: 'LOC', spans: /^loc_name$/u },
  LocOrg: { type: 'LOC', spans: /^loc_name$/u },
};

/** «10435 Person 22767 22768 # Юрия Лужкова» */
function parseObject(row: readonly string[], spans: ReadonlyMap<string, NamedSpan>): readonly LabelledSpan[] {
  const rule = nameOf[row[1] ?? ''];
  if (!rule) return [];
  const ids = row.slice(2, row.indexOf('#'));
  const named = ids.flatMap((id) => spans.get(id) ?? []).filter((span) => rule.spans.test(span.label));
  if (named.length === 0) return [];
  if (rule.type !== 'PER') return named.map(({ start, stop }) => ({ label: rule.type, start, stop }));
  const start = Math.min(...named.map((span) => span.start));
  const stop = Math.max(...named.map((span) => span.stop));
  return [{ label: 'PER', start, stop }];
}
