import { openSync } from 'node:fs';

import { serveAsWorker } from '../../src/app/queue/serve-as-worker.ts';
import { replayReader } from './material.ts';

/**
 * A worker process that reads from the material named in the environment, and ends over a source called `poison`. With
 * `SERVANDA_STOPS="MILLISECONDS FILE"` the first that makes that file hangs so long after its start.
 */
const [after, stopped] = process.env['SERVANDA_STOPS']?.split(' ') ?? [];
if (stopped !== undefined && isFirst(stopped)) setTimeout(() => process.kill(process.pid, 'SIGSTOP'), Number(after));

const replay = replayReader(process.env['SERVANDA_MATERIAL'] ?? '');
await serveAsWorker({
  ...replay,
  read: (captured) => (captured.source.includes('poison') ? process.exit(9) : replay.read(captured)),
});

function isFirst(file: string): boolean {
  try {
    openSync(file, 'wx');
    return true;
  } catch {
    return false;
  }
}
