import {
  compoundTails,
  irregular,
  collectives,
  standing,
  softNumerals,
  tens,
  hundreds,
  scales,
  ordinalEndings,
  pluralEndings,
  ordinalStems,
} from './numeral-forms.data.ts';

/**
 * `unit` 0–9, `teen` 10–19, `ten` 20–90, `hundred`, `scale` тысяча and up, `whole` a value that stands alone (полтора),
 * `collective` двое, `vague` несколько.
 */
export type NumeralRank = 'unit' | 'teen' | 'ten' | 'hundred' | 'scale' | 'whole' | 'collective' | 'vague';

/** What one word of a number means. */
interface NumeralForm {
  readonly value: number;
  readonly rank: NumeralRank;
  readonly ordinal: boolean;
  /** Forms in plural: «первые», «тысячи». */
  readonly plural: boolean;
}

/**
 * Every inflected form of the numerals, lower case with е for ё. Numerals are a closed class, so the forms are made here
 * from stems and need no dictionary.
 */
export const numeralForms: ReadonlyMap<string, NumeralForm> = buildForms();

/** Genitive forms that open a compound: «двухдневный», «тридцатилетний», «полуторагодовой». */
export const numeralPrefixes: ReadonlyMap<string, number> = buildPrefixes();

function buildForms(): ReadonlyMap<string, NumeralForm> {
  const forms = new Map<string, NumeralForm>();
  const put = (words: string, value: number, rank: NumeralRank, ordinal = false, plural = false): void => {
    for (const word of words.split(' ')) if (!forms.has(word)) forms.set(word, { value, rank, ordinal, plural });
  };
  for (const [value, words] of irregular) put(words, value, value < 10 ? 'unit' : value < 100 ? 'ten' : 'hundred');
  for (const [value, words] of collectives) put(words, value, 'collective');
  for (const [value, words] of standing) put(words, value, 'whole');
  put('несколько нескольких нескольким несколькими', 0, 'vague');
  for (const [value, stem] of softNumerals) {
    const rank = value < 10 ? 'unit' : value < 20 ? 'teen' : 'ten';
    put(`${stem}ь ${stem}и ${stem}ью`, value, rank);
  }
  for (const [value, first, second] of tens) {
    put(`${first}ь${second} ${first}и${second}и ${first}ью${second}ью`, value, 'ten');
  }
  put('восьмидесяти восьмьюдесятью', 80, 'ten');
  for (const [value, stem] of hundreds) {
    put(`${stem}ьсот ${stem}исот ${stem}истам ${stem}ьюстами ${stem}истах`, value, 'hundred');
  }
  put('восьмисот восьмистам восемьюстами восьмистах', 800, 'hundred');
  for (const [value, stem] of scales) {
    const ends = value === 1000 ? 'а и е у ей ью  ам ами ах' : ' а у ом е ы ов ам ами ах';
    for (const end of ends.split(' '))
      put(stem + end, value, 'scale', false, /^(?:ы|ов|ам|ами|ах)?$/u.test(end) && end !== '');
  }
  put('тыс тысяч', 1000, 'scale', false, true);
  put('млн', 1e6, 'scale', false, true);
  put('млрд', 1e9, 'scale', false, true);
  put('трлн', 1e12, 'scale', false, true);
  for (const [value, stem] of ordinalStems) {
    const rank: NumeralRank =
      value < 10 ? 'unit' : value < 20 ? 'teen' : value < 100 ? 'ten' : value < 1000 ? 'hundred' : 'scale';
    for (const end of ordinalEndings) put(stem + end, value, rank, true, pluralEndings.has(end));
  }
  for (const end of 'ий ья ье ьи ьего ьему ьим ьем ьей ью ьих ьими'.split(' ')) {
    put(`трет${end}`, 3, 'unit', true, /ьи$|ьих$|ьими$/u.test(end));
  }
  return forms;
}

function buildPrefixes(): ReadonlyMap<string, number> {
  const prefixes = new Map<string, number>([
    ['одно', 1],
    ['двух', 2],
    ['дву', 2],
    ['трех', 3],
    ['четырех', 4],
    ['сорока', 40],
    ['девяносто', 90],
    ['сто', 100],
    ['двухсот', 200],
    ['трехсот', 300],
    ['четырехсот', 400],
    ['полутора', 1.5],
    ['пол', 0.5],
    ['полу', 0.5],
    ['тысяче', 1000],
    ['двухтысяче', 2000],
    ['восьми', 8],
    ['восьмидесяти', 80],
  ]);
  for (const [value, stem] of softNumerals) if (value !== 8) prefixes.set(`${stem}и`, value);
  for (const [value, first, second] of tens) if (value !== 80) prefixes.set(`${first}и${second}и`, value);
  for (const [value, stem] of hundreds) prefixes.set(`${stem}исот`, value);
  for (const tensValue of [20, 30, 50, 60, 70]) {
    const head = [...prefixes].find(([, value]) => value === tensValue)?.[0] ?? '';
    for (const [unit, tail] of compoundTails) prefixes.set(head + tail, tensValue + unit);
  }
  return prefixes;
}
