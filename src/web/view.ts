import type { Who } from '../model/account.ts';
import type { Status } from '../model/claim.ts';
import type { Scheme } from '../language/names/transliterate.ts';
import type { Cited } from '../model/answer.ts';
import type { Day } from '../model/time.ts';
import type { Language } from './words.data.ts';

/** What every page is drawn for: the reader's language, the day, the part of the dossier, the address, and the lines cited. */
export interface View {
  readonly language: Language;
  /** The table by which the English side writes Cyrillic names; `null` for the way of the press. */
  readonly letters: Scheme | null;
  /** The day as of which outcomes are told. */
  readonly asOf: Day;
  /** The part of the dossier that was asked for, as written in `?about=`. */
  readonly about: string | null;
  /** The same in words, where an id was asked for. */
  readonly aboutName: string | null;
  /** Path of the page, `/commitments`. */
  readonly path: string;
  /** The query as it was asked, so that links and forms keep it. */
  readonly query: URLSearchParams;
  /** Who reads: what they may do, the page offers. `null` where nobody has said. */
  readonly who: Who | null;
  /** Whether there are accounts to sign in to. */
  readonly accounts: boolean;
  /** Whether there is a desk: articles are read in, a sentence is explained, news are posted. */
  readonly desk: boolean;
  /** Whatever the lines of the page name by id. */
  readonly cited: Cited;
}

/** The things with these ids that `among` holds, in the order of the ids. */
export function pick<T>(ids: readonly string[], among: ReadonlyMap<string, T>): readonly T[] {
  return ids.flatMap((id) => {
    const thing = among.get(id);
    return thing === undefined ? [] : [thing];
  });
}

/**
 * The claims of a line, those of its own status first: of a signed treaty the report that it was signed, before the one that
 * it may be.
 */
export function tellingFirst(
  view: View,
  line: { readonly status: Status; readonly claims: readonly string[] },
): readonly string[] {
  const tells = (id: string): boolean => view.cited.claims.get(id)?.status === line.status;
  return [...line.claims.filter(tells), ...line.claims.filter((id) => !tells(id))];
}
