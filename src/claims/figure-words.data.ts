import { lemmaList } from './lemma-list.ts';

// Words by which figures are told; the code that reads them is figure.ts and figure-indicator.ts.

/** Verbs that say how a figure moved. «вырос на 3%», «сократившись на треть» */
export const movement: Readonly<Record<'up' | 'down', ReadonlySet<string>>> = {
  up: new Set(
    lemmaList(`
    вырасти расти увеличиться увеличить увеличиваться возрасти повыситься повысить прибавить подняться подорожать рост
    увеличение повышение прирост подскочить нарастить взлететь повышаться подниматься дорожать
  `),
  ),
  down: new Set(
    lemmaList(`
    снизиться снизить снижаться снижать сократиться сократить сокращаться упасть уменьшиться уменьшить понизить
    понизиться подешеветь потерять опуститься ограничить ограничивать урезать обвалиться рухнуть ослабнуть снижение
    сокращение падение спад уменьшение
  `),
  ),
};

/** Counted nouns that say nothing by their number: «двух стран», «три раза». */
export const idleNouns: ReadonlySet<string> = new Set(
  lemmaList(`
  страна сторона раз государство вопрос пункт часть этап направление год месяц день час минута неделя лицо президент
  министр лидер раунд тур чтение статья сутки глава документ встреча век матч очко шайба гол ук гк коап упк январь
  февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
`),
);

/** Few of these are many: «три батальона». */
export const salientNouns: ReadonlySet<string> = new Set(
  lemmaList(
    `батальон бригада дивизия полк рота самолет истребитель вертолет корабль катер танк ракета боеголовка фрегат эсминец подлодка реактор`,
  ),
);

/** Whose number matters however few they are: «погибли двое», «захватили трёх заложников». */
export const tolls: ReadonlySet<string> = new Set(
  lemmaList(`
    погибнуть убить ранить пострадать умереть скончаться задержать арестовать похитить казнить утонуть взорваться
    госпитализировать эвакуировать выслать уволить освободить приговорить проголосовать высказаться воздержаться
    заложник жертва погибший раненый пострадавший пленный арестованный задержанный заключенный пропавший
  `),
);

/** What is done with money, which the sum is of where nothing else is named: «выплатил три миллиона». */
export const payments: ReadonlySet<string> = new Set(
  lemmaList(
    `выплатить выплачивать заплатить уплатить доплатить перечислить вложить инвестировать пожертвовать задолжать`,
  ),
);

/** What befell people, told by a word that describes them: «двое заключённых моряков»; its verbs are said of much else. */
export const describedTolls: ReadonlySet<string> = new Set(
  lemmaList(`заключить осудить удерживать интернировать пропасть`),
);

/** Nouns that speak of a number: «число катеров». */
export const countingNouns: ReadonlySet<string> = new Set(lemmaList(`число количество численность`));

/** States, which are counted where they are many. */
export const countedStates: ReadonlySet<string> = new Set(['страна', 'государство']);

/** Words of the number itself. */
export const scales: ReadonlySet<string> = new Set(lemmaList(`тысяча миллион миллиард триллион`));

/** Counted things with a name of their own among units. */
export const unitNames: Readonly<Record<string, string>> = {
  место: 'seat',
  мандат: 'seat',
  голос: 'vote',
  баррель: 'barrel',
};

/** «кредит на сумму 2 млрд», «штраф в размере», «поднять до уровня»: words that only introduce how much. */
export const measureNouns: ReadonlySet<string> = new Set(lemmaList(`сумма размер уровень отметка количество`));

/** Verbs whose subject has the size that they tell. */
export const sizeVerbs: ReadonlySet<string> = new Set(
  lemmaList(`составить составлять достичь достигнуть достигать превысить превышать равняться`),
);

/** «на год», «за неделю»: for how long, not for what. */
export const timeNouns: ReadonlySet<string> = new Set(
  lemmaList(`год месяц неделя день час минута сутки квартал полугодие срок период время счет`),
);

/** What those are called whom a verb tells of by their number: «погибли трое». */
export const tollNames: Readonly<Record<string, string>> = {
  погибнуть: 'погибшие',
  убить: 'убитые',
  ранить: 'раненые',
  пострадать: 'пострадавшие',
  умереть: 'умершие',
  скончаться: 'умершие',
  задержать: 'задержанные',
  арестовать: 'арестованные',
  похитить: 'похищенные',
  казнить: 'казнённые',
  утонуть: 'утонувшие',
  госпитализировать: 'госпитализированные',
  эвакуировать: 'эвакуированные',
  выслать: 'высланные',
  уволить: 'уволенные',
  освободить: 'освобождённые',
  приговорить: 'приговорённые',
  проголосовать: 'проголосовавшие',
  высказаться: 'высказавшиеся',
  воздержаться: 'воздержавшиеся',
};

/** What people undergo or make up, counted: «гибель ста человек», «делегация из 30 человек». */
export const peopleNouns: ReadonlySet<string> = new Set(
  lemmaList(`
    гибель смерть убийство уничтожение ранение арест задержание похищение эвакуация казнь высылка увольнение делегация
    группа число количество команда отряд экипаж население штат численность митинг толпа
  `),
);
