import { recordLaws } from '../test/laws/record-laws.ts';

/**
 * Long checks, beside `npm test`: `npm run soak -- laws [RUNS] [SEED]` checks the laws of the record over 500 random histories
 * each, or as many as given. Exits with 1 at the first law that breaks.
 */
const [what = 'laws', runs = '500', seed] = process.argv.slice(2);
if (what !== 'laws') {
  console.error(`usage: npm run soak -- laws [RUNS] [SEED]; there is no «${what}»`);
  process.exit(2);
}
for (const law of recordLaws) {
  const start = performance.now();
  law.check(Number(runs), seed === undefined ? undefined : Number(seed));
  console.log(`${law.name}: ${runs} histories, ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
