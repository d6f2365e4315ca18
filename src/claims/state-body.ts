import type { Chain } from '../language/analysis.ts';
import type { Role } from '../model/claim.ts';
import type { Draft } from './draft.ts';
import type { Reading } from './reading.ts';
import { caseAt } from './tree.ts';

/**
 * «Италия закрыла порт. Правительство обещает открыть его»: a body that every state has is that of the state which the text is about.
 * In: a draft. Out: the draft, with such a body that acts told with the state as the text writes it in the genitive; as it was where
 * the text is about several states.
 */
export function withStateOfBody(reading: Reading, draft: Draft): Draft {
  if (draft.type === 'statement' || draft.type === 'position' || !draft.roles.some(isBare)) return draft;
  const state = stateToldOf(reading);
  const owner = state && genitiveOf(reading, state);
  if (!owner) return draft;
  return {
    ...draft,
    roles: draft.roles.map((role) => (isBare(role) ? { ...role, name: `${role.name} ${owner}` } : role)),
  };
}

/** «правительство», not «правительство Варонии» or «власти страны»: a body with nothing beside it that says whose. */
function isBare({ role, name, type, known }: Role): boolean {
  return (
    ['actor', 'party', 'supplier'].includes(role) &&
    type === 'organisation' &&
    known === null &&
    bodies.has(name.toLowerCase())
  );
}

/** As a role is named where nobody says whose they are. */
const bodies: ReadonlySet<string> = new Set([
  'правительство',
  'парламент',
  'сенат',
  'власти',
  'кабинет',
  'кабинет министров',
  'верховный суд',
  'конституционный суд',
  'министерство обороны',
  'министерство финансов',
  'министерство юстиции',
]);

/** The only state that a text names, or one beside which each other is named but once. */
function stateToldOf({ analysis }: Reading): Chain | undefined {
  const [first, second] = analysis.chains
    .filter((c) => c.kind === 'state' && c.known !== null)
    .toSorted((a, b) => b.mentions.length - a.mentions.length);
  const isAlone = second === undefined || (second.mentions.length === 1 && (first?.mentions.length ?? 0) > farMore);
  return isAlone ? first : undefined;
}

/** So often a state is named that the text is about it. */
const farMore = 4;

/** «Италии»: the name of a state in the genitive, in the words of the text; `undefined` where it is nowhere told so. */
function genitiveOf({ analysis, trees }: Reading, state: Chain): string | undefined {
  const named = state.mentions
    .map((m) => analysis.mentions[m])
    .find((m) => {
      const tree = m && trees[m.sentence];
      return (
        m?.form === 'name' && tree && caseAt(tree, m.head) === 'Gen' && /^\p{Lu}/u.test(analysis.text.slice(m.start))
      );
    });
  return named && analysis.text.slice(named.start, named.stop);
}
