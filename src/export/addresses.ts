/** What a line of the record is called outside of it. */
export type Naming = (
  folder: 'documents' | 'entities' | 'claims' | 'events' | 'agreements' | 'commitments',
  id: string,
) => string;

/** Addresses of pages where the record is served at `base`; names (RFC 8141) where it is not. */
export function namingAt(base: string | null): Naming {
  return base === null
    ? (folder, id) => `urn:x-servanda:${folder}:${id}`
    : (folder, id) => new URL(`/${folder}/${id}`, base).href;
}

/** The address that a source is, or `null` for a file. */
export function webAddress(source: string): string | null {
  return /^https?:\/\/[^\s<>"]+$/iu.test(source) ? source : null;
}
