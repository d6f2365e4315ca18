import type { EntityType } from '../model/entity.ts';
import type { Role } from '../model/claim.ts';
import { stemOf, wordsOf } from './name-key.ts';

/** Stems of the words that a text writes with a capital within its sentences: proper names, whatever begins a sentence. */
export function properStemsIn(text: string): ReadonlySet<string> {
  const words = text.match(/(?<=[\p{Ll}\d,] [«"„“]?)\p{Lu}[\p{L}-]*/gu) ?? [];
  return new Set(words.flatMap((word) => wordsOf(word).map(stemOf)));
}

/**
 * Whether a filler is a word for whoever or whatever is meant here and no name that another document could share:
 * «стороны», «Мы», «его действие», «3,2 млрд долларов», «Церемония» at the head of a sentence. `proper` is
 * `properStemsIn` of the document.
 */
export function isDescription(type: EntityType, { name, known }: Role, proper: ReadonlySet<string>): boolean {
  if (known !== null) return false;
  const words = wordsOf(name);
  const [first = ''] = words;
  // «Я. Лужский» is somebody.
  if (beginsWithPronoun(words) && (type !== 'person' || words.length === 1)) return true;
  switch (type) {
    case 'organisation':
    case 'state':
    case 'place':
      return !/\p{Lu}/u.test(name) || (isOrdinal(first) && !/^\P{L}*\p{L}.*\p{Lu}/u.test(name));
    case 'other':
      return !isProperName(name, proper);
    default:
      return false;
  }
}

/** «его действие», «этот показатель», as `wordsOf` gives their words: whose or which, only the text around tells. */
export function beginsWithPronoun([first = '']: readonly string[]): boolean {
  return pronouns.has(first);
}

/** «вторая партия»: one of a row. */
function isOrdinal(word: string): boolean {
  return /^(?:перв|втор|трет|четверт|пят|шест)(?:ый|ой|ий|ая|ья|ое|ье|ые|ьи)$/u.test(word);
}

/**
 * «ракетный комплекс «Орешник»», «порт Веллен»: a short phrase with a name in it. Longer ones, and those with a preposition
 * («запрет на импорт рыбы из Варонии»), describe.
 */
function isProperName(name: string, proper: ReadonlySet<string>): boolean {
  if (!/^[«"„“]?\p{L}/u.test(name)) return false;
  const words = name.match(/\p{L}[\p{L}\p{N}-]*/gu) ?? [];
  if (words.length > 6 || words.some((w) => linking.has(w))) return false;
  return words.some((word, i) =>
    i === 0 ? wordsOf(word).some((w) => proper.has(stemOf(w))) && /^\p{Lu}/u.test(word) : /^\p{Lu}/u.test(word),
  );
}

/** Stems of the last words of people's names of more than one word. */
export function surnamesIn(roles: readonly Role[]): ReadonlySet<string> {
  const full = roles.filter((r) => r.type === 'person' && r.name.includes(' '));
  return new Set(full.flatMap((r) => wordsOf(r.name).slice(-1).map(stemOf)));
}

/** The organisation that a noun at the head of a name says: «агентство ВАРТА», «газета «Курьер»». */
export function isHeadedByBody(name: string): boolean {
  return bodyHeads.has(/^\p{Ll}+(?= [«"„“]?\p{Lu})/u.exec(name)?.[0] ?? '');
}

/**
 * Whether one word taken for a person has the shape of a land's name («Гелтория», «в Гелтории»), and is no first name. Few
 * surnames end so («Жвания»: `surnames` are the stems of those that the document gives with a first name).
 */
export function isLandShaped(name: string, surnames: ReadonlySet<string>): boolean {
  if (surnames.has(stemOf(name.toLowerCase()))) return false;
  return /^\p{Lu}\p{Ll}{2,}(?:и[яи]|ией|ию|стана?)$/u.test(name) && !firstNames.has(stemOf(name.toLowerCase()));
}

const firstNames = new Set(
  'мария анастасия виктория юлия наталия евгения ксения лидия софия валерия амалия эмилия аврелия таисия клавдия сильвия глория патриция аврелий виталий василий георгий дмитрий юрий евгений анатолий григорий валерий геннадий аркадий арсений игнатий захария анания'
    .split(' ')
    .map(stemOf),
);

const bodyHeads = new Set('агентство информагентство газета журнал издание телеканал радиостанция портал'.split(' '));

const pronouns = new Set(
  'я мы ты вы он она оно они его ее их наш наша наше наши свой своя свое свои это этот эта эти тот та те каждый каждая каждое все кто что который которая которое которые'.split(
    ' ',
  ),
);

const linking = new Set('в во на из изо от до о об обо по за с со к ко у для и а но или при между под над'.split(' '));
