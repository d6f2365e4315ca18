import type { Span } from '../../../model/span.ts';
import type { Sentence, Token } from '../../analysis.ts';
import type { Quantity } from '../../quantity.ts';
import { applyRules } from '../../pattern/rule.ts';
import type { ProfileName } from '../../time/profile.ts';
import { sentenceAt } from '../../sentence-at.ts';
import { timeProfiles } from '../../time/profile.ts';
import type { PhraseNode, QuantityReading } from '../phrases/reading.ts';
import { K } from '../phrases/reading.ts';
import type { Island } from '../phrases/scan.ts';
import { isLetter, isSpace, normalise, wordEnd } from '../phrases/scan.ts';
import type { TimeNode } from '../time/find-time-nodes.ts';
import { findTimeNodes } from '../time/find-time-nodes.ts';
import { composeIslands } from '../time/parse-times.ts';
import { bareQuantity, quantityRules } from './rules.ts';

export interface QuantityOptions {
  /** Conventions; `news` unless said. */
  readonly profile?: ProfileName;
  /** Tagged sentences of the same text: counted nouns get their lemma from them. */
  readonly sentences?: readonly Sentence[];
}

/**
 * Finds the quantities of a Russian text: numbers, money, percents, measures, counts, multiples, ordinals and ages. Numbers
 * that are part of a date, a clock time or a length of time are left to `parseTimes`.
 *
 * In: any string. Out: quantities in the order of the text, without overlaps, half-open UTF-16 offsets. Linear in the text.
 */
export function parseQuantities(text: string, options: QuantityOptions = {}): readonly Quantity[] {
  const islands = composeIslands(text);
  const times =
    options.profile === 'duckling' ? [] : findTimeNodes(text, islands, timeProfiles[options.profile ?? 'news']);
  return findQuantities(text, islands, times, options);
}

/** `parseQuantities` over islands that have been made already, outside the phrases of time. */
export function findQuantities(
  text: string,
  islands: readonly Island[],
  times: readonly TimeNode[],
  options: QuantityOptions,
): readonly Quantity[] {
  const context = { profile: timeProfiles[options.profile ?? 'news'] };
  const found: Quantity[] = [];
  let at = 0;
  for (const island of islands) {
    if ((island.mask & quantityBits) === 0) continue;
    const last = island.nodes.at(-1)?.stop ?? 0;
    const inside: Span[] = [];
    while (at < times.length && (times[at]?.node.start ?? 0) < last) {
      const time = times[at];
      if (time) inside.push(time.node);
      at += 1;
    }
    for (const run of runsOutside(island.nodes, inside)) {
      for (const node of applyRules(run, quantityRules, text, context)) {
        const quantity = describe(text, node, options.sentences ?? null);
        if (quantity) found.push(quantity);
      }
    }
  }
  for (const time of times) {
    const age = ageOf(text, time);
    if (age) found.push(age);
  }
  return found.toSorted((a, b) => a.start - b.start);
}

const quantityBits =
  (1 << K.number) | (1 << K.currency) | (1 << K.percent) | (1 << K.quantity) | (1 << K.lengthAdjective) | (1 << K.word);

/** The nodes between the times of an island. */
function runsOutside(nodes: readonly PhraseNode[], times: readonly Span[]): readonly (readonly PhraseNode[])[] {
  if (times.length === 0) return [nodes];
  const runs: PhraseNode[][] = [[]];
  let at = 0;
  for (const node of nodes) {
    while (at < times.length && (times[at]?.stop ?? 0) <= node.start) at += 1;
    const time = times[at];
    if (time && node.start < time.stop && time.start < node.stop) {
      if ((runs.at(-1)?.length ?? 0) > 0) runs.push([]);
    } else runs.at(-1)?.push(node);
  }
  return runs.filter((run) => run.length > 0);
}

/** «35-летний», «80 лет» of a person: an age, which the times refuse. */
function ageOf(text: string, { node, expression, refused }: TimeNode): Quantity | null {
  if (refused !== 'age' || expression.type !== 'duration') return null;
  const part = expression.amount.parts[0];
  if (!part || part.count === null) return null;
  const { start, stop } = node;
  const { count, unit } = part;
  const { approx } = expression.amount;
  return {
    start,
    stop,
    text: text.slice(start, stop),
    kind: 'age',
    value: count,
    upper: count,
    unit,
    approx,
    bound: null,
    rules: ['age'],
  };
}

function describe(text: string, node: PhraseNode, sentences: readonly Sentence[] | null): Quantity | null {
  const quantity = node.readings.find((r) => r.kind === K.quantity);
  if (quantity?.kind === K.quantity) return write(text, node, withNoun(text, node, quantity, sentences), node.rules);
  const number = node.readings.find((r) => r.kind === K.number);
  if (number?.kind !== K.number || number.form === 'vague' || (number.form === 'roman' && number.digits === 'I'))
    return null;
  return write(text, node, withNoun(text, node, bareQuantity(number), sentences), [
    ...node.rules,
    number.ordinal ? 'ordinal' : 'number',
  ]);
}

/** A bare number before a noun counts it: «42 беспилотника», «три учебных центра». The span stays with the number. */
function withNoun(
  text: string,
  node: PhraseNode,
  quantity: QuantityReading,
  sentences: readonly Sentence[] | null,
): QuantityReading {
  if (quantity.type !== 'number') return quantity;
  const unit = sentences === null ? nextWord(text, node.stop) : nextNoun(sentences, node.stop);
  return unit === null ? quantity : { ...quantity, type: 'count', unit };
}

/** Without tags: the next word, where it is a Russian word in small letters of some length. */
function nextWord(text: string, stop: number): string | null {
  if (!isSpace(text.charCodeAt(stop))) return null;
  const start = stop + 1;
  if (!isLetter(text.charCodeAt(start))) return null;
  const word = text.slice(start, wordEnd(text, start));
  return word.length > 3 && /^\p{Ll}+$/u.test(word) && !functionWord.test(word) ? normalise(word) : null;
}

const functionWord =
  /^(?:после|перед|через|около|более|менее|свыше|который|которая|которые|также|тоже|когда|если|чтобы|однако|были|было|была|стал\p{L}?)$/u;

/** With tags: the noun that the number hangs on or stands before, at most three words on. */
function nextNoun(sentences: readonly Sentence[], stop: number): string | null {
  const tokens = sentenceAt(sentences, stop - 1)?.tokens ?? [];
  const first = tokens.findIndex((token) => token.start >= stop);
  if (first < 0) return null;
  for (const token of tokens.slice(first, first + 4)) {
    if (isNoun(token)) return token.lemma;
    if (token.pos !== 'ADJ' && token.pos !== 'DET' && token.features.verbForm !== 'Part') return null;
  }
  return null;
}

function isNoun(token: Token): boolean {
  return token.pos === 'NOUN';
}

function write(text: string, node: PhraseNode, quantity: QuantityReading, rules: readonly string[]): Quantity {
  const { type, value, upper, unit, approx, bound } = quantity;
  return {
    start: node.start,
    stop: node.stop,
    text: text.slice(node.start, node.stop),
    kind: type,
    value,
    upper,
    unit,
    approx,
    bound,
    rules,
  };
}
