import type { Frame } from './frames.ts';
import { doers } from './frame-words.data.ts';
import { lemmaList } from './lemma-list.ts';

const givers = {
  kinds: doers,
  nouns: new Set(['компания', 'концерн', 'завод', 'сторона', 'предприятие', 'страна']),
} as const;
const takers = {
  kinds: ['state', 'organisation', 'place', 'person'],
  nouns: new Set(lemmaList(`армия флот сторона войско страна заказчик покупатель потребитель`)),
} as const;

/** What is sent nowhere but to be used up. */
const rawGoods: ReadonlySet<string> = new Set(
  lemmaList(`
    товар продукция продовольствие овощ фрукт мясо вино сахар молоко рис хлопок кукуруза удобрение сырье металл сталь
    древесина нефтепродукт бензин мазут уран лекарство медикамент энергоноситель топливо баррель тонна кубометр газ
    нефть уголь зерно пшеница электроэнергия вакцина
  `),
);

/** What is brought to those in need. */
const relief = lemmaList(`помощь гумпомощь гуманитарка продукт одеяло вода генератор обогреватель еда питание`);

/** What is handed over when states and firms supply each other. */
export const goods: ReadonlySet<string> = new Set([
  ...rawGoods,
  ...lemmaList(`
    рыба чай автомобиль алюминий лес руда плутоний груз реактор эсминец крейсер подлодка фрегат беспилотник дрон
    снаряд пулемет автомат винтовка гаубица радар бомбардировщик штурмовик бронетехника спутник энергия партия
    самолет вертолет танк ракета комплекс система оружие вооружение истребитель катер корабль машина техника
    оборудование боеприпас станция лодка боеголовка миномет бронетранспортер бтр бмп лайнер авиалайнер трактор локомотив вагон
    труба турбина двигатель комплектующие запчасть соя ячмень масло табак кофе какао яблоко картофель сыр говядина
    свинина алмаз золото титан никель медь препарат палатка спг бронежилет прибор субмарина дивизион вертолетоносец
    авианосец корвет бронемашина
  `),
]);

/** «поступят в ВМС», whose case does not show. */
const forcesTaking: Frame['roles'][number] = { role: 'recipient', from: ['в Loc'], kinds: ['organisation'] };

/** «в Перу поставлено сто вертолётов» */
const stateTaking: Frame['roles'][number] = { role: 'recipient', from: ['в Loc'], kinds: ['state'] };

/** What is bought, and from whom. */
const bought: Frame['roles'] = [
  { role: 'supplier', from: ['от Gen', 'у Gen', 'из Gen'], ...givers },
  { role: 'object', from: ['patient'], kinds: ['equipment', 'facility'], nouns: goods, required: true },
];

/** «закупит катера в Дании» */
const boughtIn: Frame['roles'][number] = { role: 'supplier', from: ['в Loc'], kinds: ['state'] };

/** The ways to tell that something is delivered, bought or handed over. */
export const supplyFrames: readonly Frame[] = [
  // «Тальмар поставит Варонии двенадцать катеров»; «передал Варонии партию катеров»
  {
    name: 'supply.deliver',
    triggers: lemmaList(`
      поставить поставлять поставляться отгрузить экспортировать продать продавать отгружать перепродать
      реэкспортировать сбыть
    `),
    roles: [
      { role: 'supplier', from: ['agent', 'из Gen'], ...givers },
      { role: 'recipient', from: ['Dat', 'в Acc', 'на Acc', 'для Gen'], ...takers },
      stateTaking,
      { role: 'object', from: ['patient'] },
    ],
    least: 2,
  },
  // «Тальмар передал Варонии первые катера»
  {
    name: 'supply.hand-over',
    triggers: ['передать', 'передавать', 'предоставить', 'предоставлять', 'выделить', 'выделять'],
    roles: [
      { role: 'supplier', from: ['agent', 'из Gen'], ...givers },
      { role: 'recipient', from: ['Dat'], ...takers, required: true },
      { role: 'object', from: ['patient'], required: true },
    ],
  },
  // «Тальмар отправит повстанцам оружие»; «отправил корабль в залив» is a deployment
  {
    name: 'supply.send',
    triggers: lemmaList(`отправить отправлять направить направлять прислать присылать отдать отдавать`),
    roles: [
      { role: 'supplier', from: ['agent', 'из Gen'], ...givers },
      { role: 'recipient', from: ['Dat', 'для Gen'], ...takers, people: true, required: true },
      { role: 'object', from: ['patient'], nouns: goods, kinds: ['equipment', 'facility'], required: true },
    ],
  },
  // «обязался отправлять в Варонию миллиард кубометров газа»
  {
    name: 'supply.send-raw',
    triggers: lemmaList(`отправить отправлять направить направлять`),
    roles: [
      { role: 'supplier', from: ['agent', 'из Gen'], ...givers },
      { role: 'recipient', from: ['в Acc'], kinds: ['state'], required: true },
      { role: 'object', from: ['patient'], nouns: rawGoods, required: true },
    ],
  },
  // «нефть качают в Мередию», «зерно экспортировалось в Варонию»
  {
    name: 'supply.export',
    triggers: lemmaList(`качать прокачать прокачивать экспортироваться импортироваться завезти ввезти`),
    roles: [
      { role: 'supplier', from: ['agent', 'из Gen'], ...givers },
      { role: 'recipient', from: ['Dat', 'в Acc', 'на Acc', 'для Gen'], ...takers },
      { role: 'object', from: ['patient'], nouns: goods, kinds: ['equipment', 'facility'], required: true },
    ],
    least: 2,
  },
  // «Тальмар не передал катера», «катера будут переданы в ВМС Варонии»
  {
    name: 'supply.hand-over-goods',
    triggers: ['передать', 'передавать'],
    roles: [
      { role: 'supplier', from: ['agent'], ...givers },
      { role: 'recipient', from: ['в Acc', 'на Acc'], ...takers },
      forcesTaking,
      { role: 'object', from: ['patient'], kinds: ['equipment'], nouns: goods, required: true },
    ],
    least: 2,
  },
  // «первые катера поступят в ВМС Варонии», «газ поступал в Мередию»
  {
    name: 'supply.come-in',
    triggers: ['поступить', 'поступать'],
    roles: [
      { role: 'recipient', from: ['в Acc', 'на Acc', 'к Dat'], ...takers },
      forcesTaking,
      { role: 'object', from: ['agent'], kinds: ['equipment'], nouns: goods, required: true },
      { role: 'supplier', from: ['из Gen', 'от Gen'], ...givers },
    ],
    least: 2,
  },
  // «Тальмар не смог доставить газ Варонии», «самолёт доставил в Варонию гуманитарную помощь», «катер будет доставлен в Перу»
  {
    name: 'supply.bring',
    triggers: ['доставить', 'доставлять'],
    roles: [
      { role: 'supplier', from: ['agent', 'из Gen'], ...givers },
      { role: 'recipient', from: ['Dat', 'в Acc', 'на Acc', 'для Gen'], ...takers },
      stateTaking,
      {
        role: 'object',
        from: ['patient'],
        kinds: ['equipment'],
        nouns: new Set([...goods, ...relief]),
        required: true,
      },
    ],
    least: 2,
  },
  // «вторая партия катеров ожидается в марте», «партия прибыла в порт»
  {
    name: 'supply.batch',
    triggers: ['партия'],
    roles: [
      { role: 'object', from: ['self'], required: true },
      { role: 'recipient', from: ['в Acc'], ...takers },
    ],
  },
  // «поставка Варонии катеров»; «контракт на поставку газа в Мередию»
  {
    name: 'supply.delivery',
    triggers: ['поставка', 'экспорт', 'отгрузка', 'продажа'],
    roles: [
      { role: 'supplier', from: ['agent', 'из Gen'], ...givers },
      { role: 'recipient', from: ['Dat', 'в Acc', 'на Acc', 'для Gen'], ...takers },
      { role: 'object', from: ['patient'] },
    ],
    least: 0,
  },
  // «приостановил подачу газа в Мередию», «передача Варонии катеров»
  {
    name: 'supply.flow',
    triggers: ['подача', 'доставка', 'прокачка', 'передача'],
    roles: [
      { role: 'object', from: ['patient'], nouns: goods, required: true },
      { role: 'supplier', from: ['agent', 'из Gen'], ...givers },
      { role: 'recipient', from: ['Dat', 'в Acc', 'на Acc', 'для Gen'], ...takers },
    ],
  },
  // «Варония получит вторую партию катеров»
  {
    name: 'supply.receive',
    triggers: lemmaList(`получить получать`),
    roles: [{ role: 'recipient', from: ['agent'], ...takers }, ...bought],
    least: 2,
  },
  // «Варония получила второй транш кредита», «получит от Тальмара заём»
  {
    name: 'supply.receive-money',
    triggers: lemmaList(`получить получать`),
    roles: [
      { role: 'recipient', from: ['agent'], kinds: ['state'], nouns: new Set(['власть', 'страна']), required: true },
      { role: 'supplier', from: ['от Gen', 'у Gen'], ...givers },
      { role: 'object', from: ['patient'], nouns: new Set(lemmaList(`транш кредит заем ссуда грант`)), required: true },
    ],
  },
  // «Варония купила у Тальмара катера»
  {
    name: 'supply.buy',
    triggers: lemmaList(`
      закупить закупать купить покупать приобрести приобретать импортировать заказать заказывать докупить
    `),
    roles: [{ role: 'recipient', from: ['agent'], ...takers }, boughtIn, ...bought],
    least: 2,
  },
  // «закупка Варонией катеров», «закупки Варонии у Тальмара»
  {
    name: 'supply.purchase',
    triggers: lemmaList(`закупка покупка приобретение`),
    roles: [{ role: 'recipient', from: ['agent', 'patient'], ...takers }, ...bought],
    least: 2,
  },
];
