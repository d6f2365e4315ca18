import type { EntityFile } from '../../model/answer.ts';
import { html, joined, short, type Html } from '../html.ts';
import { hrefTo } from '../links.ts';
import { layout } from '../layout.ts';
import { nameOf } from '../names.ts';
import { fact } from '../parts.ts';
import type { View } from '../view.ts';
import { words } from '../words.data.ts';
import { agreementCard } from './agreements.ts';
import { lines } from './claim.ts';
import { commitmentCard } from './commitments.ts';
import { entityRulings } from './joining.ts';
import { postList } from './people.ts';
import { statementEntry } from './statements.ts';
import { eventEntry } from './timeline.ts';

/** How many lines of a kind stand on the page; the rest is in the list about the entity. */
const shown = 12;

/** Somebody or something, and every line of the record that concerns it. */
export function renderEntity(view: View, file: EntityFile, fault: string | null = null): Html {
  const { entity } = file;
  const t = words[view.language];
  const aliases = entity.aliases.filter((alias) => alias !== entity.name);
  return layout(view, {
    kicker: t.entityType[entity.type],
    title: nameOf(view, entity),
    main: html`<dl class="facts">
        ${nameOf(view, entity) !== entity.name && fact(t.inOriginal, html`<span lang="ru">${short(entity.name, 200)}</span>`)}
        ${aliases.length > 0 && fact(t.aliases, short(aliases.join(', '), 600))}
        ${entity.wikidata && /^Q\d+$/u.test(entity.wikidata) && fact('Wikidata', html`<a rel="noreferrer external" href="https://www.wikidata.org/wiki/${entity.wikidata}">${entity.wikidata}</a>`)}
      </dl>
      ${
        file.positions.length > 0 &&
        html`<section>
          <h2>${t.posts}</h2>
          ${postList(view, file.positions)}
        </section>`
      }
      ${lines(
        t.agreements,
        file.agreements.slice(0, shown).map((line) => agreementCard(view, line)),
      )}
      ${lines(
        t.commitments,
        file.commitments.slice(0, shown).map((line) => commitmentCard(view, line)),
      )}
      ${lines(
        t.statements,
        file.statements.slice(0, shown).map((line) => statementEntry(view, line)),
      )}
      ${lines(
        t.events,
        file.events.slice(0, shown).map((line) => eventEntry(view, line)),
      )}
      ${moreLinks(view, file)} ${entityRulings(view, entity, fault)}`,
  });
}

function moreLinks(view: View, file: EntityFile): Html | null {
  const t = words[view.language];
  const lists = [
    ['/agreements', t.agreements, file.totals.agreements],
    ['/commitments', t.commitments, file.totals.commitments],
    ['/statements', t.statements, file.totals.statements],
    ['/timeline', t.timeline, file.totals.events],
  ] as const;
  const long = lists.filter(([, , count]) => count > shown);
  if (long.length === 0) return null;
  const links = long.map(
    ([path, name, count]) => html`<a href="${hrefTo(view, path, { about: file.entity.id })}">${name}: ${count}</a>`,
  );
  return html`<p class="meta">${t.seeAll}: ${joined(links, ', ')}</p>`;
}
