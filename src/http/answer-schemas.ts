import { z } from 'zod';

import { claimTypes, forces, roleNames, stages, statuses, tenses } from '../model/claim.ts';
import { entityTypes } from '../model/entity.ts';
import { outcomes } from '../model/record.ts';

// The nouns of the API, as `docs/record.schema.json` and `src/model/` have them. A test holds real answers against them.

/** Schemas, with the names that they have in the description of the API. */
export const answerSchemas = z.registry<{ readonly id: string }>();
const byName = new Map<string, z.ZodType>();

/** The schema of that name; `undefined` where there is none. */
export function answerSchema(name: string): z.ZodType | undefined {
  return byName.get(name);
}

function named<T extends z.ZodType>(id: string, schema: T): T {
  answerSchemas.add(schema, { id });
  byName.set(id, schema);
  return schema;
}

const id = z.string();
const ids = z.array(id);
const day = z.string().describe('ISO calendar day');
const range = named(
  'DayRange',
  z.object({ from: day.nullable(), to: day.nullable() }).describe('Inclusive days; an open end is null.'),
);
const time = named('ClaimTime', z.object({ from: day.nullable(), to: day.nullable(), text: z.string().nullable() }));
const span = named('Span', z.object({ start: z.int(), stop: z.int() }).describe('Half-open, in UTF-16 units.'));

const publication = named(
  'Publication',
  z.object({
    from: day.nullable(),
    to: day.nullable(),
    basis: z.enum(['metadata', 'printed', 'inferred']),
    why: z.string(),
  }),
);
const card = named(
  'DocumentCard',
  z.object({
    id,
    source: z.string(),
    outlet: z.string().nullable(),
    title: z.string().nullable(),
    language: z.string(),
    published: publication.nullable(),
    publishedTime: z.string().nullable(),
    origin: id,
  }),
);
const document = named(
  'Document',
  z.object({
    ...card.shape,
    kind: z.literal('document'),
    replaces: id.nullable(),
    text: z.string(),
    removed: z.array(z.object({ text: z.string(), reason: z.string() })),
    capture: z.object({ at: z.string(), sha256: z.string() }),
    copied: z
      .array(z.object({ ...span.shape, from: id }))
      .optional()
      .describe('Parts that stand in an earlier document too.'),
  }),
);
const entity = named(
  'Entity',
  z.object({
    kind: z.literal('entity'),
    id,
    type: z.enum(entityTypes),
    name: z.string(),
    aliases: z.array(z.string()),
    wikidata: z.string().nullable(),
  }),
);
const role = named(
  'Role',
  z.object({
    role: z.enum(roleNames),
    text: z.string(),
    span: span.nullable(),
    name: z.string(),
    type: z.enum(entityTypes).nullable(),
    known: z.string().nullable(),
    entity: id.nullable(),
  }),
);
const change = z.object({
  value: z.number(),
  unit: z.string(),
  direction: z.enum(['up', 'down']),
  approx: z.boolean(),
});
const figure = named(
  'Figure',
  z.object({ value: z.number(), unit: z.string(), approx: z.boolean(), change: change.nullable() }),
);
const claim = named(
  'Claim',
  z.object({
    kind: z.literal('claim'),
    id,
    document: id,
    type: z.enum(claimTypes),
    status: z.enum(statuses),
    time: time.nullable(),
    roles: z.array(role),
    attribution: z.array(
      z.object({ role: z.enum(['outlet', 'agency', 'speaker']), name: z.string(), entity: id.nullable() }),
    ),
    evidence: z.object({ ...span.shape, text: z.string() }),
    rule: z.string(),
    confidence: z.number(),
    future: z.object({ force: z.enum(forces), by: z.array(z.string()), due: range.nullable() }).nullable(),
    mode: z.enum(['direct', 'indirect']).optional().describe('Statements alone.'),
    quote: z.string().nullish().describe('Statements alone: the words, without the outer marks.'),
    tense: z.enum(tenses).optional().describe('Positions alone.'),
    stage: z.enum(stages).optional().describe('Agreements alone.'),
    figure: figure.optional().describe('Figures alone; the period is `time`.'),
  }),
);
const conflict = named(
  'Conflict',
  z.object({ field: z.string(), values: z.array(z.object({ value: z.unknown(), claims: ids })) }),
);
const event = named(
  'Event',
  z.object({
    kind: z.literal('event'),
    id,
    type: z.enum(claimTypes),
    status: z.enum(statuses),
    time: time.nullable(),
    roles: z.array(role),
    claims: ids,
    documents: z.int(),
    origins: z.int(),
    conflicts: z.array(conflict),
  }),
);
const agreement = named(
  'Agreement',
  z.object({
    kind: z.literal('agreement'),
    id,
    entity: id,
    name: z.string(),
    parties: ids,
    current: z.enum(stages).nullable(),
    stages: z.array(z.object({ stage: z.enum(stages), status: z.enum(statuses), time: time.nullable(), claims: ids })),
    conflicts: z.array(conflict),
  }),
);
const commitment = named(
  'Commitment',
  z.object({
    kind: z.literal('commitment'),
    id,
    claim: id,
    claims: ids,
    force: z.enum(forces),
    by: ids,
    due: range.nullable(),
    outcome: z.object({ status: z.enum(outcomes), time: time.nullable(), claims: ids, why: z.string() }),
    asOf: day,
  }),
);
const passage = named(
  'Passage',
  z
    .object({
      claim: id,
      document: id,
      text: z.string(),
      mark: span,
      before: z.string().optional().describe('The sentence before it, where a statement is told by pointing back.'),
    })
    .describe('The sentence around the evidence.'),
);

named('Person', z.object({ entity, positions: z.array(claim), statements: z.int() }));
named(
  'Post',
  z.object({
    kind: z.literal('post'),
    id,
    post: z.string(),
    organisation: id.nullable(),
    holders: z.array(
      z.object({
        person: id,
        from: day.nullable(),
        to: day.nullable(),
        isOver: z.boolean().describe('A document calls this person a former holder.'),
        claims: ids,
      }),
    ),
  }),
);
named(
  'FigureSeries',
  z.object({
    kind: z.literal('series'),
    indicator: z.string(),
    unit: z.string(),
    points: z
      .array(
        z.object({
          event: id,
          period: time.nullable(),
          values: z
            .array(z.object({ figure, claims: ids, known: day.nullable().describe('The earliest publication of it.') }))
            .describe('Earliest published first: later ones revise or contradict.'),
          conflict: z.boolean(),
        }),
      )
      .describe('In the order of their periods.'),
  }),
);
named('EventOrAgreement', z.discriminatedUnion('kind', [event, agreement]));
named('Hit', z.object({ document: card, snippets: z.array(z.object({ text: z.string(), marks: z.array(span) })) }));
named(
  'DocumentFile',
  z.object({
    document,
    claims: z.array(claim),
    events: z.array(event),
    agreements: z.array(agreement),
    commitments: z.array(commitment),
    reprints: z.array(card),
    copiedFrom: z.array(card),
    versions: z.array(card),
    earlier: z
      .object({
        ids: z.array(id),
        changes: z.array(z.object({ kind: z.enum(['removed', 'added']), text: z.string() })),
      })
      .optional()
      .describe('Versions that came before, latest first, and what differs from the latest.'),
  }),
);
named(
  'EntityFile',
  z.object({
    entity,
    totals: z
      .object({ statements: z.int(), events: z.int(), agreements: z.int(), commitments: z.int() })
      .describe('How many lines there are; the latest stand here, the lists narrowed by `about` give all.'),
    positions: z.array(claim),
    statements: z.array(claim),
    events: z.array(event),
    agreements: z.array(agreement),
    commitments: z.array(commitment),
  }),
);
named(
  'ClaimFile',
  z.object({
    claim,
    ruled: z.enum(['accepted', 'rejected', 'corrected']).nullable().describe('What people made of it.'),
    rulings: z
      .array(
        z.object({
          ruling: z.looseObject({ id, by: z.string(), at: z.string(), why: z.string() }),
          stands: z.boolean(),
        }),
      )
      .describe('What people decided about it, latest first.'),
    document: card,
    events: z.array(event),
    agreements: z.array(agreement),
    commitments: z.array(commitment),
  }),
);
named(
  'Cited',
  z
    .object({
      entities: z.record(z.string(), entity),
      claims: z.record(z.string(), claim),
      documents: z.record(z.string(), card),
      passages: z.record(z.string(), passage),
    })
    .describe('Whatever the lines name by id.'),
);
named(
  'Summary',
  z.object({
    documents: z.int(),
    claims: z.int(),
    entities: z.int(),
    events: z.int(),
    agreements: z.int(),
    commitments: z.int(),
    from: day.nullable(),
    to: day.nullable(),
    outcomes: z.record(z.enum(outcomes), z.int()),
    pending: z.int().describe('Documents that are read but not yet merged.'),
    queue: z
      .object({ waiting: z.int(), taken: z.int(), setAside: z.int() })
      .describe('Captures that workers are to read, have in hand, and gave up.'),
    version: z.string().describe('Changes whenever the dossier does.'),
  }),
);
named('Problem', z.object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() }));
