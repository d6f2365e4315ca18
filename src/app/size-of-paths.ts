import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { isAddress } from '../capture/read-inputs.ts';

/** Bytes under files and folders, for telling how far a reading has come; `null` where standard input or an address is among them. */
export async function sizeOfPaths(paths: readonly string[]): Promise<number | null> {
  if (paths.some((path) => path === '-' || isAddress(path))) return null;
  let bytes = 0;
  for (const path of paths) {
    // What is not there or may not be read is reported by the reading itself.
    const found = await stat(path).catch(() => null);
    if (!found?.isDirectory()) {
      bytes += found?.size ?? 0;
      continue;
    }
    const names = await readdir(path).catch(() => []);
    bytes += (await sizeOfPaths(names.map((name) => join(path, name)))) ?? 0;
  }
  return bytes;
}
