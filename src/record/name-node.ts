import type { Claim, Role } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { EntityType } from '../model/entity.ts';
import { agreementWords, partiesInName, type AgreementWords } from './agreement-name.ts';
import { compareText } from './clustering.ts';
import { nameKey, placeKey, stemsOf, wordsOf, yearsOf } from './name-key.ts';
import { nameWords, properWords, type NameWords } from './name-words.ts';
import {
  beginsWithPronoun,
  isDescription,
  isHeadedByBody,
  isLandShaped,
  properStemsIn,
  surnamesIn,
} from './naming-words.ts';
import { parsePersonName, type PersonName } from './person-name.ts';

/** A post that a document gives to a person. */
export interface PostHeld {
  readonly stems: readonly string[];
  /** Key of the state or body; empty where the document gives none. */
  readonly of: string;
}

/**
 * One name together with what the document around it says of its bearer. Documents that say the same of the same name
 * share the node, so that a name in ten thousand documents is a handful of nodes.
 */
export interface NameNode {
  readonly key: string;
  readonly type: EntityType;
  readonly name: string;
  readonly known: string | null;
  readonly words: NameWords;
  readonly person: PersonName | null;
  readonly posts: readonly PostHeld[];
  /**
   * Keys of the states and bodies that the document names, where it gives a person's surname and nothing else; of states,
   * where it gives of an agreement no more than its matter.
   */
  readonly beside: readonly string[];
  /** An agreement's name and the other words by which its document names it, the name first. */
  readonly agreement: readonly AgreementWords[];
  /** Keys of states and bodies that the document makes parties of it. */
  readonly parties: readonly string[];
  /** Years in the name, or else of the time that the document gives for it. */
  readonly years: readonly string[];
}

/** Where a claim names somebody: the index of the role, or of the link of the attribution after `roles.length`. */
export interface Naming {
  readonly claim: string;
  readonly slot: number;
  readonly node: NameNode;
  /** The name as the document has it. */
  readonly name: string;
}

/** Slot of who is bound by a claim and has no name: no role and no link of the attribution. */
export const groupSlot = -1;

/** All that the claims of one document name. Looks at nothing but the document. */
export function namingsOf(document: Document, claims: readonly Claim[]): readonly Naming[] {
  const context = {
    posts: postsIn(claims),
    agreements: agreementsIn(claims),
    bodies: bodiesIn(claims),
    states: statesIn(claims),
    proper: properStemsIn(document.text),
    surnames: surnamesIn(claims.flatMap((c) => c.roles)),
  };
  const around = { ...context, exercises: exercisesIn(document, claims, context) };
  const speakers = speakersIn(claims);
  const namings: Naming[] = [];
  for (const claim of claims) {
    for (const [slot, role] of claim.roles.entries()) {
      const node = nodeOf(role, claim, around, document);
      if (node) namings.push({ claim: claim.id, slot, node, name: role.name });
    }
    for (const [i, link] of claim.attribution.entries()) {
      const speaker = link.role === 'speaker' ? speakers.get(link.name) : undefined;
      const node = speaker ? nodeOf(speaker, claim, around, document) : null;
      if (node) namings.push({ claim: claim.id, slot: claim.roles.length + i, node, name: link.name });
    }
  }
  return [...namings, ...groupsIn(document, claims, namings)];
}

/** «депутаты», «следователи», «международный комитет», who promise something without a name: each is somebody of its document alone. */
function groupsIn(document: Document, claims: readonly Claim[], namings: readonly Naming[]): readonly Naming[] {
  const named = new Set(namings.map((n) => n.name));
  return claims.flatMap((claim) => {
    const bound = (claim.future?.by ?? []).filter((name) => !named.has(name) && !beginsWithPronoun(wordsOf(name)));
    const groups = bound.filter((name) => claim.roles.some((r) => r.name === name && isNameless(r)));
    return groups.map((name) => ({ claim: claim.id, slot: groupSlot, node: groupNode(document, name), name }));
  });
}

function isNameless({ type, known }: Role): boolean {
  return known === null && (type === null || type === 'other' || type === 'organisation');
}

function groupNode(document: Document, words: string): NameNode {
  const name = words.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());
  const node = keyed(unknown('other', null, name), [nameKey(name), document.id]);
  return { ...node, words: { ...node.words, own: [document.id, ...node.words.own] } };
}

/** Key under which a document's own words make a state or body one, before any entity is known. */
function partyKey(role: Pick<Role, 'known' | 'name'>): string {
  return role.known ?? placeKey(role.name);
}

function nodeOf(role: Role, claim: Claim, around: Around, document: Document): NameNode | null {
  const { known } = role;
  const type = typeOf(role, around.surnames);
  const { posts, agreements } = around;
  if (type === null || nameKey(role.name) === '' || isDescription(type, role, around.proper)) return null;
  const base = unknown(type, known, role.name);
  if (type === 'person') {
    const person = parsePersonName(role.name);
    if (person === null) return null;
    const held = posts.get(role.name) ?? [];
    const bare = person.first === null && held.length === 0;
    const beside = bare ? around.bodies : [];
    return keyed({ ...base, person, posts: held, beside }, [
      person.surname,
      person.first ?? '',
      person.patronymic ?? '',
      ...held.map((p) => `${p.stems.join(' ')}@${p.of}`),
      ...beside,
    ]);
  }
  if (type === 'agreement') {
    const own = agreementWords(role.name);
    const bare = own.isBare && !hasComplement(document.text, claim, role);
    const stand = bare ? standFor(own, role.name, claim, agreements) : null;
    const name = stand?.name ?? role.name;
    const named = agreements.find((a) => a.name === name);
    const words = stand?.words ?? own;
    // A bare «документ» that nothing in its document explains means nothing outside of it.
    const within = words.isBare ? [document.id] : (named?.others ?? []);
    const parties = named?.parties ?? [];
    const forms = [words, ...(words.isBare ? [] : within.map(agreementWords))];
    const beside = forms.some((f) => f.isProper) ? [] : around.states;
    return keyed({ ...base, name, agreement: forms, parties, beside, years: words.years }, [
      nameKey(name),
      ...within,
      ...parties,
      ...beside,
    ]);
  }
  if (type === 'exercise') {
    if (properWords(role.name).length === 0) return namelessExercise(base, around.exercises, document);
    const inName = yearsOf(role.name);
    const years = inName.length > 0 ? inName : yearsOfTime(claim);
    return keyed({ ...base, years }, [nameKey(role.name), ...years]);
  }
  return keyed(base, [type === 'state' || type === 'place' ? placeKey(role.name) : nameKey(role.name)]);
}

/** A name of which the document says nothing. */
function unknown(type: EntityType, known: string | null, name: string): Omit<NameNode, 'key' | 'words'> {
  return { type, known, name, person: null, posts: [], beside: [], agreement: [], parties: [], years: [] };
}

/** «манёвры»: the only exercise that its document names, else one of this document alone. */
function namelessExercise(
  base: Omit<NameNode, 'key' | 'words'>,
  exercises: readonly NameNode[],
  document: Document,
): NameNode {
  const [only, ...others] = exercises;
  return only && others.length === 0 ? only : keyed(base, [nameKey(base.name), document.id]);
}

/** What plays the agreement of a claim is one, also where its words were taken for something else; so for exercises. */
function typeOf({ role, type, name }: Role, surnames: ReadonlySet<string> = new Set()): EntityType | null {
  if (role === 'agreement' || role === 'exercise') return role;
  if (type === 'person' && isLandShaped(name, surnames)) return 'state';
  return type === 'other' && isHeadedByBody(name) ? 'organisation' : type;
}

/** What the claims of a document say around its names. */
interface Around {
  readonly posts: ReadonlyMap<string, readonly PostHeld[]>;
  readonly agreements: readonly NamedAgreement[];
  readonly bodies: readonly string[];
  readonly states: readonly string[];
  /** Stems of its proper names. */
  readonly proper: ReadonlySet<string>;
  /** Stems of the surnames that it gives with a first name. */
  readonly surnames: ReadonlySet<string>;
  /** Exercises that the document names. */
  readonly exercises: readonly NameNode[];
}

function exercisesIn(
  document: Document,
  claims: readonly Claim[],
  context: Omit<Around, 'exercises'>,
): readonly NameNode[] {
  const nodes = new Map<string, NameNode>();
  for (const claim of claims) {
    for (const role of claim.roles) {
      if (typeOf(role) !== 'exercise' || properWords(role.name).length === 0) continue;
      const node = nodeOf(role, claim, { ...context, exercises: [] }, document);
      if (node) nodes.set([...node.words.own, ...node.years].join(' '), node);
    }
  }
  return [...nodes.values()];
}

function bodiesIn(claims: readonly Claim[]): readonly string[] {
  return keysOf(claims, ({ type }) => type === 'state' || type === 'organisation');
}

/** States, and bodies that the gazetteer knows: who has agreements. */
function statesIn(claims: readonly Claim[]): readonly string[] {
  return keysOf(claims, ({ type, known }) => type === 'state' || (type === 'organisation' && known !== null));
}

function keysOf(claims: readonly Claim[], isMeant: (role: Role) => boolean): readonly string[] {
  return [...new Set(claims.flatMap((c) => c.roles.filter(isMeant)).map(partyKey))].toSorted(compareText);
}

function keyed(node: Omit<NameNode, 'key' | 'words'>, parts: readonly string[]): NameNode {
  return {
    ...node,
    words: nameWords(node.type, node.name),
    key: [node.type, node.known ?? '', ...parts, node.name].join('|'),
  };
}

/** Posts by the name of their holder. */
function postsIn(claims: readonly Claim[]): ReadonlyMap<string, readonly PostHeld[]> {
  const posts = new Map<string, readonly PostHeld[]>();
  for (const claim of claims) {
    if (claim.type !== 'position') continue;
    const person = claim.roles.find((r) => r.role === 'person');
    const post = claim.roles.find((r) => r.role === 'post');
    const organisation = claim.roles.find((r) => r.role === 'organisation');
    if (!person || !post) continue;
    const held = { stems: stemsOf(post.name).toSorted(), of: organisation ? partyKey(organisation) : '' };
    const all = [...(posts.get(person.name) ?? []), held];
    posts.set(
      person.name,
      all.toSorted((a, b) => compareText(a.stems.join(' ') + a.of, b.stems.join(' ') + b.of)),
    );
  }
  return posts;
}

interface NamedAgreement {
  readonly name: string;
  readonly words: AgreementWords;
  readonly parties: readonly string[];
  /** Other words for it in the document, that say what it is about. */
  readonly others: readonly string[];
  /** Where claims name it. */
  readonly starts: readonly number[];
}

function agreementsIn(claims: readonly Claim[]): readonly NamedAgreement[] {
  const byName = new Map<string, { parties: Set<string>; others: Set<string>; starts: number[] }>();
  const bodyNamed = (key: string) =>
    claims.flatMap((c) => c.roles).find((r) => r.type === 'state' && r.known !== null && placeKey(r.name) === key)
      ?.known ?? key;
  for (const claim of claims) {
    const parties = claim.roles.filter((r) => r.role === 'party').map(partyKey);
    for (const role of claim.roles) {
      if (typeOf(role) !== 'agreement') continue;
      const inName = partiesInName(role.name).map((name) => bodyNamed(placeKey(name)));
      const known = byName.get(role.name) ?? { parties: new Set(inName), others: new Set<string>(), starts: [] };
      if (claim.type === 'agreement') for (const party of parties) known.parties.add(party);
      if (nameKey(role.text) !== nameKey(role.name) && !agreementWords(role.text).isBare)
        known.others.add(nameKey(role.text));
      known.starts.push(claim.evidence.start);
      byName.set(role.name, known);
    }
  }
  return [...byName].map(([name, { parties, others, starts }]) => ({
    name,
    words: agreementWords(name),
    parties: [...parties].toSorted(),
    others: [...others].toSorted(),
    starts,
  }));
}

/**
 * What a bare «документ» or «договор» stands for: the agreement of a fitting kind that its document named last before it,
 * or the only one that it names at all.
 */
function standFor(
  bare: AgreementWords,
  name: string,
  claim: Claim,
  agreements: readonly NamedAgreement[],
): NamedAgreement | null {
  const fitting = agreements.filter((a) => a.name !== name && !a.words.isBare && fits(a.words, bare));
  if (fitting.length === 1) return fitting[0] ?? null;
  const lastStart = (a: NamedAgreement) => Math.max(-1, ...a.starts.filter((s) => s <= claim.evidence.start));
  const before = fitting.filter((a) => lastStart(a) >= 0);
  return before.toSorted((a, b) => lastStart(b) - lastStart(a) || compareText(a.name, b.name))[0] ?? null;
}

/** «Договор» takes up a treaty, «документ» whatever has a noun of agreements that says its kind. */
function fits(named: AgreementWords, bare: AgreementWords): boolean {
  return named.kind !== null && (bare.kind === null || bare.kind === named.kind);
}

/** «документ о защите граждан», «контракт с Тальмаром на поставку»: it says itself what it is, whatever name was made of it. */
function hasComplement(text: string, { evidence }: Claim, { span, text: words }: Role): boolean {
  const at = evidence.text.indexOf(words);
  const stop = span?.stop ?? (at < 0 ? null : evidence.start + at + words.length);
  // The claim's own words may end before the complement does.
  return stop !== null && /^(?: с \p{Lu}[\p{L}-]*)? (?:об?|на|по) /u.test(text.slice(stop, stop + 60));
}

function yearsOfTime(claim: Claim): readonly string[] {
  const from = claim.time?.from?.slice(0, 4);
  const to = claim.time?.to?.slice(0, 4);
  return from !== undefined && from === to ? [from] : [];
}

/** By name, the first role by which the document's claims know who it is; a speaker whom none of them names is nobody. */
function speakersIn(claims: readonly Claim[]): ReadonlyMap<string, Role> {
  const speakers = new Map<string, Role>();
  for (const role of claims.flatMap((c) => c.roles)) {
    if (role.type !== null && !speakers.has(role.name)) speakers.set(role.name, role);
  }
  return speakers;
}
