import { lemmaList } from './lemma-list.ts';
import { readPredication } from './predications.ts';
import type { Reading } from './reading.ts';
import { canSpeak } from './speakers.ts';
import { speaksItself } from './document-words.ts';
import { type Attributing, isToldVerb, saidBy } from './statement-rules.ts';
import { isOneOrSomeOf } from './roles.ts';
import { coordinated, dependents, genitivesOf, prepositionOf, type Tree } from './tree.ts';

/** «В прессе появились сведения, что порт закроют», «ходили слухи о ракетах»: words that come up, from the place or the body named. */
export function findRumours(reading: Reading, tree: Tree): readonly Attributing[] {
  return tree.tokens.flatMap((token, i): readonly Attributing[] => {
    if (!arising.has(token.lemma) || !isToldVerb(reading, tree, i)) return [];
    const p = readPredication(tree, i);
    const words = p.agents.find((a) => heard.has(tree.tokens[a]?.lemma ?? '') && hasSubject(tree, a, i));
    // «сообщение поступило в полицию»: whom it reached
    const reached = p.obliques.some((o) => o.case === 'Acc' && /^во?$/u.test(o.preposition ?? ''));
    if (words === undefined || reached) return [];
    const from = p.obliques.find(
      ({ token: t, preposition, case: declined }) =>
        /^(?:из|во?|от|среди)$/u.test(preposition ?? '') &&
        declined !== 'Acc' &&
        (canSpeak(reading, tree, t) || circles.has(tree.tokens[t]?.lemma ?? '')),
    );
    return from
      ? saidBy('statement.heard', i, [from.token])
      : [{ ...speaksItself(reading, tree, i, words), rule: 'statement.heard' }];
  });
}

/** «Решение вызвало критику со стороны Франции», «вызвало протест посла»: whose words a deed calls forth. */
export function findReactions(reading: Reading, tree: Tree): readonly Attributing[] {
  return tree.tokens.flatMap((token, i): readonly Attributing[] => {
    if (!calling.has(token.lemma) || !isToldVerb(reading, tree, i)) return [];
    const p = readPredication(tree, i);
    const words = (token.lemma === 'вызвать' ? p.patients : p.agents).filter((w) => isOneOrSomeOf(tree, w, reactions));
    const first = words.flatMap((w) => whoseReaction(tree, w)).filter((s) => canSpeak(reading, tree, s));
    const speakers = first.flatMap((s) => coordinated(tree, s));
    return saidBy('statement.heard', i, speakers);
  });
}

/** «критика со стороны Франции», «протест Франции» */
function whoseReaction(tree: Tree, words: number): readonly number[] {
  const side = dependents(tree, words, 'nmod').find(
    (c) => tree.tokens[c]?.norm === 'стороны' && prepositionOf(tree, c) === 'со',
  );
  return genitivesOf(tree, side ?? words);
}

const calling: ReadonlySet<string> = new Set(lemmaList(`вызвать прозвучать последовать раздаться`));
const reactions: ReadonlySet<string> = new Set(
  lemmaList(`
    критика осуждение протест возражение упрек обвинение похвала отповедь предостережение предупреждение призыв
  `),
);

/** «слухи о ракетах», «информация о том, что», «сообщения, что»: of what the words are. */
function hasSubject(tree: Tree, words: number, verb: number): boolean {
  const about = dependents(tree, words, 'nmod').some((c) => /^об?о?$/u.test(prepositionOf(tree, c) ?? ''));
  return about || [words, verb].some((t) => dependents(tree, t, 'ccomp', 'acl', 'csubj').length > 0);
}

const arising: ReadonlySet<string> = new Set(
  lemmaList(`
    появиться появляться поступить поступать прозвучать звучать распространиться распространяться ходить циркулировать
    курсировать просочиться
  `),
);
const heard: ReadonlySet<string> = new Set(
  lemmaList(`слух информация сообщение заявление сведение данные утверждение предположение призыв обвинение`),
);
const circles: ReadonlySet<string> = new Set(lemmaList(`круг пресса сеть интернет среда соцсеть общество`));
