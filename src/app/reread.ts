import { existsSync } from 'node:fs';

import type { Record } from '../model/record.ts';
import { adoptDossier } from '../store/adopt-dossier.ts';
import { removeDatabase } from '../store/copy-dossier.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { endOfDays, mergeStore } from './merge-dossier.ts';
import { recordAsOf } from './outcomes.ts';
import { readCaptured } from './read-captured.ts';
import type { Failure } from './read-sources.ts';
import type { Reader } from './reader.ts';

/** What is read anew, beside which dossier, and who is told. */
export interface RereadOptions {
  readonly database: string;
  /** The file of the dossier that is made beside it: nothing of the first is touched before it is adopted. */
  readonly beside: string;
  readonly readers: readonly Reader[];
  /** When it is aborted, reading ends after the documents in hand; the next run goes on from there. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
}

/** How the lines of one kind differ between two records. */
export interface Difference {
  readonly kind: 'document' | 'claim' | 'entity' | 'event' | 'agreement' | 'commitment';
  readonly same: number;
  /** Ids. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

export interface RereadReport {
  readonly captures: number;
  readonly failures: readonly Failure[];
  readonly interrupted: boolean;
  /** Empty where it was interrupted. */
  readonly differences: readonly Difference[];
}

/**
 * Reads every stored capture anew with this version of the program, into a dossier beside the first, follows the same
 * rulings and tells how the records differ. The first one goes on serving meanwhile and stays as it is.
 */
export async function reread(options: RereadOptions): Promise<RereadReport> {
  const store = await openStore(options.database);
  const beside = await openStore(options.beside);
  try {
    const read = await readCaptures(store, beside, options);
    if (read.interrupted) return { ...read, differences: [] };
    for (const ruling of await store.selectRulings()) await beside.insertRuling(ruling);
    await mergeStore(store);
    await mergeStore(beside);
    // Outcomes are of a day; which one is asked is the same for both.
    const records = [await recordAsOf(store, endOfDays), await recordAsOf(beside, endOfDays)] as const;
    return { ...read, differences: differencesOf(...records) };
  } finally {
    await beside.close();
    await store.close();
  }
}

/** Puts what `reread` read in place of what is there, merges the record and removes the dossier beside. Gives how many documents. */
export async function adoptReread(database: string, beside: string): Promise<number> {
  if (!existsSync(beside)) throw new Error(`nothing was read anew at ${beside}: run servanda reread first`);
  const documents = await adoptDossier(beside, database);
  const store = await openStore(database);
  try {
    await mergeStore(store);
  } finally {
    await store.close();
  }
  removeDatabase(beside);
  return documents;
}

async function readCaptures(store: Store, beside: Store, { readers, signal, onProgress }: RereadOptions) {
  const failures: Failure[] = [];
  let captures = 0;
  const waiting = store.streamCaptures()[Symbol.asyncIterator]();
  const work = async (reader: Reader): Promise<void> => {
    for (;;) {
      if (signal?.aborted) return;
      const next = await waiting.next();
      if (next.done) return;
      const taken = await readCaptured(beside, reader, next.value);
      if (taken.kind === 'failed') failures.push({ source: taken.source, reason: taken.reason });
      captures++;
      onProgress?.(captures);
    }
  };
  await Promise.all(readers.map(work));
  await waiting.return?.();
  return { captures, failures, interrupted: signal?.aborted ?? false };
}

function differencesOf(before: Record, after: Record): readonly Difference[] {
  return [
    differenceOf('document', before.documents, after.documents),
    differenceOf('claim', before.claims, after.claims),
    differenceOf('entity', before.entities, after.entities),
    differenceOf('event', before.events, after.events),
    differenceOf('agreement', before.agreements, after.agreements),
    differenceOf('commitment', before.commitments, after.commitments),
  ];
}

function differenceOf(
  kind: Difference['kind'],
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[],
): Difference {
  const was = new Map(before.map((line) => [line.id, JSON.stringify(line)]));
  const is = new Map(after.map((line) => [line.id, JSON.stringify(line)]));
  const both = [...is.keys()].filter((id) => was.has(id));
  const changed = both.filter((id) => was.get(id) !== is.get(id));
  return {
    kind,
    same: both.length - changed.length,
    added: [...is.keys()].filter((id) => !was.has(id)),
    removed: [...was.keys()].filter((id) => !is.has(id)),
    changed,
  };
}
