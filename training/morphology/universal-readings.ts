import type { Features, PartOfSpeech } from '../../src/language/analysis.ts';
import { wordFlags } from '../../src/language/ru/morphology/word-analysis.ts';
import { alsoAdverbs, alsoConjunctions, degrees, pronominal, subordinating } from './closed-classes.data.ts';

export type MutableFeatures = { -readonly [K in keyof Features]: Features[K] };

/** One reading in the terms of Universal Dependencies. `weight` is its share among the readings of one tag of OpenCorpora. */
export interface Reading {
  readonly pos: PartOfSpeech;
  readonly features: Features;
  readonly flags: number;
  readonly weight: number;
}

/**
 * A tag of OpenCorpora («NOUN,anim,masc,Sgtm,Surn sing,gent») with the dictionary form of its word → the readings that the
 * Russian treebanks give such a form, likeliest first. Empty for forms that press texts do not have.
 */
export function universalReadings(tag: string, lemma: string, form: string): readonly Reading[] {
  const grammemes: ReadonlySet<string> = new Set(tag.split(/[ ,]/u));
  const [pos = ''] = grammemes;
  const flags = flagsOf(grammemes);
  return readingsOf(pos, grammemes, lemma, form).map(({ pos: own, features, weight = 1 }) => ({
    pos: own,
    features,
    flags,
    weight,
  }));
}

type Draft = Omit<Reading, 'flags' | 'weight'> & { readonly weight?: number };

function readingsOf(pos: string, g: ReadonlySet<string>, lemma: string, form: string): readonly Draft[] {
  switch (pos) {
    case 'NOUN':
      return nouns(g, lemma);
    case 'ADJF':
      return adjectives(g, lemma);
    case 'ADJS':
      return [{ pos: 'ADJ', features: { degree: 'Pos', ...genderAndNumber(g), variant: 'Short' } }];
    case 'COMP':
      return [
        { pos: 'ADV', features: { degree: 'Cmp' } },
        { pos: 'ADJ', features: { degree: 'Cmp' }, weight: 0.6 },
        ...(quantities.has(lemma) ? [{ pos: 'NUM' as const, features: { degree: 'Cmp' as const }, weight: 0.3 }] : []),
      ];
    case 'VERB':
    case 'INFN':
    case 'GRND':
    case 'PRTF':
    case 'PRTS':
      return verbs(pos, g, lemma, form);
    case 'NUMR':
      return numerals(g, lemma);
    case 'NPRO':
      return pronouns(g, lemma);
    case 'ADVB':
      return [{ pos: 'ADV', features: { degree: degrees.get(lemma) ?? 'Pos' } }];
    case 'PRED':
      return [
        { pos: 'VERB', features: {} },
        { pos: 'ADV', features: { degree: 'Pos' }, weight: 0.3 },
      ];
    case 'PREP':
      return [{ pos: 'ADP', features: {} }];
    case 'CONJ':
      return conjunctions(lemma);
    case 'PRCL':
      return particles(lemma);
    case 'INTJ':
      return [{ pos: 'INTJ', features: {} }];
    default:
      return [];
  }
}

const quantities: ReadonlySet<string> = new Set(['много', 'мало', 'большой', 'малый', 'многий']);

function nouns(g: ReadonlySet<string>, lemma: string): readonly Draft[] {
  const pos: PartOfSpeech = properNames.some((name) => g.has(name)) ? 'PROPN' : 'NOUN';
  const animacy = g.has('anim') ? 'Anim' : 'Inan';
  const base = { ...(g.has('anim') || g.has('inan') ? { animacy } : {}), ...caseOf(g), ...numberOf(g) } as Features;
  if (lemma === 'друг' && g.has('sing')) {
    return [
      { pos, features: { ...base, gender: 'Masc' } },
      { pos: 'PRON', features: caseOf(g), weight: 0.3 },
    ];
  }
  const genders = gendersOf(g);
  if (genders.length === 0) return [{ pos, features: base }];
  return genders.map((gender) => ({ pos, features: { ...base, gender } }));
}

const properNames = ['Name', 'Surn', 'Patr', 'Geox', 'Orgn', 'Trad'];

/** «сирота», «Саша»: both; the paradigm of a common-gender word has the same forms for either. */
function gendersOf(g: ReadonlySet<string>): readonly ('Masc' | 'Fem' | 'Neut')[] {
  if (g.has('ms-f') || g.has('Ms-f')) return ['Masc', 'Fem'];
  if (g.has('GNdr') || g.has('Pltm')) return g.has('plur') ? ['Masc', 'Fem', 'Neut'] : ['Masc', 'Fem'];
  const gender = genderOf(g).gender;
  return gender === undefined ? [] : [gender];
}

function adjectives(g: ReadonlySet<string>, lemma: string): readonly Draft[] {
  const base = { ...caseOf(g), ...genderAndNumber(g), ...animacyOfAccusative(g) };
  const poses = g.has('Apro') ? (pronominal.get(lemma) ?? (['DET'] as const)) : (['ADJ'] as const);
  return poses.map((pos, i) => {
    const weight = i === 0 ? 1 : 0.25;
    if (possessives.has(lemma)) return { pos, features: {}, weight };
    if (pos !== 'ADJ') return { pos, features: base, weight };
    return { pos, features: { ...base, degree: g.has('Supr') ? 'Sup' : 'Pos' }, weight };
  });
}

const possessives: ReadonlySet<string> = new Set(['его', 'её', 'ее', 'их']);

function animacyOfAccusative(g: ReadonlySet<string>): Features {
  if (!g.has('accs')) return {};
  if (g.has('anim')) return { animacy: 'Anim' };
  return g.has('inan') ? { animacy: 'Inan' } : {};
}

function verbs(pos: string, g: ReadonlySet<string>, lemma: string, form: string): readonly Draft[] {
  const aspect = g.has('perf') ? 'Perf' : 'Imp';
  const reflexive = /с[ья]$/u.test(lemma);
  const tense = tenseOf(g, pos, aspect);
  if (lemma === 'быть') return toBe(pos, g, tense, form);
  const base: Features = { aspect, ...tense };
  const shape = verbShape(pos, g);
  if (shape === null) return [];
  if (pos === 'PRTF' || pos === 'PRTS') {
    if (g.has('pssv')) return [{ pos: 'VERB', features: { ...base, ...shape, voice: 'Pass' } }];
    if (!reflexive) return [{ pos: 'VERB', features: { ...base, ...shape, voice: 'Act' } }];
  }
  if (!reflexive) return [{ pos: 'VERB', features: { ...base, ...shape, voice: 'Act' } }];
  const middle: Draft = { pos: 'VERB', features: { ...base, ...shape, voice: 'Mid' } };
  if (aspect === 'Perf' || g.has('1per') || g.has('2per') || pos === 'GRND') return [middle];
  return [middle, { pos: 'VERB', features: { ...base, ...shape, voice: 'Pass' }, weight: 0.25 }];
}

function tenseOf(g: ReadonlySet<string>, pos: string, aspect: string): Features {
  if (g.has('past')) return { tense: 'Past' };
  if (g.has('futr')) return { tense: 'Fut' };
  if (g.has('pres')) return { tense: pos === 'VERB' && aspect === 'Perf' ? 'Fut' : 'Pres' };
  return {};
}

function verbShape(pos: string, g: ReadonlySet<string>): Features | null {
  switch (pos) {
    case 'INFN':
      return { verbForm: 'Inf' };
    case 'GRND':
      return { verbForm: 'Conv' };
    case 'PRTF':
      return { verbForm: 'Part', ...caseOf(g), ...genderAndNumber(g), ...animacyOfAccusative(g) };
    case 'PRTS':
      return { verbForm: 'Part', variant: 'Short', ...genderAndNumber(g) };
    default:
      return {
        verbForm: 'Fin',
        mood: g.has('impr') ? 'Imp' : 'Ind',
        ...finitePerson(g),
        ...(g.has('past') ? genderAndNumber(g) : numberOf(g)),
      };
  }
}

/** Imperatives address «ты» or «вы»; impersonal verbs («хочется») stand in the third person. */
function finitePerson(g: ReadonlySet<string>): Features {
  const person = personOf(g);
  if (person.person !== undefined || g.has('past')) return person;
  if (g.has('impr')) return { person: g.has('incl') ? '1' : '2' };
  return { person: '3' };
}

/** «быть» is AUX beside a predicate and VERB alone; its future has no aspect in the treebanks. */
function toBe(pos: string, g: ReadonlySet<string>, tense: Features, form: string): readonly Draft[] {
  const shape = verbShape(pos, g);
  if (shape === null || (pos === 'VERB' && g.has('pres') && !/^(?:есть|суть)$/u.test(form))) return [];
  const aspect: Features = tense.tense === 'Fut' ? {} : { aspect: 'Imp' };
  const features: Features = { ...aspect, ...tense, ...shape, voice: 'Act' };
  return [
    { pos: 'AUX', features },
    { pos: 'VERB', features: { ...features, aspect: 'Imp' }, weight: 0.25 },
  ];
}

function numerals(g: ReadonlySet<string>, lemma: string): readonly Draft[] {
  const features: Features = { ...caseOf(g), ...genderOf(g), ...animacyOfAccusative(g) };
  if (lemma === 'один') return [{ pos: 'NUM', features: { ...features, ...numberOf(g) } }];
  return [{ pos: 'NUM', features }];
}

function pronouns(g: ReadonlySet<string>, lemma: string): readonly Draft[] {
  if (lemma === 'себя') return [{ pos: 'PRON', features: caseOf(g) }];
  const person = personOf(g);
  if (person.person !== undefined) {
    const gender = person.person === '3' && g.has('sing') ? genderOf(g) : {};
    return [{ pos: 'PRON', features: { ...caseOf(g), ...numberOf(g), ...person, ...gender } }];
  }
  const isPerson = /^(?:кто|некто|никто|иже)|-кто$/u.test(lemma);
  const animacy: Features = { animacy: isPerson ? 'Anim' : 'Inan' };
  const like: Features = /^(?:кто|никто|что|ничто)|кто(?:-|$)|что(?:-|$)/u.test(lemma)
    ? { gender: isPerson ? 'Masc' : 'Neut', number: 'Sing' }
    : {};
  return [{ pos: 'PRON', features: { ...caseOf(g), ...genderAndNumber(g), ...like, ...animacy } }];
}

function particles(lemma: string): readonly Draft[] {
  const own: Draft =
    lemma === 'бы' || lemma === 'б'
      ? { pos: 'AUX', features: { mood: 'Cnd' } }
      : { pos: 'PART', features: {}, weight: alsoAdverbs.has(lemma) ? 0.3 : 1 };
  const others = alsoAdverbs.get(lemma) ?? [];
  return [own, ...others.map((pos) => ({ pos, features: pos === 'ADV' ? { degree: 'Pos' as const } : {} }))];
}

function conjunctions(lemma: string): readonly Draft[] {
  const own: Draft = {
    pos: subordinating.has(lemma) ? 'SCONJ' : coordinating.has(lemma) ? 'CCONJ' : 'ADV',
    features: {},
  };
  return [own, ...(alsoConjunctions.get(lemma) ?? []).map((pos) => ({ pos, features: {}, weight: 0.2 }))];
}

const coordinating: ReadonlySet<string> = new Set(
  'и а но или либо да ни то однако зато же ж аль али иль также тоже притом причём причем плюс минус'.split(' '),
);

const cases: Readonly<Record<string, NonNullable<Features['case']>>> = {
  nomn: 'Nom',
  gent: 'Gen',
  gen1: 'Gen',
  gen2: 'Gen',
  datv: 'Dat',
  accs: 'Acc',
  acc2: 'Acc',
  ablt: 'Ins',
  loct: 'Loc',
  loc1: 'Loc',
  loc2: 'Loc',
  voct: 'Voc',
};

function caseOf(g: ReadonlySet<string>): Features {
  for (const grammeme of g) {
    const found = cases[grammeme];
    if (found !== undefined) return { case: found };
  }
  return {};
}

function numberOf(g: ReadonlySet<string>): Features {
  if (g.has('sing')) return { number: 'Sing' };
  return g.has('plur') ? { number: 'Plur' } : {};
}

function genderOf(g: ReadonlySet<string>): Features {
  if (g.has('masc')) return { gender: 'Masc' };
  if (g.has('femn')) return { gender: 'Fem' };
  return g.has('neut') ? { gender: 'Neut' } : {};
}

/** Adjectives, participles and past forms have gender in the singular only. */
function genderAndNumber(g: ReadonlySet<string>): Features {
  return g.has('plur') ? numberOf(g) : { ...genderOf(g), ...numberOf(g) };
}

function personOf(g: ReadonlySet<string>): Features {
  if (g.has('1per')) return { person: '1' };
  if (g.has('2per')) return { person: '2' };
  return g.has('3per') ? { person: '3' } : {};
}

function flagsOf(g: ReadonlySet<string>): number {
  let flags = 0;
  for (const [grammeme, flag] of flagRows) if (g.has(grammeme)) flags |= flag;
  return flags;
}

const flagRows: readonly (readonly [string, number])[] = [
  ['Name', wordFlags.given],
  ['Surn', wordFlags.surname],
  ['Patr', wordFlags.patronymic],
  ['Geox', wordFlags.place],
  ['Orgn', wordFlags.organisation],
  ['Abbr', wordFlags.abbreviation],
  ['Fixd', wordFlags.indeclinable],
  ['Anum', wordFlags.ordinal],
  ['Trad', wordFlags.trademark],
  ['Sgtm', wordFlags.singularOnly],
  ['Subx', wordFlags.substantivised],
  ...['Slng', 'Arch', 'Erro', 'Dist', 'V-oy', 'V-ey', 'V-be', 'V-sh', 'V-bi', 'Litr', 'Hypo', 'Infr'].map(
    (grammeme) => [grammeme, wordFlags.rare] as const,
  ),
];
