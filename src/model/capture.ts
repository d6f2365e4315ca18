/** How the bytes of a capture are read: `json` is one object of a JSONL file, `null` lets content type, name and bytes tell. */
export type CaptureFormat = 'text' | 'html' | 'json' | null;

/** What is known of a text beside its bytes: from a feed entry, a JSON line, a person. The page's own data come before it. */
export interface CaptureHints {
  readonly title?: string | null;
  /** As written there: any date form of the web. */
  readonly published?: string | null;
  readonly outlet?: string | null;
  readonly language?: string | null;
}

/** Exact bytes with where, when and how they were got. */
export interface CapturedSource {
  /** An address, a file path as given, or what a JSON line says. */
  readonly source: string;
  readonly bytes: Uint8Array;
  readonly format: CaptureFormat;
  /** The HTTP header; `null` for files. */
  readonly contentType: string | null;
  /** ISO instant. */
  readonly at: string;
  readonly hints?: CaptureHints;
  /** Of the HTTP answer, names in lower case, without cookies; absent for files. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Bytes that a text, a page or a line of a JSONL file has at most: an article is a few kilobytes, a page some hundred. */
export const largestCapture = 5_000_000;

/** Why a larger one is not read, and what to do. */
export const tooLarge = `it is larger than ${largestCapture / 1e6} MB; split it, or give JSONL`;
