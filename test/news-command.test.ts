import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

import { sendNews, signatureOf } from '../src/app/send-news.ts';
import type { FetchResult } from '../src/capture/fetch-door.ts';
import { receiverOf } from './receiver.ts';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const article = {
  source: 'a.txt',
  text: 'Франция и Италия подписали соглашение о границе 6 мая 2024 года.',
  published: '2024-05-07',
  outlet: 'Вестник',
};

async function dossierOf(t: TestContext) {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, 'articles.jsonl'), JSON.stringify(article));
  writeFileSync(join(folder, 'secret.txt'), 'тайна\n');
  const database = join(folder, 'test.db');
  const run = (...argv: readonly string[]) => runCommand([...argv, '--db', database]);
  assert.equal((await run('read', join(folder, 'articles.jsonl'))).exitCode, 0);
  return { run, secretFile: join(folder, 'secret.txt') };
}

test('news are told once since the last time, and any number of times since a day', async (t) => {
  const { run } = await dossierOf(t);
  const first = await run('news', '--since', '2026-03-01', '--json');
  const news: { readonly items: readonly { readonly kind: string; readonly what: string }[] } = JSON.parse(first.out);
  assert.deepEqual(
    news.items.map((item) => `${item.kind} ${item.what}`),
    ['stage signed happened'],
  );
  assert.match((await run('news', '--since', 'last')).out, /stage {2,}signed happened .*соглашение о границе/u);
  const again = await run('news', '--since', 'last');
  assert.equal(again.out, '');
  assert.equal(again.err, 'nothing is new\n');
  assert.match((await run('news', '--since', '2026-03-01')).out, /signed happened/u);
  assert.match(
    (await run('news', '--since', '2026-03-01', '--format', 'atom')).out,
    /<title>stage signed happened 2024-05-06: /u,
  );
});

test('a webhook gets the news with a signature over what it got; refused, they are new the next time too', async (t) => {
  const { run, secretFile } = await dossierOf(t);
  const options = ['--since', 'last', '--secret-file', secretFile, '--allow-private'];
  const closed = await receiverOf(t, [403]);
  const failed = await run('news', ...options, '--webhook', closed.url);
  assert.equal(failed.exitCode, 1);
  assert.match(failed.err, /took no news in 1 try: the server answered 403/u);

  const { posts, url } = await receiverOf(t, [200]);
  const sent = await run('news', ...options, '--webhook', url);
  assert.equal(sent.exitCode, 0, sent.err);
  const [post] = posts;
  assert.ok(post);
  const stamp = String(post.headers['x-servanda-timestamp']);
  assert.equal(post.headers['x-servanda-signature'], signatureOf('тайна', stamp, post.body));
  assert.match(post.body, /"kind":"stage"/u);

  assert.equal((await run('news', ...options, '--webhook', url)).exitCode, 0);
  assert.equal(posts.length, 1);
});

test('a webhook without a secret is a mistake, and one on this machine is not allowed by itself', async (t) => {
  const { run, secretFile } = await dossierOf(t);
  const { url, posts } = await receiverOf(t, [200]);
  assert.equal((await run('news', '--webhook', url)).exitCode, 2);
  const closed = await run('news', '--webhook', url, '--secret-file', secretFile);
  assert.equal(closed.exitCode, 1);
  assert.match(closed.err, /not public/u);
  assert.equal(posts.length, 0);
  const telling = url.replace('://', '://desk:geheim@') + '?token=geheim';
  const refused = await run('news', '--webhook', telling, '--secret-file', secretFile);
  assert.equal(refused.exitCode, 1);
  assert.doesNotMatch(refused.err, /geheim/u);
  const missing = await run('news', '--webhook', url, '--secret-file', `${secretFile}.none`);
  assert.equal(missing.exitCode, 2);
  assert.match(missing.err, /the secret cannot be read from .*secret\.txt\.none: there is none/u);
});

const nothing = { entities: new Map(), claims: new Map(), documents: new Map(), passages: new Map() };
const news = { since: '2026-01-01T00:00:00.000Z', asOf: '2026-03-01', items: [], cited: nothing };

/** Statuses of the answers (0: none came) → tries and pauses in seconds. */
const answers: readonly (readonly [statuses: readonly number[], outcome: string, pauses: readonly number[]])[] = [
  [[200], 'sent 1', []],
  [[0, 503, 200], 'sent 3', [1, 60]],
  [[429, 204], 'sent 2', [60]],
  [[500, 500, 500, 500, 500], 'failed 5', [60, 60, 60, 125]],
  [[404], 'failed 1', []],
  [[302], 'failed 1', []],
];
for (const [statuses, expected, pauses] of answers) {
  test(`posts answered ${statuses.join(', ')}: ${expected}`, async () => {
    const waited: number[] = [];
    const deliveries = new Set<string | undefined>();
    let n = 0;
    const outcome = await sendNews(news, {
      door: {
        send: async (url, { headers }): Promise<FetchResult> => {
          deliveries.add(headers?.['x-servanda-delivery']);
          const status = statuses[n++] ?? 200;
          return status > 0 && status < 400
            ? { kind: 'fetched', url, redirects: [], status, headers: {}, bytes: new Uint8Array() }
            : {
                kind: 'failed',
                url,
                reason: String(status),
                refused: false,
                status: status || null,
                retryAfter: status >= 429 ? 60 : null,
              };
        },
      },
      url: 'https://desk.example/',
      secret: 'тайна',
      now: () => '2026-03-01T12:00:00.000Z',
      wait: async (milliseconds) => void waited.push(milliseconds / 1000),
    });
    assert.equal(`${outcome.kind} ${outcome.tries}`, expected);
    assert.deepEqual(waited, pauses);
    assert.equal(deliveries.size, 1);
  });
}
