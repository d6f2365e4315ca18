import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { needs, sharedPath } from '../test/needs.ts';
import { scorePages } from './pages.ts';

test('the main text of real pages is found as well as the floor asks', needs('shared'), async () => {
  const floors: { readonly pages: { readonly f1: number } } = JSON.parse(
    readFileSync(new URL('floors.json', import.meta.url), 'utf8'),
  );
  const { f1 } = await scorePages(sharedPath('bench', 'pages'));
  assert.ok(f1 >= floors.pages.f1, `F1 is ${f1.toFixed(4)}, the floor is ${floors.pages.f1}`);
});
