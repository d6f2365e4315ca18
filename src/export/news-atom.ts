import { hashOf } from '../model/ids.ts';
import type { News, NewsItem } from '../model/news.ts';
import { type AtomOptions, feedOf } from './atom.ts';
import { visible } from './xml.ts';

const folders = { event: 'events', agreement: 'agreements', commitment: 'commitments' } as const;

/**
 * What is new in the record as an Atom feed (RFC 4287), newest first: stages, conflicts, outcomes, due days. An entry keeps
 * its id as long as it says the same of the same claims, so that a reader is told once.
 */
export function renderNewsAtom(news: News, { title, address, naming, now }: AtomOptions): string {
  const entries = news.items
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at > b.at ? -1 : 1))
    .map((item) => ({
      id: `urn:x-servanda:news:${hashOf(['news', item.kind, item.what, item.claims[0] ?? item.line.id])}`,
      title: { value: visible(`${headingOf(item)}: ${wordsOf(item, news)}`) },
      updated: new Date(item.at).toISOString(),
      links: [{ href: naming(folders[item.line.kind], item.line.id), rel: 'alternate' }],
      authors: [{ name: visible(outletsOf(item, news).join(', ') || 'Servanda') }],
      summary: { value: visible(sentencesOf(item, news).join(' · ')) },
    }));
  return feedOf(entries, 'urn:x-servanda:news', { title, address, now });
}

/** «stage signed happened 2024-12-06», «outcome open → kept». */
function headingOf({ kind, what, day }: NewsItem): string {
  return [kind, what, day].filter((part) => part !== null).join(' ');
}

function wordsOf(item: NewsItem, { cited }: News): string {
  return cited.claims.get(item.claims[0] ?? '')?.evidence.text ?? '';
}

function sentencesOf(item: NewsItem, { cited }: News): readonly string[] {
  return [...new Set(item.claims.flatMap((id) => cited.passages.get(id)?.text ?? []))].slice(0, 5);
}

function outletsOf(item: NewsItem, { cited }: News): readonly string[] {
  const documents = item.claims.flatMap((id) => cited.documents.get(cited.claims.get(id)?.document ?? '') ?? []);
  return [...new Set(documents.flatMap(({ outlet }) => outlet ?? []))];
}
