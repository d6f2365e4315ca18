import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { renderError } from './render-error.ts';

test('a full disk is told with what to do, as the engines tell it', () => {
  const db = new DatabaseSync(':memory:');
  db.exec('PRAGMA max_page_count = 4; CREATE TABLE t (x TEXT)');
  const fault = thrownBy(() => db.prepare('INSERT INTO t VALUES (?)').run('x'.repeat(100_000)));
  db.close();
  const said = /^the dossier cannot grow: .*full; free some space on its disk and run the same again/u;
  assert.match(renderError(fault), said);
  assert.match(renderError(new Error('a batch could not be stored: disk full', { cause: fault })), said);
  const server = Object.assign(new Error('could not extend file: disk full'), { code: '53100' });
  assert.match(renderError(server), said);
});

test('other faults keep their words', () => {
  assert.equal(renderError(new Error('no such page')), 'no such page');
  assert.equal(renderError('stopped'), 'stopped');
  assert.equal(renderError(new TypeError('')), 'TypeError');
});

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
