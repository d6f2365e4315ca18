import { firstForm, paradigmPrefixes, type Dictionary } from './dictionary.ts';

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
    walkStems(
      { dictionary, word, rest: prefix.length, endings: dictionary.endingsByPrefix[i] ?? new Map(), found },
      prefix.length,
      0,
      0,
      '',
    );
  }
  return found;
}

interface Walk {
  readonly dictionary: Dictionary;
  readonly word: string;
  /** Where the stem starts. */
  readonly rest: number;
  readonly endings: ReadonlyMap<string, readonly number[]>;
  readonly found: Match[];
}

/** Follows the word from `at` through the graph; `number` counts the stems before, `stem` is the path with ё as stored. */
function walkStems(walk: Walk, at: number, node: number, number: number, stem: string): void {
  const { graphNodes } = walk.dictionary.arrays;
  const first = graphNodes[node] ?? 0;
  if (first >= 0x80000000) addStem(walk, at, number, stem);
  if (at === walk.word.length) return;
  const code = walk.word.charCodeAt(at);
  follow(walk, at, node, number, stem, code);
  if (code === 0x435) follow(walk, at, node, number, stem, 0x451);
}

function follow(walk: Walk, at: number, node: number, number: number, stem: string, code: number): void {
  const { labels, arrays } = walk.dictionary;
  const label = labels[code] ?? 0;
  if (label === 0) return;
  const stop = (arrays.graphNodes[node + 1] ?? 0) & 0x7fffffff;
  for (let edge = (arrays.graphNodes[node] ?? 0) & 0x7fffffff; edge < stop; edge++) {
    const packed = arrays.graphEdges[edge] ?? 0;
    const own = packed & 0xff;
    if (own < label) continue;
    if (own === label) {
      walkStems(walk, at + 1, packed >>> 8, number + (arrays.graphCounts[edge] ?? 0), stem + String.fromCharCode(code));
    }
    return;
  }
}

function addStem(walk: Walk, at: number, number: number, stem: string): void {
  const { dictionary, word, endings, found } = walk;
  const ids = endings.get(fold(word, at));
  if (!ids) return;
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

function fold(word: string, at: number): string {
  const ending = word.slice(at);
  return ending.includes('ё') ? ending.replaceAll('ё', 'е') : ending;
}

/** Whether every ё that is written is one in the ending. */
export function fits(word: string, at: number, suffix: string): boolean {
  for (let i = 0; i < suffix.length; i++) {
    if (word.charCodeAt(at + i) === 0x451 && suffix.charCodeAt(i) !== 0x451) return false;
  }
  return true;
}
