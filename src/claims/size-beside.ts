import type { Quantity } from '../language/quantity.ts';
import type { Role } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import { gotBy, moneyNames, sizes } from './figure-words.data.ts';
import type { Reading } from './reading.ts';
import { nominativeOf } from './roles.ts';
import {
  agreesInForm,
  ancestors,
  caseAt,
  dependents,
  firstAdjective,
  genitivesOf,
  isNominal,
  isVerbal,
  prepositionOf,
  spanOf,
  subtree,
  type Tree,
} from './tree.ts';

/**
 * A size whose number stands right behind its noun, wherever the parser hangs both: «при чистой прибыли 2 млрд», «флот численностью 30
 * тысяч человек», «полная стоимость, включая поставки, — 900 млн». `undefined` where no such noun stands there.
 */
export function sizeBeside(tree: Tree, q: Quantity, verb: number): number | undefined {
  const before = tree.tokens.findLastIndex((t) => t.stop <= q.start);
  const word = tree.tokens[before];
  if (word?.pos === 'NOUN' && sizes.has(word.lemma)) return isBare(tree, before) ? before : undefined;
  // «претендует на площадь в 2 млн гектаров», wherever the parser hangs them
  const sized = word?.norm === 'в' && q.kind === 'measure' ? before - 1 : -1;
  if (sizes.has(tree.tokens[sized]?.lemma ?? '')) return sized;
  // «включая поставки, — 900 млн»: what is counted in by the way has not the size of the whole
  const whole = tree.tokens[verb]?.norm === 'включая' ? (tree.tokens[verb]?.head ?? -1) : -1;
  const isDashed = /^[—–-]$/u.test(word?.text ?? '') && isNominal(tree.tokens[whole]);
  return isDashed ? whole : undefined;
}

/** «стоимостью 3 млрд», «при прибыли 2 млрд»: a size that is told by itself; «на сумму 2 млрд» only introduces how much. */
function isBare(tree: Tree, noun: number): boolean {
  return (caseAt(tree, noun) === 'Ins' && prepositionOf(tree, noun) === null) || prepositionOf(tree, noun) === 'при';
}

/** «с тех пор экспорт нефти упал вдвое до трёх тонн»: the size before, where the parser loses the subject. */
export function sizeBefore(tree: Tree, q: Quantity): number | undefined {
  const size = tree.tokens.findLastIndex((t) => t.stop <= q.start && sizes.has(t.lemma));
  return size < 0 ? undefined : size;
}

/**
 * «выведут завод на полную мощность — 40 тысяч тонн в год», «доходы бюджета составят 12 млрд, расходы — 13»: a size and its figure
 * behind a dash, whatever the tree makes of it.
 */
export function sizeBeforeDash(reading: Reading, tree: Tree, q: Quantity): number | undefined {
  const last = tree.tokens.findLastIndex((t) => t.kind === 'word' && t.stop <= q.start);
  const word = tree.tokens[last];
  if (word === undefined || !isDashBetween(reading, word, q)) return undefined;
  // «расходы бюджета — 13 млрд», «прогноз по цене на год — 13 евро»
  const chain = [last, ...ancestors(tree, last).slice(0, 3)];
  const end = chain.findIndex((a) => a > last || !isNominal(tree.tokens[a]));
  return chain.slice(0, end < 0 ? chain.length : end).findLast((a) => sizes.has(tree.tokens[a]?.lemma ?? ''));
}

/** «расходы — 13 млрд»: whether no more than a dash stands between two spans. */
export function isDashBetween(reading: Reading, before: Span, after: Span): boolean {
  return before.stop <= after.start && /^\s[—–-]\s$/u.test(reading.analysis.text.slice(before.stop, after.start));
}

/** «флота Варонии численностью 30 тысяч человек»: the size with what has it; the role as it was for every other noun. */
export function withBearer(reading: Reading, tree: Tree, size: number, role: Role): Role {
  const word = tree.tokens[size];
  if (!word || !sizes.has(word.lemma) || caseAt(tree, size) !== 'Ins' || prepositionOf(tree, size) !== null)
    return role;
  // «общей стоимостью»
  const first = firstAdjective(tree, size);
  const start = tree.tokens[first]?.start ?? word.start;
  const isOwn = dependents(tree, size, 'nmod').some((c) => c < size + 2 && caseAt(tree, c) === 'Gen');
  // «размещение полка численностью 300 человек»: no deed has a size
  const isNear = word.head < size && size - word.head <= longestBearer;
  const above = isNear && !/(?:ние|ция)$/u.test(tree.tokens[word.head]?.lemma ?? '') ? word.head : -1;
  const bearer = [above, firstGenitive(tree, first - 1)].map((t) => tree.tokens[t]).find((t) => t?.pos === 'NOUN');
  if (isOwn || bearer === undefined) return role;
  const text = reading.analysis.text.slice(bearer.start, word.stop);
  const before = reading.analysis.text.slice(bearer.start, start).trim();
  const whose = bearer.features.case === 'Gen' ? ` ${before}` : '';
  return {
    ...role,
    text,
    span: { start: bearer.start, stop: word.stop },
    name: `${nominativeOf(reading, tree, { start, stop: word.stop })}${whose}`,
  };
}

/** «полка Дании»: the first of the genitives that hang on each other. */
function firstGenitive(tree: Tree, token: number): number {
  const { head = -1, features } = tree.tokens[token] ?? {};
  const isChained = features?.case === 'Gen' && head >= 0 && head < token && isNominal(tree.tokens[head]);
  return isChained && tree.tokens[head]?.features.case === 'Gen' ? firstGenitive(tree, head) : token;
}

/** In tokens from what has a size to the noun that tells it. */
const longestBearer = 7;

/** «канал должен ему 8 млн»: the word that names the money by what is done with it, where the sum hangs on it. */
export function dealtWith(tree: Tree, q: Quantity, sum: number): number | undefined {
  const { head = -1 } = tree.tokens[sum] ?? {};
  return q.kind === 'money' && calledByDealing(tree, head) !== null ? head : undefined;
}

/** «потратил 2 млн», «должен банку 3 млн»: what the money is called that a verb tells of; `null` for other words. */
export function calledByDealing(tree: Tree, indicator: number): string | null {
  const word = tree.tokens[indicator];
  if (!word || word.pos === 'NOUN') return null;
  const got = word.features.tense === 'Past' ? gotBy[word.lemma] : undefined;
  return got ?? moneyNames[word.lemma] ?? null;
}

/** «в чёрный список включены 26 человек»: «человек» says nothing, they are called by what was done to them; `null` for other words. */
export function calledByPassive(reading: Reading, tree: Tree, indicator: number): string | null {
  const { lemma, head = -1 } = tree.tokens[indicator] ?? {};
  const verb = tree.tokens[head];
  const [, stem] = /^(\p{L}*[аяеё]н)ы$/u.exec(verb?.norm ?? '') ?? [];
  if (lemma !== 'человек' || verb?.features.variant !== 'Short' || stem === undefined) return null;
  const goal = dependents(tree, head, 'obl').find((c) => /^(?:в|на|из)$/u.test(prepositionOf(tree, c) ?? ''));
  const participle = `${stem}ные`;
  if (goal === undefined) return participle;
  const { start, stop } = spanOf(tree, subtree(tree, goal));
  return `${participle} ${reading.analysis.text.slice(start, stop).replace(/^\p{Lu}/u, (l) => l.toLowerCase())}`;
}

/** «заплатили в качестве взяток» */
export function paidAs(tree: Tree, verb: number): number | undefined {
  const circumstances = dependents(tree, verb, 'obl');
  const named = circumstances.find((c) => /^в (?:качестве|виде|счет)$/u.test(prepositionOf(tree, c) ?? ''));
  if (named !== undefined) return named;
  const as = circumstances.find((c) => /^(?:качестве|виде)$/u.test(tree.tokens[c]?.norm ?? ''));
  return as === undefined ? undefined : genitivesOf(tree, as)[0];
}

/** «по краю «Лоцман» набрал 32 %»: the nominative before a verb to which the parser gives no subject. */
export function lostSubject(tree: Tree, verb: number): number | undefined {
  if (verb < 0 || dependents(tree, verb, 'nsubj').length > 0) return undefined;
  const subject = tree.tokens.findLastIndex(
    (t, i) => i < verb && isNominal(t) && t.features.case === 'Nom' && prepositionOf(tree, i) === null,
  );
  const word = tree.tokens[subject];
  const isNear = !tree.tokens.slice(subject + 1, verb).some((t) => isVerbal(t) || t.text === ',');
  // nobody knows the gender of «ЛКП»
  const isShort = /^\p{Lu}+$/u.test(word?.text ?? '') && tree.tokens[verb]?.features.number === 'Sing';
  return isNear && (isShort || agreesInForm(word?.features, tree.tokens[verb]?.features)) ? subject : undefined;
}
