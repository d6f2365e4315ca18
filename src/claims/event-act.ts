import type { Draft } from './draft.ts';
import { findActTime, type FoundTime, isDated } from './clause-time.ts';
import {
  auxiliaryVerbs,
  becomingVerbs,
  callingOff,
  comingOut,
  effectVerbs,
  handled,
  idleObjects,
  idleObjectsOf,
  idleSubjects,
  schedulingVerbs,
  seizures,
  shortStates,
  suffered,
  toldByOthers,
  wholeVerbs,
} from './event-words.data.ts';
import { isFuture } from './clause.ts';
import { type Cast, isActedOn, isDone, type Scene, whyBeside, whyTold } from './event-clause.ts';
import { isWeighed, keptAt, whyNoCourse } from './event-course.ts';
import { featuresOfAct } from './event-features.ts';
import { isMeant, isOwnPlan, isToCome } from './event-plan.ts';
import { evidenceOf } from './evidence.ts';
import type { Features } from './likelihood.ts';
import { occurrenceVerbs } from './misread-arguments.ts';
import { isState, whyNoAct } from './no-act.ts';
import { type Predication, readPredication } from './predications.ts';
import type { Reading } from './reading.ts';
import { withoutPostOfName } from './post-of-name.ts';
import { fillRole, isActor, isPlace } from './roles.ts';
import { readStatus, type StatusReading, withDay } from './status.ts';
import { onDay } from './status-of-day.ts';
import { subjectBefore } from './who-acts.ts';
import { dependents, isNominal, isVerbal, prepositionOf, type Tree, universal } from './tree.ts';
import { lemmaList } from './lemma-list.ts';

/** A verb that may tell a happening: what is known of it, and the draft that it would make. */
export interface Act {
  readonly kind: 'act';
  /** Why a reader may not take it for a happening of its own, first what weighs most. */
  readonly doubts: readonly string[];
  /** What `event-weights.data.ts` has weights for. */
  readonly features: Features;
  /** Whether the rules hold it told however seldom its words are: what binds or will come, custody, a choice that is weighed. */
  readonly isSure: boolean;
  readonly isAwaited: boolean;
  readonly draft: () => Draft;
}

/**
 * «Варония открыла границу», «рыбаки вышли в море», «груз обнаружен»: what verb `i` of a sentence tells, whether or not that is a
 * happening; rejected where the clause does not say that it is so.
 * `sentence`: what its sentence tells of all its verbs.
 */
export function readAct(
  reading: Reading,
  tree: Tree,
  i: number,
  sentence: Features,
): Act | { readonly kind: 'rejected'; readonly reason: string } {
  const p = readPredication(tree, i);
  const complement = dependents(tree, i, 'xcomp', 'csubj').filter((c) => isVerbal(tree.tokens[c]));
  const inner = complement[0] === undefined ? null : readPredication(tree, complement[0]);
  const cast = castOf(reading, p);
  const reason = whyNoAct(reading, p, cast, inner);
  if (reason) return { kind: 'rejected', reason };
  const found = findActTime(reading, p);
  const objects = p.passive
    ? cast.subjects.filter((s) => cast.actors.length > 0 && !cast.actors.includes(s))
    : [...p.patients, ...(inner?.patients ?? [])];
  const places = p.obliques.flatMap((o) => (isPlace(reading, tree, o.token) ? [o.token] : []));
  const read = actStatus(reading, p, cast);
  const ahead = isLaidDown(p, found) ? scheduled(p.lemma, read) : read;
  const status = onDay(reading, ahead, found?.time ?? null);
  const scene: Scene = { ...cast, objects, places, isTimed: found !== null, isPlaced: !!found?.placed };
  if (isCounted(reading, p, scene, status)) return { kind: 'rejected', reason: 'a figure tells it' };
  if (objects.some((o) => isMannerOfSpeaking(p.lemma, tree.tokens[o]?.lemma ?? '')))
    return { kind: 'rejected', reason: 'a manner of speaking' };
  const doubts = [
    whyInPassing(reading, tree, p),
    isMeant(p, status) ? null : whyTold(reading, tree, i),
    whyNobody(reading, p, scene),
    objects.some((o) => tidings.has(tree.tokens[o]?.lemma ?? '')) ? 'words about a happening' : null,
    whyNoHappening(reading, p, scene, status),
    scene.isTimed ? null : whyBeside(reading, p, scene),
  ].filter((doubt) => doubt !== null);
  return {
    kind: 'act',
    doubts,
    features: featuresOfAct(reading, p, scene, status, doubts, sentence),
    isAwaited: isAwaited(status),
    isSure: doubts.length === 0 && (isAwaited(status) || keptAt(reading, p).length > 0 || isWeighed(p)),
    draft: () => draftOf(reading, p, scene, status, found, complement),
  };
}

function draftOf(
  reading: Reading,
  p: Predication,
  { subjects, actors, things, objects, places }: Scene,
  { status, force, cues }: StatusReading,
  found: FoundTime | null,
  complement: readonly number[],
): Draft {
  const { tree, token } = p;
  const unnamed = actors.length + things.length + objects.length > 0 ? [] : subjects;
  const acted = [...new Set([...things, ...objects, ...unnamed.filter((s) => isNominal(tree.tokens[s]))])];
  const asObject = (a: number): boolean =>
    p.passive &&
    subjects.includes(a) &&
    // «судно захвачено у берегов», not «в манёврах задействованы суда»
    ((suffered.has(p.lemma) && tree.tokens[a]?.features.animacy === 'Inan') ||
      actors.some((other) => !subjects.includes(other)));
  const where = objects.length + places.length === 0 ? whither(p) : places;
  const carried = [...actors, ...acted, ...where, ...complement, ...keptAt(reading, p), ...becomesWhat(tree, p)];
  return {
    type: 'event',
    status,
    force,
    cues,
    time: found?.time ?? null,
    roles: [
      ...actors.map((a) => fillRole(reading, tree, a, asObject(a) ? 'object' : 'actor')),
      ...acted.map((a) => fillRole(reading, tree, a, 'object')),
      ...whereOf(reading, p, places).map((t) => fillRole(reading, tree, t, 'place')),
    ],
    evidence: evidenceOf(reading, p, carried, found?.placed ?? null),
    rule: things.length > 0 ? 'event.befall' : 'event.act',
    sentence: tree.sentence.index,
    token,
  };
}

/** «пообещал построить порт»: what somebody will do or what will come. */
export function isAwaited({ force }: StatusReading): boolean {
  return force !== null && force !== 'possibility';
}

/** «распространила информацию», «пролила свет»: what only tells of something. */
const tidings: ReadonlySet<string> = new Set(
  lemmaList(`информация свет сведение слух сообщение цитата видеозапись запись`),
);

/** «заострит внимание на рыбе», «решение положит начало переговорам»: what nobody does anything to. */
function isMannerOfSpeaking(verb: string, object: string): boolean {
  return idleObjects.has(object) || (idleObjectsOf.get(verb)?.has(object) ?? false);
}

/** «объявлено», «в порту грустно»: nobody does it, and nothing undergoes it. */
function whyNobody(
  reading: Reading,
  p: Predication,
  { actors, things, objects, places, isTimed }: Scene,
): string | null {
  const { tree } = p;
  const untold = isDoneBySomebody(tree, p) || isContinued(tree, p) || isDecided(tree, p) || isOwnPlan(tree, p);
  const isTold = untold || actors.length + things.length > 0 || subjectBefore(reading, p, 'actor') !== null;
  if (!isTold) return 'nobody acts';
  const nobody = actors.length + things.length + objects.length === 0;
  return nobody && !isTimed && places.length === 0 ? 'nobody acts, nowhere, at no time' : null;
}

/** «проник в сеть банка», «отказался от должности»: where nothing else completes the verb, what its preposition governs behind it. */
function whither(p: Predication): readonly number[] {
  const goal = p.obliques.find((o) => o.token > p.token && o.preposition !== null && o.token - p.token < 5);
  return goal ? [goal.token] : [];
}

/** Why a verb tells a state, or something beside what its sentence tells. */
function whyInPassing(reading: Reading, tree: Tree, p: Predication): string | null {
  const token = tree.tokens[p.token];
  const isShort = token?.features.variant === 'Short';
  if (
    (isState(tree, p) && keptAt(reading, p).length === 0) ||
    (isShort && shortStates.has(p.lemma) && !isToCome(tree, p))
  )
    return 'a state of things';
  const clause = isContentClause(tree, p.token);
  // «после того, как посол умер»: a clause of its own, though it hangs on «того»
  const attached = token?.relation === 'acl' && !isUnderNoun(tree, p) && !clause && p.form !== 'finite';
  const aside = p.form === 'converb' || p.form === 'participle' || attached;
  if (aside && (comingOut.has(p.lemma) || !isDatedAside(reading, p))) return 'told in passing';
  return clause && !isFuture(tree, p.token) ? 'what somebody says, not what happens' : null;
}

/** «судно, перехваченное 23 января», «скончавшийся в 2009 году»: what was done by the way, on a day of its own */
function isDatedAside(reading: Reading, p: Predication): boolean {
  return p.form === 'participle' && isDone(p.tree, p.token) && findActTime(reading, p) !== null;
}

/** «станет кандидатом на пост мэра»: what somebody becomes, which carries the happening with its verb. */
function becomesWhat(tree: Tree, p: Predication): readonly number[] {
  return becomingVerbs.has(p.lemma) ? dependents(tree, p.token, 'xcomp').filter((c) => isNominal(tree.tokens[c])) : [];
}

/** «объявил о намерении отозвать лицензию»: who plans is the actor */
function isUnderNoun(tree: Tree, p: Predication): boolean {
  return p.form === 'infinitive' && ['acl', 'nmod'].includes(tree.tokens[p.token]?.relation ?? '');
}

/** «рассказал о том, что будут опробованы новые правила»: the clause of «том» tells its own */
function isContentClause(tree: Tree, i: number): boolean {
  return tree.tokens[i]?.relation === 'acl' && dependents(tree, i, 'mark').some((c) => tree.tokens[c]?.norm === 'что');
}

function castOf(reading: Reading, p: Predication): Cast {
  const { tree, token } = p;
  // «приехал министр, и прошли переговоры»: what takes place has its own subject
  const borrowed = tree.tokens[token]?.relation === 'conj' && occurrenceVerbs.has(p.lemma);
  const told = (p.passive ? p.patients : p.agents).filter((s) => !borrowed || tree.tokens[s]?.head === token);
  const subjects = withoutPostOfName(reading, tree, told, token);
  const doers = subjects.filter((a) => isActor(reading, tree, a));
  const actors = p.passive ? [...p.agents.filter((a) => isActor(reading, tree, a)), ...doers] : doers;
  const things = actors.length > 0 ? [] : subjects.filter((s) => canBefall(tree, token, s));
  return { subjects, actors, things };
}

/** The status of a happening; of what takes place, its own subject tells it: «планируется встреча». */
function actStatus(reading: Reading, p: Predication, { subjects, things }: Cast): StatusReading {
  const told = occurrenceVerbs.has(p.lemma) && subjects[0] !== undefined ? readPredication(p.tree, subjects[0]) : p;
  const read = withDay(readStatus(told), isDated(reading, p));
  if (isWeighed(p) && read.status === 'ongoing') return { ...read, status: 'possible', force: 'possibility' };
  // «Варония планирует совместное строительство порта», «планируется завершить укладку пути»: what is planned is still to come
  const isPlanned = schedulingVerbs.has(p.lemma.replace(/ся$/u, '')) && !p.passive;
  if (isPlanned && p.patients.length + subjects.length > 0 && read.status === 'ongoing')
    return { ...read, status: 'planned', force: 'plan' };
  // «концерт отменён», «встреча министров отложена»: what befell it is that it will not be
  const befalls = p.passive && (things.length > 0 || p.agents.length === 0);
  if (befalls && callingOff.has(p.lemma) && read.status !== 'possible')
    return { ...read, status: read.status === 'denied' ? 'planned' : 'cancelled', force: null };
  return things.length > 0 && p.passive ? scheduled(p.lemma, read) : read;
}

/** Why what a verb tells is no happening that is left and concrete. */
function whyNoHappening(reading: Reading, p: Predication, scene: Scene, status: StatusReading): string | null {
  const { tree, lemma } = p;
  const { actors, objects, places, isTimed } = scene;
  const others = scene.isPlaced ? 0 : p.obliques.length - places.length;
  const occurs = occurrenceVerbs.has(lemma);
  const whole =
    wholeVerbs.has(lemma) ||
    occurs ||
    (p.passive && (seizures.has(lemma) || callingOff.has(lemma))) ||
    (actors.length > 0 && (isToCome(tree, p) || isMeant(p, status)));
  const alone = objects.length + places.length + others === 0 && !isTimed;
  if (alone && !whole && !isActedOn(p)) return 'nothing is acted on, nowhere, at no time';
  if (isUnderNoun(tree, p) && (status.status !== 'planned' || status.cues.length < 2)) return 'told in passing';
  return isTimed ? null : whyNoCourse(reading, p, actors, status);
}

/** «получила 27,7 % голосов», «долг уменьшился до 80 млрд», «цены вырастут на 3 %»: how much of it there is. */
function isCounted(
  reading: Reading,
  p: Predication,
  { actors, things, objects }: Scene,
  status: StatusReading,
): boolean {
  const { tree, token } = p;
  const measured = actors.length === 0 && hasQuantity(reading, tree, token);
  const isDeal = dealingVerbs.has(p.lemma) && status.status === 'happened';
  const isHappening = (status.status === 'planned' || isDeal) && actors.length + things.length > 0 && !isState(tree, p);
  return (measured || objects.some((o) => isFigure(reading, tree, o))) && !isHappening;
}

/** «фонд купил 5 % акций», «дом выставлен на продажу за миллион»: the deal, beside how much it was. */
const dealingVerbs: ReadonlySet<string> = new Set(
  lemmaList(`купить выкупить скупить приобрести продать выставить вложить инвестировать пожертвовать похитить украсть`),
);

/** «Он назначен на 27 июня», told before of a referendum; «он назначен послом» has no day behind «на». */
function isLaidDown({ tree, passive }: Predication, found: FoundTime | null): boolean {
  return passive && found?.placed ? tree.tokens[found.placed.first - 1]?.norm === 'на' : false;
}

/** «концерт был запланирован на декабрь»: what is past is the planning alone. */
function scheduled(lemma: string, read: StatusReading): StatusReading {
  return schedulingVerbs.has(lemma) && read.status === 'happened'
    ? { ...read, status: 'planned', force: 'plan' }
    : read;
}

/** «собрались у посольства в Ольмаре»: where no place hangs on the verb, the one that hangs on its circumstances. */
function whereOf(reading: Reading, p: Predication, places: readonly number[]): readonly number[] {
  const located = places.some((t) => ['в', 'во', 'на'].includes(prepositionOf(p.tree, t) ?? ''));
  if (located) return places;
  const below = p.obliques.flatMap((o) => dependents(p.tree, o.token, 'nmod'));
  const beside = below.filter(
    (t) => ['в', 'во', 'на'].includes(prepositionOf(p.tree, t) ?? '') && isPlace(reading, p.tree, t),
  );
  return [...places, ...beside.slice(0, 1)];
}

/** «цены достигли рекорда», «груз обнаружен», «дебаты ожидаются», «выдача откладывается»: whether a verb tells that something happens to a thing. */
function canBefall(tree: Tree, verb: number, subject: number): boolean {
  const token = tree.tokens[verb];
  const word = tree.tokens[subject];
  if (!token || !word) return false;
  // «следующий запланирован на май»: the noun was told before
  const isLeftOut = word.pos === 'ADJ' && (occurrenceVerbs.has(token.lemma) || schedulingVerbs.has(token.lemma));
  if (word.pos !== 'NOUN' && word.pos !== 'PROPN' && !isLeftOut) return false;
  const actedOn = universal(word.relation) === 'nsubj' && token.features.voice === 'Pass' && handled.has(word.lemma);
  if ((idleSubjects.has(word.lemma) && !actedOn) || toldByOthers.has(word.lemma)) return false;
  // «появится новый порт» is to come, «появились слухи» is not
  if (token.lemma === 'появиться' && isFuture(tree, verb)) return true;
  if (effectVerbs.has(token.lemma)) return false;
  const isPutOff = callingOff.has(token.lemma.replace(/ся$/u, ''));
  return occurrenceVerbs.has(token.lemma) || isPutOff || token.features.aspect === 'Perf';
}

/** «посла уволили», «нефть начали качать», «в столице построят порт»: the plural without a subject. */
function isDoneBySomebody(tree: Tree, p: Predication): boolean {
  const { number, person, tense, aspect } = tree.tokens[p.token]?.features ?? {};
  return (
    p.form === 'finite' &&
    number === 'Plur' &&
    person !== '1' &&
    (tense === 'Past' || tense === 'Fut') &&
    aspect === 'Perf' &&
    p.patients.length > 0 &&
    p.agents.length === 0
  );
}

/** «Недавно переехал в столицу»: who acts was told before, and the clause goes on about him. */
function isContinued(tree: Tree, p: Predication): boolean {
  const clause = ['root', 'conj', 'parataxis'].includes(tree.tokens[p.token]?.relation ?? '');
  return clause && p.form === 'finite' && isDone(tree, p.token) && p.agents.length + p.patients.length === 0;
}

/** «решено увеличить добычу», «планируется провести концерт»: a decision or a plan that hides whose it is. */
function isDecided(tree: Tree, p: Predication): boolean {
  const { head = -1, relation = '' } = tree.tokens[p.token] ?? {};
  const lemma = tree.tokens[head]?.lemma ?? '';
  const planned = auxiliaryVerbs.has(lemma) || occurrenceVerbs.has(lemma) || lemma === 'должный';
  return (
    planned &&
    p.form === 'infinitive' &&
    p.patients.length + p.obliques.length > 0 &&
    ['xcomp', 'csubj'].includes(relation)
  );
}

/** «получила 27,7 % голосов», «потеряла семь мандатов»: what is acted on is a sum, a share or what is won in elections. */
function isFigure(reading: Reading, tree: Tree, token: number): boolean {
  const word = tree.tokens[token];
  const won = ['мандат', 'голос'].includes(word?.lemma ?? '') && dependents(tree, token, 'nummod').length > 0;
  return (
    won ||
    reading.analysis.quantities.some(
      (q) =>
        ['money', 'percent'].includes(q.kind) && word !== undefined && q.start <= word.start && word.stop <= q.stop,
    )
  );
}

/** «долг уменьшился до 80 млрд»: what befalls a thing is told by how much. */
function hasQuantity(reading: Reading, tree: Tree, verb: number): boolean {
  const near = dependents(tree, verb, 'obl', 'obj', 'advmod').flatMap((c) => [c].concat(tree.children[c] ?? []));
  return reading.analysis.quantities.some(
    (q) =>
      ['money', 'percent', 'measure', 'multiple'].includes(q.kind) &&
      near.some((t) => q.start <= (tree.tokens[t]?.start ?? -1) && (tree.tokens[t]?.stop ?? Infinity) <= q.stop),
  );
}
