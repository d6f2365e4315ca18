/** A day printed on a page, with the clock time where one stands beside it. */
export interface PrintedDate {
  /** The line or part of a line that holds it. */
  readonly text: string;
  /** `null` where no year is printed. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** `19:25` */
  readonly time: string | null;
}

/** Names of months as dates use them, in Russian, Belarusian, Ukrainian, Kazakh and English; short forms without their dot. */
const months: readonly (readonly string[])[] = [
  ['январь', 'января', 'янв', 'студзеня', 'січня', 'қаңтар', 'january', 'jan'],
  ['февраль', 'февраля', 'фев', 'февр', 'лютага', 'лютого', 'ақпан', 'february', 'feb'],
  ['март', 'марта', 'мар', 'сакавіка', 'березня', 'наурыз', 'march', 'mar'],
  ['апрель', 'апреля', 'апр', 'красавіка', 'квітня', 'сәуір', 'april', 'apr'],
  ['май', 'мая', 'траўня', 'мая', 'травня', 'мамыр', 'may'],
  ['июнь', 'июня', 'июн', 'чэрвеня', 'червня', 'маусым', 'june', 'jun'],
  ['июль', 'июля', 'июл', 'ліпеня', 'липня', 'шілде', 'july', 'jul'],
  ['август', 'августа', 'авг', 'жніўня', 'серпня', 'тамыз', 'august', 'aug'],
  ['сентябрь', 'сентября', 'сен', 'сент', 'верасня', 'вересня', 'қыркүйек', 'september', 'sept', 'sep'],
  ['октябрь', 'октября', 'окт', 'кастрычніка', 'жовтня', 'қазан', 'october', 'oct'],
  ['ноябрь', 'ноября', 'ноя', 'нояб', 'лістапада', 'листопада', 'қараша', 'november', 'nov'],
  ['декабрь', 'декабря', 'дек', 'снежня', 'грудня', 'желтоқсан', 'december', 'dec'],
];
const monthNumbers: ReadonlyMap<string, number> = new Map(
  months.flatMap((names, n) => names.map((name) => [name, n + 1] as const)),
);

const clock = '(?:[01]?\\d|2[0-3]):[0-5]\\d';
const clocks = new RegExp(`${clock}(?::\\d\\d)?`, 'gu');
const clockAlone = new RegExp(`(?<![\\p{N}:])${clock}(?![\\p{N}])`, 'u');
const forms: readonly RegExp[] = [
  // 21 мая 2025 г., 4 июля
  new RegExp(
    `(?<![\\p{N}.,:])(?<day>[0-3]?\\d)\\s+(?<month>\\p{L}{3,12})\\.?(?:,?\\s+(?<year>(?:19|20)\\d\\d))?(?!\\p{N})`,
    'u',
  ),
  // 04.07.2024, 4/7/24
  /(?<![\p{N}.,:/])(?<day>[0-3]?\d)[./](?<number>[01]?\d)[./](?<year>(?:(?:19|20)\d\d|\d\d))(?!\p{N})/u,
  // 2024-07-04
  /(?<!\p{N})(?<year>(?:19|20)\d\d)-(?<number>[01]\d)-(?<day>[0-3]\d)(?!\p{N})/u,
  // May 21, 2025
  new RegExp(
    `(?<!\\p{L})(?<month>\\p{L}{3,9})\\.?\\s+(?<day>[0-3]?\\d)(?:st|nd|rd|th)?,?\\s+(?<year>(?:19|20)\\d\\d)(?!\\p{N})`,
    'u',
  ),
];

/** Finds the first date printed in a line; days that no calendar has are refused. */
export function findPrintedDate(line: string): PrintedDate | null {
  const found = findDate(line);
  return found && { text: line, ...found.date, time: clockAlone.exec(line)?.[0] ?? null };
}

/** The first date of a line, and where it stands. */
function findDate(line: string): { readonly date: Day; readonly start: number; readonly stop: number } | null {
  for (const form of forms) {
    const found = form.exec(line);
    const date = found?.groups && toDate(found.groups);
    if (date) return { date, start: found.index, stop: found.index + found[0].length };
  }
  return null;
}

/**
 * Whether a line is a date, with or without a clock time, and nothing else: «04.07.2024 | 19:25»,
 * «Опубликовано: 21 мая 2025 г. 10:37», «Вчера, 15:40», «15:40».
 */
export function isDateLine(line: string): boolean {
  if (line.length > 100 || !/\d/u.test(line)) return false;
  const rest = line
    .toLowerCase()
    .replaceAll(clocks, ' ')
    .replaceAll(/(?:19|20)\d\d-[01]\d-[0-3]\dt?|[0-3]?\d[./][01]?\d[./](?:19|20)?\d\d/gu, ' ')
    .replaceAll(
      /(?<!\p{L})(?:опубликовано|обновлено|дата(?:\s+(?:публикации|создания))?|добавлено|размещено|создано|изменено|published|updated|posted|сегодня|вчера|today|yesterday|по\s+москве|по\s+московскому\s+времени|мск|msk|gmt|utc|utc[+-]\d+|gmt[+-]\d+|года|год|г|at|on|в|от|am|pm|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|est|edt|et|pt|bst|cet|first|last|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье|пн|вт|ср|чт|пт|сб|вс|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?!\p{L})/gu,
      ' ',
    )
    .replaceAll(/[\p{P}\p{S}]/gu, ' ')
    .trim();
  if (rest === '') return true;
  const words = rest.split(/\s+/u);
  const isMonthDay = words.every((w) => /^\d{1,4}(?:st|nd|rd|th)?$/u.test(w) || monthOf(w) !== null);
  return isMonthDay && words.length <= 4 && findPrintedDate(line) !== null;
}

/**
 * Whether a line at the head of a text stamps it with a whole day and few words besides: «Политика, 4 июня 2009, 02:00»,
 * «15 марта 2011, 21:43 [ «Залив. Порт» ]», «2009-06-04 11:54:03 | Залив.Инфо», «04.06.2009 в мире».
 */
export function isStampLine(line: string): boolean {
  if (line.length > 100 || /[.!?]\s*$/u.test(line)) return false;
  const found = findDate(line);
  if (!found || found.date.year === null) return false;
  const behind = line.slice(found.stop).replace(/^\s*г(?:ода)?(?!\p{L})/u, '');
  const words = `${line.slice(0, found.start)} ${behind}`.replaceAll(clocks, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.some((word) => /\d/u.test(word))) return false;
  return clockAlone.test(line) ? words.length <= 8 : words.length <= 3 && /^[^\p{L}\p{N}]{0,2}\d\d?[./]/u.test(line);
}

type Day = Pick<PrintedDate, 'year' | 'month' | 'day'>;

function toDate(groups: Readonly<Record<string, string | undefined>>): Day | null {
  const day = Number(groups['day']);
  const month = groups['number'] ? Number(groups['number']) : monthOf(groups['month'] ?? '');
  const short = groups['year'] === undefined ? null : Number(groups['year']);
  const year = short !== null && short < 100 ? 2000 + short : short;
  if (month === null || !isCalendarDay(year ?? 2024, month, day)) return null;
  return { year, month, day };
}

/** 1…12 for «мая», «Май», «сент»; `null` for every other word, «майор» too. */
function monthOf(name: string): number | null {
  return monthNumbers.get(name.toLowerCase()) ?? null;
}

/** Whether the calendar has this day: 30 February is refused. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
