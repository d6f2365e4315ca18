import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTimes } from '../language/ru/time/parse-times.ts';
import { toClaimTime } from './claim-time.ts';

/** Sentence · from · to; the reference is Wednesday 26 February 2025. `…` is an open end, `-` no claim time. */
const cases = [
  ['Договор подписали в начале июня.', '2024-06-01', '2024-06-10'],
  ['Визит намечен на середину марта.', '2025-03-11', '2025-03-20'],
  ['Решение примут в конце апреля.', '2025-04-21', '2025-04-30'],
  ['База размещена в стране с 1995 года.', '1995-01-01', '…'],
  ['Встреча прошла на прошлой неделе.', '2025-02-17', '2025-02-23'],
  ['Учения пройдут 10–16 сентября.', '2025-09-10', '2025-09-16'],
  ['Взрыв прогремел в ночь на 5 февраля.', '2025-02-04', '2025-02-05'],
  ['Переговоры начались 5 февраля в 19:25 мск.', '2025-02-05', '2025-02-05'],
  ['Работы завершат к концу 2026 года.', '…', '2026-12-31'],
  ['В декабре инфляция составила 9,5%.', '2024-12-01', '2024-12-31'],
  ['Население сократилось за 30 лет.', '-', '-'],
] as const;

for (const [sentence, from, to] of cases) {
  test(`${sentence} ${from} ${to}`, () => {
    const time = parseTimes(sentence, { reference: '2025-02-26' }).find((e) => !e.text.startsWith('9,5'));
    assert.ok(time);
    const claim = toClaimTime(time);
    if (from === '-') return assert.equal(claim, null);
    return assert.deepEqual({ from: claim?.from ?? '…', to: claim?.to ?? '…' }, { from, to });
  });
}
