import type { Features } from '../../analysis.ts';
import type { Morphology } from '../morphology/word-analysis.ts';
import { wordFlags } from '../morphology/word-analysis.ts';

/** Parts of a person's name in the nominative; empty where the text does not give one. */
export interface PersonName {
  readonly given: string;
  readonly patronymic: string;
  readonly surname: string;
  /** «А.» of «А. Г. Ильяшенко». */
  readonly initials: string;
}

/** Man or woman. */
export type Gender = 'Masc' | 'Fem';

/** The gender of a word as that of somebody: the neuter tells none. */
export function genderIn({ gender }: Features): Gender | null {
  return gender === 'Masc' || gender === 'Fem' ? gender : null;
}

/** Splits a nominative name into its parts by what the dictionary says of each word and by their order. */
export function splitPersonName(name: string, morphology: Morphology): PersonName {
  const words = name
    .replaceAll(/(?<=\p{Lu}\.)(?=\p{Lu})/gu, ' ')
    .split(/\s+/u)
    .filter(Boolean);
  const initials = words
    .filter((word) => /^\p{Lu}\.?$/u.test(word))
    .map((word) => word.charAt(0))
    .join('');
  const full = words.filter((word) => !/^\p{Lu}\.?$/u.test(word));
  const flags = full.map((word) => flagsOf(word, morphology));
  const patronymicAt =
    full.length < 3
      ? -1
      : full.findIndex((word, i) => i > 0 && ((flags[i] ?? 0) & wordFlags.patronymic) !== 0 && isPatronymic(word));
  const patronymic = full[patronymicAt] ?? '';
  const rest = full.filter((_, i) => i !== patronymicAt);
  const restFlags = flags.filter((_, i) => i !== patronymicAt);
  const isGiven = (i: number): boolean => ((restFlags[i] ?? 0) & wordFlags.given) !== 0;
  const isSurname = (i: number): boolean => ((restFlags[i] ?? 0) & wordFlags.surname) !== 0;
  // «де Ренн»: a surname with what opens it
  if (patronymic === '' && initials === '' && openings.has(rest[0]?.toLowerCase() ?? ''))
    return { given: '', patronymic, surname: rest.join(' '), initials };
  if (rest.length === 1) {
    const only = rest[0] ?? '';
    const isOnlyGiven = isGiven(0) && (!isSurname(0) || patronymic !== '');
    return { given: isOnlyGiven ? only : '', patronymic, surname: isOnlyGiven ? '' : only, initials };
  }
  const isReversed =
    patronymicAt === full.length - 1 ||
    (rest.length === 2 && isGiven(1) && !isGiven(0) && !isSurname(1) && (isSurname(0) || mayBeSurname(rest[0] ?? '')));
  if (isReversed && rest.length === 2) return { given: rest[1] ?? '', patronymic, surname: rest[0] ?? '', initials };
  return { given: rest[0] ?? '', patronymic, surname: rest.slice(1).join(' '), initials };
}

const openings: ReadonlySet<string> = new Set(['де', 'да', 'дос', 'ди', 'дель', 'фон', 'ван', 'аль']);

/** «Луговой Игорь», «Загада Игорь», but not «Винус Уильямс», whose surname is a first name elsewhere. */
function mayBeSurname(word: string): boolean {
  return /(?:[оеё]в|[иы]н|[кц]ий|[оы]й|ко|[ую]к|ич|ян|дзе|швили|ец|ая|а)$/u.test(word);
}

/** Of a word that the dictionary does not know, «Олессен», guesses may tell a patronymic, but not a first name from a surname. */
function flagsOf(word: string, morphology: Morphology): number {
  return morphology
    .analyse(word)
    .reduce((bits, reading) => bits | (reading.isKnown ? reading.flags : reading.flags & wordFlags.patronymic), 0);
}

/** Whether a word looks like a patronymic: «Николаевич», «Ивановна». */
export function isPatronymic(word: string): boolean {
  return /(?:ич|вна|чна|инична|оглы|кызы)$/u.test(word.toLowerCase());
}

/** «Имя Фамилия» where both are known, else what there is. */
export function showPersonName(name: PersonName): string {
  if (name.given && name.surname) return `${name.given} ${name.surname}`;
  if (name.surname)
    return name.initials ? `${[...name.initials].map((one) => `${one}.`).join(' ')} ${name.surname}` : name.surname;
  return [name.given, name.patronymic].filter(Boolean).join(' ');
}

/** Whether two names may be one person's: nothing that both give differs, and they share a surname or a given name. */
export function mayBeSame(a: PersonName, b: PersonName): boolean {
  if (a.surname && b.surname && !sameStem(lastWord(a.surname), lastWord(b.surname)))
    return (
      isFirstWordOf(a, b) ||
      isFirstWordOf(b, a) ||
      isTurnedRound(a, b) ||
      isOfTwoSurnames(a, b) ||
      isOfTwoSurnames(b, a)
    );
  if (a.given && b.given && !sameStem(a.given, b.given)) return false;
  if (a.patronymic && b.patronymic && !sameStem(a.patronymic, b.patronymic)) return false;
  if (a.initials && b.given && !b.given.startsWith(a.initials.charAt(0))) return false;
  if (b.initials && a.given && !a.given.startsWith(b.initials.charAt(0))) return false;
  return (a.surname !== '' && b.surname !== '') || (a.given !== '' && b.given !== '');
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

/** «Хван» of «Хван Чжан Ёп»: a name alone that opens one of three parts without a patronymic. */
function isFirstWordOf(alone: PersonName, full: PersonName): boolean {
  const isAlone = alone.given === '' && alone.initials === '' && !alone.surname.includes(' ');
  return isAlone && full.patronymic === '' && full.surname.includes(' ') && sameStem(alone.surname, full.given);
}

/** «Марта Верди», «Верди» of «Марта Верди Ренн» and «Марта Верди де Ренн»: the first of two surnames. */
function isOfTwoSurnames(short: PersonName, full: PersonName): boolean {
  const isSameGiven =
    short.given === '' ? short.initials === '' : full.given !== '' && sameStem(short.given, full.given);
  const [first = '', ...rest] = full.surname.split(' ');
  return isSameGiven && rest.length > 0 && !short.surname.includes(' ') && sameStem(short.surname, first);
}

/** «Серина Вольмс» and «Вольмс Серина», where no dictionary tells which is the surname. */
function isTurnedRound(a: PersonName, b: PersonName): boolean {
  const isFull = a.given !== '' && b.given !== '';
  return isFull && sameStem(a.given, b.surname) && sameStem(a.surname, b.given);
}

/** The fuller of both part by part. */
export function joinPersonNames(a: PersonName, b: PersonName): PersonName {
  return {
    given: a.given || b.given,
    patronymic: a.patronymic || b.patronymic,
    surname: a.surname && (a.given || !b.given) ? a.surname : b.surname || a.surname,
    initials: a.initials || b.initials,
  };
}

const endings =
  /(?:ого|ому|ыми|ими|ами|ями|ой|ою|ей|ею|ым|им|ом|ем|ых|их|ая|яя|ую|юю|ий|ый|ов|ев|а|я|у|ю|е|ы|и|о|ь|й)$/u;

/** Same word but for its case ending: «Долгова» and «Долгов», should one be read wrongly. */
export function sameStem(a: string, b: string): boolean {
  return stemOf(a) === stemOf(b);
}

/** A word without its case ending, lower case, ё as е. */
export function stemOf(word: string): string {
  const lower = word.toLowerCase().replaceAll('ё', 'е');
  // «Долгов», «Никитин», «Шевцов» keep their suffix: only what follows it is an ending.
  const kept = /^(.+(?:ов|ев|ин|ын))(?:а|у|ым|е|ой)?$/u.exec(lower)?.[1];
  if (kept && kept.length > 3) return kept;
  const cut = lower.replace(endings, '');
  return cut.length >= 3 ? cut : lower;
}
