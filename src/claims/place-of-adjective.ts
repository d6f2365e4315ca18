import type { Chain } from '../language/analysis.ts';
import type { Reading } from './reading.ts';

/**
 * The place that an adjective is made of, where the text names it: «ольмарский» of Ольмар, of «Ольмарская область». In: a reading
 * and the lemma of an adjective. Out: the chain of the place; `null` where it is made of none that the text names.
 */
export function placeOfAdjective(reading: Reading, adjective: string): Chain | null {
  const stem = /^(?<stem>\p{L}{3,}?)(?:ов|ев|ин)?ский$/u.exec(adjective.replaceAll('ё', 'е'))?.groups?.['stem'];
  return stem === undefined ? null : (reading.analysis.chains.find((chain) => isMadeOf(chain, stem)) ?? null);
}

/** «Вашингтон», «Минск», «Чувашия» and «Томская область» are what «вашингтонский», «минский», «чувашский» and «томский» are made of. */
function isMadeOf({ kind, name }: Chain, stem: string): boolean {
  const place = name.toLowerCase().replaceAll('ё', 'е');
  if (kind !== 'place' || !place.startsWith(stem)) return false;
  return /^(?:|ск|[аоеяйь]|ия|ская (?:область|республика)|ский край)$/u.test(place.slice(stem.length));
}
