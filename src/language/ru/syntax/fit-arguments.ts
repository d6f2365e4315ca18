import { noFeatures } from '../../features.ts';
import { noBundle, type Bundle } from './bundle.ts';
import { hasBelow, isBelow, isNoun, type FittedTree } from './tagged-tree.ts';

/** Gives verbs the arguments that the tree hangs elsewhere, and takes from them what is none, in place, once the tags are settled. */
export function fitArguments(tree: FittedTree): void {
  for (let i = 0; i < tree.heads.length; i++) {
    makeSubject(tree, i);
    giveBackSubject(tree, i);
    giveSubject(tree, i);
    giveSides(tree, i);
    giveAgreeingSubject(tree, i);
  }
  for (let i = 0; i < tree.heads.length; i++) {
    giveObject(tree, i);
    refuseObject(tree, i);
    hangSecondObject(tree, i);
    hangNameOnPost(tree, i);
    refuseApposition(tree, i);
    giveAppointee(tree, i);
    hangPostOnAppointment(tree, i);
    hangGenitiveOnAction(tree, i);
    hangWhatItIsLaidOn(tree, i);
    hangBehindComparison(tree, i);
  }
}

/** «дал меньше, чем требовали рыбаки, сославшись на закон»: a converb behind a comparison tells what the verb above it does. */
function hangBehindComparison({ texts, heads, relations, bundles }: FittedTree, i: number): void {
  const compared = heads[i] ?? -1;
  if (relations[i] !== 'advcl' || bundles[i]?.features.verbForm !== 'Conv' || compared >= i) return;
  if (!heads.some((head, at) => head === compared && relations[at] === 'mark' && texts[at]?.toLowerCase() === 'чем'))
    return;
  let verb = heads[compared] ?? -1;
  while (verb >= 0 && bundles[verb]?.pos !== 'VERB') verb = heads[verb] ?? -1;
  if (verb >= 0) heads[i] = verb;
}

/**
 * «Как сообщал в мае „Лесник“, …»: a nominative that agrees with the verb is its subject where it has none. In GSD and PUD 4 of
 * 1,100 nominatives below verbs are circumstances.
 */
function makeSubject(tree: FittedTree, i: number): void {
  const { texts, heads, relations, bundles } = tree;
  if (relations[i] !== 'obl' || !isNoun(bundles[i])) return;
  const verb = heads[i] ?? -1;
  const own = bundles[i]?.features ?? noFeatures;
  const its = bundles[verb]?.features ?? noFeatures;
  if (own.case !== 'Nom' || measures.test(texts[i] ?? '')) return;
  if (bundles[verb]?.pos !== 'VERB' || its.verbForm !== 'Fin' || own.number !== its.number) return;
  if (its.gender !== undefined && its.gender !== own.gender) return;
  if (hasBelow(tree, i, 'case', 'mark') || hasBelow(tree, verb, 'nsubj', 'nsubj:pass', 'csubj')) return;
  relations[i] = its.voice === 'Pass' ? 'nsubj:pass' : 'nsubj';
}

/** «Как сообщил министр, речь идёт о торге»: of two subjects of a verb the one that no comma parts from another verb before it is of that. */
function giveBackSubject({ heads, relations, bundles }: FittedTree, first: number): void {
  if (relations[first] !== 'nsubj' || bundles[first]?.features.case !== 'Nom') return;
  const verb = heads[first] ?? -1;
  const isSubject = (i: number): boolean => heads[i] === verb && relations[i] === 'nsubj';
  const isParted = (from: number, to: number): boolean => bundles.slice(from, to).some(({ pos }) => pos === 'PUNCT');
  const second = heads.findIndex((_, i) => i > first && i < verb && isSubject(i));
  const before = heads.findLastIndex((head, i) => i < first && head === verb && relations[i] === 'advcl');
  if (second < 0 || before < 0 || isParted(before, first) || !isParted(first, second)) return;
  const told = bundles[before]?.features;
  const isAlone = !heads.some((head, i) => head === before && relations[i]?.startsWith('nsubj'));
  if (told?.verbForm === 'Fin' && isAlone && told.number === bundles[first]?.features.number) heads[first] = before;
}

/** «По итогам совета лидеры … подписали пакет»: a person in the nominative below a word in another case is the subject of the verb that has none. */
function giveSubject(tree: FittedTree, verb: number): void {
  const { heads, relations, bundles } = tree;
  const { pos, features } = bundles[verb] ?? noBundle;
  if (pos !== 'VERB' || features.verbForm !== 'Fin' || hasBelow(tree, verb, 'nsubj', 'nsubj:pass', 'csubj')) return;
  for (let i = verb - 1; i >= 0 && bundles[i]?.features.verbForm !== 'Fin'; i--) {
    const own = bundles[i];
    const above = bundles[heads[i] ?? -1];
    if (own?.pos !== 'NOUN' || relations[i] !== 'nmod' || own.features.animacy !== 'Anim') continue;
    if (own.features.case !== 'Nom' || above?.features.case === 'Nom' || own.features.number !== features.number)
      continue;
    if (hasBelow(tree, i, 'case') || isBelow(heads, verb, i)) continue;
    heads[i] = verb;
    relations[i] = 'nsubj';
    return;
  }
}

/** «Договор стороны подписали»: right before a verb in the plural that has no subject, no genitive of one side but the nominative of both. */
function giveSides(tree: FittedTree, verb: number): void {
  const { texts, heads, relations, bundles } = tree;
  const { pos, features } = bundles[verb] ?? noBundle;
  const sides = verb - 1;
  const told = pos === 'VERB' && features.verbForm === 'Fin' && features.number === 'Plur';
  if (!told || texts[sides] !== 'стороны' || hasBelow(tree, verb, 'nsubj', 'nsubj:pass', 'csubj')) return;
  if (heads[sides] !== verb - 2 || relations[sides] !== 'nmod' || heads[verb - 2] !== verb) return;
  heads[sides] = verb;
  relations[sides] = 'nsubj';
}

/**
 * «Решение принял на своей сессии совет»: what could be a nominative without a preposition below a noun behind a verb in the past that agrees with
 * it, where the subject before the verb does not, is the subject, and that subject the object.
 */
function giveAgreeingSubject(tree: FittedTree, noun: number): void {
  const { heads, relations, bundles } = tree;
  const own = bundles[noun]?.features ?? noFeatures;
  const isDirect = own.case === 'Acc' || (own.case === 'Nom' && bundles[heads[noun] ?? -1]?.features.case !== 'Nom');
  if (relations[noun] !== 'nmod' || bundles[noun]?.pos !== 'NOUN' || !isDirect || hasBelow(tree, noun, 'case')) return;
  const verb = bundles.findLastIndex(({ pos }, i) => i < noun && (pos === 'PUNCT' || pos === 'VERB'));
  const told = bundles[verb]?.features ?? noFeatures;
  if (bundles[verb]?.pos !== 'VERB' || told.gender === undefined || told.voice !== 'Act') return;
  if (told.gender !== own.gender || own.number !== 'Sing' || hasBelow(tree, verb, 'obj') || !isBelow(heads, noun, verb))
    return;
  const subject = heads.findIndex((head, k) => head === verb && k < verb && relations[k] === 'nsubj');
  const its = bundles[subject]?.features;
  if (its?.animacy !== 'Inan' || its.number !== 'Sing' || its.gender === told.gender || its.gender === 'Fem') return;
  heads[noun] = verb;
  relations[noun] = 'nsubj';
  relations[subject] = 'obj';
}

/**
 * «Подписали в пятницу договор», «Мэра обвиняют»: an accusative without a preposition is the object of the verb that has none,
 * unless it tells how long.
 */
function giveObject(tree: FittedTree, i: number): void {
  const { texts, heads, relations, bundles } = tree;
  const verb = heads[i] ?? -1;
  if ((relations[i] !== 'obl' && relations[i] !== 'nsubj') || !isNoun(bundles[i])) return;
  if (bundles[verb]?.pos !== 'VERB' || bundles[verb]?.features.voice !== 'Act') return;
  const declined = bundles[i]?.features.case;
  const isDirect = declined === 'Acc' && !hasBelow(tree, i, 'nummod', 'nummod:gov');
  // «купил у рыбаков 24 лодки»
  const isCounted = declined === 'Gen' && relations[i] === 'obl' && verb < i && hasBelow(tree, i, 'nummod:gov');
  if (!(isDirect || isCounted) || hasBelow(tree, i, 'case') || hasBelow(tree, verb, 'obj')) return;
  if (!measures.test(texts[i] ?? '')) relations[i] = 'obj';
}

/** «Стороны обменялись мнениями»: a reflexive verb has no object, what stands in the instrumental is a circumstance. */
function refuseObject({ heads, relations, bundles }: FittedTree, i: number): void {
  if (relations[i] !== 'obj' || bundles[i]?.features.case !== 'Ins') return;
  if (bundles[heads[i] ?? -1]?.features.voice === 'Mid') relations[i] = 'obl';
}

/** «работал весь год», «прошёл километр» */
const measures =
  /^(?:год|лет|де?н|раз|недел|месяц|час|минут|секунд|сутк|век|ноч|утр|вечер|зим|осен|весн|километр|метр|тонн|процент)/iu;

/** «Оплатила договор на поставку в порт новых катеров»: an object in the genitive behind one in the accusative is of a noun between. */
function hangSecondObject(tree: FittedTree, second: number): void {
  const { heads, relations, bundles } = tree;
  const verb = heads[second] ?? -1;
  if (relations[second] !== 'obj' || bundles[second]?.features.case !== 'Gen' || verb > second) return;
  const isObject = (i: number): boolean =>
    heads[i] === verb && relations[i] === 'obj' && bundles[i]?.features.case === 'Acc';
  for (let i = second - 1; i > verb && bundles[i]?.pos !== 'PUNCT'; i--) {
    if (bundles[i]?.pos !== 'NOUN') continue;
    const object = bundles.findIndex((_, k) => isObject(k) && isBelow(heads, i, k));
    if (object < 0) continue;
    heads[second] = i;
    relations[second] = 'nmod';
    return;
  }
}

/** «Министр торговли Пётр Званцев ушёл»: of two subjects the name behind a person's post is said of it. */
function hangNameOnPost({ heads, relations, bundles }: FittedTree, name: number): void {
  const isSubject = (i: number): boolean => relations[i] === 'nsubj' && bundles[i]?.features.case === 'Nom';
  if (bundles[name]?.pos !== 'PROPN' || !isSubject(name)) return;
  for (let i = name - 1; i >= 0 && bundles[i]?.pos !== 'PUNCT' && bundles[i]?.pos !== 'CCONJ'; i--) {
    const { pos, features } = bundles[i] ?? noBundle;
    if (heads[i] !== heads[name] || !isSubject(i)) continue;
    if (pos !== 'NOUN' || features.animacy !== 'Anim' || features.number !== bundles[name]?.features.number) return;
    heads[name] = i;
    relations[name] = 'appos';
    return;
  }
}

/** «Ушла жена Петра Званцева»: a name in the genitive right behind a nominative is whose it is, nothing else that it is called. */
function refuseApposition({ heads, relations, bundles }: FittedTree, name: number): void {
  const isBehind = relations[name] === 'appos' && heads[name] === name - 1;
  if (!isBehind || bundles[name]?.pos !== 'PROPN' || bundles[name]?.features.case !== 'Gen') return;
  if (bundles[name - 1]?.pos === 'NOUN' && bundles[name - 1]?.features.case === 'Nom') relations[name] = 'nmod';
}

/**
 * «Назначил министром обороны Петра Званцева», «избрал главой банка депутата Ирину Гай»: who is appointed hangs on the verb, not
 * on the post in the instrumental or on what is below it.
 */
function giveAppointee(tree: FittedTree, name: number): void {
  const { texts, heads, relations, bundles } = tree;
  if (bundles[name]?.pos !== 'PROPN' || !isAccusativePerson(bundles[name])) return;
  if (relations[name] === 'conj' || hasBelow(tree, name, 'case')) return;
  const above = heads[name] ?? -1;
  const appointee = relations[name] !== 'nmod' && isAccusativePerson(bundles[above]) ? above : name;
  let post = heads[appointee] ?? -1;
  while (relations[post] === 'nmod' && bundles[post]?.features.animacy === 'Inan') post = heads[post] ?? -1;
  const verb = heads[post] ?? -1;
  if (post > appointee || bundles[post]?.pos !== 'NOUN' || bundles[post]?.features.case !== 'Ins') return;
  if (bundles[verb]?.features.voice !== 'Act' || !appointing.test(texts[verb] ?? '') || hasBelow(tree, post, 'case'))
    return;
  if (heads.some((head, k) => head === verb && k !== post && relations[k] === 'obj')) return;
  heads[appointee] = verb;
  relations[appointee] = 'obj';
  if (relations[post] === 'obj' || relations[post] === 'iobj') relations[post] = 'xcomp';
}

/** Somebody in the accusative, or in the genitive that is the accusative of men. */
function isAccusativePerson(bundle: Bundle | undefined): boolean {
  const { animacy, case: of, number } = bundle?.features ?? noFeatures;
  return isNoun(bundle) && animacy === 'Anim' && number === 'Sing' && (of === 'Gen' || of === 'Acc');
}

/** «назначил», «переизбрали», «утвердить» */
const appointing = /^(?:пере)?(?:назнач|утвер|избр|избир|выбр|выбир|постав|объяв|провозгла|выдвин|выдвиг|призна)/iu;

/** «До назначения министром он возглавлял порт»: the post in the instrumental right behind the appointment is what it is to. */
function hangPostOnAppointment(tree: FittedTree, post: number): void {
  const { texts, heads, relations, bundles } = tree;
  if (bundles[post]?.pos !== 'NOUN' || bundles[post]?.features.case !== 'Ins' || hasBelow(tree, post, 'case')) return;
  let noun = post - 1;
  while (noun >= 0 && heads[noun] === post && bundles[noun]?.pos === 'ADJ') noun--;
  if (bundles[noun]?.pos !== 'NOUN' || heads[post] === noun || isBelow(heads, noun, post)) return;
  if (!appointing.test(texts[noun] ?? '') || !actions.test(texts[noun] ?? '')) return;
  heads[post] = noun;
  relations[post] = 'nmod';
}

/**
 * «Контракт на поставку новых катеров»: what the action is done to hangs on it, not on the noun before the preposition. On gold
 * trees 63 of 64 genitives right behind such a phrase do.
 */
function hangGenitiveOnAction(tree: FittedTree, genitive: number): void {
  const { texts, heads, relations, bundles } = tree;
  const noun = heads[genitive] ?? -1;
  if (relations[genitive] !== 'nmod' || bundles[genitive]?.features.case !== 'Gen' || noun > genitive) return;
  if (bundles[noun]?.pos !== 'NOUN' || hasBelow(tree, genitive, 'case')) return;
  let action = genitive - 1;
  while (action > noun && isBelow(heads, action, genitive)) action--;
  if (heads[action] !== noun || relations[action] !== 'nmod' || bundles[action]?.pos !== 'NOUN') return;
  if (hasBelow(tree, action, 'case') && actions.test(texts[action] ?? '')) heads[genitive] = action;
}

/** «Снизить пошлины на ввоз яблок»: what a duty, price, ban or right is on is said of it, save by how much it changes. */
function hangWhatItIsLaidOn(tree: FittedTree, thing: number): void {
  const { texts, heads, relations, bundles } = tree;
  if (relations[thing] !== 'obl' || !isNoun(bundles[thing]) || bundles[thing]?.features.case !== 'Acc') return;
  const preposition = heads.findIndex((head, k) => head === thing && relations[k] === 'case');
  const noun = preposition - 1;
  if (texts[preposition]?.toLowerCase() !== 'на' || heads[noun] !== heads[thing] || bundles[noun]?.pos !== 'NOUN')
    return;
  if (!laidOn.test(texts[noun] ?? '') || hasBelow(tree, thing, 'nummod', 'nummod:gov')) return;
  heads[thing] = noun;
  relations[thing] = 'nmod';
}

/** «пошлины», «тарифов», «цены», «запрет», «право» */
const laidOn =
  /^(?:пошлин|тариф|налог|акциз|цен[аыуе]?$|ценами?$|квот|лиценз|запрет|эмбарго|прав[оа]$|спрос|мораторий)/iu;

/** «поставку», «создании», «развития», «эксплуатацию», «продажу» */
const actions = /\p{L}{3}(?:[нт]и[ияюей]|[нт]ием|ци\p{L}{1,3}|к[аиуе]|кой|даж[аиуе])$/iu;
