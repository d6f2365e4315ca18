import { deskWords } from '../desk-words.data.ts';
import { html, type Html } from '../html.ts';
import { listHref } from '../links.ts';
import { layout } from '../layout.ts';
import type { View } from '../view.ts';
import { words } from '../words.data.ts';

/** A page that says plainly why there is no other. */
export function renderMessage(
  view: View,
  kind:
    | 'no-such-page'
    | 'no-such-line'
    | 'bad-request'
    | 'server-fault'
    | 'not-allowed'
    | 'sign-in-first'
    | 'too-often',
  more = '',
): Html {
  const t = words[view.language];
  const said = {
    'no-such-page': [t.noSuchPage, ''],
    'no-such-line': [t.noSuchPage, t.noSuchLine],
    'bad-request': [t.badRequest, more],
    'server-fault': [t.serverFault, t.serverFaultMore],
    'not-allowed': [deskWords[view.language].notAllowed, deskWords[view.language].notAllowedMore],
    'too-often': [deskWords[view.language].signInOften, ''],
    'sign-in-first': [deskWords[view.language].needSignIn, more],
  }[kind];
  return layout(view, {
    title: said[0] ?? '',
    main: html`<p>${said[1]}</p>
      <p><a href="${listHref(view, '/')}">${t.home}</a></p>`,
  });
}
