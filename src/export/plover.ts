import type { Claim, RoleName } from '../model/claim.ts';
import { ploverOf } from '../model/plover.ts';
import type { Record } from '../model/record.ts';
import { webAddress } from './addresses.ts';
import { publicRecord } from './public-record.ts';
import type { Cell } from './tables.ts';

/** Columns as POLECAT, the dataset of PLOVER, names them. */
export const ploverColumns = [
  'Event ID',
  'Event Date',
  'Event End Date',
  'Event Type',
  'Event Mode',
  'Contexts',
  'Actor Name',
  'Recipient Name',
  'Location',
  'Story People',
  'Publication Date',
  'Source',
  'URL',
  'Text',
] as const;

/** The happenings of the record as PLOVER events, a row each, with the words that they were coded from; see docs/plover.md. */
export function ploverRowsOf(record: Record): readonly (readonly Cell[])[] {
  const shown = publicRecord(record);
  const claims = new Map(shown.claims.map((claim) => [claim.id, claim]));
  const documents = new Map(shown.documents.map((document) => [document.id, document]));
  return shown.events.flatMap((event) => {
    const claim = claims.get(
      event.claims.find((id) => claims.get(id)?.status === event.status) ?? event.claims[0] ?? '',
    );
    const code = claim && ploverOf(claim);
    const document = claim && documents.get(claim.document);
    if (!claim || !code) return [];
    return [
      [
        event.id,
        event.time?.from ?? event.time?.to ?? null,
        event.time?.to ?? event.time?.from ?? null,
        code.event,
        code.mode,
        code.contexts.join(';'),
        namesOf(claim, actors),
        namesOf(claim, recipients),
        namesOf(claim, ['place']),
        namesOf(claim, ['speaker', 'person']),
        document?.published?.from ?? null,
        document?.outlet ?? null,
        document ? webAddress(document.source) : null,
        claim.evidence.text,
      ],
    ];
  });
}

const actors: readonly RoleName[] = ['actor', 'party', 'supplier', 'speaker'];
const recipients: readonly RoleName[] = ['target', 'recipient', 'addressee'];

function namesOf(claim: Claim, roles: readonly RoleName[]): string {
  return claim.roles
    .filter(({ role }) => roles.includes(role))
    .map(({ name }) => name)
    .join(';');
}
