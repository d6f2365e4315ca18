import assert from 'node:assert/strict';

import { openedStore, testEach } from '../../test/each-engine.ts';
import { readingOf } from '../../test/invented-reading.ts';
import { openStore } from './open-store.ts';
import type { Job, JobResult } from './queue.ts';

const readings = Array.from({ length: 30 }, (_, i) => readingOf(`${i}.txt`, `текст номер ${i}`));
const captures = readings.map((r) => r.capture);
const long = 3_600_000;
/** As if the time it was held for had passed: no test waits for a clock, and none is too slow for one. */
const leaseOver = 0;

const readingFor = (job: Job) => readings.find((r) => r.capture.source === job.capture.source) ?? assert.fail();
const done = (job: Job): JobResult => ({ id: job.id, kind: 'read', reading: readingFor(job) });

testEach('each job is taken once by several workers and its capture comes as it was', async (t, place) => {
  const database = await place.newDatabase(t);
  const stores = await Promise.all([0, 1, 2].map(() => openedStore(t, database)));
  await stores[0]?.queue.add('run', captures);
  const taken: string[] = [];
  await Promise.all(
    stores.map(async (store, i) => {
      for (;;) {
        const jobs = await store.queue.take(`worker ${i}`, 4, long);
        if (jobs.length === 0) return;
        for (const job of jobs) assert.deepEqual(Buffer.from(job.capture.bytes), readingFor(job).capture.bytes);
        taken.push(...jobs.map((job) => job.capture.source));
        await store.queue.finish(`worker ${i}`, jobs.map(done));
      }
    }),
  );
  assert.deepEqual(taken.toSorted(), captures.map((c) => c.source).toSorted());
  const counts = await stores[0]?.queue.counts('run');
  assert.deepEqual(counts, { waiting: 0, taken: 0, read: 30, known: 0, refused: 0, setAside: 0 });
  assert.equal((await stores[0]?.counts())?.documents, 30);
});

testEach('what a silent worker had comes back, and is there once though both finish it', async (t, place) => {
  const store = await openedStore(t, await place.newDatabase(t));
  await store.queue.add('run', captures.slice(0, 2));
  const first = await store.queue.take('slow', 2, long);
  assert.equal(first.length, 2);
  assert.deepEqual(await store.queue.take('other', 2, long), []);
  await store.queue.renew('slow', leaseOver);
  const [again, ...none] = await store.queue.take('other', 2, long);
  assert.ok(again);
  assert.deepEqual(none, [], 'a job that was taken before is taken alone');
  await store.queue.finish('other', [done(again)]);
  await store.queue.finish('slow', first.map(done));
  assert.equal((await store.counts()).documents, 2);
  const { read, waiting, taken } = await store.queue.counts('run');
  assert.deepEqual({ read, waiting, taken }, { read: 2, waiting: 0, taken: 0 });
});

testEach(
  'what waits is done with when another program reads it past the queue; what is in hand is its worker’s',
  async (t, place) => {
    const store = await openedStore(t, await place.newDatabase(t));
    await store.queue.add('run', captures.slice(0, 1));
    const [inHand] = await store.queue.take('a', 1, long);
    assert.ok(inHand);
    await store.queue.add('run', captures.slice(1, 3));
    await store.insertReadings(readings.slice(0, 2));
    const { waiting, taken, known } = await store.queue.counts('run');
    assert.deepEqual({ waiting, taken, known }, { waiting: 1, taken: 1, known: 1 });
    await store.queue.finish('a', [done(inHand)]);
    assert.equal((await store.queue.counts('run')).known, 2);
  },
);

testEach('a worker that renews keeps its jobs; what it had is free when it is given back', async (t, place) => {
  const store = await openedStore(t, await place.newDatabase(t));
  await store.queue.add('run', captures.slice(0, 1));
  await store.queue.take('a', 1, leaseOver);
  await store.queue.renew('a', long);
  assert.deepEqual(await store.queue.take('b', 1, long), []);
  await store.queue.release('a');
  assert.equal((await store.queue.take('b', 1, long)).length, 1);
});

testEach('a document that ends its worker three times is set aside and can be tried anew', async (t, place) => {
  const store = await openedStore(t, await place.newDatabase(t));
  const [poison, sound] = captures;
  assert.ok(poison && sound);
  await store.queue.add('run', [poison]);
  for (let tries = 0; tries < 3; tries++) {
    assert.equal((await store.queue.take('a', 4, long)).length, 1);
    await store.queue.release('a');
  }
  await store.queue.add('run', [sound]);
  const [job] = await store.queue.take('a', 4, long);
  assert.ok(job);
  await store.queue.finish('a', [{ id: job.id, kind: 'refused', reason: 'it is empty' }]);
  assert.deepEqual(await store.queue.take('a', 4, long), []);
  const reason = 'its reading ended its worker each time it was tried';
  assert.deepEqual(await store.queue.failures('run'), [
    { kind: 'set-aside', source: '0.txt', reason },
    { kind: 'refused', source: '1.txt', reason: 'it is empty' },
  ]);
  await store.queue.close('run');
  assert.deepEqual(await store.queue.setAside(), [{ kind: 'set-aside', source: '0.txt', reason }]);
  await store.queue.add('next', [poison]);
  assert.equal((await store.queue.take('a', 4, long)).length, 1);
});

testEach('a fault that a reader survives is told and tried three times', async (t, place) => {
  const store = await openedStore(t, await place.newDatabase(t));
  await store.queue.add('run', captures.slice(0, 1));
  for (let tries = 0; tries < 3; tries++) {
    const [job] = await store.queue.take('a', 4, long);
    assert.ok(job);
    await store.queue.finish('a', [{ id: job.id, kind: 'broken', reason: 'it was not read within 60 s' }]);
  }
  assert.deepEqual(await store.queue.take('a', 4, long), []);
  assert.deepEqual(await store.queue.setAside(), [
    { kind: 'set-aside', source: '0.txt', reason: 'it was not read within 60 s' },
  ]);
});

testEach('a queue outlives the program that filled it', async (t, place) => {
  const database = await place.newDatabase(t);
  const before = await openStore(database);
  await before.queue.add('run', captures.slice(0, 3));
  await before.close();
  const store = await openedStore(t, database);
  assert.equal((await store.queue.take('a', 9, long)).length, 3);
});
