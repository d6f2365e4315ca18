import * as fc from 'fast-check';

import type { Claim, Future, Role, RoleName, Stage, Status } from '../../src/model/claim.ts';
import type { Document } from '../../src/model/document.ts';
import type { EntityType } from '../../src/model/entity.ts';
import { claimId } from '../../src/model/ids.ts';
import type { ClaimTime } from '../../src/model/time.ts';

/** A document with the claims that a reading found in it. */
export interface Reading {
  readonly document: Document;
  readonly claims: readonly Claim[];
}

/**
 * Readings out of so few names, days and words that claims meet, half-meet and contradict each other all the time: surnames
 * that two people share, treaties with names within names, days next to each other, documents of one source or one origin.
 */
export const readings: fc.Arbitrary<readonly Reading[]> = fc
  .array(
    fc.record({
      day: fc.constantFrom(null, '2024-05-14', '2024-05-15', '2024-06-01', '2024-12-07', '2025-02-01'),
      source: fc.constantFrom('own', 'own', 'own', 'shared.txt'),
      reprint: fc.boolean(),
      claims: fc.array(fc.nat({ max: 1 << 28 }), { maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((drafts) => drafts.map((draft, i) => makeReading(`d${i}`, draft)));

/** The same document read again by a program that finds other claims in it. */
export function readAnew(reading: Reading, seeds: readonly number[]): Reading {
  return { document: reading.document, claims: makeClaims(reading.document, seeds) };
}

/** The same reading of a document whose report turns out to have another root, or none. */
export function reprinted(reading: Reading | undefined): Reading | undefined {
  if (!reading) return undefined;
  const { document, claims } = reading;
  return { document: { ...document, origin: document.origin === 'd0' ? document.id : 'd0' }, claims };
}

interface Draft {
  readonly day: string | null;
  readonly source: string;
  readonly reprint: boolean;
  readonly claims: readonly number[];
}

function makeReading(id: string, draft: Draft): Reading {
  const document: Document = {
    kind: 'document',
    id,
    source: draft.source === 'own' ? `${id}.txt` : draft.source,
    outlet: 'Вестник',
    title: null,
    language: 'ru',
    published: draft.day === null ? null : { from: draft.day, to: draft.day, basis: 'metadata', why: 'drawn' },
    publishedTime: null,
    replaces: null,
    text: draft.claims.map((seed) => textOf(seed)).join(''),
    removed: [],
    capture: { at: '2026-01-01T00:00:00Z', sha256: id },
    origin: draft.reprint ? 'd0' : id,
  };
  return { document, claims: makeClaims(document, draft.claims) };
}

function makeClaims(document: Document, seeds: readonly number[]): readonly Claim[] {
  let start = 0;
  const claims = new Map<string, Claim>();
  for (const seed of seeds) {
    const text = textOf(seed);
    const claim = makeClaim(document, seed, { start, stop: start + text.length, text });
    claims.set(claim.id, claim);
    start += text.length;
  }
  return [...claims.values()];
}

const people = ['Пётр Ланской', 'П. Ланской', 'Ланской', 'Андрей Ланской', 'Рейнар Вольф', 'Wolf'];
const states = ['Варония', 'Республика Варония', 'Мередия', 'Тальмар'];
const agreements = [
  'договор о дружбе',
  'проект договора о дружбе и границе',
  'Договор о дружбе и границе',
  'документ',
  'договор о границе и рыбе',
  'меморандум о рыбе',
];
const exercises = ['Щит-2024', 'учение «Щит – 2025»', 'Щит'];
const bodies = ['МИД Варонии', 'Министерство иностранных дел Варонии', 'МИД'];
const days = ['2024-05-14', '2024-05-15', '2024-05-16', '2024-06-01', '2024-12-06'];
const evidence = [
  'вторая встреча прошла',
  'первая партия катеров задерживается',
  'стороны обсудили договор',
  'перенесли на май',
];

/** Takes small choices off a number, one after another. */
function chooser(seed: number): <T>(options: readonly T[]) => T {
  let rest = seed;
  return (options) => {
    const choice = options[rest % options.length];
    rest = Math.floor(rest / options.length) + 7 * (rest % 3);
    if (choice === undefined) throw new Error('nothing to choose from');
    return choice;
  };
}

function textOf(seed: number): string {
  return `${evidence[seed % evidence.length]}. `;
}

function makeClaim(document: Document, seed: number, span: Claim['evidence']): Claim {
  const choose = chooser(Math.floor(seed / evidence.length));
  const type = choose([
    'agreement',
    'meeting',
    'exercise',
    'supply',
    'position',
    'statement',
    'figure',
    'measure',
  ] as const);
  const role = (name: RoleName, kind: EntityType | null, names: readonly string[]): Role => {
    const text = choose(names);
    return { role: name, text, span: null, name: text, type: kind, known: null, entity: null };
  };
  const status: Status = choose(['happened', 'planned', 'happened', 'cancelled', 'denied', 'ongoing', 'possible']);
  const time = timeOf(choose([null, ...days, 'month', 'year']));
  const future: Future | null =
    status === 'planned' || status === 'possible'
      ? {
          force: choose(['plan', 'promise', 'forecast']),
          by: [choose(states)],
          due: time && { from: time.from, to: time.to },
        }
      : null;
  const base = {
    kind: 'claim' as const,
    document: document.id,
    status,
    time,
    evidence: span,
    rule: 'drawn',
    confidence: 1,
    future,
  };
  const made = (roles: readonly Role[]) => ({
    ...base,
    roles,
    attribution: [{ role: 'speaker' as const, name: choose(people), entity: null }],
    id: claimId({ ...base, type, roles }),
  });
  switch (type) {
    case 'agreement': {
      const stage: Stage = choose(['signed', 'discussed', 'in-force', 'ratified', 'drafted']);
      return {
        ...made([
          role('agreement', 'agreement', agreements),
          role('party', 'state', states),
          role('party', 'state', states),
        ]),
        type,
        stage,
      };
    }
    case 'position':
      return {
        ...made([
          role('person', 'person', people),
          role('post', null, ['президент', 'министр']),
          role('organisation', 'state', states),
        ]),
        type,
        tense: choose(['current', 'former']),
      };
    case 'statement':
      return { ...made([role('speaker', 'person', people)]), type, mode: 'indirect', quote: null };
    case 'figure':
      return {
        ...made([role('indicator', null, ['товарооборот Варонии', 'товарооборот', 'добыча рыбы'])]),
        type,
        figure: { value: choose([2, 3]), unit: 'USD', approx: false, change: null },
      };
    case 'exercise':
      return { ...made([role('exercise', 'exercise', exercises), role('party', 'state', states)]), type };
    case 'supply':
      return {
        ...made([
          role('supplier', 'state', states),
          role('object', 'equipment', ['катера «Кайра»', 'два катера', 'Ту-9']),
        ]),
        type,
      };
    case 'meeting':
      return {
        ...made([
          role('actor', 'person', people),
          role('actor', 'state', states),
          role('place', 'place', ['Веллен', 'Ольмар']),
        ]),
        type,
      };
    case 'measure':
      return {
        ...made([role('actor', 'organisation', bodies), role('object', null, ['запрет на рыбу', 'запрет на лес'])]),
        type,
      };
  }
}

function timeOf(chosen: string | null): ClaimTime | null {
  if (chosen === null) return null;
  if (chosen === 'month') return { from: '2024-05-01', to: '2024-05-31', text: 'в мае' };
  if (chosen === 'year') return { from: '2024-01-01', to: '2024-12-31', text: 'в 2024 году' };
  return { from: chosen, to: chosen, text: chosen };
}
