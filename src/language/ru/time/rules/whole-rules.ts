import { optional } from '../../../pattern/rule.ts';
import { firstWord, lastWord, startOf, stopOf } from '../../../pattern/site.ts';
import type { Amount, CalendarFields, Expression } from '../../../time/expression.ts';
import type { PhraseRule, PhraseSite, Reading } from '../../phrases/reading.ts';
import { K, amountOf, dash, mark, rule, slot, timeReading, word } from '../../phrases/reading.ts';
import {
  anyTime,
  dayDate,
  dayNumber,
  dayTime,
  isCalendar,
  shareFields,
  timeThat,
  withFields,
  yearsWord,
} from './slots.ts';

const calendar = timeThat(isCalendar);
const bound = timeThat(
  (e): e is Expression =>
    e.type !== 'bound' && e.type !== 'vague' && e.type !== 'set' && e.type !== 'duration' && e.type !== 'event',
);

const clockRange = timeThat(
  (e): e is Extract<Expression, { type: 'range' }> => e.type === 'range' && isClockOnly(e.from) && isClockOnly(e.to),
);

/** Days of one month; these come before a clock time is joined to them («22-23 фев в 7»). */
export const dayRangeRules: readonly PhraseRule[] = [
  // 10-16 сентября · 10–16 сентября 2021 года · 22-23 фев · со 2-го на 3-е ноября
  // not «вторая — 19 января»
  rule('days-of-month', [dayNumber, dash, dayDate], ([a, , d], site) =>
    /(?:ая|ья|ый|ой|ий)$/iu.test(firstWord(site)) ? null : ranged(site, { ...withoutWeekday(d), day: a.value }, d),
  ),
  rule('days-from-to', [word('с', 'от'), dayNumber, word('по', 'до', 'на'), dayDate], ([, a, , d], site) =>
    ranged(site, { ...withoutWeekday(d), day: a.value }, d),
  ),
  rule('days-up-to', [dayNumber, word('по'), dayDate], ([a, , d], site) =>
    ranged(site, { ...withoutWeekday(d), day: a.value }, d),
  ),
  rule('days-between', [word('между'), dayNumber, word('и'), dayDate], ([, a, , d], site) =>
    ranged(site, { ...withoutWeekday(d), day: a.value }, d),
  ),
];

/** Ranges and bounds. */
export const rangeRules: readonly PhraseRule[] = [
  // в марте-апреле · апрель–май 2012 г. · с февраля по май 2010 года
  // с 28 мая по 3 июня · 13 июля - 15 июля · сентябрь 2014 — январь 2015 · с понедельника по пятницу · с 9:30 до 11:00
  rule(
    'from-to',
    [
      optional(word('период')),
      word('с', 'от', 'начиная'),
      optional(word('с')),
      anyTime,
      optional(mark(',')),
      optional(word('и')),
      word('по', 'до', 'заканчивая'),
      anyTime,
    ],
    ([, , , a, , , , b], site) => ranged(site, a.expression, b.expression),
  ),
  rule('between', [word('между'), anyTime, word('и'), anyTime], ([, a, , b], site) =>
    ranged(site, a.expression, b.expression),
  ),
  rule('dashed', [anyTime, dash, optional(word('в', 'во')), anyTime], ([a, , , b], site) =>
    similar(a.expression, b.expression) ? ranged(site, a.expression, b.expression) : null,
  ),
  // завтра с 10 до 12 часов · в четверг с 9 до 11 утра · с 10:00 до 12:00 5 мая
  rule('day-and-hours', [dayTime, optional(mark(',')), clockRange], ([d, , r]) =>
    timeReading({ ...r, from: withFields(d, clockOf(r.from)), to: withFields(d, clockOf(r.to)) }),
  ),
  rule('hours-and-day', [clockRange, optional(mark(',')), optional(word('в')), dayTime], ([r, , , d]) =>
    timeReading({ ...r, from: withFields(d, clockOf(r.from)), to: withFields(d, clockOf(r.to)) }),
  ),
  // с 1991 по 2001 годы ends in a lone word
  rule('range-and-years', [timeThat((e): e is Expression => e.type === 'range'), yearsWord], ([r]) => timeReading(r)),
  // до 5 июля · не позднее 1 сентября · вплоть до 2030 года · по 14 апреля 2016 года
  rule(
    'not-later',
    [word('не'), word('позднее'), optional(word('чем')), optional(word('до', 'к', 'с')), bound],
    ([, , , , t]) => timeReading({ type: 'bound', side: 'before', inclusive: true, of: t }),
  ),
  rule(
    'not-earlier',
    [word('не'), word('ранее'), optional(word('чем')), optional(word('с', 'в')), bound],
    ([, , , , t]) => timeReading({ type: 'bound', side: 'after', inclusive: true, of: t }),
  ),
  rule('no-later-than-day', [word('позднее'), bound], ([, t]) =>
    timeReading({ type: 'bound', side: 'after', inclusive: false, of: t }),
  ),
  // никто ранее 1956 года · «Ранее 19 марта порт закрыли» tells the day itself
  rule('earlier-than', [word('ранее'), bound], ([, t], site) =>
    t.type === 'calendar' && !(firstWord(site).startsWith('Р') && t.day !== undefined && t.year === undefined)
      ? timeReading({ type: 'bound', side: 'before', inclusive: false, of: t })
      : null,
  ),
  rule('until', [word('до'), bound], ([, t]) =>
    timeReading({ type: 'bound', side: 'before', inclusive: t.type === 'part' || t.type === 'relative', of: t }),
  ),
  rule(
    'through-day',
    [
      word('по'),
      timeThat(
        (e): e is CalendarFields =>
          isCalendar(e) &&
          (e.day !== undefined || e.year !== undefined || e.month !== undefined) &&
          e.weekday === undefined,
      ),
    ],
    ([, t], site) =>
      isPlace(site.text, startOf(site))
        ? null
        : site.context.profile.ranges === 'apart'
          ? timeReading(t)
          : timeReading({ type: 'bound', side: 'before', inclusive: true, of: t }),
  ),
  // к 2030 году · к концу года · к 5 июля · ближе к осени
  rule('by', [optional(word('ближе')), word('к'), bound], ([, , t], site) =>
    site.context.profile.name === 'duckling'
      ? timeReading(t)
      : timeReading({ type: 'bound', side: 'before', inclusive: true, of: t }),
  ),
  // с 1995 года, but not «по сравнению с прошлым годом» · начиная с мая · с начала года · с понедельника
  rule('since', [optional(word('начиная')), word('с'), bound], ([, , t], site) =>
    /(?:годом|месяцем|кварталом|полугодием|неделей)$/iu.test(lastWord(site))
      ? null
      : site.context.profile.ranges === 'apart'
        ? timeReading(t)
        : timeReading({ type: 'bound', side: 'after', inclusive: true, of: t }),
  ),
  // после 14 часов · после 5 июля · после 2030 года
  rule('after', [word('после'), bound], ([, t]) =>
    timeReading({ type: 'bound', side: 'after', inclusive: false, of: t }),
  ),
  // перед новым годом
  rule('before', [word('перед'), bound], ([, t], site) =>
    site.context.profile.name === 'news'
      ? timeReading({ type: 'bound', side: 'before', inclusive: false, of: t })
      : null,
  ),
];

/** Approximation, lengths left over, sets, holidays. */
export const lastRules: readonly PhraseRule[] = [
  // около 03:15 мск · примерно в 19:00 · приблизительно 5 июля · около полудня
  rule('about', [word('около', 'примерно'), optional(word('в', 'с', 'к')), anyTime], ([, , t]) =>
    t.expression.type === 'bound' ? null : timeReading({ type: 'modified', modifier: 'approx', of: t.expression }),
  ),
  // три раза в неделю · раз в два года · дважды в год
  rule('times-per', [slot(K.number, (n) => !n.ordinal), word('раз'), word('в'), largeOrAmount()], ([n, , , a]) =>
    set(a, undefined, n.value),
  ),
  rule('once-per', [word('раз'), word('в', 'за'), largeOrAmount()], ([, , a]) => set(a)),
  // каждые три дня · каждый год · каждую пятницу · каждое утро · каждый месяц
  rule('every-time', [word('каждый'), calendar], ([, t]) => set(everyOf(t), t)),
  rule('every-amount', [word('каждый'), largeOrAmount()], ([, a]) => set(a)),
  rule('every-smallest', [word('каждый'), slot(K.unit, (u) => u.form !== 'short')], ([, u]) =>
    set(amountOf(u.unit, 1)),
  ),
  rule('every-part', [word('каждый'), slot(K.dayPart)], ([, p]) =>
    set(amountOf('day', 1), { type: 'calendar', dayPart: p.part }),
  ),
  // ежегодно в мае · ежегодно 9 мая · ежедневно с 9:00 до 18:00
  rule('regularly-at', [slot(K.every), optional(word('в', 'на', 'по')), anyTime], ([e, , t]) =>
    set(amountOf(e.unit, 1), t.expression),
  ),
  rule('at-regularly', [anyTime, slot(K.every)], ([t, e]) =>
    t.expression.type === 'calendar' ? set(amountOf(e.unit, 1), t.expression) : null,
  ),
  rule('regularly', [slot(K.every)], ([e]) => set(amountOf(e.unit, 1))),
  // по понедельникам · по вечерам · по субботам и воскресеньям
  rule('on-weekdays', [word('по'), calendar], ([, t], site) =>
    t.weekday !== undefined && t.day === undefined && /(?:ам|ям)$/iu.test(lastWord(site))
      ? set(amountOf('week', 1), t)
      : null,
  ),
  // в течение двух лет · на протяжении десяти лет · за 30 лет · на пять лет · в ходе недели
  rule(
    'within',
    [
      optional(word('в', 'на')),
      word('течение', 'протяжение'),
      optional(word('целый', 'весь', 'ближе')),
      slot(K.amount),
    ],
    ([, , , a], site) => within(a.amount, site.context.profile.name),
  ),
  rule(
    'within-unit',
    [
      optional(word('в', 'на')),
      word('течение', 'протяжение'),
      optional(word('целый', 'весь')),
      slot(K.unit, (u) => u.form === 'singular'),
    ],
    ([, , , u], site) => within(amountOf(u.unit, u.count), site.context.profile.name),
  ),
  rule(
    'throughout',
    [optional(word('в', 'на')), word('течение', 'протяжение', 'ход', 'период'), optional(word('весь')), anyTime],
    ([, , , t]) => (t.expression.type === 'set' ? null : timeReading(t.expression)),
  ),
  rule('for-length', [word('за', 'на'), optional(word('весь', 'целый', 'лишь')), slot(K.amount)], ([, , a], site) =>
    site.context.profile.bareDuration === 'none' ? null : timeReading({ type: 'duration', amount: a.amount }),
  ),
  rule(
    'for-unit',
    [
      word('за', 'на'),
      optional(word('целый', 'весь', 'лишь')),
      slot(
        K.unit,
        (u) =>
          u.form === 'singular' &&
          u.unit !== 'day' &&
          u.unit !== 'hour' &&
          u.unit !== 'quarter' &&
          u.unit !== 'season' &&
          u.unit !== 'century',
      ),
    ],
    ([w, , u], site) =>
      site.context.profile.bareDuration === 'duration' &&
      /^(?:год|месяц|неделю|сутки|десятилетие|столетие|век|полугодие|минуту|секунду)$/u.test(lastWord(site)) &&
      (w === 'за' ||
        !/(?:младше|старше|моложе)/u.test(site.text.slice(Math.max(0, startOf(site) - 24), stopOf(site) + 16))) &&
      !isGovernment(site.text, stopOf(site))
        ? timeReading({ type: 'duration', amount: amountOf(u.unit, u.count) })
        : null,
  ),
  rule('bare-length', [slot(K.amount)], ([a], site) =>
    site.context.profile.bareDuration === 'none' ? null : timeReading({ type: 'duration', amount: a.amount }),
  ),
  // секунда · часочек, alone: for readers that take a unit for one of it
  rule('bare-unit', [slot(K.unit, (u) => u.form === 'singular')], ([u], site) =>
    site.context.profile.name === 'duckling' && site.nodes.length === 1 && lastWord(site) !== 'суток'
      ? timeReading({ type: 'duration', amount: amountOf(u.unit, u.count) })
      : null,
  ),
  rule('bare-adjective', [slot(K.lengthAdjective)], ([a], site) =>
    site.context.profile.bareDuration === 'none' ? null : timeReading({ type: 'duration', amount: a.amount }),
  ),
];

function isClockOnly(e: Expression): boolean {
  return (
    e.type === 'calendar' &&
    e.clock !== undefined &&
    e.day === undefined &&
    e.weekday === undefined &&
    e.of === undefined
  );
}

function clockOf(e: Expression): Omit<CalendarFields, 'type'> {
  return e.type === 'calendar' && e.clock !== undefined ? { clock: e.clock } : {};
}

function set(every: Amount, at?: Expression, times?: number): Reading {
  return timeReading({
    type: 'set',
    every,
    ...(at === undefined ? {} : { at }),
    ...(times === undefined ? {} : { times }),
  });
}

function everyOf(fields: CalendarFields): Amount {
  if (fields.month !== undefined || fields.season !== undefined) return amountOf('year', 1);
  return fields.weekday !== undefined
    ? amountOf('week', 1)
    : fields.day !== undefined
      ? amountOf('month', 1)
      : amountOf('day', 1);
}

function largeOrAmount() {
  return {
    mask: (1 << K.unit) | (1 << K.amount),
    optional: false,
    outside: false,
    test: (reading: Reading) =>
      reading.kind === K.amount
        ? reading.amount
        : reading.kind === K.unit && reading.form !== 'short' && reading.form !== 'count'
          ? amountOf(reading.unit, reading.count)
          : null,
  };
}

/** «будет сделано в течение двух часов»: a length in news; the end of it, or the stretch from now, for other readers. */
function within(a: Amount, profile: string): Reading {
  if (profile.startsWith('chrono')) return timeReading({ type: 'offset', amount: a, sign: 1, base: 'reference' });
  if (profile === 'news') return timeReading({ type: 'duration', amount: a });
  return timeReading({
    type: 'range',
    from: { type: 'offset', amount: amountOf('second', 0), sign: 1, base: 'reference' },
    to: { type: 'offset', amount: a, sign: 1, base: 'reference' },
  });
}

function ranged(site: PhraseSite, from: Expression, to: Expression): Reading | null {
  if (site.context.profile.ranges === 'apart') return null;
  const first = from.type === 'calendar' && to.type === 'calendar' ? shareFields(from, to) : shareWhole(from, to);
  const last = first.type === 'calendar' && to.type === 'calendar' ? shareDay(to, first) : to;
  return timeReading({ type: 'range', from: first, to: last });
}

/** «в начале мая — середине июня 2015 года»: the year of the second goes to the first. */
function shareWhole(from: Expression, to: Expression): Expression {
  if (from.type === 'part' && to.type === 'part' && from.of.type === 'calendar' && to.of.type === 'calendar') {
    return { ...from, of: shareFields(from.of, to.of) };
  }
  return from;
}

/** «24 апреля с 10:00 до 12:00»: the second clock time lies on the day of the first. */
function shareDay(to: CalendarFields, from: CalendarFields): CalendarFields {
  if (to.clock === undefined || to.day !== undefined || from.day === undefined) return to;
  const { clock: _, dayPart: __, ...day } = from;
  return { ...day, clock: to.clock };
}

function withoutWeekday(fields: CalendarFields): CalendarFields {
  const { weekday: _, clock: __, ...rest } = fields;
  return rest;
}

/** A dash joins only times of one grain: «13 июля – 15 июля», «сентябрь – декабрь». */
function similar(a: Expression, b: Expression): boolean {
  if (a.type === 'relative' && b.type === 'relative') return a.unit === b.unit && a.count < b.count;
  if (a.type === 'part' || b.type === 'part') return a.type === b.type;
  if (a.type === 'years' || b.type === 'years') return a.type === b.type;
  // 9:30–11:00 в четверг
  if (isClockOnly(a) && b.type === 'calendar' && b.clock !== undefined) return true;
  if (a.type !== 'calendar' || b.type !== 'calendar') return false;
  if ((a.day === undefined) !== (b.day === undefined) || (a.clock === undefined) !== (b.clock === undefined))
    return false;
  return (a.month === undefined) === (b.month === undefined) && (a.weekday === undefined) === (b.weekday === undefined);
}

/** «по 5-й авеню», «средства по 2020 год»: only a range or a term has «по» before a date. */
function isPlace(text: string, start: number): boolean {
  return /(?:операци\p{L}*|решени\p{L}*|дел\p{L})\s$/u.test(text.slice(Math.max(0, start - 12), start));
}

/** «за год тюрьмы», «на месяц ареста» count what follows; still a length. */
function isGovernment(text: string, stop: number): boolean {
  return /^[\s\u00a0]+(?:до|назад|по)(?!\p{L})/u.test(text.slice(stop, stop + 10));
}
