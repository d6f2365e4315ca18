import type { Token } from '../language/analysis.ts';
import { isFuture, isNegated } from './clause.ts';
import { governingCue } from './cue.ts';
import { isReportingVerb } from './reporting.data.ts';
import {
  accomplishing,
  cueOfNoun,
  cueOfVerb,
  spansOfTime,
  type StatusCue,
  uncertainWords,
  worthWords,
} from './status-cues.data.ts';
import type { StatusReading } from './status.ts';
import { dependents, isFullParticiple, isVerbal, prepositionOf, type Tree, universal } from './tree.ts';
import { verbStatus } from './verb-status.ts';

export interface Climb {
  readonly readings: readonly StatusReading[];
  /** The words that were asked. */
  readonly passed: readonly number[];
}

export const nothingAbove: Climb = { readings: [], passed: [] };

/** What the words above say of one, up to the clause that somebody reports. */
export function climb(tree: Tree, token: number): Climb {
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

interface GovernorStep {
  readonly reading: StatusReading | null;
  readonly next: number;
  readonly stop: boolean;
}

/** One step up the tree: what the governor says of the word that hangs on it; `null` where the clause ends. */
function governorStatus(tree: Tree, at: number): GovernorStep | null {
  const word = withMatter(tree, at);
  const next = word?.head ?? -1;
  const governor = tree.tokens[next];
  if (!word || !governor || isToldApart(tree, at, word)) return null;
  const relation = universal(word.relation);
  if (relation === 'conj') return statusOfJoined(tree, at, word);
  const verbal = isVerbal(governor) || governor.pos === 'ADJ' || governor.pos === 'ADV';
  const cue = cueOver(tree, at, word, verbal);
  if (!verbal && isSetBeside(tree, at, word, cue)) return null;
  // «удалось сохранить», «были вынуждены уехать»: what came about, told by a verb that governs it
  const accomplished = word.features.verbForm === 'Inf' ? accomplishedStatus(tree, next) : null;
  if (accomplished) return { reading: accomplished, next, stop: false };
  if (cue === null || !passesThrough(tree, at, word, cue, verbal)) {
    const isClause = isVerbal(word) && relation !== 'xcomp' && relation !== 'csubj';
    return { reading: null, next, stop: verbal && (isClause || (relation === 'ccomp' && !cue)) };
  }
  // «обязались продолжать строить»: nobody is quoted
  const isReport = cue.name !== 'course' && isReportingVerb(governor.lemma);
  return { reading: statusOfCue(tree, cue, next, word), next, stop: isReport };
}

/** «требование посредника о выводе войск»: what the tree hangs on whose demand it is, hangs on the demand. */
function withMatter(tree: Tree, at: number): Token | undefined {
  const word = tree.tokens[at];
  const owner = tree.tokens[word?.head ?? -1];
  const isHung = word?.relation === 'nmod' && owner?.relation === 'nmod' && owner.features.case === 'Gen';
  if (!isHung || !/^об?о?$/u.test(prepositionOf(tree, at) ?? '') || cueOfNoun(owner.lemma)) return word;
  return cueOfNoun(tree.tokens[owner.head]?.lemma ?? '') ? { ...word, head: owner.head } : word;
}

/** Whether a word leads a clause that tells its own matter, whatever stands above. */
function isToldApart(tree: Tree, at: number, { relation, features }: Token): boolean {
  // «опасение, что порт закроют»: a clause of what is feared, though the parser takes it for a relative
  if (relation === 'acl:relcl' && !(isContentClause(tree, at) && features.tense !== 'Past')) return true;
  switch (universal(relation)) {
    case 'parataxis':
      return true;
    // «назначены спецпредставителями по договору, подписанному в декабре»: a participle tells its own act
    case 'acl':
      return features.verbForm === 'Part';
    case 'advcl':
      return features.verbForm !== 'Inf';
    default:
      return false;
  }
}

/** What the first of those that are joined says of the next. */
function statusOfJoined(tree: Tree, at: number, word: Token): GovernorStep {
  const { head } = word;
  const infinitive = word.features.verbForm === 'Inf';
  // «надеются, что порт откроют и суда вернутся»: both are hoped for
  const plain = dependents(tree, at, 'mark').length === 0;
  const both = plain && isContentClause(tree, head) && isFuture(tree, at) && isFuture(tree, head);
  // «будет поднимать вопрос и принимать меры»: the auxiliary stands with the first
  const shared = infinitive && isFuture(tree, head) ? verbStatus(tree, head) : null;
  return { reading: shared, next: head, stop: isVerbal(word) && !infinitive && !both };
}

/** The cue that the governor of a word gives, or the noun that its governor has beside it. */
function cueOver(tree: Tree, at: number, word: Token, verbal: boolean): StatusCue | null {
  const relation = universal(word.relation);
  // «обязанности мэра стал исполнять посол» promises nothing
  const isHeld = relation === 'ccomp' || (relation === 'xcomp' && !/^(?:ис|вы)полн/u.test(word.lemma));
  const said = isHeld ? wordsHeld(tree, word.head, relation) : null;
  // «будут гордиться» is no infinitive of what governs it
  const bare = word.features.verbForm === 'Inf' && !isFuture(tree, at);
  return (
    said ?? sideTaken(tree, at, word) ?? (verbal ? cueOfVerb : cueOfNoun)(tree.tokens[word.head]?.lemma ?? '', bare)
  );
}

/** «выступил за подписание договора», «высказались против закрытия порта»: what somebody is for or against is not done by that. */
function sideTaken(tree: Tree, at: number, { head, features }: Token): StatusCue | null {
  const preposition = prepositionOf(tree, at);
  const isSide =
    (preposition === 'за' && features.case === 'Acc') || (preposition === 'против' && features.case === 'Gen');
  return isSide && /^(?:выступ(?:и|а)ть|высказ(?:аться|ываться))$/u.test(tree.tokens[head]?.lemma ?? '')
    ? cueOfVerb('предложить')
    : null;
}

/** Whether a noun hangs on another whose status is not its own. */
function isSetBeside(tree: Tree, at: number, { relation, head, features }: Token, cue: StatusCue | null): boolean {
  const preposition = prepositionOf(tree, at) ?? '';
  if (isSetBesideAll(tree, at)) return true;
  if (cue || universal(relation) !== 'nmod') return false;
  // «министры на переговорах договорились о центре»: where somebody is has its own status
  if (['в', 'во', 'на', 'при'].includes(preposition)) return features.case === 'Loc';
  // «не смогло предоставить сведения о визите»: what the matter of another noun is has its own status
  return preposition.startsWith('о') && !isDenied(tree, head);
}

/** «требование выкупа в ходе переговоров»: during what is said, asked or denied has its own status. */
export function isSetBesideAll(tree: Tree, noun: number): boolean {
  return settings.has(prepositionOf(tree, noun) ?? '');
}

/** What a cue makes of the word that hangs on it: «намерены подписать» planned, «не намерены подписать» denied. */
function statusOfCue(tree: Tree, cue: StatusCue, at: number, word: Token): StatusReading {
  const { lemma, features } = tree.tokens[at] ?? word;
  const negated = isNegated(tree, at);
  // «начнёт поставлять», «попытаются провести», «будет выполнять контракт на поставку»: a course that is still to come
  const isCourse = cue.name === 'execution' ? cueOfNoun(word.lemma)?.name === 'plan' : coursing.has(cue.name);
  const ahead = isCourse && isFuture(tree, at);
  // «ожидалось, что он уедет», «хотел уйти»: what was once looked forward to
  const longed = cue.name === 'forecast' || lemma === 'хотеть';
  const former = longed && features.tense === 'Past' && features.aspect === 'Imp';
  // «предусматривавший», «принятого»: told by the way
  const aside = isFullParticiple(tree.tokens[at]) && features.tense === 'Past';
  const isDuty = /^(?:долж|обязан)/u.test(lemma);
  // «секретарь должен владеть языком» is a rule, «должен прибыть» and «должен ратифицировать» a plan
  const norm = cue.name === 'forecast' && isDuty && word.features.aspect === 'Imp' && !ofBothAspects.has(word.lemma);
  const status = negated ? cue.negated : norm ? 'possible' : ahead ? 'planned' : cue.status;
  const conditional = dependents(tree, at, 'aux', 'advmod', 'discourse').some((c) =>
    uncertainWords.has(tree.tokens[c]?.norm ?? ''),
  );
  return {
    status: conditional && status === 'planned' ? 'possible' : status,
    force: negated || norm || former || aside ? null : ahead ? 'plan' : cue.force,
    cues: [governingCue(tree, cue.name, at, negated)],
  };
}

/** Cues of what goes on. */
const coursing: ReadonlySet<string> = new Set(['course', 'attempt']);

/** Verbs of both aspects, of which the words of a sentence show but one. */
const ofBothAspects: ReadonlySet<string> = new Set(['ратифицировать', 'ликвидировать', 'эвакуировать']);

/** «что порт закроют» */
function isContentClause(tree: Tree, verb: number): boolean {
  return dependents(tree, verb, 'mark').some((c) => tree.tokens[c]?.norm === 'что');
}

/** Prepositions that set one matter beside another, whatever that is. */
const settings: ReadonlySet<string> = new Set(['в ходе', 'во время', 'по итогам', 'после', 'на полях', 'между']);

/** Cues whose subject is who means it: «протесты приняли иной характер» are no plan of protests. */
const agentiveCues: ReadonlySet<string> = new Set(['plan', 'decision', 'promise']);

function isActive(verb: Token | undefined): boolean {
  const { lemma = '', features } = verb ?? {};
  return features?.voice !== 'Pass' && features?.variant !== 'Short' && !lemma.endsWith('ся') && lemma !== 'предстоять';
}

/**
 * «выразили опасение, что порт закроют», «есть возможность того, что порт закроют», «взяли обязательство до мая закрыть порт»: what
 * the object, or what there is, says of what the parser hangs on its verb.
 */
function wordsHeld(tree: Tree, verb: number, relation: 'ccomp' | 'xcomp'): StatusCue | null {
  const infinitive = relation === 'xcomp';
  const isThere = /^(?:быть|существовать|иметься|оставаться|сохраняться)$/u.test(tree.tokens[verb]?.lemma ?? '');
  const cues = dependents(tree, verb, isThere ? 'nsubj' : 'obj').map((o) =>
    cueOfNoun(tree.tokens[o]?.lemma ?? '', infinitive),
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
  return word?.relation === 'obj' && cueOfVerb(verb?.lemma ?? '')?.status === 'denied';
}

/** «важно», «желательно»: an impersonal word for what a thing is worth, of no past. */
function isWorth(tree: Tree, token: number): boolean {
  const { variant, gender } = tree.tokens[token]?.features ?? {};
  const isPast = dependents(tree, token, 'cop', 'aux').some((c) => tree.tokens[c]?.features.tense === 'Past');
  return variant === 'Short' && gender === 'Neut' && !isPast;
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
  // «отказал соседям в продлении»
  if (tree.tokens[word?.head ?? -1]?.lemma.startsWith('отказ') && preposition === 'в') return true;
  return preposition === null || ['о', 'об', 'от', 'к', 'против', 'с'].includes(preposition) || accusative;
}

/** A cue speaks of its complement, not of its circumstances: «на встрече решили» says nothing of the meeting. */
function passesThrough(tree: Tree, at: number, word: Token, cue: StatusCue, verbal: boolean): boolean {
  const relation = universal(word.relation);
  const governor = tree.tokens[word.head];
  if (relation === 'ccomp' && isTold(word)) return false;
  // «в планах строительство порта»
  if (!verbal && word.relation === 'nsubj')
    return governor?.features.case === 'Loc' && prepositionOf(tree, word.head) === 'в';
  if (agentiveCues.has(cue.name) && word.relation === 'nsubj' && isActive(governor)) return false;
  if (!verbal) return ['nmod', 'acl', 'obl', 'xcomp'].includes(relation);
  if (word.features.verbForm === 'Inf') return true;
  // «источники, близкие к переговорам»
  if (governor?.lemma === 'близкий' && governor.features.variant !== 'Short') return false;
  // «визит был важным», not «важно подписание договора»
  if (worthWords.includes(governor?.lemma ?? '') && !isWorth(tree, word.head)) return false;
  // «боятся референдума»: it is to be, whatever is felt about it
  if (cue.name === 'fear') return relation === 'ccomp';
  if (relation === 'obl' || relation === 'nmod')
    return !['course', 'possibility', 'readiness'].includes(cue.name) && isComplement(tree, at);
  return ['obj', 'xcomp', 'ccomp', 'csubj', 'nsubj', 'iobj'].includes(relation);
}
