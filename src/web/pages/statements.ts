import type { Page } from '../../model/answer.ts';
import type { StatementClaim } from '../../model/claim.ts';
import { formatCount } from '../format.ts';
import { headline } from '../headline.ts';
import { html, type Html } from '../html.ts';
import { layout } from '../layout.ts';
import { nothing, pager, timeTag } from '../parts.ts';
import { passage } from '../passage.ts';
import type { View } from '../view.ts';
import { words } from '../words.data.ts';

/** Who said what, in which words, as reported by whom. */
export function renderStatements(view: View, page: Page<StatementClaim>): Html {
  const t = words[view.language];
  return layout(view, {
    title: t.statements,
    lead: formatCount(page.total, t.count.statements, view.language),
    main: html`${page.lines.length === 0 ? nothing(view) : page.lines.map((claim) => statementEntry(view, claim))}${pager(view, page)}`,
  });
}

/** A statement in a list. */
export function statementEntry(view: View, claim: StatementClaim): Html {
  const t = words[view.language];
  const time = claim.time ?? view.cited.documents.get(claim.document)?.published ?? null;
  return html`<article class="entry">
    <p class="entry-kind">${timeTag(view, time)} <span class="kicker">${t.mode[claim.mode]}</span></p>
    <h3>${headline(view, claim)}</h3>
    ${passage(view, claim)}
  </article>`;
}
