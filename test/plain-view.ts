import { nothingCited } from '../src/model/answer.ts';
import type { View } from '../src/web/view.ts';

/** What a page is drawn for where nobody has asked for anything: Russian, today, the whole record, nothing cited. */
export const plainView: View = {
  language: 'ru',
  letters: null,
  asOf: '2026-01-01',
  about: null,
  aboutName: null,
  path: '/',
  query: new URLSearchParams(),
  who: null,
  accounts: false,
  desk: false,
  cited: nothingCited,
};
