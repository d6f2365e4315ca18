import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { chromium } from 'playwright-core';

import { openAccounts } from '../../src/app/accounts.ts';
import { serve } from '../../src/http/serve.ts';
import { dossierOfRecord } from '../dossier-of-record.ts';
import { inventedRecord } from '../invented-record.data.ts';
import { needs, programPath } from '../needs.ts';
import { inventedDay } from '../site.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { axeFindings, fits } from './page-checks.ts';

const executablePath = programPath('/usr/bin/chromium', '/usr/bin/google-chrome') ?? '';
const password = 'длинный пароль 2026';

/** Narrow in the light in Russian, wide in the dark in English. */
const looks = [
  { lang: 'ru', width: 360, colorScheme: 'light', signIn: 'Войти', token: 'Сделать ключ', out: 'Выйти' },
  { lang: 'en', width: 1440, colorScheme: 'dark', signIn: 'Sign in', token: 'Make a token', out: 'Sign out' },
] as const;

for (const { lang, width, colorScheme, ...names } of looks) {
  test(
    `in ${lang} at ${width} px: the way in, one's account, a token, the log, the way out; axe finds nothing`,
    needs('chromium'),
    async (t) => {
      const accounts = await openAccounts({
        database: join(temporaryFolder(t), 'dossier.db'),
        now: () => `${inventedDay}T10:00:00Z`,
        cost: 8,
      });
      await accounts.create('анна', password, 'admin');
      await accounts.create('очень-длинное-имя-редактора-отдела-международной-жизни', password, 'editor');
      const site = await serve(dossierOfRecord(inventedRecord), { today: () => inventedDay, port: 0, accounts });
      const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
      t.after(async () => {
        await browser.close();
        await site.close();
        await accounts.close();
      });
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      const page = await context.newPage();
      const look = async (what: string): Promise<void> => {
        assert.deepEqual(await axeFindings(page), [], `${what}: accessibility`);
        assert.ok(await fits(page), `${what} is no wider than its window`);
      };
      await page.goto(new URL(`/account?lang=${lang}`, site.address).href);
      await look('the way in');
      const enter = async (given: string): Promise<void> => {
        await page.locator('.account-form [name=name]').fill('анна');
        await page.locator('.account-form [name=password]').fill(given);
        await page.locator('.account-form').getByRole('button', { name: names.signIn }).click();
      };
      await enter('не тот пароль');
      await page.getByRole('alert').waitFor();
      await look('a refusal');
      await enter(password);
      await page.waitForURL('**/account*');
      await look('the account');
      await page.locator('[name=label]').fill('календарь отдела');
      await page.getByRole('button', { name: names.token }).click();
      await page.locator('output.address').waitFor();
      await look('a new token');
      await page.goto(new URL(`/audit?lang=${lang}`, site.address).href);
      assert.match(await page.locator('main').innerText(), /анна\s+sign-in refused/u);
      await look('the log');
      await page.goto(new URL(`/account?lang=${lang}`, site.address).href);
      await page.getByRole('button', { name: names.out }).click();
      await page.waitForURL('**/sign-in*');
    },
  );
}
