import type { Unit } from '../../time/calendar.ts';
import { numeralPrefixes } from './numeral-forms.ts';
import {
  adverbs,
  currencies,
  currencyStates,
  dayOffsets,
  everyWords,
  functionWords,
  halves,
  holidays,
  lengthStems,
  measures,
  otherCurrencyCodes,
  months,
  parts,
  seasons,
  units,
  vagueWords,
  weekdays,
  whichWords,
  zones,
} from './lexicon.data.ts';
import type { Reading } from './reading.ts';
import { K, amountOf, timeReading } from './reading.ts';

/** Readings of every form of the closed classes that times and quantities are made of; lower case, е for ё. */
export const lexicon: ReadonlyMap<string, readonly Reading[]> = buildLexicon();

/** «двухдневный», «тридцатилетний», «полугодовой»: the length in an adjective, or `null` for any other word. */
export function readLengthAdjective(norm: string): Reading | null {
  const found = lengthAdjective.exec(norm);
  if (!found) return null;
  const [, prefix = '', stem = ''] = found;
  const count = numeralPrefixes.get(prefix);
  const unit = lengthStems[stem];
  if (count === undefined || unit === undefined) return null;
  return { kind: K.lengthAdjective, amount: amountOf(unit, count), age: stem === 'летн' };
}

/** The unit of «летний» after digits, «30-летний», or `null`. */
export function readLengthEnding(norm: string): { readonly unit: Unit; readonly age: boolean } | null {
  const found = lengthEnding.exec(norm);
  const unit = found ? lengthStems[found[1] ?? ''] : undefined;
  return unit === undefined ? null : { unit, age: found?.[1] === 'летн' };
}

const stems = Object.keys(lengthStems).join('|');
const adjectiveEnding = '(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ей|ых|их|ыми|ими)';
const lengthAdjective = new RegExp(`^(\\p{L}{2,24}?)(${stems})${adjectiveEnding}$`, 'u');
const lengthEnding = new RegExp(`^(${stems})${adjectiveEnding}$`, 'u');

function buildLexicon(): ReadonlyMap<string, readonly Reading[]> {
  const map = new Map<string, Reading[]>();
  const put = (form: string, reading: Reading): void => {
    const known = map.get(form);
    if (known) known.push(reading);
    else map.set(form, [reading]);
  };
  const putAll = (spelled: string, reading: Reading): void => {
    for (const form of spell(spelled)) put(form, reading);
  };
  for (const [month, noun, short, adjective] of months) {
    putAll(noun, { kind: K.month, month, style: 'noun' });
    putAll(short, { kind: K.month, month, style: 'short' });
    putAll(adjective, { kind: K.month, month, style: 'adjective' });
  }
  for (const [weekday, noun, short, adjective] of weekdays) {
    putAll(noun, { kind: K.weekday, weekday, style: 'noun' });
    putAll(short, { kind: K.weekday, weekday, style: 'short' });
    putAll(adjective, { kind: K.weekday, weekday, style: 'adjective' });
  }
  for (const [unit, form, count, spelled] of units) putAll(spelled, { kind: K.unit, unit, form, count });
  for (const [unit, count, spelled] of halves) {
    putAll(spelled, { kind: K.amount, amount: amountOf(unit, count) });
  }
  for (const [part, adverb, spelled] of adverbs) putAll(spelled, { kind: K.dayPart, part, adverb });
  for (const [days, spelled] of dayOffsets) putAll(spelled, { kind: K.dayOffset, days });
  for (const [count, sense, singular, plural] of whichWords) {
    putAll(singular, { kind: K.which, count, sense, plural: false });
    putAll(plural, { kind: K.which, count, sense, plural: true });
  }
  for (const [season, spelled] of seasons) putAll(spelled, { kind: K.season, season });
  for (const [minutes, spelled] of zones) putAll(spelled, { kind: K.zone, minutes });
  for (const [name, spelled] of holidays) putAll(spelled, { kind: K.holiday, name });
  for (const [part, spelled] of parts) putAll(spelled, { kind: K.part, part });
  for (const [direction, spelled] of vagueWords) putAll(spelled, { kind: K.vague, direction });
  for (const [unit, spelled] of everyWords) putAll(spelled, { kind: K.every, unit });
  for (const [name, spelled] of functionWords) putAll(spelled, { kind: K.word, word: name });
  for (const [code, minor, spelled] of currencies) putAll(spelled, { kind: K.currency, code, minor, sign: false });
  for (const code of otherCurrencyCodes.split(' '))
    put(code.toLowerCase(), { kind: K.currency, code, minor: false, sign: false });
  for (const [state, stem] of currencyStates) {
    putAll(`${stem}|ий ого ому им ом ая ой ую ое ие их ими`, { kind: K.word, word: `of-${state}` });
  }
  for (const [unit, spelled] of measures) putAll(spelled, { kind: K.measure, unit });
  putAll('прошлогодн|ий яя ее ие его ему им ем юю ей их ими', timeReading(year(-1)));
  putAll('позапрошлогодн|ий яя ее ие его ему им ем юю ей их ими', timeReading(year(-2)));
  putAll('нынешн|ий', { kind: K.which, count: 0, sense: 'relative', plural: false });
  putAll('процент| а у ом е ы ов ам ами ах', { kind: K.percent, point: false });
  putAll('проц %', { kind: K.percent, point: false });
  return map;
}

function year(count: number) {
  return { type: 'relative', unit: 'year', count, base: 'reference' } as const;
}

/** `стем|а у ом` → стема, стему, стемом; words before the stem and groups without `|` stand for themselves; groups are divided by `;`. */
function spell(spelled: string): readonly string[] {
  return spelled
    .split(';')
    .flatMap((group) => {
      const [head = '', endings] = group.trim().split('|');
      const words = head.split(/\s+/u);
      if (endings === undefined) return words;
      const stem = words.pop() ?? '';
      return words.concat(endings.split(' ').map((ending) => stem + ending));
    })
    .filter((form) => form !== '');
}
