import type { Kysely } from 'kysely';

import type { Engine } from './engine.ts';
import { inTransaction, lockRecord } from './in-transaction.ts';
import { journalKey } from './journal.ts';
import type { Schema } from './schema.ts';

export interface Migration {
  readonly name: string;
  readonly run: (db: Kysely<Schema>, engine: Engine) => Promise<void>;
}

/**
 * In the order in which they are run, each once, each in a transaction of its own. New ones go at the end; those that
 * have been in a release are never edited.
 */
export const migrations: readonly Migration[] = [
  { name: 'first tables', run: createFirstTables },
  { name: 'private people, stamps of lines', run: addPrivacyAndStamps },
  { name: 'parts that are copies', run: addCopiedParts },
  { name: 'claims as people left them', run: addRuledClaims },
  { name: 'numbers of the journal', run: countJournal },
  { name: 'work to be taken', run: createJobTable },
  { name: 'accounts, tokens, what is followed', run: createAccountTables },
  { name: 'speakers and topics of statements', run: mergeAgain },
  { name: 'vectors beside the rows of search', run: async (db, engine) => engine.renewSearchIndex?.(db) },
];

const settingKey = 'migrations';

/**
 * Brings the database up to this program; a database of a later program is refused, since its meaning is not known here.
 * `known` are the migrations of an earlier one, to make a database as that one left it.
 */
export async function migrate(db: Kysely<Schema>, engine: Engine, known = migrations): Promise<void> {
  if ((await migrationsDone(db, engine)) === known.length) return;
  await inTransaction(db, engine, async (tx) => {
    await tx.schema
      .createTable('setting')
      .ifNotExists()
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('value', 'text', (c) => c.notNull())
      .execute();
    await lockRecord(tx);
    // Looked at again inside the transaction: another program may have been quicker.
    const done = await migrationsDone(tx, engine);
    if (done > known.length) {
      throw new Error(`this database was written by a later version of servanda (${done} migrations): update servanda`);
    }
    for (const migration of known.slice(done)) await migration.run(tx, engine);
    await tx
      .insertInto('setting')
      .values({ key: settingKey, value: String(known.length) })
      .onConflict((c) => c.column('key').doUpdateSet({ value: String(known.length) }))
      .execute();
  });
}

async function migrationsDone(db: Kysely<Schema>, engine: Engine): Promise<number> {
  if (!(await engine.hasTable(db, 'setting'))) return 0;
  const row = await db.selectFrom('setting').select('value').where('key', '=', settingKey).executeTakeFirst();
  return Number(row?.value ?? 0);
}

async function createFirstTables(db: Kysely<Schema>, engine: Engine): Promise<void> {
  await createDocumentTables(db, engine);
  await createLineTables(db);
  await createLogTables(db, engine);
  await engine.createSearchIndex(db);
}

/** Lines of before have no stamp: the record is merged anew at the next opening, which gives every line its own. */
async function addPrivacyAndStamps(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .alterTable('record_line')
    .addColumn('private', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable('record_line')
    .addColumn('stamp', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await db.deleteFrom('setting').where('key', '=', 'merged').execute();
}

/** Found when the record is merged, thus at the next opening. */
async function addCopiedParts(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable('document').addColumn('copied_json', 'text').execute();
  await db.deleteFrom('setting').where('key', '=', 'merged').execute();
}

/** Rulings were kept and not followed in lists: the merge at the next opening does so. */
async function addRuledClaims(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable('claim').addColumn('ruled_json', 'text').execute();
  await db.deleteFrom('setting').where('key', '=', 'merged').execute();
}

async function countJournal(db: Kysely<Schema>): Promise<void> {
  const last = await db
    .selectFrom('journal')
    .select((e) => e.fn.max('n').as('n'))
    .executeTakeFirst();
  await db
    .insertInto('setting')
    .values({ key: journalKey, value: String(last?.n ?? 0) })
    .execute();
}

async function createJobTable(db: Kysely<Schema>, engine: Engine): Promise<void> {
  await db.schema
    .createTable('job')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('run', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('format', 'text')
    .addColumn('content_type', 'text')
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('bytes', engine.bytes, (c) => c.notNull())
    .addColumn('headers_json', 'text', (c) => c.notNull())
    .addColumn('hints_json', 'text', (c) => c.notNull())
    .addColumn('worker', 'text')
    .addColumn('leased_until', 'bigint', (c) => c.notNull())
    .addColumn('tries', 'integer', (c) => c.notNull())
    .addColumn('reason', 'text')
    .execute();
  await db.schema.createIndex('job_waiting').on('job').columns(['state', 'leased_until']).execute();
  await db.schema.createIndex('job_run').on('job').columns(['run', 'state']).execute();
}

async function createAccountTables(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable('account')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('password', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('session')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('account', 'text', (c) => c.notNull().references('account.name').onDelete('cascade'))
    .addColumn('until', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('access_token')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('hash', 'text', (c) => c.notNull().unique())
    .addColumn('account', 'text', (c) => c.notNull().references('account.name').onDelete('cascade'))
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('audit')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('who', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('subject', 'text')
    .execute();
  await db.schema.createIndex('audit_at').on('audit').columns(['at', 'id']).execute();
  await db.schema
    .createTable('followed')
    .addColumn('url', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute();
}

async function createDocumentTables(db: Kysely<Schema>, engine: Engine): Promise<void> {
  await db.schema
    .createTable('document')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('outlet', 'text')
    .addColumn('title', 'text')
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('published_from', 'text')
    .addColumn('published_to', 'text')
    .addColumn('published_json', 'text')
    .addColumn('published_time', 'text')
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('removed_json', 'text', (c) => c.notNull())
    .addColumn('sentences_json', 'text', (c) => c.notNull())
    .addColumn('engine', 'text', (c) => c.notNull())
    .addColumn('search_key', 'bigint', (c) => c.notNull().unique())
    .addColumn('origin', 'text', (c) => c.notNull())
    .addColumn('replaces', 'text')
    .execute();
  await db.schema.createIndex('document_source').on('document').column('source').execute();
  await db.schema.createIndex('document_origin').on('document').column('origin').execute();
  await db.schema
    .createTable('capture')
    .addColumn('document', 'text', (c) => c.notNull().references('document.id').onDelete('cascade'))
    .addColumn('n', 'integer', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('format', 'text')
    .addColumn('content_type', 'text')
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('encoding', 'text', (c) => c.notNull())
    .addColumn('bytes', engine.bytes, (c) => c.notNull())
    .addColumn('headers_json', 'text', (c) => c.notNull())
    .addColumn('hints_json', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('capture_key', ['document', 'n'])
    .execute();
  await db.schema.createIndex('capture_sha256').on('capture').column('sha256').execute();
  await db.schema
    .createTable('claim')
    .addColumn('document', 'text', (c) => c.notNull().references('document.id').onDelete('cascade'))
    .addColumn('n', 'integer', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('time_from', 'text')
    .addColumn('time_to', 'text')
    .addColumn('claim_json', 'text', (c) => c.notNull())
    .addColumn('entities_json', 'text')
    .addPrimaryKeyConstraint('claim_key', ['document', 'n'])
    .execute();
  await db.schema.createIndex('claim_id').on('claim').column('id').execute();
  await db.schema.createIndex('claim_type').on('claim').columns(['type', 'time_from', 'id']).execute();
}

async function createLineTables(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable('record_line')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('status', 'text')
    .addColumn('name', 'text')
    .addColumn('time_from', 'text')
    .addColumn('time_to', 'text')
    .addColumn('day', 'text')
    .addColumn('conflicts', 'integer', (c) => c.notNull())
    .addColumn('line_json', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('record_line_key', ['kind', 'id'])
    .execute();
  // Pages go by time and count by type: both are answered from the index alone.
  await db.schema
    .createIndex('record_line_day')
    .on('record_line')
    .columns(['kind', 'day', 'id', 'type', 'status', 'time_from', 'time_to'])
    .execute();
  await db.schema.createIndex('record_line_name').on('record_line').columns(['kind', 'type', 'name', 'id']).execute();
  await db.schema.createIndex('record_line_conflicts').on('record_line').columns(['kind', 'conflicts']).execute();
  await db.schema.createIndex('record_line_id').on('record_line').column('id').execute();
  await db.schema
    .createTable('line_claim')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('line', 'text', (c) => c.notNull())
    .addColumn('claim', 'text', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('line_claim_key', ['kind', 'line', 'claim'])
    .execute();
  await db.schema.createIndex('line_claim_type').on('line_claim').columns(['kind', 'type', 'line']).execute();
  await db.schema.createIndex('line_claim_claim').on('line_claim').columns(['claim', 'kind']).execute();
  await db.schema.createIndex('line_claim_document').on('line_claim').columns(['document', 'kind']).execute();
  await db.schema
    .createTable('line_entity')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('line', 'text', (c) => c.notNull())
    .addColumn('entity', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('line_entity_key', ['kind', 'line', 'entity'])
    .execute();
  await db.schema.createIndex('line_entity_entity').on('line_entity').columns(['entity', 'kind']).execute();
  await db.schema
    .createTable('entity_name')
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('entity', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('entity_name_key', ['name', 'entity'])
    .execute();
  await db.schema.createIndex('entity_name_entity').on('entity_name').column('entity').execute();
  await db.schema
    .createTable('redirect')
    .addColumn('gone', 'text', (c) => c.primaryKey())
    .addColumn('line', 'text', (c) => c.notNull())
    .execute();
}

/** Lines of a kind that earlier programs did not derive come with the next merge, which then has all to do. */
async function mergeAgain(db: Kysely<Schema>): Promise<void> {
  await db.deleteFrom('setting').where('key', '=', 'merged').execute();
}

async function createLogTables(db: Kysely<Schema>, engine: Engine): Promise<void> {
  // The program draws the numbers itself; `autoincrement` is what the first dossiers were made with.
  await db.schema
    .createTable('ruling')
    .addColumn('n', 'integer', (c) => (engine.name === 'sqlite' ? c.primaryKey().autoIncrement() : c.primaryKey()))
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('ruling_json', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('journal')
    .addColumn('n', 'integer', (c) => (engine.name === 'sqlite' ? c.primaryKey().autoIncrement() : c.primaryKey()))
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('subject', 'text')
    .execute();
  await db.schema.createIndex('journal_subject').on('journal').column('subject').execute();
}
