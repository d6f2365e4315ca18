import type { Claim } from '../model/claim.ts';
import type { Agreement, Commitment, OutcomeStatus, Record } from '../model/record.ts';
import type { Day } from '../model/time.ts';
import { byId } from '../record/merge-record.ts';
import { resolveOutcomes } from '../record/outcome.ts';
import type { Store } from '../store/store.ts';
import { withCorrections } from './document-notes.ts';
import { endOfDays } from './merge-dossier.ts';
import { engineVersion } from './engine-version.ts';
import { keptAnswers, versionOf } from './kept-answers.ts';

/** Outcomes of these commitments and the standing of these agreements as of a day; the merge joined what decides them. */
export function linesAsOf(
  lines: { readonly commitments?: readonly Commitment[]; readonly agreements?: readonly Agreement[] },
  asOf: Day,
): { readonly commitments: readonly Commitment[]; readonly agreements: readonly Agreement[] } {
  const header = { kind: 'record', format: 1, asOf: endOfDays, engine: engineVersion } as const;
  const nothing = { documents: [], entities: [], claims: [], events: [], agreements: [], commitments: [] };
  const { commitments, agreements } = resolveOutcomes({ header, ...nothing, ...lines }, asOf);
  return { commitments, agreements };
}

/** Outcomes of all commitments as of a day, by their ids. */
export type OutcomesAsOf = (asOf: Day) => Promise<ReadonlyMap<string, OutcomeStatus>>;

/** Works out the outcomes of a day once, and again when the record has changed. */
export function createOutcomesAsOf(store: Store): OutcomesAsOf {
  return keptAnswers(
    () => versionOf(store),
    (asOf: Day) => allOutcomes(store, asOf),
  );
}

async function allOutcomes(store: Store, asOf: Day): Promise<ReadonlyMap<string, OutcomeStatus>> {
  const stored = (await store.findLines('commitment', {})).rows.map((json): Commitment => JSON.parse(json));
  const { commitments } = linesAsOf({ commitments: stored }, asOf);
  return new Map(commitments.map((c) => [c.id, c.outcome.status]));
}

/** The whole record as of a day, each list in the order of its ids. */
export async function recordAsOf(store: Store, asOf: Day): Promise<Record> {
  const parsed = async <T>(kind: 'entity' | 'event' | 'agreement' | 'commitment'): Promise<readonly T[]> => {
    const { rows } = await store.findLines(kind, {});
    return byId(rows.map((json): T & { id: string } => JSON.parse(json)));
  };
  const documents = await Array.fromAsync(store.streamDocuments(), withCorrections);
  const claims: Claim[] = await Array.fromAsync(store.streamClaims('ruled'));
  const record: Record = {
    header: { kind: 'record', format: 1, asOf: endOfDays, engine: engineVersion },
    documents,
    entities: await parsed('entity'),
    claims: byId(claims),
    events: await parsed('event'),
    agreements: await parsed('agreement'),
    commitments: await parsed('commitment'),
  };
  return resolveOutcomes(record, asOf);
}
