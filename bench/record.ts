import { parseArgs } from 'node:util';

import type { Claim } from '../src/model/claim.ts';
import type { Document } from '../src/model/document.ts';
import type { Day, DayRange } from '../src/model/time.ts';
import { createRecordIndex, deleteDocument, insertDocument } from '../src/record/record-index.ts';
import { makeWorld } from '../test/world/make-world.ts';
import { writeArticles, type Article } from '../test/world/write-articles.ts';

/**
 * What reading one more document costs the record: `npm run -s bench -- record [--documents 5000,50000]`. Documents come from
 * as many invented worlds as are needed, spread over twenty years: the same eight states in all of them, people, treaties,
 * exercises and equipment of each world's own.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { documents: { type: 'string', default: '5000,50000' } } });
  for (const wanted of values.documents.split(',').map(Number)) measure(wanted);
}

const samples = 200;

function measure(wanted: number): void {
  const readings = generate(wanted + samples);
  const index = createRecordIndex();
  const start = performance.now();
  for (const { document, claims } of readings.slice(0, wanted)) insertDocument(index, document, claims);
  const built = (performance.now() - start) / 1000;
  const times = readings.slice(wanted, wanted + samples).map(({ document, claims }) => {
    const before = performance.now();
    insertDocument(index, document, claims);
    const after = performance.now() - before;
    deleteDocument(index, document.id);
    return after;
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

interface Reading {
  readonly document: Document;
  readonly claims: readonly Claim[];
}

/** That many documents with their claims, out of as many invented worlds as are needed. */
export function generate(wanted: number): readonly Reading[] {
  const readings: Reading[] = [];
  for (let seed = 1; readings.length < wanted; seed++) {
    for (const article of writeArticles(makeWorld(seed), seed)) readings.push(moveTo(article, seed));
  }
  return readings.slice(0, wanted);
}

/** The article in a year of its world's own, about its own people and things; the states are the same in all worlds. */
function moveTo({ document, assertions }: Article, seed: number): Reading {
  const id = `${seed}-${document.id}`;
  const mark = [...String(seed)].map((digit) => marks[Number(digit)]).join('');
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

/** «Андрей Орлов» → «Андрей Орловбанвер», «договор о рыболовных квотах» → «… квотахбанвер», «радары «Тур-30»» → «… «Турбанвер-30»». */
function marked(name: string, mark: string): string {
  return name.replace(/(?<=\p{L})(?=-\d|[»"]*$)/u, mark);
}

/** One for each digit; none of them looks like an ending. */
const marks = ['бан', 'вер', 'гис', 'дол', 'зум', 'кет', 'лир', 'мог', 'нуп', 'рас'];

const own: ReadonlySet<string> = new Set(['person', 'agreement', 'exercise', 'equipment']);

function shift(day: Day | null, seed: number): Day | null {
  const moved = day && `${Number(day.slice(0, 4)) - (seed % 20)}${day.slice(4)}`;
  return moved && moved.endsWith('-02-29') ? moved.replace('-29', '-28') : moved;
}
