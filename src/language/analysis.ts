import type { Span } from '../model/span.ts';
import type { Quantity } from './quantity.ts';
import type { TimeExpression } from './time.ts';

/** What a run of characters is, before any dictionary is asked. */
export type TokenKind = 'word' | 'number' | 'punctuation' | 'symbol';

/** Parts of speech of Universal Dependencies. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/**
 * Features of Universal Dependencies that the rest of the program asks for; an absent one is not expressed by the form.
 * One frozen object is shared by all tokens with the same features.
 */
export interface Features {
  readonly case?: 'Nom' | 'Gen' | 'Dat' | 'Acc' | 'Ins' | 'Loc' | 'Par' | 'Voc';
  readonly number?: 'Sing' | 'Plur';
  readonly gender?: 'Masc' | 'Fem' | 'Neut';
  readonly animacy?: 'Anim' | 'Inan';
  readonly tense?: 'Past' | 'Pres' | 'Fut';
  readonly aspect?: 'Imp' | 'Perf';
  readonly mood?: 'Ind' | 'Imp' | 'Cnd';
  readonly voice?: 'Act' | 'Pass' | 'Mid';
  readonly person?: '1' | '2' | '3';
  readonly verbForm?: 'Fin' | 'Inf' | 'Part' | 'Conv';
  readonly degree?: 'Pos' | 'Cmp' | 'Sup';
  readonly variant?: 'Short';
}

/** A token with its morphology in context and its place in the tree of its sentence. Offsets count in `Analysis.text`. */
export interface Token extends Span {
  /** The slice of the text. */
  readonly text: string;
  readonly kind: TokenKind;
  /** Lower case, ё as е, without stress marks and soft hyphens. */
  readonly norm: string;
  /** Dictionary form, lower case, ё as е. */
  readonly lemma: string;
  readonly pos: PartOfSpeech;
  readonly features: Features;
  /** Index in the sentence's `tokens` of the word it hangs on; -1 for the root. */
  readonly head: number;
  /** Relation of Universal Dependencies to the head: `nsubj`, `nsubj:pass`, `obj`, `obl`, `nmod`, `conj`, … */
  readonly relation: string;
}

export interface Sentence extends Span {
  readonly index: number;
  /**
   * Made by `collect` or one by one, never by `map`, as are the lists that stand beside them: `map` gives another kind of list once
   * V8 has compiled who calls it, and then all rules that go over tokens are compiled anew.
   */
  readonly tokens: readonly Token[];
}

/** Words between quotation marks: the span without the marks, and whether they stand inside another pair. */
export interface Quotation extends Span {
  readonly depth: number;
}

/** What a mention names or describes. */
export type MentionKind =
  | 'person'
  | 'state'
  | 'place'
  | 'organisation'
  | 'post'
  | 'agreement'
  | 'event'
  | 'exercise'
  | 'equipment'
  | 'facility'
  | 'other';

/** A name or a description of somebody or something. Mentions may nest: «министр обороны Беларуси» is a post with a state in it. */
export interface Mention extends Span {
  readonly kind: MentionKind;
  /** A proper name, a description («глава МИД», «стороны»), or a pronoun. */
  readonly form: 'name' | 'description' | 'pronoun';
  /** Sentence and token of its syntactic head. */
  readonly sentence: number;
  readonly head: number;
  /** The words of the mention in the nominative: «Игорем Загадой» → «Игорь Загада». */
  readonly name: string;
  /** Index into `Analysis.chains`; -1 where it resolves to nothing that is named in the document. */
  readonly chain: number;
  /** Why it is a mention, and why it resolves to its chain: names of rules or models. */
  readonly why: string;
}

/** All mentions of one entity in the document. */
export interface Chain {
  readonly kind: MentionKind;
  /** The fullest name in the document, nominative; people «Имя Фамилия» where the document gives both. */
  readonly name: string;
  /** Key into a gazetteer (`Q159`); `null` where none knows it. */
  readonly known: string | null;
  /** Indices into `Analysis.mentions`, in the order of the text. */
  readonly mentions: readonly number[];
  /** Posts that the document gives this person: the words of the post in the nominative and the chain of its state or body (-1: none). */
  readonly posts: readonly { readonly post: string; readonly of: number; readonly mention: number }[];
}

/** Everything that the language stage knows of a text; the one result that claims see. */
export interface Analysis {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly mentions: readonly Mention[];
  readonly chains: readonly Chain[];
  readonly times: readonly TimeExpression[];
  readonly quantities: readonly Quantity[];
}
