import { soundKey } from '../language/names/transliterate.ts';

/** A person's name taken apart; keys are sound keys, the same for both scripts. */
export interface PersonName {
  readonly surname: string;
  /** Key of the first name, an initial as one letter; `null` where the name gives the surname alone. */
  readonly first: string | null;
  readonly patronymic: string | null;
}

/**
 * Takes a person's name in the nominative apart: «Пётр Ланской», «П. И. Ланской», «Ланской П.И.», «Ланской Пётр Ильич»,
 * `Pyotr Lanskoy`, «Ланской». `null` for what is no name: a description («министр обороны») or nothing.
 */
export function parsePersonName(name: string): PersonName | null {
  const parts = name
    .normalize('NFKC')
    .replaceAll(/(?<=\p{Lu})\./gu, '. ')
    .split(/[\s,]+/u)
    .filter((p) => /\p{L}/u.test(p));
  const first = parts[0];
  if (first === undefined || !/^\p{Lu}/u.test(first)) return null;
  const initials = parts.filter(isInitial);
  const full = parts.filter((p) => !isInitial(p));
  const [only] = full;
  if (only === undefined) return null;
  if (initials.length > 0) return ofInitials(full, initials);
  return full.length === 1 ? { surname: soundKey(only), first: null, patronymic: null } : ofFullParts(full);
}

/** Whether two first names may be one: equal, an initial of the other, or a known short form («Саша» is left apart). */
export function firstNamesAgree(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length === 1 ? soundsOfInitial(short).some((s) => long.startsWith(s)) : sameButVowels(short, long);
}

function ofInitials(full: readonly string[], initials: readonly string[]): PersonName {
  const [first = '', patronymic] = initials.map((i) => soundKey(i.replace('.', '')));
  return {
    surname: soundKey(full.filter((p) => /^\p{Lu}/u.test(p)).join('')) || soundKey(full.join('')),
    first: first === '' ? null : first.slice(0, 1),
    patronymic: patronymic === undefined || patronymic === '' ? null : patronymic.slice(0, 1),
  };
}

function ofFullParts(parts: readonly string[]): PersonName {
  const [first = '', second = '', third] = parts;
  // «Ланской Пётр Ильич», «Пётр Ильич Ланской»; «Анна Попович» has no patronymic
  if (third !== undefined && isPatronymic(second)) return named(parts.slice(2).join(''), first, second);
  if (third !== undefined && parts.length === 3 && isPatronymic(third)) return named(first, second, third);
  // «Пётр Ланской», «Урсула фон дер Ланд»: what follows the first name is the family.
  const small = parts.findIndex((p, i) => i > 0 && particles.has(p.toLowerCase()));
  return small > 0 ? named(parts.slice(small).join(''), parts[0], undefined) : named(parts.at(-1), parts[0], undefined);
}

function named(surname = '', first: string | undefined, patronymic: string | undefined): PersonName {
  return {
    surname: soundKey(surname),
    first: first === undefined ? null : soundKey(first),
    patronymic: patronymic === undefined ? null : soundKey(patronymic),
  };
}

function isInitial(part: string): boolean {
  return /^\p{Lu}\p{Ll}?\.$/u.test(part) || /^\p{Lu}$/u.test(part);
}

function isPatronymic(part: string): boolean {
  return /(?:ич|[оеё]вна|ична|инична)$/iu.test(part);
}

/** «Александр» and `Alexander`, «Дмитрий» and `Dmitry`: equal consonants and the same first sound. */
function sameButVowels(a: string, b: string): boolean {
  const bare = (s: string) => s.replaceAll(/(?!^)[aeiou]/gu, '');
  return bare(a) === bare(b) && Math.abs(a.length - b.length) <= 2;
}

/** `Y.` may stand for «Юрий» and «Елена», which the key begins with `i` and `e`. */
function soundsOfInitial(initial: string): readonly string[] {
  return initial === 'i' ? ['i', 'e'] : [initial];
}

const particles = new Set(
  'фон ван де дер ди да дель ибн бен бин аль эль von van de der di da del ibn ben bin al'.split(' '),
);
