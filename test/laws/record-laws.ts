import assert from 'node:assert/strict';

import * as fc from 'fast-check';

import type { Record } from '../../src/model/record.ts';
import { mergeRecord, recordOf } from '../../src/record/merge-record.ts';
import { createRecordIndex, deleteDocument, insertDocument } from '../../src/record/record-index.ts';
import { readAnew, readings, reprinted, type Reading } from './histories.ts';

/** One law of the record, checked over random histories; a failure prints the seed and the smallest history that breaks it. */
export interface Law {
  readonly name: string;
  check(runs: number, seed?: number): void;
}

const options = { asOf: '2025-01-01', engine: 'law' };

export const recordLaws: readonly Law[] = [
  {
    name: 'order-free: one by one in any order is all at once',
    check: (numRuns, seed) =>
      assertLaw(
        fc.property(shuffled, ({ all, order }) => {
          const index = createRecordIndex();
          for (const reading of order) insertDocument(index, reading.document, reading.claims);
          assert.deepEqual(recordOf(index, options), atOnce(all));
        }),
        { numRuns, seed },
      ),
  },
  {
    name: 'order-free: claims of a document in any order, documents in any batches',
    check: (numRuns, seed) =>
      assertLaw(
        fc.property(shuffled, ({ all, order }) => {
          const reversed = order.map((r) => ({ ...r, claims: r.claims.toReversed() }));
          assert.deepEqual(atOnce(reversed), atOnce(all));
        }),
        { numRuns, seed },
      ),
  },
  {
    name: 'idempotent: reading twice changes nothing',
    check: (numRuns, seed) =>
      assertLaw(
        fc.property(shuffled, ({ all, order }) => {
          const index = createRecordIndex();
          for (const reading of [...all, ...order]) insertDocument(index, reading.document, reading.claims);
          assert.deepEqual(recordOf(index, options), atOnce(all));
        }),
        { numRuns, seed },
      ),
  },
  {
    name: 'reversible: after forgetting, re-reading, other roots and other readings in between, the record is that of what is left',
    check: (numRuns, seed) =>
      assertLaw(
        fc.property(readings, fc.array(steps, { maxLength: 25 }), (all, history) => {
          const index = createRecordIndex();
          const left = new Map<string, Reading>();
          for (const { at, act, seeds } of history) {
            const reading = all[at % all.length];
            if (!reading) continue;
            const { id } = reading.document;
            if (act === 'forget') {
              left.delete(id);
              deleteDocument(index, id);
              continue;
            }
            const read = act === 'read' ? reading : act === 'anew' ? readAnew(reading, seeds) : reprinted(left.get(id));
            if (!read) continue;
            left.set(id, read);
            insertDocument(index, read.document, read.claims);
          }
          assert.deepEqual(recordOf(index, options), atOnce([...left.values()]));
        }),
        { numRuns, seed },
      ),
  },
  {
    name: 'traceable: every line leads to claims that are there, every claim stands in one event, every id is known',
    check: (numRuns, seed) =>
      assertLaw(
        fc.property(readings, (all) => assertTraceable(atOnce(all))),
        { numRuns, seed },
      ),
  },
  {
    name: 'neutral: an event has no more origins than documents, and reprints of one root count once',
    check: (numRuns, seed) =>
      assertLaw(
        fc.property(readings, (all) => {
          const record = atOnce(all);
          const claims = new Map(record.claims.map((c) => [c.id, c]));
          const origins = new Map(record.documents.map((d) => [d.id, d.origin]));
          for (const event of record.events) {
            const documents = new Set(event.claims.map((id) => claims.get(id)?.document ?? ''));
            assert.equal(event.documents, documents.size);
            assert.equal(event.origins, new Set([...documents].map((id) => origins.get(id))).size);
          }
        }),
        { numRuns, seed },
      ),
  },
];

function assertLaw<T>(
  property: fc.IProperty<T>,
  { numRuns, seed }: { numRuns: number; seed: number | undefined },
): void {
  fc.assert(property, seed === undefined ? { numRuns } : { numRuns, seed });
}

const shuffled = readings.chain((all) =>
  fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length }).map((order) => ({ all, order })),
);

const steps = fc.record({
  at: fc.nat({ max: 8 }),
  act: fc.constantFrom('read', 'read', 'forget', 'anew', 'reprinted'),
  seeds: fc.array(fc.nat({ max: 1 << 28 }), { maxLength: 4 }),
});

function atOnce(all: readonly Reading[]): Record {
  return mergeRecord({ documents: all.map((r) => r.document), claims: all.flatMap((r) => r.claims) }, options);
}

function assertTraceable(record: Record): void {
  const claims = new Map(record.claims.map((c) => [c.id, c]));
  const entities = new Set(record.entities.map((e) => e.id));
  const documents = new Map(record.documents.map((d) => [d.id, d]));
  const counted = new Map<string, number>();
  for (const claim of record.claims) {
    const document = documents.get(claim.document);
    assert.equal(document?.text.slice(claim.evidence.start, claim.evidence.stop), claim.evidence.text);
    for (const { entity } of [...claim.roles, ...claim.attribution]) assert.ok(entity === null || entities.has(entity));
  }
  for (const event of record.events) {
    assert.ok(event.claims.length > 0);
    for (const id of event.claims) counted.set(id, (counted.get(id) ?? 0) + 1);
    for (const { values } of event.conflicts)
      for (const id of values.flatMap((v) => v.claims)) assert.ok(event.claims.includes(id));
  }
  assert.deepEqual([...counted.keys()].toSorted(), [...claims.keys()].toSorted());
  assert.ok([...counted.values()].every((n) => n === 1));
  for (const agreement of record.agreements) {
    assert.ok(entities.has(agreement.entity) && agreement.parties.every((p) => entities.has(p)));
    for (const id of agreement.stages.flatMap((s) => s.claims)) assert.ok(claims.has(id));
  }
  for (const { claim, claims: all, by, outcome } of record.commitments) {
    assert.ok(all.includes(claim) && by.every((b) => entities.has(b)));
    for (const id of [...all, ...outcome.claims]) assert.ok(claims.has(id));
  }
  const ids = [
    record.documents,
    record.entities,
    record.claims,
    record.events,
    record.agreements,
    record.commitments,
  ].flatMap((lines) => lines.map((l) => l.id));
  assert.equal(new Set(ids).size, ids.length);
}
