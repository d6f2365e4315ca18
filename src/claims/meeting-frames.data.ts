import type { Frame } from './frames.ts';
import { sites } from './frame-words.data.ts';
import { lemmaList } from './lemma-list.ts';

const actors = {
  kinds: ['person', 'organisation', 'state', 'post'],
  nouns: new Set(
    lemmaList(`
    сторона лидер министр президент глава делегация представитель переговорщик дипломат премьер-министр посол страна
    семья оппозиция руководство группа миссия комиссия депутат парламентарий они оба
  `),
  ),
  people: true,
} as const;
const places = { kinds: ['place', 'state', 'facility', 'organisation'] } as const;

/** «посетит такие страны»: whither one comes, also without a name. */
const goals = { ...places, nouns: new Set(lemmaList(`страна республика государство`)) } as const;

/** «собрались в резиденции» */
const venues = new Set(lemmaList(`штаб-квартира резиденция дворец отель гостиница посольство`));

export const arrivals = lemmaList(
  `посетить посещать прибыть прибывать прилететь приехать побывать приезжать прилетать наведаться съездить слетать`,
);

export const visits = lemmaList(`визит поездка командировка турне приезд вояж`);

export const departures = lemmaList(`
  вылететь вылетать отправиться отправляться отбыть отбывать направиться направляться выехать выезжать ехать поехать
  улететь лететь полететь
`);

/** Where one is on a visit: «находится с визитом». */
export const stays = lemmaList(`находиться пребывать гостить`);

/** How Russian says that people or states meet. */
export const talks = lemmaList(`
  встреча переговоры консультация заседание саммит конференция беседа совещание сессия раунд форум съезд диалог
  дискуссия коллегия симпозиум слушание переговор брифинг пленум аудиенция пресс-конференция собрание
  видеоконференция телеконференция телемост видеомост сход сходка конклав планерка рандеву курултай
`);

/** Where words are said to the press. */
export const toldAt: ReadonlySet<string> = new Set(['пресс-конференция', 'брифинг']);

/** Nouns of meetings that with these adjectives name a body. */
export const assemblies: Readonly<Record<string, ReadonlySet<string>>> = {
  собрание: new Set(
    lemmaList(`
      законодательный федеральный национальный народный муниципальный городской районный областной республиканский
      парламентский частный полный дворянский
    `),
  ),
  коллегия: new Set(lemmaList(`судебный судейский адвокатский редакционный военный апелляционный кассационный`)),
};

export const meetingFrames: readonly Frame[] = [
  // «Министры встретились в Лескене»; «встретился с послом»
  {
    name: 'meeting.meet',
    triggers: lemmaList(`
      встретиться встречаться увидеться созвониться побеседовать беседовать переговорить поговорить пообщаться
      увидаться посовещаться проконсультироваться созваниваться отобедать отужинать пообедать
      поужинать
    `),
    roles: [
      // «с Минтрансом», with a name whose case does not show
      { role: 'actor', from: ['agent', 'с Ins', 'с Gen'], ...actors, required: true, speaks: true },
      { role: 'place', from: ['в Loc', 'на Loc'], ...places },
    ],
  },
  // «связался с послом по телефону»; «дважды говорил с ним по телефону»
  {
    name: 'meeting.phone',
    triggers: lemmaList(`связаться связываться говорить общаться разговаривать`),
    roles: [
      { role: 'actor', from: ['agent', 'с Ins'], ...actors, required: true },
      { role: 'object', from: ['по Dat'], nouns: new Set(['телефон']), kinds: [], required: true },
    ],
  },
  // «лидеры последний раз общались в Осло»
  {
    name: 'meeting.converse',
    triggers: ['общаться'],
    roles: [
      { role: 'actor', from: ['agent', 'с Ins'], ...actors, required: true },
      { role: 'place', from: ['в Loc', 'на Loc'], kinds: ['place', 'state'], required: true },
    ],
  },
  // «министры соберутся в Осло»
  {
    name: 'meeting.gather',
    triggers: ['собраться', 'собираться', 'съехаться', 'съезжаться'],
    roles: [
      { role: 'actor', from: ['agent'], ...actors, people: false, required: true },
      { role: 'place', from: ['в Loc', 'на Loc'], ...places, nouns: venues, required: true },
    ],
  },
  // «переговоры министров в Ольмаре»; «провели встречу»; «состоится саммит»; «после консультаций с Мередией»
  {
    name: 'meeting.talks',
    triggers: talks,
    roles: [
      { role: 'actor', from: ['agent', 'patient', 'с Ins', 'между Ins', 'у Gen'], ...actors },
      { role: 'place', from: ['в Loc', 'на Loc'], kinds: sites },
    ],
  },
  // «конгресс рыбаков пройдёт в Ольмаре»
  {
    name: 'meeting.congress',
    triggers: ['конгресс'],
    roles: [
      { role: 'actor', from: ['patient'], ...actors },
      { role: 'place', from: ['в Loc', 'на Loc'], kinds: sites },
    ],
  },
  // «визит президента в Ольмар»; «нанёс визит»; «турне по Варонии»
  {
    name: 'meeting.visit',
    triggers: visits,
    roles: [
      { role: 'actor', from: ['agent', 'patient'], ...actors },
      { role: 'place', from: ['в Acc', 'в Loc', 'на Acc', 'по Dat'], ...places },
    ],
    least: 1,
    leastCarried: 0,
  },
  // «президент посетил порт»; «прибыл в столицу»; «побывал на островах»
  {
    name: 'meeting.arrive',
    triggers: arrivals,
    roles: [
      { role: 'actor', from: ['agent'], ...actors, required: true, speaks: true },
      { role: 'place', from: ['patient', 'в Acc', 'на Acc', 'в Loc', 'на Loc'], ...goals, required: true },
    ],
  },
  // «вылетел с визитом в Варонию»; «отправился в турне по Варонии»; «находится в Ольмаре с визитом»;
  // «отбыл в Ольмар для участия в саммите»
  {
    name: 'meeting.set-out',
    triggers: [...departures, ...stays],
    roles: [
      { role: 'actor', from: ['agent'], ...actors, required: true, speaks: true },
      { role: 'place', from: ['в Acc', 'на Acc', 'в Loc', 'на Loc', 'по Dat'], ...places },
      {
        role: 'object',
        from: ['с Ins', 'Ins', 'в Acc', 'для Gen'],
        nouns: new Set([...visits, 'участие']),
        kinds: [],
        required: true,
      },
    ],
  },
  // «в октябре в Осло ждут президента»
  {
    name: 'meeting.await',
    triggers: ['ждать', 'ожидать'],
    status: 'planned',
    roles: [
      { role: 'actor', from: ['patient'], kinds: ['person', 'post'], required: true },
      { role: 'place', from: ['в Loc', 'на Loc'], kinds: ['place', 'state'], required: true },
    ],
  },
  // «министры сели за стол переговоров»
  {
    name: 'meeting.sit',
    triggers: ['сесть', 'садиться', 'усесться'],
    roles: [
      { role: 'actor', from: ['agent'], ...actors, required: true },
      { role: 'object', from: ['за Acc'], nouns: new Set(['стол']), kinds: [], required: true },
    ],
  },
  // «к нам приедет министр»
  {
    name: 'meeting.come',
    triggers: lemmaList(`приехать прибыть прилететь пожаловать приезжать прибывать прилетать`),
    roles: [
      { role: 'actor', from: ['agent'], ...actors, required: true },
      { role: 'addressee', from: ['к Dat'], required: true },
    ],
  },
  // «премьер позвонил королю»
  {
    name: 'meeting.ring',
    triggers: lemmaList(`позвонить звонить дозвониться`),
    roles: [
      { role: 'actor', from: ['agent'], ...actors, required: true },
      { role: 'actor', from: ['Dat'], kinds: ['person', 'post', 'state'], required: true },
    ],
  },
  // «министры обменялись мнениями»
  {
    name: 'meeting.exchange',
    triggers: lemmaList(`обменяться обмениваться`),
    roles: [
      { role: 'actor', from: ['agent', 'с Ins'], ...actors, required: true },
      { role: 'object', from: ['Ins'], nouns: new Set(['мнение', 'взгляд', 'соображение']), kinds: [], required: true },
    ],
  },
  // «президент принял посла»
  {
    name: 'meeting.receive',
    triggers: ['принять', 'принимать'],
    roles: [
      { role: 'actor', from: ['agent'], ...actors, required: true, speaks: true },
      { role: 'actor', from: ['patient'], kinds: ['person', 'post'], required: true },
      { role: 'place', from: ['в Loc', 'на Loc'], ...places },
    ],
  },
  // «Лосский и Вольден обсудили торговлю»
  {
    name: 'meeting.discuss',
    triggers: lemmaList(`обсудить обсуждать обговорить обговаривать`),
    roles: [
      { role: 'actor', from: ['agent', 'с Ins'], ...actors, required: true },
      { role: 'place', from: ['в Loc'], kinds: ['place', 'state'] },
    ],
  },
  // «телефонный разговор президентов»; «разговор состоялся по просьбе посла»
  {
    name: 'meeting.call',
    triggers: ['разговор', 'звонок'],
    roles: [{ role: 'actor', from: ['agent', 'patient', 'с Ins', 'между Ins'], ...actors }],
    least: 1,
    leastCarried: 0,
  },
];
