import type { Chain, Mention } from '../language/analysis.ts';
import { states } from '../language/ru/gazetteer/gazetteer.ts';
import type { Draft } from './draft.ts';
import { visits } from './meeting-frames.data.ts';
import { chainOf, type Reading } from './reading.ts';
import { caseAt, prepositionOf, subtree, type Tree } from './tree.ts';

/**
 * Whether a state cannot be the one that the post of a position is of, though the text speaks of it most: one that he is a guest of, or whose
 * post another holds beside him. In: a draft of a position and a state. Out: true where it is ruled out.
 */
export function isForeignState(reading: Reading, draft: Draft, state: Chain): boolean {
  return (
    isHeldByOther(reading, draft, state) || isLedByOther(reading, draft, state) || isVisited(reading, draft, state)
  );
}

/** «Король Варонии Ренн прибыл. Его встретил президент Верди»: no state has two heads; who was one before is told of farther off. */
function isLedByOther(reading: Reading, draft: Draft, state: Chain): boolean {
  const { chains, mentions } = reading.analysis;
  const of = chains.indexOf(state);
  const post = draft.roles.find((r) => r.role === 'post')?.name ?? '';
  const holder = draft.roles.find((r) => r.role === 'person')?.name;
  if (draft.type !== 'position' || draft.tense !== 'current' || !headsOfState.test(post)) return false;
  const isNear = (mention: number): boolean =>
    Math.abs((mentions[mention]?.sentence ?? Infinity) - draft.sentence) <= farthest;
  return chains.some(
    (c) =>
      c.kind === 'person' &&
      c.name !== holder &&
      c.posts.some((p) => p.of === of && headsOfState.test(p.post) && isNear(p.mention)),
  );
}

/** How many sentences off both still act in one scene. */
const farthest = 3;

/** «председатель» of a state itself, which names no body. */
const headsOfState = /^(?:президент|король|королева|император|эмир|султан|председатель|глава государства)$/u;

/** «министр обороны Варонии Ренн встретился с министром обороны Верди»: no state has two in one post. */
function isHeldByOther(reading: Reading, draft: Draft, state: Chain): boolean {
  const { chains, mentions } = reading.analysis;
  const of = chains.indexOf(state);
  const post = draft.roles.find((r) => r.role === 'post')?.name;
  const holder = draft.roles.find((r) => r.role === 'person')?.name;
  return chains.some(
    (c) =>
      c.kind === 'person' &&
      c.name !== holder &&
      c.posts.some((p) => p.of === of && p.post === post && mentions[p.mention]?.sentence === draft.sentence),
  );
}

/** «визит президента Верди в Варонию», «в Ольмар»: whom the guest comes to, by its name or its capital. */
function isVisited(reading: Reading, draft: Draft, state: Chain): boolean {
  const tree = reading.trees[draft.sentence];
  const guest = draft.roles.find((r) => r.role === 'person')?.span;
  if (!tree || !guest) return false;
  const capital = states.find(({ key }) => key === state.known)?.capitalKey ?? null;
  const isHost = (m: Mention): boolean => {
    const place = chainOf(reading, m);
    return place !== null && (place === state || (place.known !== null && place.known === capital));
  };
  return tree.tokens.some((noun, i) => {
    if (!visitNouns.has(noun.lemma)) return false;
    const own = subtree(tree, i);
    const isIn = ({ start, stop }: { readonly start: number; readonly stop: number }): boolean =>
      own.some((t) => (tree.tokens[t]?.start ?? -1) >= start && (tree.tokens[t]?.stop ?? Infinity) <= stop);
    const hosts = (reading.mentions[draft.sentence] ?? []).filter((m) => isHost(m) && isDestination(tree, m.head));
    return isIn(guest) && hosts.some(isIn);
  });
}

function isDestination(tree: Tree, token: number): boolean {
  return /^(?:во?|на)$/u.test(prepositionOf(tree, token) ?? '') && caseAt(tree, token) === 'Acc';
}

const visitNouns: ReadonlySet<string> = new Set(visits);
