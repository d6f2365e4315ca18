import { deskWords } from './desk-words.data.ts';
import { dayField } from './fields.ts';
import { html, short, type Html } from './html.ts';
import { hrefTo, listHref, sameHref } from './links.ts';
import { formatDay } from './format.ts';
import { may } from '../model/account.ts';
import type { View } from './view.ts';
import { words } from './words.data.ts';

/** What a page puts into the frame. */
export interface PageParts {
  /** For the window and the heading. */
  readonly title: string;
  /** Stands over the title: the kind of page. */
  readonly kicker?: string | null;
  /** One line under the title. */
  readonly lead?: Html | string | null;
  readonly main: Html;
  /** Pages that draw a heading of their own say so. */
  readonly ownHeading?: boolean;
  /** Addresses of browser scripts that this page is better with. */
  readonly scripts?: readonly string[];
}

/** Lists that have an address of their own, in the order of the menu. */
const sections = [
  'timeline',
  'agreements',
  'commitments',
  'statements',
  'people',
  'figures',
  'conflicts',
  'graph',
  'sources',
] as const;

/** The frame of every page: skip link, name, menu, search, day, main part, foot. */
export function layout(view: View, parts: PageParts): Html {
  const t = words[view.language];
  return html`<!doctype html>
    <html lang="${view.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${short(parts.title, 120)} — ${t.name}</title>
        <link rel="preload" href="/assets/literata-cyrillic.woff2" as="font" type="font/woff2" crossorigin />
        <link rel="stylesheet" href="/assets/styles.css" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        ${(parts.scripts ?? []).map((address) => html`<script type="module" src="${address}"></script>`)}
      </head>
      <body>
        <a class="skip" href="#main">${t.skip}</a>
        ${masthead(view)}
        <main id="main" tabindex="-1">${!parts.ownHeading && heading(parts)} ${parts.main}</main>
        <footer class="foot">
          <p>${t.footer}</p>
          <nav aria-label="${t.openData}">
            <ul>
              ${dataLinks(view).map(([href, name]) => html`<li><a href="${href}">${name}</a></li>`)}
            </ul>
          </nav>
        </footer>
      </body>
    </html>`;
}

/** The record as files; the list on the page as a table, where there is one. */
function dataLinks(view: View): readonly (readonly [href: string, name: string])[] {
  const t = words[view.language];
  const list = view.path.slice(1);
  const table = tables.has(list) ? list : 'timeline';
  return [
    [hrefTo(view, '/export/brief.md'), t.brief],
    [listHref(view, '/news'), t.news],
    [listHref(view, '/calendar'), t.subscribe],
    [listHref(view, '/rulings'), deskWords[view.language].rulings],
    [hrefTo(view, `/export/${table}.csv`), 'CSV'],
    [hrefTo(view, '/export/record.jsonl'), 'JSONL'],
    ['/api/v1/openapi.json', 'API'],
  ];
}

const tables = new Set(['timeline', 'agreements', 'commitments', 'statements', 'figures', 'conflicts']);

function heading(parts: PageParts): Html {
  return html`<header class="page-head">
    ${parts.kicker && html`<p class="kicker">${parts.kicker}</p>`}
    <h1>${parts.title}</h1>
    ${parts.lead && html`<p class="lead">${parts.lead}</p>`}
  </header>`;
}

function masthead(view: View): Html {
  const t = words[view.language];
  const other = view.language === 'ru' ? 'en' : 'ru';
  return html`<header class="masthead">
    <div class="masthead-top">
      <a class="name" href="${listHref(view, '/')}" ${view.path === '/' && html` aria-current="page"`}>${t.name}</a>
      <form class="search" role="search" action="/search">
        ${carried(view, ['lang', 'letters', 'as-of'])}
        <label class="unseen" for="q">${t.searchLabel}</label>
        <input
          id="q"
          type="search"
          name="q"
          value="${view.path === '/search' ? (view.query.get('q') ?? '') : ''}"
          placeholder="${t.searchLabel}"
          maxlength="400"
        />
        <button>${t.searchButton}</button>
      </form>
      <p class="masthead-links">
        ${may(view.who, 'editor') && html`<a href="${hrefTo(view, '/read')}">${deskWords[view.language].readIn}</a>`}
        ${accountLink(view)}
        <a href="${sameHref(view, { lang: other })}" lang="${other}" hreflang="${other}">${t.otherLanguage}</a>
      </p>
    </div>
    <div class="masthead-rule">
      <nav class="sections" aria-label="${t.menu}">
        <ul>
          ${sections.map((name) => html`<li><a href="${listHref(view, `/${name}`)}" ${view.path === `/${name}` && html` aria-current="page"`}>${t[name]}</a></li>`)}
        </ul>
      </nav>
    </div>
    <div class="masthead-day">
      <form class="as-of" action="${view.path}">
        ${carried(
          view,
          [...view.query.keys()].filter((key) => key !== 'as-of'),
        )}
        <label for="as-of">${t.asOf}</label>
        ${dayField(view, { name: 'as-of', value: view.asOf, id: 'as-of', required: true })}
        <button>${t.asOfButton}</button>
        <span class="print-only">${formatDay(view.asOf, view.language)}</span>
      </form>
      ${view.about && html`<p class="about">${t.about}: <strong>${short(view.aboutName ?? view.about, 80)}</strong> <a href="${sameHref(view, { about: null })}">${t.aboutAll}</a></p>`}
    </div>
  </header>`;
}

/** Where accounts are kept, the way in or to one's own; the owner of the machine needs neither. */
function accountLink(view: View): Html | null {
  const t = deskWords[view.language];
  if (!view.accounts) return null;
  return view.who === null
    ? html`<a href="${hrefTo(view, '/sign-in')}">${t.signIn}</a>`
    : html`<a href="${hrefTo(view, '/account')}">${short(view.who.name, 40)}</a>`;
}

/** Hidden fields that carry these query parameters through a form. */
export function carried(view: View, keys: readonly string[]): Html {
  return html`${[...new Set(keys)].map((key) => {
    const value = view.query.get(key);
    return value !== null && html`<input type="hidden" name="${key}" value="${value}" />`;
  })}`;
}
