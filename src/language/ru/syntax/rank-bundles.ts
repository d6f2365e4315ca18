import type { Features, PartOfSpeech } from '../../analysis.ts';
import { collect } from '../../collect.ts';
import type { RawToken } from '../find-tokens.ts';
import { wordFlags, type Tag, type WordAnalysis } from '../morphology/word-analysis.ts';
import { rareNamesakes } from './rare-namesakes.data.ts';
import type { Bundle } from './bundle.ts';
import type { Syntax } from './read-syntax.ts';
import { treebankVoice } from './treebank-voice.ts';

/** A tag that a token may have, and how much worse than the best of the token it scored (0 or below). */
export interface RankedBundle {
  readonly bundle: Bundle;
  readonly score: number;
}

const mostRanked = 8;

/**
 * The likeliest tags of each token from the vectors of `encodeSentence`, best first. A tag that the dictionary excludes goes
 * where another is nearly as likely: «вышедшая» cannot be a genitive plural.
 */
export function rankBundles(
  syntax: Syntax,
  tokens: readonly RawToken[],
  analyses: readonly (readonly WordAnalysis[])[],
): readonly (readonly RankedBundle[])[] {
  const { heap, size, tagHidden, tagOut } = syntax;
  const { room } = heap;
  const count = analyses.length;
  heap.take(room.normal + size, size, count, size);
  heap.multiply(tagHidden, room.a);
  heap.rectify(room.a, count * tagHidden.columns);
  heap.take(room.a, tagHidden.columns, count, tagOut.inputs);
  heap.multiply(tagOut, room.wide);
  return collect(analyses, (own, i) => {
    const hints = syntax.seenHints[heap.neighbours[i + 1] ?? 0] ?? 0;
    return rankOne(syntax, room.wide + i * tagOut.columns, own, hints, () => isCapitalAfterWord(tokens, i));
  });
}

/** What the readings of a token say of its tags, as bits. */
const hint = {
  /** «Юлию»: one is as a man's name that is a woman's nearly always. */
  doubted: 1,
  /** «вышедшая» and «Гелторию» can only be what they are read as: tags that contradict it go (`isAllowed`). */
  settled: 2,
  /** «короля», but not «О.» or «ТАСС»: a noun that tells its case (`withoutBare`). */
  hasCase: 4,
  /** «который», «одной»: a pronoun, determiner or numeral of the dictionary that does (`declinedSo`). */
  declined: 8,
} as const;

/** The bits of `hint` for a token of such readings: told once a token, as going over its readings takes long. */
export function hintsOf(traits: Uint8Array, own: readonly WordAnalysis[]): number {
  return (
    (own.some(isRareNamesake) ? hint.doubted : 0) |
    (isSettled(traits, own) ? hint.settled : 0) |
    (own.some(hasCase) && !own.some(isShort) ? hint.hasCase : 0) |
    (own[0]?.isKnown === true && own.some(isDeclinedReading) ? hint.declined : 0)
  );
}

/** «барон Жиль», «Соединённые Штаты»: a capital that begins no sentence. */
function isCapitalAfterWord(tokens: readonly RawToken[], i: number): boolean {
  const before = i > 0 ? tokens[i - 1] : undefined;
  return before !== undefined && before.kind !== 'punctuation' && /^\p{Lu}\p{Ll}/u.test(tokens[i]?.text ?? '');
}

/** The tags of one token, whose scores stand at `from`. */
function rankOne(
  syntax: Syntax,
  from: number,
  own: readonly WordAnalysis[],
  hints: number,
  isCapital: () => boolean,
): readonly RankedBundle[] {
  const isDoubted = (hints & hint.doubted) !== 0;
  const margin = isDoubted ? excluded : farthest;
  const top = topBundles(syntax, from, margin);
  const near = withoutBare(syntax, from, isDoubted ? doubtMen(top) : top, hints);
  if ((hints & hint.settled) === 0) return atMost((hints & hint.declined) === 0 ? near : declinedSo(near, own));
  const mayHave = (it: RankedBundle): boolean => isAllowed(syntax, it.bundle, own, isCapital);
  if (near.every(mayHave)) return atMost(near);
  const allowed = near.filter(mayHave);
  const found =
    allowed.length > 0 ? allowed : withoutBare(syntax, from, topBundles(syntax, from, excluded), hints).filter(mayHave);
  const [first] = found;
  // «Брэд Питт»: no particle, where the dictionary has another name in that form
  if (!first || (near[0]?.bundle.pos === 'PROPN' && !open.has(first.bundle.pos))) return atMost(near);
  return fromFirst(atMost(found).filter((it) => it.score > first.score - margin));
}

/** The same tags with scores that count from the first. */
function fromFirst(ranked: readonly RankedBundle[]): readonly RankedBundle[] {
  const best = ranked[0]?.score ?? 0;
  return ranked.map(({ bundle, score }) => ({ bundle, score: score - best }));
}

/** The same tags without those of nouns and names that tell nothing, where the word has a case: «короля Богемии», but «О. Светлов». */
function withoutBare(
  syntax: Syntax,
  from: number,
  ranked: readonly RankedBundle[],
  hints: number,
): readonly RankedBundle[] {
  if ((hints & hint.hasCase) === 0 || !ranked.some(isBare)) return ranked;
  const [first] = ranked;
  if (!first || !isBare(first)) return ranked.filter((it) => !isBare(it));
  const isSame = (it: RankedBundle): boolean => it.bundle.pos === first.bundle.pos && !isBare(it);
  const near = ranked.filter(isSame);
  const found = near.length > 0 ? near : topBundles(syntax, from, excluded).filter(isSame);
  return found.length > 0 ? fromFirst(found) : ranked;
}

function isBare({ bundle }: RankedBundle): boolean {
  return isNominal(bundle.pos) && bundle.features.case === undefined;
}

function hasCase({ pos, features, lemma }: WordAnalysis): boolean {
  return isNominal(pos) && features.case !== undefined && lemma.length > 1;
}

/** «О.», «ТАСС» */
function isShort({ pos, flags, features }: WordAnalysis): boolean {
  return (
    (flags & (wordFlags.abbreviation | wordFlags.organisation)) !== 0 ||
    (pos === 'PROPN' && features.case === undefined)
  );
}

function isNominal(pos: PartOfSpeech): boolean {
  return pos === 'NOUN' || pos === 'PROPN';
}

/**
 * The same tags without those of pronouns, determiners and numerals in forms that the dictionary, where it has the word as one, has
 * not: «в который» is no locative, «одной» is not masculine. The part of speech stays.
 */
function declinedSo(ranked: readonly RankedBundle[], own: readonly WordAnalysis[]): readonly RankedBundle[] {
  const mayHave = ({ bundle }: RankedBundle): boolean => isDeclinedSo(bundle, own);
  if (ranked.every(mayHave)) return ranked;
  const pos = ranked[0]?.bundle.pos;
  const found = ranked.filter((it) => it.bundle.pos === pos && mayHave(it));
  return found.length > 0 ? fromFirst(found) : ranked;
}

function isDeclinedSo({ pos, features }: Bundle, analyses: readonly WordAnalysis[]): boolean {
  if (features.case === undefined || !declined.has(pos)) return true;
  const own = analyses.filter(isDeclinedReading);
  return own.some((it) => shownByForm.every((name) => sameOrOpen(it.features[name], features[name])));
}

function isDeclinedReading({ pos, features }: WordAnalysis): boolean {
  return declined.has(pos) && features.case !== undefined;
}

const declined: ReadonlySet<string> = new Set(['PRON', 'DET', 'NUM']);
const shownByForm: readonly (keyof Features)[] = ['case', 'number', 'gender'];

/** «Юлию Цареву»: a reading as a man's name that is a woman's nearly always. */
function isRareNamesake({ flags, features, lemma }: WordAnalysis): boolean {
  return (flags & wordFlags.given) !== 0 && features.gender === 'Masc' && rareNamesakes.has(lemma);
}

/** The same tags with those of men far less likely, best first. */
function doubtMen(ranked: readonly RankedBundle[]): readonly RankedBundle[] {
  const doubted = ranked
    .map(({ bundle, score }) => ({ bundle, score: bundle.features.gender === 'Fem' ? score : score - doubt }))
    .sort((a, b) => b.score - a.score);
  return fromFirst(doubted);
}

function atMost(ranked: readonly RankedBundle[]): readonly RankedBundle[] {
  return ranked.length > mostRanked ? ranked.slice(0, mostRanked) : ranked;
}

/** How much less likely, in logarithms, a tag may be than the likeliest; and than one that the dictionary excludes. */
const farthest = 7;
const excluded = 14;

/** How much less likely, in logarithms, the man is where a name is nearly always a woman's. */
const doubt = 11;

function topBundles({ heap, bundles, alone }: Syntax, from: number, margin: number): readonly RankedBundle[] {
  const count = heap.near(from, bundles.length, margin);
  if (count === 1) return alone[heap.nearest[0] ?? 0] ?? [];
  let best = -Infinity;
  for (let k = 0; k < count; k++) best = Math.max(best, heap.floats[from + (heap.nearest[k] ?? 0)] ?? 0);
  const ranked: RankedBundle[] = [];
  for (let k = 0; k < count; k++) {
    const i = heap.nearest[k] ?? 0;
    const bundle = bundles[i];
    if (bundle) insert(ranked, { bundle, score: (heap.floats[from + i] ?? 0) - best });
  }
  return ranked;
}

/** Puts a tag behind those that are as likely: they are few, so that no sort is quicker. */
function insert(ranked: RankedBundle[], one: RankedBundle): void {
  let at = ranked.length;
  ranked.push(one);
  for (; at > 0 && (ranked[at - 1] as RankedBundle).score < one.score; at--) {
    ranked[at] = ranked[at - 1] as RankedBundle;
  }
  ranked[at] = one;
}

/** Whether the dictionary has the word, and in open classes alone, or its ending leaves one declension («Гелторию»). */
function isSettled(traits: Uint8Array, analyses: readonly WordAnalysis[]): boolean {
  const [first] = analyses;
  if (first?.isKnown === true) return analyses.every(({ tag }) => ((traits[tag] ?? 0) & trait.open) !== 0);
  return first !== undefined && analyses.every(isInIya);
}

function isInIya({ lemma, features }: WordAnalysis): boolean {
  return features.gender === 'Fem' && features.number === 'Sing' && lemma.endsWith('ия');
}

/**
 * Whether a known word has a reading that the tag does not contradict. A participle that is nothing else («прибывшим») is no
 * adjective and no word of a closed class, and a participle no gerund and no imperative; but «Соединённые Штаты», «заслуженный
 * артист». A name that no dictionary of names has may be anything («барон Жиль», «Илья Плужников»).
 */
function isAllowed(
  { traits, allows }: Syntax,
  bundle: Bundle,
  analyses: readonly WordAnalysis[],
  isCapital: () => boolean,
): boolean {
  if (bundle.pos === 'PROPN' && isCapital() && analyses.every(isNoName)) return true;
  const isClosed = !open.has(bundle.pos);
  if (isClosed || (bundle.pos === 'ADJ' && !isCapital() && analyses[0]?.lemma !== 'заслужить')) {
    if (analyses.every(({ tag }) => ((traits[tag] ?? 0) & trait.participle) !== 0)) return false;
  }
  return isClosed || analyses.some(({ tag }) => allows(tag, bundle) === 1);
}

/** «Жиль» is a form of a verb; «Питт» may be of «Питта» in the plural, which nobody is called. «Цезарю» is in the dative. */
function isNoName({ pos, flags, features }: WordAnalysis): boolean {
  if (!isNominal(pos)) return (flags & (ofThings | ofPeople)) === 0;
  return features.number === 'Plur' && (flags & ofThings) === 0;
}

const ofThings = wordFlags.place | wordFlags.organisation;
const ofPeople = wordFlags.given | wordFlags.surname | wordFlags.patronymic;

const trait = { open: 1, participle: 2 } as const;

/** What is asked of every reading of every token, as bits by the id of its tag. */
export function traitsOf(tags: readonly Tag[]): Uint8Array {
  return Uint8Array.from(
    tags,
    ({ pos, features }) => (open.has(pos) ? trait.open : 0) | (features.verbForm === 'Part' ? trait.participle : 0),
  );
}

/** 1 where nothing in the tag of a reading contradicts that of the net, else 0. A name may be a person's or a thing's, a noun not. */
export function allowsBundle({ pos, features }: Tag, bundle: Bundle): 0 | 1 {
  const isSame =
    (pos === bundle.pos || names.get(pos)?.includes(bundle.pos) === true) &&
    (pos !== 'VERB' || isVerbFormOf(features, bundle)) &&
    // «принятому» may be an adjective or a participle, and is no «принял»
    (pos !== 'ADJ' || bundle.pos !== 'VERB' || bundle.features.verbForm === 'Part') &&
    settled.every((name) => sameOrOpen(features[name], bundle.features[name])) &&
    sameOrOpen(treebankVoice(features), bundle.features.voice) &&
    (pos !== 'NOUN' || bundle.pos !== 'NOUN' || sameOrOpen(features.animacy, bundle.features.animacy));
  return isSame ? 1 : 0;
}

/** A participle stays one where it is a verb at all, and no other form of a verb is an adjective («балуетесь»). */
function isVerbFormOf({ verbForm }: Features, bundle: Bundle): boolean {
  if (verbForm !== 'Part') return bundle.pos === 'VERB';
  return bundle.pos !== 'VERB' || bundle.features.verbForm === 'Part';
}

function sameOrOpen(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

const open: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'VERB']);
const names: ReadonlyMap<PartOfSpeech, readonly PartOfSpeech[]> = new Map([
  ['NOUN', ['PROPN']],
  ['PROPN', ['NOUN']],
  ['ADJ', ['VERB', 'NOUN', 'PROPN']],
  ['VERB', ['ADJ']],
]);
const settled: readonly (keyof Features)[] = ['case', 'number', 'gender', 'person', 'tense', 'aspect'];
