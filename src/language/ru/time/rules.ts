import type { PhraseRule } from '../phrases/reading.ts';
import { clockRules } from './rules/clock-rules.ts';
import { dateRules } from './rules/date-rules.ts';
import { holidayRules } from './rules/holiday-rules.ts';
import { hourRules } from './rules/hour-rules.ts';
import { figureRules } from './rules/figure-rules.ts';
import { lengthRules } from './rules/length-rules.ts';
import { offsetRules } from './rules/offset-rules.ts';
import { relativeRules } from './rules/relative-rules.ts';
import { partRules } from './rules/part-rules.ts';
import { dayRangeRules, lastRules, rangeRules } from './rules/whole-rules.ts';

/**
 * The grammar of Russian times: rules from small phrases to large ones, applied in this order. Each rule has a Russian
 * example above it in its file; its name stands in `TimeExpression.rules`.
 */
export const timeRules: readonly PhraseRule[] = [
  ...clockRules,
  ...holidayRules,
  ...figureRules,
  ...dateRules,
  ...dayRangeRules,
  ...lengthRules,
  ...relativeRules,
  ...hourRules,
  ...offsetRules,
  ...partRules,
  ...rangeRules,
  ...lastRules,
];
