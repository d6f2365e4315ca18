/** A matrix on the heap: `inputs` rows of `columns` numbers (padded to a multiple of four) and a row that is added to the product. */
export interface Matrix {
  readonly at: number;
  readonly bias: number;
  readonly inputs: number;
  readonly columns: number;
}

/** Longest run of tokens that is parsed at once. */
export const longestRun = 256;

/**
 * One block of memory with the weights of the net and room for the numbers of one sentence. Offsets count in floats.
 * Product of `rows` vectors, the i-th at x + i * stride: out[i] = bias + x[i] · matrix, at out + i * matrix.columns.
 */
export interface Heap {
  readonly floats: Float32Array;
  /** A row of zeros, as long as any run. */
  readonly zeros: number;
  add(values: Float32Array, columns: number, bias: Float32Array | null): Matrix;
  multiply(x: number, stride: number, rows: number, matrix: Matrix, out: number): void;
  /** Offsets of the rooms: see `encodeSentence` and `scoreHeads`. */
  readonly room: Rooms;
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
}

const weightFloats = 600_000;

export function createHeap(relations: number, bundles: number, size: number): Heap {
  const row = longestRun * Math.max(size, padded(relations));
  const wide = longestRun * Math.max(longestRun, padded(bundles));
  const floats = new Float32Array(weightFloats + 6 * row + 2 * size + wide + longestRun);
  let top = 0;
  const take = (count: number): number => {
    const at = top;
    top += count;
    if (top > floats.length)
      throw new Error(`the net has more weights than the heap takes: raise weightFloats (${weightFloats})`);
    return at;
  };
  const normal = take(row + 2 * size);
  const room: Rooms = {
    normal,
    x: take(row),
    a: take(row),
    b: take(row),
    c: take(row),
    d: take(row),
    wide: take(wide),
  };
  const zeros = take(longestRun);
  const add = (values: Float32Array, given: number, bias: Float32Array | null): Matrix => {
    const columns = padded(given);
    const inputs = values.length / given;
    const at = take(inputs * columns);
    for (let i = 0; i < inputs; i++) floats.set(values.subarray(i * given, (i + 1) * given), at + i * columns);
    const biasAt = take(columns);
    if (bias) floats.set(bias, biasAt);
    return { at, bias: biasAt, inputs, columns };
  };
  return {
    floats,
    zeros,
    add,
    room,
    multiply: (x, stride, rows, matrix, out) => multiply(floats, x, stride, rows, matrix, out),
  };
}

/** Columns of a matrix are padded to a multiple of four. */
export function padded(columns: number): number {
  return (columns + 3) & ~3;
}

function multiply(floats: Float32Array, x: number, stride: number, rows: number, matrix: Matrix, out: number): void {
  const { columns, inputs } = matrix;
  for (let i = 0; i < rows; i++) {
    const to = out + i * columns;
    floats.copyWithin(to, matrix.bias, matrix.bias + columns);
    for (let k = 0; k < inputs; k++) {
      const value = floats[x + i * stride + k] ?? 0;
      if (value === 0) continue;
      const from = matrix.at + k * columns;
      for (let j = 0; j < columns; j++) floats[to + j] = (floats[to + j] ?? 0) + value * (floats[from + j] ?? 0);
    }
  }
}
