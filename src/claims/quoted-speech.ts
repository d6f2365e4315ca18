import type { Quotation } from '../language/analysis.ts';
import { contains, type Span } from '../model/span.ts';
import type { Rejected } from './findings.ts';
import { type Reading, tokensWithin, treeAt } from './reading.ts';
import { isVerbal, type Tree } from './tree.ts';

/** The words that this speaker is quoted with: the quotation that ends or begins in this sentence. */
export function quotationOf(tree: Tree, verb: number, speech: readonly Quotation[], shared: boolean): Quotation | null {
  const colon = tree.tokens.at(-1)?.text === ':';
  const reach = tree.sentence.stop + (colon ? afterColon : 0);
  const near = speech.filter((q) => q.stop > tree.sentence.start && q.start < reach);
  if (near.length === 0) return null;
  if (!shared) return near[0] ?? null;
  const at = tree.tokens[verb]?.start ?? 0;
  return near.toSorted((x, y) => gap(x, at) - gap(y, at))[0] ?? null;
}

/** «Посол заявил:» and the words on the next line: white space, marks and a bullet between them. */
const afterColon = 8;

function gap(q: Span, at: number): number {
  return at < q.start ? q.start - at : at - q.stop;
}

/** Whether a word stands in any quotation, a name or irony too. */
export function isQuoted(reading: Reading, word: Span): boolean {
  return reading.analysis.quotations.some((q) => contains(q, word));
}

/** Whether it stands in words that somebody said. */
export function insideSpeech(reading: Reading, token: Span): boolean {
  return reading.analysis.quotations.some(
    (q) => contains(q, token) && q.stop - q.start > 40 && !isOfAuthor(reading, q, token),
  );
}

/**
 * «Мы закончим к осени, — сказал посол. — Порт откроется», «… к осени,— сказал посол.— Порт …»: the author's own words between two
 * dashes of a quotation.
 */
function isOfAuthor(reading: Reading, q: Span, token: Span): boolean {
  const { text } = reading.analysis;
  const before = text.slice(Math.max(q.start, token.start - longestLead), token.start);
  const after = text.slice(token.stop, Math.min(q.stop, token.stop + longestAside));
  return /[,!?…]\s?[—–-]\s(?:\p{L}+\s){0,3}$/u.test(before) && /^[^—–«»]*?[.,]\s?[—–-]\s/u.test(after);
}

/** How far a dash stands before the verb of the author's words, and how long these are, in UTF-16 units. */
const longestLead = 60;
const longestAside = 300;

/** Words between quotation marks are speech when they say something: more than a name, with a verb or many words. */
export function isSpeech(reading: Reading, q: Quotation, rejected: Rejected[]): boolean {
  const tree = treeAt(reading, q.start);
  const no = (reason: string): false => {
    rejected.push({ rule: 'statement.quotation', reason, start: q.start, stop: q.stop });
    return false;
  };
  if (q.depth > 0 || !tree) return false;
  const place = tokensWithin(tree, q);
  if (!place) return false;
  const [first, last] = place;
  const words = tree.tokens.slice(first, last + 1).filter((t) => t.kind === 'word');
  if (q.stop > tree.sentence.stop) return true;
  if (isSetOff(tree, last)) return true;
  if (words.length < 3) return no('too short for speech: a name or irony');
  const before = tree.tokens[first - 2];
  const opens = first <= 1 || before?.text === ':' || before?.text === ',' || dash.test(before?.text ?? '');
  const hasVerb = words.some((t) => isVerbal(t) || t.features.variant === 'Short');
  const named = before?.pos === 'NOUN' && /^\p{Lu}/u.test(words[0]?.text ?? '') && !opens;
  if (named && words.length < 12) return no('a title after its noun');
  if (!hasVerb && words.length < 6) return no('a name: no verb within');
  return true;
}

/** «Нет», — ответил посол. «Мы против этого решения!» — заявил он: the layout of speech, whatever stands between the marks. */
function isSetOff(tree: Tree, last: number): boolean {
  const rest = tree.tokens.slice(last).map((t) => t.text);
  const closing = rest.findIndex((text) => /^[»"”]$/u.test(text));
  const [end, next, after] = [rest[closing - 1] ?? '', rest[closing + 1] ?? '', rest[closing + 2] ?? ''];
  return closing >= 0 && closing <= 1 && (next === ',' ? dash.test(after) : /^[!?…]/u.test(end) && dash.test(next));
}

const dash = /^[-–—]$/u;
