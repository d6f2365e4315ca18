import type { Force, Status } from '../model/claim.ts';
import type { GoverningCue } from './cue.ts';
import { decrees } from './frame-words.data.ts';
import { indexByLemma, lemmaList } from './lemma-list.ts';

/** A word that says of what hangs on it whether it happened, is meant to happen, may happen or does not. */
export interface StatusCue {
  readonly name: GoverningCue;
  readonly lemmas: readonly string[];
  readonly status: Status;
  readonly force: Force | null;
  /** What the status becomes where the cue is negated: «не исключил встречу» → possible. */
  readonly negated: Status;
  /** Of an infinitive alone: «собираются подписать», not «собрались на площади». */
  readonly ofInfinitives?: boolean;
}

/** What a verb or a predicative word says of what hangs on it; `null` where it says nothing. `infinitive`: whether that is one. */
export function cueOfVerb(lemma: string, infinitive = false): StatusCue | null {
  return cueIn(byVerb, lemma, infinitive);
}

/** «планы подписать», «отказ от переговоров» */
export function cueOfNoun(lemma: string, infinitive = false): StatusCue | null {
  return cueIn(byNoun, lemma, infinitive);
}

/** «предстоящий визит» */
export function cueOfAdjective(lemma: string): StatusCue | null {
  return cueIn(byAdjective, lemma, false);
}

function cueIn(cues: ReadonlyMap<string, readonly StatusCue[]>, lemma: string, infinitive: boolean): StatusCue | null {
  return cues.get(lemma)?.find((cue) => infinitive || !cue.ofInfinitives) ?? null;
}

/** «важно», «желательно»: what a thing is worth. */
export const worthWords: readonly string[] = ['важный', 'желательный', 'целесообразный'];

/** Verbs and predicative words, by the lemma of the governor. */
const verbCues: readonly StatusCue[] = [
  // «стороны планируют провести учение»
  {
    name: 'plan',
    lemmas: lemmaList(`
      планировать планироваться запланировать намереваться готовиться готовить подготовить намечать намечаться наметить
      намеренный настроенный предусматривать предусмотреть назначить предусматриваться хотеть стремиться предстоять
      нацелить анонсировать запросить намерен намерить вознамериться нацелиться замыслить задумать задумывать
      затеять
    `),
    status: 'planned',
    force: 'plan',
    negated: 'denied',
  },
  // «собираются подписать договор», «желает уйти с поста»
  {
    name: 'plan',
    lemmas: ['собираться', 'собраться', 'желать', 'пожелать'],
    ofInfinitives: true,
    status: 'planned',
    force: 'plan',
    negated: 'denied',
  },
  // «правительство решило отправить войска»; «стороны договорились создать центр»
  {
    name: 'decision',
    lemmas: lemmaList(`
      решить решать постановить договориться договариваться согласиться соглашаться поручить условиться поручать
      приказать распорядиться велеть утвердить одобрить принять согласовать решиться постановлять повелеть
      уговориться сговориться
    `),
    status: 'planned',
    force: 'plan',
    negated: 'denied',
  },
  // «министр обещал открыть границу»
  {
    name: 'promise',
    lemmas: lemmaList(`
      обещать пообещать обязаться обязываться обязать обязывать гарантировать заверить заверять поклясться взяться
      обещаться клясться посулить подрядиться
    `),
    status: 'planned',
    force: 'promise',
    negated: 'denied',
  },
  // «ожидается подписание»; «аналитики прогнозируют рост»
  {
    name: 'forecast',
    lemmas: lemmaList(`
      ожидать ожидаться прогнозировать прогнозироваться предполагать предполагаться рассчитывать предсказать
      предсказывать должный должен обязанный обязан ждать обещаться предвидеть предрекать пророчить предвещать спрогнозировать
    `),
    status: 'planned',
    force: 'forecast',
    negated: 'possible',
  },
  // «надеется завершить переговоры»: what one hopes to do oneself
  {
    name: 'forecast',
    lemmas: ['надеяться'],
    ofInfinitives: true,
    status: 'planned',
    force: 'forecast',
    negated: 'possible',
  },
  // «надеются, что порт откроют»: what others are to do
  { name: 'hope', lemmas: ['надеяться'], status: 'possible', force: null, negated: 'possible' },
  // «страны готовы возобновить переговоры»: an offer, which binds who makes it
  { name: 'readiness', lemmas: ['готовый', 'готов'], status: 'possible', force: 'promise', negated: 'denied' },
  // «договор может быть подписан»
  {
    name: 'possibility',
    lemmas: lemmaList(`
      мочь смочь способный возможный можно возможно вправе допустить допускать рассматривать рассматриваться рассмотреть
      прорабатывать прорабатываться изучать изучить обдумывать обсудить обсуждать обсуждаться нужно нужный надо
      необходимо необходимый заинтересованный позволить следовать подумывать раздумывать взвешивать рисковать требоваться
      потребоваться понадобиться
    `),
    status: 'possible',
    force: 'possibility',
    negated: 'denied',
  },
  // «для соседей важно подписание договора»: it is said what it would be worth, not that it was
  {
    name: 'possibility',
    lemmas: worthWords,
    status: 'possible',
    force: null,
    negated: 'possible',
  },
  // «опасаются, что порт закроют»
  {
    name: 'fear',
    lemmas: ['опасаться', 'бояться', 'побаиваться', 'страшиться'],
    status: 'possible',
    force: null,
    negated: 'possible',
  },
  // «Минск предложил провести переговоры»; «ООН призвала прекратить огонь»
  {
    name: 'proposal',
    lemmas: lemmaList(`
      предложить предлагать призвать призывать требовать потребовать просить попросить рекомендовать настаивать
      посоветовать советовать пригласить приглашать убеждать угрожать пригрозить грозить инициировать ратовать
      уговаривать упрашивать умолять ходатайствовать побуждать порекомендовать лоббировать
    `),
    status: 'possible',
    force: null,
    negated: 'denied',
  },
  // «пытаются перенести выборы», «близки к подписанию договора»
  {
    name: 'attempt',
    lemmas: lemmaList(`
      добиваться стараться постараться пытаться попытаться пробовать попробовать силиться порываться норовить близкий
    `),
    status: 'possible',
    force: null,
    negated: 'denied',
  },
  // «Тегеран отказался подписать протокол»; «министерство опровергло подготовку удара»
  {
    name: 'refusal',
    lemmas: lemmaList(`
      отказаться отказываться отказать отвергнуть отвергать опровергнуть опровергать отрицать раздумать исключить исключать исключаться
      передумать воспротивиться воздержаться отклонить отказывать отклонять отговорить отговаривать помешать
      воспрепятствовать
    `),
    status: 'denied',
    force: null,
    negated: 'possible',
  },
  // «встречу отложили»; «учение отменено»
  {
    name: 'cancellation',
    lemmas: lemmaList(`
      отменить отменять отложить откладывать откладываться перенести переносить переноситься сорвать сорваться срывать
      приостановить приостанавливать заморозить отсрочить задерживаться задержаться
    `),
    status: 'cancelled',
    force: null,
    negated: 'planned',
  },
  // «выполняет контракт на поставку»: what was agreed is being done
  {
    name: 'execution',
    lemmas: lemmaList(`выполнять исполнять реализовывать осуществлять`),
    status: 'ongoing',
    force: null,
    negated: 'denied',
  },
  // «началось строительство»; «стороны продолжают переговоры»
  {
    name: 'course',
    lemmas: lemmaList(`
      начать начинать начаться начинаться приступить приступать продолжать продолжить продолжаться вести вестись идти
      возобновить возобновлять
    `),
    status: 'ongoing',
    force: null,
    negated: 'denied',
  },
  // «стали готовить встречу», «перестанет действовать», not «станут первыми выборами»
  {
    name: 'course',
    lemmas: ['стать', 'перестать'],
    ofInfinitives: true,
    status: 'ongoing',
    force: null,
    negated: 'denied',
  },
];

/** «планировали провести 5 августа», not «анонсировал 5 августа»: whether a verb lays down a day, that of what is planned. */
export function isScheduling(lemma: string): boolean {
  return (
    lemma !== 'анонсировать' &&
    verbCues.some(
      (cue) => ['plan', 'forecast', 'possibility', 'cancellation'].includes(cue.name) && cue.lemmas.includes(lemma),
    )
  );
}

/** Verbs whose infinitive, where they stand in the past, came about. «удалось сохранить», «вынуждены были переселиться», «не помогли достичь согласия» */
export const accomplishing: ReadonlySet<string> = new Set(
  lemmaList(`
    удаться успеть суметь смочь прийтись вынудить вынужденный заставить довестись посчастливиться убедить уговорить
    склонить перестать помочь
  `),
);

/** In what one side lays down what is to be. */
const papers = [...decrees, ...lemmaList(`решение поручение заявка проект`)];

/** Nouns on which a verbal noun or an infinitive hangs: «планы подписать», «отказ от переговоров». */
const nounCues: readonly StatusCue[] = [
  // «о планах построить порт», «подготовка выборов», «контракт на поставку катеров»
  {
    name: 'plan',
    lemmas: lemmaList(`
      план намерение подготовка задача график приготовление программа замысел решимость затея
      договоренность соглашение контракт госконтракт договор меморандум
    `),
    status: 'planned',
    force: 'plan',
    negated: 'denied',
  },
  // «решение построить порт», «желание уйти»
  {
    name: 'plan',
    lemmas: [...papers, 'желание'],
    ofInfinitives: true,
    status: 'planned',
    force: 'plan',
    negated: 'denied',
  },
  // «решение о строительстве порта», «срок вывода войск определён»: what a paper is about, whatever becomes of the paper
  {
    name: 'paper',
    lemmas: [...papers, 'срок', 'порядок', 'указание'],
    status: 'planned',
    force: null,
    negated: 'denied',
  },
  // «с целью получить лицензию»: what for, not that it is planned
  { name: 'purpose', lemmas: ['цель'], status: 'possible', force: null, negated: 'denied' },
  // «обещание вывести войска»
  {
    name: 'promise',
    lemmas: ['обещание', 'обязательство', 'гарантия', 'обязанность', 'клятва'],
    status: 'planned',
    force: 'promise',
    negated: 'denied',
  },
  // «прогноз роста»
  {
    name: 'forecast',
    lemmas: ['прогноз', 'ожидание', 'расчет'],
    status: 'planned',
    force: 'forecast',
    negated: 'possible',
  },
  // «в надежде открыть порт», «надежда на то, что порт откроют»
  {
    name: 'forecast',
    lemmas: ['надежда'],
    ofInfinitives: true,
    status: 'planned',
    force: 'forecast',
    negated: 'possible',
  },
  { name: 'hope', lemmas: ['надежда'], status: 'possible', force: null, negated: 'possible' },
  // «вопрос о поставке станций»; «возможность встречи»
  {
    name: 'possibility',
    lemmas: lemmaList(`
      возможность вопрос перспектива необходимость право вероятность шанс желание вариант риск опасность
      условие целесообразность способность стремление
    `),
    status: 'possible',
    force: 'possibility',
    negated: 'denied',
  },
  // «о готовности возобновить переговоры»
  { name: 'readiness', lemmas: ['готовность'], status: 'possible', force: 'promise', negated: 'denied' },
  // «опасение, что порт закроют»
  { name: 'fear', lemmas: ['опасение', 'страх', 'боязнь'], status: 'possible', force: null, negated: 'possible' },
  // «переговоры о расторжении контракта»
  {
    name: 'talks',
    lemmas: ['переговоры', 'консультация', 'обсуждение', 'дискуссия'],
    status: 'possible',
    force: null,
    negated: 'denied',
  },
  // «предложение провести референдум»; «угроза санкций»
  {
    name: 'proposal',
    lemmas: lemmaList(`
      предложение призыв требование просьба идея инициатива угроза рекомендация приглашение законопроект
      ходатайство ультиматум петиция
    `),
    status: 'possible',
    force: null,
    negated: 'denied',
  },
  // «попытка перенести выборы»
  { name: 'attempt', lemmas: ['попытка'], ofInfinitives: true, status: 'possible', force: null, negated: 'denied' },
  // «за попытку переворота»: it was made, whatever came of it
  { name: 'attempted', lemmas: ['попытка'], status: 'happened', force: null, negated: 'denied' },
  // «отказ от подписания»
  {
    name: 'refusal',
    lemmas: lemmaList(`отказ опровержение нежелание неготовность невозможность`),
    status: 'denied',
    force: null,
    negated: 'possible',
  },
  // «отмена визита», «перенос саммита»
  {
    name: 'cancellation',
    lemmas: ['отмена', 'перенос', 'срыв', 'приостановка', 'откладывание', 'отсрочка'],
    status: 'cancelled',
    force: null,
    negated: 'planned',
  },
  // «о начале реализации договора»
  {
    name: 'course',
    lemmas: ['начало', 'продолжение', 'ход', 'процесс', 'период'],
    status: 'ongoing',
    force: null,
    negated: 'denied',
  },
];

/** Adjectives and participles beside a verbal noun. */
const adjectiveCues: readonly StatusCue[] = [
  // «на предстоящих выборах»: named for what they are, not told to be held
  {
    name: 'ahead',
    lemmas: ['предстоящий', 'будущий', 'грядущий', 'предстоять'],
    status: 'planned',
    force: null,
    negated: 'planned',
  },
  // «запланированное учение»
  {
    name: 'upcoming',
    lemmas: lemmaList(`
      планируемый запланированный намеченный ожидаемый назначенный планировать запланировать наметить ожидать
    `),
    status: 'planned',
    force: 'plan',
    negated: 'planned',
  },
  // «возможная встреча»
  {
    name: 'possible',
    lemmas: ['возможный', 'вероятный', 'потенциальный', 'предполагаемый', 'гипотетический'],
    status: 'possible',
    force: 'possibility',
    negated: 'denied',
  },
  // «состоявшаяся встреча»
  {
    name: 'held',
    lemmas: ['состоявшийся', 'прошедший', 'завершившийся', 'состояться', 'минувший'],
    status: 'happened',
    force: null,
    negated: 'denied',
  },
  // «несостоявшийся визит»
  {
    name: 'not-held',
    lemmas: ['несостоявшийся', 'отмененный', 'сорванный', 'отложенный'],
    status: 'cancelled',
    force: null,
    negated: 'planned',
  },
];

/** Prepositions that place a happening before or after the matter of the clause. */
export const prepositionCues: Readonly<Record<string, Status>> = {
  // «после переговоров», «по итогам заседания», «отложат в связи со смертью короля»
  после: 'happened',
  'по итогам': 'happened',
  'по результатам': 'happened',
  'по окончании': 'happened',
  'в связи с': 'happened',
  'в связи со': 'happened',
  // «накануне саммита», «перед выборами»
  накануне: 'planned',
  'в преддверии': 'planned',
  // «доклад относительно введения пошлин»
  относительно: 'possible',
  касательно: 'possible',
};

/** Adverbs and particles that make a clause uncertain. */
export const uncertainWords: ReadonlySet<string> = new Set(
  lemmaList(`
  возможно вероятно якобы предположительно наверное видимо бы б мол дескать вряд едва
`),
);

/** Prepositions by which a noun is the place or the time of another matter. */
export const venues: ReadonlySet<string> = new Set([
  'на',
  'в',
  'во',
  'в ходе',
  'во время',
  'по итогам',
  'после',
  'накануне',
  'перед',
  'в преддверии',
  'на полях',
  'в рамках',
  'до',
  'между',
]);

/** Nouns of time: «во второй день саммита решили» says of the summit when, not that it was decided. */
export const spansOfTime: ReadonlySet<string> = new Set(
  lemmaList(`день час неделя месяц год время момент период канун начало конец середина`),
);

const byVerb = indexByLemma(verbCues);
const byNoun = indexByLemma(nounCues);
const byAdjective = indexByLemma(adjectiveCues);
