import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseQuantities } from './parse-quantities.ts';

/** Sentence with its quantities in braces · what each is: kind, value (or range), unit, `~` about, `≥` at least, `≤` at most. */
const cases: readonly (readonly [string, ...string[]])[] = [
  ['Экспорт вырос на {3%} до {52 млрд долларов}.', 'percent 3 %', 'money 52000000000 USD'],
  ['Оборот увеличился {почти на 3%}.', 'percent 3 % ~'],
  ['Поставки составят {порядка 40 тыс. тонн}.', 'measure 40000 t ~'],
  ['Выделено {более 200 млн белорусских рублей}.', 'money 200000000 BYN ≥'],
  ['Кредит {от 400 до 500 тысяч рублей}.', 'money 400000…500000 RUB'],
  ['Доля выросла с {40} до {52 процентов}.', 'percent 40 %', 'percent 52 %'],
  ['Цена выросла в {1,5 раза}.', 'multiple 1.5 -'],
  ['Ставка снижена на {0,5 п.п.}', 'percentage-point 0.5 %'],
  ['Площадь {17,3 тыс. кв. км}.', 'measure 17300 km2'],
  ['Закупили {38 млрд кубометров} газа.', 'measure 38000000000 m3'],
  ['Долг равен {$635,000}.', 'money 635000 USD'],
  ['Цена вырастет до {$225-295} за тонну.', 'money 225…295 USD'],
  ['Кредит на {$3–3,5 млрд}.', 'money 3000000000…3500000000 USD'],
  ['Направлены {три} батальона.', 'count 3 батальона'],
  ['Погибли {не менее двух тысяч} человек.', 'count 2000 человек ≥'],
  ['Штраф {до 15 тыс. евро}.', 'money 15000 EUR ≤'],
  ['{35-летний} Иванов вернулся.', 'age 35 year'],
  ['Это {43-й} узел связи.', 'ordinal 43 -'],
  ['Договор подписан 5 марта 2024 года.'],
  ['Заступил комплекс Т-72 на учениях «Щит-2021».'],
  ['Собрано {полтора миллиона тонн} зерна.', 'measure 1500000 t'],
  ['Собрано {полмиллиона тонн} зерна и {полтысячи тонн} рыбы.', 'measure 500000 t', 'measure 500 t'],
  ['Осталось {десять-двенадцать} самолётов.', 'count 10…12 самолетов'],
];

for (const [line, ...expected] of cases) {
  test(line, () => {
    const text = line.replaceAll(/[{}]/gu, '');
    const found = parseQuantities(text);
    let drawn = '';
    let at = 0;
    for (const { start, stop } of found) {
      drawn += `${text.slice(at, start)}{${text.slice(start, stop)}}`;
      at = stop;
    }
    assert.equal(drawn + text.slice(at), line);
    assert.deepEqual(
      found.map((q) => {
        const value = q.upper === q.value ? String(q.value) : `${String(q.value)}…${String(q.upper)}`;
        const bound = q.bound === null ? [] : [q.bound === 'at-least' ? '≥' : '≤'];
        return [q.kind, value, q.unit ?? '-', ...(q.approx ? ['~'] : []), ...bound].join(' ');
      }),
      expected,
    );
  });
}
