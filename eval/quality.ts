import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { claimTypes, type ClaimType } from '../src/model/claim.ts';
import type { Record as RecordOfDossier } from '../src/model/record.ts';
import { needs, sharedPath } from '../test/needs.ts';
import { type Articles, closedSets, openSets, withArticles } from './annotations.ts';
import { calibrationError, type Judged, overstatement, tenthOf } from './fit-confidence.ts';
import { type Score, scoreOf } from './mentions.ts';
import { floorDay, readRecord } from './record.ts';
import { fieldsOf, type Gold, namesIn, pairClaims, readGold } from './score-record.ts';

interface Source {
  readonly name: string;
  /** What it is, for a reader of the page. */
  readonly about: string;
  readonly needsShared: boolean;
  readonly withArticles: (use: (articles: Articles) => Promise<Quality>) => Promise<Quality>;
}

const corpora = sharedPath('corpora');
const example = (path: string): string => fileURLToPath(new URL(`../examples/${path}`, import.meta.url));

const sources: readonly Source[] = [
  {
    name: 'seeds',
    about: 'news of 2026 on one pair of states; the rules were written with these at hand',
    needsShared: true,
    withArticles: (use) => use({ gold: sharedPath('gold', 'seeds.json'), paths: [sharedPath('seeds')] }),
  },
  {
    name: 'examples',
    about: 'the made-up articles of `examples/`; seen while the rules were written',
    needsShared: false,
    withArticles: (use) => use({ gold: example('gold.json'), paths: [example('dossier')] }),
  },
  annotatedSet('dev', 'real articles of 2005–2018 from NEREL and factRuEval; errors on them were looked at'),
  annotatedSet(
    'fresh',
    'as dev, annotated before anybody saw what the program makes of them; then errors on them were looked at',
  ),
  annotatedSet('long', 'as fresh, longer articles with everything in them annotated: about thirty claims each'),
  annotatedSet('wide', 'as long, nine articles by each of three annotators'),
  annotatedSet('later', 'as long, annotated when the errors on all those above had been looked at'),
  annotatedSet(
    'further',
    'as long, ten articles by each of two annotators, when the errors on all those above had been looked at',
  ),
  annotatedSet(
    'short',
    'short articles by seven annotators, annotated when the errors on all those above had been looked at; the weights of events were learnt from them and from those above',
  ),
  annotatedSet(
    'apart',
    'articles by four annotators, half of them from the part of NEREL that no tagger was trained on, annotated when the errors on all those above had been looked at',
  ),
  annotatedSet(
    'unseen',
    'as long, annotated by one who had seen nothing of the program; closed until their errors were looked at last',
  ),
  annotatedSet(
    'after',
    'short articles by one annotator who had seen nothing of the program, annotated when it was as it is; nobody looked at errors on them',
  ),
  annotatedSet('blind', 'as dev, but nobody looked at errors on them: with after and kept the one to go by'),
  annotatedSet(
    'beyond',
    'articles of 2017–2020 from the part of NEREL that no tagger was trained on, much of them on deaths, illness and other private matters, by one who had seen nothing of the program; closed until their errors were looked at last',
  ),
  annotatedSet(
    'kept',
    'political articles by one annotator who had seen nothing of the program, when errors on all those above but after and blind had been looked at; nobody looked at errors on them',
  ),
];

/** A set of `eval/annotations`, whose articles are in the shared corpora. */
function annotatedSet(name: string, about: string): Source {
  return { name, about, needsShared: true, withArticles: (use) => withArticles(name, corpora, use) };
}

interface Count {
  right: number;
  found: number;
  gold: number;
}

/** How one set was read. */
export interface Quality {
  readonly name: string;
  readonly about: string;
  readonly documents: number;
  /** By type, of the claims that the gold requires and all that were found beyond its optional ones. */
  readonly types: ReadonlyMap<ClaimType, Count>;
  /** By field, of the claims that were paired: `right` of `gold`. */
  readonly fields: ReadonlyMap<string, Count>;
  /** Each claim found in the annotated documents: what it says of itself, and whether the gold has it. */
  readonly judged: readonly Judged[];
}

/**
 * `npm run -s eval -- quality [--write]`: precision and recall by claim type and field, and what `confidence` is worth, on
 * every set that is at hand. Prints one JSON line {set: {claims: {p, r, f1}, fields, calibrationError, overstatement}}; `--write` makes docs/quality.md of it
 * and needs them all. Counted by score-record.ts beside this file.
 */
export async function run(args: readonly string[]): Promise<void> {
  const isWriting = args.includes('--write');
  const qualities: Quality[] = [];
  for (const source of sources) {
    const { skip } = source.needsShared ? needs('shared') : { skip: false };
    if (skip !== false && isWriting) throw new Error(`docs/quality.md needs ${source.name}, but ${skip}`);
    if (skip === false) qualities.push(await measure(source));
    else console.error(`${source.name} left out: ${skip}`);
  }
  console.log(JSON.stringify(Object.fromEntries(qualities.map((q) => [q.name, summaryOf(q)]))));
  if (isWriting) writeFileSync(new URL('../docs/quality.md', import.meta.url), renderQuality(qualities));
}

/** The few figures of a set that floors hold. */
export function summaryOf({ types, fields, judged }: Quality): {
  readonly claims: Score;
  readonly fields: number | null;
  readonly calibrationError: number | null;
  readonly overstatement: number | null;
} {
  const asked = sumOf(fields.values());
  const rounded = (error: number | null): number | null => (error === null ? null : Math.round(error * 1e4) / 1e4);
  return {
    claims: scoreOfCount(sumOf(types.values())),
    fields: share(asked.right, asked.gold),
    calibrationError: rounded(calibrationError(judged)),
    overstatement: rounded(overstatement(judged)),
  };
}

/** How one of the sets is read now; throws where there is no such set or its texts are not at hand. */
export async function measureSet(name: string): Promise<Quality> {
  const source = sources.find((s) => s.name === name);
  if (!source) throw new Error(`there is no set ${name}, only ${sources.map((s) => s.name).join(', ')}`);
  const { skip } = source.needsShared ? needs('shared') : { skip: false };
  if (skip !== false) throw new Error(`${name} cannot be read: ${skip}`);
  return measure(source);
}

function measure({ name, about, withArticles: withThem }: Source): Promise<Quality> {
  return withThem(async ({ gold, paths }) => {
    return { name, about, ...countRecord(await readRecord(paths, floorDay), readGold(gold)) };
  });
}

/** A claim that an optional one of the gold has counts as right in `judged` and in no table beside. */
function countRecord(record: RecordOfDossier, gold: Gold): Omit<Quality, 'name' | 'about'> {
  const names = namesIn(record);
  const types = new Map<ClaimType, Count>();
  const fields = new Map<string, Count>();
  const judged: Judged[] = [];
  for (const [key, wanted] of Object.entries(gold)) {
    const document = record.documents.find((d) => d.source.includes(key));
    const claims = document ? record.claims.filter((c) => c.document === document.id) : [];
    const pairs = document ? pairClaims(document, claims, wanted) : new Map<never, never>();
    const used = new Set(pairs.values());
    for (const claim of claims) {
      judged.push({ rule: claim.rule, type: claim.type, confidence: claim.confidence, isRight: used.has(claim) });
      if (!used.has(claim)) countIn(types, claim.type).found++;
    }
    for (const want of wanted.claims.filter((c) => c.optional !== true)) {
      const got = pairs.get(want);
      const type = claimTypes.find((t) => t === want.type);
      if (type === undefined) throw new Error(`${key} has a claim of the unknown type ${want.type}`);
      const count = countIn(types, type);
      count.gold++;
      if (!got) continue;
      count.found++;
      count.right++;
      for (const [field, isRight] of fieldsOf(want, got, names)) {
        const asked = countIn(fields, field);
        asked.gold++;
        asked.found++;
        if (isRight) asked.right++;
      }
    }
  }
  return { documents: Object.keys(gold).length, types, fields, judged };
}

/** The page: a section a set, then calibration. Pure. */
export function renderQuality(qualities: readonly Quality[]): string {
  const sections = qualities.flatMap(({ name, about, documents, types, fields }) => [
    `## ${name}`,
    '',
    `${documents} documents: ${about}.`,
    '',
    '| type | in the gold | found | right | precision | recall | F1 |',
    '|---|---:|---:|---:|---:|---:|---:|',
    ...claimTypes.flatMap((type) => rowOfType(type, types.get(type))),
    ...rowOfType('**all**', sumOf(types.values())),
    '',
    '| field | asked | right | share |',
    '|---|---:|---:|---:|',
    ...[...fields, ['**all**', sumOf(fields.values())] as const].map(
      ([field, { right, gold }]) => `| ${field} | ${gold} | ${right} | ${percent(right, gold)} |`,
    ),
    '',
  ]);
  return [
    '# What the claims are worth',
    '',
    'Made by `npm run -s eval -- quality --write`; do not edit. A claim is found when one of its type shares at least half of the',
    'shorter evidence with it; each is counted once. What a careful reader may leave out counts neither way. Fields are asked of',
    'claims that were found, names by their stems.',
    '',
    ...sections,
    '## Calibration',
    '',
    'Of all claims found whose `confidence` lies in a tenth, the share that the gold has, optional ones with them. `confidence`',
    'means what it says where the share is the mean confidence beside it. It is fitted, rule by rule, on sets whose errors were looked at',
    '(`npm run -s eval -- confidence --write`, the table is src/claims/confidence.data.ts): the precision of a rule, drawn to that of',
    'its type where it was seen seldom, less what looking at errors added, and a standard error. That of an event is',
    'its likelihood by weights that were learnt on all such sets (training/claims). The expected calibration error',
    'is the gap between the two columns, on average over claims.',
    '',
    ...calibration(`The sets on which it was fitted: ${openSets.join(', ')}`, qualities, openSets),
    ...calibration('Those that nobody looks at, which tell whether that holds', qualities, closedSets),
    ...calibration('Seeds and examples', qualities, ['seeds', 'examples']),
  ]
    .join('\n')
    .replace(/\n+$/u, '\n');
}

function rowOfType(type: string, count: Count | undefined): readonly string[] {
  if (!count) return [];
  const { right, found, gold } = count;
  const { f1 } = scoreOfCount(count);
  return [
    `| ${type} | ${gold} | ${found} | ${right} | ${percent(right, found)} | ${percent(right, gold)} | ${f1.toFixed(2)} |`,
  ];
}

function calibration(title: string, qualities: readonly Quality[], sets: readonly string[]): readonly string[] {
  const judged = qualities.filter((q) => sets.includes(q.name)).flatMap((q) => q.judged);
  const error = calibrationError(judged);
  if (error === null) return [];
  const rows = tenthsOf(judged).map(
    ({ from, claims, right, mean }) =>
      `| ${from.toFixed(1)}–${(from + 0.1).toFixed(1)} | ${claims} | ${percent(mean, 1)} | ${percent(right, claims)} |`,
  );
  const flat = calibrationError(judged.map(({ isRight }) => ({ isRight, confidence: shareFitted(qualities) })));
  return [
    `${title}: expected calibration error ${error.toFixed(3)}` +
      ` (${flat?.toFixed(3)} if every claim had the share of right ones on those).`,
    '',
    '| confidence | claims | mean confidence | right |',
    '|---|---:|---:|---:|',
    ...rows,
    '',
  ];
}

function shareFitted(qualities: readonly Quality[]): number {
  const judged = qualities.filter((q) => openSets.includes(q.name)).flatMap((q) => q.judged);
  return judged.length === 0 ? 0.5 : judged.filter((j) => j.isRight).length / judged.length;
}

/** Claims by the tenth of their confidence; 1 belongs to the last, tenths without claims are left out. */
export function tenthsOf(judged: readonly Pick<Judged, 'confidence' | 'isRight'>[]): readonly {
  readonly from: number;
  readonly claims: number;
  readonly right: number;
  readonly mean: number;
}[] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const own = judged.filter(({ confidence }) => tenthOf(confidence) === tenth);
    const mean = own.reduce((sum, j) => sum + j.confidence, 0) / own.length;
    return { from: tenth / 10, claims: own.length, right: own.filter((j) => j.isRight).length, mean };
  }).filter(({ claims }) => claims > 0);
}

function countIn<K>(counts: Map<K, Count>, key: K): Count {
  const count = counts.get(key) ?? { right: 0, found: 0, gold: 0 };
  counts.set(key, count);
  return count;
}

function sumOf(counts: Iterable<Count>): Count {
  const sum = { right: 0, found: 0, gold: 0 };
  for (const count of counts) {
    sum.right += count.right;
    sum.found += count.found;
    sum.gold += count.gold;
  }
  return sum;
}

function scoreOfCount({ right, found, gold }: Count): Score {
  return scoreOf(right, found, gold);
}

function share(right: number, of: number): number | null {
  return of === 0 ? null : Math.round((right / of) * 1e4) / 1e4;
}

function percent(right: number, of: number): string {
  return of === 0 ? '—' : `${Math.round((100 * right) / of)} %`;
}
