import type { Page } from '../../model/answer.ts';
import type { StatementClaim } from '../../model/claim.ts';
import type { DayRange } from '../../model/time.ts';
import { formatCount } from '../format.ts';
import { headline } from '../headline.ts';
import { html, type Html } from '../html.ts';
import { layout } from '../layout.ts';
import { nothing, pager, timeTag } from '../parts.ts';
import { passage } from '../passage.ts';
import { byPeriod } from '../periods.ts';
import type { View } from '../view.ts';
import { words } from '../words.data.ts';

/** Who said what, in which words, as reported by whom. */
export function renderStatements(view: View, page: Page<StatementClaim>): Html {
  const t = words[view.language];
  return layout(view, {
    title: t.statements,
    lead: formatCount(page.total, t.count.statements, view.language),
    main: html`${
      page.lines.length === 0
        ? nothing(view)
        : byPeriod(
            view,
            page.lines,
            (claim) => timeOfStatement(view, claim),
            (claim) => statementEntry(view, claim),
          )
    }${pager(view, page)}`,
  });
}

/** A statement in a list. */
export function statementEntry(view: View, claim: StatementClaim): Html {
  const t = words[view.language];
  return html`<article class="entry">
    <p class="entry-kind">
      ${timeTag(view, timeOfStatement(view, claim))} <span class="kicker">${t.mode[claim.mode]}</span>
    </p>
    <h3>${headline(view, claim)}</h3>
    ${passage(view, claim)}
  </article>`;
}

/** When it was said; the day of the article stands in where that is not told. */
function timeOfStatement(view: View, claim: StatementClaim): DayRange | null {
  return claim.time ?? view.cited.documents.get(claim.document)?.published ?? null;
}
