import { readFile } from 'node:fs/promises';

import { nameOfWebhook } from '../app/name-of-webhook.ts';
import { afterMark } from '../app/news.ts';
import { postNews } from '../app/post-news.ts';
import { namingAt } from '../export/addresses.ts';
import { renderNewsAtom } from '../export/news-atom.ts';
import type { News, NewsItem } from '../model/news.ts';
import { dayOf, withDossier } from './open-existing.ts';
import { citedAsLists } from './run-list.ts';
import { CommandError, exitCodes, type Streams } from './streams.ts';
import { renderTable, type Column } from './table.ts';

export interface NewsOptions {
  readonly db: string;
  readonly since: string;
  readonly asOf?: string;
  readonly json?: boolean;
  readonly format?: 'table' | 'atom';
  readonly webhook?: string;
  readonly secretFile?: string;
  readonly allowPrivate?: boolean;
}

/**
 * `servanda news`: what came into the record since a day, or since the last news. Where they are posted to a webhook that
 * does not take them, they are new the next time too, and the exit code is 1.
 */
export async function runNews(options: NewsOptions, streams: Streams): Promise<number> {
  const secret = options.webhook === undefined ? null : await secretOf(options);
  const until = streams.now();
  return withDossier(options.db, async (dossier) => {
    const isLast = options.since === 'last';
    const since = isLast ? afterMark(await dossier.newsMark()) : `${options.since}T00:00:00.000Z`;
    const news = await dossier.news({ since, asOf: dayOf(options.asOf, streams) });
    if (options.webhook !== undefined && secret !== null && news.items.length > 0) {
      const { webhook: url, allowPrivate = false } = options;
      const sent = await postNews(news, { url, secret, allowPrivate, now: streams.now, signal: streams.signal });
      if (sent.kind === 'failed') {
        const tries = `${sent.tries} ${sent.tries === 1 ? 'try' : 'tries'}`;
        throw new CommandError(`${nameOfWebhook(url)} took no news in ${tries}: ${sent.reason}`, exitCodes.failed);
      }
      streams.err(`${news.items.length} news posted to ${nameOfWebhook(url)}\n`);
    } else print(news, options, streams);
    if (isLast) await dossier.markNews(until);
    return exitCodes.done;
  });
}

/** What signs the body: out of a file, or SERVANDA_WEBHOOK_SECRET; never from the command line, which others can see. */
async function secretOf({ secretFile }: NewsOptions): Promise<string> {
  const given = secretFile === undefined ? process.env['SERVANDA_WEBHOOK_SECRET'] : await readSecret(secretFile);
  const secret = given?.trim() ?? '';
  if (secret !== '') return secret;
  const message = 'a webhook needs a secret to sign with: --secret-file FILE, or SERVANDA_WEBHOOK_SECRET';
  throw new CommandError(message, exitCodes.usage);
}

async function readSecret(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const reason =
      error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'there is none' : String(error);
    throw new CommandError(`the secret cannot be read from ${file}: ${reason}`, exitCodes.usage);
  }
}

function print(news: News, options: NewsOptions, streams: Streams): void {
  if (options.json) {
    const { cited, ...rest } = news;
    streams.out(`${JSON.stringify({ ...rest, cited: citedAsLists(cited) }, null, 2)}\n`);
  } else if (options.format === 'atom') {
    const feed = { title: 'Servanda', address: null, naming: namingAt(null), now: streams.now() };
    streams.out(renderNewsAtom(news, feed));
  } else if (news.items.length === 0) streams.err('nothing is new\n');
  else streams.out(`${renderTable(columnsOf(news), news.items, streams.width)}\n`);
}

function columnsOf({ cited }: News): readonly Column<NewsItem>[] {
  return [
    { title: 'Day', cell: (item) => item.day ?? '' },
    { title: 'New', cell: (item) => item.kind, most: 12 },
    { title: 'What', cell: (item) => item.what, most: 24 },
    { title: 'In the words of', cell: (item) => cited.passages.get(item.claims[0] ?? '')?.text ?? '', wide: true },
    { title: 'Outlet', cell: (item) => outletOf(item), most: 20 },
    { title: 'Id', cell: (item) => item.line.id, most: 16 },
  ];

  function outletOf(item: NewsItem): string {
    const document = cited.documents.get(cited.claims.get(item.claims[0] ?? '')?.document ?? '');
    return document?.outlet ?? document?.source ?? '';
  }
}
