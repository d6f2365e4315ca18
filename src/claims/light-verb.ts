import type { Token } from '../language/analysis.ts';
import { isFuture, isNegated } from './clause.ts';
import { occurrenceVerbs } from './misread-arguments.ts';
import { beside, lightVerbs, modals, phases } from './predications.data.ts';
import { dependents, genitivesOf, isNominal, isVerbal, prepositionOf, subtree, type Tree, universal } from './tree.ts';

/** The verb that carries a verbal noun: «провели переговоры», «встреча состоится», «саммит, который пройдёт в мае»; -1 where none does. */
export function lightVerbOf(tree: Tree, noun: number): number {
  const word = tree.tokens[noun];
  const head = word?.head ?? -1;
  const relation = universal(word?.relation ?? '');
  if (relation === 'conj' && isNominal(tree.tokens[head])) return lightVerbOf(tree, head);
  // «морская фаза учений пройдёт в мае»: what is told of a part, unless the whole has a clause of its own
  const isPart = phases.has(tree.tokens[head]?.lemma ?? '') && genitivesOf(tree, head).includes(noun);
  if (relation === 'nmod' && isPart) {
    const carrier = lightVerbOf(tree, head);
    return carrier >= 0 ? carrier : relativeLight(tree, noun);
  }
  const verb = tree.tokens[head];
  // «первая партия должна прибыть в мае»
  const meant = relation === 'nsubj' && modals.has(verb?.lemma ?? '') ? dependents(tree, head, 'xcomp') : [];
  const ahead = meant.find(
    (v) => occurrenceVerbs.has(tree.tokens[v]?.lemma ?? '') || tree.tokens[v]?.lemma === 'прибыть',
  );
  if (ahead !== undefined) return ahead;
  if (!isVerbal(verb) || !lightVerbs.has(verb?.lemma ?? '')) {
    const below = lightBelow(tree, noun);
    return below < 0 && head < 0 ? strayLight(tree, noun) : below;
  }
  // «решение приняли на встрече, которая прошла в мае»
  const own = dependents(tree, noun, 'acl').find((c) => occurrenceVerbs.has(tree.tokens[c]?.lemma ?? ''));
  const isHeld = occurrenceVerbs.has(verb?.lemma ?? '') || /^(?:собраться|съехаться)$/u.test(verb?.lemma ?? '');
  if (relation === 'obl' && own !== undefined && !isHeld) return own;
  // «состоялась за неделю до визита»: what stands beside the matter of the verb is not carried by it
  if (relation === 'obl' && beside.has(prepositionOf(tree, noun) ?? '')) return -1;
  // «не приняли на саммите решения»: the summit was, whatever was not done at it
  if (relation === 'obl' && isNegated(tree, head) && dependents(tree, head, 'obj').length > 0) return -1;
  return ['obj', 'nsubj', 'obl', 'iobj'].includes(relation) ? head : -1;
}

/** «запланированные на март переговоры», «саммит, который пройдёт в июне»: what carries a noun from below it. */
function lightBelow(tree: Tree, noun: number): number {
  const participle = dependents(tree, noun, 'acl', 'amod').find(
    (c) => isVerbal(tree.tokens[c]) && lightVerbs.has(tree.tokens[c]?.lemma ?? ''),
  );
  if (participle !== undefined && tree.tokens[participle]?.relation !== 'acl:relcl') return participle;
  const relative = relativeLight(tree, noun);
  return relative < 0 ? (participle ?? -1) : relative;
}

/** «саммит, который пройдёт в июне», «выборы, которые должны состояться»: the verb of the relative clause that says when. */
function relativeLight(tree: Tree, noun: number): number {
  const own = tree.tokens[noun]?.features;
  // «учения с участием судов из Италии, которые прошли в июне»: the clause may hang on another noun of the phrase
  const isOther = (c: number): boolean => isVerbal(tree.tokens[c]) && tree.tokens[c]?.relation !== 'acl:relcl';
  for (const clause of subtree(tree, noun, isOther)) {
    if (tree.tokens[clause]?.relation !== 'acl:relcl') continue;
    const relative = dependents(tree, clause, 'nsubj').some((s) => {
      const { lemma, features } = tree.tokens[s] ?? {};
      // «референдум о статусе области, который состоится»: it agrees with what it is said of
      const hung = tree.tokens[clause]?.head === noun;
      const agrees = features?.number === own?.number && (own?.number === 'Plur' || features?.gender === own?.gender);
      return lemma === 'который' && (hung || agrees);
    });
    const verbs = [clause, ...dependents(tree, clause, 'xcomp', 'csubj')];
    const isLight = (v: number): boolean =>
      isVerbal(tree.tokens[v]) && occurrenceVerbs.has(tree.tokens[v]?.lemma ?? '');
    // «учения, которые проводятся по плану и пройдут в мае»: when they are says the second
    const isGeneral = tree.tokens[clause]?.features.tense === 'Pres';
    const ahead = isGeneral ? dependents(tree, clause, 'conj').find((v) => isLight(v) && isFuture(tree, v)) : undefined;
    const verb = ahead ?? verbs.find(isLight);
    if (relative && verb !== undefined) return verb;
  }
  return -1;
}

/** «Встреча министров запланирована на май»: the only short participle that agrees with a noun which heads the sentence. */
function strayLight(tree: Tree, noun: number): number {
  const own = tree.tokens[noun]?.features;
  const isLight = (token: Token) =>
    token.features.variant === 'Short' &&
    lightVerbs.has(token.lemma) &&
    token.features.number === own?.number &&
    token.features.gender === own?.gender;
  return own?.case === 'Nom' ? tree.tokens.findIndex((token, i) => i > noun && isLight(token)) : -1;
}
