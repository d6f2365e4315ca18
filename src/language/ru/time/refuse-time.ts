import type { Expression } from '../../time/expression.ts';
import type { TimeProfile } from '../../time/profile.ts';
import type { PhraseNode } from '../phrases/reading.ts';
import { isAge } from './is-age.ts';

/** Why a phrase that reads like a time is none here, or `null` where it is one. */
export function refuseTime(
  text: string,
  node: PhraseNode,
  expression: Expression,
  profile: TimeProfile,
): string | null {
  if (expression.type === 'duration' && profile.name === 'news' && isAge(text, node, expression.amount)) return 'age';
  return null;
}
