import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { chromium, type Browser, type Page } from 'playwright-core';

import { inventedRecord } from '../invented-record.data.ts';
import { needs, programPath } from '../needs.ts';
import { serveInvented } from '../site.ts';
import { axeFindings, fits } from './page-checks.ts';

const chromiumPath = programPath('/usr/bin/chromium', '/usr/bin/google-chrome') ?? '';
const need = needs('chromium');

let browser: Browser;
let site: Awaited<ReturnType<typeof serveInvented>>;

before(async () => {
  if (need.skip !== false) return;
  site = await serveInvented();
  browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
});

after(async () => {
  await browser?.close();
  await site?.close();
});

const { documents, entities, claims, events, agreements, commitments } = inventedRecord;
const paths = [
  '/',
  '/timeline',
  '/agreements',
  '/commitments',
  '/statements',
  '/people',
  '/posts',
  '/figures',
  '/series',
  '/conflicts',
  '/graph',
  '/sources',
  '/search?q=договор',
  '/read',
  '/rulings',
  '/calendar',
  '/news?since=2020-01-01',
  '/webhook',
  `/documents/${documents[0]?.id}`,
  `/entities/${entities[0]?.id}`,
  `/claims/${claims[0]?.id}`,
  `/events/${events[3]?.id}`,
  `/agreements/${agreements[0]?.id}`,
  `/commitments/${commitments[0]?.id}`,
];

/**
 * Window widths and colour schemes, so taken that each width meets each scheme over the two languages. `npm test` tries the
 * narrowest and the widest, `npm run soak -- browser` all of them.
 */
const looks = [
  { lang: 'ru', width: 360, scheme: 'light' },
  { lang: 'ru', width: 768, scheme: 'dark' },
  { lang: 'ru', width: 1440, scheme: 'light' },
  { lang: 'en', width: 360, scheme: 'dark' },
  { lang: 'en', width: 768, scheme: 'light' },
  { lang: 'en', width: 1440, scheme: 'dark' },
] as const;
const tried = process.env['SERVANDA_LOOKS'] === 'all' ? looks : [looks[0], looks[5]];

for (const { lang, width, scheme } of tried) {
  test(
    `every page in ${lang} at ${width} px, ${scheme}: axe finds nothing, the console is silent, nothing runs over`,
    need,
    async () => {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: scheme,
        bypassCSP: true,
      });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        // A browser without a graphics card says of itself that it is slow.
        if (message.text().includes('GL Driver Message')) return;
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      for (const path of paths) {
        await page.goto(addressOf(path, lang));
        assert.deepEqual(await axeFindings(page), [], `${path}: accessibility`);
        assert.ok(await fits(page), `${path} is no wider than its window`);
      }
      assert.deepEqual(complaints, []);
      await context.close();
    },
  );
}

test('the policy lets every page show and its scripts run, without a complaint', need, async () => {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (!message.text().includes('GL Driver Message')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  for (const path of paths) await page.goto(addressOf(path, 'ru'));
  assert.deepEqual(complaints, []);
  await page.close();
});

test('every page reads with scripts off', need, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const path of paths) {
    await page.goto(addressOf(path, 'ru'));
    const text = await page.locator('main').innerText();
    assert.ok(text.length > 40, `${path} says: ${text}`);
  }
  await context.close();
});

test('from an overdue commitment to the sentence, by keyboard alone', need, async () => {
  const page = await browser.newPage();
  await page.goto(addressOf('/', 'ru'));
  await page.getByRole('link', { name: 'Обязательства' }).first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/commitments*');
  const overdue = page.locator('.commitment.outcome-unreported', { hasText: 'три буксира' });
  await overdue.getByRole('link', { name: 'Голос Норвени' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/documents/**');
  const marked = page.locator('mark.focus');
  assert.equal(await marked.first().innerText(), 'Первые три буксира Велория передаст Сомерии в октябре 2025 года');
  assert.ok(await marked.first().isVisible());
  await page.close();
});

test('the timeline is drawn, goes from event to event by keys, zooms, and opens', need, async () => {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  await page.goto(addressOf('/timeline', 'ru'));
  const canvas = page.locator('.time-map canvas');
  await canvas.waitFor({ state: 'visible' });
  const whole = await pixelsOf(page);
  await page.getByRole('button', { name: 'Крупнее' }).click();
  await until(page, `document.querySelector('.time-map canvas').toDataURL() !== ${JSON.stringify(whole)}`);
  await canvas.focus();
  await page.keyboard.press('ArrowRight');
  const said = page.locator('.time-map output');
  assert.match(await said.innerText(), /11 июля 2024: /u);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  assert.match(await said.innerText(), /10–16 сентября 2024: Тихий перевал/u);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/events/*');
  assert.match(await page.locator('h1').innerText(), /Тихий перевал/u);
  await page.close();
});

test('the graph is drawn over its picture, whose parties lead to their pages', need, async () => {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  await page.goto(addressOf('/graph', 'ru'));
  await page.locator('figure.graph.drawn canvas').first().waitFor();
  const [first, ...more] = await page.locator('figure.graph g').all();
  assert.ok(first && more.length > 0, 'the picture has several parties');
  assert.match((await first.getAttribute('data-href')) ?? '', /^\/entities\//u);
  await page.close();
});

test('a day that the form writes or a reader types is taken, and links carry it on', need, async () => {
  const page = await browser.newPage();
  await page.goto(addressOf('/commitments', 'ru'));
  const day = page.getByLabel('По состоянию на');
  assert.equal(await day.inputValue(), '01.02.2026');
  await page.getByRole('button', { name: 'Показать' }).click();
  await page.waitForURL('**/commitments?*as-of=01.02.2026*');
  await day.fill('2025-06-30');
  await page.getByRole('button', { name: 'Показать' }).click();
  await page.waitForURL('**/commitments?*as-of=2025-06-30*');
  assert.equal(await day.inputValue(), '30.06.2025');
  await day.fill('30.05.2025');
  await day.press('Enter');
  await page.waitForURL('**/commitments?*as-of=30.05.2025*');
  const next = await page.getByRole('link', { name: 'Хроника' }).first().getAttribute('href');
  assert.match(next ?? '', /as-of=2025-05-30/u);
  await page.close();
});

test('statements are chosen by speaker, by topic and by order, without script too', need, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(addressOf('/statements', 'ru'));
  const speaker = page.getByRole('navigation', { name: 'Кто говорит' }).getByRole('link').first();
  assert.match((await speaker.getAttribute('href')) ?? '', /speaker=/u);
  await speaker.click();
  await page.waitForURL('**/statements?*speaker=*');
  await page.getByRole('link', { name: 'сначала новые' }).click();
  await page.waitForURL('**/statements?*order=newest*');
  assert.match(page.url(), /speaker=/u);
  await context.close();
});

test('the first key leads past the menu', need, async () => {
  const page = await browser.newPage();
  await page.goto(addressOf('/timeline', 'en'));
  await page.keyboard.press('Tab');
  assert.equal(await page.locator(':focus').innerText(), 'Skip to content');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate('document.activeElement.id'), 'main');
  await page.close();
});

/** Waits for an expression to hold, asked from outside: the policy forbids the page to evaluate one by itself. */
async function until(page: Page, expression: string): Promise<void> {
  const deadline = performance.now() + 180_000;
  while (!(await page.evaluate<boolean>(expression))) {
    assert.ok(performance.now() < deadline, `did not come to hold: ${expression.slice(0, 120)}`);
    await page.waitForTimeout(50);
  }
}

async function pixelsOf(page: Page): Promise<string> {
  await until(page, `document.querySelector('.time-map canvas').width > 300`);
  return page.evaluate(`document.querySelector('.time-map canvas').toDataURL()`);
}

function addressOf(path: string, lang: string): string {
  const address = new URL(path, site.address);
  address.searchParams.set('lang', lang);
  return address.href;
}
