import { firstForm, nodeBefore, paradigmPrefixes, type Dictionary, type EndingTree } from './dictionary.ts';

/** A way to read a word: what stands before the stem (not of the paradigm), the stem, and the place of the form. */
export interface Match {
  readonly prefix: string;
  readonly stem: string;
  readonly paradigm: number;
  /** Place in the form arrays of the dictionary. */
  readonly form: number;
  /** How often the word was seen in annotated texts, at least 1. */
  readonly seen: number;
}

/** All readings of a lower-case word that the dictionary has. A written е also stands for ё, a written ё only for itself. */
export function findKnown(dictionary: Dictionary, word: string): Match[] {
  const found: Match[] = [];
  for (const [i, prefix] of paradigmPrefixes.entries()) {
    if (prefix !== '' && !word.startsWith(prefix)) continue;
    const endings = dictionary.endingsByPrefix[i];
    if (endings === undefined) continue;
    const nodes = findEndings(endings, word);
    walkStems({ dictionary, word, endings, nodes, found }, prefix.length, 0, 0, '', prefix.length);
  }
  return found;
}

interface Walk {
  readonly dictionary: Dictionary;
  readonly word: string;
  readonly endings: EndingTree;
  /** Nodes of `endings`: see `findEndings`. */
  readonly nodes: readonly number[];
  readonly found: Match[];
}

/** The nodes for the last letters of a word: for none of them, for one, for two … as far as endings go. */
function findEndings(endings: EndingTree, word: string): readonly number[] {
  const nodes = [0];
  for (let at = word.length - 1, node = 0; at >= 0; at--) {
    node = nodeBefore(endings, node, word.charCodeAt(at));
    if (node < 0) break;
    nodes.push(node);
  }
  return nodes;
}

/**
 * Follows the word from `at` through the graph; `number` counts the stems before. The stem so far is `start`, which ends in the
 * last ё that stands for a written е, and what the word has from `from` on.
 */
function walkStems(walk: Walk, at: number, node: number, number: number, start: string, from: number): void {
  const { word, dictionary } = walk;
  const { graphNodes, graphEdges, graphCounts } = dictionary.arrays;
  if ((graphNodes[node] ?? 0) >= 0x80000000) addStem(walk, at, number, start, from);
  if (at === word.length) return;
  const code = word.charCodeAt(at);
  const edge = findEdge(dictionary, node, code);
  if (edge >= 0) walkStems(walk, at + 1, (graphEdges[edge] ?? 0) >>> 8, number + (graphCounts[edge] ?? 0), start, from);
  const other = code === 0x435 ? findEdge(dictionary, node, 0x451) : -1;
  if (other < 0) return;
  const stem = `${start}${word.slice(from, at)}ё`;
  walkStems(walk, at + 1, (graphEdges[other] ?? 0) >>> 8, number + (graphCounts[other] ?? 0), stem, at + 1);
}

/** The edge of a node with a letter, or -1. */
function findEdge({ labels, arrays }: Dictionary, node: number, code: number): number {
  const label = labels[code] ?? 0;
  if (label === 0) return -1;
  const stop = (arrays.graphNodes[node + 1] ?? 0) & 0x7fffffff;
  for (let edge = (arrays.graphNodes[node] ?? 0) & 0x7fffffff; edge < stop; edge++) {
    const own = (arrays.graphEdges[edge] ?? 0) & 0xff;
    if (own >= label) return own === label ? edge : -1;
  }
  return -1;
}

function addStem(walk: Walk, at: number, number: number, start: string, from: number): void {
  const { dictionary, word, endings, nodes, found } = walk;
  const node = nodes[word.length - at];
  const ids = node === undefined ? none : (endings.ids[node] ?? none);
  if (ids.length === 0) return;
  const stem = start + word.slice(from, at);
  const { forms, arrays } = dictionary;
  const { stemStarts, stemParadigms, stemWeights } = arrays;
  const stop = stemStarts[number + 1] ?? 0;
  for (let i = stemStarts[number] ?? 0; i < stop; i++) {
    const paradigm = stemParadigms[i] ?? 0;
    for (const id of ids) {
      let form = firstForm(dictionary, paradigm, id);
      if (form < 0 || !fits(word, at, dictionary.endings[id]?.suffix ?? '')) continue;
      const seen = 2 ** ((stemWeights[i] ?? 0) / 16);
      for (; form >= 0; form = forms.following[form] ?? -1) found.push({ prefix: '', stem, paradigm, form, seen });
    }
  }
}

const none: readonly number[] = [];

/** Whether every ё that is written is one in the ending. */
export function fits(word: string, at: number, suffix: string): boolean {
  for (let i = 0; i < suffix.length; i++) {
    if (word.charCodeAt(at + i) === 0x451 && suffix.charCodeAt(i) !== 0x451) return false;
  }
  return true;
}
