import type { Features } from '../language/analysis.ts';
import { decrees } from './frame-words.data.ts';
import { lemmaList } from './lemma-list.ts';

/** Verbs that say of a noun only that it takes place: «провести переговоры», «нанести визит», «состоялось подписание». */
export const lightVerbs: ReadonlySet<string> = new Set(
  lemmaList(`
  быть длиться разгореться вспыхнуть прогреметь случиться задерживаться задержаться прибыть провести проводить проходить
  пройти состояться вести начать начинать начаться начинаться завершить завершать завершиться завершаться закончиться
  продолжить продолжать продолжиться продолжаться осуществить осуществлять осуществляться нанести совершить совершать
  иметь принять участвовать идти организовать организовывать проводиться произойти происходить открыться открываться
  закрыться закрываться выполнить выполнять обеспечить возобновить возобновиться запустить объявить заключить достичь
  достигнуть планировать планироваться запланировать готовить готовиться намечать наметить ожидаться отменить отложить
  отменяться откладываться переноситься стартовать перенести приостановить прекратить сорвать сорваться назначить ввести
  вводить поставить ставить собраться съехаться последовать
`),
);

/** Nouns whose genitive names who does it, never whom: «вторжение соседей», «атака боевиков на склад». */
export const ownDeeds: ReadonlySet<string> = new Set(
  lemmaList(`
    нападение атака налет вторжение наступление рейд восстание мятеж противостояние столкновение концерт забастовка
    голодовка перестрелка победа бунт
  `),
);

/** «Варония отказалась от подписания»: what is not done is the subject's own deed. */
export const refusals: ReadonlySet<string> = new Set(lemmaList(`отказаться отказываться воздержаться уклониться`));

/** «до визита», «из-за спора»: what stands beside the matter of a verb is not carried by it. */
export const beside: ReadonlySet<string> = new Set(
  lemmaList(`до после накануне перед по из-за за от для о об при без кроме вместо благодаря`),
);

/**
 * «осудил нападение», «подтвердило визит», «считает неприемлемым задержание»: what is judged or owned to is the deed of others.
 */
export const comments: ReadonlySet<string> = new Set(
  lemmaList(`
    осудить осуждать приветствовать раскритиковать критиковать оценить хвалить похвалить комментировать прокомментировать
    подтвердить подтверждать анонсировать считать счесть назвать называть
  `),
);

/** «дала сведения о визите министра»: what they are about is the deed of others. */
export const tidings: ReadonlySet<string> = new Set(
  lemmaList(`сведение информация данные сообщение слух известие новость доклад отчет статья репортаж`),
);

/** «подтвердил готовность поставить», «получил право продать»: nouns that an infinitive tells of. */
export const willingness: ReadonlySet<string> = new Set(
  lemmaList(`
    готовность намерение желание решимость право возможность обязательство обязанность обещание решение план попытка
    просьба предложение стремление способность необходимость шанс разрешение указание приказ поручение
  `),
);

/** «избран председателем», «объявлен победителем»: verbs whose instrumental says what somebody becomes. */
export const makers: ReadonlySet<string> = new Set(
  lemmaList(
    `избрать избирать выбрать назначить назначать утвердить переизбрать провозгласить объявить признать короновать`,
  ),
);

/** «пошлины вводятся», «ввоз запрещается»: reflexives that are nothing but the passive of their verb. */
export const reflexivePassives: ReadonlySet<string> = new Set(
  lemmaList(`
    вводиться отменяться сниматься налагаться накладываться продлеваться ужесточаться смягчаться устанавливаться
    утверждаться выноситься запрещаться разрешаться высылаться предоставляться выдаваться выделяться назначаться
    арестовываться конфисковываться изыматься блокироваться приостанавливаться аннулироваться обнуляться упраздняться
    откладываться ликвидироваться закупаться передаваться соблюдаться реализовываться реализоваться исполняться
    выполняться
  `),
);

/** What is laid down, by which something is done («указом президента») or which does it («постановление отменяет»): its author acts. */
export const orders: ReadonlySet<string> = new Set([
  ...decrees,
  ...lemmaList(`решение приговор определение вердикт предписание директива`),
]);

/** Verbs that tell nothing but that something may or is to be: «в порту могут построить причал». */
export const modals: ReadonlySet<string> = new Set(
  lemmaList(`мочь смочь должный должен планировать намеренный намерен предстоять`),
);

/** The case that a preposition governs, of those that news use with one alone. */
export const caseAfter: ReadonlyMap<string, Case> = new Map([
  ['с', 'Ins'],
  ['со', 'Ins'],
  ['к', 'Dat'],
  ['ко', 'Dat'],
  ['у', 'Gen'],
  ['от', 'Gen'],
  ['из', 'Gen'],
  ['для', 'Gen'],
  ['против', 'Gen'],
  ['между', 'Ins'],
]);

type Case = NonNullable<Features['case']>;

/** Parts of what goes on for a while, and the form that it takes. */
export const phases: ReadonlySet<string> = new Set(lemmaList(`фаза этап стадия церемония`));
