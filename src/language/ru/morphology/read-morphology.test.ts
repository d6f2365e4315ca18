import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readMorphology } from './read-morphology.ts';
import { wordFlags } from './word-analysis.ts';

const file = readFileSync(new URL('../../../../models/ru-morphology.bin', import.meta.url));
const morphology = readMorphology(file);

/** «lemma POS case number gender tense voice» of each reading, best first. */
function readings(word: string): string[] {
  return morphology.analyse(word).map(({ lemma, pos, features }) => {
    const { case: own, number, gender, tense, voice, verbForm } = features;
    return [lemma, pos, own, number, gender, tense, verbForm, voice].filter((it) => it !== undefined).join(' ');
  });
}

/** Word → a reading that must be among its readings; `!` before it: must be the first. */
const cases: readonly (readonly [word: string, reading: string])[] = [
  ['договором', '!договор NOUN Ins Sing Masc'],
  ['подписали', '!подписать VERB Plur Past Fin Act'],
  ['подписанного', 'подписать VERB Gen Sing Masc Past Part Pass'],
  ['поставляются', 'поставлять VERB Plur Pres Fin Pass'],
  ['встречаются', 'встречаться VERB Plur Pres Fin Mid'],
  ['должна', '!должен ADJ Sing Fem'],
  ['чаще', 'часто ADV'],
  ['крупнейшего', 'крупнейший ADJ Gen Sing Masc'],
  ['будет', '!быть AUX Sing Fut Fin Act'],
  ['того', 'то PRON Gen Sing Neut'],
  ['ещё', '!еще ADV'],
  ['самолеты', 'самолет NOUN Nom Plur Masc'],
  ['Ивановой', 'иванова PROPN Gen Sing Fem'],
  ['России', '!россия PROPN Gen Sing Fem'],
  // guessed
  ['кибербезопасностью', '!кибербезопасность NOUN Ins Sing Fem'],
  ['антиброкерского', 'антиброкерский ADJ Gen Sing Masc'],
  ['военно‑полевому', 'военно-полевой ADJ Dat Sing Masc'],
  ['25-летием', '!25-летие NOUN Ins Sing Neut'],
  ['24-ого', '24-й ADJ Gen Sing Neut'],
  ['Мередию', 'мередия PROPN Acc Sing Fem'],
  ['Варонией', '!варония PROPN Ins Sing Fem'],
  // no words
  ['г.', 'год NOUN Loc Sing Masc'],
  ['В.', '!в PROPN'],
  ['ФКЦБТ', 'фкцбт PROPN Gen Sing Fem'],
  ['10.12.2014', '!10.12.2014 NUM'],
  ['Boeing', '!boeing PROPN'],
  [',', '!, PUNCT'],
];

for (const [word, reading] of cases) {
  test(`${word} is ${reading}`, () => {
    const found = readings(word);
    if (reading.startsWith('!')) assert.equal(found[0], reading.slice(1));
    else assert.ok(found.includes(reading), found.join('; '));
  });
}

test('scores sum to one and tags are those of the table', () => {
  for (const [word] of cases) {
    const analyses = morphology.analyse(word);
    assert.ok(Math.abs(analyses.reduce((sum, it) => sum + it.score, 0) - 1) < 1e-6, word);
    for (const it of analyses) {
      assert.equal(morphology.tags[it.tag]?.pos, it.pos);
      assert.equal(morphology.tags[it.tag]?.features, it.features);
    }
  }
});

test('a written ё stands only for itself', () => {
  assert.ok(!readings('всё').some((it) => it.endsWith('Plur')));
  assert.ok(readings('все').some((it) => it.includes('Plur')));
});

/** Word in any case → its nominative. */
const nominatives: Readonly<Record<string, string>> = {
  самолетов: 'самолёты',
  соглашению: 'соглашение',
  высшему: 'высший',
  людей: 'люди',
  '24-ого': '24-е',
};

for (const [word, nominative] of Object.entries(nominatives)) {
  test(`${word} in the nominative is ${nominative}`, () => {
    const found = morphology.analyse(word).map((it) => morphology.inflect(it, { case: 'Nom' }));
    assert.ok(found.includes(nominative), found.join(', '));
  });
}

test('names are flagged', () => {
  assert.ok(morphology.analyse('Игорем').some((it) => (it.flags & wordFlags.given) !== 0));
  assert.ok(morphology.analyse('Минском').some((it) => (it.flags & wordFlags.place) !== 0));
});

test('a file is read wherever its bytes lie in memory', () => {
  const moved = Buffer.concat([Buffer.from([0]), file]).subarray(1);
  assert.deepEqual(readMorphology(moved).analyse('договором'), morphology.analyse('договором'));
});

test('bytes of something else are refused', () => {
  assert.throws(() => readMorphology(new TextEncoder().encode('no dictionary at all')), /training\/morphology/u);
});
