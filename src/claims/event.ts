import type { Draft } from './draft.ts';
import {
  draftMatches,
  type Frame,
  type FrameDrafts,
  happeningDraft,
  indexFrames,
  type Match,
  matchFrames,
} from './frames.ts';
import { findClauseTime, isDated } from './clause-time.ts';
import {
  happeningNouns,
  auxiliaryVerbs,
  becomingVerbs,
  effectVerbs,
  handled,
  idleSubjects,
  penalties,
  seizures,
  shortStates,
  stative,
  toldByOthers,
  wholeVerbs,
} from './event-words.data.ts';
import { isFuture } from './clause.ts';
import { type Cast, isDone, type Scene, whyBeside, whyNoClause } from './event-clause.ts';
import { isWeighed, keptAt, whyNoCourse } from './event-course.ts';
import { isMeant, isToCome } from './event-plan.ts';
import { evidenceOf } from './evidence.ts';
import { occurrenceVerbs } from './misread-arguments.ts';
import { type Predication, readPredication } from './predications.ts';
import type { Reading } from './reading.ts';
import { needsContent, speechActOf } from './reporting.data.ts';
import { fillRole, isActor, isPlace } from './roles.ts';
import { isKeptAsHoliday } from './speech-act.ts';
import { readStatus, type StatusReading, withDay } from './status.ts';
import { onDay } from './status-of-day.ts';
import { dependents, isNominal, isVerbal, prepositionOf, type Tree, universal } from './tree.ts';
import { lemmaList } from './lemma-list.ts';

const frames: readonly Frame[] = [
  // «взрыв в порту», «теракт произошёл», «выборы пройдут в мае», «выставка в Лескене»
  {
    name: 'event.noun',
    triggers: happeningNouns,
    roles: [
      { role: 'actor', from: ['agent', 'между Ins'], kinds: ['state', 'organisation', 'person', 'post'], people: true },
      {
        role: 'place',
        from: ['в Loc', 'на Loc', 'под Ins', 'близ Gen', 'у Gen'],
        kinds: ['place', 'state', 'facility'],
      },
      { role: 'object', from: ['patient', 'на Acc', 'против Gen', 'self'] },
    ],
    least: 1,
  },
  // «ему грозит срок», «компании грозит штраф», «ему грозит до десяти лет»
  {
    name: 'event.face',
    triggers: ['грозить'],
    status: 'possible',
    roles: [
      {
        role: 'actor',
        from: ['Dat'],
        kinds: ['person', 'organisation', 'post', 'state'],
        people: true,
        required: true,
      },
      { role: 'object', from: ['agent'], nouns: penalties },
    ],
  },
];

const index = indexFrames(frames);

/** What fits no other type: happenings named by a noun, and clauses in which an actor does something. */
export function findEvents(reading: Reading, tree: Tree): FrameDrafts {
  const named = draftMatches(matchFrames(reading, tree, index), whyNot, (match) => happeningDraft(match, 'event'));
  // «на выборах победил мэр» is told by its verb, «прошли выборы» by its noun
  const isCarried = (draft: Draft): boolean => readPredication(tree, draft.token).light >= 0;
  const carried = named.drafts.filter(isCarried);
  const beside = named.drafts.filter((draft) => !isCarried(draft));
  const drafts: Draft[] = [];
  const rejected = [...named.rejected];
  for (const [i, token] of tree.tokens.entries()) {
    const speaks = speechActOf(token.lemma) && !needsContent(token.lemma) && !isKeptAsHoliday(tree, i);
    if (!isVerbal(token) || token.pos === 'AUX' || speaks) continue;
    const act = readAct(reading, tree, i);
    if (act.kind === 'rejected')
      rejected.push({ rule: 'event.act', reason: act.reason, start: token.start, stop: token.stop });
    else drafts.push(act.draft);
  }
  return { drafts: [...carried, ...drafts, ...beside], rejected };
}

function whyNot(match: Match): string | null {
  return match.frame.name === 'event.face' ? whyNoPenalty(match) : whyNoNoun(match);
}

/** «грозит срок», «грозит до двадцати лет»: years are no object of their own; «грозит опасность» is no penalty. */
function whyNoPenalty({ p: { tree, token }, roles }: Match): string | null {
  const inYears = dependents(tree, token, 'nsubj', 'obl', 'obj', 'nmod').some((c) => tree.tokens[c]?.lemma === 'год');
  return roles.length > 1 || inYears ? null : 'a danger, no penalty';
}

/** A happening named by a noun counts when a verb carries it, or when it has a time, people and places of its own. */
function whyNoNoun({ p, roles, time, reading }: Match): string | null {
  if (p.lemma === 'выбор' && p.tree.tokens[p.token]?.features.number === 'Sing') return 'a choice, no elections';
  // «начались протесты» and «обещают выборы» tell it; «на фоне попытки переворота» and «между войнами» name it
  const matters =
    time !== null || roles.length > 1 || ['nsubj', 'obj'].includes(universal(p.tree.tokens[p.token]?.relation ?? ''));
  const cued = matters && reading.cues.length > 1;
  const told = p.light >= 0 || roles.length > 2 || (time !== null && roles.length > 1) || cued;
  return told ? null : 'a happening that nothing places in time';
}

type Act = { readonly kind: 'act'; readonly draft: Draft } | { readonly kind: 'rejected'; readonly reason: string };

/** «Варония открыла границу», «рыбаки вышли в море», «груз обнаружен»: a happening that no type knows. */
function readAct(reading: Reading, tree: Tree, i: number): Act {
  const token = tree.tokens[i];
  if (!token) return no('no token');
  const p = readPredication(tree, i);
  const complement = dependents(tree, i, 'xcomp', 'csubj').filter((c) => isVerbal(tree.tokens[c]));
  const inner = complement[0] === undefined ? null : readPredication(tree, complement[0]);
  const passing = whyInPassing(reading, tree, p, inner) ?? whyNoClause(reading, tree, i);
  if (passing) return no(passing);
  const cast = castOf(reading, p);
  const { actors, things } = cast;
  if (actors.some((a) => tree.tokens[a]?.features.person === '1')) return no('words of a speaker about himself');
  const untold = isDoneBySomebody(tree, p) || isContinued(tree, p) || isDecided(tree, p);
  if (actors.length + things.length === 0 && !untold) return no('nobody acts');
  const found = findClauseTime(reading, p);
  const objects = p.passive
    ? cast.subjects.filter((s) => actors.length > 0 && !actors.includes(s))
    : [...p.patients, ...(inner?.patients ?? [])];
  const places = p.obliques.flatMap((o) => (isPlace(reading, tree, o.token) ? [o.token] : []));
  const status = onDay(reading, actStatus(reading, p, cast), found?.time ?? null);
  const scene: Scene = { ...cast, objects, places, isTimed: found !== null, isPlaced: !!found?.placed };
  const nobody = actors.length + things.length + objects.length === 0;
  if (nobody && !scene.isTimed && places.length === 0) return no('nobody acts, nowhere, at no time');
  const lacking = whyNoHappening(reading, p, scene, status) ?? (scene.isTimed ? null : whyBeside(reading, p, scene));
  if (lacking) return no(lacking);
  const asObject = (a: number): boolean => p.passive && cast.subjects.includes(a) && actors.length > 1;
  const evidence = evidenceOf(
    reading,
    p,
    [
      ...actors,
      ...things,
      ...objects,
      ...(objects.length + places.length === 0 ? whither(p) : places),
      ...complement,
      ...keptAt(reading, p),
      ...becomesWhat(tree, p),
    ],
    found?.placed ?? null,
  );
  const roles = [
    ...actors.map((a) => fillRole(reading, tree, a, asObject(a) ? 'object' : 'actor')),
    ...[...things, ...objects].map((a) => fillRole(reading, tree, a, 'object')),
    ...whereOf(reading, p, places).map((t) => fillRole(reading, tree, t, 'place')),
  ];
  return {
    kind: 'act',
    draft: {
      type: 'event',
      status: status.status,
      force: status.force,
      cues: status.cues,
      time: found?.time ?? null,
      roles,
      evidence,
      rule: things.length > 0 ? 'event.befall' : 'event.act',
      sentence: tree.sentence.index,
      token: i,
    },
  };
}

/** «проник в сеть банка», «отказался от должности»: where nothing else completes the verb, what its preposition governs behind it. */
function whither(p: Predication): readonly number[] {
  const goal = p.obliques.find((o) => o.token > p.token && o.preposition !== null && o.token - p.token < 5);
  return goal ? [goal.token] : [];
}

/** Why a verb tells a state, or something beside what its sentence tells. */
function whyInPassing(reading: Reading, tree: Tree, p: Predication, inner: Predication | null): string | null {
  const token = tree.tokens[p.token];
  const isShort = token?.features.variant === 'Short';
  if (
    (isState(tree, p) && keptAt(reading, p).length === 0) ||
    (isShort && shortStates.has(p.lemma) && !isToCome(tree, p))
  )
    return 'a state of things';
  const clause = isContentClause(tree, p.token);
  const attached = token?.relation === 'acl' && !isUnderNoun(tree, p) && !clause;
  const aside = p.form === 'converb' || p.form === 'participle' || attached;
  if (aside && !isDatedAside(reading, p)) return 'told in passing';
  if (clause && !isFuture(tree, p.token)) return 'what somebody says, not what happens';
  // «отказались возглавить»: the infinitive alone would be a state of things
  const leans = auxiliaryVerbs.has(p.lemma) || isShort;
  return leans && inner && !isState(tree, inner) ? 'its infinitive tells it' : null;
}

/** «является послом», «стал послом»: what somebody is or became is his position. */
function isState(tree: Tree, p: Predication): boolean {
  return stative.has(p.lemma) && !isToCome(tree, p);
}

/** «судно, перехваченное 23 января», «скончавшийся в 2009 году»: what was done by the way, on a day of its own */
function isDatedAside(reading: Reading, p: Predication): boolean {
  return p.form === 'participle' && isDone(p.tree, p.token) && findClauseTime(reading, p) !== null;
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
  const subjects = (p.passive ? p.patients : p.agents).filter((s) => !borrowed || tree.tokens[s]?.head === token);
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
  // «концерт отменён»: what befell it is that it will not be
  if (things.length > 0 && p.passive && callingOff.has(p.lemma) && read.status !== 'possible')
    return { ...read, status: read.status === 'denied' ? 'planned' : 'cancelled', force: null };
  return things.length > 0 && p.passive ? scheduled(p.lemma, read) : read;
}

/** Why what a verb tells is no happening that is left and concrete. */
function whyNoHappening(reading: Reading, p: Predication, scene: Scene, status: StatusReading): string | null {
  const { tree, token, lemma } = p;
  const { actors, things, objects, places, isTimed } = scene;
  const others = scene.isPlaced ? 0 : p.obliques.length - places.length;
  const occurs = occurrenceVerbs.has(lemma);
  const whole =
    wholeVerbs.has(lemma) ||
    occurs ||
    (p.passive && seizures.has(lemma)) ||
    (actors.length > 0 && (isToCome(tree, p) || isMeant(p, status)));
  const alone = objects.length + places.length + others === 0 && !isTimed;
  if (alone && !whole && !(p.passive && p.agents.length > 0)) return 'nothing is acted on, nowhere, at no time';
  if (isUnderNoun(tree, p) && (status.status !== 'planned' || status.cues.length < 2)) return 'told in passing';
  const course = isTimed ? null : whyNoCourse(reading, p, actors, status);
  if (course) return course;
  const counted =
    objects.some((o) => isFigure(reading, tree, o)) || (things.length > 0 && hasQuantity(reading, tree, token));
  return counted && status.status !== 'planned' ? 'a figure tells it' : null;
}

/** «концерт был запланирован на декабрь»: what is past is the planning alone. */
function scheduled(lemma: string, read: StatusReading): StatusReading {
  return schedulingVerbs.has(lemma) && read.status === 'happened'
    ? { ...read, status: 'planned', force: 'plan' }
    : read;
}

const callingOff: ReadonlySet<string> = new Set(lemmaList(`отменить отложить перенести сорвать отменять откладывать`));

const schedulingVerbs: ReadonlySet<string> = new Set(
  lemmaList(`запланировать планировать наметить намечать назначить`),
);

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

/** «цены достигли рекорда», «груз обнаружен», «дебаты ожидаются»: whether a verb tells that something happens to a thing. */
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
  return occurrenceVerbs.has(token.lemma) || token.features.aspect === 'Perf';
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

function no(reason: string): Act {
  return { kind: 'rejected', reason };
}
