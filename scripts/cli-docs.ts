import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Command } from 'commander';

import { createProgram } from '../src/cli/program.ts';

/** Where the reference of the command line stands; `node scripts/cli-docs.ts --write` makes it anew. */
export const cliDocsFile = fileURLToPath(new URL('../docs/cli.md', import.meta.url));

const width = 110;

/** The reference of the command line, made from the definitions of the commands. */
export function renderCliDocs(): string {
  const program = createProgram(
    {
      out: () => undefined,
      outBytes: () => Promise.resolve(),
      err: () => undefined,
      stdin: process.stdin,
      terminal: false,
      width,
      now: () => '',
      signal: new AbortController().signal,
    },
    () => undefined,
  );
  const head = [
    '# The command line',
    '',
    'Made by `node scripts/cli-docs.ts --write` from the definitions in `src/cli`; a test fails where they differ.',
  ];
  return [
    ...head,
    '',
    ...helpOf(program, 'servanda'),
    ...program.commands.flatMap((c) => helpOf(c, `servanda ${c.name()}`)),
  ]
    .join('\n')
    .concat('\n');
}

function helpOf(command: Command, name: string): readonly string[] {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part), getOutHelpWidth: () => width });
  command.outputHelp();
  return [`## ${name}`, '', '```', text.trimEnd(), '```', ''];
}

if (process.argv.includes('--write')) writeFileSync(cliDocsFile, renderCliDocs());
else if (import.meta.main && readFileSync(cliDocsFile, 'utf8') !== renderCliDocs()) {
  console.error('docs/cli.md differs from the commands: node scripts/cli-docs.ts --write');
  process.exitCode = 1;
}
