import type { Draft } from './draft.ts';
import { evidenceOf } from './evidence.ts';
import { findClauseTime } from './clause-time.ts';
import { lightVerbs } from './predications.data.ts';
import { readPredication } from './predications.ts';
import type { Reading } from './reading.ts';
import { readStatus } from './status.ts';
import type { Tree } from './tree.ts';

/**
 * «Саммит перенесли: он пройдёт в мае», «Поставка задерживается, её обещают завершить в июне»: when what was put off is to
 * be, told of a pronoun in the same sentence. One draft more for each cancelled one that is taken up so, with its roles.
 */
export function findPutOff(reading: Reading, drafts: readonly Draft[]): readonly Draft[] {
  return drafts.flatMap((draft): readonly Draft[] => {
    const tree = reading.trees[draft.sentence];
    if (!tree || draft.status !== 'cancelled' || draft.type === 'statement' || draft.type === 'figure') return [];
    const verb = tree.tokens.findIndex((_, i) => i > draft.token && takesUp(tree, i, draft));
    if (verb < 0) return [];
    const p = readPredication(tree, verb);
    const { status, force, cues } = readStatus(p);
    const found = findClauseTime(reading, p);
    // «Учение перенесено, оно пройдёт в мае»: the parser hangs the second clause on the first, which does not cancel it
    const isAhead = status === 'planned' || (status === 'cancelled' && tree.tokens[verb]?.features.tense === 'Fut');
    if (!found || !isAhead) return [];
    const evidence = evidenceOf(reading, p, [...p.agents, ...p.patients], found.placed);
    const told = { status: 'planned', force: force ?? 'plan', cues } as const;
    return [{ ...draft, ...told, time: found.time, evidence, rule: `${draft.rule}.put-off`, token: verb }];
  });
}

/** A verb of holding or doing whose subject or object is a pronoun that agrees with the noun of the draft. */
function takesUp(tree: Tree, verb: number, draft: Draft): boolean {
  const word = tree.tokens[verb];
  if (word?.pos !== 'VERB' || !(lightVerbs.has(word.lemma) || doing.has(word.lemma))) return false;
  const noun = tree.tokens[draft.token]?.features;
  const p = readPredication(tree, verb);
  return [...p.agents, ...p.patients].some((t) => {
    const pronoun = tree.tokens[t];
    const isThird = pronoun?.pos === 'PRON' && /^(?:он|она|оно|они|его|ее|их)$/u.test(pronoun.norm);
    const agrees =
      pronoun?.features.number === noun?.number &&
      (noun?.number === 'Plur' || sameGender(pronoun?.norm ?? '', noun?.gender));
    return isThird && t > draft.token && agrees;
  });
}

/** «его» takes up a masculine and a neuter. */
function sameGender(pronoun: string, gender: string | undefined): boolean {
  if (pronoun === 'она' || pronoun === 'ее') return gender === 'Fem';
  return pronoun === 'оно' ? gender === 'Neut' : pronoun === 'его' ? gender !== 'Fem' : gender === 'Masc';
}

const doing: ReadonlySet<string> = new Set([
  'подписать',
  'подписывать',
  'поставить',
  'передать',
  'выполнить',
  'принять',
]);
