import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { loadLanguage } from '../src/app/load-language.ts';
import { createAnalyser } from '../src/language/ru/analyse.ts';
import { nominative } from '../src/language/ru/names/nominative.ts';
import { findClaims } from '../src/claims/find-claims.ts';
import type { Claim, RoleName } from '../src/model/claim.ts';
import { overlaps, type Span } from '../src/model/span.ts';
import { closedFiles } from './annotations.ts';
import { readFolderArguments } from './folder-arguments.ts';
import { type Score, scoreOf } from './mentions.ts';

/**
 * `npm run -s eval -- positions DIR [--errors]`: who holds which post, against the relations WORKS_AS and WORKPLACE of NEREL
 * (https://github.com/nerel-ds/NEREL). A relation is found when a position claim has its person and a post that overlaps the
 * words of its profession; the same post of one person counts once. Prints one JSON line {p, r, f1, organisation, …}, where
 * `organisation` is the share of found positions with a workplace in the gold that name it. Articles of our closed sets are left out.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { folder, errors } = readFolderArguments('positions', args);
  console.log(JSON.stringify(evaluatePositions(folder, errors ? (line) => console.error(line) : undefined)));
}

export interface PositionScore extends Score {
  readonly organisation: number;
  readonly gold: number;
  readonly found: number;
}

/** Scores our positions on a folder of NEREL; `report` gets a line for each error. */
export function evaluatePositions(folder: string, report?: (line: string) => void): PositionScore {
  const language = loadLanguage();
  const analyse = createAnalyser(language);
  const closed = closedFiles();
  const tally = { right: 0, gold: 0, found: 0, workplaces: 0, named: 0 };
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
    if (closed.some((path) => path.endsWith(`/${file}`))) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    const gold = readJobs(readFileSync(join(folder, file.replace(/\.txt$/u, '.ann')), 'utf8'));
    const { claims } = findClaims(analyse(text, { published: null }), {
      id: file,
      outlet: null,
      published: null,
      title: null,
      nominative: (words, hints = []) => nominative(language.mentions.names, words, { hints }),
    });
    const found = claims.filter((claim) => claim.type === 'position');
    const score = scoreJobs(text, gold, found);
    tally.right += score.right.length;
    tally.gold += score.right.length + score.missed.length;
    tally.found += score.right.length + score.spurious.length;
    tally.workplaces += score.workplaces.length;
    tally.named += score.workplaces.filter((w) => w.isNamed).length;
    if (report) {
      for (const job of score.missed) report(`${file} MISSED ${wordsOf(text, job)}`);
      for (const claim of score.spurious) report(`${file} SPURIOUS ${describe(claim)}`);
      for (const { job, claim, isNamed } of score.workplaces) {
        if (!isNamed) report(`${file} WORKPLACE ${job.workplaces.join(' | ')} — ${describe(claim)}`);
      }
    }
  }
  return {
    ...scoreOf(tally.right, tally.found, tally.gold),
    organisation: tally.named / tally.workplaces,
    gold: tally.gold,
    found: tally.found,
  };
}

/** One post of one person: every place where the gold says it. */
interface Job {
  readonly person: readonly string[];
  readonly professions: readonly Span[];
  readonly workplaces: readonly string[];
}

interface JobScore {
  readonly right: readonly Job[];
  readonly missed: readonly Job[];
  readonly spurious: readonly Claim[];
  readonly workplaces: readonly { readonly job: Job; readonly claim: Claim; readonly isNamed: boolean }[];
}

function scoreJobs(text: string, gold: readonly Job[], found: readonly Claim[]): JobScore {
  const fits = (job: Job, claim: Claim): boolean => {
    const post = roleOf(claim, 'post');
    const span = post?.span ?? claim.evidence;
    return (
      job.professions.some((p) => overlaps(p, span) || overlaps(p, claim.evidence)) &&
      job.professions.some((p) => shareStem(text.slice(p.start, p.stop), post?.name ?? '')) &&
      job.person.some((name) => shareStem(name, roleOf(claim, 'person')?.name ?? ''))
    );
  };
  const pairs = gold.map((job) => ({ job, claim: found.find((claim) => fits(job, claim)) }));
  return {
    right: pairs.filter((p) => p.claim).map((p) => p.job),
    missed: pairs.filter((p) => !p.claim).map((p) => p.job),
    spurious: found.filter((claim) => !gold.some((job) => fits(job, claim))),
    workplaces: pairs.flatMap(({ job, claim }) => {
      if (!claim || job.workplaces.length === 0) return [];
      const organisation = `${roleOf(claim, 'organisation')?.name ?? ''} ${roleOf(claim, 'post')?.name ?? ''}`;
      return [{ job, claim, isNamed: job.workplaces.some((w) => shareStem(w, organisation)) }];
    }),
  };
}

function roleOf(claim: Claim, role: RoleName): Claim['roles'][number] | undefined {
  return claim.roles.find((r) => r.role === role);
}

/** Reads the relations of a brat file; names that ALTERNATIVE_NAME joins are one person. */
function readJobs(source: string): readonly Job[] {
  const spans = new Map<string, Span & { readonly text: string; readonly type: string }>();
  const relations: (readonly [type: string, from: string, to: string])[] = [];
  for (const line of source.split('\n')) {
    const entity = /^(T\d+)\t(\S+) (\d+)[\d ;]* (\d+)\t(.*)$/u.exec(line);
    if (entity) {
      const [, id = '', type = '', start, stop, text = ''] = entity;
      spans.set(id, { start: Number(start), stop: Number(stop), text, type });
    }
    const relation = /^R\d+\t(\S+) Arg1:(\S+) Arg2:(\S+)/u.exec(line);
    if (relation) relations.push([relation[1] ?? '', relation[2] ?? '', relation[3] ?? '']);
  }
  const sameAs = (id: string): readonly string[] => {
    const name = spans.get(id)?.text ?? '';
    const others = relations.flatMap(([type, a, b]) =>
      type !== 'ALTERNATIVE_NAME' ? [] : a === id ? [b] : b === id ? [a] : [],
    );
    const twins = [...spans].filter(([, s]) => s.type === 'PERSON' && shareStem(s.text, name)).map(([key]) => key);
    return [id, ...others, ...twins];
  };
  const jobs = new Map<string, Job>();
  for (const [type, person, profession] of relations) {
    const span = spans.get(profession);
    if (type !== 'WORKS_AS' || !span) continue;
    const ids = sameAs(person);
    const key = `${[...ids].toSorted()[0]} ${stemsOf(span.text).join(' ')}`;
    const known = jobs.get(key);
    const places = relations.filter(([t, who]) => t === 'WORKPLACE' && ids.includes(who));
    jobs.set(key, {
      person: [...new Set([...(known?.person ?? []), ...ids.map((id) => spans.get(id)?.text ?? '')])],
      professions: [...(known?.professions ?? []), span],
      workplaces: [
        ...new Set([...(known?.workplaces ?? []), ...places.map(([, , place]) => spans.get(place)?.text ?? '')]),
      ],
    });
  }
  return [...jobs.values()];
}

/** Whether two names have a word in common, by its stem. */
function shareStem(a: string, b: string): boolean {
  const stems = new Set(stemsOf(a));
  return stemsOf(b).some((stem) => stems.has(stem));
}

function stemsOf(words: string): readonly string[] {
  const found =
    words
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/\p{L}{2,}/gu) ?? [];
  return found.map((word) => word.slice(0, Math.max(2, Math.min(5, word.length - 1))));
}

function wordsOf(text: string, job: Job): string {
  const [first] = job.professions;
  const around = first ? text.slice(Math.max(0, first.start - 60), first.stop + 80).replaceAll(/\s+/gu, ' ') : '';
  return `${job.person[0]} = ${first ? text.slice(first.start, first.stop) : ''} … ${around}`;
}

function describe(claim: Claim): string {
  const roles = claim.roles.map((r) => `${r.role}=${r.name}`).join('; ');
  return `${claim.rule} ${roles} — ${claim.evidence.text.replaceAll(/\s+/gu, ' ')}`;
}
