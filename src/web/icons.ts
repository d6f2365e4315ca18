import type { Status } from '../model/claim.ts';
import type { OutcomeStatus } from '../model/record.ts';
import { html, ownMarkup, type Html } from './html.ts';

/** A drawing for each status and outcome, so that form tells them apart as well as colour. Hidden from a screen reader: words stand beside. */
export function icon(name: Status | OutcomeStatus): Html {
  return html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    ${ownMarkup(drawings[name])}
  </svg>`;
}

const ring = '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.75"/>';
const cross = '<path d="m5.5 5.5 5 5m0-5-5 5" stroke="currentColor" stroke-width="1.75" fill="none"/>';

const drawings: Readonly<Record<Status | OutcomeStatus, string>> = {
  happened: '<circle cx="8" cy="8" r="6.5" fill="currentColor"/>',
  ongoing: `${ring}<path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor"/>`,
  planned: ring,
  possible:
    '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.75" stroke-dasharray="2.6 2.1"/>',
  denied: `${ring}${cross}`,
  cancelled: `${ring}<path d="m4 12 8-8" stroke="currentColor" stroke-width="1.75"/>`,
  open: `${ring}<path d="M8 4.5V8l2.5 1.5" fill="none" stroke="currentColor" stroke-width="1.5"/>`,
  kept: '<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="m4.7 8.3 2.3 2.2 4.3-4.7" fill="none" stroke="var(--paper)" stroke-width="1.75"/>',
  'kept-late':
    '<path d="M8 1 15 8 8 15 1 8z" fill="currentColor"/><path d="m5.2 8.3 2 1.9 3.6-3.9" fill="none" stroke="var(--paper)" stroke-width="1.6"/>',
  broken:
    '<rect x="1.5" y="1.5" width="13" height="13" fill="currentColor"/><path d="m5 5 6 6m0-6-6 6" stroke="var(--paper)" stroke-width="1.75"/>',
  unreported:
    '<path d="M8 1.2 15 14H1z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/><path d="M8 6v4" stroke="currentColor" stroke-width="1.7"/><circle cx="8" cy="12" r=".9" fill="currentColor"/>',
};
