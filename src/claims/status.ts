import type { Token } from '../language/analysis.ts';
import type { Force, Status } from '../model/claim.ts';
import { auxiliariesOf, clauseHead, isFuture, isNegated, looksAhead } from './clause.ts';
import { type Cue, cueAt, cueOf, governingCue } from './cue.ts';
import type { Predication } from './predications.ts';
import { findReserve } from './reserve.ts';
import { isReportingVerb } from './reporting.data.ts';
import {
  accomplishing,
  adjectiveCues,
  nounCues,
  prepositionCues,
  spansOfTime,
  type StatusCue,
  uncertainWords,
  verbCues,
} from './status-cues.data.ts';
import {
  ancestors,
  dependents,
  isAttribute,
  isFullParticiple,
  isVerbal,
  prepositionOf,
  type Tree,
  universal,
} from './tree.ts';

/** Whether a matter happened, is going on, is meant to, may, does not; how strongly its future is bound; and the words that decided. */
export interface StatusReading {
  readonly status: Status;
  /** `null` for what has no future. */
  readonly force: Force | null;
  /** In the order in which they were met. */
  readonly cues: readonly Cue[];
}

/**
 * Reads the status of a predication from its form and from everything that governs it, up to the clause that somebody reports.
 * «планируют провести учение» → planned; «может быть подписан» → possible; «так и не состоялась» → denied.
 */
export function readStatus(p: Predication): StatusReading {
  const own = p.form === 'noun' ? nounStatus(p) : verbStatus(p.tree, p.token);
  // «готовы расследовать произошедшую трагедию»: what a participle tells of a noun is done, whatever stands above
  const attribute = isAttribute(p.tree, p.form === 'participle' ? p.token : p.form === 'noun' ? p.light : -1);
  // «отказались обсудить допуск на учение, которое должно пройти в мае»: its own clause tells it, not what stands above
  const isBelow = p.form === 'noun' && p.light >= 0 && ancestors(p.tree, p.light).includes(p.token);
  const above = attribute ? nothingAbove : climb(p.tree, isBelow ? p.light : p.token);
  // «попросил помочь в строительстве»: what stands beside an infinitive shares its fate
  const isBeside = p.form === 'noun' && !isBelow && own.cues[0]?.name === 'infinitive';
  const clause = isBeside ? clauseHead(p.tree, p.token) : -1;
  const around = clause < 0 || above.passed.includes(clause) ? nothingAbove : climb(p.tree, clause);
  const steps = [own, ...above.readings, ...around.readings];
  const combined = combine(steps);
  // «закон, позволяющий провести выборы»: an infinitive of which no word says that it is meant
  if (p.form === 'infinitive' && steps.length === 1 && combined.cues[0]?.name === 'infinitive')
    return { status: 'possible', force: null, cues: combined.cues };
  return withReserve(p, combined);
}

interface Climb {
  readonly readings: readonly StatusReading[];
  /** The words that were asked. */
  readonly passed: readonly number[];
}

const nothingAbove: Climb = { readings: [], passed: [] };

/** What the words above say of one, up to the clause that somebody reports. */
function climb(tree: Tree, token: number): Climb {
  const readings: StatusReading[] = [];
  const passed: number[] = [];
  let at = token;
  for (let guard = 0; guard < 12; guard++) {
    const step = governorStatus(tree, at);
    if (!step) break;
    if (step.reading) readings.push(step.reading);
    at = step.next;
    passed.push(at);
    if (step.stop) break;
  }
  return { readings, passed };
}

/** What is asked, hangs on a condition or is the setting of another matter is not told as meant. */
function withReserve(p: Predication, reading: StatusReading): StatusReading {
  const reserve = findReserve(p);
  if (!reserve || reading.status === 'cancelled') return reading;
  // «если не выведут войска»
  if (reading.status === 'denied' && reserve.cue.name !== 'condition') return reading;
  // «накануне запланированного визита»: the word beside it says that it is meant
  if (reserve.status === null) return reading.cues[0]?.name === 'upcoming' ? reading : { ...reading, force: null };
  // «самолёт, возможно, нарушил границу»: what may have been is awaited by nobody
  const isPast = reading.status === 'happened' && reading.cues[0]?.name === 'past';
  return {
    status: reserve.status,
    force: isPast ? null : reserve.force,
    cues: [...reading.cues, reserve.cue],
  };
}

/** «должен решить вопрос» is to be done, «должен прибыть в среду» is awaited: nobody waits for what has no day. */
export function withDay(reading: StatusReading, dated: boolean): StatusReading {
  return isObliged(reading) && !dated && reading.status === 'planned' ? { ...reading, force: null } : reading;
}

/** «должен решить вопрос», «обязаны сдать отчёт» */
export function isObliged({ cues }: StatusReading): boolean {
  return cues.some(({ name, lemma }) => name === 'forecast' && /^(?:долж|обязан)/u.test(lemma ?? ''));
}

/** Tense, aspect and negation of a verb alone. */
export function verbStatus(tree: Tree, token: number): StatusReading {
  const word = tree.tokens[token];
  const auxiliaries = auxiliariesOf(tree, token);
  const future = auxiliaries.find((a) => looksAhead(tree.tokens[a]));
  const negated = isNegated(tree, token) || auxiliaries.some((a) => isNegated(tree, a));
  const cue = (name: Cue['name'], at = token): readonly Cue[] => [cueAt(tree, name, at)];
  const tense = word?.features.tense;
  const base: StatusReading =
    future !== undefined
      ? { status: 'planned', force: 'plan', cues: cue('future', future) }
      : word?.features.verbForm === 'Inf'
        ? { status: 'planned', force: 'plan', cues: cue('infinitive') }
        : word?.features.verbForm === 'Conv'
          ? converbStatus(tree, token)
          : tense === 'Fut'
            ? { status: 'planned', force: 'plan', cues: cue('future') }
            : tense === 'Pres' && word?.features.voice !== 'Pass'
              ? { status: 'ongoing', force: null, cues: cue('present') }
              : tense === 'Pres' || (isStanding(word) && auxiliaries.length === 0)
                ? { status: 'ongoing', force: null, cues: cue('present') }
                : { status: 'happened', force: null, cues: cue('past') };
  return negated ? { status: 'denied', force: null, cues: [...base.cues, cueOf('negation')] } : base;
}

/** «база расположена в порту», «в манёврах задействованы катера»: where something is, told by a short participle alone. */
function isStanding(word: Token | undefined): boolean {
  return (
    word?.features.variant === 'Short' &&
    /^(?:расположить|дислоцировать|расквартировать|задействовать)$/u.test(word.lemma)
  );
}

function converbStatus(tree: Tree, token: number): StatusReading {
  const head = tree.tokens[token]?.head ?? -1;
  // «попытается примирить всех, уволив министра»: how it is done is no plan of its own
  return isVerbal(tree.tokens[head]) && tree.tokens[head]?.features.verbForm !== 'Conv'
    ? { ...verbStatus(tree, head), force: null }
    : { status: 'happened', force: null, cues: [cueAt(tree, 'converb', token)] };
}

/** A verbal noun: its adjectives, its preposition, else the verb that carries it or the clause that it stands in. */
function nounStatus(p: Predication): StatusReading {
  for (const child of dependents(p.tree, p.token, 'amod', 'acl')) {
    if (p.tree.tokens[child]?.relation === 'acl:relcl') continue;
    const cue = findCue(byAdjective, p.tree.tokens[child]?.lemma ?? '');
    // «предстоящая встреча пройдёт в мае», «намеченная встреча не состоится»: told by its verb
    if (cue?.status === 'planned' && p.light >= 0 && p.light !== child) continue;
    if (cue) return { status: cue.status, force: cue.force, cues: [cueAt(p.tree, cue.name, child)] };
  }
  const preposition = prepositionOf(p.tree, p.token);
  // «после визита, который состоится»: its own clause says that it is to be
  const isAhead = p.light >= 0 && p.light > p.token && isFuture(p.tree, p.light);
  const placed = preposition === null || isAhead ? undefined : prepositionCues[preposition];
  if (placed)
    return { status: placed, force: placed === 'planned' ? 'plan' : null, cues: [cueOf('preposition', preposition)] };
  if (p.light >= 0) return verbStatus(p.tree, p.light);
  // «у нас будет ещё несколько раундов»
  const copulas = dependents(p.tree, p.token, 'cop', 'aux');
  if (copulas.some((c) => looksAhead(p.tree.tokens[c]))) {
    return { status: 'planned', force: 'plan', cues: [cueOf('future'), cueOf('existence')] };
  }
  const clause = clauseHead(p.tree, p.token);
  if (clause < 0 || !isVerbal(p.tree.tokens[clause]))
    return { status: 'happened', force: null, cues: [cueAt(p.tree, 'noun', p.token)] };
  const governor = p.tree.tokens[clause]?.lemma ?? '';
  // «сообщили о встрече», «запомнят этот саммит»: what is told or thought of
  const isTopic = /^об?о?$/u.test(preposition ?? '') && findCue(byVerb, governor) === null;
  if (isReportingVerb(governor) || isTopic)
    return { status: 'happened', force: null, cues: [cueAt(p.tree, 'reported noun', p.token)] };
  const reading = verbStatus(p.tree, clause);
  // «не обсуждали на встрече»: the meeting was, whatever was not done at it
  return reading.status === 'denied'
    ? { status: 'happened', force: null, cues: [cueAt(p.tree, 'noun beside a negated verb', clause)] }
    : reading;
}

interface GovernorStep {
  readonly reading: StatusReading | null;
  readonly next: number;
  readonly stop: boolean;
}

/** One step up the tree: what the governor says of the word that hangs on it; `null` where the clause ends. */
function governorStatus(tree: Tree, at: number): GovernorStep | null {
  const word = tree.tokens[at];
  const head = word?.head ?? -1;
  const governor = tree.tokens[head];
  if (!word || !governor) return null;
  const relation = universal(word.relation);
  // «опасение, что порт закроют»: a clause of what is feared, though the parser takes it for a relative
  const isContent = isContentClause(tree, at) && word.features.tense !== 'Past';
  if ((word.relation === 'acl:relcl' && !isContent) || relation === 'parataxis') return null;
  // «назначены спецпредставителями по договору, подписанному в декабре»: a participle tells its own act
  if (relation === 'acl' && word.features.verbForm === 'Part') return null;
  if (relation === 'advcl' && word.features.verbForm !== 'Inf') return null;
  if (relation === 'conj') {
    const infinitive = word.features.verbForm === 'Inf';
    // «надеются, что порт откроют и суда вернутся»: both are hoped for
    const plain = dependents(tree, at, 'mark').length === 0;
    const both = plain && isContentClause(tree, head) && isFuture(tree, at) && isFuture(tree, head);
    // «будет поднимать вопрос и принимать меры»: the auxiliary stands with the first
    const shared = infinitive && isFuture(tree, head) ? verbStatus(tree, head) : null;
    return { reading: shared, next: head, stop: isVerbal(word) && !infinitive && !both };
  }
  const verbal = isVerbal(governor) || governor.pos === 'ADJ' || governor.pos === 'ADV';
  // «обязанности мэра стал исполнять посол» promises nothing
  const isHeld = relation === 'ccomp' || (relation === 'xcomp' && !/^(?:ис|вы)полн/u.test(word.lemma));
  const said = isHeld ? wordsHeld(tree, head, relation) : null;
  // «будут гордиться» is no infinitive of what governs it
  const bare = word.features.verbForm === 'Inf' && !isFuture(tree, at);
  const cue = said ?? findCue(verbal ? byVerb : byNoun, governor.lemma, bare);
  // «не смогло предоставить сведения о визите»: what the matter of another noun is has its own status
  if (!verbal && !cue && relation === 'nmod' && prepositionOf(tree, at)?.startsWith('о') && !isDenied(tree, head))
    return null;
  // «требование выкупа в ходе переговоров»: during what is said or asked has its own status
  if (!verbal && settings.has(prepositionOf(tree, at) ?? '')) return null;
  // «министры на переговорах договорились о центре»: where somebody is has its own status
  const placed = relation === 'nmod' && ['в', 'во', 'на', 'при'].includes(prepositionOf(tree, at) ?? '');
  if (!verbal && !cue && placed && word.features.case === 'Loc') return null;
  // «удалось сохранить», «были вынуждены уехать»: what came about, told by a verb that governs it
  const accomplished = word.features.verbForm === 'Inf' ? accomplishedStatus(tree, head) : null;
  if (accomplished) return { reading: accomplished, next: head, stop: false };
  const applies =
    cue !== null &&
    !(relation === 'ccomp' && isTold(word)) &&
    !(agentiveCues.has(cue.name) && word.relation === 'nsubj' && isActive(governor)) &&
    passesThrough(cue, relation, word.features.verbForm === 'Inf', verbal, isComplement(tree, at));
  const next = { next: head, stop: verbal && relation === 'ccomp' && !cue };
  if (!applies || !cue)
    return {
      ...next,
      reading: null,
      stop: next.stop || (verbal && isVerbal(word) && relation !== 'xcomp' && relation !== 'csubj'),
    };
  // «обязались продолжать строить»: nobody is quoted
  const isReport = cue.name !== 'course' && isReportingVerb(governor.lemma);
  return { ...next, stop: isReport, reading: statusOfCue(tree, cue, head, word) };
}

/** What a cue makes of the word that hangs on it: «намерены подписать» planned, «не намерены подписать» denied. */
function statusOfCue(tree: Tree, cue: StatusCue, at: number, word: Token): StatusReading {
  const { lemma, features } = tree.tokens[at] ?? word;
  const negated = isNegated(tree, at);
  // «начнёт поставлять», «попытаются провести»: a course that is still to come
  const ahead = (cue.name === 'course' || cue.name === 'attempt') && isFuture(tree, at);
  // «ожидалось, что он уедет», «хотел уйти»: what was once looked forward to
  const longed = cue.name === 'forecast' || lemma === 'хотеть';
  const former = longed && features.tense === 'Past' && features.aspect === 'Imp';
  // «предусматривавший», «принятого»: told by the way
  const aside = isFullParticiple(tree.tokens[at]) && features.tense === 'Past';
  const isDuty = /^(?:долж|обязан)/u.test(lemma);
  const norm = cue.name === 'forecast' && isDuty && word.features.aspect === 'Imp';
  const status = negated ? cue.negated : norm ? 'possible' : ahead ? 'planned' : cue.status;
  // «секретарь должен владеть языком» is a rule, «должен прибыть» a plan
  const conditional = dependents(tree, at, 'aux', 'advmod', 'discourse').some((c) =>
    uncertainWords.has(tree.tokens[c]?.norm ?? ''),
  );
  return {
    status: conditional && status === 'planned' ? 'possible' : status,
    force: negated || norm || former || aside ? null : ahead ? 'plan' : cue.force,
    cues: [governingCue(tree, cue.name, at, negated)],
  };
}

/** «что порт закроют» */
function isContentClause(tree: Tree, verb: number): boolean {
  return dependents(tree, verb, 'mark').some((c) => tree.tokens[c]?.norm === 'что');
}

/** Prepositions that set one matter beside another, whatever that is. */
const settings: ReadonlySet<string> = new Set(['в ходе', 'во время', 'по итогам', 'после', 'на полях', 'между']);

/** Cues whose subject is who means it: «протесты приняли иной характер» are no plan of protests. */
const agentiveCues: ReadonlySet<string> = new Set(['plan', 'decision', 'promise']);

function isActive({ lemma, features }: Token): boolean {
  return features.voice !== 'Pass' && features.variant !== 'Short' && !lemma.endsWith('ся') && lemma !== 'предстоять';
}

/**
 * «выразили опасение, что порт закроют», «есть возможность того, что порт закроют», «взяли обязательство до мая закрыть порт»: what
 * the object, or what there is, says of what the parser hangs on its verb.
 */
function wordsHeld(tree: Tree, verb: number, relation: 'ccomp' | 'xcomp'): StatusCue | null {
  const infinitive = relation === 'xcomp';
  const isThere = /^(?:быть|существовать|иметься|оставаться|сохраняться)$/u.test(tree.tokens[verb]?.lemma ?? '');
  const cues = dependents(tree, verb, isThere ? 'nsubj' : 'obj').map((o) =>
    findCue(byNoun, tree.tokens[o]?.lemma ?? '', infinitive),
  );
  return cues.find((cue) => cue !== null && held[isThere ? 'there' : relation].has(cue.name)) ?? null;
}

const held: Readonly<Record<'ccomp' | 'xcomp' | 'there', ReadonlySet<string>>> = {
  ccomp: new Set(['fear', 'forecast', 'hope']),
  // not «договор содержит условие, что порт закроют»
  there: new Set(['fear', 'forecast', 'hope', 'possibility']),
  xcomp: new Set(['promise']),
};

/** «опровергли сообщения о срыве контракта»: what is denied is the matter that the word tells of. */
function isDenied(tree: Tree, token: number): boolean {
  const word = tree.tokens[token];
  const verb = tree.tokens[word?.head ?? -1];
  return word?.relation === 'obj' && findCue(byVerb, verb?.lemma ?? '')?.status === 'denied';
}

/** «удалось добиться», «не смог найти», «пришлось закрыть»: in the past the infinitive came about, or did not; `null` for other verbs. */
function accomplishedStatus(tree: Tree, verb: number): StatusReading | null {
  const word = tree.tokens[verb];
  if (!accomplishing.has(word?.lemma ?? '')) return null;
  const auxiliaries = dependents(tree, verb, 'aux', 'cop');
  const past = [verb, ...auxiliaries].some((t) => {
    const { tense, verbForm, variant } = tree.tokens[t]?.features ?? {};
    return tense === 'Past' && (verbForm === 'Fin' || variant !== 'Short');
  });
  if (!past) return null;
  const negated = isNegated(tree, verb) || auxiliaries.some((a) => isNegated(tree, a));
  const cues = [governingCue(tree, 'accomplished', verb, negated)];
  return { status: negated ? 'denied' : 'happened', force: null, cues };
}

/** «суд постановил, что страна нарушила»: a clause in the past or the present keeps its own status. */
function isTold(word: Token): boolean {
  return word.features.verbForm === 'Fin' && (word.features.tense === 'Past' || word.features.tense === 'Pres');
}

/** «договорились о создании», «отказались от переговоров», not «договорились на переговорах». */
function isComplement(tree: Tree, token: number): boolean {
  const preposition = prepositionOf(tree, token);
  const word = tree.tokens[token];
  // «во второй день саммита», «принятого конференцией»
  if (spansOfTime.has(word?.lemma ?? '') || word?.relation === 'obl:agent') return false;
  const accusative = word?.features.case === 'Acc';
  return preposition === null || ['о', 'об', 'от', 'к', 'против', 'с'].includes(preposition) || accusative;
}

/** A cue speaks of its complement, not of its circumstances: «на встрече решили» says nothing of the meeting. */
function passesThrough(
  cue: StatusCue,
  relation: string,
  infinitive: boolean,
  verbal: boolean,
  complementary: boolean,
): boolean {
  if (!verbal) return ['nmod', 'acl', 'obl', 'xcomp'].includes(relation);
  if (infinitive) return true;
  // «боятся референдума»: it is to be, whatever is felt about it
  if (cue.name === 'fear') return relation === 'ccomp';
  if (relation === 'obl' || relation === 'nmod')
    return complementary && !['course', 'possibility', 'readiness'].includes(cue.name);
  return ['obj', 'xcomp', 'ccomp', 'csubj', 'nsubj', 'iobj'].includes(relation);
}

/** The outermost word counts most, but what did not happen or was cancelled stays so under a course word. */
function combine(steps: readonly StatusReading[]): StatusReading {
  const [own, ...outer] = steps;
  if (!own) return { status: 'happened', force: null, cues: [] };
  let result = own;
  for (const step of outer) {
    const cues = [...result.cues, ...step.cues];
    const strong = step.status !== 'ongoing' && step.status !== 'happened';
    // «решили не подписывать договор», «намерены отказаться от участия», «ожидается, что визит отложат»: it will not be
    const isOff = own.status === 'denied' || result.cues.at(-1)?.name === 'refusal';
    const isPutOff = result.cues.at(-1)?.name === 'cancellation' && step.force === 'forecast';
    const meansNot = step.status === 'planned' && ((isOff && step.force === 'plan') || isPutOff);
    const infinitive = own.cues[0]?.name === 'infinitive' || step.cues.some((cue) => cue.name === 'execution');
    result = (strong || infinitive) && !meansNot ? { ...step, cues } : { ...result, cues };
  }
  return result;
}

function findCue(cues: CueIndex, lemma: string, infinitive = false): StatusCue | null {
  return cues.get(lemma)?.find((cue) => infinitive || !cue.ofInfinitives) ?? null;
}

/** The cues of a table by lemma, in its order. */
type CueIndex = ReadonlyMap<string, readonly StatusCue[]>;

function indexCues(cues: readonly StatusCue[]): CueIndex {
  const rows = cues.flatMap((cue) => cue.lemmas.map((lemma) => ({ lemma, cue })));
  const byLemma = Map.groupBy(rows, ({ lemma }) => lemma);
  return new Map([...byLemma].map(([lemma, own]) => [lemma, own.map(({ cue }) => cue)]));
}

const byVerb = indexCues(verbCues);
const byNoun = indexCues(nounCues);
const byAdjective = indexCues(adjectiveCues);
