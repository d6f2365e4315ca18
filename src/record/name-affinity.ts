import { soundKey } from '../language/names/transliterate.ts';
import type { EntityType } from '../model/entity.ts';
import { areOfOtherNames, spellsOut, type AgreementWords } from './agreement-name.ts';
import type { Affinity, Kind } from './clustering.ts';
import { jaccardOf, overlapOf, placeKey, sameStem, stemOf, wordsOf } from './name-key.ts';
import type { NameNode } from './name-node.ts';
import { bodyWords, runsOf } from './name-words.ts';
import { firstNamesAgree, type PersonName } from './person-name.ts';

type Verdict = Affinity | 'apart' | null;

/** How names of entities are compared: one rule a type, each over the names and what their documents say. */
export const names: Kind<NameNode> = {
  keyOf: (node) => node.key,
  blocksOf,
  compare: compareNames,
  isVague: (node) => {
    if (node.type === 'person') return node.person?.first === null;
    if (node.type === 'agreement') return node.parties.length < 2 || (node.agreement[0]?.content.length ?? 0) < 2;
    // «Федеральная служба по рыболовству» is of any state, and «СК Варонии» any body of these letters.
    if (node.type === 'organisation') return node.words.marks.length > 0 || !/\s\p{Lu}/u.test(node.name);
    return node.type === 'exercise' && node.years.length === 0;
  },
};

/** Whether two nodes name one entity, and why. */
function compareNames(a: NameNode, b: NameNode): Verdict {
  if (a.type !== b.type) return compareAcrossTypes(a, b);
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

/**
 * One name that documents take for things of different types: «Варония» is a state in one and, where nothing around it told,
 * a person in another. A person known by more than the surname is nobody's state, a person in office no body.
 */
function compareAcrossTypes(a: NameNode, b: NameNode): Verdict {
  if (a.known !== null && b.known !== null) return null;
  const [one, other] = [bareName(a), bareName(b)];
  if (one === null || one !== other) return null;
  const people = [a, b].filter((n) => n.type === 'person');
  if (people.some((p) => p.person?.first !== null)) return 'apart';
  if (people.some((p) => p.posts.length > 0 || surnameEnding.test(p.name))) return null;
  return { score: 2.5, why: `«${a.name}» (${[a.type, b.type].toSorted().join(', ')}) is one name` };
}

/** Key of a name of one word, of a person the surname; `null` for other names, and for types that names do not settle. */
function bareName(node: NameNode): string | null {
  if (!confusable.has(node.type)) return null;
  const word = node.type === 'person' && node.person?.first !== null ? node.name.split(' ').at(-1) : node.name;
  return word !== undefined && /^\p{Lu}[\p{L}-]+$/u.test(word) ? placeKey(word) : null;
}

const confusable: ReadonlySet<EntityType> = new Set(['person', 'state', 'place', 'organisation', 'other']);

// «Киров» the man and «Киров» the town
const surnameEnding = /(?:[ое]в|[иы]н|[сц]к[аи]й|енко|юк|ян|дзе|швили)а?$/u;

/**
 * What a cluster of names is: what the gazetteer says, else a person where a document gives more than a surname, else what
 * is the more special thing to be taken for.
 */
export function typeOfCluster(nodes: readonly NameNode[]): EntityType {
  const known = nodes.find((n) => n.known !== null);
  if (known) return known.type;
  const person = nodes.find((n) => n.type === 'person' && n.person?.first !== null);
  return person?.type ?? specificity.find((type) => nodes.some((n) => n.type === type)) ?? nodes[0]?.type ?? 'other';
}

const specificity: readonly EntityType[] = ['state', 'place', 'organisation', 'person'];

function comparePeople(a: NameNode, b: NameNode): Verdict {
  const [one, other] = [a.person, b.person];
  if (!one || !other || genderless(one.surname) !== genderless(other.surname)) return null;
  if (!firstNamesAgree(one.first, other.first)) return 'apart';
  if (!firstNamesAgree(one.patronymic, other.patronymic)) return 'apart';
  const shared = a.posts.some((p) => b.posts.some((q) => postsAgree(p.stems, q.stems) && p.of === q.of));
  // «министр Стахов» out of «с министром Стаховой»: where nothing but the ending differs, the post must be one.
  if (one.surname !== other.surname && (!shared || Math.min(initialsOf(one), initialsOf(other)) > 1)) return null;
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

/** A surname as men have it: in some cases a name without a first name is of either. */
function genderless(surname: string): string {
  return surname.replace(/(?<=.[eio]v|.[iy]n)a$/u, '');
}

/** Letters that a person's name gives of the first name. */
function initialsOf(person: PersonName): number {
  return person.first?.length ?? 0;
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
  return a.words.own[0] === b.words.own[0] ? { score: 8, why: `«${a.name}» and «${b.name}» are one name` } : null;
}

function compareOrganisations(a: NameNode, b: NameNode): Verdict {
  const [one, other] = [a.words.own, b.words.own];
  if (one.length === other.length && one.every((w) => other.some((v) => sameStem(w, v)))) {
    return { score: 8, why: `«${a.name}» and «${b.name}» have the same words` };
  }
  if (abbreviates(a, b) || abbreviates(b, a)) {
    return { score: 6, why: `«${a.name}» and «${b.name}»: one abbreviates the other` };
  }
  return areOfTwoOwners(a, b) || areOfOtherWords(a, b) ? 'apart' : compareOwners(a, b);
}

/** «МВД Варонии» and «МВД Мередии»: what is left over on both sides are names. */
function areOfTwoOwners(a: NameNode, b: NameNode): boolean {
  const [mine, yours] = [wordsOnlyIn(a, b), wordsOnlyIn(b, a)];
  if (mine.length === 0 || yours.length === 0 || mine.length === a.words.own.length) return false;
  const [capital, other] = [wordsWithCapital(a.name), wordsWithCapital(b.name)];
  return mine.every((w) => capital.has(w)) && yours.every((w) => other.has(w)) && !areOfTwoScripts(a, b);
}

/** «Союз рыбаков Варонии» and «Судебная коллегия Варонии»: nothing but whose they are is the same, whatever their letters. */
function areOfOtherWords(a: NameNode, b: NameNode): boolean {
  const isLong = ({ words }: NameNode) => words.own.length > 1 && words.marks.length === 0;
  if (!isLong(a) || !isLong(b) || areOfTwoScripts(a, b)) return false;
  return hasNamesOf(a, b) && hasNamesOf(b, a);
}

/** What of a body's words another has too are names, or none. */
function hasNamesOf({ name, words }: NameNode, other: NameNode): boolean {
  const capital = wordsWithCapital(name.replace(/^\p{L}+/u, ''));
  return words.own.every((w) => capital.has(w) || !other.words.own.some((v) => sameStem(w, v)));
}

/** One is written in Latin letters, the other is not: «Agence Varonie» may be «Агентство Варонии». */
function areOfTwoScripts(a: NameNode, b: NameNode): boolean {
  return /[A-Za-z]/u.test(a.name) !== /[A-Za-z]/u.test(b.name);
}

function wordsOnlyIn(one: NameNode, other: NameNode): readonly string[] {
  return one.words.own.filter((w) => !other.words.own.some((v) => sameStem(w, v)));
}

/**
 * «Федеральная служба по разведению сомов» and the same «Варонии» are one where nothing else is called so; of Варония and
 * of Мередия they are two.
 */
function compareOwners(a: NameNode, b: NameNode): Verdict {
  // At least so many words must be of both.
  if (Math.min(a.words.own.length, b.words.own.length) < 3) return null;
  const [mine, yours] = [wordsOnlyIn(a, b), wordsOnlyIn(b, a)];
  if (Math.min(a.words.own.length - mine.length, b.words.own.length - yours.length) < 3) return null;
  const owners = (left: readonly string[], name: string) => left.every((w) => wordsWithCapital(name).has(w));
  if (mine.length > 1 || yours.length > 1 || !owners(mine, a.name) || !owners(yours, b.name)) return null;
  if (mine.length > 0 && yours.length > 0) return 'apart';
  return { score: 4, why: `«${a.name}» and «${b.name}» are of one name, and nobody else's is told` };
}

/** «ФСВТС России» and «Федеральная служба по военно-техническому сотрудничеству»: initials, and no other word against it. */
function abbreviates(short: NameNode, long: NameNode): boolean {
  const { full, letters } = long.words;
  // «флот Варонии и Мередии» is two, «федеральный суд Брона» no name of its own.
  if (/,|\sи\s\p{Lu}/u.test(long.name) || !/^\p{Lu}\p{Ll}/u.test(long.name)) return false;
  return short.words.marks
    .filter((mark) => isHead(mark, short.name))
    .some((abbreviation) => {
      const at = letters.indexOf(abbreviation);
      if (at < 0 || !holdsCommonNoun(long.name, full.slice(at, at + abbreviation.length))) return false;
      const rest = bodyWords(full.filter((_, i) => i < at || i >= at + abbreviation.length).join(' '));
      const own = short.words.own.filter((w) => w !== stemOf(abbreviation) && w !== abbreviation);
      const [shortFits, longFits] = [explains(own, rest, long.name), explains(rest, own, short.name)];
      // Few letters stand for much: whose it is must be the same, for two it must be said.
      if (abbreviation.length < 4) return shortFits && longFits && (abbreviation.length > 2 || own.length > 0);
      return shortFits || longFits;
    });
}

/** «ФСН Варонии», «варонская ФСН»; «комитет по ФСН» is another body. */
function isHead(mark: string, name: string): boolean {
  const [first = '', second = ''] = wordsOf(name);
  return first === mark || (second === mark && /ск(?:ий|ая|ое|ие)$/u.test(first));
}

/** «Служба безопасности Варонии» is made of words, «Лескен-Арна Галс» of names, «ВМС Варонии» of letters already. */
function holdsCommonNoun(name: string, words: readonly string[]): boolean {
  const small = new Set(wordsOf((name.match(/(?<!\p{L})\p{Ll}[\p{L}-]*/gu) ?? []).join(' ')));
  return /^\p{Script=Latin}/u.test(name) || words.slice(1).some((word) => small.has(word));
}

/**
 * Whether the words that one name has beside the abbreviation go with those that the other has. «России» may be left out,
 * «пресс-служба» may not: what is left over must be names.
 */
function explains(fewer: readonly string[], more: readonly string[], name: string): boolean {
  const left = more.filter((w) => !fewer.some((v) => sameStem(w, v)));
  const capital = wordsWithCapital(name);
  return fewer.every((w) => more.some((v) => sameStem(w, v))) && left.every((w) => capital.has(w));
}

function wordsWithCapital(name: string): ReadonlySet<string> {
  return new Set((name.match(/\p{Lu}[\p{L}-]*/gu) ?? []).flatMap((word) => wordsOf(word).map(stemOf)));
}

/** By any of the names that the two documents give; apart where no two of these can be one. */
function compareAgreements(a: NameNode, b: NameNode): Verdict {
  let best: Verdict = 'apart';
  for (const one of a.agreement) {
    for (const other of b.agreement) {
      const verdict = compareAgreementNames(a, one, b, other);
      if (verdict === 'apart') continue;
      if (best === 'apart' || best === null || (verdict !== null && verdict.score > best.score)) best = verdict;
    }
  }
  return a.agreement.length > 0 && b.agreement.length > 0 ? best : null;
}

function compareAgreementNames(a: NameNode, one: AgreementWords, b: NameNode, other: AgreementWords): Verdict {
  if (one.isBare || other.isBare) return null;
  if (disjoint(one.numbers, other.numbers) || kindsConflict(one, other) || areOfOtherNames(one, other)) return 'apart';
  const shared = Math.min(partiesAmong(a.parties, b.parties), partiesAmong(b.parties, a.parties));
  if (a.parties.length > 1 && b.parties.length > 1 && shared < 2) return 'apart';
  const overlap = overlapOf(one.content, other.content);
  const size = Math.min(one.content.length, other.content.length);
  const agreed = shared >= 2;
  const together = (score: number): Affinity => ({
    score: score + (agreed ? 1 : 0),
    why: `«${a.name}» and «${b.name}» are about the same${agreed ? ' and have the same parties' : ''}`,
  });
  if (spellsOut(one, other) || spellsOut(other, one)) return together(4);
  const sided = agreed || haveSides(a, b, 1);
  if (size > 0 && overlap < 0.6) return sided && haveSameNouns(one, other) ? null : 'apart';
  const isProper = one.isProper && other.isProper;
  if (!isProper && !haveSides(a, b, one.isProper || other.isProper ? 0 : size)) return null;
  if (one.content.length === other.content.length && overlap === 1) {
    // One word («о дружбе») may be said of any two states: without parties on both sides it is weak.
    return size > 1 || agreed || size === 0 ? together(7) : together(3);
  }
  if (one.isNamed !== other.isNamed) return null;
  if (overlap === 1) {
    // «договор о проливе» and «договор о безопасности в проливе»: unless another treaty claims it, one.
    return size > 1 ? together(5) : agreed ? together(3) : one.kind !== null ? together(2) : null;
  }
  return size > 2 && jaccardOf(one.content, other.content) >= 0.6 ? together(4) : null;
}

/**
 * «мирный договор» is signed everywhere: a document that names anybody must name two of the parties that the other gives it, or
 * one of several where more than one word says what it is about. `words`: how many of these there are.
 */
function haveSides(a: NameNode, b: NameNode, words: number): boolean {
  const [giving, other] = a.parties.length >= b.parties.length ? [a, b] : [b, a];
  const named = [...other.parties, ...other.beside];
  if (giving.parties.length === 0) return false;
  if (named.length === 0) return words > 0;
  const known = partiesAmong(giving.parties, named);
  return giving.parties.length > 1 && words > 1 ? known > 0 : known > 1;
}

function partiesAmong(parties: readonly string[], sides: readonly string[]): number {
  return parties.filter((p) => sides.some((q) => ofOneSide(p, q))).length;
}

/** «парламент Варонии» acts for Варония. */
function ofOneSide(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [a.split(' '), b.split(' ')];
  return one.length > 1 !== other.length > 1 && one.some((w) => other.includes(w));
}

/** «договор о стратегическом партнёрстве» and «договор о всеобъемлющем партнёрстве» may be short for one of both. */
function haveSameNouns({ nouns }: AgreementWords, other: AgreementWords): boolean {
  return nouns.length > 0 && nouns.length === other.nouns.length && overlapOf(nouns, other.nouns) === 1;
}

function kindsConflict(a: AgreementWords, b: AgreementWords): boolean {
  return a.kind !== null && b.kind !== null && a.kind !== b.kind;
}

function disjoint(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((x) => b.includes(x));
}

function compareExercises(a: NameNode, b: NameNode): Verdict {
  if (a.words.own.length === 0 || !sameSet(a.words.own, b.words.own)) return null;
  if (disjoint(a.years, b.years)) return 'apart';
  const dated = a.years.length > 0 && b.years.length > 0;
  return {
    score: dated ? 8 : 4,
    why: `«${a.name}» and «${b.name}» are one name${dated ? ' of one year' : ', and no year speaks against it'}`,
  };
}

function compareEquipment(a: NameNode, b: NameNode): Verdict {
  const [one, other] = [a.words.marks, b.words.marks];
  if (one.length > 0 && other.length > 0) {
    return sameSet(one, other) ? { score: 8, why: `«${a.name}» and «${b.name}» have one designation` } : 'apart';
  }
  return compareWhole(a, b);
}

function compareWhole(a: NameNode, b: NameNode): Verdict {
  return sameSet(a.words.own, b.words.own)
    ? { score: 8, why: `«${a.name}» and «${b.name}» have the same words` }
    : null;
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((x) => b.includes(x));
}

function blocksOf(node: NameNode): readonly string[] {
  const known = node.known === null ? [] : [`${node.type}=${node.known}`];
  const bare = bareName(node);
  const across = bare === null ? [] : [`name:${bare}`];
  return [...known, ...across, ...new Set(blockWords(node).map((word) => `${node.type}:${word}`))];
}

function blockWords(node: NameNode): readonly string[] {
  switch (node.type) {
    case 'person':
      return node.person ? [genderless(node.person.surname)] : [];
    case 'agreement':
      return node.agreement.flatMap((w) => [
        ...(w.content.length === 0 ? w.numbers : w.content),
        ...w.marks,
        ...(w.initials.length > 3 ? runsOf(w.initials, 3) : []),
      ]);
    case 'organisation':
      return [
        ...node.words.own.map((s) => soundKey(s).slice(0, 4)),
        ...node.words.marks,
        ...runsOf(node.words.letters, 2),
      ];
    case 'state':
    case 'place':
    case 'exercise':
      return node.words.own;
    case 'equipment':
    case 'facility':
    case 'other':
      return [...node.words.marks, node.words.own.toSorted().join(' ')];
  }
}
