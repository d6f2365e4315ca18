import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { faults } from '../test/faults/faults.ts';
import { openStage } from '../test/faults/run-faults.ts';
import { recordLaws } from '../test/laws/record-laws.ts';

/**
 * Long checks, beside `npm test`. Exits with 1 where one fails.
 * `npm run soak -- laws [RUNS] [SEED]`: the laws of the record over 500 random histories each, or as many as given.
 * `npm run soak -- faults [ROUNDS] [SEED] [NAME]`: what happens to programs, 200 times each from that seed on, or that often;
 * all faults, or those whose name holds the word.
 * `npm run soak -- browser`: every page in both languages at every width, dark and light.
 */
const [what = 'laws', ...args] = process.argv.slice(2);
switch (what) {
  case 'laws':
    checkLaws(args);
    break;
  case 'faults':
    process.exitCode = await sufferFaults(args);
    break;
  case 'browser':
    process.exitCode = runBrowserTests();
    break;
  default:
    console.error(
      `usage: npm run soak -- laws [RUNS] [SEED] | faults [ROUNDS] [SEED] [NAME] | browser; there is no «${what}»`,
    );
    process.exitCode = 2;
}

function checkLaws([runs = '500', seed]: readonly string[]): void {
  for (const law of recordLaws) {
    const start = performance.now();
    law.check(Number(runs), seed === undefined ? undefined : Number(seed));
    console.log(`${law.name}: ${runs} histories, ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}

/** Prints a line for each fault with how often it went well; what went wrong is told with its seed. */
async function sufferFaults([rounds = '200', seed = '1', ...name]: readonly string[]): Promise<number> {
  const stage = await openStage();
  let broken = 0;
  try {
    for (const fault of faults.filter((one) => one.name.includes(name.join(' ')))) {
      const start = performance.now();
      let well = 0;
      for (let round = 0; round < Number(rounds); round++) {
        try {
          await stage.round(fault, Number(seed) + round);
          well++;
        } catch (error) {
          broken++;
          console.error(error instanceof Error ? error.message : String(error));
        }
      }
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${fault.name}: ${well} of ${rounds} rounds went well, ${seconds} s`);
    }
  } finally {
    await stage.close();
  }
  return broken === 0 ? 0 : 1;
}

function runBrowserTests(): number {
  const file = fileURLToPath(new URL('../test/browser/pages.test.ts', import.meta.url));
  const env = { ...process.env, SERVANDA_LOOKS: 'all', SERVANDA_REQUIRE: 'chromium' };
  return spawnSync(process.execPath, ['--test', file], { stdio: 'inherit', env }).status ?? 1;
}
