import { optional, outside } from '../../../pattern/rule.ts';
import { lastWord, nodeBefore, nodeBehind, startOf, stopOf } from '../../../pattern/site.ts';
import type { CalendarFields } from '../../../time/expression.ts';
import { fullYear } from '../../phrases/read-numeral.ts';
import type { PhraseRule } from '../../phrases/reading.ts';
import { K, dash, mark, rule, slot, timeReading, word } from '../../phrases/reading.ts';
import { centuryRules } from './century-rules.ts';
import { isBareYear, isDistance, isSingular, isYearContext } from './year-context.ts';
import {
  anyOf,
  date,
  dayDate,
  dayNumber,
  monthDate,
  ordinalOrDigit,
  range,
  shortYear,
  smallOrdinal,
  timeThat,
  yearNumber,
  yearOf,
  yearWord,
  yearsWord,
} from './slots.ts';

const dot = optional(mark('.'));
const nounMonth = slot(K.month, (m) => m.style !== 'adjective');
const separator = optional(mark('-', '–', '/', '.'));
const quarterWord = slot(K.unit, (u) => u.unit === 'quarter');
const quarterDate = timeThat((e): e is CalendarFields => e.type === 'calendar' && e.quarter !== undefined);
const halfWord = slot(K.unit, (u) => u.unit === 'half');

/** Dates of the calendar, from the figure date to the century. */
export const dateRules: readonly PhraseRule[] = [
  // 24-ого февраля 2015 года · 10-августа-2012 · 10/августа/2012 · 3 мар. 2015 · двадцать пятое мая 2020 года
  rule(
    'day-month-year',
    [dayNumber, separator, nounMonth, dot, separator, yearNumber, optional(yearWord), dot],
    ([d, , m, , , y]) => date({ day: d.value, month: m.month, year: y.value }),
  ),
  // 13 ноября 211 года: a year of three figures
  rule(
    'day-month-old-year',
    [dayNumber, nounMonth, slot(K.number, (n) => n.form === 'digits' && n.digits.length === 3), yearWord],
    ([d, m, y]) => date({ day: d.value, month: m.month, year: y.value }),
  ),
  // Авг 26, 2015
  rule(
    'month-day-year',
    [nounMonth, dot, dayNumber, optional(mark(',')), yearNumber, optional(yearWord)],
    ([m, , d, , y]) => date({ day: d.value, month: m.month, year: y.value }),
  ),
  // 18 июля 14 г. · 5 мая '98
  rule(
    'day-month-short-year',
    [dayNumber, nounMonth, dot, optional(mark("'")), shortYear, yearWord, dot],
    ([d, m, , , y]) => date({ day: d.value, month: m.month, year: yearOf(y) }),
  ),
  // 18 февраля · 18-го февраля · 1-е мар. · третьего марта
  rule('day-short-month', [dayNumber, separator, slot(K.month, (m) => m.style === 'short'), mark('.')], ([d, , m]) =>
    date({ day: d.value, month: m.month }),
  ),
  rule('day-month', [dayNumber, separator, nounMonth], ([d, , m]) => date({ day: d.value, month: m.month })),
  // в марте 2011 года · Ноябрь 2014 · сен. 2012 · сен-2012 · в апреле 1999-го
  rule('month-year', [nounMonth, dot, separator, yearNumber, optional(yearWord), dot], ([m, , , y]) =>
    date({ month: m.month, year: y.value }),
  ),
  // авг 96 · август '96
  rule(
    'month-short-year',
    [slot(K.month, (m) => m.style !== 'adjective'), dot, optional(mark("'")), shortYear, optional(yearWord)],
    ([m, , apostrophe, y, w], site) =>
      (m.style === 'short' || apostrophe !== undefined || w !== undefined) && isYearContext(site.text, stopOf(site))
        ? date({ month: m.month, year: fullYear(y.digits) })
        : null,
  ),
  ...centuryRules,
  // II квартал 2024 года · в третьем квартале · 4-й квартал 2018
  rule('quarter-year', [ordinalOrDigit, quarterWord, dot, yearNumber, optional(yearWord), dot], ([q, , , y]) =>
    q.value > 4 ? null : date({ quarter: q.value, year: y.value }),
  ),
  rule('quarter', [ordinalOrDigit, quarterWord], ([q], site) =>
    q.value > 4 || !(q.ordinal || isSingular(site)) ? null : date({ quarter: q.value }),
  ),
  // в I–III кварталах 2019 года
  rule('quarters', [ordinalOrDigit, dash, quarterDate], ([q, , t]) =>
    q.value < (t.quarter ?? 0) ? range({ ...t, quarter: q.value }, t) : null,
  ),
  // во втором и третьем кварталах
  rule('quarter-shares-word', [smallOrdinal, outside(anyOf), outside(quarterDate)], ([q, , t]) =>
    q.value > 4 ? null : timeReading({ ...t, quarter: q.value }),
  ),
  // в первом полугодии 2024 года · I полугодие
  rule('half-year-of', [ordinalOrDigit, halfWord, yearNumber, optional(yearWord), dot], ([h, , y]) =>
    h.value > 2 ? null : date({ half: h.value, year: y.value }),
  ),
  rule('half-year', [ordinalOrDigit, halfWord], ([h], site) =>
    h.value > 2 || !(h.ordinal || isSingular(site)) ? null : date({ half: h.value }),
  ),
  // зимой 2014/15 года · зима 2024–2025
  rule(
    'winter-of-years',
    [
      slot(K.season),
      yearNumber,
      mark('/', '-', '–', '—'),
      slot(K.number, (n) => n.form === 'digits' && (n.digits.length === 2 || n.digits.length === 4)),
      optional(yearsWord),
      dot,
    ],
    ([season, y, , n]) => {
      const last = n.digits.length === 2 ? Math.floor(y.value / 100) * 100 + n.value : n.value;
      return last === y.value + 1 ? date({ season: season.season, year: last }) : null;
    },
  ),
  // летом 2010 года · зима 2014 · с лета 2019 года
  rule('season-year', [slot(K.season), optional(dash), yearNumber, optional(yearWord), dot], ([s, , y]) =>
    date({ season: s.season, year: y.value }),
  ),
  // 44 год до н. э.
  rule(
    'year-before-era',
    [
      slot(K.number, (n) => Number.isInteger(n.value) && n.value > 0 && n.value < 10_000),
      optional(yearWord),
      dot,
      word('до'),
      word('н', 'наша'),
      dot,
      word('э', 'эра'),
      dot,
    ],
    ([n]) => date({ year: 1 - n.value }),
  ),
  // 70 год н. э.
  rule(
    'year-of-era',
    [
      slot(K.number, (n) => Number.isInteger(n.value) && n.value > 0 && n.value < 3000),
      yearWord,
      dot,
      word('н', 'наша'),
      dot,
      word('э', 'эра'),
      dot,
    ],
    ([n]) => date({ year: n.value }),
  ),
  // в 2010—2011 годах · 1994—1999 гг. · в 2024–25 гг. · сезон 2013/14
  rule(
    'years',
    [
      yearNumber,
      mark('-', '–', '—', '/'),
      slot(K.number, (n) => n.form === 'digits' && (n.digits.length === 4 || n.digits.length === 2) && !n.ordinal),
      optional(yearsWord),
      dot,
    ],
    ([a, sign, b, w], site) => {
      const last = b.digits.length === 2 ? Math.floor(a.value / 100) * 100 + b.value : b.value;
      if (last <= a.value || last - a.value > 400 || (w === undefined && b.digits.length === 2 && sign !== '/'))
        return null;
      return w === undefined && !isYearContext(site.text, stopOf(site))
        ? null
        : range({ type: 'calendar', year: a.value }, { type: 'calendar', year: last });
    },
  ),
  // с 2001 по 2008 год · от 1999 до 2004 года
  rule(
    'year-to-year',
    [outside(word('с', 'от', 'между')), yearNumber, outside(word('по', 'до', 'и')), outside(yearNumber)],
    ([, y]) => date({ year: y.value }),
  ),
  // 2004 год · в 2009 году · 2000год · 2000 г.
  rule(
    'year',
    [
      slot(
        K.number,
        (n) =>
          isYearFigure(n.value) &&
          !n.plural &&
          (n.form === 'digits'
            ? n.digits.length === 4 && (n.ending === '' || n.ordinal)
            : n.form === 'words' && n.ordinal && n.value > 1000),
      ),
      yearsWord,
      dot,
    ],
    ([n, w], site) =>
      w.form === 'plural' && !n.ordinal && !isListOfYears(site.text, startOf(site))
        ? null
        : isDistance(nodeBehind(site)?.readings)
          ? null
          : date({ year: n.value }),
  ),
  // год 2000 · год2000
  rule('year-number', [slot(K.unit, (u) => u.unit === 'year' && u.form === 'singular'), yearNumber], ([, y]) =>
    date({ year: y.value }),
  ),
  // в 98 году · в 91-м году · в девяносто первом году
  rule(
    'short-year',
    [
      slot(
        K.number,
        (n) =>
          n.value >= 10 &&
          n.value < 100 &&
          Number.isInteger(n.value) &&
          !n.plural &&
          (n.form === 'digits' ? n.ordinal || n.digits.length === 2 : n.ordinal),
      ),
      slot(K.unit, (u) => u.unit === 'year' && u.form === 'singular'),
    ],
    ([n], site) =>
      nodeBefore(site)?.readings.some((r) => r.kind === K.word && r.word === 'на') &&
      n.value > 20 &&
      n.value < 115 &&
      n.ordinal
        ? null
        : n.ordinal || /(?:году|годом|годе)$/iu.test(lastWord(site))
          ? date({
              year: n.form === 'digits' ? fullYear(String(n.value)) : n.value < 30 ? 2000 + n.value : 1900 + n.value,
            })
          : null,
  ),
  // в 988 году
  rule('old-year', [slot(K.number, (n) => n.form === 'digits' && n.digits.length === 3), yearWord], ([n], site) =>
    /(?:году|годом|годе)$/iu.test(lastWord(site)) ? date({ year: n.value }) : null,
  ),
  // весной и летом · март · в мае: a month alone
  rule('month', [slot(K.month)], ([m], site) => {
    const node = site.nodes[site.first];
    const raw = site.text.slice(node?.start, node?.stop);
    if (m.style === 'short' && !isShortMonthMeant(raw, site.text, node?.start ?? 0, node?.stop ?? 0)) return null;
    if (nodeBefore(site)?.readings[0]?.kind === K.number && m.style !== 'adjective') return null;
    return date({ month: m.month });
  }),
  // в 2008 · с 2006 · (2013) · 2001—2003
  rule('bare-year', [yearNumber], ([y], site) => {
    const node = site.nodes[site.first];
    return node && site.context.profile.bareYear && isBareYear(y, site.text, node.start, node.stop)
      ? date({ year: y.value })
      : null;
  }),
  // в конце 2010 — начале 2011 года · в конце 2010 и в начале 2011 года
  rule(
    'year-of-part',
    [
      outside(slot(K.part)),
      yearNumber,
      outside(optional(dash)),
      outside(optional(anyOf)),
      outside(optional(word('в', 'к'))),
      outside(slot(K.part)),
    ],
    ([, y]) => date({ year: y.value }),
  ),
  // 15 и 16 мая · 3, 5 и 7 июня: a day takes the month of the next one
  ...[1, 2, 3, 4].map((nth) =>
    rule(`day-shares-month-${String(nth)}`, [dayNumber, outside(anyOf), outside(dayDate)], ([d, , of]) =>
      timeReading({ ...of, day: d.value }),
    ),
  ),
  // в мае и июне 2015 года · в марте, апреле и мае 2015 года: from the last to the first
  ...[1, 2, 3].map((nth) =>
    rule(`month-shares-year-${String(nth)}`, [monthDate, outside(anyOf), outside(monthDate)], ([a, , b]) =>
      a.year === undefined && b.year !== undefined ? timeReading({ ...a, year: b.year }) : null,
    ),
  ),
  // в 2014 и 2015 годах
  rule(
    'year-shares-word',
    [
      yearNumber,
      outside(anyOf),
      outside(
        slot(
          K.time,
          (t) =>
            t.expression.type === 'calendar' && t.expression.year !== undefined && t.expression.month === undefined,
        ),
      ),
    ],
    ([y]) => date({ year: y.value }),
  ),
];

function isYearFigure(value: number): boolean {
  return Number.isInteger(value) && value >= 1000 && value < 3000;
}

/** «в 2014, 2015 и 2016 годах», «в конце 2010 и начале 2011 годов»: another year stands before. */
function isListOfYears(text: string, start: number): boolean {
  return /\d{4}(?:-?\p{L}{1,2})?\s?(?:,|и|или|по|до|[-–—])\s?(?:(?:в\s)?(?:начал|конц|середин)\p{L}\s)?$/u.test(
    text.slice(Math.max(0, start - 26), start),
  );
}

/** «мар», «сен», «дек» as words of their own are months only with a preposition or a full stop («в янв», «сен.»). */
function isShortMonthMeant(raw: string, text: string, start: number, stop: number): boolean {
  const lead = text.slice(Math.max(0, start - 4), start);
  return (
    (raw.length >= 3 && /(?:^|\s)(?:в|во|на|с|до|к|по)\s$/iu.test(lead)) || (start === 0 && stop >= text.length - 1)
  );
}
