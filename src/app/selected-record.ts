import type { Selection } from '../model/answer.ts';
import type { Claim } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import type { Agreement, Commitment, Event, Record } from '../model/record.ts';
import type { Store } from '../store/store.ts';
import { byId } from '../record/merge-record.ts';
import { claimsNamedBy, entitiesNamedBy } from './cited.ts';
import { engineVersion } from './engine-version.ts';
import { withCorrections } from './document-notes.ts';
import { linesAsOf, recordAsOf } from './outcomes.ts';
import { narrowedBy } from './selections.ts';

/** What narrows a record: all of a selection but its order and its page. */
export type RecordSelection = Omit<Selection, 'order' | 'offset' | 'limit'>;

/**
 * The record as of a day, or the part of it that a selection means, whole in itself: with the lines come all claims that
 * they rest on, with the claims their documents and every entity that anything names.
 */
export async function selectRecord(store: Store, selection: RecordSelection): Promise<Record> {
  const { asOf, ...narrowing } = selection;
  if (Object.values(narrowing).every((value) => value === undefined)) return recordAsOf(store, asOf);
  const { type, status } = narrowing;
  const filter = await narrowedBy(store, narrowing);
  const linesOf = async <T>(kind: 'event' | 'agreement' | 'commitment', more: object = {}): Promise<readonly T[]> =>
    (await store.findLines(kind, { ...filter, ...more })).rows.map((json) => JSON.parse(json));
  const typed = { ...(type && { types: [type] }), ...(status && { status }) };
  const events = await linesOf<Event>('event', typed);
  const narrowedToEvents = type !== undefined || status !== undefined;
  const own = await store.findClaims({ ...filter, ...typed });
  const kept = new Set(own.rows.map(({ id }) => id));
  const whole = linesAsOf(
    {
      agreements: type === undefined || type === 'agreement' ? await linesOf<Agreement>('agreement') : [],
      commitments: await linesOf<Commitment>('commitment'),
    },
    asOf,
  );
  const agreements = whole.agreements;
  const commitments = narrowedToEvents ? whole.commitments.filter((line) => kept.has(line.claim)) : whole.commitments;
  const claims = await claimsUnder(store, own.rows, { events, agreements, commitments });
  const documents = await store.selectDocuments([...new Set(claims.map((claim) => claim.document))]);
  const named = [...events, ...agreements, ...commitments, ...claims].flatMap(entitiesNamedBy);
  const entities = await store.selectLines('entity', [...new Set(named)]);
  return {
    header: { kind: 'record', format: 1, asOf, engine: engineVersion },
    documents: byId(documents.map(withCorrections)),
    entities: byId(entities.map((json): Entity => JSON.parse(json))),
    claims: byId(claims),
    events: byId(events),
    agreements: byId(agreements),
    commitments: byId(commitments),
  };
}

/** The claims that were asked for, and those that the lines name beside them. */
async function claimsUnder(
  store: Store,
  own: readonly Claim[],
  lines: Pick<Record, 'events' | 'agreements' | 'commitments'>,
): Promise<readonly Claim[]> {
  const named = [
    ...[...lines.events, ...lines.agreements, ...lines.commitments].flatMap(claimsNamedBy),
    ...lines.commitments.flatMap((commitment) => (commitment.reports ?? []).map((report) => report.claim)),
  ];
  const known = new Map(own.map((claim) => [claim.id, claim]));
  const more = await store.selectClaims([...new Set(named)].filter((id) => !known.has(id)));
  return [...own, ...more];
}
