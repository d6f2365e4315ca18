import { createHash } from 'node:crypto';

import type { Claim } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { loadStages } from './load-stages.ts';

/** One thing that was looked at: how much of it there is, and what is wrong with it, each in a sentence. */
export interface Finding {
  readonly what: 'models' | 'store' | 'captures' | 'evidence' | 'record' | 'queue';
  readonly looked: number;
  readonly wrong: readonly string[];
}

/** Whether everything is where it belongs. Reads the whole dossier and changes nothing. */
export async function examine(database: string): Promise<readonly Finding[]> {
  const models = checkModels();
  const store = await openStore(database);
  try {
    return [models, ...(await examineStore(store))];
  } finally {
    await store.close();
  }
}

/** The same without the models. */
export async function examineStore(store: Store): Promise<readonly Finding[]> {
  const { documents } = await store.counts();
  return [
    { what: 'store', looked: documents, wrong: await store.findOrphans() },
    await checkCaptures(store),
    await checkEvidence(store),
    await checkRecord(store),
    await checkQueue(store),
  ];
}

function checkModels(): Finding {
  try {
    loadStages();
    return { what: 'models', looked: 1, wrong: [] };
  } catch (error) {
    return { what: 'models', looked: 1, wrong: [error instanceof Error ? error.message : String(error)] };
  }
}

/** Each capture can be unpacked and is the very bytes that were got. */
async function checkCaptures(store: Store): Promise<Finding> {
  const wrong: string[] = [];
  let looked = 0;
  for await (const { source, sha256, bytes } of store.checkCaptures()) {
    looked++;
    if (bytes === null) wrong.push(`the capture of ${source} cannot be unpacked`);
    else if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      wrong.push(`the capture of ${source} is not what was got: its digest differs`);
    }
  }
  return { what: 'captures', looked, wrong };
}

/** Each claim's words stand in its document where it says. */
async function checkEvidence(store: Store): Promise<Finding> {
  const wrong: string[] = [];
  let looked = 0;
  for await (const document of store.streamDocuments()) {
    for (const claim of await store.selectClaimsOf(document.id)) {
      looked++;
      wrong.push(...spansOf(claim).flatMap((span) => faultOf(document, claim, span)));
    }
  }
  return { what: 'evidence', looked, wrong };
}

function spansOf(claim: Claim): readonly { readonly span: Span; readonly text: string | null }[] {
  const { evidence, roles } = claim;
  const named = roles.flatMap(({ span }) => (span ? [{ span, text: null }] : []));
  return [{ span: evidence, text: evidence.text }, ...named];
}

function faultOf(
  { text, source }: Document,
  { id }: Claim,
  { span, text: words }: { readonly span: Span; readonly text: string | null },
): readonly string[] {
  const { start, stop } = span;
  const inside = start >= 0 && start < stop && stop <= text.length;
  if (inside && (words === null || text.slice(start, stop) === words)) return [];
  return [`claim ${id} of ${source}: its words are not at ${start}–${stop}`];
}

async function checkRecord(store: Store): Promise<Finding> {
  const { read, pending } = await store.progress();
  const wrong = pending > 0 ? [`${pending} changes are not merged into the record yet: open the dossier once`] : [];
  return { what: 'record', looked: read, wrong };
}

async function checkQueue(store: Store): Promise<Finding> {
  const aside = await store.queue.setAside();
  const { waiting, taken } = await store.queue.counts();
  return {
    what: 'queue',
    looked: waiting + taken + aside.length,
    wrong: aside.map(({ source, reason }) => `${source} was set aside: ${reason}`),
  };
}
