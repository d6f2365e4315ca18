import type { Token } from '../../analysis.ts';
import type { Resolution } from './drafts.ts';
import { addDraft, createDraft, headOf, lastChain, link } from './drafts.ts';
import type { PersonName } from './person-name.ts';
import { isPatronymic, joinPersonNames, mayBeSame, sameStem, showPersonName, splitPersonName } from './person-name.ts';

/** Names of people: full names first, then surnames and first names that stand alone. Two people of one surname stay two. */
export function joinPeople(it: Resolution): void {
  const named = it.mentions.flatMap((mention, i) =>
    mention.kind === 'person' && mention.form === 'name'
      ? [{ i, mention, name: splitPersonName(mention.name, it.morphology) }]
      : [],
  );
  const called = named.filter(({ name }) => name.patronymic !== '').map(({ name }) => name);
  for (const one of named) one.name = asPatronymic(one.name, called);
  for (const { i, mention, name } of named) {
    if (!isFull(name)) continue;
    const same = it.drafts.findIndex((draft) => draft.person !== null && mayBeSame(draft.person, name));
    const chain = same >= 0 ? same : addPerson(it, name);
    take(it, chain, name, headOf(it, mention));
    link(it, i, chain, same >= 0 ? 'same full name' : 'full name');
  }
  for (const { i, mention, name } of named) {
    if (isFull(name)) continue;
    const gender = genderOfSurname(name.surname);
    const fits = it.drafts.flatMap((draft, chain) =>
      draft.person && mayBeSame(draft.person, name) && agrees(draft.gender, gender) ? [chain] : [],
    );
    const before = lastChain(it, mention.start, (_, chain) => fits.includes(chain));
    const same = before >= 0 ? before : (fits[0] ?? -1);
    const chain = same >= 0 ? same : addPerson(it, name);
    take(it, chain, name, headOf(it, mention));
    link(
      it,
      i,
      chain,
      same >= 0 ? `${name.surname ? 'surname' : 'first name'} of ${it.drafts[same]?.name ?? ''}` : 'name alone',
    );
  }
}

/** «Иван Петрович» is the «Иван Петрович Луговой» of the same document, not a surname. */
function asPatronymic(name: PersonName, called: readonly PersonName[]): PersonName {
  if (!isPatronymic(name.surname) || name.patronymic !== '') return name;
  const isCalled = called.some((one) => sameStem(one.patronymic, name.surname) && sameStem(one.given, name.given));
  return isCalled ? { ...name, patronymic: name.surname, surname: '' } : name;
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
  draft.gender ??= genderByName(it, draft.person) ?? genderOf(head);
}

function genderByName(it: Resolution, name: PersonName): 'Masc' | 'Fem' | null {
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
function genderOfSurname(surname: string): 'Masc' | 'Fem' | null {
  return /(?:ова|ева|ина|ына|ская|цкая)$/u.test(surname) ? 'Fem' : null;
}

function genderOf(token: Token | undefined): 'Masc' | 'Fem' | null {
  const gender = token?.features.gender;
  return gender === 'Masc' || gender === 'Fem' ? gender : null;
}

function agrees(a: 'Masc' | 'Fem' | null, b: 'Masc' | 'Fem' | null): boolean {
  return a === null || b === null || a === b;
}
