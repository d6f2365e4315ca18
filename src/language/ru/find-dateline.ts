import { isCapital } from './attach-stops.ts';
import type { RawToken } from './find-tokens.ts';

/**
 * How many tokens at the head of a paragraph make its dateline: place, day and agency in any order, closed by a dash or a
 * stop: «Москва. 29 июня. ИНТЕРФАКС -», «4 июля, Астана /Корр. БЕЛТА/.», «МИНСК, 8 апр — РИА Новости.» 0 where there is none.
 */
export function findDateline(tokens: readonly RawToken[]): number {
  let hasAgency = false;
  let hasDayOrPlace = false;
  let inSlashes = false;
  const limit = Math.min(tokens.length - 1, maximum);
  for (let i = 0; i < limit; i++) {
    const token = tokens[i];
    if (!token) return 0;
    const text = token.text;
    if (text === '/') {
      inSlashes = !inSlashes;
      hasAgency ||= !inSlashes;
    } else if (inSlashes) {
      continue;
    } else if (isDash(token)) {
      if ((hasAgency && hasDayOrPlace) || isPlaceWithDay(tokens, i)) return i + 1;
      if (!hasDayOrPlace) return 0;
    } else if (text === '.') {
      if (hasAgency && hasDayOrPlace && isCapital(tokens[i + 1]?.text ?? '') && !isAgencyBeforeDash(tokens, i + 1))
        return i + 1;
      const stop = i > 2 && isDayBefore(tokens, i) ? unlistedAgency(tokens, i + 1) : 0;
      if (stop > 0) return stop;
    } else if (text === ',' || text === '(' || text === ')') {
      continue;
    } else if (isAgency(token)) {
      hasAgency = true;
    } else if (token.kind === 'number' || isMonth(token) || isPlace(token)) {
      hasDayOrPlace = true;
    } else {
      return 0;
    }
  }
  return 0;
}

const maximum = 16;

/** «Ольмар, 14 мая - Суд отложил»: no agency, but a dash behind a place and a day alone. */
function isPlaceWithDay(tokens: readonly RawToken[], dash: number): boolean {
  const [place, comma, day] = tokens;
  const isLed = place !== undefined && isPlace(place) && comma?.text === ',' && day?.kind === 'number';
  return isLed && dash <= 6 && isDayBefore(tokens, dash) && isCapital(tokens[dash + 1]?.text ?? '');
}

/** «… 14 мая 2031 года.», «… 14 мая.» */
function isDayBefore(tokens: readonly RawToken[], stop: number): boolean {
  return tokens.slice(Math.max(0, stop - 4), stop).some((token) => months.test(token.norm));
}

/**
 * After the place and the day, up to four words from a capital to a dash that a sentence follows, with its capital or number,
 * are an agency that nothing lists: «Ольмар. 14 мая 2031 года. Вести гавани - Суд отложил …». The end of the dash; 0 where
 * none stands there.
 */
function unlistedAgency(tokens: readonly RawToken[], from: number): number {
  if (!isCapital(tokens[from]?.text ?? '')) return 0;
  for (let i = from + 1; i <= from + 4; i++) {
    const token = tokens[i];
    const next = tokens[i + 1];
    if (token && isDash(token)) return isCapital(next?.text ?? '') || next?.kind === 'number' ? i + 1 : 0;
    if (token?.kind !== 'word') return 0;
  }
  return 0;
}

/** «Ольмар (ООН). 14 мая. ВАРТА - Суд отложил»: what stands in capitals before the dash is the agency, whatever came before. */
function isAgencyBeforeDash(tokens: readonly RawToken[], at: number): boolean {
  const [agency, dash] = tokens.slice(at, at + 2);
  return agency !== undefined && dash !== undefined && isAgency(agency) && isDash(dash);
}

/** All capitals beside a place is an agency's way: «ТАСС», «INTERFAX.RU», «РИА Новости», «BelTA». */
function isAgency(token: RawToken): boolean {
  return (
    agencyWords.test(token.norm) ||
    /\.\p{L}{2,6}$/u.test(token.text) ||
    (/^\p{Lu}{2,}$/u.test(token.text) && token.text.length <= 6)
  );
}

const agencyWords =
  /^(?:интерфакс|interfax|тасс|итар-тасс|tass|риа|белта|belta|рбк|ап|афп|рейтер|reuters|afp|синьхуа|спутник|sputnik|корр|корреспондент|регнум|прайм|укринформ|казинформ|тренд|кабар|тренд)\.?$/u;

function isMonth(token: RawToken): boolean {
  return months.test(token.norm) || /^(?:г|года?)\.?$/u.test(token.norm);
}

const months =
  /^(?:янв(?:аря)?|фев(?:р|раля)?|мар(?:та)?|апр(?:еля)?|мая|июн[ья]?|июл[ья]?|авг(?:уста)?|сен(?:т|тября)?|окт(?:ября)?|ноя(?:б|бря)?|дек(?:абря)?)\.?$/u;

function isPlace(token: RawToken): boolean {
  return token.kind === 'word' && isCapital(token.text);
}

function isDash(token: RawToken): boolean {
  return /^[-–—]{1,2}$/u.test(token.text);
}
