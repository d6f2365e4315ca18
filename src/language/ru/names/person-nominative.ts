import type { Features } from '../../analysis.ts';
import { wordFlags, type Morphology } from '../morphology/word-analysis.ts';
import type { NameMorphology } from './attested-forms.ts';
import { keepWriting } from './keep-writing.ts';
import { nameDeclensions, nameParticles } from './name-endings.data.ts';

type Case = NonNullable<Features['case']>;
type Gender = 'Masc' | 'Fem';

/** What is known of a word from its context: the features that a tagger gave it. */
export interface WordHint {
  readonly features: Features;
}

/** One way to read a word of a name. */
interface Reading {
  readonly case: Case;
  readonly gender: Gender;
  readonly nominative: string;
  readonly weight: number;
}

const cases: readonly Case[] = ['Nom', 'Gen', 'Dat', 'Acc', 'Ins', 'Loc'];

/** How often a name stands in the case, where nothing else decides. */
const caseWeights: Readonly<Record<string, number>> = { Nom: 1, Gen: 0.5, Dat: 0.25, Acc: 0.2, Ins: 0.4, Loc: 0.1 };

/**
 * The words of one person's name («Игорем», «Загадой») in the nominative («Игорь», «Загада»): the one case and gender in
 * which all words can stand together and do so likeliest. Words that fit no reading stay. `hints` go with the words.
 */
export function personNominative(
  morphology: NameMorphology,
  words: readonly string[],
  hints: readonly (WordHint | null)[] = [],
): readonly string[] {
  return readPersonName(morphology, words, hints).map((reading, i) => keepWriting(words[i] ?? '', reading.nominative));
}

/**
 * The same of a name beside a noun in a case; `null` where the name is likelier in another: «министром Иваном Дубовым», but
 * «оппонентом Дубова».
 */
export function nominativeBeside(
  morphology: NameMorphology,
  words: readonly string[],
  beside: Case,
): readonly string[] | null {
  const read = readPersonName(
    morphology,
    words,
    words.map(() => ({ features: { case: beside } })),
  );
  const own = read[0]?.case;
  const isSame = own === beside || (own === 'Gen' && beside === 'Acc') || (own === 'Acc' && beside === 'Gen');
  return isSame ? read.map((reading, i) => keepWriting(words[i] ?? '', reading.nominative)) : null;
}

/** A first name of the dictionary. */
export function isGivenName(morphology: Morphology, word: string): boolean {
  return morphology.analyse(word).some((it) => it.isKnown && (it.flags & wordFlags.given) !== 0);
}

function readPersonName(
  morphology: NameMorphology,
  words: readonly string[],
  hints: readonly (WordHint | null)[],
): readonly Reading[] {
  const readings = words.map((word, i) => readingsOf(morphology, word, hints[i] ?? null, i, words.length));
  let best: readonly Reading[] = [];
  let bestScore = -Infinity;
  for (const it of cases) {
    for (const gender of ['Masc', 'Fem'] as const) {
      const chosen = readings.map((list) => heaviest(list, it, gender));
      const score = chosen.reduce(
        (sum, reading) => sum + Math.log(reading?.weight ?? 1e-6),
        Math.log((caseWeights[it] ?? 0.1) * (words.length === 1 && it === 'Gen' ? 2.4 : 1)),
      );
      if (score <= bestScore) continue;
      bestScore = score;
      best = chosen.map((reading, i) => reading ?? { case: it, gender, nominative: words[i] ?? '', weight: 0 });
    }
  }
  return best;
}

function heaviest(readings: readonly Reading[], wanted: Case, gender: Gender): Reading | undefined {
  let best: Reading | undefined;
  for (const reading of readings) {
    if (reading.case === wanted && reading.gender === gender && reading.weight > (best?.weight ?? 0)) best = reading;
  }
  return best;
}

function readingsOf(
  morphology: NameMorphology,
  word: string,
  hint: WordHint | null,
  place: number,
  count: number,
): readonly Reading[] {
  if (/\.$|^\p{Lu}$/u.test(word) || nameParticles.has(word.toLowerCase()) || !/[а-яё]/iu.test(word))
    return everyCase(word, 1);
  const hyphen = /[-‐‑]/u.exec(word)?.index ?? -1;
  if (hyphen > 0) return hyphenated(morphology, word, hyphen, hint, count);
  // «Асадов», which is several called «Асад» too, is a surname that the dictionary has not
  const hasName = morphology
    .analyse(word)
    .some((it) => it.isKnown && (it.flags & personal) !== 0 && it.features.number !== 'Plur');
  // «Майя» before a surname is a first name and no people
  const isFirst = place === 0 && count > 1 && isGivenName(morphology, word);
  const known = knownReadings(morphology, word, isFirst);
  const made = madeReadings(morphology, word.toLowerCase(), hasName ? 0.002 : 0.3);
  return [...known, ...made, ...undeclined(word, hasName, place, count)].map((reading) => hinted(reading, hint));
}

/** «Касым-Жомартом»: the last part decides; a first part that can stand in the same case is declined too («Анной-Марией»). */
function hyphenated(
  morphology: NameMorphology,
  word: string,
  hyphen: number,
  hint: WordHint | null,
  count: number,
): readonly Reading[] {
  const head = word.slice(0, hyphen);
  const tail = word.slice(hyphen + 1);
  const isSenior = /^(?:младш|старш)/u.test(tail);
  const firsts = [
    ...knownReadings(morphology, head),
    ...(isSenior ? madeReadings(morphology, head.toLowerCase(), 0.3) : []),
  ];
  const lasts = isSenior ? adjectival(morphology, tail) : readingsOf(morphology, tail, hint, 1, count);
  return lasts.map((last) => {
    const first = heaviest(firsts, last.case, last.gender);
    const isDeclined = first !== undefined && fold(first.nominative) !== fold(head) && last.case !== 'Nom';
    const { case: own, gender, weight } = last;
    return {
      case: own,
      gender,
      weight,
      nominative: `${isDeclined ? keepWriting(head, first.nominative) : head}-${last.nominative}`,
    };
  });
}

/** «Джорджу Бушу-младшему» */
function adjectival(morphology: Morphology, word: string): readonly Reading[] {
  return morphology.analyse(word).flatMap((analysis) => {
    const { case: own, gender, number } = analysis.features;
    if (own === undefined || gender === undefined || gender === 'Neut' || number !== 'Sing') return [];
    const nominative = morphology.inflect(analysis, { case: 'Nom', gender });
    return nominative === null ? [] : [{ case: own, gender, nominative, weight: analysis.score }];
  });
}

const personal = wordFlags.given | wordFlags.surname | wordFlags.patronymic;

/** Names that the dictionary has, and common words that may be names, with the shares of their forms. */
function knownReadings(morphology: Morphology, word: string, namesOnly = false): Reading[] {
  const readings: Reading[] = [];
  for (const analysis of morphology.analyse(word)) {
    const { case: own, gender, number } = analysis.features;
    const isName = (analysis.flags & personal) !== 0;
    const isCommon = !namesOnly && (analysis.pos === 'NOUN' || analysis.pos === 'ADJ');
    if (!analysis.isKnown || (!isName && !isCommon) || number === 'Plur') continue;
    if (own === undefined || gender === undefined || gender === 'Neut') continue;
    const nominative = morphology.inflect(analysis, { case: 'Nom', number: 'Sing', gender });
    if (nominative === null) continue;
    const isGiven = (analysis.flags & wordFlags.given) !== 0;
    readings.push({
      case: own,
      gender,
      nominative,
      weight: (0.2 + analysis.score) * (isGiven ? 1.5 : isName ? 1 : 0.15),
    });
  }
  return readings;
}

/** Shapes that names have in other cases than the nominative more often. */
const oblique = /(?:[оеиы]м|[оеё]й|ого|ому)$/u;

/** How much likelier a reading is whose nominative the news knows. */
const attestedFactor = 5;

/** Readings by the shape of the ending. */
function madeReadings(morphology: NameMorphology, lower: string, factor: number): Reading[] {
  const readings: Reading[] = [];
  for (const { stem, genders, nominative, endings, weight } of nameDeclensions) {
    for (const [ending, endingCases] of endings) {
      if (!lower.endsWith(ending)) continue;
      const base = lower.slice(0, lower.length - ending.length);
      if (base.length < 2 || !stem.test(base)) continue;
      const doubt = endingCases[0] === 'Nom' && oblique.test(lower) ? 0.05 : 1;
      // «ивановы» are the Ivanovs, though the news knows «иванова».
      const used =
        ending !== nominative && !/[оеё]в$/u.test(base) && morphology.isAttested?.(base + nominative)
          ? attestedFactor
          : 1;
      for (const gender of genders) {
        for (const it of endingCases) {
          readings.push({
            case: it,
            gender,
            nominative: base + nominative,
            weight: weight * factor * doubt * used * (genders[0] === gender ? 1 : 0.9),
          });
        }
      }
    }
  }
  return readings;
}

/**
 * Names that do not change: any that ends in -о, -и, -у, -е, -ых («Ильяшенко», «Шарту», «Седых»), women's in a consonant («Меркель»),
 * and short words before the last («Ким Чен Ыном»).
 */
function undeclined(word: string, isKnown: boolean, place: number, count: number): readonly Reading[] {
  const lower = word.toLowerCase();
  const row = undeclinedEndings.find(({ ending }) => ending.test(lower));
  // «Черны» is a surname; before one, «Серины» is the genitive of a first name.
  const isCase = place === 0 && count > 1 && lower.endsWith('ы');
  if (row) return everyCase(lower, row.weight * (isKnown ? 0.3 : 1) * (isCase ? 0.02 : 1));
  const consonant = /[бвгджзйклмнпрстфхцчшщь]$/u.test(lower);
  const doubt = (oblique.test(lower) ? 0.1 : 1) * (place === 0 && count > 1 ? 0.05 : 1);
  const women = consonant
    ? everyCase(lower, 0.5 * doubt * (isKnown ? 0.02 : 1)).filter(({ gender }) => gender === 'Fem')
    : [];
  const isShort = consonant && count > 1 && place < count - 1 && lower.length <= 4;
  return [...women, ...everyCase(lower, isShort ? 0.3 : 0.0005).filter(({ gender }) => gender === 'Masc')];
}

/** How often names that end so do not change; the first that fits counts. */
const undeclinedEndings: readonly { readonly ending: RegExp; readonly weight: number }[] = [
  // Поперечного, Скаглии are cases of an adjective and of a name in -ия
  { ending: /(?:[ое]го|ии)$/u, weight: 0.03 },
  // Шевченко, Живаго, Гароццо
  { ending: /о$/u, weight: 0.6 },
  // Седых, Долгих
  { ending: /[ыи]х$/u, weight: 0.6 },
  // Демироглу, Кадыоглу
  { ending: /оглу$/u, weight: 3 },
  // Филиппоу, Камю, Хосе Мануэле
  { ending: /[аеиоуыэюя][уэе]$/u, weight: 0.6 },
  // Дариги, Саши are likelier the genitive of Дарига, Саша
  { ending: /[гкхжшщч]и$/u, weight: 0.08 },
  // Ганди, Верди
  { ending: /и$/u, weight: 0.3 },
  // Ассанжу is likelier the dative of Ассанж
  { ending: /[уюы]$/u, weight: 0.02 },
  // Мерабе is likelier a case of Мераб
  { ending: /[еэ]$/u, weight: 0.06 },
];

function everyCase(word: string, weight: number): readonly Reading[] {
  return cases.flatMap((it) => [
    { case: it, gender: 'Masc' as const, nominative: word, weight },
    { case: it, gender: 'Fem' as const, nominative: word, weight },
  ]);
}

/** What a tagger says makes a reading likelier; it can be wrong of rare names. */
function hinted(reading: Reading, hint: WordHint | null): Reading {
  if (hint === null) return reading;
  const { case: own, gender } = hint.features;
  const factor =
    (own === undefined || own === reading.case ? 1 : 0.15) *
    (gender === undefined || gender === reading.gender ? 1 : 0.5);
  return factor === 1 ? reading : { ...reading, weight: reading.weight * factor };
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е');
}
