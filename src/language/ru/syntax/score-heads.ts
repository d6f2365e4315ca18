import { createScratch } from '../../scratch.ts';
import type { Syntax } from './read-syntax.ts';

/**
 * Scores of every word as the head of every other, from the vectors of `encodeSentence`: row i, column 0 is the root, column
 * j + 1 the j-th word; a row has count + 1 numbers, and the rows are valid until the next call. A biaffine product (Dozat &
 * Manning 2017) and a term for the distance.
 */
export function scoreHeads(syntax: Syntax, count: number): Float32Array {
  const { heap, size } = syntax;
  const { room } = heap;
  const width = syntax.arcDependent.columns;
  heap.take(room.normal + size, size, count, size);
  heap.multiply(syntax.arcDependent, room.a);
  heap.multiply(syntax.arcHead, room.b);
  heap.rectify(room.a, count * width);
  heap.rectify(room.b, count * width);
  heap.take(room.a, width, count, width);
  heap.multiply(syntax.arcProduct, room.c);
  heap.multiply(syntax.arcDistance, room.d);
  heap.take(room.c, width, count, width);
  const heads = heap.turn(room.b, count, width);
  heap.multiply(heads, room.wide);
  return withDistances(syntax, count, heads.columns);
}

const scoresOfArcs = createScratch((length) => new Float32Array(length));

function withDistances(syntax: Syntax, count: number, columns: number): Float32Array {
  const { room, floats } = syntax.heap;
  const buckets = syntax.arcDistance.columns;
  const rootColumn = distanceBuckets;
  const scores = scoresOfArcs(count * (count + 1));
  for (let i = 0; i < count; i++) {
    const distances = room.d + i * buckets;
    scores[i * (count + 1)] = floats[distances + rootColumn] ?? 0;
    for (let j = 0; j < count; j++) {
      scores[i * (count + 1) + j + 1] =
        (floats[room.wide + i * columns + j] ?? 0) + (floats[distances + distanceBucket(j - i)] ?? 0);
    }
    scores[i * (count + 1) + i + 1] = -1e9;
  }
  return scores;
}

const distanceBuckets = 24;

/** Bucket of how far the head is, and on which side; the same as in `training/syntax/net.py`. */
function distanceBucket(away: number): number {
  const far = Math.abs(away);
  const bucket = far <= 5 ? far : far <= 7 ? 6 : far <= 10 ? 7 : far <= 15 ? 8 : far <= 22 ? 9 : far <= 35 ? 10 : 11;
  return away > 0 ? bucket + distanceBuckets / 2 : bucket;
}
