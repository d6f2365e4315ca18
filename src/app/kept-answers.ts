import type { Store } from '../store/store.ts';

/** Answers that are kept of one kind: most readers ask for the same few. */
const mostKept = 16;

/** Works out an answer once for each question, and again when the dossier has changed; the earliest asked go first. */
export function keptAnswers<Asked, Answer>(
  store: Pick<Store, 'progress'>,
  workOut: (asked: Asked) => Promise<Answer>,
): (asked: Asked) => Promise<Answer> {
  const kept = new Map<string, Promise<Answer>>();
  return async (asked) => {
    const { read, merged } = await store.progress();
    const key = `${read}-${merged} ${JSON.stringify(asked)}`;
    const answer = kept.get(key) ?? workOut(asked);
    kept.delete(key);
    kept.set(key, answer);
    // What failed is tried again.
    answer.catch(() => kept.delete(key));
    for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
    return answer;
  };
}
