/** What a command has of the world: where it writes, what it reads, what time it is. Tests give their own. */
export interface Streams {
  readonly out: (text: string) => void;
  /** Settles when the bytes have left: nothing is written faster than it is taken. */
  readonly outBytes: (bytes: Uint8Array) => Promise<void>;
  readonly err: (text: string) => void;
  readonly stdin: NodeJS.ReadableStream;
  /** Whether progress bars can be drawn. */
  readonly terminal: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** ISO instant. */
  readonly now: () => string;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** How a command ended; documented in the help. */
export const exitCodes = {
  done: 0,
  /** Some input could not be read, or what was asked for is not there. */
  failed: 1,
  /** The command was called wrongly. */
  usage: 2,
  interrupted: 130,
} as const;

/** What a person did wrong or can put right: printed as one line without a trace. */
export class CommandError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}
