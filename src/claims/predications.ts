import type { Token } from '../language/analysis.ts';
import { doersAsSubjects, isFuture } from './clause.ts';
import {
  agreesInForm,
  caseAt,
  coordinated,
  createTokenMemory,
  dependents,
  genitivesOf,
  isAcronym,
  isNominal,
  isVerbal,
  prepositionOf,
  standFor,
  subtree,
  type Tree,
  universal,
  withNamedAmong,
} from './tree.ts';
import { companionsOf } from './companions.ts';
import { lightVerbOf } from './light-verb.ts';
import {
  caseAfter,
  comments,
  modals,
  orders,
  ownDeeds,
  reflexivePassives,
  refusals,
  tidings,
  willingness,
} from './predications.data.ts';
import { causatives, formOf, impersonals, subjectsOf, type VerbForm } from './subjects.ts';
import {
  heldBy,
  isMadeOf,
  objectsThatAreSubjects,
  occurrenceVerbs,
  receiversAmong,
  subjectsCountedAbout,
  subjectsThatAreObjects,
} from './misread-arguments.ts';
import { strayAccusative, strayGenitives, strayInstrumental, strayNominative } from './stray-arguments.ts';
import { undergoing } from './undergone.ts';

/** A nominal that hangs on a predicate, with the preposition that it has. */
export interface Oblique {
  readonly token: number;
  readonly preposition: string | null;
  readonly case: Token['features']['case'] | null;
}

/**
 * Who does what to whom, whatever the form: «Тальмар поставил катера», «катера поставлены Тальмаром», «поставленные Тальмаром катера»,
 * «поставив катера» and «поставка катеров Тальмаром» all give one predication with the same agents and patients.
 */
export interface Predication {
  readonly tree: Tree;
  /** The verb or the verbal noun. */
  readonly token: number;
  readonly lemma: string;
  readonly form: VerbForm | 'noun';
  readonly passive: boolean;
  /** Who acts; a coordination is spread out. */
  readonly agents: readonly number[];
  /** What is acted on. */
  readonly patients: readonly number[];
  readonly obliques: readonly Oblique[];
  /** The verb that carries a verbal noun («провели переговоры», «состоялась встреча»); -1 where none does. */
  readonly light: number;
}

/**
 * Reads the predication that a token heads.
 * In: a tree and the index of a verb or noun of it. Out: its arguments by role, not by case, with those that are
 * shared in coordination, by an infinitive's governor, by a participle's noun or by a light verb filled in.
 */
export function readPredication(tree: Tree, token: number): Predication {
  return (read(tree)[token] ??= readAt(tree, token));
}

const read = createTokenMemory<Predication>();

function readAt(tree: Tree, token: number): Predication {
  const word = tree.tokens[token];
  const lemma = word ? (activeOf(word) ?? word.lemma) : '';
  const predicative = word?.pos === 'ADJ' && word.features.variant === 'Short';
  if (!isVerbal(word) && !predicative) return readNounPredication(tree, token, lemma);
  const form = formOf(word);
  const passive = isPassive(tree, token);
  const taking = receiversAmong(tree, token);
  const doers = passive ? [...doersOf(tree, token, form), ...doersAsSubjects(tree, token)] : [];
  const { subjects, objects } = subjectsAndObjects(tree, token, { lemma, form, passive, taking, doers });
  const antecedent = form === 'participle' ? antecedentOf(tree, token) : [];
  const told = subjects.length > 0 ? spreadSubjects(tree, subjects) : spread(tree, antecedent);
  return {
    tree,
    token,
    lemma,
    form,
    passive,
    agents: passive ? spread(tree, doers) : [...told, ...spread(tree, companionsOf(tree, token, subjects))],
    patients: passive ? told : spread(tree, objects),
    obliques: [
      ...obliquesOf(tree, token, doers),
      ...frontedWith(tree, token),
      ...taking.map((t) => ({ token: t, preposition: null, case: 'Dat' as const })),
      // «предоставил убежище журналисту»: to whom, hung on what is given
      ...objects.flatMap((o) => obliquesOf(tree, o, []).filter((g) => g.case === 'Dat' && g.preposition === null)),
    ],
    light: -1,
  };
}

/**
 * What a verb is said of and what it acts on, each also where the parser took it for the other, the subject also where it hung it
 * elsewhere. `taking`: who receives, and is neither; `doers`: who does it in the passive, no subject either.
 */
function subjectsAndObjects(
  tree: Tree,
  token: number,
  verb: Pick<Predication, 'lemma' | 'passive'> & {
    readonly form: VerbForm;
    readonly taking: readonly number[];
    readonly doers: readonly number[];
  },
): { readonly subjects: readonly number[]; readonly objects: readonly number[] } {
  const { lemma, form, passive, taking, doers } = verb;
  // «направят друг другу послов», «Варонии поставили катера»: whom it goes to is neither
  const isFree = (t: number): boolean => !taking.includes(t);
  const all = subjectsOf(tree, token, form).filter(isFree);
  const demoted = passive ? doers : subjectsThatAreObjects(tree, token, all);
  const own = all.filter((s) => !demoted.includes(s));
  // «решение будет принимать министр», «могут пройти выборы»: infinitives that have a subject as a verb of the clause does
  const isToldOf = form === 'infinitive' && (occurrenceVerbs.has(lemma) || isFuture(tree, token) || demoted.length > 0);
  const bare = own.length === 0 && (form === 'finite' || isToldOf);
  const promoted = bare && !passive ? objectsThatAreSubjects(tree, token).filter(isFree) : [];
  const isUnderModal = form === 'infinitive' && modals.has(tree.tokens[tree.tokens[token]?.head ?? -1]?.lemma ?? '');
  const countable = own.length === 0 && promoted.length === 0 && (bare || isUnderModal);
  const counted = countable ? subjectsCountedAbout(tree, token, passive) : [];
  // «после доклада о рыбе союз намерен ввести пошлины»
  const { head = -1, relation } = tree.tokens[token] ?? {};
  const told = form === 'infinitive' && relation === 'xcomp' ? head : bare ? token : -1;
  const isLone = own.length + promoted.length + counted.length === 0;
  const stray = isLone && told >= 0 ? strayNominative(tree, told) : [];
  const isOther = (o: number): boolean => [promoted, counted, taking].some((tokens) => tokens.includes(o));
  return {
    subjects: withNamedAmong(tree, own.length > 0 ? own : [...promoted, ...counted, ...stray]),
    objects: [...demoted, ...objectsOf(tree, token), ...taking.flatMap((t) => heldBy(tree, t))].filter(
      (o) => !isOther(o),
    ),
  };
}

/** «подписан президентом», «решением суда»: who does it, told in the instrumental. */
function doersOf(tree: Tree, token: number, form: VerbForm): readonly number[] {
  const instrument = dependents(tree, token, 'obl', 'iobj')
    .filter((c) => isAgentive(tree, c) && !isMadeOf(tree, token, c))
    .flatMap((c) => (orders.has(tree.tokens[c]?.lemma ?? '') ? genitivesOf(tree, c) : [c]));
  return instrument.length === 0 ? doersElsewhere(tree, token, form) : instrument;
}

function readNounPredication(tree: Tree, token: number, lemma: string): Predication {
  const light = lightVerbOf(tree, token);
  const carrier = light >= 0 ? readPredication(tree, light) : null;
  const genitives = [
    ...dependents(tree, token, 'nmod'),
    ...otherThan(tree, token),
    ...strayGenitives(tree, token),
  ].filter((c) => caseAt(tree, c) === 'Gen' && prepositionOf(tree, c) === null);
  const instruments = dependents(tree, token, 'nmod', 'obl').filter((c) => isAgentive(tree, c));
  // «визит в Тальмар, который состоится в мае»: what takes place is the visit, whatever the clause hangs on
  const isOfItself = tree.tokens[light]?.relation === 'acl:relcl' && occurrenceVerbs.has(carrier?.lemma ?? '');
  const agents = (isOfItself ? [] : (carrier?.agents ?? [])).filter(
    (a) => a !== token && tree.tokens[a]?.lemma !== 'который' && !coordinated(tree, token).includes(a),
  );
  // «нападение повстанцев на порт»
  const whose = [...spread(tree, genitives), ...possessors(tree, token)];
  const undergone = whose.length > 0 ? [] : undergoing(tree, token);
  const isOwnDeed = ownDeeds.has(lemma) && whose.length > 0;
  // «о его визите сообщил посол»: whose it is says who acts
  const above = possessors(tree, token).length > 0 ? [] : holdersAbove(tree, token);
  const told = carrier ? agents : instruments.length > 0 ? spread(tree, instruments) : above;
  return {
    tree,
    token,
    lemma,
    form: 'noun',
    passive: false,
    agents: isOwnDeed ? whose : told.filter((t) => !undergone.includes(t)),
    patients: isOwnDeed ? [] : [...whose, ...undergone],
    obliques: [
      ...obliquesOf(tree, token, [...genitives, ...instruments]),
      ...betweenWhom(tree, token),
      ...(carrier ? carrier.obliques.filter((o) => o.token !== token) : givenBy(tree, token)),
    ],
    light,
  };
}

/** «принятый парламентом закон»: who does it right behind a participle, or farther off, whatever the tree hangs it on. */
function doersElsewhere(tree: Tree, token: number, form: VerbForm): readonly number[] {
  const next = token + 1;
  const isNext = form === 'participle' && tree.tokens[next]?.pos !== 'PRON' && isAgentive(tree, next);
  return isNext && !isMadeOf(tree, token, next) ? [next] : strayInstrumental(tree, token);
}

/** «переговоры Лосского и Вольдена»: the second name joined to the noun itself, which stands in another case. */
function otherThan(tree: Tree, token: number): readonly number[] {
  const own = tree.tokens[token]?.features.case;
  return own === 'Gen'
    ? []
    : dependents(tree, token, 'conj').filter((c) => /^\p{Lu}/u.test(tree.tokens[c]?.text ?? ''));
}

/** «предлагает Варонии поставки»: to whom, told by the verb whose object the noun is. */
function givenBy(tree: Tree, token: number): readonly Oblique[] {
  const word = tree.tokens[token];
  const head = word?.head ?? -1;
  if (!isVerbal(tree.tokens[head]) || universal(word?.relation ?? '') !== 'obj') return [];
  return obliquesOf(tree, head, [token]).filter((o) => o.case === 'Dat' && o.preposition === null);
}

/** «переговоры на высшем уровне между Варонией и Тальмаром»: who are at it, hung on the level. */
function betweenWhom(tree: Tree, token: number): readonly Oblique[] {
  return dependents(tree, token, 'nmod')
    .filter((c) => /^(?:уровень|формат)$/u.test(tree.tokens[c]?.lemma ?? ''))
    .flatMap((c) => subtree(tree, c, (below) => isVerbal(tree.tokens[below])).flatMap((t) => obliquesOf(tree, t, [])))
    .filter((o) => o.preposition === 'между');
}

/** «его встреча»: whose it is. */
function possessors(tree: Tree, token: number): readonly number[] {
  return dependents(tree, token, 'det').filter((c) => ['его', 'ее', 'их'].includes(tree.tokens[c]?.norm ?? ''));
}

/** «Россия прорабатывает вопрос о поставке»: who acts on a verbal noun that hangs on an object or a plan of the verb above. */
function holdersAbove(tree: Tree, token: number): readonly number[] {
  let at = token;
  // «комментируя итоги своей встречи»
  const isOwn = dependents(tree, token, 'det', 'amod').some((c) => tree.tokens[c]?.lemma === 'свой');
  for (let guard = 0; guard < 6; guard++) {
    const word = tree.tokens[at];
    const head = word?.head ?? -1;
    const above = tree.tokens[head];
    const relation = universal(word?.relation ?? '');
    if (!word || !above) return [];
    if (isVerbal(above)) {
      const held = ['о', 'об', 'на', 'к', ...(refusals.has(above.lemma) ? ['от'] : [])];
      const circumstance = relation === 'obl' && !held.includes(prepositionOf(tree, at) ?? '');
      // «осудил нападение»: what is judged is the deed of others, not «назвал выдачу условием предоставления займа»
      const isJudged = comments.has(above.lemma) && !isOwn && !/^(?:obl|xcomp)$/u.test(relation);
      if (circumstance || relation === 'nsubj' || isJudged) return [];
      return readPredication(tree, head).agents;
    }
    if (!within.has(relation) || tidings.has(above.lemma)) return [];
    at = head;
  }
  return [];
}

/** «подписали пакет, среди которого — указ о создании суда»: an apposition is done by who does what it stands beside. */
const within: ReadonlySet<string> = new Set(['nmod', 'conj', 'appos']);

/** «пошлины вводятся», «сделки запрещаются»: the verb of which a reflexive is the passive; `null` for all other words. */
function activeOf({ lemma }: Token): string | null {
  return reflexivePassives.has(lemma) ? lemma.slice(0, -2) : null;
}

function isPassive(tree: Tree, token: number): boolean {
  const word = tree.tokens[token];
  if (word?.features.voice === 'Pass' || (word && activeOf(word) !== null)) return true;
  return (tree.children[token] ?? []).some((c) => tree.tokens[c]?.relation === 'nsubj:pass');
}

/** «президентом» in «подписан президентом»: an instrumental without a preposition that names somebody, not a time or a manner. */
function isAgentive(tree: Tree, i: number): boolean {
  const word = tree.tokens[i];
  return word?.features.case === 'Ins' && prepositionOf(tree, i) === null && isNominal(word) && !isToWhom(word);
}

/** «которой отказали», «ей отказано»: a feminine pronoun that the tree makes an indirect object, whatever case it is taken for. */
function isToWhom({ pos, relation, norm }: Token): boolean {
  return pos === 'PRON' && relation === 'iobj' && /[оеё]й$/u.test(norm);
}

function objectsOf(tree: Tree, token: number): readonly number[] {
  const own = dependents(tree, token, 'obj');
  if (own.length > 0) return withNamedAmong(tree, own);
  const word = tree.tokens[token];
  const head = tree.tokens[word?.head ?? -1];
  // «обсудили и подписали договор»: the object stands with the last verb or with the first
  const shared =
    word && universal(word.relation) === 'conj' && isVerbal(head) ? dependents(tree, word.head, 'obj') : null;
  if (shared?.every((o) => o < token)) return (tree.children[token] ?? []).length <= 1 ? shared : [];
  // «первую партию Тальмар обещает передать»: the object of the infinitive stands before its governor
  if (word && universal(word.relation) === 'xcomp' && word.features.verbForm === 'Inf' && isVerbal(head)) {
    const before = causatives.has(head?.lemma ?? '') ? [] : dependents(tree, word.head, 'obj');
    // «подтвердил готовность поставить»: whose infinitive it is
    const matter = before.filter((o) => !willingness.has(tree.tokens[o]?.lemma ?? ''));
    if (matter.length > 0) return matter;
    // «договор планируется подписать»
    if (impersonals.has(head?.lemma ?? '')) return standFor(tree, dependents(tree, word.head, 'nsubj'));
  }
  const next = dependents(tree, token, 'conj').find((c) => isVerbal(tree.tokens[c]));
  if (next !== undefined && next - token === 2) return dependents(tree, next, 'obj');
  return strayAccusative(tree, token);
}

function antecedentOf(tree: Tree, token: number): readonly number[] {
  const word = tree.tokens[token];
  const relation = universal(word?.relation ?? '');
  if (relation === 'acl' || relation === 'amod') return word ? [agreeingAbove(tree, word)] : [];
  if (relation === 'conj' && word) return antecedentOf(tree, word.head);
  return [];
}

/** «соглашение о перемирии, подписанное в мае»: of the nouns above a participle the one in its case, where the nearest is in another. */
function agreeingAbove(tree: Tree, { head, features }: Token): number {
  const nearest = tree.tokens[head];
  const isAlike = (noun: Token | undefined): boolean =>
    agreesInForm(noun?.features, features) && sameCase(noun?.features.case) === sameCase(features.case);
  if (!features.case || !nearest?.features.case || nearest.relation !== 'nmod' || isAlike(nearest)) return head;
  const above = tree.tokens[nearest.head];
  return isNominal(above) && nearest.head < head && isAlike(above) ? nearest.head : head;
}

/** The accusative of what does not live looks as the nominative does. */
function sameCase(own: Token['features']['case']): string | undefined {
  return own === 'Acc' ? 'Nom' : own;
}

function obliquesOf(tree: Tree, token: number, taken: readonly number[]): readonly Oblique[] {
  return dependents(tree, token, 'obl', 'nmod', 'iobj')
    .filter((c) => !taken.includes(c))
    .flatMap((c) => {
      const regarded = tree.tokens[c]?.lemma === 'отношение' ? regardedBy(tree, c) : [];
      if (regarded.length > 0) return regarded;
      return coordinated(tree, c).map((i) => ({
        token: i,
        preposition: prepositionOf(tree, i) ?? prepositionOf(tree, c),
        case: caseOf(tree, i, c),
      }));
    });
}

/** «в Лескене могут пройти выборы», «в порту должны построить причал»: where, told before the verb that an infinitive or a participle hangs on. */
function frontedWith(tree: Tree, token: number): readonly Oblique[] {
  const { relation, head = -1 } = tree.tokens[token] ?? {};
  if (relation !== 'xcomp' || !modals.has(tree.tokens[head]?.lemma ?? '')) return [];
  return obliquesOf(tree, head, []).filter((o) => o.token < head && o.case === 'Loc');
}

/** «санкции в отношении Варонии»: a preposition of two words, with what it governs. */
function regardedBy(tree: Tree, relation: number): readonly Oblique[] {
  if (prepositionOf(tree, relation) !== 'в') return [];
  const regarded = dependents(tree, relation, 'nmod').filter((c) => tree.tokens[c]?.features.case === 'Gen');
  return spread(tree, regarded).map((token) => ({ token, preposition: 'в отношении', case: 'Gen' }));
}

/** The indirect object is a dative, also where the form could be another case: «предлагает Республике Варония». */
function caseOf(tree: Tree, token: number, first: number): Oblique['case'] {
  const preposition = prepositionOf(tree, first);
  const indirect = tree.tokens[first]?.relation === 'iobj' && preposition === null;
  const own = caseAt(tree, token) ?? null;
  const word = tree.tokens[token];
  // «с Ли Куан Ю», «к Facebook», «с ОЗХО»: what does not decline
  const isBare = own === null || own === 'Nom' || isAcronym(word?.text);
  // «в список внесены банкиры»
  const isGoal = own === 'Nom' && word?.pos === 'NOUN' && /^(?:во?|на)$/u.test(preposition ?? '');
  const found = isGoal ? 'Acc' : isBare ? (caseAfter.get(preposition ?? '') ?? own) : own;
  if (indirect && word && isToWhom(word)) return 'Dat';
  return indirect && (found === 'Loc' || found === 'Gen') ? 'Dat' : found;
}

/** «посол, который подписал договор, и министр»: a relative in the singular stands for one of those that are joined. */
function spreadSubjects(tree: Tree, subjects: readonly number[]): readonly number[] {
  const isOne = (s: number): boolean =>
    tree.tokens[s]?.lemma === 'который' && tree.tokens[s]?.features.number === 'Sing';
  return subjects.flatMap((s) => (isOne(s) ? standFor(tree, [s]) : spread(tree, standFor(tree, [s]))));
}

function spread(tree: Tree, tokens: readonly number[]): readonly number[] {
  if (tokens.length === 0) return tokens;
  return [...new Set(tokens.flatMap((t) => coordinated(tree, t)))];
}
