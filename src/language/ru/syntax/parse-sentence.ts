import type { Sentence, Token } from '../../analysis.ts';
import { collect } from '../../collect.ts';
import { createScratch } from '../../scratch.ts';
import type { RawToken } from '../find-tokens.ts';
import type { WordAnalysis } from '../morphology/word-analysis.ts';
import type { RawSentence } from '../tokenise.ts';
import { agreeBundles } from './agree-bundles.ts';
import { attachPunctuation } from './attach-punctuation.ts';
import { bestTree } from './best-tree.ts';
import { chooseLemma } from './choose-lemma.ts';
import { encodeSentence } from './encode-sentence.ts';
import { fitArguments } from './fit-arguments.ts';
import { fitBounds } from './fit-bounds.ts';
import { fitBundles } from './fit-bundles.ts';
import { fitClauses } from './fit-clauses.ts';
import { fitCoordination } from './fit-coordination.ts';
import { fitDates } from './fit-dates.ts';
import { fitNounPrepositions } from './fit-noun-prepositions.ts';
import { fitParticiples } from './fit-participles.ts';
import { fitRelativeClauses } from './fit-relative-clauses.ts';
import { fitHeadedBy } from './fit-headed-by.ts';
import { fitRelations } from './fit-relations.ts';
import { longestRun } from './heap.ts';
import { rankBundles } from './rank-bundles.ts';
import { noBundle, type Bundle } from './bundle.ts';
import type { Syntax } from './read-syntax.ts';
import { scoreHeads } from './score-heads.ts';

/** What the net says of one token; `head` is the index of a token, -1 for the root. */
export interface ParsedToken {
  readonly bundle: Bundle;
  readonly head: number;
  readonly relation: string;
}

/** A sentence with the part of speech, features, lemma, head and relation of every token. Exactly one root, no cycles. */
export function parseSentence(sentence: RawSentence, syntax: Syntax): Sentence {
  const analyses = collect(sentence.tokens, (token) => syntax.morphology.analyse(token.text));
  const parsed = parseThroughLinks(sentence.tokens, analyses, syntax);
  const tokens = collect(sentence.tokens, ({ start, stop, text, kind, norm }, i): Token => {
    const { bundle, head, relation } = parsed[i] ?? unparsed;
    const { pos, features } = bundle;
    const lemma = chooseLemma(analyses[i] ?? [], bundle, syntax.agreement) ?? norm;
    return { start, stop, text, kind, norm, lemma, pos, features, head, relation };
  });
  return { index: sentence.index, start: sentence.start, stop: sentence.stop, tokens };
}

/** The parse of a row of tokens, to which the brackets and addresses of links are marks on the words in them. */
function parseThroughLinks(
  tokens: readonly RawToken[],
  analyses: readonly (readonly WordAnalysis[])[],
  syntax: Syntax,
): readonly ParsedToken[] {
  const links = linkMarks(tokens);
  if (links.size === 0) return parseTokens(tokens, analyses, syntax);
  const places = [...tokens.keys()].filter((i) => !links.has(i));
  const words = parseTokens(
    places.flatMap((i) => tokens[i] ?? []),
    places.map((i) => analyses[i] ?? []),
    syntax,
  );
  const parsed: ParsedToken[] = tokens.map(({ text }, i) => ({
    bundle: { ...noBundle, pos: 'PUNCT' },
    head: (text === ']' ? places.findLast((place) => place < i) : places.find((place) => place > i)) ?? -1,
    relation: 'punct',
  }));
  for (const [k, word] of words.entries()) parsed[places[k] ?? 0] = { ...word, head: places[word.head] ?? -1 };
  return parsed;
}

/**
 * «посол [https://example.org/1 заявил], что»: the brackets and the address of a link that stands apart and has words. Those of
 * «[https://example.org/1 сообщается] на сайте» part no subject from its verb and stay as they are.
 */
function linkMarks(tokens: readonly RawToken[]): ReadonlySet<number> {
  const marks = new Set<number>();
  for (const [i, bracket] of tokens.entries()) {
    if (bracket.text !== '[') continue;
    const [address, word] = [tokens[i + 1], tokens[i + 2]];
    const isApart = (tokens[i - 1]?.stop ?? -1) < bracket.start;
    if (!isApart || !/^https?:/u.test(address?.text ?? '') || !word || word.text.endsWith('ся')) continue;
    const end = tokens.findIndex((t, k) => k > i && t.text === ']');
    if (end > i + 2) for (const mark of [i, i + 1, end]) marks.add(mark);
  }
  return marks;
}

const unparsed: ParsedToken = { bundle: noBundle, head: -1, relation: 'root' };

/**
 * Tags and parses a row of tokens whose readings are given. A run longer than `longestRun` is parsed in pieces, each but the
 * first hanging on the root of the first by `parataxis`: such a run is a list or a table, not a sentence.
 */
export function parseTokens(
  tokens: readonly RawToken[],
  analyses: readonly (readonly WordAnalysis[])[],
  syntax: Syntax,
): readonly ParsedToken[] {
  const parsed: ParsedToken[] = [];
  let root = -1;
  for (let from = 0; from < tokens.length; from += longestRun) {
    const piece = parseRun(tokens.slice(from, from + longestRun), analyses.slice(from, from + longestRun), syntax);
    for (const it of piece) {
      if (it.head >= 0) parsed.push(from === 0 ? it : { ...it, head: it.head + from });
      else if (root >= 0) parsed.push({ ...it, head: root, relation: 'parataxis' });
      else {
        root = parsed.length;
        parsed.push(it);
      }
    }
  }
  return parsed;
}

function parseRun(
  tokens: readonly RawToken[],
  analyses: readonly (readonly WordAnalysis[])[],
  syntax: Syntax,
): readonly ParsedToken[] {
  const count = tokens.length;
  encodeSentence(syntax, tokens, analyses);
  const ranked = rankBundles(syntax, tokens, analyses);
  const first = collect(ranked, (of) => of[0]?.bundle ?? noBundle);
  const isMark = findMarks(first);
  const scores = scoreHeads(syntax, count);
  const heads = treeOfWords(scores, isMark);
  const texts = collect(tokens, (token) => token.text);
  const relations = fitRelations(texts, first, heads, chooseRelations(syntax, heads, isMark));
  const agreed = { texts, analyses, heads, relations, bundles: agreeBundles(ranked, heads, relations) };
  fitClauses(agreed);
  fitDates(agreed);
  fitBounds(agreed);
  fitParticiples(agreed);
  fitArguments(agreed);
  fitCoordination(agreed);
  fitNounPrepositions(agreed);
  fitHeadedBy(agreed);
  fitRelativeClauses(agreed);
  const bundles = fitBundles(agreed, syntax.bundleOf);
  const tree = {
    texts,
    isMark,
    heads,
    relations,
    pos: collect(bundles, (bundle) => bundle.pos),
  };
  attachPunctuation(tree, syntax.punctuation, scores);
  return tokens.map((_, i) => ({
    bundle: bundles[i] ?? noBundle,
    head: heads[i] ?? -1,
    relation: relations[i] ?? 'dep',
  }));
}

/** Marks, that is what only hangs on words; where there are no words («…»), the marks stand for them. */
function findMarks(bundles: readonly Bundle[]): readonly boolean[] {
  const isMark = collect(bundles, (bundle) => bundle.pos === 'PUNCT');
  return isMark.includes(false) ? isMark : isMark.map(() => false);
}

const scoresOfWords = createScratch((length) => new Float32Array(length));

/** The best tree over the words alone: marks, which nothing hangs on, would only stand in its way. */
function treeOfWords(scores: Float32Array, isMark: readonly boolean[]): Int32Array {
  const count = isMark.length;
  // where the columns of words stand in a row of scores: the root first
  const columns = [0];
  for (let i = 0; i < count; i++) if (isMark[i] === false) columns.push(i + 1);
  const width = columns.length;
  const own = scoresOfWords((width - 1) * width);
  for (let i = 1; i < width; i++) {
    const row = ((columns[i] ?? 0) - 1) * (count + 1);
    const to = (i - 1) * width;
    for (let j = 0; j < width; j++) own[to + j] = scores[row + (columns[j] ?? 0)] ?? 0;
  }
  const heads = new Int32Array(count).fill(-1);
  for (const [i, head] of bestTree(own, width - 1).entries()) {
    heads[(columns[i + 1] ?? 0) - 1] = head < 0 ? -1 : (columns[head + 1] ?? 0) - 1;
  }
  return heads;
}

function chooseRelations(syntax: Syntax, heads: Int32Array, isMark: readonly boolean[]): readonly string[] {
  const count = heads.length;
  const { heap, size, labelDependent, labelHead, labelOut, labelRoot } = syntax;
  const { room, floats } = heap;
  const width = labelDependent.columns;
  heap.take(room.normal + size, size, count, size);
  heap.multiply(labelDependent, room.a);
  heap.multiply(labelHead, room.b);
  for (let i = 0; i < count; i++) {
    const head = heads[i] ?? -1;
    for (let k = 0; k < width; k++) {
      const of = head < 0 ? labelRoot[k] : floats[room.b + head * width + k];
      floats[room.a + i * width + k] = (floats[room.a + i * width + k] ?? 0) + (of ?? 0);
    }
  }
  heap.rectify(room.a, count * width);
  heap.take(room.a, width, count, width);
  heap.multiply(labelOut, room.c);
  return collect(heads, (head, i) => {
    const best = syntax.relations[largest(floats, room.c + i * labelOut.columns, syntax.relations.length)] ?? 'dep';
    if (isMark[i] === true) return 'punct';
    return head < 0 ? 'root' : best === 'root' ? 'parataxis' : best;
  });
}

function largest(floats: Float32Array, from: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if ((floats[from + i] ?? 0) > (floats[from + best] ?? 0)) best = i;
  return best;
}
