import { isDateLine, isStampLine } from '../find-printed-date.ts';
import { readSignedLine } from '../read-signed-line.ts';
import { findDirection } from '../../language/ru/time/find-direction.ts';
import { dayNumber } from '../../language/time/calendar.ts';
import type { DateText } from './read-date-text.ts';
import { readDateText } from './read-date-text.ts';

/** A day printed on the page or at the head of the text, and where. */
export interface PrintedDay extends DateText {
  readonly place: 'date line' | 'dateline' | 'lead' | 'relative line';
  /** The words that give it. */
  readonly words: string;
  /** Days before the day of capture, for «Сегодня, 10:30»; `null` for a date. */
  readonly daysAgo: number | null;
  /** 1 Monday … 7 Sunday, where printed beside it. */
  readonly weekday: number | null;
}

/**
 * The days that a page prints of itself, the surest first: lines that are nothing but a date, then the agency's dateline
 * at the head of the text, then a day in the first sentences on which somebody spoke.
 */
export function findPrintedDays(dateLines: readonly string[], text: string): readonly PrintedDay[] {
  const head = text.split('\n', 12);
  const lines = [...dateLines, ...head.filter((line) => line.length < 100 && isDateLine(line))];
  const found = lines.flatMap((line) => readLine(line));
  return [
    ...found.filter((day) => day.year !== null),
    ...head.slice(0, 3).flatMap((line) => readSignedDay(line).concat(isStampLine(line) ? readLine(line) : [])),
    ...found.filter((day) => day.year === null),
    ...head.slice(0, 5).flatMap((line) => readDateline(line)),
    ...findLead(head),
  ];
}

/** 04.07.2024 | 19:25 · 21 мая 2025 г. 10:37 · Вчера, 15:40 · Рыболовство Новости 14 мая 2006 9:05 */
function readLine(line: string): readonly PrintedDay[] {
  const date = readDateText(line);
  if (date) return [{ ...date, place: 'date line', words: line.trim(), daysAgo: null, weekday: weekdayIn(line) }];
  const ago = /(?<!\p{L})(сегодня|вчера|позавчера|today|yesterday)(?!\p{L})/iu.exec(line)?.[1]?.toLowerCase();
  if (ago === undefined) return [];
  const time = /(?<!\d)([01]?\d|2[0-3]):[0-5]\d(?!\d)/u.exec(line)?.[0] ?? null;
  const daysAgo = ago === 'позавчера' ? 2 : ago === 'вчера' || ago === 'yesterday' ? 1 : 0;
  return [
    {
      year: null,
      month: 0,
      day: 0,
      time,
      zone: null,
      place: 'relative line',
      words: line.trim(),
      daysAgo,
      weekday: null,
    },
  ];
}

function readSignedDay(line: string): readonly PrintedDay[] {
  const signed = readSignedLine(line);
  const date = signed && readDateText(signed.day);
  return date
    ? [{ ...date, place: 'date line', words: line.trim(), daysAgo: null, weekday: weekdayIn(signed.day) }]
    : [];
}

/** «Москва. 29 июня. INTERFAX.RU - …», «4 июля, Астана /Корр. …/», «МИНСК, 12 мар — РИА Новости.», «Париж. 5 февраля 2022г. —», «Пролив, 5 февраля, 2022, 20:34 — …» */
function readDateline(line: string): readonly PrintedDay[] {
  const head = line.slice(0, 140);
  for (const form of datelines) {
    const words = form.exec(head)?.[1];
    const date = words === undefined ? null : readDateText(words);
    if (date && words !== undefined)
      return [
        {
          ...date,
          place: 'dateline',
          words: head.slice(0, head.indexOf(words) + words.length).trim(),
          daysAgo: null,
          weekday: weekdayIn(head.slice(0, head.indexOf(words))),
        },
      ];
  }
  return [];
}

const cityWords = `(?:\\p{Lu}[\\p{L}-]+(?:[ -]\\p{Lu}[\\p{L}-]+){0,2})`;
const dayWords = `(\\d{1,2}\\s+\\p{L}{3,9}\\.?(?:,?\\s+\\d{4}(?:\\s*г(?:ода)?\\.?)?(?:,\\s+\\d{1,2}:\\d\\d)?)?)`;
// Порт-Лея. Среда, 18 июня.
const weekdayWords =
  '(?:(?:[Пп]онедельник|[Вв]торник|[Сс]реда|[Чч]етверг|[Пп]ятница|[Сс]уббота|[Вв]оскресенье),?\\s+)?';
const datelines: readonly RegExp[] = [
  // Москва. 29 июня. INTERFAX.RU - · МОСКВА, 29 июн — РИА Новости. · Минск, 3 марта. /ТАСС/.
  new RegExp(
    `^\\s*${cityWords}(?:\\s*\\([^)\\n]{1,40}\\))?\\s*[.,]\\s*${weekdayWords}${dayWords}(?=\\s*[.,]?\\s*(?:[-–—/(]|\\p{Lu}|$))`,
    'u',
  ),
  // 4 июля, Астана /Корр. …/ · 12 мая, Минск —
  new RegExp(`^\\s*${dayWords},\\s*${cityWords}(?=\\s*[-–—/(.])`, 'u'),
  // 12 мая 2024 года, «Утренний вестник». · 12 мая, агентство «Маяк-информ» —
  new RegExp(`^\\s*${dayWords},\\s*(?:\\p{Ll}{3,20}\\s+)?«[^«»\\n]{2,40}»(?=\\s*(?:\\.|[-–—]\\s|$))`, 'u'),
  // 12 мая. / ТАСС · 12 мая — РИА Новости
  new RegExp(`^\\s*${dayWords}\\s*[.,]?\\s*(?=[-–—/]\\s*\\p{Lu}|\\(\\p{Lu})`, 'u'),
];

/**
 * «… заявила 26 февраля официальный представитель»: a day with a verb of speech in the first two paragraphs; of «20 июня
 * одобрил», «22 июня заявил» the later one.
 */
function findLead(head: readonly string[]): readonly PrintedDay[] {
  const [first, ...others] = head.slice(0, 4).flatMap((line) => daysOfLead(line.slice(0, 500)));
  if (first === undefined) return [];
  const daysAfter = (day: PrintedDay): number =>
    dayNumber(2001, day.month, day.day) - dayNumber(2001, first.month, first.day);
  const later = others.filter((day) => daysAfter(day) > 0 && daysAfter(day) <= longestStory);
  return [later.toSorted((a, b) => daysAfter(b) - daysAfter(a))[0] ?? first];
}

/** The days of one piece of news, from the first to the last. */
const longestStory = 14;

function daysOfLead(lead: string): readonly PrintedDay[] {
  // few leads have a day, and to look behind each word of the others for it would take long
  if (!/\d\s+[яфмаисонд]/u.test(lead)) return [];
  return [
    ...lead.matchAll(
      /(?<![\d.,\p{L}-])(?:(\p{L}+),?\s+)?(\d{1,2}\s+(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)(?:\s+\d{4}\s*г(?:ода)?\.?)?)(?!\p{L})/gu,
    ),
  ].flatMap((match) => {
    const words = match[2] ?? '';
    const date = readDateText(words);
    const stop = match.index + match[0].length;
    if (!date || date.year !== null || !isSpoken(lead, stop - words.length, stop)) return [];
    const weekday = weekdayWord(match[1]) ?? weekdayBehind(lead.slice(stop, stop + 20));
    return [{ ...date, place: 'lead', words: match[0].trim(), daysAgo: null, weekday }];
  });
}

/** «26 февраля, в пятницу, …», «26 февраля (пятница)», «26 февраля в пятницу» */
function weekdayBehind(after: string): number | null {
  return weekdayWord(/^(?:,?\s(?:во?\s)?|\s\()(\p{L}+)/u.exec(after)?.[1]);
}

/** Of a word in full: «26 февраля ВС», «в СБ 26 февраля» name bodies. */
function weekdayWord(word: string | undefined): number | null {
  return word === undefined || word.length < 'среда'.length ? null : weekdayIn(word);
}

/** Whether a verb of speech or of a fresh happening stands in the same part of the sentence, or «сегодня» beside the day. */
function isSpoken(line: string, start: number, stop: number): boolean {
  const before =
    line
      .slice(Math.max(0, start - 90), start)
      .split(/[.!?;]/u)
      .at(-1) ?? '';
  const after = line.slice(stop, stop + 90).split(/[.!?;]/u)[0] ?? '';
  if (
    /(?:нн|вш)\p{L}{2,4}(?:ся)?\s$/u.test(before) ||
    /(?:\s(?:с|до|по|от|к|после|на|до конца|не позднее))\s$/u.test(before)
  )
    return false;
  if (/(?<!\p{L})сегодня,?\s$/iu.test(before)) return true;
  // «10 октября намерен посетить», «2-3 сентября посетит»: a day that is still to come
  const isAhead = findDirection(line, start, stop, null).toward === 'future' || /\d\s?[-–—]$/u.test(before);
  return !isAhead && (speech.test(before) || speech.test(after));
}

const speech =
  /(?<!\p{L})(?:сообщ|заяв|рассказ|объяв|сказал|отмет|подчеркн|подпис|встрет|провел|провод|прош[лё]|состоял|обсуд|одобр|утверд|прибы|посет|передал|вручил|прилет|открыл|нача[лт]|стартов|заверш|принял|переда[её]т|информир)\p{L}*(?:л|ла|ло|ли|лся|лась|лось|лись|ет|ют|или|ила|ил)?(?!\p{L})/u;

function weekdayIn(line: string): number | null {
  const found =
    /(?<!\p{L})(понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|пн|вт|ср|чт|пт|сб|вс)(?!\p{L})/iu
      .exec(line)?.[1]
      ?.toLowerCase();
  if (found === undefined) return null;
  const index = weekdayStarts.findIndex((starts) => starts.some((start) => found.startsWith(start)));
  return index < 0 ? null : index + 1;
}

const weekdayStarts = [
  ['пон', 'пн', 'mon'],
  ['вт', 'tue'],
  ['ср', 'wed'],
  ['чет', 'чт', 'thu'],
  ['пят', 'пт', 'fri'],
  ['суб', 'сб', 'sat'],
  ['вос', 'вс', 'sun'],
];
