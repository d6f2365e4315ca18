/** Parameters that only tell where a reader came from. */
const tracking =
  /^(?:utm_.*|fbclid|gclid|dclid|yclid|ysclid|_openstat|openstat|igshid|mc_(?:cid|eid)|rs?s?_?from|from|ref|ref_?src|referr?er|source|src|cmpid|ns_.*|at_.*|spm|share(?:d|_id)?|nid|from_.*|amp|amp_.*|outputtype|output|tg_.*|vk_.*|_ga|_gl|frommail|is_amp|turbo)$/iu;

/**
 * Gives one article one address: lower-case scheme and host, no fragment, no tracking parameters, the others in order,
 * no default port, no doubled or trailing slash, no AMP, mobile or print form where that can be told.
 * What is no http(s) address (a file path, a feed entry's id) comes back with `./` and doubled slashes taken out.
 */
export function canonicalAddress(source: string): string {
  const url = parseHttp(source);
  if (!url) return canonicalPath(source);
  url.hash = '';
  url.username = '';
  url.password = '';
  if (url.pathname !== '/') url.pathname = url.pathname.replaceAll(/\/{2,}/gu, '/');
  url.pathname = url.pathname.replace(/\/amp(?:\.html?)?\/?$|(?<=\.html?)\/amp\/?$/u, '') || '/';
  url.pathname = url.pathname.replace(/\.amp(?=\.html?$)|\.amp$/u, '').replace(/^\/amp\//u, '/');
  url.hostname = url.hostname.replace(/^(?:amp|m|mobile)\.(?=[^.]+\.[^.]+)/u, '').replace(/\.$/u, '');
  for (const key of Array.from(url.searchParams.keys())) if (tracking.test(key)) url.searchParams.delete(key);
  url.searchParams.sort();
  url.pathname = url.pathname.replace(/(?<=.)\/$/u, '');
  return url.href.replace(/\?$/u, '');
}

export function parseHttp(address: string): URL | null {
  const url = /^https?:\/\//iu.test(address.trim()) ? URL.parse(address.trim()) : null;
  return url && url.hostname !== '' ? url : null;
}

/** `./a/../b//c.txt` → `b/c.txt`; `a` and `./a` are one. */
function canonicalPath(path: string): string {
  const rooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.trim().split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return (rooted ? '/' : '') + parts.join('/');
}
