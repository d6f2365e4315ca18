import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Claim } from '../src/model/claim.ts';
import type { Document } from '../src/model/document.ts';
import type { Record } from '../src/model/record.ts';
import { mergeRecord } from '../src/record/merge-record.ts';

/** A sentence of a document of the shared corpora; offsets in UTF-16 units of its `.txt` file. */
interface Place {
  readonly document: string;
  readonly start: number;
  readonly stop: number;
}

/** Two sentences of different documents, joined by hand: of one event, of a plan and what came of it, or look-alikes. */
interface RealPair {
  readonly relation: 'same' | 'plan-report' | 'apart';
  readonly a: Place;
  readonly b: Place;
  readonly note: string;
}

const corpora = fileURLToPath(new URL('../../shared/corpora/', import.meta.url));

/**
 * Whether the record joins what belongs together in real news and nothing else: `npm run -s eval -- real-pairs [--errors]`.
 * The pairs are offsets into ../shared/corpora, whose texts stay there without their days; those of most are given beside,
 * by the days of what they tell, as a page or a feed would give them. A pair counts as seen where both sentences give a
 * claim of an event; the press wrote most of these on matters of no state, so that many give none.
 */
export async function run(args: readonly string[]): Promise<void> {
  if (!existsSync(corpora)) {
    console.error('there is no ../shared/corpora beside the repository');
    process.exitCode = 2;
    return;
  }
  const pairs: readonly RealPair[] = JSON.parse(
    readFileSync(new URL('real-pairs/pairs.json', import.meta.url), 'utf8'),
  );
  const { record, documents } = await readAll(new Set(pairs.flatMap((p) => [p.a.document, p.b.document])));
  const verdicts = pairs.map((pair) => ({ pair, ...judge(pair, record, documents) }));
  const count = (relation: string, joined: boolean | null) =>
    verdicts.filter((v) => (v.pair.relation === 'apart') === (relation === 'apart') && v.joined === joined).length;
  const together = { joined: count('same', true), left: count('same', false), unseen: count('same', null) };
  const apart = { joined: count('apart', true), left: count('apart', false), unseen: count('apart', null) };
  console.log(JSON.stringify({ eval: 'real-pairs', pairs: pairs.length, together, apart }));
  if (!args.includes('--errors')) return;
  for (const { pair, joined } of verdicts) {
    const wrong = joined === null ? 'unseen' : joined === (pair.relation === 'apart') ? 'WRONG' : 'right';
    console.log(`${wrong} ${pair.relation} ${pair.a.document} ${pair.b.document}: ${pair.note}`);
  }
}

async function readAll(names: ReadonlySet<string>) {
  const { loadStages } = await import('../src/app/load-stages.ts');
  const stages = loadStages();
  const published: { readonly [document: string]: string } = JSON.parse(
    readFileSync(new URL('real-pairs/published.json', import.meta.url), 'utf8'),
  );
  const documents = new Map<string, Document>();
  const claims: Claim[] = [];
  for (const name of names) {
    const bytes = readFileSync(`${corpora}${name}.txt`);
    const read = stages.readDocument({
      source: name,
      format: 'text',
      contentType: null,
      bytes,
      at: '2026-01-01T00:00:00Z',
      hints: { published: published[name] ?? null },
    });
    if (read.kind === 'rejected') continue;
    documents.set(name, read.document);
    claims.push(...stages.findClaims(stages.analyse(read.document), read.document).claims);
  }
  const record = mergeRecord(
    { documents: [...documents.values()], claims },
    { asOf: '2026-01-01', engine: 'real-pairs' },
  );
  return { record, documents };
}

/** `null` where one of the sentences gives no claim. A statement that carries the sentence is no claim of its event. */
function judge(
  pair: RealPair,
  record: Record,
  documents: ReadonlyMap<string, Document>,
): { readonly joined: boolean | null } {
  const [a, b] = [claimsAt(pair.a, record, documents), claimsAt(pair.b, record, documents)];
  if (a.length === 0 || b.length === 0) return { joined: null };
  const ofEvents = record.events.some(
    (e) => a.some((id) => e.claims.includes(id)) && b.some((id) => e.claims.includes(id)),
  );
  const ofOutcome = record.commitments.some(
    (c) =>
      c.claims.some((id) => a.includes(id) || b.includes(id)) &&
      c.outcome.claims.some((id) => a.includes(id) || b.includes(id)),
  );
  return { joined: ofEvents || ofOutcome };
}

function claimsAt(place: Place, record: Record, documents: ReadonlyMap<string, Document>): readonly string[] {
  const document = documents.get(place.document);
  const sentence = readFileSync(`${corpora}${place.document}.txt`, 'utf8').slice(place.start, place.stop);
  const start = document?.text.indexOf(sentence) ?? -1;
  if (!document || start < 0) return [];
  return record.claims
    .filter((c) => c.document === document.id && c.type !== 'position')
    .filter((c) => c.evidence.start < start + sentence.length && start < c.evidence.stop)
    .map((c) => c.id);
}
