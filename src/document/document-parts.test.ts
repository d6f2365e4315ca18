import assert from 'node:assert/strict';
import { test } from 'node:test';

import { canonicalAddress } from './canonical-address.ts';
import { decodeBytes } from './decode-bytes.ts';
import { rankLanguages } from '../app/rank-languages.ts';
import { detectLanguage } from './detect-language.ts';
import { findAgencies, knownOutlet } from './find-agencies.ts';
import { findCorrections } from './find-corrections.ts';
import { findOutlet } from './find-outlet.ts';
import { isDateLine, isStampLine } from './find-printed-date.ts';
import { outletZone } from './outlet-zone.ts';

/** Each group of addresses is one article. */
const sameArticle: readonly (readonly string[])[] = [
  [
    'https://port.example/news/1',
    'https://port.example/news/1/',
    'https://PORT.example:443/news/1#top',
    'https://port.example//news/1?utm_source=x&utm_medium=y',
    'https://user:word@port.example/news/1',
  ],
  [
    'https://port.example/news/1',
    'https://amp.port.example/news/1',
    'https://m.port.example/news/1/amp/',
    'https://port.example/amp/news/1',
    'https://port.example/news/1/amp.html',
  ],
  [
    'https://port.example/?id=5&page=2',
    'https://port.example/?page=2&id=5&fbclid=abc',
    'https://port.example?yclid=1&id=5&page=2',
  ],
  ['texts/a.txt', './texts/a.txt', 'texts//a.txt', 'texts/b/../a.txt'],
  ['/srv/a.txt', '/srv/./a.txt'],
];
for (const group of sameArticle) {
  test(`one address: ${group.join(' ')}`, () => {
    assert.equal(new Set(group.map(canonicalAddress)).size, 1, group.map(canonicalAddress).join(' '));
    assert.equal(canonicalAddress(canonicalAddress(group[0] ?? '')), canonicalAddress(group[0] ?? ''));
  });
}

test('different articles stay apart', () => {
  const addresses = [
    'https://port.example/news/1',
    'https://port.example/news/2',
    'https://port.example/news?id=1',
    'http://port.example/news/1',
    'a.txt',
    '/a.txt',
    '../a.txt',
  ];
  assert.equal(new Set(addresses.map(canonicalAddress)).size, addresses.length);
});

const dateLines: readonly (readonly [line: string, is: boolean])[] = [
  ['04.07.2024 | 19:25', true],
  ['21 мая 2025 г. 10:37', true],
  ['Опубликовано: 12 марта 2024, 18:40 (мск)', true],
  ['Вторник, 12 марта 2024', true],
  ['2024-03-12T18:40:00', true],
  ['12 марта', true],
  ['18:40', true],
  ['Сегодня, 18:40', true],
  ['March 12, 2024 at 6:40 pm', true],
  ['12 сакавіка 2024', true],
  ['12 марта подписан договор', false],
  ['До 12 марта', false],
  ['Договор 1999 года', false],
  ['Май', false],
  ['3 майора', false],
  ['', false],
];
for (const [line, is] of dateLines) {
  test(`${is ? 'a date line' : 'no date line'}: ${line}`, () => assert.equal(isDateLine(line), is));
}

const stamps: readonly (readonly [line: string, is: boolean])[] = [
  ['Политика, 4 июня 2009, 02:00', true],
  ['4 июня 2009 - 11:32 AMT', true],
  ['4 июня 2009, 21:43 [ «Вести залива. Порт» ]', true],
  ['2009-06-04 01:54:03 | Zaliv.Info', true],
  ['04.06.2009 в мире', true],
  ['4 июня 2009 года в порту', false],
  ['4 июня, 21:43, Порт', false],
  ['Порт открыли 4 июня 2009 года в 21:43.', false],
  ['С 4 июня 2009 по 5 июня 2010 порт закрыт', false],
];
for (const [line, is] of stamps) {
  test(`${is ? 'a stamp' : 'no stamp'}: ${line}`, () => assert.equal(isStampLine(line), is));
}

/** The marks that each text has, as `form name`. */
const marks: readonly (readonly [text: string, found: readonly string[]])[] = [
  ['БЕЛЫЙ МОЛ, 5 мар — РИА Новости. Порт открыт.', ['dateline РИА Новости']],
  ['Белый Мол. 5 марта. ИНТЕРФАКС - Порт открыт.', ['dateline Интерфакс']],
  ['БЕЛЫЙ МОЛ, 5 марта. /ТАСС/. Порт открыт.', ['dateline ТАСС']],
  ['5 марта, Белый Мол /Корр. БЕЛТА/. Порт открыт.', ['dateline БелТА']],
  ['БЕЛЫЙ МОЛ, 5 марта 2024 года — «Утренний вестник». Порт открыт.', ['dateline Утренний вестник']],
  ['5 марта 2024 г., газета «Утренний вестник». Порт открыт.', ['dateline Утренний вестник']],
  ['5 марта, «Южный мол» открыт.', []],
  ['БЕЛЫЙ МОЛ, 5 мар – 7MOL.EXAMPLE\nПорт открыт.', ['dateline 7MOL.EXAMPLE']],
  ['БЕЛЫЙ МОЛ, 5 мар - Новости-Мол, Иван Ломов. Порт открыт.', ['dateline Новости-Мол']],
  ['Белый Мол, 5 марта 2010 - Порт-Север открыт.', []],
  ['WHITE PIER (AP) — The port is open.', ['dateline Associated Press']],
  ['Порт открыт, передает РИА Новости.', ['reports РИА Новости']],
  ['Порт открыт, сообщает ТАСС со ссылкой на «Вестник порта».', ['reports ТАСС', 'cites Вестник порта']],
  ['Порт открыт, пишет газета «Вестник порта».', ['reports Вестник порта']],
  ['Об этом сообщил корреспондент Интерфакса.', ['correspondent Интерфакс']],
  ['Как ранее сообщала «Комсомольская правда», порт закрыли.', ['reports Комсомольская правда']],
  ['Порт открыт (Reuters).', ['bracket Reuters']],
  ['Об этом сообщил Иван Ломов.', []],
  ['Об этом сообщает пресс-служба порта.', []],
  ['Белый Мол (White Pier) — порт на севере.', []],
];
for (const [text, found] of marks) {
  test(`agencies: ${text}`, () => {
    const result = findAgencies(text);
    assert.deepEqual(
      result.map(({ form, name }) => `${form} ${name}`),
      found,
    );
    for (const { start, stop, name } of result)
      assert.equal(knownOutlet(text.slice(start, stop))?.name ?? text.slice(start, stop), name);
  });
}

const clues = { given: null, metadata: null, host: null, text: 'Порт открыт.', agencies: [], removed: [] };
const outlets: readonly (readonly [
  name: string,
  clues: Partial<Parameters<typeof findOutlet>[0]>,
  outlet: string | null,
])[] = [
  ['what is given goes first', { given: 'Вестник', metadata: 'Порт', host: 'tass.ru' }, 'Вестник'],
  ['the data of the page go before the host', { metadata: 'Вестник порта', host: 'port.example' }, 'Вестник порта'],
  ['a host in the data is named by the table', { metadata: 'interfax.ru' }, 'Интерфакс'],
  ['a known host', { host: 'www.belta.by' }, 'БелТА'],
  ['an unknown host', { host: 'www.port.example' }, 'port.example'],
  [
    'a line that signs with a day',
    { text: 'Порт открыт\nВечерний вестник, 15 мая 2024 года\nПаром ходит.' },
    'Вечерний вестник',
  ],
  ['a name in marks that signs', { text: 'Газета «Берег» | 15.05.2024, 10:15\nПаром ходит.' }, 'Берег'],
  ['a city that signs is none', { text: 'Порт открыт\nПорт-Север, 15 мая 2024 года\nПаром ходит.' }, null],
  ['a photographer that signs is none', { text: 'Порт открыт\nИван Полевой, 15 мая 2024 года\nПаром ходит.' }, null],
  ['who is cited is not the outlet', { text: 'Порт открыт, пишет «Полночь» со ссылкой на ТАСС.' }, null],
  ['who relays is', { text: 'Порт открыт, передаёт Port.example со ссылкой на мэрию.' }, 'Port.example'],
  ['who has a channel is', { removed: ['Подписывайтесь на Telegram-канал «Вестник порта»'] }, 'Вестник порта'],
  ['a picture credit is not', { removed: ['© Фото: Пётр Ломов'] }, null],
];
for (const [name, given, outlet] of outlets) {
  const all = { ...clues, ...given };
  test(`outlet: ${name}`, () => assert.equal(findOutlet({ ...all, agencies: findAgencies(all.text) }).outlet, outlet));
}

const zones: readonly (readonly [outlet: string | null, host: string | null, day: string, minutes: number])[] = [
  [null, null, '2024-03-12', 180],
  ['ТАСС', null, '2013-07-01', 240],
  ['Tengrinews', 'tengrinews.kz', '2023-07-01', 360],
  ['port.kz', 'port.kz', '2025-07-01', 300],
  ['Вестник порта', 'port.de', '2024-07-01', 120],
  ['Вестник порта', 'port.de', '2024-01-01', 60],
  ['Bloomberg', null, '2024-01-01', -300],
];
for (const [outlet, host, day, minutes] of zones) {
  test(`zone: ${outlet ?? 'nobody'} at ${host ?? 'no host'} on ${day}`, () =>
    assert.equal(outletZone(outlet, host, day), minutes));
}

const languages: readonly (readonly [language: string, text: string])[] = [
  ['ru', 'Министры двух стран договорились открыть паромную линию.'],
  ['ru', 'Съезд портовых рабочих объявил забастовку.'],
  [
    'ru',
    '12 мая министры в Лескене подписали соглашение о маяках. Следующая встреча запланирована на июнь. Тихая ночь.',
  ],
  ['ru', 'Встреча в Лескене состоится в июне. Следующая намечена на осень. Тихая ночь.'],
  ['be', 'Міністры дзвюх краін дамовіліся адкрыць паромную лінію ўлетку.'],
  ['uk', 'Міністри двох країн домовилися відкрити поромну лінію влітку.'],
  ['kk', 'Екі елдің министрлері паром желісін ашуға келісті.'],
  ['bg', 'Министрите на двете държави се договориха да открият фериботна линия през лятото.'],
  ['bg', 'Пристанището ще бъде отворено на 3 май, а първият кораб ще пристигне от Варна и ще остане до неделя.'],
  ['ky', 'Эки өлкөнүн министрлери жайында жаңы паром линиясын ачуу жөнүндө макулдашышты.'],
  ['tt', 'Ике илнең министрлары җәен паром линиясен ачу турында килештеләр, киләсе очрашу көзен булачак.'],
  ['mn', 'Хоёр орны сайд нар зун усан онгоцны шугам нээхээр тохиролцож, дараагийн уулзалт намар өнгөрүүлэхээр болов.'],
  ['en', 'The ministers of the two countries agreed to open a ferry line.'],
  ['de', 'Die Minister der beiden Länder einigten sich auf die Eröffnung einer Fährlinie.'],
  ['und', '12.03 — 15%'],
];
for (const [language, text] of languages) {
  test(`language: ${language}: ${text.slice(0, 40)}`, () =>
    assert.equal(detectLanguage(text, null, rankLanguages).language, language));
}

test('a Belarusian text that is declared Russian is not read as Russian', () => {
  const text = 'Міністры дзвюх краін дамовіліся адкрыць паромную лінію ўлетку.';
  assert.equal(detectLanguage(text, 'ru', rankLanguages).language, 'be');
});

const statements: readonly (readonly [text: string, type: string | null])[] = [
  ['Исправлено: паром выйдет в мае.', 'correction'],
  ['В текст внесены изменения.', 'correction'],
  ['Опровержение. Порт не закрыт.', 'retraction'],
  ['Обновлено в 15:40.', 'update'],
  ['Министр исправлено не ответил.', null],
  ['Суд опроверг обвинение.', null],
];
for (const [text, type] of statements) {
  test(`correction: ${text}`, () => assert.equal(findCorrections(`Порт\n${text}`)[0]?.type ?? null, type));
}

test('bytes: what is declared wrongly is passed over, what cannot be text is refused', () => {
  const utf8 = new TextEncoder().encode('Порт открыт для всех судов.');
  assert.deepEqual(pick(decodeBytes(utf8, 'text/html; charset=windows-1251')), [
    'utf-8',
    'Порт открыт для всех судов.',
  ]);
  assert.deepEqual(pick(decodeBytes(utf8, 'text/html; charset=no-such')), ['utf-8', 'Порт открыт для всех судов.']);
  assert.deepEqual(pick(decodeBytes(Buffer.from('caf\u00E9 and more plain words here', 'latin1'), null)), [
    'windows-1252',
    'café and more plain words here',
  ]);
  assert.equal(
    decodeBytes(
      new Uint8Array(2000).map((_, n) => (n * 73) % 256),
      null,
    ).kind,
    'rejected',
  );
});

function pick(decoded: ReturnType<typeof decodeBytes>): readonly string[] {
  return decoded.kind === 'text' ? [decoded.charset, decoded.text] : [decoded.reason];
}
