import assert from 'node:assert/strict';

import { examineStore } from '../../src/app/doctor.ts';
import { openStore } from '../../src/store/open-store.ts';
import { exportOf } from '../examples.ts';

/** Right after a fault: all that was acknowledged is there, each document once and whole, and nothing leads nowhere. */
export async function checkAfterFault(database: string, acknowledged: number): Promise<void> {
  const store = await openStore(database);
  try {
    const { documents } = await store.counts();
    assert.ok(documents >= acknowledged, `${acknowledged} were acknowledged, ${documents} are there`);
    const findings = await examineStore(store);
    // What is not merged yet is what a fault may leave.
    const wrong = findings.flatMap((finding) => (finding.what === 'record' ? [] : finding.wrong));
    assert.deepEqual(wrong, []);
  } finally {
    await store.close();
  }
}

/** After the work was brought to its end: the same as if nothing had happened. */
export async function checkAtEnd(database: string, expected: readonly string[]): Promise<void> {
  assert.deepEqual(await exportOf(database), expected);
  await checkAfterFault(database, 0);
}
