import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

import * as fc from 'fast-check';
import { Kysely } from 'kysely';

import { parseQuery, termsOfText } from '../src/app/search-terms.ts';
import { createStore } from '../src/store/kysely-store.ts';
import { nameOfDatabase } from '../src/store/open-database.ts';
import { openStore } from '../src/store/open-store.ts';
import { postgresEngine } from '../src/store/postgres/engine.ts';
import type { Schema } from '../src/store/schema.ts';
import type { Reading, Store } from '../src/store/store.ts';
import { newPostgresDatabase, openedStore } from './each-engine.ts';
import { exampleFiles, readFiles } from './examples.ts';
import { readingOf } from './invented-reading.ts';
import { needs } from './needs.ts';
import { startPostgres } from './postgres-server.ts';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The same program and the same record, whichever engine keeps it. */
const questions: readonly (readonly string[])[] = [
  ['export'],
  ['export', '--people', 'all'],
  ['timeline', '--json'],
  ['timeline', '--json', '--about', 'Варония'],
  ['timeline', '--json', '--about', 'совместные учения'],
  ['agreements', '--json'],
  ['commitments', '--json'],
  ['statements', '--json'],
  ['people', '--json'],
  ['figures', '--json'],
  ['series', '--json'],
  ['conflicts', '--json'],
  ['search', '--json', 'договор'],
  ['search', '--json', '"договор о безопасности" пролив'],
  ['search', '--json', 'учен* перенесен'],
];

test('every command answers the same over PostgreSQL as over a file', needs('postgres'), async (t) => {
  const file = join(temporaryFolder(t), 'dossier.db');
  const url = await newPostgresDatabase();
  await readFiles(file, exampleFiles);
  await readFiles(url, exampleFiles);
  for (const question of questions) {
    const [ofFile, ofServer] = [await ask(question, file), await ask(question, url)];
    assert.equal(ofFile.exitCode, 0, ofFile.err);
    assert.equal(ofServer.out, ofFile.out, question.join(' '));
    assert.notEqual(ofServer.out, '');
  }
});

test('a server that is not there is named without its password', async () => {
  const { exitCode, err } = await ask(['timeline'], 'postgres://reader:secret@127.0.0.1:1/press');
  assert.equal(exitCode, 1);
  assert.match(err, /cannot open the dossier postgres:\/\/reader@127\.0\.0\.1:1\/press: .+/u);
  assert.doesNotMatch(err, /secret/u);
});

test('a server that asks for a password that nobody gave says where to give it', async (t) => {
  // A server's side of SASL as far as the password: which methods it takes (10), then its first message (11).
  const asks = (code: number, words: string): Buffer => {
    const message = Buffer.alloc(9 + words.length);
    message.write('R');
    message.writeUInt32BE(8 + words.length, 1);
    message.writeUInt32BE(code, 5);
    message.write(words, 9);
    return message;
  };
  const server = createServer((socket) => {
    t.after(() => socket.destroy());
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(asks(10, 'SCRAM-SHA-256\0\0'));
      socket.once('data', () => socket.write(asks(11, 'r=nonce,s=c2FsdA==,i=4096')));
    });
  }).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  const { port } = Object(server.address());
  const { exitCode, err } = await ask(['timeline'], `postgres://reader@127.0.0.1:${port}/press`);
  assert.equal(exitCode, 1);
  assert.match(err, /the server asks for a password: .+PGPASSWORD/u);
});

test('a server that is restored from is named without its password', async () => {
  const { exitCode, err } = await runCommand([
    'restore',
    'postgres://reader:secret@127.0.0.1:1/press',
    '--db',
    'new.db',
  ]);
  assert.equal(exitCode, 1);
  assert.match(err, /a backup is a file, and postgres:\/\/reader@127\.0\.0\.1:1\/press is a server/u);
});

const addresses: readonly (readonly [address: string, name: string])[] = [
  ['postgres://reader:secret@desk.example/press', 'postgres://reader@desk.example/press'],
  ['postgres://reader:secret@/press?host=/run', 'postgres://reader@/press?host=/run'],
  ['postgres://reader:an@secret@desk.example/press', 'postgres://reader@desk.example/press'],
  ['postgres://reader:a/secret@desk.example/press', 'postgres://reader@desk.example/press'],
  ['postgres://desk.example/press?password=secret&port=1', 'postgres://desk.example/press?password=…&port=1'],
  ['mysql://reader:secret@desk.example/press', 'mysql://reader@desk.example/press'],
  ['folder/press.db', 'folder/press.db'],
];
for (const [address, name] of addresses) {
  test(`${address} is called ${name}`, () => assert.equal(nameOfDatabase(address), name));
}

test('what is not in the dossier of a server is told without its password', needs('postgres'), async () => {
  const url = (await newPostgresDatabase()).replace('servanda@', 'servanda:secret@');
  for (const question of [
    ['show', 'nothing'],
    ['forget', 'nothing'],
    ['explain', 'nothing'],
    ['explain', 'https://a.example/1'],
  ]) {
    const { exitCode, err } = await runCommand([...question, '--db', url]);
    assert.equal(exitCode, 1);
    assert.match(err, /postgres:\/\/servanda@/u);
    assert.doesNotMatch(err, /secret/u);
  }
});

function ask(question: readonly string[], database: string) {
  return runCommand([...question, '--db', database, '--as-of', '2025-06-01']);
}

test('a question is answered where all connections are lost and none has noticed', needs('postgres'), async (t) => {
  const url = await newPostgresDatabase();
  const store = await openedStore(t, url);
  await Promise.all(Array.from({ length: 6 }, () => store.counts()));
  // Nothing of this program runs meanwhile: no connection hears of its end before it is used.
  execFileSync(process.execPath, ['--eval', endConnections, url], { cwd: import.meta.dirname });
  assert.equal((await store.counts()).documents, 0);
});

test('a server that does not come back is waited for once', needs('postgres'), async (t) => {
  const server = await startPostgres();
  t.after(() => server.stop());
  const url = await server.newDatabase();
  await (await openStore(url)).close();
  const engine = postgresEngine({ url, busyLimit: 200 });
  const store = createStore(new Kysely<Schema>({ dialect: engine.dialect }), engine);
  t.after(() => store.close());
  await store.counts();
  await server.kill();
  await assert.rejects(store.counts(), /did not come back within 0\.2 s/u);
  await assert.rejects(store.insertReadings([readingOf('a.txt', 'Порт открыт.', null)]), /did not come back/u);
});

/** A program that ends the other connections of a server. */
const endConnections = `
  const client = new (require('pg').Client)(process.argv[1]);
  client.connect()
    .then(() => client.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'servanda'"))
    .finally(() => client.end());`;

const words = [
  'договор',
  'договоры',
  'ёлка',
  'елка',
  'мост',
  'мосты',
  'о',
  'Совет',
  'безопасности',
  'Ёж',
  "д'Артаньян",
  '2024',
];
const texts = fc.array(
  fc.record({
    text: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }).map((w) => w.join(' ')),
    day: fc.constantFrom('2024-01-01', '2024-02-01', null),
  }),
  { minLength: 1, maxLength: 12 },
);
const asked = fc.array(
  fc.oneof(
    fc.constantFrom(...words),
    fc.tuple(fc.constantFrom(...words), fc.nat(4)).map(([word, n]) => `${word.slice(0, n + 1)}*`),
    fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 3 }).map((w) => `"${w.join(' ')}"`),
  ),
  { minLength: 1, maxLength: 3 },
);

test('the same words are found in both engines, in the same order', needs('postgres'), async (t) => {
  await fc.assert(
    fc.asyncProperty(texts, fc.array(asked, { minLength: 5, maxLength: 20 }), async (given, queries) => {
      await withBoth(t, given, async (hits) => {
        for (const query of queries) assert.deepEqual(...(await hits(query.join(' '))), query.join(' '));
      });
    }),
    { numRuns: 6 },
  );
});

test('a text longer than one vector is found by what stands anywhere in it', needs('postgres'), async (t) => {
  const filler = Array.from({ length: 12_000 }, (_, i) => `слово${i % 9000} и`).join(' ');
  const given = [
    { text: `мост у реки ${filler} договор о мире`, day: '2024-01-01' },
    { text: 'договор о мосте', day: '2024-02-01' },
    { text: `${'в '.repeat(700)} городе ${filler}`, day: null },
  ];
  await withBoth(t, given, async (hits) => {
    const counts: number[] = [];
    for (const query of [
      'мост договор',
      '"о мире"',
      '"мост у реки" "договор о мире"',
      '"в городе"',
      '"слово8999 и слово0"',
      '"мире мост"',
    ]) {
      const [sqlite, postgres] = await hits(query);
      assert.deepEqual(postgres, sqlite, query);
      counts.push(sqlite.length);
    }
    assert.deepEqual(counts, [2, 1, 1, 1, 2, 0]);
  });
});

interface Text {
  readonly text: string;
  readonly day: string | null;
}

/** Writes the texts into a dossier of each engine; `hits` gives the ids that each of them finds, in their order. */
async function withBoth(
  t: TestContext,
  given: readonly Text[],
  act: (hits: (query: string) => Promise<[string[], string[]]>) => Promise<void>,
): Promise<void> {
  const file = join(temporaryFolder(t), 'dossier.db');
  const stores: readonly Store[] = [await openStore(file), await openStore(await newPostgresDatabase())];
  try {
    for (const store of stores) await store.insertReadings(given.map(readingOfText));
    await act(async (query) => {
      const [sqlite = [], postgres = []] = await Promise.all(stores.map((store) => hitsOf(store, query)));
      return [sqlite, postgres];
    });
  } finally {
    for (const store of stores) await store.close();
  }
}

async function hitsOf(store: Store, query: string): Promise<string[]> {
  const found = await store.findDocuments({ about: { kind: 'words', query: parseQuery(query) } });
  assert.equal(found.total, found.rows.length);
  return found.rows.map((d) => d.id);
}

function readingOfText({ text, day }: Text, n: number): Reading {
  return { ...readingOf(`${n}.txt`, text, day), terms: termsOfText(text) };
}
