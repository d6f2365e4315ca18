import { coordinated, dependents, prepositionOf, type Tree } from './tree.ts';

/**
 * «Проект договора разработали дипломаты»: of two subjects of a verb in the plural the one in the singular that could as
 * well be accusative is the object.
 */
export function subjectsThatAreObjects(tree: Tree, token: number, subjects: readonly number[]): readonly number[] {
  if (subjects.length < 2 || tree.tokens[token]?.features.number !== 'Plur') return [];
  const isMany = (s: number) => tree.tokens[s]?.features.number === 'Plur' || coordinated(tree, s).length > 1;
  if (!subjects.some(isMany)) return [];
  return subjects.filter((s) => {
    const word = tree.tokens[s];
    const alike = word?.features.animacy === 'Inan' && word.features.gender !== 'Fem';
    return alike && word.pos === 'NOUN' && !isMany(s);
  });
}

/**
 * To whom, where the tree made it an object or a subject: «поставил Варонии катера», «катера переданы Варонии». Of two
 * objects the one that could be a dative beside an accusative, or that holds the accusative; of two subjects of a passive
 * the one that is no nominative.
 */
export function receiversAmong(tree: Tree, token: number): readonly number[] {
  const caseOfToken = (o: number) => tree.tokens[o]?.features.case;
  const couldReceive = (o: number) => {
    const word = tree.tokens[o];
    return word?.pos === 'PROPN' && /[иеу]$/u.test(word.norm) && prepositionOf(tree, o) === null;
  };
  const objects = dependents(tree, token, 'obj');
  const taking = objects.filter((o) => {
    const accusative = [...objects, ...heldBy(tree, o)].some((other) => other !== o && caseOfToken(other) === 'Acc');
    return caseOfToken(o) !== 'Acc' && accusative && couldReceive(o);
  });
  const subjects = dependents(tree, token, 'nsubj').filter((s) => tree.tokens[s]?.relation === 'nsubj:pass');
  const named = subjects.some((s) => caseOfToken(s) === 'Nom');
  return [...taking, ...(named ? subjects.filter((s) => caseOfToken(s) !== 'Nom' && couldReceive(s)) : [])];
}

/** «поставил Варонии партию»: an accusative that hangs on the receiver. */
export function heldBy(tree: Tree, receiver: number): readonly number[] {
  return dependents(tree, receiver, 'nmod', 'obj').filter(
    (c) => tree.tokens[c]?.features.case === 'Acc' && prepositionOf(tree, c) === null,
  );
}
