import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readNotation } from '../../test/claim-notation.ts';
import type { Record } from '../model/record.ts';
import type { ClaimTarget, Ruling } from '../model/ruling.ts';
import { mergeRecord } from './merge-record.ts';

const written = readNotation(`
a 2024-05-15 Вестник source=paper/1
  meeting happened 2024-05-14 | Ланской и Вольф встретились | actor=person:Пётр Ланской, person:Рейнар Вольф
  agreement signed planned 2024-06 | подпишут договор о рыбе | agreement=договор о рыбе; party=Варония, Мередия; future=plan; due=2024-06
b 2024-05-16 Пресса source=paper/2
  meeting happened 2024-05-14 | Вольф встретился с Ланским | actor=person:Рейнар Вольф, person:Пётр Ланской
  statement indirect happened - | П. Ланской сказал | speaker=П. Ланской
  statement indirect happened - | «Рыболовы» сообщили | speaker=organisation:Рыболовы
  statement indirect happened - | «Союз рыбаков» сообщил | speaker=organisation:Союз рыбаков
`);

function rule(...rulings: readonly Ruling[]): Record {
  return mergeRecord({ ...written, rulings }, { asOf: '2024-08-01', engine: 'test' });
}

function target(n: number): ClaimTarget {
  const claim = written.claims[n];
  assert.ok(claim);
  const source = written.documents.find((d) => d.id === claim.document)?.source ?? '';
  return { claim: claim.id, source, type: claim.type, evidence: claim.evidence.text };
}

let day = 0;
function made<T extends object>(rest: T) {
  day++;
  return {
    kind: 'ruling' as const,
    id: `r${day}`,
    by: 'редактор',
    at: `2024-06-01T00:00:${String(day).padStart(2, '0')}Z`,
    why: 'так верно',
    ...rest,
  };
}

const names = (record: Record) => record.entities.map((e) => [e.name, ...e.aliases].join(' = ')).toSorted();

test('a rejected claim is gone, also when the same words are read under another id; an undo brings it back', () => {
  const reject = made({ action: 'reject' as const, target: { ...target(0), claim: 'an id of an earlier reading' } });
  assert.equal(rule(reject).claims.length, written.claims.length - 1);
  const undo = made({ action: 'undo' as const, ruling: reject.id });
  assert.equal(rule(undo, reject).claims.length, written.claims.length);
  const redo = made({ action: 'undo' as const, ruling: undo.id });
  assert.equal(rule(reject, undo, redo).claims.length, written.claims.length - 1);
});

test('a corrected due day decides the outcome; a value that the field cannot have changes nothing', () => {
  const outcome = (record: Record) => record.commitments.map((c) => [c.due?.to, c.outcome.status]);
  const due = { from: '2024-09-01', to: '2024-09-30' };
  assert.deepEqual(outcome(rule()), [['2024-06-30', 'unreported']]);
  assert.deepEqual(
    outcome(rule(made({ action: 'correct' as const, target: target(1), field: 'due' as const, value: due }))),
    [['2024-09-30', 'open']],
  );
  assert.deepEqual(
    outcome(rule(made({ action: 'correct' as const, target: target(1), field: 'due' as const, value: 'осенью' }))),
    [['2024-06-30', 'unreported']],
  );
});

test('entities are merged, split and renamed by any of their names', () => {
  const [body, union] = [
    { type: 'organisation' as const, name: 'Рыболовы' },
    { type: 'organisation' as const, name: 'Союз рыбаков' },
  ];
  const merged = rule(made({ action: 'merge' as const, entities: [body, union] as const }));
  assert.ok(names(merged).includes('Союз рыбаков = Рыболовы'));
  const person = (name: string) => ({ type: 'person' as const, name });
  const split = rule(
    made({ action: 'split' as const, entities: [person('Пётр Ланской'), person('П. Ланской')] as const }),
  );
  assert.ok(names(split).includes('П. Ланской') && names(split).includes('Пётр Ланской'));
  const renamed = rule(made({ action: 'rename' as const, entity: person('П. Ланской'), name: 'Пётр Ильич Ланской' }));
  assert.ok(names(renamed).includes('Пётр Ильич Ланской = Пётр Ланской = П. Ланской'));
});

test('events are split and merged by their claims', () => {
  const meetings = (record: Record) => record.events.filter((e) => e.type === 'meeting').length;
  const targets = [target(0), target(2)] as const;
  const split = made({ action: 'split-events' as const, targets });
  assert.equal(meetings(rule()), 1);
  assert.equal(meetings(rule(split)), 2);
  assert.equal(meetings(rule(split, made({ action: 'merge-events' as const, targets }))), 1);
});
