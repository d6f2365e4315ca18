import { readFileSync, writeFileSync } from 'node:fs';
import wabt from 'wabt';

/** `node scripts/build-kernel.ts`: each kernel.wat under src/language/ru → its kernel.data.ts. Run it after a change of one. */
const { parseWat } = await wabt();
for (const part of ['mentions', 'syntax']) {
  const folder = new URL(`../src/language/ru/${part}/`, import.meta.url);
  const text = readFileSync(new URL('kernel.wat', folder), 'utf8');
  const { buffer } = parseWat('kernel.wat', text, { simd: true }).toBinary({});
  const base64 = Buffer.from(buffer).toString('base64');
  writeFileSync(
    new URL('kernel.data.ts', folder),
    `/** kernel.wat, assembled by scripts/build-kernel.ts, in base64. */\nexport const kernelBytes =\n  '${base64}';\n`,
  );
}
