import { html, type Html } from './html.ts';
import { deskWords } from './desk-words.data.ts';
import type { View } from './view.ts';

interface DayField {
  readonly name: string;
  readonly value: string;
  readonly id?: string;
  readonly required?: boolean;
}

/**
 * A day as text: `30.06.2025` for Russian readers, ISO for others; either is taken back. The browser's own day field writes
 * days as the browser's language does, which on an English browser is the American order whatever the page says.
 */
export function dayField(view: View, { name, value, id, required = false }: DayField): Html {
  const hint = deskWords[view.language].dayHint;
  return html`<input
    class="day"
    name="${name}"
    value="${view.language === 'ru' ? value.replace(isoDay, '$3.$2.$1') : value}"
    ${id !== undefined && html` id="${id}"`}
    placeholder="${hint}"
    title="${hint}"
    pattern="[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[.][0-9]{1,2}[.][0-9]{4}"
    inputmode="numeric"
    maxlength="10"
    autocomplete="off"
    ${required && html` required`}
  />`;
}

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** A choice out of a few values. */
export function selectField(
  name: string,
  options: readonly (readonly [value: string, label: string])[],
  chosen: string | null,
): Html {
  return html`<select name="${name}">
    ${options.map(([value, label]) => html`<option value="${value}" ${value === chosen && html` selected`}>${label}</option>`)}
  </select>`;
}
