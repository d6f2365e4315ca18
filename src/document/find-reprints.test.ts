import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assert as hold, property, shuffledSubarray } from 'fast-check';

import { findReprints, type ReprintInput } from './find-reprints.ts';

const copy = [
  'Министры двух прибрежных стран договорились открыть паромную линию между столицами до конца весны и поручили ведомствам подготовить расписание.',
  'Стороны также условились, что суда будут ходить трижды в неделю, а пошлины на перевозку зерна отменят на первые два года работы линии.',
  'Соглашение подпишут на встрече глав правительств, которая намечена на середину апреля в пограничном городе на берегу залива.',
].join('\n');
const comment = [
  'Решение далось нелегко: ещё осенью переговоры сорвались из-за спора о том, кто оплатит углубление фарватера у северного мола.',
  'По мнению нашего обозревателя, линия окупится не раньше чем через семь лет, и то если зимы останутся такими же мягкими, как последние три.',
  'Перевозчики, с которыми мы говорили на этой неделе, осторожны: они хотят сначала увидеть тарифы, а уже потом покупать новые суда.',
  'Жители пограничного города надеются прежде всего на работу, ведь старая верфь стоит закрытой уже второй десяток лет подряд.',
  'Мэр обещает, что причал отремонтируют к лету, однако денег в городском бюджете на это пока никто не заложил.',
].join('\n');

function document(id: string, day: string | null, text: string, outlet: string | null = null): ReprintInput {
  const published = day === null ? null : { from: day, to: day, basis: 'metadata' as const, why: '' };
  return { id, text, title: null, outlet, published, publishedTime: null };
}

const cases: readonly (readonly [
  name: string,
  inputs: readonly ReprintInput[],
  origins: Readonly<Record<string, string>>,
])[] = [
  [
    'the same text a day later is a reprint',
    [document('a', '2024-03-01', copy), document('b', '2024-03-02', copy)],
    { a: 'a', b: 'a' },
  ],
  [
    'an undated copy is the later one',
    [document('a', null, copy), document('b', '2024-03-02', copy)],
    { a: 'b', b: 'b' },
  ],
  [
    'the agency stands at the root of its day',
    [document('a', '2024-03-01', copy, 'Вестник'), document('b', '2024-03-01', copy, 'ТАСС')],
    { a: 'b', b: 'b' },
  ],
  [
    'a shortened copy that keeps two paragraphs of three is one',
    [document('a', '2024-03-01', copy), document('b', '2024-03-02', copy.split('\n').slice(0, 2).join('\n'))],
    { a: 'a', b: 'a' },
  ],
  [
    'an article that only holds the copy as a part is its own',
    [
      document('a', '2024-03-01', copy.split('\n')[0] ?? ''),
      document('b', '2024-03-02', `${comment}\n${copy.split('\n')[0] ?? ''}`),
    ],
    { a: 'a', b: 'b' },
  ],
  [
    'two texts of one event in other words are two',
    [document('a', '2024-03-01', copy), document('b', '2024-03-01', comment)],
    { a: 'a', b: 'b' },
  ],
  [
    'copies of a copy share the root',
    [
      document('a', '2024-03-01', copy),
      document('b', '2024-03-02', `${copy}\nОб этом сообщили в министерстве.`),
      document('c', '2024-03-03', `${copy}\nОб этом сообщили в министерстве.`),
    ],
    { a: 'a', b: 'a', c: 'a' },
  ],
  ['an empty text is its own', [document('a', null, ''), document('b', null, '')], { a: 'a', b: 'b' }],
];

for (const [name, inputs, origins] of cases) {
  test(`reprints: ${name}`, () => {
    assert.deepEqual(Object.fromEntries(findReprints(inputs).origins), origins);
  });
}

test('agency copy inside a longer article is found as a part, at its exact place', () => {
  const lead = copy.split('\n').slice(0, 2).join('\n');
  const longer = `${comment}\n${lead}`;
  const { origins, copied } = findReprints([
    document('a', '2024-03-01', copy),
    document('b', '2024-03-02', longer),
    document('c', '2024-03-03', copy),
  ]);
  assert.equal(origins.get('b'), 'b');
  assert.deepEqual([...copied.keys()], ['b'], 'a reprint as a whole has no parts');
  const [part, ...others] = copied.get('b') ?? [];
  assert.equal(others.length, 0);
  assert.equal(part?.from, 'a');
  const text = longer.slice(part?.start, part?.stop);
  assert.equal(text, lead.slice(0, -1), 'the part is all of the copy, up to its last word');
});

test('a part that stands in two earlier articles leads to the first of them', () => {
  const lead = copy.split('\n').slice(0, 2).join('\n');
  const { copied } = findReprints([
    document('c', '2024-03-03', `${lead}\n${comment.split('\n').slice(1).toReversed().join(' Между тем ')}`),
    document('b', '2024-03-02', `${comment}\n${lead}`),
    document('a', '2024-03-01', copy),
  ]);
  const parts = copied.get('c') ?? [];
  assert.equal(parts[0]?.from, 'a');
  assert.ok(
    parts.every((part, n) => n === 0 || (parts[n - 1]?.stop ?? 0) <= part.start),
    'no part lies over another',
  );
});

test('any order of the documents gives the same origins', () => {
  const inputs = cases.flatMap(([, list], n) =>
    list.map((input) => document(`${n}${input.id}`, input.published?.from ?? null, input.text, input.outlet)),
  );
  const expected = Object.fromEntries([...findReprints(inputs).origins].toSorted());
  hold(
    property(shuffledSubarray(inputs, { minLength: inputs.length }), (shuffled) => {
      assert.deepEqual(Object.fromEntries([...findReprints(shuffled).origins].toSorted()), expected);
    }),
    { numRuns: 30 },
  );
});
