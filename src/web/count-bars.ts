import { formatNumber } from './format.ts';
import { html, type Html } from './html.ts';
import type { View } from './view.ts';

/** A name that leads somewhere, and how many there are of it. */
export interface Counted {
  readonly name: string;
  readonly href: string;
  readonly count: number;
  readonly chosen?: boolean;
}

/** Names with their counts as numbers and as bars, the longest for the first. */
export function countBars(view: View, counted: readonly Counted[]): Html {
  const most = Math.max(1, ...counted.map(({ count }) => count));
  return html`<ol class="bars">
    ${counted.map(
      ({ name, href, count, chosen = false }) =>
        html`<li>
          <a href="${href}" ${chosen && html` aria-current="true"`}>${name}</a>
          <span class="bar-count">${formatNumber(count, view.language)}</span
          ><svg class="bar" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
            <rect width="${(count / most) * 100}" height="3"></rect>
          </svg>
        </li>`,
    )}
  </ol>`;
}
