import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { z } from 'zod';

import { run as scoreRecord } from './record.ts';

const span = z.tuple([z.int(), z.int()]);
/** An item keeps the words of the article as offsets into it; names of people, bodies and agreements are facts. */
const item = z.looseObject({ evidence: span, quote: span.optional() });
const annotated = z.object({
  file: z.string(),
  document: z.looseObject({}),
  claims: z.array(item),
  commitments: z.array(item),
  never: z.array(item),
});

/**
 * `npm run -s eval -- annotations dev|fresh|blind FOLDER [--json] [--errors]`:
 * scores the reading of real articles against our own
 * annotations of them. `eval/annotations/SET.jsonl` holds offsets and names only; FOLDER (../shared/corpora) holds the texts.
 * Errors are looked at on `dev` and `fresh` only, so that `blind` keeps telling how the rest of the world is read.
 */
export async function run(args: readonly string[]): Promise<void> {
  const [set = '', folder = '', ...rest] = args;
  if (!['dev', 'fresh', 'blind'].includes(set) || folder === '')
    throw new Error('usage: npm run -s eval -- annotations dev|fresh|blind FOLDER');
  if (set === 'blind' && rest.includes('--errors')) throw new Error('errors are looked at on dev and fresh only');
  const work = mkdtempSync(join(tmpdir(), 'servanda-annotations-'));
  try {
    const { gold, paths } = writeArticles(set, folder, work);
    await scoreRecord([gold, ...paths, ...rest]);
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** The files of the blind set, for evaluations whose errors are looked at to leave out. */
export function blindFiles(): readonly string[] {
  return readFileSync(new URL('annotations/blind.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => annotated.parse(JSON.parse(line)).file);
}

/**
 * Puts the articles of a set into the folder `work`, and beside them their gold with the words that its offsets point at.
 * `folder`: ../shared/corpora. Throws where an article is not there.
 */
export function writeArticles(
  set: string,
  folder: string,
  work: string,
): { readonly gold: string; readonly paths: readonly string[] } {
  const lines = readFileSync(new URL(`annotations/${set}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean);
  const gold: Record<string, unknown> = {};
  const paths: string[] = [];
  for (const line of lines) {
    const article = annotated.parse(JSON.parse(line));
    const text = readFileSync(join(folder, article.file), 'utf8').replaceAll('\u00A0', ' ');
    const words = (it: z.infer<typeof item>): object => ({
      ...it,
      evidence: text.slice(...it.evidence),
      ...(it.quote ? { quote: text.slice(...it.quote) } : {}),
    });
    const path = join(work, basename(article.file));
    writeFileSync(path, text);
    paths.push(path);
    gold[basename(article.file)] = {
      document: article.document,
      claims: article.claims.map(words),
      commitments: article.commitments.map(words),
      never: article.never.map(words),
    };
  }
  const goldFile = join(work, 'gold.json');
  writeFileSync(goldFile, JSON.stringify(gold));
  return { gold: goldFile, paths };
}
