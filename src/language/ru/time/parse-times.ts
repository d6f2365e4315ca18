import type { TimeExpression } from '../../time.ts';
import { composeNumbers } from '../phrases/compose-numbers.ts';
import type { Island } from '../phrases/scan.ts';
import { scanIslands } from '../phrases/scan.ts';
import { findTimeNodes } from './find-time-nodes.ts';
import type { TimeOptions } from './resolve-times.ts';
import { chooseProfile, resolveTimes } from './resolve-times.ts';

/**
 * Finds the time expressions of a Russian text and resolves them against a day of reference.
 *
 * In: any string. Out: expressions in the order of the text, without overlaps, with half-open UTF-16 offsets. Takes time
 * linear in the text, and throws only where `reference` is no ISO date.
 */
export function parseTimes(text: string, options: TimeOptions): readonly TimeExpression[] {
  return resolveTimes(text, findTimeNodes(text, composeIslands(text), chooseProfile(options)), options);
}

/**
 * The islands of a text with their numbers joined; times and quantities both start from them. Those of the text asked for last
 * are kept: an article is read for its day of publication, and then for all its times.
 */
export function composeIslands(text: string): readonly Island[] {
  if (latest?.text !== text) latest = { text, islands: scanIslands(text).map(withNumbers) };
  return latest.islands;
}

let latest: { readonly text: string; readonly islands: readonly Island[] } | null = null;

function withNumbers(island: Island): Island {
  const nodes = composeNumbers(island.nodes);
  return nodes === island.nodes ? island : { nodes, mask: island.mask };
}
