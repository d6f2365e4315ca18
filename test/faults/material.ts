import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';

import type { Reader } from '../../src/app/reader.ts';
import type { ReadingOutcome, Stages } from '../../src/app/stages.ts';
import type { CapturedSource } from '../../src/model/capture.ts';
import type { Reading } from '../../src/store/store.ts';
import { openStore } from '../../src/store/open-store.ts';

/** What the programs of a fault read: files, and what the true stages made of each, so that no time goes into models. */
export const files: readonly string[] = readdirSync(new URL('../../examples/dossier', import.meta.url))
  .toSorted()
  .slice(0, 12)
  .map((name) => `examples/dossier/${name}`);

/** Keeps what came of the files, as `readFiles` tells it, for `replayReader`. */
export function writeMaterial(path: string, told: readonly (readonly [CapturedSource, ReadingOutcome])[]): void {
  writeFileSync(path, serialize(new Map(told.map(([captured, outcome]) => [keyOf(captured), outcome]))));
}

/** All readings of the material. */
export function readingsOf(path: string): readonly Reading[] {
  const outcomes: Map<string, ReadingOutcome> = deserialize(readFileSync(path));
  return [...outcomes.values()].flatMap((outcome) => (outcome.kind === 'read' ? [outcome.reading] : []));
}

/** A reader that gives what the true stages gave; what it does not know is read as a document without claims. */
export function replayReader(path: string): Reader {
  const outcomes: Map<string, ReadingOutcome> = deserialize(readFileSync(path));
  return {
    read: async (captured) => outcomes.get(keyOf(captured)) ?? readWithoutClaims(captured),
    merge: async (database) => (await import('../../src/app/merge-dossier.ts')).mergeDossier(database),
    close: async () => undefined,
  };
}

/** The stages of documents alone, loaded when something is to be read that the material does not know. */
async function readWithoutClaims(captured: CapturedSource): Promise<ReadingOutcome> {
  const { readDocument } = await import('../../src/document/read-document.ts');
  const { readCapture } = await import('../../src/app/stages.ts');
  const stages: Stages = {
    readDocument: (source) => readDocument(source, () => []),
    analyse: ({ text }) => {
      return { text, sentences: [], quotations: [], mentions: [], chains: [], times: [], quantities: [] };
    },
    findClaims: () => ({ claims: [], traces: [], rejected: [] }),
  };
  return readCapture(stages, captured);
}

/** A dossier with all of the material read and nothing merged. */
export async function writeUnmerged(path: string, database: string): Promise<void> {
  const store = await openStore(database);
  try {
    await store.insertReadings(readingsOf(path));
  } finally {
    await store.close();
  }
}

function keyOf({ source, bytes }: { readonly source: string; readonly bytes: Uint8Array }): string {
  return `${source} ${createHash('sha256').update(bytes).digest('hex')}`;
}
