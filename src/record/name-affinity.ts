import { soundKey } from '../language/names/transliterate.ts';
import type { EntityType } from '../model/entity.ts';
import type { AgreementWords } from './agreement-name.ts';
import type { Affinity, Kind } from './clustering.ts';
import { jaccardOf, nameKey, overlapOf, placeKey, stemOf, stemsOf, wordsOf } from './name-key.ts';
import type { NameNode } from './name-node.ts';
import { firstNamesAgree, type PersonName } from './person-name.ts';

type Verdict = Affinity | 'apart' | null;

/** How names of entities are compared: one rule a type, each over the names and what their documents say. */
export const names: Kind<NameNode> = {
  keyOf: (node) => node.key,
  blocksOf,
  compare: compareNames,
  isVague: (node) => {
    if (node.type === 'person') return node.person?.first === null;
    if (node.type === 'agreement') return node.parties.length < 2 || (node.agreement?.content.length ?? 0) < 2;
    return node.type === 'exercise' && node.years.length === 0;
  },
};

/** Whether two nodes name one entity, and why. */
export function compareNames(a: NameNode, b: NameNode): Verdict {
  if (a.type !== b.type) return null;
  if (a.known !== null && b.known !== null) {
    return a.known === b.known ? { score: 10, why: `both are ${a.known} in the gazetteer` } : 'apart';
  }
  return byType[a.type](a, b);
}

const byType: Readonly<{ [type in EntityType]: (a: NameNode, b: NameNode) => Verdict }> = {
  person: comparePeople,
  state: comparePlaces,
  place: comparePlaces,
  organisation: compareOrganisations,
  agreement: compareAgreements,
  exercise: compareExercises,
  equipment: compareEquipment,
  facility: compareWhole,
  other: compareWhole,
};

function comparePeople(a: NameNode, b: NameNode): Verdict {
  const [one, other] = [a.person, b.person];
  if (!one || !other || one.surname !== other.surname) return null;
  if (!firstNamesAgree(one.first, other.first)) return 'apart';
  if (!firstNamesAgree(one.patronymic, other.patronymic)) return 'apart';
  const shared = a.posts.some((p) => b.posts.some((q) => postsAgree(p.stems, q.stems) && p.of === q.of));
  if (one.first !== null && other.first !== null) return joinFullNames(one, other, shared, a.name, b.name);
  // A surname alone is joined only where nothing speaks against it.
  const foreign = a.posts.length > 0 && b.posts.length > 0 && !a.posts.some((p) => b.posts.some((q) => p.of === q.of));
  if (foreign) return null;
  const beside = a.posts.some((p) => b.beside.includes(p.of)) || b.posts.some((p) => a.beside.includes(p.of));
  if (beside && !shared)
    return { score: 3.5, why: `«${a.name}» and «${b.name}» share a surname beside the same state or body` };
  return shared
    ? { score: 4, why: `«${a.name}» and «${b.name}» share a surname and a post` }
    : { score: 3, why: `«${a.name}» and «${b.name}» share a surname, and nothing speaks against it` };
}

function joinFullNames(one: PersonName, other: PersonName, shared: boolean, a: string, b: string): Affinity {
  const initial = one.first?.length === 1 || other.first?.length === 1;
  const score = (initial ? 5 : 8) + (shared ? 1 : 0);
  return {
    score,
    why: initial ? `«${a}» has the initials of «${b}»` : `«${a}» and «${b}» agree in first name and surname`,
  };
}

function postsAgree(a: readonly string[], b: readonly string[]): boolean {
  return overlapOf(a, b) > 0.5;
}

function comparePlaces(a: NameNode, b: NameNode): Verdict {
  return placeKey(a.name) === placeKey(b.name) ? { score: 8, why: `«${a.name}» and «${b.name}» are one name` } : null;
}

function compareOrganisations(a: NameNode, b: NameNode): Verdict {
  const [one, other] = [bodyWords(a.name), bodyWords(b.name)];
  if (one.length === other.length && one.every((w) => other.some((v) => sameStem(w, v)))) {
    return { score: 8, why: `«${a.name}» and «${b.name}» have the same words` };
  }
  if (abbreviates(a.name, b.name) || abbreviates(b.name, a.name)) {
    return { score: 6, why: `«${a.name}» and «${b.name}»: one abbreviates the other` };
  }
  return null;
}

/** «ФСВТС России» and «Федеральная служба по военно-техническому сотрудничеству»: initials, and no other word against it. */
function abbreviates(short: string, long: string): boolean {
  const longWords = wordsOf(long).filter((w) => stemsOf(w).length > 0);
  const initials = longWords.map((w) => w.charAt(0)).join('');
  return abbreviationsIn(short).some((abbreviation) => {
    const at = initials.indexOf(abbreviation);
    if (at < 0) return false;
    const rest = bodyWords(longWords.filter((_, i) => i < at || i >= at + abbreviation.length).join(' '));
    const own = bodyWords(short).filter((w) => w !== stemOf(abbreviation) && w !== abbreviation);
    const agree =
      own.every((w) => rest.some((v) => sameStem(w, v))) || rest.every((w) => own.some((v) => sameStem(w, v)));
    // Two letters stand for too much: another word must confirm them.
    return agree && (abbreviation.length > 2 || (own.length > 0 && rest.length > 0));
  });
}

function abbreviationsIn(name: string): readonly string[] {
  return (name.match(/(?<!\p{L})\p{Lu}{2,8}(?!\p{L})/gu) ?? []).map((w) => w.toLowerCase());
}

/** Stems without «компания», «АО» and other words that only say that it is a body. */
function bodyWords(name: string): readonly string[] {
  const stems = stemsOf(name).filter((s) => !bodyNouns.has(s));
  const own = stems.filter((s) => !['федерац', 'республик'].includes(s));
  return own.length > 0 ? own : stems.length > 0 ? stems : stemsOf(name);
}

/** «Варония» and «варонский»: equal, or one is the adjective of the other. */
function sameStem(a: string, b: string): boolean {
  if (a === b || soundKey(a) === soundKey(b)) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length >= 4 && long.startsWith(short) && /^[а-я]{0,3}ск$/u.test(long.slice(short.length));
}

function compareAgreements(a: NameNode, b: NameNode): Verdict {
  const [one, other] = [a.agreement, b.agreement];
  if (!one || !other || one.isBare || other.isBare) return null;
  if (disjoint(one.numbers, other.numbers) || kindsConflict(one, other)) return 'apart';
  const shared = a.parties.filter((p) => b.parties.includes(p)).length;
  if (a.parties.length > 1 && b.parties.length > 1 && shared < 2) return 'apart';
  const overlap = overlapOf(one.content, other.content);
  const size = Math.min(one.content.length, other.content.length);
  const agreed = shared >= 2;
  const together = (score: number): Affinity => ({
    score: score + (agreed ? 1 : 0),
    why: `«${a.name}» and «${b.name}» are about the same${agreed ? ' and have the same parties' : ''}`,
  });
  if (size > 0 && overlap < 0.6) return 'apart';
  if (one.content.length === other.content.length && overlap === 1) {
    // One word («о дружбе») may be said of any two states: without parties on both sides it is weak.
    return size > 1 || agreed || size === 0 ? together(7) : together(3);
  }
  if (overlap === 1) return size > 1 ? together(5) : agreed ? together(3) : null;
  return size > 2 && jaccardOf(one.content, other.content) >= 0.6 ? together(4) : null;
}

function kindsConflict(a: AgreementWords, b: AgreementWords): boolean {
  return a.kind !== null && b.kind !== null && a.kind !== b.kind;
}

function disjoint(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((x) => b.includes(x));
}

function compareExercises(a: NameNode, b: NameNode): Verdict {
  if (!sameSet(properWords(a.name), properWords(b.name))) return null;
  if (disjoint(a.years, b.years)) return 'apart';
  const dated = a.years.length > 0 && b.years.length > 0;
  return {
    score: dated ? 8 : 4,
    why: `«${a.name}» and «${b.name}» are one name${dated ? ' of one year' : ', and no year speaks against it'}`,
  };
}

function compareEquipment(a: NameNode, b: NameNode): Verdict {
  const [one, other] = [designationsOf(a.name), designationsOf(b.name)];
  if (one.length > 0 && other.length > 0) {
    return sameSet(one, other) ? { score: 8, why: `«${a.name}» and «${b.name}» have one designation` } : 'apart';
  }
  return compareWhole(a, b);
}

function compareWhole(a: NameNode, b: NameNode): Verdict {
  return sameSet(stemsOf(a.name), stemsOf(b.name))
    ? { score: 8, why: `«${a.name}» and «${b.name}» have the same words` }
    : null;
}

/** «С-400», «Су-30СМ» */
function designationsOf(name: string): readonly string[] {
  return wordsOf(name)
    .filter((w) => /\p{L}.*\d|\d.*\p{L}/u.test(w))
    .map((w) => soundKey(w.replaceAll('-', '')));
}

/** What an exercise is called without «учение» and its year: the quoted words, else those from the first capital on. */
function properWords(name: string): readonly string[] {
  const quoted = /[«"„“]([^«»"„“”]+)[»"“”]/u.exec(name)?.[1] ?? /\p{Lu}.*/u.exec(name)?.[0] ?? name;
  const own = stemsOf(quoted).filter((s) => !/^\d+$/u.test(s) && !exerciseNouns.has(s));
  return (own.length > 0 ? own : stemsOf(name)).map(soundKey);
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((x) => b.includes(x));
}

function blocksOf(node: NameNode): readonly string[] {
  const known = node.known === null ? [] : [`${node.type}=${node.known}`];
  return [...known, ...new Set(blockWords(node).map((word) => `${node.type}:${word}`))];
}

function blockWords(node: NameNode): readonly string[] {
  switch (node.type) {
    case 'person':
      return node.person ? [node.person.surname] : [];
    case 'state':
    case 'place':
      return [placeKey(node.name)];
    case 'agreement':
      return node.agreement?.content.length === 0 ? node.agreement.numbers : (node.agreement?.content ?? []);
    case 'exercise':
      return properWords(node.name);
    case 'organisation':
      return [
        ...bodyWords(node.name).map((s) => soundKey(s).slice(0, 4)),
        ...abbreviationsIn(node.name),
        ...runsOf(node.name),
      ];
    case 'equipment':
      return [...designationsOf(node.name), stemsOf(node.name).toSorted().join(' ')];
    case 'facility':
    case 'other':
      return [stemsOf(node.name).toSorted().join(' ') || nameKey(node.name)];
  }
}

/** All abbreviations that the words of a name could give, two to eight letters. */
function runsOf(name: string): readonly string[] {
  const letters = wordsOf(name)
    .filter((w) => stemsOf(w).length > 0)
    .map((w) => w.charAt(0))
    .join('');
  const runs: string[] = [];
  for (let from = 0; from < letters.length; from++) {
    for (let to = from + 2; to <= Math.min(letters.length, from + 8); to++) runs.push(letters.slice(from, to));
  }
  return runs;
}

const bodyNouns = new Set(
  'компания корпорация концерн госкорпорация госкомпания фирма холдинг ао оао зао ооо пао фгуп предприятие'
    .split(' ')
    .map(stemOf),
);

const exerciseNouns = new Set(
  'учение учения маневры тренировка совместный стратегический командно штабной военный морской международный'
    .split(' ')
    .map(stemOf),
);
