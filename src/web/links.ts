import type { View } from './view.ts';

/** Query parameters that a reader chose for the whole visit; links carry them on where they were given. */
const sticky = ['lang', 'letters', 'as-of'] as const;

/** An address within the dossier that keeps the reader's language and day. `hash` without `#`. */
export function hrefTo(
  view: View,
  path: string,
  query: Readonly<Record<string, string | null>> = {},
  hash = '',
): string {
  const kept = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== null && value !== '') kept.set(key, value);
  for (const key of sticky) {
    const value = view.query.get(key);
    if (value !== null && !(key in query)) kept.set(key, value);
  }
  const search = kept.toString();
  return `${path}${search ? `?${search}` : ''}${hash ? `#${hash}` : ''}`;
}

/** An address of a list, which also keeps the part of the dossier in view. */
export function listHref(view: View, path: string, query: Readonly<Record<string, string | null>> = {}): string {
  return hrefTo(view, path, { about: view.about, ...query });
}

/** The address of this page with some parameters changed; `null` takes one away. */
export function sameHref(view: View, changes: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(view.query);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) query.delete(key);
    else query.set(key, value);
  }
  const search = query.toString();
  return `${view.path}${search ? `?${search}` : ''}`;
}

/** The document with the words that carry a claim in view. */
export function evidenceHref(view: View, claim: { readonly id: string; readonly document: string }): string {
  return hrefTo(view, `/documents/${claim.document}`, { claim: claim.id }, `e-${claim.id}`);
}
