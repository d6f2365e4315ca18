import type { Mention, Sentence } from '../../analysis.ts';
import { metonyms } from '../gazetteer/gazetteer.ts';
import type { Resolution } from './drafts.ts';
import { headOf, link } from './drafts.ts';
import { chainOfKnown, stateOfCapital } from './join-names.ts';

const metonymByName = new Map(metonyms.map((metonym) => [metonym.name, metonym]));

/**
 * Capitals and seats that act for their state: «Минск заявил», «позиция Вашингтона», «между Москвой и Пекином», «в Кремле
 * заявили». A capital that is only a place («прибыл в Минск») is left to the names of places.
 */
export function joinMetonyms(it: Resolution): void {
  for (const [i, mention] of it.mentions.entries()) {
    if (mention.form !== 'name') continue;
    const seat = metonymByName.get(mention.name);
    const state = mention.kind === 'place' ? stateOfCapital(mention.name) : null;
    if (seat && (acts(it, mention) || mention.kind !== 'place')) {
      link(it, i, chainOfKnown(it, seat.of), `metonym: ${seat.reason}`);
    } else if (state && acts(it, mention)) {
      link(it, i, chainOfKnown(it, state), 'metonym: capital for its state');
    }
  }
}

/** Nouns whose genitive acts: «позиция Москвы», «отношения Минска и Киева». */
const actingNouns = new Set([
  'позиция',
  'отношение',
  'отношения',
  'власть',
  'сторона',
  'предложение',
  'требование',
  'решение',
  'политика',
  'интерес',
  'заявление',
  'ответ',
  'слово',
  'мнение',
  'союзник',
  'партнер',
  'влияние',
  'инициатива',
  'действие',
  'согласие',
  'поддержка',
  'представитель',
  'угроза',
  'давление',
  'план',
  'обязательство',
  'диалог',
  'переговоры',
  'сотрудничество',
  'участие',
  'отказ',
]);

const speechVerbs = new Set([
  'заявить',
  'заявлять',
  'сообщить',
  'сообщать',
  'отметить',
  'отмечать',
  'подчеркнуть',
  'подтвердить',
  'опровергнуть',
  'считать',
  'полагать',
  'ожидать',
  'надеяться',
  'признать',
  'объявить',
  'пообещать',
  'предупредить',
  'осудить',
  'назвать',
  'рассчитывать',
  'призвать',
  'уточнить',
  'пояснить',
  'рассказать',
  'ответить',
  'отвергнуть',
  'потребовать',
  'предложить',
  'напомнить',
]);

function acts(it: Resolution, mention: Mention): boolean {
  const sentence = it.sentences[mention.sentence];
  const token = headOf(it, mention);
  if (!sentence || !token) return false;
  const top = topOfList(sentence, mention.head);
  const first = sentence.tokens[top];
  if (first?.features.case === 'Nom' && isClause(sentence, mention.head)) return true;
  const governor = first ? sentence.tokens[first.head] : undefined;
  if (!first || !governor) return false;
  const preposition = sentence.tokens.find((one) => one.head === top && one.relation === 'case')?.norm ?? null;
  if (first.relation.startsWith('nsubj')) return governor.pos === 'VERB' || governor.pos === 'ADJ';
  if (first.relation === 'obl:agent') return true;
  // «в Брюсселе заявили»: somebody there speaks, unnamed
  if (
    (preposition === 'в' || preposition === 'во') &&
    governor.features.number === 'Plur' &&
    speechVerbs.has(governor.lemma)
  ) {
    return !sentence.tokens.some((one) => one.head === first.head && one.relation.startsWith('nsubj'));
  }
  if (preposition === 'между')
    return !/^(?:расстояние|рейс|дорога|путь|поезд|трасса|сообщение|самолет)$/u.test(governor.lemma);
  if (preposition === 'с' || preposition === 'со') return first.features.case === 'Ins';
  return preposition === null && first.relation.startsWith('nmod') && actingNouns.has(governor.lemma);
}

/** A nominative in a sentence with a finite verb acts; a dateline («Минск. 5 мая.») and a route («Минск — Орша») do not. */
function isClause(sentence: Sentence, at: number): boolean {
  if (/^[—–.,(]$/u.test(sentence.tokens[at + 1]?.text ?? '') || /^[—–(]$/u.test(sentence.tokens[at - 1]?.text ?? ''))
    return false;
  return sentence.tokens.some((token) => token.pos === 'VERB' && token.features.verbForm === 'Fin');
}

/** The first of «Москва и Минск», which carries the relation for all. */
function topOfList(sentence: Sentence, at: number): number {
  let top = at;
  for (let steps = 0; steps < 8; steps++) {
    const token = sentence.tokens[top];
    if (!token || token.relation !== 'conj' || token.head < 0) break;
    top = token.head;
  }
  return top;
}
