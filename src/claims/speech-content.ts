import { lemmaList } from './lemma-list.ts';
import type { Reading } from './reading.ts';
import { contentPrepositions, describingVerbs, isJudging, namingVerbs, passingVerbs } from './reporting.data.ts';
import { dependents, isVerbal, prepositionOf, subtree, type Tree, universal } from './tree.ts';

/** A content clause, a quotation in the sentence, «о …», «об этом», or the verb set off after what was said. */
export function hasContent(reading: Reading, tree: Tree, verb: number): boolean {
  const prepositions = contentPrepositions.get(tree.tokens[verb]?.lemma ?? '') ?? [];
  return (
    universal(tree.tokens[verb]?.relation ?? '') === 'parataxis' ||
    isBetweenCommas(tree, verb) ||
    isAddedBehind(tree, verb) ||
    leadsToWords(tree, verb) ||
    isSetOffByAs(tree, verb) ||
    isOnObject(tree, verb, prepositions) ||
    (tree.children[verb] ?? []).some((c) => isContent(tree, verb, c, prepositions)) ||
    reading.analysis.quotations.some(
      (q) => q.start < tree.sentence.stop && q.stop > tree.sentence.start && q.stop - q.start > 30,
    )
  );
}

/** «сравнил порт с тюрьмой», where the parser hangs the second on the first. */
function isOnObject(tree: Tree, verb: number, prepositions: readonly string[]): boolean {
  const under = dependents(tree, verb, 'obj').flatMap((o) => dependents(tree, o, 'nmod'));
  return under.some((c) => prepositions.includes(`${prepositionOf(tree, c)} ${tree.tokens[c]?.features.case}`));
}

/** «что порт закрыт», «о порте», «с тюрьмой»: `prepositions` are those of the verb, with their cases. */
function isContent(tree: Tree, verb: number, child: number, prepositions: readonly string[]): boolean {
  const word = tree.tokens[child];
  switch (universal(word?.relation ?? '')) {
    case 'ccomp':
      return true;
    // «передал соседям мандат, сообщает агентство»: who passes that on
    case 'parataxis':
      return !passingVerbs.has(word?.lemma ?? '') || child < verb;
    // «признаёт право Варонии участвовать»
    case 'xcomp':
      return isVerbal(word) && !namingVerbs.has(tree.tokens[verb]?.lemma ?? '');
    case 'obl': {
      const preposition = prepositionOf(tree, child);
      // «указал на то, что», «признался в том, что»
      const isClause = preposition !== null && word?.lemma === 'то' && clauseUnder(tree, child);
      const isOwn = prepositions.includes(`${preposition} ${word?.features.case}`);
      return preposition === 'о' || preposition === 'об' || isClause || isOwn;
    }
    default:
      return false;
  }
}

/** «выразил соболезнования», «приветствовали решение», «не исключил закрытия порта»: what is judged is all that is said. */
export function isJudged(tree: Tree, verb: number): boolean {
  const lemma = tree.tokens[verb]?.lemma ?? '';
  const judging = isJudging(lemma) || /^(?:исключ|подтвер)/u.test(lemma);
  return judging && (dependents(tree, verb, 'obj').length > 0 || isObjectBefore(tree, dependents(tree, verb, 'nsubj')));
}

/** «Соболезнования выразил президент»: of two subjects the first, which is no living being, is what is said. */
function isObjectBefore(tree: Tree, [first = -1, second]: readonly number[]): boolean {
  return second !== undefined && tree.tokens[first]?.features.animacy === 'Inan';
}

/** «Позже, продолжил он, порт закроют»: a verb and who speaks, in the midst of what is said. */
function isBetweenCommas(tree: Tree, verb: number): boolean {
  const subject = dependents(tree, verb, 'nsubj').find((c) => c === verb + 1);
  const [before, after] = [tree.tokens[verb - 1], tree.tokens[verb + 2]];
  return subject !== undefined && verb > 1 && before?.text === ',' && after?.text === ',';
}

/** «Порт закрыт, заметили в министерстве»: behind a comma a verb with who speaks, which the parser may take for one more deed. */
export function isAddedBehind(tree: Tree, verb: number): boolean {
  const { relation, head = -1 } = tree.tokens[verb] ?? {};
  const isBehind = relation === 'conj' && head < verb && tree.tokens[verb - 1]?.text === ',';
  if (!isBehind || dependents(tree, verb, 'cc', 'obj').length > 0) return false;
  const isIn = (c: number): boolean => /^(?:во?|на)$/u.test(prepositionOf(tree, c) ?? '');
  return (
    dependents(tree, verb, 'nsubj').some((c) => c > verb) ||
    (tree.tokens[verb]?.features.number === 'Plur' && dependents(tree, verb, 'obl').some((c) => c > verb && isIn(c)))
  );
}

/** «как передаёт агентство, войска вошли»: the clause around it is what is said; «рассказал, как пишет» ends with no comma. */
export function isSetOffByAs(tree: Tree, verb: number): boolean {
  const as = dependents(tree, verb, 'mark').find((c) => tree.tokens[c]?.norm === 'как');
  if (as === undefined) return false;
  const opens = as === 0 || /^[,—–-]$/u.test(tree.tokens[as - 1]?.text ?? '');
  const end = tree.tokens.slice(verb + 1, verb + longestAside).some((t) => t.text === ',');
  return universal(tree.tokens[verb]?.relation ?? '') === 'advcl' || (opens && end);
}

/** How many words the subject of «как сообщает …» may have. */
const longestAside = 8;

/** «написал в дневнике:», «объявил в среду, что у порта нет хозяина»: what follows, also where the parser hangs it on another word. */
function leadsToWords(tree: Tree, verb: number): boolean {
  const after = tree.tokens.slice(verb + 1);
  const end = after.findIndex((t) => t.text === ':' || t.text === ',' || isVerbal(t));
  const [mark, next, before] = [after[end], after[end + 1], after[end - 1]];
  const clause = mark?.text === ',' && next?.norm === 'что' && next.pos === 'SCONJ' && before?.lemma !== 'то';
  return clause || (mark?.text === ':' && next === undefined);
}

function clauseUnder(tree: Tree, token: number): boolean {
  return dependents(tree, token, 'ccomp', 'acl', 'advcl').length > 0;
}

/**
 * «эксперты связывают рост цен с засухой»: one thing is laid to another, which the parser may hang on the first. No words are
 * «министра связывает с послом дружба», «город связывает с портом надежды».
 */
export function laysToCause(tree: Tree, verb: number): boolean {
  const objects = dependents(tree, verb, 'obj').filter((o) => !bonds.has(tree.tokens[o]?.lemma ?? ''));
  const under = [...dependents(tree, verb, 'obl'), ...objects.flatMap((o) => dependents(tree, o, 'nmod'))];
  const isCause = (c: number): boolean => {
    const { case: declined, animacy } = tree.tokens[c]?.features ?? {};
    return prepositionOf(tree, c) === 'с' && declined === 'Ins' && animacy === 'Inan';
  };
  return objects.length > 0 && under.some(isCause);
}

/** What is tied to somebody rather than explained. */
const bonds: ReadonlySet<string> = new Set(lemmaList(`надежда ожидание будущее жизнь судьба план`));

/** «назвал их провокацией»: somebody or something, and what it is called. */
export function namesSomething(tree: Tree, verb: number): boolean {
  const { lemma = '' } = tree.tokens[verb] ?? {};
  if (!namingVerbs.has(lemma) && !describingVerbs.has(lemma)) return false;
  const objects = dependents(tree, verb, 'obj').filter((o) => tree.tokens[o]?.lemma !== 'который');
  // «называет её заложницей»: the parser may take the pronoun for whose the name is
  if (/^(?:его|ее|их)$/u.test(tree.tokens[verb + 1]?.norm ?? '') && !objects.includes(verb + 1)) objects.push(verb + 1);
  // the name may hang on what is named: «назвал учения провокацией»
  const under = [verb, ...objects].flatMap((t) => tree.children[t] ?? []);
  // «считают слова посла о порте недопустимыми», which the parser hangs on the port
  const isStray = (t: number): boolean => tree.tokens[t]?.pos === 'ADJ' && tree.tokens[t]?.relation === 'nmod';
  under.push(...objects.flatMap((o) => subtree(tree, o).filter((t) => isStray(t) && !under.includes(t))));
  const called = under.some(
    (c) =>
      namingVerbs.has(lemma) &&
      tree.tokens[c]?.features.case === 'Ins' &&
      prepositionOf(tree, c) === null &&
      ['obl', 'iobj', 'xcomp', 'obj', 'nmod', 'amod'].includes(universal(tree.tokens[c]?.relation ?? '')),
  );
  const likened = describingVerbs.has(lemma) && under.some((c) => isLikened(tree, c));
  return (called || likened) && objects.length > 0;
}

/** «как угрозу», «как светлый дворец» */
function isLikened(tree: Tree, token: number): boolean {
  return (tree.children[token] ?? []).some((c) => c < token && tree.tokens[c]?.norm === 'как');
}
