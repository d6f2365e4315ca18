/**
 * A fault in words for whoever ran the command. In: what was thrown. Out: one line, with what to do where the words of the store say
 * nothing of it.
 */
export function renderError(error: unknown): string {
  const words = error instanceof Error ? error.message || String(error) : String(error);
  return isFull(error) ? `the dossier cannot grow: ${words}; ${whenFull}` : words;
}

const whenFull = 'free some space on its disk and run the same again: what was stored before stays';

/** SQLITE_FULL, or the server's `disk_full`, here or in a cause. */
function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const sqlite = 'errcode' in error && (Number(error.errcode) & 0xff) === 13;
  const postgres = 'code' in error && error.code === '53100';
  return sqlite || postgres || isFull(error.cause);
}
