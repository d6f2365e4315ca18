/** Values that were worked out before, by key. */
export interface Memory<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
}

/**
 * A memory of at most `most` values. Those of the keys asked for lately stay: it has two halves, and when the newer one is full
 * it becomes the older, whose values go unless they are asked for before that happens again.
 */
export function createMemory<K, V>(most: number): Memory<K, V> {
  let newer = new Map<K, V>();
  let older = new Map<K, V>();
  const set = (key: K, value: V): void => {
    if (newer.size >= most / 2) {
      older = newer;
      newer = new Map();
    }
    newer.set(key, value);
  };
  return {
    get: (key) => {
      const found = newer.get(key);
      if (found !== undefined) return found;
      const kept = older.get(key);
      if (kept !== undefined) set(key, kept);
      return kept;
    },
    set,
  };
}
