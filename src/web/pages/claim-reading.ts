import type { ClaimReading, SentenceReading } from '../../model/claim-reading.ts';
import type { Claim } from '../../model/claim.ts';
import { formatNumber, formatRange } from '../format.ts';
import { headlineText } from '../headline.ts';
import { html, joined, short, type Html } from '../html.ts';
import { evidenceHref, hrefTo } from '../links.ts';
import { layout } from '../layout.ts';
import { markedText } from '../marked-text.ts';
import { parseDrawing, relationName } from '../parse-drawing.ts';
import { fact, statusBadge } from '../parts.ts';
import { dayPublished, outletName } from '../passage.ts';
import { readingWords } from '../reading-words.data.ts';
import type { View } from '../view.ts';
import { words } from '../words.data.ts';

/** Why a claim is in the record: its sentence with the parse, the rule that took it, and what was taken beside it or left. */
export function renderClaimReading(view: View, reading: ClaimReading): Html {
  const { claim, document, sentence } = reading;
  const t = readingWords[view.language];
  return layout(view, {
    kicker: t.reading,
    title: headlineText(view, claim),
    lead: html`<a href="${hrefTo(view, `/claims/${claim.id}`)}">${words[view.language].claim}</a> ·
      <a href="${evidenceHref(view, claim)}">${outletName(view, document)}, ${dayPublished(view, document)}</a>`,
    main: sentence
      ? sentencePart(view, claim, document.language, sentence)
      : html`<p class="nothing">${t.unread}: ${short(reading.reason ?? '', 300)}</p>`,
  });
}

function sentencePart(view: View, claim: Claim, language: string, sentence: SentenceReading): Html {
  const t = readingWords[view.language];
  const own = sentence.claims.find((one) => one.claim.id === claim.id);
  const { evidence } = claim;
  const mark = {
    start: evidence.start - sentence.start,
    stop: Math.min(evidence.stop, sentence.stop) - sentence.start,
    id: claim.id,
    href: null,
    number: null,
    focus: false,
  };
  const whole = { start: 0, stop: sentence.text.length };
  return html`<figure class="passage wide">
      <blockquote lang="${language}">
        <p>${markedText(sentence.text, [mark], whole, { anchors: false })}</p>
      </blockquote>
    </figure>
    ${own ? howTaken(view, own) : html`<p class="fault">${t.notFound}</p>`}
    <section aria-labelledby="parse">
      <h2 id="parse">${t.parse}</h2>
      <div class="table-wrap parse-wrap" tabindex="0" role="region" aria-labelledby="parse" lang="${language}">
        ${parseDrawing(sentence.words, {
          language: view.language,
          label: t.parseLabel,
          marked: evidence,
          trigger: own?.trigger ?? null,
        })}
      </div>
      <details>
        <summary>${t.parseTable}</summary>
        ${wordTable(view, sentence, language)}
      </details>
    </section>
    ${foundParts(view, sentence, language)} ${takenPart(view, claim, sentence)} ${leftPart(view, sentence, language)}`;
}

/** The rule, the word that it started from, what told the status, and what the rule is worth. */
function howTaken(view: View, { claim, trigger, cues }: SentenceReading['claims'][number]): Html {
  const [t, w] = [readingWords[view.language], words[view.language]];
  const confidence = formatNumber(Math.round(claim.confidence * 100) / 100, view.language);
  return html`<dl class="facts">
    ${fact(w.rule, html`<code>${claim.rule}</code>`)}
    ${trigger && fact(t.startedFrom, html`<span lang="ru">«${short(trigger.text, 80)}»</span>`)}
    ${fact(
      t.statusTold,
      html`${statusBadge(view, claim.status)}
        <span class="meta"
          >${
            cues.length > 0
              ? joined(
                  cues.map((cue) => html`<code>${short(cue, 120)}</code>`),
                  ', ',
                )
              : t.noCues
          }</span
        >`,
    )}
    ${fact(t.confidenceOf, html`${confidence} <span class="meta">${t.confidenceNote}</span>`)}
  </dl>`;
}

function wordTable(view: View, { words: parsed }: SentenceReading, language: string): Html {
  const t = readingWords[view.language];
  return html`<div class="table-wrap" tabindex="0" role="region" aria-label="${t.parseTable}">
    <table>
      <thead>
        <tr>
          <th scope="col">${t.word}</th>
          <th scope="col">${t.lemma}</th>
          <th scope="col">${t.form}</th>
          <th scope="col">${t.relation}</th>
          <th scope="col">${t.head}</th>
        </tr>
      </thead>
      <tbody>
        ${parsed.map(
          ({ text, lemma, tag, relation, head }) =>
            html`<tr>
              <th scope="row" lang="${language}">${short(text, 60)}</th>
              <td lang="${language}">${short(lemma, 60)}</td>
              <td><code>${tag}</code></td>
              <td>${relationName(relation, view.language)} <code>${relation}</code></td>
              <td lang="${language}">${head ? short(head.text, 60) : '—'}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Names with whom they mean, and times with the days that they stand for. */
function foundParts(view: View, { mentions, times }: SentenceReading, language: string): Html {
  const t = readingWords[view.language];
  const quoted = (text: string): Html => html`<span lang="${language}">«${short(text, 120)}»</span>`;
  return html`${
    mentions.length > 0 &&
    html`<section>
      <h2>${t.names}</h2>
      <dl class="facts">
        ${mentions.map(({ text, means, why }) =>
          fact(
            short(text, 80),
            html`${means === null ? t.nobody : quoted(means)}
              <span class="meta"><code>${short(why, 200)}</code></span>`,
          ),
        )}
      </dl>
    </section>`
  }
  ${
    times.length > 0 &&
    html`<section>
      <h2>${t.times}</h2>
      <dl class="facts">
        ${times.map(({ text, rules, ...days }) =>
          fact(
            short(text, 80),
            html`${formatRange(days, view.language)} <span class="meta"><code>${rules.join(', ')}</code></span>`,
          ),
        )}
      </dl>
    </section>`
  }`;
}

/** Every claim of the sentence, this one told apart. */
function takenPart(view: View, claim: Claim, { claims }: SentenceReading): Html | null {
  const [t, w] = [readingWords[view.language], words[view.language]];
  if (claims.length === 0) return null;
  return html`<section>
    <h2>${t.taken}</h2>
    <ul class="taken-claims">
      ${claims.map(({ claim: one }) => {
        const told = html`«${short(one.evidence.text, 160)}»`;
        return html`<li>
          <span class="kicker">${w.claimType[one.type]}</span> ${statusBadge(view, one.status)}
          ${one.id === claim.id ? html`${told} <strong>${t.thisClaim}</strong>` : html`<a href="${hrefTo(view, `/claims/${one.id}/reading`)}">${told}</a>`}
          <code>${one.rule}</code>
        </li>`;
      })}
    </ul>
  </section>`;
}

function leftPart(view: View, { rejected }: SentenceReading, language: string): Html | null {
  const t = readingWords[view.language];
  if (rejected.length === 0) return null;
  return html`<section>
    <h2>${t.left}</h2>
    <div class="table-wrap" tabindex="0" role="region" aria-label="${t.left}">
      <table>
        <thead>
          <tr>
            <th scope="col">${t.words}</th>
            <th scope="col">${words[view.language].rule}</th>
            <th scope="col">${t.leftReason}</th>
          </tr>
        </thead>
        <tbody>
          ${rejected.map(
            ({ text, rule, reason }) =>
              html`<tr>
                <td lang="${language}">«${short(text, 160)}»</td>
                <td><code>${rule}</code></td>
                <td lang="en">${short(reason, 200)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
