import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseHTML } from 'linkedom';

import { dossierOfRecord } from '../../test/dossier-of-record.ts';
import { inventedRecord } from '../../test/invented-record.data.ts';
import { inventedApplication, inventedDay } from '../../test/site.ts';
import { createApplication } from './application.ts';
import { serve } from './serve.ts';

const app = inventedApplication();

/** Every address of the invented dossier that its pages link to, from the front page on. */
async function crawl(start: string): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  const waiting = [start];
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (pages.has(address)) continue;
    const response = await app.request(address);
    const type = response.headers.get('content-type') ?? '';
    assert.ok([200, 302].includes(response.status), `${address} answers ${response.status}`);
    const body = await response.text();
    pages.set(address, body);
    if (type.startsWith('text/html')) waiting.push(...linksOf(body).filter((link) => !pages.has(link)));
  }
  return pages;
}

function linksOf(markup: string): readonly string[] {
  return [...markup.matchAll(/ (?:href|src)="(\/[^"#]*)/gu)].map((m) => (m[1] ?? '').replaceAll('&amp;', '&'));
}

const lists = [
  '/',
  '/timeline',
  '/agreements',
  '/commitments',
  '/statements',
  '/people',
  '/figures',
  '/conflicts',
  '/graph',
  '/sources',
];

test('every page that a page links to answers, in both languages', async () => {
  const pages = await crawl('/?lang=ru');
  for (const list of lists) assert.ok(pages.has(`${list}?lang=en`), `${list} is reached in English`);
  for (const line of ['documents', 'entities', 'claims', 'events', 'agreements', 'commitments']) {
    assert.ok(
      [...pages.keys()].some((address) => address.startsWith(`/${line}/`)),
      `a page of ${line} is reached`,
    );
  }
});

test('a page is one document with a language, a title, one first heading, a main part, and unique ids', async () => {
  for (const [address, markup] of await crawl('/?lang=en')) {
    if (!markup.startsWith('<!doctype html>')) continue;
    const { document } = parseHTML(markup);
    assert.equal(document.documentElement.getAttribute('lang'), address.includes('lang=ru') ? 'ru' : 'en', address);
    assert.ok(document.title.length > 3, address);
    assert.equal(document.querySelectorAll('h1').length, 1, `first headings of ${address}`);
    assert.equal(document.querySelectorAll('main').length, 1, address);
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
      `ids that stand twice in ${address}`,
    );
    for (const link of document.querySelectorAll('a[href^="#"]')) {
      assert.ok(
        ids.includes(link.getAttribute('href')?.slice(1) ?? ''),
        `${address}: ${link.outerHTML} leads somewhere`,
      );
    }
  }
});

test('nothing inline runs or styles, and the policy forbids it', async () => {
  for (const [address, markup] of await crawl('/?lang=ru')) {
    if (!markup.startsWith('<!doctype html>')) continue;
    assert.doesNotMatch(markup, /<script(?![^>]* src=)|<style|\sstyle=|\son\w+=|javascript:/iu, address);
  }
  const policy = (await app.request('/')).headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'/u);
  assert.doesNotMatch(policy, /unsafe/u);
});

test('the commitments page shows a plan beside its outcome, both with their sentences', async () => {
  const { document } = parseHTML(await textOf('/commitments'));
  const kept = document.querySelector('.commitment.outcome-kept');
  const sides = [...(kept?.querySelectorAll('.side') ?? [])].map(
    (side) => side.textContent?.replaceAll(/\s+/gu, ' ') ?? '',
  );
  assert.match(sides[0] ?? '', /декабрь 2024.*«Мы рассчитываем, что договор может быть подписан в декабре»/u);
  assert.match(sides[1] ?? '', /выполнено.*6 декабря 2024.*Главы Велории и Сомерии подписали договор/u);
  assert.equal(document.querySelectorAll('.commitment.outcome-unreported').length, 2);
});

test('a commitment that was put off shows every day that was set', async () => {
  const [first, ...others] = inventedRecord.commitments;
  assert.ok(first);
  const { claim } = first;
  const days = ['2025-06-30', '2025-09-30'].map((to) => ({ due: { from: null, to }, claim }));
  const moved = { ...first, due: days[1]?.due ?? null, dues: days };
  const dossier = dossierOfRecord({ ...inventedRecord, commitments: [moved, ...others] });
  const shown = createApplication(dossier, { today: () => inventedDay });
  const page = await (await shown.request(`/commitments/${first.id}?lang=en`)).text();
  assert.match(page, /until 30 June 2025<\/span> → <span class="time">until 30 September 2025/u);
});

test('evidence is one click away and leads back', async () => {
  const claim = inventedRecord.claims.find(({ evidence }) => evidence.text === 'договор может быть подписан в декабре');
  assert.ok(claim);
  const page = parseHTML(await textOf('/commitments')).document;
  const href = `/documents/${claim.document}?claim=${claim.id}#e-${claim.id}`;
  assert.ok(page.querySelector(`a[href="${href}"]`), 'the commitment leads to its words');
  const article = parseHTML(await textOf(href.replace(/#.*/u, ''))).document;
  const marks = [...article.querySelectorAll('mark.focus')].map((mark) => mark.textContent);
  assert.deepEqual(marks, ['договор может быть подписан в декабре']);
  const note = article.querySelector(`#k-${claim.id}`);
  assert.equal(note?.querySelector('.number')?.getAttribute('href'), `#e-${claim.id}`);
  assert.ok(article.querySelector(`mark a[href="#k-${claim.id}"]`), 'the words lead to the note');
});

test('every piece of evidence of a document is marked, and its text is whole', async () => {
  for (const document of inventedRecord.documents) {
    const page = parseHTML(await textOf(`/documents/${document.id}`)).document;
    for (const sup of page.querySelectorAll('.document sup, .document .notes')) sup.remove();
    const text = [page.querySelector('.document h1'), ...page.querySelectorAll('.paragraph > p')]
      .map((element) => element?.textContent?.trim())
      .join('\n');
    assert.equal(text, document.text);
    for (const claim of inventedRecord.claims.filter((one) => one.document === document.id)) {
      assert.ok(page.querySelector(`#e-${claim.id}`), claim.evidence.text);
    }
  }
});

const refusals: readonly (readonly [address: string, status: number, said: RegExp])[] = [
  ['/nowhere', 404, /Такой страницы нет/u],
  ['/documents/0000', 404, /нет строки с таким адресом/u],
  ['/timeline?from=yesterday', 400, /from: a day is written YYYY-MM-DD/u],
  ['/timeline?type=war', 400, /type: /u],
  ['/commitments?outcome=maybe', 400, /outcome: /u],
  ['/timeline?offset=-1', 400, /offset: /u],
  ['/assets/../package.json', 404, /Такой страницы нет/u],
  ['/assets/constructor', 404, /Такой страницы нет/u],
];

test('what cannot be answered is refused in plain words', async () => {
  for (const [address, status, said] of refusals) {
    const response = await app.request(address);
    assert.equal(response.status, status, address);
    assert.match(await response.text(), said, address);
  }
});

test('the language is the address’s, else the browser’s, else Russian', async () => {
  const langOf = async (address: string, accept?: string) => {
    const response = await app.request(address, accept ? { headers: { 'accept-language': accept } } : {});
    return /<html lang="(\w\w)"/u.exec(await response.text())?.[1];
  };
  assert.equal(await langOf('/'), 'ru');
  assert.equal(await langOf('/', 'en-US,en;q=0.9'), 'en');
  assert.equal(await langOf('/', 'de,ru;q=0.8,en;q=0.5'), 'ru');
  assert.equal(await langOf('/?lang=ru', 'en-US'), 'ru');
});

test('the English side writes names in Latin letters, by the table that was asked for', async () => {
  assert.match(await textOf('/people?lang=en'), /Mira Yeletskaya/u);
  assert.match(await textOf('/people?lang=en&letters=gost-2006'), /Mira Eletskaia/u);
  assert.match(await textOf('/people?lang=ru'), /Мира Елецкая/u);
});

test('an unchanged page is not sent twice', async () => {
  for (const address of ['/timeline', '/api/v1/events', '/assets/styles.css']) {
    const tag = (await app.request(address)).headers.get('etag') ?? '';
    assert.match(tag, /^(?:W\/)?"/u, address);
    assert.equal((await app.request(address, { headers: { 'if-none-match': tag } })).status, 304, address);
  }
});

test('a page is drawn once, and again when the record or the reader’s language is another', async () => {
  let drawn = 0;
  let version = 'one';
  const dossier = dossierOfRecord(inventedRecord);
  const counting = {
    ...dossier,
    version: () => Promise.resolve(version),
    people: (selection: Parameters<typeof dossier.people>[0]) => {
      drawn += 1;
      return dossier.people(selection);
    },
  };
  const counted = createApplication(counting, { today: () => inventedDay });
  const ask = async (language: string) =>
    (await counted.request('/people', { headers: { 'accept-language': language } })).text();
  const first = await ask('ru');
  assert.equal(await ask('ru'), first);
  assert.equal(drawn, 1);
  assert.notEqual(await ask('en'), first);
  version = 'two';
  await ask('ru');
  assert.equal(drawn, 3);
});

test('a request under a foreign name is turned away', async () => {
  const own = createApplication(dossierOfRecord(inventedRecord), {
    today: () => inventedDay,
    hosts: new Set(['localhost']),
  });
  const statusOf = async (host: string) => (await own.request('/', { headers: { host } })).status;
  assert.equal(await statusOf('localhost:8080'), 200);
  assert.equal(await statusOf('evil.example'), 421);
});

test('pages are not served beyond the own machine', async () => {
  await assert.rejects(
    serve(dossierOfRecord(inventedRecord), { today: () => inventedDay, host: '0.0.0.0', port: 0 }),
    /no account yet: servanda account add/u,
  );
});

test('a fault is told to the log and in plain words to the reader', async () => {
  const faults: unknown[] = [];
  const broken = { ...dossierOfRecord(inventedRecord), people: () => Promise.reject(new Error('disk is gone')) };
  const response = await createApplication(broken, {
    today: () => inventedDay,
    onError: (error) => faults.push(error),
  }).request('/people');
  assert.equal(response.status, 500);
  const body = await response.text();
  assert.match(body, /Страница не построена/u);
  assert.doesNotMatch(body, /disk is gone/u);
  assert.equal(faults.length, 1);
});

async function textOf(address: string): Promise<string> {
  return (await app.request(address)).text();
}
