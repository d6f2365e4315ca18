import { optional, outside } from '../../pattern/rule.ts';
import { firstWord, isLastSpaced, lastWord, nodeBefore, startOf, stopOf } from '../../pattern/site.ts';
import { currencyOfState } from '../phrases/lexicon.data.ts';
import { numeralForms } from '../phrases/numeral-forms.ts';
import type { NumberReading, PhraseRule, PhraseSite, QuantityReading, Reading } from '../phrases/reading.ts';
import { K, dash, mark, rule, slot, word } from '../phrases/reading.ts';

const dot = optional(mark('.'));
const plainNumber = slot(K.number, (n) => !n.ordinal && n.form !== 'roman' && n.form !== 'vague');
const single = slot(K.number, (n) => !n.ordinal && n.form !== 'roman' && n.form !== 'vague' && n.upper === n.value);
const currency = slot(K.currency, (c) => !c.minor);
const minor = slot(K.currency, (c) => c.minor);
const sign = slot(K.currency, (c) => !c.minor && (c.sign || /^[A-Z]{3}$/u.test(c.code)));
const state = {
  ...slot(K.word),
  test: (reading: Reading) =>
    reading.kind === K.word && reading.word.startsWith('of-') ? reading.word.slice(3) : null,
};
const quantity = slot(K.quantity);
const money = slot(K.quantity, (q) => q.type === 'money');
const amount = { mask: (1 << K.quantity) | (1 << K.number), optional: false, outside: false, test: asQuantity };
const closeAmount = {
  ...amount,
  test: (reading: Reading) => (reading.kind === K.number && reading.ordinal ? null : asQuantity(reading)),
};

/** The grammar of Russian quantities, from small phrases to large ones; applied in this order. */
export const quantityRules: readonly PhraseRule[] = [
  // 1200К · 10к$: thousands written as a letter against the figure
  rule('kilo', [single, word('к')], ([n], site) =>
    isLastSpaced(site) || n.form !== 'digits' ? null : scaled(n, 1000),
  ),
  // -1.2М · .0012Г: millions and thousand millions, for readers of such short forms
  rule('mega', [single, word('м')], ([n], site) => (isShortScale(site) ? scaled(n, 1e6) : null)),
  rule('giga', [single, slot(K.unit, (u) => u.form === 'short' && u.unit === 'year')], ([n], site) =>
    isShortScale(site) ? scaled(n, 1e9) : null,
  ),
  // минус 5 · -12,5
  rule('minus', [word('минус'), plainNumber], ([, n]) => ({ ...n, value: -n.value, upper: -n.upper })),
  rule('minus-sign', [mark('-', '–'), plainNumber], ([, n], site) =>
    isLastSpaced(site) || nodeBefore(site)?.readings[0]?.kind === K.number || !opens(site.text, startOf(site))
      ? null
      : { ...n, value: -n.value, upper: -n.upper },
  ),
  // ноль целых семьдесят семь сотых · одна целая пять десятых
  rule(
    'decimal-words',
    [single, word('целый'), optional(word('и')), single, slot(K.number, isDenominator)],
    ([n, , , m, d]) => ({
      ...n,
      value: Number((n.value + m.value / d.value).toPrecision(12)),
      upper: Number((n.value + m.value / d.value).toPrecision(12)),
    }),
  ),
  // две пятых · одна десятая · 5/6
  rule(
    'fraction-words',
    [
      slot(K.number, (n) => n.form === 'words' && !n.ordinal),
      slot(K.number, (n) => n.ordinal && n.form === 'words' && /(?:ых|ая|ую|ой|ья|ью|ьей|ьих)$/u.test(n.ending)),
    ],
    ([n, d]) =>
      Number.isInteger(n.value) && n.value < d.value && (d.plural ? n.value > 1 : n.value === 1)
        ? fraction(n.value / d.value)
        : null,
  ),
  rule(
    'fraction-figures',
    [slot(K.number, isShortFigure), mark('/'), slot(K.number, isShortFigure)],
    ([n, , d], site) => (n.value < d.value && !isLastSpaced(site) ? fraction(n.value / d.value) : null),
  ),
  // десятки тысяч, сотни · две трети · треть · половина
  rule('thirds', [optional(single), word('треть')], ([n]) => fraction((n?.value ?? 1) / 3)),
  rule('quarters', [optional(single), word('четверть')], ([n]) => fraction((n?.value ?? 1) / 4)),
  rule('half', [word('половина')], () => fraction(0.5)),
  // $10 · € 20 · $10,000 · $20 млрд · Rs. 20 (the sign binds closer than a following word)
  rule('sign-number', [sign, dot, single], ([c, , n], site) => {
    return isCurrencyFirst(site) ? moneyOf(thousandsByComma(n), c.code) : null;
  }),
  // 200—300 тысяч · 5-7 · от 400 до 500 тысяч · два-три
  rule('number-range', [single, dash, single], ([a, , b], site) => ranged(a, b, site)),
  rule('number-from-to', [word('от'), single, word('до'), single], ([, a, , b], site) => ranged(a, b, site)),
  rule('number-between', [word('между'), single, word('и'), single], ([, a, , b], site) => ranged(a, b, site)),
  rule(
    'number-or',
    [
      slot(K.number, (n) => n.form === 'words' && !n.ordinal),
      word('или'),
      slot(K.number, (n) => n.form === 'words' && !n.ordinal),
    ],
    ([a, , b]) => (b.value === a.value + 1 ? { ...b, value: a.value } : null),
  ),
  // 10 процентов · 9,5% · 15,2 % · 95 % процентов · 1–2%
  rule('percentage-point', [plainNumber, word('процентный'), word('пункт'), dot], ([n]) =>
    measured('percentage-point', n, '%'),
  ),
  rule('percentage-point-short', [plainNumber, word('пункт'), mark('.'), word('пункт'), dot], ([n]) =>
    measured('percentage-point', n, '%'),
  ),
  rule('percent', [plainNumber, slot(K.percent), optional(slot(K.percent))], ([n]) => measured('percent', n, '%')),
  rule('percent-range', [quantity, dash, slot(K.quantity, (q) => q.type === 'percent')], ([a, , b]) =>
    a.type === 'percent' && b.value > a.value ? { ...b, value: a.value } : null,
  ),
  // 8 млн белорусских рублей · 9 млн шведских крон
  rule('money-of-state', [plainNumber, dot, state, currency], ([n, , of, c]) =>
    moneyOf(n, currencyOfState[`${c.code} ${of}`] ?? c.code),
  ),
  // 408 тысяч долларов США · 10 тыс. фунтов стерлингов · 1,5 млрд руб. · 3.14US$ · 10RUB · 20€
  rule('money-us', [plainNumber, dot, currency, word('сша')], ([n, , c]) => moneyOf(n, c.code)),
  rule('money-sterling', [plainNumber, dot, currency, word('стерлинг')], ([n, , c]) => moneyOf(n, c.code)),
  rule('money-us-sign', [plainNumber, word('сша'), currency], ([n]) => moneyOf(n, 'USD')),
  rule('money', [plainNumber, dot, currency], ([n, stop, c], site) =>
    stop !== undefined && !endsShort(site) ? null : fewerLetters(site) ? null : moneyOf(n, c.code),
  ),
  rule('money-range-sign', [money, dash, money], ([a, , b]) => (b.value > a.value ? { ...b, value: a.value } : null)),
  // $225-295 · $3–3,5 млрд
  rule('money-range-figure', [money, dash, single], ([a, , b], site) => {
    const spaced = site.nodes.slice(site.first + 1, site.last).some((node) => node.spaced);
    const value = a.value * scaleOf(b, a.value);
    return !spaced && b.value > value ? { ...a, value, upper: b.value } : null;
  }),
  rule('money-scale-after', [money, slot(K.number, (n) => n.rank === 'scale' && !n.ordinal)], ([m, s]) => ({
    ...m,
    value: m.value * s.value,
    upper: m.upper * s.value,
  })),
  rule('money-sign-after', [money, slot(K.currency, (c) => c.sign)], ([m, c]) => (m.unit === c.code ? m : null)),
  // 20 долларов 43 цента · 1 доллар и сорок два цента · 3 GBP 1 пенс
  rule('money-and-minor', [money, optional(word('и')), single, minor], ([m, , n]) => plusMinor(m, n)),
  rule('money-and-number', [money, optional(word('и')), single], ([m, , n], site) =>
    site.context.profile.name === 'duckling' && Number.isInteger(n.value) && n.value < 100 ? plusMinor(m, n) : null,
  ),
  // 10 центов · 50 копеек · 10¢
  rule('minor-money', [plainNumber, minor], ([n, c]) =>
    moneyOf({ ...n, value: n.value / 100, upper: n.upper / 100 }, c.code),
  ),
  // бакса 42 · долларов сто
  rule('money-turned', [slot(K.currency, (c) => !c.minor && !c.sign), single], ([c, n], site) =>
    site.nodes.length === 2 && /^\p{Script=Cyrillic}{4,}/u.test(site.text.slice(site.nodes[site.first]?.start))
      ? moneyOf(n, c.code)
      : null,
  ),
  // миллион долларов has its number; «миллионы рублей» has none
  // от 5 млн рублей до 7 млн рублей · 10$ - 20$
  rule('range-of-money', [optional(word('от')), money, optional(dash), optional(word('до')), money], ([, a, d, w, b]) =>
    (d !== undefined || w !== undefined) && (a.unit === b.unit || a.unit === null) && b.value > a.value
      ? { ...b, value: a.value }
      : null,
  ),
  // в 1,5 раза · в три раза · вдвое
  rule('times', [outside(word('в')), plainNumber, word('раз')], ([, n]) => measured('multiple', n, null)),
  rule('twofold', [word('вдвое')], () => multiple(2)),
  rule('threefold', [word('втрое')], () => multiple(3)),
  rule('fourfold', [word('вчетверо')], () => multiple(4)),
  rule('fivefold', [word('впятеро')], () => multiple(5)),
  // 17,363 тыс. кв. км · 38 млрд куб. м · 200 кубометров · 5 км · 3 т
  rule('square-measure', [plainNumber, dot, word('квадратный'), dot, slot(K.measure)], ([n, , , , m]) =>
    measured('measure', n, `${m.unit}2`),
  ),
  rule('square-metre', [plainNumber, dot, word('квадратный'), dot, word('м')], ([n]) => measured('measure', n, 'm2')),
  rule('cubic-measure', [plainNumber, dot, word('кубический'), dot, slot(K.measure)], ([n, , , , m]) =>
    measured('measure', n, `${m.unit}3`),
  ),
  rule('cubic-metre', [plainNumber, dot, word('кубический'), dot, word('м')], ([n]) => measured('measure', n, 'm3')),
  rule('cubometre', [plainNumber, dot, word('кубометр')], ([n]) => measured('measure', n, 'm3')),
  rule('measure', [plainNumber, dot, slot(K.measure)], ([n, , m]) => measured('measure', n, m.unit)),
  rule('metres', [plainNumber, dot, word('м')], ([n]) => measured('measure', n, 'm')),
  rule('tonnes', [plainNumber, dot, word('т')], ([n]) => measured('measure', n, 't')),
  rule('pieces', [plainNumber, dot, word('штука')], ([n]) => measured('count', n, 'штука')),
  rule('times-counted', [plainNumber, word('раз')], ([n]) => measured('count', n, 'раз')),
  // почти 3% · около 85 тысяч долларов · порядка 52 млрд · примерно 7
  rule('approximately', [word('около', 'примерно', 'почти'), closeAmount], ([, q]) => ({ ...q, approx: true })),
  // почти на 3% · примерно в 2 раза
  rule(
    'approximately-by',
    [word('около', 'примерно', 'почти'), word('на', 'в', 'до', 'с'), closeAmount],
    ([, , q]) => ({ ...q, approx: true }),
  ),
  // с 40 до 52 процентов · с 10 до 12 млрд долларов: the first number is of the kind of the second
  rule(
    'change-from',
    [outside(word('с')), single, outside(word('до')), outside(slot(K.quantity, (q) => q.type !== 'ordinal'))],
    ([, n, , q]) => {
      const factor = n.value < 1000 && q.value >= 1000 ? scaleBelow(q.value) : 1;
      return { ...q, value: n.value * factor, upper: n.value * factor, approx: false, bound: null };
    },
  ),
  // более 50 · свыше 3 млн · не менее двух · как минимум $1.42 · больше чем 1 доллар · выше 1 доллара
  rule(
    'not-less',
    [
      word('не'),
      word('менее', 'ниже'),
      optional(mark(',')),
      optional(word('чем')),
      optional(outside(word('в', 'на'))),
      closeAmount,
    ],
    ([, , , , , q]) => ({ ...q, bound: 'at-least' }),
  ),
  rule(
    'not-more',
    [word('не'), word('более', 'выше'), optional(mark(',')), optional(word('чем')), closeAmount],
    ([, , , , q]) => ({ ...q, bound: 'at-most' }),
  ),
  rule('at-least', [optional(word('как')), word('минимум'), closeAmount], ([, , q]) => ({ ...q, bound: 'at-least' })),
  rule('at-most', [optional(word('как')), word('максимум'), closeAmount], ([, , q]) => ({ ...q, bound: 'at-most' })),
  rule(
    'more-than',
    [word('более', 'выше'), optional(mark(',')), optional(word('чем')), optional(word('в', 'на')), closeAmount],
    ([, , , , q]) => ({ ...q, bound: 'at-least' }),
  ),
  rule(
    'less-than',
    [word('менее', 'ниже'), optional(mark(',')), optional(word('чем')), optional(word('в', 'на')), closeAmount],
    ([, , , , q]) => ({ ...q, bound: 'at-most' }),
  ),
  // до 15,4 тыс. долларов, unless something grew up to it («вырос до 52 млрд», «с 40 до 52»)
  rule('up-to', [word('до'), slot(K.quantity, (q) => q.bound === null)], ([, q], site) =>
    isGoal(site.text, startOf(site)) ? null : { ...q, bound: 'at-most' },
  ),
];

function asQuantity(reading: Reading): QuantityReading | null {
  if (reading.kind === K.quantity) return reading;
  if (reading.kind !== K.number || reading.form === 'roman' || reading.form === 'vague') return null;
  return measured(reading.ordinal ? 'ordinal' : 'number', reading, null);
}

/** A number left over becomes a bare number or an ordinal. */
export function bareQuantity(number: NumberReading): QuantityReading {
  return measured(number.ordinal ? 'ordinal' : 'number', number, null);
}

function isDenominator(n: NumberReading): boolean {
  return n.ordinal && (n.value === 10 || n.value === 100 || n.value === 1000);
}

function isShortFigure(n: NumberReading): boolean {
  return n.form === 'digits' && n.digits.length <= 2 && n.ending === '' && n.value > 0;
}

/** Тысяча, миллион, миллиард or триллион, whichever a number is told in. */
function scaleBelow(value: number): number {
  return [1e12, 1e9, 1e6, 1e3].find((scale) => value >= scale) ?? 1;
}

function measured(
  type: QuantityReading['type'],
  number: { readonly value: number; readonly upper: number },
  unit: string | null,
): QuantityReading {
  return { kind: K.quantity, type, value: number.value, upper: number.upper, unit, approx: false, bound: null };
}

function moneyOf(number: { readonly value: number; readonly upper: number }, code: string): QuantityReading {
  return measured('money', number, /^[A-Z]{3}$/u.test(code) ? code : null);
}

function multiple(value: number): QuantityReading {
  return measured('multiple', { value, upper: value }, null);
}

function fraction(value: number): QuantityReading {
  return measured('multiple', { value, upper: value }, null);
}

function scaled(number: NumberReading, factor: number): NumberReading {
  const value = Number((number.value * factor).toPrecision(12));
  return { ...number, value, upper: value, form: 'mixed' };
}

function plusMinor(m: QuantityReading, n: NumberReading): QuantityReading {
  const value = Number((m.value + n.value / 100).toFixed(2));
  return { ...m, value, upper: value };
}

function isShortScale(site: PhraseSite): boolean {
  return site.context.profile.name === 'duckling' && !isLastSpaced(site) && /^[МГ]/u.test(lastWord(site));
}

/** A minus, not a dash: at the start of the text or after white space or a bracket. */
function opens(text: string, start: number): boolean {
  return start === 0 || /[\s(]/u.test(text.charAt(start - 1));
}

/** «10 тыс. — 15 тыс.», «5-7 тысяч»: a magnitude after the second number holds for the first as well. */
function ranged(a: NumberReading, b: NumberReading, site: PhraseSite): NumberReading | null {
  if (
    site.context.profile.name === 'news' &&
    a.form === 'digits' &&
    a.digits.length === 4 &&
    b.digits.length === 4 &&
    a.value >= 1000
  ) {
    return b.value > a.value ? { ...b, value: a.value } : null;
  }
  const value = a.value * scaleOf(b, a.value);
  return b.value > value ? { ...b, value, upper: b.value } : null;
}

/** «3—4 млрд»: the scale of the end of a range, which its beginning shares; 1 where it cannot. */
function scaleOf(end: NumberReading, value: number): number {
  const scale = numeralForms.get(end.ending);
  return scale?.rank === 'scale' && value * scale.value < end.value && value < 1000 ? scale.value : 1;
}

/** Whether a currency sign belongs to the number after it: «$10», not «10$ 20». */
function isCurrencyFirst(site: PhraseSite): boolean {
  const before = nodeBefore(site)?.readings[0];
  const isSign = site.nodes[site.first]?.readings.some((r) => r.kind === K.currency && r.sign) ?? false;
  if (before?.kind === K.number && !(site.nodes[site.first]?.spaced ?? false)) return false;
  const raw = firstWord(site);
  return isSign
    ? !isLastSpaced(site) || before?.kind !== K.number
    : /^(?:Rs|RM|[A-Z]{3}|US\$)$/iu.test(raw) && /^[A-Za-z]/u.test(raw) && before?.kind !== K.number;
}

/** «$10,000» is ten thousand: the comma of a sign from abroad divides thousands where three figures follow. */
function thousandsByComma(n: NumberReading): NumberReading {
  if (!/^\d{1,3},\d{3}$/u.test(n.digits)) return n;
  const value = Number(n.digits.replace(',', ''));
  return { ...n, value, upper: value };
}

/** «млн. рублей»: the full stop is of an abbreviation. */
function endsShort(site: PhraseSite): boolean {
  const stop = site.nodes[site.first + 1]?.start ?? 0;
  return /(?:тыс|млн|млрд|трлн)$/iu.test(site.text.slice(Math.max(0, stop - 4), stop));
}

/** «5 р», «10 сом» only where the letters stand for a currency: a lone «р» needs a full stop or the end. */
function fewerLetters(site: PhraseSite): boolean {
  const raw = lastWord(site);
  if (/^р$/iu.test(raw)) return !/^(?:\.|\s*$|,)/u.test(site.text.slice(stopOf(site)));
  return /^[a-z]{3}$/u.test(raw) && !/^(?:rub|rur|usd|eur|gbp)$/u.test(raw);
}

/** Verbs of change before «до», or «с 40 до 52», «на 3% до 52 млрд». */
function isGoal(text: string, start: number): boolean {
  return /(?:вырос|возрос|раст[иеу]|рост|снизи|снижен|увелич|сокра[тщ]|упал|паден|подн[яи]|повы[сш]|пони[зж]|уменьш|дове[слд]|достиг|расшир|подорож|подешев|ускор|замедл)\p{L}*[^.!?\n]{0,60}$|(?:^|\s)(?:с|со)\s[\d][^.!?\n]{0,40}$|%[^.!?\n]{0,12}$/iu.test(
    text.slice(Math.max(0, start - 90), start),
  );
}
