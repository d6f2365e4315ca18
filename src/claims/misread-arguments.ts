import type { Token } from '../language/analysis.ts';
import { actingBodies } from './body-nouns.data.ts';
import { isNegated } from './clause.ts';
import { lemmaList } from './lemma-list.ts';
import { makers } from './predications.data.ts';
import { isReportingVerb } from './reporting.data.ts';
import { isAboutSoMany } from './stray-arguments.ts';
import { agreesInForm, caseAt, coordinated, dependents, isNominal, prepositionOf, subtree, type Tree } from './tree.ts';

/** Verbs that say of any noun that it takes place: «перемены произойдут», «эксплуатация проходила», «ожидаются дебаты». */
export const occurrenceVerbs: ReadonlySet<string> = new Set(
  lemmaList(`
    состояться пройти проходить произойти происходить случиться начаться начинаться закончиться завершиться продолжаться
    продолжиться длиться вспыхнуть разгореться прогреметь открыться ожидаться планироваться намечаться готовиться
    предстоять праздноваться проводиться стартовать осуществляться предусматриваться сорваться возобновиться прекратиться
  `),
);

/**
 * «Проект договора разработали дипломаты», «договор, который заключили Варония и Мередия»: the subject of a verb in the
 * plural that is itself in the singular and could as well be accusative is the object, where several others could act:
 * another subject, or a nominative that the parser took for the object.
 */
export function subjectsThatAreObjects(tree: Tree, token: number, subjects: readonly number[]): readonly number[] {
  // «Варонию сотрясла волна протестов»
  const inAccusative = subjects.filter((s) => isAccusative(tree.tokens[s]) || isAnimateObject(tree, token, s));
  if (inAccusative.length > 0) return inAccusative;
  if (tree.tokens[token]?.features.number !== 'Plur') return thingsBesideActor(tree, token, subjects);
  const isMany = (s: number) => tree.tokens[s]?.features.number === 'Plur' || coordinated(tree, s).length > 1;
  const behind = dependents(tree, token, 'obj').filter(
    (o) => tree.tokens[o]?.features.case === 'Nom' && !isEachOther(tree, o),
  );
  if (![...subjects, ...behind].some(isMany)) return loneName(tree, token, subjects);
  // «переговоры обсудили министры»: the nominative of people is no accusative
  const isBesideSomebody = behind.some((o) => o > token && tree.tokens[o]?.features.animacy === 'Anim');
  return subjects.filter((s) => {
    const { pos, lemma, features } = tree.tokens[s] ?? {};
    const isThing = pos === 'NOUN' && features?.animacy === 'Inan';
    // «независимость», «область»: its nominative is its accusative too
    const isAlike =
      features?.gender !== 'Fem' || features.number === 'Plur' || (tree.tokens[s]?.norm ?? '').endsWith('ь');
    return (isThing || lemma === 'который') && isAlike && (!isMany(s) || isBesideSomebody);
  });
}

/** «Варонию»: a feminine accusative has a form of its own. */
function isAccusative(word: Token | undefined): boolean {
  const { case: declined, gender, number } = word?.features ?? {};
  const isSingle = gender === 'Fem' && number === 'Sing';
  return declined === 'Acc' && isSingle && /[ую]$/u.test(word?.norm ?? '') && word?.norm !== word?.lemma;
}

/**
 * «дипломата выслали», «двух моряков признали виновными»: the genitive of people beside a verb in the plural; «пять моряков уехали»
 * counts them, and who «встретились» or takes a part is no object.
 */
function isAnimateObject(tree: Tree, verb: number, subject: number): boolean {
  const { features } = tree.tokens[subject] ?? {};
  const isOblique = features?.case === 'Gen' || features?.case === 'Acc';
  const { lemma = '', features: told } = tree.tokens[verb] ?? {};
  if (told?.number !== 'Plur' || features?.animacy !== 'Anim' || !isOblique || lemma.endsWith('ся')) return false;
  // «550 датских и 750 итальянских моряков»
  const counted = new Set([subject, ...dependents(tree, subject, 'amod')]);
  const counts = tree.tokens.filter((t) => counted.has(t.head) && t.relation.startsWith('nummod'));
  return (
    counts.every((t) => t.norm.endsWith('х')) &&
    dependents(tree, subject, 'advmod').length === 0 &&
    dependents(tree, verb, 'obj').every((o) => tree.tokens[o]?.lemma !== 'участие') &&
    !isNegated(tree, verb)
  );
}

/**
 * «назначил его послом», «исполняющим обязанности»: what somebody is made, also where the tree hangs it on him: «объявил дипломата
 * персоной нон грата».
 */
export function predicatesOf(tree: Tree, token: number, patients: readonly number[]): readonly number[] {
  const own = dependents(tree, token, 'xcomp').filter((c) => isNominal(tree.tokens[c]) || caseAt(tree, c) === 'Ins');
  const below = patients
    .filter((o) => caseAt(tree, o) !== 'Ins')
    .flatMap((o) => dependents(tree, o, 'appos', 'nmod'))
    .filter((c) => caseAt(tree, c) === 'Ins' && prepositionOf(tree, c) === null);
  // «persona non grata»
  const foreign = patients.flatMap((o) => subtree(tree, o)).filter((c) => tree.tokens[c]?.pos === 'X');
  return [...own, ...below, ...foreign];
}

/** «Верди осудили на два года»: one name that does not decline, before a verb in the plural that has no object. */
function loneName(tree: Tree, verb: number, subjects: readonly number[]): readonly number[] {
  const [only] = subjects;
  const word = tree.tokens[only ?? -1];
  if (only === undefined || subjects.length > 1 || dependents(tree, verb, 'obj', 'ccomp').length > 0) return [];
  const isPerson = word?.pos === 'PROPN' && word.features.animacy === 'Anim' && word.features.number === 'Sing';
  const isUndeclined = /[аеиоуыэюя]$/u.test(word?.norm ?? '') && word?.norm === word?.lemma;
  const isJoined = tree.tokens.slice(0, verb).some((t) => t.norm === 'и' || t.norm === 'с');
  return isPerson && isUndeclined && !isJoined && chargingVerbs.has(tree.tokens[verb]?.lemma ?? '') ? [only] : [];
}

/** Verbs that nobody does to himself and the press tells in the plural without a subject: «осудили», «обвиняют». */
export const chargingVerbs: ReadonlySet<string> = new Set(
  lemmaList(`
    обвинить обвинять осудить приговорить заподозрить подозревать уличить упрекнуть арестовать задержать оправдать
    освободить уволить избрать допросить убить ранить похитить наградить оштрафовать отпустить
  `),
);

/**
 * «указ подписал президент», «решение приняла комиссия»: beside somebody, or what alone agrees with its verb, a thing whose
 * nominative could be accusative is the object.
 */
function thingsBesideActor(tree: Tree, verb: number, subjects: readonly number[]): readonly number[] {
  const { lemma = '' } = tree.tokens[verb] ?? {};
  // «закон одобрил парламент»: what could be a nominative is one where bodies alone do it
  const behind = dependents(tree, verb, 'obj').filter((o) => {
    const { lemma: noun = '', features } = tree.tokens[o] ?? {};
    return features?.case === 'Nom' || (deciding.has(lemma) && actingBodies.has(noun) && features?.gender !== 'Fem');
  });
  const all = [...subjects, ...behind];
  if (all.length < 2 || lemma.endsWith('ся') || occurrenceVerbs.has(lemma) || objectless.has(lemma)) return [];
  const told = agreeingWith(tree, verb);
  const agrees = (s: number): boolean => agreesInForm(tree.tokens[s]?.features, told);
  const isBody = (s: number): boolean => actingBodies.has(tree.tokens[s]?.lemma ?? '');
  const acts = (s: number): boolean => agrees(s) && (tree.tokens[s]?.features.animacy === 'Anim' || isBody(s));
  return subjects.filter((s) => {
    const { pos, features } = tree.tokens[s] ?? {};
    // «Лескен посетил министр»
    const isVisited = pos === 'PROPN' && /^(?:посетить|посещать|покинуть|покидать)$/u.test(lemma);
    const isThing = (pos === 'NOUN' || isVisited) && features?.animacy === 'Inan';
    const isForm = isThing && !isBody(s) && (features.gender !== 'Fem' || features.number === 'Plur');
    return isForm && all.some((other) => other !== s && (acts(other) || (agrees(other) && !agrees(s))));
  });
}

/** «договор должен ратифицировать парламент»: for an infinitive what governs it agrees with who acts. */
function agreeingWith(tree: Tree, verb: number): Token['features'] | undefined {
  const { features, head = -1 } = tree.tokens[verb] ?? {};
  return features?.verbForm === 'Inf' ? tree.tokens[head]?.features : features;
}

/** Verbs of what a body does to a paper. */
const deciding: ReadonlySet<string> = new Set(
  lemmaList(`
    одобрить одобрять принять принимать утвердить утверждать подписать заключить ратифицировать отклонить отвергнуть внести
    рассмотреть рассматривать подготовить разработать опубликовать издать отменить поддержать
  `),
);

/** Verbs of being and of moving, which act on nothing: «местом встречи станет порт». */
const objectless: ReadonlySet<string> = new Set(
  lemmaList(`
    быть стать остаться прийти войти выйти прибыть приехать приходить выступить жить работать действовать поступить
    служить сидеть стоять лежать ехать идти умереть погибнуть победить играть участвовать существовать заступить грозить
    расти вырасти возрасти нарастать нарасти наступить наступать
  `),
);

/**
 * «выведены около 300 станций», «будут отправлены до 30 наблюдателей», «воюют свыше тысячи наёмников», «должны приехать около ста
 * врачей»: who acts or what it befalls, where a preposition tells how many and neither the verb nor what governs it has another
 * subject.
 */
export function subjectsCountedAbout(tree: Tree, verb: number, passive: boolean): readonly number[] {
  const { features, head = -1 } = tree.tokens[verb] ?? {};
  const { number, gender } = (features?.verbForm === 'Inf' ? tree.tokens[head]?.features : features) ?? {};
  if (number !== 'Plur' && gender !== 'Neut') return [];
  return dependents(tree, verb, 'obl', 'obj', 'nsubj').filter(
    (c) =>
      (isAboutSoMany(tree, c) || (passive && prepositionOf(tree, c) === 'до')) &&
      dependents(tree, c, 'nummod').length > 0 &&
      (passive || tree.tokens[c]?.features.animacy === 'Anim'),
  );
}

/** «Шевченко», «компании»: what does not decline, or has its dative in the form of another case. */
function couldBeDative(tree: Tree, token: number): boolean {
  const { pos, norm = '', features } = tree.tokens[token] ?? {};
  return pos === 'PROPN' || (features?.gender === 'Fem' && norm.endsWith('и'));
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
  // «партия передана Варонии»: who does it stands in the instrumental, who gets it does not
  const agents = dependents(tree, token, 'obl').filter(
    (o) => tree.tokens[o]?.relation === 'obl:agent' && caseOfToken(o) !== 'Ins' && couldReceive(o),
  );
  // «Шевченко грозит срок»: of two nominatives the first is whom it threatens
  const isFaced = /^(?:грозить|угрожать)$/u.test(tree.tokens[token]?.lemma ?? '') && objects.some((o) => o > token);
  const faced = isFaced ? dependents(tree, token, 'nsubj').filter((s) => s < token && couldBeDative(tree, s)) : [];
  // «направили друг другу послов»
  const mutual = dependents(tree, token, 'obj', 'iobj').filter((o) => isEachOther(tree, o));
  return [
    ...taking,
    ...mutual,
    ...agents,
    ...faced,
    ...(named ? subjects.filter((s) => caseOfToken(s) !== 'Nom' && couldReceive(s)) : []),
  ];
}

/** «друг другу» */
function isEachOther(tree: Tree, token: number): boolean {
  return dependents(tree, token, 'fixed').some((c) => tree.tokens[c]?.norm === 'другу');
}

/** «поставил Варонии партию», «направят друг другу послов»: an accusative that hangs on the receiver. */
export function heldBy(tree: Tree, receiver: number): readonly number[] {
  return [receiver, ...dependents(tree, receiver, 'fixed')]
    .flatMap((t) => dependents(tree, t, 'nmod', 'obj'))
    .filter((c) => tree.tokens[c]?.features.case === 'Acc' && prepositionOf(tree, c) === null);
}

/** «избран председателем»: what somebody is made, not who makes him it; «избран парламентом», «назначен президентом Ренном» are. */
export function isMadeOf(tree: Tree, verb: number, i: number): boolean {
  const word = tree.tokens[i];
  const isCommon = word?.pos === 'NOUN' && word.features.animacy === 'Anim';
  const named = dependents(tree, i, 'appos', 'flat').some((c) => tree.tokens[c]?.pos === 'PROPN');
  // «закон утверждён президентом», «встреча назначена министром»: who lays down a thing
  const isThing =
    /^(?:утвердить|назначить)$/u.test(tree.tokens[verb]?.lemma ?? '') &&
    dependents(tree, verb, 'nsubj').some((c) => tree.tokens[c]?.features.animacy === 'Inan');
  return makers.has(tree.tokens[verb]?.lemma ?? '') && isCommon && !named && !isThing;
}

/**
 * «сказала Ветрова», «заступил комплекс»: an object that the parser took for one because it follows its verb. It is the subject
 * where it stands in the nominative, or could and agrees with a verb that has no other subject.
 */
export function objectsThatAreSubjects(tree: Tree, token: number): readonly number[] {
  // «приедет и министр»: «и» is a particle where no other noun stands before it
  const also = dependents(tree, token, 'conj').filter(
    (c) => isNominal(tree.tokens[c]) && tree.tokens[c - 1]?.norm === 'и',
  );
  if (also.length > 0) return also;
  const objects = dependents(tree, token, 'obj');
  const people = objects.filter((o) => {
    const { animacy, case: declined } = tree.tokens[o]?.features ?? {};
    return animacy === 'Anim' && declined === 'Nom';
  });
  // «решение будет принимать министр»: of two objects the one that can act
  if (objects.length > 1 && people.length > 0) return people;
  // «информацию распространили власти»: beside an accusative of its own form, what agrees
  const sure = objects.find((o) => isAccusative(tree.tokens[o]));
  const others = objects.filter((o) => o !== sure && agreesInForm(tree.tokens[o]?.features, agreeingWith(tree, token)));
  if (sure !== undefined && others.length > 0 && tree.tokens[token]?.features.verbForm === 'Fin') return others;
  return objects.filter((o) => isSubjectOf(tree, token, o, objects.length === 1));
}

/** `only`: whether the verb has no other object. */
function isSubjectOf(tree: Tree, token: number, object: number, only: boolean): boolean {
  const { features, lemma = '' } = tree.tokens[token] ?? {};
  const verb = agreeingWith(tree, token);
  const word = tree.tokens[object]?.features;
  // «должен пройти первый тур»: an infinitive agrees with nothing
  const fits = features?.verbForm === 'Inf' || word?.number === verb?.number;
  // «соглашение заключили в мае»: one thing is not told of in the plural
  const isAlone = only && coordinated(tree, object).length === 1;
  const isOther = isAlone && deciding.has(lemma) && word?.animacy === 'Inan' && word.number === 'Sing' && !fits;
  if ((word?.case === 'Nom' && !isOther) || (occurrenceVerbs.has(lemma) && fits)) return true;
  if (verb?.number !== 'Sing' || verb.person === '1') return false;
  // «подчеркнул пресс-атташе», «заявил Крафт»: somebody in the form of the dictionary
  if (word?.animacy === 'Anim' && tree.tokens[object]?.norm === tree.tokens[object]?.lemma) return true;
  return (
    !takesObject(tree, token, object) &&
    word?.case === 'Acc' &&
    word.animacy === 'Inan' &&
    word.gender !== 'Fem' &&
    agreesInForm(word, verb) &&
    verb.person !== '2'
  );
}

/** «поднял мятеж», «разместил текст»: a verb that acts on things, beside which nothing else is acted on or concerned. */
function takesObject(tree: Tree, verb: number, object: number): boolean {
  const { lemma = '' } = tree.tokens[verb] ?? {};
  const isBody = actingBodies.has(tree.tokens[object]?.lemma ?? '');
  // «ввоз запрещён, отмечает «Эхо недели»»: what is told beside another clause is told by somebody
  const isAside = tree.tokens[verb]?.relation === 'parataxis' && isReportingVerb(lemma);
  if (isBody || isAside || occurrenceVerbs.has(lemma) || objectless.has(lemma)) return false;
  return dependents(tree, verb, 'obj', 'iobj').every((o) => o === object);
}
