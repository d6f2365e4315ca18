import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { loadLanguage } from '../src/app/load-language.ts';
import { createAnalyser } from '../src/language/ru/analyse.ts';
import { nominative } from '../src/language/ru/names/nominative.ts';
import { findClaims } from '../src/claims/find-claims.ts';
import type { ClaimContext } from '../src/claims/findings.ts';
import type { Analysis } from '../src/language/analysis.ts';
import type { Claim, PositionClaim, RoleName } from '../src/model/claim.ts';
import type { Span } from '../src/model/span.ts';
import { readFolderArguments } from './folder-arguments.ts';
import { type Score, scoreOf } from './mentions.ts';
import { type Fact, type FactArgument, type FactPair, type FactTally, qualityOf, tallyFacts } from './score-facts.ts';

const types = ['Occupation', 'Meeting', 'Deal', 'Ownership'] as const;

/**
 * `npm run -s eval -- facts DIR [--errors]`: our claims against the facts of factRuEval (`.facts`), easy mode: facts marked hard
 * are left out. Prints one JSON line {Occupation: {p, r, f1}, …}; `--errors` names what was missed, spurious and half right
 * on the error stream. Occupation is told from positions, Meeting from meetings of two and more, Deal from supplies and
 * agreements with two sides; nothing of ours says who owns what, so Ownership finds nothing.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { folder, errors } = readFolderArguments('facts', args);
  console.log(JSON.stringify(evaluateFacts(folder, errors ? (line) => console.error(line) : undefined)));
}

/** Quality by type of fact; `report` gets a line for each error. */
export interface FactScore extends Score {
  readonly gold: number;
  readonly found: number;
}

/** Scores our claims on a folder of factRuEval. */
export function evaluateFacts(folder: string, report?: (line: string) => void): Readonly<Record<string, FactScore>> {
  const language = loadLanguage();
  const analyse = createAnalyser(language);
  const toNominative: ClaimContext['nominative'] = (words, hints = []) =>
    nominative(language.mentions.names, words, { hints });
  const tallies = new Map<string, FactTally>(types.map((type) => [type, { right: 0, gold: 0, found: 0 }]));
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.facts'))
    .sort()) {
    const base = join(folder, file.replace(/\.facts$/u, ''));
    const text = readFileSync(`${base}.txt`, 'utf8');
    const context = { id: file, outlet: null, published: null, title: null, nominative: toNominative };
    const analysis = analyse(text, { published: null });
    const { claims } = findClaims(analysis, context);
    const aliases = new Map(
      analysis.chains.map((chain, at) => {
        const mentions = analysis.mentions.filter((m) => m.chain === at && m.kind === chain.kind);
        return [chain.name, mentions.map((m) => toNominative(text.slice(m.start, m.stop)))];
      }),
    );
    const gold = readFacts(base, text, toNominative).filter((fact) => types.some((type) => type === fact.type));
    const found = withoutPartial(
      claims.flatMap((claim) => factOf(claim, { analysis, aliases, nominative: toNominative })),
    );
    const pairs = tallyFacts(tallies, gold, found);
    if (report) for (const line of errorsOf(gold, found, pairs)) report(`${file} ${line}`);
  }
  return Object.fromEntries(
    [...tallies].map(([type, { right, found, gold }]) => [type, { ...scoreOf(right, found, gold), gold, found }]),
  );
}

/** What the mapping asks of a document beside its claims. */
interface Source {
  readonly analysis: Analysis;
  /** What else the document calls one name, as the record keeps it with its entities: «Беларусь», «Белоруссия». */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly nominative: (words: string) => string;
}

function factOf(claim: Claim, source: Source): readonly Fact[] {
  const args = (role: string, ...names: readonly RoleName[]): readonly FactArgument[] => [
    ...new Map(
      claim.roles
        .filter((r) => names.includes(r.role))
        .map((r) => [
          r.name,
          { role, values: [r.name].concat(r.type === null ? [] : (source.aliases.get(r.name) ?? [])) },
        ]),
    ).values(),
  ];
  const fact = (type: string, list: readonly FactArgument[]): readonly Fact[] =>
    list.length > 1 ? [{ type, arguments: list, isHard: false }] : [];
  switch (claim.type) {
    case 'position':
      return fact('Occupation', occupationOf(claim, source, args('who', 'person'), args('where', 'organisation')));
    case 'meeting': {
      // two states that talk, or a man at a congress, are no Meeting there: people meet
      const people = claim.roles.filter((r) => r.type === 'person').map((r) => r.name);
      return new Set(people).size > 1 ? fact('Meeting', args('participant', 'actor', 'party', 'addressee')) : [];
    }
    case 'supply':
      return fact('Deal', args('participant', 'supplier', 'recipient'));
    case 'agreement':
      return claim.stage === 'signed' || claim.stage === 'agreed' ? fact('Deal', args('participant', 'party')) : [];
    default:
      return [];
  }
}

/**
 * An Occupation of factRuEval says who works where, so that a calling without a body, and a nationality beside one («французский
 * поэт»), give none. Its position is the noun with its adjectives, its place of work what follows («председатель» + «совета
 * союза Варонии»); the record has the body in the post and the state as its owner, so that both ways to cut are given.
 */
function occupationOf(
  claim: PositionClaim,
  source: Source,
  who: readonly FactArgument[],
  where: readonly FactArgument[],
): readonly FactArgument[] {
  const post = claim.roles.find((r) => r.role === 'post');
  const state = claim.roles.find((r) => r.role === 'organisation')?.type === 'state';
  const { short, rest } = cutPost(post?.span ?? null, source);
  if (!post || (where.length === 0 && rest === '') || (state && !ofState.test(post.name) && rest === '')) return [];
  const places = where[0]?.values ?? [];
  // «командир экспедиции», «лидер оппозиции»: plain words name no body, but for offices
  if (![...places.slice(0, 1), rest].some((place) => /\p{Lu}/u.test(place) || ofOffice.test(place))) return [];
  const phase = claim.rule === 'position.post' || claim.rule === 'position.beside' ? null : claim.tense;
  return [
    ...who,
    { role: 'position', values: [post.name, ...(short === '' ? [] : [short, source.nominative(short)])] },
    { role: 'where', values: rest === '' ? places : [...places, source.nominative(rest)] },
    ...(phase === 'new' ? [{ role: 'phase', values: ['начало'] }] : []),
    ...(phase === 'former' ? [{ role: 'phase', values: ['конец'] }] : []),
  ];
}

/** Posts that a state gives: «министр», «посол», «депутат», «глава государства»; a poet or an astronaut is only from there. */
const ofState =
  /президент|премьер|министр|канцлер|корол|император|эмир|султан|посол|постпред|консул|атташе|депутат|сенатор|секретар|глава|лидер|губернатор|спикер|прокурор|представител|командующ|член|советник|уполномоченн|полпред|председател/u;

/** Bodies that are told by their kind alone. */
const ofOffice =
  /(?:отдел|делегаци|силы|сил$|правительств|парламент|министерств|ведомств|комитет|управлени|администраци)/u;

/** «директором института права» → «директором» and «института права»; a post that goes on with a preposition has no body. */
function cutPost(span: Span | null, { analysis }: Source): { readonly short: string; readonly rest: string } {
  if (!span) return { short: '', rest: '' };
  const sentence = analysis.sentences.find((s) => s.start <= span.start && span.start < s.stop);
  const words = sentence?.tokens.filter((t) => t.start >= span.start && t.stop <= span.stop) ?? [];
  const head = words.findIndex((t) => t.pos === 'NOUN');
  const [noun, next] = [words[head], words[head + 1]];
  if (!noun) return { short: '', rest: '' };
  const short = analysis.text.slice(span.start, noun.stop);
  const owned = next !== undefined && next.pos !== 'ADP' && next.kind === 'word';
  const quoted = next !== undefined && /^[«"]$/u.test(next.text);
  return { short, rest: owned || quoted ? analysis.text.slice(next.start, span.stop).replaceAll(/[«»"]/gu, '') : '' };
}

/** A fact that another says with more is not said again: «президент Лис» beside «президент Тальмара Лис». */
function withoutPartial(facts: readonly Fact[]): readonly Fact[] {
  const keys = facts.map((fact) => new Set(fact.arguments.map((a) => `${a.role} ${a.values[0]?.toLowerCase()}`)));
  return facts.filter((fact, i) =>
    facts.every((other, k) => {
      const [own, its] = [keys[i] ?? new Set(), keys[k] ?? new Set()];
      if (i === k || fact.type !== other.type || !own.isSubsetOf(its)) return true;
      return own.size === its.size && i < k;
    }),
  );
}

/** The facts of a document; values are all ways that its annotation knows an entity or a run of words by. */
function readFacts(base: string, text: string, toNominative: (words: string) => string): readonly Fact[] {
  const namesOf = readNames(base, text);
  const blocks = readFileSync(`${base}.facts`, 'utf8').split(/\n\s*\n/u);
  return blocks.flatMap((block) => {
    const [head = '', ...rows] = block.trim().split('\n');
    const type = head.split(/\s+/u)[1];
    if (type === undefined) return [];
    const isHard = rows.some((row) => row.startsWith('Сложность'));
    const args = rows.flatMap((row): FactArgument[] => {
      const [role = '', ...rest] = row.trim().split(/\s+/u);
      if (['Сложность', 'Модальность', 'Type'].includes(role)) return [];
      if (role === 'Фаза') return [{ role: 'phase', values: rest }];
      const values = rest
        .join(' ')
        .split('|')
        .flatMap((value) => {
          const [id = '', ...words] = value.trim().split(' ');
          const isReference = /^(?:obj|span)\d+$/u.test(id);
          const said = isReference ? words.join(' ') : value.trim();
          return [said].concat(role === 'Position' ? [toNominative(said)] : [], namesOf.get(id) ?? []);
        });
      return [{ role: role.toLowerCase(), values: [...new Set(values.filter(Boolean))] }];
    });
    return [{ type, arguments: args, isHard }];
  });
}

/** `obj7` → what entity 7 is called: its names and how the text mentions it. */
function readNames(base: string, text: string): ReadonlyMap<string, readonly string[]> {
  const rows = (path: string): readonly (readonly string[])[] =>
    readFileSync(path, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/u));
  const spans = new Map(
    rows(`${base}.spans`).map(([id = '', , start, length]) => [id, [Number(start), Number(start) + Number(length)]]),
  );
  const mentions = new Map(
    rows(`${base}.objects`).map((row) => {
      const own = row.slice(2, row.indexOf('#')).flatMap((id) => [spans.get(id) ?? []]);
      const pieces = own.map(([start, stop]) => text.slice(start, stop));
      const whole = text.slice(Math.min(...own.map((s) => s[0] ?? 0)), Math.max(...own.map((s) => s[1] ?? 0)));
      return [row[0] ?? '', [whole, pieces.join(' '), ...pieces.filter((p) => /^\p{Lu}/u.test(p))]];
    }),
  );
  const names = new Map<string, readonly string[]>();
  for (const block of readFileSync(`${base}.coref`, 'utf8').split(/\n\s*\n/u)) {
    const [ids = '', ...lines] = block.trim().split('\n');
    const [entity = '', ...objects] = ids.split(/\s+/u);
    const fields = lines.map((line) => line.trim().split(/\s+/u));
    const of = (key: string): readonly string[] =>
      fields.filter(([k = '']) => k.replace(/\d$/u, '') === key).map(([, ...words]) => words.join(' '));
    const [first, second, last] = [of('firstname'), of('patronymic'), of('lastname')];
    const full = last.flatMap((l) => [
      ...first.flatMap((f) => [`${f} ${l}`, `${l} ${f}`, ...second.map((p) => `${f} ${p} ${l}`)]),
      ...(first.length > 1 ? [`${first.join(' ')} ${l}`] : []),
    ]);
    const said = objects.flatMap((id) => mentions.get(id) ?? []);
    names.set(`obj${entity}`, [...full, ...first, ...last, ...of('nickname'), ...of('name'), ...said]);
  }
  return names;
}

function* errorsOf(gold: readonly Fact[], found: readonly Fact[], pairs: readonly FactPair[]): Generator<string> {
  const wordsOf = (fact: Fact): string =>
    `${fact.isHard ? '(hard) ' : ''}${fact.type} ${fact.arguments.map((a) => `${a.role}=${a.values[0]}`).join('; ')}`;
  for (const pair of pairs) {
    if (pair.quality < 1 && !pair.gold.isHard) {
      yield `HALF ${pair.quality.toFixed(2)} ${wordsOf(pair.gold)} — ${wordsOf(pair.found)}`;
    }
  }
  const paired = new Set(pairs.flatMap((pair) => [pair.gold, pair.found]));
  for (const fact of gold) if (!paired.has(fact) && !fact.isHard) yield `MISSED ${wordsOf(fact)}`;
  for (const fact of found) {
    if (!paired.has(fact)) {
      const near = gold.some((g) => qualityOf(g, fact) > 0);
      yield `${near ? 'SECOND' : 'SPURIOUS'} ${wordsOf(fact)}`;
    }
  }
}
