import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assert as assertLaw, constantFrom, nat, property, record } from 'fast-check';

import { type ClaimType, claimTypes } from '../src/model/claim.ts';
import { renderConfidence } from './confidence.ts';
import { calibrationError, fitConfidence, type Judged } from './fit-confidence.ts';

function claims(rule: string, right: number, wrong: number): readonly Judged[] {
  const type = claimTypes.find((t) => rule.startsWith(t)) ?? 'event';
  return Array.from({ length: right + wrong }, (_, i) => ({ rule, type, confidence: 0.5, isRight: i < right }));
}

const judged = [
  ...claims('statement.verb', 95, 5),
  ...claims('statement.rare', 1, 0),
  ...claims('event.act', 60, 40),
  ...claims('event.rare', 0, 1),
];
const { types, rules } = fitConfidence(judged);
const of = (rule: string): number => rules.get(rule)?.confidence ?? Number.NaN;

test('a rule that was seen often is worth its precision, less what looking at errors added and a standard error', () => {
  assert.ok(Math.abs(of('statement.verb') - (0.95 - 0.03 - 0.021)) < 0.015, String(of('statement.verb')));
  assert.ok(Math.abs(of('event.act') - (0.6 - 0.03 - 0.047)) < 0.015, String(of('event.act')));
});

test('a rule that was seen once is worth less than its type, and near it', () => {
  const statement = types.get('statement')?.confidence ?? Number.NaN;
  assert.ok(of('statement.rare') < statement && of('statement.rare') > statement - 0.2);
  assert.ok(of('event.rare') < of('event.act') && of('event.rare') > 0.1);
});

test('every type has a row, those without claims too', () => {
  assert.deepEqual([...types.keys()], [...claimTypes]);
  assert.equal(types.get('exercise')?.claims, 0);
});

test('the module has each rule once with its counts', () => {
  const module = renderConfidence({ types, rules });
  assert.match(module, /^ {2}statement: 0\.\d+, \/\/ 96 of 101$/mu);
  assert.match(module, /^ {2}'event\.act': 0\.\d+, \/\/ 60 of 100$/mu);
});

test('calibration error: 0 where each tenth means what it says, the gap where none does', () => {
  const sure = (confidence: number, right: number, wrong: number) =>
    claims('event.act', right, wrong).map(({ isRight }) => ({ isRight, confidence }));
  assert.ok(Math.abs(calibrationError([...sure(0.8, 8, 2), ...sure(0.5, 1, 1)]) ?? 1) < 1e-9);
  assert.ok(Math.abs((calibrationError(sure(0.9, 5, 5)) ?? 0) - 0.4) < 1e-9);
  assert.equal(calibrationError([]), null);
});

test('a confidence lies between 0 and 1, and one more right claim never lowers it', () => {
  const counts = record({ right: nat(60), wrong: nat(60), other: nat(60) });
  assertLaw(
    property(counts, constantFrom<ClaimType>('meeting', 'event'), ({ right, wrong, other }, type) => {
      const around = claims('statement.verb', other, 5);
      const fitted = (r: number): number =>
        fitConfidence([...claims(`${type}.rule`, r, wrong), ...around]).rules.get(`${type}.rule`)?.confidence ?? 0.5;
      const [now, more] = [fitted(right), fitted(right + 1)];
      assert.ok(now > 0 && now < 1);
      assert.ok(right + wrong === 0 || more >= now, `${now} → ${more}`);
    }),
  );
});
