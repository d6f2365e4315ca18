import type { Role } from '../model/claim.ts';
import { contains } from '../model/span.ts';
import type { Draft } from './draft.ts';
import type { Reading } from './reading.ts';
import { fillRole, kindAt } from './roles.ts';
import { coordinated, prepositionOf, subtree } from './tree.ts';

/**
 * «Договор между Италией и Данией о границе готов. Проект договора о границе обсудят в мае»: whose an agreement is that the text tells
 * elsewhere. In: a draft. Out: the draft of an agreement, with the parties that another mention of it has behind «между», where it has
 * none of its own; those have no place here.
 */
export function withPartiesToldElsewhere(reading: Reading, draft: Draft): Draft {
  if (draft.type !== 'agreement' || draft.roles.some((r) => r.role === 'party')) return draft;
  const spans = draft.roles.flatMap(({ role, span }) => (role === 'agreement' && span ? [span] : []));
  const here = (reading.mentions[draft.sentence] ?? []).filter(
    (m) => m.kind === 'agreement' && m.chain >= 0 && spans.some((span) => contains(span, m)),
  );
  const told = here.flatMap((m) => partiesOfChain(reading, m.chain));
  const parties = told.filter((p, i) => told.findIndex((other) => other.name === p.name) === i);
  return parties.length > 1 ? { ...draft, roles: [...draft.roles, ...parties] } : draft;
}

function partiesOfChain(reading: Reading, chain: number): readonly Role[] {
  return (reading.analysis.chains[chain]?.mentions ?? []).flatMap((i) => {
    const mention = reading.analysis.mentions[i];
    const tree = mention && reading.trees[mention.sentence];
    if (!mention || !tree) return [];
    return subtree(tree, mention.head)
      .filter((t) => prepositionOf(tree, t) === 'между')
      .flatMap((t) => coordinated(tree, t))
      .filter((t) => ['state', 'organisation'].includes(kindAt(reading, tree, t) ?? ''))
      .map((t) => withoutPlace(fillRole(reading, tree, t, 'party')));
  });
}

/** Words of another sentence. */
function withoutPlace(role: Role): Role {
  return { ...role, span: null };
}
