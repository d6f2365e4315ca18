import type { Grain, TimeExpression } from '../../language/time.ts';
import { findDirection } from '../../language/ru/time/find-direction.ts';
import { parseTimes } from '../../language/ru/time/parse-times.ts';

/** Something in the text that speaks for or against years of publication. */
export type YearEvidence =
  /** A date told as past: published on or after it. */
  | {
      readonly kind: 'not-before';
      readonly day: string;
      readonly words: string;
      readonly why: string;
      readonly closed: boolean;
      /** A whole year, not a day or a month of it. */
      readonly wholeYear: boolean;
      /** The day, where the head of the text tells it as its news; `null` for all that is told further down or in passing. */
      readonly news: string | null;
    }
  /** A date told as still to come: published before its end. */
  | {
      readonly kind: 'not-after';
      readonly day: string;
      readonly words: string;
      readonly why: string;
      readonly wholeYear: boolean;
    }
  /** «Щит-2021», «год 2024» without a verb: published around that year. */
  | { readonly kind: 'around'; readonly year: number; readonly words: string }
  /** «в прошлом, 2024 году», «в этом, 2024 году»: the year of publication itself. */
  | { readonly kind: 'is-year'; readonly year: number; readonly words: string }
  /** «во вторник, 29 июня»: the weekday of a date near the day of publication. */
  | {
      readonly kind: 'weekday';
      readonly month: number;
      readonly day: number;
      readonly weekday: number;
      readonly words: string;
    }
  /** «также во вторник проведёт»: most likely the weekday of publication. */
  | { readonly kind: 'weekday-today'; readonly weekday: number; readonly words: string };

/** Everything in a text that bounds its year of publication, in the order of the text. */
export function findYearEvidence(text: string): readonly YearEvidence[] {
  const times = parseTimes(text, { reference: '2000-01-01', direction: 'nearest' });
  return [...times.flatMap((time) => evidenceOf(text, time)), ...findNamedYears(text), ...findPreviousYears(text)];
}

function evidenceOf(text: string, time: TimeExpression): readonly YearEvidence[] {
  if (time.stated.includes('weekday') && time.stated.includes('day') && !time.stated.includes('year'))
    return weekdayEvidence(time);
  if (time.stated.includes('weekday') && !time.stated.includes('day')) return todayEvidence(text, time);
  if (!time.stated.includes('year') || time.kind === 'set' || !namesYear(time)) return [];
  const { toward, why, isLaidDown } = findDirection(text, time.start, time.stop, null);
  const wholeYear = time.grain === 'year';
  const before = text.slice(Math.max(0, time.start - 40), time.start);
  const participle = /(?:нн|вш)\p{L}{2,4}(?:ся)?\s+(?:в\s+|с\s+)?$/u.test(before);
  const intoForce = /вступивш\p{L}+[^.!?\n]{0,20}$/u.test(before);
  // «решили закрыть порт с 11 июля 2014 года»
  if (time.modifier === 'after' && time.from !== null && isLaidDown)
    return [{ kind: 'around', year: Number(time.from.slice(0, 4)), words: time.text }];
  if (time.modifier === 'after' && time.from !== null && toward !== 'future')
    return [
      {
        kind: 'not-before',
        day: time.from,
        words: time.text,
        why: 'it goes on since then',
        closed: false,
        wholeYear: false,
        news: null,
      },
    ];
  // «подпишут договор о слиянии с 1 марта 2025 года двух портов»
  if (time.modifier === 'after' && time.from !== null && toward === 'future')
    return [{ kind: 'not-after', day: time.from, words: time.text, why, wholeYear }];
  if (time.from === null || time.to === null) return [];
  // План на 2024 год, бюджет на 2025 год: of a year that is not over.
  if (wholeYear && /(?:^|\P{L})на\s$/u.test(text.slice(Math.max(0, time.start - 4), time.start)))
    return [{ kind: 'not-after', day: time.to, words: time.text, why: 'a plan for it', wholeYear }];
  if (toward === 'future' && !participle && !intoForce)
    return [{ kind: 'not-after', day: time.to, words: time.text, why, wholeYear }];
  // «в 2024 году квоты ещё не розданы»
  if (wholeYear && pending.test(sentenceAround(text, time)))
    return [{ kind: 'around', year: Number(time.from.slice(0, 4)), words: time.text }];
  if (toward === 'past' || participle || intoForce || (wholeYear && isTotal(text, time))) {
    return [
      {
        kind: 'not-before',
        day: lastBegin(time, time.from, time.to),
        words: time.text,
        why: participle ? 'a participle of the past' : why,
        closed: wholeYear && isTotal(text, time),
        wholeYear,
        news: participle || intoForce || background.test(why) || reminder.test(before) ? null : newsDay(time),
      },
    ];
  }
  // «Во вторник, 23 мая 2017 года, в столице проходят переговоры»: the scene of the news, whatever tense tells it
  if (time.stated.includes('weekday') || sentenceStart.test(before)) {
    const news = newsDay(time);
    if (news !== null)
      return [
        {
          kind: 'not-before',
          day: time.from,
          words: time.text,
          why: 'the scene is set with it',
          closed: false,
          wholeYear,
          news,
        },
      ];
  }
  return [{ kind: 'around', year: Number(time.from.slice(0, 4)), words: time.text }];
}

/** «с 2001 по 2008 год был послом»: the last year of a range begins after all the others. */
function lastBegin({ grain, kind }: TimeExpression, from: string, to: string): string {
  return kind === 'interval' && grain === 'year' ? `${String(Number(to.slice(0, 4)) - 1)}${to.slice(4)}` : from;
}

/** The day on which what the head of the text tells is news: of a night the later one, of «вчера, 16 августа 2016 года» the next. */
function newsDay(time: TimeExpression): string | null {
  if (time.start >= leadLength || time.to === null || !time.stated.includes('day')) return null;
  if (time.grain === 'day' && /^вчера(?!\p{L})/iu.test(time.text)) return time.to.slice(0, 10);
  if (time.grain === 'day') return time.modifier === null ? time.from : null;
  return withinDay.has(time.grain) ? time.to.slice(0, 10) : null;
}

const withinDay: ReadonlySet<Grain | null> = new Set(['part-of-day', 'hour', 'minute', 'second']);

/** Characters of title, captions and first paragraphs; what is told further down is rarely the news. */
const leadLength = 700;

const sentenceStart = /(?:^|\n|[.!?]\s)(?:Во?\s)?$/u;

/** «соглашение было подписано 11 апреля 2022 года»: told to remind of it. «11 апреля 2022 года было подписано» is news. */
const reminder = /(?<!\p{L})был[аои]?\s+\p{L}+(?:нн?|[тн]ят)[аоы]?(?:\s+\p{L}+){0,3}\s*$/u;

/** «родился 10 ноября 1975 года» is no news, wherever it is told. */
const background = /«род(?:ил|ив)/u;

/** «в этом году» has a year only by the day that it is read against; «в 2025 году» by its own words. */
function namesYear(time: TimeExpression): boolean {
  const years = [time.from, time.to].flatMap((bound) => (bound === null ? [] : [bound.slice(2, 4)]));
  return /\d{2}/u.test(time.text) && (years.some((year) => time.text.includes(year)) || /\d{4}/u.test(time.text));
}

/** «пока не подписаны», «ещё не решён» */
const pending = /(?<!\p{L})(?:пока|ещ[её])\s+не\s+\p{L}+(?:[нт][аоы]?|л[аио]?)(?!\p{L})/u;

function sentenceAround(text: string, { start, stop }: TimeExpression): string {
  const before =
    text
      .slice(Math.max(0, start - 120), start)
      .split(/[.!?\n]/u)
      .at(-1) ?? '';
  return `${before}${text.slice(start, stop)}${text.slice(stop, stop + 120).split(/[.!?\n]/u)[0] ?? ''}`;
}

/** «в 2025 году достиг 52 млрд», «по итогам 2024 года»: a year that is over. */
function isTotal(text: string, time: TimeExpression): boolean {
  const near = text.slice(Math.max(0, time.start - 60), time.stop + 60);
  return /(?:достиг|состави|составля[вл]|вырос|возрос|снизи|увелич|сократ|превыси|по итогам|за весь|по результатам)/u.test(
    near,
  );
}

function weekdayEvidence(time: TimeExpression): readonly YearEvidence[] {
  const month = /(январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)/iu
    .exec(time.text)?.[1]
    ?.toLowerCase();
  const day = /(\d{1,2})/u.exec(time.text)?.[1];
  const weekday = weekdayNames.findIndex((name) => time.text.toLowerCase().includes(name)) + 1;
  const index = monthNames.findIndex((name) => month?.startsWith(name) ?? false) + 1;
  return index > 0 && day !== undefined && weekday > 0
    ? [{ kind: 'weekday', month: index, day: Number(day), weekday, words: time.text }]
    : [];
}

const monthNames = [
  'январ',
  'феврал',
  'март',
  'апрел',
  'ма',
  'июн',
  'июл',
  'август',
  'сентябр',
  'октябр',
  'ноябр',
  'декабр',
];
const weekdayNames = ['понедельник', 'вторник', 'сред', 'четверг', 'пятниц', 'суббот', 'воскресен'];

/** A weekday alone in news of the past or of the day means the day of publication or one of the six before it. */
function todayEvidence(text: string, time: TimeExpression): readonly YearEvidence[] {
  const weekday = weekdayNames.findIndex((name) => time.text.toLowerCase().includes(name)) + 1;
  const before = text.slice(Math.max(0, time.start - 30), time.start);
  if (weekday === 0 || /(?:прошл|минувш|следующ|ближайш)/u.test(time.text)) return [];
  return /(?:также|сегодня|уже)\s(?:в|во)\s$/u.test(before) || time.start < 600
    ? [{ kind: 'weekday-today', weekday, words: time.text }]
    : [];
}

/** «Щит-2021», «ЭКСПО-2025», «Братство - 2020»: names of what comes round each year. */
function findNamedYears(text: string): readonly YearEvidence[] {
  // few texts have one, and to look behind each word of the others for it would take long
  if (!/[-‑–]\s?20\d\d/u.test(text)) return [];
  return [...text.matchAll(/(?<!\p{L})\p{L}{3,}(?:[-‑–]|\s[-–]\s)(20\d\d)(?![\d-])/gu)].map((match) => ({
    kind: 'around',
    year: Number(match[1]),
    words: match[0],
  }));
}

/** «в прошлом, 2024 году» · «в текущем 2025 году». */
function findPreviousYears(text: string): readonly YearEvidence[] {
  return [
    ...text.matchAll(
      /(прошл|минувш|истекш|текущ|нынешн|эт|следующ|будущ)(?:ом|его|ого|ем|ий|ый|от),?\s+((?:19|20)\d\d)(?:-?\p{L}{1,2})?\s+год/gu,
    ),
  ].map((match) => {
    const shift = /^(?:прошл|минувш|истекш)/u.test(match[1] ?? '')
      ? 1
      : /^(?:следующ|будущ)/u.test(match[1] ?? '')
        ? -1
        : 0;
    return { kind: 'is-year', year: Number(match[2]) + shift, words: match[0] };
  });
}
