/**
 * Conventions that differ between readers of times. The suites of Duckling, chrono and dateparser contradict each other
 * (a weekday said on that weekday, a bare «5 дней», «последние 2 года»), so each convention is a setting.
 */
export interface TimeProfile {
  readonly name: string;
  /**
   * Where a date without a year, a month or a weekday lies. `news`: as the tense of its verb says, without a verb the
   * nearest, ties to the past; `current`: in the year or week of the reference.
   */
  readonly direction: 'news' | 'future' | 'past' | 'nearest' | 'current';
  /** «во вторник» said on a Tuesday: that day, or the one a week off. */
  readonly sameWeekday: 'today' | 'other';
  /** «5 дней» without «через» or «назад»: a length, a point in the past, or nothing. */
  readonly bareDuration: 'duration' | 'ago' | 'none';
  /** «последние два года»: up to the reference, whole calendar units beside it, or a point that far off. */
  readonly window: 'to-reference' | 'whole-units' | 'point';
  /** «через 3 года»: of the grain of its unit (weeks and less: exact), or one grain finer and exact. */
  readonly offsetGrain: 'unit' | 'finer';
  /** «в 3 часа»: by the 24-hour clock, or the next 3 o'clock of either half of the day. */
  readonly hours: 'twenty-four' | 'next-of-twelve';
  /** «11:30–13:30»: up to 13:30, or with the minute of 13:30. */
  readonly clockRange: 'exclusive' | 'inclusive';
  /** «с 12 января по 30 апреля»: one interval or two dates. */
  readonly ranges: 'joined' | 'apart';
  /** What «сегодня», «через неделю» count from: the reference, or a full date that stands before them in the text. */
  readonly anchor: 'reference' | 'text';
  /** «15.2», «15.02» without a year: read as a date everywhere, only where the context shows it, or never. */
  readonly dotted: 'date' | 'in-context' | 'never';
  /** «2020» without «год»: read as a year where nothing speaks against it, or never. */
  readonly bareYear: boolean;
  /** «в 3», «в 15» without «часов». */
  readonly bareHour: boolean;
  /** «3 часа» without «в»: a time of day. */
  readonly hoursAreClock: boolean;
  /** «эта неделя» ends before Sunday. */
  readonly weekWithoutSunday: boolean;
  /** What «несколько» counts; `null` keeps the count open. */
  readonly several: number | null;
  /** First and last hour of parts of the day. */
  readonly dayParts: Readonly<Record<PartOfDay, readonly [from: number, to: number]>>;
}

export type PartOfDay = 'night' | 'morning' | 'day' | 'noon' | 'lunch' | 'afternoon' | 'evening' | 'midnight' | 'dawn';

export type ProfileName = 'news' | 'duckling' | 'chrono' | 'chrono-strict' | 'dateparser';

const newsParts: TimeProfile['dayParts'] = {
  night: [0, 6],
  dawn: [4, 8],
  morning: [6, 12],
  noon: [12, 13],
  lunch: [12, 14],
  day: [12, 18],
  afternoon: [13, 18],
  evening: [18, 24],
  midnight: [0, 1],
};

const news: TimeProfile = {
  name: 'news',
  direction: 'news',
  sameWeekday: 'today',
  bareDuration: 'duration',
  window: 'to-reference',
  offsetGrain: 'unit',
  hours: 'twenty-four',
  clockRange: 'exclusive',
  ranges: 'joined',
  anchor: 'reference',
  dotted: 'in-context',
  bareYear: true,
  bareHour: false,
  hoursAreClock: false,
  weekWithoutSunday: false,
  several: null,
  dayParts: newsParts,
};

const chrono: TimeProfile = {
  ...news,
  name: 'chrono',
  direction: 'nearest',
  bareDuration: 'none',
  window: 'point',
  clockRange: 'inclusive',
  dotted: 'never',
  bareYear: false,
  bareHour: true,
  several: 2,
};

/** The conventions by name; the default everywhere is `news`. */
export const timeProfiles: Readonly<Record<ProfileName, TimeProfile>> = {
  news,
  duckling: {
    ...news,
    name: 'duckling',
    direction: 'future',
    sameWeekday: 'other',
    window: 'whole-units',
    offsetGrain: 'finer',
    hours: 'next-of-twelve',
    clockRange: 'inclusive',
    dotted: 'date',
    bareHour: true,
    hoursAreClock: true,
    weekWithoutSunday: true,
    several: 3,
    dayParts: { ...newsParts, morning: [4, 12], day: [12, 19], afternoon: [13, 17] },
  },
  chrono,
  'chrono-strict': { ...chrono, name: 'chrono-strict', bareHour: false },
  dateparser: {
    ...news,
    name: 'dateparser',
    direction: 'current',
    bareDuration: 'ago',
    ranges: 'apart',
    anchor: 'text',
    dotted: 'date',
  },
};
