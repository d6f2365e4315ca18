import type { ExplainedClaim, ExplainedSentence, Explanation } from '../app/explain.ts';
import { html, ownMarkup, type Html } from '../web/html.ts';
import { formatDays } from './format-days.ts';
import { parseRows } from '../app/parse-rows.ts';

/**
 * A page that stands alone, with no script and nothing to fetch: each document with the reasons for what is known of it,
 * and each sentence with its evidence marked, its parse, names and times, what was taken out and what was not and why.
 */
export function renderExplainPage(explanations: readonly Explanation[]): string {
  const title = explanations.map(({ document }) => document.title ?? document.source).join(' · ');
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} — how it was read</title>
        <style>
          ${ownMarkup(styles)}
        </style>
      </head>
      <body>
        <main>${explanations.map(documentPart)}</main>
      </body>
    </html>`;
  return String(page);
}

function documentPart({ document, reasons, sentences }: Explanation): Html {
  const { published, language } = document;
  const facts: readonly (readonly [string, string, string])[] = [
    ['source', document.source, document.id],
    ['outlet', document.outlet ?? '(none)', reasons['outlet'] ?? ''],
    ['language', language, reasons['language'] ?? ''],
    ['published', formatDays(published) || '(not known)', published ? `${published.basis}: ${published.why}` : ''],
  ];
  return html`<article>
    <h1 lang="${language}">${document.title ?? document.source}</h1>
    <table class="facts">
      <caption>
        What is known of the document, and why
      </caption>
      ${facts.map(
        ([name, value, why]) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${value}</td>
            <td>${why}</td>
          </tr>`,
      )}
      ${document.removed.map(
        (r) =>
          html`<tr>
            <th scope="row">removed</th>
            <td lang="${language}">${r.text}</td>
            <td>${r.reason}</td>
          </tr>`,
      )}
    </table>
    ${sentences.length === 0 && html`<p>Texts in ${language} are kept and searched, and not analysed.</p>`}
    ${sentences.map((s, i) => sentencePart(s, i + 1, language))}
  </article>`;
}

function sentencePart(sentence: ExplainedSentence, number: number, language: string): Html {
  const { claims, rejected } = sentence;
  const summary = `Parse, names (${sentence.mentions.length}) and times (${sentence.times.length})`;
  return html`<section>
    <h2 lang="${language}"><span class="number">${number}</span> ${marked(sentence)}</h2>
    <details>
      <summary>${summary}</summary>
      ${parseTable(sentence, language)} ${foundTable(sentence, language)}
    </details>
    ${
      claims.length > 0 &&
      html`<ul class="claims">
        ${claims.map((c) => claimPart(c, language))}
      </ul>`
    }
    ${
      rejected.length > 0 &&
      html`<ul class="rejected">
        ${rejected.map(
          (r) =>
            html`<li>
              <span class="rule">${r.rule}</span> ${r.reason}:
              <q lang="${language}">${sentence.text.slice(r.start - sentence.start, r.stop - sentence.start)}</q>
            </li>`,
        )}
      </ul>`
    }
    ${claims.length + rejected.length === 0 && html`<p class="nothing">No frame applies.</p>`}
  </section>`;
}

/** The sentence with the runs that carry claims marked; where evidences overlap, they are one run. */
function marked({ text, start, claims }: ExplainedSentence): readonly (string | Html)[] {
  const parts: (string | Html)[] = [];
  let at = 0;
  const spans = claims
    .map((c) => [c.evidence.start - start, Math.min(text.length, c.evidence.stop - start)] as const)
    .toSorted((a, b) => a[0] - b[0]);
  let open: [number, number] | null = null;
  const close = (): void => {
    if (open) parts.push(text.slice(at, open[0]), html`<mark>${text.slice(open[0], open[1])}</mark>`);
    if (open) at = open[1];
  };
  for (const [from, to] of spans) {
    if (open && from <= open[1]) open[1] = Math.max(open[1], to);
    else {
      close();
      open = [from, to];
    }
  }
  close();
  return [...parts, text.slice(at)];
}

function parseTable({ tokens }: ExplainedSentence, language: string): Html {
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col">word</th>
          <th scope="col">lemma</th>
          <th scope="col">form</th>
          <th scope="col">relation</th>
          <th scope="col">head</th>
        </tr>
      </thead>
      <tbody>
        ${parseRows(tokens).map(
          (r) =>
            html`<tr>
              <td>${r.position}</td>
              <td lang="${language}">${r.text}</td>
              <td lang="${language}">${r.lemma}</td>
              <td>${r.tag}</td>
              <td>${r.relation}</td>
              <td lang="${language}">${r.head && `${r.head.position} ${r.head.text}`}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function foundTable({ mentions, times }: ExplainedSentence, language: string): Html | false {
  return (
    mentions.length + times.length > 0 &&
    html`<div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">kind</th>
            <th scope="col">words</th>
            <th scope="col">means</th>
            <th scope="col">by</th>
          </tr>
        </thead>
        <tbody>
          ${mentions.map(
            (m) =>
              html`<tr>
                <td>${m.kind}, ${m.form}</td>
                <td lang="${language}">${m.text}</td>
                <td lang="${language}">${m.means ?? '(nobody named)'}</td>
                <td>${m.why}</td>
              </tr>`,
          )}
          ${times.map(
            (t) =>
              html`<tr>
                <td>time, ${t.kind}</td>
                <td lang="${language}">${t.text}</td>
                <td>${formatDays(t) || '(no days)'}</td>
                <td>${[...t.rules, ...t.inferred].join(', ')}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`
  );
}

function claimPart(claim: ExplainedClaim, language: string): Html {
  return html`<li>
    <strong>${claim.type}</strong> ${claim.status} ${formatDays(claim.time)}
    <span class="rule">${claim.rule}, ${claim.confidence}</span>
    ${claim.trigger && html`<p>from <q lang="${language}">${claim.trigger.text}</q></p>`}
    ${claim.cues.length > 0 && html`<p>status by ${claim.cues.join(', ')}</p>`}
    <dl>
      ${claim.roles.map(
        (r) =>
          html`<div>
            <dt>${r.role}</dt>
            <dd lang="${language}">${r.name}</dd>
          </div>`,
      )}
    </dl>
  </li>`;
}

const styles = `
:root { color-scheme: light dark; font: 1rem/1.5 Georgia, 'Times New Roman', serif; }
body { margin: 0; }
main { max-width: 56rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.1rem; font-weight: normal; margin: 0; }
section { border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: 1rem 0; }
mark { background: color-mix(in srgb, gold 45%, transparent); color: inherit; }
table { border-collapse: collapse; font: 0.85rem/1.4 ui-monospace, Menlo, Consolas, monospace; margin: 0.5rem 0; }
caption { text-align: start; font-style: italic; }
th, td { text-align: start; vertical-align: top; padding: 0.1rem 0.8rem 0.1rem 0; }
.wide { overflow-x: auto; }
.number, .rule, summary, .nothing, .rejected { color: color-mix(in srgb, currentColor 75%, transparent); }
.number, .rule, summary { font: 0.85rem ui-monospace, Menlo, Consolas, monospace; }
ul { padding-inline-start: 1.2rem; }
.claims > li { margin-block: 0.6rem; }
p { margin: 0.1rem 0; }
dl { margin: 0.1rem 0; }
dl div { display: flex; gap: 0.6rem; }
dt { min-width: 7rem; font-style: italic; }
dd { margin: 0; }
@media print { details > *:not(summary) { display: block; } }
`;
