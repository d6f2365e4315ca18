import { optional, outside } from '../../../pattern/rule.ts';
import type { Unit } from '../../../time/calendar.ts';
import type { Expression, PartName } from '../../../time/expression.ts';
import type { PhraseRule, Reading } from '../../phrases/reading.ts';
import { K, dash, rule, slot, timeReading, word } from '../../phrases/reading.ts';
import { anyTime, isCalendar, timeThat } from './slots.ts';

const partWord = slot(K.part);
const largeUnit = slot(
  K.unit,
  (u) => u.form === 'singular' && u.unit !== 'hour' && u.unit !== 'minute' && u.unit !== 'second',
);

/** Parts of a time: its beginning, middle, end and halves. */
export const partRules: readonly PhraseRule[] = [
  // в первых числах мая · в последних числах месяца
  rule(
    'first-days',
    [slot(K.number, (n) => n.ordinal && n.value === 1 && n.plural), word('число'), anyTime],
    ([, , t]) => part('start', t.expression),
  ),
  rule('last-days', [slot(K.which, (w) => w.plural && w.count < 0), word('число'), anyTime], ([, , t]) =>
    part('end', t.expression),
  ),
  // в двадцатых числах марта · в 20-х числах мая
  rule(
    'days-in-tens',
    [slot(K.number, (n) => n.ordinal && n.plural && (n.value === 10 || n.value === 20)), word('число'), anyTime],
    ([n, , t]) => part(n.value === 10 ? 'mid' : 'end', t.expression),
  ),
  // в первой декаде марта · третья декада этого месяца
  rule(
    'ten-days',
    [slot(K.number, (n) => n.ordinal && n.value >= 1 && n.value <= 3), word('декада'), anyTime],
    ([n, , t]) => part(n.value === 1 ? 'start' : n.value === 2 ? 'mid' : 'end', t.expression),
  ),
  // в первые дни марта · в последние дни декабря
  rule(
    'first-few-days',
    [slot(K.number, (n) => n.ordinal && n.value === 1 && n.plural), slot(K.unit, (u) => u.form === 'plural'), anyTime],
    ([, , t]) => part('start', t.expression),
  ),
  rule(
    'last-few-days',
    [
      slot(
        K.time,
        (t) => t.expression.type === 'window' && t.expression.sign < 0 && t.expression.amount.parts[0]?.count === null,
      ),
      timeThat(isCalendar),
    ],
    ([, c]) => (c.month === undefined && c.year === undefined ? null : part('end', c)),
  ),
  // в первой половине 2000-х · вторая половина июня · первая половина года
  rule('half-of-time', [slot(K.number, (n) => n.ordinal && n.value <= 2), word('половина'), anyTime], ([n, , t]) =>
    part(n.value === 1 ? 'first-half' : 'second-half', t.expression),
  ),
  rule('half-of-unit', [slot(K.number, (n) => n.ordinal && n.value <= 2), word('половина'), largeUnit], ([n, , u]) =>
    part(n.value === 1 ? 'first-half' : 'second-half', relative(u.unit)),
  ),
  rule('half-of-day-part', [slot(K.number, (n) => n.ordinal && n.value <= 2), word('половина'), word('день')], ([n]) =>
    part(n.value === 1 ? 'first-half' : 'second-half', relative('day')),
  ),
  // в конце этого — начале следующего года: the unit is said once
  rule(
    'part-of-which',
    [
      partWord,
      slot(K.which, (w) => w.sense === 'relative' && !w.plural),
      outside(dash),
      outside(optional(word('в'))),
      outside(partWord),
      outside(timeThat((e): e is Extract<Expression, { type: 'relative' }> => e.type === 'relative')),
    ],
    ([p, w, , , , r]) => part(p.part, { ...r, count: w.count }),
  ),
  // в последней трети года · треть is no more than a third
  // в начале июня · в середине марта · к концу 2024 года · в конце 1980-х · на исходе прошлой недели
  rule('part-of-time', [partWord, anyTime], ([p, t]) => part(p.part, t.expression)),
  // в конце года · до конца месяца · в начале недели · к концу десятилетия
  rule('part-of-unit', [partWord, optional(slot(K.which, (w) => w.sense === 'relative')), largeUnit], ([p, w, u]) =>
    part(p.part, { type: 'relative', unit: u.unit, count: w?.count ?? 0, base: 'reference' }),
  ),
  rule(
    'part-of-year-later',
    [
      timeThat((e): e is Extract<Expression, { type: 'part' }> => e.type === 'part'),
      timeThat((e): e is Extract<Expression, { type: 'relative' }> => e.type === 'relative' && e.unit === 'year'),
    ],
    ([p, r]) =>
      p.of.type === 'calendar' && p.of.year === undefined && p.of.of === undefined
        ? timeReading({ ...p, of: { ...p.of, of: r } })
        : null,
  ),
  // в конце января — начале февраля: the second part
  // в декабре 2014 — январе 2015: see ranges
];

function part(name: PartName, of: Expression): Reading {
  return timeReading({ type: 'part', part: name, of });
}

function relative(unit: Unit): Expression {
  return { type: 'relative', unit, count: 0, base: 'reference' };
}
