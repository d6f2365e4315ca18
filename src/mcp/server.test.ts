import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';

import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { z } from 'zod';

import { dossierOfRecord } from '../../test/dossier-of-record.ts';
import { inventedRecord as record } from '../../test/invented-record.data.ts';
import { createMcpServer } from './server.ts';

async function connected(t: TestContext): Promise<Client> {
  const server = createMcpServer(dossierOfRecord(record), () => '2026-02-01');
  const client = new Client({ name: 'test', version: '1' });
  const [here, there] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(there), client.connect(here)]);
  t.after(() => client.close());
  return client;
}

const source = z.object({ outlet: z.string().nullable(), sentence: z.string().min(1), words: z.string().min(1) });

/** Every list of sources in an answer, however deep. */
function sourcesIn(value: unknown): readonly unknown[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    (name === 'sources' || name === 'plan') && Array.isArray(inner) ? [inner] : sourcesIn(inner),
  );
}

const asked: readonly (readonly [tool: string, parameters: Record<string, unknown>])[] = [
  ['timeline', { limit: 5 }],
  ['agreement', {}],
  ['commitments', { outcome: 'kept' }],
  ['statements', {}],
  ['evidence', { id: record.commitments[0]?.id, kind: 'commitment' }],
  ['evidence', { id: record.documents[0]?.id }],
];

test('each tool answers with the sentences that its lines rest on', async (t) => {
  const client = await connected(t);
  const names = (await client.listTools()).tools.map(({ name }) => name);
  assert.deepEqual(names, ['search', 'timeline', 'agreement', 'commitments', 'statements', 'evidence']);
  for (const [name, parameters] of asked) {
    const answer = await client.callTool({ name, arguments: parameters });
    assert.ok(!answer.isError, `${name}: ${JSON.stringify(answer.content)}`);
    const lists = sourcesIn(answer.structuredContent);
    assert.ok(
      lists.some((list) => list.length > 0),
      `${name} has sources`,
    );
    for (const one of lists.flat()) {
      const { sentence, words } = source.parse(one);
      assert.ok(sentence.includes(words), `${name}: «${words}» stands in its sentence`);
    }
  }
});

test('search gives articles with the sentences found', async (t) => {
  const client = await connected(t);
  const answer = await client.callTool({ name: 'search', arguments: { words: 'договор' } });
  const { lines } = z
    .object({ lines: z.array(z.object({ id: z.string(), sentences: z.array(z.string()) })) })
    .parse(answer.structuredContent);
  assert.ok(lines.length > 0 && lines.every(({ sentences }) => sentences.length > 0));
});

test('what is not there, and what cannot be understood, is said', async (t) => {
  const client = await connected(t);
  const absent = await client.callTool({ name: 'evidence', arguments: { id: 'none' } });
  assert.ok(absent.isError);
  assert.match(JSON.stringify(absent.content), /no line with the id none/u);
  const wrong = await client.callTool({ name: 'timeline', arguments: { from: 'yesterday' } });
  assert.ok(wrong.isError);
  assert.match(JSON.stringify(wrong.content), /from/u);
});
