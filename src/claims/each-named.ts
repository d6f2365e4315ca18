import type { Chain, Mention } from '../language/analysis.ts';
import type { Role } from '../model/claim.ts';
import { contains, type Span } from '../model/span.ts';
import type { Draft } from './draft.ts';
import { lemmaList } from './lemma-list.ts';
import { chainOf, type Reading } from './reading.ts';
import { tokensInside } from './tree.ts';

/**
 * «лидеры Италии и Дании, Марк Ренн и Анна Верди, подписали», «президенты Италии и Дании подписали» in a text that names both: each of
 * several who are told by their post in the plural, also behind two who are named («Лосский принял Ренна. Президенты обсудили»), and
 * the states of «итальянская и датская стороны». In: a draft. Out: the draft, with such a role told as each person or state, in the
 * words of the text; as it was where the text does not name them all. Of «десять стран, включая Италию» both stay.
 */
export function withEachNamed(reading: Reading, draft: Draft): Draft {
  const each = draft.roles.map((role) => (shared.has(role.role) ? eachOf(reading, draft.sentence, role) : []));
  if (each.every((people) => people.length < 2)) return draft;
  const roles = draft.roles.flatMap((role, i) => ((each[i]?.length ?? 0) > 1 ? (each[i] ?? []) : [role]));
  return { ...draft, roles };
}

const shared: ReadonlySet<Role['role']> = new Set(['actor', 'party', 'speaker']);

function eachOf(reading: Reading, sentence: number, role: Role): readonly Role[] {
  const { span } = role;
  const tree = reading.trees[sentence];
  if (!tree || span === null) return [];
  const words = tokensInside(tree, span);
  const noun = words.find((t) => t.pos === 'NOUN');
  const here = reading.mentions[sentence] ?? [];
  const listed = listedByPost(reading, here, span);
  if (listed.length > 1) return listed.flatMap((m) => inOwnWords(reading, role, m, 'person'));
  if (!noun) return listedWith(reading, here, role);
  if (noun.features.number !== 'Plur') return [];
  const counted = withMembers(reading, here, role, span);
  if (counted.length > 1) return counted;
  const sides = here.filter((m) => m.kind === 'state' && contains(span, m)).flatMap((m) => chainOf(reading, m) ?? []);
  if (noun.lemma === 'сторона') return sides.map((chain) => asNamed(role, chain, 'state'));
  if (!here.some((m) => m.kind === 'post' && contains(m, noun))) return [];
  const names = namesBehind(reading, here, span.stop, /^,? $/u);
  const named = names.flatMap((m) => chainOf(reading, m) ?? []);
  if (named.length > 1) return named.map((chain) => asNamed(role, chain, 'person'));
  if (words.every((t) => t === noun || ofTwo.has(t.lemma)))
    return twoBefore(reading, sentence, noun.lemma).map((chain) => asNamed(role, chain, 'person'));
  const states = here.filter((m) => m.kind === 'state' && m.form === 'name' && contains(span, m));
  const holders = states.flatMap((m) => holderOf(reading, noun.lemma, m.chain) ?? []);
  return holders.length === states.length ? holders.map((chain) => asNamed(role, chain, 'person')) : [];
}

/** «десять стран, включая Италию и Данию»: the many, and each who is named as one of them. */
function withMembers(reading: Reading, here: readonly Mention[], role: Role, span: Span): readonly Role[] {
  const { text } = reading.analysis;
  const tail = including.exec(text.slice(span.start, span.stop));
  if (!tail) return [];
  const stop = span.start + tail.index;
  const members = here.filter(
    (m) => (m.kind === 'state' || m.kind === 'person') && m.form === 'name' && stop < m.start && m.stop <= span.stop,
  );
  const [name = role.name] = role.name.split(including, 1);
  const many = { ...role, text: text.slice(span.start, stop), span: { start: span.start, stop }, name };
  return [many, ...members.flatMap((m) => inOwnWords(reading, role, m, m.kind === 'state' ? 'state' : 'person'))];
}

const including = /,? (?:включая|в том числе) /u;

/** «с президентами Италии Марком Ренном и Дании Анной Верди»: the first name behind a post in the plural, and those joined to it. */
function listedWith(reading: Reading, here: readonly Mention[], role: Role): readonly Role[] {
  const first = here.find((m) => m.kind === 'person' && m.form === 'name' && m.start === role.span?.start);
  const ofMany = here.some((m) => {
    const head = reading.trees[m.sentence]?.tokens[m.head];
    return m.kind === 'post' && m.stop + 1 === first?.start && head?.features.number === 'Plur';
  });
  if (!first || !ofMany) return [];
  const names = [first, ...namesBehind(reading, here, first.stop, joint)];
  return names.flatMap((m) => inOwnWords(reading, role, m, 'person'));
}

/**
 * «в заседании участвуют посол Италии Марк Ренн, министр Анна Верди»: those named behind a verb in the plural with a post each, from the one
 * whom a role holds on, whatever the parser hangs them on.
 */
function listedByPost(reading: Reading, here: readonly Mention[], span: Span): readonly Mention[] {
  const people = here.filter((m) => m.kind === 'person' && m.form === 'name');
  const postBefore = (m: Mention): Mention | undefined => here.find((p) => p.kind === 'post' && p.stop + 1 === m.start);
  const first = people.find((m) => contains(span, m));
  const opening = first && (postBefore(first) ?? here.find((p) => p.kind === 'post' && p.start === span.start));
  const tokens = reading.trees[first?.sentence ?? -1]?.tokens ?? [];
  if (!first || !opening) return [];
  const verb = tokens.findLast((t) => t.stop <= opening.start && t.features.verbForm === 'Fin');
  const isApart = tokens.some((t) => t.text === ',' && t.start > (verb?.stop ?? 0) && t.stop <= opening.start);
  if (verb?.features.number !== 'Plur' || isApart) return [];
  const names = [first];
  for (const next of people.slice(people.indexOf(first) + 1)) {
    const post = postBefore(next);
    const between = post && reading.analysis.text.slice(names.at(-1)?.stop, post.start);
    if (between === undefined || !/^(?:,| и|, а также) $/u.test(between)) break;
    names.push(next);
  }
  return names;
}

/**
 * «, Марк Ренн и Анна Верди», «, Дании Анной Верди»: the names behind a place in the text, as long as they are joined, each with its
 * own state or none. `opens`: what stands before the first.
 */
function namesBehind(reading: Reading, here: readonly Mention[], start: number, opens: RegExp): readonly Mention[] {
  const names: Mention[] = [];
  const wordsTo = (from: number, stop: number): string => {
    const state = here.find((m) => m.kind === 'state' && m.start >= from && m.stop + 1 === stop);
    return reading.analysis.text.slice(from, state ? state.start : stop);
  };
  for (let from = start; ;) {
    const between = names.length === 0 ? opens : joint;
    const next = here.find((m) => m.kind === 'person' && m.form === 'name' && between.test(wordsTo(from, m.start)));
    if (!next || next.start < from) return names;
    names.push(next);
    from = next.stop;
  }
}

/** What joins the names of a list, each with a word about it in brackets («Марк Ренн (Дания), Анна Верди») or none. */
const joint = /^(?: \([^()]{2,40}\))?(?: и |, )$/u;

/** «лидеры двух стран», «главы государств»: words that say no more of whom they lead. */
const ofTwo: ReadonlySet<string> = new Set(lemmaList(`два оба страна государство наш они`));

/** The two of the nearest sentence before that names just two who hold such a post. */
function twoBefore(reading: Reading, sentence: number, noun: string): readonly Chain[] {
  const held = postsOf[noun];
  if (!held) return [];
  for (let i = sentence - 1; i >= Math.max(0, sentence - farthest); i--) {
    const people = new Set((reading.mentions[i] ?? []).flatMap((m) => chainOf(reading, m) ?? []));
    const holders = [...people].filter((c) => c.kind === 'person' && c.posts.some(({ post }) => held.test(post)));
    if (holders.length > 1) return holders.length === 2 ? holders : [];
  }
  return [];
}

/** How many sentences back the two may be named. */
const farthest = 4;

const leading =
  /^(?:президент|премьер|король|королева|канцлер|эмир|султан|император|лидер|глава(?!.*(?:мид|министерств)))/iu;

/** Who may be meant by a post in the plural. */
const postsOf: Readonly<Partial<Record<string, RegExp>>> = {
  президент: /^президент/iu,
  премьер: /^премьер/iu,
  'премьер-министр': /^премьер/iu,
  министр: /^(?:министр|глава.*(?:мид|министерств))/iu,
  лидер: leading,
  глава: leading,
};

/** The one person who has such a post of a state by the text. */
function holderOf(reading: Reading, noun: string, state: number): Chain | null {
  const isHeld = ({ post, of }: Chain['posts'][number]): boolean => of === state && post.split(' ')[0] === noun;
  const holders = reading.analysis.chains.filter((c) => c.kind === 'person' && c.posts.some(isHeld));
  return holders.length === 1 ? (holders[0] ?? null) : null;
}

/** One who is named there, in the words that name him; none where nobody knows who it is. */
function inOwnWords(reading: Reading, role: Role, m: Mention, type: 'person' | 'state'): readonly Role[] {
  const chain = chainOf(reading, m);
  const text = reading.analysis.text.slice(m.start, m.stop);
  return chain ? [{ ...asNamed(role, chain, type), text, span: { start: m.start, stop: m.stop } }] : [];
}

/** One of those behind the words that tell several. */
export function asNamed(role: Role, { name, known }: Chain, type: 'person' | 'state'): Role {
  return { ...role, name, type, known };
}
