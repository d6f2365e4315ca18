import { writeFileSync } from 'node:fs';

import { openSets } from './annotations.ts';
import { calibrationError, fitConfidence, type Fitted, type FittedConfidence } from './fit-confidence.ts';
import { measureSet } from './quality.ts';

/**
 * `npm run -s eval -- confidence [--write]`: what the claims of each rule are worth, from the open sets: never from those that nobody
 * looks at, which tell whether the fit holds. Prints one JSON line {claims, right, rules, error: {fitted, blind}}, the expected
 * calibration errors being of the confidences that the program gives now; `--write` makes src/claims/confidence.data.ts anew.
 * Needs the shared corpora.
 */
export async function run(args: readonly string[]): Promise<void> {
  const judged = [];
  for (const name of openSets) judged.push(...(await measureSet(name)).judged);
  const blind = (await measureSet('blind')).judged;
  const fit = fitConfidence(judged.filter(({ rule }) => !weighedRules.has(rule)));
  const summary = {
    claims: judged.length,
    right: judged.filter((j) => j.isRight).length,
    rules: fit.rules.size,
    error: { fitted: calibrationError(judged), blind: calibrationError(blind) },
  };
  console.log(JSON.stringify(summary));
  if (args.includes('--write')) {
    writeFileSync(new URL('../src/claims/confidence.data.ts', import.meta.url), renderConfidence(fit));
  }
}

/** Whose claims are each weighed by itself: the weights (training/claims) tell their confidence. */
const weighedRules: ReadonlySet<string> = new Set(['event.act', 'event.befall', 'event.noun', 'measure.of-authority']);

/** The module with both tables; each row has its counts beside it. */
export function renderConfidence({ types, rules }: FittedConfidence): string {
  const row = ([name, { confidence, right, claims }]: readonly [string, Fitted]): string =>
    `  ${/^\w+$/u.test(name) ? name : `'${name}'`}: ${confidence}, // ${right} of ${claims}`;
  return [
    "import type { ClaimType } from '../model/claim.ts';",
    '',
    '// Made by `npm run -s eval -- confidence --write`; do not edit. Beside each row, how many of the claims that were found in',
    `// the annotated articles of ${openSets.join(', ')} were right; eval/fit-confidence.ts tells how the confidence follows.`,
    '',
    'export const confidenceOfTypes: Readonly<Record<ClaimType, number>> = {',
    ...[...types].map(row),
    '};',
    '',
    'export const confidenceOfRules: Readonly<Record<string, number>> = {',
    ...[...rules].map(row),
    '};',
    '',
  ].join('\n');
}
