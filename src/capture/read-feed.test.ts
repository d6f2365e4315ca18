import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readFeed, readOpml } from './read-feed.ts';
import { readWatchList } from './watch-list.ts';

const long = 'Порт принял первое судно после ремонта причала. '.repeat(20);
const address = 'https://port.example/feed';

/** A feed of each kind; each announces «Порт открыт» at /news/1, some with the whole text. */
const feeds: Readonly<Record<string, { readonly body: string; readonly hasText: boolean; readonly ttl?: number }>> = {
  'RSS 2.0': {
    body: `<?xml version="1.0"?><rss version="2.0"><channel><title>Порт</title><ttl>30</ttl><item><title>Порт открыт</title><link>/news/1</link><pubDate>Sun, 05 May 2024 10:00:00 +0300</pubDate></item></channel></rss>`,
    hasText: false,
    ttl: 30,
  },
  'RSS with content:encoded': {
    body: `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Порт</title><item><title>Порт открыт</title><link>https://port.example/news/1</link><content:encoded><![CDATA[<p>${long}</p>]]></content:encoded></item></channel></rss>`,
    hasText: true,
  },
  'RSS with yandex:full-text': {
    body: `<?xml version="1.0"?><rss version="2.0" xmlns:yandex="http://news.yandex.ru"><channel><title>Порт</title><item><title>Порт открыт</title><link>https://port.example/news/1</link><yandex:full-text>${long}</yandex:full-text></item></channel></rss>`,
    hasText: true,
  },
  Atom: {
    body: `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Порт</title><id>x</id><updated>2024-05-05T10:00:00Z</updated><entry><title>Порт открыт</title><id>urn:1</id><link rel="self" href="/self"/><link rel="alternate" href="/news/1"/><updated>2024-05-05T10:00:00Z</updated><content type="html">&lt;p&gt;${long}&lt;/p&gt;</content></entry></feed>`,
    hasText: true,
  },
  RDF: {
    body: `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>Порт</title><link>https://port.example</link></channel><item rdf:about="https://port.example/news/1"><title>Порт открыт</title><link>https://port.example/news/1</link></item></rdf:RDF>`,
    hasText: false,
  },
  'JSON Feed': {
    body: JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Порт',
      items: [{ id: '1', url: 'https://port.example/news/1', title: 'Порт открыт', content_html: `<p>${long}</p>` }],
    }),
    hasText: true,
  },
  'RSS that is not well-formed': {
    body: `<rss version="2.0"><channel><title>Порт & море</title><item><title>Порт открыт</title><link>https://port.example/news/1</link><description>Суда & люди<br>вернулись</description></item></channel>`,
    hasText: false,
  },
};

for (const [name, { body, hasText, ttl }] of Object.entries(feeds)) {
  test(`feed: ${name}`, async () => {
    const feed = await readFeed(new TextEncoder().encode(body), null, address);
    assert.equal(feed.kind, 'feed');
    if (feed.kind !== 'feed') return;
    const [entry] = feed.entries;
    assert.deepEqual(
      [feed.entries.length, entry?.title, entry?.address],
      [1, 'Порт открыт', 'https://port.example/news/1'],
    );
    assert.equal(entry?.content?.includes('первое судно') ?? false, hasText);
    assert.equal(feed.ttl, ttl ?? null);
  });
}

test('a feed in windows-1251 is read by its declaration', async () => {
  const head = Buffer.from('<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>');
  const title = Buffer.from([0xcf, 0xee, 0xf0, 0xf2]);
  const rest = Buffer.from('</title><item><link>https://port.example/1</link></item></channel></rss>');
  const feed = await readFeed(Buffer.concat([head, title, rest]), null, address);
  assert.equal(feed.kind === 'feed' && feed.title, 'Порт');
});

for (const body of ['', 'просто текст', '<html><body><p>Страница</p></body></html>', '{"a":1}', '<rss']) {
  test(`no feed: ${body || '(empty)'}`, async () => {
    const feed = await readFeed(new TextEncoder().encode(body), null, address);
    assert.ok(feed.kind === 'rejected' || feed.entries.length === 0);
  });
}

test('entries that lead nowhere or to a script are left out', async () => {
  const body = `<rss version="2.0"><channel><title>x</title><item><title>a</title><link>javascript:alert(1)</link></item><item><title>b</title></item><item><title>c</title><link>file:///etc/passwd</link></item></channel></rss>`;
  const feed = await readFeed(new TextEncoder().encode(body), null, address);
  assert.deepEqual(feed.kind === 'feed' && feed.entries, []);
});

const opml = `<opml version="2.0"><body><outline text="Порты"><outline type="rss" text="Север" xmlUrl="https://north.example/rss"/></outline><outline type="rss" title="Юг" xmlUrl="https://south.example/rss"/></body></opml>`;

test('OPML: feeds in folders too', () => {
  assert.deepEqual(
    readOpml(opml).map(({ url, title }) => [url, title]),
    [
      ['https://north.example/rss', 'Север'],
      ['https://south.example/rss', 'Юг'],
    ],
  );
});

const lists: readonly (readonly [text: string, expected: readonly string[]])[] = [
  [opml, ['feed https://north.example/rss', 'feed https://south.example/rss']],
  [
    '["https://a.example/rss", "https://a.example/sitemap.xml"]',
    ['feed https://a.example/rss', 'sitemap https://a.example/sitemap.xml'],
  ],
  ['{"sources": [{"url": "https://a.example/", "kind": "page"}]}', ['page https://a.example/']],
  ['["https://a.example/rss", "https://a.example/rss", "ftp://a.example"]', ['feed https://a.example/rss']],
];
for (const [text, expected] of lists) {
  test(`list of sources: ${text.slice(0, 60)}`, () => {
    assert.deepEqual(
      readWatchList(text).sources.map(({ kind, url }) => `${kind} ${url}`),
      expected,
    );
  });
}

test('what stands in a list of sources and is no address is told', () => {
  const { refused } = readWatchList('["www.port.example/rss", "https://a.example/rss", "ftp://a.example", "https://"]');
  assert.deepEqual(refused, ['www.port.example/rss', 'ftp://a.example', 'https://']);
});
