import type { ClaimType, Stage, Status } from './claim.ts';

/** Event categories of PLOVER, codebook of the Open Event Data Alliance; POLECAT calls DEMAND «REQUEST». */
export const ploverEvents = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'DEMAND',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;
export type PloverEvent = (typeof ploverEvents)[number];

/** Contexts of PLOVER that a claim can tell by itself; the last three say how far it has come to pass. */
export type PloverContext =
  | 'military'
  | 'peacekeeping'
  | 'economic'
  | 'diplomatic'
  | 'humanitarian'
  | 'legal'
  | 'election'
  | 'legislative'
  | 'terrorism'
  | 'future'
  | 'hypothetical'
  | 'negation';

/** One row of the map from claims to codes: the first row that holds gives the code. */
export interface PloverRow {
  readonly types: readonly ClaimType[];
  /** Beginnings of words, one of which stands in the evidence; absent: whatever it says. */
  readonly words?: readonly string[];
  /** Only for an agreement at these stages. */
  readonly stages?: readonly Stage[];
  /** Only with these statuses; absent: with any. */
  readonly statuses?: readonly Status[];
  /** At least so many actors and parties. */
  readonly parties?: number;
  readonly event: PloverEvent;
  /** As the codebook's table of the event names it; `null` where it has none for this. */
  readonly mode: string | null;
  readonly contexts: readonly PloverContext[];
  /** Evidence that the row codes: printed in `docs/plover.md`, asked in the test. */
  readonly example: string;
}

const open: readonly Status[] = ['happened', 'ongoing', 'planned', 'possible'];
const truce: readonly string[] = ['перемири', 'прекращени', 'режим тишины'];

/** The order tells: a row that asks for more stands before one that asks for less. */
export const ploverRows: readonly PloverRow[] = [
  // What is said counts where it does something; plain comments are no events of PLOVER.
  {
    types: ['statement'],
    words: ['пригрози', 'угрожа', 'угроз', 'ультиматум', 'предостере'],
    event: 'THREATEN',
    mode: null,
    contexts: [],
    example: 'Министр пригрозил закрыть пролив',
  },
  {
    types: ['statement'],
    words: ['обвин', 'осуди', 'осужд', 'раскритик', 'критик', 'упрекн', 'возмут', 'протест', 'возложил'],
    event: 'ACCUSE',
    mode: 'disapprove',
    contexts: [],
    example: 'Варония обвинила соседей в срыве переговоров',
  },
  {
    types: ['statement'],
    words: ['потребова', 'требу', 'настаива', 'приказа'],
    event: 'DEMAND',
    mode: null,
    contexts: [],
    example: 'МИД потребовал отвести войска',
  },
  {
    types: ['statement'],
    words: ['отказал', 'отверг', 'отклони', 'опровер', 'отрица', 'исключил'],
    event: 'REJECT',
    mode: null,
    contexts: [],
    example: 'Кабинет отверг предложение посредников',
  },
  {
    types: ['statement'],
    words: ['пообеща', 'обеща', 'обязал', 'гарантир', 'заверил', 'согласил', 'договорил', 'готов'],
    event: 'AGREE',
    mode: null,
    contexts: [],
    example: 'Премьер-министр пообещал открыть границу',
  },
  {
    types: ['statement'],
    words: ['извини', 'сожале'],
    event: 'CONCEDE',
    mode: null,
    contexts: [],
    example: 'Посол выразил сожаление о случившемся',
  },
  {
    types: ['statement'],
    words: ['поблагодари', 'похвали', 'приветств', 'поддержа', 'одобри', 'поздрави', 'соболезнован', 'высоко оценил'],
    event: 'SUPPORT',
    mode: null,
    contexts: ['diplomatic'],
    example: 'Президент приветствовал решение соседей',
  },

  {
    types: ['agreement'],
    words: truce,
    stages: ['in-force', 'implemented'],
    statuses: open,
    event: 'RETREAT',
    mode: 'ceasefire',
    contexts: ['military'],
    example: 'Перемирие вступило в силу',
  },
  {
    types: ['agreement'],
    words: truce,
    stages: ['proposed', 'agreed', 'signed'],
    event: 'CONCEDE',
    mode: null,
    contexts: ['military'],
    example: 'Стороны подписали соглашение о прекращении огня',
  },
  {
    types: ['agreement'],
    stages: ['proposed', 'agreed'],
    event: 'AGREE',
    mode: null,
    contexts: ['diplomatic'],
    example: 'Стороны согласовали план',
  },
  {
    types: ['agreement'],
    stages: ['signed', 'ratified', 'amended'],
    statuses: ['planned'],
    event: 'AGREE',
    mode: null,
    contexts: ['diplomatic'],
    example: 'Меморандум подпишут осенью',
  },
  {
    types: ['agreement'],
    stages: ['signed', 'ratified', 'amended'],
    event: 'SUPPORT',
    mode: null,
    contexts: ['diplomatic'],
    example: 'Договор подписан',
  },
  {
    types: ['agreement'],
    stages: ['drafted', 'discussed', 'reviewed'],
    event: 'CONSULT',
    mode: null,
    contexts: ['diplomatic'],
    example: 'Эксперты обсудили проект договора',
  },
  {
    types: ['agreement'],
    stages: ['in-force', 'implemented'],
    event: 'COOPERATE',
    mode: null,
    contexts: [],
    example: 'Соглашение выполняется',
  },
  {
    types: ['agreement'],
    stages: ['violated'],
    event: 'REJECT',
    mode: 'yield',
    contexts: ['legal'],
    example: 'Мередия нарушила договор',
  },
  {
    types: ['agreement'],
    stages: ['suspended', 'terminated'],
    event: 'SANCTION',
    mode: 'sever',
    contexts: ['diplomatic'],
    example: 'Варония вышла из соглашения',
  },

  {
    types: ['meeting'],
    statuses: ['cancelled'],
    event: 'SANCTION',
    mode: 'cancel',
    contexts: ['diplomatic'],
    example: 'Визит министра отменён',
  },
  {
    types: ['meeting'],
    words: ['телефон', 'созвон', 'видеоконференц', 'онлайн'],
    event: 'CONSULT',
    mode: 'phone',
    contexts: ['diplomatic'],
    example: 'Президенты поговорили по телефону',
  },
  {
    types: ['meeting'],
    words: ['саммит', 'ассамбле', 'форум', 'конференци', 'сесси', 'совет', 'заседани'],
    event: 'CONSULT',
    mode: 'multilateral',
    contexts: ['diplomatic'],
    example: 'Саммит пройдёт в Ольмаре',
  },
  {
    types: ['meeting'],
    words: ['визит', 'прибыл', 'прибуд', 'прибыт', 'посети', 'посещ', 'поездк', 'приедет', 'приехал', 'прилет'],
    event: 'CONSULT',
    mode: 'visit',
    contexts: ['diplomatic'],
    example: 'Министр прибыл в Тальмар с визитом',
  },
  {
    types: ['meeting'],
    words: ['при посредничестве', 'посредник'],
    event: 'CONSULT',
    mode: 'third-party',
    contexts: ['diplomatic'],
    example: 'Переговоры прошли при посредничестве Тальмара',
  },
  {
    types: ['meeting'],
    event: 'CONSULT',
    mode: null,
    contexts: ['diplomatic'],
    example: 'Министры встретились в Вене',
  },

  {
    types: ['exercise'],
    parties: 2,
    event: 'COOPERATE',
    mode: null,
    contexts: ['military'],
    example: 'Варония и Тальмар проведут учение',
  },
  {
    types: ['exercise'],
    event: 'MOBILIZE',
    mode: 'troops',
    contexts: ['military'],
    example: 'Варония начала учение',
  },

  {
    types: ['supply'],
    statuses: ['denied', 'cancelled'],
    event: 'SANCTION',
    mode: 'sever',
    contexts: ['economic'],
    example: 'Поставки газа остановлены',
  },
  {
    types: ['supply', 'event', 'measure'],
    words: ['гуманитарн', 'помощ', 'медикамент', 'продовольств'],
    event: 'AID',
    mode: 'humanitarian',
    contexts: ['humanitarian'],
    example: 'Тальмар направил пострадавшим гуманитарную помощь',
  },
  {
    types: ['supply', 'event', 'measure'],
    words: ['кредит', 'грант', 'заём', 'заем', 'займ', 'ссуд', 'субсиди'],
    event: 'AID',
    mode: 'economic',
    contexts: ['economic'],
    example: 'Банк выделил Мередии кредит',
  },
  {
    types: ['supply'],
    words: ['безвозмезд', 'в дар'],
    event: 'AID',
    mode: null,
    contexts: [],
    example: 'Тальмар безвозмездно передал Варонии катера',
  },
  {
    types: ['supply'],
    event: 'COOPERATE',
    mode: null,
    contexts: ['economic'],
    example: 'Тальмар поставит Варонии двенадцать катеров',
  },

  {
    types: ['deployment'],
    words: ['миротвор', 'наблюдател'],
    event: 'AID',
    mode: null,
    contexts: ['peacekeeping'],
    example: 'На границе размещены миротворцы',
  },
  {
    types: ['deployment'],
    words: ['вывод', 'вывел', 'вывест', 'вывед', 'отвод', 'отвел', 'отвест', 'отвед', 'покинул'],
    event: 'RETREAT',
    mode: 'withdraw',
    contexts: ['military'],
    example: 'Тальмар вывел контингент с острова',
  },
  {
    types: ['deployment'],
    words: ['ракет', 'комплекс', 'радар', 'систем', 'боеголов', 'дежурств'],
    event: 'MOBILIZE',
    mode: 'weapons',
    contexts: ['military'],
    example: 'Тальмар разместил на острове ракеты',
  },
  {
    types: ['deployment'],
    event: 'MOBILIZE',
    mode: 'troops',
    contexts: ['military'],
    example: 'Варония направила к границе два полка',
  },

  {
    types: ['institution'],
    words: ['закры', 'упраздн', 'распус', 'роспуск', 'ликвид', 'расформ'],
    event: 'SANCTION',
    mode: 'sever',
    contexts: [],
    example: 'Мередия закрыла консульство',
  },
  {
    types: ['institution'],
    parties: 2,
    event: 'COOPERATE',
    mode: null,
    contexts: [],
    example: 'Стороны создали совместный центр',
  },

  {
    types: ['measure', 'event'],
    words: ['помилов', 'амнист', 'смягч', 'ослаб'],
    event: 'CONCEDE',
    mode: null,
    contexts: ['legal'],
    example: 'Президент помиловал заключённых',
  },
  {
    types: ['measure', 'event'],
    words: ['снял', 'снят', 'отменил', 'отмен'],
    event: 'CONCEDE',
    mode: null,
    contexts: ['economic'],
    example: 'Тальмар снял запрет на ввоз рыбы',
  },
  {
    types: ['measure', 'event'],
    words: ['освободи', 'освобожд', 'выпустил', 'обменял'],
    event: 'RETREAT',
    mode: 'release',
    contexts: ['legal'],
    example: 'Власти освободили моряков',
  },
  {
    types: ['measure', 'event'],
    words: ['отставк', 'уволи', 'сложил полномочия'],
    event: 'RETREAT',
    mode: 'resign',
    contexts: [],
    example: 'Премьер-министр подал в отставку',
  },
  {
    types: ['measure', 'event'],
    words: ['чрезвычайное положени', 'чрезвычайного положени', 'военное положени', 'военного положени'],
    event: 'COERCE',
    mode: 'martial-law',
    contexts: ['legal'],
    example: 'Правительство ввело военное положение',
  },
  {
    types: ['measure', 'event'],
    words: ['комендантск'],
    event: 'COERCE',
    mode: 'curfew',
    contexts: ['legal'],
    example: 'В столице введён комендантский час',
  },
  {
    types: ['measure', 'event'],
    words: ['арест', 'задерж', 'взят под стражу', 'заключен под стражу'],
    event: 'COERCE',
    mode: 'arrest',
    contexts: ['legal'],
    example: 'Полиция задержала капитана',
  },
  {
    types: ['measure', 'event'],
    words: ['депорт', 'экстрад'],
    event: 'COERCE',
    mode: 'deport',
    contexts: ['legal'],
    example: 'Суд депортировал журналиста',
  },
  {
    types: ['measure', 'event'],
    words: ['конфиск', 'национализ', 'изъя'],
    event: 'COERCE',
    mode: 'confiscate',
    contexts: ['legal'],
    example: 'Власти конфисковали груз',
  },
  {
    types: ['measure', 'event'],
    words: ['заблокир', 'цензур'],
    event: 'COERCE',
    mode: 'censor',
    contexts: ['legal'],
    example: 'Ведомство заблокировало сайт',
  },
  {
    types: ['measure', 'event'],
    words: ['выслал', 'высыл', 'высла', 'отозва', 'отзыв', 'персоной нон грата', 'нон грата'],
    event: 'SANCTION',
    mode: 'expel',
    contexts: ['diplomatic'],
    example: 'Варония выслала двух дипломатов',
  },
  {
    types: ['measure', 'event'],
    words: ['приговор', 'осудил', 'осужд', 'признал виновн', 'оштраф'],
    event: 'SANCTION',
    mode: 'convict',
    contexts: ['legal'],
    example: 'Суд приговорил генерала к десяти годам',
  },
  {
    types: ['measure', 'event'],
    words: ['санкци', 'эмбарго', 'бойкот', 'запрет', 'запрещ', 'пошлин', 'квот', 'разорва', 'приостанов', 'прекрат'],
    statuses: ['happened', 'ongoing', 'planned', 'possible'],
    event: 'SANCTION',
    mode: 'sever',
    contexts: ['economic'],
    example: 'Тальмар ввёл санкции против Варонии',
  },
  {
    types: ['measure', 'event'],
    words: ['расследов', 'возбуди', 'возбужд', 'обвинен', 'проверк'],
    event: 'ACCUSE',
    mode: 'investigate',
    contexts: ['legal'],
    example: 'Прокуратура начала расследование',
  },
  {
    types: ['measure', 'event'],
    words: ['отклони', 'отказа', 'вето', 'отверг'],
    event: 'REJECT',
    mode: null,
    contexts: [],
    example: 'Президент наложил вето на закон',
  },
  {
    types: ['measure', 'event'],
    words: ['независимост', 'признани', 'награди', 'одобри', 'дипломатические отношения'],
    event: 'SUPPORT',
    mode: null,
    contexts: ['diplomatic'],
    example: 'Мередия признала независимость острова',
  },
  {
    types: ['event'],
    words: ['митинг', 'демонстрац', 'протест', 'шестви', 'пикет'],
    event: 'PROTEST',
    mode: 'demo',
    contexts: [],
    example: 'В столице прошёл митинг оппозиции',
  },
  {
    types: ['event'],
    words: ['беспорядк', 'погром', 'мятеж', 'восстани'],
    event: 'PROTEST',
    mode: 'riot',
    contexts: [],
    example: 'В порту вспыхнули беспорядки',
  },
  {
    types: ['event'],
    words: ['голодовк'],
    event: 'PROTEST',
    mode: 'strike-hun',
    contexts: [],
    example: 'Заключённые объявили голодовку',
  },
  {
    types: ['event'],
    words: ['забастов', 'стачк'],
    event: 'PROTEST',
    mode: 'strike-lim',
    contexts: [],
    example: 'Докеры начали забастовку',
  },
  {
    types: ['event'],
    words: ['смертник'],
    event: 'ASSAULT',
    mode: 'suicide-attack',
    contexts: ['terrorism'],
    example: 'Смертник подорвал себя у рынка',
  },
  {
    types: ['event'],
    words: ['похити', 'похищ', 'заложник', 'угнал'],
    event: 'ASSAULT',
    mode: 'abduct',
    contexts: [],
    example: 'Пираты похитили капитана',
  },
  {
    types: ['event'],
    words: ['казни', 'казнен', 'казнён'],
    event: 'ASSAULT',
    mode: 'execute',
    contexts: ['legal'],
    example: 'Двух заговорщиков казнили',
  },
  {
    types: ['event'],
    words: ['покушени'],
    event: 'ASSAULT',
    mode: 'assassinate',
    contexts: [],
    example: 'На губернатора совершено покушение',
  },
  {
    types: ['event'],
    words: ['взрыв', 'взорва', 'подорва', 'теракт', 'заминиров'],
    event: 'ASSAULT',
    mode: 'explosives',
    contexts: ['terrorism'],
    example: 'У вокзала прогремел взрыв',
  },
  {
    types: ['event'],
    words: ['обстрел', 'бомб', 'артилл', 'авиаудар', 'ракетн', 'атаков', 'наступлени', 'штурм', 'вторг', 'вторж'],
    event: 'ASSAULT',
    mode: 'heavy-weapons',
    contexts: ['military'],
    example: 'Город подвергся обстрелу',
  },
  {
    types: ['event'],
    words: ['убил', 'убит', 'убий', 'застрел', 'расстрел', 'стрель', 'перестрел'],
    event: 'ASSAULT',
    mode: 'firearms',
    contexts: [],
    example: 'Неизвестные застрелили судью',
  },
  {
    types: ['event'],
    words: ['напад', 'напал', 'атак', 'бой', 'боёв', 'боев', 'боях', 'захват', 'удар'],
    event: 'ASSAULT',
    mode: null,
    contexts: ['military'],
    example: 'Повстанцы напали на колонну',
  },
];
