import type { Claim, Status } from './claim.ts';
import { type PloverContext, type PloverEvent, type PloverRow, ploverRows } from './plover.data.ts';

export interface PloverCode {
  readonly event: PloverEvent;
  /** A mode of that event in the codebook; `null` where the claim tells none. */
  readonly mode: string | null;
  /** The row's own, then `future`, `hypothetical` or `negation` by the claim's status. */
  readonly contexts: readonly PloverContext[];
}

/**
 * The PLOVER code of a claim: category, mode and contexts of the Open Event Data Alliance's codebook
 * (https://github.com/openeventdata/PLOVER, manual of 2022). In: a claim. Out: its code; `null` for what PLOVER does not code:
 * comments, posts, quantities, and happenings that are neither cooperation nor conflict. The map is printed in docs/plover.md.
 */
export function ploverOf(claim: Claim): PloverCode | null {
  const words = ` ${claim.evidence.text.toLowerCase()}`;
  const row = ploverRows.find((r) => holds(r, claim, words));
  return row ? { event: row.event, mode: row.mode, contexts: [...row.contexts, ...contextsOf(claim.status)] } : null;
}

function holds(row: PloverRow, claim: Claim, words: string): boolean {
  if (!row.types.includes(claim.type)) return false;
  if (row.stages && !(claim.type === 'agreement' && row.stages.includes(claim.stage))) return false;
  if (row.statuses && !row.statuses.includes(claim.status)) return false;
  if (row.parties && partiesOf(claim) < row.parties) return false;
  return !row.words || row.words.some((beginning) => beginsWord(words, beginning));
}

function partiesOf(claim: Claim): number {
  return new Set(claim.roles.filter((r) => r.role === 'party' || r.role === 'actor').map((r) => r.name)).size;
}

/** Whether a word of the text begins so: the character before is no letter. */
function beginsWord(text: string, beginning: string): boolean {
  for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
    if (!/\p{L}/u.test(text[at - 1] ?? ' ')) return true;
  }
  return false;
}

function contextsOf(status: Status): readonly PloverContext[] {
  switch (status) {
    case 'planned':
      return ['future'];
    case 'possible':
      return ['hypothetical'];
    case 'denied':
    case 'cancelled':
      return ['negation'];
    case 'happened':
    case 'ongoing':
      return [];
  }
}
