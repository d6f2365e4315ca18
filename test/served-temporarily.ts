import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openDossier, type Dossier } from '../src/app/dossier.ts';
import { serve } from '../src/http/serve.ts';

/** A dossier that is served for as long as somebody looks at it. */
export interface ServedDossier {
  readonly dossier: Dossier;
  /** Where its front page is. */
  readonly address: string;
}

/**
 * Fills a new dossier, serves it as of a day on a free port of this machine while `use` runs, and removes it from the disk.
 * `fill` is given the file and leaves a merged record in it.
 */
export async function servedTemporarily(
  today: string,
  fill: (database: string) => Promise<void>,
  use: (served: ServedDossier) => Promise<void>,
): Promise<void> {
  const database = join(tmpdir(), `servanda-served-${process.pid}.db`);
  try {
    await fill(database);
    const dossier = await openDossier({ database });
    const site = await serve(dossier, { today: () => today, port: 0 });
    try {
      await use({ dossier, address: site.address });
    } finally {
      await site.close();
      await dossier.close();
    }
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(database + end, { force: true });
  }
}
