import type { Future, Role } from '../model/claim.ts';
import { contains } from '../model/span.ts';
import { type DayRange, daysBetween } from '../model/time.ts';
import { craft, isBodyNoun } from './body-nouns.data.ts';
import { toDayRange } from './claim-time.ts';
import { clauseHead, isFuture, isStillAhead } from './clause.ts';
import { isDated, isPastDay } from './clause-time.ts';
import type { Draft } from './draft.ts';
import { charging } from './frame-words.data.ts';
import { lemmaList } from './lemma-list.ts';
import { readPredication } from './predications.ts';
import type { PlacedTime, Reading } from './reading.ts';
import { fillRole, isActor } from './roles.ts';
import { firstPerson, speakerOf } from './speaker-acts.ts';
import { isScheduling } from './status-cues.data.ts';
import { ancestors, dependents, headWithin, isVerbal, prepositionOf, spanOf, subtree, type Tree } from './tree.ts';
import { newsDays } from './unbound.ts';

/**
 * Whether a claim has a future, how strongly it is bound, who is bound, and by when: what is planned always, what is possible
 * when it has a day or somebody is ready to do it. «договор может быть подписан в декабре» is a possibility due in December,
 * «Варония готова подписать договор» a promise.
 */
export function futureOf(
  reading: Reading,
  draft: Draft,
  statements: readonly Draft[],
  all: readonly Draft[],
): Future | null {
  if (draft.type === 'statement' || draft.type === 'position') return null;
  const bound = (): readonly string[] => {
    const able = boundIn(reading, draft, statements, all).filter((r) => canPromise(reading, draft, r));
    return [...new Set(able.map((r) => r.name))];
  };
  const act = arrangedAct(reading, draft, all);
  if (act !== null) return { force: 'plan', by: bound(), due: dueOfArranged(reading, draft, [act]) };
  const charge = chargeOf(reading, draft, statements, all);
  if (charge) return charge;
  // the setting of another matter, a mere proposal
  if (draft.force === null) return null;
  const offered = draft.status === 'possible' && (draft.force === 'promise' || isDatedDraft(reading, draft));
  if (draft.status !== 'planned' && !offered) return null;
  if (draft.status === 'possible' && isPastDay(reading, draft.time?.to ?? null)) return null;
  return { force: draft.force, by: bound(), due: dueOf(reading, draft) };
}

/**
 * «договорились в мае открыть порт до конца июля»: the infinitive of what was arranged to be done, not long ago; `null` where a draft
 * of its own tells it, and for all else.
 */
function arrangedAct(reading: Reading, draft: Draft, all: readonly Draft[]): number | null {
  const tree = reading.trees[draft.sentence];
  if (!tree || draft.rule !== 'agreement.arrange' || draft.status !== 'happened') return null;
  // «договорились о том, что откроют порт»
  const told = [draft.token, ...dependents(tree, draft.token, 'obl').filter((c) => tree.tokens[c]?.lemma === 'то')];
  const act =
    dependents(tree, draft.token, 'xcomp').find((c) => tree.tokens[c]?.features.verbForm === 'Inf') ??
    told.flatMap((t) => dependents(tree, t, 'ccomp', 'acl')).find((c) => isFuture(tree, c));
  const published = reading.context.published?.from ?? null;
  const isLongAgo = draft.time?.to && published !== null && daysBetween(draft.time.to, published) > newsDays;
  return act === undefined || isToldBelow(tree, draft, all) || isLongAgo ? null : act;
}

/** Whether a draft of its own tells what hangs on the verb of another. */
function isToldBelow(tree: Tree, draft: Draft, all: readonly Draft[]): boolean {
  return all.some(
    (d) => d.sentence === draft.sentence && d.force !== null && ancestors(tree, d.token).includes(draft.token),
  );
}

/**
 * «поручил порту до конца июля сдать причал»: who is charged is bound, by that day; «приняли решение с 1 августа закрыть порт»: who
 * decides; `null` for what has no day.
 */
function chargeOf(reading: Reading, draft: Draft, statements: readonly Draft[], all: readonly Draft[]): Future | null {
  const tree = reading.trees[draft.sentence];
  if (!tree || draft.type !== 'measure' || draft.status !== 'happened') return null;
  const { lemma = '', head = -1 } = tree.tokens[draft.token] ?? {};
  const isCharge = charging.has(lemma);
  const verb = lemma === 'решение' ? head : draft.token;
  const papers = dependents(tree, verb, 'obj').filter((o) => tree.tokens[o]?.lemma === 'решение');
  if (!isCharge && papers.length === 0) return null;
  const below = [...dependents(tree, verb, 'xcomp', 'csubj'), ...papers.flatMap((o) => dependents(tree, o, 'acl'))];
  const act = below.find((c) => tree.tokens[c]?.features.verbForm === 'Inf');
  if (act === undefined || isToldBelow(tree, draft, all)) return null;
  const due = dueOfArranged(reading, draft, [act, ...papers]);
  const bound = isCharge ? draft.roles.filter((r) => r.role === 'target') : boundIn(reading, draft, statements, all);
  const by = bound.map((r) => r.name);
  return due && { force: 'plan', by, due };
}

/** By when what was arranged is to be done: the first of its days that is not past. */
function dueOfArranged(reading: Reading, draft: Draft, acts: readonly number[]): DayRange | null {
  const tree = reading.trees[draft.sentence];
  const of = new Set([draft.token, ...(tree ? acts.flatMap((act) => subtree(tree, act)) : [])]);
  const published = reading.context.published?.from ?? '9999';
  const days = (reading.times[draft.sentence] ?? [])
    .filter((t) => of.has(t.governor))
    .map((t) => toDayRange(t.expression));
  return days.find(({ from, to }) => (to ?? from ?? '') >= published) ?? null;
}

/** Who is told to act; «„Мы построим порт“, — сказал министр»: where nobody is, who says so of himself and his own. */
function boundIn(reading: Reading, draft: Draft, statements: readonly Draft[], all: readonly Draft[]): readonly Role[] {
  const tree = reading.trees[draft.sentence];
  const told = draft.roles.filter((r) => ['actor', 'party', 'supplier'].includes(r.role));
  if (!tree) return told;
  const deciding = told.filter((r) => r.role === 'actor');
  // «палата одобрила денонсацию договора с Варонией»: one side is enough
  const isOneSided = draft.type === 'agreement' && draft.stage === 'terminated' && deciding.length > 0;
  const acting = (isOneSided ? deciding : told).filter((r) => !isPassive(tree, draft, r) && !isCompany(tree, draft, r));
  // «Варония намерена покупать газ у Мередии»
  const buyers = draft.roles.filter((r) => r.role === 'recipient' && promises(tree, draft.token, r));
  if (buyers.length > 0) return buyers;
  if (draft.force === 'forecast') return acting;
  const promising = promisor(reading, tree, draft, statements);
  // «министр пообещал, что Варония откроет порт»: he stands for it, and for nobody else
  if (promising)
    return [promising, ...acting.filter((r) => promising.type === 'person' && actingTypes.has(r.type ?? ''))];
  // «„Мы постараемся подписать договор с Варонией“, — сказал министр»
  if (!acting.some((r) => promises(tree, draft.token, r))) {
    const meant = acting.length === 0 ? [...arranging(tree, draft, all), ...intending(reading, tree, draft)] : [];
    if (meant.length > 0) return meant;
    // «заверил, что нефть будет поставляться»
    const isOwn = firstPerson(tree, draft.token) !== null || (draft.force === 'promise' && acting.length === 0);
    const speaker = isOwn ? speakerOf(reading, draft, statements) : undefined;
    if (speaker) return [speaker];
    if (acting.length === 0) return announcers(reading, draft, statements, all);
  }
  // «Варония обещала заключить договор с Мередией», «намерена выполнить его»: the one said so, the other did not
  const isSaid = draft.force === 'promise' || (draft.cues ?? []).some((cue) => cue.name === 'plan');
  const own = isSaid ? acting.filter((r) => promises(tree, draft.token, r)) : [];
  return own.length > 0 ? own : acting;
}

/** «будет направлена группа рыбаков»: who is sent promises nothing. */
function isPassive(tree: Tree, { token }: Draft, { span }: Role): boolean {
  const { passive, patients } = readPredication(tree, token);
  return passive && span !== null && patients.some((p) => contains(spanOf(tree, subtree(tree, p)), span));
}

/** «начнутся переговоры с Варонией»: with whom somebody untold means to meet. */
function isCompany(tree: Tree, { type, roles }: Draft, { span }: Role): boolean {
  if (type !== 'meeting' || roles.filter((r) => r.role === 'actor').length > 1) return false;
  return /^со?$/u.test(prepositionOf(tree, headWithin(tree, span)) ?? '');
}

/** «Лосский пообещал, что Ветрова останется»: who promises what others will do; `undefined` where nobody does. */
function promisor(reading: Reading, tree: Tree, draft: Draft, statements: readonly Draft[]): Role | undefined {
  const { sentence, token, evidence, force } = draft;
  const clause = isVerbal(tree.tokens[token]) ? token : clauseHead(tree, token);
  // «обещал, что продолжит строить», not «обещал строить»
  const { features, head = -1 } = tree.tokens[clause] ?? {};
  const told = tree.tokens[features?.verbForm === 'Inf' ? head : clause];
  if (force !== 'promise' || told?.relation !== 'ccomp' || told.features.verbForm === 'Inf') return undefined;
  const isPromised = statements.some(
    (s) => s.type === 'statement' && s.act === 'promise' && s.sentence === sentence && contains(s.evidence, evidence),
  );
  return isPromised ? speakerOf(reading, draft, statements) : undefined;
}

/** «Варония заявила, что рыба будет отправлена назад», «суд постановил, что …»: the state or body that lays down what nobody is told to do. */
function announcers(
  reading: Reading,
  draft: Draft,
  statements: readonly Draft[],
  all: readonly Draft[],
): readonly Role[] {
  const tree = reading.trees[draft.sentence];
  const { relation, head } = tree?.tokens[draft.token] ?? {};
  if (!tree || relation !== 'ccomp' || !readPredication(tree, draft.token).passive) return [];
  const deciding = all.filter((d) => d.sentence === draft.sentence && d.token === head);
  const deciders = deciding.flatMap((d) => d.roles.filter((r) => r.role === 'actor'));
  const speaker = speakerOf(reading, draft, statements);
  return [...deciders, ...(speaker ? [speaker] : [])].filter((r) => actingTypes.has(r.type ?? ''));
}

const actingTypes: ReadonlySet<string> = new Set(['state', 'organisation']);

/** «Стороны договорились отвести войска»: whose the arrangement is that the verb above tells. */
function arranging(tree: Tree, draft: Draft, all: readonly Draft[]): readonly Role[] {
  const above = ancestors(tree, draft.token);
  return all
    .filter((d) => d.rule === 'agreement.arrange' && d.sentence === draft.sentence && above.includes(d.token))
    .flatMap((d) => d.roles.filter((r) => r.role === 'party'));
}

/** «Варония нацелена на расторжение договора»: of whom the word is told that looks ahead to it. */
function intending(reading: Reading, tree: Tree, draft: Draft): readonly Role[] {
  const cues = new Set((draft.cues ?? []).flatMap(({ name, lemma }) => (meaning.has(name) ? (lemma ?? []) : [])));
  const above = ancestors(tree, draft.token).find((a) => cues.has(tree.tokens[a]?.lemma ?? ''));
  if (above === undefined) return [];
  const { passive, agents, patients } = readPredication(tree, above);
  const subjects = (passive ? patients : agents).filter((a) => isActor(reading, tree, a));
  return subjects.map((a) => fillRole(reading, tree, a, 'actor'));
}

/** Cues whose subject is who means it. */
const meaning: ReadonlySet<string> = new Set(['plan', 'promise', 'readiness', 'attempt']);

/** «депутаты», «комитет», not «поезд», «катера» nor «они»: of those without a name only people and bodies are bound. */
function canPromise(reading: Reading, { sentence }: Draft, { name, type, known, span }: Role): boolean {
  // «наша страна», where nothing tells whose
  if (pronouns.has(name.toLowerCase()) || /^(?:наша|его|ее|их) страна$/iu.test(name)) return false;
  const tree = reading.trees[sentence];
  if (!tree || span === null || known !== null || (type !== null && type !== 'other')) return true;
  const head = headWithin(tree, span);
  const lemma = tree.tokens[head]?.lemma ?? '';
  return !craft.has(lemma) && (isActor(reading, tree, head) || isBodyNoun(lemma));
}

/** Whether a role stands in the subject of the promise. */
function promises(tree: Tree, token: number, { span }: Role): boolean {
  const subjects = readPredication(tree, token).agents.map((a) => spanOf(tree, subtree(tree, a)));
  return span !== null && subjects.some((s) => contains(s, span));
}

/** Whether a day is told, also one that nobody can place for want of a day of publication. */
function isDatedDraft(reading: Reading, draft: Draft): boolean {
  const tree = reading.trees[draft.sentence];
  return draft.time !== null || (tree !== undefined && isDated(reading, readPredication(tree, draft.token)));
}

/** By when: the time of the claim, unless it is that of the act which laid down the plan. */
function dueOf(reading: Reading, draft: Draft): DayRange | null {
  if (draft.time === null) return untilThen(reading, draft) ?? beforeItsYear(reading, draft);
  const { from, to, text } = draft.time;
  const tree = reading.trees[draft.sentence];
  // «сохранит поставки на уровне прошлого года»: what is still to come has not the day of what is past
  const isLongPast = to !== null && daysBetween(to, reading.context.published?.from ?? to) > newsDays;
  const clause = tree && !isVerbal(tree.tokens[draft.token]) ? clauseHead(tree, draft.token) : draft.token;
  if (tree && isLongPast && isStillAhead(tree, clause)) return null;
  const placed = (reading.times[draft.sentence] ?? []).find((t) => t.expression.text === text);
  return tree && placed && isTimeOfAct(tree, draft, placed) ? null : { from, to };
}

/** «в марте договорились создать центр»: March is when they agreed. «назначили на март», «обещали с марта», «поручили в течение года» tell by when. */
function isTimeOfAct(tree: Tree, draft: Draft, placed: PlacedTime): boolean {
  const governor = tree.tokens[placed.governor];
  const { tense, verbForm, variant } = governor?.features ?? {};
  const isAct = tense === 'Past' && (verbForm === 'Fin' || variant === 'Short') && !isFuture(tree, placed.governor);
  if (!isAct || placed.governor === draft.token) return false;
  const before = [tree.tokens[placed.first - 1]?.norm ?? '', tree.tokens[placed.first]?.norm ?? ''];
  const ahead =
    before.some((norm) => /^(?:на|к|ко|до|с|со)$/u.test(norm)) || tree.tokens[placed.first + 1]?.norm === 'течение';
  return !isScheduling(governor?.lemma ?? '') && !ahead;
}

/** «в конце года встретимся. А до того будет ещё раунд»: by the time that the sentence before tells. */
function untilThen(reading: Reading, draft: Draft): DayRange | null {
  const sentence = reading.analysis.sentences[draft.sentence];
  const published = reading.context.published?.from ?? null;
  if (!sentence || published === null) return null;
  const text = reading.analysis.text.slice(sentence.start, sentence.stop);
  if (!/^(?:\P{L}*(?:а|но|и)\P{L}+)?до (?:того|этого)(?!,? как|\p{L})/iu.test(text)) return null;
  const last = (reading.times[draft.sentence - 1] ?? []).at(-1);
  const to = last ? toDayRange(last.expression).to : null;
  return to !== null && to > published ? { from: published, to } : null;
}

/** «доработать план на 2025 год», «принять бюджет на 2025 год»: what is drawn up for a year is due before it begins. */
function beforeItsYear(reading: Reading, draft: Draft): DayRange | null {
  const tree = reading.trees[draft.sentence];
  const { from = null, to = null } = reading.context.published ?? {};
  if (!tree || from === null || from !== to || !drawing.has(tree.tokens[draft.token]?.lemma ?? '')) return null;
  const isDrawn = (noun: number): boolean => {
    const chain = [noun, ...ancestors(tree, noun)];
    const under = chain.slice(0, Math.max(0, chain.indexOf(draft.token)));
    return under.some((c) => drawn.has(tree.tokens[c]?.lemma ?? ''));
  };
  const year = (reading.times[draft.sentence] ?? []).find(
    ({ first, expression: { value } }) =>
      tree.tokens[first - 1]?.norm === 'на' && /^\d{4}$/u.test(value ?? '') && isDrawn(first - 2),
  );
  const last = year ? `${Number(year.expression.value) - 1}-12-31` : '';
  return last >= from ? { from, to: last } : null;
}

/** Words for somebody whom nothing in the text names. */
const pronouns: ReadonlySet<string> = new Set(lemmaList(`он она оно они их его её ее мы я кто который сторона`));

const drawing: ReadonlySet<string> = new Set(
  lemmaList(`
    доработать разработать подготовить составить сверстать согласовать принять утвердить одобрить готовить разрабатывать
    согласовывать доработка разработка подготовка утверждение согласование
  `),
);
const drawn: ReadonlySet<string> = new Set(lemmaList(`план бюджет программа график смета`));
