import type { Context } from 'hono';
import { parseAccept } from 'hono/utils/accept';

import type { Dossier } from '../app/dossier.ts';
import type { Who } from '../model/account.ts';
import { nothingCited, type Cited } from '../model/answer.ts';
import { type Day, isDay } from '../model/time.ts';
import { nameOf } from '../web/names.ts';
import type { View } from '../web/view.ts';
import { languages, type Language } from '../web/words.data.ts';
import { isoOf } from './request.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Whom the gate let in. */
    who?: Who;
    /** Whether there are accounts to sign in to. */
    accounts?: boolean;
    /** Whether there is a desk, which can tell how a sentence was read. */
    desk?: boolean;
    /** Where readers find us, without a path. */
    origin?: string;
  }
}

/** Links carry days in one form, whichever the reader wrote. */
const dayParameters = ['as-of', 'from', 'to'] as const;
const schemes = ['gost-2006', 'bgn', 'iso-9'] as const;

/** The reader's language, letters, day and place out of a request; what was not understood falls back, it does not fail. */
export function viewOf(c: Context, today: Day, cited: Cited = nothingCited): View {
  const query = new URL(c.req.url).searchParams;
  for (const name of dayParameters) if (query.has(name)) query.set(name, isoOf(query.get(name) ?? ''));
  const letters = query.get('letters');
  const asOf = query.get('as-of') ?? '';
  return {
    language: languageOf(query.get('lang'), c.req.header('accept-language') ?? ''),
    letters: schemes.find((scheme) => scheme === letters) ?? null,
    asOf: isDay(asOf) ? asOf : today,
    about: query.get('about') || null,
    aboutName: query.get('about') || null,
    path: c.req.path,
    query,
    who: whoOf(c),
    accounts: c.get('accounts') ?? false,
    desk: c.get('desk') ?? false,
    cited,
  };
}

/** The view with the name of what it is about, where the reader asked by id: an id tells nobody anything. */
export async function named(view: View, dossier: Pick<Dossier, 'entityOf'>): Promise<View> {
  if (view.about === null || !/^[0-9a-f]{16}$/u.test(view.about)) return view;
  const entity = await dossier.entityOf(view.about);
  return entity ? { ...view, aboutName: nameOf(view, entity) } : view;
}

/** Whom the gate let in; nobody where there is no gate, as for a record that is only shown. */
export function whoOf(c: Context): Who | null {
  return c.get('who') ?? null;
}

/** The language asked for in the address, else the first of the browser's that we have, else Russian. */
function languageOf(asked: string | null, accepted: string): Language {
  const wanted = [
    asked ?? '',
    ...parseAccept(accepted)
      .toSorted((a, b) => b.q - a.q)
      .map(({ type }) => type.slice(0, 2).toLowerCase()),
  ];
  return wanted.flatMap((tag) => languages.filter((language) => language === tag))[0] ?? 'ru';
}
