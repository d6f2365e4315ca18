import { readFileSync } from 'node:fs';
import type { Features } from '../src/language/analysis.ts';
import { readMorphology } from '../src/language/ru/morphology/read-morphology.ts';
import type { WordAnalysis } from '../src/language/ru/morphology/word-analysis.ts';
import { readConllu, type GoldToken } from './read-conllu.ts';

/**
 * `eval morphology FILE.conllu … [--errors]`: for how many words of a treebank the reading that it gives is among those of
 * the dictionary, and how often it is the first, without context. One JSON line: {tokens, known, pos, features, lemma, first}.
 */
export async function run(args: readonly string[]): Promise<void> {
  const files = args.filter((arg) => !arg.startsWith('--'));
  const morphology = readMorphology(readFileSync(new URL('../models/ru-morphology.bin', import.meta.url)));
  const counts = { tokens: 0, known: 0, pos: 0, features: 0, lemma: 0, first: 0 };
  const misses = new Map<string, number>();
  for (const token of files.flatMap((file) => readConllu(file).flatMap((sentence) => sentence.tokens))) {
    if (token.pos === 'PUNCT' || token.pos === 'SYM') continue;
    const analyses = morphology.analyse(token.form);
    const samePos = analyses.filter((it) => it.pos === token.pos);
    const same = samePos.filter((it) => sameFeatures(it.features, token));
    counts.tokens++;
    counts.known += analyses[0]?.isKnown === true ? 1 : 0;
    counts.pos += samePos.length > 0 ? 1 : 0;
    counts.features += same.length > 0 ? 1 : 0;
    counts.lemma += same.some((it) => it.lemma === fold(token.lemma)) ? 1 : 0;
    counts.first += analyses[0]?.pos === token.pos && sameFeatures(analyses[0].features, token) ? 1 : 0;
    if (same.some((it) => it.lemma === fold(token.lemma))) continue;
    const kind = samePos.length === 0 ? 'pos' : same.length === 0 ? 'features' : 'lemma';
    const miss = `${kind}\t${token.form}\t${token.lemma} ${token.pos} ${JSON.stringify(token.features)}\t${describe(analyses, token, kind)}`;
    misses.set(miss, (misses.get(miss) ?? 0) + 1);
  }
  if (args.includes('--errors')) {
    for (const [miss, count] of [...misses].sort((a, b) => b[1] - a[1])) console.log(`${count}\t${miss}`);
  }
  const shares = Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [
      name,
      name === 'tokens' ? count : Number((count / counts.tokens).toFixed(4)),
    ]),
  );
  console.log(JSON.stringify(shares));
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е');
}

/** Without animacy and voice where the treebanks differ among themselves: a feature counts where both have it. */
function sameFeatures(features: Features, gold: GoldToken): boolean {
  const names = new Set([...Object.keys(features), ...Object.keys(gold.features)]) as Set<keyof Features>;
  for (const name of names) {
    if (features[name] === gold.features[name]) continue;
    if (varying.has(name) && (features[name] === undefined || gold.features[name] === undefined)) continue;
    return false;
  }
  return true;
}

const varying: ReadonlySet<string> = new Set(['animacy', 'voice', 'degree', 'aspect']);

function describe(analyses: readonly WordAnalysis[], token: GoldToken, kind: string): string {
  const shown = kind === 'pos' ? analyses : analyses.filter((it) => it.pos === token.pos);
  return shown
    .slice(0, 2)
    .map((it) => `${it.lemma} ${it.pos} ${JSON.stringify(it.features)}`)
    .join(' | ');
}
