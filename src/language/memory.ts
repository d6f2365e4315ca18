import { hashText } from './hash-text.ts';

/** Values that were worked out before, by key. */
export interface Memory<V> {
  get(key: string): V | undefined;
  /** Returns the value of another key that goes for it, if one does. */
  set(key: string, value: V): V | undefined;
}

/** Places that a key may have: what is written of them fills a line of a processor's cache. */
const mostPlaces = 8;

/**
 * A memory of at most `most` values. A key may stand in one of the few places that its hash leads to: each time it is asked for it
 * moves up by one, and what is new takes the last. So what is asked for often stays, however much is asked for once, and where
 * a key is, a `Map` of so many would tell only after several looks far apart.
 */
export function createMemory<V>(most: number): Memory<V> {
  const width = Math.min(mostPlaces, most);
  const rows = Math.floor(most / width);
  // two numbers a place: the hash of the key (0: none), and where in `keys` and `values` it stands
  const places = new Int32Array(rows * width * 2);
  for (let i = 0; i < rows * width; i++) places[i * 2 + 1] = i;
  const keys = Array.from({ length: rows * width }, (): string | undefined => undefined);
  const values = Array.from({ length: rows * width }, (): V | undefined => undefined);
  const firstOf = (hash: number): number => Math.floor(((spread(hash) >>> 0) / 2 ** 32) * rows) * width * 2;
  const isAt = (at: number, hash: number, key: string): boolean =>
    places[at] === hash && keys[places[at + 1] as number] === key;
  return {
    get: (key) => {
      const hash = hashText(key);
      const first = firstOf(hash);
      for (let at = first; at < first + width * 2; at += 2) {
        if (!isAt(at, hash, key)) continue;
        const index = places[at + 1] as number;
        if (at > first) swap(places, at - 2, at);
        return values[index];
      }
      return undefined;
    },
    set: (key, value) => {
      const hash = hashText(key);
      const first = firstOf(hash);
      let at = first;
      while (at < first + (width - 1) * 2 && places[at] !== 0 && !isAt(at, hash, key)) at += 2;
      const index = places[at + 1] as number;
      const gone = keys[index] === key ? undefined : values[index];
      places[at] = hash;
      keys[index] = key;
      values[index] = value;
      return gone;
    },
  };
}

/** `make`, of which at most `most` results are remembered: `null` is one, `undefined` is none. */
export function remembering<V>(most: number, make: (key: string) => V): (key: string) => V {
  const memory = createMemory<V>(most);
  return (key) => {
    const known = memory.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    memory.set(key, made);
    return made;
  };
}

function swap(places: Int32Array, a: number, b: number): void {
  const hash = places[a] as number;
  const index = places[a + 1] as number;
  places[a] = places[b] as number;
  places[a + 1] = places[b + 1] as number;
  places[b] = hash;
  places[b + 1] = index;
}

/** Texts of few letters have hashes that lie near one another. */
function spread(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
}
