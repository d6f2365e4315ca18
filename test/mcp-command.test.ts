import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

import { runCommand } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const bin = fileURLToPath(new URL('../bin/servanda.js', import.meta.url));

test('servanda mcp answers the official client over standard input and output', async (t) => {
  const folder = temporaryFolder(t);
  const database = join(folder, 'dossier.db');
  writeFileSync(
    join(folder, 'a.txt'),
    'Договор о мостах подписан\n\nОльмар. 6 декабря 2024 года. Велория и Сомерия подписали договор о мостах.\n',
  );
  assert.equal((await runCommand(['read', join(folder, 'a.txt'), '--db', database])).exitCode, 0);
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [bin, 'mcp', '--db', database] }));
  t.after(() => client.close());
  const answer = await client.callTool({ name: 'agreement', arguments: {} });
  assert.match(JSON.stringify(answer.structuredContent), /подписали договор о мостах/u);
});
