import { hashText } from '../../hash-text.ts';
import { mix } from './hash.ts';
import type { TaggedSpan } from './tag-spans.ts';
import type { Cell } from './tagger-features.ts';
import { cellAt } from './tree-features.ts';

/** What the finds of a document say of one token; all numbers are hashes, 0 for nothing. */
export interface Told extends Here {
  readonly before: Beside;
  readonly after: Beside;
  readonly setTwoBefore: number;
  readonly setTwoAfter: number;
  /** Votes of the other places with the same lemma, and with the same first five letters. */
  readonly lemma: Votes;
  readonly stem: Votes;
  /** The commonest find among the other quoted names of the sentence, and how many they are. */
  readonly peer: number;
  readonly peers: number;
}

interface Beside {
  readonly set: number;
  readonly tags: readonly number[];
  /** The winner among the votes on its lemma. */
  readonly winner: number;
}

interface Votes {
  /** The find that most other places have, with their share; 1 for a word found nowhere else, 2 for one that only here is a find. */
  readonly winner: number;
  readonly votes: readonly number[];
}

/** What was found on a token itself. */
interface Here {
  /** Hash of all its tags. */
  readonly set: number;
  /** Hashes of find and place in it (first, inside, last, alone). */
  readonly tags: readonly number[];
  readonly finds: readonly number[];
  /** The same for runs of words that are a name elsewhere in the document, with the share of places. */
  readonly names: readonly number[];
}

interface OpenHere {
  set: number;
  readonly tags: number[];
  readonly finds: number[];
  readonly names: number[];
}

/** Finds at the places of one word or run of words. */
interface Tally {
  places: number;
  readonly finds: Map<number, number>;
}

const place = { first: 1, inside: 2, last: 3, alone: 4 } as const;

/** Longest name that is looked for elsewhere, in tokens. */
const longestName = 6;

const nothing: Here = { set: 0, tags: [], finds: [], names: [] };
const noVotes: Votes = { winner: 0, votes: [] };
const noBeside: Beside = { set: 0, tags: [], winner: 0 };

/** Of a token of which nothing is said. */
export const silence: Told = {
  ...nothing,
  before: noBeside,
  after: noBeside,
  setTwoBefore: 0,
  setTwoAfter: 0,
  lemma: noVotes,
  stem: noVotes,
  peer: 0,
  peers: 0,
};

/** Gathers what `spans` say of a document's words; `tell` gives it for a token, `null` where nothing is said of it. */
export function listenToDocument(
  sentences: readonly (readonly Cell[])[],
  spans: readonly TaggedSpan[],
): { tell(sentence: number, i: number): Told | null } {
  const here: (OpenHere | undefined)[][] = sentences.map((row) => Array.from({ length: row.length }));
  for (const span of spans) noteSpan(here[span.sentence] ?? [], span);
  const lemmas = tally(sentences, here, lemmaOf);
  const stems = tally(sentences, here, stemOf);
  noteNames(sentences, here, tallyNames(sentences, spans));
  const peers = tallyQuoted(sentences, spans);
  const heard: (Votes | undefined)[][] = sentences.map(() => []);
  /** Each token is asked of three times: for itself, and for the tokens before and after it. */
  const lemmaVotes = (sentence: number, i: number, cell: Cell): Votes => {
    const row = heard[sentence] ?? [];
    return (row[i] ??= votesOn(lemmas, cell, lemmaOf, here[sentence]?.[i] ?? nothing));
  };
  const beside = (sentence: number, i: number): Beside => {
    const cell = cellAt(sentences[sentence] ?? [], i);
    if (!cell) return noBeside;
    const own = here[sentence]?.[i] ?? nothing;
    return { set: own.set, tags: own.tags, winner: lemmaVotes(sentence, i, cell).winner };
  };
  return {
    tell(sentence, i) {
      const cell = sentences[sentence]?.[i];
      if (!cell) return null;
      const row = here[sentence] ?? [];
      const own = row[i] ?? nothing;
      const before = (i > 0 ? row[i - 1] : undefined) ?? nothing;
      const after = row[i + 1] ?? nothing;
      const lemma = lemmaVotes(sentence, i, cell);
      const stem = votesOn(stems, cell, stemOf, own);
      const isTold = own.set !== 0 || before.set !== 0 || after.set !== 0 || own.names.length > 0;
      if (!isTold && lemma.winner === 0 && stem.winner === 0) return null;
      return {
        ...own,
        before: beside(sentence, i - 1),
        after: beside(sentence, i + 1),
        setTwoBefore: (i > 1 ? row[i - 2] : undefined)?.set ?? 0,
        setTwoAfter: row[i + 2]?.set ?? 0,
        lemma,
        stem,
        ...peerOf(peers[sentence], own),
      };
    },
  };
}

function lemmaOf(cell: Cell): number {
  return cell.form.lemma;
}

function stemOf({ form }: Cell): number {
  return form.prefixes[4] || form.form;
}

function openHere(row: (OpenHere | undefined)[], i: number): OpenHere {
  const known = row[i];
  if (known) return known;
  const fresh: OpenHere = { set: 0, tags: [], finds: [], names: [] };
  row[i] = fresh;
  return fresh;
}

function noteSpan(row: (OpenHere | undefined)[], span: TaggedSpan): void {
  const find = codeOfFind(span);
  for (let i = span.from; i < span.to; i++) {
    const own = openHere(row, i);
    const tag = mix(find, placeIn(i, span.from, span.to));
    own.tags.push(tag);
    own.finds.push(find);
    own.set = (own.set + mix(tag, 5)) | 0;
  }
}

function placeIn(i: number, from: number, to: number): number {
  if (to - from === 1) return place.alone;
  return i === from ? place.first : i === to - 1 ? place.last : place.inside;
}

/** Finds by key over all places of the words that are found somewhere. */
function tally(
  sentences: readonly (readonly Cell[])[],
  here: readonly (readonly (Here | undefined)[])[],
  keyOf: (cell: Cell) => number,
): ReadonlyMap<number, Tally> {
  const tallies = new Map<number, Tally>();
  for (const [s, row] of sentences.entries()) {
    for (const [i, cell] of row.entries()) {
      const own = here[s]?.[i];
      if (own && cell.form.isWord) countFinds(tallies, keyOf(cell), own.finds);
    }
  }
  for (const row of sentences) {
    for (const cell of row) {
      const known = cell.form.isWord ? tallies.get(keyOf(cell)) : undefined;
      if (known) known.places++;
    }
  }
  return tallies;
}

function countFinds(tallies: Map<number, Tally>, key: number, finds: readonly number[]): void {
  const known = tallies.get(key) ?? { places: 0, finds: new Map<number, number>() };
  for (const find of finds) known.finds.set(find, (known.finds.get(find) ?? 0) + 1);
  tallies.set(key, known);
}

function votesOn(tallies: ReadonlyMap<number, Tally>, cell: Cell, keyOf: (cell: Cell) => number, own: Here): Votes {
  const known = cell.form.isWord ? tallies.get(keyOf(cell)) : undefined;
  if (!known) return noVotes;
  if (known.places < 2) return { winner: 1, votes: [] };
  const votes: number[] = [];
  let winner = 0;
  let most = 0;
  for (const [find, number] of known.finds) {
    const isOwn = own.finds.includes(find) ? 1 : 0;
    const others = number - isOwn;
    votes.push(mix(mix(find, shareOf(others, known.places - 1)), isOwn));
    if (others <= most) continue;
    most = others;
    winner = find;
  }
  return { winner: winner === 0 ? 2 : mix(winner, shareOf(most, known.places - 1)), votes };
}

/** 1 none, 2 some, 3 half and more, 4 all; 4 higher where more than two places say so. */
function shareOf(number: number, places: number): number {
  if (number <= 0) return 1;
  const share = number === places ? 4 : number * 2 >= places ? 3 : 2;
  return number > 2 ? share + 4 : share;
}

/** Names by the hash of their lemmas: how often the run of words stands in the document, and as what it was found. */
function tallyNames(
  sentences: readonly (readonly Cell[])[],
  spans: readonly TaggedSpan[],
): { readonly names: ReadonlyMap<number, Tally>; readonly starts: ReadonlySet<number> } {
  const names = new Map<number, Tally>();
  const starts = new Set<number>();
  for (const span of spans) {
    if (span.to - span.from > longestName) continue;
    const row = sentences[span.sentence] ?? [];
    let key = 0;
    for (let i = span.from; i < span.to; i++) key = nameKey(key, row[i]);
    starts.add(row[span.from]?.form.lemma ?? 0);
    countFinds(names, key, [codeOfFind(span)]);
  }
  eachName(sentences, names, starts, (tallied) => tallied.places++);
  return { names, starts };
}

function nameKey(key: number, cell: Cell | undefined): number {
  return mix(key + 7, cell?.form.lemma ?? 0);
}

function eachName(
  sentences: readonly (readonly Cell[])[],
  names: ReadonlyMap<number, Tally>,
  starts: ReadonlySet<number>,
  visit: (tallied: Tally, sentence: number, from: number, to: number) => void,
): void {
  for (const [sentence, row] of sentences.entries()) {
    for (const [from, cell] of row.entries()) {
      if (!cell.form.isWord || !starts.has(cell.form.lemma)) continue;
      let key = 0;
      for (let to = from + 1; to <= Math.min(from + longestName, row.length); to++) {
        key = nameKey(key, row[to - 1]);
        const tallied = names.get(key);
        if (tallied) visit(tallied, sentence, from, to);
      }
    }
  }
}

function noteNames(
  sentences: readonly (readonly Cell[])[],
  here: (OpenHere | undefined)[][],
  { names, starts }: ReturnType<typeof tallyNames>,
): void {
  eachName(sentences, names, starts, (tallied, sentence, from, to) => {
    if (tallied.places < 2) return;
    const row = here[sentence] ?? [];
    for (const [find, number] of tallied.finds) {
      const isOwn = row[from]?.finds.includes(find) ? 1 : 0;
      const value = mix(find, shareOf(number - isOwn, tallied.places - 1));
      for (let i = from; i < to; i++) openHere(row, i).names.push(mix(value, placeIn(i, from, to)));
    }
  });
}

/** Finds that begin a quotation, by sentence. */
function tallyQuoted(
  sentences: readonly (readonly Cell[])[],
  spans: readonly TaggedSpan[],
): readonly ReadonlyMap<number, number>[] {
  const quoted = sentences.map(() => new Map<number, number>());
  for (const span of spans) {
    if (sentences[span.sentence]?.[span.from]?.quoted !== 1) continue;
    const finds = quoted[span.sentence];
    finds?.set(codeOfFind(span), (finds.get(codeOfFind(span)) ?? 0) + 1);
  }
  return quoted;
}

function peerOf(quoted: ReadonlyMap<number, number> | undefined, own: Here): { peer: number; peers: number } {
  let peer = 0;
  let peers = 0;
  for (const [find, number] of quoted ?? []) {
    const others = number - (own.finds.includes(find) ? 1 : 0);
    if (others <= peers) continue;
    peers = others;
    peer = find;
  }
  return { peer, peers };
}

/** A number for what a head found, the same in every run. */
function codeOfFind(span: Pick<TaggedSpan, 'head' | 'type'>): number {
  const name = span.head === span.type ? span.head : `${span.head} ${span.type}`;
  const known = codes.get(name);
  if (known !== undefined) return known;
  const code = hashText(name);
  codes.set(name, code);
  return code;
}

const codes = new Map<string, number>();
