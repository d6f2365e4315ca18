import type { Mention, MentionKind, Sentence, Token } from '../../analysis.ts';
import { collect } from '../../collect.ts';
import { makeFeatures } from '../../features.ts';
import { bySentence, type Candidate } from './candidate.ts';
import { findJointAdjectives, findListed } from './find-listed.ts';
import { findNounMentions } from './find-noun-mentions.ts';
import { fitToNames, fitToOthers } from './fit-tagged.ts';
import { isMentionHead, kindOfType } from './mention-types.ts';
import { nameMention } from './name-mention.ts';
import { findNamesBehindPosts, findPostsBeforeNames, findPostsOfServed, postOfServed } from './posts-before-names.ts';
import { findOwnedBodies, reachOwner } from './reach-owner.ts';
import { domains, type MentionData } from './read-mention-data.ts';
import { splitPieces, type Piece } from './split-pieces.ts';
import { splitTagged } from './split-tagged.ts';
import { tagDocument, type TaggedSpan } from './tag-spans.ts';
import { trimTagged } from './trim-tagged.ts';
import { findUnlisted } from './unlisted-names.ts';

/**
 * Names and descriptions in a text, nested where they nest, in the order of the text, the longer first where two start
 * together. `chain` is -1 for all: `resolveMentions` fills it in. Sentences are tagged and parsed.
 */
export function findMentions(text: string, sentences: readonly Sentence[], data: MentionData): readonly Mention[] {
  const known = findListed(sentences, data.known);
  const unlisted = findUnlisted(sentences, known, data.morphology);
  const knownIn = bySentence(known);
  const unlistedIn = bySentence(unlisted);
  const namesIn = bySentence([...known, ...unlisted]);
  const fitted = findTagged(sentences, data).flatMap((candidate) => {
    const { sentence } = candidate;
    const tokens = sentences[sentence]?.tokens ?? [];
    return fitToNames(candidate, tokens, namesIn(sentence), unlistedIn(sentence), data.morphology) ?? [];
  });
  const fittedIn = bySentence(fitted);
  const tagged = fitted.flatMap((candidate) => {
    const { sentence } = candidate;
    const tokens = sentences[sentence]?.tokens ?? [];
    const beside = fittedIn(sentence);
    const whole = fitToOthers(candidate, tokens, beside, knownIn(sentence));
    return whole === null ? [] : reachOwner(whole, tokens, [...namesIn(sentence), ...beside]);
  });
  const nouns = findNounMentions(sentences.map((sentence) => withoutLife(sentence, unlistedIn(sentence.index))));
  const named = [...known, ...unlisted, ...tagged];
  const people = findNamesBehindPosts(sentences, named, data.morphology);
  const posts = findPostsBeforeNames(sentences, [...named, ...people], data.morphology);
  const served = findPostsOfServed(sentences, [...posts, ...nouns, ...named, ...people]);
  return dropDoubles([
    ...served,
    ...known,
    ...unlisted,
    ...people,
    ...posts,
    ...nouns,
    ...tagged,
    ...findOwnedBodies(sentences, named),
    ...findJointAdjectives(sentences),
  ])
    .map((candidate) => nameMention(text, sentences, candidate, data))
    .sort((a, b) => a.start - b.start || b.stop - a.stop);
}

/** The parser takes an unknown name for a person; a state that is found is none, so no post hangs on it. */
function withoutLife(sentence: Sentence, unlisted: readonly Candidate[]): Sentence {
  if (unlisted.length === 0) return sentence;
  const own = new Set(unlisted.map((one) => one.from));
  const tokens = collect(sentence.tokens, (token, at) =>
    own.has(at) ? { ...token, features: makeFeatures({ ...token.features, animacy: 'Inan' }) } : token,
  );
  return { ...sentence, tokens };
}

/** What the trained tagger finds, all its nested heads. */
function findTagged(sentences: readonly Sentence[], data: MentionData): readonly Candidate[] {
  const words = sentences.map((sentence) => splitPieces(sentence.tokens));
  return tagDocument(data.tagger, data, words, domains.nerel, isMentionHead).flatMap((span) => {
    const kind = kindOfType[span.type];
    const all = sentences[span.sentence]?.tokens ?? [];
    const run = kind === undefined ? null : tokensOfPieces(words[span.sentence] ?? [], span, kind);
    const tokens = all.slice(run?.from, run?.to);
    if (!kind || !run || !tokens.some((token) => isNominal(token))) return [];
    const trimmed = trimTagged(
      {
        sentence: span.sentence,
        ...run,
        kind,
        form: isName(tokens) ? 'name' : 'description',
        known: null,
        name: null,
        why: `tagger ${span.type}`,
      },
      all,
      data.morphology,
    );
    return trimmed ? splitTagged(trimmed, all, data.morphology) : [];
  });
}

/**
 * The tokens that a run of pieces covers. Who is a «президент» is an «экс-президент» as well; a name that is only a part of a
 * token («Дормар» in «Дормар-2031») names nothing by itself: `null`.
 */
function tokensOfPieces(
  pieces: readonly Piece[],
  { from, to }: TaggedSpan,
  kind: MentionKind,
): Pick<Candidate, 'from' | 'to'> | null {
  const first = pieces[from];
  const last = pieces[to - 1];
  if (!first || !last) return null;
  const isCut =
    (first.isPart && pieces[from - 1]?.token === first.token) || (last.isPart && pieces[to]?.token === last.token);
  return isCut && kind !== 'post' ? null : { from: first.token, to: last.token + 1 };
}

function isNominal(token: Token): boolean {
  return (
    token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'ADJ' || token.pos === 'X' || token.pos === 'NUM'
  );
}

/** A capital somewhere makes a name: «пресс-служба» describes, «пресс-служба МВД» and «аль-Масри» name. */
function isName(tokens: readonly Token[]): boolean {
  return tokens.some((token) => /^(?:\p{Ll}{2,4}-)?\p{Lu}|^[«"„]$|\p{N}/u.test(token.text));
}

/**
 * One candidate a span, the first listed (gazetteers, then nouns, then the tagger), save that a person or a body that the
 * tagger sees around a bare state name stays beside it.
 */
function dropDoubles(candidates: readonly Candidate[]): readonly Candidate[] {
  const rows = new Map<number, Candidate[]>();
  const all: Candidate[] = [];
  for (const candidate of candidates) {
    const own = rows.get(candidate.sentence) ?? [];
    if (own.some((one) => one.from === candidate.from && one.to === candidate.to)) continue;
    own.push(candidate);
    all.push(candidate);
    rows.set(candidate.sentence, own);
  }
  return all.filter((candidate) => {
    const beside = rows.get(candidate.sentence) ?? [];
    return !isPartOfKnown(candidate, beside) && !isPartOfSame(candidate, beside) && !isFirstName(candidate, beside);
  });
}

/** «Джорджии Ренн», «Чада Дубова»: a state that the gazetteers know, where the tagger sees a person whose name begins so. */
function isFirstName(candidate: Candidate, beside: readonly Candidate[]): boolean {
  if (candidate.kind !== 'state' || !candidate.why.startsWith('gazetteer')) return false;
  return beside.some(
    (other) =>
      other.kind === 'person' && other.from === candidate.from && candidate.to < other.to && other.form === 'name',
  );
}

/** A place or state that the tagger cuts out of a known name («Северная» of «Северная Корея»), or that crosses one. */
function isPartOfKnown(candidate: Candidate, beside: readonly Candidate[]): boolean {
  if (!candidate.why.startsWith('tagger')) return false;
  return beside.some(
    (other) =>
      other.why.startsWith('gazetteer') &&
      other.from < candidate.to &&
      candidate.from < other.to &&
      !(candidate.from <= other.from && other.to <= candidate.to),
  );
}

/**
 * Of two agreements that overlap the longer is the name («договор о дружбе», «договор о дружбе и границах»); of posts that
 * nest the outermost («министр обороны», «бывший министр обороны Перу») and the post of the one who is served.
 */
function isPartOfSame(candidate: Candidate, beside: readonly Candidate[]): boolean {
  if (candidate.kind !== 'agreement' && candidate.kind !== 'post') return false;
  if (candidate.why === postOfServed) return false;
  return beside.some(
    (other) =>
      other !== candidate &&
      other.kind === candidate.kind &&
      (candidate.kind === 'post'
        ? other.from <= candidate.from && candidate.to <= other.to
        : other.from < candidate.to && candidate.from < other.to) &&
      other.to - other.from > candidate.to - candidate.from,
  );
}
