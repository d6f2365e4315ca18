/** Lemmas of nouns that open a mention or describe somebody who was named; data with an example each. */

/** «договор о гарантиях безопасности», «Минские соглашения», «меморандум о взаимопонимании» */
export const agreementNouns: ReadonlySet<string> = new Set([
  'договор',
  'соглашение',
  'меморандум',
  'пакт',
  'конвенция',
  'хартия',
  'протокол',
  'контракт',
  'госконтракт',
  'договоренность',
  'перемирие',
  'декларация',
  'коммюнике',
  'сделка',
  'трактат',
  'уния',
  'статут',
]);

/** «учение „Щит Союза“», «маневры НАТО» */
export const exerciseNouns: ReadonlySet<string> = new Set([
  'учение',
  'учения',
  'маневр',
  'маневры',
  'командно-штабной',
]);

/** Nouns that any body may be called by. */
export const generalBodies: ReadonlySet<string> = new Set([
  'ведомство',
  'организация',
  'компания',
  'корпорация',
  'агентство',
  'альянс',
  'блок',
  'концерн',
  'холдинг',
  'предприятие',
  'издание',
]);

/** «первая партия грузовиков»: adjectives that make no body of a «партия». */
export const batchAdjectives: ReadonlySet<string> = new Set(
  'первый второй третий четвертый пятый очередной пробный опытный последний'.split(' '),
);

/** «ведомство», «министерство»: a body that was named before. */
export const bodyNouns: ReadonlySet<string> = new Set([
  ...generalBodies,
  'министерство',
  'союз',
  'комитет',
  'комиссия',
  'служба',
  'совет',
  'парламент',
  'правительство',
  'банк',
  'партия',
  'фонд',
  'администрация',
  'суд',
  'газета',
  'телеканал',
  'журнал',
]);

/** «страна», «республика»: a state that was named before. */
export const stateNouns: ReadonlySet<string> = new Set(
  'страна государство республика держава королевство княжество султанат эмират'.split(' '),
);

/** «документ», «договор», «соглашение» without more: an agreement that was named before. */
export const documentNouns: ReadonlySet<string> = new Set(['документ', ...agreementNouns]);

/** «политик», «чиновник»: a person that was named before, whatever the post. */
export const personNouns: ReadonlySet<string> = new Set([
  'политик',
  'чиновник',
  'дипломат',
  'военачальник',
  'госдеятель',
  'парламентарий',
]);

/** «глава», «лидер»: stands for whoever leads, whatever the post is called. */
export const leaderNouns: ReadonlySet<string> = new Set(['глава', 'лидер', 'руководитель', 'шеф']);

/** Who somebody is to the one whose name follows: «жена Дубова», «соратник Дубова». */
export const companionNouns: ReadonlySet<string> = new Set([
  'дочь',
  'сын',
  'внук',
  'внучка',
  'жена',
  'муж',
  'супруг',
  'супруга',
  'брат',
  'сестра',
  'отец',
  'мать',
  'вдова',
  'племянник',
  'зять',
  'друг',
  'соратник',
  'соратница',
]);

/** Kin and friends, who are somebody's: «внучка Дубова». */
export const relativeNouns: ReadonlySet<string> = new Set([
  ...companionNouns,
  'вдовец',
  'дед',
  'бабушка',
  'племянница',
  'дядя',
  'тетя',
  'родственник',
  'родственница',
  'подруга',
  'невеста',
  'жених',
  'однофамилец',
  'потомок',
  'наследник',
  'коллега',
  'сосед',
  'бабка',
  'мама',
  'папа',
]);

/** «господин Верди»: an address before a name, no post. */
export const addressNouns: ReadonlySet<string> = new Set([
  'господин',
  'госпожа',
  'товарищ',
  'г-н',
  'г-жа',
  'пан',
  'мистер',
  'миссис',
  'мисс',
]);

/** Kin, friends and origins: «внучка Анна Дубова», «выходец из Перу»; no posts. */
export const kinNouns: ReadonlySet<string> = new Set([
  ...relativeNouns,
  'гражданин',
  'гражданка',
  'житель',
  'жительница',
  'уроженец',
  'уроженка',
  'выходец',
  'эмигрант',
  'человек',
  'мужчина',
  'женщина',
  'россиянин',
]);

/** Treaties that the press calls by an abbreviation alone: «выход из ДРСМД». Common usage of Russian news agencies. */
export const agreementAcronyms: ReadonlySet<string> = new Set([
  'СНВ-1',
  'СНВ-2',
  'СНВ-3',
  'ОСВ-1',
  'ОСВ-2',
  'ДСНВ',
  'ДРСМД',
  'РСМД',
  'ДНЯО',
  'ДВЗЯИ',
  'ДОВСЕ',
  'СВПД',
  'КХО',
  'НАФТА',
]);

/** Posts that a state has: «президент Перу», «министр обороны Перу». */
export const statePosts: ReadonlySet<string> = new Set([
  'президент',
  'премьер',
  'премьер-министр',
  'вице-премьер',
  'вице-президент',
  'канцлер',
  'король',
  'королева',
  'министр',
  'замминистр',
  'посол',
  'посланник',
  'госсекретарь',
  'лидер',
  'глава',
  'начальник',
  'командующий',
  'главнокомандующий',
  'спикер',
  'гражданин',
]);

/** Bodies and belongings that a state has: «МИД Перу», «столица Перу». */
export const stateBodies: ReadonlySet<string> = new Set([
  'мид',
  'мвд',
  'мчс',
  'минобороны',
  'минфин',
  'парламент',
  'правительство',
  'министерство',
  'посольство',
  'консульство',
  'генштаб',
  'столица',
  'власть',
  'власти',
  'конституция',
  'гражданство',
  'вмс',
  'ввс',
  'флот',
  'армия',
  'премьерство',
  'госграница',
]);

/** «посол в Перу», «посольство в Перу» */
export const stateHonours: ReadonlySet<string> = new Set(['посол', 'посольство', 'посланник', 'консул', 'консульство']);

/** «посольство Перу в Лиме» */
export const embassies: ReadonlySet<string> = new Set(
  'посольство консульство генконсульство торгпредство постпредство'.split(' '),
);

/** Bodies that a state or place has one of: «суд Калифорнии», «мэрия Лимы». */
export const ownedBodies: ReadonlySet<string> = new Set(
  'суд парламент сейм правительство мэрия прокуратура генпрокуратура полиция администрация министерство'.split(' '),
);

/** «Республика Перу», «Королевство Норвегия» */
export const stateTitles: ReadonlySet<string> = new Set([
  'республика',
  'королевство',
  'княжество',
  'султанат',
  'эмират',
  'герцогство',
]);

/** «в порту Кальяо», «аэропорт Кальяо» */
export const placeNouns: ReadonlySet<string> = new Set([
  'столица',
  'порт',
  'аэропорт',
  'город',
  'городок',
  'поселок',
  'деревня',
  'село',
  'мыс',
  'остров',
  'провинция',
  'бухта',
  'гавань',
]);

/** What states do and people do not: «Перу закупит катера», «Перу ратифицировала договор». */
export const acquiringVerbs: ReadonlySet<string> = new Set([
  'ратифицировать',
  'закупить',
  'закупать',
  'поставить',
  'поставлять',
  'экспортировать',
  'импортировать',
  'запретить',
  'присоединиться',
  'вступить',
  'граничить',
  'аннексировать',
  'денонсировать',
  'ввести',
]);

/** Military and diplomatic ranks: they stand before a name beside the post and are none. */
export const rankNouns: ReadonlySet<string> = new Set([
  'адмирал',
  'вице-адмирал',
  'контр-адмирал',
  'генерал',
  'генерал-лейтенант',
  'генерал-майор',
  'генерал-полковник',
  'бригадир',
  'маршал',
  'полковник',
  'подполковник',
  'майор',
  'капитан',
  'лейтенант',
  'генерал-адмирал',
]);

/** What two states share: «отношения Перу и Чили», «товарооборот Перу и Чили». */
export const sharedNouns: ReadonlySet<string> = new Set([
  'отношение',
  'отношения',
  'товарооборот',
  'торговля',
  'граница',
  'сотрудничество',
  'конфликт',
  'война',
  'союз',
]);

/** What bears a title in quotation marks that may be the name of a state: «телеканал „Перу“», «банк „Чили“». */
export const titledNouns: ReadonlySet<string> = new Set(
  `агентство информагентство газета журнал еженедельник телеканал канал телекомпания радиостанция радио компания авиакомпания банк
   концерн холдинг партия движение клуб гостиница отель фирма завод издательство`.split(/\s+/u),
);
