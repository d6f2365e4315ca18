import { findPrintedDate, isDateLine } from './find-printed-date.ts';

export interface SignedLine {
  /** Who signs: an outlet, and in some texts a city or a photographer. */
  readonly name: string;
  /** The date as printed, with its year. */
  readonly day: string;
}

/**
 * Reads a line that is a name and a whole date and nothing else: «Утренний вестник, 15 мая 2024 года»,
 * «1 марта 2024 года. ПРОЛИВ.», «Газета «Восточный берег» | 05.03.2024, 10:15».
 */
export function readSignedLine(line: string): SignedLine | null {
  if (line.length > 120) return null;
  const words = line.trim().replace(/\.$/u, '');
  for (const { index, 0: mark } of words.matchAll(/[,.|/·•—–-]\s/gu)) {
    const [before, after] = [words.slice(0, index).trimEnd(), words.slice(index + mark.length).trimStart()];
    if (isSigner(before) && isWholeDate(after)) return { name: before, day: after };
    if (isSigner(after) && isWholeDate(before)) return { name: after, day: before };
  }
  return null;
}

/** Утренний вестник · Пролив.инфо · Газета «Восточный берег» */
function isSigner(words: string): boolean {
  return /^[«"\p{Lu}](?:[^.!?,\d]|\.(?=\p{L})){1,50}$/u.test(words);
}

function isWholeDate(words: string): boolean {
  return isDateLine(words) && (findPrintedDate(words)?.year ?? null) !== null;
}
