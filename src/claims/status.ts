import type { Force, Status } from '../model/claim.ts';
import { clauseHead, isFuture, looksAhead } from './clause.ts';
import { type Cue, cueAt, cueOf } from './cue.ts';
import type { Predication } from './predications.ts';
import { findReserve } from './reserve.ts';
import { isReportingVerb } from './reporting.data.ts';
import { climb, isSetBesideAll, nothingAbove } from './status-above.ts';
import { cueOfAdjective, cueOfVerb, prepositionCues } from './status-cues.data.ts';
import { ancestors, dependents, isAttribute, isVerbal, prepositionOf, type Tree } from './tree.ts';
import { verbStatus } from './verb-status.ts';

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
  // «не удалось достичь согласия в ходе переговоров»: the talks were, whatever was not done at them
  if (own.status !== 'denied' && combined.status === 'denied' && p.form === 'noun' && isSetBesideAll(p.tree, p.token))
    return { status: 'happened', force: null, cues: combined.cues };
  // «закон, позволяющий провести выборы»: an infinitive of which no word says that it is meant
  if (p.form === 'infinitive' && steps.length === 1 && combined.cues[0]?.name === 'infinitive')
    return { status: 'possible', force: null, cues: combined.cues };
  return withReserve(p, combined);
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

/** A verbal noun: its adjectives, its preposition, else the verb that carries it or the clause that it stands in. */
function nounStatus(p: Predication): StatusReading {
  for (const child of dependents(p.tree, p.token, 'amod', 'acl')) {
    if (p.tree.tokens[child]?.relation === 'acl:relcl') continue;
    const cue = cueOfAdjective(p.tree.tokens[child]?.lemma ?? '');
    // «предстоящая встреча пройдёт в мае», «намеченная встреча не состоится»: told by its verb
    if (cue?.status === 'planned' && p.light >= 0 && p.light !== child) continue;
    if (cue) return { status: cue.status, force: cue.force, cues: [cueAt(p.tree, cue.name, child)] };
  }
  // «в планах также строительство моста»: the plan stands before what it hangs on
  const plan = dependents(p.tree, p.token, 'nmod', 'obl').find((c) => c < p.token && isInPlans(p.tree, c));
  if (plan !== undefined && p.light < 0)
    return { status: 'planned', force: 'plan', cues: [cueAt(p.tree, 'plan', plan)] };
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
  const isTopic = /^об?о?$/u.test(preposition ?? '') && cueOfVerb(governor) === null;
  // «официально сообщит соседям о расторжении договора»: it is done by saying so
  if (noticeVerbs.has(governor) && isFuture(p.tree, clause))
    return {
      status: 'planned',
      force: 'plan',
      cues: [cueAt(p.tree, 'future', clause), cueAt(p.tree, 'reported noun', p.token)],
    };
  if (isReportingVerb(governor) || isTopic)
    return { status: 'happened', force: null, cues: [cueAt(p.tree, 'reported noun', p.token)] };
  const reading = verbStatus(p.tree, clause);
  // «не обсуждали на встрече»: the meeting was, whatever was not done at it
  return reading.status === 'denied'
    ? { status: 'happened', force: null, cues: [cueAt(p.tree, 'noun beside a negated verb', clause)] }
    : reading;
}

/** «в планах», «в ближайших планах» */
function isInPlans(tree: Tree, token: number): boolean {
  const { lemma, features } = tree.tokens[token] ?? {};
  return lemma === 'план' && features?.case === 'Loc' && prepositionOf(tree, token) === 'в';
}

const noticeVerbs: ReadonlySet<string> = new Set(['сообщить', 'уведомить', 'объявить', 'известить']);

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
