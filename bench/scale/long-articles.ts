import type { Claim } from '../../src/model/claim.ts';
import { hashOf } from '../../src/model/ids.ts';
import { termsOfText } from '../../src/app/search-terms.ts';
import type { Reading } from '../../src/store/store.ts';
import { generateWorlds, type Reading as Article } from '../record.ts';

/** Articles of an invented world that make one document: together as long as a news report is. */
const articlesEach = 5;

/** That many documents, each of several articles of one invented world, with the claims that the world knows. */
export function* longArticles(wanted: number): Generator<Reading> {
  let articles: Article[] = [];
  let n = 0;
  for (const article of generateWorlds()) {
    if (n === wanted) return;
    articles.push(article);
    if (articles.length < articlesEach) continue;
    yield joined(articles, n++);
    articles = [];
  }
}

function joined(articles: readonly Article[], n: number): Reading {
  const [first] = articles;
  if (!first) throw new Error('a document has at least one article');
  const source = `https://press.example/${n}`;
  const id = hashOf([source]).slice(0, 16);
  let text = '';
  const claims: Claim[] = [];
  for (const { document, claims: found } of articles) {
    const offset = text.length;
    text += `${document.text}\n\n`;
    for (const claim of found) claims.push(movedTo(claim, id, offset, claims.length));
  }
  const bytes = Buffer.from(text);
  const sha256 = hashOf([text]);
  const at = '2026-03-01T12:00:00.000Z';
  return {
    capture: { source, sha256, at, format: 'text', contentType: null, bytes, headers: {}, hints: {} },
    document: { ...first.document, id, source, origin: id, text, capture: { at, sha256 } },
    claims,
    sentences: sentencesOf(text),
    terms: termsOfText(text),
    engine: 'bench',
  };
}

function movedTo(claim: Claim, document: string, offset: number, n: number): Claim {
  const { start, stop, text } = claim.evidence;
  const evidence = { start: start + offset, stop: stop + offset, text };
  return Object.assign({}, claim, { id: hashOf([document, String(n)]).slice(0, 16), document, evidence });
}

function sentencesOf(text: string): readonly number[] {
  return [...text.matchAll(/[^\n.]+\.?/gu)].flatMap((m) => [m.index, m.index + m[0].length]);
}
