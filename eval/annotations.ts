import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { z } from 'zod';

import { run as scoreRecord } from './record.ts';

const span = z.tuple([z.int(), z.int()]);
/**
 * An item keeps the words of the article as offsets into it; names of people, bodies and agreements are facts, but an
 * agreement that has no name is told by a clause of the article.
 */
const item = z.looseObject({
  evidence: span,
  quote: span.optional(),
  agreement: z.union([z.string(), span]).optional(),
});
const annotated = z.object({
  file: z.string(),
  document: z.looseObject({ title: span.optional() }),
  claims: z.array(item),
  commitments: z.array(item),
  never: z.array(item),
});

/** Nobody looks at errors on them. */
export const closedSets: readonly string[] = ['after', 'blind', 'kept'];
/** Errors on them are looked at, and weights are learnt from them. */
export const openSets: readonly string[] = [
  'dev',
  'fresh',
  'long',
  'wide',
  'later',
  'further',
  'short',
  'apart',
  'unseen',
  'beyond',
];
const sets: readonly string[] = [...openSets, ...closedSets];

/**
 * `npm run -s eval -- annotations SET FOLDER [--json] [--errors]`: scores the reading of real articles against our own annotations
 * of them. `eval/annotations/SET.jsonl` holds offsets and names only; FOLDER (../shared/corpora) holds the texts. Errors are looked
 * at on open sets alone, so that the closed ones keep telling how the rest of the world is read.
 */
export async function run(args: readonly string[]): Promise<void> {
  const [set = '', folder = '', ...rest] = args;
  if (!sets.includes(set) || folder === '')
    throw new Error(`usage: npm run -s eval -- annotations ${sets.join('|')} FOLDER`);
  const isClosed = closedSets.includes(set);
  if (isClosed && rest.includes('--errors'))
    throw new Error(`errors are looked at on every set but ${closedSets.join(', ')}`);
  const figures = isClosed ? ['--figures'] : [];
  await withArticles(set, folder, ({ gold, paths }) => scoreRecord([gold, ...paths, ...rest, ...figures]));
}

/** Where the gold and the articles of a set are, while they are used. */
export interface Articles {
  readonly gold: string;
  readonly paths: readonly string[];
}

/**
 * Writes the articles of a set and their gold into a folder that is thrown away after use, and works from there: by their
 * bare names documents have the same ids, and so the same figures, wherever that folder is. `folder`: ../shared/corpora.
 */
export async function withArticles<T>(
  set: string,
  folder: string,
  use: (articles: Articles) => Promise<T>,
): Promise<T> {
  const before = process.cwd();
  const work = mkdtempSync(join(tmpdir(), 'servanda-annotations-'));
  try {
    const articles = writeArticles(set, folder, work);
    process.chdir(work);
    return await use(articles);
  } finally {
    process.chdir(before);
    rmSync(work, { recursive: true });
  }
}

/** The files of the sets whose errors nobody looks at, for evaluations whose errors are looked at to leave out. */
export function closedFiles(): readonly string[] {
  return filesOf(closedSets);
}

/** The files of all sets, below the folder of the corpora. */
export function annotatedFiles(): readonly string[] {
  return filesOf(sets);
}

function filesOf(names: readonly string[]): readonly string[] {
  return names
    .flatMap((set) => readFileSync(new URL(`annotations/${set}.jsonl`, import.meta.url), 'utf8').split('\n'))
    .filter(Boolean)
    .map((line) => annotated.parse(JSON.parse(line)).file);
}

/**
 * Puts the articles of a set into the folder `work`, and beside them their gold with the words that its offsets point at.
 * Gives their names in it. Throws where an article is not there.
 */
function writeArticles(set: string, folder: string, work: string): Articles {
  const lines = readFileSync(new URL(`annotations/${set}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean);
  const gold: Record<string, unknown> = {};
  const paths: string[] = [];
  for (const line of lines) {
    const article = annotated.parse(JSON.parse(line));
    const text = readFileSync(join(folder, article.file), 'utf8').replaceAll('\u00A0', ' ');
    const words = ({ evidence, quote, agreement, ...it }: z.infer<typeof item>): object => ({
      ...it,
      evidence: text.slice(...evidence),
      ...(quote && { quote: text.slice(...quote) }),
      ...(agreement !== undefined && {
        agreement: typeof agreement === 'string' ? agreement : text.slice(...agreement),
      }),
    });
    const { title, ...document } = article.document;
    const name = basename(article.file);
    writeFileSync(join(work, name), text);
    paths.push(name);
    gold[name] = {
      document: { ...document, ...(title && { title: text.slice(...title) }) },
      claims: article.claims.map(words),
      commitments: article.commitments.map(words),
      never: article.never.map(words),
    };
  }
  writeFileSync(join(work, 'gold.json'), JSON.stringify(gold));
  return { gold: 'gold.json', paths };
}
