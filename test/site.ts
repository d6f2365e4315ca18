import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { TestContext } from 'node:test';

import { openDesk, type Desk } from '../src/app/desk.ts';
import { openDossier, type Dossier } from '../src/app/dossier.ts';
import { loadStages } from '../src/app/load-stages.ts';
import { mergeDossier } from '../src/app/merge-dossier.ts';
import { createInlineReader } from '../src/app/reader.ts';
import { readSources } from '../src/app/read-sources.ts';
import { createApplication, type ApplicationOptions } from '../src/http/application.ts';
import { serve } from '../src/http/serve.ts';
import { dossierOfRecord } from './dossier-of-record.ts';
import { inventedRecord } from './invented-record.data.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The day that tests look at the invented record. */
export const inventedDay = '2026-02-01';
const today = (): string => inventedDay;

/** The pages and data of the invented record, without a server and without a database. */
export function inventedApplication(options: Partial<ApplicationOptions> = {}) {
  return createApplication(dossierOfRecord(inventedRecord), { today, ...options });
}

/** The invented record over HTTP on this machine, with forms that lead nowhere: its desk is another, empty dossier. */
export async function serveInvented() {
  const reader = createInlineReader(loadStages(), async () => undefined);
  const desk = await openDesk({ database: ':memory:', reader, now: () => `${inventedDay}T12:00:00Z` });
  return serve(dossierOfRecord(inventedRecord), { today, port: 0, desk, owner: 'Анна' });
}

/** A dossier on the disk in which people work: what the program itself serves. */
export interface Workplace {
  readonly database: string;
  readonly dossier: Dossier;
  readonly desk: Desk;
}

/** Opens a new dossier with all that reads and rules, in this thread; `paths` are read first. Gone when the test is over. */
export async function workplace(t: TestContext, paths: readonly string[] = []): Promise<Workplace> {
  const database = join(temporaryFolder(t), 'dossier.db');
  const reader = createInlineReader(loadStages(), mergeDossier);
  const now = (): string => new Date().toISOString();
  if (paths.length > 0) await readSources({ database, paths, stdin: Readable.from([]), readers: [reader], now });
  const dossier = await openDossier({ database });
  const desk = await openDesk({ database, reader, now, allowPrivate: true });
  t.after(async () => {
    await desk.close();
    await dossier.close();
  });
  return { database, dossier, desk };
}
