import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';

/**
 * Patterns that ran before the flags were set, then run while V8 puts newly compiled functions in place: it stops a pattern for
 * that and starts it again, where it goes by the flags of now.
 */
const program = `
  import { setCompilerFlags } from '${new URL('./set-compiler-flags.ts', import.meta.url).href}';
  const patterns = Array.from({ length: 250 }, (_, at) => new RegExp('(?:а|б)+в[^г]' + at));
  for (const pattern of patterns) pattern.test('яя');
  setCompilerFlags();
  const text = 'аб'.repeat(400);
  for (let at = 0; at < 250; at++) {
    const sum = new Function('x', 'let y = 0; for (let i = 0; i < 2000; i++) y += (x * i) % 7; return y; //' + at);
    for (let times = 0; times < 30; times++) sum(times);
    patterns[at].test(text);
  }
  console.log('all ran');
`;

test('patterns that ran before the flags were set run after it', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
  assert.equal(stdout.trim(), 'all ran');
});
