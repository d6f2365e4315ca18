import type { Token } from '../language/analysis.ts';
import type { Role } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import type { Draft } from './draft.ts';
import { makeCarriedQuote } from './make-statement.ts';
import { readPredication } from './predications.ts';
import { type Reading, treeAt } from './reading.ts';
import { fillRole, kindAt } from './roles.ts';
import { dependents, isVerbal, type Tree } from './tree.ts';

/**
 * Words without quotation marks that a colon at the end of a line introduces: «Посол сказал:», and on the next line what he said.
 * A sentence that says nothing else gets them as its quotation; after one that tells in its own words what was said they are one
 * statement more, as where nobody was said to speak but the words are in the first person.
 * In: the drafts of the statements that the sentences attribute. Out: these, with the words that were set apart.
 */
export function withBlockQuotes(reading: Reading, drafts: readonly Draft[]): readonly Draft[] {
  const set = reading.trees.flatMap((tree) => {
    const words = blockAfter(reading, tree);
    return words && !drafts.some((d) => isIn(d, words)) ? [{ tree, words }] : [];
  });
  const introduced = drafts.map((draft): Draft => {
    const block = set.find(({ tree }) => saidIn(draft) === tree.sentence.index);
    if (!block || draft.type !== 'statement' || draft.quote !== null || tellsItself(block.tree, draft)) return draft;
    return { ...draft, mode: 'direct', quote: reading.analysis.text.slice(block.words.start, block.words.stop) };
  });
  const added = set.flatMap(({ tree, words }): readonly Draft[] => {
    const said = introduced.filter((d) => saidIn(d) === tree.sentence.index);
    if (said.some((d) => d.type === 'statement' && d.quote !== null)) return [];
    const speaker = said.at(-1)?.roles.find((r) => r.role === 'speaker') ?? speakerOfOwnWords(reading, tree, words);
    const draft = speaker ? makeCarriedQuote(reading, words, speaker) : null;
    return draft ? [draft] : [];
  });
  return [...introduced, ...added];
}

function saidIn(draft: Draft): number {
  return draft.attributedIn ?? draft.sentence;
}

function isIn(draft: Draft, { start, stop }: Span): boolean {
  return draft.evidence.start < stop && draft.evidence.stop > start;
}

/** The paragraph after a sentence that ends a line with a colon, where it is told in a sentence with a verb and without marks. */
function blockAfter(reading: Reading, tree: Tree): Span | null {
  const { text } = reading.analysis;
  const colon = tree.tokens.at(-1);
  if (colon?.text !== ':') return null;
  const gap = /^[^\S\n]*\n\s*/u.exec(text.slice(colon.stop, colon.stop + longestGap))?.[0];
  const start = colon.stop + (gap?.length ?? 0);
  if (gap === undefined || !/^\p{Lu}\p{Ll}*[\s,]/u.test(text.slice(start, start + longestWord))) return null;
  const end = text.indexOf('\n', start);
  const stop = end < 0 ? text.trimEnd().length : end;
  const words = treeAt(reading, start)?.tokens.filter((t) => t.kind === 'word') ?? [];
  return words.length >= fewestWords && words.some((t) => isVerbal(t)) ? { start, stop } : null;
}

/** In UTF-16 units: the white space between a colon and the next line, and its first word. */
const longestGap = 8;
const longestWord = 24;
/** A line of fewer words may be the first of a list. */
const fewestWords = 3;

/** «сообщила, что все живы:», «По словам посла, порт закрыт:»: a sentence that says what was said. */
function tellsItself(tree: Tree, { rule, token }: Draft): boolean {
  return rule === 'statement.according-to' || dependents(tree, token, 'ccomp', 'parataxis', 'csubj').length > 0;
}

/** «Посол отказался от поста:» before words in the first person: the person of whom the sentence tells says them. */
function speakerOfOwnWords(reading: Reading, tree: Tree, words: Span): Role | null {
  const own = reading.trees
    .filter((t) => t.sentence.start < words.stop && t.sentence.stop > words.start)
    .some((t) => t.tokens.some(isFirstPerson));
  const root = tree.tokens.findIndex((t) => t.head < 0);
  if (!own || root < 0) return null;
  const people = readPredication(tree, root).agents.filter((a) => kindAt(reading, tree, a) === 'person');
  const [person] = people;
  return person === undefined || people.length > 1 ? null : fillRole(reading, tree, person, 'speaker');
}

function isFirstPerson({ pos, features }: Token): boolean {
  return features.person === '1' && (pos === 'PRON' || pos === 'VERB');
}
