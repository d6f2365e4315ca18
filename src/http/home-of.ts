import type { Dossier } from '../app/dossier.ts';
import type { Selection } from '../model/answer.ts';
import { addDays } from '../model/time.ts';
import type { Home } from '../web/pages/home.ts';
import { allCited } from './all-cited.ts';

/** Days that the front page looks ahead for what falls due. */
const ahead = 120;

/** Asks a dossier for all that stands on its front page. */
export async function homeOf(dossier: Dossier, base: Pick<Selection, 'asOf' | 'about'>): Promise<Home> {
  const { asOf } = base;
  const [summary, documents, due, overdue, conflicts, agreements, activity, recent] = await Promise.all([
    dossier.summary(asOf),
    dossier.documents({ ...base, limit: 6 }),
    dossier.commitments({ ...base, outcome: 'open', from: asOf, to: addDays(asOf, ahead), limit: 5 }),
    dossier.commitments({ ...base, outcome: 'unreported', order: 'newest', limit: 4 }),
    dossier.conflicts({ ...base, limit: 2 }),
    dossier.agreements({ ...base, limit: 20, bare: true }),
    dossier.activity(base),
    dossier.timeline({ ...base, order: 'newest', to: asOf, status: 'happened', limit: 5 }),
  ]);
  const all = [documents, due, overdue, conflicts, agreements, recent];
  return {
    summary,
    documents,
    due,
    overdue,
    conflicts,
    agreements,
    activity,
    recent,
    cited: allCited(all),
  };
}
