import type { Span } from './span.ts';
import type { Day } from './time.ts';

/** Text taken off a page or out of a saved text, and why. */
export interface Removed {
  readonly text: string;
  /** `navigation`, `photo-credit`, `repeated-title`, `related-links`, `side-block`, `end-mark`, … */
  readonly reason: string;
}

/** The day a document came out: one day where it is known, a range where the text leaves it open. */
export interface Publication {
  readonly from: Day | null;
  readonly to: Day | null;
  /** Given by the page's data, printed in the text, or worked out from what the text shows. */
  readonly basis: 'metadata' | 'printed' | 'inferred';
  /** The reasons in words: which line, which weekday, which year ruled out. */
  readonly why: string;
}

/** The exact bytes as they were got. The bytes themselves stay in the store. */
export interface Capture {
  /** ISO instant of the fetch or of the reading of the file. */
  readonly at: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
}

/** What an outlet says of its own text, with the words that say so; offsets count in the document's text. */
export interface Correction {
  readonly type: 'correction' | 'update' | 'retraction';
  readonly text: string;
  readonly start: number;
  readonly stop: number;
}

/** A part of a text that stands in an earlier document too: agency copy inside a longer article, a paragraph told again. */
export interface CopiedPart extends Span {
  /** Id of the document at the root of that earlier report. */
  readonly from: string;
}

/** The clean text of one article, read out of one capture. */
export interface Document {
  readonly kind: 'document';
  readonly id: string;
  readonly source: string;
  readonly outlet: string | null;
  readonly title: string | null;
  /** ISO 639-1, `und` where nothing could tell. */
  readonly language: string;
  readonly published: Publication | null;
  /** Clock time with offset as printed, `19:25+03:00`. */
  readonly publishedTime: string | null;
  /** Id of the earlier version of the same article. */
  readonly replaces: string | null;
  /** The canonical text; begins with the title where the article has one. All spans count in it. */
  readonly text: string;
  readonly removed: readonly Removed[];
  /** Absent where the outlet says nothing of the kind. */
  readonly corrections?: readonly Correction[];
  readonly capture: Capture;
  /** Absent where nothing of it is another's, and where all of it is: then `origin` says so. */
  readonly copied?: readonly CopiedPart[];
  /** Id of the document that stands at the root of this report: its own where it is nobody's reprint. */
  readonly origin: string;
}
