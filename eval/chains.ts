import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../src/model/span.ts';
import { overlaps } from '../src/model/span.ts';
import type { Analysis, MentionKind } from '../src/language/analysis.ts';
import { loadLanguage } from '../src/app/load-language.ts';
import { createAnalyser } from '../src/language/ru/analyse.ts';
import { readFolderArguments } from './folder-arguments.ts';
import type { Score } from './mentions.ts';
import { scoreOf } from './mentions.ts';

/** An object of factRuEval with the entity that its coreference file puts it into. */
interface GoldObject extends Span {
  readonly type: string;
  readonly entity: string;
}

interface Pairs {
  right: number;
  found: number;
  gold: number;
}

const kindsOf: Readonly<Record<string, readonly MentionKind[]>> = {
  Person: ['person', 'post'],
  Org: ['organisation', 'facility', 'state'],
  LocOrg: ['state', 'place'],
  Location: ['place', 'state', 'facility'],
};

/**
 * `npm run -s eval -- chains DIR [--errors]`: the chains of the analysis against factRuEval's `.coref`: pairs of objects of
 * one type that belong together, over objects that the analysis has a mention for. Prints one JSON line.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { folder, errors } = readFolderArguments('chains', args);
  console.log(JSON.stringify(evaluateChains(folder, errors)));
}

export interface ChainScores {
  /** Objects of the gold, and how many of them lie on a mention that is in a chain. */
  readonly objects: number;
  readonly reached: number;
  readonly Person: Score;
  readonly Org: Score;
  readonly LocOrg: Score;
  readonly Location: Score;
}

/** Scores chains on a folder of factRuEval; with `showErrors`, wrong and missed pairs go to standard error. */
export function evaluateChains(folder: string, showErrors: boolean): ChainScores {
  const analyse = createAnalyser(loadLanguage());
  const pairs = new Map(Object.keys(kindsOf).map((type) => [type, { right: 0, found: 0, gold: 0 }]));
  let objects = 0;
  let reached = 0;
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.coref'))
    .sort()) {
    const base = join(folder, file.replace(/\.coref$/u, ''));
    const text = readFileSync(`${base}.txt`, 'utf8');
    const gold = readObjects(base);
    const analysis = analyse(text, { published: null });
    const chains = gold.map((object) =>
      chainOver(analysis, object, (kind) => kindsOf[object.type]?.includes(kind) === true),
    );
    objects += gold.length;
    reached += chains.filter((chain) => chain >= 0).length;
    for (const [type, count] of pairs) {
      const wrong = countPairs(gold, chains, type, count);
      if (showErrors)
        for (const [a, b] of wrong)
          console.error(
            `${file} ${type}: «${text.slice(a.start, a.stop)}» — «${text.slice(b.start, b.stop)}» ${a.entity === b.entity ? 'MISSED' : 'WRONG'}`,
          );
    }
  }
  const scoreFor = (type: string): Score => {
    const { right, found, gold } = pairs.get(type) ?? { right: 0, found: 0, gold: 0 };
    return scoreOf(right, found, gold);
  };
  return {
    objects,
    reached,
    Person: scoreFor('Person'),
    Org: scoreFor('Org'),
    LocOrg: scoreFor('LocOrg'),
    Location: scoreFor('Location'),
  };
}

/** Objects in clusters, each as the run from its first to its last span. */
function readObjects(base: string): readonly GoldObject[] {
  const spans = new Map(
    rowsOf(`${base}.spans`).map(([id = '', , start, length]) => [
      id,
      { start: Number(start), stop: Number(start) + Number(length) },
    ]),
  );
  const objects = new Map(
    rowsOf(`${base}.objects`).map((row) => {
      const own = row.slice(2, row.indexOf('#')).flatMap((id) => spans.get(id) ?? []);
      const start = Math.min(...own.map((span) => span.start));
      const stop = Math.max(...own.map((span) => span.stop));
      return [row[0] ?? '', { type: row[1] ?? '', start, stop }];
    }),
  );
  return rowsOf(`${base}.coref`).flatMap((row) => {
    if (!row.every((word) => /^\d+$/u.test(word))) return [];
    return row.slice(1).flatMap((id) => {
      const object = objects.get(id);
      return object ? [{ ...object, entity: row[0] ?? '' }] : [];
    });
  });
}

function rowsOf(path: string): readonly (readonly string[])[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/u))
    .filter((row) => row.length > 1);
}

/** The chain, of a kind that fits, whose mention covers a span best; -1 where there is none. */
export function chainOver(analysis: Analysis, span: Span, fits: (kind: MentionKind) => boolean): number {
  let best = -1;
  let most = 0;
  for (const mention of analysis.mentions) {
    const kind = analysis.chains[mention.chain]?.kind;
    if (kind === undefined || !fits(kind) || !overlaps(mention, span)) continue;
    const shared = Math.min(mention.stop, span.stop) - Math.max(mention.start, span.start);
    const share = shared / (Math.max(mention.stop, span.stop) - Math.min(mention.start, span.start));
    if (share <= most) continue;
    most = share;
    best = mention.chain;
  }
  return best;
}

function countPairs(
  gold: readonly GoldObject[],
  chains: readonly number[],
  type: string,
  count: Pairs,
): readonly (readonly [GoldObject, GoldObject])[] {
  const wrong: (readonly [GoldObject, GoldObject])[] = [];
  for (const [i, a] of gold.entries()) {
    for (const [k, b] of gold.entries()) {
      if (k <= i || a.type !== type || b.type !== type || (chains[i] ?? -1) < 0 || (chains[k] ?? -1) < 0) continue;
      const isSame = a.entity === b.entity;
      const isFound = chains[i] === chains[k];
      if (isSame) count.gold++;
      if (isFound) count.found++;
      if (isSame && isFound) count.right++;
      if (isSame !== isFound) wrong.push([a, b]);
    }
  }
  return wrong;
}
