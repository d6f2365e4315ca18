import type { Stage } from '../model/claim.ts';
import type { Frame } from './frames.ts';
import { lemmaList } from './lemma-list.ts';

/** Papers that two sides sign. */
export const signedPapers: ReadonlySet<string> = new Set(
  lemmaList(`договор соглашение контракт госконтракт меморандум протокол конвенция пакт декларация договоренность`),
);

/** Head nouns of what states, bodies and firms agree on or lay down. */
const agreementNouns: ReadonlySet<string> = new Set([
  ...signedPapers,
  ...lemmaList(`
    план директива закон постановление концепция программа перемирие документ пакет коммюнике хартия устав резолюция
    проект сделка союз законопроект бюджет стратегия карта заявление акт компромисс поправка конституция указ решение
    мораторий регламент формат статус режим параметр шаг мероприятие распоряжение условие консенсус график перечень порядок
  `),
]);

/** Nouns that are agreements only with some verbs: «согласовали шаги», not «сделали шаги». */
export const looseNouns: ReadonlySet<string> = new Set(
  lemmaList(`
  решение шаг мероприятие параметр заявление формат режим статус условие указ график перечень порядок
`),
);

/** What two sides have agreed on: who breaks a law breaks no agreement. */
const agreedNouns: ReadonlySet<string> = new Set([
  ...signedPapers,
  ...lemmaList(`
    перемирие хартия сделка компромисс мораторий режим условие резолюция устав график план консенсус
  `),
]);

/** The papers of which what they are about is a part of the name. */
export const agreedPapers: ReadonlySet<string> = new Set([...signedPapers, 'закон']);

/** What is agreed on only when it is a certain one. */
export const generalNouns: ReadonlySet<string> = new Set(
  lemmaList(`план проект программа закон стратегия устав условие решение документ регламент бюджет мероприятие шаг`),
);

const parties = {
  kinds: ['state', 'organisation'],
  nouns: new Set(['сторона', 'страна', 'правительство', 'государство', 'компания', 'парламент']),
} as const;
const people = {
  kinds: ['person', 'post'],
  nouns: new Set(['министр', 'президент', 'лидер', 'глава', 'премьер-министр']),
} as const;

/** A frame with the stage in an agreement's life that it tells. */
export interface AgreementFrame extends Frame {
  readonly stage: Stage;
  /** Takes loose nouns too. */
  readonly loose?: boolean;
}

/** Verbs without an object take the `patient`, too, for a subject behind them that the parser took for one. */
const agreementIn = (
  ...from: (
    | 'patient'
    | 'agent'
    | 'о Loc'
    | 'на Loc'
    | 'над Ins'
    | 'под Ins'
    | 'к Dat'
    | 'из Gen'
    | 'за Acc'
    | 'в Acc'
  )[]
): Frame['roles'][number] => ({
  role: 'agreement',
  from,
  kinds: ['agreement'],
  nouns: agreementNouns,
  required: true,
});
/** «парламент ратифицировал»: a body that decides is no party. */
export const deciders = {
  nouns: new Set(
    lemmaList(`
    парламент сенат дума конгресс палата правительство кабинет совет суд комитет комиссия меджлис маджлис рада сейм
    кнессет бундестаг бундесрат скупщина хурал риксдаг совфед кабмин ассамблея собрание
  `),
  ),
} as const;
const participants: Frame['roles'] = [
  { role: 'actor', from: ['agent'], ...deciders },
  { role: 'party', from: ['agent', 'с Ins', 'между Ins'], ...parties },
  { role: 'actor', from: ['agent', 'с Ins', 'между Ins'], ...people },
  { role: 'place', from: ['в Loc'], kinds: ['place'] },
];

/** The ways to tell a stage in the life of a treaty, a contract, a law or a plan. */
export const agreementFrames: readonly AgreementFrame[] = [
  // «Варония предложила заключить договор»; «внёс проект соглашения»
  {
    name: 'agreement.propose',
    stage: 'proposed',
    triggers: lemmaList(`
      предложить предлагать предложение внести выдвинуть представить инициировать вносить выдвигать
    `),
    roles: [agreementIn('patient'), ...participants],
  },
  // «эксперты подготовили проект договора»; «работа над концепцией»
  {
    name: 'agreement.draft',
    stage: 'drafted',
    triggers: lemmaList(`
      подготовить готовить подготовка разработать разрабатывать разработка доработать дорабатывать доработка составить
      написать прорабатывать парафировать парафирование составление проработать проработка сверстать подготавливать
    `),
    roles: [agreementIn('patient'), ...participants],
  },
  // «работа над договором»
  {
    name: 'agreement.work-on',
    stage: 'drafted',
    triggers: ['работа', 'работать', 'поработать'],
    roles: [agreementIn('над Ins'), ...participants],
  },
  // «обсудили проект договора»; «обсуждение соглашения»
  {
    name: 'agreement.discuss',
    stage: 'discussed',
    triggers: lemmaList(`
      обсудить обсуждать обсуждение рассмотреть рассматривать рассмотрение изучить изучать обговорить
      дебатировать изучение
    `),
    roles: [agreementIn('patient'), ...participants],
  },
  // «обсуждаются проекты договоров»
  {
    name: 'agreement.be-discussed',
    stage: 'discussed',
    triggers: lemmaList(`обсуждаться рассматриваться`),
    roles: [agreementIn('agent', 'patient'), ...participants.slice(3)],
  },
  // «переговоры о соглашении»
  {
    name: 'agreement.talks',
    stage: 'discussed',
    triggers: ['переговоры', 'консультация', 'переговор', 'дискуссия'],
    roles: [agreementIn('о Loc'), ...participants],
  },
  // «стороны согласовали план»
  {
    name: 'agreement.agree',
    stage: 'agreed',
    triggers: lemmaList(`
      согласовать согласовывать согласование достичь достигнуть достижение выработать одобрить одобрение поддержать
      вырабатывать выработка достигать утрясти
    `),
    roles: [agreementIn('patient'), ...participants],
    loose: true,
  },
  // «стороны пришли к соглашению»
  {
    name: 'agreement.come-to',
    stage: 'agreed',
    triggers: lemmaList(`прийти приходить`),
    roles: [{ ...agreementIn('к Dat'), nouns: agreedNouns }, ...participants],
  },
  // «договорились о создании центра»
  {
    name: 'agreement.arrange',
    stage: 'agreed',
    triggers: lemmaList(`договориться условиться договариваться уговориться сговориться столковаться`),
    roles: [
      { role: 'party', from: ['agent', 'с Ins'], ...parties },
      { role: 'actor', from: ['agent', 'с Ins'], ...people },
    ],
  },
  // «подписали договор»; «подписание соглашения»; «подписанный контракт»
  {
    name: 'agreement.sign',
    stage: 'signed',
    triggers: lemmaList(`
      подписать подписывать подписание подписаться подписываться заключить заключать заключение заключаться
      завизировать перезаключить
    `),
    roles: [agreementIn('patient'), ...participants],
    loose: true,
  },
  // «под меморандумом стоят две подписи»; «поставил подпись под договором»
  {
    name: 'agreement.signature',
    stage: 'signed',
    triggers: ['подпись'],
    roles: [agreementIn('под Ins', 'на Loc'), ...participants],
  },
  // «принятие концепции»; «парламент принял закон»
  {
    name: 'agreement.adopt',
    stage: 'signed',
    triggers: ['принять', 'принимать', 'принятие', 'утвердить', 'утверждать', 'утверждение'],
    roles: [agreementIn('patient'), ...participants],
  },
  // «парламент ратифицировал договор»
  {
    name: 'agreement.ratify',
    stage: 'ratified',
    triggers: ['ратифицировать', 'ратификация'],
    roles: [agreementIn('patient'), ...participants],
  },
  // «договор вступил в силу»; «вступление договора в силу»; «вступление в силу договора»
  {
    name: 'agreement.enter',
    stage: 'in-force',
    triggers: ['вступить', 'вступать', 'вступление', 'действовать', 'заработать'],
    roles: [agreementIn('agent', 'patient', 'в Acc'), ...participants.slice(2)],
    loose: true,
  },
  // «декларация утратила силу», «прекративший своё действие договор»
  {
    name: 'agreement.lapse',
    stage: 'terminated',
    triggers: lemmaList(`утратить утрачивать потерять терять прекратить прекращать`),
    roles: [agreementIn('agent', 'patient')],
  },
  // «стороны объявили перемирие», «объявлен режим тишины», «предложила ввести перемирие»
  {
    name: 'agreement.declare',
    stage: 'agreed',
    triggers: lemmaList(`объявить объявлять объявление объявляться провозгласить ввести вводить введение`),
    roles: [agreementIn('patient', 'о Loc'), ...participants],
  },
  // «итогом переговоров стало соглашение», «главным из них стал договор»
  {
    name: 'agreement.result',
    stage: 'signed',
    triggers: lemmaList(`стать становиться`),
    roles: [{ ...agreementIn('agent'), nouns: signedPapers }],
  },
  // «выполняет контракт»; «реализация договора»; «соблюдает соглашение»
  {
    name: 'agreement.implement',
    stage: 'implemented',
    triggers: lemmaList(`
      выполнить выполнять выполнение реализовать реализация исполнить исполнять исполнение соблюдать соблюдение
      осуществление реализовываться выполняться исполняться соблюдаться реализовывать осуществить осуществлять
      воплотить воплощать имплементировать имплементация придерживаться
    `),
    roles: [agreementIn('patient'), ...participants],
  },
  // «штраф за невыполнение контракта»
  {
    name: 'agreement.fail',
    stage: 'implemented',
    status: 'denied',
    triggers: lemmaList(`невыполнение неисполнение несоблюдение`),
    roles: [agreementIn('patient'), ...participants],
  },
  // «рассмотрели действие договора»; «обзор соглашения»
  {
    name: 'agreement.review',
    stage: 'reviewed',
    triggers: lemmaList(`обзор пересмотр пересмотреть ревизия оценка пересматривать`),
    roles: [agreementIn('patient'), ...participants],
  },
  // «внесли поправки в договор»; «скорректировали план»; «продлили соглашение»
  {
    name: 'agreement.amend',
    stage: 'amended',
    triggers: lemmaList(`
      скорректировать корректировать дополнить изменить изменение продлить продлевать продление обновить дополнять
      корректировка изменять обновлять обновление пролонгировать пролонгация
    `),
    roles: [agreementIn('patient'), ...participants],
    loose: true,
  },
  // «приостановил действие договора»
  {
    name: 'agreement.suspend',
    stage: 'suspended',
    triggers: lemmaList(`
      приостановить приостановка заморозить приостановление приостанавливать замораживать заморозка замораживание
    `),
    roles: [agreementIn('patient'), ...participants],
  },
  // «нарушил перемирие»; «нарушение соглашения»
  {
    name: 'agreement.violate',
    stage: 'violated',
    triggers: lemmaList(`нарушить нарушать нарушение сорвать срыв срывать попрать попирать`),
    roles: [{ ...agreementIn('patient'), nouns: agreedNouns }, ...participants],
  },
  // «вышел из договора»
  {
    name: 'agreement.leave',
    stage: 'terminated',
    triggers: ['выйти', 'выход', 'выходить'],
    roles: [agreementIn('из Gen'), ...participants],
  },
  // «расторг контракт»; «денонсация соглашения»
  {
    name: 'agreement.terminate',
    stage: 'terminated',
    triggers: lemmaList(`
      расторгнуть расторжение денонсировать денонсация разорвать аннулировать отменить прекратить расторгать
      разрывать аннулирование прекращение
    `),
    roles: [agreementIn('patient'), ...participants],
  },
  // «разрыв контракта», «отмена соглашения»; the repeal of a law is a measure
  {
    name: 'agreement.break-off',
    stage: 'terminated',
    triggers: lemmaList(`разрыв отмена`),
    roles: [{ ...agreementIn('patient'), nouns: agreedNouns }, ...participants],
  },
  // «договор истекает в мае»; «истёк срок соглашения»
  {
    name: 'agreement.expire',
    stage: 'terminated',
    triggers: ['истечь', 'истекать'],
    roles: [agreementIn('agent')],
  },
  // «перемирие закончится в мае»
  {
    name: 'agreement.end',
    stage: 'terminated',
    triggers: lemmaList(`закончиться заканчиваться завершиться завершение`),
    roles: [
      {
        ...agreementIn('agent', 'patient'),
        kinds: [],
        nouns: new Set(['перемирие', 'договор', 'контракт', 'мораторий']),
      },
      ...participants,
    ],
  },
  // «присоединился к конвенции»
  {
    name: 'agreement.join',
    stage: 'signed',
    triggers: lemmaList(`присоединиться присоединение присоединяться примкнуть`),
    roles: [agreementIn('к Dat'), ...participants],
  },
];
