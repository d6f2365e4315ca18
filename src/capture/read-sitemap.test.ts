import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import type { FetchResult } from './fetch-door.ts';
import { parseSitemap, readSitemap } from './read-sitemap.ts';

const host = 'https://port.example';
const page = (path: string): string => `<url><loc>${host}${path}</loc><lastmod>2024-05-05</lastmod></url>`;
const index = (...paths: readonly string[]): string =>
  `<sitemapindex>${paths.map((p) => `<sitemap><loc>${p.startsWith('http') ? p : host + p}</loc></sitemap>`).join('')}</sitemapindex>`;

function doorTo(files: Readonly<Record<string, string | Uint8Array>>) {
  const asked: string[] = [];
  const fetch = (url: string): Promise<FetchResult> => {
    asked.push(url);
    const body = files[url.slice(host.length)];
    return Promise.resolve(
      body === undefined
        ? { kind: 'failed', url, reason: 'the server answered 404', refused: false, status: 404, retryAfter: null }
        : {
            kind: 'fetched',
            url,
            redirects: [],
            status: 200,
            headers: {},
            bytes: typeof body === 'string' ? Buffer.from(body) : body,
          },
    );
  };
  return { fetch, asked };
}

test('a sitemap of sitemaps, one of them gzipped', async () => {
  const door = doorTo({
    '/sitemap.xml': index('/a.xml', '/b.xml.gz'),
    '/a.xml': `<urlset>${page('/1')}</urlset>`,
    '/b.xml.gz': gzipSync(`<urlset>${page('/2')}${page('/3')}</urlset>`),
  });
  const { entries, failures } = await readSitemap(`${host}/sitemap.xml`, door);
  assert.deepEqual(
    entries.map((e) => e.address),
    [`${host}/1`, `${host}/2`, `${host}/3`],
  );
  assert.deepEqual(failures, []);
});

test('loops, other hosts, depth and what is not there are told and not followed', async () => {
  const door = doorTo({
    '/sitemap.xml': index('/sitemap.xml', '/a.xml', 'https://other.example/s.xml', '/gone.xml'),
    '/a.xml': index('/b.xml', '/sitemap.xml'),
    '/b.xml': `${index('/c.xml')}<urlset>${page('/1')}</urlset>`,
    '/c.xml': `<urlset>${page('/deep')}</urlset>`,
  });
  const { entries, failures } = await readSitemap(`${host}/sitemap.xml`, door);
  assert.deepEqual(
    entries.map((e) => e.address),
    [`${host}/1`],
  );
  assert.deepEqual(failures.map((f) => f.reason).toSorted(), [
    'it is nested deeper than 3',
    'it is on another host',
    'it was listed before',
    'it was listed before',
    'the server answered 404',
  ]);
  assert.equal(new Set(door.asked).size, door.asked.length, 'each is asked once');
});

test('bounded in files and pages', async () => {
  const door = doorTo({
    '/sitemap.xml': index(...Array.from({ length: 100 }, (_, n) => `/${n}.xml`)),
    ...Object.fromEntries(
      Array.from({ length: 100 }, (_, n) => [`/${n}.xml`, `<urlset>${page(`/${n}`).repeat(10)}</urlset>`]),
    ),
  });
  const { entries } = await readSitemap(`${host}/sitemap.xml`, door, { files: 5, entries: 25, depth: 3 });
  assert.equal(door.asked.length, 5);
  assert.equal(entries.length, 25);
});

test('news sitemaps give title, day, outlet and language', () => {
  const file = `<urlset><url><loc>/n/1</loc><news:news><news:publication><news:name>Вестник порта</news:name><news:language>ru</news:language></news:publication><news:publication_date>2024-05-05T10:00:00+03:00</news:publication_date><news:title><![CDATA[Порт & море]]></news:title></news:news></url></urlset>`;
  const { entries } = parseSitemap(Buffer.from(file), null, `${host}/sitemap.xml`);
  assert.deepEqual(entries, [
    {
      address: `${host}/n/1`,
      modified: null,
      title: 'Порт & море',
      published: '2024-05-05T10:00:00+03:00',
      outlet: 'Вестник порта',
      language: 'ru',
    },
  ]);
});

test('a plain list of addresses is a sitemap too; a broken one gives what it has', () => {
  assert.equal(parseSitemap(Buffer.from(`${host}/1\n${host}/2\n`), null, host).entries.length, 2);
  assert.equal(parseSitemap(Buffer.from(`<urlset>${page('/1')}<url><loc>${host}/2`), null, host).entries.length, 1);
});
