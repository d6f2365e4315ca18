import type { Token } from '../language/analysis.ts';
import { lemmaList } from './lemma-list.ts';
import {
  agreesInForm,
  ancestors,
  coordinated,
  dependents,
  genitivesOf,
  isVerbal,
  prepositionOf,
  type Tree,
  universal,
} from './tree.ts';

/** How a verb stands in its clause. */
export type VerbForm = 'finite' | 'infinitive' | 'participle' | 'converb';

/**
 * Subjects of a verb, its own or those that it shares: with the verb that it is joined to, that governs it, or whose circumstance it is.
 * In: a tree, a verb and its form. Out: tokens; a coordination is told by its first.
 */
export function subjectsOf(tree: Tree, token: number, form: VerbForm, depth = 0): readonly number[] {
  // «исполнять обязанности будет посол»
  const own = [token, ...dependents(tree, token, 'aux')].flatMap((t) => dependents(tree, t, 'nsubj'));
  const word = tree.tokens[token];
  if (own.length > 0 || !word || depth > 6) return own;
  const partakers = partakersIn(tree, token);
  if (partakers.length > 0) return partakers;
  const head = tree.tokens[word.head];
  if (!head) return [];
  const relation = universal(word.relation);
  // «Стороны провели переговоры и подписали договор», «Он был послом и возглавлял партию»
  // «Она — посол и возглавляла партию»
  const predicative = isVerbal(head) || dependents(tree, word.head, 'cop', 'nsubj').length > 0;
  // «Варония не приедет, заявили в министерстве»: who says it is nobody named
  if (relation === 'conj' && isOfAnotherNumber(tree, token, word.head)) return [];
  if (relation === 'conj' && predicative) return subjectsOf(tree, word.head, formOf(head), depth + 1);
  // «принял прибывших в порт послов»: they came, not he
  if (form === 'participle' && (word.features.case === 'Gen' || word.features.case === 'Acc')) return [];
  // «Стороны готовы подписать договор», «Стороны планируют провести учение»
  if (relation === 'xcomp' || relation === 'csubj' || (relation === 'ccomp' && form === 'infinitive')) {
    if (impersonals.has(head.lemma) && dependents(tree, token, 'obj').length === 0) return [];
    return controllersOf(tree, word.head, depth);
  }
  // «министр сообщил, что прибудет в среду»: who speaks, where the verb agrees
  if (relation === 'ccomp' && form === 'finite' && isVerbal(head) && word.features.person !== '1') {
    return subjectsOf(tree, word.head, formOf(head), depth + 1).filter((s) => agreesWith(tree, s, token));
  }
  // «побывал в порту, где встречался с послом», «был арестован, когда приехал»
  if ((relation === 'acl' || relation === 'advcl') && form === 'finite' && isWhereOrWhen(tree, token)) {
    return subjectAbove(tree, token, depth);
  }
  // «подписав договор, стороны…»
  if (relation === 'advcl' && (form === 'converb' || form === 'infinitive')) {
    return subjectsOf(tree, word.head, formOf(head), depth + 1);
  }
  // «план компании построить завод», «о планах подписать договор»
  if ((relation === 'acl' || relation === 'nmod') && form === 'infinitive') return holdersOf(tree, word.head, depth);
  return [];
}

/** «примут участие главы Италии и Дании», «принимают участие ряд министров»: nobody's part is taken, so that who stands behind takes it. */
function partakersIn(tree: Tree, verb: number): readonly number[] {
  if (!/^прин(?:ять|имать)$/u.test(tree.tokens[verb]?.lemma ?? '')) return [];
  return dependents(tree, verb, 'obj')
    .filter((o) => o > verb && tree.tokens[o]?.lemma === 'участие')
    .flatMap((o) =>
      dependents(tree, o, 'nmod', 'nsubj', 'appos').filter((c) => c > o && prepositionOf(tree, c) === null),
    );
}

/** Whether of two verbs one is told of one and the other of many: «не приедет» and «заявили», «будет участвовать» and «сообщили». */
function isOfAnotherNumber(tree: Tree, verb: number, other: number): boolean {
  const [own, its] = [verb, other].map((v) => {
    const finite = [v, ...dependents(tree, v, 'aux')].find((t) => tree.tokens[t]?.features.verbForm === 'Fin') ?? -1;
    return tree.tokens[finite]?.features.number;
  });
  return own !== undefined && its !== undefined && own !== its;
}

/** «где встречался», «когда приехал», «после того, как уехал»: a clause that goes on about whoever acts in the one around it. */
function isWhereOrWhen(tree: Tree, verb: number): boolean {
  const above = tree.tokens[tree.tokens[verb]?.head ?? -1];
  if (above?.norm === 'того' && dependents(tree, verb, 'mark').some((c) => tree.tokens[c]?.norm === 'как')) return true;
  return dependents(tree, verb, 'advmod', 'mark').some((c) => c < verb && whereWhen.has(tree.tokens[c]?.norm ?? ''));
}

const whereWhen: ReadonlySet<string> = new Set(lemmaList(`где куда откуда когда`));

/** The subject of the verb above, where the verb agrees with it. */
function subjectAbove(tree: Tree, token: number, depth: number): readonly number[] {
  const above = ancestors(tree, token).find((a) => isVerbal(tree.tokens[a])) ?? -1;
  const verb = tree.tokens[above];
  const isFirst = ['1', '2'].includes(tree.tokens[token]?.features.person ?? '');
  return !verb || isFirst
    ? []
    : subjectsOf(tree, above, formOf(verb), depth + 1).filter((s) => agreesWith(tree, s, token));
}

function agreesWith(tree: Tree, subject: number, verb: number): boolean {
  const noun = tree.tokens[subject]?.features;
  const told = coordinated(tree, subject).length > 1 ? { ...noun, number: 'Plur' as const } : noun;
  return agreesInForm(told, tree.tokens[verb]?.features);
}

/**
 * Who an infinitive's governor makes its subject: «поручил министру подписать» the dative or object, else the governor's own subject,
 * as always in «пообещал министру подписать».
 */
function controllersOf(tree: Tree, governor: number, depth: number): readonly number[] {
  const { lemma = '' } = tree.tokens[governor] ?? {};
  const addressee = [...dependents(tree, governor, 'iobj'), ...dependents(tree, governor, 'obl')].filter(
    (c) => tree.tokens[c]?.features.case === 'Dat' && prepositionOf(tree, c) === null,
  );
  if (addressee.length > 0 && !pledging.has(lemma)) return addressee;
  const causative = causatives.has(lemma) ? dependents(tree, governor, 'obj') : [];
  if (causative.length > 0) return causative;
  const word = tree.tokens[governor];
  return isVerbal(word)
    ? subjectsOf(tree, governor, formOf(word), depth + 1)
    : dependents(tree, governor, 'nsubj').length > 0
      ? dependents(tree, governor, 'nsubj')
      : holdersOf(tree, governor, depth);
}

/** Who says so is to act, whomever he says it to. */
const pledging: ReadonlySet<string> = new Set(
  lemmaList(`обещать пообещать угрожать пригрозить грозить поклясться клясться обязаться`),
);

/** «договор планируется подписать», «катера предполагается купить»: who does it is not said, and their subject is what it is done to. */
export const impersonals: ReadonlySet<string> = new Set(
  lemmaList(`
    планироваться предполагаться намечаться предусматриваться предлагаться рекомендоваться допускаться разрешаться
    запрещаться
  `),
);

/** «попросил стороны прекратить огонь»: the object is who is to act. */
export const causatives: ReadonlySet<string> = new Set(
  lemmaList(`
  просить попросить призвать призывать обязать убедить заставить вынудить побудить
`),
);

/**
 * Whose plan, right or readiness it is: the genitive of the noun, else the subject of the verb above. «принял приглашение Верди
 * приехать»: who is asked.
 */
function holdersOf(tree: Tree, noun: number, depth: number): readonly number[] {
  const head = tree.tokens[noun]?.head ?? -1;
  const isAsked = /^пр(?:едложение|иглашение)$/u.test(tree.tokens[noun]?.lemma ?? '');
  const genitives = isAsked && taking.test(tree.tokens[head]?.lemma ?? '') ? [] : genitivesOf(tree, noun);
  if (genitives.length > 0) return genitives;
  const word = tree.tokens[head];
  return isVerbal(word) && depth < 6 ? subjectsOf(tree, head, formOf(word), depth + 1) : [];
}

const taking = /^(?:принять|принимать|получить|отклонить|отвергнуть)$/u;

/** «подписал» and «подписан» are finite, «подписавший» is a participle, «подписав» a converb. */
export function formOf(word: Token | undefined): VerbForm {
  switch (word?.features.verbForm) {
    case 'Inf':
      return 'infinitive';
    case 'Part':
      return word.features.variant === 'Short' ? 'finite' : 'participle';
    case 'Conv':
      return 'converb';
    default:
      return 'finite';
  }
}
