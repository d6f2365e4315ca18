import { examine } from '../app/doctor.ts';
import { requireDossier } from './open-existing.ts';
import { exitCodes, type Streams } from './streams.ts';

/** `servanda doctor`: exit code 1 where something is wrong. */
export async function runDoctor(
  options: { readonly db: string; readonly json?: boolean },
  streams: Streams,
): Promise<number> {
  requireDossier(options.db);
  const findings = await examine(options.db);
  if (options.json) streams.out(`${JSON.stringify(findings, null, 2)}\n`);
  else {
    for (const { what, looked, wrong } of findings) {
      streams.out(`${what}: ${wrong.length === 0 ? 'well' : `${wrong.length} wrong`} (${looked} looked at)\n`);
      for (const sentence of wrong) streams.out(`  ${sentence}\n`);
    }
  }
  return findings.some(({ wrong }) => wrong.length > 0) ? exitCodes.failed : exitCodes.done;
}
