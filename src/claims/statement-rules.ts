import type { Role } from '../model/claim.ts';
import { isNegated } from './clause.ts';
import { speaksItself } from './document-words.ts';
import { isMedia, isMediaNoun } from './outlets.ts';
import { readPredication } from './predications.ts';
import { insideSpeech } from './quoted-speech.ts';
import type { Reading } from './reading.ts';
import { namelessSources, sourceNouns, speechNouns, speechPhrases } from './reporting.data.ts';
import { isOneOrSomeOf, isSomeOf, kindAt } from './roles.ts';
import { canSpeak, isPerson, speakersOf } from './speakers.ts';
import { coordinated, dependents, genitivesOf, prepositionOf, type Tree } from './tree.ts';
import { createTriggers } from './triggers.ts';

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

/** «ведомство опубликовало комментарий», «президент сделал заявление», «выступил с обращением» */
export function findSpeechNouns(reading: Reading, tree: Tree): readonly Attributing[] {
  const excerpt = excerptOf(reading, tree);
  if (excerpt.length > 0) return excerpt;
  return findSpeechVerbs(tree).flatMap(({ token: i, of: words }): readonly Attributing[] => {
    if (!isToldVerb(reading, tree, i)) return [];
    const p = readPredication(tree, i);
    // «по заявлениям послов, Варония сделала шаг вперёд»: theirs, not hers
    const carried = p.obliques.filter((o) => o.preposition !== 'по');
    const under = [...p.patients, ...carried.map((o) => o.token), ...dependents(tree, i, 'xcomp')];
    const said = under.some((o) => isOneOrSomeOf(tree, o, words));
    // «в министерстве выступили с опровержением»
    const isPlural = p.agents.length === 0 && tree.tokens[i]?.features.number === 'Plur';
    const named = isPlural ? speakersOf(reading, tree, i) : p.agents;
    const speakers = named.filter((a) => canSpeak(reading, tree, a));
    return said ? saidBy('statement.speech-noun', i, speakers) : [];
  });
}

const findSpeechVerbs = createTriggers(speechPhrases);

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
  const mayBeOwn = tree.tokens.some(({ norm }) => norm === accordingTo || norm === believing);
  for (const [i, token] of tree.tokens.entries()) {
    const isOwn = mayBeOwn && isOwnSource(reading, tree, i);
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
      // «по словам посла Верди, механизм разработают»: the parser may hang the subject of the clause on him
      speakers: named
        .slice(0, 1)
        .flatMap((s) => coordinated(tree, s).filter((c) => c === s || speaks(reading, tree, c))),
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

const accordingTo = 'согласно';
const believing = 'верить';

/** «согласно газете», «согласно МИД Италии», «если верить послу»: who speaks, without a word for what is said. */
function isOwnSource(reading: Reading, tree: Tree, token: number): boolean {
  const { head = -1, features } = tree.tokens[token] ?? {};
  const trusted = tree.tokens[head]?.norm === believing && features?.case === 'Dat' && isIf(tree, head);
  if (!trusted && prepositionOf(tree, token) !== accordingTo) return false;
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
