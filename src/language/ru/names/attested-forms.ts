import type { Features } from '../../analysis.ts';
import { remembering } from '../../memory.ts';
import type { Morphology, WordAnalysis } from '../morphology/word-analysis.ts';

/** A morphology that may know which forms the news uses; a plain one serves too. */
export interface NameMorphology extends Morphology {
  /** Whether the news knows the form (lower case, ё as е). */
  readonly isAttested?: (form: string) => boolean;
}

type Case = NonNullable<Features['case']>;

const cases: readonly Case[] = ['Nom', 'Gen', 'Dat', 'Ins', 'Loc'];

/** What a form of the paradigm that the news knows adds to the weight of a guess. */
const nominativeWeight = 2;
const otherWeight = 1;

/** Guesses with a smaller share are too many to look at. */
const leastScore = 0.005;

/**
 * The same morphology with the guesses of unknown names in another order: a reading gains by each form of its paradigm that
 * `isAttested` knows: for «Боннару» as a dative speak «боннар» and «боннаром», for an accusative «боннара» and «боннарой».
 */
export function createNameMorphology(morphology: Morphology, isAttested: (form: string) => boolean): NameMorphology {
  const weighed = remembering(mostMade, (word) => weigh(morphology, morphology.analyse(word), fold(word), isAttested));
  return {
    tags: morphology.tags,
    isAttested,
    inflect: (analysis, target) => morphology.inflect(analysis, target),
    analyse(word) {
      const readings = morphology.analyse(word);
      return readings[0]?.isKnown !== false || !/^\p{Lu}/u.test(word) ? readings : weighed(word);
    },
  };
}

const mostMade = 10_000;

function weigh(
  morphology: Morphology,
  readings: readonly WordAnalysis[],
  word: string,
  isAttested: (form: string) => boolean,
): readonly WordAnalysis[] {
  const evidence = readings.map((reading) =>
    reading.score < leastScore || reading.features.case === undefined
      ? 0
      : evidenceFor(morphology, reading, word, isAttested),
  );
  const isNamed = readings.map(
    (reading, i) => (evidence[i] ?? 0) > 0 && hasNominative(morphology, reading, word, isAttested),
  );
  const isAlone = /[^еуыю]$/u.test(word) && isAttested(word) && evidence.every((one) => one === 0);
  const weights = readings.map((reading, i) => {
    // «Боннара» where the news knows nothing but «боннара»: it is likeliest the name itself.
    const factor = isAlone && reading.features.case === 'Nom' ? aloneFactor : (1 + (evidence[i] ?? 0)) ** 2;
    const doubt = isNamed[i] === true || !isNamed.includes(true) ? 1 : unnamedFactor;
    return reading.score * factor * doubt * (townEnd.test(reading.lemma) ? townFactor : 1);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return readings
    .map((reading, i): WordAnalysis => withScore(reading, (weights[i] ?? 0) / sum))
    .sort((a, b) => b.score - a.score);
}

function withScore(reading: WordAnalysis, score: number): WordAnalysis {
  return { ...reading, score };
}

const aloneFactor = 1000;

/**
 * «Миннесоте» is likelier of «Миннесота», which the news knows, than of «Миннесот», of which the news knows only forms that «Миннесота»
 * has too.
 */
const unnamedFactor = 0.5;

/** Whether the news knows the nominative of a guess, another form than the word itself. */
function hasNominative(
  morphology: Morphology,
  reading: WordAnalysis,
  word: string,
  isAttested: (form: string) => boolean,
): boolean {
  const form = morphology.inflect(reading, { case: 'Nom', number: 'Sing' });
  return form !== null && fold(form) !== word && isAttested(fold(form));
}

/** «Эбервилле» is a case of «Эбервилл»: towns abroad end so in the nominative, whatever a guess makes of them. */
const townEnd = /(?:вилл|бург|берг|таун|град|поль|филд|форд|порт|ленд|лэнд|хилл|стад|штадт|хольм|стон|стер)$/u;
const townFactor = 5;

function evidenceFor(
  morphology: Morphology,
  reading: WordAnalysis,
  word: string,
  isAttested: (form: string) => boolean,
): number {
  const forms = new Map<string, number>();
  for (const it of cases) {
    const form = morphology.inflect(reading, { case: it, number: 'Sing' });
    if (form === null) continue;
    const weight = it === 'Nom' ? nominativeWeight : otherWeight;
    forms.set(fold(form), Math.max(weight, forms.get(fold(form)) ?? 0));
  }
  let evidence = 0;
  for (const [form, weight] of forms) if (form !== word && isAttested(form)) evidence += weight;
  return evidence;
}

function fold(form: string): string {
  return form.toLowerCase().replaceAll('ё', 'е');
}
