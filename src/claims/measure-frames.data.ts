import type { Frame } from './frames.ts';
import { lemmaList } from './lemma-list.ts';
import { actingNouns } from './body-nouns.data.ts';
import { decrees, doers, siding, voters } from './frame-words.data.ts';

const actors = {
  kinds: doers,
  nouns: new Set([
    ...actingNouns,
    ...lemmaList(`
      президент управление министерство депутат сенатор законодатель судья инспекция таможня следователь прокурор
      охрана пограничник погранслужба
    `),
  ]),
} as const;
/** Who votes without a name: «все члены комиссии». */
const voting = new Set([...actors.nouns, ...voters, 'акционер', 'большинство']);
const targets = {
  kinds: ['state', 'organisation', 'person', 'place', 'post'],
  nouns: new Set(
    lemmaList(`
    компания гражданин чиновник дипломат экспорт импорт страна власть правительство концерн банк предприятие ведомство
    лицо руководство режим авиакомпания перевозчик лайнер самолет судно
  `),
  ),
} as const;
const acts = new Set(
  lemmaList(`
  санкция запрет эмбарго ограничение пошлина мера блокада мораторий режим положение квота виза налог тариф контрмера
  карантин патрулирование бойкот список решение закон указ резолюция ставка штраф взыскание вето льгота акциз
  субсидия регистрация розыск траур выборы выбор тревога мобилизация амнистия комендантский сила контроль лимит
  норма постановление распоряжение приказ декрет директива приговор реформа поправка законопроект война дефолт бюджет
  расход пособие пенсия гарантия арест полномочие гражданство преференция надбавка сбор дотация программа вердикт
  цена иммунитет неприкосновенность членство госрегистрация перерегистрация обвинение наказание срок подозрение
  правило порядок норматив стандарт законодательство ответственность порог ценз возраст выговор импичмент вотум
  недоверие цензура госпошлина плата взнос оклад зарплата залог декрет предупреждение маркировка повинность доплата
  компенсация
`),
);
/** Those of the acts that are in force for a while; «полномочия истекают» is no act. */
const standing = new Set(
  lemmaList(`
    санкция запрет эмбарго ограничение пошлина мера блокада мораторий режим квота карантин бойкот указ резолюция
    льгота траур закон лимит амнистия положение контрмера тариф
  `),
);

const accused = { kinds: ['person', 'organisation', 'post', 'state'], people: true, nouns: targets.nouns } as const;
const courts = {
  kinds: [],
  nouns: new Set(lemmaList(`суд трибунал коллегия присяжный судья инстанция арбитраж палата президиум`)),
} as const;
/** What decides by saying so: courts and chambers. */
const deciding = new Set([
  ...courts.nouns,
  ...lemmaList(`парламент сенат дума рада конгресс бундестаг кнессет сейм собрание совет депутат сенатор`),
]);
/** What is laid before a court or a chamber. */
const submitted = new Set(
  lemmaList(`
    законопроект закон поправка жалоба апелляция иск ходатайство протест кандидатура инициатива импичмент вето бюджет
    приговор решение проект резолюция прошение
  `),
);

/** The ways to tell what a state, a body or a court does by itself. */
export const measureFrames: readonly Frame[] = [
  // «Тальмар ввёл запрет на импорт рыбы»; «отменили санкции против Варонии»
  {
    name: 'measure.impose',
    triggers: lemmaList(`
      ввести вводить введение наложить накладывать снять снимать снятие отменить отменять отмена продлить продлевать
      продление ужесточить ослабить смягчить расширить применить применять объявить принять издать подписать
      утвердить поднять повысить понизить снизить установить устанавливать предпринять предпринимать вынести назначить
      усилить упростить увеличить сократить ужесточать ослаблять смягчать расширять объявлять издавать подписывать утверждать
      поднимать повышать понижать снижать выносить назначать усиливать упрощать увеличивать сокращать ужесточение
      смягчение ослабление обнулить обнулять урезать отменяться вводиться продлеваться повышаться усиливаться
      объявляться налагать пересмотреть сохранить
    `),
    roles: [
      { role: 'object', from: ['patient'], nouns: acts, required: true },
      { role: 'actor', from: ['agent'], ...actors },
      {
        role: 'target',
        from: ['против Gen', 'в отношении Gen', 'к Dat', 'для Gen', 'на Acc', 'из Gen', 'с Gen', 'Dat'],
        ...targets,
      },
    ],
  },
  // «Тальмар запретил ввоз рыбы»; «арестовал двух дипломатов»
  {
    name: 'measure.act',
    triggers: lemmaList(`
      запретить запрещать закрыть заблокировать приостановить арестовать задержать арест задержание национализировать
      ограничить ограничивать разорвать прекратить помиловать конфисковать амнистировать эмбарго оккупировать
      аннексировать разрешить выпустить выпускать освободить изъять отпустить приватизировать мобилизовать перекрыть
      заморозить разморозить разблокировать допросить обыскать разогнать легализовать зарегистрировать девальвировать
      расследовать ассигновать субсидировать конфискация национализация помилование блокировать отстранить распустить
      роспуск арестовывать задерживать освобождать арестовываться оправдать оправдание реабилитировать схватить
      закрывать блокада запрещаться разрывать прекращать приостанавливать отключить обложить взыскать списать обнулить
      рефинансировать реструктуризировать реструктурировать рассекретить засекретить опечатать сертифицировать
      лицензировать аккредитовать интернировать экспроприировать реквизировать переименовать разоружить пресечь
      обезвредить проиндексировать индексировать разрешать конфисковывать изымать отпускать приватизация мобилизация
      перекрывать перекрытие замораживать заморозка блокировка обыскивать допрашивать разгонять отстранять распускать
      опечатывать взыскивать дисквалифицировать дисквалификация легализация индексация девальвация запрещение изъятие
      приостановка приостановление разжаловать денонсировать отключать регистрировать конфисковываться изыматься
      облагать задерживаться этапировать разоружать переименовывать аннулировать
    `),
    roles: [
      { role: 'actor', from: ['agent'], ...actors },
      { role: 'target', from: ['patient'], kinds: ['person', 'state', 'organisation', 'post'] },
      { role: 'target', from: ['Dat', 'из Gen', 'для Gen', 'против Gen', 'в отношении Gen'], ...targets },
      // «ограничил ввоз рыбы с Тальмара»
      { role: 'target', from: ['с Gen'], kinds: ['state'] },
      // «разорвал отношения с Варонией»
      { role: 'target', from: ['с Ins'], kinds: ['state'] },
      { role: 'object', from: ['patient', 'infinitive'] },
      { role: 'place', from: ['в Loc', 'на Loc'], kinds: ['place', 'state'] },
    ],
    least: 2,
    leastHidden: 1,
  },
  // «Тальмар выслал двух дипломатов из страны», «отозвал посла из Варонии»: from where is no target
  {
    name: 'measure.send-away',
    triggers: lemmaList(`
      выслать высылать высылка высылаться депортировать депортация депортироваться выдворить выдворение выдворять
      экстрадировать экстрадиция эвакуировать эвакуация выселить выселять выселение отозвать отзыв отзывать
    `),
    roles: [
      { role: 'actor', from: ['agent'], ...actors },
      { role: 'target', from: ['patient'], kinds: ['person', 'state', 'organisation', 'post'] },
      { role: 'object', from: ['patient'] },
      { role: 'place', from: ['в Loc', 'на Loc', 'из Gen'], kinds: ['place', 'state'] },
    ],
    least: 2,
    leastHidden: 1,
  },
  // «МИД вызвал посла Мередии», «поверенного вызвали в министерство»; a «поверенный» may be taken for a participle, «МИД» for any case
  {
    name: 'measure.summon',
    triggers: lemmaList(`вызвать вызывать вызов`),
    roles: [
      { role: 'actor', from: ['agent', 'в Acc'], ...actors },
      { role: 'actor', from: ['в Loc'], kinds: ['organisation'] },
      {
        role: 'target',
        from: ['patient'],
        nouns: new Set(lemmaList(`посол поверенный поверить дипломат консул посланник атташе`)),
        kinds: [],
        required: true,
      },
    ],
    least: 2,
  },
  // «Тальмар выдал Варонии кредит», «компании предоставлена лицензия», «прокуратура предъявила ему обвинение»
  {
    name: 'measure.give',
    triggers: lemmaList(`
      дать давать предоставить предоставлять предоставляться предоставление выдать выдавать выдача выделить выделять
      выделение присвоить предъявить предъявлять получить лишить аннулировать отозвать продлить присваивать
      присвоение лишать
    `),
    roles: [
      {
        role: 'object',
        from: ['patient'],
        nouns: new Set(
          lemmaList(`
            кредит заем ссуда убежище статус гражданство разрешение лицензия виза гарантия отсрочка субсидия право
            обвинение компенсация поручение указание звание аккредитация допуск полномочие автономия
            неприкосновенность иммунитет мандат транш грант ордер независимость патент концессия паспорт
            распоряжение приказ санкция финансирование субвенция добро
          `),
        ),
        required: true,
      },
      { role: 'actor', from: ['agent', 'от Gen', 'у Gen'], ...actors },
      { role: 'target', from: ['Dat'], ...targets },
    ],
    least: 2,
    leastHidden: 1,
  },
  // «прокуратура возбудила дело», «следователи провели обыск», «сенат провёл голосование»
  {
    name: 'measure.proceed',
    triggers: lemmaList(`
      возбудить возбуждение начать провести проводить открыть закрыть прекратить инициировать объявить завершить
      завести заводить возбуждать возобновить приостановить начинать прекращать назначить
    `),
    roles: [
      {
        role: 'object',
        from: ['patient'],
        nouns: new Set(
          lemmaList(`
            дело расследование проверка обыск разбирательство ревизия допрос следствие голосование процедура процесс
            амнистия мобилизация эвакуация реформа призыв аудит спецоперация зачистка рейд облава дознание
            экспертиза доследование инвентаризация люстрация чистка импичмент
          `),
        ),
        required: true,
      },
      {
        role: 'actor',
        from: ['agent'],
        ...actors,
      },
      { role: 'target', from: ['против Gen', 'в отношении Gen', 'у Gen'], ...targets },
    ],
    least: 2,
    leastHidden: 1,
  },
  // «расследованием занимается прокуратура», «следователи приступили к проверке», «полиция ведёт розыск»
  {
    name: 'measure.pursue',
    triggers: lemmaList(`заниматься заняться приступить приступать вести продолжить продолжать`),
    roles: [
      {
        role: 'object',
        from: ['Ins', 'к Dat', 'patient'],
        nouns: new Set(
          lemmaList(`расследование проверка следствие разбирательство дознание ревизия розыск обыск аудит эвакуация`),
        ),
        required: true,
      },
      { role: 'actor', from: ['agent'], ...actors, required: true },
    ],
  },
  // «суд признал его виновным», «трибунал признал приговор законным»: a court does so by saying so
  {
    name: 'measure.verdict',
    triggers: ['признать', 'признавать'],
    roles: [
      {
        role: 'actor',
        from: ['agent'],
        ...courts,
        required: true,
      },
      { role: 'target', from: ['patient'], kinds: doers },
      { role: 'object', from: ['patient', 'Ins'] },
    ],
    least: 2,
  },
  // «он был признан виновным», «компанию признали банкротом»: nobody but a court or an organ finds so
  {
    name: 'measure.find',
    triggers: ['признать', 'признавать'],
    roles: [
      {
        role: 'object',
        from: ['predicate', 'Ins'],
        nouns: new Set(
          lemmaList(`
            виновный невиновный вменяемый невменяемый недееспособный банкрот недействительный незаконный
            неконституционный экстремистский террористический нежелательный потерпевший иноагент агент персона persona
          `),
        ),
        required: true,
      },
      { role: 'target', from: ['patient'], ...accused },
      { role: 'actor', from: ['agent'], ...actors },
    ],
    least: 3,
    leastHidden: 1,
  },
  // «партия исключила его из фракции», «депутат исключён из списка»
  {
    name: 'measure.expel',
    triggers: lemmaList(`исключить исключать исключение`),
    roles: [
      { role: 'object', from: ['из Gen'], required: true },
      { role: 'target', from: ['patient'], kinds: doers, nouns: targets.nouns },
      { role: 'actor', from: ['agent'], ...actors },
    ],
    least: 2,
    leastHidden: 1,
  },
  // «суд отверг жалобу», «сенат поддержал законопроект»: a ruling or a vote, however it is said
  {
    name: 'measure.resolve',
    triggers: lemmaList(`отвергнуть отвергать поддержать поддерживать`),
    roles: [
      { role: 'actor', from: ['agent'], kinds: [], nouns: deciding, required: true },
      { role: 'object', from: ['patient'], nouns: submitted, required: true },
      { role: 'target', from: ['Dat'], ...targets },
    ],
  },
  // «Тальмар признал независимость острова», «комиссия признала компанию виновной»
  {
    name: 'measure.recognise',
    triggers: ['признать', 'признавать', 'признание'],
    roles: [
      { role: 'actor', from: ['agent'], ...actors },
      { role: 'target', from: ['patient'], kinds: ['state', 'organisation', 'person'] },
      {
        role: 'object',
        from: ['patient'],
        nouns: new Set(
          lemmaList(`
    независимость суверенитет государство республика государственность результат итог выборы легитимность компания
    оператор концерн договор
  `),
        ),
      },
    ],
    least: 2,
  },
  // «президент назначил его послом», «уволил министра»
  {
    name: 'measure.appoint',
    triggers: lemmaList(`
      назначить назначать уволить увольнять отставить переназначить сместить отстранить снять назначение увольнение
      отстранение утвердить свергнуть смещать разжаловать переназначать переназначаться назначаться низложить
      отрешить отрешение смещение свергать отставлять
    `),
    roles: [
      { role: 'target', from: ['patient'], kinds: ['person', 'post'] },
      { role: 'actor', from: ['agent'], ...actors },
      // «министром обороны», «на пост посла», «с должности»
      {
        role: 'object',
        from: ['predicate', 'Ins', 'на Acc', 'на Loc', 'с Gen', 'от Gen'],
        // the post of somebody known stands for its holder
        kinds: ['post', 'person'],
        nouns: new Set(['пост', 'должность', 'исполнять', 'исполняющий']),
        people: true,
      },
    ],
    least: 2,
    leastHidden: 1,
  },
  // «правительство ассигновало 115 млн на дороги», «внесли страну в список»
  {
    name: 'measure.grant',
    triggers: lemmaList(`ассигновать выделить выделять внести включить`),
    roles: [
      { role: 'actor', from: ['agent'], ...actors, required: true },
      { role: 'target', from: ['patient'], kinds: ['state', 'organisation', 'person'] },
      { role: 'object', from: ['patient', 'в Acc'], required: true },
    ],
  },
  // «комиссия одобрила освобождение»
  {
    name: 'measure.approve',
    triggers: lemmaList(`
      одобрить одобрять одобрение санкционировать утвердить утверждать отклонить отклонять отвергнуть отвергать
      заветировать денонсировать инициировать узаконить
    `),
    roles: [
      { role: 'actor', from: ['agent'], ...actors, required: true },
      { role: 'object', from: ['patient'], required: true },
    ],
  },
  // «суд постановил, что …»
  {
    name: 'measure.rule',
    triggers: lemmaList(`
      постановить распорядиться постановлять предписать предписывать приказать приказывать велеть повелеть
      уполномочить
    `),
    roles: [{ role: 'actor', from: ['agent'], ...actors, required: true }],
  },
  // «закон предусматривает штраф за ввоз рыбы», «указ запрещает вывоз зерна»: what an act lays down
  {
    name: 'measure.lay-down',
    triggers: lemmaList(`
      предусматривать предусмотреть допускать запрещать запретить разрешать разрешить вводить обязывать предписывать
      ограничивать позволять позволить обязать устанавливать установить наделять закреплять закрепить
    `),
    roles: [
      {
        role: 'actor',
        from: ['agent'],
        kinds: [],
        nouns: new Set([
          ...decrees,
          ...lemmaList(`закон законопроект поправка кодекс законодательство конституция резолюция`),
        ]),
        required: true,
      },
      { role: 'object', from: ['patient', 'infinitive'], required: true },
      { role: 'target', from: ['Dat'], ...targets },
    ],
  },
  // «запрет действовал с февраля», «ограничения распространяются на дипломатов», «перестанет действовать запрет»
  {
    name: 'measure.in-force',
    triggers: lemmaList(`действовать истечь истекать продлиться распространяться распространиться`),
    roles: [{ role: 'object', from: ['agent', 'patient'], nouns: standing, required: true }],
  },
  // «эмбарго остаётся в силе»
  {
    name: 'measure.stay-in-force',
    triggers: lemmaList(`оставаться остаться`),
    roles: [{ role: 'object', from: ['agent'], nouns: standing, required: true }],
  },
  // «суд вынес приговор», «президент подписал указ», «лига вынесла решение»
  {
    name: 'measure.decide',
    triggers: lemmaList(`
    вынести выносить подписать издать принять огласить опубликовать подписывать издавать отдать отдавать составить
    составлять
  `),
    roles: [
      {
        role: 'object',
        from: ['patient'],
        nouns: new Set([
          ...decrees,
          ...lemmaList(`
            решение приговор закон резолюция вердикт директива вотум недоверие выговор предупреждение протокол
          `),
        ]),
        required: true,
      },
      { role: 'actor', from: ['agent'], ...actors },
      { role: 'target', from: ['против Gen', 'в отношении Gen', 'на Acc', 'Dat'], ...targets },
    ],
    least: 2,
    leastHidden: 1,
  },
  // «президент распорядился вывести войска», «власти отказали в выдаче», «лишили права»
  {
    name: 'measure.order',
    triggers: lemmaList(
      `отказать отказывать лишить лишение отстранить отстранять разрешить обязать аннулирование аннулировать`,
    ),
    roles: [
      { role: 'actor', from: ['agent'], ...actors },
      { role: 'target', from: ['patient', 'Dat'], kinds: ['person', 'state', 'organisation', 'post'] },
      { role: 'object', from: ['patient', 'в Loc', 'infinitive'] },
    ],
    least: 1,
  },
  // «суд осудил его за растрату»: anybody else gives an opinion
  {
    name: 'measure.condemn',
    triggers: ['осудить'],
    roles: [
      { role: 'actor', from: ['agent'], ...courts, required: true },
      {
        role: 'target',
        from: ['patient'],
        kinds: ['person', 'organisation', 'post'],
        nouns: targets.nouns,
        people: true,
      },
      { role: 'object', from: ['к Dat', 'на Acc'] },
    ],
    least: 2,
  },
  // «парламент выразил доверие кабинету»
  {
    name: 'measure.confidence',
    triggers: lemmaList(`выразить выражать объявить вынести`),
    roles: [
      {
        role: 'actor',
        from: ['agent'],
        kinds: [],
        nouns: new Set(
          lemmaList(`парламент дума палата рада собрание сейм бундестаг кнессет конгресс депутат меджлис`),
        ),
        required: true,
      },
      { role: 'object', from: ['patient'], nouns: new Set(lemmaList(`доверие недоверие вотум`)), required: true },
      { role: 'target', from: ['Dat'], ...targets },
    ],
  },
  // «суд приговорил его к десяти годам», «посол был награждён орденом»
  {
    name: 'measure.sentence',
    triggers: lemmaList(`
      приговорить приговаривать осудить оштрафовать штрафовать наградить награждать удостоить присудить обвинить
      обязать обязывать наказать наказывать удостаивать присуждать присуждаться поощрить премировать награждаться
      приговариваться
    `),
    roles: [
      { role: 'actor', from: ['agent'], ...actors },
      {
        role: 'target',
        from: ['patient', 'Dat'],
        kinds: ['person', 'state', 'organisation', 'post'],
        nouns: targets.nouns,
      },
      { role: 'object', from: ['к Dat', 'в Loc', 'Ins', 'на Acc', 'infinitive'] },
    ],
    least: 2,
    leastHidden: 1,
  },
  // «взяли под стражу», «заключён в тюрьму», «помещён под домашний арест»
  {
    name: 'measure.custody',
    triggers: lemmaList(`
      взять брать заключить заключать поместить помещать посадить отправить отправлять перевести водворить оставить
      заточить этапировать
    `),
    roles: [
      {
        role: 'object',
        from: ['под Acc', 'в Acc', 'под Ins'],
        nouns: new Set(lemmaList(`стража арест тюрьма сизо изолятор колония карцер заключение надзор плен`)),
        required: true,
      },
      { role: 'target', from: ['patient'], kinds: ['person', 'organisation', 'post'] },
      { role: 'actor', from: ['agent'], ...actors },
    ],
    least: 2,
  },
  // «правительство отправлено в отставку», «президент отправил министра в отпуск»
  {
    name: 'measure.dismiss',
    triggers: ['отправить', 'отправлять', 'уволить'],
    roles: [
      {
        role: 'object',
        from: ['в Acc'],
        nouns: new Set(lemmaList(`отставка отпуск запас`)),
        required: true,
      },
      { role: 'target', from: ['patient'], kinds: ['person', 'organisation', 'post'], nouns: targets.nouns },
      { role: 'actor', from: ['agent'], ...actors },
    ],
    least: 2,
  },
  // «объявлен в розыск», «дипломата объявили персоной нон грата»
  {
    name: 'measure.declare',
    triggers: ['объявить', 'объявлять', 'объявление'],
    roles: [
      {
        role: 'object',
        from: ['в Acc', 'predicate', 'Ins'],
        nouns: new Set(lemmaList(`розыск персона persona агент террорист`)),
        required: true,
      },
      { role: 'target', from: ['patient'], kinds: ['person', 'organisation', 'post'], nouns: targets.nouns },
      { role: 'actor', from: ['agent'], ...actors },
    ],
    least: 2,
  },
  // «в чёрный список внесены сорок чиновников», «чиновника исключили из списка», «в него занесли банкиров»
  {
    name: 'measure.list',
    triggers: lemmaList(`
      внести вносить включить включать добавить исключить исключать внесение включение занести заносить
    `),
    roles: [
      {
        role: 'object',
        from: ['в Acc', 'из Gen'],
        nouns: new Set(lemmaList(`список перечень реестр`)),
        told: true,
        required: true,
      },
      { role: 'target', from: ['patient'], kinds: ['person', 'organisation', 'post', 'state'], nouns: targets.nouns },
      { role: 'actor', from: ['agent'], ...actors },
    ],
    least: 2,
  },
  // «под санкции попали три банка», «компания оказалась под эмбарго»
  {
    name: 'measure.fall-under',
    triggers: lemmaList(`попасть попадать подпасть подпадать оказаться оказываться`),
    roles: [
      {
        role: 'object',
        from: ['под Acc', 'под Ins', 'под Loc'],
        nouns: new Set(lemmaList(`санкция эмбарго запрет ограничение пошлина`)),
        required: true,
      },
      {
        role: 'target',
        from: ['agent', 'patient'],
        kinds: ['person', 'organisation', 'post', 'state'],
        nouns: targets.nouns,
        people: true,
      },
      { role: 'object', from: ['agent', 'patient'] },
    ],
    least: 2,
  },
  // «чиновника привлекли к ответственности»
  {
    name: 'measure.liability',
    triggers: ['привлечь', 'привлекать', 'привлечение'],
    roles: [
      { role: 'object', from: ['к Dat'], nouns: new Set(['ответственность', 'суд']), required: true },
      { role: 'target', from: ['patient'], kinds: ['person', 'organisation', 'post', 'state'], nouns: targets.nouns },
      { role: 'actor', from: ['agent'], ...actors },
    ],
    least: 2,
  },
  // «суд удовлетворил иск», «жалоба отклонена», «апелляция оставлена без рассмотрения»
  {
    name: 'measure.plea',
    triggers: lemmaList(`удовлетворить удовлетворять удовлетворение отклонить отклонять отклонение`),
    roles: [
      {
        role: 'object',
        from: ['patient'],
        nouns: new Set(
          lemmaList(`
            иск жалоба ходатайство апелляция заявление прошение требование протест претензия просьба запрос
            представление
          `),
        ),
        required: true,
      },
      { role: 'actor', from: ['agent'], ...actors },
    ],
    least: 2,
    leastHidden: 1,
  },
  // «суд оставил приговор в силе», «инстанция подтвердила приговор»
  {
    name: 'measure.uphold',
    triggers: lemmaList(`оставить оставлять подтвердить подтверждать смягчить изменить пересмотреть отменить отменять`),
    roles: [
      {
        role: 'object',
        from: ['patient'],
        nouns: new Set(lemmaList(`приговор вердикт решение арест запрет санкция ставка`)),
        required: true,
      },
      { role: 'actor', from: ['agent'], ...courts, required: true },
    ],
  },
  // «его обвиняют в растрате», where nobody is said to speak
  {
    name: 'measure.accuse',
    triggers: lemmaList(`обвинять обвинить подозревать заподозрить`),
    roles: [
      { role: 'target', from: ['patient'], ...accused, kinds: ['person', 'organisation', 'post'], required: true },
      { role: 'actor', from: ['agent'], ...actors },
      { role: 'place', from: ['в Loc'], kinds: ['place', 'state'] },
      { role: 'object', from: ['в Loc'], required: true },
    ],
  },
  // «посол обвиняется в растрате»
  {
    name: 'measure.accused',
    triggers: lemmaList(`обвиняться подозреваться`),
    roles: [
      { role: 'target', from: ['agent'], ...accused, required: true },
      { role: 'place', from: ['в Loc'], kinds: ['place', 'state'] },
      { role: 'object', from: ['в Loc'], required: true },
    ],
  },
  // «ему вменяется растрата»
  {
    name: 'measure.charge',
    triggers: lemmaList(`вменять вменить вменяться инкриминировать инкриминироваться`),
    roles: [
      {
        role: 'target',
        from: ['Dat'],
        ...accused,
        required: true,
      },
      { role: 'object', from: ['patient', 'agent', 'infinitive'] },
    ],
  },
  // «парламент проголосовал за закон»
  {
    name: 'measure.vote',
    triggers: lemmaList(`проголосовать голосовать постановить отклонить поручить предписать поручать`),
    roles: [
      { role: 'actor', from: ['agent'], kinds: actors.kinds, nouns: voting, counted: true, required: true },
      { role: 'object', from: ['за Acc', 'против Gen', 'patient', 'к Dat', 'infinitive'] },
      { role: 'target', from: ['Dat'], ...targets },
    ],
    least: 2,
  },
  // «за договор высказался 71 сенатор»
  {
    name: 'measure.vote-for',
    triggers: siding,
    roles: [
      { role: 'actor', from: ['agent'], kinds: actors.kinds, nouns: voting, counted: true, required: true },
      { role: 'object', from: ['за Acc', 'против Gen'], required: true },
    ],
  },
  // «воздержались три страны»: a vote that is for nothing
  {
    name: 'measure.abstain',
    triggers: ['воздержаться', 'воздерживаться'],
    roles: [
      { role: 'actor', from: ['agent'], kinds: ['state'], nouns: voting, counted: true, required: true },
      { role: 'object', from: ['от Gen', 'при Loc'], nouns: new Set(['голосование']) },
    ],
  },
  // «санкции Тальмара против Варонии», «эмбарго на поставки оружия»
  {
    name: 'measure.noun',
    triggers: lemmaList(`санкция эмбарго блокада запрет амнистия`),
    roles: [
      { role: 'actor', from: ['patient', 'agent'], ...actors },
      { role: 'target', from: ['против Gen', 'в отношении Gen', 'для Gen', 'Dat'], ...targets },
      { role: 'object', from: ['self', 'на Acc'] },
    ],
    least: 2,
  },
];
