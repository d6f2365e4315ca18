import { daysBetween } from '../model/time.ts';
import { toDayRange } from './claim-time.ts';
import { isFuture } from './clause.ts';
import { isPastDay } from './clause-time.ts';
import { cueOf } from './cue.ts';
import type { Draft } from './draft.ts';
import { lemmaList } from './lemma-list.ts';
import { orders } from './predications.data.ts';
import { readPredication } from './predications.ts';
import type { Reading } from './reading.ts';
import { ancestors, dependents, isVerbal, prepositionOf, type Tree, universal } from './tree.ts';

/** A draft that tells of something ahead. */
interface Outlook {
  readonly reading: Reading;
  readonly tree: Tree;
  readonly draft: Draft;
  /** The verb of the clause that tells it: its own, or the one above its infinitive or noun; -1 where none does. */
  readonly verb: number;
}

/** Why nobody is bound by what is told ahead, each with its reason as `explain` prints it. */
const releases: readonly { readonly reason: string; readonly holds: (outlook: Outlook) => boolean }[] = [
  // «Я уверен, что город устоит», «ходят слухи, что посол уедет»
  { reason: 'a view of what will be', holds: ({ tree, verb }) => isView(tree, verb) },
  // «визит должен был пройти в мае», written in July
  { reason: 'was to be before this', holds: wasDue },
  // «В 2004 году он решил баллотироваться», written years later
  { reason: 'laid down long ago', holds: isLongAgo },
  // «Постановляю отстранить министра»
  { reason: 'done by being said', holds: isSpoken },
  // «решила баллотироваться, однако проиграла»
  { reason: 'overtaken by what came of it', holds: isOvertaken },
  // «создали совет, которому поручили вести переговоры»
  { reason: 'laid down in passing', holds: isInPassing },
  // «работают над вопросом о создании банка», «если порт закроют, а суда уйдут»
  { reason: 'what is asked or set as a condition', holds: isOpen },
  // «посол осудил решение Италии ввести пошлины»
  { reason: 'a decision that others speak of', holds: isOfPaper },
  // «всё зависит от готовности Варонии уступить»
  { reason: 'a will that is named by the way', holds: isWillBeside },
  // «банк одобрил выделение кредита»: the approval tells it
  { reason: 'an act that was approved', holds: isApproved },
  // «план вывода войск выполнен», «сдержали обещание закрыть порт»
  { reason: 'a plan that was kept or broken', holds: isKept },
  // «маневры пройдут на фоне протеста рыбаков»
  { reason: 'part of what will be', holds: isPart },
  // «до того, как они начнут рассматривать дело», «выборы, после которых сменится состав»
  { reason: 'says when another is', holds: ({ tree, verb }) => isWhen(tree, verb) },
];

/**
 * Takes its force from what is told ahead and yet promised, planned or scheduled by nobody: «Я уверен, что город устоит».
 * In: a draft. Out: the draft without force, with the reason among its cues; as it was where it binds, or had no force.
 */
export function releasedIfUnbound(reading: Reading, draft: Draft): Draft {
  const tree = reading.trees[draft.sentence];
  if (!tree || draft.force === null) return draft;
  const outlook: Outlook = { reading, tree, draft, verb: verbOf(tree, draft.token) };
  const release = releases.find(({ holds }) => holds(outlook));
  if (!release) return draft;
  const cues = [...(draft.cues ?? []), cueOf(`binds nobody: ${release.reason}`)];
  // «в 2010 году фонд решил возобновить помощь», written in 2014: it was done
  const isDone = accomplished.has(release.holds) && draft.status === 'planned' && isDecided(draft);
  return { ...draft, status: isDone ? 'happened' : draft.status, force: null, cues };
}

const accomplished: ReadonlySet<(outlook: Outlook) => boolean> = new Set([isLongAgo, isSpoken]);

function isDecided({ cues = [] }: Draft): boolean {
  return cues.some(({ name, negated }) => name === 'decision' && !negated);
}

/** The verb of the clause in which a word stands, or that carries it; -1 where it hangs on a noun with no verb between. */
function verbOf(tree: Tree, token: number): number {
  const { light } = readPredication(tree, token);
  const first = light >= 0 ? light : token;
  for (const at of [first, ...ancestors(tree, first)]) {
    const { relation = '', features } = tree.tokens[at] ?? {};
    if (features?.verbForm === 'Fin' || features?.verbForm === 'Conv' || features?.variant === 'Short') return at;
    if (isFuture(tree, at)) return at;
    if (relation === 'acl:relcl') return -1;
  }
  return -1;
}

function isView(tree: Tree, verb: number): boolean {
  const { relation = '', head = -1 } = tree.tokens[verb] ?? {};
  if (!isFuture(tree, verb)) return false;
  const marked = dependents(tree, verb, 'mark').some((c) => tree.tokens[c]?.norm === 'что');
  // «уверен, что город устоит и вырастет»
  if (!marked) return universal(relation) === 'conj' && isView(tree, head);
  const words = isVerbal(tree.tokens[head]) ? [head, ...dependents(tree, head, 'obj', 'nsubj')] : [head];
  return words.some((w) => views.has(tree.tokens[w]?.lemma ?? ''));
}

/** Words for what somebody thinks will be without a part in it. */
const views: ReadonlySet<string> = new Set(
  lemmaList(`
    уверенный уверен уверить уверенность убежденный убежден убежденность убеждение верить вера полагать думать казаться слух
    сомневаться сомнение догадка предчувствие
  `),
);

function wasDue({ reading, tree, draft }: Outlook): boolean {
  const must = [draft.token, ...ancestors(tree, draft.token)].find((t) =>
    /^(?:долж|обязан)/u.test(tree.tokens[t]?.lemma ?? ''),
  );
  const isFormer =
    must !== undefined && dependents(tree, must, 'cop', 'aux').some((t) => tree.tokens[t]?.features.tense === 'Past');
  return draft.force === 'forecast' && isFormer && isPastDay(reading, draft.time?.to ?? null);
}

function isLongAgo({ reading, tree, draft, verb }: Outlook): boolean {
  const word = tree.tokens[verb];
  if (!word || verb === draft.token || !isPast(tree, verb)) return false;
  const clause = word.features.verbForm === 'Conv' ? [verb, word.head] : [verb];
  const published = reading.context.published?.from ?? null;
  return (reading.times[draft.sentence] ?? []).some(({ expression, governor }) => {
    const { to } = toDayRange(expression);
    const isOfAct = clause.includes(governor) || clause.includes(tree.tokens[governor]?.head ?? -1);
    const isPlaced = isOfAct && expression.stated.includes('year') && isPastDay(reading, to);
    return isPlaced && published !== null && daysBetween(to ?? published, published) > newsDays;
  });
}

function isSpoken({ tree, draft, verb }: Outlook): boolean {
  const { lemma = '', features } = tree.tokens[verb] ?? {};
  return verb !== draft.token && /^(?:постановлять|приказывать|повелевать)$/u.test(lemma) && features?.person === '1';
}

function isOvertaken({ tree, draft, verb }: Outlook): boolean {
  const isBut = (c: number): boolean => tree.tokens[c]?.norm === 'однако' || tree.tokens[c]?.norm === 'но';
  const came = dependents(tree, verb, 'conj').filter((c) => dependents(tree, c, 'cc', 'advmod').some(isBut));
  // not «решил закрыть порт, но посол уехал», «решил закрыть порт, но сказал, что откроет его»
  const isOfAnother = (c: number): boolean => dependents(tree, c, 'nsubj', 'ccomp').length > 0;
  return verb !== draft.token && isPast(tree, verb) && came.some((c) => isPast(tree, c) && !isOfAnother(c));
}

/** «от готовности уступить», «на обещании снизить пошлины», «вопреки обязательству закрыть порт» */
function isWillBeside({ tree, draft }: Outlook): boolean {
  const preposition = prepositionOf(tree, nearestOf(tree, draft, wills)) ?? '';
  return draft.force === 'promise' && /^(?:от|на|вопреки|без|из-за)$/u.test(preposition);
}

/** The nearest of some nouns that a matter is told by or hangs on; -1 where there is none. */
function nearestOf(tree: Tree, { token }: Draft, nouns: ReadonlySet<string>): number {
  return [token, ...ancestors(tree, token)].find((t) => nouns.has(tree.tokens[t]?.lemma ?? '')) ?? -1;
}

/** The verb of which the nearest of these nouns is the subject or the object; -1 where there is none. */
function verbOfNearest(tree: Tree, draft: Draft, nouns: ReadonlySet<string>): number {
  const { relation = '', head = -1 } = tree.tokens[nearestOf(tree, draft, nouns)] ?? {};
  return ['nsubj', 'obj'].includes(universal(relation)) ? head : -1;
}

function isApproved({ reading, tree, draft, verb }: Outlook): boolean {
  const { pos, head = -1 } = tree.tokens[draft.token] ?? {};
  const isAhead = draft.time?.to && !isPastDay(reading, draft.time.to);
  return (
    pos === 'NOUN' && head === verb && !isAhead && approving.has(tree.tokens[verb]?.lemma ?? '') && isPast(tree, verb)
  );
}

const approving: ReadonlySet<string> = new Set(lemmaList(`одобрить утвердить поддержать`));

function isKept({ tree, draft }: Outlook): boolean {
  const verb = verbOfNearest(tree, draft, willsAndPlans);
  return keeping.has(tree.tokens[verb]?.lemma ?? '') && isPast(tree, verb);
}

const keeping: ReadonlySet<string> = new Set(
  lemmaList(`выполнить выполнять исполнить реализовать осуществить сдержать нарушить нарушать сорвать провалить`),
);

const wills: ReadonlySet<string> = new Set(lemmaList(`готовность обещание обязательство гарантия`));
const willsAndPlans: ReadonlySet<string> = new Set([...wills, ...lemmaList(`план программа график`)]);

/** Days after which a decision is no news. */
export const newsDays = 60;

function isPast(tree: Tree, verb: number): boolean {
  const { tense, verbForm, variant } = tree.tokens[verb]?.features ?? {};
  return verbForm === 'Conv' || (variant === 'Short' ? !isFuture(tree, verb) : tense === 'Past');
}

function isInPassing({ tree, draft, verb }: Outlook): boolean {
  const aside = ['acl:relcl', 'advcl'].includes(tree.tokens[verb]?.relation ?? '');
  const isDecision = (draft.cues ?? []).some((cue) => cue.name === 'decision');
  return aside && isDecision && verb !== draft.token && draft.time === null && isPast(tree, verb);
}

function isOpen({ tree, draft: { cues = [] }, verb }: Outlook): boolean {
  const isAsked = cues.some((cue) => cue.name === 'possibility' && cue.lemma === 'вопрос') && !isFuture(tree, verb);
  return isAsked || cues.some((cue) => cue.name === 'condition');
}

function isOfPaper({ tree, draft }: Outlook): boolean {
  const { relation = '', head = -1 } = tree.tokens[nearestOf(tree, draft, ordersAndPlans)] ?? {};
  // «огорчены решением суда отказать»
  if (universal(relation) === 'obl') return feelings.has(tree.tokens[head]?.lemma ?? '');
  return spokenOf.has(tree.tokens[verbOfNearest(tree, draft, ordersAndPlans)]?.lemma ?? '');
}

/** What others' decisions do to somebody: «разочарованы решением», «недовольны планом». */
const feelings: ReadonlySet<string> = new Set(
  lemmaList(`
    огорчить возмутить разочаровать обеспокоить встревожить удивить потрясти обрадовать удовлетворить недовольный недоволен
    довольный доволен
  `),
);

const ordersAndPlans: ReadonlySet<string> = new Set([...orders, 'план']);

/** What is done with what others have decided. */
const spokenOf: ReadonlySet<string> = new Set(
  lemmaList(`
    осудить осуждать приветствовать поприветствовать критиковать раскритиковать одобрять поддержать поддерживать назвать
    называть комментировать прокомментировать объяснить объяснять обжаловать оспорить оспаривать вызвать вызывать
    свидетельствовать означать стать являться считать счесть
  `),
);

function isPart({ tree, draft }: Outlook): boolean {
  const { pos, head = -1 } = tree.tokens[draft.token] ?? {};
  const isOwn = draft.cues?.[0]?.name === 'future' && draft.cues.length === 1 && draft.type !== 'figure';
  const isBare = prepositionOf(tree, draft.token) === null;
  return (
    pos === 'NOUN' &&
    isOwn &&
    isBare &&
    readPredication(tree, draft.token).light < 0 &&
    tree.tokens[head]?.pos === 'NOUN'
  );
}

function isWhen(tree: Tree, verb: number): boolean {
  return dependents(tree, verb, 'mark', 'advmod', 'obl').some((c) => {
    const { norm = '', lemma } = tree.tokens[c] ?? {};
    if (c > verb) return false;
    if (lemma === 'который') return /^(?:после|до)$/u.test(prepositionOf(tree, c) ?? '');
    return norm === 'прежде' || norm === 'пока' || (norm === 'как' && isMoment(tree.tokens[c - 2]?.lemma ?? ''));
  });
}

/** «до того, как», «с момента, как» */
function isMoment(lemma: string): boolean {
  return /^(?:то|момент|пора)$/u.test(lemma);
}
