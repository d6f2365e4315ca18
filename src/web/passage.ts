import type { DocumentCard, Passage } from '../model/answer.ts';
import type { Claim } from '../model/claim.ts';
import { formatDay, formatRange } from './format.ts';
import { html, short, type Html } from './html.ts';
import { evidenceHref, hrefTo } from './links.ts';
import { markedText } from './marked-text.ts';
import { inLetters, nameOf } from './names.ts';
import { pick, type View } from './view.ts';
import { words } from './words.data.ts';

/** How much of a sentence is shown around the evidence. */
const longestSentence = 900;

/** The sentence that carries a claim, with the words marked, and who said it, when and where. One click leads to the article. */
export function passage(view: View, claim: Claim): Html {
  return html`<figure class="passage">
    <blockquote lang="${languageOf(view, claim)}"><p>${markedSentence(view, claim)}</p></blockquote>
    <figcaption>${source(view, claim)}</figcaption>
  </figure>`;
}

/**
 * The passages of several claims; what is beyond `shown` waits behind a disclosure. Where the headline is told in the words
 * of the first (`told`), these are not said once more, unless their sentence says clearly more.
 */
export function passages(
  view: View,
  ids: readonly string[],
  { shown = 1, told = false, whole = null }: PassagesOptions = {},
): Html {
  const claims = onePerSentence(view, pick(ids, view.cited.claims));
  // A line's own page has all of them.
  const rest = claims.slice(shown, whole === null || whole === view.path ? undefined : shown + mostBehind);
  const left = claims.length - shown - rest.length;
  const t = words[view.language];
  return html`${claims
    .slice(0, shown)
    .map((claim, i) =>
      told && i === 0 && saysNoMore(view, claim)
        ? html`<p class="passage-source">${source(view, claim)}</p>`
        : passage(view, claim),
    )}
  ${
    rest.length > 0 &&
    html`<details class="further">
      <summary>${t.reportedBy}: +${rest.length + left}</summary>
      ${rest.map((claim) => passage(view, claim))}
      ${left > 0 && whole !== null && html`<p class="meta"><a href="${hrefTo(view, whole)}">${t.seeAll}: ${claims.length}</a></p>`}
    </details>`
  }`;
}

interface PassagesOptions {
  readonly shown?: number;
  readonly told?: boolean;
  /** Path of the line's own page, where it has one: elsewhere only some stand behind the disclosure. */
  readonly whole?: string | null;
}

/** How many passages wait behind a disclosure in a list. */
const mostBehind = 4;

/** Whether the sentence around the evidence holds no more than a few words beside it. */
function saysNoMore(view: View, claim: Claim): boolean {
  const sentence = view.cited.passages.get(claim.id)?.text ?? claim.evidence.text;
  return sentence.length - claim.evidence.text.length < 16 && claim.evidence.text.length <= 120;
}

/** «Велорский вестник, 6 декабря 2024», which leads to the words in their article. */
export function sourceLink(view: View, claim: Claim): Html {
  const card = view.cited.documents.get(claim.document);
  return html`<a class="source" href="${evidenceHref(view, claim)}"
    >${outletName(view, card)}, ${dayPublished(view, card)}</a
  >`;
}

/** The article, who answers for the claim behind it, and the page of the claim. */
export function source(view: View, claim: Claim): Html {
  const chain = claim.attribution
    .filter((link, i, all) => link.role !== 'outlet' && link.name !== all[i + 1]?.name)
    .map((link) => {
      const entity = link.entity === null ? undefined : view.cited.entities.get(link.entity);
      const name = entity ? nameOf(view, entity) : short(link.name, 120);
      return html`<span class="chain"
        >${entity ? html`<a href="${hrefTo(view, `/entities/${entity.id}`)}">${name}</a>` : name}</span
      >`;
    });
  return html`${sourceLink(view, claim)}${chain}
    <a
      class="claim-link"
      href="${hrefTo(view, `/claims/${claim.id}`)}"
      aria-label="${words[view.language].claimPage}: ${short(claim.evidence.text, 60)}"
      >${words[view.language].claimPage.toLowerCase()}</a
    >`;
}

/** The outlet of a document, or that it is not named. */
export function outletName(view: View, card: Pick<DocumentCard, 'outlet'> | undefined): string {
  return card?.outlet ? inLetters(view, short(card.outlet, 80)) : words[view.language].unknownOutlet;
}

/** Whether lists can be narrowed to an outlet: one that is named, and not by a text of a megabyte. */
export function canBeAsked(outlet: string | null): outlet is string {
  return outlet !== null && outlet.length <= 200;
}

/** The day a document came out, or that it is not known. */
export function dayPublished(view: View, card: Pick<DocumentCard, 'published'> | undefined): string {
  const published = card?.published ?? null;
  if (published === null) return words[view.language].unknownDay;
  return published.from !== null && published.from === published.to
    ? formatDay(published.from, view.language)
    : formatRange(published, view.language);
}

/** The title of a document, cut for a list. */
export function titleOf(view: View, card: Pick<DocumentCard, 'title'> | undefined, length = 200): string {
  return card?.title ? short(card.title, length) : words[view.language].untitled;
}

/** The language that the words of a claim are in, for `lang`. */
export function languageOf(view: View, claim: Claim): string {
  return view.cited.documents.get(claim.document)?.language ?? 'und';
}

function markedSentence(view: View, claim: Claim): Html {
  const found: Pick<Passage, 'text' | 'mark' | 'before'> = view.cited.passages.get(claim.id) ?? {
    text: claim.evidence.text,
    mark: { start: 0, stop: claim.evidence.text.length },
  };
  const { text, mark, before = '' } = found;
  const start = text.length > longestSentence ? Math.max(0, mark.start - 200) : 0;
  const stop = Math.min(text.length, start + longestSentence);
  // One page may quote a sentence many times: anchors belong to the document's own page alone.
  const marks = [{ ...mark, id: claim.id, href: evidenceHref(view, claim), number: null, focus: false }];
  return html`${before !== '' && html`${short(before, longestSentence)} `}${start > 0 && '…'}${markedText(text, marks, { start, stop }, { anchors: false })}${stop < text.length && '…'}`;
}

/** Of claims that rest on the same words of one document, the first. */
function onePerSentence(view: View, claims: readonly Claim[]): readonly Claim[] {
  const seen = new Set<string>();
  return claims.filter((claim) => {
    const key = `${claim.document} ${view.cited.passages.get(claim.id)?.text ?? claim.evidence.start}`;
    return !seen.has(key) && seen.add(key);
  });
}
