import { optional, outside } from '../../../pattern/rule.ts';
import { nodeBefore, startOf, stopOf } from '../../../pattern/site.ts';
import type { Clock } from '../../../time/expression.ts';
import type { PartOfDay } from '../../../time/profile.ts';
import type { NumberReading, PhraseRule, PhraseSite, Reading } from '../../phrases/reading.ts';
import { K, dash, mark, rule, slot, timeReading, word } from '../../phrases/reading.ts';

const atHour = outside(word('в', 'до', 'с', 'после', 'к', 'от', 'по', 'около', 'между', 'примерно'));
const hourNumber = slot(K.number, (n) => Number.isInteger(n.value) && n.value >= 0 && n.value <= 24 && isPlain(n));
const minuteNumber = slot(K.number, (n) => Number.isInteger(n.value) && n.value >= 0 && n.value < 60 && isPlain(n));
const hourWord = slot(K.unit, (u) => u.unit === 'hour');
const minuteWord = slot(K.unit, (u) => u.unit === 'minute');
const halfOfDay = slot(
  K.dayPart,
  (p) => p.part !== 'noon' && p.part !== 'midnight' && p.part !== 'lunch' && p.part !== 'dawn',
);
const nextHour = slot(K.number, (n) => n.ordinal && n.value >= 1 && n.value <= 12);

const minuteOrM = {
  ...minuteWord,
  mask: (1 << K.unit) | (1 << K.word),
  test: (reading: Reading) =>
    (reading.kind === K.unit && reading.unit === 'minute') || (reading.kind === K.word && reading.word === 'м')
      ? true
      : null,
};
const quarterOrMinutes = {
  ...minuteWord,
  mask: (1 << K.number) | (1 << K.word),
  test: (reading: Reading) =>
    reading.kind === K.word && reading.word === 'четверть'
      ? 15
      : reading.kind === K.number && reading.value > 0 && reading.value < 31
        ? reading.value
        : null,
};

/** Clock times. `settled` is false where «в 3» may be of either half of the day. */
export const clockRules: readonly PhraseRule[] = [
  // где-то: one word of approximation
  rule('somewhere', [word('где'), dash, word('то')], () => ({ kind: K.word, word: 'примерно' })),
  // в 14 часов 30 минут · в 9 ч 05 мин
  rule(
    'hours-and-minutes',
    [outside(word('в', 'до', 'с', 'к', 'около')), hourNumber, hourWord, optional(mark('.')), minuteNumber, minuteWord],
    ([, h, , , m]) => clock(h.value, m.value),
  ),
  // 15ч15м · 15 ч 15 мин, as a reader of reminders takes them
  rule(
    'hours-minutes-short',
    [
      hourNumber,
      slot(K.unit, (u) => u.unit === 'hour' && u.form === 'short'),
      optional(mark('.')),
      minuteNumber,
      minuteOrM,
    ],
    ([h, , , m], site) => (site.context.profile.hoursAreClock ? clock(h.value, m.value) : null),
  ),
  // без четверти полдень · без пяти полночь
  rule(
    'to-noon',
    [
      word('без'),
      quarterOrMinutes,
      optional(minuteWord),
      slot(K.dayPart, (p) => p.part === 'noon' || p.part === 'midnight'),
    ],
    ([, m, , p]) => clock(p.part === 'noon' ? 11 : 23, 60 - m, true),
  ),
  // 8 часов вечера · в 3 часа дня · в 2 часа ночи
  rule('hours-of-part', [hourNumber, hourWord, optional(mark('.')), halfOfDay], ([h, , , p]) =>
    clock(inHalf(h.value, p.part), null, true),
  ),
  // в 3 часа после полудня
  rule(
    'hours-after-noon',
    [hourNumber, optional(hourWord), word('после'), slot(K.dayPart, (p) => p.part === 'noon' || p.part === 'lunch')],
    ([h]) => clock(inHalf(h.value, 'day'), null, true),
  ),
  // в 4 утра · в 11 вечера
  rule('hour-of-part', [hourNumber, halfOfDay], ([h, p], site) =>
    p.adverb || (p.part === 'day' && !followsHourWord(site)) ? null : clock(inHalf(h.value, p.part), null, true),
  ),
  // в 8:30 вечера · в 13:30 дня
  rule('clock-of-part', [slot(K.clock), halfOfDay], ([c, p]) =>
    p.adverb ? null : { kind: K.clock, clock: { ...c.clock, hour: inHalf(c.clock.hour, p.part), settled: true } },
  ),
  // в 10.25 по местному времени · около 15.30
  rule(
    'dotted-clock',
    [atHour, slot(K.dotted, (d) => /^\d{1,2}\.[0-5]\d$/u.test(d.digits) && d.first < 25)],
    ([prep, d], site) =>
      prep === 'от' ||
      (site.context.profile.dotted === 'date' && (prep === 'по' || prep === 'до' || prep === 'с') && d.second <= 12) ||
      isMeasured(site.text, stopOf(site)) ||
      followsRangeOfDecimals(site.text, stopOf(site))
        ? null
        : clock(d.first, d.second, d.first > 12),
  ),
  // в час дня · в час ночи
  rule('one-o-clock', [slot(K.unit, (u) => u.unit === 'hour' && u.form === 'singular'), halfOfDay], ([, p], site) =>
    p.adverb || !/^час$/iu.test(wordAt(site.text, startOf(site))) ? null : clock(inHalf(1, p.part), null, true),
  ),
  // без четверти три · без двадцати пять · без 10 минут 12
  rule(
    'minutes-to-hour',
    [
      word('без'),
      slot(K.number, (n) => n.value > 0 && n.value < 31),
      optional(minuteWord),
      hourNumber,
      optional(hourWord),
      optional(halfOfDay),
    ],
    ([, m, , h, , p]) => minutesTo(h.value, m.value, p?.part),
  ),
  rule(
    'quarter-to-hour',
    [word('без'), word('четверть'), hourNumber, optional(hourWord), optional(halfOfDay)],
    ([, , h, , p]) => minutesTo(h.value, 15, p?.part),
  ),
  // четверть третьего · двадцать минут пятого · половина шестого · пол шестого
  rule('quarter-of-hour', [word('четверть'), nextHour, optional(halfOfDay)], ([, h, p]) =>
    minutesOf(h.value, 15, p?.part),
  ),
  rule('half-of-hour', [word('половина', 'пол'), nextHour, optional(halfOfDay)], ([, h, p]) =>
    minutesOf(h.value, 30, p?.part),
  ),
  rule('minutes-of-hour', [minuteNumber, minuteWord, nextHour, optional(halfOfDay)], ([m, , h, p]) =>
    m.ordinal ? null : minutesOf(h.value, m.value, p?.part),
  ),
  // в 15 часов · до 11 часов · после 14 часов · в 15ч
  rule('hours', [outside(word('в', 'до', 'с', 'после', 'к', 'от')), hourNumber, hourWord], ([prep, h], site) =>
    (prep === 'до' || prep === 'после' || prep === 'с' || prep === 'от') &&
    h.value < 6 &&
    site.context.profile.name === 'news'
      ? null
      : clock(h.value, null),
  ),
  // с 10 до 18 часов · с 9 до 11 вечера (the first number takes its sense from the second)
  rule(
    'hour-before-clock',
    [outside(word('с', 'от')), hourNumber, outside(word('до', 'по')), outside(slot(K.clock))],
    ([, h, , c]) =>
      clock(
        c.clock.settled && c.clock.hour > 12 && h.value + 12 < c.clock.hour + (c.clock.minute === null ? 0 : 1)
          ? h.value + 12
          : h.value,
        null,
        c.clock.settled,
      ),
  ),
  // с 9 до 11, as a reader of reminders takes them
  rule('bare-hours-from', [outside(word('с')), hourNumber, outside(word('до')), outside(hourNumber)], ([, h], site) =>
    site.context.profile.bareHour ? clock(h.value, null) : null,
  ),
  rule('clock-before-hour', [outside(slot(K.clock)), outside(word('до')), hourNumber], ([, , h]) =>
    clock(h.value, null),
  ),
  // 10–12 часов (only beside «в», «с»)
  rule('hour-range-start', [outside(word('в')), hourNumber, outside(dash), outside(slot(K.clock))], ([, h, , c]) =>
    clock(h.value, null, c.clock.settled),
  ),
  // в три пятнадцать
  rule(
    'spoken-clock',
    [
      outside(word('в')),
      slot(K.number, (n) => n.form === 'words' && !n.ordinal && n.value >= 1 && n.value <= 24),
      slot(K.number, (n) => n.form === 'words' && !n.ordinal && n.value >= 5 && n.value < 60),
    ],
    ([, h, m]) => clock(h.value, m.value),
  ),
  // 3 часа · 15 часов, as a reader of reminders takes them
  rule('bare-hours', [hourNumber, hourWord], ([h], site) =>
    site.context.profile.hoursAreClock && site.nodes.length === 2 ? clock(h.value, null) : null,
  ),
  // в 3 · в 15, as a reader of reminders takes them
  rule('bare-hour', [outside(word('в')), hourNumber], ([, h], site) =>
    site.context.profile.bareHour && !h.ordinal && standsAlone(site.text, stopOf(site)) ? clock(h.value, null) : null,
  ),
  // 10:00 по московскому времени · 19:24 мск · 12:00 по Гринвичу · 15:00 UTC · 15:00 (мск)
  rule(
    'clock-zone',
    [slot(K.clock), optional(word('по')), slot(K.zone), optional(word('время'))],
    ([c, , z, w], site) => zoned(c, z.minutes, w, site),
  ),
  rule(
    'clock-zone-in-brackets',
    [slot(K.clock), mark('('), optional(word('по')), slot(K.zone), optional(word('время')), mark(')')],
    ([c, , , z, w], site) => zoned(c, z.minutes, w, site),
  ),
  // 23:00 по Москве · по Минску
  rule('clock-time', [slot(K.clock)], ([c]) =>
    c.clock.hour === 24 && (c.clock.minute ?? 0) > 0
      ? null
      : timeReading({ type: 'calendar', clock: c.clock, ...(c.zone === undefined ? {} : { zone: c.zone }) }),
  ),
];

function isPlain(number: NumberReading): boolean {
  return (
    (number.form === 'digits' && number.digits.length <= 2 && number.ending === '') ||
    (number.form === 'words' && !number.ordinal && number.rank !== 'whole')
  );
}

function clock(hour: number, minute: number | null, settled = false): Reading {
  const value: Clock = { hour, minute, second: null, settled: settled || hour > 12 || hour === 0 };
  return { kind: K.clock, clock: value };
}

/** The hour of the 24-hour clock: 8 вечера is 20, 12 ночи 0, 3 ночи 3, 1 дня 13. */
function inHalf(hour: number, part: PartOfDay): number {
  if (hour > 12) return hour;
  if (part === 'evening') return hour === 12 ? 0 : hour + 12;
  if (part === 'day' || part === 'afternoon' || part === 'lunch') return hour < 10 ? hour + 12 : hour;
  return part === 'night' && (hour === 12 || hour > 9) ? (hour + 12) % 24 : hour;
}

function minutesTo(hour: number, minutes: number, part: PartOfDay | undefined): Reading {
  const whole = part === undefined ? hour : inHalf(hour, part);
  return clock((whole + 23) % 24, 60 - minutes, part !== undefined);
}

function minutesOf(coming: number, minutes: number, part: PartOfDay | undefined): Reading {
  const whole = coming === 1 ? 12 : coming - 1;
  return clock(part === undefined ? whole : inHalf(whole, part), minutes, part !== undefined);
}

/** Whether a count or a measure follows: «в 10.25 раза», «в 15.5 км». */
function isMeasured(text: string, at: number): boolean {
  return /^[\s\u00a0]*(?:%|процент|раз|млн|млрд|тыс|км|метр|тонн|балл|градус|рубл|доллар|евро)/iu.test(
    text.slice(at, at + 16),
  );
}

/** «в 10.1 - 10.12»: a range of decimals. */
function followsRangeOfDecimals(text: string, at: number): boolean {
  return /^\s*[-–—]\s*\d{1,3}\.\d(?!\d)/u.test(text.slice(at, at + 10));
}

function wordAt(text: string, at: number): string {
  return /^\p{L}+/u.exec(text.slice(at, at + 16))?.[0] ?? '';
}

/** «в 3 дня», «до 2 дня» are hours; «за 3 дня», «последние 2 дня» are lengths. */
function followsHourWord(site: PhraseSite): boolean {
  return nodeBefore(site)?.readings.some((r) => r.kind === K.word && hourWords.has(r.word)) ?? false;
}

const hourWords = new Set(['в', 'до', 'с', 'к', 'около']);

/** Nothing that could be counted follows. */
function standsAlone(text: string, at: number): boolean {
  return (
    !/^[\s\u00a0]*(?:[\p{L}%,.\-–—:]\s?[\p{L}\d]|[%])/u.test(text.slice(at, at + 6)) ||
    /^[\s\u00a0]*(?:,|и|до|по|утра|вечера)(?!\p{L})/u.test(text.slice(at, at + 10))
  );
}

function zoned(
  c: Extract<Reading, { kind: typeof K.clock }>,
  zone: number | 'local',
  time: string | undefined,
  site: PhraseSite,
): Reading | null {
  return zoneIsMeant(site.text, stopOf(site), time !== undefined, zone) ? { ...c, zone } : null;
}

/** An adjective of a city is a zone only before «время»; «по местному времени» likewise. */
function zoneIsMeant(text: string, stop: number, withTime: boolean, minutes: number | 'local'): boolean {
  if (withTime) return true;
  const lead = text.slice(Math.max(0, stop - 12), stop);
  return (
    minutes !== 'local' &&
    (/(?:мск|msk|utc|gmt|cet|eet|est)\)?$/iu.test(lead) ||
      /московскому$|киевскому$|минскому$/iu.test(lead) ||
      lead.toLowerCase().endsWith('гринвичу'))
  );
}
