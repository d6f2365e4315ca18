import { copyBytes } from '../../copy-bytes.ts';
import { findRow, hashText } from '../../hash-text.ts';
import { bodies, metonyms, states } from './gazetteer.ts';

/** What lists say of a lemma, as bits; 0 for an unknown one. */
export type GazetteerBits = (lemma: string) => number;

/** Bits of the file of lists (`training/mentions/collect-names.py`). */
const listed = { surname: 2, town: 4, city: 8, region: 32 } as const;

const bit = {
  state: 64,
  adjective: 128,
  demonym: 256,
  capital: 512,
  body: 1024,
  metonym: 2048,
  part: 4096,
  ofTown: 8192,
  ofRegion: 16384,
  ofPerson: 32768,
} as const;

/**
 * Bits of a lemma (lower case, ё as е) from the gazetteers and from lists of first names, surnames, towns and regions (bits 1–32,
 * `training/mentions/collect-names.py`), adjectives of which are known by theirs. `lists`: a count (u32), as many sorted hashes (i32), as many bytes of bits.
 */
export function createGazetteerBits(lists: Uint8Array): GazetteerBits {
  const own = gazetteerWords();
  const view = new DataView(lists.buffer, lists.byteOffset, lists.byteLength);
  const count = view.getUint32(0, true);
  if (lists.byteLength < 4 + count * 5) throw new RangeError('the file of name lists is cut short: build it again');
  const hashes = new Int32Array(copyBytes(lists, 4, 4 + count * 4).buffer);
  const bits = copyBytes(lists, 4 + count * 4, 4 + count * 5);
  const listOf = (name: string): number => {
    const row = findRow(hashes, hashText(name));
    return row < 0 ? 0 : (bits[row] ?? 0);
  };
  return (lemma) => (own.get(lemma) ?? 0) | listOf(lemma) | bitsOfAdjective(lemma, listOf);
}

/** What a name may have ended with before «-ский» or «-цкий»: «муромский» of «Муром», «елецкий» of «Елец». */
const placeEnds: readonly (readonly [adjective: string, ends: readonly string[]])[] = [
  ['ский', ['', 'а', 'я', 'ь', 'о', 'е', 'и', 'ы', 'ия', 'ск', 'й']],
  ['цкий', ['ц', 'цк', 'ца', 'цы', 'ка', 'к']],
];

/** What an adjective comes from: «муромский» of a town, «лесинский» of a person. */
function bitsOfAdjective(lemma: string, listOf: (name: string) => number): number {
  const row = placeEnds.find(([adjective]) => lemma.endsWith(adjective) && lemma.length > adjective.length + 1);
  if (!row) return 0;
  const stem = lemma.slice(0, -row[0].length);
  const bits = row[1].reduce((found, end) => found | listOf(stem + end), 0);
  return (
    ((bits & (listed.town | listed.city)) === 0 ? 0 : bit.ofTown) |
    ((bits & listed.region) === 0 ? 0 : bit.ofRegion) |
    ((bits & listed.surname) === 0 ? 0 : bit.ofPerson)
  );
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
