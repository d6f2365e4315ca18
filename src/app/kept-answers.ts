import type { Store } from '../store/store.ts';

/** Answers that are kept of one kind: most readers ask for the same few. */
const mostKept = 16;

/** Works out an answer once for each question, and again when the version has changed; the earliest asked go first. */
export function keptAnswers<Asked, Answer>(
  version: () => Promise<string>,
  workOut: (asked: Asked) => Promise<Answer>,
): (asked: Asked) => Promise<Answer> {
  const kept = new Map<string, Promise<Answer>>();
  return async (asked) => {
    const key = `${await version()} ${JSON.stringify(asked)}`;
    const answer = kept.get(key) ?? workOut(asked);
    kept.delete(key);
    kept.set(key, answer);
    // What failed is tried again.
    answer.catch(() => kept.delete(key));
    for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
    return answer;
  };
}

/** A stamp that changes whenever the record does. */
export async function versionOf(store: Pick<Store, 'progress'>): Promise<string> {
  const { read, merged } = await store.progress();
  return `${read}-${merged}`;
}
