/** Languages by how well the statistics of their words and letters fit a text, the best first; accuracy from 0 to 1. */
export type RankLanguages = (text: string) => readonly { readonly lang: string; readonly accuracy: number }[];

export interface DetectedLanguage {
  /** ISO 639-1; `und` where nothing could tell. */
  readonly language: string;
  readonly reason: string;
}

/** Letters that a language of the Cyrillic press has, and Russian and the languages above it in this list have not. */
const distinctive: readonly (readonly [language: string, letters: RegExp])[] = [
  ['be', /ў/iu],
  ['uk', /[їєґ]/iu],
  ['kk', /[қғұ]/iu],
  ['ba', /[ҙҫҡ]/iu],
  ['tt', /[әҗ]/iu],
  ['ky', /ң/iu],
  ['mn', /[өү]/iu],
  ['tg', /[ҷӣӯҳ]/iu],
  ['sr', /[ђћџљњ]/iu],
  ['mk', /[ѓќѕ]/iu],
];

/** Letters that Russian has, and Ukrainian, Bulgarian and the Cyrillic of the Balkans have not. */
const russian = /[ыэё]/iu;

/**
 * Tells the language of a text: letters that only one Cyrillic language uses first, then statistics over words and
 * letters, which a Russian text hardly ever needs; what the page declares only settles what these leave open. Never throws;
 * short texts give `und`.
 */
export function detectLanguage(text: string, declared: string | null, rankLanguages: RankLanguages): DetectedLanguage {
  const sample = text.slice(0, 20_000);
  const characters = countCharacters(sample);
  const letters = countOf(characters, /\p{L}/u);
  const cyrillic = countOf(characters, /\p{Script=Cyrillic}/u);
  const claimed = declared === null ? null : normaliseLanguage(declared);
  if (letters < 12)
    return claimed
      ? { language: claimed, reason: 'too short to tell; declared' }
      : { language: 'und', reason: 'too short to tell' };
  if (cyrillic > letters * 0.5) return detectCyrillic(sample, characters, claimed, rankLanguages);
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
  characters: ReadonlyMap<string, number>,
  claimed: string | null,
  rankLanguages: RankLanguages,
): DetectedLanguage {
  const cyrillic = countOf(characters, /\p{Script=Cyrillic}/u);
  for (const [language, pattern] of distinctive) {
    const share = countOf(characters, pattern) / cyrillic;
    if (share > 0.008)
      return { language, reason: `letters of ${language} that Russian has not (${(share * 100).toFixed(1)} %)` };
  }
  // «і» alone: Ukrainian and Belarusian have it in every second word; «ы» tells them apart.
  const dotted = countOf(characters, /і/iu) / cyrillic;
  const own = countOf(characters, russian) / cyrillic;
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

/** How often each character stands in a text. */
function countCharacters(text: string): ReadonlyMap<string, number> {
  const usual = new Uint32Array(unusual);
  const counts = new Map<string, number>();
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    if (code < unusual) usual[code] = (usual[code] ?? 0) + 1;
    else counts.set(String.fromCodePoint(code), (counts.get(String.fromCodePoint(code)) ?? 0) + 1);
    if (code > 0xffff) at++;
  }
  for (const [code, count] of usual.entries()) if (count > 0) counts.set(String.fromCodePoint(code), count);
  return counts;
}

/** Behind Latin, Greek and Cyrillic. */
const unusual = 0x530;

/** How many of the characters fit a pattern of one character. */
function countOf(characters: ReadonlyMap<string, number>, pattern: RegExp): number {
  let sum = 0;
  for (const [character, count] of characters) if (pattern.test(character)) sum += count;
  return sum;
}

function commonShare(text: string): number {
  const words = text.match(/\p{L}+/gu) ?? [];
  const common = words.filter((word) => word.length <= 3 && commonest.has(word.toLowerCase())).length;
  return words.length === 0 ? 0 : common / words.length;
}

const commonest: ReadonlySet<string> = new Set(
  'и в на что не по с как из за для от о к об во со при это его'.split(' '),
);
