import type { Span } from '../../src/model/span.ts';
import { labelsPerType, step } from '../../src/language/ru/mentions/decode-chain.ts';
import { flatHeadName } from '../../src/language/ru/mentions/mention-types.ts';
import type { LabelledSpan } from '../corpora/annotated.ts';
import { nerelTypes } from '../corpora/nerel.ts';

/** What one chain of the tagger learns: which spans of a document are its own. */
export interface HeadPlan {
  readonly name: string;
  readonly types: readonly string[];
  /** Level among spans of one type that lie within each other: 0 the outermost. */
  readonly level: number;
}

/** Types that hold others of their own type often enough to learn (NEREL train). */
const selfNesting = ['AWARD', 'CRIME', 'EVENT', 'LAW', 'ORGANIZATION', 'PENALTY', 'PROFESSION'];

export const flatHead: HeadPlan = { name: flatHeadName, types: ['PER', 'LOC', 'ORG'], level: 0 };

export const nestedHeads: readonly HeadPlan[] = [
  ...nerelTypes.map((type) => ({ name: type, types: [type], level: 0 })),
  ...selfNesting.map((type) => ({ name: `${type}/1`, types: [type], level: 1 })),
];

/** Heads that the second look makes better (NEREL dev); rare types learn the boundaries of a few long names by heart. */
const lookedAtTwice: ReadonlySet<string> = new Set([
  flatHeadName,
  'CITY',
  'COUNTRY',
  'DISTRICT',
  'NATIONALITY',
  'ORGANIZATION',
  'ORGANIZATION/1',
  'PERSON',
  'PROFESSION',
  'PROFESSION/1',
  'STATE_OR_PROVINCE',
  'WORK_OF_ART',
]);

export function looksTwice({ name }: HeadPlan): boolean {
  return lookedAtTwice.has(name);
}

/** Spans of the head's types at its level; spans of one level that overlap leave the later out. */
export function spansOfHead(plan: HeadPlan, spans: readonly LabelledSpan[]): readonly LabelledSpan[] {
  const own = spans.filter((span) => plan.types.includes(span.label));
  const atLevel = own.filter((span) => own.filter((other) => holds(other, span)).length === plan.level);
  const kept: LabelledSpan[] = [];
  for (const span of [...atLevel].sort((a, b) => a.start - b.start || b.stop - a.stop)) {
    if (span.start >= (kept.at(-1)?.stop ?? 0)) kept.push(span);
  }
  return kept;
}

function holds(outer: LabelledSpan, inner: LabelledSpan): boolean {
  const same = outer.start === inner.start && outer.stop === inner.stop;
  return outer.label === inner.label && !same && outer.start <= inner.start && inner.stop <= outer.stop;
}

/** One label a token: O, or B, I, L, U of the span that the token overlaps. */
export function labelTokens(plan: HeadPlan, tokens: readonly Span[], spans: readonly LabelledSpan[]): Uint8Array {
  const labels = new Uint8Array(tokens.length);
  for (const span of spansOfHead(plan, spans)) {
    const from = tokens.findIndex((token) => token.stop > span.start);
    let to = from;
    while (to < tokens.length && (tokens[to]?.start ?? Infinity) < span.stop) to++;
    const base = 1 + plan.types.indexOf(span.label) * labelsPerType;
    for (let i = from; i < to; i++) {
      const at = to - from === 1 ? step.unit : i === from ? step.begin : i === to - 1 ? step.last : step.inside;
      labels[i] = base + at;
    }
  }
  return labels;
}
