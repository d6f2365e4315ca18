import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { parseMoment } from '../../time/calendar.ts';
import { parseTimesAndQuantities } from './parse-times-and-quantities.ts';
import { parseTimes } from './parse-times.ts';

/**
 * `times.cases`: a sentence with its times in braces, then one line a time: what it resolves to,
 * `from … to grain modifier kind`, `-` for an open or absent field. `# DAY` sets the day of reference, `% NAME` the profile.
 */
const lines = readFileSync(new URL('times.cases', import.meta.url), 'utf8').split('\n');

let reference = '2025-02-26';
let profile: 'news' | 'duckling' | 'chrono' | 'dateparser' = 'news';
for (const [index, line] of lines.entries()) {
  if (line.startsWith('# ')) reference = line.slice(2);
  else if (line.startsWith('% ')) profile = line.slice(2) as typeof profile;
  else if (line !== '' && !line.startsWith('  ')) {
    const expected: string[] = [];
    for (let at = index + 1; lines[at]?.startsWith('  '); at += 1) expected.push((lines[at] ?? '').trim());
    const [day, conventions] = [reference, profile];
    test(`${conventions} ${day}: ${line}`, () => {
      const text = line.replaceAll(/[{}]/gu, '');
      const times = parseTimes(text, { reference: day, profile: conventions });
      assert.equal(drawn(text, times), line);
      assert.deepEqual(times.map(written), expected);
    });
  }
}

function drawn(text: string, spans: readonly { readonly start: number; readonly stop: number }[]): string {
  let out = '';
  let at = 0;
  for (const { start, stop } of spans) {
    out += `${text.slice(at, start)}{${text.slice(start, stop)}}`;
    at = stop;
  }
  return out + text.slice(at);
}

function written(time: ReturnType<typeof parseTimes>[number]): string {
  const { from, to, grain, modifier, kind, value } = time;
  const place = from === null && to === null ? (value ?? '-') : `${from ?? '…'} ${to ?? '…'}`;
  return [place, grain ?? '-', modifier ?? '-', kind].join(' ');
}

test('no string throws, spans lie in order inside the text and hold their words', () => {
  const pieces = fc.constantFrom(
    'в',
    'с',
    'по',
    'до',
    'на',
    'ночь',
    '5',
    '12',
    '2024',
    'мая',
    'года',
    'через',
    'недель',
    'назад',
    'прошлой',
    'неделе',
    'млн',
    'рублей',
    '%',
    '-',
    '–',
    '.',
    ',',
    ':',
    '15:30',
    '31.02.2024',
    'вторник',
    'XX',
    'век',
    'н.',
    'э.',
    'первый',
    'последние',
    'два',
    'тысяч',
    'полтора',
    '\n',
    '$',
    '1990-х',
    'конец',
    'Ту-160',
    '99999999999999999999',
    'каждый',
    'около',
    'двадцать',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(pieces, { maxLength: 24 }).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(text, (input) => {
      const { times, quantities } = parseTimesAndQuantities(input, {
        reference: { from: '2024-02-29', to: '2024-12-31' },
      });
      for (const found of [times, quantities]) {
        let last = 0;
        for (const { start, stop, text: words } of found) {
          assert.ok(
            start >= last && stop > start && stop <= input.length,
            `${start}–${stop} in ${JSON.stringify(input)}`,
          );
          assert.equal(words, input.slice(start, stop));
          last = stop;
        }
      }
      for (const time of times)
        assert.ok(
          time.from === null || time.to === null || parseMoment(time.from) < parseMoment(time.to),
          JSON.stringify(time),
        );
    }),
    { numRuns: 10_000 },
  );
});

/** Runs that a pattern with super-linear worst case would not come out of: each is 300,000 characters long. */
const runs = [
  '5 ',
  '5',
  '5.',
  '5-',
  '5:',
  'в ',
  'XX ',
  'пять ',
  'тысяча ',
  'мая ',
  '5 мая ',
  'год ',
  '2024, ',
  'с 5 по ',
  'лет и ',
  'а',
  'аа-',
  '\u0301',
  '$5 ',
  '.,',
  '10% ',
];
for (const run of runs) {
  test(`a long run of ${JSON.stringify(run)} ends`, { timeout: 60_000 }, () => {
    const input = run.repeat(Math.ceil(300_000 / run.length));
    const { times, quantities } = parseTimesAndQuantities(input, { reference: '2024-02-29' });
    assert.ok(times.length + quantities.length <= input.length);
  });
}
