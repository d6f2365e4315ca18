import assert from 'node:assert/strict';
import { test } from 'node:test';

import { plainView } from '../../../test/plain-view.ts';
import type { Agreement } from '../../model/record.ts';
import { renderAgreements } from './agreements.ts';

const standings: readonly (readonly [current: Agreement['current'], shown: string])[] = [
  ['in-force', 'standing alive'],
  ['suspended', 'standing halted'],
  ['violated', 'standing halted'],
  ['terminated', 'standing ended'],
  [null, 'standing none'],
];
for (const [current, shown] of standings) {
  test(`an agreement at ${current} is shown as ${shown}`, () => {
    const agreement: Agreement = {
      kind: 'agreement',
      id: 'a',
      entity: 'a',
      name: 'договор о проливе',
      parties: [],
      current,
      stages: [],
      conflicts: [],
    };
    const page = { lines: [agreement], total: 1, offset: 0, limit: 20, cited: plainView.cited };
    assert.ok(String(renderAgreements(plainView, page)).includes(`class="${shown}"`));
  });
}
