import type { Features } from '../../analysis.ts';
import { wordFlags, type Morphology } from '../morphology/word-analysis.ts';
import type { NameMorphology } from './attested-forms.ts';
import { keepWriting } from './keep-writing.ts';
import { type NameDeclension, nameDeclensions, nameParticles } from './name-endings.data.ts';
import type { Gender } from './person-name.ts';

type Case = NonNullable<Features['case']>;

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
  const readings = words.map((word, i) => heaviest(readingsOf(morphology, word, hints[i] ?? null, i, words.length)));
  let best = -1;
  let bestScore = -Infinity;
  for (const [place, { case: own }] of places.entries()) {
    let score = Math.log((caseWeights[own] ?? 0.1) * (words.length === 1 && own === 'Gen' ? 2.4 : 1));
    for (const list of readings) score += Math.log(list[place]?.weight ?? 1e-6);
    if (score <= bestScore) continue;
    bestScore = score;
    best = place;
  }
  const { case: own = 'Nom', gender = 'Masc' } = places[best] ?? {};
  return readings.map((list, i) => list[best] ?? { case: own, gender, nominative: words[i] ?? '', weight: 0 });
}

/** The heaviest reading of a word in each case and gender, by their place among `places`. */
function heaviest(readings: readonly Reading[]): readonly (Reading | undefined)[] {
  const best: (Reading | undefined)[] = places.map(() => undefined);
  for (const reading of readings) {
    const place = placeOf(reading);
    if (reading.weight > (best[place]?.weight ?? 0)) best[place] = reading;
  }
  return best;
}

const genders: readonly Gender[] = ['Masc', 'Fem'];

/** Every case in each gender. */
const places = cases.flatMap((own) => genders.map((gender) => ({ case: own, gender })));

function placeOf(reading: Pick<Reading, 'case' | 'gender'>): number {
  return 2 * cases.indexOf(reading.case) + genders.indexOf(reading.gender);
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
  const firstIn = heaviest(firsts);
  const lasts = isSenior ? adjectival(morphology, tail) : readingsOf(morphology, tail, hint, 1, count);
  return lasts.map((last) => {
    const first = firstIn[placeOf(last)];
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
  for (const { declension, ending, endingCases } of endingsAfter(lower.at(-1) ?? '')) {
    if (!lower.endsWith(ending)) continue;
    const { stem, nominative, weight } = declension;
    const base = lower.slice(0, lower.length - ending.length);
    if (base.length < 2 || !stem.test(base)) continue;
    const doubt = endingCases[0] === 'Nom' && oblique.test(lower) ? 0.05 : 1;
    // «ивановы» are the Ivanovs, though the news knows «иванова».
    const used =
      ending !== nominative && !/[оеё]в$/u.test(base) && morphology.isAttested?.(base + nominative)
        ? attestedFactor
        : 1;
    for (const [i, gender] of declension.genders.entries()) {
      for (const it of endingCases) {
        readings.push({
          case: it,
          gender,
          nominative: base + nominative,
          weight: weight * factor * doubt * used * (i === 0 ? 1 : 0.9),
        });
      }
    }
  }
  return readings;
}

interface Ending {
  readonly declension: NameDeclension;
  readonly ending: string;
  readonly endingCases: readonly Case[];
}

/** The endings of names that a word may have whose last letter is this, those without letters too. */
function endingsAfter(letter: string): readonly Ending[] {
  const known = byLastLetter.get(letter);
  if (known) return known;
  const found = allEndings.filter(({ ending }) => ending === '' || ending.endsWith(letter));
  byLastLetter.set(letter, found);
  return found;
}

const allEndings: readonly Ending[] = nameDeclensions.flatMap((declension) =>
  declension.endings.map(([ending, endingCases]) => ({ declension, ending, endingCases })),
);

const byLastLetter = new Map<string, readonly Ending[]>();

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
  const women = consonant ? everyCase(lower, 0.5 * doubt * (isKnown ? 0.02 : 1), ['Fem']) : [];
  const isShort = consonant && count > 1 && place < count - 1 && lower.length <= 4;
  return [...women, ...everyCase(lower, isShort ? 0.3 : 0.0005, ['Masc'])];
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

function everyCase(word: string, weight: number, of = genders): readonly Reading[] {
  return of.flatMap((gender) => cases.map((it) => ({ case: it, gender, nominative: word, weight })));
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
