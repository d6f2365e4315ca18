import type { Chain } from '../language/analysis.ts';
import type { Role } from '../model/claim.ts';
import type { Draft } from './draft.ts';
import { asNamed } from './each-named.ts';
import { lemmaList } from './lemma-list.ts';
import type { Reading } from './reading.ts';
import type { Tree } from './tree.ts';

/**
 * «Италия и Дания начали переговоры. Обе страны подпишут договор»: an agreement, a meeting or an exercise of «стороны», «две
 * страны» or «они» is of the two states that the nearest sentence names, where it names two. In: a draft. Out: the draft, with each
 * such role told as both states, in the words of the text; as it was where no sentence near names just two.
 */
export function withBothSides(reading: Reading, draft: Draft): Draft {
  const tree = reading.trees[draft.sentence];
  if (!tree || !shared.has(draft.type) || !draft.roles.some((role) => isBoth(tree, role))) return draft;
  const states = twoStatesBefore(reading, draft);
  if (states.length === 0) return draft;
  return {
    ...draft,
    roles: draft.roles.flatMap((role) => (isBoth(tree, role) ? states.map((c) => asNamed(role, c, 'state')) : [role])),
  };
}

const shared: ReadonlySet<Draft['type']> = new Set(['agreement', 'meeting', 'exercise']);

/** «стороны», «обе страны», «двум государствам», «они», with nothing that says which. */
function isBoth(tree: Tree, { role, span }: Role): boolean {
  if ((role !== 'party' && role !== 'actor') || span === null) return false;
  const words = tree.tokens.filter((t) => span.start <= t.start && t.stop <= span.stop);
  const noun = words.at(-1);
  const counted = words.slice(0, -1).every((t) => counts.has(t.lemma));
  // «договор стороны подписали»: its genitive of one is alike
  const plural = noun?.features.number === 'Plur' || noun?.norm === 'стороны' || words.length > 1;
  return noun !== undefined && counted && plural && sides.has(noun.lemma);
}

const sides: ReadonlySet<string> = new Set(lemmaList(`сторона страна государство они`));
const counts: ReadonlySet<string> = new Set(lemmaList(`оба два`));

/** The two states of the nearest sentence, this one first, that names just two; none where a sentence on the way names more. */
function twoStatesBefore(reading: Reading, { sentence }: Draft): readonly Chain[] {
  for (let i = sentence; i >= Math.max(0, sentence - farthest); i--) {
    const chains = new Set(
      (reading.mentions[i] ?? [])
        .map((m) => reading.analysis.chains[m.chain])
        .filter((c): c is Chain => c?.kind === 'state' && c.known !== null),
    );
    if (chains.size > 2) return [];
    if (chains.size === 2) return [...chains];
  }
  return [];
}

/** How many sentences back the states may be named. */
const farthest = 4;
