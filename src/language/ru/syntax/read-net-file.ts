/** The arrays of a file by their names; each throws where the file has none of the name. */
export interface NetArrays {
  floats(name: string): Float32Array;
  integers(name: string): Int32Array;
  /** 8-bit whole numbers, four to an element. */
  bytesByFour(name: string): Int32Array;
  /** 8-bit whole numbers. */
  bytes(name: string): Int8Array;
  /** Length of the rows of an array. */
  columns(name: string): number;
}

interface Entry {
  readonly name: string;
  readonly type: 'int8' | 'int32' | 'float32';
  readonly shape: readonly number[];
  readonly start: number;
}

/**
 * The bytes of a net as its training script writes them (magic of eight letters, length of a JSON header, header, arrays) → what
 * the header says, and the arrays. `file` names it in what is thrown where the bytes are not such a file.
 */
export function readNetFile<Header>(
  bytes: Uint8Array,
  file: string,
  magic: string,
): { readonly header: Header; readonly arrays: NetArrays } {
  const found = new TextDecoder().decode(bytes.subarray(0, 8));
  if (found !== magic)
    throw new Error(`${file} starts with «${found}», not ${magic}: rebuild it, see training/README.md`);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(12, 12 + length))) as Header & {
    readonly arrays: readonly Entry[];
  };
  return { header, arrays: readArrays(header.arrays, bytes, 12 + length, file) };
}

/** Views of the file's own bytes where they lie as the processor wants them, as in a file that is read whole; else copies. */
function readArrays(all: readonly Entry[], bytes: Uint8Array, from: number, file: string): NetArrays {
  const entries = new Map(all.map((entry) => [entry.name, entry]));
  const find = (name: string) => {
    const entry = entries.get(name);
    if (!entry) throw new Error(`${file} has no array «${name}»: rebuild it, see training/README.md`);
    const count = entry.shape.reduce((a, b) => a * b, 1);
    const start = bytes.byteOffset + from + entry.start;
    const length = count * (entry.type === 'int8' ? 1 : 4);
    if (start % 4 === 0) return { buffer: bytes.buffer, start, count };
    return { buffer: bytes.buffer.slice(start, start + length), start: 0, count };
  };
  return {
    floats: (name) => {
      const { buffer, start, count } = find(name);
      return new Float32Array(buffer, start, count);
    },
    integers: (name) => {
      const { buffer, start, count } = find(name);
      return new Int32Array(buffer, start, count);
    },
    bytesByFour: (name) => {
      const { buffer, start, count } = find(name);
      return new Int32Array(buffer, start, count / 4);
    },
    bytes: (name) => {
      const { buffer, start, count } = find(name);
      return new Int8Array(buffer, start, count);
    },
    columns: (name) => entries.get(name)?.shape.at(-1) ?? 0,
  };
}
