import type { Page, Person } from '../../model/answer.ts';
import type { PositionClaim } from '../../model/claim.ts';
import { formatCount, formatRange } from '../format.ts';
import { linkedRole } from '../headline.ts';
import { html, joined, type Html } from '../html.ts';
import { hrefTo, listHref } from '../links.ts';
import { layout } from '../layout.ts';
import { nameOf } from '../names.ts';
import { nothing, pager } from '../parts.ts';
import { sourceLink } from '../passage.ts';
import type { View } from '../view.ts';
import { words } from '../words.data.ts';

/** Holders of posts and makers of statements, with the posts that documents give them. */
export function renderPeople(view: View, page: Page<Person>): Html {
  const t = words[view.language];
  return layout(view, {
    title: t.people,
    lead: formatCount(page.total, t.count.people, view.language),
    main: html`${peopleChoice(view)}${page.lines.length === 0 ? nothing(view) : html`<div class="people">${page.lines.map((person) => personCard(view, person))}</div>`}${pager(view, page)}`,
  });
}

/** People by name, or posts with who held them. */
export function peopleChoice(view: View): Html {
  const t = words[view.language];
  const item = (path: string, name: string): Html =>
    html`<li>
      <a href="${listHref(view, path)}" ${view.path === path && html` aria-current="true"`}>${name}</a>
    </li>`;
  return html`<nav class="choices" aria-label="${t.order}">
    <ul>
      ${item('/people', t.byName)} ${item('/posts', t.byPost)}
    </ul>
  </nav>`;
}

/** Posts over time; equal posts told by several documents stand once, each with its sources. */
export function postList(view: View, positions: readonly PositionClaim[]): Html {
  const groups = Map.groupBy(positions, (claim) => `${claim.tense} ${wordsOf(claim)}`.toLowerCase());
  return html`<ul class="posts">
    ${[...groups.values()].map((same) => postItem(view, same))}
  </ul>`;
}

function personCard(view: View, { entity, positions, statements }: Person): Html {
  const t = words[view.language];
  return html`<article class="person">
    <h2><a href="${hrefTo(view, `/entities/${entity.id}`)}">${nameOf(view, entity)}</a></h2>
    ${positions.length > 0 && postList(view, positions)}
    ${statements > 0 && html`<p class="meta"><a href="${hrefTo(view, '/statements', { about: entity.id })}">${formatCount(statements, t.count.statements, view.language)}</a></p>`}
  </article>`;
}

function postItem(view: View, same: readonly PositionClaim[]): Html | null {
  const t = words[view.language];
  const first = same[0];
  if (first === undefined) return null;
  const parts = first.roles.filter((role) => role.role === 'post' || role.role === 'organisation');
  return html`<li class="${first.tense}">
    ${first.tense !== 'current' && html`<span class="kicker">${t.tense[first.tense]}</span> `}${joined(
      parts.map((role) => linkedRole(view, role)),
      ', ',
    )}
    ${first.time && html` <span class="time">${formatRange(first.time, view.language)}</span>`}
    <span class="meta">${same.slice(0, 3).map((claim) => html` ${sourceLink(view, claim)}`)}</span>
  </li>`;
}

function wordsOf(claim: PositionClaim): string {
  return claim.roles
    .filter((role) => role.role !== 'person')
    .map((role) => role.entity ?? role.name)
    .join(' ');
}
