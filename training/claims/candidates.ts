import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { annotatedFiles, openSets, withArticles } from '../../eval/annotations.ts';
import { type GoldClaim, pairBest, placesOf, readGold } from '../../eval/score-record.ts';
import { loadStages } from '../../src/app/load-stages.ts';
import type { Stages } from '../../src/app/stages.ts';
import { readPaths } from '../../src/capture/read-paths.ts';
import { type Candidate, findCandidates } from '../../src/claims/event.ts';
import type { Features } from '../../src/claims/likelihood.ts';
import { readAnalysis, type Reading } from '../../src/claims/reading.ts';
import type { Claim, ClaimType } from '../../src/model/claim.ts';
import type { Document } from '../../src/model/document.ts';
import { sharesHalf, type Span } from '../../src/model/span.ts';

/** A candidate that no claim of another type tells. */
export interface Untold {
  readonly kind: Candidate['kind'];
  readonly features: readonly string[];
  /** Indices of its sentence in the text and of its word in the sentence. */
  readonly sentence: number;
  readonly token: number;
  /** Where its word begins in the text. */
  readonly offset: number;
  readonly evidence: Span;
}

/** A candidate of an annotated article, with what the annotator made of it. */
export interface Labelled extends Untold {
  readonly isTaken: boolean;
  /** What a careful reader may leave out teaches nothing. */
  readonly isOptional: boolean;
}

/** An article with its candidates; `sentences`: the words of each. */
export interface Article<C extends Untold = Untold> {
  readonly name: string;
  readonly sentences: readonly (readonly string[])[];
  readonly candidates: readonly C[];
}

/** Types whose claims stand beside an event in the same words. */
const notTold: ReadonlySet<ClaimType> = new Set(['event', 'statement', 'position', 'figure']);

/** The annotated articles but for those that nobody looks at, and what a careful reader takes of their candidates. */
export async function* readAnnotated(corpora: string): AsyncGenerator<Article<Labelled>> {
  const stages = loadStages();
  for (const set of openSets) {
    const articles: Article<Labelled>[] = [];
    await withArticles(set, corpora, async ({ gold, paths }) => {
      const wanted = readGold(gold);
      for (const path of paths) {
        const asked = wanted[path];
        if (!asked) throw new Error(`${path} of ${set} is not annotated`);
        const { document, reading, untold } = await readArticle(stages, path);
        articles.push({ ...articleOf(path, reading), candidates: label(document, untold, asked.claims) });
      }
    });
    yield* articles;
  }
}

/** What nobody annotated: every other text of these corpora, or those of `files` («nerel-train/a.txt») alone. */
export async function* readOthers(corpora: string, files = textsIn(corpora)): AsyncGenerator<Article> {
  const stages = loadStages();
  const annotated = new Set(annotatedFiles());
  for (const file of files) {
    if (annotated.has(file)) continue;
    const { reading, untold } = await readArticle(stages, join(corpora, file));
    yield { ...articleOf(file, reading), candidates: untold };
  }
}

function textsIn(corpora: string): readonly string[] {
  return ['nerel-train', 'nerel-dev', 'factrueval-devset'].flatMap((folder) =>
    readdirSync(join(corpora, folder))
      .filter((file) => file.endsWith('.txt'))
      .toSorted()
      .map((file) => `${folder}/${file}`),
  );
}

function articleOf(name: string, { trees }: Reading): Omit<Article, 'candidates'> {
  return { name, sentences: trees.map((tree) => tree.tokens.map((token) => token.text)) };
}

async function readArticle(
  stages: Stages,
  path: string,
): Promise<{ readonly document: Document; readonly reading: Reading; readonly untold: readonly Untold[] }> {
  const world = { stdin: process.stdin, now: () => new Date().toISOString() };
  for await (const captured of readPaths([path], world)) {
    if (captured.kind === 'failed') throw new Error(`${captured.source}: ${captured.reason}`);
    const read = stages.readDocument(captured);
    if (read.kind === 'rejected') throw new Error(`${read.source}: ${read.reason}`);
    const { document } = read;
    const analysis = stages.analyse(document);
    // names of roles teach nothing
    const reading = readAnalysis(analysis, { ...document, nominative: (words) => words });
    return { document, reading, untold: findUntold(reading, stages.findClaims(analysis, document).claims) };
  }
  throw new Error(`${path} holds no document`);
}

function findUntold(reading: Reading, claims: readonly Claim[]): readonly Untold[] {
  // a measure that was weighed as an event would make what is learnt hang on what was learnt before
  const others = claims.filter((c) => !notTold.has(c.type) && c.rule !== 'measure.of-authority');
  return reading.trees
    .flatMap((tree) =>
      findCandidates(reading, tree).candidates.map(({ kind, features, token, draft }): Untold => ({
        kind,
        features: textsOf(features),
        sentence: tree.sentence.index,
        token,
        offset: tree.tokens[token]?.start ?? -1,
        evidence: draft().evidence,
      })),
    )
    .filter(({ evidence }) => !others.some((other) => sharesHalf(other.evidence, evidence)));
}

/** Features as the weights name them: `name value`, each once. */
function textsOf(features: Features): readonly string[] {
  const texts = new Set<string>();
  features((name, value) => texts.add(`${name} ${value}`));
  return [...texts];
}

/**
 * Each candidate with whether the annotator has it as an event: the one that fits its words best. Others within the same words
 * teach nothing: of two happenings in one run of words the program keeps one.
 */
function label(document: Document, candidates: readonly Untold[], wanted: readonly GoldClaim[]): readonly Labelled[] {
  const events = wanted.filter((w) => [w.type, w.type_also].flat().includes('event'));
  const pairs = pairBest(
    events.flatMap((want) =>
      candidates
        .map((found) => ({ want, found, fit: fitOf(document.text, want.evidence, found.evidence) }))
        .filter(({ fit }) => fit > 0),
    ),
  );
  const wants = new Map([...pairs].map(([want, found]) => [found, want]));
  return candidates.flatMap((one) => {
    const want = wants.get(one);
    if (!want && [...wants.keys()].some((other) => sharesHalf(other.evidence, one.evidence))) return [];
    return [{ ...one, isTaken: want !== undefined, isOptional: want?.optional === true }];
  });
}

/** How well evidence fits the words, at the best place where they stand, 0…1; 0 where it shares less than half of the shorter. */
function fitOf(text: string, words: string, evidence: Span): number {
  const fits = placesOf(text, words).map((place) => {
    const common = Math.min(place.stop, evidence.stop) - Math.max(place.start, evidence.start);
    const all = Math.max(place.stop, evidence.stop) - Math.min(place.start, evidence.start);
    return sharesHalf(place, evidence) ? common / all : 0;
  });
  return Math.max(0, ...fits);
}
