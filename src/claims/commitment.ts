import type { Future } from '../model/claim.ts';
import type { Draft } from './draft.ts';
import type { Reading } from './reading.ts';

/**
 * Whether a claim has a future, how strongly it is bound, who is bound, and by when: what is planned always, what is possible
 * when it has a day. «договор может быть подписан в декабре» is a possibility due in December.
 */
export function futureOf(reading: Reading, draft: Draft): Future | null {
  if (draft.type === 'statement' || draft.type === 'position' || draft.type === 'figure') return null;
  if (draft.status !== 'planned' && !(draft.status === 'possible' && draft.time !== null)) return null;
  // the venue of another matter
  if (draft.force === null && draft.type === 'meeting') return null;
  const published = reading.context.published;
  if (draft.status === 'planned' && draft.force === null) return null;
  const past = draft.time?.to && published?.from && draft.time.to < published.from;
  if (past && draft.status === 'possible') return null;
  const by = draft.roles.filter((r) => ['actor', 'party', 'supplier'].includes(r.role)).map((r) => r.name);
  const due = draft.time === null ? null : { from: draft.time.from, to: draft.time.to };
  return { force: draft.force ?? (draft.status === 'possible' ? 'possibility' : 'plan'), by: [...new Set(by)], due };
}
