import type { Quantity } from '../../quantity.ts';
import type { TimeExpression } from '../../time.ts';
import { findQuantities } from '../quantity/parse-quantities.ts';
import { findTimeNodes } from './find-time-nodes.ts';
import { composeIslands } from './parse-times.ts';
import type { TimeOptions } from './resolve-times.ts';
import { chooseProfile, resolveTimes } from './resolve-times.ts';

/**
 * The times and the quantities of a text in one pass, as the analysis keeps them: no number is both.
 *
 * In: any string, with the tagged sentences of the same text where there are any. Out: both in the order of the text.
 */
export function parseTimesAndQuantities(
  text: string,
  options: TimeOptions,
): { readonly times: readonly TimeExpression[]; readonly quantities: readonly Quantity[] } {
  const islands = composeIslands(text);
  const nodes = findTimeNodes(text, islands, chooseProfile(options));
  const sentences = options.sentences === undefined ? {} : { sentences: options.sentences };
  return { times: resolveTimes(text, nodes, options), quantities: findQuantities(text, islands, nodes, sentences) };
}
