import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { loadLanguage } from '../../../app/load-language.ts';
import type { Analysis } from '../../analysis.ts';
import { createAnalyser } from '../analyse.ts';

interface Case {
  readonly title: string;
  readonly text: string;
  readonly expected: readonly string[];
}

function readCases(path: URL): readonly Case[] {
  const blocks = readFileSync(path, 'utf8').split(/^== /mu).slice(1);
  return blocks.map((block) => {
    const [title = '', ...lines] = block.trim().split('\n');
    const isExpected = (line: string): boolean => / → |: .* — /u.test(line);
    return {
      title,
      text: lines.filter((line) => !isExpected(line)).join('\n'),
      expected: lines.filter(isExpected),
    };
  });
}

/** Where the n-th occurrence of words starts. */
function placeOf(text: string, words: string, n: number): number {
  let at = -1;
  for (let i = 0; i < n; i++) at = text.indexOf(words, at + 1);
  return at;
}

/** The line as the analysis has it: the chain of the mention that spans just these words, or the person's posts. */
function lineOf(analysis: Analysis, line: string): string {
  const words = /^(?<words>.+?)(?:\/(?<n>\d))? → /u.exec(line)?.groups;
  if (words) {
    const start = placeOf(analysis.text, words['words'] ?? '', Number(words['n'] ?? 1));
    const stop = start + (words['words'] ?? '').length;
    const found = analysis.mentions.filter((one) => one.start === start && one.stop === stop);
    const mention = found.find((one) => one.chain >= 0) ?? found[0];
    const chain = mention ? analysis.chains[mention.chain] : undefined;
    return line.replace(/ → .*/u, ` → ${mention ? (chain?.name ?? '-') : 'no mention'}`);
  }
  const [, person = '', wanted = ''] = /^(.+?): (.*)$/u.exec(line) ?? [];
  const posts = analysis.chains.find((chain) => chain.name === person)?.posts ?? [];
  const lines = posts.map(({ post, of }) => `${post} — ${analysis.chains[of]?.name ?? '-'}`);
  return `${person}: ${lines.includes(wanted) ? wanted : lines.join('; ')}`;
}

const analyse = createAnalyser(loadLanguage());

for (const { title, text, expected } of readCases(new URL('chains.cases.txt', import.meta.url))) {
  test(title, () => {
    const analysis = analyse(text, { published: null });
    assert.deepEqual(
      expected.map((line) => lineOf(analysis, line)),
      expected,
    );
  });
}

test('whatever the words, mentions lie in the text in order and chains and mentions point at each other', () => {
  const pieces = [
    'Минск',
    'Анна Дубова',
    'министр',
    'договор',
    'о',
    'мире',
    '«',
    '»',
    '(',
    ').',
    'он',
    ', ',
    'США',
    'и',
    '\n',
    'сторона',
    '"',
    'С-7',
    'заявил',
    '…',
  ];
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(texts, (text) => {
      const { mentions, chains, sentences } = analyse(text, { published: null });
      for (const [i, mention] of mentions.entries()) {
        assert.ok(mention.start < mention.stop && mention.stop <= text.length);
        assert.ok(mention.start >= (mentions[i - 1]?.start ?? 0));
        assert.ok(sentences[mention.sentence]?.tokens[mention.head]);
        if (mention.chain >= 0) assert.ok(chains[mention.chain]?.mentions.includes(i));
      }
      for (const [c, chain] of chains.entries()) {
        for (const i of chain.mentions) assert.equal(mentions[i]?.chain, c);
        for (const post of chain.posts) assert.ok(post.of < chains.length && mentions[post.mention]);
      }
    }),
    { numRuns: 100 },
  );
});
