import type { Span } from '../model/span.ts';
import { isBodyNoun } from './body-nouns.data.ts';
import type { Reading } from './reading.ts';
import { talks } from './meeting-frames.data.ts';
import {
  caseAt,
  coordinated,
  dependents,
  firstFrom,
  isOneAmong,
  prepositionOf,
  spanOf,
  subtree,
  tokensInside,
  type Tree,
  universal,
} from './tree.ts';

/**
 * The words of a noun phrase without its relative clauses, appositions and what a comma sets apart («закон о налогах, внесённый
 * кабинетом»): what a role keeps where no mention stands. Its quotation marks go in pairs.
 */
export function phraseSpan(tree: Tree, token: number): Span {
  const others = new Set(coordinated(tree, token).slice(1));
  const words = subtree(tree, token, (child) => {
    const relation = tree.tokens[child]?.relation ?? '';
    const plain = universal(relation);
    return (
      others.has(child) ||
      relation === 'acl:relcl' ||
      isSetApart(tree, token, child) ||
      isOneAmong(tree, child) ||
      isLeaningOnName(tree, token, child) ||
      // «рассказал министр рыболовства агентству»: to whom he says it
      (plain === 'iobj' && child > token && tree.tokens[token]?.features.animacy === 'Anim') ||
      // «депутаты на заседании», «лидеры Варонии при посредничестве союза»
      isBystanding(tree, token, child) ||
      isWithinTalks(tree, child) ||
      isCountedManner(tree, token, child) ||
      // «примут участие также послы», «всего страны подписали», «запрещён даже вылов»
      (/^(?:также|тоже|всего|окончательно|даже|и)$/u.test(tree.tokens[child]?.norm ?? '') && child < token) ||
      // «среди которых — решение о пошлинах»: what has its preposition before the noun is told of it, not named by it.
      (child < token && tree.tokens[child]?.head === token && prepositionOf(tree, child) !== null) ||
      (['case', 'punct', 'cc', 'mark', 'parataxis', 'advcl', 'discourse', 'cop', 'aux', 'conj'].includes(plain) &&
        tree.tokens[child]?.head === token)
    );
  });
  return withBothMarks(tree, spanOf(tree, words));
}

/** «в Ольмаре 5 мая», «лесных пожаров в июне»: a time that ends a phrase is no part of it. Where the rest ends. */
export function stopBeforeTime(reading: Reading, tree: Tree, token: number, stop: number): number {
  const time = (reading.times[tree.sentence.index] ?? []).find(
    (t) => t.first > token && (tree.tokens[t.last]?.stop ?? 0) >= stop && (tree.tokens[t.first]?.start ?? stop) < stop,
  );
  if (!time) return stop;
  const before = tree.tokens[time.first - 1]?.pos === 'ADP' ? time.first - 2 : time.first - 1;
  return tree.tokens[Math.max(before, token)]?.stop ?? stop;
}

/**
 * «договор о торговле, заключённый в мае», «меры, нужные для торговли», «согласованный министрами в мае договор»: participles and
 * adjectives with words of their own.
 */
function isSetApart(tree: Tree, noun: number, child: number): boolean {
  const word = tree.tokens[child];
  const isAdjective = word?.pos === 'ADJ' && word.relation === 'acl' && child > noun;
  if (word?.features.verbForm !== 'Part' && !isAdjective) return false;
  return child > noun ? tree.tokens[child - 1]?.text === ',' : word.head === noun && hasOwnWords(tree, child);
}

/** Where people are, whither or with whose help, or what a body speaks of, which does not say who they are. */
function isBystanding(tree: Tree, people: number, child: number): boolean {
  const { lemma = '', head, relation = '' } = tree.tokens[child] ?? {};
  const { lemma: noun = '', features: { animacy, number } = {} } = tree.tokens[people] ?? {};
  if ((animacy !== 'Anim' && !isBodyNoun(noun)) || universal(relation) !== 'nmod') return false;
  const preposition = prepositionOf(tree, child);
  // «с рыбаками о ценах», «делегация по поводу рыбы»
  if (head === people && matters.has(preposition ?? '')) return true;
  if (animacy !== 'Anim' || number !== 'Plur') return false;
  // «отправка моряков в Варонию»
  if (head === people && preposition === 'в' && caseAt(tree, child) === 'Acc') return true;
  const isAt = head === people && preposition === 'на' && caseAt(tree, child) === 'Loc' && talks.includes(lemma);
  return isAt || (preposition === 'при' && /^(?:посредничество|участие|содействие|поддержка)$/u.test(lemma));
}

/** «переданы заказчику тремя партиями»: in how many goes, not whose. */
function isCountedManner(tree: Tree, noun: number, child: number): boolean {
  const isBare = prepositionOf(tree, child) === null && caseAt(tree, child) === 'Ins' && caseAt(tree, noun) !== 'Ins';
  return isBare && child > noun && dependents(tree, child, 'nummod').length > 0;
}

/** «подписали договор на полях саммита», «перемирие после двух раундов переговоров»: when and where, which does not say what. */
function isWithinTalks(tree: Tree, child: number): boolean {
  const { lemma = '', features } = tree.tokens[child] ?? {};
  const preposition = prepositionOf(tree, child) ?? '';
  if (lemma === 'поле') return features?.number === 'Plur' && preposition === 'на';
  return /^(?:в ходе|во время|после)$/u.test(preposition) && talks.includes(lemma);
}

const matters: ReadonlySet<string> = new Set(['о', 'об', 'обо', 'по поводу', 'по вопросу', 'насчет', 'относительно']);

function hasOwnWords(tree: Tree, participle: number): boolean {
  return dependents(tree, participle, 'obl', 'obj', 'nmod').length > 0;
}

/** ««пакет Ренна», принятый в мае»: a mark that opens right before the words or closes right behind them is theirs. */
function withBothMarks(tree: Tree, { start, stop }: Span): Span {
  const within = tokensInside(tree, { start, stop });
  const countOf = (mark: string): number => within.filter((t) => t.text === mark).length;
  const opened = countOf('«') - countOf('»');
  const before = tree.tokens[firstFrom(tree, start) - 1];
  const behind = tree.tokens[firstFrom(tree, stop)];
  if (opened < 0 && before?.text === '«') return { start: before.start, stop };
  return opened > 0 && behind?.text === '»' ? { start, stop: behind.stop } : { start, stop };
}

/** «в Ольмаре с Лосским», «передал Варонии партию»: what the tree hangs on a name and no name holds. */
function isLeaningOnName(tree: Tree, name: number, child: number): boolean {
  const word = tree.tokens[child];
  if (tree.tokens[name]?.pos !== 'PROPN' || word?.head !== name || universal(word.relation) !== 'nmod') return false;
  return word.features.case === 'Acc' || ['с', 'со'].includes(prepositionOf(tree, child) ?? '');
}
