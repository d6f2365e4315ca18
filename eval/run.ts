import { runNamed } from '../scripts/run-named.ts';

await runNamed('eval', new URL('.', import.meta.url), process.argv.slice(2));
