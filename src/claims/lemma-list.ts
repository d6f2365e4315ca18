/** A list of lemmas written as running text: `` lemmaList(`подписать подписание`) ``. */
export function lemmaList(list: string): readonly string[] {
  return list.trim().split(/\s+/u);
}

/** The rows of a table by each of their lemmas, in its order. */
export function indexByLemma<Row extends { readonly lemmas: readonly string[] }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const index = new Map<string, Row[]>();
  for (const row of rows) {
    for (const lemma of row.lemmas) {
      const known = index.get(lemma);
      if (known) known.push(row);
      else index.set(lemma, [row]);
    }
  }
  return index;
}
