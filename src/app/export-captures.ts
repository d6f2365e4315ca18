import { writeWarc } from '../capture/write-warc.ts';
import { openStore } from '../store/open-store.ts';

/** Every capture of the dossier as gzipped WARC records, one chunk each: reading them gives the same documents again. */
export async function* exportCaptures(database: string): AsyncGenerator<Uint8Array> {
  const store = await openStore(database);
  try {
    yield* writeWarc(store.streamCaptures());
  } finally {
    await store.close();
  }
}
