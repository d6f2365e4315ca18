import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { loadLanguage } from '../src/app/load-language.ts';
import { setCompilerFlags } from '../src/app/set-compiler-flags.ts';
import type { Sentence } from '../src/language/analysis.ts';
import { createAnalyser } from '../src/language/ru/analyse.ts';
import { resolveMentions } from '../src/language/ru/coreference/resolve-mentions.ts';
import { findQuotations } from '../src/language/ru/find-quotations.ts';
import { findMentions } from '../src/language/ru/mentions/find-mentions.ts';
import { parseSentence } from '../src/language/ru/syntax/parse-sentence.ts';
import { parseTimesAndQuantities } from '../src/language/ru/time/parse-times-and-quantities.ts';
import { tokenise } from '../src/language/ru/tokenise.ts';

/**
 * Tokens a second of each stage of the Russian analysis and of the whole, on one core: `npm run -s bench -- language [DIR]
 * [--write]` reads the .txt files of DIR (by default those of `examples/dossier`), each as one article. Where the corpora of
 * `../shared` are there, a table of other tools beside ours follows (`peers/compare-peers.ts`: what it needs, what it counts);
 * `--write` puts it into docs/language-benchmark.md.
 *
 * Processor time, so that a busy machine blurs less; the median of five runs over all texts after one that warms up. `first`
 * is that warming run, with nothing compiled and no word seen: what the first articles of a process cost. Loading is told
 * apart, in seconds of the clock; memory is the peak of the process when all texts have been analysed once, before the results that
 * the later runs start from are held. Prints one JSON line.
 */
export async function run(args: readonly string[]): Promise<void> {
  const folder = args.find((arg) => !arg.startsWith('--')) ?? 'examples/dossier';
  const texts = globSync('**/*.txt', { cwd: folder })
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  if (texts.length === 0) throw new Error(`no .txt files in ${folder}: name a folder of articles`);
  // as the product reads
  setCompilerFlags();
  const began = performance.now();
  const data = loadLanguage();
  const loadSeconds = (performance.now() - began) / 1000;
  const analyse = createAnalyser(data);
  const all = repeated(texts);

  const first = secondsOf(() => all.forEach((text) => analyse(text, { published: null })));
  const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const sentences = all.map((text) => tokenise(text).map((sentence) => parseSentence(sentence, data.syntax)));
  const tokens = sentences.reduce((sum, own) => sum + countTokens(own), 0);
  const found = all.map((text, i) => findMentions(text, sentences[i] ?? [], data.mentions));
  const raw = all.map((text) => tokenise(text));
  const reference = { from: '2025-02-26', to: '2025-02-26' };
  const each = (stage: (text: string, i: number) => void): number => {
    const seconds = Array.from({ length: 5 }, () => secondsOf(() => all.forEach(stage))).toSorted((a, b) => a - b);
    return Math.round(tokens / (seconds[2] ?? 0));
  };
  const tokensPerSecond = {
    tokenise: each((text) => tokenise(text)),
    parse: each((_, i) => raw[i]?.forEach((sentence) => parseSentence(sentence, data.syntax))),
    mentions: each((text, i) => findMentions(text, sentences[i] ?? [], data.mentions)),
    coreference: each((text, i) =>
      resolveMentions(text, sentences[i] ?? [], findQuotations(text), found[i] ?? [], data.mentions),
    ),
    times: each((text, i) => parseTimesAndQuantities(text, { reference, sentences: sentences[i] ?? [] })),
    whole: each((text) => analyse(text, { published: null })),
  };
  console.log(
    JSON.stringify({
      bench: 'language',
      texts: texts.length,
      tokens,
      tokensPerSecond,
      first: Math.round(tokens / first),
      loadSeconds: Number(loadSeconds.toFixed(3)),
      peakMemoryMb,
    }),
  );
  if (!existsSync(treebank) || !existsSync(articles)) {
    console.error(`no table of other tools: it needs ${treebank} and ${articles}`);
    return;
  }
  // loaded when memory has been measured: it is no part of the analysis
  const { comparePeers } = await import('./peers/compare-peers.ts');
  const table = comparePeers(treebank, articles);
  if (args.includes('--write')) writeFileSync('docs/language-benchmark.md', table);
  else console.log(table);
}

const treebank = '../shared/corpora/ud/ru_gsd-ud-test.conllu';
const articles = '../shared/corpora/nerel-dev';

/** A short folder is read several times in a run, so that a run is long enough to be measured. */
function repeated(texts: readonly string[]): readonly string[] {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  return Array.from({ length: Math.max(1, Math.ceil(shortest / length)) }, () => texts).flat();
}

/** UTF-16 units that one run reads at least. */
const shortest = 200_000;

function countTokens(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
}

function secondsOf(work: () => void): number {
  const started = process.cpuUsage();
  work();
  const used = process.cpuUsage(started);
  return (used.user + used.system) / 1e6;
}
