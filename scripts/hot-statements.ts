import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { dossierOf } from '../src/app/dossier.ts';
import { mergeStore } from '../src/app/merge-dossier.ts';
import { createStore } from '../src/store/kysely-store.ts';
import { openDatabase } from '../src/store/open-database.ts';
import { exampleFiles, readFiles } from '../test/examples.ts';
import { startPostgres } from '../test/postgres-server.ts';

/**
 * The statements that run all the time, as PostgreSQL gets them, with those that would ask every shard if the tables
 * were distributed. `node scripts/hot-statements.ts` writes `docs/statements.md`; it needs a PostgreSQL on this machine.
 */
const target = fileURLToPath(new URL('../docs/statements.md', import.meta.url));

/**
 * The column by which a table would be distributed; tables of one group have their rows of one key together. What is not here
 * stays in one place: settings, journal and rulings are small, and the queue is taken from with `for update skip locked`, which
 * Citus knows within one shard alone (https://docs.citusdata.com/en/v11.3/develop/reference_workarounds.html).
 */
const distribution: Readonly<
  Record<string, { readonly column: string; readonly group: 'document' | 'line' | 'alone' }>
> = {
  document: { column: 'id', group: 'document' },
  capture: { column: 'document', group: 'document' },
  claim: { column: 'document', group: 'document' },
  record_line: { column: 'id', group: 'line' },
  line_claim: { column: 'line', group: 'line' },
  line_entity: { column: 'line', group: 'line' },
  entity_name: { column: 'entity', group: 'line' },
  search: { column: 'key', group: 'alone' },
  search_part: { column: 'key', group: 'alone' },
};

/** From the narrowest on. */
const reaches = ['one place', 'the shards of the keys asked for', 'every shard'] as const;
type Reach = (typeof reaches)[number];

/** Which shards a statement asks, told from its words: those that the widest of its questions asks. */
export function reachOf(statement: string): Reach {
  const asked = new Set(questionsIn(statement).map(reachOfQuestion));
  return reaches.findLast((reach) => asked.has(reach)) ?? 'one place';
}

/** A statement without the questions within it, and these: `select … where id in (select …)` are two. */
function questionsIn(statement: string): readonly string[] {
  const start = [...statement.matchAll(/\(\s*select /gu)].at(-1)?.index;
  if (start === undefined) return [statement];
  let depth = 0;
  let stop = start;
  do {
    if (statement[stop] === '(') depth++;
    if (statement[stop] === ')') depth--;
    stop++;
  } while (depth > 0 && stop < statement.length);
  return [...questionsIn(`${statement.slice(0, start)}()${statement.slice(stop)}`), statement.slice(start, stop)];
}

function reachOfQuestion(question: string): Reach {
  const tables = [...question.matchAll(/(?:from|join|update|into) "?([a-z_]+)"?/gu)].map(([, name = '']) => name);
  const asked = [...new Set(tables)].flatMap((name) => distribution[name] ?? []);
  if (asked.length === 0) return 'one place';
  if (new Set(asked.map(({ group }) => group)).size > 1) return 'every shard';
  if (question.startsWith('insert')) return 'the shards of the keys asked for';
  const isAsked = (how: string): boolean =>
    asked.some(({ column }) => new RegExp(`[."\\s]${column}"? ${how}\\$\\d`, 'u').test(question));
  if (isAsked('= ')) return 'one place';
  return isAsked('in \\(') ? 'the shards of the keys asked for' : 'every shard';
}

if (import.meta.main) await main();

async function main(): Promise<void> {
  const server = await startPostgres();
  try {
    writeFileSync(target, render(await collect(await server.newDatabase())));
  } finally {
    await server.stop();
  }
}

/** Statements by what asks for them, in the order in which they were first met. */
async function collect(database: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  await readFiles(database, exampleFiles);
  let heard = new Set<string>();
  const { db, engine } = await openDatabase(database, (sql) => heard.add(shortened(sql)));
  const store = createStore(db, engine);
  const dossier = dossierOf(store);
  const asOf = '2025-06-01';
  const statements = new Map<string, ReadonlySet<string>>();
  const listen = async (what: string, act: () => Promise<unknown>): Promise<void> => {
    heard = new Set();
    await act();
    statements.set(what, heard);
  };
  try {
    const [document] = (await dossier.documents({ asOf })).lines;
    const entity = (await dossier.agreements({ asOf })).lines[0]?.parties[0];
    const capture = await store.selectCapture(document?.id ?? '');
    const [whole] = await store.selectDocuments([document?.id ?? '']);
    if (!document || !whole || !capture) throw new Error('the examples have a document with its capture');
    if (entity === undefined) throw new Error('the examples have an agreement with a party');
    const claims = await store.selectClaimsOf(document.id);
    const terms = { stems: 'договор', lemmas: 'договор' };
    const reading = { document: whole, claims, sentences: [], terms, engine: 'test' };
    await store.deleteDocuments([document.id], capture.at);
    await listen('a worker takes what it is to read', async () => {
      await store.queue.add('run', [capture]);
      await store.queue.take('worker', 4, 1000);
      await store.queue.renew('worker', 1000);
      await store.queue.counts();
    });
    await listen('a document is written', async () => {
      const read = { id: 'job', kind: 'read', reading: { ...reading, capture } } as const;
      await store.queue.finish('worker', [read]);
    });
    await listen('the record is merged', () => mergeStore(store));
    await listen('a search', () => dossier.search('договор "о безопасности"', { asOf }));
    await listen('the timeline', () => dossier.timeline({ asOf }));
    await listen('what concerns an entity', () => dossier.timeline({ asOf, about: entity }));
    await listen('commitments', () => dossier.commitments({ asOf }));
    await listen('statements about an entity', () => dossier.statements({ asOf, topic: entity }));
    await listen('the page of a document', async () => {
      const [other] = (await dossier.documents({ asOf })).lines;
      await dossier.document(other?.id ?? '', asOf);
    });
    await listen('the page of an entity', () => dossier.entity(entity, asOf));
  } finally {
    await store.close();
  }
  return statements;
}

/** Lists of parameters of any length are one statement. */
function shortened(sql: string): string {
  return sql
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\((\$\d+)(?:, \$\d+)+\)(?:, \(\$\d+(?:, \$\d+)*\))*/gu, '($1, …)')
    .trim();
}

function render(statements: ReadonlyMap<string, ReadonlySet<string>>): string {
  const lines = [
    '# Statements that run all the time',
    '',
    'Made by `node scripts/hot-statements.ts` from the statements that a PostgreSQL got. `every shard`: what would ask all',
    'of them if documents, captures and claims were distributed by document, and lines with their claims and entities by line.',
  ];
  for (const [what, asked] of statements) {
    lines.push('', `## ${what}`, '', '| reaches | statement |', '|---|---|');
    for (const sql of asked) lines.push(`| ${reachOf(sql)} | \`${sql.replaceAll('|', '\\|')}\` |`);
  }
  return `${lines.join('\n')}\n`;
}
