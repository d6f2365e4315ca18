import type { Claim } from '../model/claim.ts';
import type { Agreement, Commitment, Record } from '../model/record.ts';
import type { Day } from '../model/time.ts';
import { resolveOutcomes } from '../record/outcome.ts';
import type { Store } from '../store/store.ts';
import { withCorrections } from './document-notes.ts';
import { endOfDays } from './merge-dossier.ts';
import { engineVersion } from './engine-version.ts';

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

/** The whole record as of a day, each list in the order of its ids. */
export async function recordAsOf(store: Store, asOf: Day): Promise<Record> {
  const parsed = async <T>(kind: 'entity' | 'event' | 'agreement' | 'commitment'): Promise<readonly T[]> => {
    const { rows } = await store.findLines(kind, {});
    return rows.map((json): T & { id: string } => JSON.parse(json)).toSorted((a, b) => compare(a.id, b.id));
  };
  const documents = await Array.fromAsync(store.streamDocuments(), withCorrections);
  const claims: Claim[] = await Array.fromAsync(store.streamClaims());
  const record: Record = {
    header: { kind: 'record', format: 1, asOf: endOfDays, engine: engineVersion },
    documents,
    entities: await parsed('entity'),
    claims: claims.toSorted((a, b) => compare(a.id, b.id)),
    events: await parsed('event'),
    agreements: await parsed('agreement'),
    commitments: await parsed('commitment'),
  };
  return resolveOutcomes(record, asOf);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
