import {
  draftMatches,
  type Frame,
  type FrameDrafts,
  happeningDraft,
  indexFrames,
  type Match,
  matchFrames,
} from './frames.ts';
import type { Reading } from './reading.ts';
import { actingNouns } from './roles.ts';
import { isAsked } from './clause.ts';
import { prepositionOf, type Tree } from './tree.ts';
import { lemmaList } from './lemma-list.ts';

const actors = {
  kinds: ['state', 'organisation', 'person', 'post'],
  nouns: new Set([
    ...actingNouns,
    ...lemmaList(`президент управление министерство депутат сенатор законодатель судья`),
  ]),
} as const;
const targets = {
  kinds: ['state', 'organisation', 'person', 'place', 'post'],
  nouns: new Set(
    lemmaList(`
    компания гражданин чиновник дипломат экспорт импорт страна власть правительство концерн банк предприятие ведомство
  `),
  ),
} as const;
const acts = new Set(
  lemmaList(`
  санкция запрет эмбарго ограничение пошлина мера блокада мораторий режим положение квота виза налог тариф контрмера
  карантин патрулирование бойкот список решение закон указ резолюция ставка штраф взыскание вето льгота акциз субсидия
  регистрация розыск траур выборы выбор тревога мобилизация амнистия комендантский сила контроль лимит норма
  постановление распоряжение приказ директива приговор реформа поправка законопроект война дефолт бюджет расход пособие
  пенсия гарантия арест полномочие гражданство преференция надбавка сбор дотация программа вердикт цена иммунитет
  неприкосновенность членство госрегистрация перерегистрация обвинение наказание срок подозрение
`),
);
/** Those of the acts that are in force for a while; «полномочия истекают» is no act. */
const standing = new Set(
  lemmaList(`
    санкция запрет эмбарго ограничение пошлина мера блокада мораторий режим квота карантин бойкот указ резолюция льгота
    траур закон лимит амнистия положение контрмера тариф
  `),
);

/** Frames whose verbs have no other sense that is told in news: not «ввести», «снять», «дать». */
const tellingFrames: ReadonlySet<string> = new Set([
  'measure.act',
  'measure.appoint',
  'measure.sentence',
  'measure.vote',
]);

const frames: readonly Frame[] = [
  // «Тальмар ввёл запрет на импорт рыбы»; «отменили санкции против Варонии»
  {
    name: 'measure.impose',
    triggers: lemmaList(`
      ввести вводить введение наложить накладывать снять снимать снятие отменить отменять отмена продлить продлевать
      продление ужесточить ослабить смягчить расширить применить применять объявить принять издать подписать утвердить
      поднять повысить понизить снизить установить устанавливать вынести назначить усилить упростить увеличить сократить
      ужесточать ослаблять смягчать расширять объявлять издавать подписывать утверждать поднимать повышать понижать
      снижать выносить назначать усиливать упрощать увеличивать сокращать ужесточение смягчение ослабление обнулить
      обнулять урезать
    `),
    roles: [
      { role: 'object', from: ['patient'], nouns: acts, required: true },
      { role: 'actor', from: ['agent'], ...actors },
      {
        role: 'target',
        from: ['против Gen', 'в отношении Gen', 'для Gen', 'на Acc', 'из Gen', 'с Gen', 'Dat'],
        ...targets,
      },
    ],
  },
  // «Тальмар запретил ввоз рыбы»; «выслал двух дипломатов»
  {
    name: 'measure.act',
    triggers: lemmaList(`
      запретить запрещать выслать высылать высылка отозвать отзыв закрыть заблокировать приостановить арестовать
      задержать арест задержание национализировать ограничить ограничивать разорвать прекратить помиловать депортировать
      конфисковать амнистировать эмбарго оккупировать аннексировать разрешить выпустить выпускать освободить
      экстрадировать изъять отпустить приватизировать мобилизовать эвакуировать перекрыть заморозить разморозить
      разблокировать допросить обыскать разогнать легализовать зарегистрировать девальвировать расследовать ассигновать
      субсидировать депортация конфискация национализация экстрадиция помилование эвакуация блокировать отстранить
      распустить роспуск выдворить выдворение выдворять высылаться арестовывать задерживать освобождать арестовываться
      оправдать оправдание реабилитировать схватить закрывать блокада запрещаться отзывать разрывать прекращать
      приостанавливать отключить обложить взыскать списать обнулить рефинансировать реструктуризировать
      реструктурировать рассекретить засекретить опечатать сертифицировать лицензировать аккредитовать интернировать
      экспроприировать реквизировать переименовать разоружить пресечь обезвредить проиндексировать индексировать
    `),
    roles: [
      { role: 'actor', from: ['agent'], ...actors },
      { role: 'target', from: ['patient'], kinds: ['person', 'state', 'organisation', 'post'] },
      { role: 'target', from: ['Dat', 'из Gen', 'для Gen', 'против Gen', 'в отношении Gen'], ...targets },
      { role: 'object', from: ['patient', 'infinitive'] },
      { role: 'place', from: ['в Loc', 'на Loc'], kinds: ['place', 'state'] },
    ],
    least: 2,
    leastHidden: 1,
  },
  // «Тальмар выдал Варонии кредит», «компании предоставлена лицензия», «прокуратура предъявила ему обвинение»
  {
    name: 'measure.give',
    triggers: lemmaList(`
      дать давать предоставить предоставлять предоставляться предоставление выдать выдавать выдача выделить выделять
      выделение присвоить предъявить предъявлять получить лишить аннулировать отозвать продлить
    `),
    roles: [
      {
        role: 'object',
        from: ['patient'],
        nouns: new Set(
          lemmaList(`
            кредит заем ссуда убежище статус гражданство разрешение лицензия виза гарантия отсрочка субсидия право
            обвинение компенсация поручение указание звание аккредитация допуск полномочие автономия неприкосновенность
            иммунитет мандат
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
    `),
    roles: [
      {
        role: 'object',
        from: ['patient'],
        nouns: new Set(
          lemmaList(`
            дело расследование проверка обыск разбирательство ревизия допрос следствие голосование процедура процесс
            амнистия мобилизация эвакуация реформа призыв аудит спецоперация зачистка рейд облава
          `),
        ),
        required: true,
      },
      {
        role: 'actor',
        from: ['agent'],
        kinds: actors.kinds,
        nouns: new Set([...actors.nouns, 'следователь', 'прокурор']),
      },
      { role: 'target', from: ['против Gen', 'в отношении Gen', 'у Gen'], ...targets },
    ],
    least: 2,
    leastHidden: 1,
  },
  // «суд признал его виновным», «трибунал признал приговор законным»: a court does so by saying so
  {
    name: 'measure.verdict',
    triggers: ['признать', 'признавать'],
    roles: [
      {
        role: 'actor',
        from: ['agent'],
        nouns: new Set(lemmaList(`суд трибунал коллегия присяжный судья инстанция арбитраж`)),
        kinds: [],
        required: true,
      },
      { role: 'target', from: ['patient'], kinds: ['state', 'organisation', 'person', 'post'] },
      { role: 'object', from: ['patient', 'Ins'] },
    ],
    least: 2,
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
          lemmaList(`независимость суверенитет государство республика государственность результат итог выборы легитимность
            компания оператор концерн договор`),
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
      отстранение утвердить свергнуть
    `),
    roles: [
      { role: 'target', from: ['patient'], kinds: ['person', 'post'] },
      { role: 'actor', from: ['agent'], ...actors },
      // «министром обороны», «на пост посла», «с должности»
      {
        role: 'object',
        from: ['predicate', 'Ins', 'на Acc', 'на Loc', 'с Gen', 'от Gen'],
        kinds: ['post'],
        nouns: new Set(['пост', 'должность']),
      },
    ],
    least: 2,
    leastHidden: 1,
  },
  // «правительство ассигновало 115 млн на дороги», «внесли страну в список»
  {
    name: 'measure.grant',
    triggers: lemmaList(`ассигновать выделить внести включить исключить`),
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
      одобрить одобрять одобрение санкционировать утвердить утверждать отклонить отклонять отвергнуть отвергать поддержать
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
    triggers: ['постановить', 'распорядиться', 'постановлять', 'предписать', 'предписывать'],
    roles: [{ role: 'actor', from: ['agent'], ...actors, required: true }],
  },
  // «запрет действовал с февраля»
  {
    name: 'measure.in-force',
    triggers: lemmaList(`действовать истечь истекать продлиться`),
    roles: [{ role: 'object', from: ['agent'], nouns: standing, required: true }],
  },
  // «суд вынес приговор», «президент подписал указ», «лига вынесла решение»
  {
    name: 'measure.decide',
    triggers: lemmaList(`вынести выносить подписать издать принять огласить опубликовать`),
    roles: [
      {
        role: 'object',
        from: ['patient'],
        nouns: new Set(
          lemmaList(`решение приговор указ распоряжение постановление приказ закон резолюция вердикт директива`),
        ),
        required: true,
      },
      { role: 'actor', from: ['agent'], ...actors },
      { role: 'target', from: ['против Gen', 'в отношении Gen', 'Dat'], ...targets },
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
  // «суд приговорил его к десяти годам», «посол был награждён орденом»
  {
    name: 'measure.sentence',
    triggers: lemmaList(`
      приговорить приговаривать осудить оштрафовать штрафовать наградить награждать удостоить присудить обвинить обязать
      обязывать
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
  // «парламент проголосовал за закон»
  {
    name: 'measure.vote',
    triggers: lemmaList(`проголосовать голосовать постановить отклонить поручить предписать поручать`),
    roles: [
      { role: 'actor', from: ['agent'], ...actors, required: true },
      { role: 'object', from: ['за Acc', 'против Gen', 'patient', 'к Dat', 'infinitive'] },
      { role: 'target', from: ['Dat'], ...targets },
    ],
    least: 2,
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

const index = indexFrames(frames);

/** Verbs that tell a unilateral act whatever stands beside them: «арестован», «назначил», «проголосовали». */
export const unilateralVerbs: ReadonlySet<string> = new Set(
  frames.filter(({ name }) => tellingFrames.has(name)).flatMap(({ triggers }) => triggers),
);

/** Unilateral acts: sanctions, bans, decrees, votes, expulsions. */
export function findMeasures(reading: Reading, tree: Tree): FrameDrafts {
  return draftMatches(matchFrames(reading, tree, index), whyNot, (match) => happeningDraft(match, 'measure'));
}

/** «лишение свободы», «введение пошлин»: acts of which neither who, nor on whom, nor when is told. */
function whyNot({ frame, p, roles, time, reading }: Match): string | null {
  if (isAsked(p.tree, p.token)) return 'asked, not told';
  if (frame.name === 'measure.noun' && p.light >= 0) return 'the verb that carries it tells it';
  // «восстание, поддержанное армией»
  if (frame.name === 'measure.approve' && p.form === 'participle' && time === null) return 'told in passing';
  const after = prepositionOf(p.tree, p.token) === 'после';
  const told =
    p.form !== 'noun' || p.light >= 0 || roles.length > 1 || time !== null || reading.cues.length > 1 || after;
  if (roles.some((r) => r.role === 'object' && figurative.test(r.text.toLowerCase()))) return 'a manner of speaking';
  return told ? null : 'an act in general';
}

// «закрыл дверь для переговоров», «отозвал слова», «внёс вклад», «оправдал надежды»
const figurative =
  /^(?:двер|глаз|тем[ауы](?!\p{L})|слов|разговор|(?:\p{L}+ )?вклад|(?:возложенн\p{L}+ )?(?:на \p{L}+ )?надежд|ожидани)/u;
