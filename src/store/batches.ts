/** Most parameters that one statement carries; SQLite and PostgreSQL both take more. */
const batchSize = 500;

/** Cuts a list of ids or rows into runs that one statement can carry. */
export function* batches<T>(items: readonly T[], size = batchSize): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size);
}
