import { createHash } from 'node:crypto';

import { captured, capturedPage, type Captured } from './captured.ts';
import { type FetchDoor, type FetchResult, isRefusedForGood } from './fetch-door.ts';
import { readFeed, type FeedEntry } from './read-feed.ts';
import { readSitemap } from './read-sitemap.ts';
import { fetchRobots, type HostRules } from './robots.ts';
import { createHostGate, nextTiming, usualRhythm, type HostGate, type Rhythm, type VisitOutcome } from './schedule.ts';
import { unvisited, type WatchJournal, type WatchState } from './watch-journal.ts';
import type { WatchedSource } from './watch-list.ts';

/** What watching needs from the world. */
export interface WatchWorld {
  readonly door: Pick<FetchDoor, 'fetch'>;
  readonly journal: WatchJournal;
  /** Milliseconds. */
  readonly now: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Settles when the capture is safe in the store; only then the entry counts as taken. */
  readonly onCapture: (capture: Captured) => Promise<void>;
  readonly onEvent?: (event: WatchEvent) => void;
  /** Called when all that was due has been visited, before the next is waited for. */
  readonly onRound?: () => Promise<void>;
  /** The name that robots.txt files call readers by. */
  readonly agentName?: string;
  readonly rhythm?: Rhythm;
  /** Sources visited at a time. */
  readonly parallel?: number;
}

export interface WatchEvent {
  readonly source: string;
  readonly kind: 'visited' | 'captured' | 'failed' | 'refused';
  readonly detail: string;
}

/** What a visit works with. */
interface Visit {
  readonly world: WatchWorld;
  readonly rhythm: Rhythm;
  readonly gate: HostGate;
  readonly rules: Map<string, Promise<HostRules>>;
  readonly signal: AbortSignal | undefined;
  /** Called before a source itself is asked. */
  readonly begin: () => Promise<void>;
}

/** Most of a visit is waiting for the gap between two requests to one host: other hosts are asked meanwhile. */
const sourcesAtATime = 16;

/**
 * Follows sources, each on its own rhythm, until `signal` is aborted; with `once`, visits what is due and ends. Asks with
 * ETag and Last-Modified, keeps to robots.txt and its crawl-delay, leaves a gap between requests to one host, backs off
 * after failures. An entry that is new, or whose announcement changed, is captured; one that vanishes and comes back as it
 * was is not. Whatever moment it is killed at, the next run goes on: an entry is marked after it is safe, a visit is
 * written down when it begins, so that nothing is lost and no source is asked sooner than its rhythm allows.
 */
export async function watchSources(
  sources: readonly WatchedSource[],
  world: WatchWorld,
  options: { readonly signal?: AbortSignal; readonly once?: boolean } = {},
): Promise<void> {
  const { signal, once = false } = options;
  const rhythm = world.rhythm ?? usualRhythm;
  const visit: Visit = {
    world,
    rhythm,
    gate: createHostGate(),
    rules: new Map(),
    signal,
    begin: () => Promise.resolve(),
  };
  const states = new Map(await world.journal.load());
  const stateOf = (url: string): WatchState => states.get(url) ?? { ...unvisited(url), interval: rhythm.first };
  for (;;) {
    const waiting = sources.filter(({ url }) => stateOf(url).nextVisit <= world.now());
    const work = async (): Promise<void> => {
      for (let source = waiting.shift(); source; source = waiting.shift()) {
        if (signal?.aborted) return;
        states.set(source.url, await visitSource(source, stateOf(source.url), visit));
      }
    };
    await Promise.all(Array.from({ length: world.parallel ?? sourcesAtATime }, work));
    if (signal?.aborted) return;
    await world.onRound?.();
    if (once || sources.length === 0) return;
    const next = Math.min(...sources.map(({ url }) => stateOf(url).nextVisit));
    await world.sleep(Math.max(0, next - world.now()), signal);
    if (signal?.aborted) return;
  }
}

async function visitSource(source: WatchedSource, before: WatchState, visit: Visit): Promise<WatchState> {
  const { world, rhythm } = visit;
  const { seen, ...written } = before;
  // Written down before the request leaves: whoever is killed after it does not ask again at once.
  const begin = (): Promise<void> => world.journal.visit({ ...written, nextVisit: world.now() + rhythm.shortest });
  const taken = new Map(seen);
  const { outcome, tags } = await takeNew(source, before, taken, { ...visit, begin });
  const timing = nextTiming(before, outcome, rhythm);
  const after = { url: source.url, ...timing, ...tags, nextVisit: world.now() + timing.interval };
  await world.journal.visit(after);
  world.onEvent?.({ source: source.url, kind: outcome.kind === 'failed' ? 'failed' : 'visited', detail: outcome.kind });
  return { ...after, seen: taken };
}

type Tags = Pick<WatchState, 'etag' | 'lastModified'>;

async function takeNew(
  source: WatchedSource,
  before: WatchState,
  taken: Map<string, string>,
  visit: Visit,
): Promise<{ readonly outcome: VisitOutcome; readonly tags: Tags }> {
  const old: Tags = { etag: before.etag, lastModified: before.lastModified };
  const listed = await listEntries(source, old, visit);
  if (listed.kind !== 'listed') {
    const outcome: VisitOutcome =
      listed.kind === 'unchanged'
        ? { kind: 'unchanged', ttl: null }
        : { kind: 'failed', retryAfter: listed.retryAfter };
    return { outcome, tags: old };
  }
  let news = 0;
  let left = 0;
  for (const entry of listed.entries) {
    if (visit.signal?.aborted) return { outcome: { kind: 'new', ttl: listed.ttl }, tags: old };
    const stamp = stampOf(entry);
    if (taken.get(entry.id) === stamp) continue;
    const done = listed.page ? await keep(listed.page, visit) : await takeEntry(entry, visit);
    if (done) {
      await visit.world.journal.mark(source.url, entry.id, stamp);
      taken.set(entry.id, stamp);
      news += 1;
    } else left += 1;
  }
  // What could not be had yet must be listed again: the tags that would hide it are kept back.
  return { outcome: { kind: news > 0 ? 'new' : 'unchanged', ttl: listed.ttl }, tags: left > 0 ? old : listed.tags };
}

type Listed =
  | {
      readonly kind: 'listed';
      readonly entries: readonly FeedEntry[];
      readonly ttl: number | null;
      readonly tags: Tags;
      readonly page: Captured | null;
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly retryAfter: number | null };

async function listEntries(source: WatchedSource, tags: Tags, visit: Visit): Promise<Listed> {
  if (source.kind === 'sitemap') {
    const door = { fetch: (url: string) => politely(url, {}, visit, visit.begin) };
    const { entries, failures } = await readSitemap(source.url, door);
    for (const { source: from, reason } of failures)
      visit.world.onEvent?.({ source: from, kind: 'failed', detail: reason });
    if (entries.length === 0 && failures.length > 0) return { kind: 'failed', retryAfter: null };
    const listed = entries.map((e) => ({
      id: e.address,
      address: e.address,
      title: e.title,
      published: e.published,
      updated: e.modified,
      content: null,
    }));
    return { kind: 'listed', entries: listed, ttl: null, tags: { etag: null, lastModified: null }, page: null };
  }
  const result = await politely(source.url, tags, visit, visit.begin);
  if (result.kind !== 'fetched') {
    if (result.kind === 'failed')
      visit.world.onEvent?.({ source: source.url, kind: result.refused ? 'refused' : 'failed', detail: result.reason });
    return result.kind === 'unchanged' ? result : { kind: 'failed', retryAfter: result.retryAfter };
  }
  const own: Tags = { etag: result.headers['etag'] ?? null, lastModified: result.headers['last-modified'] ?? null };
  if (source.kind === 'page') {
    const page = capturedPage(source.url, result, instant(visit.world.now()));
    const entry = {
      id: source.url,
      address: source.url,
      title: null,
      published: null,
      updated: page.sha256,
      content: null,
    };
    return { kind: 'listed', entries: [entry], ttl: null, tags: own, page };
  }
  const feed = await readFeed(result.bytes, result.headers['content-type'] ?? null, result.url);
  if (feed.kind === 'rejected') {
    visit.world.onEvent?.({ source: source.url, kind: 'failed', detail: feed.reason });
    return { kind: 'failed', retryAfter: null };
  }
  return { kind: 'listed', entries: feed.entries, ttl: feed.ttl, tags: own, page: null };
}

/** Whether the entry is done with: captured, or refused for good. */
async function takeEntry(entry: FeedEntry, visit: Visit): Promise<boolean> {
  const { world } = visit;
  if (entry.content !== null) {
    const line = {
      source: entry.address ?? entry.id,
      html: entry.content,
      title: entry.title,
      published: entry.published,
    };
    const bytes = new TextEncoder().encode(JSON.stringify(line));
    return keep(
      captured({ source: line.source, bytes, format: 'json', contentType: null, at: instant(world.now()) }),
      visit,
    );
  }
  if (entry.address === null) return true;
  const result = await politely(entry.address, {}, visit);
  if (result.kind === 'fetched')
    return keep(
      capturedPage(entry.address, result, instant(world.now()), { title: entry.title, published: entry.published }),
      visit,
    );
  if (result.kind === 'unchanged') return true;
  const isFinal = isRefusedForGood(result);
  world.onEvent?.({ source: entry.address, kind: isFinal ? 'refused' : 'failed', detail: result.reason });
  return isFinal;
}

async function keep(capture: Captured, { world }: Visit): Promise<boolean> {
  await world.onCapture(capture);
  world.onEvent?.({ source: capture.source, kind: 'captured', detail: capture.sha256 });
  return true;
}

/** Fetches as a host's robots.txt and the gap between requests allow. */
async function politely(
  url: string,
  tags: Partial<Tags>,
  visit: Visit,
  begin?: () => Promise<void>,
): Promise<FetchResult> {
  const { world, gate, rhythm, rules, signal } = visit;
  const target = URL.parse(url);
  const unasked = (reason: string, refused: boolean): FetchResult => ({
    kind: 'failed',
    url,
    reason,
    refused,
    status: null,
    retryAfter: null,
  });
  if (!target) return unasked('it is no address', true);
  const agentName = world.agentName ?? 'Servanda';
  let host = rules.get(target.origin);
  if (host === undefined || (await host).until <= world.now()) {
    host = fetchRobots(target.origin, agentName, world.door, world.now());
    rules.set(target.origin, host);
  }
  const { isAllowed, isKnown, delay } = await host;
  if (!isKnown) return unasked('its host does not answer for robots.txt', false);
  if (!isAllowed(url)) return unasked('robots.txt does not allow it', true);
  const wait = gate.reserve(target.host, Math.max(rhythm.hostGap, (delay ?? 0) * 1000), world.now());
  if (wait > 0) await world.sleep(wait, signal);
  if (signal?.aborted) return unasked('it was interrupted', false);
  await begin?.();
  return world.door.fetch(url, tags);
}

/** What a source says of an entry; another stamp means that the article was edited. */
function stampOf(entry: FeedEntry): string {
  const parts = [entry.updated ?? entry.published, entry.title, entry.content];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
