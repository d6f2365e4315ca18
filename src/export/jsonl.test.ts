import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { readNotation } from '../../test/claim-notation.ts';
import { mergeRecord } from '../record/merge-record.ts';
import { renderJsonl } from './jsonl.ts';
import { lineSchema, recordJsonSchema } from './record-schema.ts';

const record = mergeRecord(
  readNotation(`
a 2024-05-15 Вестник
  position current happened - | президент Варонии Пётр Ланской | person=Пётр Ланской; post=президент; organisation=Варония@Q1
  statement direct happened 2024-05-15 | «Мы довольны», — сказал Ланской | speaker=Пётр Ланской; quote=Мы довольны
  meeting happened 2024-05-14 | Ланской встретился с рыбаком Ильёй Ветровым | actor=person:Пётр Ланской, person:Илья Ветров; place=Веллен
  agreement signed planned 2024-08 | договор о рыбе подпишут в августе | agreement=договор о рыбе; party=Варония@Q1, Мередия; future=plan; by=Варония; due=2024-08
  figure happened 2023 | товарооборот достиг 3,2 млрд долларов | indicator=товарооборот; figure=3.2e9 USD ~
b 2024-09-01 Пресса
  agreement signed happened 2024-09-01 | договор о рыбе подписан | agreement=договор о рыбе
`),
  { asOf: '2025-01-01', engine: 'test' },
);

test('every exported line keeps the format, and the header comes first', () => {
  const lines = [...renderJsonl(record)].map((line): unknown => JSON.parse(line));
  assert.ok(lines.length > 10);
  for (const line of lines) assert.deepEqual(lineSchema.parse(line), line);
  assert.deepEqual(lines[0], { kind: 'record', format: 1, asOf: '2025-01-01', engine: 'test' });
});

test('a line with a field that the format does not know is refused', () => {
  const header = { kind: 'record', format: 1, asOf: '2025-01-01', engine: 'test', mood: 'good' };
  assert.equal(lineSchema.safeParse(header).success, false);
});

test('people without a post or a statement stay words, unless asked for', () => {
  const shown = [...renderJsonl(record)].filter((l) => l.startsWith('{"kind":"entity"')).join('\n');
  assert.match(shown, /Пётр Ланской/u);
  assert.doesNotMatch(shown, /Илья Ветров/u);
  const all = [...renderJsonl(record, { people: 'all' })].join('\n');
  assert.match(all, /"kind":"entity"[^\n]*Илья Ветров/u);
});

test('docs/record.schema.json is what the schema says; scripts/write-record-schema.ts writes it anew', () => {
  const written: unknown = JSON.parse(readFileSync(new URL('../../docs/record.schema.json', import.meta.url), 'utf8'));
  assert.deepEqual(written, JSON.parse(JSON.stringify(recordJsonSchema())));
});
