import { may } from '../../model/account.ts';
import { statuses } from '../../model/claim.ts';
import type { News, NewsItem } from '../../model/news.ts';
import { deskWords } from '../desk-words.data.ts';
import { dayField } from '../fields.ts';
import { formatCount, formatDay } from '../format.ts';
import { headlineText } from '../headline.ts';
import { html, short, type Html } from '../html.ts';
import { hrefTo } from '../links.ts';
import { carried, layout } from '../layout.ts';
import { passages } from '../passage.ts';
import { tellingFirst, type View } from '../view.ts';
import { words } from '../words.data.ts';

/** In the order in which an editor wants to hear of them. */
const kinds: readonly NewsItem['kind'][] = ['outcome', 'stage', 'conflict', 'due', 'event', 'commitment'];

/** Items of a kind that are drawn; the feed and the command line have all. */
const mostItems = 60;

/** What the record tells that it could not tell before a day: outcomes, stages, conflicts, due days, happenings, plans. */
export function renderNews(view: View, news: News): Html {
  const t = words[view.language];
  const since = news.since.slice(0, 10);
  const groups = kinds.flatMap((kind) => {
    const items = news.items.filter((item) => item.kind === kind);
    return items.length > 0 ? [{ kind, items }] : [];
  });
  return layout(view, {
    title: t.news,
    lead: `${t.newsSince} ${formatDay(since, view.language)}: ${formatCount(news.items.length, t.count.news, view.language)}`,
    main: html`<form class="filters" action="/news">
        ${carried(view, ['lang', 'letters', 'as-of'])}
        <label>${t.newsSince} ${dayField(view, { name: 'since', value: since })}</label>
        <label>${t.partyOrSubject} <input name="about" value="${view.aboutName ?? ''}" maxlength="200" /></label>
        <button>${t.apply}</button>
        <a class="feed" href="${feedOf(view)}">${t.newsFeed}</a>
        ${
          view.desk &&
          may(view.who, 'admin') &&
          html`<a class="feed" href="${hrefTo(view, '/webhook')}">${deskWords[view.language].webhook}</a>`
        }
      </form>
      ${groups.length === 0 && html`<p class="nothing">${t.noNews}</p>`}
      ${
        groups.length > 1 &&
        html`<nav class="jumps" aria-label="${t.news}">
          <ul>
            ${groups.map(({ kind, items }) => html`<li><a href="#${kind}">${t.newsKind[kind]}</a> ${items.length}</li>`)}
          </ul>
        </nav>`
      }
      ${groups.map(
        ({ kind, items }) =>
          html`<section class="period" aria-labelledby="${kind}">
            <h2 id="${kind}">${t.newsKind[kind]} <span class="tally">${items.length}</span></h2>
            <div>
              ${items
                .toSorted(latestFirst)
                .slice(0, mostItems)
                .map((item) => entry(view, item))}
            </div>
          </section>`,
      )}`,
  });
}

/** The feed knows no language and no day: what is new is told as it comes. */
function feedOf({ about }: View): string {
  return about === null ? '/news.atom' : `/news.atom?${new URLSearchParams({ about })}`;
}

/** By when the record learnt of it, then by its own day. */
function latestFirst(a: NewsItem, b: NewsItem): number {
  const [one, other] = [`${a.at} ${a.day ?? ''}`, `${b.at} ${b.day ?? ''}`];
  return one < other ? 1 : one > other ? -1 : 0;
}

/** One news: the day, what is new, and the words that tell it. */
function entry(view: View, item: NewsItem): Html {
  const t = words[view.language];
  return html`<article class="entry">
    <p class="entry-kind">
      ${item.day === null ? html`<span class="time">${t.unknownTime}</span>` : html`<time class="time" datetime="${item.day}">${formatDay(item.day, view.language)}</time>`}
      <span class="kicker">${whatIsNew(view, item)}</span>
    </p>
    <h3>${title(view, item)}</h3>
    ${passages(view, tellingClaims(view, item), { whole: `/${folders[item.line.kind]}/${item.line.id}` })}
  </article>`;
}

const folders = { event: 'events', agreement: 'agreements', commitment: 'commitments' } as const;

function title(view: View, item: NewsItem): Html {
  const { line } = item;
  const href = hrefTo(view, `/${folders[line.kind]}/${line.id}`);
  const claim = view.cited.claims.get(tellingClaims(view, item)[0] ?? '');
  if (claim === undefined) return html`<a href="${href}">${line.id}</a>`;
  return html`<a href="${href}">${headlineText(view, claim)}</a>`;
}

/** Of a stage or event those of its own status first: that a treaty was signed, before that it may be. */
function tellingClaims(view: View, { kind, what, claims }: NewsItem): readonly string[] {
  const status = statuses.find((one) => what.endsWith(` ${one}`));
  return (kind === 'stage' || kind === 'event') && status ? tellingFirst(view, { status, claims }) : claims;
}

/** «открыто → выполнено», «подписание: состоялось»: the words of the format in the reader's. */
function whatIsNew(view: View, { kind, what }: NewsItem): string {
  const t = words[view.language];
  const [first = '', second = ''] = what.split(kind === 'outcome' ? ' → ' : ' ');
  const name = (names: Readonly<Record<string, string>>, key: string): string => names[key] ?? short(key, 60);
  switch (kind) {
    case 'outcome':
      return `${name(t.outcomeName, first)} → ${name(t.outcomeName, second)}`;
    case 'stage':
      return `${name(t.stage, first)}: ${name(t.statusName, second)}`;
    case 'event':
      return `${name(t.claimType, first)}: ${name(t.statusName, second)}`;
    case 'conflict':
      return `${t.conflictOn}${name(t.field, what)}`;
    case 'due':
      return name(t.outcomeName, what);
    case 'commitment':
      return name(t.force, what);
  }
}
