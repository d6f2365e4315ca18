import type { DocumentCard } from './answer.ts';
import type { Claim, Evidence } from './claim.ts';
import type { Span } from './span.ts';
import type { DayRange } from './time.ts';

/** One word of a sentence with its place in the tree, as a line of a table. */
export interface ParsedWord extends Span {
  /** Position in the sentence from 1, punctuation counted. */
  readonly position: number;
  readonly text: string;
  readonly lemma: string;
  /** Part of speech of Universal Dependencies, then the features that the form expresses: `VERB Past Perf Sing`. */
  readonly tag: string;
  /** Relation of Universal Dependencies to the head. */
  readonly relation: string;
  /** Position and text of the word that it hangs on; `null` for the root. */
  readonly head: { readonly position: number; readonly text: string } | null;
}

/** A sentence as it was read: its parse, what was found in it, what was taken and what was not, and why. Offsets count in the document's text. */
export interface SentenceReading extends Span {
  readonly text: string;
  /** Without punctuation. */
  readonly words: readonly ParsedWord[];
  /** Names, descriptions and pronouns, each with the fullest name of what it means; `null` where nobody is named. */
  readonly mentions: readonly { readonly text: string; readonly means: string | null; readonly why: string }[];
  readonly times: readonly (DayRange & { readonly text: string; readonly rules: readonly string[] })[];
  /** What the sentence yields; each with the word that its frame started from and what told its status. */
  readonly claims: readonly {
    readonly claim: Claim;
    readonly trigger: Evidence | null;
    readonly cues: readonly string[];
  }[];
  readonly rejected: readonly { readonly text: string; readonly rule: string; readonly reason: string }[];
}

/** Why a claim is in the record: the sentence that carries it, read anew by the program that runs. */
export interface ClaimReading {
  readonly claim: Claim;
  readonly document: DocumentCard;
  /** `null` where the article cannot be read again; `reason` says why. */
  readonly sentence: SentenceReading | null;
  readonly reason: string | null;
}
