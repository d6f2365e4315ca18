import { sameStem, stemOf, stemsOf, wordsOf } from './name-key.ts';

/** What a figure measures and whose it is: «объём торговли между Варонией и Мередией» → «товарооборот» of the two. */
export interface Indicator {
  /** Stems of what is measured, one word for each of its names. */
  readonly measure: readonly string[];
  /** Whose: the stems of the names in it, each with the state that the document's claims make of it. */
  readonly parties: readonly { readonly stem: string; readonly state: string | null }[];
}

/** Takes an indicator's words apart. A capital makes a name, but for the one that may open the sentence. */
export function indicatorOf(
  name: string,
  states: readonly { readonly stem: string; readonly state: string }[],
): Indicator {
  const words = name.split(/[^\p{L}\p{N}-]+/u).filter((word) => word !== '');
  const named = words.filter((word, i) => i > 0 && /^\p{Lu}/u.test(word)).flatMap((word) => wordsOf(word).map(stemOf));
  const measured = stemsOf(canonical(name)).filter((stem) => !named.includes(stem) && !mutual.has(stem));
  const parties = [...new Set(named)].toSorted().map((stem) => ({
    stem,
    state: states.find((known) => sameStem(known.stem, stem))?.state ?? null,
  }));
  return { measure: [...new Set(measured)].toSorted(), parties };
}

/** Each says something that the other does not: «товарооборот Варонии и Мередии», «товарооборот Варонии и Тальмара». */
export function areOfOthers(a: Indicator, b: Indicator): boolean {
  const lacks = (one: Indicator, other: Indicator) =>
    one.parties.some((p) => !other.parties.some((q) => sameStem(p.stem, q.stem) || (p.state ?? '') === q.state));
  return lacks(a, b) && lacks(b, a);
}

/** Several names of one measure, the first of each row for all. */
const names: readonly (readonly [name: string, others: RegExp])[] = [
  // «объём взаимной торговли», «торговый оборот»
  ['товарооборот', /(?:объ[её]м\p{L}* (?:\p{Ll}+н\p{L}{2,3} )?торговл\p{L}+|торгов\p{L}+ оборот\p{L}*)/giu],
  // «валовой внутренний продукт»
  ['ввп', /валов\p{L}+ внутренн\p{L}+ продукт\p{L}*/giu],
];

function canonical(name: string): string {
  return names.reduce((text, [own, others]) => text.replaceAll(others, own), name);
}

/** Words that say only that it is between those named. */
const mutual = new Set(
  'взаимный двусторонний общий объем показатель между двух обеих обоих страна государство сторона'
    .split(' ')
    .map(stemOf),
);
