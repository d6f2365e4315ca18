import { readFileSync } from 'node:fs';
import { loadLanguage } from '../src/app/load-language.ts';
import type { Analysis } from '../src/language/analysis.ts';
import { createAnalyser } from '../src/language/ru/analyse.ts';
import type { Span } from '../src/model/span.ts';
import { chainOver } from './chains.ts';

interface Case {
  /** `` for the first cases, `wide ` for those of chain-cases-wide.tsv. */
  readonly batch: string;
  readonly part: string;
  readonly kind: string;
  readonly file: string;
  readonly mention: Span;
  /** `null`: whoever is meant has no name in the text. */
  readonly earlier: Span | null;
}

export interface Resolved {
  readonly of: number;
  readonly right: number;
  readonly accuracy: number;
}

/**
 * `npm run -s eval -- resolution [CORPORA] [--errors]`: surnames, posts and pronouns of `chain-cases.tsv`, and with bodies and
 * countries of `chain-cases-wide.tsv` («wide …»), against the chains of the analysis: right where mention and earlier mention are in
 * one chain, and where somebody without a name (`nobody`) is in no chain that has one. One JSON line with shares by kind and part
 * (`dev` is developed on, `blind` only counted) and of all cases of both files; errors are shown for dev only.
 */
export async function run(args: readonly string[]): Promise<void> {
  const folder = args.find((arg) => !arg.startsWith('--')) ?? new URL('../../shared/corpora', import.meta.url).pathname;
  console.log(JSON.stringify(evaluateResolution(folder, args.includes('--errors'))));
}

/** Shares of right cases: `all`, a part, a kind, or both («dev pronoun»), with «wide » before those of the second file; `both files`. */
export function evaluateResolution(folder: string, showErrors: boolean): Readonly<Record<string, Resolved>> {
  const analyse = createAnalyser(loadLanguage());
  const counts = new Map<string, { of: number; right: number }>();
  const texts = new Map<string, { readonly text: string; readonly analysis: Analysis }>();
  for (const it of [...readCases('chain-cases.tsv', ''), ...readCases('chain-cases-wide.tsv', 'wide ')]) {
    let known = texts.get(it.file);
    if (!known) {
      const text = readFileSync(`${folder}/${it.file}`, 'utf8');
      known = { text, analysis: analyse(text, { published: null }) };
      texts.set(it.file, known);
    }
    const { text, analysis } = known;
    const isRight = isResolved(analysis, it);
    const own = ['all', it.part, it.kind, `${it.part} ${it.kind}`].map((key) => `${it.batch}${key}`);
    for (const key of [...own, 'both files']) {
      const count = counts.get(key) ?? { of: 0, right: 0 };
      counts.set(key, { of: count.of + 1, right: count.right + (isRight ? 1 : 0) });
    }
    if (!isRight && showErrors && it.part === 'dev') console.error(describeError(it, text, analysis));
  }
  return Object.fromEntries(
    [...counts].map(([key, { of, right }]) => [key, { of, right, accuracy: Number((right / of).toFixed(4)) }]),
  );
}

function readCases(name: string, batch: string): readonly Case[] {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [part = '', kind = '', file = '', ...offsets] = line.split('\t');
      const [start = 0, stop = 0, earlierStart = 0, earlierStop = 0] = offsets.map(Number);
      const earlier = kind === 'nobody' ? null : { start: earlierStart, stop: earlierStop };
      return { batch, part, kind, file, mention: { start, stop }, earlier };
    });
}

function isResolved(analysis: Analysis, { kind, mention, earlier }: Case): boolean {
  if (!earlier) return isNobody(analysis, mention);
  const own = chainAt(analysis, mention, kind);
  return own >= 0 && own === chainAt(analysis, earlier, kind);
}

/** Whether no mention over most of a span is in a chain with a name. */
function isNobody(analysis: Analysis, span: Span): boolean {
  return !analysis.mentions.some(
    ({ start, stop, chain }) =>
      2 * (Math.min(stop, span.stop) - Math.max(start, span.start)) > span.stop - span.start &&
      analysis.chains[chain]?.mentions.some((i) => analysis.mentions[i]?.form === 'name') === true,
  );
}

/** The chain over a span, of a person for a post («украинский боец» is no state); -1 where there is none. */
function chainAt(analysis: Analysis, span: Span, kind: string): number {
  return chainOver(analysis, span, (own) => kind !== 'post' || own === 'person');
}

function describeError(it: Case, text: string, analysis: Analysis): string {
  const cut = (span: Span): string => text.slice(span.start, span.stop);
  const chain = chainAt(analysis, it.mention, it.kind);
  const found = analysis.mentions.filter((mention) => mention.chain === chain && chain >= 0).map(cut);
  const before = text.slice(Math.max(0, it.mention.start - 160), it.mention.start).replaceAll('\n', ' ');
  const wanted = it.earlier ? `«${cut(it.earlier)}» (chain ${chainAt(analysis, it.earlier, it.kind)})` : 'nobody';
  const words = found.length === 0 ? 'nothing' : [...new Set(found)].join(', ');
  return `${it.kind}\t${it.file}\t${before}[${cut(it.mention)}]\n\twants ${wanted}, found ${words}`;
}
