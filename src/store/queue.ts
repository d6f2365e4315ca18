import { createHash } from 'node:crypto';

import { type Kysely, sql, type Transaction } from 'kysely';

import { batches } from './batches.ts';
import type { Engine } from './engine.ts';
import { inTransaction } from './in-transaction.ts';
import { writeReadings } from './readings.ts';
import type { Schema } from './schema.ts';
import type { Reading, StoredCapture } from './store.ts';
import { captureColumns, captureOf } from './stored-capture.ts';

/** A capture that a worker has taken. */
export interface Job {
  readonly id: string;
  readonly capture: StoredCapture;
  /** Whether it was taken before and came back. */
  readonly isTried: boolean;
}

/** What came of a job: read, refused for what it is, or broken off by a fault and to be tried again. */
export type JobResult =
  | { readonly id: string; readonly kind: 'read'; readonly reading: Reading }
  | { readonly id: string; readonly kind: 'refused' | 'broken'; readonly reason: string };

export interface QueueCounts {
  /** Nobody has them. */
  readonly waiting: number;
  readonly taken: number;
  readonly read: number;
  /** In the dossier already when they were read. */
  readonly known: number;
  readonly refused: number;
  readonly setAside: number;
}

/** A document that was not read, and why. */
export interface FailedJob {
  readonly kind: 'refused' | 'set-aside';
  readonly source: string;
  readonly reason: string;
}

/**
 * Work to be taken by any number of programs on any number of machines. A job is held for a time and comes back when its
 * worker is silent, so it may be done twice; what is written of it is there once all the same.
 */
export interface Queue {
  /** Adds captures for a run; one that waits already is this run's then, and one that failed is tried anew. */
  add(run: string, captures: readonly StoredCapture[]): Promise<void>;
  /**
   * Takes up to `limit` jobs for `lease` milliseconds; a job that was taken before is taken alone, so that a worker that
   * ends over it speaks against no other. What was taken three times in vain is set aside.
   */
  take(worker: string, limit: number, lease: number): Promise<readonly Job[]>;
  /** Holds what this worker has taken for as long again. */
  renew(worker: string, lease: number): Promise<void>;
  /** Writes the readings and ends their jobs, in one transaction. */
  finish(worker: string, results: readonly JobResult[]): Promise<void>;
  /** Gives back what a worker had that is no more. */
  release(worker: string): Promise<void>;
  /** Of one run, or of all. */
  counts(run?: string): Promise<QueueCounts>;
  failures(run: string): Promise<readonly FailedJob[]>;
  /** All that were set aside, whatever the run. */
  setAside(): Promise<readonly FailedJob[]>;
  /** Forgets what is done of a run; what was set aside stays. */
  close(run: string): Promise<void>;
}

/** A document whose reading was broken off so often is set aside. */
export const mostTries = 3;

export function createQueue(db: Kysely<Schema>, engine: Engine): Queue {
  return {
    add: (run, captures) => addJobs(db, engine, run, captures),
    take: (worker, limit, lease) => inTransaction(db, engine, (tx) => takeJobs(tx, engine, { worker, limit, lease })),
    renew: async (worker, lease) => {
      await inTransaction(db, engine, async (tx) => {
        await held(tx, worker)
          .set({ leased_until: sql`${engine.now} + ${sql.lit(lease)}` })
          .execute();
      });
    },
    finish: (worker, results) => inTransaction(db, engine, (tx) => finishJobs(tx, engine, worker, results)),
    release: async (worker) => {
      await inTransaction(db, engine, async (tx) => {
        await held(tx, worker).set({ worker: null, leased_until: 0 }).execute();
      });
    },
    counts: (run) => countJobs(db, engine, run),
    failures: (run) => failedJobs(db, run),
    setAside: () => failedJobs(db, null),
    close: async (run) => {
      await inTransaction(db, engine, async (tx) => {
        await tx.deleteFrom('job').where('run', '=', run).where('state', 'in', ['read', 'known', 'refused']).execute();
      });
    },
  };
}

/** See `Store.insertReadings`. */
export async function insertReadings(
  db: Kysely<Schema>,
  engine: Engine,
  readings: readonly Reading[],
): Promise<readonly string[]> {
  const ids = readings.map(({ capture }) => jobId(capture));
  return inTransaction(db, engine, async (tx) => {
    const fresh = await writeReadings(tx, engine, readings);
    for (const batch of batches(ids)) {
      await tx
        .updateTable('job')
        .set({ ...ended, state: 'known' })
        .where('id', 'in', batch)
        .where('state', '=', 'waiting')
        .where('leased_until', '<=', engine.now)
        .execute();
    }
    return fresh;
  });
}

async function addJobs(
  db: Kysely<Schema>,
  engine: Engine,
  run: string,
  captures: readonly StoredCapture[],
): Promise<void> {
  const rows = new Map(captures.map((capture) => [jobId(capture), jobRow(run, capture)]));
  await inTransaction(db, engine, async (tx) => {
    for (const batch of batches([...rows.values()], 50)) {
      await tx
        .insertInto('job')
        .values(batch)
        .onConflict((c) =>
          c.column('id').doUpdateSet({
            run,
            state: 'waiting',
            bytes: (e) => e.ref('excluded.bytes'),
            // One that is being read goes on being read.
            tries: sql`case when job.state = 'waiting' then job.tries else 0 end`,
            leased_until: sql`case when job.state = 'waiting' then job.leased_until else 0 end`,
            reason: null,
          }),
        )
        .execute();
    }
  });
}

function jobId(capture: StoredCapture): string {
  return createHash('sha256').update(`${capture.source}\n${capture.sha256}`).digest('hex').slice(0, 32);
}

function jobRow(run: string, capture: StoredCapture) {
  return {
    id: jobId(capture),
    run,
    state: 'waiting',
    ...captureColumns(capture),
    worker: null,
    leased_until: 0,
    tries: 0,
    reason: null,
  };
}

interface Taking {
  readonly worker: string;
  readonly limit: number;
  readonly lease: number;
}

async function takeJobs(tx: Transaction<Schema>, engine: Engine, taking: Taking): Promise<readonly Job[]> {
  const fresh = await takeSome(tx, engine, taking, 'fresh');
  if (fresh.length > 0) return fresh;
  const gaveUp = 'its reading ended its worker each time it was tried';
  await tx
    .updateTable('job')
    .set({ state: 'set-aside', worker: null, reason: sql`coalesce(reason, ${gaveUp})` })
    .where('state', '=', 'waiting')
    .where('tries', '>=', mostTries)
    .where('leased_until', '<=', engine.now)
    .execute();
  return takeSome(tx, engine, { ...taking, limit: 1 }, 'tried');
}

async function takeSome(
  tx: Transaction<Schema>,
  engine: Engine,
  { worker, limit, lease }: Taking,
  which: 'fresh' | 'tried',
): Promise<readonly Job[]> {
  const tried =
    which === 'fresh' ? sql<boolean>`tries = 0` : sql<boolean>`tries between 1 and ${sql.lit(mostTries - 1)}`;
  const rows = await tx
    // Materialized: a subquery with a limit may be run once for every row that is compared with it.
    .with(
      (cte) => cte('free').materialized(),
      (e) =>
        e
          .selectFrom('job')
          .select('id')
          .where('state', '=', 'waiting')
          .where('leased_until', '<=', engine.now)
          .where(tried)
          .orderBy('leased_until')
          .orderBy('id')
          .limit(limit)
          .modifyEnd(engine.skipLocked),
    )
    .updateTable('job')
    .set({ worker, leased_until: sql`${engine.now} + ${sql.lit(lease)}`, tries: sql`tries + 1` })
    .where('id', 'in', (e) => e.selectFrom('free').select('id'))
    // Asked again of the row itself: where rows are not passed over, another may have taken it while this one waited.
    .where('leased_until', '<=', engine.now)
    .returningAll()
    .execute();
  return rows.map((row) => ({ id: row.id, capture: captureOf(row), isTried: which === 'tried' }));
}

function held(tx: Transaction<Schema>, worker: string) {
  return tx.updateTable('job').where('worker', '=', worker).where('state', '=', 'waiting');
}

/** What a job that is done keeps: nobody has it, and its bytes stand where they belong. */
const ended = { worker: null, leased_until: 0, bytes: new Uint8Array() };

async function finishJobs(
  tx: Transaction<Schema>,
  engine: Engine,
  worker: string,
  results: readonly JobResult[],
): Promise<void> {
  const read = results.filter((result) => result.kind === 'read');
  const fresh = new Set(
    await writeReadings(
      tx,
      engine,
      read.map(({ reading }) => reading),
    ),
  );
  for (const result of results) {
    const job = tx.updateTable('job').where('id', '=', result.id);
    switch (result.kind) {
      case 'read': {
        // Whoever has it by now may read it once more: what is written stays once.
        const state = fresh.delete(result.reading.document.id) ? 'read' : 'known';
        await job
          .set({ ...ended, state })
          .where('state', '=', 'waiting')
          .execute();
        break;
      }
      case 'refused':
        await job
          .set({ ...ended, state: 'refused', reason: result.reason })
          .where('worker', '=', worker)
          .execute();
        break;
      case 'broken':
        await job
          .set({
            worker: null,
            leased_until: 0,
            reason: result.reason,
            state: sql`case when tries >= ${sql.lit(mostTries)} then 'set-aside' else state end`,
          })
          .where('worker', '=', worker)
          .execute();
        break;
    }
  }
}

/** Asked several times a second of a table that may be long: both questions are answered by an index alone. */
async function countJobs(db: Kysely<Schema>, engine: Engine, run: string | undefined): Promise<QueueCounts> {
  let byState = db.selectFrom('job').select((e) => ['state', e.fn.countAll<number>().as('count')]);
  let inHand = db
    .selectFrom('job')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('state', '=', 'waiting')
    .where('leased_until', '>', engine.now);
  if (run !== undefined) {
    byState = byState.where('run', '=', run);
    inHand = inHand.where('run', '=', run);
  }
  const taken = Number((await inHand.executeTakeFirstOrThrow()).count);
  const rows = await byState.groupBy('state').execute();
  const of = (state: string): number => Number(rows.find((row) => row.state === state)?.count ?? 0);
  return {
    // One that was taken in between is neither.
    waiting: Math.max(0, of('waiting') - taken),
    taken,
    read: of('read'),
    known: of('known'),
    refused: of('refused'),
    setAside: of('set-aside'),
  };
}

async function failedJobs(db: Kysely<Schema>, run: string | null): Promise<readonly FailedJob[]> {
  let query = db.selectFrom('job').select(['state', 'source', 'reason']);
  query = run === null ? query.where('state', '=', 'set-aside') : query.where('run', '=', run);
  const rows = await query.where('state', 'in', ['refused', 'set-aside']).orderBy('source').orderBy('id').execute();
  return rows.map(({ state, source, reason }) => {
    return { kind: state === 'refused' ? 'refused' : 'set-aside', source, reason: reason ?? '' };
  });
}
