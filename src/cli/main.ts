import { CommanderError } from 'commander';

import { createProgram } from './program.ts';
import { renderError } from './render-error.ts';
import { CommandError, exitCodes, type Streams } from './streams.ts';

const usualWidth = 120;

/** Runs the command line and gives its exit code; never rejects. */
export async function main(argv: readonly string[]): Promise<number> {
  const interruption = new AbortController();
  const onInterrupt = (): void => {
    // A second Ctrl-C ends at once: what is written is whole either way.
    if (interruption.signal.aborted) process.exit(exitCodes.interrupted);
    interruption.abort();
  };
  // Heard until the process is gone: a Ctrl-C while threads are being closed must not turn the exit code into a death.
  process.on('SIGINT', onInterrupt).on('SIGTERM', onInterrupt);
  process.stdout.on('error', endWithoutOutput);
  return run(argv, {
    out: (text) => void process.stdout.write(text),
    outBytes: (bytes) => new Promise((done) => void process.stdout.write(bytes, () => done())),
    err: (text) => void process.stderr.write(text),
    stdin: process.stdin,
    terminal: process.stderr.isTTY ?? false,
    width: process.stdout.columns ?? usualWidth,
    now: () => new Date().toISOString(),
    signal: interruption.signal,
  });
}

/** Whoever reads the output may stop early, as `head` does; a full disk is to be told. */
function endWithoutOutput(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(exitCodes.done);
  process.stderr.write(`servanda: the output could not be written: ${error.message}\n`);
  process.exit(exitCodes.failed);
}

/** The same over given streams. */
export async function run(argv: readonly string[], streams: Streams): Promise<number> {
  let exitCode: number = exitCodes.done;
  const program = createProgram(streams, (code) => (exitCode = code));
  const commands = [program, ...program.commands];
  for (const command of commands) {
    command
      .exitOverride()
      .configureOutput({ writeOut: streams.out, writeErr: streams.err, getOutHelpWidth: () => streams.width });
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return exitCodeOf(error, streams);
  }
}

function exitCodeOf(error: unknown, streams: Streams): number {
  // Commander has printed its own message.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (error instanceof CommandError) {
    streams.err(`servanda: ${error.message}\n`);
    return error.exitCode;
  }
  streams.err(`servanda: ${renderError(error)}\n`);
  if (process.env['SERVANDA_TRACE'] && error instanceof Error) streams.err(`${error.stack}\n`);
  return exitCodes.failed;
}
