import { Readable } from 'node:stream';

import { run } from '../src/cli/main.ts';

/** What a command printed and how it ended. */
export interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
  /** What it printed that is no text. */
  readonly bytes: Uint8Array;
}

/** Runs the command line in this process, at a fixed time, without a terminal. */
export async function runCommand(
  argv: readonly string[],
  given: { readonly stdin?: string | Uint8Array; readonly signal?: AbortSignal; readonly width?: number } = {},
): Promise<Ran> {
  let out = '';
  const bytes: Uint8Array[] = [];
  let err = '';
  const exitCode = await run(argv, {
    out: (text) => (out += text),
    outBytes: (chunk) => Promise.resolve(void bytes.push(chunk)),
    err: (text) => (err += text),
    stdin: Readable.from([given.stdin ?? '']),
    terminal: false,
    width: given.width ?? 160,
    now: () => '2026-03-01T12:00:00.000Z',
    signal: given.signal ?? new AbortController().signal,
  });
  return { exitCode, out, err, bytes: Buffer.concat(bytes) };
}
