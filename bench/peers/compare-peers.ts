import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';

import { readConllu, type GoldSentence } from '../../eval/read-conllu.ts';
import { scoreMentions, type Score } from '../../eval/mentions.ts';
import { loadLanguage } from '../../src/app/load-language.ts';
import type { Token } from '../../src/language/analysis.ts';
import { normOf, type RawToken } from '../../src/language/ru/find-tokens.ts';
import { findMentions } from '../../src/language/ru/mentions/find-mentions.ts';
import { domains } from '../../src/language/ru/mentions/read-mention-data.ts';
import { readNameNet } from '../../src/language/ru/mentions/name-net.ts';
import { readTaggerModel } from '../../src/language/ru/mentions/tagger-model.ts';
import { splitPieces } from '../../src/language/ru/mentions/split-pieces.ts';
import { findNameLayers } from '../../src/language/ru/mentions/flat-names.ts';
import { chooseLemma } from '../../src/language/ru/syntax/choose-lemma.ts';
import { parseSentence, parseTokens } from '../../src/language/ru/syntax/parse-sentence.ts';
import { tokenise } from '../../src/language/ru/tokenise.ts';
import type { Annotated, LabelledSpan } from '../../training/corpora/annotated.ts';
import { flattenNerel, readNerel } from '../../training/corpora/nerel.ts';
import { readTreebankTexts } from '../../eval/segmentation.ts';

type Stage = 'tokens' | 'lemmas' | 'tags' | 'trees' | 'mentions';

/** What a tool found in all inputs of its stage, and the processor time that it took. */
interface Measured {
  readonly stage: Stage;
  readonly name: string;
  readonly seconds: number;
  readonly found: readonly unknown[];
}

interface Inputs {
  /** The treebank as running text, ten sentences each, with the spans of its tokens. */
  readonly texts: readonly { readonly text: string; readonly tokens: readonly string[] }[];
  readonly sentences: readonly GoldSentence[];
  readonly rows: readonly (readonly string[])[];
  readonly articles: readonly Annotated[];
}

/**
 * The stages of the Russian analysis beside other tools that do the same, each over the same inputs on one core: a table in
 * Markdown. `treebank` is a .conllu file, `folder` one of NEREL.
 *
 * Tokens are scored by their spans, lemmas without case and ё, tags by part of speech and by all features as written, trees as
 * CoNLL 2018 counts (marks too, relations up to their subtype), mentions by tokens a type. Speed counts the treebank's tokens,
 * for mentions ours, by processor time. Python tools need SERVANDA_PEERS_PYTHON, the python of an environment with
 * bench/peers/requirements.txt; tools of npm need `npm ci --prefix bench/peers`. What is absent is said in the table.
 */
export function comparePeers(treebank: string, folder: string): string {
  const sentences = readConllu(treebank);
  const inputs: Inputs = {
    texts: readTreebankTexts(treebank),
    sentences,
    rows: readFeatureColumn(treebank),
    articles: readNerel(folder),
  };
  const ours = runOurs(inputs);
  const asked = JSON.stringify({
    texts: inputs.texts.map(({ text }) => text),
    sentences: sentences.map(({ tokens }) => tokens.map(({ form }) => form)),
    articles: inputs.articles.map(({ text }) => text),
  });
  const npm = runPeers('npm', npmPeers(), asked);
  const python = runPeers('Python', pythonPeers(), asked);
  return renderTable(inputs, [...ours, ...npm.runs, ...python.runs], [...npm.absent, ...python.absent]);
}

// ---------------------------------------------------------------- ours

function runOurs({ texts, sentences, articles }: Inputs): readonly Measured[] {
  const { morphology, syntax, mentions } = loadLanguage();
  const given = sentences.map(({ tokens }) => tokens.map(({ form }): RawToken => rawToken(form)));
  const parse = () =>
    given.map((tokens) => {
      const analyses = tokens.map((token) => morphology.analyse(token.text));
      return parseTokens(tokens, analyses, syntax).map((it, i) => ({ it, analyses: analyses[i] ?? [] }));
    });
  const trees = measure(parse);
  const split = articles.map(({ text }) => tokenise(text));
  const parsed = split.map((of) => of.map((sentence) => parseSentence(sentence, syntax)));
  const tagger = readTaggerModel(readFileSync(new URL('../../models/ru-mentions.bin', import.meta.url)));
  const pieces = parsed.map((of) => of.map((sentence) => splitPieces(sentence.tokens)));
  const net = readNameNet(readFileSync(new URL('../../models/ru-name-net.bin', import.meta.url)));
  const reading = { forms: mentions.forms, net };
  const flat = () => pieces.map((of) => findNameLayers(tagger, reading, of, domains.nerel).flat);
  const spans = flat().map((of, i) =>
    of.map(({ sentence, from, to, type }) => {
      const tokens = pieces[i]?.[sentence] ?? [];
      return [tokens[from]?.start ?? 0, tokens[to - 1]?.stop ?? 0, type];
    }),
  );
  const tokens = measure(() => texts.map(({ text }) => tokenise(text).flatMap((it) => it.tokens)));
  const whole = measure(() => articles.map(({ text }, i) => findMentions(text, parsed[i] ?? [], mentions)));
  return [
    { stage: 'tokens', ...tokens, name, found: tokens.found.map((of) => of.map(({ start, stop }) => [start, stop])) },
    {
      stage: 'lemmas',
      name: `${name} (with tags and trees)`,
      seconds: trees.seconds,
      found: trees.found.map((of) =>
        of.map(({ it, analyses }) => chooseLemma(analyses, it.bundle, syntax.agreement) ?? ''),
      ),
    },
    {
      stage: 'tags',
      name: `${name} (with trees)`,
      seconds: trees.seconds,
      found: trees.found.map((of) => of.map(({ it }) => [it.bundle.pos, it.bundle.written])),
    },
    {
      stage: 'trees',
      name: `${name} (with tags)`,
      seconds: trees.seconds,
      found: trees.found.map((of) => of.map(({ it }) => [it.head, it.relation])),
    },
    { stage: 'mentions', name: `${name} (all 29 types, nested)`, seconds: whole.seconds, found: spans },
  ];
}

const name = '**servanda**';

function rawToken(form: string): RawToken {
  const kind = /^[\p{L}\d]/u.test(form) ? 'word' : 'punctuation';
  return { start: 0, stop: form.length, text: form, kind, norm: normOf(form) } satisfies Partial<Token> as RawToken;
}

/** The second of two runs: the first compiles and fills caches, as those of the peers do. */
function measure<T>(work: () => T): { readonly found: T; readonly seconds: number } {
  work();
  const began = process.cpuUsage();
  const found = work();
  const used = process.cpuUsage(began);
  return { found, seconds: (used.user + used.system) / 1e6 };
}

// ---------------------------------------------------------------- peers

const peers = new URL('.', import.meta.url).pathname;

function npmPeers(): readonly string[] | string {
  if (!existsSync(join(peers, 'node_modules'))) return 'az, natural: run `npm ci --prefix bench/peers`';
  return [process.execPath, join(peers, 'peers.mjs')];
}

function pythonPeers(): readonly string[] | string {
  const python = process.env['SERVANDA_PEERS_PYTHON'];
  if (python === undefined) {
    return 'slovnet, natasha, razdel, spaCy: set SERVANDA_PEERS_PYTHON to a python with bench/peers/requirements.txt';
  }
  return [python, join(peers, 'peers.py')];
}

/** `command`, or why there is none. */
function runPeers(
  kind: string,
  command: readonly string[] | string,
  asked: string,
): { readonly runs: readonly Measured[]; readonly absent: readonly string[] } {
  if (typeof command === 'string') {
    console.error(`left out: ${command}`);
    return { runs: [], absent: [command] };
  }
  const [file = '', ...rest] = command;
  const env: NodeJS.ProcessEnv = { ...process.env };
  // an old setting for the processor makes the product of matrices in numpy slower than it need be
  delete env['OPENBLAS_CORETYPE'];
  delete env['OPENBLAS_L2_SIZE'];
  const { status, stdout, stderr } = spawnSync(file, rest, { input: asked, env, maxBuffer: 1 << 30, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the tools of ${kind} failed:\n${stderr}`);
  // written by peers.py and peers.mjs
  return { runs: JSON.parse(stdout) as readonly Measured[], absent: [] };
}

// ---------------------------------------------------------------- scores

function renderTable(inputs: Inputs, runs: readonly Measured[], absent: readonly string[]): string {
  const treebank = inputs.sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
  const articles = inputs.articles.reduce(
    (sum, { text }) => sum + tokenise(text).reduce((own, { tokens }) => own + tokens.length, 0),
    0,
  );
  const sections = stages.map((stage) => {
    const of = runs.filter((it) => it.stage === stage);
    const rows = of.map((it) => {
      const speed = Math.round((stage === 'mentions' ? articles : treebank) / it.seconds);
      return `| ${it.name} | ${scoresOf(it, inputs).join(' | ')} | ${speed.toLocaleString('en')} |`;
    });
    const head = `| tool | ${columns[stage].join(' | ')} | tokens a second |`;
    const line = `|---|${columns[stage].map(() => '---:|').join('')}---:|`;
    return `## ${titles[stage]}\n\n${[head, line, ...rows].join('\n')}\n`;
  });
  return [
    '# The Russian engine beside other tools',
    '',
    `Made by \`npm run -s bench -- language --write\` on ${new Date().toISOString().slice(0, 10)} (${cpus()[0]?.model.trim() ?? 'unknown processor'},`,
    `Node ${process.versions.node}, one core, by processor time); do not edit. Tokens, lemmas, tags and trees over`,
    `${inputs.sentences.length} sentences (${treebank} tokens) of a treebank that nothing was trained on, lemmas, tags and trees from its own`,
    `tokens; mentions over ${inputs.articles.length} articles (${articles} tokens) of NEREL dev. \`npm run -s bench -- language\` says which files.`,
    `The machine had ${cpus().length} cores and a load of ${(loadavg()[0] ?? 0).toFixed(1)}: a busy one is slower for all alike.`,
    '',
    'slovnet and natasha follow the conventions of SynTagRus, which differ from those of GSD in tags and relations, so that a part of',
    'what they lose is no error. spaCy and natural split Russian into tokens but bring no model of it; compromise knows no Russian.',
    ...(absent.length > 0 ? ['', ...absent.map((what) => `**Absent** — ${what}.`)] : []),
    '',
    sections.join('\n'),
  ].join('\n');
}

const stages: readonly Stage[] = ['tokens', 'lemmas', 'tags', 'trees', 'mentions'];

const titles: Readonly<Record<Stage, string>> = {
  tokens: 'Tokens',
  lemmas: 'Lemmas',
  tags: 'Tags',
  trees: 'Trees',
  mentions: 'Mentions',
};

const columns: Readonly<Record<Stage, readonly string[]>> = {
  tokens: ['precision', 'recall', 'F1'],
  lemmas: ['right'],
  tags: ['part of speech', 'all features'],
  trees: ['UAS', 'LAS'],
  mentions: ['PER F1', 'LOC F1', 'ORG F1', 'exact spans F1'],
};

function scoresOf({ stage, found }: Measured, inputs: Inputs): readonly string[] {
  switch (stage) {
    case 'tokens':
      return scoreTokens(found as readonly (readonly [number, number][])[], inputs);
    case 'lemmas':
      return [share(inputs, (i, k, { lemma }) => normOf((found as string[][])[i]?.[k] ?? '') === normOf(lemma))];
    case 'tags': {
      const tags = found as readonly (readonly [string, string])[][];
      return [
        share(inputs, (i, k, { pos }) => tags[i]?.[k]?.[0] === pos),
        share(inputs, (i, k) => tags[i]?.[k]?.[1] === inputs.rows[i]?.[k]),
      ];
    }
    case 'trees': {
      const arcs = found as readonly (readonly [number, string])[][];
      const isHead = (i: number, k: number, head: number): boolean => arcs[i]?.[k]?.[0] === head;
      const plain = (relation: string | undefined): string | undefined => relation?.split(':')[0];
      return [
        share(inputs, (i, k, { head }) => isHead(i, k, head)),
        share(inputs, (i, k, { head, relation }) => isHead(i, k, head) && plain(arcs[i]?.[k]?.[1]) === plain(relation)),
      ];
    }
    case 'mentions':
      return scoreSpans(found as readonly (readonly [number, number, string])[][], inputs.articles);
  }
}

function scoreTokens(found: readonly (readonly [number, number][])[], { texts }: Inputs): readonly string[] {
  let right = 0;
  let all = 0;
  let gold = 0;
  texts.forEach(({ tokens }, i) => {
    const wanted = new Set(tokens);
    gold += wanted.size;
    all += found[i]?.length ?? 0;
    right += (found[i] ?? []).filter(([start, stop]) => wanted.has(`${start}-${stop}`)).length;
  });
  return [right / all, right / gold, (2 * right) / (all + gold)].map(percent);
}

function share(
  { sentences }: Inputs,
  isRight: (sentence: number, token: number, gold: GoldSentence['tokens'][number]) => boolean,
): string {
  let right = 0;
  let all = 0;
  sentences.forEach(({ tokens }, i) => {
    tokens.forEach((token, k) => {
      all++;
      if (isRight(i, k, token)) right++;
    });
  });
  return percent(right / all);
}

function scoreSpans(found: readonly (readonly [number, number, string])[][], articles: readonly Annotated[]): string[] {
  const { token, span } = scoreMentions(
    'nerel',
    articles.map((article, i) => ({
      tokens: article.tokens,
      gold: flattenNerel(article),
      found: (found[i] ?? []).map(([start, stop, label]): LabelledSpan => ({ start, stop, label })),
      goldNested: [],
      foundNested: [],
    })),
  );
  return [token.PER, token.LOC, token.ORG, span].map(({ f1 }: Score) => percent(f1));
}

function percent(value: number): string {
  return value.toFixed(3);
}

/** All features of each token, as the file has them. */
function readFeatureColumn(file: string): readonly (readonly string[])[] {
  return readFileSync(file, 'utf8')
    .split('\n\n')
    .map((block) =>
      block
        .split('\n')
        .map((line) => line.split('\t'))
        .filter((row) => row.length === 10 && /^\d+$/u.test(row[0] ?? ''))
        .map((row) => row[5] ?? ''),
    )
    .filter((rows) => rows.length > 0);
}
