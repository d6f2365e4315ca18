import { after, test } from 'node:test';

import { needs } from '../needs.ts';
import { faults } from './faults.ts';
import { openStage, type Stage } from './run-faults.ts';

/** `npm run soak -- faults` does each of them hundreds of times. */
const rounds = 5;

let opened: Promise<Stage> | null = null;
after(async () => (await opened)?.close());

for (const fault of faults) {
  test(
    `${fault.name}: all that was acknowledged is there once, and the end is the same`,
    needs('postgres', ...(fault.needs ? [fault.needs] : [])),
    async () => {
      const stage = await (opened ??= openStage());
      for (let seed = 1; seed <= rounds; seed++) await stage.round(fault, seed);
    },
  );
}
