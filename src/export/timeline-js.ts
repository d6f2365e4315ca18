import type { Claim } from '../model/claim.ts';
import type { Event, Record } from '../model/record.ts';
import type { Day } from '../model/time.ts';
import { type Naming, webAddress } from './addresses.ts';
import { xmlText } from './xml.ts';

/**
 * Dated happenings for TimelineJS, which draws its words as HTML: all that a document says is escaped. What is planned or
 * possible says so, since the drawing does not tell it apart.
 */
export function timelineJsOf(record: Record, naming: Naming, title: string): object {
  const claims = new Map(record.claims.map((claim) => [claim.id, claim]));
  const outlets = new Map(record.documents.map(({ id, outlet }) => [id, outlet]));
  const sources = new Map(record.documents.map(({ id, source }) => [id, webAddress(source)]));
  const slides = record.events.flatMap((event) => {
    const claim = claims.get(
      event.claims.find((id) => claims.get(id)?.status === event.status) ?? event.claims[0] ?? '',
    );
    const from = event.time?.from ?? event.time?.to ?? null;
    if (!claim || from === null || event.type === 'position' || event.type === 'figure') return [];
    const address = sources.get(claim.document) ?? naming('documents', claim.document);
    const outlet = outlets.get(claim.document) ?? null;
    return [slideOf(event, claim, from, outlet, address)];
  });
  return { title: { text: { headline: xmlText(title), text: `<p>${record.header.asOf}</p>` } }, events: slides };
}

function slideOf(event: Event, claim: Claim, from: Day, outlet: string | null, address: string): object {
  const to = event.time?.to ?? from;
  const link = `<a href="${xmlText(address)}">${xmlText(outlet ?? address)}</a>`;
  return {
    unique_id: event.id,
    group: event.type,
    start_date: dateOf(from),
    ...(to !== from && { end_date: dateOf(to) }),
    text: {
      headline: xmlText(headlineOf(claim)),
      text: `<p>${xmlText(`${event.type}, ${event.status}`)}</p><p>«${xmlText(claim.evidence.text)}»</p><p>${link}</p>`,
    },
  };
}

function headlineOf(claim: Claim): string {
  const names = claim.roles.filter(({ role }) => role !== 'place').map(({ name }) => name);
  return [...new Set(names)].slice(0, 4).join(', ') || claim.evidence.text.slice(0, 80);
}

function dateOf(day: Day): object {
  const [year, month, date] = day.split('-').map(Number);
  return { year, month, day: date };
}
