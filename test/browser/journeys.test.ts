import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';

import { chromium, type Page } from 'playwright-core';

import { serve } from '../../src/http/serve.ts';
import { needs, programPath } from '../needs.ts';
import { inventedDay, workplace } from '../site.ts';

const executablePath = programPath('/usr/bin/chromium', '/usr/bin/google-chrome') ?? '';
const need = needs('chromium');

const article = `Велория и Сомерия подписали договор о мостах

Ольмар. 6 декабря 2024 года. ВЕСТИ - Велория и Сомерия подписали договор о мостах. Министр иностранных дел Велории Мира Елецкая заявила, что договор вступит в силу в марте 2025 года.
`;

/** A browser at the front page of a new, empty dossier; every complaint of its console fails the test. */
async function visit(t: TestContext, { scripts = true } = {}): Promise<Page> {
  const { dossier, desk } = await workplace(t);
  const site = await serve(dossier, { today: () => inventedDay, port: 0, desk, owner: 'Анна' });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  t.after(async () => {
    await browser.close();
    await site.close();
  });
  const context = await browser.newContext({ locale: 'ru-RU', javaScriptEnabled: scripts });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') assert.fail(message.text());
  });
  page.on('pageerror', (error) => assert.fail(error.message));
  await page.goto(new URL('/?lang=ru', site.address).href);
  return page;
}

/** Pastes the article and waits until it is in the record. */
async function paste(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Внести' }).click();
  await page.getByLabel('Текст', { exact: true }).fill(article);
  await page.getByRole('button', { name: 'Прочитать текст' }).click();
  await page.getByText('готово').waitFor();
}

/** From wherever the page is to the claim of the one plan on the board. */
async function openPlan(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Обязательства' }).first().click();
  await page
    .locator('.commitment .side')
    .first()
    .getByRole('link', { name: /Подробно/u })
    .click();
}

for (const scripts of [true, false]) {
  const way = scripts ? '' : ', with scripts off';

  test(`paste an article and find its commitment${way}`, need, async (t) => {
    const page = await visit(t, { scripts });
    await paste(page);
    await page.getByRole('link', { name: 'Обязательства' }).first().click();
    const plan = page.locator('.commitment', { hasText: 'вступит в силу в марте 2025' });
    await plan.getByRole('link', { name: /декабря 2024/u }).click();
    assert.match(await page.locator('mark.focus').first().innerText(), /вступит в силу в марте 2025 года/u);
  });

  test(`from an overdue commitment to the sentence${way}`, need, async (t) => {
    const page = await visit(t, { scripts });
    await paste(page);
    await page.getByRole('link', { name: 'Обязательства' }).first().click();
    const overdue = page.locator('.commitment.outcome-unreported', { hasText: 'марте 2025' });
    await overdue.getByRole('link', { name: /декабря 2024/u }).click();
    assert.ok(await page.locator('mark.focus').first().isVisible());
  });

  test(`reject a claim and see the record change, undo it and see it come back${way}`, need, async (t) => {
    const page = await visit(t, { scripts });
    await paste(page);
    await openPlan(page);
    await page.getByLabel('Почему').first().fill('слова министра переданы неточно');
    await page.getByRole('button', { name: 'Отклонить' }).click();
    await page.getByText('Это утверждение отклонено').waitFor();
    await page.getByRole('link', { name: 'Обязательства' }).first().click();
    assert.equal(await page.locator('.commitment').count(), 0);
    await page.getByRole('link', { name: 'Решения' }).click();
    assert.match(await page.locator('.ruling-list').innerText(), /слова министра переданы неточно\s+Анна/u);
    await page.locator('summary', { hasText: 'Отменить решение' }).click();
    await page.getByLabel('Почему').fill('сверено с подлинником');
    await page.getByRole('button', { name: 'Отменить решение' }).click();
    await page.getByRole('link', { name: 'Обязательства' }).first().click();
    assert.equal(await page.locator('.commitment').count(), 1);
  });

  test(`from a commitment to how its sentence was read${way}`, need, async (t) => {
    const page = await visit(t, { scripts });
    await paste(page);
    await openPlan(page);
    await page.getByRole('link', { name: 'Как это прочитано' }).click();
    assert.equal(await page.locator('svg.parse .word.trigger').innerHTML(), 'вступит');
    assert.match(await page.locator('svg.parse').innerHTML(), /подлежащее/u);
    assert.match(await page.locator('.facts').first().innerText(), /Правило\s+agreement\./u);
    await page.locator('summary', { hasText: 'Слова по порядку' }).click();
    const row = page.getByRole('row', { name: /^вступит / });
    assert.match(await row.innerText(), /вступить\s+VERB/u);
    await page.getByRole('link', { name: 'Утверждение' }).click();
    await page.waitForURL(/\/claims\/[^/]+$/u);
  });

  test(`rename somebody and see it stand among the rulings${way}`, need, async (t) => {
    const page = await visit(t, { scripts });
    await paste(page);
    await page.getByRole('link', { name: 'Люди' }).first().click();
    await page.locator('.person h2 a').first().click();
    await page.locator('summary', { hasText: 'Назвать иначе' }).click();
    const form = page.locator('form', { has: page.locator('[name=action][value=rename]') });
    await form.getByLabel('Имя').fill('Мира Елецкая-Ольмарская');
    await form.getByLabel('Почему').fill('так она подписывается');
    await form.getByRole('button', { name: 'Назвать иначе' }).click();
    await page.getByRole('heading', { level: 1, name: 'Мира Елецкая-Ольмарская' }).waitFor();
    await page.getByRole('link', { name: 'Решения' }).click();
    assert.match(
      await page.locator('.ruling-list').innerText(),
      /Мира Елецкая-Ольмарская[\s\S]*так она подписывается/u,
    );
  });

  test(`subscribe to due dates${way}`, need, async (t) => {
    const page = await visit(t, { scripts });
    await paste(page);
    await page.getByRole('link', { name: 'Сроки в календарь' }).click();
    const address = (await page.locator('output.address').innerText()).trim();
    const webcal = await page.getByRole('link', { name: 'Открыть в календаре' }).getAttribute('href');
    assert.equal(webcal, address.replace('http:', 'webcal:'));
    const answer = await page.request.get(address);
    assert.match(answer.headers()['content-type'] ?? '', /^text\/calendar/u);
    assert.match(await answer.text(), /DTSTART;VALUE=DATE:20250301/u);
  });
}

test('files are dropped on the form, and the page tells how far the reading has come', need, async (t) => {
  const page = await visit(t);
  await page.getByRole('link', { name: 'Внести' }).click();
  // A drop that comes before the script of the page is heard by nobody.
  await page.waitForURL(/\/read/u, { waitUntil: 'load' });
  const dropped = await page.evaluateHandle(
    `(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([${JSON.stringify(article)}], 'a.txt', { type: 'text/plain' }));
      return transfer;
    })()`,
  );
  await page.locator('form[data-drop]').dispatchEvent('drop', { dataTransfer: dropped });
  await page.getByText('готово').waitFor();
  assert.match(await page.locator('.taken').innerText(), /прочитано/iu);
});
