import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Claim, Role } from '../model/claim.ts';
import { headlineText } from './headline.ts';
import { plainView } from '../../test/plain-view.ts';
import { nothingCited } from '../model/answer.ts';

function role(name: string, of: Role['role'], entity: string | null = null): Role {
  return { role: of, text: name, span: null, name, type: null, known: null, entity };
}

function claimOf(sentence: string, evidence: string, roles: readonly Role[], type: 'event' | 'meeting' = 'event') {
  const start = sentence.indexOf(evidence);
  const claim: Claim = {
    kind: 'claim',
    id: 'c',
    document: 'd',
    type,
    status: 'happened',
    time: null,
    roles,
    attribution: [],
    evidence: { start, stop: start + evidence.length, text: evidence },
    rule: 'test',
    confidence: 1,
    future: null,
  };
  const passage = { claim: 'c', document: 'd', text: sentence, mark: { start, stop: start + evidence.length } };
  const cited = { ...nothingCited, passages: new Map([['c', passage]]) };
  return { view: { ...plainView, cited }, claim };
}

const headlines: readonly (readonly [sentence: string, evidence: string, roles: readonly Role[], headline: string])[] =
  [
    // Evidence that begins within a date takes its beginning along.
    [
      'В марте 2025 года стороны встретились в порту.',
      '2025 года стороны встретились',
      [role('стороны', 'actor')],
      'В марте 2025 года стороны встретились',
    ],
    // A long clause before it stays away, and the headline has a capital all the same.
    [
      'Как сообщили в пресс-службе вчера вечером стороны встретились.',
      'стороны встретились',
      [role('стороны', 'actor')],
      'Стороны встретились',
    ],
    // What a comma parts is another clause.
    ['По его словам, стороны встретились.', 'стороны встретились', [role('стороны', 'actor')], 'Стороны встретились'],
    // Of two objects of which one says the other, the fuller stands.
    [
      'Велория открыла порт Сомерии.',
      'Велория открыла порт Сомерии',
      [role('Велория', 'actor'), role('порт', 'object', 'e1'), role('порт Сомерии', 'object', 'e2')],
      'Велория: порт Сомерии',
    ],
  ];

test('a headline begins where its phrase does and says nothing twice', () => {
  for (const [sentence, evidence, roles, headline] of headlines) {
    const { view, claim } = claimOf(sentence, evidence, roles);
    assert.equal(headlineText(view, claim), headline);
  }
});
