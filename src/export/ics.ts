import type { Commitment, Record } from '../model/record.ts';
import { addDays } from '../model/time.ts';

/**
 * What falls due, as an iCalendar file (RFC 5545): an all-day event over the due days of every commitment that is open or
 * unreported, tentative until it has happened. `stamp` is the ISO instant to put into DTSTAMP, `base` where the record is
 * served, so that an entry leads to its page.
 */
export function renderIcs(record: Record, stamp: string, base: string | null = null): string {
  const evidence = new Map(record.claims.map((c) => [c.id, c.evidence.text]));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'NAME:Servanda',
    'X-WR-CALNAME:Servanda',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    `PRODID:-//Servanda//Servanda ${record.header.engine}//EN`,
    ...record.commitments.flatMap((c) => entryOf(c, evidence.get(c.claim) ?? '', stamp, base)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function entryOf(commitment: Commitment, evidence: string, stamp: string, base: string | null): readonly string[] {
  const { due, outcome, id } = commitment;
  const from = due?.from ?? due?.to ?? null;
  const to = due?.to ?? due?.from ?? null;
  if (from === null || to === null || (outcome.status !== 'open' && outcome.status !== 'unreported')) return [];
  return [
    'BEGIN:VEVENT',
    `UID:${id}@servanda`,
    `DTSTAMP:${stamp.replaceAll(/[-:]|\.\d+/gu, '')}`,
    `DTSTART;VALUE=DATE:${from.replaceAll('-', '')}`,
    // the end of an all-day event is the day after it
    `DTEND;VALUE=DATE:${addDays(to, 1).replaceAll('-', '')}`,
    `SUMMARY:${escape(evidence)}`,
    `DESCRIPTION:${escape(`${commitment.force}, ${outcome.status}`)}`,
    'STATUS:TENTATIVE',
    'TRANSP:TRANSPARENT',
    ...(base === null ? [] : [`URL:${new URL(`/commitments/${id}`, base).href}`]),
    'END:VEVENT',
  ];
}

function escape(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll(/\r?\n/gu, '\\n');
}

/** Lines of at most 75 octets, continued after a space; characters stay whole. */
function fold(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > 74) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}
