import { type Logger, pino } from 'pino';

import type { Streams } from './streams.ts';

/** Structured lines on standard error, with the clock of the command; for programs that run for long. */
export function createLog(streams: Pick<Streams, 'err' | 'now'>, level: 'info' | 'error'): Logger {
  const timestamp = (): string => `,"time":"${streams.now()}"`;
  return pino({ level, base: null, timestamp }, { write: (line) => streams.err(line) });
}
