import { type State, states } from './gazetteer.ts';

/**
 * «перуано-чилийский», «российско-белорусский»: the two states whose adjectives a word joins. In: a lemma. Out: the states in the
 * order of the word; none where a part is no adjective of a state that the gazetteer lists.
 */
export function statesOfJointAdjective(lemma: string): readonly State[] {
  const parts = /^(?<first>\p{L}+)о-(?<second>\p{L}+)$/u.exec(lemma)?.groups;
  const stem = parts?.['first'] ?? '';
  const first = byAdjective.get(ownStems[stem] ?? `${stem}ий`) ?? byAdjective.get(`${stem}ский`);
  const second = byAdjective.get(parts?.['second'] ?? '');
  return first && second ? [first, second] : [];
}

const byAdjective: ReadonlyMap<string, State> = new Map(
  states.flatMap((state) => state.adjectives.map((adjective) => [adjective, state] as const)),
);

/** First parts that no adjective of today is cut to: «франко-», «греко-». */
const ownStems: Readonly<Record<string, string>> = {
  франк: 'французский',
  грек: 'греческий',
  итал: 'итальянский',
  англ: 'британский',
  инд: 'индийский',
};
