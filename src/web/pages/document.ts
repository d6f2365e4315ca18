import type { DocumentCard, DocumentFile } from '../../model/answer.ts';
import type { Claim } from '../../model/claim.ts';
import type { Document } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';
import { headline } from '../headline.ts';
import { html, short, type Html } from '../html.ts';
import { hrefTo } from '../links.ts';
import { layout } from '../layout.ts';
import { markedText, paragraphsOf, type Mark } from '../marked-text.ts';
import { documentLine, fact, instantTag, statusBadge, timeTag } from '../parts.ts';
import { dayPublished, outletName, titleOf } from '../passage.ts';
import type { View } from '../view.ts';
import { words } from '../words.data.ts';

/** An article with every piece of evidence marked in its text, and the claims beside their paragraphs. `?claim=ID` brings one out. */
export function renderDocument(view: View, file: DocumentFile): Html {
  const { document } = file;
  const t = words[view.language];
  const claims = file.claims.toSorted(
    (a, b) => a.evidence.start - b.evidence.start || a.evidence.stop - b.evidence.stop,
  );
  const marks = claims.map((claim, i) => markOf(view, claim, i + 1));
  const title = titleSpan(document);
  const paragraphs = bodyParagraphs(document);
  const notes = notesByPlace(view, claims, title === null ? paragraphs : [title, ...paragraphs]);
  return layout(view, {
    title: titleOf(view, document),
    ownHeading: true,
    main: html`<article class="document" lang="${document.language}">
        ${articleHead(view, document, title, marks)}
        ${title && html`<div class="title-notes">${notes.get(title)}</div>`}
        ${claims.length === 0 && html`<p class="nothing" lang="${view.language}">${t.noClaims}</p>`}
        ${paragraphs.map((span) => paragraph(document, span, notes.get(span) ?? null, marks))}
      </article>
      ${cards(
        view,
        t.newerVersion,
        file.versions.filter((card) => !file.earlier?.ids.includes(card.id)),
      )}
      ${cards(
        view,
        t.olderVersion,
        file.versions.filter((card) => file.earlier?.ids.includes(card.id)),
      )}
      ${changedParts(view, file)} ${cards(view, t.reprints, file.reprints)} ${copiedParts(view, file)}
      ${corrections(view, document)} ${removedParts(view, document)} ${provenance(view, document)}`,
  });
}

function markOf(view: View, claim: Claim, number: number): Mark {
  const { start, stop } = claim.evidence;
  return { start, stop, id: claim.id, href: `#k-${claim.id}`, number, focus: view.query.get('claim') === claim.id };
}

function articleHead(view: View, document: Document, title: Span | null, marks: readonly Mark[]): Html {
  const t = words[view.language];
  return html`<header class="page-head" lang="${view.language}">
    <p class="kicker">${outletName(view, document)}</p>
    <h1 lang="${document.language}">
      ${title === null ? titleOf(view, document) : markedText(document.text, marks, title)}
    </h1>
    <p class="meta">
      <span>${dayPublished(view, document)}</span
      >${document.publishedTime && html` <span>${short(document.publishedTime, 20)}</span>`}
      ${document.origin !== document.id && html` <a href="${hrefTo(view, `/documents/${document.origin}`)}">${t.reprintOf}</a>`}
    </p>
  </header>`;
}

/** A paragraph with the notes on the claims whose words end in it. */
function paragraph(document: Document, span: Span, notes: Html | null, marks: readonly Mark[]): Html {
  return html`<div class="paragraph">
    <p>${markedText(document.text, marks, span)}</p>
    ${notes}
  </div>`;
}

/** Notes by the paragraph that a claim's words end in: the last one that begins before their end. */
function notesByPlace(view: View, claims: readonly Claim[], places: readonly Span[]): ReadonlyMap<Span, Html> {
  const numbered = claims.map((claim, i) => ({ claim, number: i + 1 }));
  const groups = Map.groupBy(
    numbered,
    ({ claim }) => places.findLast(({ start }) => start < claim.evidence.stop) ?? places[0],
  );
  const notes = new Map<Span, Html>();
  for (const [place, here] of groups) {
    if (place !== undefined)
      notes.set(
        place,
        html`<aside class="notes" lang="${view.language}">
          <ol>
            ${here.map(({ claim, number }) => note(view, claim, number))}
          </ol>
        </aside>`,
      );
  }
  return notes;
}

/** A claim in the margin: its number leads back to its words. */
function note(view: View, claim: Claim, number: number): Html {
  const t = words[view.language];
  // That words were said, or a post is held, needs no status.
  const plain =
    (claim.type === 'statement' || claim.type === 'position') &&
    (claim.status === 'happened' || claim.status === 'ongoing');
  return html`<li id="k-${claim.id}" ${view.query.get('claim') === claim.id && html` class="focus"`}>
    <a class="number" href="#e-${claim.id}" aria-label="${number}: ${t.inText}">${number}</a>
    <p><span class="kicker">${t.claimType[claim.type]}</span> ${!plain && statusBadge(view, claim.status)}</p>
    <p>
      ${headline(view, claim)}${claim.time && html` · ${timeTag(view, claim.time)}`} ·
      <a class="soft" href="${hrefTo(view, `/claims/${claim.id}`)}">${t.claimPage.toLowerCase()}</a>
    </p>
  </li>`;
}

function bodyParagraphs(document: Document): readonly Span[] {
  const title = titleSpan(document);
  return paragraphsOf(document.text).filter((span) => title === null || span.start >= title.stop);
}

/** Where the title stands in the text; `null` where the article has none. */
function titleSpan(document: Document): Span | null {
  if (document.title === null || document.title.length > 1000) return null;
  return document.text.startsWith(document.title) ? { start: 0, stop: document.title.length } : null;
}

function cards(view: View, title: string, documents: readonly DocumentCard[]): Html | null {
  return documents.length === 0
    ? null
    : html`<section class="cards">
        <h2>${title}</h2>
        ${documents.map((card) => documentLine(view, card))}
      </section>`;
}

/** Title, headings and paragraphs that the edit before this version took out and put in. */
function changedParts(view: View, { document, earlier }: DocumentFile): Html | null {
  const t = words[view.language];
  if (!earlier || earlier.changes.length === 0) return null;
  return html`<section class="changes">
    <h2>${t.changed}</h2>
    <ul lang="${document.language}">
      ${earlier.changes.map(({ kind, text }) => (kind === 'added' ? html`<li><ins>${text}</ins></li>` : html`<li><del>${text}</del></li>`))}
    </ul>
  </section>`;
}

/** Agency copy and other parts that stand in an earlier report: what they say has that report's origin. */
function copiedParts(view: View, { document, copiedFrom }: DocumentFile): Html | null {
  const parts = document.copied ?? [];
  if (parts.length === 0) return null;
  return html`<section class="cards">
    <h2>${words[view.language].copied}</h2>
    ${copiedFrom.map(
      (card) =>
        html`${documentLine(view, card)}
        ${parts
          .filter(({ from }) => from === card.id)
          .map(
            ({ start, stop }) =>
              html`<blockquote lang="${document.language}">
                ${short(document.text.slice(start, stop), 300)}
              </blockquote>`,
          )}`,
    )}
  </section>`;
}

/** What the outlet says of its own text. */
function corrections(view: View, document: Document): Html | null {
  const t = words[view.language];
  if (!document.corrections) return null;
  return html`<section class="corrections">
    <h2>${t.corrections}</h2>
    <ul>
      ${document.corrections.map(({ type, text }) => html`<li><span class="kicker">${t.correction[type]}</span> <span lang="${document.language}">${text}</span></li>`)}
    </ul>
  </section>`;
}

function removedParts(view: View, document: Document): Html | null {
  const t = words[view.language];
  if (document.removed.length === 0) return null;
  return html`<details class="removed">
    <summary>${t.removed}: ${document.removed.length}</summary>
    <ul>
      ${document.removed.map(({ text, reason }) => html`<li><s lang="${document.language}">${short(text, 400)}</s> <span class="meta">${t.removedReason[reason] ?? short(reason, 80)}</span></li>`)}
    </ul>
  </details>`;
}

function provenance(view: View, document: Document): Html {
  const t = words[view.language];
  const { published, capture } = document;
  return html`<dl class="facts small">
    ${fact(t.sourceAddress, addressLink(document.source))}
    ${published && fact(t.published, html`${dayPublished(view, document)} — ${t.basis[published.basis]}${published.why !== '' && `: ${short(published.why, 400)}`}`)}
    ${fact(t.capturedAt, instantTag(capture.at))} ${fact(t.hash, html`<code>${capture.sha256}</code>`)}
  </dl>`;
}

/** A web address as a link, anything else as words: `javascript:` and its like never become a link. */
function addressLink(source: string): Html {
  const shown = short(source, 200);
  return /^https?:\/\//iu.test(source) && URL.canParse(source)
    ? html`<a rel="noreferrer nofollow external" href="${source}">${shown}</a>`
    : html`${shown}`;
}
