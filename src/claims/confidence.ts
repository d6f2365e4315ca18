import type { ClaimType } from '../model/claim.ts';
import { confidenceOfRules, confidenceOfTypes } from './confidence.data.ts';

/**
 * How likely a claim that `rule` found is one that a careful reader takes out of the text too, 0…1: measured on annotated
 * articles; that of its type where they hold no claim of the rule. `docs/quality.md` shows what it is worth on others.
 */
export function confidenceOf(rule: string, type: ClaimType): number {
  return confidenceOfRules[rule] ?? confidenceOfTypes[type];
}
