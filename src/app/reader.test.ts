import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { CapturedSource } from '../model/capture.ts';
import { createThreadReader, type Reader } from './reader.ts';

/** A thread that does with a capture what its source says; it stands in for the stages, which have tests of their own. */
const thread = new URL(
  `data:text/javascript,${encodeURIComponent(`
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', ({ kind, captured, database }) => {
    if (kind === 'merge') return parentPort.postMessage(database === 'broken.db'
      ? { kind: 'broken', reason: 'no disk' } : { kind: 'done', outcome: null });
    if (captured.source === 'hang') for (;;);
    if (captured.source === 'end') process.exit(3);
    if (captured.source === 'fail') return parentPort.postMessage({ kind: 'broken', reason: 'a stage failed' });
    parentPort.postMessage({ kind: 'done', outcome: { kind: 'rejected', source: captured.source, reason: 'read' } });
  });
  parentPort.postMessage({ kind: 'ready' });
`)}`,
);

function captured(source: string): CapturedSource {
  return { source, bytes: new Uint8Array(), format: 'text', contentType: null, at: '2026-03-01T12:00:00.000Z' };
}

async function reasonOf(reader: Reader, source: string): Promise<string> {
  const outcome = await reader.read(captured(source));
  return outcome.kind === 'read' ? '(read)' : outcome.reason;
}

const ends: readonly (readonly [source: string, reason: string])[] = [
  ['hang', 'it was not read within 1 s'],
  ['end', 'its reading ended the thread'],
  ['fail', 'a stage failed'],
];
for (const [source, reason] of ends) {
  test(`a document whose reading would ${source} is broken off, and the next one is read`, async (t) => {
    const reader = createThreadReader({ script: thread, limit: 500 });
    t.after(() => reader.close());
    const reasons = await Promise.all(['a', source, 'b'].map((s) => reasonOf(reader, s)));
    assert.deepEqual(reasons, ['read', reason, 'read']);
  });
}

test('a merge that fails says which dossier it was', async (t) => {
  const reader = createThreadReader({ script: thread });
  t.after(() => reader.close());
  await reader.merge('sound.db');
  await assert.rejects(reader.merge('broken.db'), /the record of broken\.db could not be merged: no disk/u);
});

test('a thread that cannot start says why, each time', async (t) => {
  const reader = createThreadReader({ script: new URL(`data:text/javascript,throw new Error('no models')`) });
  t.after(() => reader.close());
  await assert.rejects(reader.read(captured('a')), /the reader could not be started: no models/u);
  await assert.rejects(reader.read(captured('a')), /no models/u);
});
