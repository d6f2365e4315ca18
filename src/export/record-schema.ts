import { z } from 'zod';

import { claimTypes, forces, roleNames, speechActs, stages, statuses, tenses } from '../model/claim.ts';
import { entityTypes } from '../model/entity.ts';
import { outcomes, type Line } from '../model/record.ts';

/**
 * The public format, line by line: what `servanda export --format jsonl` prints and the HTTP API returns. Fields that the
 * schema does not know are an error here, so that nothing reaches an export without standing in the format.
 */
const id = z.string().min(1);
const day = z.iso.date();
const range = z.strictObject({ from: day.nullable(), to: day.nullable() }).readonly();
const time = z.strictObject({ from: day.nullable(), to: day.nullable(), text: z.string().nullable() }).readonly();
const span = z.strictObject({ start: z.int().min(0), stop: z.int().min(0) }).readonly();
const ids = z.array(id).readonly();
const status = z.enum(statuses);
const stage = z.enum(stages);

const header = z
  .strictObject({ kind: z.literal('record'), format: z.literal(1), asOf: day, engine: z.string() })
  .readonly();

const document = z
  .strictObject({
    kind: z.literal('document'),
    id,
    source: z.string(),
    outlet: z.string().nullable(),
    title: z.string().nullable(),
    language: z.string(),
    published: z
      .strictObject({
        from: day.nullable(),
        to: day.nullable(),
        basis: z.enum(['metadata', 'printed', 'inferred']),
        why: z.string(),
      })
      .readonly()
      .nullable(),
    publishedTime: z.string().nullable(),
    replaces: id.nullable(),
    text: z.string(),
    removed: z.array(z.strictObject({ text: z.string(), reason: z.string() }).readonly()).readonly(),
    corrections: z
      .array(
        z
          .strictObject({
            type: z.enum(['correction', 'update', 'retraction']),
            text: z.string(),
            start: z.int().min(0),
            stop: z.int().min(0),
          })
          .readonly(),
      )
      .readonly()
      .exactOptional(),
    capture: z.strictObject({ at: z.string(), sha256: z.string() }).readonly(),
    copied: z
      .array(z.strictObject({ start: z.int().min(0), stop: z.int().min(0), from: id }).readonly())
      .readonly()
      .exactOptional(),
    origin: id,
  })
  .readonly();

const entity = z
  .strictObject({
    kind: z.literal('entity'),
    id,
    type: z.enum(entityTypes),
    name: z.string(),
    aliases: z.array(z.string()).readonly(),
    wikidata: z.string().nullable(),
    why: z.array(z.string()).readonly().exactOptional(),
  })
  .readonly();

const role = z
  .strictObject({
    role: z.enum(roleNames),
    text: z.string(),
    span: span.nullable(),
    name: z.string(),
    type: z.enum(entityTypes).nullable(),
    known: z.string().nullable(),
    entity: id.nullable(),
  })
  .readonly();

const claimFields = {
  kind: z.literal('claim'),
  id,
  document: id,
  status,
  time: time.nullable(),
  roles: z.array(role).readonly(),
  attribution: z
    .array(
      z
        .strictObject({ role: z.enum(['outlet', 'agency', 'speaker']), name: z.string(), entity: id.nullable() })
        .readonly(),
    )
    .readonly(),
  evidence: z.strictObject({ start: z.int().min(0), stop: z.int().min(0), text: z.string() }).readonly(),
  rule: z.string(),
  confidence: z.number().min(0).max(1),
  future: z
    .strictObject({ force: z.enum(forces), by: z.array(z.string()).readonly(), due: range.nullable() })
    .readonly()
    .nullable(),
};

const figure = z
  .strictObject({
    value: z.number(),
    unit: z.string(),
    approx: z.boolean(),
    change: z
      .strictObject({ value: z.number(), unit: z.string(), direction: z.enum(['up', 'down']), approx: z.boolean() })
      .readonly()
      .nullable(),
  })
  .readonly();

const claim = z.discriminatedUnion('type', [
  z
    .strictObject({
      ...claimFields,
      type: z.literal('statement'),
      mode: z.enum(['direct', 'indirect']),
      quote: z.string().nullable(),
      act: z.enum(speechActs).exactOptional(),
    })
    .readonly(),
  z.strictObject({ ...claimFields, type: z.literal('position'), tense: z.enum(tenses) }).readonly(),
  z.strictObject({ ...claimFields, type: z.literal('agreement'), stage }).readonly(),
  z.strictObject({ ...claimFields, type: z.literal('figure'), figure }).readonly(),
  z
    .strictObject({
      ...claimFields,
      type: z.enum(['meeting', 'exercise', 'supply', 'deployment', 'institution', 'measure', 'event']),
    })
    .readonly(),
]);

const conflict = z
  .strictObject({
    field: z.string(),
    values: z.array(z.strictObject({ value: z.unknown(), claims: ids }).readonly()).readonly(),
  })
  .readonly();

const event = z
  .strictObject({
    kind: z.literal('event'),
    id,
    type: z.enum(claimTypes),
    status,
    time: time.nullable(),
    roles: z.array(role).readonly(),
    claims: ids,
    documents: z.int().min(1),
    origins: z.int().min(1),
    conflicts: z.array(conflict).readonly(),
    why: z.array(z.string()).readonly().exactOptional(),
  })
  .readonly();

const agreement = z
  .strictObject({
    kind: z.literal('agreement'),
    id,
    entity: id,
    name: z.string(),
    parties: ids,
    current: stage.nullable(),
    stages: z
      .array(
        z.strictObject({ stage, status, time: time.nullable(), claims: ids, known: day.exactOptional() }).readonly(),
      )
      .readonly(),
    conflicts: z.array(conflict).readonly(),
  })
  .readonly();

const report = z
  .strictObject({
    claim: id,
    status,
    time: time.nullable(),
    known: day.nullable(),
    implied: z.boolean(),
    why: z.string(),
    part: z.strictObject({ told: z.number().nullable(), of: z.number().nullable() }).readonly().exactOptional(),
  })
  .readonly();

const commitment = z
  .strictObject({
    kind: z.literal('commitment'),
    id,
    claim: id,
    claims: ids,
    force: z.enum(forces),
    by: ids,
    due: range.nullable(),
    dues: z
      .array(z.strictObject({ due: range, claim: id, anew: z.literal(true).exactOptional() }).readonly())
      .readonly()
      .exactOptional(),
    reports: z.array(report).readonly().exactOptional(),
    outcome: z
      .strictObject({ status: z.enum(outcomes), time: time.nullable(), claims: ids, why: z.string() })
      .readonly(),
    asOf: day,
  })
  .readonly();

export const lineSchema = z.union([header, document, entity, claim, event, agreement, commitment]);

/** The format as JSON Schema (draft 2020-12), as it stands in docs/record.schema.json. */
export function recordJsonSchema(): object {
  return { title: 'One line of a Servanda record, format 1', ...z.toJSONSchema(lineSchema) };
}

/** Fails to compile where the schema and the model part ways, in either direction. */
type Same<A, B> = [A, B] extends [B, A] ? true : never;
export const schemaIsModel: Same<z.infer<typeof lineSchema>, Line> = true;
