import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFeatures } from '../../features.ts';
import type { WordAnalysis } from '../morphology/word-analysis.ts';
import { fitBundles } from './fit-bundles.ts';
import type { Bundle } from './bundle.ts';

/** «word TAG head relation», a line for each word, after them readings of the dictionary; heads count from 1. */
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
  {
    rows: `900 NUM|Case=Gen|NumType=Card 2 nummod:gov
           послов NOUN|Animacy=Anim|Case=Gen|Gender=Masc|Number=Plur 3 nsubj
           прибыло VERB|_ 0 root`,
    word: 0,
    tag: 'NUM Case=Nom|NumType=Card',
  },
  {
    rows: `2,02 NUM|Case=Acc|NumType=Card 2 nummod:gov
           тонны NOUN|Animacy=Inan|Case=Gen|Gender=Fem|Number=Sing 0 obj`,
    word: 0,
    tag: 'NUM Animacy=Inan|Case=Acc|Gender=Fem|NumType=Card',
  },
  {
    rows: `был AUX|_ 2 aux:pass
           направлен VERB|Animacy=Inan|Gender=Masc|Number=Sing|Variant=Short 0 root`,
    word: 1,
    tag: 'VERB Animacy=Anim|Gender=Masc|Number=Sing|Variant=Short',
  },
  {
    rows: `указ NOUN|Animacy=Inan|Case=Nom 2 nsubj:pass
           направлен VERB|Animacy=Inan|Gender=Masc|Number=Sing|Variant=Short 0 root`,
    word: 1,
    tag: 'VERB Animacy=Inan|Gender=Masc|Number=Sing|Variant=Short',
  },
  {
    rows: `1990-х ADJ|Case=Loc|Degree=Pos|Number=Plur 2 amod
           годах NOUN|Animacy=Inan|Case=Loc|Gender=Masc|Number=Plur 0 root`,
    word: 0,
    tag: 'ADJ Case=Loc|Number=Plur',
  },
  {
    rows: `посольствам NOUN|Animacy=Inan|Case=Dat|Gender=Neut|Number=Plur 0 root
           закрывшимся VERB|Animacy=Anim|Aspect=Imp|Case=Ins|Gender=Masc|Number=Sing|VerbForm=Part|Voice=Pass 1 acl Case=Ins|Gender=Masc|Number=Sing|Aspect=Perf|Tense=Past|VerbForm=Part|Voice=Mid Case=Dat|Number=Plur|Aspect=Perf|Tense=Past|VerbForm=Part|Voice=Mid`,
    word: 1,
    tag: 'VERB Animacy=Inan|Aspect=Perf|Case=Dat|Number=Plur|Tense=Past|VerbForm=Part|Voice=Act',
  },
  {
    rows: `ширина NOUN|Animacy=Inan|Case=Nom 0 root
           20 NUM|Case=Acc|NumType=Card 3 nummod:gov
           метров NOUN|Animacy=Inan|Case=Gen|Gender=Masc|Number=Plur 1 nmod`,
    word: 1,
    tag: 'NUM Case=Nom|NumType=Card',
  },
  {
    rows: `20 NUM|Case=Acc|NumType=Card 2 nummod:gov
           послами NOUN|Animacy=Anim|Case=Ins|Gender=Masc|Number=Plur 0 root`,
    word: 0,
    tag: 'NUM Case=Ins|NumType=Card',
  },
  {
    rows: `обеих NUM|Case=Gen|NumType=Card 2 nummod
           женщин NOUN|Animacy=Anim|Case=Gen|Gender=Fem|Number=Plur 0 root`,
    word: 0,
    tag: 'NUM Animacy=Anim|Case=Gen|Gender=Fem|NumType=Card',
  },
  {
    rows: `закончился VERB|_ 0 root
           3:1 NUM|Case=Acc|NumType=Card 1 obl`,
    word: 1,
    tag: 'NUM Animacy=Inan|Case=Nom|Gender=Masc|Number=Sing|NumType=Card',
  },
  { rows: '5:0 ADJ|Case=Nom|Degree=Pos|Gender=Masc|Number=Sing 0 root', word: 0, tag: 'NUM Case=Nom|NumType=Card' },
  {
    rows: `код NOUN|Animacy=Inan|Case=Nom 0 root
           874 NUM|Case=Nom|NumType=Card 1 appos`,
    word: 1,
    tag: 'NUM Animacy=Inan|Case=Nom|NumType=Card',
  },
  {
    rows: `33 NUM|Case=Nom|NumType=Card 2 nsubj
           проголосовали VERB|_ 0 root`,
    word: 0,
    tag: 'NUM Case=Nom|NumType=Card',
  },
  {
    rows: `тыс. NUM|Animacy=Inan|Case=Gen|Gender=Fem|Number=Plur 2 nummod:gov
           тонн NOUN|Animacy=Inan|Case=Gen|Gender=Fem|Number=Plur 0 root`,
    word: 0,
    tag: 'NUM Animacy=Inan|Case=Gen|Gender=Fem|Number=Plur',
  },
  {
    rows: `80 NUM|Case=Acc|NumType=Card 2 nummod:gov
           км NOUN|Animacy=Inan|Case=Acc|Gender=Masc|Number=Sing 0 root`,
    word: 1,
    tag: 'NOUN Animacy=Inan|Case=Gen|Gender=Masc|Number=Plur',
  },
  {
    rows: `завод NOUN|Animacy=Inan|Case=Nom 0 root
           МРТА PROPN|Animacy=Anim|Case=Nom|Gender=Masc|Number=Sing 1 appos`,
    word: 1,
    tag: 'PROPN Animacy=Inan|Case=Nom|Gender=Masc|Number=Sing',
  },
  {
    rows: `( PUNCT|_ 2 punct
           28 ADJ|Case=Gen|Degree=Pos|Gender=Neut|Number=Sing 0 root
           декабря NOUN|_ 2 flat`,
    word: 1,
    tag: 'ADJ Case=Nom|Degree=Pos|Gender=Neut|Number=Sing',
  },
  {
    rows: `острове NOUN|Animacy=Inan|Case=Loc 0 root остров|Case=Loc
           Нейра PROPN|Animacy=Anim|Case=Gen|Gender=Masc|Number=Sing 1 nmod`,
    word: 1,
    tag: 'PROPN Animacy=Inan|Case=Nom|Gender=Fem|Number=Sing',
  },
  {
    rows: `города NOUN|Animacy=Inan|Case=Gen 0 root город|Case=Gen
           Тимашевска PROPN|Animacy=Inan|Case=Gen|Gender=Masc|Number=Sing 1 nmod`,
    word: 1,
    tag: 'PROPN Animacy=Inan|Case=Gen|Gender=Masc|Number=Sing',
  },
  {
    rows: `в ADP|_ 2 case
           Заречно PROPN|Animacy=Inan|Case=Nom|Gender=Masc|Number=Sing 0 obl`,
    word: 1,
    tag: 'PROPN Animacy=Inan|Case=Loc|Gender=Neut|Number=Sing',
  },
  {
    rows: `( PUNCT|_ 3 punct
           2008 ADJ|Case=Gen|Degree=Pos|Gender=Masc|Number=Sing 3 amod
           г. NOUN|Animacy=Inan|Case=Gen|Gender=Masc|Number=Sing 0 root`,
    word: 1,
    tag: 'ADJ Case=Nom|Degree=Pos|Gender=Masc|Number=Sing',
  },
  { rows: 'то CCONJ|_ 0 cc', word: 0, tag: 'ADV Degree=Pos' },
  { rows: 'то SCONJ|_ 0 root', word: 0, tag: 'ADV Degree=Pos' },
  {
    rows: `Анна PROPN|Animacy=Anim|Case=Nom|Gender=Fem|Number=Sing 0 root
           род. VERB|Aspect=Imp|VerbForm=Inf|Voice=Act 1 parataxis`,
    word: 1,
    tag: 'VERB Aspect=Perf|Gender=Fem|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin|Voice=Act',
  },
  {
    rows: `Есть AUX|Aspect=Imp|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root
           пути NOUN|_ 1 nsubj`,
    word: 0,
    tag: 'VERB Aspect=Imp|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin|Voice=Act',
  },
  {
    rows: `журналов NOUN|Animacy=Inan|Case=Gen|Gender=Masc|Number=Plur 0 root
           выпускавшихся VERB|Animacy=Inan|Aspect=Imp|Case=Gen|Number=Plur|Tense=Past|VerbForm=Part|Voice=Pass 1 acl Case=Gen|Number=Plur|Aspect=Imp|Tense=Past|VerbForm=Part|Voice=Pass`,
    word: 1,
    tag: 'VERB Animacy=Inan|Aspect=Imp|Case=Gen|Number=Plur|Tense=Past|VerbForm=Part|Voice=Act',
  },
];

for (const { rows, word, tag } of cases) {
  test(`fitBundles: ${rows.replaceAll(/\s+/gu, ' ')}`, () => {
    const known = new Map(cases.map((one) => [one.tag, bundleOf(one.tag)]));
    const found = fitBundles(treeOf(rows), known)[word];
    assert.equal(`${found?.pos} ${found?.written}`, tag);
  });
}

function treeOf(rows: string): Parameters<typeof fitBundles>[0] {
  const columns = rows.split('\n').map((line) => line.trim().split(' '));
  return {
    texts: columns.map(([text = '']) => text),
    bundles: columns.map(([, tag = '']) => bundleOf(tag.replace('|', ' '))),
    heads: Int32Array.from(columns, ([, , head]) => Number(head) - 1),
    relations: columns.map(([, , , relation = '']) => relation),
    analyses: columns.map(([text = '', , , , ...readings]) => readings.map((written) => readingOf(text, written))),
  };
}

/** «остров|Case=Loc»: a reading with a lemma of its own. */
function splitLemma(written: string): readonly [string, string] {
  const at = written.indexOf('|');
  return [written.slice(0, at), written.slice(at + 1)];
}

function readingOf(text: string, written: string): WordAnalysis {
  const [lemma, own] = /^\p{L}+=/u.test(written) ? [text, written] : splitLemma(written);
  const { features } = bundleOf(`VERB ${own}`);
  return {
    lemma,
    pos: 'VERB',
    features,
    tag: 0,
    flags: 0,
    score: 1,
    isKnown: true,
    prefix: '',
    stem: text,
    paradigm: 0,
    form: 0,
  };
}

function bundleOf(tag: string): Bundle {
  const [pos = 'X', written = '_'] = tag.split(' ');
  return { id: 0, pos: pos as Bundle['pos'], written, features: readFeatures(written) };
}
