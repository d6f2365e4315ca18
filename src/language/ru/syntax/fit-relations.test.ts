import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Features } from '../../analysis.ts';
import { fitRelations } from './fit-relations.ts';
import type { Bundle } from './bundle.ts';

/** «word POS head relation» with heads from 1; the relation of the word that has the preposition. */
const cases: readonly { readonly rows: readonly string[]; readonly word: number; readonly relation: string }[] = [
  { rows: ['в ADP 2 case', 'МИД PROPN 3 obj', 'сообщили VERB 0 root'], word: 1, relation: 'obl' },
  { rows: ['ответ NOUN 0 root', 'на ADP 3 case', 'ноту NOUN 1 obj'], word: 2, relation: 'nmod' },
  { rows: ['около ADP 2 case', 'ста NUM 3 nsubj', 'пришли VERB 0 root'], word: 1, relation: 'nsubj' },
  { rows: ['подписали VERB:Fin:Plur 0 root', 'решение NOUN:Neut:Sing 1 nsubj'], word: 1, relation: 'obj' },
  { rows: ['который PRON:Neut:Sing 2 nsubj', 'подписали VERB:Fin:Plur 0 root'], word: 0, relation: 'obj' },
  { rows: ['песни NOUN:Neut:Plur 2 nsubj', 'поёт VERB:Fin:Sing 0 root', 'Анна PROPN 2 obj'], word: 0, relation: 'obj' },
  {
    rows: ['песни NOUN:Neut:Plur 2 nsubj', 'поёт VERB:Fin:Sing 0 root', 'Анна PROPN 2 obj'],
    word: 2,
    relation: 'nsubj',
  },
  { rows: ['попытки NOUN:Neut:Plur 2 nsubj', 'дала VERB:Fin:Sing 0 root'], word: 0, relation: 'nsubj' },
  { rows: ['слышатся VERB:Fin:Plur 0 root', 'голоса NOUN:Acc:Plur 1 obj'], word: 1, relation: 'nsubj' },
  { rows: ['снится VERB:Fin:Sing 0 root', 'голоса NOUN:Acc:Plur 1 obj'], word: 1, relation: 'obj' },
  { rows: ['взято VERB:Short:Sing 0 root', 'море NOUN:Acc:Sing 1 obj'], word: 1, relation: 'nsubj:pass' },
  { rows: ['с ADP 2 case', 'послом NOUN 3 conj', 'пришли VERB 0 root'], word: 1, relation: 'conj' },
];

for (const { rows, word, relation } of cases) {
  test(`fitRelations: ${rows.join(', ')}`, () => {
    const columns = rows.map((row) => row.split(' '));
    const texts = columns.map(([text = '']) => text);
    const bundles = columns.map(([, tag = 'X']) => bundleOf(tag));
    const heads = Int32Array.from(columns, ([, , head]) => Number(head) - 1);
    const relations = columns.map(([, , , own = '']) => own);
    assert.equal(fitRelations(texts, bundles, heads, relations)[word], relation);
  });
}

/** «VERB:Fin:Plur», «NOUN:Neut:Sing» of a thing. */
function bundleOf(tag: string): Bundle {
  const [pos = 'X', form, number] = tag.split(':');
  const features = { ...(form === undefined ? {} : formsOf[form]) };
  return { id: 0, pos, written: '_', features: number === undefined ? features : { ...features, number } } as Bundle;
}

const formsOf: Readonly<Record<string, Features>> = {
  Fin: { verbForm: 'Fin', voice: 'Act' },
  Short: { verbForm: 'Part', variant: 'Short' },
  Neut: { gender: 'Neut', animacy: 'Inan' },
  Acc: { gender: 'Neut', animacy: 'Inan', case: 'Acc' },
};
