import type { Token } from '../language/analysis.ts';
import { isUndeclinedDeputy } from '../language/ru/coreference/words-of-post.ts';
import type { Role, RoleName } from '../model/claim.ts';
import { acted, type Draft } from './draft.ts';
import { ownersOfAct } from './act-owner.ts';
import { lemmaList } from './lemma-list.ts';
import { type Predication, readPredication } from './predications.ts';
import { isQuoted } from './quoted-speech.ts';
import type { Reading } from './reading.ts';
import { fillRole, isActor, kindAt } from './roles.ts';
import { dependents, featuresAt, type Tree, universal } from './tree.ts';

/**
 * Who acts, for a draft whose frame found nobody: who does it in the passive («захвачен боевиками»), also where the frame asks for
 * states and bodies alone, whose act brings it about («отменён по решению суда»), else the one whom the text goes on about.
 */
export function withActor(reading: Reading, draft: Draft): Draft {
  const tree = reading.trees[draft.sentence];
  if (!tree || !acted.has(draft.type)) return draft;
  const p = readPredication(tree, draft.token);
  const isToldOf = draft.roles.some((r) => r.role === 'actor' || r.role === 'party');
  const actors = [...(isToldOf ? [] : actorsOf(reading, p)), ...giversOf(reading, p)];
  return actors.length > 0 ? { ...draft, roles: [...draft.roles, ...actors] } : draft;
}

function actorsOf(reading: Reading, p: Predication): readonly Role[] {
  const { tree } = p;
  const own = p.passive ? p.agents.filter((a) => isActor(reading, tree, a)) : [];
  const doers = own.length > 0 ? own : ownersOfAct(reading, p);
  const told = doers.map((a) => fillRole(reading, tree, a, 'actor'));
  return told.length > 0 ? told : [subjectBefore(reading, p, 'actor') ?? []].flat();
}

/** «получил от порта награду»: who gives it, beside who gets it. */
function giversOf(reading: Reading, { tree, lemma, obliques }: Predication): readonly Role[] {
  const from = receiving.has(lemma) ? obliques.filter((o) => o.preposition === 'от') : [];
  return from.flatMap(({ token }) => (isActor(reading, tree, token) ? [fillRole(reading, tree, token, 'actor')] : []));
}

const receiving: ReadonlySet<string> = new Set(lemmaList(`получить получать принять принимать`));

/**
 * Who acts in a clause that has no subject: the one whom the sentences before it are about. «Верди родился в Генуе. В 1985 году
 * основал партию.» In: a predication and the role to fill. Out: who it is, carried over without a place of its own; `null` where
 * the clause names somebody, hides who acts («его арестовали», «стало холодно»), or nobody agrees with the verb.
 */
export function subjectBefore(reading: Reading, p: Predication, role: RoleName): Role | null {
  const { tree } = p;
  const at = toldVerb(p);
  const verb = tree.tokens[at];
  if (!verb || p.agents.length > 0 || p.passive || !(goesOnAbout(verb) || isOfBody(verb, p))) return null;
  if (!isMain(tree, at) || isQuoted(reading, verb)) return null;
  const above = subjectsAbove(reading, tree).slice(0, fewest);
  const { before, subject } = above.find((one) => agrees(one.before, one.subject, verb)) ?? {};
  if (!before || subject === undefined || !couldAct(reading, before, subject)) return null;
  return carriedRole(reading, before, subject, role);
}

/** «основал», «провёл переговоры», «отказался уехать»: the verb that shows of whom it is told; -1 where a noun has none. */
function toldVerb({ tree, token, form, light }: Predication): number {
  const { head = -1, relation } = tree.tokens[token] ?? {};
  if (form === 'noun') return light;
  return form === 'infinitive' && relation === 'xcomp' ? head : token;
}

/** «организовало голосование»: «правительство», told before; «повалило снег» has nothing acted on. */
function isOfBody({ features }: Token, { patients }: Predication): boolean {
  return features.tense === 'Past' && features.gender === 'Neut' && features.variant !== 'Short' && patients.length > 0;
}

/** So many subjects back is looked for one that agrees: «Верди окончила школу. Полёт прошёл. В мае получила орден». */
const fewest = 3;

/**
 * Whom a passive without a subject tells of: «Верди родился в Генуе. В 2006 году назначен послом.» In and out as for
 * `subjectBefore`; people alone.
 */
export function patientBefore(reading: Reading, p: Predication, role: RoleName): Role | null {
  const { tree } = p;
  const verb = tree.tokens[p.token];
  const { number, gender, variant } = verb?.features ?? {};
  const single = number === 'Sing' && (gender === 'Masc' || gender === 'Fem') && variant === 'Short';
  if (!verb || !p.passive || !single || !isMain(tree, p.token, true) || isQuoted(reading, verb)) return null;
  const { before, subject } = lastPerson(reading, tree) ?? {};
  if (!before || subject === undefined) return null;
  return agrees(before, subject, verb) ? carriedRole(reading, before, subject, role) : null;
}

/**
 * Who has the post that a verb without a subject tells, of today too: «В порт потянулись переселенцы. Стал министром», «Входит в
 * совет порта». In and out as for `subjectBefore`; sentences on nobody in particular are passed over.
 */
export function holderBefore(reading: Reading, p: Predication): Role | null {
  const { tree } = p;
  const verb = tree.tokens[p.form === 'noun' ? p.light : p.token];
  if (!verb || p.agents.length > 0 || p.passive || !(goesOnAbout(verb) || isOfOneNow(verb))) return null;
  if (!isMain(tree, tree.tokens.indexOf(verb)) || isQuoted(reading, verb)) return null;
  const { before, subject } = lastPerson(reading, tree) ?? {};
  if (!before || subject === undefined || !(isOfOneNow(verb) || agrees(before, subject, verb))) return null;
  return carriedRole(reading, before, subject, 'person');
}

/** «работает», «входит» */
function isOfOneNow({ features }: Token): boolean {
  return features.tense === 'Pres' && features.number === 'Sing' && features.person === '3';
}

/** The person whom the sentences before this one are about, for a line without a verb: «С 2001 года — мэр Генуи». */
export function personAbove(reading: Reading, tree: Tree): Role | null {
  const { before, subject } = lastPerson(reading, tree) ?? {};
  return before && subject !== undefined ? carriedRole(reading, before, subject, 'person') : null;
}

function carriedRole(reading: Reading, tree: Tree, subject: number, role: RoleName): Role {
  return { ...fillRole(reading, tree, subject, role), span: null };
}

/** What a sentence before is about. */
interface SubjectAbove {
  readonly before: Tree;
  readonly subject: number;
}

/** The person whom the nearest of the sentences before this one is about that is about one at all. */
function lastPerson(reading: Reading, tree: Tree): SubjectAbove | null {
  const isOne = ({ before, subject }: SubjectAbove): boolean =>
    kindAt(reading, before, subject) === 'person' && featuresAt(before, subject).number !== 'Plur';
  return subjectsAbove(reading, tree).find(isOne) ?? null;
}

/** The subjects of the sentences before this one, the nearest first. */
function subjectsAbove(reading: Reading, tree: Tree): readonly SubjectAbove[] {
  const found: SubjectAbove[] = [];
  for (let back = 1; back <= farthest; back++) {
    const before = reading.trees[tree.sentence.index - back];
    const root = before?.tokens.findIndex((t) => t.head < 0) ?? -1;
    if (!before || root < 0) break;
    const subject = dependents(before, root, 'nsubj').find((s) => !isUndeclinedPost(before, s));
    if (subject !== undefined) found.push({ before, subject: topicOf(reading, before, root, subject) });
  }
  return found;
}

/** «Ему на смену пришёл Ренн»: before a verb whose subject comes after it, a pronoun tells who goes on being spoken of. */
function topicOf(reading: Reading, tree: Tree, root: number, subject: number): number {
  const pronoun = tree.tokens.findIndex(
    ({ pos, features }, i) =>
      i < root && pos === 'PRON' && features.person === '3' && kindAt(reading, tree, i) === 'person',
  );
  return pronoun >= 0 && root < subject ? pronoun : subject;
}

/**
 * «назначен замдиректора службы»: a post that does not decline, which the parser takes for the subject; «послом назначен замминистра
 * Верди» names what he is given beside it.
 */
export function isUndeclinedPost(tree: Tree, token: number): boolean {
  const word = tree.tokens[token];
  if (word?.relation !== 'nsubj:pass' || !isUndeclinedDeputy(word)) return false;
  const isNamed = dependents(tree, token, 'appos', 'flat').some((t) => tree.tokens[t]?.pos === 'PROPN');
  const given = dependents(tree, word.head, 'xcomp', 'iobj', 'obl').map((t) => featuresAt(tree, t));
  return !(isNamed && given.some((one) => one.case === 'Ins' && one.animacy === 'Anim'));
}

/** A life is told in so many sentences without a subject. */
const farthest = 12;

/** «основал», «уехала»: the singular of the past, which tells a gender; the plural without a subject hides who acts. */
export function goesOnAbout({ features }: Token): boolean {
  const { tense, number, gender, variant } = features;
  return tense === 'Past' && number === 'Sing' && (gender === 'Masc' || gender === 'Fem') && variant !== 'Short';
}

/** The verb of the sentence, or one joined to it, where none of them has a subject; of a passive, none but an undeclined post. */
function isMain(tree: Tree, verb: number, passive = false): boolean {
  for (let at = verb; ; at = tree.tokens[at]?.head ?? -1) {
    const word = tree.tokens[at];
    const subjects = dependents(tree, at, 'nsubj', 'csubj').filter((s) => !passive || !isUndeclinedPost(tree, s));
    if (!word || subjects.length > 0) return false;
    if (word.head < 0) return true;
    if (!joining.has(universal(word.relation))) return false;
  }
}

/** What joins a verb to the one before it, or a copula to its noun. */
const joining: ReadonlySet<string> = new Set(['conj', 'cop']);

/** People, bodies and states that the text names; «вертолёт разбился» is not who «вернулся». */
function couldAct(reading: Reading, tree: Tree, subject: number): boolean {
  const kind = kindAt(reading, tree, subject);
  return isActor(reading, tree, subject) && (kind === 'person' || kind === 'organisation' || kind === 'state');
}

/** «партия заявила»: a subject in the singular whose gender, where it tells one, is that of the verb. */
export function agrees(tree: Tree, subject: number, { features }: Token): boolean {
  const { number, gender } = featuresAt(tree, subject);
  return number === 'Sing' && (gender === undefined || gender === features.gender);
}
