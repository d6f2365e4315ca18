import type { Claim, RoleName } from '../model/claim.ts';
import { sameStem, stemsOf } from './name-key.ts';

/** What all claims together tell of who stands for whom. */
export interface BoundContext {
  /** By a person's entity, the states and bodies of the posts that any document gives. */
  readonly affiliations: ReadonlyMap<string, readonly string[]>;
  /** By document, its states with the stems of their names. */
  readonly statesOf: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

export function boundContext(documents: readonly (readonly Claim[])[]): BoundContext {
  const affiliations = new Map<string, readonly string[]>();
  const statesOf = new Map<string, ReadonlyMap<string, readonly string[]>>();
  for (const claims of documents) {
    const states = new Map<string, readonly string[]>();
    for (const claim of claims) {
      for (const { type, entity, name } of claim.roles) {
        if (type === 'state' && entity !== null) states.set(entity, [...(states.get(entity) ?? []), ...stemsOf(name)]);
      }
      const person = claim.type === 'position' ? claim.roles.find((r) => r.role === 'person')?.entity : null;
      if (!person) continue;
      const bodies = claim.roles.flatMap((r) => (r.role === 'organisation' && r.entity !== null ? [r.entity] : []));
      affiliations.set(person, [...(affiliations.get(person) ?? []), ...bodies]);
    }
    const [first] = claims;
    if (first) statesOf.set(first.document, states);
  }
  return { affiliations, statesOf };
}

/**
 * Entities of those whom a claim with a future binds: those whom it names, else those who do what it speaks of. Who signs a
 * treaty signs it for the state of the post; «министры обороны Варонии и Мередии» stand for both, and «двух стран» for the
 * only two that the document names; «депутаты» are a group of their own. `entityOf` finds a name of the claim's document.
 */
export function boundBy(
  claim: Claim,
  entityOf: (name: string, group?: boolean) => string | null,
  { affiliations, statesOf }: BoundContext,
): readonly string[] {
  const states = statesOf.get(claim.document) ?? new Map<string, readonly string[]>();
  const named = (claim.future?.by ?? []).flatMap((name) => {
    const known = entityOf(name) ?? statesIn(name, states);
    return known.length > 0 ? known : (entityOf(name, true) ?? []);
  });
  // A forecast binds nobody but who is said to make it true.
  const doing =
    claim.future?.force === 'forecast'
      ? []
      : claim.roles.filter((r) => doers[claim.type]?.includes(r.role) && !(r.type === 'person' && isSent(claim)));
  const bound =
    named.length > 0 ? named : doing.flatMap((r) => r.entity ?? (r.type === null ? statesIn(r.name, states) : []));
  if (claim.type !== 'agreement') return bound;
  const both = /(?<!\p{L})(?:двух|обеих|обоих) (?:стран|государств)/iu.test(claim.evidence.text) && states.size === 2;
  return [...bound, ...bound.flatMap((id) => affiliations.get(id) ?? []), ...(both ? states.keys() : [])];
}

/** «Лосский будет направлен в Мередию», «Лосского пошлют»: it is for others to send him. */
function isSent({ evidence }: Claim): boolean {
  return /(?<!\p{L})(?:(?:направлен|отправлен|послан|командирован)[аоы]?|направят|отправят|пошлют|командируют)(?!\p{L})/iu.test(
    evidence.text,
  );
}

/** Who does what a claim of a type speaks of. */
const doers: Readonly<{ [type in Claim['type']]?: readonly RoleName[] }> = {
  agreement: ['party', 'actor'],
  supply: ['supplier', 'actor'],
  meeting: ['actor', 'party'],
  exercise: ['party', 'actor'],
  deployment: ['actor', 'party'],
  institution: ['actor', 'party'],
  measure: ['actor'],
  event: ['actor'],
};

/** «российский президент», «министры обороны Варонии»: the states of the document whose names the words hold. */
function statesIn(words: string, states: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const stems = stemsOf(words);
  return [...states].flatMap(([id, names]) => (stems.some((s) => names.some((n) => sameStem(s, n))) ? [id] : []));
}
