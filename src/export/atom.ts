import { generateAtomFeed } from 'feedsmith';

import type { Record } from '../model/record.ts';
import type { Naming } from './addresses.ts';
import { visible } from './xml.ts';

/** How many of the newest articles a feed holds. */
const newest = 100;

export interface AtomOptions {
  readonly title: string;
  /** Where the feed itself is found; `null` where it is only a file. */
  readonly address: string | null;
  readonly naming: Naming;
  /** ISO instant that stands in for articles whose day is not known. */
  readonly now: string;
}

/** The articles of the record, newest first, each with the words that were taken out of it, as an Atom feed (RFC 4287). */
export function renderAtom(record: Record, { title, address, naming, now }: AtomOptions): string {
  const words = Map.groupBy(record.claims, ({ document }) => document);
  const entries = record.documents
    .map((document) => ({ document, day: document.published?.to ?? document.published?.from ?? '' }))
    .toSorted((a, b) => (a.day === b.day ? (a.document.id < b.document.id ? -1 : 1) : a.day > b.day ? -1 : 1))
    .slice(0, newest)
    .map(({ document, day }) => ({
      id: `urn:x-servanda:documents:${document.id}`,
      title: { value: visible(document.title ?? document.source) },
      updated: day === '' ? now : `${day}T00:00:00Z`,
      links: [{ href: naming('documents', document.id), rel: 'alternate' }],
      authors: [{ name: visible(document.outlet ?? 'Servanda') }],
      summary: { value: visible((words.get(document.id) ?? []).map(({ evidence }) => evidence.text).join(' · ')) },
    }));
  return feedOf(entries, 'urn:x-servanda:feed', { title, address, now });
}

type Entry = NonNullable<Parameters<typeof generateAtomFeed>[0]['entries']>[number] & { readonly updated: string };

/** These entries, the newest first, as a feed that goes by `urn` where it has no address. */
export function feedOf(
  entries: Entry[],
  urn: string,
  { title, address, now }: Pick<AtomOptions, 'title' | 'address' | 'now'>,
): string {
  return generateAtomFeed({
    id: address ?? urn,
    title: { value: title },
    updated: entries[0]?.updated ?? now,
    links: address === null ? [] : [{ href: address, rel: 'self' }],
    authors: [{ name: 'Servanda' }],
    entries,
  });
}
