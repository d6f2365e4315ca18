import type { Role } from '../model/claim.ts';
import { lemmaList } from './lemma-list.ts';
import { isText, speaksItself } from './document-words.ts';
import { readPredication } from './predications.ts';
import { insideSpeech } from './quoted-speech.ts';
import type { Reading } from './reading.ts';
import { doesNotSpeak } from './speech-act.ts';
import {
  needsContent,
  sourceNouns,
  speechActOf,
  speechNouns,
  speechPhrases,
  spokenWhenNegated,
  namelessSources,
} from './reporting.data.ts';
import { isMedia, isMediaNoun } from './outlets.ts';
import { isOneOrSomeOf, isSomeOf, kindAt } from './roles.ts';
import {
  canSpeak,
  hasContent,
  isJudged,
  isPerson,
  isSetOffByAs,
  laysToCause,
  namesSomething,
  speakersOf,
} from './speakers.ts';
import { isNegated } from './clause.ts';
import {
  ancestors,
  coordinated,
  dependents,
  genitivesOf,
  isFullParticiple,
  isVerbal,
  prepositionOf,
  type Tree,
  universal,
} from './tree.ts';
import { agrees, goesOnAbout, subjectBefore } from './who-acts.ts';

/** What gives a sentence a speaker, before quotation and evidence are settled. */
export interface Attributing {
  readonly rule: string;
  /** The reporting verb, or the noun of «по словам». */
  readonly token: number;
  readonly speakers: readonly number[];
  /** Where the speaker carries on from an earlier sentence. */
  readonly carried: Role | null;
  /** An outlet or agency that only passes on. */
  readonly media: boolean;
}

/** Words told at a token, by whoever speaks; none where nobody does. */
export function saidBy(rule: string, token: number, speakers: readonly number[]): readonly Attributing[] {
  return speakers.length > 0 ? [{ rule, token, speakers, carried: null, media: false }] : [];
}

/** «сделал заявление», not «сделает», not «не сделал»: a verb by which the text itself, and no quotation, tells of words. */
export function isToldVerb(reading: Reading, tree: Tree, verb: number): boolean {
  const token = tree.tokens[verb];
  const isPlain = token?.features.verbForm === 'Fin' && token.features.tense !== 'Fut';
  return isPlain && !insideSpeech(reading, token) && !isNegated(tree, verb);
}

/** «заявил министр», «сообщили в ведомстве», «как отметила посол», «об этом рассказал президент» */
export function findReportingVerbs(reading: Reading, tree: Tree): readonly Attributing[] {
  const found: Attributing[] = [];
  for (const [i, token] of tree.tokens.entries()) {
    const lemma = reportingLemma(tree, i);
    if (lemma === null || token.features.verbForm === 'Inf' || isFullParticiple(token)) continue;
    if (insideSpeech(reading, token) || (isNegated(tree, i) && !spokenWhenNegated.has(lemma))) continue;
    // «выступит с заявлением», «заявит»: words that are still to come
    if (token.features.tense === 'Fut' || token.features.mood === 'Imp' || isSupposed(tree, i)) continue;
    if (token.features.verbForm === 'Conv' && (isSaidAbove(reading, tree, token.head) || isOfAside(tree, i))) continue;
    const named = quotedBy(reading, tree, i) ?? speakersOf(reading, tree, i);
    const above = named.length > 0 ? named : authorAbove(reading, tree, i);
    const speakers = above.length > 0 ? above : subjectAbove(reading, tree, i);
    const carried = speakers.length > 0 ? null : speakerBefore(reading, tree, i);
    if (speakers.length === 0 && !carried) continue;
    const isAside = token.relation === 'acl:relcl' && !isSetOffByAs(tree, i);
    if (isAside && !carried && speakers.every((x) => isMedia(reading, tree, x))) continue;
    if (needsContent(lemma) && !says(reading, tree, i)) continue;
    if (!carried && isActOfBody(reading, tree, i, speakers)) continue;
    if (token.lemma.startsWith('продолж') && dependents(tree, i, 'obj', 'xcomp').length > 0) continue;
    found.push({
      rule: 'statement.verb',
      token: i,
      speakers,
      carried,
      media: !carried && speakers.every((s) => isMedia(reading, tree, s)),
    });
  }
  return found;
}

/** «сказал бы», «если посол признаёт», «чтобы министр заявил»: words that nobody has said. */
function isSupposed(tree: Tree, verb: number): boolean {
  return (tree.children[verb] ?? []).some((c) => /^(?:бы?|если|чтобы)$/u.test(tree.tokens[c]?.norm ?? ''));
}

/** «заявил, добавив, что»: the verb above a participle says it already. */
function isSaidAbove(reading: Reading, tree: Tree, head: number): boolean {
  const lemma = isVerbal(tree.tokens[head]) ? (tree.tokens[head]?.lemma ?? '') : '';
  return speechActOf(lemma) !== null && !isNegated(tree, head) && (!needsContent(lemma) || says(reading, tree, head));
}

/** «Как пишет газета, ссылаясь на врачей, посол здоров»: it is said of who writes, wherever the parser hangs it. */
function isOfAside(tree: Tree, converb: number): boolean {
  return isSetOffByAs(
    tree,
    tree.tokens.findLastIndex((t, i) => i < converb && isVerbal(t)),
  );
}

/** «цитирует газета посла», «приводит его слова»: who is quoted speaks, not who quotes; `null` for other verbs. */
function quotedBy(reading: Reading, tree: Tree, verb: number): readonly number[] | null {
  if (!/^(?:про)?цитировать$/u.test(reportingLemma(tree, verb) ?? '')) return null;
  const words = wordsGiven(tree, verb);
  const objects = readPredication(tree, verb)
    .patients.filter((o) => o !== words)
    .concat(words < 0 ? [] : [words]);
  // «посол, которого цитирует газета»: he speaks in the clause above
  if (objects.some((o) => tree.tokens[o]?.lemma === 'который')) return [];
  const speakers = objects.flatMap((o) =>
    tree.tokens[o]?.lemma === 'слово' ? genitivesOf(tree, o) : canSpeak(reading, tree, o) ? [o] : [],
  );
  if (speakers.length > 0) return speakers;
  // «цитирует газета „Вестник“ министра»: the parser hangs the words after a name on it
  const quoted = (reading.mentions[tree.sentence.index] ?? []).filter(
    (m) => m.kind === 'person' && m.head > verb && ['Gen', 'Acc'].includes(tree.tokens[m.head]?.features.case ?? ''),
  );
  return quoted.length > 0 ? quoted.map((m) => m.head) : null;
}

/** «направил письмо, в котором поблагодарил»: who sends or publishes a text says what stands in it. */
function authorAbove(reading: Reading, tree: Tree, verb: number): readonly number[] {
  const word = tree.tokens[verb];
  const text = word?.relation === 'acl:relcl' ? word.head : -1;
  const p = readPredication(tree, verb);
  const inIt = p.obliques.some((o) => tree.tokens[o.token]?.lemma === 'который');
  if (!word || !inIt || p.agents.length > 0 || !goesOnAbout(word) || !isText(tree.tokens[text]?.lemma ?? '')) return [];
  const above = readPredication(tree, tree.tokens[text]?.head ?? -1);
  return above.patients.includes(text) ? above.agents.filter((a) => canSpeak(reading, tree, a)) : [];
}

/**
 * «Известно, что она уехала, а позже заявила, что», «партия не голосовала, хотя выражала готовность»: the subject that stands last
 * before a verb of the past without one.
 */
function subjectAbove(reading: Reading, tree: Tree, verb: number): readonly number[] {
  const word = tree.tokens[verb];
  if (!word || !/^(?:conj|advcl)$/u.test(universal(word.relation)) || !goesOn(reading, tree, verb)) return [];
  const subject = tree.tokens.findLastIndex((t, i) => i < verb && universal(t.relation) === 'nsubj');
  return canSpeak(reading, tree, subject) && agrees(tree, subject, word) ? [subject] : [];
}

/**
 * «Верди возглавил порт. Позже заявил, что его закроют»: the one whom the sentences before are about, where nothing before the
 * verb stands in the nominative: a subject that the parser hung elsewhere speaks itself.
 */
function speakerBefore(reading: Reading, tree: Tree, verb: number): Role | null {
  const named = tree.tokens.slice(0, verb).some((t) => t.features.case === 'Nom' && t.features.verbForm === undefined);
  return named || !goesOn(reading, tree, verb) ? null : subjectBefore(reading, readPredication(tree, verb), 'speaker');
}

/** Whether words, what is judged or what something is called stand under a verb. */
function says(reading: Reading, tree: Tree, verb: number): boolean {
  const isTold = hasContent(reading, tree, verb) && !intends(tree, verb);
  return (
    isTold || isJudged(tree, verb) || givesWords(tree, verb) || namesSomething(tree, verb) || threatens(tree, verb)
  );
}

/** «грозит соседям санкциями»: with what, which the parser may hang on whom. */
function threatens(tree: Tree, verb: number): boolean {
  if (!/^(?:грозить|угрожать)$/u.test(tree.tokens[verb]?.lemma ?? '')) return false;
  const under = dependents(tree, verb, 'obl', 'iobj');
  return [...under, ...under.flatMap((c) => dependents(tree, c, 'nmod'))].some(
    (c) => tree.tokens[c]?.features.case === 'Ins' && prepositionOf(tree, c) === null,
  );
}

/** A verb of the past in the singular that has no subject, but words that are said. */
function goesOn(reading: Reading, tree: Tree, verb: number): boolean {
  const p = readPredication(tree, verb);
  const told = tree.tokens[verb];
  const saysIt = isJudged(tree, verb) || hasContent(reading, tree, verb);
  return told !== undefined && !p.passive && p.agents.length === 0 && goesOnAbout(told) && saysIt;
}

/** «рассчитывает продать»: with an infinitive these tell an intention, not words. */
function intends(tree: Tree, verb: number): boolean {
  if (!intents.has(tree.tokens[verb]?.lemma ?? '')) return false;
  const children = tree.children[verb] ?? [];
  return children.some((c) => tree.tokens[c]?.features.verbForm === 'Inf' && tree.tokens[c]?.relation === 'xcomp');
}

const intents: ReadonlySet<string> = new Set(lemmaList(`рассчитывать думать опасаться согласиться соглашаться`));

/** The lemma of a verb of reporting, or of «уверен», «убеждён», «согласен» as the predicate; `null` for other words. */
function reportingLemma(tree: Tree, at: number): string | null {
  const token = tree.tokens[at];
  if (!token) return null;
  if (token.lemma === 'приводить' || token.lemma === 'привести') return givesWords(tree, at) ? 'цитировать' : null;
  if (certain.has(token.norm)) return 'уверен';
  if (agreeing.has(token.norm) && token.pos === 'ADJ') return 'согласный';
  if (!isVerbal(token) || !speechActOf(token.lemma)) return null;
  return (binding.has(token.lemma) && !laysToCause(tree, at)) || doesNotSpeak(tree, at) ? null : token.lemma;
}

/** «агентство приводит слова посла» */
function givesWords(tree: Tree, verb: number): boolean {
  return wordsGiven(tree, verb) >= 0;
}

/** The token of «слова» under a verb, wherever the parser hangs it; -1. */
function wordsGiven(tree: Tree, verb: number): number {
  return tree.tokens.findIndex(
    (t, i) =>
      t.lemma === 'слово' &&
      Math.abs(i - verb) < farthestWords &&
      prepositionOf(tree, i) === null &&
      /^(?:Nom|Acc)$/u.test(t.features.case ?? '') &&
      ancestors(tree, i).slice(0, 2).includes(verb),
  );
}

const farthestWords = 8;

const certain: ReadonlySet<string> = new Set(
  lemmaList(`уверен уверена уверено уверены убежден убеждена убеждено убеждены`),
);
const agreeing: ReadonlySet<string> = new Set(lemmaList(`согласен согласна согласно согласны`));
const binding: ReadonlySet<string> = new Set(lemmaList(`связать связывать`));

/** «Варония предложила заключить договор»: a state or a body that offers or promises to do acts more than it speaks. */
function isActOfBody(reading: Reading, tree: Tree, verb: number, speakers: readonly number[]): boolean {
  if (!offers.has(tree.tokens[verb]?.lemma ?? '')) return false;
  const infinitive = dependents(tree, verb, 'xcomp').length > 0;
  const promised = promises.has(tree.tokens[verb]?.lemma ?? '');
  const acting = (s: number): boolean => {
    const kind = kindAt(reading, tree, s) ?? '';
    return promised ? kind === 'state' : !['person', 'post'].includes(kind) && !isPerson(tree, s);
  };
  return infinitive && speakers.every(acting);
}

const promises: ReadonlySet<string> = new Set(lemmaList(`обещать пообещать гарантировать`));

const offers: ReadonlySet<string> = new Set(lemmaList(`предложить предлагать обещать пообещать гарантировать`));

/** «ведомство опубликовало комментарий», «президент сделал заявление», «выступил с обращением» */
export function findSpeechNouns(reading: Reading, tree: Tree): readonly Attributing[] {
  const excerpt = excerptOf(reading, tree);
  if (excerpt.length > 0) return excerpt;
  return tree.tokens.flatMap((token, i): readonly Attributing[] => {
    const words = speechPhrases.get(token.lemma);
    if (!words || !isToldVerb(reading, tree, i)) return [];
    const p = readPredication(tree, i);
    // «по заявлениям послов, Варония сделала шаг вперёд»: theirs, not hers
    const carried = p.obliques.filter((o) => o.preposition !== 'по');
    const under = [...p.patients, ...carried.map((o) => o.token), ...dependents(tree, i, 'xcomp')];
    const said = under.some((o) => isOneOrSomeOf(tree, o, words));
    // «в министерстве выступили с опровержением»
    const isPlural = p.agents.length === 0 && token.features.number === 'Plur';
    const named = isPlural ? speakersOf(reading, tree, i) : p.agents;
    const speakers = named.filter((a) => canSpeak(reading, tree, a));
    return said ? saidBy('statement.speech-noun', i, speakers) : [];
  });
}

/** «Из заявления МИД Италии: „…“»: a text and whose it is lead to its words. */
function excerptOf(reading: Reading, tree: Tree): readonly Attributing[] {
  if (tree.tokens[0]?.norm !== 'из') return [];
  const text = tree.tokens.findIndex((t) => t.kind === 'word' && t.features.case === 'Gen' && speechNouns.has(t.lemma));
  const colon = tree.tokens.findIndex((t) => t.text === ':');
  const leads = text >= 0 && text < colon;
  if (!leads || tree.tokens.slice(0, colon).some((t) => t.features.verbForm === 'Fin')) return [];
  const speakers = genitivesOf(tree, text).filter((c) => c < colon && canSpeak(reading, tree, c));
  return saidBy('statement.speech-noun', text, speakers);
}

/** «По словам министра, …», «по данным ведомства» */
export function findSourcePhrases(reading: Reading, tree: Tree): readonly Attributing[] {
  const found: Attributing[] = [];
  for (const [i, token] of tree.tokens.entries()) {
    const isOwn = isOwnSource(reading, tree, i);
    if ((!isOwn && (token.pos !== 'NOUN' || !isSource(tree, i))) || insideSpeech(reading, token)) continue;
    if (isOwn) {
      found.push(...saidBy('statement.according-to', i, coordinated(tree, i)));
      continue;
    }
    const speakers = dependents(tree, i, 'nmod', 'det', 'amod').filter(
      (c) =>
        tree.tokens[c]?.features.case !== 'Dat' &&
        (speaks(reading, tree, c) || /^(?:DET|PRON)$/u.test(tree.tokens[c]?.pos ?? '')),
    );
    const named = speakers.filter((s) => speaks(reading, tree, s) || kindAt(reading, tree, s) !== null);
    if (named.length === 0) {
      if (isNamelessSource(tree, i))
        found.push({ ...speaksItself(reading, tree, i, i), rule: 'statement.according-to' });
      continue;
    }
    found.push({
      rule: 'statement.according-to',
      token: i,
      speakers: named.slice(0, 1).flatMap((s) => coordinated(tree, s)),
      carried: null,
      media: false,
    });
  }
  return found;
}

/** «по словам посла», «по мнению ряда экспертов» */
function speaks(reading: Reading, tree: Tree, token: number): boolean {
  return canSpeak(reading, tree, token) || isPerson(tree, token) || isSomeOf(reading, tree, token);
}

/** «По предварительным данным, погибли двое», «По опросам, победит Верди»: what opens a sentence, of some kind, of nobody. */
function isNamelessSource(tree: Tree, token: number): boolean {
  const { lemma = '' } = tree.tokens[token] ?? {};
  const isOfKind = lemma === 'опрос' || dependents(tree, token, 'amod').length > 0;
  const opens = token <= 2 && tree.tokens[0]?.norm === 'по' && tree.tokens[token + 1]?.text === ',';
  return namelessSources.has(lemma) && isOfKind && opens;
}

/** «согласно газете», «согласно МИД Италии», «если верить послу»: who speaks, without a word for what is said. */
function isOwnSource(reading: Reading, tree: Tree, token: number): boolean {
  const { head = -1, features } = tree.tokens[token] ?? {};
  const trusted = tree.tokens[head]?.norm === 'верить' && features?.case === 'Dat' && isIf(tree, head);
  if (!trusted && prepositionOf(tree, token) !== 'согласно') return false;
  const kind = kindAt(reading, tree, token) ?? '';
  const isNamed = kind === 'person' || kind === 'organisation' || kind === 'state';
  return isNamed || isMediaNoun(tree, token) || isPerson(tree, token) || isInformant(tree, token);
}

function isInformant(tree: Tree, token: number): boolean {
  return /^(?:источник|собеседник)$/u.test(tree.tokens[token]?.lemma ?? '');
}

function isIf(tree: Tree, verb: number): boolean {
  return dependents(tree, verb, 'mark').some((c) => tree.tokens[c]?.norm === 'если');
}

/** «по словам», «со слов», «по данным», «согласно отчёту», «согласно решению суда» */
function isSource(tree: Tree, token: number): boolean {
  const lemma = tree.tokens[token]?.lemma ?? '';
  const preposition = prepositionOf(tree, token);
  if (preposition === 'со' || preposition === 'с')
    return lemma === 'слово' && tree.tokens[token]?.features.case === 'Gen';
  // «на взгляд посла»
  if (preposition === 'на') return lemma === 'взгляд' && tree.tokens[token]?.features.case === 'Acc';
  return preposition === 'по'
    ? sourceNouns.has(lemma)
    : ['согласно', 'в соответствии с', 'судя по'].includes(preposition ?? '') &&
        (sourceNouns.has(lemma) || speechNouns.has(lemma) || lemma === 'решение');
}

/** «Верди: переговоры продолжатся» as a headline */
export function findHeadlineSpeaker(reading: Reading, tree: Tree): readonly Attributing[] {
  if (tree.sentence.index !== 0) return [];
  const colon = tree.tokens.findIndex((t) => t.text === ':');
  if (colon < 1 || colon > 5 || tree.tokens.length - colon < 4) return [];
  // «Варония: выборы отложены»: what it is about
  const isTopic = (i: number): boolean => ['state', 'place'].includes(kindAt(reading, tree, i) ?? '');
  const speaker = tree.tokens.findIndex(
    (t, i) => i < colon && canSpeak(reading, tree, i) && !isTopic(i) && t.features.case !== 'Gen',
  );
  const told = tree.tokens.slice(0, colon).some((t) => t.pos === 'VERB' || t.pos === 'ADP');
  if (speaker < 0 || told) return [];
  return saidBy('statement.headline', speaker, [speaker]);
}

/** «Верди: Мы готовы.» as a turn of an interview: a name and a colon open a line. */
export function findTurn(reading: Reading, tree: Tree): readonly Attributing[] {
  const text = reading.analysis.text;
  const opensLine =
    tree.sentence.start > 0 && /\n\s*$/u.test(text.slice(Math.max(0, tree.sentence.start - 3), tree.sentence.start));
  if (!opensLine) return [];
  const colon = tree.tokens.findIndex((t) => t.text === ':');
  if (colon < 1 || colon > 8 || tree.tokens.slice(0, colon).some((t) => t.pos === 'VERB')) return [];
  // «The Port Times: „Порт закрыт“»
  const kinds = /^[«"“„]$/u.test(tree.tokens[colon + 1]?.text ?? '') ? quotedTurn : turn;
  const speaker = tree.tokens.findIndex(
    (t, i) => i < colon && kinds.has(kindAt(reading, tree, i) ?? '') && t.features.case !== 'Gen',
  );
  const asks = tree.tokens.at(-1)?.text === '?';
  const isOutlet = kinds === turn && speaker >= 0 && isMedia(reading, tree, speaker);
  if (speaker < 0 || asks || isOutlet) return [];
  return saidBy('statement.turn', speaker, [speaker]);
}

const turn: ReadonlySet<string> = new Set(['person', 'post']);
const quotedTurn: ReadonlySet<string> = new Set([...turn, 'organisation']);
