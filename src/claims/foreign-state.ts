import type { Chain, Mention } from '../language/analysis.ts';
import { states } from '../language/ru/gazetteer/gazetteer.ts';
import type { Draft } from './draft.ts';
import { lemmaList } from './lemma-list.ts';
import { visits as visitLemmas } from './meeting-frames.data.ts';
import { chainOf, type Reading } from './reading.ts';
import { caseAt, isVerbal, prepositionOf, subtree, type Tree } from './tree.ts';

/**
 * Which states cannot be the one that the post of a position is of, though the text speaks of them most: one that he is a guest of, whose
 * post another holds beside him, or whose head is a guest here. In: a draft of a position. Out: whether a state is ruled out.
 */
export function foreignTo(reading: Reading, draft: Draft): (state: Chain) => boolean {
  const near = reading.trees.slice(Math.max(0, draft.sentence - farthest), draft.sentence + farthest + 1);
  const visits = near.flatMap((tree) => visitsIn(reading, tree));
  return (state) =>
    isHeldByOther(reading, draft, state) ||
    isOfGuest(reading, draft, state, visits) ||
    isVisited(reading, draft, state, visits);
}

/** «министр обороны Варонии Ренн встретился с министром обороны Верди»: no state has two in one post. */
function isHeldByOther(reading: Reading, draft: Draft, state: Chain): boolean {
  const { chains, mentions } = reading.analysis;
  const of = chains.indexOf(state);
  const { post, holder } = namesOf(draft);
  return chains.some(
    (c) =>
      c.kind === 'person' &&
      c.name !== holder &&
      c.posts.some((p) => p.of === of && p.post === post && mentions[p.mention]?.sentence === draft.sentence),
  );
}

/** «Король Варонии Ренн завершил визит в Мередию. Его проводил президент Верди»: no state has two heads. */
function isOfGuest(reading: Reading, draft: Draft, state: Chain, visits: readonly Visit[]): boolean {
  const of = reading.analysis.chains.indexOf(state);
  const { post, holder } = namesOf(draft);
  if (!headsOfState.test(post)) return false;
  return visits
    .flatMap(({ guests }) => guests.flatMap((m) => chainOf(reading, m) ?? []))
    .some((c) => c.name !== holder && c.posts.some((p) => p.of === of && headsOfState.test(p.post)));
}

/** «председатель» of a state itself, which names no body. */
const headsOfState = /^(?:президент|король|королева|император|эмир|султан|председатель|глава государства)$/u;

/** How many sentences off a visit is still the scene. */
const farthest = 3;

/** «визит президента Верди в Варонию», «в Ольмар»: whom the guest comes to, by its name or its capital. */
function isVisited(reading: Reading, draft: Draft, state: Chain, visits: readonly Visit[]): boolean {
  const person = draft.roles.find((r) => r.role === 'person')?.span;
  if (!person) return false;
  const capital = states.find(({ key }) => key === state.known)?.capitalKey ?? null;
  const isIts = (m: Mention): boolean => {
    const place = chainOf(reading, m);
    return place !== null && (place === state || (place.known !== null && place.known === capital));
  };
  return visits.some(({ guests, hosts }) => guests.some((m) => m.start === person.start) && hosts.some(isIts));
}

interface Visit {
  readonly guests: readonly Mention[];
  readonly hosts: readonly Mention[];
}

/** The visits and arrivals that a sentence names with who comes and where to. */
function visitsIn(reading: Reading, tree: Tree): readonly Visit[] {
  const here = reading.mentions[tree.sentence.index] ?? [];
  return tree.tokens.flatMap((word, i): readonly Visit[] => {
    if (!visitNouns.has(word.lemma) && !arriving.has(word.lemma)) return [];
    const own = new Set(visitNouns.has(word.lemma) ? [...subtree(tree, i), ...clauseOver(tree, i)] : clauseOf(tree, i));
    const hosts = here.filter((m) => own.has(m.head) && isDestination(tree, m.head));
    const guests = here.filter((m) => m.kind === 'person' && m.form === 'name' && own.has(m.head));
    return hosts.length > 0 ? [{ guests, hosts }] : [];
  });
}

/** «Ренн завершил визит», «Ренн прибыл с визитом в Варонию»: who and where by the verb of a visit. */
function clauseOver(tree: Tree, noun: number): readonly number[] {
  const verb = tree.tokens[noun]?.head ?? -1;
  return isVerbal(tree.tokens[verb]) ? clauseOf(tree, verb) : [];
}

/** «Премьер Верди отбудет в Варонию»: what hangs on a verb without other clauses. */
function clauseOf(tree: Tree, verb: number): readonly number[] {
  return subtree(tree, verb, (t) => t !== verb && isVerbal(tree.tokens[t]));
}

function isDestination(tree: Tree, token: number): boolean {
  return /^(?:во?|на)$/u.test(prepositionOf(tree, token) ?? '') && caseAt(tree, token) === 'Acc';
}

const visitNouns: ReadonlySet<string> = new Set(visitLemmas);

const arriving: ReadonlySet<string> = new Set(
  lemmaList(`прибыть прибывать приехать отбыть отбывать вылететь прилететь отправиться поехать`),
);

function namesOf(draft: Draft): { readonly post: string; readonly holder: string | undefined } {
  return {
    post: draft.roles.find((r) => r.role === 'post')?.name ?? '',
    holder: draft.roles.find((r) => r.role === 'person')?.name,
  };
}
