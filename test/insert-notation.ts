import type { Store } from '../src/store/store.ts';
import { readNotation } from './claim-notation.ts';
import { textCapture } from './invented-reading.ts';

/** Writes the documents and claims of a notation into a store, as reading their files would; nothing is merged. */
export async function insertNotation(store: Store, notation: string): Promise<void> {
  const { documents, claims } = readNotation(notation);
  await store.insertReadings(
    documents.map((document) => ({
      capture: textCapture(document),
      document,
      claims: claims.filter((claim) => claim.document === document.id),
      sentences: [0, document.text.length],
      terms: { stems: '', lemmas: '' },
      engine: 'test',
    })),
  );
}
