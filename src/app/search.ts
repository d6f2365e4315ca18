import { type Hit, nothingCited, type Page, type Selection } from '../model/answer.ts';
import type { Document } from '../model/document.ts';
import type { SearchQuery, Store } from '../store/store.ts';
import { documentCard } from './cited.ts';
import { findQueryWords, parseQuery } from './search-terms.ts';

const usualLimit = 20;
const snippetsEach = 3;

/** Documents that hold the words, newest first, each with the sentences that hold most of them. */
export async function search(store: Store, words: string, selection: Selection): Promise<Page<Hit>> {
  const { offset = 0, limit = usualLimit, from, to } = selection;
  const query = parseQuery(words);
  if (query.length === 0) return { lines: [], total: 0, offset, limit, cited: nothingCited };
  const days = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  const found = await store.findDocuments({ about: { kind: 'words', query }, offset, limit, ...days });
  const sentences = await store.selectSentences(found.rows.map((d) => d.id));
  const lines = found.rows.map((d) => hitOf(d, sentences.get(d.id) ?? [], query));
  return { lines, total: found.total, offset, limit, cited: nothingCited };
}

function hitOf(document: Document, sentences: readonly number[], query: SearchQuery): Hit {
  const spans = sentences.length > 0 ? pairs(sentences) : linesOfText(document.text);
  const snippets = spans
    .map(({ start, stop }) => document.text.slice(start, stop))
    .map((text) => ({ text, marks: findQueryWords(text, query) }))
    .filter((snippet) => snippet.marks.length > 0)
    .toSorted((a, b) => b.marks.length - a.marks.length)
    .slice(0, snippetsEach);
  return { document: documentCard(document), snippets };
}

function pairs(sentences: readonly number[]): readonly { start: number; stop: number }[] {
  return sentences.flatMap((start, i) => (i % 2 === 0 ? [{ start, stop: sentences[i + 1] ?? start }] : []));
}

/** A text that was not analysed has its lines instead of sentences. */
function linesOfText(text: string): readonly { start: number; stop: number }[] {
  return [...text.matchAll(/[^\n]+/gu)].map((m) => ({ start: m.index, stop: m.index + m[0].length }));
}
