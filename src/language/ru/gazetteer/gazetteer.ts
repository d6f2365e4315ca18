import { bodyLines } from './bodies.data.ts';
import { metonymLines } from './metonyms.data.ts';
import { stateLines } from './states.data.ts';

/** A state, also of the past (`former`), little recognised (`partial`) or of another's (`dependent`). */
export interface State {
  /** Wikidata id, or the short name where there is none. */
  readonly key: string;
  /** ISO 3166-1 alpha-2. */
  readonly code: string | null;
  readonly kind: 'member' | 'partial' | 'former' | 'dependent';
  /** Short name in the nominative. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly adjectives: readonly string[];
  readonly demonyms: readonly string[];
  readonly capital: string | null;
  /** Wikidata id. */
  readonly capitalKey: string | null;
  /** ISO 4217. */
  readonly currency: string | null;
}

/** An international body: «ООН», «ОДКБ». */
export interface Body {
  /** Wikidata id, or the short name where there is none. */
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly adjectives: readonly string[];
}

/** A name that stands for a state or body: «Кремль». */
export interface Metonym {
  readonly name: string;
  /** Key of the state or body that it stands for. */
  readonly of: string;
  readonly reason: string;
}

/** All rows of `states.data.ts`, in their order; so the bodies and the metonyms below. */
export const states: readonly State[] = rowsOf(stateLines).map(
  ([id, code, kind, name = '', aliases, adjectives, demonyms, capital, capitalKey, currency]) => ({
    key: id && id !== '-' ? id : name,
    code: code && code !== '-' ? code : null,
    kind: kind as State['kind'],
    name,
    aliases: listOf(aliases),
    adjectives: listOf(adjectives),
    demonyms: listOf(demonyms),
    capital: capital || null,
    capitalKey: capitalKey || null,
    currency: currency || null,
  }),
);

export const bodies: readonly Body[] = rowsOf(bodyLines).map(([id, name = '', aliases, adjectives]) => ({
  key: id && id !== '-' ? id : name,
  name,
  aliases: listOf(aliases),
  adjectives: listOf(adjectives),
}));

export const metonyms: readonly Metonym[] = rowsOf(metonymLines).map(([name = '', of = '', reason = '']) => ({
  name,
  of: bodies.find((body) => body.name === of)?.key ?? of,
  reason,
}));

export const stateByKey: ReadonlyMap<string, State> = new Map(states.map((state) => [state.key, state]));
export const bodyByKey: ReadonlyMap<string, Body> = new Map(bodies.map((body) => [body.key, body]));

function rowsOf(lines: string): readonly (readonly string[])[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('|').map((field) => field.trim()));
}

function listOf(field: string | undefined): readonly string[] {
  return field ? field.split(',') : [];
}
