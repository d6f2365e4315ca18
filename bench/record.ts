import { parseArgs } from 'node:util';

import type { Claim } from '../src/model/claim.ts';
import type { Document } from '../src/model/document.ts';
import type { Day, DayRange } from '../src/model/time.ts';
import { createRecordIndex, deleteDocument, insertDocument } from '../src/record/record-index.ts';
import { makeWorld } from '../test/world/make-world.ts';
import { capitals, stateStems } from '../test/world/words.data.ts';
import { writeArticles, type Article } from '../test/world/write-articles.ts';

/**
 * What reading one more document costs the record: `npm run -s bench -- record [--documents 5000,50000]`. Documents come from
 * as many invented worlds as are needed, spread over twenty years and two hundred states; people, treaties, exercises and
 * equipment are of each world's own. Every so many documents one is taken out and added again, timed by the processor.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { documents: { type: 'string', default: '5000,50000' } } });
  for (const wanted of values.documents.split(',').map(Number)) measure(wanted);
}

const samples = 400;

function measure(wanted: number): void {
  const readings = generate(wanted);
  const index = createRecordIndex();
  const start = coreMs();
  for (const { document, claims } of readings) insertDocument(index, document, claims);
  const built = (coreMs() - start) / 1000;
  const step = Math.max(1, Math.floor(wanted / samples));
  const times = readings.flatMap(({ document, claims }, i) => {
    if (i % step !== 0) return [];
    deleteDocument(index, document.id);
    const before = coreMs();
    insertDocument(index, document, claims);
    return [coreMs() - before];
  });
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2));
  console.log(
    JSON.stringify({
      bench: 'record',
      documents: wanted,
      claims: index.sources.size,
      buildSeconds: Number(built.toFixed(1)),
      oneMoreMs: { p50: at(0.5), p95: at(0.95), max: at(1) },
      memoryMb: Math.round(process.memoryUsage().rss / 1e6),
    }),
  );
}

/** A document of an invented world with the claims that are in it. */
export interface Reading {
  readonly document: Document;
  readonly claims: readonly Claim[];
}

/** That many documents with their claims, out of as many invented worlds as are needed. */
export function generate(wanted: number): readonly Reading[] {
  return [...generateWorlds().take(wanted)];
}

/** Documents of one invented world after the other, without end. */
export function* generateWorlds(): Generator<Reading> {
  for (let seed = 1; ; seed++) {
    for (const article of writeArticles(makeWorld(seed), seed)) yield moveTo(article, seed);
  }
}

/**
 * The article in a year of its world's own, about its own people and things, and about eight of the two hundred states that
 * all worlds have together.
 */
function moveTo(article: Article, seed: number): Reading {
  const { document, assertions } = abroad(article, seed);
  const id = `${seed}-${document.id}`;
  const mark = marksOf(seed);
  const move = <T extends DayRange>(range: T): T => ({
    ...range,
    from: shift(range.from, seed),
    to: shift(range.to, seed),
  });
  const claims = assertions.map(({ claim }): Claim => {
    const { time, future } = claim;
    const roles = claim.roles.map((r) =>
      r.type !== null && own.has(r.type) ? Object.assign({}, r, { name: marked(r.name, mark) }) : r,
    );
    const times = { time: time && move(time), future: future && { ...future, due: future.due && move(future.due) } };
    return Object.assign({}, claim, { id: `${seed}-${claim.id}`, document: id, roles }, times);
  });
  const published = document.published && move(document.published);
  return {
    document: {
      ...document,
      id,
      source: `${seed}-${document.source}`,
      origin: `${seed}-${document.origin}`,
      published,
    },
    claims,
  };
}

/** The article about other states and capitals, wherever its words name them: «Арвения» → «Арвенлирия». */
function abroad(article: Article, seed: number): Article {
  const group = seed % 25;
  const mark = group === 0 ? '' : marksOf(group);
  const text = JSON.stringify(article).replaceAll(lands, (name) => name + mark);
  return JSON.parse(text) as Article;
}

const lands = new RegExp([...stateStems, ...capitals].join('|'), 'gu');

/** «Андрей Орлов» → «Андрей Орловбанвер», «договор о рыболовных квотах» → «… квотахбанвер», «радары «Тур-30»» → «… «Турбанвер-30»». */
function marked(name: string, mark: string): string {
  return name.replace(/(?<=\p{L})(?=-\d|[»"]*$)/u, mark);
}

function marksOf(number: number): string {
  return [...String(number)].map((digit) => marks[Number(digit)]).join('');
}

/** One for each digit; none of them looks like an ending. */
const marks = ['бан', 'вер', 'гис', 'дол', 'зум', 'кет', 'лир', 'мог', 'нуп', 'рас'];

const own: ReadonlySet<string> = new Set(['person', 'agreement', 'exercise', 'equipment']);

function shift(day: Day | null, seed: number): Day | null {
  const moved = day && `${Number(day.slice(0, 4)) - (seed % 20)}${day.slice(4)}`;
  return moved && moved.endsWith('-02-29') ? moved.replace('-29', '-28') : moved;
}

/** Milliseconds of processor that this process took so far. */
function coreMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
