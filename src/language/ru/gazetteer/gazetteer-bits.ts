import { copyBytes, findRow, hashText } from '../mentions/hash.ts';
import { bodies, metonyms, states } from './gazetteer.ts';

/** What lists say of a lemma, as bits; 0 for an unknown one. */
export type GazetteerBits = (lemma: string) => number;

const bit = { state: 32, adjective: 64, demonym: 128, capital: 256, body: 512, metonym: 1024, part: 2048 } as const;

/**
 * Bits of a lemma (lower case, ё as е) from the gazetteers and from lists of first names, surnames and towns (bits 1–16,
 * `training/mentions/collect-names.py`). `lists`: a count (u32), as many sorted hashes (i32), as many bytes of bits.
 */
export function createGazetteerBits(lists: Uint8Array): GazetteerBits {
  const own = gazetteerWords();
  const view = new DataView(lists.buffer, lists.byteOffset, lists.byteLength);
  const count = view.getUint32(0, true);
  if (lists.byteLength < 4 + count * 5) throw new RangeError('the file of name lists is cut short: build it again');
  const hashes = new Int32Array(copyBytes(lists, 4, 4 + count * 4).buffer);
  const bits = copyBytes(lists, 4 + count * 4, 4 + count * 5);
  return (lemma) => {
    const row = findRow(hashes, hashText(lemma));
    return (own.get(lemma) ?? 0) | (row < 0 ? 0 : (bits[row] ?? 0));
  };
}

/** Writes the lists that `createGazetteerBits` reads. */
export function writeNameLists(rows: readonly (readonly [name: string, bits: number])[]): Uint8Array {
  const sorted = [...new Map(rows.map(([name, bits]) => [hashText(name), bits]))].sort(([a], [b]) => a - b);
  const bytes = new Uint8Array(4 + sorted.length * 5);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, sorted.length, true);
  for (const [i, [hash, bits]] of sorted.entries()) {
    view.setInt32(4 + i * 4, hash, true);
    view.setUint8(4 + sorted.length * 4 + i, bits);
  }
  return bytes;
}

function gazetteerWords(): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  const note = (name: string, value: number): void => {
    const parts = name.toLowerCase().replaceAll('ё', 'е').split(' ');
    for (const part of parts) {
      if (part.length > 1) words.set(part, (words.get(part) ?? 0) | (parts.length === 1 ? value : bit.part));
    }
  };
  for (const state of states) {
    for (const name of [state.name, ...state.aliases]) note(name, bit.state);
    for (const adjective of state.adjectives) note(adjective, bit.adjective);
    for (const demonym of state.demonyms) note(demonym, bit.demonym);
    if (state.capital) note(state.capital, bit.capital);
  }
  for (const body of bodies) for (const name of [body.name, ...body.aliases]) note(name, bit.body);
  for (const metonym of metonyms) note(metonym.name, bit.metonym);
  return words;
}
