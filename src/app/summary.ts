import type { Summary } from '../model/answer.ts';
import type { Commitment, OutcomeStatus } from '../model/record.ts';
import type { Day } from '../model/time.ts';
import type { Store } from '../store/store.ts';
import { linesAsOf } from './outcomes.ts';

/** What the dossier holds, with its commitments counted by outcome. */
export async function summarise(store: Store, asOf: Day): Promise<Summary> {
  const counts = await store.counts();
  const progress = await store.progress();
  const stored = (await store.findLines('commitment', {})).rows.map((json): Commitment => JSON.parse(json));
  const { commitments } = linesAsOf({ commitments: stored }, asOf);
  const count = (status: OutcomeStatus): number => commitments.filter((c) => c.outcome.status === status).length;
  return {
    documents: counts.documents,
    claims: counts.claims,
    entities: counts.lines.entity,
    events: counts.lines.event,
    agreements: counts.lines.agreement,
    commitments: counts.lines.commitment,
    from: counts.from,
    to: counts.to,
    outcomes: {
      open: count('open'),
      kept: count('kept'),
      'kept-late': count('kept-late'),
      broken: count('broken'),
      cancelled: count('cancelled'),
      unreported: count('unreported'),
    },
    pending: progress.pending,
    version: `${progress.read}-${progress.merged}`,
  };
}
