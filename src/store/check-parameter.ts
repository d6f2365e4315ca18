/** What a statement can carry, in both engines alike. */
export type Parameter = null | string | number | bigint | Uint8Array;

/** The value as it was given; throws a TypeError for what no column holds: a mistake of the caller. */
export function checkParameter(value: unknown): Parameter {
  if (value === null || typeof value === 'string' || typeof value === 'bigint' || value instanceof Uint8Array) {
    return value;
  }
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError(
    `the store takes no ${value === undefined ? 'undefined' : typeof value} as a parameter: ${value}`,
  );
}
