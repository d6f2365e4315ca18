import { soundKey } from '../language/names/transliterate.ts';
import type { EntityType } from '../model/entity.ts';
import { isTelling, placeKey, stemOf, stemsOf, wordsOf } from './name-key.ts';

/** What a name is compared by, worked out once. */
export interface NameWords {
  /** What must be equal for two names to be one. */
  readonly own: readonly string[];
  /** Abbreviations of a body, designations of equipment. */
  readonly marks: readonly string[];
  /** The words of a body's name that its abbreviation is made of, and their first letters. */
  readonly full: readonly string[];
  readonly letters: string;
}

/** The words by which names of a type are compared; people and agreements have ways of their own. */
export function nameWords(type: EntityType, name: string): NameWords {
  const none: NameWords = { own: [], marks: [], full: [], letters: '' };
  switch (type) {
    case 'state':
    case 'place':
      return { ...none, own: [placeKey(name)] };
    case 'organisation': {
      const full = fullWords(name);
      return { own: bodyWords(name), marks: abbreviationsIn(name), full, letters: lettersOf(full) };
    }
    case 'exercise':
      return { ...none, own: properWords(name) };
    case 'equipment':
      return { ...none, own: stemsOf(name), marks: designationsOf(name) };
    case 'facility':
    case 'other':
      return { ...none, own: stemsOf(name) };
    case 'person':
    case 'agreement':
      return none;
  }
}

/** «ФСН» out of «ФСН Варонии», in lower case. */
export function abbreviationsIn(name: string): readonly string[] {
  return (name.match(/(?<!\p{L})\p{Lu}{2,8}(?!\p{L})/gu) ?? []).map((w) => w.toLowerCase());
}

/** Stems without «компания», «АО» and other words that only say that it is a body. */
export function bodyWords(name: string): readonly string[] {
  const full = wordsOf(name.replace(russianFederation, 'России')).flatMap((w) => compounds[w] ?? [w]);
  const stems = stemsOf(full.join(' ')).filter((s) => !bodyNouns.has(s));
  const own = stems.filter((s) => !['федерац', 'республик'].includes(s));
  return own.length > 0 ? own : stems.length > 0 ? stems : stemsOf(name);
}

const russianFederation = /Российск(?:ой|ая|ую) Федераци(?:и|я|ю|ей)/u;

/** «С-400», «Су-30СМ» */
function designationsOf(name: string): readonly string[] {
  return wordsOf(name)
    .filter((w) => /\p{L}/u.test(w) && /\d/u.test(w))
    .map((w) => soundKey(w.replaceAll('-', '')));
}

/**
 * What an exercise is called, without «учение» and its year: the quoted words, else those from a capital on. «Манёвры» alone
 * has no name.
 */
export function properWords(name: string): readonly string[] {
  const quoted = /[«"„“]([^«»"„“”]+)(?:[»"“”]|$)/u.exec(name)?.[1];
  const small = exerciseNouns.has(stemOf(wordsOf(name)[0] ?? '')) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
  return stemsOf(quoted ?? /\p{Lu}.*/u.exec(small)?.[0] ?? '')
    .filter((s) => !/^\d+$/u.test(s) && !exerciseNouns.has(s))
    .map(soundKey);
}

/** All abbreviations that the first letters of a name's words could give, of so many letters to eight. */
export function runsOf(letters: string, shortest: number): readonly string[] {
  const runs: string[] = [];
  for (let from = 0; from < letters.length; from++) {
    for (let to = from + shortest; to <= Math.min(letters.length, from + 8); to++) runs.push(letters.slice(from, to));
  }
  return runs;
}

/** First letters of the words of a name, function words left out. */
export function firstLetters(name: string): string {
  return lettersOf(fullWords(name));
}

function fullWords(name: string): readonly string[] {
  return wordsOf(name).filter(isTelling);
}

function lettersOf(words: readonly string[]): string {
  return words.map((w) => w.charAt(0)).join('');
}

/** Short forms that Russian makes of the names of bodies and of whom these are of, and the words that they stand for. */
const compounds: Readonly<{ [word: string]: readonly string[] }> = Object.fromEntries(
  [
    'рф россия',
    'госсовет государственный совет',
    'госдума государственная дума',
    'госкомитет государственный комитет',
    'совбез совет безопасности',
    'генштаб генеральный штаб',
    'генпрокуратура генеральная прокуратура',
    'центробанк центральный банк',
    'нацбанк национальный банк',
    'минобороны министерство обороны',
    'минфин министерство финансов',
    'минюст министерство юстиции',
    'минэнерго министерство энергетики',
    'минтранс министерство транспорта',
    'минсельхоз министерство сельского хозяйства',
    'минздрав министерство здравоохранения',
    'минобрнауки министерство образования науки',
    'минпромторг министерство промышленности торговли',
    'минэкономразвития министерство экономического развития',
  ].map((line) => {
    const [short = '', ...words] = line.split(' ');
    return [short, words];
  }),
);

const bodyNouns = new Set(
  'агентство информагентство газета журнал издание телеканал радиостанция портал компания корпорация концерн госкорпорация госкомпания фирма холдинг ао оао зао ооо пао фгуп предприятие'
    .split(' ')
    .map(stemOf),
);

const exerciseNouns = new Set(
  'учение учения маневры тренировка совместный стратегический командно штабной военный морской международный'
    .split(' ')
    .map(stemOf),
);
