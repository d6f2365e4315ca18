import type { NumeralRank } from './numeral-forms.ts';
import type { NumberReading, PhraseNode } from './reading.ts';
import { K } from './reading.ts';

/**
 * Joins the words and figures of one number into one node: «двадцать первое», «2,5 млн», «три с половиной тысячи»,
 * «две тысячи двадцать четвёртого», «одна целая пять десятых». An ordinal ends a number. Words whose ranks do not descend
 * («три пятнадцать») are two numbers.
 */
export function composeNumbers(nodes: readonly PhraseNode[]): readonly PhraseNode[] {
  let result: PhraseNode[] | null = null;
  let at = 0;
  while (at < nodes.length) {
    const group = readGroup(nodes, at);
    if (group === null || (group.next === at + 1 && !group.changed)) {
      result?.push(nodes[at] as PhraseNode);
      at += 1;
      continue;
    }
    result ??= nodes.slice(0, at);
    result.push(joined(nodes, at, group.next, group.number));
    at = group.next;
  }
  return result ?? nodes;
}

/** The number that begins at a node. */
interface Group {
  readonly number: NumberReading;
  /** Index after the last node of the number. */
  readonly next: number;
  readonly changed: boolean;
}

function numberAt(nodes: readonly PhraseNode[], at: number): NumberReading | null {
  for (const reading of nodes[at]?.readings ?? []) if (reading.kind === K.number) return reading;
  return null;
}

function wordAt(nodes: readonly PhraseNode[], at: number): string | null {
  for (const reading of nodes[at]?.readings ?? []) if (reading.kind === K.word) return reading.word;
  return null;
}

function readGroup(nodes: readonly PhraseNode[], start: number): Group | null {
  const first = numberAt(nodes, start);
  if (!first || first.form === 'roman') return null;
  const whole = readSum(nodes, start);
  if (whole === null) return null;
  const { total, last, next } = addHalf(nodes, whole);
  const changed = next > start + 1;
  if (!changed && first.form !== 'words') return { number: first, next, changed: false };
  const number: NumberReading = {
    ...first,
    value: round(total),
    upper: round(total),
    ordinal: last.ordinal,
    plural: last.plural,
    form: changed && first.form === 'digits' ? 'mixed' : first.form,
    digits: changed ? '' : first.digits,
    rank: changed ? null : first.rank,
    ending: last.ending,
  };
  return { number, next, changed };
}

/** What words and figures from one node on add up to. */
interface Sum {
  readonly total: number;
  /** The last of its scales, thousand and up; infinite where it has none. */
  readonly scale: number;
  /** The reading that shows its case and whether it is an ordinal. */
  readonly last: NumberReading;
  /** Index after the last node. */
  readonly next: number;
}

/** «два миллиона триста тысяч пять»: numbers below a thousand with scales that descend, the last without one. */
function readSum(nodes: readonly PhraseNode[], start: number): Sum | null {
  let total = 0;
  let scale = Infinity;
  let last: NumberReading | null = null;
  let at = start;
  while (at < nodes.length) {
    const small = readSmall(nodes, at, scale);
    const behind = small ? small.next : at;
    const word = small?.number.ordinal === true ? null : scaleAt(nodes, behind);
    if (word === null || word.value >= scale) {
      if (!small) break;
      return { total: total + small.number.value, scale, last: small.number, next: behind };
    }
    if (!small && last !== null) break;
    // «тысяча» is one, «тысячи» are nobody knows how many
    if (!small && word.plural && !word.ordinal) return null;
    total += (small ? small.number.value : 1) * word.value;
    scale = word.value;
    last = word;
    at = behind + 1;
    if (word.ordinal) break;
    if (skipsFullStop(nodes, at)) at += 1;
  }
  return last && { total, scale, last, next: at };
}

/** «три с половиной (тысячи)», «два миллиона с четвертью». */
function addHalf(nodes: readonly PhraseNode[], sum: Sum): Sum {
  const half = sum.last.ordinal ? null : readHalf(nodes, sum.next);
  if (half === null) return sum;
  const { scale, last } = sum;
  const word = scaleAt(nodes, half.next);
  return word === null
    ? { total: sum.total + half.value * (scale === Infinity ? 1 : scale), scale, last, next: half.next }
    : { total: (sum.total + half.value) * word.value, scale, last, next: half.next + 1 };
}

/** «тысяча», «млн»; `null` where none stands there. */
function scaleAt(nodes: readonly PhraseNode[], at: number): NumberReading | null {
  const number = numberAt(nodes, at);
  return number?.rank === 'scale' ? number : null;
}

/** A number below a thousand: figures, or hundreds, tens and units in descending order. */
function readSmall(
  nodes: readonly PhraseNode[],
  start: number,
  below: number,
): { readonly number: NumberReading; readonly next: number } | null {
  const first = numberAt(nodes, start);
  if (!first || first.form === 'roman' || first.rank === 'scale' || first.value >= below) return null;
  if (first.form !== 'words' || first.rank === 'whole') return { number: first, next: start + 1 };
  let value = first.value;
  let rank = heightOf(first);
  let last = first;
  let at = start + 1;
  while (!last.ordinal) {
    const next = numberAt(nodes, at);
    const nextRank = next ? heightOf(next) : 0;
    if (!next || next.form !== 'words' || nextRank === 0 || !follows(rank, nextRank)) break;
    value += next.value;
    rank = nextRank;
    last = next;
    at += 1;
  }
  return { number: { ...last, value, upper: value }, next: at };
}

const heights: Partial<Record<NumeralRank, number>> = { hundred: 4, ten: 3, teen: 2, unit: 1 };

/** How high a word stands among those of a number below a thousand; 0 for what is none of them. */
function heightOf({ rank }: NumberReading): number {
  return (rank === null ? undefined : heights[rank]) ?? 0;
}

/** Whether a word of one rank may follow another: hundreds take anything smaller, tens only units. */
function follows(rank: number, next: number): boolean {
  return (rank === 4 && next < 4) || (rank === 3 && next === 1);
}

/** «млн.» before a small letter or a figure: the full stop belongs to the abbreviation. */
function skipsFullStop(nodes: readonly PhraseNode[], at: number): boolean {
  const node = nodes[at];
  const before = nodes[at - 1];
  const number = before ? numberAt(nodes, at - 1) : null;
  return (
    node?.readings[0]?.kind === K.mark &&
    node.readings[0].mark === '.' &&
    !node.spaced &&
    number !== null &&
    /^(?:тыс|млн|млрд|трлн)$/u.test(number.ending) &&
    nodes[at + 1] !== undefined
  );
}

/** «с половиной», «с четвертью», «и пять десятых». */
function readHalf(nodes: readonly PhraseNode[], at: number): { readonly value: number; readonly next: number } | null {
  if (wordAt(nodes, at) !== 'с') return null;
  const word = nodes[at + 1]?.readings.find(
    (r) => r.kind === K.word && (r.word === 'половиной' || r.word === 'половина'),
  );
  if (word) return { value: 0.5, next: at + 2 };
  return wordAt(nodes, at + 1) === 'четверть' ? { value: 0.25, next: at + 2 } : null;
}

function joined(nodes: readonly PhraseNode[], first: number, next: number, number: NumberReading): PhraseNode {
  const head = nodes[first] as PhraseNode;
  const tail = nodes[next - 1] as PhraseNode;
  const extra = next === first + 1 ? head.readings.slice(1) : [];
  const readings = [number, ...extra];
  let mask = 0;
  for (const reading of readings) mask |= 1 << reading.kind;
  return { start: head.start, stop: tail.stop, readings, mask, spaced: head.spaced, rules: head.rules };
}

/** Takes the noise of binary fractions out: 0.1 + 0.2 → 0.3. */
function round(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(14));
}
