import type { Claim } from '../model/claim.ts';
import type { Agreement, Commitment, Event, Record } from '../model/record.ts';
import type { Day } from '../model/time.ts';
import { resolveOutcomes } from '../record/outcome.ts';
import type { Store } from '../store/store.ts';
import { endOfDays } from './merge-dossier.ts';
import { engineVersion } from './engine-version.ts';

/**
 * Outcomes of these commitments and the standing of these agreements as of a day. What decides them is joined when the
 * record is merged, so only the lines that they name are looked up.
 */
export async function linesAsOf(
  store: Store,
  lines: { readonly commitments?: readonly Commitment[]; readonly agreements?: readonly Agreement[] },
  asOf: Day,
): Promise<{ readonly commitments: readonly Commitment[]; readonly agreements: readonly Agreement[] }> {
  const { commitments = [], agreements = [] } = lines;
  const claims = await store.selectClaims([
    ...commitments.flatMap((c) => [c.claim, ...c.claims, ...c.outcome.claims]),
    ...agreements.flatMap((a) => a.stages.flatMap((s) => s.claims)),
  ]);
  const documents = await store.selectDocuments(claims.map((c) => c.document));
  const ids = claims.map((c) => c.id);
  const events = (await store.selectLinesOn('event', ids)).map((json): Event => JSON.parse(json));
  const part: Record = {
    header: { kind: 'record', format: 1, asOf: endOfDays, engine: engineVersion },
    documents,
    entities: [],
    claims,
    events,
    agreements,
    commitments,
  };
  const dated = resolveOutcomes(part, asOf);
  return {
    commitments: inOrderOf(commitments, dated.commitments),
    agreements: inOrderOf(agreements, dated.agreements),
  };
}

/** The whole record as of a day, each list in the order of its ids. */
export async function recordAsOf(store: Store, asOf: Day): Promise<Record> {
  const parsed = async <T>(kind: 'entity' | 'event' | 'agreement' | 'commitment'): Promise<readonly T[]> => {
    const { rows } = await store.findLines(kind, {});
    return rows.map((json): T & { id: string } => JSON.parse(json)).toSorted((a, b) => compare(a.id, b.id));
  };
  const documents = await Array.fromAsync(store.streamDocuments());
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

function inOrderOf<T extends { readonly id: string }>(asked: readonly T[], answered: readonly T[]): readonly T[] {
  const byId = new Map(answered.map((line) => [line.id, line]));
  return asked.map((line) => byId.get(line.id) ?? line);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
