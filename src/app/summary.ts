import type { Summary } from '../model/answer.ts';
import type { OutcomeStatus } from '../model/record.ts';
import type { Day } from '../model/time.ts';
import type { Store } from '../store/store.ts';
import type { OutcomesAsOf } from './outcomes.ts';

/** What the dossier holds, with its commitments counted by outcome. */
export async function summarise(
  store: Store,
  countAll: Store['counts'],
  outcomesAsOf: OutcomesAsOf,
  asOf: Day,
): Promise<Summary> {
  const counts = await countAll();
  const progress = await store.progress();
  const { waiting, taken, setAside } = await store.queue.counts();
  const outcomes = [...(await outcomesAsOf(asOf)).values()];
  const count = (status: OutcomeStatus): number => outcomes.filter((one) => one === status).length;
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
    queue: { waiting, taken, setAside },
    version: `${progress.read}-${progress.merged}`,
  };
}
