import { optional, outside } from '../../../pattern/rule.ts';
import { firstWord, lastWord, nodeBefore, nodeBehind, stopOf } from '../../../pattern/site.ts';
import type { Unit } from '../../../time/calendar.ts';
import type { Amount, Base, Expression } from '../../../time/expression.ts';
import type { PhraseRule, PhraseSite, Reading, ReadingOf } from '../../phrases/reading.ts';
import { K, amountOf, mark, rule, slot, timeReading, word } from '../../phrases/reading.ts';
import { anyTime, dayNumber, isCalendar, smallOrdinal, timeThat, yearless } from './slots.ts';

const dot = optional(mark('.'));
const which = slot(K.which);
const relativeWhich = slot(K.which, (w) => w.sense === 'relative' && !w.plural);
const singularUnit = slot(K.unit, (u) => u.form === 'singular' || u.unit === 'weekend');
const amount = slot(K.amount);
const weekday = slot(K.weekday, (w) => w.style === 'noun');
const weekdayOfDate = slot(K.weekday, (w) => w.style !== 'adjective');
const dayOffset = slot(K.dayOffset);
const relativeTime = timeThat((e): e is Extract<Expression, { type: 'relative' }> => e.type === 'relative');
const partOfDayNoun = slot(K.dayPart, (p) => p.part !== 'day' || p.adverb);

/** Times that count from the day of reference or from the time last spoken of. */
export const relativeRules: readonly PhraseRule[] = [
  // понедельник, 18 февраля · в среду 17 мая · Пт, 18 июля 2014 · в пятницу — 19 июля
  rule(
    'weekday-date',
    [weekdayOfDate, optional(mark(',', '(', '-', '–', '—')), optional(mark('.')), dayDateSlot(), optional(mark(')'))],
    ([w, , , d]) => timeReading({ ...d, weekday: w.weekday }),
  ),
  // 18 февраля, понедельник · 5 мая (вторник) · 13 марта, в воскресенье
  rule(
    'date-weekday',
    [dayDateSlot(), mark(',', '('), optional(word('в')), weekdayOfDate, optional(mark(')'))],
    ([d, sign, , w], site) =>
      sign === '(' || isClosed(site.text, stopOf(site)) ? timeReading({ ...d, weekday: w.weekday }) : null,
  ),
  // 5 числа · 1-го числа · 15-го числа прошлого месяца
  rule('day-of-month', [dayNumber, word('число')], ([d], site) =>
    d.plural && !/^число$/iu.test(lastWord(site)) ? null : timeReading({ type: 'calendar', day: d.value }),
  ),
  // 22-го мы это обсудим · отложили до 15-го.
  rule('day-of-month-alone', [slot(K.number, (n) => n.form === 'digits' && n.ordinal && n.value <= 31)], ([d], site) =>
    site.context.profile.name === 'news' && isDayAlone(site) ? timeReading({ type: 'calendar', day: d.value }) : null,
  ),
  // с. г. · сего года · с.г.
  rule(
    'this-year-short',
    [word('с', 'т'), mark('.'), slot(K.unit, (u) => u.unit === 'year' && u.form === 'short'), dot],
    () => timeReading(relative('year', 0)),
  ),
  // сейчас · прямо сейчас: a moment for readers of reminders; news says nothing by it
  rule('now', [optional(word('прямо')), word('сейчас')], (_, site) =>
    site.context.profile.name === 'news'
      ? null
      : timeReading({ type: 'offset', amount: amountOf('second', 0), sign: 1, base: 'reference' }),
  ),
  // сегодня · вчерашний день · с завтрашнего дня
  rule('day-of-offset', [dayOffset, word('день')], ([d], site) =>
    /дн[её]м$/iu.test(lastWord(site))
      ? null
      : timeReading({ type: 'relative', unit: 'day', count: d.days, base: 'reference' }),
  ),
  rule('day-offset', [dayOffset], ([d]) =>
    timeReading({ type: 'relative', unit: 'day', count: d.days, base: 'reference' }),
  ),
  // вчера, 7 мая 2013 года · сегодня, 4 июля
  rule('offset-and-date', [relativeTime, mark(',', '('), dayDateSlot(), optional(mark(')'))], ([r, , d]) =>
    r.unit === 'day' && r.base === 'reference' ? timeReading(d) : null,
  ),
  // прошлой ночью · этим утром · следующим вечером · в эту ночь
  rule('which-part-of-day', [relativeWhich, partOfDayNoun], ([w, p]) =>
    timeReading({ type: 'calendar', dayPart: p.part, occurrence: occurrenceOf(w.count) }),
  ),
  rule('that-part-of-day', [slot(K.which, (w) => w.sense === 'that'), optional(word('же')), partOfDayNoun], ([, , p]) =>
    timeReading({ type: 'calendar', dayPart: p.part, of: { type: 'relative', unit: 'day', count: 0, base: 'anchor' } }),
  ),
  // в этом же году · в этом же месяце
  rule('same-unit', [slot(K.which, (w) => w.count === 0 && !w.plural), word('же'), singularUnit], ([, , u]) =>
    timeReading(relative(u.unit, 0, 'anchor')),
  ),
  // в тот же день · в тот день · того же года · в этот день · в том же месяце
  rule(
    'that-unit',
    [slot(K.which, (w) => w.sense === 'that'), optional(word('же')), optional(word('самое')), singularUnit],
    ([, , , u]) => timeReading(relative(u.unit, 0, 'anchor')),
  ),
  rule(
    'this-day',
    [
      slot(K.which, (w) => w.sense === 'relative' && w.count === 0),
      optional(word('же')),
      slot(K.unit, (u) => u.unit === 'day' && u.form === 'singular'),
    ],
    () => timeReading(relative('day', 0, 'anchor')),
  ),
  // днём ранее · днём позже: no part of the day
  rule('a-day-earlier', [slot(K.dayPart, (p) => p.part === 'day'), word('ранее', 'позднее')], ([, w], site) =>
    /^дн[её]м$/iu.test(firstWord(site))
      ? timeReading({ type: 'offset', amount: amountOf('day', 1), sign: w === 'ранее' ? -1 : 1, base: 'anchor' })
      : null,
  ),
  // на следующий день · на следующее утро · на другой день
  rule(
    'next-day',
    [
      slot(K.which, (w) => w.count === 1 && w.sense !== 'window'),
      slot(K.unit, (u) => u.unit === 'day' && u.form === 'singular'),
    ],
    () => timeReading(relative('day', 1, 'anchor')),
  ),
  rule('day-before', [slot(K.which, (w) => w.count === -1 && w.sense === 'anchored'), singularUnit], ([, u]) =>
    timeReading(relative(u.unit, -1, 'anchor')),
  ),
  rule('unit-after', [slot(K.which, (w) => w.count === 1 && w.sense === 'anchored'), singularUnit], ([, u]) =>
    timeReading(relative(u.unit, 1, 'anchor')),
  ),
  // в прошлые выходные · на этих выходных · в выходные
  rule('weekend', [optional(which), word('выходной')], ([w], site) =>
    w === undefined && !/ных|ные/iu.test(lastWord(site)) ? null : timeReading(relative('weekend', w?.count ?? 0)),
  ),
  // следующие три секунды · последние 2 года · за последние 10 лет · ближайшие несколько дней
  rule('window', [slot(K.which, (w) => w.plural || w.sense === 'window' || w.sense === 'relative'), amount], ([w, a]) =>
    w.count === 0 || w.sense === 'that'
      ? null
      : timeReading({
          type: 'window',
          amount: a.amount,
          sign: w.count < 0 ? -1 : 1,
          base: w.sense === 'anchored' ? 'anchor' : 'reference',
        }),
  ),
  // за минувшие сутки · в ближайшие сутки: a plural that is one day
  rule(
    'window-day',
    [slot(K.which, (w) => w.plural && w.count !== 0), slot(K.unit, (u) => u.unit === 'day' && u.form === 'singular')],
    ([w]) => timeReading({ type: 'window', amount: amountOf('day', 1), sign: w.count < 0 ? -1 : 1, base: 'reference' }),
  ),
  // последние дни · в ближайшие месяцы · в последние годы
  rule(
    'window-open',
    [
      slot(K.which, (w) => w.plural && w.count !== 0),
      slot(
        K.unit,
        (u) =>
          u.form === 'plural' ||
          u.form === 'count' ||
          u.unit === 'week' ||
          u.unit === 'hour' ||
          u.unit === 'minute' ||
          u.unit === 'decade' ||
          u.unit === 'weekend',
      ),
    ],
    ([w, u]) =>
      u.unit === 'weekend'
        ? timeReading(relative('weekend', w.count))
        : timeReading({
            type: 'window',
            amount: amountOf(u.unit, null),
            sign: w.count < 0 ? -1 : 1,
            base: 'reference',
          }),
  ),
  // за последний год · в ближайший месяц · последнюю неделю (of up to now)
  rule('window-one', [slot(K.which, (w) => w.sense === 'window' && !w.plural), singularUnit], ([w, u], site) =>
    isGenitiveNext(site.text, stopOf(site), nodeBehind(site)?.readings[0])
      ? null
      : timeReading({
          type: 'window',
          amount: amountOf(u.unit, u.count),
          sign: w.count < 0 ? -1 : 1,
          base: 'reference',
        }),
  ),
  // в последнее время · в ближайшее время · в настоящее время · в скором времени · в последний момент
  rule('vague-time', [slot(K.which, (w) => w.sense === 'window' && !w.plural), word('время')], ([w]) =>
    timeReading({ type: 'vague', direction: w.count < 0 ? 'past' : 'future' }),
  ),
  rule('short-time', [word('короткий'), word('время')], () => timeReading({ type: 'vague', direction: 'future' })),
  // на днях · до сих пор · с тех пор · с недавних пор
  rule('these-days', [word('на'), word('днях')], () => timeReading({ type: 'vague', direction: 'either' })),
  // в разные годы
  rule('various-years', [word('разный'), slot(K.unit, (u) => u.unit === 'year')], () =>
    timeReading({ type: 'vague', direction: 'past' }),
  ),
  rule('since-recently', [word('с'), word('давний'), word('пора', 'время')], () =>
    timeReading({ type: 'vague', direction: 'past' }),
  ),
  // недавно · вскоре
  rule('vague', [slot(K.vague)], ([v]) => timeReading({ type: 'vague', direction: v.direction })),
  // в прошлом году · на следующей неделе · этот квартал · в минувшем веке · нынешнего сезона
  rule(
    'which-unit',
    [slot(K.which, (w) => w.sense === 'relative'), optional(word('целый', 'календарный')), singularUnit],
    ([w, , u]) => timeReading(relative(u.unit, w.count)),
  ),
  // прошлой зимой · этим летом · следующая весна
  rule('which-season', [which, slot(K.season)], ([w, s]) =>
    timeReading({ type: 'calendar', season: s.season, ...occurrence(w) }),
  ),
  // первый понедельник октября · последняя пятница марта 2013 года · второй четверг этого месяца
  rule('nth-weekday', [smallOrdinal, weekday, anyTime], ([n, d, t]) =>
    timeReading({ type: 'nth', nth: n.value, unit: 'day', weekday: d.weekday, of: t.expression }),
  ),
  rule('last-weekday', [slot(K.which, (w) => w.sense === 'window' && w.count < 0), weekday, anyTime], ([, d, t]) =>
    timeReading({ type: 'nth', nth: -1, unit: 'day', weekday: d.weekday, of: t.expression }),
  ),
  // в прошлый вторник · в ближайшую субботу · в эту пятницу · следующая среда
  rule('which-weekday', [which, weekday], ([w, d]) =>
    timeReading(
      w.sense === 'that'
        ? { type: 'calendar', weekday: d.weekday }
        : { type: 'calendar', weekday: d.weekday, ...occurrence(w) },
    ),
  ),
  // в прошлом декабре · в этом мае
  rule('which-month', [relativeWhich, timeThat(isCalendar)], ([w, m]) =>
    m.month !== undefined && m.day === undefined && m.year === undefined
      ? timeReading({ ...m, ...occurrence(w) })
      : null,
  ),
  // первая неделя января · третий день месяца · последний день года · последняя неделя сентября
  rule('nth-unit', [smallOrdinal, singularUnit, anyTime], ([n, u, t]) =>
    timeReading({ type: 'nth', nth: n.value, unit: u.unit, of: t.expression }),
  ),
  rule('last-unit', [slot(K.which, (w) => w.sense === 'window' && w.count < 0), singularUnit, anyTime], ([, u, t]) =>
    timeReading({ type: 'nth', nth: -1, unit: u.unit, of: t.expression }),
  ),
  rule(
    'last-unit-of-unit',
    [slot(K.which, (w) => w.sense === 'window' && w.count < 0), singularUnit, singularUnit],
    ([, u, o]) => timeReading({ type: 'nth', nth: -1, unit: u.unit, of: relative(o.unit, 0) }),
  ),
  // первые девять месяцев 2024 года · первые пять дней июня
  rule(
    'first-units',
    [slot(K.number, (n) => n.ordinal && n.value === 1 && n.plural), amount, optional(anyTime)],
    ([, a, t], site) => firstUnits(a.amount, t?.expression, site.context.profile.name),
  ),
  // девять месяцев 2024 года · за шесть месяцев этого года
  rule(
    'units-of-year',
    [
      amount,
      timeThat(
        (e): e is Expression =>
          (e.type === 'calendar' && e.year !== undefined && e.month === undefined) ||
          (e.type === 'relative' && e.unit === 'year'),
      ),
    ],
    ([a, t]) =>
      a.amount.parts.length === 1 && (a.amount.parts[0]?.unit === 'month' || a.amount.parts[0]?.unit === 'quarter')
        ? firstUnits(a.amount, t, 'news')
        : null,
  ),
  // в понедельник · во вторник · пятница (abbreviated only with a preposition or alone)
  rule('weak-wednesday', [outside(word('с', 'до', 'к', 'после')), word('среда')], () =>
    timeReading({ type: 'calendar', weekday: 3 }),
  ),
  rule('weekday', [slot(K.weekday)], ([w], site) => {
    if (w.style !== 'short') return timeReading({ type: 'calendar', weekday: w.weekday });
    const node = site.nodes[site.first];
    const start = node?.start ?? 0;
    // «в ВС РФ», «на СБ ООН»: a body
    if (/^\p{Lu}{2}$/u.test(lastWord(site))) return null;
    return /(?:^|[\s(])(?:в|во|на|с|до|к)\s$/iu.test(site.text.slice(Math.max(0, start - 4), start)) &&
      (node?.stop ?? 0) - start > 1
      ? timeReading({ type: 'calendar', weekday: w.weekday })
      : null;
  }),
  // летом · весной
  rule('season', [slot(K.season)], ([s], site) =>
    /^(?:лета|лету|лето)$/iu.test(lastWord(site)) && nodeBefore(site)?.readings[0]?.kind === K.number
      ? null
      : timeReading({ type: 'calendar', season: s.season }),
  ),
  // в декабре прошлого года · летом этого года · 5 июля с. г. · в третьем квартале текущего года · 15-го числа прошлого месяца
  rule('in-relative', [yearless, optional(mark(',')), relativeTime], ([c, , r]) =>
    r.unit === 'year' || (r.unit === 'month' && c.month === undefined) ? timeReading({ ...c, of: r }) : null,
  ),
  // понедельник на прошлой неделе · на прошлой неделе в среду
  rule('weekday-in-week', [timeThat(isCalendar), optional(word('на')), relativeTime], ([d, , r]) =>
    d.weekday !== undefined && d.day === undefined && r.unit === 'week'
      ? timeReading({ type: 'calendar', weekday: d.weekday, of: r })
      : null,
  ),
  rule(
    'week-and-weekday',
    [relativeTime, optional(mark(',')), optional(word('в')), timeThat(isCalendar)],
    ([r, , , d]) =>
      d.weekday !== undefined && d.day === undefined && r.unit === 'week'
        ? timeReading({ type: 'calendar', weekday: d.weekday, of: r })
        : null,
  ),
  // в канун Дня Победы · в преддверии Нового года
  rule('eve-of-holiday', [optional(word('в')), word('канун'), anyTime], ([, , t]) =>
    timeReading({ type: 'offset', amount: amountOf('day', 1, true), sign: -1, base: t.expression, day: true }),
  ),
  // накануне 5 мая · накануне выборов · накануне
  rule('eve-of-time', [word('накануне', 'перед'), outside(anyTime)], ([w], site) => {
    const next = nodeBehind(site)?.readings[0];
    return w === 'накануне' && next?.kind === K.time
      ? timeReading({ type: 'offset', amount: amountOf('day', 1), sign: -1, base: next.expression, day: true })
      : null;
  }),
  rule('eve', [word('накануне')], () => timeReading({ type: 'relative', unit: 'day', count: -1, base: 'anchor' })),
];

function dayDateSlot() {
  return timeThat(
    (e): e is Extract<Expression, { type: 'calendar' }> =>
      isCalendar(e) && e.day !== undefined && e.clock === undefined && e.weekday === undefined,
  );
}

function relative(unit: Unit, count: number, base: Base = 'reference'): Expression {
  return { type: 'relative', unit, count, base };
}

function occurrenceOf(count: number): 'last' | 'this' | 'next' {
  return count < 0 ? 'last' : count > 0 ? 'next' : 'this';
}

function occurrence(w: ReadingOf<typeof K.which>): { readonly occurrence?: 'last' | 'this' | 'next' | 'nearest' } {
  if (w.sense === 'that') return {};
  return { occurrence: w.sense === 'window' && w.count > 0 ? 'nearest' : occurrenceOf(w.count) };
}

/** «девять месяцев 2024 года»: from the start of the year. */
function firstUnits(length: Amount, of: Expression | undefined, profile: string): Reading | null {
  const part = length.parts[0];
  if (!part || part.count === null || length.parts.length > 1 || (of === undefined && profile !== 'news')) return null;
  const whole: Expression =
    of ??
    (part.unit === 'month' || part.unit === 'quarter'
      ? { type: 'relative', unit: 'year', count: 0, base: 'reference' }
      : { type: 'relative', unit: 'month', count: 0, base: 'anchor' });
  if (of === undefined && part.unit !== 'month' && part.unit !== 'quarter') return null;
  return timeReading({
    type: 'range',
    from: { type: 'nth', nth: 1, unit: part.unit, of: whole },
    to: { type: 'nth', nth: part.count, unit: part.unit, of: whole },
  });
}

/** «22-го мы», «до 15-го,»: no noun follows that it could count, and a clause or a preposition of days opens with it. */
function isDayAlone({ text, nodes, first }: PhraseSite): boolean {
  const { start = 0, stop = 0 } = nodes[first] ?? {};
  const isOpen = /(?:^|[.!?]\s|[«"„“]|(?:^|\s)(?:до|со?|на|ко?|после)\s)$/iu.test(
    text.slice(Math.max(0, start - 8), start),
  );
  return isOpen && /^(?:[.,;!?»"]|$|\s(?:мы|я|он|она|они)(?!\p{L}))/u.test(text.slice(stop, stop + 6));
}

function isClosed(text: string, stop: number): boolean {
  return /^\s*(?:[,.);:]|$|\n)/u.test(text.slice(stop, stop + 3));
}

/** «последний день октября», «последний год войны»: what follows belongs to it. */
function isGenitiveNext(text: string, stop: number, next: Reading | undefined): boolean {
  if (next?.kind === K.time || next?.kind === K.month || next?.kind === K.unit) return true;
  return (
    /^[\s\u00a0]\p{Ll}+(?:а|я|ы|и|ов|ев|ей|ия|ого|его|ой)(?!\p{L})/u.test(text.slice(stop, stop + 30)) &&
    /(?:день|дня|дню|день)$/iu.test(text.slice(stop - 4, stop))
  );
}
