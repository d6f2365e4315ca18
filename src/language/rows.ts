import { createMemory } from './memory.ts';

/** Rows of a table, each given to a text. */
export interface Rows {
  /** The row of a text; `undefined` where it has none. */
  find(text: string): number | undefined;
  /** A row for a text that has none; another text may lose its own for it. */
  give(text: string): number;
}

/**
 * Rows 0, 1 … below `most` + `spare`, of which at most `most` belong to texts, as `createMemory` keeps them. One that a text has lost
 * is given again after `spare` others at the earliest, that for which the text went among them: so long its numbers may still be read.
 */
export function createRows(most: number, spare: number): Rows {
  const rows = createMemory<number>(most);
  // those that no text has, as a ring
  const free = Int32Array.from({ length: most + spare }, (_, row) => row);
  let next = 0;
  let end = 0;
  return {
    find: (text) => rows.get(text),
    give: (text) => {
      const row = free[next] ?? 0;
      next = (next + 1) % free.length;
      const lost = rows.set(text, row);
      if (lost !== undefined) {
        free[end] = lost;
        end = (end + 1) % free.length;
      }
      return row;
    },
  };
}
