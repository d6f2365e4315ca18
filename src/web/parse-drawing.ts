import type { ParsedWord } from '../model/claim-reading.ts';
import { overlaps, type Span } from '../model/span.ts';
import { html, short, type Html } from './html.ts';
import { relationNames } from './reading-words.data.ts';
import type { Language } from './words.data.ts';

/** Widths in units of the drawing, close to those of the face that it is set in; a word is never narrower than its label. */
const letterWidth = 9;
const labelLetterWidth = 6.2;
const gap = 18;
const levelHeight = 30;
const wordLine = 24;

/** An arc from a word to one that hangs on it, as indices of words, and how high it must rise over those within. */
interface Arc {
  readonly from: number;
  readonly to: number;
  readonly relation: string;
  readonly level: number;
}

/**
 * The tree of a sentence as arcs over its words, each with its relation; words within `marked` are brought out, the one in
 * `trigger` most of all.
 */
export function parseDrawing(
  words: readonly ParsedWord[],
  options: {
    readonly language: Language;
    readonly label: string;
    readonly marked: Span;
    readonly trigger: Span | null;
  },
): Html {
  const arcs = arcsOf(words);
  const name = (relation: string): string => relationName(relation, options.language);
  const widths = words.map((word) =>
    Math.max(word.text.length * letterWidth, name(word.relation).length * labelLetterWidth),
  );
  const centres: number[] = [];
  let width = gap;
  for (const own of widths) {
    centres.push(width + own / 2);
    width += own + gap;
  }
  const base = 20 + levelHeight * Math.max(1, ...arcs.map(({ level }) => level));
  const height = base + wordLine + 14;
  const kindOf = (word: ParsedWord): string => {
    if (options.trigger && overlaps(word, options.trigger)) return 'trigger';
    return overlaps(word, options.marked) ? 'inside' : 'outside';
  };
  return html`<svg
    class="parse"
    width="${width}"
    height="${height}"
    viewBox="0 0 ${width} ${height}"
    role="img"
    aria-label="${options.label}"
  >
    ${arcs.map((arc) => {
      const [a, b] = [centres[arc.from] ?? 0, centres[arc.to] ?? 0];
      const top = base - arc.level * levelHeight;
      const turn = Math.sign(b - a) * Math.min(10, Math.abs(b - a) / 2);
      return html`<path
          d="M${a} ${base}V${top + 10}Q${a} ${top} ${a + turn} ${top}H${b - turn}Q${b} ${top} ${b} ${top + 10}V${base - 2}"
        ></path>
        <path class="tip" d="M${b - 3.5} ${base - 6}h7l-3.5 6z"></path>
        <text class="relation" x="${(a + b) / 2}" y="${top - 5}">${name(arc.relation)}</text>`;
    })}
    ${words.map(
      (word, i) =>
        html`<text class="word ${kindOf(word)}" x="${centres[i]}" y="${base + wordLine - 4}"
          >${short(word.text, 40)}</text
        >`,
    )}
  </svg>`;
}

/** A relation in the reader's words; as it is where there are none. */
export function relationName(relation: string, language: Language): string {
  const names = relationNames[language];
  return names[relation] ?? names[relation.split(':')[0] ?? ''] ?? short(relation, 20);
}

/** One arc a word that hangs on another word; an arc rises over all that lie within it. */
function arcsOf(words: readonly ParsedWord[]): readonly Arc[] {
  const indexOf = new Map(words.map(({ position }, i) => [position, i]));
  const bare = words.flatMap(({ head, relation }, to) => {
    const from = head ? indexOf.get(head.position) : undefined;
    return from === undefined ? [] : [{ from, to, relation }];
  });
  const drawn: Arc[] = [];
  for (const arc of bare.toSorted((a, b) => lengthOf(a) - lengthOf(b))) {
    const [first, last] = endsOf(arc);
    const under = drawn.filter((other) => {
      const [from, to] = endsOf(other);
      return from < last && first < to;
    });
    drawn.push({ ...arc, level: 1 + Math.max(0, ...under.map(({ level }) => level)) });
  }
  return drawn;
}

function lengthOf(arc: Pick<Arc, 'from' | 'to'>): number {
  return Math.abs(arc.to - arc.from);
}

function endsOf({ from, to }: Pick<Arc, 'from' | 'to'>): readonly [first: number, last: number] {
  return from < to ? [from, to] : [to, from];
}
