/** Languages by how well the statistics of their words and letters fit a text, the best first; accuracy from 0 to 1. */
export type RankLanguages = (text: string) => readonly { readonly lang: string; readonly accuracy: number }[];

export interface DetectedLanguage {
  /** ISO 639-1; `und` where nothing could tell. */
  readonly language: string;
  readonly reason: string;
}

/** Letters that a language of the Cyrillic press has, and Russian and the languages above it in this list have not. */
const distinctive: readonly (readonly [language: string, letters: RegExp])[] = [
  ['be', /ў/giu],
  ['uk', /[їєґ]/giu],
  ['kk', /[қғұ]/giu],
  ['ba', /[ҙҫҡ]/giu],
  ['tt', /[әҗ]/giu],
  ['ky', /ң/giu],
  ['mn', /[өү]/giu],
  ['tg', /[ҷӣӯҳ]/giu],
  ['sr', /[ђћџљњ]/giu],
  ['mk', /[ѓќѕ]/giu],
];

/** Letters that Russian has, and Ukrainian, Bulgarian and the Cyrillic of the Balkans have not. */
const russian = /[ыэё]/giu;

/**
 * Tells the language of a text: letters that only one Cyrillic language uses first, then statistics over words and
 * letters, which a Russian text hardly ever needs; what the page declares only settles what these leave open. Never throws;
 * short texts give `und`.
 */
export function detectLanguage(text: string, declared: string | null, rankLanguages: RankLanguages): DetectedLanguage {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const cyrillic = sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const claimed = declared === null ? null : normaliseLanguage(declared);
  if (letters < 12)
    return claimed
      ? { language: claimed, reason: 'too short to tell; declared' }
      : { language: 'und', reason: 'too short to tell' };
  if (cyrillic > letters * 0.5) return detectCyrillic(sample, cyrillic, claimed, rankLanguages);
  const best = rankLanguages(sample)[0];
  const sure = best !== undefined && best.accuracy >= (claimed ? 0.9 : 0.2);
  if (best && (sure || best.lang === claimed))
    return { language: best.lang, reason: 'the words and letters are its own' };
  return claimed
    ? { language: claimed, reason: 'the text leaves it open; declared' }
    : { language: best?.lang ?? 'und', reason: 'the nearest by words and letters' };
}

/** `ru-RU` → `ru`; `null` for what is no language tag. */
export function normaliseLanguage(tag: string): string | null {
  const language = /^([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*$/iu.exec(tag.trim())?.[1]?.toLowerCase();
  return language === undefined || language === 'und' ? null : language;
}

function detectCyrillic(
  sample: string,
  cyrillic: number,
  claimed: string | null,
  rankLanguages: RankLanguages,
): DetectedLanguage {
  for (const [language, pattern] of distinctive) {
    const share = (sample.match(pattern)?.length ?? 0) / cyrillic;
    if (share > 0.008)
      return { language, reason: `letters of ${language} that Russian has not (${(share * 100).toFixed(1)} %)` };
  }
  // «і» alone: Ukrainian and Belarusian have it in every second word; «ы» tells them apart.
  const dotted = (sample.match(/і/giu)?.length ?? 0) / cyrillic;
  const own = (sample.match(russian)?.length ?? 0) / cyrillic;
  if (dotted > 0.02) return { language: own > 0.01 ? 'be' : 'uk', reason: 'the letter «і» in running text' };
  // «и», «в», «на»: every tenth word of Russian is one of these, and no other language with «ы» has them.
  if (own > 0.001 && commonShare(sample.slice(0, 4000)) > 0.05)
    return { language: 'ru', reason: 'its letters and its commonest words' };
  const ranked = rankLanguages(sample);
  if (own > 0.008) {
    const best = ranked[0];
    const other = best && ['mn', 'tt', 'ky', 'ba', 'ce'].includes(best.lang) && best.accuracy > 0.6 ? best.lang : null;
    return other
      ? { language: other, reason: 'the words and letters are its own' }
      : { language: 'ru', reason: 'Cyrillic with the letters «ы», «э», «ё» and none of a neighbour' };
  }
  // A short text without «ы» may look like Kazakh, but Kazakh without its letters is none.
  const best = ranked.find(({ lang }) => !['be', 'uk', 'kk', 'tg'].includes(lang));
  if (best && best.accuracy >= 0.2) return { language: best.lang, reason: 'the words and letters are its own' };
  return { language: claimed ?? best?.lang ?? 'und', reason: 'the text leaves it open' };
}

function commonShare(text: string): number {
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  const common =
    text.match(/(?<!\p{L})(?:и|в|на|что|не|по|с|как|из|за|для|от|о|к|об|во|со|при|это|его)(?!\p{L})/giu)?.length ?? 0;
  return words === 0 ? 0 : common / words;
}
