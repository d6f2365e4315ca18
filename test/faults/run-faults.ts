import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ReadingOutcome } from '../../src/app/stages.ts';
import type { CapturedSource } from '../../src/model/capture.ts';
import { exportOf, readFiles } from '../examples.ts';
import { type PostgresServer, startPostgres } from '../postgres-server.ts';
import { makeDice } from '../world/make-world.ts';
import type { Fault, Scene } from './faults.ts';
import { files, writeMaterial, writeUnmerged } from './material.ts';
import { runProgram } from './run-program.ts';
import { type SmallServer, startSmallServer } from './small-server.ts';
import { feedOfArticles } from './serve-feed.ts';

/** What all rounds share, made once. */
export interface Stage {
  round(fault: Fault, seed: number): Promise<void>;
  close(): Promise<void>;
}

/** Reads the material, starts a server and measures how long each program lives when nothing happens to it. */
export async function openStage(): Promise<Stage> {
  const home = mkdtempSync(join(tmpdir(), 'servanda-faults-'));
  const postgres = await startPostgres({ durable: true });
  const material = join(home, 'material.bin');
  const clean = join(home, 'clean.db');
  const told: [CapturedSource, ReadingOutcome][] = [];
  await readFiles(clean, files, (captured, outcome) => told.push([captured, outcome]));
  writeMaterial(material, told);
  const expected = await exportOf(clean);
  const usual = await measure(home, material, postgres);
  let rounds = 0;
  let small: Promise<SmallServer> | null = null;
  const smallServer = (): Promise<SmallServer> => (small ??= startSmallServer());
  return {
    round: async (fault, seed) => {
      const folder = mkdtempSync(join(home, `round-${rounds++}-`));
      const scene: Scene = { folder, material, expected, usual, postgres, smallServer, dice: makeDice(seed) };
      try {
        await fault.round(scene);
      } catch (error) {
        throw new Error(`${fault.name}, seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    close: async () => {
      await postgres.stop();
      await (await small)?.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function measure(home: string, material: string, postgres: PostgresServer): Promise<ReadonlyMap<string, number>> {
  const database = join(home, 'measured.db');
  const feed = await feedOfArticles(8);
  const usual = new Map<string, number>();
  try {
    usual.set('read', await runProgram(['read', material, database, ...files]));
    usual.set('watch', await runProgram(['watch', material, join(home, 'watched.db'), feed.address]));
    const unmerged = join(home, 'unmerged.db');
    await writeUnmerged(material, unmerged);
    usual.set('backup', await runProgram(['backup', material, unmerged, join(home, 'measured.backup')]));
    usual.set('merge', await runProgram(['merge', material, unmerged]));
    usual.set('open', await runProgram(['open', material, join(home, 'opened.db')]));
    usual.set('open a server', await runProgram(['open', material, await postgres.newDatabase()]));
    usual.set('work', usual.get('read') ?? 0);
  } finally {
    feed.close();
  }
  return usual;
}
