import type { Page, StatementFacets } from '../../model/answer.ts';
import type { StatementClaim } from '../../model/claim.ts';
import type { Entity } from '../../model/entity.ts';
import type { DayRange } from '../../model/time.ts';
import { countBars } from '../count-bars.ts';
import { formatCount } from '../format.ts';
import { headline } from '../headline.ts';
import { html, joined, short, type Html } from '../html.ts';
import { sameHref } from '../links.ts';
import { layout } from '../layout.ts';
import { nameOf } from '../names.ts';
import { nothing, pager, timeTag } from '../parts.ts';
import { languageOf, passage, source } from '../passage.ts';
import { byPeriod } from '../periods.ts';
import { timeStrip } from '../time-strip.ts';
import type { View } from '../view.ts';
import { words } from '../words.data.ts';

/** Statements with who else speaks, what about, and what each of them is about. */
export interface StatementsPage extends Page<StatementClaim> {
  readonly facets: StatementFacets;
  /** By the id of the statement. */
  readonly topics: ReadonlyMap<string, readonly Entity[]>;
}

/** Who said what, in which words, as reported by whom: by speaker, by topic, over time. */
export function renderStatements(view: View, page: StatementsPage): Html {
  const t = words[view.language];
  const { speaker, topic } = page.facets;
  const named = [speaker && nameOf(view, speaker), topic && `${t.topicsOf.toLowerCase()}: ${nameOf(view, topic)}`];
  const chosen = named.filter((part) => typeof part === 'string').join(', ');
  return layout(view, {
    ...(chosen && { kicker: t.statements }),
    title: chosen || t.statements,
    lead: formatCount(page.total, t.count.statements, view.language),
    main: html`${timeStrip(view, page.facets.months, {
        path: '/statements',
        query: { speaker: speaker?.id ?? null, topic: topic?.id ?? null },
        noun: t.count.statements,
      })}
      <div class="faceted">
        <aside class="facets">${facetLists(view, page.facets)}</aside>
        <div class="faceted-lines">
          ${orderChoice(view)}
          ${
            page.lines.length === 0
              ? nothing(view)
              : byPeriod(
                  view,
                  page.lines,
                  (claim) => timeOfStatement(view, claim),
                  (claim) => statementEntry(view, claim, page.topics.get(claim.id)),
                )
          }${pager(view, page)}
        </div>
      </div>`,
  });
}

/** A statement in a list: who speaks, the words, and what they are about. */
export function statementEntry(view: View, claim: StatementClaim, topics: readonly Entity[] = []): Html {
  const t = words[view.language];
  return html`<article class="entry statement">
    <p class="entry-kind">
      ${timeTag(view, timeOfStatement(view, claim))} <span class="kicker">${t.mode[claim.mode]}</span>
      ${claim.act && html` <span class="speech-act">${t.act[claim.act]}</span>`}
    </p>
    <h3>${headline(view, claim)}</h3>
    ${claim.quote === null ? passage(view, claim) : quotation(view, claim, claim.quote)}
    ${
      topics.length > 0 &&
      html`<p class="meta topics">
        ${t.topicsOf}:
        ${joined(
          topics
            .slice(0, mostTopics)
            .map(
              (entity) =>
                html`<a href="${sameHref({ ...view, path: '/statements' }, { topic: entity.id, offset: null })}"
                  >${nameOf(view, entity)}</a
                >`,
            ),
          ', ',
        )}
      </p>`
    }
  </article>`;
}

const mostTopics = 6;
const longestQuote = 1200;

/** The quoted words alone, set as such; who speaks stands in the headline. */
function quotation(view: View, claim: StatementClaim, quote: string): Html {
  const marks = languageOf(view, claim) === 'en' ? ['“', '”'] : ['«', '»'];
  return html`<figure class="passage quotation">
    <blockquote lang="${languageOf(view, claim)}">
      <p>${marks[0]}${short(quote, longestQuote)}${marks[1]}</p>
    </blockquote>
    <figcaption>${source(view, claim)}</figcaption>
  </figure>`;
}

/** Speakers and topics by how much they have said or are talked of; the one that is chosen leads back to all. */
function facetLists(view: View, { speakers, topics, speaker, topic }: StatementFacets): Html {
  const t = words[view.language];
  const list = (
    name: 'speaker' | 'topic',
    title: string,
    all: string,
    counts: StatementFacets['speakers'],
    chosen: Entity | null,
  ): Html | null =>
    counts.length === 0
      ? null
      : html`<nav aria-labelledby="by-${name}">
          <h2 id="by-${name}">${title}</h2>
          ${chosen && html`<p class="meta"><a href="${sameHref(view, { [name]: null, offset: null })}">← ${all}</a></p>`}
          ${countBars(
            view,
            counts.map(({ entity, count }) => ({
              name: nameOf(view, entity),
              href: sameHref(view, { [name]: entity.id, offset: null }),
              count,
              chosen: entity.id === chosen?.id,
            })),
          )}
        </nav>`;
  return html`${list('speaker', t.speakers, t.allSpeakers, speakers, speaker)}
  ${list('topic', t.topics, t.allTopics, topics, topic)}`;
}

function orderChoice(view: View): Html {
  const t = words[view.language];
  const newest = view.query.get('order') === 'newest';
  const item = (order: string | null, name: string, current: boolean) =>
    html`<li>
      <a href="${sameHref(view, { order, offset: null })}" ${current && html` aria-current="true"`}>${name}</a>
    </li>`;
  return html`<nav class="choices" aria-label="${t.order}">
    <ul>
      ${item(null, t.oldestFirst, !newest)} ${item('newest', t.newestFirst, newest)}
    </ul>
  </nav>`;
}

/** When it was said; the day of the article stands in where that is not told. */
function timeOfStatement(view: View, claim: StatementClaim): DayRange | null {
  return claim.time ?? view.cited.documents.get(claim.document)?.published ?? null;
}
