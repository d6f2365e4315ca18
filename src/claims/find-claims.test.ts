import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { loadLanguage } from '../app/load-language.ts';
import { createAnalyser } from '../language/ru/analyse.ts';
import { nominative } from '../language/ru/names/nominative.ts';
import type { Claim, Figure } from '../model/claim.ts';
import { findClaims } from './find-claims.ts';
import type { ClaimContext } from './findings.ts';

interface Case {
  readonly text: string;
  /** Whether nobody knows when the text came out. */
  readonly undated: boolean;
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
  /** Cause of a known failure; `null` for a case that must pass. */
  readonly knownFailure: string | null;
}

const day = { from: '2024-07-04', to: '2024-07-04', basis: 'metadata', why: 'given' } as const;

function parseCases(source: string): readonly Case[] {
  return source
    .split(/\n\n+/u)
    .map((block) => block.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
    .filter((lines) => lines.length > 1)
    .map(([first = '', ...rest]) => {
      const [text = '', cause] = first.replace(/^[~?] ?/u, '').split(' # ');
      return {
        undated: first.startsWith('?'),
        // a pilcrow stands for the end of a line
        text: text.replaceAll(' ¶ ', '\n'),
        wanted: rest.filter((line) => !line.startsWith('!')),
        unwanted: rest.filter((line) => line.startsWith('!')).map((line) => line.slice(1).trim()),
        knownFailure: first.startsWith('~') ? (cause ?? 'no cause is given') : null,
      };
    });
}

/** The words by which a line of a case may describe a claim. */
function describe(claim: Claim): ReadonlySet<string> {
  const time = claim.time
    ? claim.time.from === claim.time.to
      ? [`${claim.time.from}`]
      : [`${claim.time.from}..${claim.time.to}`]
    : [];
  const own =
    claim.type === 'statement'
      ? [claim.mode, ...(claim.act ? [`act=${claim.act}`] : [])]
      : claim.type === 'position'
        ? [claim.tense]
        : claim.type === 'agreement'
          ? [claim.stage]
          : claim.type === 'figure'
            ? [`${claim.figure.value}`, claim.figure.unit, ...describeChange(claim.figure)]
            : [];
  const roles = claim.roles.map((r) => `${r.role}=${r.name}`);
  const ends = `ends=${claim.evidence.text.split(' ').at(-1)}`;
  const via = claim.attribution.filter((link) => link.role === 'agency').map((link) => `via=${link.name}`);
  return new Set([claim.type, claim.status, ...own, ...time, ...roles, ends, ...via, ...describeFuture(claim.future)]);
}

/** `change=down/75/person` */
function describeChange({ change }: Figure): readonly string[] {
  return change ? [`change=${change.direction}/${change.value}/${change.unit}`] : [];
}

/** `due=2024-05-01..2024-05-31`, `due=open`, and `by=` for each who is bound; nothing for what has no future. */
function describeFuture(future: Claim['future']): readonly string[] {
  if (!future) return [];
  const { due, by } = future;
  const days = due ? (due.from === due.to ? `${due.from}` : `${due.from}..${due.to}`) : 'open';
  return [`due=${days}`, ...by.map((name) => `by=${name}`)];
}

/** «agreement signed happened party=Франция»: names of roles may have spaces, so that a role runs to the next `word=`. */
function wordsOf(line: string): readonly string[] {
  return line
    .split(/ (?=[a-z]+=|[a-z0-9%A-Z-]+(?: |$))/u)
    .flatMap((part) => (part.includes('=') ? [part] : part.split(' ')));
}

function misses(testCase: Case, claims: readonly Claim[]): readonly string[] {
  const described = claims.map(describe);
  const has = (line: string): boolean => described.some((d) => wordsOf(line).every((word) => d.has(word)));
  return [
    ...testCase.wanted.filter((line) => !has(line)).map((line) => `missing: ${line}`),
    ...testCase.unwanted.filter(has).map((line) => `found, but not said: ${line}`),
  ];
}

const language = loadLanguage();
const analyse = createAnalyser(language);
const folder = new URL('cases/', import.meta.url);
const cases = readdirSync(folder).flatMap((file) => parseCases(readFileSync(new URL(file, folder), 'utf8')));

test('there are cases', () => assert.ok(cases.length > 30));

for (const testCase of cases) {
  test(testCase.text, () => {
    const claims = readClaims(testCase.text, testCase.undated ? null : day);
    const found = misses(testCase, claims);
    if (testCase.knownFailure === null)
      assert.deepEqual(found, [], claims.map((c) => [...describe(c)].join(' ')).join('\n'));
    else assert.notDeepEqual(found, [], 'a known failure passes: take the mark off');
  });
}

const toNominative: ClaimContext['nominative'] = (words, hints = []) =>
  nominative(language.mentions.names, words, { hints });

function readClaims(text: string, published: typeof day | null): readonly Claim[] {
  const analysis = analyse(text, { published });
  const context = {
    id: 'case',
    outlet: null,
    // an empty line stands behind a title
    title: /^(?<title>[^\n]+)\n\n/u.exec(text)?.groups?.['title'] ?? null,
    published,
    nominative: toNominative,
  };
  const { claims } = findClaims(analysis, context);
  for (const { evidence, roles } of claims) {
    assert.equal(text.slice(evidence.start, evidence.stop), evidence.text);
    const named = roles.map(({ role, name }) => `${role} ${name}`);
    assert.deepEqual(named, [...new Set(named)], 'one is named twice in one role');
  }
  return claims;
}
