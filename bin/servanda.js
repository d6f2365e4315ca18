#!/usr/bin/env node
// Plain JavaScript, so that an old Node gets a sentence and not a syntax error.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  console.error(`servanda needs Node 24 or newer; this is ${process.versions.node}.`);
  process.exit(2);
}
// Early releases of Node 24 call their SQLite experimental; that is no news to a reader of the press.
const { emitWarning } = process;
process.emitWarning = (warning, ...rest) => {
  if (String(warning).startsWith('SQLite is an experimental feature')) return;
  emitWarning.call(process, warning, ...rest);
};
const { existsSync } = await import('node:fs');
const built = new URL('../dist/cli/main.js', import.meta.url);
const source = new URL('../src/cli/main.ts', import.meta.url);
const { main } = await import(existsSync(source) ? source.href : built.href);
process.exitCode = await main(process.argv.slice(2));
