import { readFileSync } from 'node:fs';
import { normOf } from '../src/language/ru/find-tokens.ts';
import { readMorphology } from '../src/language/ru/morphology/read-morphology.ts';
import { chooseLemma } from '../src/language/ru/syntax/choose-lemma.ts';
import { parseTokens } from '../src/language/ru/syntax/parse-sentence.ts';
import { readSyntax } from '../src/language/ru/syntax/read-syntax.ts';
import { readRows } from '../training/corpora/conllu.ts';

/** Shares of tokens; see `run`. */
export interface SyntaxFigures {
  readonly tokens: number;
  readonly uas: number;
  readonly las: number;
  readonly lasFull: number;
  readonly upos: number;
  readonly feats: number;
  readonly lemma: number;
}

/**
 * `eval syntax FILE.conllu`: our tags and trees over the gold tokens of a treebank, every token counted, punctuation too.
 * One JSON line: `uas` right heads, `las` right heads with the right relation up to its subtype (as CoNLL 2018 counts),
 * `lasFull` with the subtype, `upos` parts of speech, `feats` all features as written (none left out), `lemma` in lower
 * case with ё as е.
 */
export async function run(args: readonly string[]): Promise<void> {
  const [file] = args;
  if (file === undefined) throw new Error('usage: npm run eval -- syntax FILE.conllu');
  console.log(JSON.stringify(scoreSyntax(file, args[1])));
}

/** The figures of `run`; `model`: path of the net from the root of the repository. */
export function scoreSyntax(file: string, model = 'models/ru-syntax.bin'): SyntaxFigures {
  const at = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url));
  const morphology = readMorphology(at('models/ru-morphology.bin'));
  const syntax = readSyntax(at(model), morphology);
  const counts = { tokens: 0, uas: 0, las: 0, lasFull: 0, upos: 0, feats: 0, lemma: 0 };
  for (const sentence of readRows(file)) {
    const tokens = sentence.map(([, form = '']) => ({
      start: 0,
      stop: form.length,
      text: form,
      kind: /^[\p{L}\d]/u.test(form) ? ('word' as const) : ('punctuation' as const),
      norm: normOf(form),
    }));
    const analyses = tokens.map((token) => morphology.analyse(token.text));
    const parsed = parseTokens(tokens, analyses, syntax);
    sentence.forEach(([, , lemma = '', pos, , feats, head, relation = ''], i) => {
      const ours = parsed[i];
      if (!ours) return;
      const isHead = ours.head + 1 === Number(head);
      counts.tokens++;
      counts.uas += isHead ? 1 : 0;
      counts.las += isHead && universal(ours.relation) === universal(relation) ? 1 : 0;
      counts.lasFull += isHead && ours.relation === relation ? 1 : 0;
      counts.upos += ours.bundle.pos === pos ? 1 : 0;
      counts.feats += ours.bundle.written === feats ? 1 : 0;
      counts.lemma += chooseLemma(analyses[i] ?? [], ours.bundle, syntax.agreement) === normOf(lemma) ? 1 : 0;
    });
  }
  const share = (count: number) => Number((count / counts.tokens).toFixed(4));
  return {
    tokens: counts.tokens,
    uas: share(counts.uas),
    las: share(counts.las),
    lasFull: share(counts.lasFull),
    upos: share(counts.upos),
    feats: share(counts.feats),
    lemma: share(counts.lemma),
  };
}

/** «nmod» of «nmod:gov» */
function universal(relation: string): string {
  return relation.split(':')[0] ?? relation;
}
