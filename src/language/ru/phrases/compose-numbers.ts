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
  let total = 0;
  let at = start;
  let lastScale = Infinity;
  let lastNumber = first;
  let counted = false;
  while (at < nodes.length) {
    const small = readSmall(nodes, at, lastScale);
    const scale = numberAt(nodes, small ? small.next : at);
    const isScale =
      scale !== null && isScaleWord(scale) && scale.value < lastScale && !(small?.number.ordinal ?? false);
    if (!small && !isScale) break;
    if (!small && counted && scale) break;
    const count = small ? small.number.value : 1;
    if (isScale && scale) {
      if (!small && scale.plural && at === start && !scale.ordinal) return null;
      total += count * scale.value;
      lastScale = scale.value;
      lastNumber = scale;
      at = (small ? small.next : at) + 1;
      counted = true;
      if (scale.ordinal || skipsFullStop(nodes, at)) at = scale.ordinal ? at : at + 1;
      if (scale.ordinal) break;
      continue;
    }
    total += count;
    lastNumber = small ? small.number : lastNumber;
    at = small ? small.next : at;
    counted = true;
    break;
  }
  if (!counted) return null;
  const half = readHalf(nodes, at);
  if (half && !lastNumber.ordinal) {
    const scale = numberAt(nodes, half.next);
    const factor = scale && isScaleWord(scale) ? scale.value : lastScale === Infinity ? 1 : lastScale;
    total = scale && isScaleWord(scale) ? (total + half.value) * scale.value : total + half.value * factor;
    at = scale && isScaleWord(scale) ? half.next + 1 : half.next;
  }
  const changed = at > start + 1;
  if (!changed && first.form !== 'words') return { number: first, next: at, changed: false };
  const number: NumberReading = {
    ...first,
    value: round(total),
    upper: round(total),
    ordinal: lastNumber.ordinal,
    plural: lastNumber.plural,
    form: changed && first.form === 'digits' ? 'mixed' : first.form === 'vague' ? 'vague' : first.form,
    digits: changed ? '' : first.digits,
    ending: lastNumber.ending,
  };
  return { number, next: at, changed };
}

/** A number below a thousand: figures, or hundreds, tens and units in descending order. */
function readSmall(
  nodes: readonly PhraseNode[],
  start: number,
  below: number,
): { readonly number: NumberReading; readonly next: number } | null {
  const first = numberAt(nodes, start);
  if (!first || first.form === 'roman' || isScaleWord(first) || first.value >= below) return null;
  if (first.form !== 'words' || first.digits === 'whole') return { number: first, next: start + 1 };
  let value = first.value;
  let rank = ranks[first.digits] ?? 0;
  let last = first;
  let at = start + 1;
  while (!last.ordinal) {
    const next = numberAt(nodes, at);
    const nextRank = next ? (ranks[next.digits] ?? 0) : 0;
    if (!next || next.form !== 'words' || nextRank === 0 || !follows(rank, nextRank)) break;
    value += next.value;
    rank = nextRank;
    last = next;
    at += 1;
  }
  return { number: { ...last, value, upper: value }, next: at };
}

const ranks: Readonly<Record<string, number>> = { hundred: 4, ten: 3, teen: 2, unit: 1 };

/** Whether a word of one rank may follow another: hundreds take anything smaller, tens only units. */
function follows(rank: number, next: number): boolean {
  return (rank === 4 && next < 4) || (rank === 3 && next === 1);
}

function isScaleWord(number: NumberReading): boolean {
  return number.digits === 'scale';
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
