import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assert as check, constantFrom, property, string } from 'fast-check';
import { findQuotations } from './find-quotations.ts';
import { tokenise } from './tokenise.ts';

/** Tokens apart by `|`, sentences by ` ‖ `; a line break of the text is ⏎. */
const cases: readonly string[] = [
  // abbreviations and initials
  'В|2014|г.|они|встретились|на|ул.|Садовой|,|д.|5|.',
  'Он|родился|в|1967|г. ‖ Отец|был|инженером|.',
  'В|2014|г.|Лесной|край|вступил|в|союз|.',
  'Напомним|,|5|мая|2014|г.|Лесной|край|вступил|в|союз|.',
  'По|его|словам|,|в|2014|г.|Лесной|край|вступил|в|союз|.',
  'В|свою|очередь|,|по|словам|Громова|,|к|концу|2014|г.|Лесной|край|вступит|в|союз|.',
  'Известно|,|что|в|2014|г.|Громов|ушёл|.',
  'Цена|та|же|,|что|и|в|2014|г. ‖ Громов|доволен|.',
  'По|словам|Громова|,|мост|построен|в|2014|г. ‖ Лесной|край|доволен|.',
  'В|начале|мая|с.|г.|Лесной|край|вступил|в|союз|.',
  'Договор|,|т.|е.|соглашение|,|подписали|В.|В.|Лугов|и|А.|Г.|Ершов|.',
  'Приехали|посол|Мередии|А.|К.|Дубов|и|министр|Варонии|Р.|О.|Ильяшенко|.',
  'Мы|говорили|с|Громовым|В.|В. ‖ Сергеев|молчал|.',
  'Зал|им.|Чехова|открыт|.',
  'Цена|5|тыс.|руб.|за|тонну|. ‖ Спрос|растёт|.',
  'Оборот|достиг|2|млрд|.|842|млн|и|растёт|.',
  'Оборот|достиг|2|млрд|. ‖ 5|мая|его|посчитали|.',
  'Он|пробежал|5|км|. ‖ Затем|отдыхал|.',
  'У|него|гепатит|С|. ‖ Врачи|спорят|.',
  'Приехали|Иванов|,|Петров|и|др. ‖ Встреча|началась|.',
  '1|.|Стороны|договорились|.',
  // numbers
  'Всего|1 200|тонн|,|3,5|%|и|10.12.2014|в|09:30|.',
  '10|-|16|сентября|2024|–|25|гг.',
  '1-я|,|24-ого|,|25-летие|,|1990-х|и|5|млн|.',
  '$|7|млрд|и|№|5|.',
  // words
  'Су-30СМ|,|С‑400|,|военно‑технический|,|кое-кто|и|О’Хара|.',
  'Пишите|на|press@example.com|или|https://example.com/a?b=1|.',
  'Об|этом|сообщает|EXAMPLE.RU|.',
  // quotes and ends
  '«|Придёте|?|»|—|спросил|он|.',
  '"|Мы|готовы|. ‖ Это|важно|"|,|-|сказал|он|.',
  'Они|(|рыбаки|.|–|Прим.|ред|.|)|ушли|. ‖ Порт|закрыт|.',
  'Порт|(|Лиона|-|прим|.|"|Вестника|"|)|закрыт|. ‖ Суда|ушли|.',
  'Мы|ждём|(|порта|.|—|ВА|)|. ‖ Порт|закрыт|.',
  'Он|ушёл|…|и|вернулся|.',
  'Что|?! ‖ Нет|!.. ‖ Да|.',
  // headlines, datelines, end marks
  'Заголовок|без|точки|⏎Текст|начался|.',
  'Лесной|. ‖ Встреча|началась|.',
  'Москва|.|29|июня|.|ИНТЕРФАКС|- ‖ Стороны|договорились|.',
  'Ольмар|.|14|мая|2031|года|.|Вести|гавани|- ‖ Суд|отложил|дело|.',
  'Ольмар|.|14|мая|2031|года|.|Вести|гавани|- ‖ 13|мая|суд|отложил|дело|.',
  'Ольмар|,|14|мая|- ‖ Суд|отложил|дело|.',
  'Ольмар|(|ООН|)|.|14|мая|.|INTERFAX.RU|- ‖ Суд|отложил|дело|.',
  '4|июля|,|Минск|/|Корр.|БЕЛТА|/|. ‖ Стороны|договорились|.',
  'Встреча|прошла|. ‖ -0-',
];

test('tokens and sentences', () => {
  const shown = cases.map((it) => show(readText(it)));
  assert.deepEqual(shown, cases.map(expected));
});

test('stops without a space after them', () => {
  assert.equal(show('Они поддержали план К.Громова.'), 'Они|поддержали|план|К.|Громова|.');
  assert.equal(show('Мы ждём,— сказал Громов.— Порт открыт.'), 'Мы|ждём|,|—|сказал|Громов|. ‖ —|Порт|открыт|.');
});

/** The text of a case: a space after a token unless punctuation would not have one. */
function readText(notation: string): string {
  return notation
    .replaceAll(' ‖ ', ' ')
    .replaceAll('|⏎', '\n')
    .replaceAll(/\|(?=[,.!?…%»)/]|\.\.\.)/gu, '')
    .replaceAll(/(?<=[«($№/])\|/gu, '')
    .replaceAll(/(?<=\d)\|(?<dash>[-–])\|(?=\d)/gu, '$<dash>')
    .replaceAll(/^"\||\|"(?=,)|(?<=важно)\|"/gu, '"')
    .replaceAll('|', ' ');
}

function expected(notation: string): string {
  return notation.replaceAll('|⏎', ' ‖ ');
}

function show(text: string): string {
  return tokenise(text)
    .map((sentence) => sentence.tokens.map((token) => token.text).join('|'))
    .join(' ‖ ');
}

test('norm is lower case without ё, stress marks and soft hyphens', () => {
  const norms = tokenise('Ёлка Те́хник вое\u00ADнный Военно‑морской').flatMap((it) =>
    it.tokens.map((token) => token.norm),
  );
  assert.deepEqual(norms, ['елка', 'техник', 'военный', 'военно-морской']);
});

test('every character but white space belongs to exactly one token, in order', () => {
  check(
    property(
      string({ unit: 'binary', maxLength: 200 }),
      constantFrom('', '. А', '«', '\n', 'т. е. ', '10-'),
      (a, b) => {
        const text = a + b + a;
        let at = 0;
        for (const sentence of tokenise(text)) {
          assert.equal(sentence.start, sentence.tokens[0]?.start);
          assert.equal(sentence.stop, sentence.tokens.at(-1)?.stop);
          for (const token of sentence.tokens) {
            assert.match(text.slice(at, token.start), /^[\s\u00AD\u200B-\u200D\u2000-\u200F\uFEFF]*$/u);
            assert.equal(text.slice(token.start, token.stop), token.text);
            assert.ok(token.stop > token.start);
            at = token.stop;
          }
        }
        assert.match(text.slice(at), /^[\s\u00AD\u200B-\u200D\u2000-\u200F\uFEFF]*$/u);
      },
    ),
    { numRuns: 300 },
  );
});

test('quotations with their depth', () => {
  const quotations = (text: string): string[] =>
    findQuotations(text).map((it) => `${it.depth}:${text.slice(it.start, it.stop)}`);
  assert.deepEqual(quotations('Газета «Наш „Лес“» пишет'), ['0:Наш „Лес“', '1:Лес']);
  assert.deepEqual(quotations('АО "Концерн "Звезда" построит'), ['0:Концерн "Звезда', '1:Звезда']);
  assert.deepEqual(quotations('Он сказал: "Да", - и "ушёл".'), ['0:Да', '0:ушёл']);
  assert.deepEqual(quotations('Экран 5" и всё'), []);
});

/** Runs over which a search that goes back at each of their characters would not end. */
const runs: readonly (readonly [what: string, text: string])[] = [
  ['white space', `а${' '.repeat(200_000)}б`],
  ['marks that open and marks that do not close them', '«'.repeat(200_000) + '”'.repeat(200_000)],
];

for (const [what, text] of runs) {
  test(`a long run of ${what} ends`, { timeout: 10_000 }, () => {
    assert.ok(tokenise(text).length > 0);
    assert.deepEqual(findQuotations(text), []);
  });
}
