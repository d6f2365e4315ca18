import type { Role } from '../model/claim.ts';
import { isNegated } from './clause.ts';
import { isText } from './document-words.ts';
import { lemmaList } from './lemma-list.ts';
import { isMedia } from './outlets.ts';
import { readPredication } from './predications.ts';
import { insideSpeech } from './quoted-speech.ts';
import type { Reading } from './reading.ts';
import { needsContent, speechActOf, speechNouns, spokenWhenNegated } from './reporting.data.ts';
import { kindAt } from './roles.ts';
import { canSpeak, isPerson, speakersOf } from './speakers.ts';
import { doesNotSpeak } from './speech-act.ts';
import { hasContent, isJudged, isSetOffByAs, laysToCause, namesSomething } from './speech-content.ts';
import type { Attributing } from './statement-rules.ts';
import {
  ancestors,
  dependents,
  genitivesOf,
  isFullParticiple,
  isVerbal,
  prepositionOf,
  type Tree,
  universal,
} from './tree.ts';
import { agrees, goesOnAbout, subjectBefore } from './who-acts.ts';

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
    const isAside = (token.relation === 'acl:relcl' && !isSetOffByAs(tree, i)) || passesWordsOfOther(tree, i);
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
  const speakers = objects.flatMap((o) => {
    const { lemma = '' } = tree.tokens[o] ?? {};
    // «цитирует газета заявление ведомства»
    if (lemma === 'слово' || speechNouns.has(lemma)) return genitivesOf(tree, o);
    return canSpeak(reading, tree, o) ? [o] : [];
  });
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

/** «сказал посол, слова которого передаёт „Вестник“» */
function passesWordsOfOther(tree: Tree, verb: number): boolean {
  const words = wordsGiven(tree, verb);
  return genitivesOf(tree, words).some((c) => tree.tokens[c]?.lemma === 'который');
}

/**
 * The token of «слова» under a verb, wherever the parser hangs it: also «цитирует агентство слова посла» on who quotes; of the text in
 * «приводит агентство сообщение ведомства»; -1.
 */
function wordsGiven(tree: Tree, verb: number): number {
  const { lemma, features } = tree.tokens[verb] ?? {};
  const isGiving = /^прив(?:одить|ести)$/u.test(lemma ?? '') && features?.person === '3';
  return tree.tokens.findIndex(
    (t, i) =>
      (t.lemma === 'слово' || (isGiving && speechNouns.has(t.lemma))) &&
      Math.abs(i - verb) < farthestWords &&
      prepositionOf(tree, i) === null &&
      (/^(?:Nom|Acc)$/u.test(t.features.case ?? '') || t.head === i - 1) &&
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
