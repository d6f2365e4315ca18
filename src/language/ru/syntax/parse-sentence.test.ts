import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readMorphology } from '../morphology/read-morphology.ts';
import { tokenise } from '../tokenise.ts';
import { parseSentence } from './parse-sentence.ts';
import { readSyntax } from './read-syntax.ts';

const read = (name: string) => readFileSync(new URL(`../../../../models/${name}`, import.meta.url));
const syntax = readSyntax(read('ru-syntax.bin'), readMorphology(read('ru-morphology.bin')));

/** A sentence; then arcs that it must have: «word/lemma/POS <relation head», `^` for the root. */
const cases: readonly (readonly [sentence: string, ...arcs: string[]])[] = [
  [
    'Стороны подписали договор о дружбе.',
    'Стороны/сторона/NOUN <nsubj подписали',
    'подписали/подписать/VERB <root ^',
    'договор/договор/NOUN <obj подписали',
    'дружбе/дружба/NOUN <nmod договор',
    'о/о/ADP <case дружбе',
  ],
  [
    'Документ был согласован ведомствами, но не вступил в силу.',
    'Документ/документ/NOUN <nsubj:pass согласован',
    'был/быть/AUX <aux:pass согласован',
    'ведомствами/ведомство/NOUN <obl:agent согласован',
    'вступил/вступить/VERB <conj согласован',
    'не/не/PART <advmod вступил',
    'силу/сила/NOUN <obl вступил',
  ],
  [
    'Министр заявил, что переговоры начнутся в мае.',
    'Министр/министр/NOUN <nsubj заявил',
    'начнутся/начаться/VERB <ccomp заявил',
    'что/что/SCONJ <mark начнутся',
    'мае/май/NOUN <obl начнутся',
  ],
  [
    'Соглашение, подписанное президентами двух стран, вступит в силу осенью.',
    'Соглашение/соглашение/NOUN <nsubj вступит',
    'подписанное/подписать/VERB <acl Соглашение',
    'президентами/президент/NOUN <obl:agent подписанное',
    'стран/страна/NOUN <nmod президентами',
  ],
  [
    'Рабочие получили сталь и стали строить мост.',
    'сталь/сталь/NOUN <obj получили',
    'стали/стать/VERB <conj получили',
    'строить/строить/VERB <xcomp стали',
  ],
  [
    'Министр иностранных дел Пётр Званцев ушёл.',
    'Пётр/петр/PROPN <appos Министр',
    'Званцев/званцев/PROPN <flat:name Пётр',
  ],
  ['Он вырос в Соединённых Штатах.', 'Соединённых/соединить/ADJ <amod Штатах'],
  [
    'В среду Марков [https://example.org/1 сказал], что порт закрыт.',
    'Марков/марков/PROPN <nsubj сказал',
    ']/]/PUNCT <punct сказал',
    'сказал/сказать/VERB <root ^',
  ],
  ['Остальные песни поёт Анна Светлова.', 'песни/песня/NOUN <obj поёт', 'Анна/анна/PROPN <nsubj поёт'],
];

for (const [sentence, ...arcs] of cases) {
  test(`parseSentence: ${sentence}`, () => {
    const [raw] = tokenise(sentence);
    assert.ok(raw);
    const { tokens } = parseSentence(raw, syntax);
    const found = tokens.map(
      (token) =>
        `${token.text}/${token.lemma}/${token.pos} <${token.relation} ${token.head < 0 ? '^' : (tokens[token.head]?.text ?? '?')}`,
    );
    for (const arc of arcs) assert.ok(found.includes(arc), `no «${arc}» in:\n${found.join('\n')}`);
  });
}

/** A sentence and the words of a name in it: what form of what word each is. */
const names: readonly (readonly [sentence: string, ...words: string[]])[] = [
  ['Суд оправдал Юлию Крутову.', 'Юлию/юлия Acc Fem', 'Крутову/крутова Acc Fem'],
  ['Полиция задержала журналистку Ольгу Светлову.', 'Ольгу/ольга Acc Fem', 'Светлову/светлова Acc Fem'],
  ['Лидию Громову и Анастасию Лесную наградили.', 'Лидию/лидия Acc Fem', 'Громову/громова Acc Fem'],
  ['Их сменила Раиса Ветрова.', 'Раиса/раиса Nom Fem', 'Ветрова/ветрова Nom Fem'],
  ['Правительство уволило Антонину Горскую.', 'Антонину/антонина Acc Fem', 'Горскую/горский Acc Fem'],
  ['Книгу подарили Юлию Цезарю.', 'Юлию/юлий Dat Masc', 'Цезарю/цезарь Dat Masc'],
  ['Министр Юрий Салам прибыл в Минск.', 'Салам/сало Nom Masc'],
  ['Артистка Анна Питт пела.', 'Питт/питта Nom Fem'],
  ['Полковник Тимофей Плужников управлял полком.', 'Плужников/плужник Nom Masc'],
  ['Барон Жиль де Варен уехал.', 'Жиль/жилить Nom Masc'],
  ['Это был договор, в который внесли поправки.', 'который/который Acc Masc'],
  ['Ссуда даётся согласно решению МВФ, принятому зимой 2007 года.', 'принятому/принять Dat Neut'],
  ['Он поручил Игорю Светлову подготовить ответ.', 'Игорю/игорь Dat Masc', 'Светлову/светлов Dat Masc'],
];

for (const [sentence, ...words] of names) {
  test(`names in ${sentence}`, () => {
    const [raw] = tokenise(sentence);
    assert.ok(raw);
    const found = parseSentence(raw, syntax).tokens.map(
      ({ text, lemma, features }) => `${text}/${lemma} ${features.case} ${features.gender}`,
    );
    for (const word of words) assert.ok(found.includes(word), `no «${word}» in:\n${found.join('\n')}`);
  });
}

test('a participle is a participle, however the net reads it', () => {
  const sentence =
    'Министр встретился с президентом Варонии Петром Званцевым, прибывшим в столицу с официальным визитом.';
  const [raw] = tokenise(sentence);
  assert.ok(raw);
  const features = parseSentence(raw, syntax).tokens.find((token) => token.text === 'прибывшим')?.features;
  assert.deepEqual([features?.verbForm, features?.case, features?.voice], ['Part', 'Ins', 'Act']);
});

test('every sentence of any text is a tree with one root, whose tokens lie where they say', () => {
  const words = fc.constantFrom(...'договор подписан не в , « » . стороны вступит 5 мая 2025 г. МИД — что'.split(' '));
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
  );
  fc.assert(
    fc.property(text, (it) => {
      for (const raw of tokenise(it)) assertTree(parseSentence(raw, syntax), it);
    }),
    { numRuns: 200 },
  );
});

test('a row of words longer than a run is one tree, too', () => {
  const text = `${'мир и дружба '.repeat(400)}навсегда`;
  for (const raw of tokenise(text)) assertTree(parseSentence(raw, syntax), text);
});

test('the same sentence gives the same tree whatever was parsed before', () => {
  const [raw] = tokenise('Президент отметил важность договора и поблагодарил коллегу.');
  const [other] = tokenise(
    'Учения перенесены на осень, сообщил источник в ведомстве, знакомый с ходом подготовки к ним.',
  );
  assert.ok(raw && other);
  const before = parseSentence(raw, syntax);
  parseSentence(other, syntax);
  assert.deepEqual(parseSentence(raw, syntax), before);
});

function assertTree(sentence: ReturnType<typeof parseSentence>, text: string): void {
  const { tokens } = sentence;
  assert.equal(tokens.filter((token) => token.head < 0).length, 1);
  for (const token of tokens) {
    assert.equal(text.slice(token.start, token.stop), token.text);
    assert.equal(token.head < 0, token.relation === 'root');
    let at = token;
    for (let steps = 0; at.head >= 0; steps++) {
      assert.ok(steps <= tokens.length, 'a cycle');
      const next = tokens[at.head];
      assert.ok(next, 'a head outside the sentence');
      at = next;
    }
  }
}
