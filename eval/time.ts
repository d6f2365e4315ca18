import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from './time-judge.ts';
import type { TimeCase } from './time-judge.ts';

interface Suite {
  readonly cases: readonly TimeCase[];
}

/**
 * Scores every suite of a folder in the format of `shared/bench/time` with the profile that fits it. Prints one JSON line
 * a suite, `{suite, right, of}`; with `--errors` the failures as well, one JSON line each.
 */
export async function run(args: readonly string[]): Promise<void> {
  const folder = args.find((arg) => !arg.startsWith('--'));
  if (folder === undefined) throw new Error('eval time: name the folder of suites, e.g. ../shared/bench/time');
  for (const score of scoreSuites(folder)) {
    if (args.includes('--errors'))
      for (const failure of score.failures) console.log(JSON.stringify({ suite: score.suite, ...failure }));
    console.log(JSON.stringify({ suite: score.suite, right: score.right, of: score.of }));
  }
}

export interface SuiteScore {
  readonly suite: string;
  readonly right: number;
  readonly of: number;
  readonly failures: readonly {
    readonly id: string;
    readonly text: string;
    readonly expected: unknown;
    readonly got: unknown;
  }[];
}

/** Scores the suites of a folder, in the order of their names. */
export function scoreSuites(folder: string): readonly SuiteScore[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) =>
      scoreSuite(name.replace(/\.json$/u, ''), JSON.parse(readFileSync(join(folder, name), 'utf8')) as Suite),
    );
}

function scoreSuite(suite: string, { cases }: Suite): SuiteScore {
  const failures = cases.flatMap((item) => {
    const { right, got } = judge(suite, item);
    return right ? [] : [{ id: item.id, text: item.context ?? item.text, expected: item.expected, got }];
  });
  return { suite, right: cases.length - failures.length, of: cases.length, failures };
}
