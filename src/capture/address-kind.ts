import { decodeXml } from './decode-xml.ts';
import type { WatchedSource } from './watch-list.ts';

/** Comments, declarations and processing instructions before the first element. */
const prologue = /^(?:\s+|<\?[^>]{0,400}>|<!--[^]{0,2000}?-->|<![A-Za-z][^>]{0,400}>)*/u;

/** What lies behind an address, told from the first element: `<rss`, `<feed`, `<rdf:RDF`, `<urlset`, `<sitemapindex`; JSON Feed by its version. */
export function addressKind(bytes: Uint8Array, contentType: string | null, url: string): WatchedSource['kind'] {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (isGzip) return /sitemap[^/]*\.xml\.gz$/iu.test(url) ? 'sitemap' : 'page';
  const text = decodeXml(bytes.subarray(0, 8000), contentType).replace(/^\uFEFF/u, '');
  if (/^\s*\{[^]{0,2000}?"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/u.test(text)) return 'feed';
  const root = /^<([A-Za-z:]{1,20})/u.exec(text.replace(prologue, ''))?.[1]?.toLowerCase();
  if (root === 'rss' || root === 'feed' || root === 'rdf:rdf') return 'feed';
  if (root === 'urlset' || root === 'sitemapindex') return 'sitemap';
  return 'page';
}
