import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { workplace } from '../../test/site.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { createApplication } from './application.ts';

const own = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' };
const today = '2024-06-01';

test('news of the page and of its feed are narrowed to what they are about', async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, 'border.txt'), 'Франция и Италия подписали соглашение о границе 6 мая 2024 года.\n');
  writeFileSync(join(folder, 'fish.txt'), 'Норвегия и Исландия подписали соглашение о рыбе 7 мая 2024 года.\n');
  const { dossier } = await workplace(t, [join(folder, 'border.txt'), join(folder, 'fish.txt')]);
  const app = createApplication(dossier, { today: () => new Date().toISOString().slice(0, 10) });
  for (const path of ['/news', '/news.atom']) {
    const told = async (about: string) => (await app.request(`${path}${about && `?about=${about}`}`)).text();
    assert.match(await told(''), /о границе[^]*о рыбе|о рыбе[^]*о границе/u);
    const narrowed = await told('Исландия');
    assert.match(narrowed, /о рыбе/u);
    assert.doesNotMatch(narrowed, /о границе/u);
  }
});

test('an admin says where news are posted, reads the secret once, and takes it back', async (t) => {
  const { dossier, desk } = await workplace(t);
  const app = createApplication(dossier, { today: () => today, desk, owner: 'Анна' });
  const post = (path: string, url: string) =>
    app.request(path, { method: 'POST', body: new URLSearchParams({ url }), headers: own });
  assert.equal((await post('/webhook', 'file:///etc/passwd')).status, 400);
  const set = await (await post('/webhook', 'https://desk.example/hook')).text();
  const { secret } = /aria-labelledby="made"\s*>(?<secret>[\w-]{43})</u.exec(set)?.groups ?? {};
  assert.ok(secret, 'the secret is shown');
  const later = await (await app.request('/webhook')).text();
  assert.match(later, /https:\/\/desk\.example\/hook/u);
  assert.ok(!later.includes(secret), 'only once');
  assert.equal((await post('/webhook/remove', '')).status, 303);
  assert.doesNotMatch(await (await app.request('/webhook')).text(), /desk\.example/u);
});

test('nobody else sees or sets where news are posted', async (t) => {
  const { dossier, desk } = await workplace(t);
  const app = createApplication(dossier, { today: () => today, desk });
  assert.equal((await app.request('/webhook')).status, 403);
  const body = new URLSearchParams({ url: 'https://desk.example/hook' });
  assert.equal((await app.request('/webhook', { method: 'POST', body, headers: own })).status, 403);
  assert.equal(await desk.herald.webhook(), null);
});
