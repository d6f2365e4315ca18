import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOfWebhook } from './name-of-webhook.ts';

const cases: readonly (readonly [address: string, name: string])[] = [
  ['https://desk.example/news', 'https://desk.example/news'],
  ['https://reader:secret@desk.example:8443/news?token=secret#secret', 'https://desk.example:8443/news'],
  ['secret', 'the webhook'],
];

for (const [address, name] of cases) {
  test(`${address} is called ${name}`, () => assert.equal(nameOfWebhook(address), name));
}
