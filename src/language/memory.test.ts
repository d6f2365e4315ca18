import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { hashText } from './hash-text.ts';
import { createMemory, remembering } from './memory.ts';

/** Enough to fill a memory more than once. */
const long = { minLength: 100, maxLength: 200 };

test('what a memory gives is what was put into it last, and never more than it may hold', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 40 }), fc.array(fc.tuple(fc.nat(60), fc.nat(99)), long), (most, puts) => {
      const memory = createMemory<number>(most);
      const all = new Map<string, number>();
      for (const [word, value] of puts) {
        const key = 'слово'.repeat(word % 3) + '-'.repeat(word);
        memory.set(key, value);
        all.set(key, value);
        assert.equal(memory.get(key), value);
      }
      const held = [...all].filter(([key, value]) => {
        const found = memory.get(key);
        assert.ok(found === undefined || found === value);
        return found !== undefined;
      });
      assert.ok(held.length <= most, `${held.length} of ${most}`);
    }),
  );
});

test('what is asked for again and again stays, what is not goes', () => {
  const memory = createMemory<number>(4);
  memory.set('often', 1);
  memory.set('once', 2);
  for (let i = 0; i < 20; i++) {
    memory.set(`new ${i}`, i);
    for (let times = 0; times < 3; times++) assert.equal(memory.get(`new ${i}`), i);
    for (let times = 0; times < 3; times++) assert.equal(memory.get('often'), 1);
  }
  assert.equal(memory.get('once'), undefined);
});

test('what is asked for moves up by one place, what is new takes the last', () => {
  const memory = createMemory<string>(8);
  // returns what goes for each
  const put = (keys: string): (string | undefined)[] => [...keys].map((key) => memory.set(key, key));
  assert.deepEqual(put('abcdefgh'), Array(8).fill(undefined));
  memory.get('h');
  assert.deepEqual(put('ii'), ['g', undefined]);
  memory.get('i');
  assert.deepEqual(put('j'), ['h']);
  assert.equal([...'abcdefghij'].filter((key) => memory.get(key) === key).join(''), 'abcdefij');
});

test('of two keys with one hash each has its own value', () => {
  const memory = createMemory<number>(8);
  assert.equal(hashText('costarring'), hashText('liquid'));
  memory.set('costarring', 1);
  assert.equal(memory.get('liquid'), undefined);
  memory.set('liquid', 2);
  assert.deepEqual(['costarring', 'liquid'].map(memory.get), [1, 2]);
});

test('what is asked for once, however much it is, takes the place of little that is asked for often', () => {
  const memory = createMemory<number>(1000);
  const often = Array.from({ length: 300 }, (_, i) => `often ${i}`);
  for (const key of [...often, ...often]) if (memory.get(key) === undefined) memory.set(key, 1);
  for (let i = 0; i < 10_000; i++) memory.set(`once ${i}`, 1);
  const kept = often.filter((key) => memory.get(key) !== undefined);
  assert.ok(kept.length > 290, `${kept.length} of 300`);
});

test('what is remembered is made once, even where it is null', () => {
  const made: string[] = [];
  const lengthOf = remembering(8, (text) => {
    made.push(text);
    return text === '' ? null : text.length;
  });
  assert.deepEqual(['', 'раз', '', 'раз'].map(lengthOf), [null, 3, null, 3]);
  assert.deepEqual(made, ['', 'раз']);
});
