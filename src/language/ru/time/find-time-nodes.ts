import type { Expression } from '../../time/expression.ts';
import { applyRules } from '../../pattern/rule.ts';
import type { GrammarProfile, PhraseNode } from '../phrases/reading.ts';
import { K } from '../phrases/reading.ts';
import type { Island } from '../phrases/scan.ts';
import { refuseTime } from './refuse-time.ts';
import { timeRules } from './rules.ts';

/** A phrase that reads like a time, before any day of reference is known. */
export interface TimeNode {
  readonly node: PhraseNode;
  readonly expression: Expression;
  /** Why it is none after all (an age, a title); `null` where it is one. */
  readonly refused: string | null;
}

/**
 * The times of a text as phrases, in the order of the text, the refused ones with their reason. Those of the islands asked for
 * last are kept, as `composeIslands` keeps the islands.
 */
export function findTimeNodes(text: string, islands: readonly Island[], profile: GrammarProfile): readonly TimeNode[] {
  if (latest?.islands !== islands || latest.profile !== profile)
    latest = { islands, profile, nodes: readNodes(text, islands, profile) };
  return latest.nodes;
}

let latest: {
  readonly islands: readonly Island[];
  readonly profile: GrammarProfile;
  readonly nodes: readonly TimeNode[];
} | null = null;

function readNodes(text: string, islands: readonly Island[], profile: GrammarProfile): readonly TimeNode[] {
  const found: TimeNode[] = [];
  for (const island of islands) {
    if ((island.mask & timeBits) === 0) continue;
    for (const made of applyRules(island.nodes, timeRules, text, { profile })) {
      const reading = made.readings[0];
      if (reading?.kind !== K.time) continue;
      const node = withoutStop(text, made);
      const { expression } = reading;
      found.push({ node, expression, refused: refuseTime(text, node, expression, profile) });
    }
  }
  return found;
}

/** A full stop belongs to a time only where it ends an abbreviation: «2014 г.», not «пять лет.». */
function withoutStop(text: string, node: PhraseNode): PhraseNode {
  if (text.charCodeAt(node.stop - 1) !== 46 || abbreviation.test(text.slice(Math.max(0, node.stop - 8), node.stop)))
    return node;
  return { ...node, stop: node.stop - 1 };
}

const abbreviation =
  /(?:^|\P{L})(?:гг?|вв?|э|ч|час|мин|сек|мес|нед|дн|кв|янв|февр?|мар|апр|июн|июл|авг|сент?|окт|нояб?|дек|с\.\s?г)\.$/iu;

/** Every kind but marks, currencies, measures and percents. */
const timeBits = ~((1 << K.mark) | (1 << K.currency) | (1 << K.measure) | (1 << K.percent));
