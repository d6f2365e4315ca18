import type { Mention, Token } from '../../analysis.ts';
import { fields } from './callings.data.ts';
import type { Field } from './callings.data.ts';
import type { Draft, Resolution } from './drafts.ts';
import { chainOf, dependentsOf, headAt, headOf, lastChain, link, tokensBeside, tokensOf } from './drafts.ts';
import { isSubject } from './join-pronouns.ts';
import { genderSaid } from './tell-gender.ts';
import { isAge, withoutEx } from './words-of-post.ts';

/** How many sentences back a calling may reach, and one that the text has given the person before. */
const reach = 4;
const reachOfOwn = 12;

/**
 * «Тавита Олессен выступила в Осло. … Певица поблагодарила», «знакомые артиста»: a calling alone is a person of the last
 * sentences: one who is called so elsewhere or works in that field, else the one whom the text speaks of most. In the first sentences
 * it may be somebody who is called so when he is named: «Задержан хакер. … Хакер Иван Дубов …».
 */
export function joinCallings(it: Resolution): void {
  for (const [i, mention] of it.mentions.entries()) {
    const head = headOf(it, mention);
    const isAlone = mention.kind === 'post' || (mention.kind === 'person' && mention.form === 'description');
    if (!isAlone || !head || chainOf(it, i) >= 0) continue;
    const twin = twinOf(it, i);
    const besides = twin < 0 && head.relation === 'conj' ? calledBesides(it, mention, head) : twin;
    const chain = besides >= 0 ? besides : personCalled(it, mention, head);
    link(it, i, chain, `calling of ${it.drafts[chain]?.name ?? ''}`);
  }
}

/** «чиновник» of «30-летний чиновник», where two mentions have one noun: the chain of the other; -1. */
function twinOf(it: Resolution, i: number): number {
  const own = it.mentions[i];
  const twin = it.mentions.findIndex(
    (one, k) => k !== i && one.sentence === own?.sentence && one.head === own.head && chainOf(it, k) >= 0,
  );
  const chain = chainOf(it, twin);
  return it.drafts[chain]?.person ? chain : -1;
}

/** A calling that stands alone: its mention and noun, the noun's word without «экс-», and its fields. */
interface Calling {
  readonly mention: Mention;
  readonly head: Token;
  readonly word: string;
  readonly fields: readonly Field[];
}

/** One word, or one with adjectives, that stands for a person: no predicate («стал певцом»), none of many («каждый артист»). */
function isCalling(it: Resolution, mention: Mention, head: Token): boolean {
  const tokens = tokensBeside(it, mention);
  if (head.features.number === 'Plur' || head.features.case === 'Ins') return false;
  if (head.relation === 'root' || /^(?:appos|xcomp|parataxis)/u.test(head.relation)) return false;
  if (isOrigin(tokens, tokens[head.head]) || isOneOfMany(it, mention)) return false;
  return !dependentsOf(it, mention).some(
    (one) => isOwner(tokens, one) || one.relation === 'cop' || one.pos === 'PROPN' || one.norm === 'как',
  );
}

/** «глава порта», «певец группы»; «хакера из Тулы» is one whatever stands behind the preposition. */
function isOwner(tokens: readonly Token[], one: Token): boolean {
  const at = tokens.indexOf(one);
  return one.relation.startsWith('nmod') && !tokens.some(({ head, pos }) => head === at && pos === 'ADP');
}

/** «каждый артист», «другой министр»: nobody of whom the text has spoken. */
export function isOneOfMany(it: Resolution, mention: Mention): boolean {
  return dependentsOf(it, mention).some(({ lemma }) => many.test(lemma));
}

/** «родился в семье музыканта»: somebody's parents. */
function isOrigin(tokens: readonly Token[], above: Token | undefined): boolean {
  const at = above ? tokens.indexOf(above) : -1;
  return above?.lemma === 'семья' && tokens.some((one) => one.head === at && /^(?:в|из)$/u.test(one.norm));
}

/** «памяти певца и композитора»: two callings of one person where no verb makes them two; -1 for others. */
function calledBesides(it: Resolution, mention: Mention, head: Token): number {
  if (fieldsOf(head.lemma).length === 0) return -1;
  const tokens = tokensBeside(it, mention);
  const first = tokens[head.head];
  const isOne =
    first?.features.number === 'Sing' && !first.relation.startsWith('nsubj') && fieldsOf(first.lemma).length > 0;
  if (!isOne || first.features.case !== head.features.case) return -1;
  const called = it.mentions.findIndex((one) => one.sentence === mention.sentence && one.head === head.head);
  return chainOf(it, called);
}

const many = /^(?:каждый|любой|другой|никакой|какой|какой-.+|один|многие|весь|всякий|некий|иной|очередной)$/u;

function personCalled(it: Resolution, mention: Mention, head: Token): number {
  if (!isCalling(it, mention, head)) return -1;
  const word = withoutEx(nounOf(it, head));
  const calling: Calling = { mention, head, word, fields: fieldsOf(word) };
  const last = lastChain(it, mention.start, ({ person }) => person !== null);
  const forLast = isPointedAt(it, mention) ? weights.lastPointedAt : weights.last;
  let best = -1;
  let most = 0;
  for (const [chain, draft] of it.drafts.entries()) {
    if (draft.person === null || !agrees(it, draft, calling)) continue;
    const evidence = evidenceFor(it, draft, calling);
    const score = evidence + nearness(it, draft, mention, evidence) + (chain === last ? forLast : 0);
    if (score <= most) continue;
    most = score;
    best = chain;
  }
  return best;
}

/** «этого чиновника» */
function isPointedAt(it: Resolution, mention: Mention): boolean {
  return dependentsOf(it, mention).some(({ lemma }) => lemma === 'этот');
}

/** What tells for a person and against him: his callings, their field, his age, and how near and how often he was spoken of. */
const weights = {
  sameWord: 5,
  sameField: 1.5,
  otherField: -2.5,
  sameAge: 5,
  otherAge: -5,
  otherGender: -1,
  near: 3,
  subject: 1,
  again: 0.3,
  last: 0.5,
  lastPointedAt: 3,
} as const;

/** What the text says of a person that fits a calling or does not; -∞ where a word that is no calling by itself is not told of him. */
function evidenceFor(it: Resolution, draft: Draft, { mention, head, word, fields: own }: Calling): number {
  const nouns = nounsOf(it, draft);
  const known = new Set(nouns.flatMap((noun) => fieldsTold(noun)));
  const isSame = nouns.includes(word);
  const age = ageSaid(it, mention);
  const ages = draft.mentions.flatMap((i) => ageBeside(it, it.mentions[i]) ?? []);
  const isOfAge = age !== null && ages.includes(age);
  if (own.length === 0 && (offices.has(word) || (!isSame && !isOfAge))) return -Infinity;
  const byWord = isSame
    ? weights.sameWord
    : own.some((one) => known.has(one))
      ? weights.sameField
      : known.size > 0
        ? weights.otherField
        : 0;
  const byAge = age === null || ages.length === 0 ? 0 : isOfAge ? weights.sameAge : weights.otherAge;
  const byGender = draft.gender === 'Fem' && head.features.gender === 'Masc' ? weights.otherGender : 0;
  return byWord + byAge + byGender;
}

/**
 * How much the text has spoken of a person, and how near, nearer where he was the subject; -∞ out of reach. Who is named only later
 * must be known by what is told.
 */
function nearness(it: Resolution, draft: Draft, mention: Mention, evidence: number): number {
  const before = draft.mentions.flatMap((i) => it.mentions[i] ?? []).filter((one) => one.stop <= mention.start);
  const last = before.toSorted((a, b) => a.stop - b.stop).at(-1);
  if (!last) return isToBeNamed(it, draft, mention) && evidence >= weights.sameField ? 0 : -Infinity;
  const distance = mention.sentence - last.sentence;
  if (distance > (evidence >= weights.sameWord ? reachOfOwn : reach)) return -Infinity;
  const near = weights.near + (isSubject(it, last) ? weights.subject : 0);
  return Math.min(before.length, 5) * weights.again + near / (1 + distance);
}

/** Whether a headline or a first sentence speaks of somebody whom the next ones name. */
function isToBeNamed(it: Resolution, draft: Draft, mention: Mention): boolean {
  const first = Math.min(...draft.mentions.map((i) => it.mentions[i]?.sentence ?? Infinity));
  return mention.sentence <= 2 && first - mention.sentence <= reach;
}

/** By which nouns the text calls a person: his posts and what a verb tells of him. */
function nounsOf(it: Resolution, draft: Draft): readonly string[] {
  return [...draft.posts, ...draft.told].flatMap(({ mention }) => {
    const head = headAt(it, mention);
    return head ? [withoutEx(head.lemma)] : [];
  });
}

/** «30-летний» of a description. */
function ageSaid(it: Resolution, mention: Mention): string | null {
  const age = dependentsOf(it, mention).find(isAge) ?? tokensOf(it, mention).find(isAge);
  return age?.lemma ?? null;
}

/** «30-летний» right before a name. */
function ageBeside(it: Resolution, mention: Mention | undefined): string | null {
  if (mention?.kind !== 'person') return null;
  const before = tokensBeside(it, mention).findLast((one) => one.stop < mention.start);
  return before && isAge(before) ? before.lemma : null;
}

/** «у политика», «математика отпустили», which the tagger may take for the field: the noun for somebody that has the same form. */
function nounOf(it: Resolution, { norm, lemma, features }: Token): string {
  if (features.animacy === 'Anim') return lemma;
  const living = it.morphology.analyse(norm).find((one) => one.pos === 'NOUN' && one.features.animacy === 'Anim');
  return living?.lemma ?? lemma;
}

/** Who holds an office is told by its state or body, not by its noun alone. */
const offices: ReadonlySet<string> = new Set(fields.flatMap(({ also, isOfOffices }) => (isOfOffices ? also : [])));

const called = group(({ callings }) => callings);
const told = group(({ callings, also }) => [...callings, ...also]);

function group(words: (one: Field) => readonly string[]): ReadonlyMap<string, readonly Field[]> {
  const found = new Map<string, readonly Field[]>();
  for (const one of fields) for (const word of words(one)) found.set(word, [...(found.get(word) ?? []), one]);
  return found;
}

/** The fields of a noun that stands for somebody alone; of «писатель-сатирик» those of its first part. */
function fieldsOf(lemma: string): readonly Field[] {
  return called.get(lemma) ?? called.get(withoutEx(lemma)) ?? called.get(lemma.split('-')[0] ?? '') ?? [];
}

function fieldsTold(noun: string): readonly Field[] {
  return told.get(noun) ?? told.get(noun.split('-')[0] ?? '') ?? [];
}

/** «политик заявила» is a woman; a woman is called in the feminine where her field has one, so that a «певец» is a man. */
function agrees(it: Resolution, draft: Draft, { mention, head, fields: own }: Calling): boolean {
  if (draft.gender === null) return true;
  const { gender } = head.features;
  const said = genderSaid(it, mention);
  if (said !== null) return said === draft.gender;
  if (gender === 'Masc' && draft.gender === 'Fem') return own.length > 0 && !own.some((one) => one.isGendered);
  return gender !== 'Fem' || draft.gender === 'Fem';
}
