import type { Moment } from './calendar.ts';
import { momentOf } from './calendar.ts';

/** The day of a holiday in a year, or `null` for a name that is not known. */
export function findHoliday(name: string, year: number): Moment | null {
  const fixed = fixedDays[name];
  if (fixed) return momentOf(year, fixed[0], fixed[1]);
  const shift = fromEaster[name];
  return shift === undefined ? null : orthodoxEaster(year) + shift * 86_400;
}

/** Month and day; the customs are Russian (Christmas on 7 January). */
const fixedDays: Readonly<Record<string, readonly [number, number]>> = {
  'new-year': [1, 1],
  'new-year-eve': [12, 31],
  'old-new-year': [1, 14],
  christmas: [1, 7],
  'catholic-christmas': [12, 25],
  'christmas-eve': [1, 6],
  epiphany: [1, 19],
  valentine: [2, 14],
  defender: [2, 23],
  women: [3, 8],
  cosmonautics: [4, 12],
  labour: [5, 1],
  victory: [5, 9],
  russia: [6, 12],
  'memory-and-sorrow': [6, 22],
  knowledge: [9, 1],
  unity: [11, 4],
  constitution: [12, 12],
};

/** Days after Orthodox Easter. */
const fromEaster: Readonly<Record<string, number>> = { easter: 0, 'palm-sunday': -7, trinity: 49 };

/** Meeus's Julian algorithm, moved to the Gregorian calendar (valid 1900–2099). */
function orthodoxEaster(year: number): Moment {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const month = Math.floor((d + e + 114) / 31);
  const day = ((d + e + 114) % 31) + 1;
  return momentOf(year, month, day) + 13 * 86_400;
}
