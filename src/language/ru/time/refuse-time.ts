import type { Expression } from '../../time/expression.ts';
import type { GrammarProfile, PhraseNode } from '../phrases/reading.ts';
import { isAge } from './is-age.ts';

/** Why a phrase that reads like a time is none here, or `null` where it is one. */
export function refuseTime(
  text: string,
  node: PhraseNode,
  expression: Expression,
  profile: GrammarProfile,
): string | null {
  if (expression.type === 'duration' && profile.name === 'news' && isAge(text, node, expression.amount)) return 'age';
  if (
    expression.type === 'duration' &&
    /^[\s\u00a0]+(?:старше|младше|моложе)/u.test(text.slice(node.stop, node.stop + 12))
  )
    return 'difference of age';
  // недавно созданный комитет: when a description came about, not when anything told here did
  if (
    expression.type === 'vague' &&
    /^[\s\u00a0]\p{Ll}+(?:нн|вш)(?:ый|ий|ого|его|ому|ему|ым|им|ом|ем|ая|ой|ей|ую|ое|ее|ые|ие|ых|их|ыми|ими)(?:ся)?(?!\p{L})/u.test(
      text.slice(node.stop, node.stop + 40),
    )
  )
    return 'of a participle';
  if (isFigureInLatinName(text, node)) return 'title';
  if (expression.type === 'duration' && isTitle(text, node)) return 'title';
  if (expression.type === 'calendar' && profile.name === 'news' && isWholeQuotation(text, node)) return 'title';
  if (expression.type === 'relative' || expression.type === 'calendar') {
    if (/^[\s\u00a0]жизни(?!\p{L})/u.test(text.slice(node.stop, node.stop + 8))) return 'age';
  }
  if (
    /^(?:дн[её]м|ночью)$/iu.test(text.slice(node.start, node.stop)) &&
    /дн[её]м и ночью|ночью и дн[её]м/iu.test(text.slice(Math.max(0, node.start - 8), node.stop + 8))
  )
    return 'idiom';
  return null;
}

/** «Один день Ивана Денисовича»: a length that opens a quotation with a capital letter. */
function isTitle(text: string, node: PhraseNode): boolean {
  return (
    /[«"„“]$/u.test(text.slice(Math.max(0, node.start - 1), node.start)) && /^\p{Lu}/u.test(text.slice(node.start))
  );
}

/** «The Singles 1990-2005»: bare years in a name of another script. */
function isFigureInLatinName(text: string, node: PhraseNode): boolean {
  return (
    /^\d{4}(?:[-–—]\d{2,4})?$/u.test(text.slice(node.start, node.stop)) &&
    /[a-z][\s\u00a0]$/iu.test(text.slice(Math.max(0, node.start - 2), node.start))
  );
}

/** «4:44» alone between quotation marks is a name. */
function isWholeQuotation(text: string, node: PhraseNode): boolean {
  return (
    /[«"„“]$/u.test(text.slice(Math.max(0, node.start - 1), node.start)) &&
    /^[»"”]/u.test(text.slice(node.stop)) &&
    /^\d/u.test(text.slice(node.start))
  );
}
