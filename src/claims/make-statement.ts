import type { Quotation } from '../language/analysis.ts';
import type { Role } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import { toClaimTime, toDayRange } from './claim-time.ts';
import { findActTime, isAdrift, timeOfWhen } from './clause-time.ts';
import type { Draft } from './draft.ts';
import { type Predication, readPredication } from './predications.ts';
import { quotationOf } from './quoted-speech.ts';
import { type PlacedTime, type Reading, treeAt } from './reading.ts';
import { lemmaList } from './lemma-list.ts';
import { publishing } from './reporting.data.ts';
import { fillRole } from './roles.ts';
import { canSpeak } from './speakers.ts';
import { isAddedBehind } from './speech-content.ts';
import { readSpeechAct } from './speech-act.ts';
import type { Attributing } from './statement-rules.ts';
import { ancestors, dependents, isAttribute, isVerbal, subtree, type Tree, universal } from './tree.ts';
import { isYearOfThing } from './year-of-thing.ts';

/** The claim of one attribution: how it speaks, the words quoted, who speaks to whom, and when. */
export function makeStatement(
  reading: Reading,
  tree: Tree,
  a: Attributing,
  speech: readonly Quotation[],
  shared: boolean,
): Draft {
  const quotation = quotationOf(tree, a.token, speech, shared) ?? dashedSpan(reading, tree, a.token);
  const opening = quotation ? (treeAt(reading, quotation.start) ?? tree) : tree;
  const first = opening.sentence.index < tree.sentence.index ? opening : tree;
  const turn = a.rule === 'statement.turn' ? turnSpan(reading, tree) : null;
  // «The Port Times: „Порт закрыт“» is quoted, «Посол: Порт закрыт» is told to the end of the line
  const words = turn && quotation?.start === turn.start + 1 ? quotation : (turn ?? quotation);
  const evidence =
    quotation && first !== tree
      ? sentenceSpan(reading, first)
      : shared
        ? clauseSpan(tree, a.token)
        : sentenceSpan(reading, tree);
  const p = readPredication(tree, a.token);
  const saying = timed.has(a.rule) ? (isVerbal(tree.tokens[a.token]) ? a.token : verbOfSpeech(tree, p)) : -1;
  const time = (saying >= 0 ? speakingTime(reading, tree, saying) : null) ?? dayOfPaper(reading, tree, a.token);
  const speakers = a.carried ? [a.carried] : a.speakers.map((s) => fillRole(reading, tree, s, 'speaker'));
  return {
    type: 'statement',
    mode: words ? 'direct' : 'indirect',
    quote: words ? reading.analysis.text.slice(words.start, words.stop) : null,
    ...(a.rule === 'statement.verb' || a.rule === 'statement.speech-noun' ? { act: readSpeechAct(tree, a.token) } : {}),
    status: 'happened',
    force: null,
    time,
    roles: [...speakers, ...addresseesOf(reading, p, a)],
    evidence,
    rule: a.rule,
    sentence: first.sentence.index,
    attributedIn: tree.sentence.index,
    token: first === tree ? a.token : 0,
  };
}

/** «сообщил послу», not «сказал Демироглу», who speaks himself whatever case the parser gives his name. */
function addresseesOf(reading: Reading, { tree, form, obliques }: Predication, a: Attributing): readonly Role[] {
  if (form === 'noun' || a.rule !== 'statement.verb') return [];
  return obliques
    .filter((o) => o.case === 'Dat' && o.preposition === null)
    .filter((o) => !a.speakers.includes(o.token) && canSpeak(reading, tree, o.token))
    .map((o) => fillRole(reading, tree, o.token, 'addressee'));
}

/** Rules that start from a verb or a noun that tells of speaking. */
const timed: ReadonlySet<string> = new Set(['statement.verb', 'statement.speech-noun', 'statement.heard']);

/** «сделал заявление», «последовали заявления»: the verb that carries a noun of speech, or that it is the subject of; -1. */
function verbOfSpeech(tree: Tree, { light, token }: Predication): number {
  const { head = -1, relation = '' } = tree.tokens[token] ?? {};
  return light < 0 && universal(relation) === 'nsubj' && isVerbal(tree.tokens[head]) ? head : light;
}

/** The day of speaking: only what hangs on the reporting verb itself, not on what is said. */
function speakingTime(reading: Reading, tree: Tree, verb: number): Draft['time'] {
  const own = (reading.times[tree.sentence.index] ?? []).filter(
    (t) =>
      !isAhead(reading, t) &&
      !isSince(tree, verb, t) &&
      !isOfParticiple(tree, t) &&
      !isYearOfThing(tree, t, [verb]) &&
      (t.governor === verb || !hasVerbBetween(tree, t.first > verb ? verb : t.last, t.first > verb ? t.first : verb)),
  );
  const [nearest = timeOfSpeech(reading, tree, verb)] = own.toSorted(
    (a, b) => Math.abs(a.first - verb) - Math.abs(b.first - verb),
  );
  // «сообщил сегодня, что до 1 мая цены останутся прежними», nobody knows on what day
  if (nearest && isAdrift(reading, nearest)) return null;
  const found = nearest ? toClaimTime(nearest.expression) : null;
  if (found) return found;
  // «в среду министр ушёл и призвал к выборам»
  const isShared =
    tree.tokens[verb]?.relation === 'conj' &&
    dependents(tree, verb, 'nsubj').length === 0 &&
    !isAddedBehind(tree, verb);
  const ofClause =
    own.length > 0 || isShared ? findActTime(reading, readPredication(tree, verb)) : timeOfWhen(reading, tree, verb);
  return ofClause?.time ?? null;
}

/** «заявил министр, выступая в среду в парламенте», «сказал, отвечая 5 мая на вопросы»: what is said so is said on that day. */
function timeOfSpeech(reading: Reading, tree: Tree, verb: number): PlacedTime | undefined {
  const speeches = dependents(tree, verb, 'advcl').filter(
    (c) => speaking.has(tree.tokens[c]?.lemma ?? '') && tree.tokens[c]?.features.verbForm === 'Conv',
  );
  const words = new Set(speeches.flatMap((c) => subtree(tree, c, (child) => isVerbal(tree.tokens[child]))));
  return (reading.times[tree.sentence.index] ?? []).find(
    (t) => words.has(t.governor) && !isAhead(reading, t) && !isYearOfThing(tree, t, speeches),
  );
}

const speaking: ReadonlySet<string> = new Set(
  lemmaList(`выступать отвечать общаться беседовать находиться обращаться открывать присутствовать пребывать`),
);

/** «родившийся 3 мая 1950 года Верди сказал»: the day of what a participle tells of who speaks, not of what comes out. */
function isOfParticiple(tree: Tree, { governor }: PlacedTime): boolean {
  return isAttribute(tree, governor) && !issuing.has(tree.tokens[governor]?.lemma ?? '');
}

/** «объявил о запрете с 1 мая»: since when something is in force, no day on which somebody said it once. */
function isSince(tree: Tree, verb: number, { expression }: PlacedTime): boolean {
  const { from, to } = toDayRange(expression);
  return from !== null && to === null && tree.tokens[verb]?.features.aspect === 'Perf';
}

/**
 * «сообщил о переносе матча на октябрь», written in July, «объявил о закрытии порта до конца недели»: nobody has spoken on a day that
 * is still to come.
 */
function isAhead({ context: { published } }: Reading, { expression }: PlacedTime): boolean {
  const { from, to } = toDayRange(expression);
  const day = from ?? to;
  const known = published && published.basis !== 'inferred' ? published.to : null;
  return day !== null && known !== null && day > known;
}

/** «отмечается в заявлении, распространённом в пятницу», «сказал в интервью, вышедшем 5 мая»: the day on which the words came out. */
function dayOfPaper(reading: Reading, tree: Tree, token: number): Draft['time'] {
  const told = dependents(tree, token, 'obl', 'nsubj', 'nmod').flatMap((paper) => dependents(tree, paper, 'acl'));
  const issued = new Set(told.filter((c) => issuing.has(tree.tokens[c]?.lemma ?? '')));
  const placed = (reading.times[tree.sentence.index] ?? []).find(
    (t) => issued.has(t.governor) && !isAdrift(reading, t),
  );
  return placed ? toClaimTime(placed.expression) : null;
}

const issuing: ReadonlySet<string> = new Set([...publishing, ...lemmaList(`выйти дать сделать передать показать`)]);

/** «начнёт работу в мае, рассказала посол»: whether a verb or what opens a clause or ends one stands between two words. */
function hasVerbBetween(tree: Tree, from: number, to: number): boolean {
  return tree.tokens
    .slice(from + 1, to)
    .some((t) => t.pos === 'VERB' || t.pos === 'SCONJ' || /^[«»"“”:,—]$/u.test(t.text));
}

function sentenceSpan(reading: Reading, tree: Tree): Span {
  const text = reading.analysis.text;
  let { start, stop } = tree.sentence;
  while (start < stop && /\s/u.test(text[start] ?? '')) start++;
  while (stop > start && /\s/u.test(text[stop - 1] ?? '')) stop--;
  return { start, stop };
}

/** The clause of one of several reporting verbs in a sentence. */
function clauseSpan(tree: Tree, verb: number): Span {
  const under = tree.tokens.flatMap((_, i) => (i === verb || ancestors(tree, i).includes(verb) ? [i] : []));
  const inside = under.slice(under.findIndex((i) => tree.tokens[i]?.kind !== 'punctuation'));
  const first = tree.tokens[Math.min(...inside)];
  const last = tree.tokens[Math.max(...inside)];
  return { start: first?.start ?? tree.sentence.start, stop: last?.stop ?? tree.sentence.stop };
}

/** What stands after the colon of a turn, to the end of its line. */
function turnSpan(reading: Reading, tree: Tree): Span | null {
  const colon = tree.tokens.find((t) => t.text === ':');
  if (!colon) return null;
  const { text } = reading.analysis;
  const end = text.indexOf('\n', colon.stop);
  const start = colon.stop + (/^\s*/u.exec(text.slice(colon.stop))?.[0].length ?? 0);
  return { start, stop: end < 0 ? text.length : end };
}

/** «— Мы готовы. Порт открыт, — сказал посол»: words that dashes alone set off, from the opening of a line to the dash before the verb. */
function dashedSpan(reading: Reading, tree: Tree, verb: number): Span | null {
  const { text } = reading.analysis;
  const start = text.lastIndexOf('\n', sentenceSpan(reading, tree).start - 1) + 1;
  const opens = /^\s?[—–-]\s+/u.exec(text.slice(start, start + 5));
  if (!opens) return null;
  const told = text.slice(start + opens[0].length, tree.tokens[verb]?.start ?? start);
  const said = told.length > longestWords ? undefined : /^(.*[,!?…])\s?[—–-]\s(?:\p{L}+\s){0,3}$/su.exec(told)?.[1];
  return said
    ? { start: start + opens[0].length, stop: start + opens[0].length + said.replace(/,$/u, '').length }
    : null;
}

/** Of the words between dashes, in UTF-16 units. */
const longestWords = 2000;

/** Words in quotation marks that no sentence gives to anybody: whoever spoke last goes on. */
export function makeCarriedQuote(reading: Reading, quotation: Span, speaker: Role): Draft | null {
  const tree = treeAt(reading, quotation.start);
  if (!tree) return null;
  return {
    type: 'statement',
    mode: 'direct',
    quote: reading.analysis.text.slice(quotation.start, quotation.stop),
    status: 'happened',
    force: null,
    time: null,
    roles: [{ ...speaker, span: null }],
    evidence: sentenceSpan(reading, tree),
    rule: 'statement.carried-quote',
    sentence: tree.sentence.index,
    token: 0,
  };
}
