import type { Mention, Token } from '../../analysis.ts';
import { wordFlags } from '../morphology/word-analysis.ts';
import type { Resolution } from './drafts.ts';
import { addDraft, chainOf, createDraft, headOf, lastChain, link } from './drafts.ts';
import type { Gender, PersonName } from '../names/person-name.ts';
import {
  genderIn,
  isPatronymic,
  joinPersonNames,
  mayBeSame,
  sameStem,
  showPersonName,
  splitPersonName,
} from '../names/person-name.ts';

/** Names of people: full names first, then surnames and first names that stand alone. Two people of one surname stay two. */
export function joinPeople(it: Resolution): void {
  const split = it.mentions.flatMap((mention, i): readonly NamedPerson[] =>
    mention.kind === 'person' && mention.form === 'name'
      ? [{ i, mention, name: splitPersonName(mention.name, it.morphology) }]
      : [],
  );
  const everybody = split.map(({ name }) => name);
  const called = everybody.filter(({ patronymic }) => patronymic !== '');
  const named = split.map((one): NamedPerson => {
    const { i, mention } = one;
    return { i, mention, name: asPatronymic(it, one, called, everybody) };
  });
  for (const one of named) if (isFull(one.name)) joinFullName(it, one);
  for (const one of named) if (!isFull(one.name)) joinNameAlone(it, one);
}

/** A person's mention (its index too) with the parts of its name. */
interface NamedPerson {
  readonly i: number;
  readonly mention: Mention;
  readonly name: PersonName;
}

/** «Иван Луговой»: who has that name already, else somebody new. */
function joinFullName(it: Resolution, { i, mention, name }: NamedPerson): void {
  const spelled = ownSpellingOf(it, i);
  if (spelled >= 0) {
    it.drafts[spelled]?.keys.add(mention.name);
    link(it, i, spelled, 'the name in its own letters');
    return;
  }
  const same = it.drafts.findIndex((draft) => draft.person !== null && mayBeSame(draft.person, name));
  const chain = same >= 0 ? same : addPerson(it, name);
  take(it, chain, name, headOf(it, mention));
  link(it, i, chain, same >= 0 ? 'same full name' : 'full name');
}

/** «Луговой», «Иван»: of those who may be meant the one named last, of the likelier gender first; else somebody new. */
function joinNameAlone(it: Resolution, { i, mention, name }: NamedPerson): void {
  const spelled = /^\p{Script=Latin}/u.test(mention.name) ? spelledSo(it, mention.name) : -1;
  if (spelled >= 0) {
    link(it, i, spelled, 'the name in its own letters');
    return;
  }
  const gender = genderOfSurname(name.surname);
  const fits = it.drafts.flatMap((draft, chain) =>
    draft.person && mayBeSame(draft.person, name) && agrees(draft.gender, gender) ? [chain] : [],
  );
  const likely = gender ?? masculineOfSurname(name.surname);
  const likelier = fits.filter((chain) => it.drafts[chain]?.gender === likely);
  const before = [likelier, fits].reduce((found, of) => (found >= 0 ? found : lastNamed(it, mention.start, of)), -1);
  const same = before >= 0 ? before : (fits[0] ?? calledBefore(it, mention.start, name));
  const chain = same >= 0 ? same : addPerson(it, name);
  take(it, chain, name, headOf(it, mention));
  const part = name.surname ? 'surname' : 'first name';
  link(it, i, chain, same >= 0 ? `${part} of ${it.drafts[same]?.name ?? ''}` : 'name alone');
}

/**
 * Which of several chains was named last before an offset: «сын Петра Дубова», a full name in the genitive, tells whose somebody is,
 * so that «Дубов» goes on meaning the son; -1 where none was.
 */
function lastNamed(it: Resolution, start: number, chains: readonly number[]): number {
  const named = it.byStop.filter((i) => (it.mentions[i]?.stop ?? Infinity) <= start && chains.includes(chainOf(it, i)));
  const own = named.findLast((i) => {
    const one = it.mentions[i];
    return one !== undefined && !(headOf(it, one)?.features.case === 'Gen' && /\S\s\S/u.test(one.name));
  });
  return chainOf(it, own ?? named.at(-1) ?? -1);
}

/** A name alone taken for the other part: «Тавита» after «Тавита Олессен», «Стефан» after «Петер Стефан». */
function calledBefore(it: Resolution, start: number, name: PersonName): number {
  const word = name.surname || name.given;
  if (name.patronymic !== '' || name.initials !== '' || word.includes(' ')) return -1;
  return lastChain(
    it,
    start,
    ({ person }) =>
      person !== null &&
      person.given !== '' &&
      (sameStem(person.given, word) || sameStem(person.surname.slice(person.surname.lastIndexOf(' ') + 1), word)),
  );
}

/** «Тавита Олессен (Tavita Olessen)»: the name in the letters of its own country. */
function ownSpellingOf(it: Resolution, i: number): number {
  const mention = it.mentions[i];
  if (!mention || !/^\p{Script=Latin}/u.test(mention.name)) return -1;
  const before = it.mentions.findIndex(
    (one) =>
      one.kind === 'person' &&
      one.form === 'name' &&
      it.text.slice(one.stop, mention.start).trim() === '(' &&
      one !== mention,
  );
  return chainOf(it, before);
}

/** «Olessen» later on: the chain that has «Tavita Olessen» as its own spelling; -1. */
function spelledSo(it: Resolution, name: string): number {
  return it.drafts.findIndex(({ keys }) => [...keys].some((key) => key === name || key.endsWith(` ${name}`)));
}

/**
 * «Иван Петрович» is the «Иван Петрович Луговой» of the same document, not a surname; or the «Иван Луговой», where the dictionary has
 * the word as a patronymic alone and no post introduces somebody: «посол Иван Стефанович».
 */
function asPatronymic(
  it: Resolution,
  { mention, name }: NamedPerson,
  called: readonly PersonName[],
  everybody: readonly PersonName[],
): PersonName {
  if (!isPatronymic(name.surname) || name.patronymic !== '') return name;
  const isCalled = called.some((one) => sameStem(one.patronymic, name.surname) && sameStem(one.given, name.given));
  const isNamesake = (one: PersonName): boolean =>
    one.surname !== '' && !sameStem(one.surname, name.surname) && one.given !== '' && sameStem(one.given, name.given);
  const isMeant =
    isCalled || (!isIntroduced(it, mention) && isOnlyPatronymic(it, name.surname) && everybody.some(isNamesake));
  return isMeant ? { ...name, patronymic: name.surname, surname: '' } : name;
}

/** «посол Иван Стефанович»: a post stands right before the name. */
function isIntroduced(it: Resolution, { start }: Mention): boolean {
  return it.mentions.some(
    (one) => one.kind === 'post' && one.stop < start && it.text.slice(one.stop, start).trim() === '',
  );
}

function isOnlyPatronymic(it: Resolution, word: string): boolean {
  const known = it.morphology.analyse(word).filter((one) => one.isKnown);
  const has = (flag: number): boolean => known.some((one) => (one.flags & flag) !== 0);
  return has(wordFlags.patronymic) && !has(wordFlags.surname);
}

function isFull(name: PersonName): boolean {
  return name.surname !== '' && name.given !== '';
}

function addPerson(it: Resolution, name: PersonName): number {
  const draft = createDraft('person', showPersonName(name));
  draft.person = name;
  return addDraft(it, draft);
}

function take(it: Resolution, chain: number, name: PersonName, head: Token | undefined): void {
  const draft = it.drafts[chain];
  if (!draft) return;
  draft.person = draft.person ? joinPersonNames(draft.person, name) : name;
  draft.name = showPersonName(draft.person);
  const told = genderByName(it, draft.person);
  draft.isGenderGuessed = told === null;
  draft.gender = told ?? draft.gender ?? (head ? genderIn(head.features) : null);
}

/** What a person's own name tells: patronymic, first name, ending of the surname; `null` where it does not. */
export function genderByName(it: Resolution, name: PersonName): Gender | null {
  if (/(?:вна|чна|кызы)$/u.test(name.patronymic)) return 'Fem';
  if (/(?:ич|оглы)$/u.test(name.patronymic)) return 'Masc';
  for (const word of [name.given, name.surname]) {
    if (!word) continue;
    const readings = it.morphology.analyse(word).filter((one) => one.isKnown && one.features.case === 'Nom');
    const genders = new Set(readings.map((one) => one.features.gender));
    if (genders.size === 1 && genders.has('Fem')) return 'Fem';
    if (genders.size === 1 && genders.has('Masc')) return 'Masc';
  }
  if (/(?:ова|ева|ина|ская|цкая)$/u.test(name.surname)) return 'Fem';
  if (/(?:ов|ев|ин|ский|цкий)$/u.test(name.surname)) return 'Masc';
  return null;
}

/** Of a surname alone: only its own ending tells («Дубова»); a parser's guess for «Олесси» does not. */
function genderOfSurname(surname: string): Gender | null {
  return /(?:ова|ева|ина|ына|ская|цкая)$/u.test(surname) ? 'Fem' : null;
}

/** «Дубов» is likelier a man's than «Дубова» cut wrongly, where the text names both. */
function masculineOfSurname(surname: string): 'Masc' | null {
  return /(?:ов|ев|[^л]ин|ын|ский|цкий)$/u.test(surname) ? 'Masc' : null;
}

function agrees(a: Gender | null, b: Gender | null): boolean {
  return a === null || b === null || a === b;
}
