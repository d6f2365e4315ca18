import { writeFileSync } from 'node:fs';

import { recordJsonSchema } from '../src/export/record-schema.ts';

/** Writes docs/record.schema.json. Run it after a change of src/export/record-schema.ts; a test fails on a difference. */
writeFileSync(
  new URL('../docs/record.schema.json', import.meta.url),
  `${JSON.stringify(recordJsonSchema(), null, 2)}\n`,
);
