import type { Token } from '../language/analysis.ts';
import type { Quantity } from '../language/quantity.ts';
import type { Role } from '../model/claim.ts';
import { contains, overlaps, type Span } from '../model/span.ts';
import { isIntroduced } from './figure-indicator.ts';
import { directionOf, idleNouns, injuries, sizes, sizeVerbs, takingLives, tollNames } from './figure-words.data.ts';
import { sharedInBrackets, sharedName, withReceiver } from './granted-money.ts';
import { readPredication } from './predications.ts';
import type { Reading } from './reading.ts';
import { fillRole, kindAt } from './roles.ts';
import { calledByDealing, calledByPassive, withBearer } from './size-beside.ts';
import {
  agreesInForm,
  dependents,
  firstAdjective,
  isFullParticiple,
  isThirdPerson,
  isVerbal,
  spanOf,
  subtree,
  type Tree,
} from './tree.ts';

/** The indicator with its words in the nominative; the quantity within them is told by itself. */
export function indicatorRole(reading: Reading, tree: Tree, indicator: number, q: Span): Role {
  const meant = sizeMeant(reading, tree, indicator, q);
  if (meant !== null) return meant;
  const role = fillRole(reading, tree, indicator, 'indicator');
  const word = tree.tokens[indicator];
  const shared = sharedInBrackets(reading, tree, q);
  if (word && shared?.noun === indicator) {
    return {
      ...role,
      text: word.text,
      span: { start: word.start, stop: word.stop },
      name: sharedName(reading, tree, shared),
      type: 'other',
      known: null,
    };
  }
  const befell =
    calledByToll(tree, indicator, q) ??
    sumOf(reading, tree, indicator) ??
    calledByDealing(tree, indicator) ??
    calledByPassive(reading, tree, indicator);
  if (befell !== null) return { ...role, text: befell, span: null, name: befell, type: 'other', known: null };
  if (word && isVerbal(word) && !isFullParticiple(word))
    return { ...role, text: word.text, span: { start: word.start, stop: word.stop }, name: word.text };
  const named = withReceiver(reading, tree, indicator, withoutQuantity(reading, tree, indicator, q, role));
  return withBearer(reading, tree, indicator, named);
}

/** «в размере 2 млн», «трое моряков»: an indicator without the number that stands in its words. */
function withoutQuantity(reading: Reading, tree: Tree, indicator: number, q: Span, role: Role): Role {
  const { start, stop } = role.span ?? q;
  // «размер второго транша», «рынок трёх стран»: no number that is told apart
  const isIdle = (o: Quantity): boolean =>
    o.start > (tree.tokens[indicator]?.start ?? 0) && idleNouns.has(o.unit ?? '');
  const numbers = reading.analysis.quantities.filter((o) => o.kind !== 'ordinal' && !isIdle(o));
  // «увеличит поставки до 6 тонн и доведёт их до 10», «150 судов, число их выросло до 400»: also without another quantity
  const told = [q, ...numbers].find((o) => overlaps({ start, stop }, o));
  if (told === undefined) return role;
  const word = tree.tokens[indicator];
  const rest =
    word && word.start >= told.stop
      ? { start: told.stop, stop }
      : { start, stop: startOfQuantity(tree, indicator, told) };
  const text = reading.analysis.text.slice(rest.start, rest.stop);
  // «тыс. человек», «3135 — дети»: the point of the abbreviation, the dash
  const from = rest.start + (/^[.\s—–-]*/u.exec(text)?.[0].length ?? 0);
  // «8 воздержавшихся, 7 против»: what is counted ends where the next number or a bracket begins
  const counted = reading.analysis.text.slice(from, startOfSize(tree, from, rest.stop));
  const said = /^[^,;([—]*/u.exec(counted)?.[0].trim() ?? '';
  if (!/\p{L}{2}/u.test(said)) return role;
  return {
    ...role,
    text: said,
    span: { start: from, stop: from + said.length },
    name: reading.context.nominative(said),
  };
}

/**
 * «Он вырос на 10 %», «в Варонии она составит 400 евро»: the size told before, for which a pronoun stands beside a verb of size;
 * `null` without one.
 */
function sizeMeant(reading: Reading, tree: Tree, pronoun: number, q: Span): Role | null {
  const word = tree.tokens[pronoun];
  const { lemma = '' } = tree.tokens[word?.head ?? -1] ?? {};
  // «увеличит поставки и доведёт их до двух тонн»
  const isSized = sizeVerbs.has(lemma) || directionOf(lemma) !== null || lemma === 'довести';
  if (!word || !isThirdPerson(word) || !['nsubj', 'obj'].includes(word.relation) || !isSized) return null;
  const here = lastSize(tree.tokens.slice(0, pronoun), word);
  if (here >= 0) return indicatorRole(reading, tree, here, q);
  const before = reading.trees[tree.sentence.index - 1];
  const told = before ? lastSize(before.tokens, word) : -1;
  return before && told >= 0 ? indicatorRole(reading, before, told, q) : null;
}

/** «дефицит составит 3 % ВВП. Он вырастет»: the last size that agrees with a pronoun, first of all a subject; -1 without one. */
function lastSize(tokens: readonly Token[], pronoun: Token): number {
  const isMeant = (t: Token): boolean => sizes.has(t.lemma) && agreesInForm(t.features, pronoun.features);
  const subject = tokens.findLastIndex((t) => isMeant(t) && t.relation.startsWith('nsubj'));
  return subject >= 0 ? subject : tokens.findLastIndex(isMeant);
}

/** «погибли трое», «гибель ста человек», «унёс жизни двоих», «пятеро получили травмы»: what they are called who were counted; `null` for all else. */
function calledByToll(tree: Tree, indicator: number, q: Span): string | null {
  const word = tree.tokens[indicator];
  if (!word || contains(q, word)) return null;
  if (word.lemma === 'жизнь') return takingLives.has(tree.tokens[word.head]?.lemma ?? '') ? 'погибшие' : null;
  if (word.lemma === 'получить') {
    const got = dependents(tree, indicator, 'obj', 'nsubj').map((c) => tree.tokens[c]?.lemma ?? '');
    const hurt = got.find((lemma) => injuries.has(lemma));
    return hurt === undefined ? null : hurt === 'ранение' ? 'раненые' : 'пострадавшие';
  }
  return isFullParticiple(word) ? null : (tollNames[word.lemma] ?? null);
}

/** «Варония получила 3 млн»: «полученная сумма (Варония)», a sum that says nothing without the state or body that gets or gives it; else `null`. */
function sumOf(reading: Reading, tree: Tree, verb: number): string | null {
  const called = calledByDealing(tree, verb);
  if (!called?.endsWith('сумма')) return null;
  const dealer = readPredication(tree, verb).agents.find((a) =>
    ['state', 'organisation'].includes(kindAt(reading, tree, a) ?? ''),
  );
  return dealer === undefined ? null : `${called} (${fillRole(reading, tree, dealer, 'actor').name})`;
}

/** Where what introduces a quantity begins: «в размере 2 млн». */
function startOfQuantity(tree: Tree, indicator: number, q: Span): number {
  const below = dependents(tree, indicator, 'nmod', 'appos', 'nummod', 'obl', 'acl', 'amod', 'conj').find((c) =>
    subtree(tree, c).some((t) => overlaps(q, tree.tokens[t] ?? { start: -1, stop: -1 })),
  );
  return below === undefined ? q.start : Math.min(q.start, spanOf(tree, subtree(tree, below)).start);
}

/** «21 катера на общую сумму 3 млн», «трёх катеров стоимостью 3 млн»: where what introduces another size of them begins, else `stop`. */
function startOfSize(tree: Tree, from: number, stop: number): number {
  const introduced = tree.tokens.flatMap((t, i) => {
    const isSize = from < t.start && t.start < stop && (t.norm === 'стоимостью' || isIntroduced(tree, i));
    const first = isSize ? tree.tokens[dependents(tree, i, 'case')[0] ?? firstAdjective(tree, i)] : undefined;
    return first && first.start > from ? [first.start] : [];
  });
  return introduced[0] ?? stop;
}
