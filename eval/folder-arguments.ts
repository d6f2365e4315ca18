import { parseArgs } from 'node:util';

export interface FolderArguments {
  readonly folder: string;
  /** Whether errors are to be listed beside the figures. */
  readonly errors: boolean;
}

/** `DIR [--errors]`, as evaluations over a folder of a corpus take it; throws the usage of `name` where no folder is given. */
export function readFolderArguments(name: string, args: readonly string[]): FolderArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { errors: { type: 'boolean' } },
  });
  const [folder] = positionals;
  if (!folder) throw new Error(`usage: npm run -s eval -- ${name} DIR [--errors]`);
  return { folder, errors: values.errors === true };
}
