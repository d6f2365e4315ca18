import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The import table of the design: what each folder of `src/` may import of the others. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  capture: ['model'],
  document: ['model', 'language'],
  language: ['model'],
  claims: ['model', 'language'],
  record: ['model', 'language'],
  store: ['model'],
  app: ['model', 'capture', 'document', 'language', 'claims', 'record', 'store'],
  export: ['model'],
  web: ['model', 'language'],
  http: ['app', 'export', 'model', 'web'],
  mcp: ['app', 'export', 'model', 'web'],
  cli: ['app', 'export', 'model', 'web', 'http', 'mcp'],
};

/** Of `language`, these see only a part. */
const onlyPartOfLanguage: Readonly<Record<string, RegExp>> = {
  record: /^language\/(?:[a-z]+\/)?names\//u,
  web: /^language\/(?:[a-z]+\/)?names\/transliterat/u,
};

/** Pure folders take clock, files and network as arguments. `node:crypto` is let through for hashing alone. */
const pure = new Set(['model', 'document', 'language', 'claims', 'record', 'export', 'web']);
const impure: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a file, network or process module', /from '(?:node:)(?!crypto')[a-z/:]+'/u],
  ['the clock', /\bDate\.now\(|new Date\(\)|performance\.now\(/u],
  ['randomness', /Math\.random\(|randomUUID|randomBytes/u],
  ['the console', /\bconsole\./u],
  ['the process', /\bprocess\./u],
  ['the network', /\bfetch\(/u],
];

interface SourceFile {
  /** Relative to `src/`, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Lists what in these files breaks the design; empty where nothing does. */
function findBreaches(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => [...findImportBreaches(file), ...findImpurities(file)]);
}

function findImportBreaches(file: SourceFile): readonly string[] {
  const folder = folderOf(file.path);
  const allowed = mayImport[folder];
  if (!allowed) return [`${file.path}: src/${folder} is not a folder of the design`];
  return importsOf(file).flatMap((target) => {
    const to = folderOf(target);
    if (to === folder) return [];
    if (!allowed.includes(to)) return [`${file.path} imports ${target}: ${folder} may not import ${to}`];
    const part = onlyPartOfLanguage[folder];
    return to === 'language' && part && !part.test(target)
      ? [`${file.path} imports ${target}: ${folder} may import only ${part.source} of language`]
      : [];
  });
}

function importsOf(file: SourceFile): readonly string[] {
  const found = file.text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/gu);
  return [...found].map((m) => relative('/src', resolve('/src', dirname(file.path), m[1] ?? '')));
}

function findImpurities(file: SourceFile): readonly string[] {
  if (!pure.has(folderOf(file.path)) || file.path.includes('/browser/')) return [];
  const code = file.text.replaceAll(/\/\*[\s\S]*?\*\//gu, '').replaceAll(/(?<!:)\/\/.*$/gmu, '');
  return impure.flatMap(([what, pattern]) =>
    pattern.test(code) ? [`${file.path} uses ${what}; ${folderOf(file.path)} is pure`] : [],
  );
}

function folderOf(path: string): string {
  return path.split('/')[0] ?? '';
}

test('src/ keeps to the import table and the purity rules of the design', () => {
  const files = globSync('src/**/*.{ts,js}', { cwd: root })
    .filter((path) => !path.endsWith('.test.ts'))
    .map((path) => ({ path: relative('src', path), text: readFileSync(join(root, path), 'utf8') }));
  assert.ok(files.length > 0, 'no source file was found');
  assert.deepEqual(findBreaches(files), []);
});

const breaches: readonly (readonly [path: string, text: string, reason: RegExp])[] = [
  ['model/a.ts', "import { x } from '../language/x.ts';", /model may not import language/u],
  ['web/page.ts', "import type { S } from '../store/store.ts';", /web may not import store/u],
  ['record/a.ts', "import { parseTimes } from '../language/ru/times.ts';", /may import only/u],
  ['utils/a.ts', 'export {};', /not a folder of the design/u],
  ['claims/a.ts', "import { readFileSync } from 'node:fs';", /claims is pure/u],
  ['record/a.ts', 'const now = Date.now();', /uses the clock/u],
  ['language/a.ts', 'console.log(1);', /uses the console/u],
  ['document/a.ts', "await fetch('https://example.org');", /uses the network/u],
  ['export/a.ts', 'const r = Math.random();', /uses randomness/u],
  ['app/a.ts', "const { main } = await import('../cli/main.ts');", /app may not import cli/u],
];

for (const [path, text, reason] of breaches) {
  test(`a breach is found: ${path}: ${text}`, () => {
    assert.match(findBreaches([{ path, text }]).join('\n'), reason);
  });
}

test('what the table allows passes', () => {
  const text = "import { nominative } from '../language/ru/names/nominative.ts';";
  assert.deepEqual(findBreaches([{ path: 'record/people.ts', text }]), []);
});

test('no folder is a catch-all', () => {
  const folders = globSync('src/**/', { cwd: root });
  assert.deepEqual(
    folders.filter((f) => /(?:^|\/)(?:utils?|helpers?|common|services?|managers?|misc|shared)$/u.test(f)),
    [],
  );
});
