import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';

import { captured } from '../capture/captured.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { dossierOf } from './dossier.ts';
import { loadStages } from './load-stages.ts';
import { mergeStore } from './merge-dossier.ts';
import { ruleOn, rulingsOf, type RulingDraft } from './rule.ts';
import { readCapture } from './stages.ts';

const asOf = '2026-03-01';
const article = `Велория и Сомерия подписали договор о мостах

Ольмар. 6 декабря 2024 года. ВЕСТИ - Велория и Сомерия подписали договор о мостах. Министр иностранных дел Велории Мира Елецкая заявила, что договор вступит в силу в марте 2025 года.
`;

async function read(t: TestContext): Promise<Store> {
  const store = await openStore(':memory:');
  t.after(() => store.close());
  const bytes = new TextEncoder().encode(article);
  const capture = captured({ source: 'a.txt', bytes, format: 'text', contentType: null, at: `${asOf}T00:00:00Z` });
  const outcome = readCapture(loadStages(), capture);
  assert.ok(outcome.kind === 'read');
  await store.insertReadings([outcome.reading]);
  await mergeStore(store);
  return store;
}

let minute = 0;
async function rule(store: Store, draft: RulingDraft): Promise<string> {
  const at = `2026-03-01T10:${String(minute++).padStart(2, '0')}:00Z`;
  const outcome = await ruleOn(store, draft, { by: 'Анна', at, why: 'сверено с подлинником' });
  assert.equal(outcome.kind, 'ruled', outcome.kind === 'refused' ? outcome.reason : '');
  await mergeStore(store);
  return outcome.kind === 'ruled' ? outcome.ruling.id : '';
}

test('a rejected claim leaves lists, documents, lines and exports, and an undone ruling brings it back', async (t) => {
  const store = await read(t);
  const dossier = dossierOf(store);
  const before = await dossier.record(asOf);
  const plan = before.claims.find((claim) => claim.future !== null);
  assert.ok(plan, 'the article promises something');
  assert.ok(before.commitments.some((line) => line.claim === plan.id));
  const ruling = await rule(store, { action: 'reject', claim: plan.id });
  const rejected = await dossier.record(asOf);
  assert.ok(!rejected.claims.some(({ id }) => id === plan.id));
  assert.ok(!rejected.commitments.some((line) => line.claim === plan.id));
  const file = await dossier.document(plan.document, asOf);
  assert.ok(file && !file.line.claims.some(({ id }) => id === plan.id));
  const shown = await dossier.claim(plan.id, asOf);
  assert.equal(shown?.line.ruled, 'rejected', 'its own page stays, so that the ruling can be undone');
  await rule(store, { action: 'undo', ruling });
  assert.deepEqual(await dossier.record(asOf), before);
  assert.equal((await dossier.claim(plan.id, asOf))?.line.ruled, null);
  assert.deepEqual(
    (await rulingsOf(store)).map(({ ruling: { action }, stands }) => [action, stands]),
    [
      ['undo', false],
      ['reject', false],
    ],
  );
});

test('a corrected field shows wherever the claim does, with what was read beside it', async (t) => {
  const store = await read(t);
  const dossier = dossierOf(store);
  const plan = (await dossier.record(asOf)).claims.find((claim) => claim.future !== null);
  assert.ok(plan);
  await rule(store, {
    action: 'correct',
    claim: plan.id,
    field: 'due',
    value: { from: '2025-04-01', to: '2025-04-30' },
  });
  const [line] = (await dossier.commitments({ asOf })).lines;
  assert.deepEqual(line?.due, { from: '2025-04-01', to: '2025-04-30' });
  const shown = await dossier.claim(plan.id, asOf);
  assert.deepEqual(shown?.line.claim.future?.due, { from: '2025-04-01', to: '2025-04-30' });
  assert.equal(shown?.line.ruled, 'corrected');
  assert.deepEqual(
    shown?.line.rulings.map(({ ruling, stands }) => [ruling.by, ruling.action, stands]),
    [['Анна', 'correct', true]],
  );
});

test('a corrected status moves the claim to the lists of that status', async (t) => {
  const store = await read(t);
  const dossier = dossierOf(store);
  const statement = (await dossier.statements({ asOf })).lines[0];
  assert.ok(statement);
  await rule(store, { action: 'correct', claim: statement.id, field: 'status', value: 'denied' });
  assert.equal((await dossier.statements({ asOf, status: 'denied' })).total, 1);
});

test('what cannot be ruled is refused in a sentence', async (t) => {
  const store = await read(t);
  const claim = (await dossierOf(store).record(asOf)).claims.find(({ type }) => type === 'agreement');
  assert.ok(claim);
  const judge = { by: 'Анна', at: `${asOf}T10:00:00Z`, why: 'проба' };
  const refusals: readonly (readonly [RulingDraft, typeof judge, RegExp])[] = [
    [{ action: 'reject', claim: 'nowhere' }, judge, /no claim with the id nowhere/u],
    [{ action: 'reject', claim: claim.id }, { ...judge, why: ' ' }, /needs its reason/u],
    [{ action: 'correct', claim: claim.id, field: 'stage', value: 'lost' }, judge, /a stage is one of proposed/u],
    [{ action: 'correct', claim: claim.id, field: 'tense', value: 'new' }, judge, /has no tense/u],
    [
      { action: 'correct', claim: claim.id, field: 'time', value: { from: '2025-02-31', to: null } },
      judge,
      /a day is written YYYY-MM-DD/u,
    ],
    [
      { action: 'correct', claim: claim.id, field: 'time', value: { from: '2025-03-02', to: '2025-03-01' } },
      judge,
      /later than the last/u,
    ],
    [{ action: 'undo', ruling: 'none' }, judge, /no ruling with the id none/u],
    [{ action: 'merge-events', events: [claim.id, claim.id] }, judge, /one event/u],
  ];
  for (const [draft, by, reason] of refusals) {
    const outcome = await ruleOn(store, draft, by);
    assert.equal(outcome.kind, 'refused');
    assert.match(outcome.kind === 'refused' ? outcome.reason : '', reason);
  }
  assert.deepEqual(await store.selectRulings(), []);
});

test('the id of an agreement means the entity that it is', async (t) => {
  const store = await read(t);
  const dossier = dossierOf(store);
  const [agreement] = (await dossier.record(asOf)).agreements;
  assert.ok(agreement);
  await rule(store, { action: 'rename', entity: agreement.id, name: 'Мостовой договор' });
  assert.deepEqual(
    (await dossier.record(asOf)).agreements.map(({ name }) => name),
    ['Мостовой договор'],
  );
  const judge = { by: 'Анна', at: '2026-03-01T09:00:00Z', why: 'один договор' };
  const drafts: readonly (readonly [ids: readonly [string, string], reason: string])[] = [
    [[agreement.id, agreement.id], 'both ids name one entity'],
    [[agreement.id, 'nothing'], 'the record has no entity with the id nothing'],
    [['nothing', agreement.id], 'the record has no event or claim with the id nothing'],
  ];
  for (const [ids, reason] of drafts)
    assert.deepEqual(await ruleOn(store, { action: 'merge', ids }, judge), { kind: 'refused', reason });
});
