import { lemmaList } from './lemma-list.ts';

// Words by which frames know what stands in a slot; the code that reads them is role-fillers.ts.

/** One preposition in its shapes. */
export const prepositionWords: Readonly<Record<string, readonly string[]>> = {
  с: ['с', 'со', 'вместе с', 'совместно с'],
  в: ['в', 'во'],
  к: ['к', 'ко'],
  о: ['о', 'об', 'обо'],
  из: ['из', 'изо'],
};

/** Kinds of mention that act: «министр», «Варония», «посол Верди». */
export const doers = ['state', 'organisation', 'person', 'post'] as const;

/** Kinds of mention where something is: «в Ольмаре», «в Варонии», «на полигоне». */
export const sites = ['place', 'state', 'facility'] as const;

/** Common nouns of where something happens. */
export const placeNouns: ReadonlySet<string> = new Set(
  lemmaList(`порт столица город территория граница остров мыс регион область район аэропорт база полигон пролив море`),
);

/** What one side issues, which is no agreement: «подписал указ». */
export const decrees: ReadonlySet<string> = new Set(lemmaList(`указ распоряжение приказ декрет постановление`));

/** Who votes as one of many: «71 сенатор», «все члены комиссии». */
export const voters = lemmaList(`депутат сенатор законодатель парламентарий конгрессмен член делегат судья`);

/** Verbs by which one lays a duty on another. */
export const charging: ReadonlySet<string> = new Set(['поручить', 'поручать']);

/** Verbs by which one takes a side: «выступил за договор». */
export const siding = lemmaList(`выступить выступать высказаться высказываться`);

/** Who serves, and in what: forces that come of themselves. */
export const serving = lemmaList(`
  солдат военнослужащий военный миротворец десантник наблюдатель инструктор полицейский пехотинец морпех спецназовец
  войско подразделение батальон бригада рота полк контингент десант спецназ пехота эскадрилья отряд авиагруппа
  подкрепление флотилия
`);
