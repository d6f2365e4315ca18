import type { Features } from '../../analysis.ts';
import { abbreviationExpansions } from './abbreviation-expansions.data.ts';
import type { Dictionary } from './dictionary.ts';
import { findKnown } from './find-known.ts';
import { allCases, type TagTable } from './tag-table.ts';
import { wordFlags, type Tag, type WordAnalysis } from './word-analysis.ts';

interface Request {
  readonly dictionary: Dictionary;
  readonly tags: TagTable;
  readonly word: string;
  readonly lower: string;
  /** Readings of a lower-case word without special treatment. */
  readonly readWord: (lower: string) => readonly WordAnalysis[];
}

/** Readings of what is not a plain Russian word: numbers, marks, abbreviations, initials, acronyms, Latin. Empty for the rest. */
export function analyseSpecial(request: Request): readonly WordAnalysis[] {
  const { word, lower, tags } = request;
  if (/^[а-яё]+$/u.test(lower)) return isAcronym(word) ? acronym(request) : [];
  if (/^\d[\d\s.,:/]*$/u.test(word)) return numeral(tags, lower, 0.75);
  if (/^\d/u.test(word) && /[а-яё]$/u.test(lower)) return ordinal(request);
  if (lower.endsWith('.') && /^\p{L}/u.test(lower)) return abbreviation(request);
  if (/^[IVXLCDM]+$/u.test(word)) return numeral(tags, lower, 0.2);
  if (/^[#@]|:\/\//u.test(word))
    return [single(tags.tag('X', {}), lower, 0.6), single(tags.tag('PROPN', {}), lower, 0.4)];
  if (/\p{L}/u.test(word)) return /[а-яё]$/u.test(lower) ? [] : foreign(request);
  return marks.test(word) ? [single(tags.tag('PUNCT', {}), lower, 1)] : [single(tags.tag('SYM', {}), lower, 1)];
}

const marks = /^[.,;:!?…()[\]{}«»"“”„‟‘’'‚‹›\-–—‒―‐‑/|\\·•*_~¿¡]+$/u;

function single(tag: Tag, lemma: string, score: number, flags = 0): WordAnalysis {
  return Object.freeze({
    lemma: lemma.replaceAll('ё', 'е'),
    pos: tag.pos,
    features: tag.features,
    tag: tag.id,
    flags,
    score,
    isKnown: false,
    prefix: '',
    stem: lemma,
    paradigm: -1,
    form: -1,
  });
}

/** Digits and Roman numerals are cardinal or ordinal in any case: «10 самолётов», «10 июня», «в 2014 году», «XX век». */
function numeral(tags: TagTable, lower: string, cardinal: number): readonly WordAnalysis[] {
  const readings = [
    single(tags.tag('NUM', {}), lower, cardinal * 0.6),
    single(tags.tag('ADJ', {}), lower, (1 - cardinal) * 0.4),
  ];
  for (const it of allCases) {
    const share = caseShares[it] ?? 0;
    readings.push(single(tags.tag('NUM', { case: it }), lower, cardinal * 0.4 * share));
    for (const gender of ['Masc', 'Neut', 'Fem'] as const) {
      const tag = tags.tag('ADJ', { case: it, degree: 'Pos', gender, number: 'Sing' });
      readings.push(single(tag, lower, ((1 - cardinal) * 0.6 * share) / 3));
    }
  }
  return readings.sort((a, b) => b.score - a.score || a.tag - b.tag);
}

/** «1-я», «1990-х», «24-ого» take the readings of «пятый» in the form that ends so; «25-летие» those of «летие». */
function ordinal({ lower, readWord }: Request): readonly WordAnalysis[] {
  const split = /^(?<digits>[\d\s.,]+)-?(?<ending>[а-яё]+)$/u.exec(lower);
  const { digits = '', ending = '' } = split?.groups ?? {};
  const models = ordinalEndings.get(ending.replaceAll('ё', 'е'));
  if (!models) return [];
  const readings = models.flatMap((model) => readWord(model)).filter((it) => it.pos === 'ADJ' && it.lemma === 'пятый');
  const sum = readings.reduce((total, it) => total + it.score, 0);
  return readings
    .map((it) => Object.freeze({ ...it, lemma: `${digits}-й`, prefix: digits, score: it.score / sum, isKnown: false }))
    .sort((a, b) => b.score - a.score);
}

/** Ending written after digits → forms of «пятый» that it stands for. */
const ordinalEndings: ReadonlyMap<string, readonly string[]> = new Map([
  ['й', ['пятый', 'пятой']],
  ['ый', ['пятый']],
  ['ой', ['пятый', 'пятой']],
  ['ий', ['пятый']],
  ['я', ['пятая']],
  ['ая', ['пятая']],
  ['е', ['пятое', 'пятые']],
  ['ое', ['пятое']],
  ['ые', ['пятые']],
  ['го', ['пятого']],
  ['ого', ['пятого']],
  ['его', ['пятого']],
  ['му', ['пятому']],
  ['ому', ['пятому']],
  ['ему', ['пятому']],
  ['м', ['пятым', 'пятом']],
  ['ым', ['пятым']],
  ['ом', ['пятом']],
  ['х', ['пятых']],
  ['ых', ['пятых']],
  ['ю', ['пятую']],
  ['ую', ['пятую']],
  ['ми', ['пятыми']],
  ['ыми', ['пятыми']],
]);

/** «г.» is any form of «год» or «город», «руб.» of «рубль»; one capital and a stop is an initial. */
function abbreviation({ dictionary, tags, word, lower, readWord }: Request): readonly WordAnalysis[] {
  const bare = lower.slice(0, -1);
  const expansions = abbreviationExpansions.get(bare) ?? [];
  const isInitial = /^\p{Lu}\p{Ll}?\.$/u.test(word);
  const readings = expansions.flatMap(({ lemma, number }, i) => formsOf(dictionary, lemma, number, readWord, 0.5 ** i));
  if (isInitial) return [single(tags.tag('PROPN', {}), bare, 0.95, wordFlags.abbreviation), ...scale(readings, 0.05)];
  if (readings.length > 0) return scale(readings, 1);
  return [
    single(tags.tag('NOUN', {}), bare, 0.6, wordFlags.abbreviation),
    single(tags.tag('X', {}), bare, 0.4, wordFlags.abbreviation),
  ];
}

function scale(readings: readonly WordAnalysis[], total: number): readonly WordAnalysis[] {
  const sum = readings.reduce((before, it) => before + it.score, 0);
  return readings
    .map((it) => Object.freeze({ ...it, score: (it.score / sum) * total }))
    .sort((a, b) => b.score - a.score);
}

/** All forms of a word, for an abbreviation that may stand for any of them; `number` narrows. */
function formsOf(
  dictionary: Dictionary,
  lemma: string,
  number: Features['number'] | null,
  readWord: (lower: string) => readonly WordAnalysis[],
  weight: number,
): WordAnalysis[] {
  const [model] = readWord(lemma);
  const match = findKnown(dictionary, lemma).find((it) => it.paradigm === model?.paradigm);
  if (!model || !match) return [];
  const { paradigmStarts, formReadings } = dictionary.arrays;
  const seen = new Map<number, WordAnalysis>();
  for (let form = paradigmStarts[match.paradigm] ?? 0; form < (paradigmStarts[match.paradigm + 1] ?? 0); form++) {
    const [id = 0, flags = 0] = dictionary.readings[formReadings[form] ?? 0] ?? [];
    const tag = dictionary.tags[id];
    if (!tag || seen.has(id) || tag.pos !== model.pos || (flags & wordFlags.rare) !== 0) continue;
    if (number !== null && tag.features.number !== undefined && tag.features.number !== number) continue;
    const score = (dictionary.tagFrequencies[id] ?? 1) * weight;
    seen.set(id, { ...model, ...tag, tag: id, flags: flags | wordFlags.abbreviation, form, score, isKnown: true });
  }
  return [...seen.values()].map(
    ({ lemma: name, pos, features, tag, flags, score, isKnown, prefix, stem, paradigm, form }) =>
      Object.freeze({ lemma: name, pos, features, tag, flags, score, isKnown, prefix, stem, paradigm, form }),
  );
}

/** «ФСБ», «НАТО»: two to six capitals that the dictionary may or may not have. */
function isAcronym(word: string): boolean {
  return word.length >= 2 && word.length <= 7 && word === word.toUpperCase();
}

/** The dictionary's own reading of an acronym, else an indeclinable name in any case. */
function acronym({ dictionary, tags, lower }: Request): readonly WordAnalysis[] {
  if (findKnown(dictionary, lower).length > 0 || lower.length > 6) return [];
  const flags = wordFlags.abbreviation | wordFlags.indeclinable | wordFlags.organisation;
  const readings = genders.flatMap(({ gender, share }) =>
    allCases.map((it) => {
      const tag = tags.tag('PROPN', { animacy: 'Inan', case: it, gender, number: 'Sing' });
      return single(tag, lower, share * (caseShares[it] ?? 0), flags);
    }),
  );
  return readings.sort((a, b) => b.score - a.score);
}

const genders = [
  { gender: 'Masc', share: 0.5 },
  { gender: 'Fem', share: 0.35 },
  { gender: 'Neut', share: 0.15 },
] as const;

const caseShares: Readonly<Record<string, number>> = { Nom: 0.25, Gen: 0.4, Dat: 0.05, Acc: 0.1, Ins: 0.05, Loc: 0.15 };

/** Latin letters, and letters mixed with digits at the end: «Boeing», «Су-30», «MILEX-2025». */
function foreign({ tags, word, lower }: Request): readonly WordAnalysis[] {
  const isName = /\p{Lu}/u.test(word);
  const name = single(tags.tag('PROPN', {}), lower, isName ? 0.6 : 0.2);
  const x = single(tags.tag('X', {}), lower, isName ? 0.35 : 0.7);
  const noun = single(tags.tag('NOUN', {}), lower, isName ? 0.05 : 0.1);
  return isName ? [name, x, noun] : [x, name, noun];
}
