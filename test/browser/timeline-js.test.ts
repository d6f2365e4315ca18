import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import { chromium } from 'playwright-core';

import { renderExport } from '../../src/export/export-files.ts';
import { inventedRecord } from '../invented-record.data.ts';
import { needs, programPath } from '../needs.ts';

const executablePath = programPath('/usr/bin/chromium', '/usr/bin/google-chrome') ?? '';
const require = createRequire(import.meta.url);

test(
  'TimelineJS itself draws the export: a slide for every dated happening, in its order',
  needs('chromium'),
  async (t) => {
    const json = renderExport('timelinejs', inventedRecord, {
      title: 'Велория & <Сомерия>',
      now: '2026-02-01T00:00:00Z',
      base: 'https://desk.example/',
    });
    assert.ok(typeof json === 'string');
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    t.after(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
    await page.setContent('<!doctype html><div id="timeline" style="height:600px"></div>');
    await page.addScriptTag({ path: require.resolve('@knight-lab/timelinejs/dist/js/timeline.js') });
    await page.evaluate(`window.timeline = new TL.Timeline('timeline', ${json})`);
    await page.locator('.tl-slide').nth(1).waitFor({ state: 'attached' });
    const slides: readonly { readonly unique_id: string }[] = JSON.parse(json).events;
    assert.ok(slides.length > 5);
    assert.equal(await page.locator('.tl-slide').count(), slides.length + 1, 'the title has a slide of its own');
    assert.match(await page.locator('.tl-slide').first().innerText(), /Велория & <Сомерия>/u);
    assert.equal(await page.locator('.tl-message-error, .tl-error').count(), 0);
  },
);
