import { lastWord } from '../../../pattern/site.ts';
import type { NumberReading, PhraseSite, Reading } from '../../phrases/reading.ts';
import { K } from '../../phrases/reading.ts';

/** Whether nothing follows that the figure could count: the end, a mark, a preposition, a capital, a verb. */
export function isYearContext(text: string, stop: number): boolean {
  const next = /^[\s\u00a0]*(?:([\p{Ll}%№$€₽°]+)|)/u.exec(text.slice(stop, stop + 40))?.[1];
  if (next === undefined) return !/^[.,]\d/u.test(text.slice(stop, stop + 2));
  return notCounted.test(next);
}

/**
 * A figure of four digits without «год»: a year after a preposition of time, in brackets or in a pair of years, where it
 * is not followed by something that it counts.
 */
export function isBareYear(year: NumberReading, text: string, start: number, stop: number): boolean {
  if (year.form !== 'digits' || year.value < 1700 || year.value > 2100) return false;
  if (year.ordinal) return true;
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(stop, stop + 3);
  if (/[№#$€£]\s?$|\p{L}[-–‑]$|[.,/]$/u.test(before) || /^(?:-\p{Ll}|[/%])/u.test(after)) return false;
  if (before.endsWith('(') && /^[),;]/u.test(after)) return true;
  if (!isYearContext(text, stop)) return false;
  return (
    /(?:^|[\s(«"])(?:в|во|с|со|c|до|к|по|на|от|после|за|начиная с)[\s\u00a0]$/iu.test(before) ||
    /\d{4}\s?[-–—]\s?$/u.test(before) ||
    /^\s?[-–—]\s?\d{4}(?!\d)/u.test(text.slice(stop, stop + 8))
  );
}

const notCounted =
  /^(?:и|или|а|но|в|во|на|с|со|по|до|к|из|за|от|для|при|у|под|над|о|об|был[аио]?|стал[аио]?|когда|где|как|что|он[аои]?|мы|его|ее|их|который|которая|не|же|\p{L}{3,}(?:л|ла|ло|ли|лся|лась|лось|лись|ет|ют|ит|ят|ется|ются))$/u;

/** «1.5 часа», «3.5 %»: what follows counts the decimal. */
export function isCounted(next: readonly Reading[] | undefined): boolean {
  return (
    next?.some(
      (r) =>
        r.kind === K.unit ||
        r.kind === K.percent ||
        r.kind === K.currency ||
        r.kind === K.measure ||
        (r.kind === K.number && r.rank === 'scale'),
    ) ?? false
  );
}

/** «2000 лет назад», «1500 год назад»: a distance, not a year. */
export function isDistance(next: readonly Reading[] | undefined): boolean {
  return (
    next?.some((r) => r.kind === K.word && (r.word === 'назад' || r.word === 'тому' || r.word === 'спустя')) ?? false
  );
}

/** «в 3 квартале», «1 полугодие»: a figure with the singular is an ordinal; «3 квартала» counts. */
export function isSingular(site: PhraseSite): boolean {
  return /(?:квартал|квартале|кварталом|кварталу|полугодие|полугодии|полугодию|полугодием)$/iu.test(lastWord(site));
}
