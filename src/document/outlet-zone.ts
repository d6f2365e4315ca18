import { createMemory } from '../language/memory.ts';
import { knownOutlet } from './find-agencies.ts';
import { zonesByDomain } from './outlets.data.ts';

const usual = 'Europe/Moscow';

/**
 * Minutes east of Greenwich at an outlet on a day: a day means a day there. By the outlet's own zone, else by the country
 * part of the host, else Moscow's.
 */
export function outletZone(outlet: string | null, host: string | null, day: string): number {
  const domain = host?.split('.').at(-1) ?? '';
  const named =
    outlet === null
      ? null
      : (knownOutlet(outlet)?.zone ?? zonesByDomain[outlet.split('.').at(-1)?.toLowerCase() ?? '']);
  return offsetOf(named ?? zonesByDomain[domain] ?? usual, day);
}

/** A formatter for each zone of the table that has been asked for: making one takes half a millisecond. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, format);
  return format;
}

/** What was worked out for a zone and a day: many articles are of one day, and a formatter takes its time. */
const offsets = createMemory<number>(2000);

/** `GMT+05:00` → 300 */
function offsetOf(zone: string, day: string): number {
  const known = offsets.get(`${zone} ${day}`);
  if (known !== undefined) return known;
  const parts = formatOf(zone).formatToParts(new Date(`${day}T12:00:00Z`));
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/u.exec(name) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  offsets.set(`${zone} ${day}`, offset);
  return offset;
}
