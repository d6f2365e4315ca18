import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readRecord } from '../eval/record.ts';
import type { Commitment, Record } from '../src/model/record.ts';
import { needs, sharedPath } from './needs.ts';

/** What the shared articles say of three plans; only days and outcomes stand here, the words stay where they are. */
test(
  'the plans of the shared articles have the outcomes that a careful reader gives them',
  needs('shared'),
  async () => {
    const record = await readRecord([sharedPath('seeds')], '2026-03-01');

    const signing = dueWithin(record, '2024-12-01', '2024-12-31').filter((c) => isAbout(record, c, 'agreement'));
    const kept = signing.find((c) => c.outcome.status === 'kept' && (c.outcome.time?.from ?? '') === '2024-12-06');
    assert.ok(kept, 'the treaty that could be signed in December 2024 was signed on the 6th');
    const documents = new Set([kept.claim, ...kept.outcome.claims].map((id) => documentOf(record, id)));
    assert.ok(documents.size > 1, 'plan and outcome stand with a sentence each, from different documents');

    const batch = dueWithin(record, '2022-10-01', '2022-10-31').filter((c) => isAbout(record, c, 'supply'));
    assert.deepEqual(
      batch.map((c) => c.outcome.status),
      ['unreported'],
    );

    const review = dueWithin(record, '2026-03-11', '2026-03-20').filter((c) => isAbout(record, c, 'meeting'));
    assert.deepEqual(
      review.map((c) => c.outcome.status),
      ['open'],
    );
  },
);

/** Commitments one of whose due days, first or moved, is this very range. */
function dueWithin(record: Record, from: string, to: string): readonly Commitment[] {
  return record.commitments.filter((c) =>
    [c.due, ...(c.dues ?? []).map((d) => d.due)].some((due) => due?.from === from && due.to === to),
  );
}

function isAbout(record: Record, commitment: Commitment, type: string): boolean {
  return record.claims.find((c) => c.id === commitment.claim)?.type === type;
}

function documentOf(record: Record, claim: string): string | undefined {
  return record.claims.find((c) => c.id === claim)?.document;
}
