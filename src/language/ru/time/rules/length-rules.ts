import { optional, outside } from '../../../pattern/rule.ts';
import { firstWord, isLastSpaced, stopOf } from '../../../pattern/site.ts';
import { isCoarser, type Unit } from '../../../time/calendar.ts';
import type { Amount } from '../../../time/expression.ts';
import type { PhraseRule, Reading } from '../../phrases/reading.ts';
import { K, amountOf, dash, mark, rule, slot, word } from '../../phrases/reading.ts';
import { countNumber } from './slots.ts';

const dot = optional(mark('.'));
const unit = slot(K.unit, (u) => (u.unit !== 'season' && u.unit !== 'quarter') || u.form !== 'short');
const wholeUnit = slot(K.unit, (u) => u.form !== 'short' && u.unit !== 'season');
const soft = optional(word('целый', 'полный', 'еще', 'календарный', 'лишь'));
const amount = slot(K.amount);

/** Lengths: a number with its unit, and several of them. */
export const lengthRules: readonly PhraseRule[] = [
  // 5-7 дней · два-три года · от трёх до пяти лет
  rule('length-range', [countNumber, dash, countNumber, soft, unit, dot], ([a, , b, , u]) =>
    b.value > a.value ? length(u.unit, b.value * u.count, true) : null,
  ),
  rule('length-from-to', [word('от'), countNumber, word('до'), countNumber, unit, dot], ([, a, , b, u]) =>
    b.value > a.value && a.value < 1000 ? length(u.unit, b.value * u.count, true) : null,
  ),
  // два с половиной года · 3,5 месяца · двое суток · 30 минут · пятнадцать мин.
  rule('length', [countNumber, soft, unit, dot], ([n, , u, ,], site) =>
    n.form === 'vague'
      ? length(u.unit, site.context.profile.several, site.context.profile.several === null)
      : n.ordinal || !fitsUnit(n.value, u.form)
        ? null
        : lengthAt(u.unit, n.value * u.count, site.text, stopOf(site)),
  ),
  // 1" · 5'
  rule('length-signs', [countNumber, mark('"', '″')], ([n], site) =>
    isLastSpaced(site) || site.context.profile.name === 'news' ? null : length('second', n.value),
  ),
  rule('length-minutes-sign', [countNumber, mark("'", '′')], ([n], site) =>
    isLastSpaced(site) || site.context.profile.name === 'news' ? null : length('minute', n.value),
  ),
  // четверть часа · 3 четверти часа · треть века · половина года
  rule('quarters-of', [optional(countNumber), word('четверть'), wholeUnit], ([n, , u]) =>
    length(u.unit, (n?.value ?? 1) / 4),
  ),
  rule('half-of', [word('половина', 'пол'), wholeUnit], ([w, u], site) =>
    w === 'пол' || site.context.profile.name !== 'news' ? length(u.unit, 0.5) : null,
  ),
  // лет 30 · дней пять
  rule('length-turned', [slot(K.unit, (u) => u.form === 'count' || u.form === 'plural'), countNumber], ([u, n], site) =>
    n.value < 200 && !n.ordinal && /^(?:лет|дней|часов|минут|месяцев|недель)$/iu.test(firstWord(site))
      ? length(u.unit, n.value, true)
      : null,
  ),
  // много лет · ряд месяцев · долгие годы · считанные дни
  rule('length-many', [word('много', 'ряд', 'долгий', 'считаный'), wholeUnit], ([, u]) => length(u.unit, null, true)),
  // год и три месяца · 3 года и 8 месяцев · 5 дней 2 часа · 1 год, 1 месяц и 1 день
  ...[1, 2, 3, 4, 5].map((nth) =>
    rule(
      `length-sum-${String(nth)}`,
      [amount, optional(mark(',')), optional(word('и', 'плюс')), amount],
      ([a, , , b]) => {
        const last = a.amount.parts.at(-1);
        const next = b.amount.parts[0];
        return last && next && isCoarser(last.unit, next.unit)
          ? { kind: K.amount, amount: join(a.amount, b.amount) }
          : null;
      },
    ),
  ),
  // год и три месяца · час и 20 минут
  rule('unit-and-length', [slot(K.unit, (u) => u.form === 'singular'), optional(word('и')), amount], ([u, , b]) => {
    const next = b.amount.parts[0];
    return next && isCoarser(u.unit, next.unit)
      ? { kind: K.amount, amount: join(amountOf(u.unit, u.count), b.amount) }
      : null;
  }),
  // год с половиной · месяц с небольшим
  rule('unit-and-half', [slot(K.unit, (u) => u.form === 'singular'), word('с'), word('половиной', 'половина')], ([u]) =>
    length(u.unit, 1.5),
  ),
  // около часа · почти год · порядка двух лет · где-то два года · ровно месяц · более 20 лет
  rule('about-length', [word('около', 'примерно', 'почти'), amount], ([, a]) => ({
    kind: K.amount,
    amount: { ...a.amount, approx: true },
  })),
  rule(
    'about-unit',
    [word('около', 'почти', 'примерно'), slot(K.unit, (u) => u.form === 'singular' && u.unit !== 'quarter')],
    ([, u]) => length(u.unit, u.count, true),
  ),
  rule('exact-length', [word('ровно'), amount], ([, a]) => a),
  rule('exact-unit', [word('ровно', 'целый', 'полный'), slot(K.unit, (u) => u.form === 'singular')], ([, u]) =>
    length(u.unit, u.count),
  ),
  rule(
    'bounded-length',
    [optional(word('не')), word('более', 'менее', 'выше', 'минимум'), optional(word('чем')), amount],
    ([, , , a]) => ({ kind: K.amount, amount: { ...a.amount, approx: true } }),
  ),
  rule(
    'bounded-unit',
    [
      optional(word('не')),
      word('более', 'менее'),
      optional(word('чем')),
      slot(K.unit, (u) => u.form === 'singular' && u.unit !== 'quarter'),
    ],
    ([, , , u]) => length(u.unit, u.count, true),
  ),
  // +15 минут is an offset; see the rules of offsets
  // двухдневный · 30-летний (an age is told apart when the times are chosen)
  rule('range-of-adjectives', [outside(countNumber), outside(dash), slot(K.lengthAdjective)], ([, , a]) =>
    a.age ? null : { kind: K.amount, amount: a.amount },
  ),
];

/** «£30 млн дня врачей»: nobody counts days in millions; years they do. */
function fitsUnit(value: number, form: string): boolean {
  return value < 1e6 || form === 'count';
}

/** A length, unless the words go on to make a date or a rate of it («2 года» in «2 года н. э.»). */
function lengthAt(unitName: Unit, value: number, text: string, stop: number): Reading | null {
  return /^\s?н\.\s?э/u.test(text.slice(stop, stop + 6)) ? null : length(unitName, value);
}

function length(unitName: Unit, count: number | null, approx = false): Reading {
  return { kind: K.amount, amount: amountOf(unitName, count, approx) };
}

function join(a: Amount, b: Amount): Amount {
  return { parts: [...a.parts, ...b.parts], approx: a.approx || b.approx };
}
