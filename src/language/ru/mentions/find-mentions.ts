import type { Mention, MentionKind, Sentence, Token } from '../../analysis.ts';
import { collect } from '../../collect.ts';
import { makeFeatures } from '../../features.ts';
import type { MentionData } from './read-mention-data.ts';
import { isMentionHead, kindOfType } from './mention-types.ts';
import { stateByKey, type State } from '../gazetteer/gazetteer.ts';
import { statesOfJointAdjective } from '../gazetteer/joint-adjective.ts';
import { domains } from './read-mention-data.ts';
import { findNounMentions } from './find-noun-mentions.ts';
import { findNamesBehindPosts, findPostsBeforeNames, findPostsOfServed, postOfServed } from './posts-before-names.ts';
import {
  endBeforeName,
  findUnlisted,
  fitTagged,
  isListOfStates,
  isNameWithCircumstance,
  joinItsState,
  joinNamesake,
  joinQuotedTitle,
  readGivenName,
} from './fit-tagged.ts';
import { findOwnedBodies, reachOwner } from './reach-owner.ts';
import { findUnlistedNames } from './unlisted-names.ts';
import { nameMention } from './name-mention.ts';
import { titledNouns } from './nouns.data.ts';
import { bySentence } from './by-sentence.ts';
import type { Piece } from './split-pieces.ts';
import { splitPieces } from './split-pieces.ts';
import { splitTagged } from './split-tagged.ts';
import type { TaggedSpan } from './tag-spans.ts';
import { tagDocument } from './tag-spans.ts';
import { trimTagged } from './trim-tagged.ts';

/** A mention before it has its name: tokens [from, to) of one sentence. */
export interface Candidate {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly kind: MentionKind;
  readonly form: Mention['form'];
  /** Key of the state or body that the gazetteers know it as. */
  readonly known: string | null;
  /** Nominative where a gazetteer gives it. */
  readonly name: string | null;
  readonly why: string;
}

/**
 * Names and descriptions in a text, nested where they nest, in the order of the text, the longer first where two start
 * together. `chain` is -1 for all: `resolveMentions` fills it in. Sentences are tagged and parsed.
 */
export function findMentions(text: string, sentences: readonly Sentence[], data: MentionData): readonly Mention[] {
  const listed = findKnown(sentences, data);
  const known = [...listed, ...findInitials(sentences, listed)];
  const unlisted = findUnlisted(sentences, findUnlistedNames(sentences, known, data.morphology));
  const knownIn = bySentence(known);
  const unlistedIn = bySentence(unlisted);
  const namesIn = bySentence([...known, ...unlisted]);
  const fitted = findTagged(sentences, data).flatMap((candidate) => {
    const tokens = sentences[candidate.sentence]?.tokens ?? [];
    const names = namesIn(candidate.sentence);
    return isListOfStates(candidate, tokens, names) || isNameWithCircumstance(candidate, tokens, names)
      ? []
      : (fitTagged(readGivenName(candidate, tokens, names, data.morphology), tokens, unlistedIn(candidate.sentence)) ??
          []);
  });
  const fittedIn = bySentence(fitted);
  const tagged = fitted.flatMap((candidate): readonly Candidate[] => {
    const tokens = sentences[candidate.sentence]?.tokens ?? [];
    const beside = fittedIn(candidate.sentence);
    const ended = endBeforeName(candidate, tokens, beside);
    if (ended === null) return [];
    const titled = joinQuotedTitle(joinNamesake(ended, tokens, beside), tokens, beside);
    const whole = joinItsState(titled, tokens, knownIn(candidate.sentence));
    return [reachOwner(whole, tokens, [...namesIn(candidate.sentence), ...beside])];
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

/** «Российская Федерация», «белорусский», «ОДКБ»: what the gazetteers list. */
function findKnown(sentences: readonly Sentence[], data: MentionData): readonly Candidate[] {
  return sentences.flatMap((sentence) =>
    data.known.find(sentence.tokens.map((token) => token.text)).flatMap(({ from, to, known }): readonly Candidate[] => {
      if (known.kind === 'demonym' || isPronounAtStart(sentence.tokens, from, to)) return [];
      if (known.kind === 'state' && isTitleOfBody(sentence.tokens, from, to)) return [titleOf(sentence, from, to)];
      const kind = {
        state: 'state',
        adjective: 'state',
        capital: 'place',
        body: 'organisation',
        metonym: 'facility',
      } as const;
      return [
        {
          sentence: sentence.index,
          from,
          to,
          kind: kind[known.kind],
          form: 'name',
          known: known.kind === 'capital' || known.kind === 'metonym' ? null : known.key,
          name: known.name,
          why: `gazetteer ${known.kind}`,
        },
      ];
    }),
  );
}

/** «долг КР» of a text that speaks of the Kyrgyz Republic: the first letters of a republic's own name, where they fit but one state. */
function findInitials(sentences: readonly Sentence[], listed: readonly Candidate[]): readonly Candidate[] {
  const states = statesByInitials(listed);
  if (states.size === 0) return [];
  return sentences.flatMap(({ index, tokens }) =>
    tokens.flatMap((token, at): readonly Candidate[] => {
      const state = states.get(token.text);
      if (!state || listed.some((one) => one.sentence === index && one.from <= at && at < one.to)) return [];
      const { key, name } = state;
      const why = 'gazetteer initials';
      return [{ sentence: index, from: at, to: at + 1, kind: 'state', form: 'name', known: key, name, why }];
    }),
  );
}

/** Of the republics that the text names, by «КР», «РК»; `null` where two are written so. */
function statesByInitials(listed: readonly Candidate[]): ReadonlyMap<string, State | null> {
  const states = new Map<string, State | null>();
  for (const key of new Set(listed.map(({ known }) => known ?? ''))) {
    const state = stateByKey.get(key);
    const republics = state?.aliases.filter((one) => / республика$|^республика /iu.test(one)) ?? [];
    for (const letters of new Set(republics.map(initialsOf)))
      states.set(letters, states.has(letters) ? null : (state ?? null));
  }
  return states;
}

function initialsOf(name: string): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}

/** «телеканал "Перу"»: the name of a state alone in quotation marks behind what bears a title is no state. */
function isTitleOfBody(tokens: readonly Token[], from: number, to: number): boolean {
  const isQuoted = /^[«"„“]$/u.test(tokens[from - 1]?.text ?? '') && /^[»"”“]$/u.test(tokens[to]?.text ?? '');
  return isQuoted && titledNouns.has(tokens[from - 2]?.lemma ?? '');
}

function titleOf({ index, tokens }: Sentence, from: number, to: number): Candidate {
  const words = tokens.slice(from, to).map(({ text }) => text);
  const why = 'rule title of body';
  return { sentence: index, from, to, kind: 'organisation', form: 'name', known: null, name: words.join(' '), why };
}

/** «перуано-чилийского», «российско-белорусская»: both parts are adjectives of states that the gazetteers list. */
function findJointAdjectives(sentences: readonly Sentence[]): readonly Candidate[] {
  return sentences.flatMap(({ index, tokens }) =>
    tokens.flatMap((token, at): readonly Candidate[] => {
      if (!token.lemma.includes('-') || statesOfJointAdjective(token.lemma).length === 0) return [];
      const why = 'rule joint adjective';
      return [{ sentence: index, from: at, to: at + 1, kind: 'state', form: 'name', known: null, name: null, why }];
    }),
  );
}

/** «Того же мнения …» is no Togo. */
function isPronounAtStart(tokens: readonly Token[], from: number, to: number): boolean {
  const pos = tokens[from]?.pos;
  return to - from === 1 && (pos === 'PRON' || pos === 'DET' || pos === 'ADV');
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
