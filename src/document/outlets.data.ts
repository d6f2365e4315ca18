/** A publisher or agency whose names and hosts are public knowledge. Checked by hand against the outlets' own imprints. */
export interface Outlet {
  /** The name that it gives itself in Russian press, as written there. */
  readonly name: string;
  /** Other spellings, lower case. */
  readonly aliases: readonly string[];
  readonly hosts: readonly string[];
  /** Whether it sells copy to others: its mark in a text tells where the text comes from. */
  readonly agency: boolean;
  /** IANA name. */
  readonly zone: string;
}

const moscow = 'Europe/Moscow';
const minsk = 'Europe/Minsk';
const almaty = 'Asia/Almaty';
const kyiv = 'Europe/Kyiv';

export const outlets: readonly Outlet[] = [
  { name: 'ТАСС', aliases: ['tass', 'итар-тасс'], hosts: ['tass.ru', 'tass.com'], agency: true, zone: moscow },
  { name: 'РИА Новости', aliases: ['риа', 'ria novosti', 'ria'], hosts: ['ria.ru'], agency: true, zone: moscow },
  {
    name: 'Интерфакс',
    aliases: ['interfax', 'interfax.ru', 'интерфакс-россия'],
    hosts: ['interfax.ru', 'interfax-russia.ru'],
    agency: true,
    zone: moscow,
  },
  {
    name: 'Интерфакс-Запад',
    aliases: ['interfax-west', 'interfax.by'],
    hosts: ['interfax.by'],
    agency: true,
    zone: minsk,
  },
  { name: 'Интерфакс-Казахстан', aliases: ['interfax.kz'], hosts: ['interfax.kz'], agency: true, zone: almaty },
  { name: 'Интерфакс-Украина', aliases: ['interfax-ukraine'], hosts: ['interfax.com.ua'], agency: true, zone: kyiv },
  {
    name: 'БелТА',
    aliases: ['белта', 'belta', 'белорусское телеграфное агентство'],
    hosts: ['belta.by'],
    agency: true,
    zone: minsk,
  },
  {
    name: 'Спутник',
    aliases: ['sputnik'],
    hosts: ['sputnik.by', 'sputnik.kz', 'sputniknews.com', 'sputniknews.ru'],
    agency: true,
    zone: moscow,
  },
  { name: 'Росбалт', aliases: ['rosbalt'], hosts: ['rosbalt.ru'], agency: true, zone: moscow },
  { name: 'REGNUM', aliases: ['регнум', 'иа регнум', 'иа regnum'], hosts: ['regnum.ru'], agency: true, zone: moscow },
  { name: 'Прайм', aliases: ['prime', '1prime'], hosts: ['1prime.ru'], agency: true, zone: moscow },
  { name: 'Казинформ', aliases: ['kazinform'], hosts: ['inform.kz'], agency: true, zone: almaty },
  { name: 'КазТАГ', aliases: ['kaztag'], hosts: ['kaztag.kz'], agency: true, zone: almaty },
  {
    name: 'Укринформ',
    aliases: ['ukrinform', 'укрінформ'],
    hosts: ['ukrinform.ru', 'ukrinform.ua'],
    agency: true,
    zone: kyiv,
  },
  { name: 'УНИАН', aliases: ['unian', 'уніан'], hosts: ['unian.net', 'unian.ua'], agency: true, zone: kyiv },
  {
    name: 'АРМЕНПРЕСС',
    aliases: ['armenpress', 'арменпресс'],
    hosts: ['armenpress.am'],
    agency: true,
    zone: 'Asia/Yerevan',
  },
  {
    name: 'АЗЕРТАДЖ',
    aliases: ['azertag', 'азертадж', 'azertac'],
    hosts: ['azertag.az'],
    agency: true,
    zone: 'Asia/Baku',
  },
  { name: 'Тренд', aliases: ['trend'], hosts: ['trend.az'], agency: true, zone: 'Asia/Baku' },
  { name: 'Кабар', aliases: ['kabar'], hosts: ['kabar.kg'], agency: true, zone: 'Asia/Bishkek' },
  { name: '24.kg', aliases: [], hosts: ['24.kg'], agency: true, zone: 'Asia/Bishkek' },
  {
    name: 'АКИpress',
    aliases: ['akipress', 'акипресс'],
    hosts: ['akipress.org', 'akipress.com'],
    agency: true,
    zone: 'Asia/Bishkek',
  },
  { name: 'Ховар', aliases: ['khovar'], hosts: ['khovar.tj'], agency: true, zone: 'Asia/Dushanbe' },
  { name: 'УзА', aliases: ['uza'], hosts: ['uza.uz'], agency: true, zone: 'Asia/Tashkent' },
  { name: 'Reuters', aliases: ['рейтер', 'рейтерс'], hosts: ['reuters.com'], agency: true, zone: 'Europe/London' },
  {
    name: 'Associated Press',
    aliases: ['ap', 'ассошиэйтед пресс'],
    hosts: ['apnews.com'],
    agency: true,
    zone: 'America/New_York',
  },
  {
    name: 'AFP',
    aliases: ['афп', 'agence france-presse', 'франс пресс', 'франс-пресс'],
    hosts: ['afp.com'],
    agency: true,
    zone: 'Europe/Paris',
  },
  { name: 'Bloomberg', aliases: ['блумберг'], hosts: ['bloomberg.com'], agency: true, zone: 'America/New_York' },
  { name: 'DPA', aliases: ['дпа'], hosts: ['dpa.com'], agency: true, zone: 'Europe/Berlin' },
  {
    name: 'Синьхуа',
    aliases: ['xinhua', '新华社'],
    hosts: ['xinhuanet.com', 'news.cn'],
    agency: true,
    zone: 'Asia/Shanghai',
  },
  {
    name: 'Анадолу',
    aliases: ['anadolu', 'anadolu agency', 'aa'],
    hosts: ['aa.com.tr'],
    agency: true,
    zone: 'Europe/Istanbul',
  },
  { name: 'ИРНА', aliases: ['irna'], hosts: ['irna.ir'], agency: true, zone: 'Asia/Tehran' },
  { name: 'Киодо', aliases: ['kyodo'], hosts: ['kyodonews.net'], agency: true, zone: 'Asia/Tokyo' },
  { name: 'Коммерсантъ', aliases: ['коммерсант', 'kommersant'], hosts: ['kommersant.ru'], agency: false, zone: moscow },
  { name: 'Ведомости', aliases: ['vedomosti'], hosts: ['vedomosti.ru'], agency: false, zone: moscow },
  { name: 'РБК', aliases: ['rbc'], hosts: ['rbc.ru'], agency: false, zone: moscow },
  { name: 'Известия', aliases: ['iz'], hosts: ['iz.ru'], agency: false, zone: moscow },
  { name: 'Российская газета', aliases: ['рг', 'rg'], hosts: ['rg.ru'], agency: false, zone: moscow },
  { name: 'Независимая газета', aliases: ['нг'], hosts: ['ng.ru'], agency: false, zone: moscow },
  { name: 'Газета.Ru', aliases: ['газета.ру', 'gazeta.ru'], hosts: ['gazeta.ru'], agency: false, zone: moscow },
  { name: 'Лента.ру', aliases: ['lenta.ru', 'лента.ru'], hosts: ['lenta.ru'], agency: false, zone: moscow },
  { name: 'Комсомольская правда', aliases: ['кп'], hosts: ['kp.ru', 'kp.by'], agency: false, zone: moscow },
  { name: 'Московский комсомолец', aliases: ['мк'], hosts: ['mk.ru'], agency: false, zone: moscow },
  { name: 'Аргументы и факты', aliases: ['аиф'], hosts: ['aif.ru', 'aif.by'], agency: false, zone: moscow },
  { name: 'Взгляд', aliases: ['vz.ru'], hosts: ['vz.ru'], agency: false, zone: moscow },
  { name: 'RT', aliases: ['рт', 'russia today'], hosts: ['russian.rt.com', 'rt.com'], agency: false, zone: moscow },
  { name: 'Звезда', aliases: ['tvzvezda'], hosts: ['tvzvezda.ru'], agency: false, zone: moscow },
  { name: 'Красная звезда', aliases: [], hosts: ['redstar.ru'], agency: false, zone: moscow },
  { name: 'Фонтанка.ру', aliases: ['фонтанка'], hosts: ['fontanka.ru'], agency: false, zone: moscow },
  { name: 'Медуза', aliases: ['meduza'], hosts: ['meduza.io'], agency: false, zone: 'Europe/Riga' },
  {
    name: 'СБ. Беларусь сегодня',
    aliases: ['sb.by', 'беларусь сегодня'],
    hosts: ['sb.by'],
    agency: false,
    zone: minsk,
  },
  { name: 'ОНТ', aliases: ['ont'], hosts: ['ont.by'], agency: false, zone: minsk },
  {
    name: 'Tengrinews',
    aliases: ['tengrinews.kz', 'тенгриньюс'],
    hosts: ['tengrinews.kz'],
    agency: false,
    zone: almaty,
  },
  { name: 'Zakon.kz', aliases: [], hosts: ['zakon.kz'], agency: false, zone: almaty },
  { name: 'Nur.kz', aliases: [], hosts: ['nur.kz'], agency: false, zone: almaty },
  {
    name: 'BBC',
    aliases: ['би-би-си', 'bbc news', 'русская служба би-би-си', 'bbc news русская служба'],
    hosts: ['bbc.com', 'bbc.co.uk'],
    agency: false,
    zone: 'Europe/London',
  },
  {
    name: 'Deutsche Welle',
    aliases: ['dw', 'немецкая волна'],
    hosts: ['dw.com'],
    agency: false,
    zone: 'Europe/Berlin',
  },
  {
    name: 'Радио Свобода',
    aliases: ['радио свободная европа'],
    hosts: ['svoboda.org', 'rferl.org'],
    agency: false,
    zone: 'Europe/Prague',
  },
  { name: 'Euronews', aliases: ['евроньюс'], hosts: ['euronews.com'], agency: false, zone: 'Europe/Paris' },
];

/** Zones by the country part of a host where no outlet is known: Belarusian pages print Minsk time. */
export const zonesByDomain: Readonly<Record<string, string>> = {
  ru: moscow,
  by: minsk,
  kz: almaty,
  ua: kyiv,
  am: 'Asia/Yerevan',
  az: 'Asia/Baku',
  ge: 'Asia/Tbilisi',
  kg: 'Asia/Bishkek',
  tj: 'Asia/Dushanbe',
  uz: 'Asia/Tashkent',
  tm: 'Asia/Ashgabat',
  md: 'Europe/Chisinau',
  lt: 'Europe/Vilnius',
  lv: 'Europe/Riga',
  ee: 'Europe/Tallinn',
  pl: 'Europe/Warsaw',
  de: 'Europe/Berlin',
  fr: 'Europe/Paris',
  uk: 'Europe/London',
  cn: 'Asia/Shanghai',
  tr: 'Europe/Istanbul',
  ir: 'Asia/Tehran',
};
