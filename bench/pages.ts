import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { openDossier } from '../src/app/dossier.ts';
import { mergeDossier } from '../src/app/merge-dossier.ts';
import { termsOfText } from '../src/app/search-terms.ts';
import { serve } from '../src/http/serve.ts';
import { openStore } from '../src/store/open-store.ts';
import { generate } from './record.ts';

/**
 * How soon pages come over HTTP while several readers ask at once:
 * `npm run -s bench -- pages [--documents 10000] [--clients 8] [--requests 200]`. Milliseconds from request to last byte, for each page.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      documents: { type: 'string', default: '10000' },
      clients: { type: 'string', default: '8' },
      requests: { type: 'string', default: '200' },
    },
  });
  const database = join(tmpdir(), `servanda-pages-${process.pid}.db`);
  const documents = Number(values.documents);
  try {
    await fill(database, documents);
    await mergeDossier(database);
    const dossier = await openDossier({ database, merge: false });
    const site = await serve(dossier, { today: () => '2026-01-01', port: 0 });
    for (const path of await pathsOf(site.address)) {
      const { times, bytes } = await load(
        new URL(path, site.address).href,
        Number(values.clients),
        Number(values.requests),
      );
      const at = (share: number) => Number((times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1));
      console.log(
        JSON.stringify({
          bench: 'pages',
          documents,
          path,
          ms: { p50: at(0.5), p95: at(0.95) },
          kB: Math.round(bytes / 1000),
        }),
      );
    }
    await site.close();
    await dossier.close();
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(database + end, { force: true });
  }
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

/** Every list, a search, and one line of each kind. */
async function pathsOf(address: string): Promise<readonly string[]> {
  const lists = [
    '/',
    '/timeline',
    '/agreements',
    '/commitments',
    '/statements',
    '/people',
    '/figures',
    '/conflicts',
    '/sources',
    '/search?q=договор',
  ];
  const found = await Promise.all(
    ['documents', 'entities', 'claims', 'agreements', 'commitments'].map(async (kind) => {
      const page = await (await fetch(new URL(kind === 'agreements' ? '/agreements' : '/timeline', address))).text();
      const more = kind === 'commitments' ? await (await fetch(new URL('/', address))).text() : '';
      return new RegExp(`/${kind}/[^"?#]+`, 'u').exec(page + more)?.[0] ?? [];
    }),
  );
  return [...lists, ...found.flat()];
}

/** Asks for one page from several clients at once; times are sorted. */
async function load(
  address: string,
  clients: number,
  requests: number,
): Promise<{ readonly times: readonly number[]; readonly bytes: number }> {
  const times: number[] = [];
  let bytes = 0;
  let left = requests;
  const client = async () => {
    while (left > 0) {
      left -= 1;
      const start = performance.now();
      const response = await fetch(address);
      bytes = (await response.arrayBuffer()).byteLength;
      times.push(performance.now() - start);
      if (response.status !== 200) throw new Error(`${address} answers ${response.status}`);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { times: times.toSorted((a, b) => a - b), bytes };
}
