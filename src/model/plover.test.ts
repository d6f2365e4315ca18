import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';

import type { Claim, Role } from './claim.ts';
import { ploverEvents, type PloverRow, ploverRows } from './plover.data.ts';
import { ploverOf } from './plover.ts';

const page = new URL('../../docs/plover.md', import.meta.url);

/** A claim that says the row's example, with what the row asks for. */
function claimOf(row: PloverRow): Claim {
  const roles = Array.from({ length: row.parties ?? 0 }, (_, i): Role => ({
    role: 'party',
    text: `${i}`,
    span: null,
    name: `${i}`,
    type: 'state',
    known: null,
    entity: null,
  }));
  const common = {
    kind: 'claim',
    id: 'c',
    document: 'd',
    status: row.statuses?.[0] ?? 'happened',
    time: null,
    roles,
    attribution: [],
    evidence: { start: 0, stop: row.example.length, text: row.example },
    rule: 'example',
    confidence: 1,
    future: null,
  } as const;
  const type = row.types[0] ?? 'event';
  switch (type) {
    case 'statement':
      return { ...common, type, mode: 'indirect', quote: null };
    case 'agreement':
      return { ...common, type, stage: row.stages?.[0] ?? 'signed' };
    case 'position':
      return { ...common, type, tense: 'current' };
    case 'figure':
      return { ...common, type, figure: { value: 1, unit: '%', approx: false, change: null } };
    default:
      return { ...common, type };
  }
}

for (const row of ploverRows) {
  test(`PLOVER: ${row.example}`, () => {
    const code = ploverOf(claimOf(row));
    assert.deepEqual([code?.event, code?.mode], [row.event, row.mode]);
  });
}

test('every category of PLOVER has a row', () => {
  assert.deepEqual(new Set(ploverRows.map((r) => r.event)), new Set(ploverEvents));
});

test('comments, posts and quantities have no code', () => {
  const row = ploverRows[0];
  assert.ok(row);
  const said = claimOf({ ...row, example: 'Министр сообщил о повестке' });
  assert.equal(ploverOf(said), null);
  assert.equal(ploverOf(claimOf({ ...row, types: ['position'] })), null);
  assert.equal(ploverOf(claimOf({ ...row, types: ['figure'] })), null);
});

test('the status tells what is yet to come, what may be and what is not', () => {
  const row = ploverRows.find((r) => r.types[0] === 'meeting' && !r.words && !r.statuses);
  assert.ok(row);
  const contexts = (status: Claim['status']): readonly string[] | undefined =>
    ploverOf({ ...claimOf(row), status } as Claim)?.contexts;
  assert.deepEqual(contexts('planned'), ['diplomatic', 'future']);
  assert.deepEqual(contexts('possible'), ['diplomatic', 'hypothetical']);
  assert.deepEqual(contexts('denied'), ['diplomatic', 'negation']);
});

test('docs/plover.md prints the map (SERVANDA_WRITE_GOLDENS=1 writes it)', () => {
  const wanted = renderMap();
  if (process.env['SERVANDA_WRITE_GOLDENS'] === '1') writeFileSync(page, wanted);
  assert.equal(readFileSync(page, 'utf8'), wanted);
});

function renderMap(): string {
  const rows = ploverRows.map((r) => {
    const asks = [
      ...(r.stages ? [`stage ${r.stages.join(', ')}`] : []),
      ...(r.statuses ? [`status ${r.statuses.join(', ')}`] : []),
      ...(r.parties ? [`at least ${r.parties} parties`] : []),
      ...(r.words ? [r.words.map((w) => `${w}…`).join(', ')] : []),
    ];
    return `| ${r.types.join(', ')} | ${asks.join('; ') || 'any other'} | ${r.event} | ${r.mode ?? ''} | ${r.contexts.join(', ')} | ${r.example} |`;
  });
  return `# PLOVER codes of claims

Made from \`src/model/plover.data.ts\` by its test; do not edit.

PLOVER is the event ontology of the Open Event Data Alliance (<https://github.com/openeventdata/PLOVER>). The category and mode of a
claim are those of the first row that holds: its type, its stage or status, and the beginnings of words of which one stands in its
evidence. Contexts are the row's own, with \`future\` for what is planned, \`hypothetical\` for what is possible and \`negation\` for
what is denied or cancelled. A claim that no row codes has no PLOVER event: comments, posts, quantities, and what is neither
cooperation nor conflict. POLECAT calls DEMAND «REQUEST».

| claim | asked for | event | mode | contexts | example |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
}
