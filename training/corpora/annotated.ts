import type { Span } from '../../src/model/span.ts';

export interface LabelledSpan extends Span {
  readonly label: string;
}

/** A text with spans over it; offsets in UTF-16 units of `text`. */
export interface Annotated {
  readonly name: string;
  readonly text: string;
  readonly spans: readonly LabelledSpan[];
  /** The corpus's own tokens where it has them; else words and marks by `splitWords`. */
  readonly tokens: readonly Span[];
}

/** Words with inner hyphens apart, numbers, and single marks: the tokens that scores are counted over. */
export function splitWords(text: string): readonly Span[] {
  return [...text.matchAll(/\p{L}[\p{L}\p{M}]*|\p{N}+|[^\s\p{L}\p{N}]/gu)].map((m) => ({
    start: m.index,
    stop: m.index + m[0].length,
  }));
}

/** Keeps the outermost of overlapping spans, the longer first; equal ones once. In the order of the text. */
export function keepOutermost(spans: readonly LabelledSpan[]): readonly LabelledSpan[] {
  const kept: LabelledSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.stop - a.stop)) {
    const last = kept.at(-1);
    if (!last || span.start >= last.stop) kept.push(span);
  }
  return kept;
}
