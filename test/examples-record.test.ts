import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { exampleFiles, exportOf, readFiles } from './examples.ts';
import { temporaryFolder } from './temporary-folder.ts';

const golden = fileURLToPath(new URL('golden/examples.jsonl', import.meta.url));

/** `SERVANDA_WRITE_GOLDENS=1 node --test test/examples-record.test.ts` writes what is printed; read the difference before it is kept. */
const writing = process.env['SERVANDA_WRITE_GOLDENS'] === '1';

test('the examples give the record that was read and found right', async (t) => {
  const database = join(temporaryFolder(t), 'dossier.db');
  await readFiles(database, exampleFiles);
  const lines = await exportOf(database);
  if (writing) writeFileSync(golden, lines.map((line) => `${line}\n`).join(''));
  assert.ok(existsSync(golden), 'there is no golden: SERVANDA_WRITE_GOLDENS=1 writes it');
  const expected = readFileSync(golden, 'utf8').trimEnd().split('\n');
  assert.deepEqual(lines, expected);
});
