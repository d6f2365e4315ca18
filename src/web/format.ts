import type { Figure } from '../model/claim.ts';
import type { Day, DayRange } from '../model/time.ts';
import { short } from './html.ts';
import { words, type Language, type Plural } from './words.data.ts';

const locales: Readonly<Record<Language, string>> = { ru: 'ru-RU', en: 'en-GB' };

/** A range of inclusive days in words, as short as it can be said: «декабрь 2024», «10–16 сентября 2021», «с 1995 года». */
export function formatRange(range: DayRange | null, language: Language): string {
  if (range === null || (range.from === null && range.to === null)) return words[language].unknownTime;
  const { from, to } = range;
  if (from === null || to === null) return formatOpen(from, to, language);
  if (from === to) return formatDay(from, language);
  return formatCalendarUnit(from, to, language) ?? formatInterval(from, to, language);
}

/** «6 декабря 2024», «6 December 2024»; what is no ISO day comes back as it is. */
export function formatDay(day: Day, language: Language): string {
  return formatWith(day, language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** «декабрь 2024», «December 2024», from any day of the month. */
export function formatMonth(day: Day, language: Language): string {
  return formatWith(day, language, { month: 'long', year: 'numeric' });
}

/** «3 документа», «1 document». The number is grouped as the language does it. */
export function formatCount(n: number, plural: Plural, language: Language): string {
  return `${formatNumber(n, language)} ${pluralForm(n, plural, language)}`;
}

/** The form of a counted noun alone. */
export function pluralForm(n: number, plural: Plural, language: Language): string {
  return plural[pluralRules[language].select(n)] || plural.other;
}

export function formatNumber(n: number, language: Language): string {
  return numberFormat(locales[language], { maximumFractionDigits: 6 }).format(n);
}

/** «≈ 52 млрд $», «3 %», «1,2 млн т»: as a reader says it. */
export function formatFigure(figure: Figure, language: Language): string {
  return `${figure.approx ? '≈ ' : ''}${formatQuantity(figure.value, figure.unit, language)}`;
}

/** «рост на 3 %», «−12 %», with a true minus. */
export function formatChange(change: NonNullable<Figure['change']>, language: Language): string {
  const sign = change.direction === 'up' ? '+' : '−';
  return `${change.approx ? '≈ ' : ''}${sign}${formatQuantity(change.value, change.unit, language)}`;
}

export function formatQuantity(value: number, unit: string, language: Language): string {
  const locale = locales[language];
  const compact: Intl.NumberFormatOptions = {
    notation: 'compact',
    compactDisplay: language === 'ru' ? 'short' : 'long',
    maximumFractionDigits: 2,
  };
  if (/^[A-Z]{3}$/u.test(unit)) {
    return numberFormat(locale, {
      ...compact,
      style: 'currency',
      currency: unit,
      currencyDisplay: 'narrowSymbol',
    }).format(value);
  }
  // «214 000 м» is told in kilometres.
  if (unit === 'm' && Math.abs(value) >= 10_000) return formatQuantity(value / 1000, 'km', language);
  const small = Math.abs(value) < 1e6;
  const number = numberFormat(locale, small ? { maximumFractionDigits: 3 } : compact).format(value);
  const plural = words[language].unit[unit];
  if (plural)
    return unit === '%' && language === 'en'
      ? `${number}%`
      : `${number} ${pluralForm(small ? value : 1e6, plural, language)}`;
  // The lemma of a counted noun, which we cannot decline here: «12 × катер».
  return /^\p{Ll}/u.test(unit) && Math.abs(value) !== 1 && /\p{sc=Cyrillic}/u.test(unit)
    ? `${number} × ${short(unit, 40)}`
    : `${number} ${short(unit, 40)}`;
}

function formatOpen(from: Day | null, to: Day | null, language: Language): string {
  const { from: since, until } = words[language];
  if (from !== null) {
    const year = from.endsWith('-01-01') ? `${Number(from.slice(0, 4))}${language === 'ru' ? ' года' : ''}` : null;
    return `${since} ${year ?? formatDay(from, language)}`;
  }
  return to === null ? words[language].unknownTime : `${until} ${formatDay(to, language)}`;
}

/** A whole year, quarter, month or third of a month, `null` for any other interval. */
function formatCalendarUnit(from: Day, to: Day, language: Language): string | null {
  const year = from.slice(0, 4);
  if (year !== to.slice(0, 4)) return null;
  const t = words[language];
  if (from.endsWith('-01-01') && to.endsWith('-12-31'))
    return language === 'ru' ? `${Number(year)} год` : `${Number(year)}`;
  const [month, lastMonth] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))];
  const wholeMonths = from.endsWith('-01') && to === lastDayOfMonth(to);
  if (wholeMonths && month % 3 === 1 && lastMonth === month + 2) {
    const quarter = (month + 2) / 3;
    return language === 'ru'
      ? `${['I', 'II', 'III', 'IV'][quarter - 1]} ${t.quarter} ${Number(year)}`
      : `Q${quarter} ${Number(year)}`;
  }
  if (month !== lastMonth) return null;
  if (wholeMonths) return formatMonth(from, language);
  const third = thirdOfMonth(from, to);
  if (third === null) return null;
  return language === 'ru'
    ? `${t[third]} ${formatDay(from, language).replace(/^\d+ /u, '')}`
    : `${t[third]} ${formatMonth(from, language)}`;
}

function thirdOfMonth(from: Day, to: Day): 'early' | 'mid' | 'late' | null {
  const days = `${from.slice(8)}-${to.slice(8)}`;
  if (days === '01-10') return 'early';
  if (days === '11-20') return 'mid';
  return from.endsWith('-21') && to === lastDayOfMonth(to) ? 'late' : null;
}

/** «10–16 сентября 2021»; months or years that agree are said once. */
function formatInterval(from: Day, to: Day, language: Language): string {
  const [start, end] = [dateOf(from), dateOf(to)];
  if (start === null || end === null) return `${from}–${to}`;
  const wholeMonths = from.endsWith('-01') && to === lastDayOfMonth(to);
  const options: Intl.DateTimeFormatOptions = {
    ...(wholeMonths ? {} : { day: 'numeric' }),
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  };
  return withoutYearMark(dateFormat(locales[language], options).formatRange(start, end)).replace(
    /^(\d{1,2})\s–\s(?=\d)/u,
    '$1–',
  );
}

function formatWith(day: Day, language: Language, options: Intl.DateTimeFormatOptions): string {
  const date = dateOf(day);
  if (date === null) return day;
  return withoutYearMark(dateFormat(locales[language], { ...options, timeZone: 'UTC' }).format(date));
}

const pluralRules: Readonly<Record<Language, Intl.PluralRules>> = {
  ru: new Intl.PluralRules(locales.ru),
  en: new Intl.PluralRules(locales.en),
};

const numberFormat = keptFormats((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
const dateFormat = keptFormats(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);

/** Making a format costs a thousand times what using it does, and there are few. */
function keptFormats<Options, Format>(make: (locale: string, options: Options) => Format) {
  const kept = new Map<string, Format>();
  return (locale: string, options: Options): Format => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const format = kept.get(key) ?? make(locale, options);
    kept.set(key, format);
    return format;
  };
}

/** «2024 г.» → «2024». */
function withoutYearMark(text: string): string {
  return text.replaceAll(/\s?гг?\.(?=$|\s–)/gu, '');
}

function lastDayOfMonth(day: Day): Day {
  const last = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0));
  return Number.isNaN(last.valueOf()) ? day : last.toISOString().slice(0, 10);
}

function dateOf(day: Day): Date | null {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.valueOf()) ? null : date;
}
