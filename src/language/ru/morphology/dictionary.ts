import type { Features, PartOfSpeech } from '../../analysis.ts';
import { copyBytes } from '../../copy-bytes.ts';
import { makeFeatures } from '../../features.ts';
import { findRow } from '../../hash-text.ts';
import { hashOf, magic, sections, type FileHeader, type SectionName } from './file-layout.ts';
import type { Tag } from './word-analysis.ts';

/** The compiled dictionary, its sections as views on the file. */
export interface Dictionary {
  readonly tags: readonly Tag[];
  readonly tagFrequencies: readonly number[];
  /** For each reading: tag, flags, weight. */
  readonly readings: FileHeader['readings'];
  /** For each ending, what stands before and after the stem. */
  readonly endings: readonly Ending[];
  /** For each of `paradigmPrefixes`, the endings of forms that begin so. */
  readonly endingsByPrefix: readonly EndingTree[];
  /** Label of each letter by its code; 0 where no stem has it. */
  readonly labels: Uint8Array;
  readonly alphabet: string;
  /** For `firstForm` and `findForms`. */
  readonly forms: FormIndex;
  readonly arrays: Readonly<Record<SectionName, Uint32Array | Uint16Array | Uint8Array>>;
}

export interface Ending {
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * Endings with ё as е, as a tree over their letters from the last one back: every place of a word is asked for an ending, and most
 * have none.
 */
export interface EndingTree {
  /** Open addressing from a node and a letter (`edgeKey`) to the node below: the key, then the node. */
  readonly edges: Int32Array;
  /** The endings that are written as the node says, by node. */
  readonly ids: readonly (readonly number[])[];
}

/** What paradigms may put before a stem: «(по)красивее», «(наи)лучший». */
export const paradigmPrefixes = ['', 'по', 'наи'] as const;

/** The bytes of `models/ru-morphology.bin` → the dictionary. Throws where the bytes are not such a file. */
export function readDictionary(bytes: Uint8Array): Dictionary {
  const decoder = new TextDecoder();
  if (decoder.decode(bytes.subarray(0, magic.length)) !== magic) {
    throw new Error(`the morphology file does not start with ${magic}: rebuild it with training/morphology/compile.ts`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerStart = magic.length + 4;
  const headerStop = headerStart + view.getUint32(magic.length, true);
  const header = JSON.parse(decoder.decode(bytes.subarray(headerStart, headerStop))) as FileHeader;
  const arrays = readSections(bytes, header);
  const endings = header.endings.map((ending) => {
    const bar = ending.indexOf('|');
    return { prefix: ending.slice(0, bar), suffix: ending.slice(bar + 1) };
  });
  return {
    tags: header.tags.map(({ pos, features }, id) =>
      Object.freeze({ id, pos: pos as PartOfSpeech, features: makeFeatures(features as Features) }),
    ),
    tagFrequencies: header.tagFrequencies,
    readings: header.readings,
    endings,
    endingsByPrefix: paradigmPrefixes.map((prefix) => growEndingTree(endings, prefix)),
    labels: labelsOf(header.alphabet),
    alphabet: header.alphabet,
    forms: indexForms(arrays),
    arrays,
  };
}

function readSections(bytes: Uint8Array, header: FileHeader): Dictionary['arrays'] {
  const buffer = bytes.byteOffset % 4 === 0 ? bytes : copyBytes(bytes, 0, bytes.length);
  return Object.fromEntries(
    sections.map(({ name, size }) => {
      const { start, length } = header.sections[name];
      const from = buffer.byteOffset + start;
      if (size === 4) return [name, new Uint32Array(buffer.buffer, from, length)];
      if (size === 2) return [name, new Uint16Array(buffer.buffer, from, length)];
      return [name, new Uint8Array(buffer.buffer, from, length)];
    }),
  ) as unknown as Dictionary['arrays'];
}

function labelsOf(alphabet: string): Uint8Array {
  const labels = new Uint8Array(0x10000);
  for (let i = 0; i < alphabet.length; i++) labels[alphabet.charCodeAt(i)] = i + 1;
  return labels;
}

function growEndingTree(endings: readonly Ending[], prefix: string): EndingTree {
  const ids: number[][] = [[]];
  const nodes = new Map<number, number>();
  for (const [id, ending] of endings.entries()) {
    if (ending.prefix !== prefix) continue;
    let node = 0;
    for (let i = ending.suffix.length - 1; i >= 0; i--) {
      const key = edgeKey(node, ending.suffix.charCodeAt(i));
      node = nodes.get(key) ?? ids.push([]) - 1;
      nodes.set(key, node);
    }
    ids[node]?.push(id);
  }
  const edges = new Int32Array(2 * 2 ** Math.ceil(Math.log2(nodes.size * 2))).fill(-1);
  for (const [key, node] of nodes) edges.set([key, node], edgeSlot(edges, key));
  return { edges, ids };
}

/** The node that a letter stands for before what a node stands for; -1 where no ending goes on so. */
export function nodeBefore({ edges }: EndingTree, node: number, code: number): number {
  return edges[edgeSlot(edges, edgeKey(node, code)) + 1] ?? -1;
}

/** Letters of endings have codes of eleven bits, ё counts as е; -2, which no edge has, for what is no such letter. */
function edgeKey(node: number, code: number): number {
  return code < 0x800 ? node * 0x800 + (code === 0x451 ? 0x435 : code) : -2;
}

/** Where the edge stands, or the empty place where it would. */
function edgeSlot(edges: Int32Array, key: number): number {
  const mask = edges.length - 2;
  const hash = Math.imul(key, 0x9e3779b1);
  for (let slot = ((hash ^ (hash >>> 15)) << 1) & mask; ; slot = (slot + 2) & mask) {
    if (edges[slot] === key || edges[slot] === -1) return slot;
  }
}

/** Open addressing from (paradigm, ending) to the first form that has it, and from each form to the next that has the same. */
interface FormIndex {
  readonly slots: Int32Array;
  readonly following: Int32Array;
}

function indexForms(arrays: Dictionary['arrays']): FormIndex {
  const { paradigmStarts, formEndings } = arrays;
  const size = 2 ** Math.ceil(Math.log2(formEndings.length * 2));
  const slots = new Int32Array(size).fill(-1);
  const following = new Int32Array(formEndings.length).fill(-1);
  for (let paradigm = 0; paradigm + 1 < paradigmStarts.length; paradigm++) {
    const start = paradigmStarts[paradigm] ?? 0;
    for (let form = (paradigmStarts[paradigm + 1] ?? 0) - 1; form >= start; form--) {
      const slot = findSlot(slots, arrays, paradigm, formEndings[form] ?? 0);
      following[form] = slots[slot] ?? -1;
      slots[slot] = form;
    }
  }
  return { slots, following };
}

/** The slot that holds a form of the paradigm with the ending, or the empty one where it would be. */
function findSlot(slots: Int32Array, arrays: Dictionary['arrays'], paradigm: number, ending: number): number {
  const { paradigmStarts, formEndings } = arrays;
  const start = paradigmStarts[paradigm] ?? 0;
  const stop = paradigmStarts[paradigm + 1] ?? 0;
  const mask = slots.length - 1;
  let hash = Math.imul(paradigm + 1, 0x9e3779b1) ^ Math.imul(ending + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  for (let slot = (hash ^ (hash >>> 13)) & mask; ; slot = (slot + 1) & mask) {
    const form = slots[slot] ?? -1;
    if (form < 0 || (form >= start && form < stop && formEndings[form] === ending)) return slot;
  }
}

/** The first form of a paradigm (as a place in the form arrays) that has the ending, or -1; `forms.following` leads to the next. */
export function firstForm({ forms, arrays }: Dictionary, paradigm: number, ending: number): number {
  return forms.slots[findSlot(forms.slots, arrays, paradigm, ending)] ?? -1;
}

/** Forms of a paradigm that have the ending. */
export function findForms(dictionary: Dictionary, paradigm: number, ending: number): number[] {
  const found: number[] = [];
  for (let form = firstForm(dictionary, paradigm, ending); form >= 0; form = dictionary.forms.following[form] ?? -1) {
    found.push(form);
  }
  return found;
}

/** Place of the hash of a text in an ascending section of hashes, or -1. */
export function findHash(hashes: ArrayLike<number>, text: string): number {
  return findRow(hashes, hashOf(text));
}
