import assert from 'node:assert/strict';

import { openedStore, testEach } from '../../../test/each-engine.ts';
import { readingOf } from '../../../test/invented-reading.ts';
import type { Store } from '../../store/store.ts';
import type { Reader } from '../reader.ts';
import { work } from './work.ts';

const sound = Array.from({ length: 6 }, (_, i) => readingOf(`${i}.txt`, `Порт номер ${i} открыт.`));
const poison = readingOf('poison.txt', 'Порт закрыт.');

testEach('a document that ends its worker speaks against no other, whatever waits to be written', async (t, place) => {
  const store = await openedStore(t, await place.newDatabase(t));
  await store.queue.add(
    'run',
    [...sound, poison].map(({ capture }) => capture),
  );
  for (let life = 0; (await store.queue.counts('run')).waiting > 0; life++) {
    assert.ok(life < 40, 'the queue comes to its end');
    const name = `worker ${life}`;
    await liveOnce(store, name).catch((error: unknown) => assert.match(String(error), /ended/u));
    await store.queue.release(name);
  }
  const { read, setAside } = await store.queue.counts('run');
  assert.deepEqual(
    { read, setAside: (await store.queue.setAside()).map(({ source }) => source), counted: setAside },
    { read: sound.length, setAside: [poison.capture.source], counted: 1 },
  );
});

/** One worker as a process is: with the document that ends it, what it was still writing is gone too. */
async function liveOnce(store: Store, name: string): Promise<void> {
  let isAlive = true;
  const finish: Store['queue']['finish'] = async (worker, results) => {
    // A turn of the loop passes before a transaction is through.
    await new Promise((done) => setTimeout(done, 5));
    if (!isAlive) throw new Error('ended');
    await store.queue.finish(worker, results);
  };
  const reader: Pick<Reader, 'read'> = {
    read: async ({ source }) => {
      const reading = sound.find(({ capture }) => capture.source === source);
      if (reading) return { kind: 'read', reading, tokens: 0 };
      isAlive = false;
      throw new Error('ended');
    },
  };
  const halting = { ...store, queue: { ...store.queue, finish } };
  const signal = new AbortController().signal;
  await work({
    store: halting,
    reader: { ...reader, merge: assert.fail, close: assert.fail },
    worker: name,
    once: true,
    signal,
  });
}
