import type { Token } from '../language/analysis.ts';
import type { Role } from '../model/claim.ts';
import type { Draft } from './draft.ts';
import { callingOff, publicSteps, schedulingVerbs } from './event-words.data.ts';
import { findExercises } from './exercise.ts';
import { decrees } from './frame-words.data.ts';
import { lemmaList } from './lemma-list.ts';
import { isNotedOrPutOff, unilateralVerbs } from './measure.ts';
import { findMeetings } from './meeting.ts';
import { occurrenceVerbs } from './misread-arguments.ts';
import { type Predication, readPredication } from './predications.ts';
import type { Reading } from './reading.ts';
import { isOneOrSomeOf, isPrivatePerson } from './roles.ts';
import { agreesInForm, dependents, isThirdPerson, standsIn, subtree, type Tree } from './tree.ts';

/**
 * Whether a happening is a measure: a unilateral act of a state or a body. What no frame knows is one where its verb tells such an
 * act whoever does it («назначен», «проголосовали»), or where an organ of state does something by its authority («суд отложил»,
 * «министерство намерено проверить»), or where one side decides on what it lays down («парламент принял закон»); what a frame takes
 * for a measure is none where a private person does it («отпустил няню»). What takes place may be a meeting told before.
 * In: a draft. Out: it with its type.
 */
export function withTypeOfAct(reading: Reading, draft: Draft): Draft {
  const tree = reading.trees[draft.sentence];
  if (!tree) return draft;
  if (draft.type === 'agreement') return isEnacted(tree, draft) ? enacted(draft) : draft;
  const p = readPredication(tree, draft.token);
  if (draft.type === 'measure')
    return isWithoutAuthority(reading, p, draft) ? { ...draft, type: 'event', rule: 'event.act' } : draft;
  if (draft.type !== 'event') return draft;
  if (draft.rule === 'event.noun') return isDealtWith(tree, p) ? { ...draft, ...ofAuthority } : draft;
  if (draft.rule === 'event.announce')
    return publicSteps.includes(p.lemma) ? { ...draft, type: 'measure', rule: 'measure.announce' } : draft;
  if (!fallbacks.has(draft.rule)) return draft;
  const meant = happeningMeant(reading, p);
  if (meant) {
    const own = draft.roles.filter((r) => r.role === 'place' || (r.role === 'actor' && !isPronoun(tree, r)));
    return { ...draft, roles: [...meant.roles, ...own], type: meant.type, rule: `${meant.type}.meant` };
  }
  if (!isUnilateral(tree, p, draft) && !isOfAuthority(tree, p)) return draft;
  return { ...draft, ...ofAuthority, roles: p.passive ? draft.roles.map((r) => undergone(p, r)) : draft.roles };
}

/** «они», which stands for what was told before. */
function isPronoun(tree: Tree, { span }: Role): boolean {
  return tree.tokens.some((t) => t.pos === 'PRON' && t.start === span?.start && t.stop === span.stop);
}

const ofAuthority = { type: 'measure', rule: 'measure.of-authority' } as const;

/** «танкер задержан»: whom or what an act is done to does not act. */
function undergone({ tree, patients }: Predication, role: Role): Role {
  if (role.role !== 'actor' || !patients.some((t) => standsIn(tree, t, role.span))) return role;
  return { ...role, role: role.type !== null && answerable.has(role.type) ? 'target' : 'object' };
}

const answerable: ReadonlySet<string> = new Set(['person', 'state', 'organisation']);

/**
 * «Министры готовят встречу. Она состоится в мае», «Страны готовят учения. Их проведут в мае», «Она назначена на май»: what takes
 * place, is held or is set for a day is the meeting or the exercise that the sentence before tells of; `null` where it tells of none.
 */
function happeningMeant(
  reading: Reading,
  { tree, agents, patients, passive, obliques, lemma }: Predication,
): Meant | null {
  const isSet = passive && (schedulingVerbs.has(lemma) || callingOff.has(lemma));
  const standing = occurrenceVerbs.has(lemma) ? agents : holding.has(lemma) || isSet ? patients : [];
  const pronoun = standing.map((t) => tree.tokens[t]).find((t) => isThirdPerson(t));
  const form = pronoun?.features ?? formOfWork(tree, obliques);
  const before = reading.trees[tree.sentence.index - 1];
  if (!form || !before) return null;
  const agrees = ({ token }: Draft): boolean => agreesInForm(before.tokens[token]?.features, form);
  const exercise = findExercises(reading, before).drafts.find(agrees);
  const told = exercise ?? findMeetings(reading, before).drafts.find(agrees);
  return told ? { type: exercise ? 'exercise' : 'meeting', roles: told.roles.flatMap(carriedOver) } : null;
}

/** «в его работе примут участие»: the form of what works, by the word for whose work it is; `null` where nobody's work is told. */
function formOfWork(tree: Tree, obliques: Predication['obliques']): Token['features'] | null {
  const work = obliques.find((o) => tree.tokens[o.token]?.lemma === 'работа' && o.preposition === 'в');
  const owner = dependents(tree, work?.token ?? -1, 'det').map((c) => tree.tokens[c]?.norm ?? '');
  return owner.map((norm) => formOfOwner[norm]).find((form) => form !== undefined) ?? null;
}

const formOfOwner: Readonly<Record<string, Token['features']>> = {
  его: { number: 'Sing', gender: 'Masc' },
  ее: { number: 'Sing', gender: 'Fem' },
  их: { number: 'Plur' },
};

/** A happening that a pronoun takes up, with who takes part in it. */
interface Meant {
  readonly type: 'exercise' | 'meeting';
  readonly roles: readonly Role[];
}

/** A role from another sentence has no place in this one; where and what it is about, that one said of its own clause. */
function carriedOver(role: Role): readonly Role[] {
  return role.role === 'place' || role.role === 'object' ? [] : [{ ...role, span: null }];
}

const holding: ReadonlySet<string> = new Set(lemmaList(`провести проводить возобновить завершить продолжить`));

/** «мэрия не согласовала шествие»: what an organ does with a happening that its noun names. */
function isDealtWith(tree: Tree, { token, light }: Predication): boolean {
  const { relation, head = -1 } = tree.tokens[token] ?? {};
  return light < 0 && relation === 'obj' && isOfAuthority(tree, readPredication(tree, head));
}

type AgreementDraft = Extract<Draft, { readonly type: 'agreement' }>;

/** «парламент принял закон», «глава области утвердил бюджет»: a decision of one side on what it lays down, which nobody agreed on with it. */
function isEnacted(tree: Tree, { stage, roles }: AgreementDraft): boolean {
  const sides = new Set(roles.filter(({ role }) => role === 'party').map(({ name }) => name));
  const papers = roles.filter(({ role }) => role === 'agreement');
  return decisions.has(stage) && sides.size < 2 && papers.length > 0 && papers.every((role) => isLegalAct(tree, role));
}

/** Who decides is the actor: a body, and where none is named its state. */
function enacted({ stage: _stage, ...draft }: AgreementDraft): Draft {
  const named = draft.roles.some(({ role }) => role === 'actor');
  const roles = draft.roles.flatMap((role): readonly Role[] => {
    if (role.role === 'agreement') return [{ ...role, role: 'object' }];
    if (role.role !== 'party') return [role];
    return named ? [] : [{ ...role, role: 'actor' }];
  });
  return { ...draft, roles, type: 'measure', rule: 'measure.enact' };
}

/** The noun that heads the words of a role is one for acts of law: «закон о полиции», «проект поправок». */
function isLegalAct(tree: Tree, { span }: Role): boolean {
  if (span === null) return false;
  const within = tree.tokens.flatMap((t, i) => (span.start <= t.start && t.stop <= span.stop ? [i] : []));
  const head = within.find((i) => !within.includes(tree.tokens[i]?.head ?? -1)) ?? -1;
  return legalActs.has(tree.tokens[head]?.lemma ?? '');
}

const decisions: ReadonlySet<AgreementDraft['stage']> = new Set(['agreed', 'signed', 'ratified']);

const legalActs: ReadonlySet<string> = new Set([
  ...decrees,
  ...lemmaList(`закон законопроект поправка кодекс конституция законодательство бюджет решение приговор`),
]);

/** The rules for what no frame knows. */
const fallbacks: ReadonlySet<string> = new Set(['event.act', 'event.befall']);

function isUnilateral(tree: Tree, p: Predication, { rule, status }: Draft): boolean {
  const { agents, lemma, patients } = p;
  // «рассмотрение назначено на май»: its day is laid down
  const scheduled = rule === 'event.befall' && status === 'planned';
  // «они назначены»: whom it befalls is not told
  const untold = patients.length > 0 && patients.every((t) => tree.tokens[t]?.pos === 'PRON');
  // «проголосовали 80 тысяч избирателей»: an election, no vote of a body
  const counted = [...agents, ...patients].flatMap((t) => subtree(tree, t));
  const elects = votes.has(lemma) && counted.some((t) => electors.has(tree.tokens[t]?.lemma ?? ''));
  const tells = unilateralVerbs.has(lemma) && !broadVerbs.has(lemma) && !isNotedOrPutOff(p);
  return tells && !scheduled && !untold && !elects;
}

/** «Лосский отпустил няню»: whoever acts holds no post. */
function isWithoutAuthority(reading: Reading, { tree, agents, patients }: Predication, { roles }: Draft): boolean {
  // «Лосский обвиняется»: whom it befalls
  const acts = agents.length > 0 && roles.some((r) => r.role === 'actor');
  // «Лосский ввёл военное положение»: who can holds a post, whatever the document calls him
  const isPublic = patients.some((t) => publicActs.has(tree.tokens[t]?.lemma ?? ''));
  return acts && !isPublic && agents.every((a) => isPrivatePerson(reading, tree, a));
}

const publicActs: ReadonlySet<string> = new Set([
  ...decrees,
  ...lemmaList(`
    положение закон законопроект мораторий амнистия санкция эмбарго пошлина налог мобилизация выборы референдум парламент
    правительство кабинет
  `),
]);

/** Of those verbs the ones that everybody does to everything: «сняли фильм», «отключила телефон». */
const broadVerbs: ReadonlySet<string> = new Set(
  lemmaList(
    `снять отключить отключать выпустить выпускать закрыть закрывать прекратить прекращать отпустить отпускать`,
  ),
);

const votes: ReadonlySet<string> = new Set(['голосовать', 'проголосовать']);
const electors: ReadonlySet<string> = new Set(lemmaList(`избиратель человек житель гражданин россиянин`));

function isOfAuthority(tree: Tree, { agents, lemma, patients, obliques }: Predication): boolean {
  // «приступили к проверке» does to something as much as «начали проверку»; «полиция зашла в дом» does not
  const acts = patients.length > 0 || obliques.some((o) => o.preposition === 'к' || o.preposition === 'ко');
  return acts && !sufferings.has(lemma) && !works.has(lemma) && agents.some((a) => isOrgan(tree, a));
}

/** «суд», «Минтранс», «Мосгорсуд»: what acts by the authority of a state. */
function isOrgan(tree: Tree, token: number): boolean {
  const named = /^Мин(?!истр)\p{Ll}{3}|\p{L}(?:надзор|суд)\p{Ll}*$/u.test(tree.tokens[token]?.text ?? '');
  return named || isOneOrSomeOf(tree, token, organs);
}

const organs: ReadonlySet<string> = new Set(
  lemmaList(`
    суд трибунал коллегия парламент сенат дума рада конгресс палата бундестаг кнессет сейм собрание комиссия еврокомиссия
    прокуратура генпрокуратура правительство кабинет министерство власть ведомство центробанк погранслужба
    полиция мид мвд минобороны фсб цру фбр мэрия муниципалитет управа
  `),
);

/** «власти построят дорогу»: what is done with the hands is done by anybody. */
const works: ReadonlySet<string> = new Set(
  lemmaList(
    `построить строить достроить возвести возводить проложить прокладывать соорудить восстановить отремонтировать`,
  ),
);

/** What befalls an organ, and what it finds out. */
const sufferings: ReadonlySet<string> = new Set(
  lemmaList(`
    уйти уходить смениться сменяться пасть лишиться потерять получить получать найти обнаружить выявить узнать увидеть
    опознать установить оказаться остаться оставаться пострадать потерпеть одержать победить проиграть набрать возглавить возглавлять
  `),
);
