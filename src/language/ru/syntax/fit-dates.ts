import { isBelow, type FittedTree } from './tagged-tree.ts';

/**
 * Hangs a day or a span of days before its month on the verb, in place, where it hangs as what counts a word behind the month or
 * as a subject: «10–16 сентября Греция и Кипр проведут учение». The month is in the genitive, so that nothing behind it is counted.
 */
export function fitDates({ texts, heads, relations, bundles }: FittedTree): void {
  for (let i = 0; i < texts.length; i++) {
    if (!/^\d{1,2}$/u.test(texts[i] ?? '')) continue;
    const month = /^[-–—]$/u.test(texts[i + 1] ?? '') ? i + 3 : i + 1;
    const isDay = months.test(texts[month] ?? '') && isBelow(heads, month, i);
    if (!isDay || (heads[i] ?? -1) < month || !mistaken.has(relations[i] ?? '')) continue;
    let verb = heads[i] ?? -1;
    while (verb >= 0 && !predicates.has(bundles[verb]?.pos ?? '')) verb = heads[verb] ?? -1;
    if (verb < 0) continue;
    heads[i] = verb;
    relations[i] = 'obl';
  }
}

const months = /^(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)$/iu;
/** «проведут», «намерены» */
const predicates: ReadonlySet<string> = new Set(['VERB', 'ADJ']);
const mistaken: ReadonlySet<string> = new Set(['nummod', 'nummod:gov', 'nummod:entity', 'amod', 'nsubj', 'nsubj:pass']);
