import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readNotation } from '../../test/claim-notation.ts';
import { mergeRecord } from '../record/merge-record.ts';
import { renderCsv } from './csv.ts';
import { csvTables } from './tables.ts';
import { renderIcs } from './ics.ts';
import { renderMarkdownBrief } from './markdown-brief.ts';

const record = mergeRecord(
  readNotation(`
a 2024-05-15 Вестник
  meeting planned 2024-06 | =встреча, «большая», пройдёт в июне <b>с размахом</b> и долгой-предолгой программой | actor=Варония, Мередия; place=Веллен; future=plan; due=2024-06
  figure happened 2023 | товарооборот составил 3 млрд | indicator=товарооборот Варонии и Мередии; figure=3e9 USD
  agreement signed happened 2024-05-14 | подписали договор о рыбе | agreement=договор о рыбе; party=Варония, Мередия
b 2024-05-16 Пресса source=https://press.example/1
  figure happened 2023 | товарооборот составил 2 млрд | indicator=товарооборот Варонии и Мередии; figure=2e9 USD
  statement direct happened - | «Да», — сказал Ланской | speaker=Пётр Ланской; quote=Да
`),
  { asOf: '2024-06-01', engine: 'test' },
);

test('every CSV table has as many cells in a row as columns, and defuses formulas', () => {
  for (const table of csvTables) {
    const [head = '', ...rows] = [...renderCsv(record, table)];
    assert.ok(rows.length > 0, table);
    for (const row of rows) assert.equal(cells(row).length, head.split(',').length, `${table}: ${row}`);
  }
  assert.match([...renderCsv(record, 'timeline')].join('\n'), /"'=встреча, «большая»/u);
});

test('ICS: an all-day entry over the due days, lines of at most 75 octets', () => {
  const ics = renderIcs(record, '2024-06-01T10:00:00.000Z');
  assert.match(ics, /DTSTAMP:20240601T100000Z\r\nDTSTART;VALUE=DATE:20240601\r\nDTEND;VALUE=DATE:20240701\r\n/u);
  assert.match(ics.replaceAll('\r\n ', ''), /SUMMARY:=встреча\\, «большая»\\, пройдёт/u);
  for (const line of ics.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
});

test('the brief cites every line, and nothing of a text is markup', () => {
  const brief = renderMarkdownBrief(record, { title: 'Варония и *Мередия*' });
  assert.match(brief, /^# Варония и \\\*Мередия\\\*\n/u);
  assert.match(
    brief,
    /- \*\*Договор о рыбе\*\*|- \*\*договор о рыбе\*\* \(signed\)\n {2}- signed, happened, 2024-05-14\[\^1\]/u,
  );
  assert.match(
    brief,
    /- 2023-01-01 to 2023-12-31: figure, figure: .*3000000000.* «товарооборот составил 3 млрд»\[\^\d+\] against .*2000000000.* «товарооборот составил 2 млрд»\[\^\d+\]/u,
  );
  assert.match(brief, /\(1 document, 1 origin\)/u);
  assert.match(brief, /\[\^\d+\]: Пресса, 2024-05-16: «товарооборот составил 2 млрд» <https:\/\/press\.example\/1>/u);
  assert.doesNotMatch(brief, /(?<!\\)<b/u);
  const cited = new Set([...brief.matchAll(/\[\^(\d+)\](?!:)/gu)].map((m) => m[1]));
  const noted = new Set([...brief.matchAll(/^\[\^(\d+)\]:/gmu)].map((m) => m[1]));
  assert.deepEqual(cited, noted);
});

test('the lines of a brief stand in time: what is due until a day stands at that day, what has no day last', () => {
  const plans = mergeRecord(
    readNotation(`
a 2024-05-15 Вестник
  event planned - | мост построят | actor=Варония; object=мост; future=plan
  event planned 2027 | порт построят в 2027 году | actor=Варония; object=порт; future=plan; due=2027
  event planned ..2025-12-31 | дорогу построят до конца 2025 года | actor=Варония; object=дорога; future=plan; due=..2025-12-31
`),
    { asOf: '2024-06-01', engine: 'test' },
  );
  const brief = renderMarkdownBrief(plans, { title: 'Стройки' });
  for (const section of brief.split('## ').slice(1)) {
    const told = [...section.matchAll(/^- .*«(\p{L}+)/gmu)].map((m) => m[1]);
    assert.deepEqual(told, ['дорогу', 'порт', 'мост']);
  }
});

/** Cells of one CSV row: commas outside of quotes part them. */
function cells(row: string): readonly string[] {
  return row.replaceAll(/"(?:[^"]|"")*"/gu, 'quoted').split(',');
}
