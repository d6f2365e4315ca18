import type { Publication } from '../model/document.ts';
import { findPrintedDate } from './find-printed-date.ts';
import type { DateCandidate } from './read-page-metadata.ts';

export interface PublicationClues {
  /** In the order of trust. */
  readonly candidates: readonly DateCandidate[];
  readonly dateLines: readonly string[];
  readonly title: string | null;
  readonly text: string;
  /** ISO instant: nothing was published after it was captured. */
  readonly capturedAt: string;
}

/** The day and the clock time of publication, out of the page's data, else out of what is printed. */
export function publicationDay(clues: PublicationClues): {
  readonly published: Publication | null;
  readonly publishedTime: string | null;
} {
  for (const candidate of clues.candidates) {
    const day = findPrintedDate(candidate.value);
    if (day?.year) {
      const iso = isoDay(day.year, day.month, day.day);
      const published: Publication = {
        from: iso,
        to: iso,
        basis: 'metadata',
        why: `${candidate.source}: ${candidate.value}`,
      };
      return { published, publishedTime: day.time };
    }
  }
  for (const line of clues.dateLines) {
    const day = findPrintedDate(line);
    if (day?.year) {
      const iso = isoDay(day.year, day.month, day.day);
      return { published: { from: iso, to: iso, basis: 'printed', why: `printed: ${line}` }, publishedTime: day.time };
    }
  }
  return { published: null, publishedTime: null };
}

function isoDay(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
