import type { Page } from '../../model/answer.ts';
import type { Agreement, AgreementStage } from '../../model/record.ts';
import { formatCount, formatRange } from '../format.ts';
import { linkedEntities } from '../headline.ts';
import { html, joined, short, type Html } from '../html.ts';
import { icon } from '../icons.ts';
import { hrefTo } from '../links.ts';
import { layout } from '../layout.ts';
import { conflictTable, nothing, pager, statusBadge, timeTag } from '../parts.ts';
import { passages } from '../passage.ts';
import { type View, tellingFirst } from '../view.ts';
import { words } from '../words.data.ts';

/** Every agreement with where it stands and its life as a short track. */
export function renderAgreements(view: View, page: Page<Agreement>): Html {
  const t = words[view.language];
  return layout(view, {
    title: t.agreements,
    lead: formatCount(page.total, t.count.agreements, view.language),
    main: html`${page.lines.length === 0 ? nothing(view) : html`<div class="agreements">${page.lines.map((line) => agreementCard(view, line))}</div>`}${pager(view, page)}`,
  });
}

/** One agreement: parties, its life as a track with the sentence at each stage, what sources differ on. */
export function renderAgreement(view: View, agreement: Agreement): Html {
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
        <div>
          <dt>${t.whatElse}</dt>
          <dd>
            <a href="${hrefTo(view, '/commitments', { about: agreement.entity })}">${t.commitments}</a>,
            <a href="${hrefTo(view, '/statements', { about: agreement.entity })}">${t.statements}</a>,
            <a href="${hrefTo(view, `/entities/${agreement.entity}`)}">${t.everything}</a>
          </dd>
        </div>
      </dl>
      <section aria-labelledby="life">
        <h2 id="life">${t.life}</h2>
        ${lifeTrack(view, agreement)}
      </section>
      ${agreement.conflicts.map((conflict) => conflictTable(view, conflict, view.path))}`,
  });
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
  return html`<span class="standing${agreement.current === null && ' none'}"
    >${agreement.current === null ? t.stageNone : t.current[agreement.current]}</span
  >`;
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
