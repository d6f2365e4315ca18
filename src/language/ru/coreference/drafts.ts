import type { Mention, MentionKind, Quotation, Sentence, Token } from '../../analysis.ts';
import type { NameMorphology } from '../names/attested-forms.ts';
import type { Gender, PersonName } from '../names/person-name.ts';

/** A chain while it grows. */
export interface Draft {
  readonly kind: MentionKind;
  name: string;
  known: string | null;
  readonly mentions: number[];
  readonly posts: Post[];
  /** Posts that a verb tells of the person. */
  readonly told: Post[];
  /** Of people: the fullest parts of the name so far. */
  person: PersonName | null;
  gender: Gender | null;
  /** Whether only the parser says so. */
  isGenderGuessed: boolean;
  /** Other names that lead here: abbreviations, quoted titles. */
  readonly keys: Set<string>;
}

export interface Post {
  readonly post: string;
  /** Index of the draft of its state or body; -1: none. */
  readonly of: number;
  readonly mention: number;
}

/** What the resolvers share: the text, its mentions and the chains that they build. */
export interface Resolution {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly morphology: NameMorphology;
  readonly mentions: readonly Mention[];
  /** Indices of the mentions in the order of where they stop. */
  readonly byStop: readonly number[];
  readonly drafts: Draft[];
  /** Chain and reason of each mention; chain -1 until one resolver decides. */
  readonly links: { chain: number; why: string }[];
}

/** A chain of nothing yet. `known`: its key in the gazetteers. */
export function createDraft(kind: MentionKind, name: string, known: string | null = null): Draft {
  return {
    kind,
    name,
    known,
    mentions: [],
    posts: [],
    told: [],
    person: null,
    gender: null,
    isGenderGuessed: false,
    keys: new Set(),
  };
}

/** Puts a mention into a chain; the first resolver that does so wins. */
export function link(it: Resolution, mention: number, chain: number, why: string): void {
  const at = it.links[mention];
  if (!at || at.chain >= 0 || chain < 0) return;
  at.chain = chain;
  at.why = why;
  it.drafts[chain]?.mentions.push(mention);
}

/** Adds a chain and gives its index. */
export function addDraft(it: Resolution, draft: Draft): number {
  return it.drafts.push(draft) - 1;
}

/** The chain of a mention (its index); -1 while none is decided, and where there is no such mention. */
export function chainOf(it: Resolution, mention: number): number {
  return it.links[mention]?.chain ?? -1;
}

/** The draft of that chain. */
export function draftOf(it: Resolution, mention: number): Draft | undefined {
  return it.drafts[chainOf(it, mention)];
}

/** The tokens of the sentence that a mention stands in; `head` of a mention and of a token are places among them. */
export function tokensBeside(it: Resolution, { sentence }: Pick<Mention, 'sentence'>): readonly Token[] {
  return it.sentences[sentence]?.tokens ?? none;
}

const none: readonly Token[] = [];

/** The tokens of a mention. */
export function tokensOf(it: Resolution, mention: Mention): readonly Token[] {
  const tokens = tokensBeside(it, mention);
  let first = 0;
  while ((tokens[first]?.start ?? Infinity) < mention.start) first++;
  let behind = first;
  while ((tokens[behind]?.stop ?? Infinity) <= mention.stop) behind++;
  return tokens.slice(first, behind);
}

/** The syntactic head of a mention. */
export function headOf(it: Resolution, mention: Mention): Token | undefined {
  return it.sentences[mention.sentence]?.tokens[mention.head];
}

/** The same of the mention at a place of `Resolution.mentions`; `undefined` where there is none. */
export function headAt(it: Resolution, mention: number): Token | undefined {
  const one = it.mentions[mention];
  return one && headOf(it, one);
}

/** The words that hang on the head of a mention, within it or not. */
export function dependentsOf(it: Resolution, mention: Mention): readonly Token[] {
  return tokensBeside(it, mention).filter(({ head }) => head === mention.head);
}

/** Indices of the mentions that lie within another, itself left out. */
export function mentionsWithin(it: Resolution, outer: Mention): readonly number[] {
  const found: number[] = [];
  for (let i = 0; i < it.mentions.length; i++) {
    const inner = it.mentions[i] as Mention;
    if (inner.start < outer.start || inner.stop > outer.stop) continue;
    if (inner !== outer && inner.stop - inner.start < outer.stop - outer.start) found.push(i);
  }
  return found;
}

/** The chain mentioned last before an offset, of those that pass; -1 where none does. Nearer in the text wins. */
export function lastChain(it: Resolution, before: number, passes: (draft: Draft, chain: number) => boolean): number {
  const failed: boolean[] = [];
  for (let at = it.byStop.length - 1; at >= 0; at--) {
    const mention = it.byStop[at] ?? -1;
    const chain = chainOf(it, mention);
    if (chain < 0 || (it.mentions[mention]?.stop ?? 0) > before || failed[chain] === true) continue;
    const draft = it.drafts[chain];
    if (!draft) continue;
    if (passes(draft, chain)) return chain;
    failed[chain] = true;
  }
  return -1;
}
