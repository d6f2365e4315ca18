import { optional } from '../../../pattern/rule.ts';
import { lastWord, nodeBefore, stopOf } from '../../../pattern/site.ts';
import type { Amount, Expression } from '../../../time/expression.ts';
import type { PhraseRule, PhraseSite, Reading } from '../../phrases/reading.ts';
import { K, amountOf, mark, rule, slot, timeReading, word } from '../../phrases/reading.ts';
import { readEvent } from './event-words.ts';
import { anyTime } from './slots.ts';

const amount = slot(K.amount);
const oneUnit = slot(K.unit, (u) => u.form === 'singular' && u.unit !== 'quarter' && u.unit !== 'season');
const more = optional(word('еще', 'уже', 'лишь', 'примерно', 'около', 'почти', 'ровно'));

const minus = {
  ...mark('-', '–'),
  mask: (1 << K.mark) | (1 << K.word),
  test: (reading: Reading) =>
    (reading.kind === K.mark && (reading.mark === '-' || reading.mark === '–')) ||
    (reading.kind === K.word && reading.word === 'минус')
      ? true
      : null,
};

/** Distances from the reference, from the time last spoken of, and from events. */
export const offsetRules: readonly PhraseRule[] = [
  // через месяц после подписания · спустя две недели после 5 мая
  rule('after-time', [word('через', 'спустя'), more, amount, word('после', 'от', 'с'), anyTime], ([, , a, , t]) =>
    offset(a.amount, 1, t.expression),
  ),
  rule('unit-after-time', [word('через', 'спустя'), oneUnit, word('после', 'от', 'с'), anyTime], ([, u, , t]) =>
    offset(amountOf(u.unit, u.count), 1, t.expression),
  ),
  rule('after-event', [word('через', 'спустя'), more, amount, word('после', 'от')], ([, , a, w], site) =>
    event(a.amount, 1, site, w),
  ),
  rule('unit-after-event', [word('через', 'спустя'), more, oneUnit, word('после', 'от')], ([, , u, w], site) =>
    event(amountOf(u.unit, u.count), 1, site, w),
  ),
  // за день до 5 мая · за неделю до выборов · за год до этого
  rule('before-time', [word('за'), more, amount, word('до'), anyTime], ([, , a, , t]) =>
    offset(a.amount, -1, t.expression),
  ),
  rule('unit-before-time', [word('за'), oneUnit, word('до'), anyTime], ([, u, , t]) =>
    offset(amountOf(u.unit, u.count), -1, t.expression),
  ),
  rule('before-that', [word('за'), more, amount, word('до'), slot(K.which, (w) => w.count === 0)], ([, , a]) =>
    offset(a.amount, -1, 'anchor'),
  ),
  rule('unit-before-that', [word('за'), more, oneUnit, word('до'), slot(K.which, (w) => w.count === 0)], ([, , u]) =>
    offset(amountOf(u.unit, u.count), -1, 'anchor'),
  ),
  rule('before-event', [word('за'), more, amount, word('до')], ([, , a, w], site) => event(a.amount, -1, site, w)),
  rule('unit-before-event', [word('за'), more, oneUnit, word('до')], ([, , u, w], site) =>
    event(amountOf(u.unit, u.count), -1, site, w),
  ),
  // через неделю · через 3 года · через полтора часа · спустя две недели
  rule('through', [word('через'), more, amount], ([, , a], site) => later(a.amount, site)),
  rule('through-unit', [word('через'), more, oneUnit], ([, , u], site) => later(amountOf(u.unit, u.count), site)),
  rule('after-length', [word('спустя'), more, amount], ([, , a], site) =>
    afterLength(a.amount, site.context.profile.name),
  ),
  rule('after-unit', [word('спустя'), more, oneUnit], ([, , u], site) =>
    afterLength(amountOf(u.unit, u.count), site.context.profile.name),
  ),
  rule('length-after', [amount, word('спустя')], ([a]) => offset(a.amount, 1, 'anchor')),
  rule('unit-after', [oneUnit, word('спустя')], ([u]) => offset(amountOf(u.unit, u.count), 1, 'anchor')),
  // +15 минут · плюс два дня
  rule('plus', [word('плюс'), amount], ([, a]) => offset(a.amount, 1, 'reference')),
  rule('plus-sign', [mark('+'), amount], ([, a]) => offset(a.amount, 1, 'reference')),
  // -3 года · минус 15 минут, as a reader of reminders takes them
  rule('minus', [minus, amount], ([, a], site) =>
    site.context.profile.name !== 'news' && site.first === 0 ? offset(a.amount, -1, 'reference') : null,
  ),
  // 5 дней назад · неделю тому назад · час назад · около 23 часов назад
  rule('ago', [amount, optional(word('тому')), word('назад')], ([a]) => offset(a.amount, -1, 'reference')),
  rule('unit-ago', [oneUnit, optional(word('тому')), word('назад')], ([u]) =>
    offset(amountOf(u.unit, u.count), -1, 'reference'),
  ),
  // годом ранее · тремя днями позже · на день раньше · двумя неделями ранее
  rule('earlier', [optional(word('на')), amount, word('ранее')], ([, a]) => offset(a.amount, -1, 'anchor')),
  rule('unit-earlier', [optional(word('на')), oneUnit, word('ранее')], ([, u]) =>
    offset(amountOf(u.unit, u.count), -1, 'anchor'),
  ),
  rule('later', [optional(word('на')), amount, word('позднее')], ([, a]) => offset(a.amount, 1, 'anchor')),
  rule('unit-later', [optional(word('на')), oneUnit, word('позднее')], ([, u]) =>
    offset(amountOf(u.unit, u.count), 1, 'anchor'),
  ),
  // в годы войны · в день выборов · во время визита: the time of an event
  rule('years-of-event', [word('в'), slot(K.unit, (u) => u.unit === 'year' && u.form === 'plural')], (_, site) => {
    const words = /^годы$/iu.test(lastWord(site)) ? readEvent(site.text, stopOf(site)) : null;
    return words === null ? null : timeReading({ type: 'event', event: words, sign: 0, amount: null });
  }),
];

function offset(a: Amount, sign: 1 | -1, base: 'reference' | 'anchor' | Expression): Reading {
  return timeReading({ type: 'offset', amount: a, sign, base });
}

/** «через год»: from the reference; in a story of the past from the time last spoken of (settled when it is resolved). */
function later(a: Amount, site: PhraseSite): Reading {
  return site.first > 0 && nodeBefore(site)?.readings[0]?.kind === K.time
    ? offset(a, 1, 'anchor')
    : offset(a, 1, 'reference');
}

/** «спустя две недели» counts from what was last spoken of; readers of reminders count from the reference. */
function afterLength(a: Amount, profile: string): Reading {
  return offset(a, 1, profile === 'news' ? 'anchor' : 'reference');
}

/** The words after the rule are an event without a date: named, and left unresolved. */
function event(a: Amount, sign: 1 | -1, site: PhraseSite, preposition: string): Reading | null {
  const words = readEvent(site.text, stopOf(site));
  return words === null || preposition === 'с' ? null : timeReading({ type: 'event', event: words, sign, amount: a });
}
