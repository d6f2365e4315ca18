import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readFeatures } from '../../features.ts';
import { fitArguments } from './fit-arguments.ts';
import type { FittedTree } from './tagged-tree.ts';
import { fitHeadedBy } from './fit-headed-by.ts';
import { fitClauses } from './fit-clauses.ts';
import { fitCoordination } from './fit-coordination.ts';
import { fitBounds } from './fit-bounds.ts';
import { fitDates } from './fit-dates.ts';
import { fitNounPrepositions } from './fit-noun-prepositions.ts';
import { fitParticiples } from './fit-participles.ts';
import { fitRelativeClauses } from './fit-relative-clauses.ts';
import type { Bundle } from './bundle.ts';

/** What may change a tree, by the names that stand over the cases. */
const fits: Readonly<Record<string, (tree: FittedTree) => void>> = {
  fitArguments,
  fitHeadedBy,
  fitClauses,
  fitCoordination,
  fitBounds,
  fitDates,
  fitNounPrepositions,
  fitParticiples,
  fitRelativeClauses,
};

const cases = readFileSync(new URL('fit-trees.cases.txt', import.meta.url), 'utf8');

for (const block of cases.split('\n== ').slice(1)) {
  const [name = '', ...lines] = block.trim().split('\n');
  const rows = lines.slice(0, -1);
  const changed = lines.at(-1)?.replace(/^→ ?/u, '');
  test(`${name}: ${rows.join(' ')}`, () => {
    const fit = fits[name];
    assert.ok(fit, name);
    const tree = treeOf(rows);
    const before = written(tree);
    fit(tree);
    const after = written(tree).filter((row, i) => row !== before[i]);
    assert.equal(after.join(', '), changed);
  });
}

function written({ texts, heads, relations }: FittedTree): readonly string[] {
  return texts.map((text, i) => `${text} ${(heads[i] ?? -1) + 1} ${relations[i]}`);
}

function treeOf(rows: readonly string[]): FittedTree {
  const columns = rows.map((row) => row.split(' '));
  return {
    texts: columns.map(([text = '']) => text),
    bundles: columns.map(([, tag = 'X']) => bundleOf(tag)),
    heads: Int32Array.from(columns, ([, , head]) => Number(head) - 1),
    relations: columns.map(([, , , relation = '']) => relation),
  };
}

function bundleOf(tag: string): Bundle {
  const [pos = 'X', ...pairs] = tag.split('|');
  const own = pairs.join('|');
  return { pos, written: own, features: readFeatures(own) } as Bundle;
}
