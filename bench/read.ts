import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadStages } from '../src/app/load-stages.ts';
import { mergeDossier } from '../src/app/merge-dossier.ts';
import { readSources } from '../src/app/read-sources.ts';
import { createInlineReader } from '../src/app/reader.ts';
import type { Stages } from '../src/app/stages.ts';

/**
 * The whole way, bytes to merged record on disk, in this one process: documents and tokens a second, peak memory; the seconds of
 * processor time that each stage took, so that a busy machine blurs them less, and the documents a second that this makes
 * through claims and for the whole way; words a document, so that other lengths can be told from it. Loading the models is
 * told apart from reading. Prints one JSON line.
 */
export async function run(paths: readonly string[]): Promise<void> {
  if (paths.length === 0) {
    console.error('usage: npm run -s bench -- read PATH…');
    process.exitCode = 2;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'servanda-bench-'));
  try {
    const began = performance.now();
    const { stages, spent, words } = timed(loadStages());
    const loaded = performance.now();
    const before = processorSeconds();
    let merged = 0;
    const merge = async (database: string): Promise<void> => {
      const from = processorSeconds();
      await mergeDossier(database);
      merged = processorSeconds() - from;
    };
    const report = await readSources({
      database: join(folder, 'dossier.db'),
      paths,
      stdin: process.stdin,
      readers: [createInlineReader(stages, merge)],
      now: () => new Date().toISOString(),
    });
    const seconds = (performance.now() - loaded) / 1000;
    const whole = processorSeconds() - before;
    const { read, failed, tokens, bytes } = report;
    const { document, language, claims } = spent;
    const throughClaims = document + language + claims;
    console.log(
      JSON.stringify({
        documents: read,
        failed,
        bytes,
        tokens,
        wordsPerDocument: Math.round(words() / read),
        seconds: round(seconds),
        documentsPerSecond: round(read / seconds),
        tokensPerSecond: Math.round(tokens / seconds),
        loadSeconds: round((loaded - began) / 1000),
        processorSeconds: {
          document: round(document),
          language: round(language),
          claims: round(claims),
          record: round(merged),
          store: round(whole - throughClaims - merged),
          whole: round(whole),
        },
        perProcessorSecond: {
          documentsThroughClaims: round(read / throughClaims),
          wordsThroughClaims: Math.round(words() / throughClaims),
          documentsWholeWay: round(read / whole),
          tokensOfLanguage: Math.round(tokens / language),
        },
        peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Stage = 'document' | 'language' | 'claims';

/** The same stages, with the processor time that each has taken so far, and the words of the documents that were read. */
function timed(stages: Stages): {
  readonly stages: Stages;
  readonly spent: Readonly<Record<Stage, number>>;
  readonly words: () => number;
} {
  const spent: Record<Stage, number> = { document: 0, language: 0, claims: 0 };
  let words = 0;
  const taking = <T>(stage: Stage, work: () => T): T => {
    const from = processorSeconds();
    const result = work();
    spent[stage] += processorSeconds() - from;
    return result;
  };
  return {
    spent,
    words: () => words,
    stages: {
      readDocument: (captured) => taking('document', () => stages.readDocument(captured)),
      analyse: (document) => {
        words += document.text.match(/[\p{L}\p{N}]+(?:[-‑][\p{L}\p{N}]+)*/gu)?.length ?? 0;
        return taking('language', () => stages.analyse(document));
      },
      findClaims: (analysis, context) => taking('claims', () => stages.findClaims(analysis, context)),
    },
  };
}

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
