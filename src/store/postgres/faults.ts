/** What came of a statement that failed, as far as trying again is concerned. */
export type Fault = 'conflict' | 'duplicate' | 'lost' | 'other';

/** Codes of SQLSTATE and of the system: https://www.postgresql.org/docs/15/errcodes-appendix.html. */
const faultOfCode: Readonly<Record<string, Fault>> = {
  // Two transactions in each other's way: one of them is to come again.
  '40001': 'conflict',
  '40P01': 'conflict',
  '55P03': 'conflict',
  // The same row from two programs at once, or a document that was forgotten meanwhile: what is there is seen next time.
  '23505': 'duplicate',
  '23503': 'duplicate',
  // It was silent in a transaction for too long: stopped, or the machine slept.
  '25P03': 'lost',
  // The server is being shut down, was killed, or is starting.
  '57P01': 'lost',
  '57P02': 'lost',
  '57P03': 'lost',
  '08000': 'lost',
  '08001': 'lost',
  '08003': 'lost',
  '08004': 'lost',
  '08006': 'lost',
  '53300': 'lost',
  // It waited too long for the next question of its session.
  '57P05': 'lost',
  ECONNREFUSED: 'lost',
  // A cut cable, a machine that is gone, and a name that nobody answers to while its container is made anew.
  ETIMEDOUT: 'lost',
  EHOSTUNREACH: 'lost',
  ENETUNREACH: 'lost',
  ENOTFOUND: 'lost',
  EAI_AGAIN: 'lost',
  ECONNRESET: 'lost',
  EPIPE: 'lost',
  // The socket file of a server that is not up.
  ENOENT: 'lost',
};

/** Tells an error of the driver or the server. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return 'other';
  const code = 'code' in error ? String(error.code) : '';
  const known = faultOfCode[code];
  if (known) return known;
  return /^Connection terminated|^Client has encountered a connection error|not queryable/u.test(error.message)
    ? 'lost'
    : 'other';
}

/** Whether the server said that it is starting or recovering. */
export function isStarting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '57P03';
}
