import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';

import { parseHTML } from 'linkedom';

import { inventedApplication, inventedDay, workplace, type Workplace } from '../../test/site.ts';
import { createApplication } from './application.ts';

const article = `Велория и Сомерия подписали договор о мостах

Ольмар. 6 декабря 2024 года. ВЕСТИ - Велория и Сомерия подписали договор о мостах. Министр иностранных дел Велории Мира Елецкая заявила, что договор вступит в силу в марте 2025 года.
`;

const own = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' };

function applicationAt({ dossier, desk }: Workplace) {
  return createApplication(dossier, { today: () => inventedDay, desk, owner: 'Анна' });
}

function post(app: ReturnType<typeof applicationAt>, path: string, fields: Readonly<Record<string, string | Blob>>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return app.request(path, { method: 'POST', body, headers: own });
}

/** Reads to the end of the job that a form answered with, and gives its page. */
async function jobPage(
  app: ReturnType<typeof applicationAt>,
  answer: Response,
): Promise<ReturnType<typeof parseHTML>['document']> {
  assert.equal(answer.status, 303);
  const address = answer.headers.get('location') ?? '';
  const events = await (await app.request(`${address}/events`)).text();
  const last = events.trim().split('\n\n').at(-1) ?? '';
  assert.match(last, /^event: job\ndata: .*"state":"done"/u, 'the stream ends when the job is done');
  return parseHTML(await (await app.request(address)).text()).document;
}

test('a pasted article is read, and its commitment stands in the record', async (t) => {
  const app = applicationAt(await workplace(t));
  const page = await jobPage(app, await post(app, '/read', { text: article }));
  const link = page.querySelector('.taken a')?.getAttribute('href') ?? '';
  assert.match(page.querySelector('h1')?.textContent ?? '', /подписали договор о мостах/u);
  const document = await (await app.request(link)).text();
  assert.match(document, /вступит в силу в марте 2025/u);
  assert.match(await (await app.request('/commitments')).text(), /вступит в силу в марте 2025/u);
  const again = await jobPage(app, await post(app, '/read', { text: article }));
  assert.match(again.querySelector('.taken .kicker')?.textContent ?? '', /уже было/u);
});

test('files are read as the command line reads them; what cannot be read is named with its reason', async (t) => {
  const app = applicationAt(await workplace(t));
  const lines = `${JSON.stringify({ source: 'https://vesti.example/1', text: article })}\n{"source":"https://vesti.example/2","text":""}\n`;
  const page = await jobPage(app, await post(app, '/read', { files: new File([lines], '../../день.jsonl') }));
  const items = [...page.querySelectorAll('.taken li')].map((item) =>
    item.textContent?.replaceAll(/\s+/gu, ' ').trim(),
  );
  assert.match(items[0] ?? '', /прочитано .*мостах/u);
  assert.match(items[1] ?? '', /не прочитано https:\/\/vesti\.example\/2: /u);
});

test('an address that is none, and a form without anything, are refused in plain words', async (t) => {
  const app = applicationAt(await workplace(t));
  const page = await jobPage(app, await post(app, '/read', { address: 'vesti.example' }));
  assert.match(page.querySelector('.reason')?.textContent ?? '', /begins with https/u);
  const empty = await post(app, '/read', { text: ' ' });
  assert.equal(empty.status, 400);
  assert.match(await empty.text(), /Вставьте текст или адрес/u);
});

test('a rejected claim leaves the commitments; the ruling stands with its reason and can be undone', async (t) => {
  const place = await workplace(t);
  const app = applicationAt(place);
  await jobPage(app, await post(app, '/read', { text: article }));
  const [line] = (await place.dossier.commitments({ asOf: inventedDay })).lines;
  assert.ok(line);
  const without = await post(app, `/claims/${line.claim}/rulings`, { action: 'reject', why: '' });
  assert.equal(without.status, 400);
  assert.match(await without.text(), /a ruling needs its reason/u);
  const ruled = await post(app, `/claims/${line.claim}/rulings`, {
    action: 'reject',
    why: 'слова министра переданы неточно',
  });
  assert.equal(ruled.status, 303);
  assert.doesNotMatch(await (await app.request('/commitments')).text(), /вступит в силу/u);
  const rulings = parseHTML(await (await app.request('/rulings')).text()).document;
  assert.match(rulings.querySelector('.ruling-list')?.textContent ?? '', /слова министра переданы неточно[\s\S]*Анна/u);
  const undo = rulings.querySelector('.ruling-form')?.getAttribute('action') ?? '';
  assert.equal((await post(app, undo, { why: 'сверено ещё раз' })).status, 303);
  assert.match(await (await app.request('/commitments')).text(), /вступит в силу/u);
});

test('a corrected due day moves the commitment; a Russian reader may write it the Russian way', async (t) => {
  const place = await workplace(t);
  const app = applicationAt(place);
  await jobPage(app, await post(app, '/read', { text: article }));
  const [line] = (await place.dossier.commitments({ asOf: inventedDay })).lines;
  assert.ok(line);
  const fields = { action: 'correct', field: 'due', from: '01.05.2025', to: '2025-05-31', why: 'опечатка в статье' };
  assert.equal((await post(app, `/claims/${line.claim}/rulings`, fields)).status, 303);
  const [moved] = (await place.dossier.commitments({ asOf: inventedDay })).lines;
  assert.deepEqual(moved?.due, { from: '2025-05-01', to: '2025-05-31' });
  const wrong = await post(app, `/claims/${line.claim}/rulings`, { ...fields, from: '31.02.2025' });
  assert.equal(wrong.status, 400);
});

/** Names that a gazetteer knows, so that what is tested is what people do to them. */
const realStates = `Норвегия и Швеция подписали договор о мостах

Осло. 6 декабря 2024 года. ВЕСТИ - Норвегия и Швеция подписали договор о мостах.
`;

test('entities are renamed, merged by name and kept apart by two of their names; refusals say what is wrong', async (t) => {
  const place = await workplace(t);
  const app = applicationAt(place);
  await jobPage(app, await post(app, '/read', { text: realStates }));
  const states = async () =>
    (await place.dossier.record(inventedDay)).entities
      .filter(({ type }) => type === 'state')
      .map(({ id, name }) => [name, id]);
  const before = Object.fromEntries(await states());
  const [norway, sweden] = [before['Норвегия'], before['Швеция']];
  assert.ok(norway && sweden);
  const address = `/entities/${norway}/rulings`;
  for (const [fields, reason] of [
    [{ action: 'merge', other: 'Никто Неизвестный' }, /nobody and nothing else called Никто Неизвестный/u],
    [{ action: 'split', one: 'Норвегия', other: 'Швеция' }, /Норвегия is not called Швеция/u],
    [{ action: 'split', one: 'Норвегия', other: 'Норвегия' }, /both names are the same/u],
    [{ action: 'rename', name: ' ' }, /the new name is empty/u],
    [{ action: 'erase' }, /none that can be done here/u],
  ] as const) {
    const refused = await post(app, address, { ...fields, why: 'проба' });
    assert.equal(refused.status, 400);
    assert.match(await refused.text(), reason);
  }
  assert.equal(
    (await post(app, address, { action: 'rename', name: 'Королевство Норвегия', why: 'полное имя' })).status,
    303,
  );
  assert.ok((await states()).some(([name]) => name === 'Королевство Норвегия'));
  const merged = await post(app, address, {
    action: 'merge',
    other: `http://desk/entities/${sweden}?lang=ru`,
    why: 'проба',
  });
  assert.equal(merged.status, 303);
  assert.equal((await states()).length, Object.keys(before).length - 1);
  const one = (await states()).find(([name]) => name === 'Королевство Норвегия');
  const split = { action: 'split', one: 'Норвегия', other: 'Швеция', why: 'разные государства' };
  assert.equal((await post(app, `/entities/${one?.[1]}/rulings`, split)).status, 303);
  assert.equal((await states()).length, Object.keys(before).length);
});

test('reports are set apart as two events and together again, by the pages of the events', async (t) => {
  const place = await workplace(t);
  const app = applicationAt(place);
  await jobPage(app, await post(app, '/read', { text: article }));
  await jobPage(
    app,
    await post(app, '/read', { text: article.replace('ВЕСТИ', 'ГОЛОС').replace('о мостах\n', 'о мостах сегодня\n') }),
  );
  const joined = async () =>
    (await place.dossier.record(inventedDay)).events.find(
      ({ type, claims }) => type === 'agreement' && claims.length > 1,
    );
  const event = await joined();
  assert.ok(event, 'two articles tell of one signing');
  const [one, other] = event.claims;
  const fields = { action: 'split-events', one: one ?? '', other: other ?? '', why: 'разные договоры' };
  assert.equal((await post(app, `/events/${event.id}/rulings`, fields)).status, 303);
  const apart = (await place.dossier.record(inventedDay)).events.filter(
    ({ claims }) => claims.includes(one ?? '') || claims.includes(other ?? ''),
  );
  assert.equal(apart.length, 2);
  const nowhere = await post(app, `/events/${apart[0]?.id}/rulings`, {
    action: 'merge-events',
    other: 'нигде',
    why: 'проба',
  });
  assert.equal(nowhere.status, 400);
  const merge = { action: 'merge-events', other: `/events/${apart[1]?.id}`, why: 'один договор' };
  assert.equal((await post(app, `/events/${apart[0]?.id}/rulings`, merge)).status, 303);
  assert.ok(await joined());
});

test('a followed feed is read on by itself until it is followed no more', async (t) => {
  const place = await workplace(t);
  const app = applicationAt(place);
  const feed = createServer((request, answer) => {
    const item = `<item><title>Договор</title><link>http://127.0.0.1:${portOf(feed)}/1</link><guid>1</guid></item>`;
    const isFeed = request.url === '/feed';
    if (request.url === '/robots.txt') answer.writeHead(404);
    else answer.setHeader('content-type', isFeed ? 'application/rss+xml' : 'text/plain; charset=utf-8');
    answer.end(isFeed ? `<rss version="2.0"><channel><title>В</title>${item}</channel></rss>` : article);
  });
  await once(feed.listen(0, '127.0.0.1'), 'listening');
  t.after(() => feed.close().closeAllConnections());
  const url = `http://127.0.0.1:${portOf(feed)}/feed`;
  assert.equal((await post(app, '/follow', { url: 'ftp://vesti.example' })).status, 400);
  assert.equal((await post(app, '/follow', { url })).status, 303);
  // On a busy machine a reader is long in loading.
  const deadline = performance.now() + 180_000;
  while ((await place.dossier.documents({ asOf: inventedDay })).total === 0) {
    assert.ok(performance.now() < deadline, 'the article of the feed is read');
    await delay(50);
  }
  assert.match(await (await app.request('/read')).text(), new RegExp(url, 'u'));
  assert.equal((await post(app, '/unfollow', { url })).status, 303);
  assert.deepEqual(await place.desk.follower.followed(), []);
});

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

test('a form of another site is turned away, and nobody but an editor works', async (t) => {
  const place = await workplace(t);
  const app = applicationAt(place);
  const body = new URLSearchParams({ text: article });
  const foreign = await app.request('/read', { method: 'POST', body, headers: { origin: 'https://evil.example' } });
  assert.equal(foreign.status, 403);
  assert.deepEqual(place.desk.intake.jobs(), []);
  const shown = createApplication(place.dossier, { today: () => inventedDay, desk: place.desk });
  assert.equal((await shown.request('/read')).status, 403);
  assert.equal((await post(shown, '/read', { text: article })).status, 403);
  assert.equal((await inventedApplication().request('/read')).status, 404, 'a record that is only shown has no desk');
});
