import { optional, outside } from '../../../pattern/rule.ts';
import { lastWord, nodeBehind, startOf } from '../../../pattern/site.ts';
import type { Expression } from '../../../time/expression.ts';
import type { PhraseRule } from '../../phrases/reading.ts';
import { K, dash, mark, rule, slot, timeReading, word } from '../../phrases/reading.ts';
import { anyOf, range, yearsWord } from './slots.ts';

const dot = optional(mark('.'));
const decadeNumber = slot(
  K.number,
  (n) => n.plural && n.ordinal && n.value % 10 === 0 && n.value >= 10 && (n.value < 100 || n.value >= 1000),
);
const firstDecade = slot(
  K.number,
  (n) =>
    n.form === 'digits' &&
    !n.ordinal &&
    n.value % 10 === 0 &&
    ((n.value >= 10 && n.value < 100) || (n.value >= 1000 && n.value < 3000)),
);
const centuryWord = slot(K.unit, (u) => u.unit === 'century');
const romanOrOrdinal = slot(K.number, (n) => n.value >= 1 && n.value <= 22 && (n.form === 'roman' || n.ordinal));

/** Decades and centuries. */
export const centuryRules: readonly PhraseRule[] = [
  // в 1930–1940-е годы · в 60–70-х годах
  rule('decades', [firstDecade, dash, decadeNumber, optional(yearsWord), dot], ([a, , b]) => {
    const [first, last] = [decadeOf(a.value), decadeOf(b.value)];
    return first < last
      ? range(
          { type: 'years', from: first, to: first + 10, unit: 'decade' },
          { type: 'years', from: last, to: last + 10, unit: 'decade' },
        )
      : null;
  }),
  // 1990-е годы · 2000-х · девяностых годов · в 70-е
  rule('decade', [decadeNumber, optional(yearsWord), dot], ([n, w], site) => {
    if (
      w === undefined &&
      n.form === 'words' &&
      !/^(?:в|во|с|до|из|к|конец|конца|конце|начал\p{L}|середин\p{L})$/u.test(wordBefore(site.text, startOf(site)))
    )
      return null;
    // в двадцатых числах марта: days
    const next = nodeBehind(site)?.readings[0];
    if (next?.kind === K.word && next.word === 'число') return null;
    const first = decadeOf(n.value);
    const unit = n.value % 100 === 0 && n.value >= 1000 && n.value < 2000 ? 'century' : 'decade';
    return timeReading({ type: 'years', from: first, to: first + (unit === 'century' ? 100 : 10), unit });
  }),
  // 90-е годы прошлого века
  rule(
    'decade-of-century',
    [
      slot(K.time, (t) => t.expression.type === 'years' && t.expression.unit === 'decade'),
      slot(K.which, (w) => w.count === -1 && !w.plural),
      slot(K.unit, (u) => u.unit === 'century'),
    ],
    ([t]) =>
      t.expression.type === 'years' && t.expression.from >= 2000
        ? timeReading({ ...t.expression, from: t.expression.from - 100, to: t.expression.to - 100 })
        : t,
  ),
  // XX век · в XIX веке · двадцать первый век · XXI в. · V век до н. э.
  rule(
    'century',
    [
      romanOrOrdinal,
      centuryWord,
      dot,
      optional(word('до')),
      optional(word('н', 'наша')),
      dot,
      optional(word('э', 'эра')),
      dot,
    ],
    ([n, , , before, era, , ,]) => timeReading(century(n.value, before !== undefined && era !== undefined)),
  ),
  // 21 век · в 19 веке: a count would be «веков»
  rule(
    'century-figure',
    [
      slot(K.number, (n) => n.form === 'digits' && !n.ordinal && n.value >= 5 && n.value <= 21),
      slot(K.unit, (u) => u.unit === 'century' && u.count === 1 && u.form === 'singular'),
    ],
    ([n], site) =>
      Number.isInteger(n.value) && !/(?:веков|столетий)$/iu.test(lastWord(site))
        ? timeReading(century(n.value, false))
        : null,
  ),
  rule('century-short', [slot(K.number, (n) => n.form === 'roman' && n.value > 4), word('в'), mark('.')], ([n]) =>
    timeReading(century(n.value, false)),
  ),
  // XIX—XX века, XVIII–XIX вв.
  rule(
    'centuries',
    [romanOrOrdinal, dash, slot(K.time, (t) => t.expression.type === 'years' && t.expression.unit === 'century')],
    ([n, , t]) => range(century(n.value, false), t.expression),
  ),
  // на рубеже XIX и XX веков
  rule(
    'century-shares-word',
    [
      romanOrOrdinal,
      outside(anyOf),
      outside(slot(K.time, (t) => t.expression.type === 'years' && t.expression.unit === 'century')),
    ],
    ([n]) => timeReading(century(n.value, false)),
  ),
];

function decadeOf(value: number): number {
  return value >= 1000 ? value : value < 30 ? 2000 + value : 1900 + value;
}

function century(number: number, before: boolean): Expression {
  const from = before ? 1 - number * 100 : (number - 1) * 100 + 1;
  return { type: 'years', from, to: from + 100, unit: 'century' };
}

function wordBefore(text: string, start: number): string {
  return /(\p{L}+)[^\p{L}]*$/u.exec(text.slice(Math.max(0, start - 24), start))?.[1]?.toLowerCase() ?? '';
}
