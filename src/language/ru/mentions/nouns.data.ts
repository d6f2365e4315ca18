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

/** «закон о гражданстве», «указ президента»: law of one state, no agreement. */
export const lawNouns: ReadonlySet<string> = new Set([
  'закон',
  'законопроект',
  'указ',
  'кодекс',
  'конституция',
  'постановление',
  'распоряжение',
  'статья',
  'поправка',
  'билль',
  'акт',
  'декрет',
  'приказ',
  'резолюция',
]);

/** «ведомство», «министерство»: a body that was named before. */
export const bodyNouns: ReadonlySet<string> = new Set([
  'ведомство',
  'министерство',
  'организация',
  'компания',
  'корпорация',
  'агентство',
  'альянс',
  'блок',
  'союз',
  'комитет',
  'комиссия',
  'служба',
  'совет',
  'парламент',
  'правительство',
  'концерн',
  'холдинг',
  'предприятие',
  'банк',
  'партия',
  'фонд',
  'администрация',
  'суд',
]);

/** «страна», «республика»: a state that was named before. */
export const stateNouns: ReadonlySet<string> = new Set(['страна', 'государство', 'республика', 'держава']);

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

/** Kin, friends and origins: «внучка Анна Дубова», «выходец из Перу»; no posts. */
export const kinNouns: ReadonlySet<string> = new Set([
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
  'вдовец',
  'дед',
  'бабушка',
  'племянник',
  'племянница',
  'дядя',
  'тетя',
  'родственник',
  'родственница',
  'друг',
  'подруга',
  'невеста',
  'жених',
  'однофамилец',
  'гражданин',
  'гражданка',
  'житель',
  'жительница',
  'уроженец',
  'уроженка',
  'выходец',
  'эмигрант',
  'потомок',
  'наследник',
  'человек',
  'мужчина',
  'женщина',
  'россиянин',
  'соратник',
  'коллега',
  'сосед',
  'бабка',
  'мама',
  'папа',
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
