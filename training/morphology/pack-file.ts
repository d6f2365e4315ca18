import {
  magic,
  sections,
  type FileHeader,
  type Section,
  type SectionName,
} from '../../src/language/ru/morphology/file-layout.ts';

/** Header and sections → the bytes of the file. */
export function packFile(
  header: Omit<FileHeader, 'sections'>,
  arrays: Readonly<Record<SectionName, ArrayLike<number>>>,
): Buffer {
  const places = Object.fromEntries(sections.map(({ name }) => [name, { start: 0, length: 0 }])) as Record<
    SectionName,
    Section
  >;
  // The places are part of the header, so its size is settled by a first pass with the widest numbers.
  for (const { name } of sections) places[name] = { start: 99_999_999, length: arrays[name].length };
  const room = align(magic.length + 4 + headerBytes(header, places).length);
  let at = room;
  for (const { name, size } of sections) {
    places[name] = { start: at, length: arrays[name].length };
    at = align(at + arrays[name].length * size);
  }
  const bytes = Buffer.alloc(at);
  const packed = headerBytes(header, places);
  bytes.write(magic, 0, 'latin1');
  bytes.writeUInt32LE(packed.length, magic.length);
  packed.copy(bytes, magic.length + 4);
  for (const { name, size } of sections) writeNumbers(bytes, places[name].start, size, arrays[name], name);
  return bytes;
}

function headerBytes(header: Omit<FileHeader, 'sections'>, places: Readonly<Record<SectionName, Section>>): Buffer {
  return Buffer.from(JSON.stringify({ ...header, sections: places } satisfies FileHeader));
}

function writeNumbers(bytes: Buffer, start: number, size: number, numbers: ArrayLike<number>, name: string): void {
  const limit = 256 ** size;
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i] ?? 0;
    if (value < 0 || value >= limit) throw new Error(`${name}[${i}] is ${value}, which does not fit ${size} bytes`);
    bytes.writeUIntLE(value, start + i * size, size);
  }
}

function align(at: number): number {
  return (at + 3) & ~3;
}
