import type { ClaimFile } from '../../model/answer.ts';
import type { Claim, Role } from '../../model/claim.ts';
import { deskWords } from '../desk-words.data.ts';
import { formatChange, formatFigure, formatNumber } from '../format.ts';
import { headlineText, linkedRole } from '../headline.ts';
import { html, joined, short, type Html } from '../html.ts';
import { hrefTo } from '../links.ts';
import { layout } from '../layout.ts';
import { nameOf } from '../names.ts';
import { documentLine, fact, statusBadge, timeTag } from '../parts.ts';
import { outletName, passage } from '../passage.ts';
import { readingWords } from '../reading-words.data.ts';
import type { View } from '../view.ts';
import { words } from '../words.data.ts';
import { agreementCard } from './agreements.ts';
import { commitmentCard } from './commitments.ts';
import { claimRulings } from './rulings.ts';
import { eventEntry } from './timeline.ts';

/** One claim: its words, its fields, who answers for it, which rule found it, and the lines that it supports. */
export function renderClaim(view: View, file: ClaimFile, fault: string | null = null): Html {
  const { claim } = file;
  const t = words[view.language];
  return layout(view, {
    kicker: file.ruled
      ? `${t.claimType[claim.type]} · ${deskWords[view.language].ruled[file.ruled]}`
      : t.claimType[claim.type],
    title: headlineText(view, claim),
    main: html`${passage(view, claim)}
      <dl class="facts">
        ${fact(t.status, statusBadge(view, claim.status))}
        ${fact(t.time, html`${timeTag(view, claim.time)}${claim.time?.text && html` <span class="meta">«${short(claim.time.text, 120)}»</span>`}`)}
        ${roleFacts(view, claim.roles)} ${ownFacts(view, claim)}
        ${claim.future && fact(t.commitment, html`${t.force[claim.future.force]}${claim.future.due && html`, ${t.due.toLowerCase()}: ${timeTag(view, claim.future.due)}`}`)}
        ${fact(t.whoSays, attributionChain(view, claim))} ${fact(t.rule, html`<code>${claim.rule}</code>`)}
        ${fact(t.confidence, formatNumber(Math.round(claim.confidence * 100) / 100, view.language))}
      </dl>
      ${view.desk && html`<p class="buttons"><a class="button quiet" href="${hrefTo(view, `/claims/${claim.id}/reading`)}">${readingWords[view.language].readingLink}</a></p>`}
      ${claimRulings(view, file, fault)}
      <section>
        <h2>${t.documents}</h2>
        ${documentLine(view, file.document)}
      </section>
      ${lines(
        t.events,
        file.events.map((event) => eventEntry(view, event)),
      )}
      ${lines(
        t.agreements,
        file.agreements.map((agreement) => agreementCard(view, agreement)),
      )}
      ${lines(
        t.commitments,
        file.commitments.map((commitment) => commitmentCard(view, commitment)),
      )}`,
  });
}

/** A headed part of a page; nothing where it is empty. */
export function lines(title: string, entries: readonly Html[]): Html | null {
  return entries.length === 0
    ? null
    : html`<section>
        <h2>${title}</h2>
        ${entries}
      </section>`;
}

function roleFacts(view: View, roles: readonly Role[]): readonly Html[] {
  const t = words[view.language];
  return [...Map.groupBy(roles, (role) => role.role)].map(
    ([name, same]) =>
      html`<div>
        <dt>${t.role[name]}</dt>
        <dd>
          ${joined(
            same.map(
              (role) =>
                html`${linkedRole(view, role)}${role.text !== role.name && html` <span class="meta">«${short(role.text, 120)}»</span>`}`,
            ),
            ', ',
          )}
        </dd>
      </div>`,
  );
}

function ownFacts(view: View, claim: Claim): Html | null {
  const t = words[view.language];
  switch (claim.type) {
    case 'statement':
      return html`${fact(t.quoteKind, t.mode[claim.mode])}${claim.quote !== null && fact(t.quote, html`<q>${short(claim.quote, 2000)}</q>`)}`;
    case 'position':
      return fact(t.posts, t.tense[claim.tense]);
    case 'agreement':
      return fact(t.stageName, t.stage[claim.stage]);
    case 'figure':
      return html`${fact(t.value, formatFigure(claim.figure, view.language))}${claim.figure.change && fact(t.change, formatChange(claim.figure.change, view.language))}`;
    default:
      return null;
  }
}

function attributionChain(view: View, claim: Claim): Html {
  const t = words[view.language];
  const links = claim.attribution.map((link) => {
    const entity = link.entity === null ? undefined : view.cited.entities.get(link.entity);
    const name = entity
      ? html`<a href="${hrefTo(view, `/entities/${entity.id}`)}">${nameOf(view, entity)}</a>`
      : short(link.name, 120);
    return html`<span class="meta">${t.attribution[link.role]}</span> ${name}`;
  });
  return links.length === 0
    ? html`${outletName(view, view.cited.documents.get(claim.document))}`
    : joined(links, ' ← ');
}
