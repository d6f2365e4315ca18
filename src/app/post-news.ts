import { openFetchDoor } from '../capture/fetch-door.ts';
import type { News } from '../model/news.ts';
import { sleepUntilAborted } from './sleep-until-aborted.ts';
import { sendNews, type SendOutcome } from './send-news.ts';

/** Posts news to a webhook through a fetch door of its own; see `sendNews`. */
export async function postNews(
  news: News,
  options: {
    readonly url: string;
    readonly secret: string;
    readonly allowPrivate: boolean;
    readonly now: () => string;
    readonly signal: AbortSignal;
  },
): Promise<SendOutcome> {
  const { url, secret, allowPrivate, now, signal } = options;
  const door = openFetchDoor({ allowPrivate });
  try {
    const wait = (milliseconds: number): Promise<void> => sleepUntilAborted(milliseconds, signal);
    return await sendNews(news, { door, url, secret, now, wait, signal });
  } finally {
    await door.close();
  }
}
