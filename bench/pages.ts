import { createHash } from 'node:crypto';
import { get } from 'node:http';
import { parseArgs } from 'node:util';

import autocannon from 'autocannon';

import { mergeDossier } from '../src/app/merge-dossier.ts';
import { termsOfText } from '../src/app/search-terms.ts';
import { openStore } from '../src/store/open-store.ts';
import { servedTemporarily } from '../test/served-temporarily.ts';
import { generate } from './record.ts';

/**
 * How soon pages come over HTTP while several readers ask at once, each page for the first time and again:
 * `npm run -s bench -- pages [--documents 10000] [--clients 8] [--requests 160]`. Milliseconds from request to last byte.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      documents: { type: 'string', default: '10000' },
      clients: { type: 'string', default: '8' },
      requests: { type: 'string', default: '160' },
    },
  });
  const documents = Number(values.documents);
  const clients = Number(values.clients);
  const filled = async (database: string): Promise<void> => {
    await fill(database, documents);
    await mergeDossier(database);
  };
  await servedTemporarily('2026-01-01', filled, async ({ address }) => {
    for (const [page, paths] of await addressesOf(address, Number(values.requests))) {
      // Each page drawn for the first time, and then as it is kept until the record or the day changes.
      const { kB, ...first } = await load(address, paths, clients);
      const { kB: _same, ...kept } = await load(address, paths, clients);
      console.log(JSON.stringify({ bench: 'pages', documents, page, clients, first, kept, kB }));
    }
  });
}

/** Writes invented documents with their claims as if they had been read. */
async function fill(database: string, documents: number): Promise<void> {
  const store = await openStore(database);
  const readings = generate(documents);
  for (let i = 0; i < readings.length; i += 500) {
    await store.insertReadings(
      readings.slice(i, i + 500).map(({ document, claims }) => {
        const bytes = new TextEncoder().encode(document.text);
        const sha256 = createHash('sha256').update(bytes).update(document.source).digest('hex');
        const capture = {
          source: document.source,
          sha256,
          at: document.capture.at,
          format: 'text',
          contentType: null,
          bytes,
          headers: {},
          hints: {},
        } as const;
        return {
          capture,
          document,
          claims,
          sentences: [0, document.text.length],
          terms: termsOfText(document.text),
          engine: 'bench',
        };
      }),
    );
  }
  await store.close();
}

/** Each kind of page at many addresses, so that no page is one that was drawn before. */
async function addressesOf(address: string, count: number): Promise<ReadonlyMap<string, readonly string[]>> {
  const steps = Array.from({ length: count }, (_, i) => i);
  const lists = [
    '/timeline',
    '/agreements',
    '/commitments',
    '/statements',
    '/people',
    '/posts',
    '/figures',
    '/conflicts',
    '/sources',
  ];
  const found = new Map<string, readonly string[]>([
    // The front page and the graph are of the whole record: a parameter that nobody reads and the period make them others.
    ['/', steps.map((i) => `/?visit=${i}`)],
    ['/graph', steps.map((i) => `/graph?from=2015-01-01&to=${dayAfter(i)}`)],
    ...lists.map((path) => [path, steps.map((i) => `${path}?offset=${i * 3}`)] as const),
    ['/search', steps.map((i) => `/search?q=договор&offset=${i * 3}`)],
  ]);
  for (const kind of ['documents', 'entities', 'claims', 'events', 'agreements', 'commitments']) {
    const path = kind === 'entities' || kind === 'claims' ? '/events' : `/${kind}`;
    const page = await fetch(new URL(`/api/v1${path}?limit=${count}`, address));
    const { lines, cited } = (await page.json()) as {
      readonly lines: readonly { readonly id: string }[];
      readonly cited: { readonly entities: object; readonly claims: object };
    };
    const ids = kind === 'entities' || kind === 'claims' ? Object.keys(cited[kind]) : lines.map(({ id }) => id);
    found.set(
      `/${kind}/ID`,
      ids.slice(0, count).map((id) => `/${kind}/${id}`),
    );
  }
  return found;
}

function dayAfter(days: number): string {
  return new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Asks for these addresses, each once, from several clients at once; milliseconds and the heaviest answer. */
async function load(site: string, paths: readonly string[], clients: number) {
  const result = await autocannon({
    url: site,
    connections: clients,
    amount: paths.length,
    // Each client goes its own part of the way.
    setupClient: shareOut(paths, clients),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${paths[0]}: ${result.non2xx} refused, ${result.errors} failed`);
  const { p50, p97_5 } = result.latency;
  const sizes = await Promise.all(paths.slice(0, 5).map((path) => weightOf(new URL(path, site))));
  return { p50, p97_5, kB: Math.round(Math.max(...sizes) / 1000) };
}

/** Bytes of a page as they go over the wire, compressed. */
async function weightOf(address: URL): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  get(address, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
    let bytes = 0;
    answer.on('data', (chunk: Buffer) => (bytes += chunk.length)).on('end', () => resolve(bytes));
  }).on('error', reject);
  return promise;
}

function shareOut(paths: readonly string[], clients: number): (client: autocannon.Client) => void {
  let next = 0;
  return (client) => {
    const mine = next++;
    client.setRequests(
      paths.filter((_, i) => i % clients === mine).map((path) => ({ method: 'GET', path: encodeURI(path) })),
    );
  };
}
