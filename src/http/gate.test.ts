import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

import { dossierOfRecord } from '../../test/dossier-of-record.ts';
import { inventedRecord } from '../../test/invented-record.data.ts';
import { inventedDay } from '../../test/site.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { type Accounts, openAccounts } from '../app/accounts.ts';
import { openDesk } from '../app/desk.ts';
import { createInlineReader } from '../app/reader.ts';
import { loadStages } from '../app/load-stages.ts';
import { createApplication } from './application.ts';

const password = 'длинный пароль 2026';
const own = { origin: 'https://desk.example', 'sec-fetch-site': 'same-origin' };

/** The invented record with an admin, an editor and a reader, behind a proxy that speaks TLS. */
async function guarded(t: TestContext) {
  const database = join(temporaryFolder(t), 'dossier.db');
  let now = '2026-02-01T10:00:00Z';
  const accounts = await openAccounts({ database, now: () => now, cost: 8 });
  const reader = createInlineReader(loadStages(), async () => undefined);
  const desk = await openDesk({ database, reader, now: () => now });
  t.after(async () => {
    await desk.close();
    await accounts.close();
  });
  for (const [name, role] of [
    ['anna', 'admin'],
    ['boris', 'editor'],
    ['vera', 'reader'],
  ] as const)
    assert.equal((await accounts.create(name, password, role)).kind, 'done');
  const app = createApplication(dossierOfRecord(inventedRecord), {
    today: () => inventedDay,
    desk,
    accounts,
    publicUrl: 'https://desk.example',
    proxied: true,
  });
  return { app, accounts, setNow: (instant: string) => (now = instant) };
}

type App = Awaited<ReturnType<typeof guarded>>['app'];

function post(app: App, path: string, fields: Readonly<Record<string, string>>, cookie = '', headers: object = own) {
  const body = new URLSearchParams(fields);
  return app.request(path, { method: 'POST', body, headers: { ...headers, cookie, 'x-forwarded-proto': 'https' } });
}

async function signIn(
  app: App,
  name: string,
  given = password,
): Promise<{ status: number; cookie: string; header: string }> {
  const answer = await post(app, '/sign-in', { name, password: given, next: '/commitments' });
  const header = answer.headers.get('set-cookie') ?? '';
  return { status: answer.status, cookie: header.split(';')[0] ?? '', header };
}

test('nobody gets in without an account: pages lead to the way in, data are refused as problems', async (t) => {
  const { app } = await guarded(t);
  const page = await app.request('/commitments?lang=en');
  assert.equal(page.status, 303);
  assert.equal(page.headers.get('location'), '/sign-in?next=%2Fcommitments%3Flang%3Den&lang=en');
  for (const path of [
    '/api/v1/events',
    '/export/record.jsonl',
    '/export/due.ics',
    '/timeline.json',
    '/read',
    '/audit',
  ]) {
    const status = (await app.request(path)).status;
    assert.ok(status === 401 || status === 303, `${path} answers ${status}`);
  }
  assert.match((await app.request('/api/v1/events')).headers.get('content-type') ?? '', /problem\+json/u);
  assert.equal((await app.request('/sign-in')).status, 200);
  assert.equal((await app.request('/assets/styles.css')).status, 200);
});

test('a session is opened with the password, hidden from scripts and other sites, and ends', async (t) => {
  const { app, setNow } = await guarded(t);
  assert.equal((await signIn(app, 'anna', 'falsch')).status, 401);
  assert.equal((await signIn(app, 'nobody')).status, 401);
  const { status, cookie, header } = await signIn(app, 'vera');
  assert.equal(status, 303);
  assert.match(header, /HttpOnly; Secure; SameSite=Lax/u);
  assert.equal((await app.request('/commitments', { headers: { cookie } })).status, 200);
  assert.equal((await post(app, '/sign-out', {}, cookie)).status, 303);
  assert.equal((await app.request('/commitments', { headers: { cookie } })).status, 303);
  const again = await signIn(app, 'vera');
  setNow('2026-02-09T10:00:00Z');
  assert.equal((await app.request('/commitments', { headers: { cookie: again.cookie } })).status, 303, 'after a week');
});

test('a page kept for one reader is not shown to another', async (t) => {
  const { app } = await guarded(t);
  const [editor, reader] = [await signIn(app, 'boris'), await signIn(app, 'vera')];
  const claim = inventedRecord.claims[0]?.id;
  const asSeen = async (cookie: string) => (await app.request(`/claims/${claim}`, { headers: { cookie } })).text();
  assert.match(await asSeen(editor.cookie), /name="why"/u);
  assert.doesNotMatch(await asSeen(reader.cookie), /name="why"/u);
  assert.match(await asSeen(reader.cookie), /vera/u);
});

const rights: readonly (readonly [
  path: string,
  method: 'GET' | 'POST',
  reader: number,
  editor: number,
  admin: number,
])[] = [
  ['/commitments', 'GET', 200, 200, 200],
  ['/read', 'GET', 403, 200, 200],
  ['/read', 'POST', 403, 400, 400],
  ['/claims/none/rulings', 'POST', 403, 404, 404],
  ['/account', 'GET', 200, 200, 200],
  ['/audit', 'GET', 403, 403, 200],
  ['/accounts/role', 'POST', 403, 403, 400],
];

test('each role may do what it may, and no more', async (t) => {
  const { app } = await guarded(t);
  const cookies = [await signIn(app, 'vera'), await signIn(app, 'boris'), await signIn(app, 'anna')];
  for (const [path, method, ...statuses] of rights) {
    for (const [i, { cookie }] of cookies.entries()) {
      const fields = { why: 'проба', action: 'reject', name: 'nobody', role: 'admin' };
      const answer =
        method === 'GET' ? await app.request(path, { headers: { cookie } }) : await post(app, path, fields, cookie);
      assert.equal(answer.status, statuses[i], `${method} ${path} as ${['reader', 'editor', 'admin'][i]}`);
    }
  }
});

test('a token opens its scope: the API by its header, the calendar by its address, and nothing after it is revoked', async (t) => {
  const { app, accounts } = await guarded(t);
  const [read, write, calendar] = await Promise.all(
    (['read', 'write', 'calendar'] as const).map((scope) => accounts.makeToken('boris', scope, 'проба')),
  );
  const bearer = (token: string | undefined) => ({ headers: { authorization: `Bearer ${token}` } });
  assert.equal((await app.request('/api/v1/events', bearer(read))).status, 200);
  assert.equal((await app.request('/api/v1/events', bearer(calendar))).status, 401);
  assert.equal((await app.request('/export/record.jsonl', bearer(read))).status, 200);
  assert.equal((await app.request(`/export/due.ics?token=${calendar}`)).status, 200);
  assert.equal((await app.request(`/export/record.jsonl?token=${calendar}`)).status, 401);
  assert.equal((await app.request('/read', bearer(read))).status, 403);
  assert.equal((await app.request('/read', bearer(write))).status, 200);
  const body = new URLSearchParams({ action: 'reject', why: 'проба' });
  const ruling = (token: string | undefined) =>
    app.request('/claims/none/rulings', { method: 'POST', body, ...bearer(token) });
  assert.equal((await ruling(write)).status, 404, 'a program rules without a page');
  assert.equal((await ruling(read)).status, 403);
  assert.equal((await ruling('none')).status, 401, 'a token that is none opens nothing, whatever cookie comes with it');
  assert.equal((await app.request('/account', bearer(write))).status, 403, 'an account is its owner’s');
  const [{ id = '' } = {}] = await accounts.tokensOf('boris');
  await accounts.revokeToken('boris', id);
  assert.equal((await app.request('/api/v1/events', bearer(read))).status, 401);
});

test('forms of other sites are turned away, and the way in leads to no other site', async (t) => {
  const { app } = await guarded(t);
  const { cookie } = await signIn(app, 'anna');
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  assert.equal((await post(app, '/accounts', { name: 'eve', password, role: 'admin' }, cookie, foreign)).status, 403);
  for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    const answer = await post(app, '/sign-in', { name: 'vera', password, next });
    assert.equal(answer.headers.get('location'), '/', next);
  }
});

test('who tries too often waits', async (t) => {
  const { app } = await guarded(t);
  const statuses: number[] = [];
  for (let i = 0; i < 12; i += 1) statuses.push((await signIn(app, 'anna', 'falsch')).status);
  assert.deepEqual([...new Set(statuses)], [401, 429]);
  const other = await app.request('/sign-in', { headers: { 'x-forwarded-for': '203.0.113.9' } });
  assert.equal(other.status, 200, 'others do not wait with them');
});

test('admins make, change and remove accounts; the last admin stays; the log tells who did what', async (t) => {
  const { app, accounts } = await guarded(t);
  const { cookie } = await signIn(app, 'anna');
  assert.equal((await post(app, '/accounts', { name: 'gleb', password: 'short', role: 'editor' }, cookie)).status, 400);
  assert.equal((await post(app, '/accounts', { name: 'gleb', password, role: 'editor' }, cookie)).status, 303);
  assert.equal((await post(app, '/accounts/role', { name: 'anna', role: 'reader' }, cookie)).status, 400);
  assert.equal((await post(app, '/accounts/remove', { name: 'anna' }, cookie)).status, 400);
  assert.equal((await post(app, '/accounts/remove', { name: 'vera' }, cookie)).status, 303);
  assert.deepEqual(
    (await accounts.list()).map(({ name, role }) => `${name} ${role}`),
    ['anna admin', 'boris editor', 'gleb editor'],
  );
  const log = await (await app.request('/audit', { headers: { cookie } })).text();
  assert.match(log, /account made[\s\S]*gleb editor/u);
  assert.match(log, /account removed[\s\S]*vera/u);
  const made = await post(app, '/account/tokens', { label: 'календарь', scope: 'calendar' }, cookie);
  assert.match(await made.text(), /srv_[\w-]{43}/u);
});

test('a new password ends the sessions of the old one', async (t) => {
  const { app } = await guarded(t);
  const { cookie } = await signIn(app, 'vera');
  const wrong = await post(app, '/account/password', { old: 'falsch', password: `${password}!` }, cookie);
  assert.equal(wrong.status, 400);
  assert.equal((await post(app, '/account/password', { old: password, password: `${password}!` }, cookie)).status, 303);
  assert.equal((await app.request('/commitments', { headers: { cookie } })).status, 303);
  assert.equal((await signIn(app, 'vera', `${password}!`)).status, 303);
});

test('absolute addresses are the public ones', async (t) => {
  const { app, accounts }: { app: App; accounts: Accounts } = await guarded(t);
  const token = await accounts.makeToken('vera', 'read', 'проба');
  const headers = { authorization: `Bearer ${token}` };
  assert.match(
    await (await app.request('/export/brief.md', { headers })).text(),
    /https:\/\/desk\.example\/documents\//u,
  );
  assert.match(
    await (await app.request('/calendar', { headers })).text(),
    /https:\/\/desk\.example\/export\/due\.ics/u,
  );
});
