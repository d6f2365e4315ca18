import type { Mention, Sentence, Token } from '../../analysis.ts';
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

/** Nouns whose genitive acts: «позиция Москвы», «отношения Минска и Киева», «демарш Ташкента». */
const actingNouns: ReadonlySet<string> = new Set(
  (
    'позиция отношение отношения власть сторона предложение требование решение политика интерес заявление ответ слово ' +
    'мнение союзник партнер влияние инициатива действие согласие поддержка представитель угроза давление план ' +
    'обязательство диалог переговоры сотрудничество участие отказ взаимоотношения связь контакт взаимодействие ' +
    'партнерство дружба сближение спор конфликт противостояние договоренность демарш нота протест ультиматум шаг курс ' +
    'линия подход роль дипломатия намерение готовность стремление желание нежелание попытка право приверженность ' +
    'решимость обещание призыв просьба обвинение претензия опасение обеспокоенность недовольство реакция молчание ' +
    'уступка помощь условие вина ответственность делегация спецпредставитель посланник переговорщик представительство ' +
    'противник оппонент соперник'
  ).split(' '),
);

/** Verbs whose object is whom one turns to, not where one goes: «обвинил Киев», while «посетил Киев» is the town. */
const turningVerbs: ReadonlySet<string> = new Set(
  (
    'обвинить обвинять призвать призывать просить попросить убедить убеждать заверить предупредить предупреждать ' +
    'уведомить уведомлять информировать проинформировать поблагодарить благодарить критиковать раскритиковать осудить ' +
    'осуждать подозревать заподозрить упрекнуть упрекать вынудить вынуждать заставить поддержать поддерживать ' +
    'подтолкнуть подталкивать обязать спросить беспокоить тревожить раздражать устроить устраивать наказать'
  ).split(' '),
);

/**
 * What a preposition, by the case that it stands with, makes of a capital: a party, behind some words («потребовал от Киева»,
 * «давление на Киев») or behind any (`null`: «санкции против Киева», «у Киева нет возражений»).
 */
const partyBehind: Readonly<Record<string, readonly [Token['features']['case'], ReadonlySet<string> | null]>> = {
  против: ['Gen', null],
  для: ['Gen', null],
  у: ['Gen', null],
  от: [
    'Gen',
    new Set(
      (
        'требовать потребовать добиваться добиться ждать ожидать получить получать зависеть зависимость независимость ' +
        'требование ультиматум'
      ).split(' '),
    ),
  ],
  к: [
    'Dat',
    new Set('обратиться обращаться обращение претензия требование призыв вопрос доверие недоверие просьба'.split(' ')),
  ],
  на: ['Acc', new Set('давление влияние воздействие давить надавить влиять повлиять воздействовать'.split(' '))],
};

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
  if (first.relation.startsWith('nsubj')) return governor.pos === 'VERB' || governor.pos === 'ADJ';
  if (first.relation === 'obl:agent') return true;
  const preposition = sentence.tokens.find((one) => one.head === top && one.relation === 'case')?.norm ?? null;
  return preposition === null
    ? sentence.tokens[top - 1]?.pos !== 'ADP' && isPartyAlone(first, governor)
    : isPartyBehind(sentence, first, governor, preposition);
}

/** A case alone: «помог Киеву», «обвинил Киев», «запуск ракеты Пхеньяном», «позиция Киева». */
function isPartyAlone({ relation, features }: Token, governor: Token): boolean {
  switch (features.case) {
    case 'Dat':
    case 'Ins':
      // «Киеву нужны мосты»: the town
      return /^(?:iobj|obj|obl|nmod)/u.test(relation) && governor.pos !== 'ADJ' && governor.lemma !== 'принадлежать';
    case 'Acc':
      return relation === 'obj' && turningVerbs.has(governor.lemma);
    default:
      return relation.startsWith('nmod') && actingNouns.has(governor.lemma);
  }
}

/** Behind a preposition: «санкции против Киева», «в Брюсселе заявили», «переговоры с Минском». */
function isPartyBehind({ tokens }: Sentence, first: Token, governor: Token, preposition: string): boolean {
  // «в Брюсселе заявили»: somebody there speaks, unnamed
  if (
    (preposition === 'в' || preposition === 'во') &&
    governor.features.number === 'Plur' &&
    speechVerbs.has(governor.lemma)
  ) {
    return !tokens.some((one) => one.head === first.head && one.relation.startsWith('nsubj'));
  }
  if (preposition === 'между')
    return !/^(?:расстояние|рейс|дорога|путь|поезд|трасса|сообщение|самолет)$/u.test(governor.lemma);
  if (preposition === 'с' || preposition === 'со') return first.features.case === 'Ins';
  const party = partyBehind[preposition];
  return party !== undefined && first.features.case === party[0] && party[1]?.has(governor.lemma) !== false;
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
