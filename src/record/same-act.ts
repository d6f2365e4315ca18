import type { ClaimType, RoleName, Stage } from '../model/claim.ts';
import type { Affinity } from './clustering.ts';
import type { Happening } from './happening.ts';
import { areOfOthers } from './indicator.ts';
import { jaccardOf, overlapOf, sameStem, stemOf } from './name-key.ts';

/** An affinity of two claims by what they speak of, time left aside. */
export interface SameAct extends Affinity {
  /** It can happen only once (a treaty's signing, a named exercise): other days are a contradiction, not another act. */
  readonly once: boolean;
  /**
   * What ties claims of two documents: `close` a name with two more names or words, `thin` a name with fewer («Варония введёт
   * пошлины», «… ввела пошлины»), which needs a time, `loose` no name («выборы пройдут в апреле», «на выборах») or one alone of
   * those who meet («Лосский проведёт переговоры»): only a day or a month that both may be of can make them one.
   */
  readonly tie: Tie;
}

type Tie = 'close' | 'thin' | 'loose';

/** What one type compares; whatever it says nothing of is tied closely. */
type Verdict = (Omit<SameAct, 'tie'> & { readonly tie?: Tie }) | 'apart' | null;

/**
 * Whether two claims speak of the same act, whatever their times: by type, who takes part, and what it is about. 1 is all
 * that they say, 0.5 is the least that still counts.
 */
export function sameAct(a: Happening, b: Happening): SameAct | 'apart' | null {
  const turn = sameTurn(a, b);
  if (turn || a.type !== b.type) return turn;
  if (a.ordinal !== null && b.ordinal !== null && a.ordinal !== b.ordinal) return 'apart';
  if (a.years.length > 0 && b.years.length > 0 && !a.years.some((y) => b.years.includes(y))) return 'apart';
  if (areCalledOtherwise(a, b)) return null;
  const verdict = byType[a.type](a, b);
  if (verdict === null || verdict === 'apart') return verdict;
  if (a.document === b.document) return { ...verdict, tie: 'close' };
  const tie = recurring.has(a.type) ? tieOf(a, b) : (verdict.tie ?? 'close');
  return tie && { ...verdict, tie };
}

/** «Лосского назначат послом» and «Лосский возглавил посольство»: a measure, an event or a position, but one turn of office. */
function sameTurn(a: Happening, b: Happening): SameAct | null {
  if (!a.turn || a.turn.way !== b.turn?.way || a.turn.who !== b.turn.who) return null;
  if (a.type === 'position' && b.type === 'position') return null;
  const [one, other] = [postOf(a), postOf(b)];
  if (one.length > 0 && other.length > 0 && shared(one, other) === 0) return null;
  const why = a.turn.way === 'in' ? 'one person comes into office' : 'one person leaves office';
  return { score: 0.9, once: false, why, tie: 'close' };
}

/** «министр», «банк» of «возглавил банк», not «пост» of «покинул пост», which any may be. */
function postOf(h: Happening): readonly string[] {
  return [...postWords(h), ...h.matter].filter((word) => !officeStems.has(word));
}

const officeStems = new Set('пост должность полномочие отставка прошение обязанность'.split(' ').map(stemOf));

/** «консульство Мередии в Лескене» and «… в Ольмаре», «послы Мередии» and «послы Тальмара»: each has a name that the other lacks. */
function areCalledOtherwise(a: Happening, b: Happening): boolean {
  const [one, other] = [a.called, b.called];
  if (one.states.length > 0 && other.states.length > 0 && shared(one.states, other.states) === 0) return true;
  const lacks = (some: readonly string[], all: readonly string[]) => some.some((n) => !all.some((m) => sameStem(n, m)));
  return !shares(a, b, 'target') && lacks(one.others, other.others) && lacks(other.others, one.others);
}

/**
 * «построит завод по производству вакцин», «построил завод по производству удобрений»: much of what recurs is the same, too little
 * for a promise and what became of it. A body is told in other words each time, and told apart by its place.
 */
export function isPromiseOf(plan: Happening, { score }: SameAct): boolean {
  return score >= 0.7 || !recurring.has(plan.type) || plan.type === 'institution';
}

/** What happens every day somewhere, in much the same words. */
const recurring: ReadonlySet<ClaimType> = new Set(['measure', 'event', 'institution', 'deployment']);

/**
 * What ties claims of two documents, beside words that any two may share («будет принято решение», «пройдут выборы»): a name
 * that both have; where one leaves names to its document, a state that this names («центр открыт» in an article on Варония), or
 * that three words or more are the same.
 */
function tieOf(a: Happening, b: Happening): Tie | null {
  const names = shared(a.named, b.named);
  const words = shared(a.matter, b.matter);
  if (names > 0) return names + words > 2 ? 'close' : 'thin';
  const isNear = shared(a.named, b.around) + shared(b.named, a.around) > 0;
  if (a.named.length > 0 && b.named.length > 0 && !isNear) return null;
  const isTold = words > 2 && overlapOf(a.matter, b.matter) >= 0.75;
  if (shared([...a.named, ...a.around], [...b.named, ...b.around]) === 0) return isTold ? 'loose' : null;
  return isTold ? 'thin' : 'loose';
}

const byType: Readonly<{ [type in ClaimType]: (a: Happening, b: Happening) => Verdict }> = {
  agreement: sameStage,
  exercise: sameExercise,
  meeting: sameMeeting,
  supply: sameSupply,
  deployment: sameDeployment,
  institution: sameInstitution,
  measure: sameMeasure,
  event: sameOther,
  statement: sameStatement,
  figure: sameIndicator,
  position: samePosition,
};

/** Stages that an agreement reaches once. */
const onceStages: ReadonlySet<Stage> = new Set(['drafted', 'agreed', 'signed', 'ratified', 'in-force', 'terminated']);

function sameStage(a: Happening, b: Happening): Verdict {
  if (a.stage === null || a.stage !== b.stage || !shares(a, b, 'agreement')) return null;
  // Parliaments ratify each for itself, whatever states they name as parties.
  const [one, other] = [a.fillers.get('actor') ?? a.participants, b.fillers.get('actor') ?? b.participants];
  if (a.stage === 'ratified' && one.length > 0 && other.length > 0 && shared(one, other) === 0) return 'apart';
  const once = onceStages.has(a.stage);
  return { score: 1, once, why: `the same stage of one agreement (${a.stage})` };
}

function sameExercise(a: Happening, b: Happening): Verdict {
  // «Мередия не будет участвовать в учении» denies nothing of the exercise of others.
  if ((a.status === 'denied') !== (b.status === 'denied') && conflicts(a, b, 'party')) return null;
  if (shares(a, b, 'exercise')) return { score: 1, once: true, why: 'the same exercise by name' };
  if (has(a, 'exercise') && has(b, 'exercise')) return null;
  return participation(a, b) >= 0.9 ? { score: 0.5, once: false, why: 'an exercise of the same parties' } : null;
}

function sameMeeting(a: Happening, b: Happening): Verdict {
  // Both name people, and nobody was at both.
  if (a.people.length > 1 && b.people.length > 1 && overlapOf(a.people, b.people) === 0) return 'apart';
  if (a.participants.length === 0 && b.participants.length === 0) return sameUnattended(a, b);
  // «посол посетит Италию, затем Данию» are two travels; what two documents tell of other places is not joined.
  const travels = a.participants.length === 1 && b.participants.length === 1;
  if (travels && conflicts(a, b, 'place')) return a.document === b.document ? 'apart' : null;
  const share = participation(a, b);
  if (share < 0.5) return null;
  const counted = a.ordinal !== null && a.ordinal === b.ordinal;
  return {
    score: share,
    once: counted,
    why: counted ? `meeting ${a.ordinal} of the same participants` : 'a meeting of the same participants',
    tie: Math.min(a.participants.length, b.participants.length) > 1 || shares(a, b, 'place') ? 'close' : 'loose',
  };
}

/** «Переговоры прошли в Лескене 20 сентября»: where nobody says who met, the place tells, if the documents share a state. */
function sameUnattended(a: Happening, b: Happening): Verdict {
  const strangers = a.states.length > 0 && b.states.length > 0 && shared(a.states, b.states) === 0;
  return shares(a, b, 'place') && !strangers ? { score: 0.5, once: false, why: 'a meeting at the same place' } : null;
}

function sameSupply(a: Happening, b: Happening): Verdict {
  if (conflicts(a, b, 'supplier') || conflicts(a, b, 'recipient')) return null;
  const object = shares(a, b, 'object') ? 1 : overlapOf(a.matter, b.matter);
  const unsaid = a.matter.length === 0 || b.matter.length === 0 || sidesUnsaid(a) || sidesUnsaid(b);
  if (unsaid) return sameBatch(a, b);
  if (object < 0.5 || !(shares(a, b, 'supplier') || shares(a, b, 'recipient'))) return null;
  // «вторая партия» is a part of what a report of the whole speaks of.
  const part = (a.ordinal === null) !== (b.ordinal === null);
  return {
    score: object * (part ? 0.6 : 1),
    once: a.ordinal !== null && !part,
    why: a.ordinal === null || part ? 'a supply of the same object' : `delivery ${a.ordinal} of the same object`,
  };
}

function sidesUnsaid(h: Happening): boolean {
  return !has(h, 'supplier') && !has(h, 'recipient');
}

/** «Вторая партия ожидается в марте»: from whom and of what the rest of its document tells, by the states that it names. */
function sameBatch(a: Happening, b: Happening): Verdict {
  if (a.ordinal === null || a.ordinal !== b.ordinal) return null;
  if (a.matter.length > 0 && b.matter.length > 0 && overlapOf(a.matter, b.matter) < 0.5) return null;
  const common = shared(a.around, b.around);
  return common >= 2 ? { score: 0.8, once: false, why: `delivery ${a.ordinal} between the same states` } : null;
}

function sameDeployment(a: Happening, b: Happening): Verdict {
  if (conflicts(a, b, 'actor') || (conflicts(a, b, 'place') && !isWithin(a, b)) || a.lifts !== b.lifts) return null;
  const matter = Math.max(overlapOf(a.matter, b.matter), shares(a, b, 'actor') ? jaccardOf(a.troops, b.troops) : 0);
  const object = shares(a, b, 'object') ? 1 : matter;
  return object >= 0.6 ? { score: object, once: false, why: 'a deployment of the same object' } : null;
}

/** «из Карабаха», «из Нагорного Карабаха»: all words of the one place are of the other. */
function isWithin(a: Happening, b: Happening): boolean {
  return a.grounds.some((one) => b.grounds.some((other) => overlapOf(one, other) === 1));
}

function sameInstitution(a: Happening, b: Happening): Verdict {
  const object = shares(a, b, 'object') ? 1 : about(a, b);
  if (object < 0.6 || (conflicts(a, b, 'actor') && object < 1)) return null;
  return { score: object, once: false, why: 'the same body' };
}

function sameMeasure(a: Happening, b: Happening): Verdict {
  if (conflicts(a, b, 'target') || a.lifts !== b.lifts || areOtherSums(a, b) || areOfOtherGoods(a, b)) return null;
  if (conflicts(a, b, 'actor') && !isDoneByVoice(a, b) && !isDoneByVoice(b, a)) return null;
  if (isPaperAlone(a, b)) return null;
  const [one, other] = [a, b].map((h) => h.matter.filter((word) => !paperStems.has(word)));
  const ofPapers = one?.length !== a.matter.length && other?.length !== b.matter.length;
  // «закон о морской границе», «закон о морской рыбе»: that both are laws says nothing.
  const object = ofPapers && one?.length && other?.length ? overlapOf(one, other) - 0.05 : about(a, b);
  if (object >= 0.5) return { score: object, once: false, why: 'a measure of the same actor about the same' };
  return endsOneBan(a, b) ? { score: 0.8, once: false, why: 'the end of a ban of one side' } : null;
}

/** «запрет на ввоз рыбы из Мередии» and «запрет на ввоз соли из Мередии» are two. */
function areOfOtherGoods(a: Happening, b: Happening): boolean {
  return a.goods.length > 0 && b.goods.length > 0 && shared(a.goods, b.goods) === 0;
}

/**
 * «Варония снимет запрет на ввоз рыбы, — сказал глава Рыбнадзора», «Рыбнадзор снял запрет на ввоз рыбы»: the speaker's body,
 * which its name gives to no state, does all of what he says of the state.
 */
function isDoneByVoice(said: Happening, done: Happening): boolean {
  const isAll = Math.min(said.matter.length, done.matter.length) > 2 && jaccardOf(said.matter, done.matter) === 1;
  const ofNoOther = done.people.length === 0 && done.sides.length === 0;
  return isAll && ofNoOther && shared(said.voices, done.fillers.get('actor') ?? []) > 0;
}

/** «Лосский подписал указ» in two documents that name no other state in common: he signs several a day. */
function isPaperAlone(a: Happening, b: Happening): boolean {
  const alike = a.matter.filter((word) => b.matter.includes(word));
  if (a.document === b.document || alike.length === 0 || !alike.every((word) => paperStems.has(word))) return false;
  const others = a.around.filter(
    (state) => b.around.includes(state) && !a.sides.includes(state) && !b.sides.includes(state),
  );
  return others.every((state) => a.participants.includes(state));
}

const paperStems = new Set('указ закон постановление распоряжение приказ решение документ'.split(' ').map(stemOf));

/** «кредит в 2 млрд» and «кредит в 500 млн» are two. */
function areOtherSums(a: Happening, b: Happening): boolean {
  return a.sums.length > 0 && b.sums.length > 0 && shared(a.sums, b.sums) === 0;
}

/** «Мы снимем ограничения» and «Тальмар снял запрет на ввоз рыбы»: a ban by another name, ended by whom the speaker stands for. */
function endsOneBan(a: Happening, b: Happening): boolean {
  const bans = [a, b].every((h) => h.matter.some((m) => banStems.has(m)));
  const bare = [a, b].some((h) => h.matter.every((m) => banStems.has(m)));
  return a.lifts && bans && bare && (speaksFor(a, b) || speaksFor(b, a));
}

/** The one says what «we» do, the other names who does it. */
function speaksFor(a: Happening, b: Happening): boolean {
  return !has(a, 'actor') && shared(a.voices, b.fillers.get('actor') ?? []) > 0;
}

const banStems = new Set('запрет ограничение санкция эмбарго пошлина мера'.split(' ').map(stemOf));

function sameOther(a: Happening, b: Happening): Verdict {
  if (conflicts(a, b, 'actor') || conflicts(a, b, 'place')) return null;
  const object = about(a, b);
  if (object >= 0.6) return { score: object, once: false, why: 'in the same words about the same actors' };
  // «Рудин открыл огонь по людям», «… открыл огонь по толпе»: who does it is named, and much of what he does is the same.
  return object >= 0.4 && shares(a, b, 'actor') && shared(a.people, b.people) > 0
    ? { score: object, once: false, why: 'much of what one person does' }
    : null;
}

function sameStatement(a: Happening, b: Happening): Verdict {
  if (!shares(a, b, 'speaker')) return null;
  const quoted = a.quote.length > 2 && b.quote.length > 2;
  const likeness = quoted ? overlapOf(a.quote, b.quote) : jaccardOf(a.words, b.words);
  return likeness >= (quoted ? 0.75 : 0.6)
    ? { score: likeness, once: false, why: 'the same words of one speaker' }
    : null;
}

function sameIndicator(a: Happening, b: Happening): Verdict {
  if (!a.figure || !b.figure || a.figure.unit !== b.figure.unit) return null;
  if (conflicts(a, b, 'actor') || conflicts(a, b, 'place')) return null;
  if (!a.indicator || !b.indicator) return null;
  if (areOfOthers(a.indicator, b.indicator)) return 'apart';
  const measured = jaccardOf(a.indicator.measure, b.indicator.measure);
  // «товарооборот» alone is anybody's: the value or the states of its document tell whose.
  const bare = a.indicator.parties.length === 0 || b.indicator.parties.length === 0;
  if (!bare) {
    const likeness = Math.max(measured, overlapOf(a.matter, b.matter));
    const isOne = measured >= 0.5 && likeness >= 0.75;
    return isOne ? { score: likeness, once: false, why: 'the same indicator' } : measured > 0 ? 'apart' : null;
  }
  const alike = overlapOf(a.matter, b.matter) >= 0.75 && jaccardOf(a.matter, b.matter) >= 0.5;
  const isSameValue = a.figure.value === b.figure.value;
  const few = Math.min(a.matter.length, b.matter.length) === 1;
  const whose = shared(a.states, b.states) > 1 || (alike && isSameValue && !areOfOtherStates(a, b));
  if (few ? overlapOf(a.matter, b.matter) < 1 || !whose : !alike) return null;
  return { score: few ? 0.7 : overlapOf(a.matter, b.matter), once: false, why: 'the same indicator' };
}

/** «1200 солдат» where one document names Варония and Тальмар, the other Мередия and Тальмар: equal values by chance. */
function areOfOtherStates(a: Happening, b: Happening): boolean {
  return shared(a.states, b.states) < Math.min(a.states.length, b.states.length);
}

function samePosition(a: Happening, b: Happening): Verdict {
  if (!shares(a, b, 'person')) return null;
  if (overlapOf(postWords(a), postWords(b)) <= 0.5 || conflicts(a, b, 'organisation')) return null;
  return { score: 1, once: true, why: 'one person in the same post' };
}

function postWords(h: Happening): readonly string[] {
  return [...new Set((h.fillers.get('post') ?? []).flatMap((p) => p.split(' ')))];
}

/** Likeness of what two claims are about: by object where both have one, else by their words. */
function about(a: Happening, b: Happening): number {
  return a.matter.length > 0 && b.matter.length > 0 ? overlapOf(a.matter, b.matter) : jaccardOf(a.words, b.words);
}

/**
 * How far two claims name the same participants, 0…1. A person stands for the state or body of the post that the document
 * gives, so that «президенты Варонии и Мередии» meet «Лосский и Вольден». One common participant out of several is 0.4.
 */
function participation(a: Happening, b: Happening): number {
  const [few, many] = [a.participants.length, b.participants.length].toSorted((m, n) => m - n);
  if (few === undefined || few === 0) return 0;
  if (few === 1 && many === 1) return shared(a.participants, b.participants);
  // Of two equally long lists either may be the one that the other explains.
  const covered = [a, b].filter((h) => h.participants.length === few).map((h) => coverage(h, h === a ? b : a));
  return Math.max(...covered);
}

/** How much of what `few` names is at the happening that `many` tells of. */
function coverage(few: Happening, many: Happening): number {
  const wide = new Set([...many.participants, ...many.sides]);
  const all = few.participants.length;
  const direct = shared(few.participants, many.participants);
  const found = Math.max(
    few.participants.filter((p) => wide.has(p) || meansOneOf(p, few, many)).length,
    Math.min(all, few.sides.filter((s) => wide.has(s)).length),
  );
  const share = found / all;
  if (all === 1) return found * 0.5;
  return found < 2 ? 0.4 * share : direct === found ? share : share * 0.9;
}

/** «Орлов» whom nothing in his document tells from another Orlov may be the Orlov of the other document. */
function meansOneOf(participant: string, few: Happening, many: Happening): boolean {
  return few.surnames.some(
    (s) => s.of === participant && many.surnames.some((t) => t.surname === s.surname && (s.alone || t.alone)),
  );
}

function shared(a: readonly string[], b: readonly string[]): number {
  return a.filter((x) => b.includes(x)).length;
}

function has(h: Happening, role: RoleName): boolean {
  return (h.fillers.get(role)?.length ?? 0) > 0;
}

function shares(a: Happening, b: Happening, role: RoleName): boolean {
  const other = b.fillers.get(role) ?? [];
  return (a.fillers.get(role) ?? []).some((f) => other.includes(f));
}

/** Both fill the role, with nobody in common, also not through the posts of people. */
function conflicts(a: Happening, b: Happening, role: RoleName): boolean {
  if (!has(a, role) || !has(b, role) || shares(a, b, role)) return false;
  const [one, other] = [a.fillers.get(role) ?? [], b.fillers.get(role) ?? []];
  return !a.sides.some((s) => other.includes(s)) && !b.sides.some((s) => one.includes(s));
}
