import type { CapturedSource } from '../model/capture.ts';
import type { Taken } from '../model/reading-job.ts';
import type { Store } from '../store/store.ts';
import type { Reader } from './reader.ts';

/** Reads one capture into the store, unless it is there already; it counts from the moment its transaction is written. */
export async function readCaptured(
  store: Store,
  reader: Reader,
  capture: CapturedSource & { readonly sha256: string },
): Promise<Taken> {
  const { source } = capture;
  const known = await store.selectDocumentOf(source, capture.sha256);
  if (known !== null)
    return { kind: 'known', source, document: known, claims: (await store.selectClaimsOf(known)).length };
  const outcome = await reader.read(capture);
  if (outcome.kind !== 'read') return { kind: 'failed', source, reason: outcome.reason };
  const { document, claims } = outcome.reading;
  const fresh = await store.insertReadings([outcome.reading]);
  return { kind: fresh.length > 0 ? 'read' : 'known', source, document: document.id, claims: claims.length };
}
