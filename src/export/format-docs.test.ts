import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { followTheMoneySchema } from '../model/follow-the-money.ts';
import { exportFormats } from './formats.data.ts';
import { recordJsonSchema } from './record-schema.ts';

const page = readFileSync(new URL('../../docs/format.md', import.meta.url), 'utf8');

/** What the schema of a line says, as far as this test asks. */
interface LineSchema {
  readonly anyOf?: readonly LineSchema[];
  readonly oneOf?: readonly LineSchema[];
  readonly properties?: Readonly<Record<string, { readonly const?: string }>>;
}

/** Names of the fields of each kind of line, in any order. */
function fieldsOf(schema: LineSchema, fields = new Map<string, Set<string>>()): ReadonlyMap<string, Set<string>> {
  for (const one of schema.anyOf ?? schema.oneOf ?? []) fieldsOf(one, fields);
  const kind = schema.properties?.['kind']?.const;
  if (kind !== undefined)
    fields.set(kind, new Set([...(fields.get(kind) ?? []), ...Object.keys(schema.properties ?? {})]));
  return fields;
}

test('docs/format.md names every field of the schema, and no other', () => {
  const fields = fieldsOf(recordJsonSchema());
  assert.ok(fields.size === 7);
  for (const [kind, names] of fields) {
    const section = new RegExp(`^## ${kind}\\n([\\s\\S]*?)(?=^## )`, 'mu').exec(page)?.[1] ?? '';
    const described = [...section.matchAll(/^\| `(\w+)` +\|/gmu)].map((row) => row[1] ?? '');
    assert.deepEqual(described.toSorted(), [...names].toSorted(), kind);
  }
});

test('docs/format.md names every format, and the FollowTheMoney schema of every entity type', () => {
  for (const { name } of exportFormats) assert.ok(name === 'jsonl' || page.includes(`\`${name}\``), name);
  for (const [type, schema] of Object.entries(followTheMoneySchema))
    assert.match(page, new RegExp(`^\\| ${type} +\\| ${schema} +\\|`, 'mu'));
});
