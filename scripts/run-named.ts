import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Runs `NAME.ts` of a folder: `npm run eval -- time DIR` runs `run(['DIR'])` of `eval/time.ts`.
 * Without a name that is there it lists the names and exits with 2.
 */
export async function runNamed(command: string, folder: URL, argv: readonly string[]): Promise<void> {
  const [name = '', ...args] = argv;
  const names = globSync('*.ts', { cwd: fileURLToPath(folder) })
    .map((file) => basename(file, '.ts'))
    .filter((n) => n !== 'run' && !n.endsWith('.test'))
    .toSorted();
  if (!names.includes(name)) {
    console.error(`usage: npm run ${command} -- NAME …, where NAME is one of: ${names.join(', ') || '(none)'}`);
    process.exitCode = 2;
    return;
  }
  const module: { run(args: readonly string[]): Promise<void> } = await import(new URL(`${name}.ts`, folder).href);
  await module.run(args);
}
