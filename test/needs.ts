import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a test may need beyond what npm brings. */
export type Need = 'shared' | 'chromium' | 'postgres' | 'mount';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** A path in the folder of annotated data beside the repository. */
export function sharedPath(...parts: readonly string[]): string {
  return join(root, '..', 'shared', ...parts);
}

/**
 * Test options for a test that needs something: `test('name', needs('shared'), () => …)`.
 * Skips with the reason where it is absent; throws instead where `SERVANDA_REQUIRE` names it, so that a machine that is
 * meant to have it cannot pass by skipping.
 */
export function needs(...wanted: readonly Need[]): { readonly skip: string | false } {
  for (const need of wanted) {
    const absent = absences[need]();
    if (absent === null) continue;
    const required = (process.env['SERVANDA_REQUIRE'] ?? '').split(',').includes(need);
    if (required) throw new Error(`SERVANDA_REQUIRE names ${need}, but ${absent}`);
    return { skip: absent };
  }
  return { skip: false };
}

/** The first of the places where a program usually stands, or `null`. */
export function programPath(...places: readonly string[]): string | null {
  return places.find((place) => existsSync(place)) ?? null;
}

const absences: Readonly<Record<Need, () => string | null>> = {
  shared: () => (existsSync(sharedPath('seeds')) ? null : 'there is no ../shared beside the repository'),
  chromium: () =>
    programPath('/usr/bin/chromium', '/usr/bin/google-chrome') ? null : 'no Chromium at /usr/bin/chromium',
  postgres: () =>
    programPath(
      '/usr/lib/postgresql/15/bin/postgres',
      '/usr/lib/postgresql/16/bin/postgres',
      '/usr/lib/postgresql/17/bin/postgres',
    )
      ? null
      : 'no PostgreSQL server under /usr/lib/postgresql',
  mount: () => {
    const mounting = 'mount -t tmpfs none /tmp';
    const { status } = spawnSync('unshare', ['--map-root-user', '--mount', 'sh', '-c', mounting], { stdio: 'ignore' });
    return status === 0 ? null : 'a program cannot be given a file system of its own here';
  },
};
