import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { recordLaws } from '../test/laws/record-laws.ts';

/**
 * Long checks, beside `npm test`. Exits with 1 where one fails.
 * `npm run soak -- laws [RUNS] [SEED]`: the laws of the record over 500 random histories each, or as many as given.
 * `npm run soak -- browser`: every page in both languages at every width, dark and light.
 */
const [what = 'laws', ...args] = process.argv.slice(2);
switch (what) {
  case 'laws':
    checkLaws(args);
    break;
  case 'browser':
    process.exitCode = runBrowserTests();
    break;
  default:
    console.error(`usage: npm run soak -- laws [RUNS] [SEED] | browser; there is no «${what}»`);
    process.exitCode = 2;
}

function checkLaws([runs = '500', seed]: readonly string[]): void {
  for (const law of recordLaws) {
    const start = performance.now();
    law.check(Number(runs), seed === undefined ? undefined : Number(seed));
    console.log(`${law.name}: ${runs} histories, ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}

function runBrowserTests(): number {
  const file = fileURLToPath(new URL('../test/browser/pages.test.ts', import.meta.url));
  const env = { ...process.env, SERVANDA_LOOKS: 'all', SERVANDA_REQUIRE: 'chromium' };
  return spawnSync(process.execPath, ['--test', file], { stdio: 'inherit', env }).status ?? 1;
}
