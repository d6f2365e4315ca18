import { readFileSync } from 'node:fs';

import { z } from 'zod';

const manifest = new URL('../../package.json', import.meta.url);

/** Version of this program, as `package.json` gives it; it stands in the first line of an export. */
export const engineVersion: string = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(manifest, 'utf8'))).version;
