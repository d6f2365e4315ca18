import { instantiateKernel } from '../../instantiate-kernel.ts';
import { kernelBytes } from './kernel.data.ts';

/** A matrix on the heap, in whole numbers of 12 bits with a factor for each column. Places count in bytes. */
export interface Matrix {
  readonly at: number;
  readonly scales: number;
  readonly bias: number;
  readonly inputs: number;
  /** Columns, rounded up to a multiple of sixteen. */
  readonly columns: number;
}

/** Longest run of tokens that is parsed at once. */
export const longestRun = 256;

/**
 * One block of memory with the weights of the net and room for the numbers of one sentence, and the product over it
 * (`kernel.wat`). Offsets count in floats.
 */
export interface Heap {
  readonly floats: Float32Array;
  /** Offsets of the rooms: see `encodeSentence` and `scoreHeads`. */
  readonly room: Rooms;
  /** Puts a matrix of `columns` columns onto the heap for good. */
  add(values: Float32Array, columns: number, bias: Float32Array | null): Matrix;
  /**
   * Takes `rows` vectors, the i-th at from + i * stride, as the left side of the products to come, in whole numbers up to `levels`
   * (12 bits unless said).
   */
  take(from: number, stride: number, rows: number, inputs: number, levels?: number): void;
  /** The vectors that were taken, times the matrix, plus its bias: row i at out + i * matrix.columns. */
  multiply(matrix: Matrix, out: number): void;
  /** The rows at `from` as the columns of a matrix, until the next call. */
  turn(from: number, rows: number, inputs: number): Matrix;
  /** A row of numbers that stays, as the gain of `normalise`: its offset. */
  keep(values: Float32Array): number;
  /**
   * Adds the numbers of a row, times the scale, to those at `to`. The rows of `table` are as long as a token's vector, in 8-bit whole
   * numbers, four to an element.
   */
  addRow(table: Int32Array, row: number, scale: number, to: number): void;
  /** Rows of `size` numbers, each divided by the root of the mean of its squares, times the row at `gain`. */
  normalise(from: number, to: number, rows: number, size: number, gain: number): void;
  /** Adds what is above 0 among `count` numbers (a multiple of four) at `from` to those at `to`. */
  addPositive(from: number, to: number, count: number): void;
  /** What is below 0 among `count` numbers (a multiple of four) becomes 0. */
  rectify(from: number, count: number): void;
  /**
   * h[t] = f[t] h[t-1] + (1 - f[t]) s[t], and x[t] += tanh h[t], over the rows of `room.x`, their first half of columns forwards
   * and the other backwards; s is in `room.a`, f is the logistic function of what is in `room.b`.
   */
  recur(rows: number, size: number): void;
  /** How many of `count` numbers at `from` are at most `margin` below the largest; their indices then stand in `nearest`. */
  near(from: number, count: number, margin: number): number;
  readonly nearest: Int32Array;
  /**
   * Fills so many rows of `room.x`: the vector of a token that has been seen, and what the window of the first layer adds to it.
   * `neighbours`: the row of each token in `room.seen`, with a 0 before the first and one behind the last.
   */
  joinSeen(rows: number, size: number): void;
  readonly neighbours: Int32Array;
}

export interface Rooms {
  /** A row of zeros, the normalised rows of the sentence, a row of zeros. */
  readonly normal: number;
  readonly x: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  /** One row of arcs or tags for each token. */
  readonly wide: number;
  /**
   * Tokens that have been seen, a row for each, the first a row of zeros: their vectors, and what the window of the first layer makes of
   * them where they stand before a token, are the token, and stand after it.
   */
  readonly seen: number;
  readonly seenBefore: number;
  readonly seenHere: number;
  readonly seenAfter: number;
}

interface Kernel {
  quantise(
    from: number,
    stride: number,
    rows: number,
    inputs: number,
    to: number,
    scales: number,
    levels: number,
  ): void;
  multiply(
    x: number,
    scales: number,
    rows: number,
    inputs: number,
    weights: number,
    weightScales: number,
    bias: number,
    columns: number,
    out: number,
  ): void;
  addRow(to: number, row: number, count: number, factor: number): void;
  normalise(from: number, to: number, rows: number, size: number, gain: number): void;
  addPositive(from: number, to: number, length: number): void;
  rectify(at: number, length: number): void;
  tanh(at: number, length: number, factor: number): void;
  recur(state: number, forget: number, rows: number, stride: number, width: number): void;
  add(from: number, to: number, length: number): void;
  near(from: number, count: number, margin: number, out: number): number;
  joinSeen(
    neighbours: number,
    rows: number,
    size: number,
    seen: number,
    before: number,
    here: number,
    after: number,
    x: number,
  ): void;
}

/** Tokens that are remembered, beside those of one run: most of the words of five hundred articles. */
export const mostSeen = 16_000;

/** Bytes for the weights and for the numbers of one sentence. */
const ownBytes = 7 << 20;
const mostInputs = 768;
const largest = 2047;

/**
 * `widest`: the longest row that a product writes, be it of tags or relations; `size`: length of a token's vector; `remembered`: of
 * so many tokens the vectors stay, beside those of one run.
 */
export function createHeap(widest: number, size: number, remembered: number = mostSeen): Heap {
  // a row of zeros before them
  const seenRows = 1 + remembered + longestRun;
  const pages = Math.ceil((ownBytes + 4 * seenRows * size * 4) / 65_536);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const kernel = instantiateKernel<Kernel>(kernelBytes, 'net', memory);
  const floats = new Float32Array(memory.buffer);
  const halves = new Int16Array(memory.buffer);
  const words = new Int32Array(memory.buffer);
  let top = 0;
  const reserve = (bytes: number): number => {
    const at = top;
    top += (bytes + 15) & ~15;
    if (top > memory.buffer.byteLength) throw new Error(`the net needs more than ${ownBytes} bytes: raise ownBytes`);
    return at;
  };
  const left = reserve(longestRun * mostInputs * 2);
  const leftScales = reserve(longestRun * 4);
  const turned = reserve(longestRun * mostInputs * 2);
  const turnedScales = reserve(longestRun * 4);
  const turning = reserve(longestRun * mostInputs * 2);
  const zeros = reserve(longestRun * 4);
  const wholeRow = reserve(size);
  const longestRow = Math.max(longestRun, widest);
  const neighbours = new Int32Array(memory.buffer, reserve((longestRun + 2) * 4), longestRun + 2);
  const nearest = new Int32Array(memory.buffer, reserve(longestRow * 4), longestRow);
  const rows = (width: number): number => reserve(longestRun * padded(width) * 4) / 4;
  const room: Rooms = {
    normal: reserve((longestRun + 2) * size * 4) / 4,
    x: rows(size),
    a: rows(size),
    b: rows(size),
    c: rows(size),
    d: rows(size),
    wide: rows(longestRow),
    seen: reserve(seenRows * size * 4) / 4,
    seenBefore: reserve(seenRows * size * 4) / 4,
    seenHere: reserve(seenRows * size * 4) / 4,
    seenAfter: reserve(seenRows * size * 4) / 4,
  };
  let taken = 0;
  return {
    floats,
    room,
    add: (values, given, bias) => {
      const columns = padded(given);
      const inputs = values.length / given;
      const matrix = {
        at: reserve(inputs * columns * 2),
        scales: reserve(columns * 4),
        bias: reserve(columns * 4),
        inputs,
        columns,
      };
      for (let j = 0; j < given; j++) quantiseColumn(values, given, j, matrix, halves, floats);
      if (bias) floats.set(bias, matrix.bias / 4);
      return matrix;
    },
    take: (from, stride, count, inputs, levels = largest) => {
      taken = count;
      kernel.quantise(from * 4, stride * 4, count, inputs, left, leftScales, levels);
    },
    multiply: ({ inputs, at, scales, bias, columns }, out) => {
      kernel.multiply(left, leftScales, taken, inputs, at, scales, bias, columns, out * 4);
    },
    turn: (from, count, inputs) => {
      const columns = padded(count);
      kernel.quantise(from * 4, inputs * 4, count, inputs, turning, turnedScales, largest);
      const pairs = inputs / 2;
      for (let i = 0; i < count; i++) {
        for (let p = 0; p < pairs; p++) {
          // from a block of four rows to a strip of sixteen columns, see `kernel.wat`
          const own = words[turning / 4 + ((i >> 2) * pairs + p) * 4 + (i & 3)] ?? 0;
          words[turned / 4 + ((i >> 4) * pairs + p) * 16 + (i & 15)] = own;
        }
      }
      return { at: turned, scales: turnedScales, bias: zeros, inputs, columns };
    },
    keep: (values) => {
      const at = reserve(values.length * 4) / 4;
      floats.set(values, at);
      return at;
    },
    addRow: (table, row, scale, to) => {
      const from = (row * size) / 4;
      for (let k = 0; k < size / 4; k++) words[wholeRow / 4 + k] = table[from + k] ?? 0;
      kernel.addRow(to * 4, wholeRow, size, scale);
    },
    normalise: (from, to, count, width, gain) => kernel.normalise(from * 4, to * 4, count, width * 4, gain * 4),
    addPositive: (from, to, count) => kernel.addPositive(from * 4, to * 4, count * 4),
    rectify: (from, count) => kernel.rectify(from * 4, count * 4),
    recur: (count, width) => {
      const half = width / 2;
      const last = (count - 1) * width + half;
      const stride = width * 4;
      // 1 / (1 + e^-x) = (1 + tanh(x / 2)) / 2
      kernel.tanh(room.b * 4, count * stride, 0.5);
      kernel.recur(room.a * 4, room.b * 4, count, stride, half * 4);
      kernel.recur((room.a + last) * 4, (room.b + last) * 4, count, -stride, half * 4);
      kernel.tanh(room.a * 4, count * stride, 1);
      kernel.add(room.a * 4, room.x * 4, count * stride);
    },
    near: (from, count, margin) => kernel.near(from * 4, count, margin, nearest.byteOffset),
    nearest,
    joinSeen: (count, width) => {
      const { seen, seenBefore, seenHere, seenAfter, x } = room;
      const at = neighbours.byteOffset;
      kernel.joinSeen(at, count, width * 4, seen * 4, seenBefore * 4, seenHere * 4, seenAfter * 4, x * 4);
    },
    neighbours,
  };
}

/** Columns of a matrix are filled up to a multiple of sixteen. */
function padded(columns: number): number {
  return (columns + 15) & ~15;
}

function quantiseColumn(
  values: Float32Array,
  given: number,
  column: number,
  matrix: Matrix,
  halves: Int16Array,
  floats: Float32Array,
): void {
  let most = 1e-20;
  for (let i = column; i < values.length; i += given) most = Math.max(most, Math.abs(values[i] ?? 0));
  floats[matrix.scales / 4 + column] = most / largest;
  for (let k = 0; k < matrix.inputs; k++) {
    const value = Math.round(((values[k * given + column] ?? 0) / most) * largest);
    // a strip of sixteen columns has a pair of inputs of each, then the next pair
    const pair = (column >> 4) * (matrix.inputs / 2) + (k >> 1);
    halves[matrix.at / 2 + (pair * 16 + (column & 15)) * 2 + (k & 1)] = value;
  }
}
