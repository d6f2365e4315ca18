import type { FollowedSource } from '../../model/account.ts';
import type { DocumentCard } from '../../model/answer.ts';
import type { ReadingJob, Taken } from '../../model/reading-job.ts';
import { deskWords } from '../desk-words.data.ts';
import { dayField } from '../fields.ts';
import { formatCount } from '../format.ts';
import { html, short, type Html } from '../html.ts';
import { hrefTo } from '../links.ts';
import { layout } from '../layout.ts';
import { instantTag } from '../parts.ts';
import type { View } from '../view.ts';
import { words } from '../words.data.ts';

/** Where an article is handed in: as text, by its address, as files; and the sources that are followed. */
export function renderReadIn(
  view: View,
  desk: { readonly jobs: readonly ReadingJob[]; readonly followed: readonly FollowedSource[] | null },
  fault: string | null = null,
): Html {
  const t = deskWords[view.language];
  return layout(view, {
    title: t.readIn,
    lead: t.readInLead,
    scripts: ['/assets/reading.js'],
    main: html`${fault !== null && html`<p class="fault" role="alert"><strong>${t.notUnderstood}.</strong> ${fault}</p>`}
      <div class="desk-forms">
        ${textForm(view)}
        <div>${addressForm(view)} ${filesForm(view)} ${desk.followed && followForm(view, desk.followed)}</div>
      </div>
      ${
        desk.jobs.length > 0 &&
        html`<section>
          <h2>${t.lately}</h2>
          <ul class="jobs">
            ${desk.jobs.slice(0, 20).map((job) => html`<li><a href="${hrefTo(view, `/read/${job.id}`)}">${instantTag(job.at)}</a> <span class="meta">${short(job.by, 60)}</span> ${t.state[job.state]}, ${formatCount(documentsOf(job).length, words[view.language].count.documents, view.language)}</li>`)}
          </ul>
        </section>`
      }`,
  });
}

/** One handing-in: what is read so far, what was found, what could not be read and why. Looks again by itself until it is done. */
export function renderJob(view: View, job: ReadingJob, cards: ReadonlyMap<string, DocumentCard>): Html {
  const t = deskWords[view.language];
  const running = job.state !== 'done';
  return layout(view, {
    kicker: t.job,
    title: titleOf(view, job, cards),
    scripts: running ? ['/assets/reading.js'] : [],
    main: html`${running && html`<noscript><meta http-equiv="refresh" content="2" /></noscript>`}
      <p
        class="job-state"
        role="status"
        ${running && html` data-progress="/read/${job.id}/events"`}
        ${running && html` data-states="${JSON.stringify(t.state)}"`}
      >
        ${t.state[job.state]}
      </p>
      ${job.fault !== null && html`<p class="fault" role="alert">${job.fault}</p>`}
      <ul class="taken">
        ${job.taken.map((taken) => takenItem(view, taken, cards))}
      </ul>
      ${!running && job.taken.length === 0 && job.fault === null && html`<p class="nothing">${t.nothingTaken}</p>`}
      <p><a href="${hrefTo(view, '/read')}">${t.readIn}</a></p>`,
  });
}

function titleOf(view: View, job: ReadingJob, cards: ReadonlyMap<string, DocumentCard>): string {
  const [only, ...more] = documentsOf(job);
  const title = more.length === 0 ? cards.get(only ?? '')?.title : null;
  if (title) return short(title, 200);
  const count = formatCount(documentsOf(job).length, words[view.language].count.documents, view.language);
  return job.state === 'done' ? count : `${deskWords[view.language].state[job.state]}…`;
}

function documentsOf(job: ReadingJob): readonly string[] {
  return job.taken.flatMap((taken) => (taken.kind === 'failed' ? [] : [taken.document]));
}

function takenItem(view: View, taken: Taken, cards: ReadonlyMap<string, DocumentCard>): Html {
  const t = deskWords[view.language];
  if (taken.kind === 'failed')
    return html`<li class="failed">
      <span class="kicker">${t.takenKind.failed}</span> ${short(taken.source, 200)}:
      <span class="reason">${short(taken.reason, 400)}</span>
    </li>`;
  const card = cards.get(taken.document);
  return html`<li>
    <span class="kicker">${t.takenKind[taken.kind]}</span>
    <a href="${hrefTo(view, `/documents/${taken.document}`)}">${short(card?.title ?? taken.source, 200)}</a>
    <span class="meta">${t.claimsFound}: ${taken.claims}</span>
  </li>`;
}

function textForm(view: View): Html {
  const t = deskWords[view.language];
  return html`<form class="desk-form" method="post" action="${hrefTo(view, '/read')}" enctype="multipart/form-data">
    <h2>${t.text}</h2>
    <label class="wide"
      ><span class="unseen">${t.text}</span
      ><textarea name="text" rows="16" required aria-describedby="text-hint"></textarea>
    </label>
    <p class="hint" id="text-hint">${t.textHint}</p>
    <details>
      <summary>${t.title}, ${t.outlet.toLowerCase()}, ${t.published.toLowerCase()} (${t.optional})</summary>
      <div class="fields">
        <label>${t.title} <input name="title" maxlength="400" /></label>
        <label>${t.outlet} <input name="outlet" maxlength="200" /></label>
        <label>${t.published} ${dayField(view, { name: 'published', value: '' })}</label>
        <label>${t.articleAddress} <input type="url" name="source" maxlength="2000" placeholder="https://" /></label>
      </div>
    </details>
    <button>${t.readText}</button>
  </form>`;
}

function addressForm(view: View): Html {
  const t = deskWords[view.language];
  return html`<form class="desk-form" method="post" action="${hrefTo(view, '/read')}" enctype="multipart/form-data">
    <h2>${t.address}</h2>
    <label class="wide"
      ><span class="unseen">${t.address}</span
      ><input
        type="url"
        name="address"
        maxlength="2000"
        required
        placeholder="https://"
        aria-describedby="address-hint"
    /></label>
    <p class="hint" id="address-hint">${t.addressHint}</p>
    <button>${t.readAddress}</button>
  </form>`;
}

function filesForm(view: View): Html {
  const t = deskWords[view.language];
  return html`<form
    class="desk-form"
    method="post"
    action="${hrefTo(view, '/read')}"
    enctype="multipart/form-data"
    data-drop
  >
    <h2>${t.files}</h2>
    <label class="wide"
      ><span class="unseen">${t.files}</span
      ><input
        type="file"
        name="files"
        multiple
        required
        accept=".txt,.md,.html,.htm,.xhtml,.json,.jsonl,.ndjson,.warc,.gz,text/plain,text/html"
        aria-describedby="files-hint"
    /></label>
    <p class="hint" id="files-hint">${t.filesHint}</p>
    <button>${t.readFiles}</button>
  </form>`;
}

function followForm(view: View, followed: readonly FollowedSource[]): Html {
  const t = deskWords[view.language];
  return html`<section class="desk-form">
    <h2>${t.follow}</h2>
    <form method="post" action="${hrefTo(view, '/follow')}">
      <label class="wide"
        ><span class="unseen">${t.address}</span
        ><input type="url" name="url" maxlength="2000" required placeholder="https://" aria-describedby="follow-hint"
      /></label>
      <p class="hint" id="follow-hint">${t.followHint}</p>
      <button>${t.followButton}</button>
    </form>
    ${
      followed.length > 0 &&
      html`<h3>${t.followed}</h3>
        <ul class="followed">
          ${followed.map(
            ({ url }) =>
              html`<li>
                <span>${short(url, 120)}</span>
                <form method="post" action="${hrefTo(view, '/unfollow')}">
                  <input type="hidden" name="url" value="${url}" /><button
                    class="quiet"
                    aria-label="${t.unfollow}: ${short(url, 80)}"
                  >
                    ${t.unfollow}
                  </button>
                </form>
              </li>`,
          )}
        </ul>`
    }
  </section>`;
}
