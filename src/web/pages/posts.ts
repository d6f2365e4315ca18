import type { Page, Post, PostHolder } from '../../model/answer.ts';
import { type Day, daysBetween } from '../../model/time.ts';
import { formatCount, formatRange } from '../format.ts';
import { html, short, type Html } from '../html.ts';
import { hrefTo } from '../links.ts';
import { layout } from '../layout.ts';
import { nameOf } from '../names.ts';
import { nothing, pager } from '../parts.ts';
import { sourceLink } from '../passage.ts';
import { pick, type View } from '../view.ts';
import { words } from '../words.data.ts';
import { peopleChoice } from './people.ts';

/** Sources that stand beside a holder. */
const mostSources = 3;

/** Who held which post when, by what documents call people: each post with its holders as bars over one axis of time. */
export function renderPosts(view: View, page: Page<Post>): Html {
  const t = words[view.language];
  const axis = axisOf(page.lines);
  return layout(view, {
    title: t.posts,
    lead: formatCount(page.total, t.count.posts, view.language),
    main: html`${peopleChoice(view)}
    ${axis && html`<p class="meta">${t.postsLead} ${formatRange(axis, view.language)}.</p>`}
    ${page.lines.length === 0 && nothing(view)}
    ${page.lines.map((post) => postPart(view, post, axis))}${pager(view, page)}`,
  });
}

/** The days that the bars of a page are drawn within. */
interface Axis {
  readonly from: Day;
  readonly to: Day;
}

function axisOf(posts: readonly Post[]): Axis | null {
  const days = posts
    .flatMap(({ holders }) => holders.flatMap(({ from, to }) => [from ?? [], to ?? []].flat()))
    .toSorted();
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

function postPart(view: View, { id, post, organisation, holders }: Post, axis: Axis | null): Html {
  const body = organisation === null ? undefined : view.cited.entities.get(organisation);
  const link = body && html`<a href="${hrefTo(view, `/entities/${body.id}`)}">${nameOf(view, body)}</a>`;
  return html`<section class="post" aria-labelledby="post-${id}">
    <h2 id="post-${id}">
      <span lang="ru">${short(post, 160)}</span>${link && html` <span class="meta">${link}</span>`}
    </h2>
    <ol class="holders">
      ${holders.map((holder) => holderRow(view, holder, axis))}
    </ol>
  </section>`;
}

function holderRow(view: View, { person, from, to, isOver, claims }: PostHolder, axis: Axis | null): Html | null {
  const t = words[view.language];
  const entity = view.cited.entities.get(person);
  if (entity === undefined) return null;
  const dated = from !== null && to !== null;
  return html`<li class="${isOver && 'over'}">
    <p class="holder">
      <a href="${hrefTo(view, `/entities/${person}`)}">${nameOf(view, entity)}</a>
      <span class="meta"
        >${dated && formatRange({ from, to }, view.language)}${isOver && html` <span>${t.tense.former}</span>`}</span
      >
    </p>
    ${axis && dated && bar({ from, to }, axis)}
    <p class="meta">
      ${pick(claims, view.cited.claims)
        .slice(0, mostSources)
        .map((claim) => html` ${sourceLink(view, claim)}`)}
    </p>
  </li>`;
}

/** From the first day that the post is told of to the last; the words beside it say the same. */
function bar(held: Axis, axis: Axis): Html {
  const whole = Math.max(1, daysBetween(axis.from, axis.to));
  const start = (daysBetween(axis.from, held.from) / whole) * 100;
  const width = Math.max(0.8, (daysBetween(held.from, held.to) / whole) * 100);
  return html`<svg class="span-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    <rect class="whole" y="1.5" width="100" height="1"></rect>
    <rect x="${Math.min(start, 100 - width).toFixed(2)}" width="${width.toFixed(2)}" height="4"></rect>
  </svg>`;
}
