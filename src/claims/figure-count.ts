import type { Token } from '../language/analysis.ts';
import type { Quantity } from '../language/quantity.ts';
import { contains } from '../model/span.ts';
import { countingNouns, directionOf, scales, sizeVerbs, tolls } from './figure-words.data.ts';
import { type Reading, tokensWithin } from './reading.ts';
import { caseAt, dependents, type Tree } from './tree.ts';

/** A quantity with the word of its sentence that governs its others: what is counted, else the number itself; -1 where it has none. */
export interface HeadedQuantity extends Quantity {
  readonly head: number;
  /** Whether the text speaks of the number itself, which then matters however small: «число катеров выросло до 8». */
  readonly stated: boolean;
  /** Whether what is counted was told before another number: «за — 311 депутатов, против — 12». */
  readonly elided: boolean;
}

/** The quantities of a sentence; a bare number that counts what is told elsewhere in the sentence becomes a count of it. */
export function headedQuantities(reading: Reading, tree: Tree): readonly HeadedQuantity[] {
  const here = reading.analysis.quantities.filter((q) => contains(tree.sentence, q));
  const listed = listedCounts(reading, tree, here);
  return here.map((q) => listed.get(q) ?? headed(reading, tree, q));
}

function headed(reading: Reading, tree: Tree, q: Quantity): HeadedQuantity {
  const head = headOf(tree, q);
  if (q.kind !== 'number') return { ...q, head, stated: false, elided: false };
  const stated = inBrackets(reading, tree, q) ?? movedTo(reading, tree, q);
  const near = stated ?? behindDash(reading, tree, q, head);
  const counted = near ?? countedBefore(reading, tree, q);
  const unit = tree.tokens[counted ?? -1]?.lemma;
  if (counted === null || unit === undefined) return { ...withElided(reading, q), head, stated: false, elided: false };
  return { ...q, kind: 'count', unit, head: counted, stated: stated !== null, elided: near === null };
}

/** «мандатов — 292» counts, «приказ 3629» has a number. */
function behindDash(reading: Reading, tree: Tree, q: Quantity, head: number): number | null {
  const word = tree.tokens[head];
  if (word?.pos !== 'NOUN' || contains(q, word) || scales.has(word.lemma)) return null;
  const isBehind = word.stop > q.start || /^\s*[—–-]\s*$/u.test(reading.analysis.text.slice(word.stop, q.start));
  return isBehind ? head : null;
}

/** «за — 311 депутатов, против — 12», «в верхней палате — 130 из 246»: what was counted before, in the same sentence. */
function countedBefore(reading: Reading, tree: Tree, q: Quantity): number | null {
  const { text } = reading.analysis;
  const vote = /(?<!\p{L})(?:за|против)\s*[—–-]\s*$/u.test(
    text.slice(tree.sentence.start, q.start).slice(-12).toLowerCase(),
  );
  const voted = /^\s*[—–-]?\s*(?:были?\s+)?против(?!\p{L})/u.test(text.slice(q.stop, q.stop + 16));
  const part = /^\s+из\s+\d+(?!\s*\p{L})/u.test(text.slice(q.stop, q.stop + 12));
  if (!vote && !voted && !part) return null;
  return countBefore(reading, tree, q) === undefined
    ? (numbered(reading, tree, q)?.counted ?? null)
    : lastCounted(reading, tree, q);
}

/** What was counted last before a quantity, in its sentence. */
function lastCounted(reading: Reading, tree: Tree, q: Quantity): number | null {
  const told = countBefore(reading, tree, q);
  const at = told === undefined ? -1 : tree.tokens.findIndex((t) => t.start >= told.start && t.lemma === told.unit);
  return at < 0 ? null : at;
}

function countBefore(reading: Reading, tree: Tree, q: Quantity): Quantity | undefined {
  return reading.analysis.quantities.findLast(
    (other) => other.kind === 'count' && other.start >= tree.sentence.start && other.stop <= q.start,
  );
}

/** «наибольшее число рыбаков (67)», «больше всего катеров у таможни (98)», «число катеров растёт (в этом году — 49)». */
function inBrackets(reading: Reading, tree: Tree, q: Quantity): number | null {
  return bracketOf(reading, q) === null ? null : (numbered(reading, tree, q)?.counted ?? null);
}

/** «сократил число катеров с тысячи до 569», «число катеров достигло 23»: where a movement of a number of things ends. */
function movedTo(reading: Reading, tree: Tree, q: Quantity): number | null {
  const told = numbered(reading, tree, q);
  const verb = tree.tokens[told?.noun ?? -1]?.head ?? -1;
  const { lemma = '' } = tree.tokens[verb] ?? {};
  if (told === null) return null;
  if (sizeVerbs.has(lemma) && tree.tokens[headOf(tree, q)]?.head === verb) return told.counted;
  const isEnd = /(?<!\p{L})до\s+$/u.test(reading.analysis.text.slice(Math.max(0, q.start - 5), q.start));
  return isEnd && directionOf(lemma) !== null ? told.counted : null;
}

/** «число катеров», «их число»: the last word before a quantity that speaks of a number, with the things whose number it is. */
function numbered(
  reading: Reading,
  tree: Tree,
  q: Quantity,
): { readonly noun: number; readonly counted: number } | null {
  for (let noun = tree.tokens.findLastIndex((t) => t.stop <= q.start); noun >= 0; noun--) {
    const word = tree.tokens[noun];
    if (!countingNouns.has(word?.lemma ?? '') && !mostOf.test(word?.norm ?? '')) continue;
    const counted = dependents(tree, noun, 'nmod', 'obl', 'obj', 'nsubj').find(
      (c) => c > noun && caseAt(tree, c) === 'Gen' && isCounted(tree.tokens[c]),
    );
    if (counted !== undefined && (tree.tokens[counted]?.stop ?? 0) <= q.start) return { noun, counted };
    const theirs = tree.tokens[noun - 1]?.norm === 'их' ? lastCounted(reading, tree, q) : null;
    if (theirs !== null) return { noun, counted: theirs };
  }
  return null;
}

/** «рыбаков», «пострадавших» */
function isCounted(word: Token | undefined): boolean {
  return word?.pos === 'NOUN' || tolls.has(word?.lemma ?? '');
}

const mostOf = /^(?:больше|меньше)$/u;

/** Where the bracket opens in which a number stands alone, or behind a dash; a year in brackets counts nothing. */
function bracketOf(reading: Reading, q: Quantity): number | null {
  const { text } = reading.analysis;
  const from = Math.max(0, q.start - 40);
  const opening = /\((?:[^()]{1,36}[—–]\s)?$/u.exec(text.slice(from, q.start));
  const isYear = /^(?:1[89]|20)\d\d$/u.test(text.slice(q.start, q.stop));
  return opening === null || text[q.stop] !== ')' || isYear ? null : from + opening.index;
}

/** «таможня (207), полиция (98), почта (60)» behind «у порта 35 катеров»: how many of what was counted before each of them has. */
function listedCounts(reading: Reading, tree: Tree, here: readonly Quantity[]): ReadonlyMap<Quantity, HeadedQuantity> {
  const owned = here.flatMap((q) => {
    const owner = q.kind === 'number' ? ownerBefore(reading, tree, bracketOf(reading, q)) : -1;
    return owner < 0 ? [] : [{ q, owner }];
  });
  const told = reading.analysis.quantities.findLast((q) => q.kind === 'count' && q.stop <= tree.sentence.start);
  const isList = owned.length >= 3 && told !== undefined && tree.sentence.start - told.stop < 300;
  return new Map(
    isList
      ? owned.map(
          ({ q, owner }) =>
            [q, { ...q, kind: 'count', unit: told.unit, head: owner, stated: false, elided: false }] as const,
        )
      : [],
  );
}

/** The head of the body or state that is named right before a bracket; -1 where another word stands there. */
function ownerBefore(reading: Reading, tree: Tree, bracket: number | null): number {
  if (bracket === null) return -1;
  const mention = reading.mentions[tree.sentence.index]?.find(
    (m) => (m.kind === 'organisation' || m.kind === 'state') && m.stop <= bracket && bracket - m.stop <= 1,
  );
  return mention?.head ?? -1;
}

/** «из долга в 5 миллиардов рублей 3 миллиарда», «штраф до трёх миллионов» behind one in euros: a sum in the money told before. */
function withElided(reading: Reading, q: Quantity): Quantity {
  if (!isScaleAlone(reading, q)) return q;
  // «Италии (2 млрд евро), Дании (3 млрд) и Франции (4 млрд)»: in brackets, those between have the unit of the first too
  const isListed = reading.analysis.text[q.stop] === ')';
  const before = reading.analysis.quantities.findLast(
    (other) => other.stop <= q.start && !(isListed && isScaleAlone(reading, other)),
  );
  const near = before?.kind === 'money' && q.start - before.stop < 160;
  return near ? { ...q, kind: 'money', unit: before.unit } : q;
}

function isScaleAlone(reading: Reading, q: Quantity): boolean {
  return q.kind === 'number' && largeScale.test(reading.analysis.text.slice(q.start, q.stop).toLowerCase());
}

const largeScale = /(?<!\p{L})(?:миллион|миллиард|триллион|млн|млрд|трлн)\p{L}*\.?$/u;

/** The word of a quantity that governs the others: its noun, else its number. */
function headOf(tree: Tree, q: Quantity): number {
  const place = tokensWithin(tree, q);
  if (!place) return -1;
  const [first, last] = place;
  const inside = tree.tokens.slice(first, last + 1);
  const isRoot = ({ head, kind, pos, relation }: (typeof inside)[number]): boolean =>
    (head < first || head > last) && kind !== 'punctuation' && pos !== 'ADP' && relation !== 'case';
  // «выручку 3,1—4 млрд евро»: of a range, the end that has the unit
  const at = q.kind === 'money' || q.kind === 'percent' ? inside.findLastIndex(isRoot) : inside.findIndex(isRoot);
  const root = at < 0 ? last : first + at;
  const noun = tree.tokens[root]?.head ?? -1;
  const relation = tree.tokens[root]?.relation ?? '';
  // «71 сенатор»: the number alone is a quantity where the parser takes it for an attribute
  // «40 тыс. барр. нефти»: a short unit may be read as an attribute
  const isShort = q.kind === 'measure' && relation === 'det';
  const counts = isShort || relation.startsWith('nummod') || (tree.tokens[root]?.pos === 'NUM' && relation === 'amod');
  // «передал $3 млн подруге»: a number governs the genitive alone
  const isReceiver = q.kind === 'money' && noun > last && caseAt(tree, noun) === 'Dat';
  if (isReceiver) return first;
  if (!counts || noun < 0) return countedUnder(tree, q, root) ?? root;
  // «12 тысяч действующих агентов»: the number may hang on what describes what is counted
  const described = tree.tokens[noun]?.relation === 'amod' ? (tree.tokens[noun]?.head ?? -1) : -1;
  return described >= 0 ? described : noun;
}

/** «с семью моряками»: what is counted, where the tagger takes the number for a noun; «десяток рыбаков» is a noun and governs the genitive. */
function countedUnder(tree: Tree, q: Quantity, root: number): number | undefined {
  if (q.kind !== 'count' || tree.tokens[root]?.pos !== 'NOUN') return undefined;
  return dependents(tree, root, 'nmod').find((c) => tree.tokens[c]?.lemma === q.unit && caseAt(tree, c) !== 'Gen');
}
