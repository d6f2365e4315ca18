import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitBundles, type TaggedTree } from './fit-bundles.ts';
import type { Bundle } from './read-syntax.ts';

/** «word TAG head relation», a line for each word; heads count from 1. */
const cases: readonly { readonly rows: string; readonly word: number; readonly tag: string }[] = [
  {
    rows: `две NUM|Case=Nom|NumType=Card 2 nummod:gov
           державы NOUN|Animacy=Inan|Case=Gen|Gender=Fem|Number=Sing 0 root`,
    word: 0,
    tag: 'NUM Animacy=Inan|Case=Nom|Gender=Fem|NumType=Card',
  },
  {
    rows: `123 NUM|Case=Nom|NumType=Card 2 nummod:gov
           посла NOUN|Animacy=Anim|Case=Gen|Gender=Masc|Number=Sing 0 root`,
    word: 0,
    tag: 'NUM Animacy=Anim|Case=Nom|NumType=Card',
  },
  {
    rows: `12 NUM|Case=Nom|NumType=Card 2 nummod:gov
           послов NOUN|Animacy=Anim|Case=Gen|Gender=Masc|Number=Plur 0 root`,
    word: 0,
    tag: 'NUM Case=Nom|NumType=Card',
  },
  {
    rows: `послы NOUN|Animacy=Anim|Case=Nom|Gender=Masc|Number=Plur 0 root
           с ADP|_ 3 case
           которыми PRON|Animacy=Inan|Case=Ins|Number=Plur 4 obl
           говорили VERB|_ 1 acl:relcl`,
    word: 2,
    tag: 'PRON Animacy=Anim|Case=Ins|Number=Plur',
  },
  {
    rows: `которые PRON|Animacy=Inan|Case=Nom|Number=Plur 2 nsubj
           ушли VERB|_ 0 root`,
    word: 0,
    tag: 'PRON Animacy=Inan|Case=Nom|Number=Plur',
  },
];

for (const { rows, word, tag } of cases) {
  test(`fitBundles: ${rows.replaceAll(/\s+/gu, ' ')}`, () => {
    const known = new Map(cases.map((one) => [one.tag, bundleOf(one.tag)]));
    const found = fitBundles(treeOf(rows), known)[word];
    assert.equal(`${found?.pos} ${found?.written}`, tag);
  });
}

function treeOf(rows: string): TaggedTree {
  const columns = rows.split('\n').map((line) => line.trim().split(' '));
  return {
    texts: columns.map(([text = '']) => text),
    bundles: columns.map(([, tag = '']) => bundleOf(tag.replace('|', ' '))),
    heads: Int32Array.from(columns, ([, , head]) => Number(head) - 1),
    relations: columns.map(([, , , relation = '']) => relation),
  };
}

function bundleOf(tag: string): Bundle {
  const [pos = 'X', written = '_'] = tag.split(' ');
  const features = written
    .split('|')
    .map((pair) => pair.split('='))
    .map(([name = '', value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]);
  return { id: 0, pos: pos as Bundle['pos'], written, features: Object.fromEntries(features) as Bundle['features'] };
}
