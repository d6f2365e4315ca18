/**
 * Reads the double-array word graphs of dawgdic that pymorphy keeps its dictionary in
 * (https://github.com/pytries/DAWG-Python documents the layout): units of 32 bits, then child and sibling of each unit.
 */
export interface Dawg {
  /** All keys with their values, in the order of their UTF-8 bytes. */
  entries(): Generator<DawgEntry>;
}

export interface DawgEntry {
  readonly key: Buffer;
  readonly value: number;
}

export function readDawg(bytes: Buffer): Dawg {
  const size = bytes.readUInt32LE(0);
  const units = new Uint32Array(bytes.buffer.slice(bytes.byteOffset + 4, bytes.byteOffset + 4 + size * 4));
  const guideAt = 4 + size * 4;
  const guide = bytes.subarray(guideAt + 4, guideAt + 4 + bytes.readUInt32LE(guideAt) * 2);
  return { entries: () => walk(units, guide) };
}

function* walk(units: Uint32Array, guide: Buffer): Generator<DawgEntry> {
  const key = Buffer.alloc(1024);
  const indices = new Int32Array(1024);
  let depth = 0;
  let label = guide[0] ?? 0;
  for (;;) {
    if (label !== 0) {
      const index = follow(units, label, indices[depth] ?? 0);
      key[depth] = label;
      depth++;
      indices[depth] = index;
      const unit = units[index] ?? 0;
      if (((unit >>> 8) & 1) === 1) {
        yield {
          key: Buffer.from(key.subarray(0, depth)),
          value: (units[(index ^ offset(unit)) >>> 0] ?? 0) & 0x7fffffff,
        };
      }
      label = guide[index * 2] ?? 0;
    } else {
      if (depth === 0) return;
      label = guide[(indices[depth] ?? 0) * 2 + 1] ?? 0;
      depth--;
    }
  }
}

function follow(units: Uint32Array, label: number, index: number): number {
  return (index ^ offset(units[index] ?? 0) ^ label) >>> 0;
}

function offset(unit: number): number {
  return (unit >>> 10) << ((unit & 0x200) >>> 6);
}
