import { claimTypes, forces, roleNames, stages, statuses } from '../src/model/claim.ts';
import type { Claim, Future, Role, RoleName } from '../src/model/claim.ts';
import type { Document } from '../src/model/document.ts';
import { entityTypes, type EntityType } from '../src/model/entity.ts';
import { claimId } from '../src/model/ids.ts';
import type { ClaimTime, DayRange } from '../src/model/time.ts';

/** Documents with their claims, as the stages before the record would hand them over. */
export interface Written {
  readonly documents: readonly Document[];
  readonly claims: readonly Claim[];
}

/**
 * Reads documents and claims out of a notation for tests:
 *
 *     a 2024-07-04 Вестник                     document: name, day of publication or -, outlet; `source=…` `origin=…` `copied=0-40:b` may follow
 *       agreement signed possible 2024-12      claim: type, stage or tense or mode where the type has one, status, time or -
 *         | Договор о дружбе могут подписать   evidence
 *         | agreement=Договор о дружбе; party=Варония, Мередия; future=promise; by=Варония; due=2024-12
 *
 * A claim stands in one line. Names take `person:`, `organisation:` … before them where the role's usual type is another, `thing:`
 * where they name no entity, and `@Q1` after them for the gazetteer's key. `figure=3.2e9 USD ~` gives a figure, `quote=…` the words
 * of a direct statement.
 */
export function readNotation(text: string): Written {
  const blocks: { head: string; claims: string[] }[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    if (/^\S/u.test(line)) blocks.push({ head: line.trim(), claims: [] });
    else blocks.at(-1)?.claims.push(line.trim());
  }
  const read = blocks.map(readBlock);
  return { documents: read.map((b) => b.document), claims: read.flatMap((b) => b.claims) };
}

function readBlock({ head, claims }: { readonly head: string; readonly claims: readonly string[] }) {
  const [id = '', day = '-', ...rest] = head.split(/\s+/u);
  const options = new Map(rest.filter((r) => r.includes('=')).map((r) => [r.split('=')[0], r.split('=')[1]]));
  const outlet = rest.filter((r) => !r.includes('=')).join(' ') || null;
  let body = '';
  const placed = claims.map((line) => {
    const [shape = '', evidence = '', roles = ''] = line.split('|').map((part) => part.trim());
    const start = body.length;
    body += `${evidence}.\n`;
    return { shape, evidence: { start, stop: start + evidence.length, text: evidence }, roles };
  });
  const document: Document = {
    kind: 'document',
    id,
    source: options.get('source') ?? `${id}.txt`,
    outlet,
    title: null,
    language: 'ru',
    published: day === '-' ? null : { ...readRange(day), basis: 'metadata', why: 'said by the test' },
    publishedTime: null,
    replaces: null,
    text: body,
    removed: [],
    capture: { at: '2026-01-01T00:00:00Z', sha256: id },
    ...readCopied(options.get('copied')),
    origin: options.get('origin') ?? id,
  };
  return { document, claims: placed.map((p) => readClaim(p, document)) };
}

/** `0-40:b`: the first 40 units are from the document b. */
function readCopied(written: string | undefined): Pick<Document, 'copied'> {
  const [, start, stop, from] = /^(\d+)-(\d+):(.+)$/u.exec(written ?? '') ?? [];
  return from === undefined ? {} : { copied: [{ start: Number(start), stop: Number(stop), from }] };
}

interface Placed {
  readonly shape: string;
  readonly evidence: Claim['evidence'];
  readonly roles: string;
}

function readClaim({ shape, evidence, roles: fields }: Placed, document: Document): Claim {
  const words = shape.split(/\s+/u);
  const type = oneOf(claimTypes, words[0], shape);
  const middle = words.length > 3 ? words[1] : undefined;
  const status = oneOf(statuses, words.at(-2), shape);
  const values = new Map(
    fields.split(';').flatMap((field) => {
      const [key = '', ...value] = field.split('=');
      return key.trim() === '' ? [] : [[key.trim(), value.join('=').trim()] as const];
    }),
  );
  const roles = [...values].flatMap(([key, value]) =>
    roleNames.some((r) => r === key) ? value.split(',').map((name) => readRole(key as RoleName, name.trim())) : [],
  );
  const speaker = roles.find((r) => r.role === 'speaker');
  const base = {
    kind: 'claim' as const,
    document: document.id,
    status,
    time: readTime(words.at(-1) ?? '-'),
    roles,
    attribution: [
      ...(document.outlet === null ? [] : [{ role: 'outlet' as const, name: document.outlet, entity: null }]),
      ...(speaker ? [{ role: 'speaker' as const, name: speaker.name, entity: null }] : []),
    ],
    evidence,
    rule: 'notation',
    confidence: 1,
    future: readFuture(values),
  };
  const id = claimId({ ...base, type });
  switch (type) {
    case 'agreement':
      return { ...base, id, type, stage: oneOf(stages, middle, shape) };
    case 'position':
      return { ...base, id, type, tense: oneOf(['current', 'former', 'new'] as const, middle, shape) };
    case 'statement':
      return {
        ...base,
        id,
        type,
        mode: oneOf(['direct', 'indirect'] as const, middle, shape),
        quote: values.get('quote') ?? null,
      };
    case 'figure':
      return { ...base, id, type, figure: readFigure(values.get('figure') ?? '') };
    default:
      return { ...base, id, type };
  }
}

function readFuture(values: ReadonlyMap<string, string>): Future | null {
  const force = values.get('future');
  if (force === undefined) return null;
  return {
    force: oneOf(forces, force, force),
    by:
      values
        .get('by')
        ?.split(',')
        .map((n) => n.trim()) ?? [],
    due: readTime(values.get('due') ?? '-') && readRange(values.get('due') ?? '-'),
  };
}

const usualType: Readonly<{ [role in RoleName]: EntityType | null }> = {
  speaker: 'person',
  addressee: 'person',
  person: 'person',
  post: null,
  organisation: 'state',
  agreement: 'agreement',
  party: 'state',
  actor: 'state',
  place: 'place',
  exercise: 'exercise',
  supplier: 'state',
  recipient: 'state',
  object: null,
  target: 'state',
  indicator: null,
};

function readRole(role: RoleName, written: string): Role {
  const prefix = ([...entityTypes, 'thing'] as const).find((t) => written.startsWith(`${t}:`));
  const [name = '', known = null] = written.slice(prefix ? prefix.length + 1 : 0).split('@');
  const type = prefix === 'thing' ? null : (prefix ?? usualType[role]);
  return { role, text: name, span: null, name, type, known, entity: null };
}

function readFigure(written: string) {
  const [value = '0', unit = '', approx] = written.split(' ');
  return { value: Number(value), unit, approx: approx === '~', change: null };
}

function readTime(written: string): ClaimTime | null {
  return written === '-' ? null : { ...readRange(written), text: written };
}

/** `2024`, `2024-12`, `2024-12-06`, `2024-09-10..2024-09-16`, `1999..` */
function readRange(written: string): DayRange {
  const [from = '', to] = written.split('..');
  if (to !== undefined) return { from: from === '' ? null : from, to: to === '' ? null : to };
  if (from.length === 4) return { from: `${from}-01-01`, to: `${from}-12-31` };
  if (from.length > 7) return { from, to: from };
  const [year = 0, month = 0] = from.split('-').map(Number);
  return {
    from: `${from}-01`,
    to: `${from}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`,
  };
}

function oneOf<T extends string>(values: readonly T[], value: string | undefined, where: string): T {
  const found = values.find((v) => v === value);
  if (found === undefined) throw new Error(`«${where}»: «${value}» is none of ${values.join(', ')}`);
  return found;
}
