import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { receiverOf } from '../../test/receiver.ts';
import { workplace } from '../../test/site.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { openStore } from '../store/open-store.ts';
import { openHerald } from './herald.ts';
import { signatureOf } from './send-news.ts';

test('what is new is posted once, when it has settled, signed with the secret that was told', async (t) => {
  const folder = temporaryFolder(t);
  const article = join(folder, 'article.txt');
  writeFileSync(article, 'Франция и Италия подписали соглашение о границе 6 мая 2024 года.\n');
  const { database } = await workplace(t, [article]);
  const store = await openStore(database);
  const { url, posts } = await receiverOf(t, [400, 200]);
  let clock = Date.now() - 3_600_000;
  const herald = openHerald({ store, now: () => new Date(clock).toISOString(), allowPrivate: true });
  t.after(async () => {
    await herald.close();
    await store.close();
  });
  assert.deepEqual(await herald.set('ftp://example.org/', 'Анна'), { kind: 'refused' });
  const made = await herald.set(url, 'Анна');
  assert.equal(made.kind, 'set');

  clock += 3_600_000;
  await herald.postNow();
  assert.equal(posts.length, 0, 'what was captured a moment ago has not settled');
  clock += 300_000;
  const secret = made.kind === 'set' ? made.secret : '';
  await herald.postNow();
  assert.match(herald.lastPost()?.fault ?? '', /400/u);
  clock += 60_000;
  await herald.postNow();
  assert.equal(posts.length, 1, 'after a failure it rests');
  clock += 3_600_000;
  await herald.postNow();
  assert.equal(herald.lastPost()?.fault, null);
  const { headers, body } = posts[1] ?? { headers: {}, body: '' };
  assert.equal(headers['x-servanda-signature'], signatureOf(secret, String(headers['x-servanda-timestamp']), body));
  assert.match(body, /соглашение о границе/u);
  clock += 3_600_000;
  await herald.postNow();
  assert.equal(posts.length, 2, 'what was told is not told again');
});
