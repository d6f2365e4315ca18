import type { Page } from '../../model/answer.ts';
import type { StatementClaim } from '../../model/claim.ts';
import type { Agreement, AgreementStage, Commitment } from '../../model/record.ts';
import { formatCount, formatRange } from '../format.ts';
import { linkedEntities } from '../headline.ts';
import { html, joined, short, type Html } from '../html.ts';
import { icon } from '../icons.ts';
import { hrefTo } from '../links.ts';
import { layout } from '../layout.ts';
import { conflictTable, fact, nothing, pager, statusBadge, timeTag } from '../parts.ts';
import { passages } from '../passage.ts';
import { type View, tellingFirst } from '../view.ts';
import { words } from '../words.data.ts';
import { commitmentCard } from './commitments.ts';
import { statementEntry } from './statements.ts';

/** Every agreement with where it stands and its life as a short track. */
export function renderAgreements(view: View, page: Page<Agreement>): Html {
  const t = words[view.language];
  return layout(view, {
    title: t.agreements,
    lead: formatCount(page.total, t.count.agreements, view.language),
    main: html`${page.lines.length === 0 ? nothing(view) : html`<div class="agreements">${page.lines.map((line) => agreementCard(view, line))}</div>`}${pager(view, page)}`,
  });
}

/** An agreement with what hangs on it: the commitments that concern it by due day, and the latest statements about it. */
export interface AgreementPage {
  readonly agreement: Agreement;
  readonly commitments: Page<Commitment>;
  readonly statements: Page<StatementClaim>;
}

/** One agreement: parties, its life as a track with the sentence at each stage, what sources differ on, what hangs on it. */
export function renderAgreement(view: View, { agreement, commitments, statements }: AgreementPage): Html {
  const t = words[view.language];
  return layout(view, {
    kicker: t.agreement,
    title: short(agreement.name, 300),
    main: html` <dl class="facts">
        <div>
          <dt>${t.stageNow}</dt>
          <dd>${standing(view, agreement)}</dd>
        </div>
        ${
          agreement.parties.length > 0 &&
          html`<div>
            <dt>${t.parties}</dt>
            <dd>${partiesOf(view, agreement)}</dd>
          </div>`
        }
        ${fact(
          t.whatElse,
          html`<a href="${hrefTo(view, '/timeline', { about: agreement.entity })}">${t.timeline}</a>,
            <a href="${hrefTo(view, `/entities/${agreement.entity}`)}">${t.everything}</a>`,
        )}
      </dl>
      <section aria-labelledby="life">
        <h2 id="life">${t.life}</h2>
        ${lifeTrack(view, agreement)}
      </section>
      ${agreement.conflicts.map((conflict) => conflictTable(view, conflict, view.path))}
      ${part(
        view,
        t.underIt,
        commitments,
        (line) => commitmentCard(view, line),
        hrefTo(view, '/commitments', { about: agreement.entity }),
      )}
      ${part(
        view,
        t.saidOfIt,
        statements,
        (claim) => statementEntry(view, claim),
        hrefTo(view, '/statements', { topic: agreement.entity }),
      )}`,
  });
}

/** The first lines of a list under a heading, with the way to all of them; nothing where there are none. */
function part<Line>(
  view: View,
  title: string,
  { lines, total }: Page<Line>,
  render: (line: Line) => Html,
  all: string,
): Html | null {
  if (lines.length === 0) return null;
  return html`<section>
    <h2>${title} <span class="tally">${total}</span></h2>
    ${lines.map(render)}
    ${total > lines.length && html`<p class="meta"><a href="${all}">${words[view.language].seeAll}: ${total}</a></p>`}
  </section>`;
}

/** An agreement in a list. */
export function agreementCard(view: View, agreement: Agreement): Html {
  return html`<article class="agreement" id="agreement-${agreement.id}">
    <p class="entry-kind">${standing(view, agreement)}</p>
    <h2><a href="${hrefTo(view, `/agreements/${agreement.id}`)}">${short(agreement.name, 200)}</a></h2>
    ${agreement.parties.length > 0 && html`<p class="meta">${partiesOf(view, agreement)}</p>`}
    <ol class="track">
      ${agreement.stages.map(
        (stage) =>
          html`<li class="${stage.status}">
            <span class="stop">${icon(stage.status)}</span>
            <span class="stage-name">${words[view.language].stage[stage.stage]}</span>
            <span class="stage-time">${stageTime(view, stage)}</span>${stageStatus(view, stage)}
          </li>`,
      )}
    </ol>
  </article>`;
}

function lifeTrack(view: View, agreement: Agreement): Html {
  return html`<ol class="life">
    ${agreement.stages.map(
      (stage) =>
        html`<li class="${stage.status}">
          <div class="life-when"><span class="stop">${icon(stage.status)}</span>${timeTag(view, stage.time)}</div>
          <div class="life-what">
            <h3>${words[view.language].stage[stage.stage]}</h3>
            ${statusBadge(view, stage.status)} ${passages(view, tellingFirst(view, stage))}
          </div>
        </li>`,
    )}
  </ol>`;
}

function standing(view: View, agreement: Agreement): Html {
  const t = words[view.language];
  const { current } = agreement;
  return html`<span class="standing ${standingClass(current)}"
    >${current === null ? t.stageNone : t.current[current]}</span
  >`;
}

/** What has ended, rests or is violated does not look like what is in force. */
function standingClass(current: Agreement['current']): string {
  if (current === null) return 'none';
  if (current === 'terminated') return 'ended';
  return current === 'suspended' || current === 'violated' ? 'halted' : 'alive';
}

function partiesOf(view: View, agreement: Agreement): Html {
  return joined(linkedEntities(view, agreement.parties), ', ');
}

/** What did not simply happen says so; a screen reader is told of all. */
function stageStatus(view: View, { status }: AgreementStage): Html {
  return html` <span class="${status === 'happened' ? 'unseen' : 'stage-status'}"
    >${words[view.language].statusName[status]}</span
  >`;
}

function stageTime(view: View, stage: AgreementStage): string {
  return formatRange(stage.time, view.language);
}
