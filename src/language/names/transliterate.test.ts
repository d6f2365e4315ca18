import assert from 'node:assert/strict';
import { test } from 'node:test';

import { soundKey, transliterate } from './transliterate.ts';

const written: readonly (readonly [name: string, gost: string, bgn: string, iso9: string])[] = [
  ['Щукин', 'Shchukin', 'Shchukin', 'Ŝukin'],
  ['Елена Андреева', 'Elena Andreeva', 'Yelena Andreyeva', 'Elena Andreeva'],
  ['Юрий Хлыстов', 'Iurii Khlystov', 'Yuriy Khlystov', 'Ûrij Hlystov'],
  ['Подъячев', 'Podieiachev', 'Pod”yachev', 'Podʺâčev'],
];

for (const [name, gost, bgn, iso9] of written) {
  test(`${name} in Latin letters by three schemes`, () => {
    assert.deepEqual(
      [transliterate(name, 'gost-2006'), transliterate(name, 'bgn'), transliterate(name, 'iso-9')],
      [gost, bgn, iso9],
    );
  });
}

const same = [
  'Чернов Chernov Tchernov Czernow',
  'Хренов Khrenov Hrenov',
  'Шойхет Shoikhet Schoikhet',
  'Юрий Yuri Yury Iurii Jurij',
  'Александр Alexander Aleksandr',
  'Мария Maria Mariya',
  'Фёдор Fyodor Fedor',
  'Жуковский Zhukovsky Zhukovskiy',
  'Дмитрий Dmitry Dmitri',
  'Филипп Philip Filipp',
  'Владимир Wladimir Vladimir',
];

for (const names of same) {
  test(`one key for ${names}`, () => assert.equal(new Set(names.split(' ').map(soundKey)).size, 1));
}

test('names that differ keep different keys', () => {
  const names = 'Иванов Иванова Ивановский Петров Петренко Карпов Карпова Лосский Ланской'.split(' ');
  assert.equal(new Set(names.map(soundKey)).size, names.length);
});
