/** A half-open run [start, stop) in UTF-16 units of one canonical text. */
export interface Span {
  readonly start: number;
  readonly stop: number;
}

/** Whether `inner` lies wholly within `outer`; equal spans lie within each other. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.stop <= outer.stop;
}

/** Whether two spans share at least one unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.stop && b.start < a.stop;
}

/** Whether two spans share at least half of the shorter. */
export function sharesHalf(a: Span, b: Span): boolean {
  const common = Math.min(a.stop, b.stop) - Math.max(a.start, b.start);
  return 2 * common >= Math.min(a.stop - a.start, b.stop - b.start);
}

/** The shortest span that holds them all; of none, an empty one at 0. */
export function hullOf(spans: readonly Span[]): Span {
  if (spans.length === 0) return { start: 0, stop: 0 };
  return { start: Math.min(...spans.map((s) => s.start)), stop: Math.max(...spans.map((s) => s.stop)) };
}
