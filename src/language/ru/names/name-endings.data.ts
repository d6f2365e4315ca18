import type { Features } from '../../analysis.ts';
import type { Gender } from './person-name.ts';

type Case = NonNullable<Features['case']>;

/** One way to decline names that are in no dictionary: stem + ending in each case. */
export interface NameDeclension {
  /** What the stem must look like. */
  readonly stem: RegExp;
  readonly genders: readonly Gender[];
  /** Ending of the nominative, then endings in other cases. */
  readonly nominative: string;
  readonly endings: readonly (readonly [ending: string, cases: readonly Case[]])[];
  /** How likely a name of this shape declines so. */
  readonly weight: number;
}

/** Each that fits a word gives readings of it. */
export const nameDeclensions: readonly NameDeclension[] = [
  // Иванов, Лукин: Иванова, Иванову, Ивановым, Иванове
  {
    stem: /(?:[оеё]в|[иы]н)$/u,
    genders: ['Masc'],
    nominative: '',
    endings: [
      ['', ['Nom']],
      ['а', ['Gen', 'Acc']],
      ['у', ['Dat']],
      ['ым', ['Ins']],
      ['е', ['Loc']],
    ],
    weight: 1,
  },
  // Иванова, Лукина: Ивановой, Иванову
  {
    stem: /(?:[оеё]в|[иы]н)$/u,
    genders: ['Fem'],
    nominative: 'а',
    endings: [
      ['а', ['Nom']],
      ['ой', ['Gen', 'Dat', 'Ins', 'Loc']],
      ['у', ['Acc']],
    ],
    weight: 1,
  },
  // Ивановы, Лукины: Ивановых, Ивановыми
  {
    stem: /(?:[оеё]в|[иы]н)$/u,
    genders: ['Masc'],
    nominative: 'ы',
    endings: [
      ['ы', ['Nom']],
      ['ых', ['Gen', 'Acc', 'Loc']],
      ['ыми', ['Ins']],
    ],
    weight: 0.8,
  },
  // Заславский, Трубецкой: -ого, -ому, -им, -ом
  {
    stem: /[сц]к$/u,
    genders: ['Masc'],
    nominative: 'ий',
    endings: [
      ['ий', ['Nom']],
      ['ого', ['Gen', 'Acc']],
      ['ому', ['Dat']],
      ['им', ['Ins']],
      ['ом', ['Loc']],
    ],
    weight: 1,
  },
  {
    stem: /[сц]к$/u,
    genders: ['Fem'],
    nominative: 'ая',
    endings: [
      ['ая', ['Nom']],
      ['ой', ['Gen', 'Dat', 'Ins', 'Loc']],
      ['ую', ['Acc']],
    ],
    weight: 1,
  },
  // Бедный, Вольная
  {
    stem: /[нвдтлмр]$/u,
    genders: ['Masc'],
    nominative: 'ый',
    endings: [
      ['ый', ['Nom']],
      ['ого', ['Gen', 'Acc']],
      ['ому', ['Dat']],
      ['ым', ['Ins']],
    ],
    weight: 0.6,
  },
  {
    stem: /[нвдтлмр]$/u,
    genders: ['Fem'],
    nominative: 'ая',
    endings: [
      ['ая', ['Nom']],
      ['ой', ['Gen', 'Dat', 'Ins', 'Loc']],
      ['ую', ['Acc']],
    ],
    weight: 0.1,
  },
  // Хаас, Мельник, Реджеп: -а, -у, -ом, -е
  {
    stem: /[бвгдзклмнпрстфх]$/u,
    genders: ['Masc'],
    nominative: '',
    endings: [
      ['', ['Nom']],
      ['а', ['Gen', 'Acc']],
      ['у', ['Dat']],
      ['ом', ['Ins']],
      ['е', ['Loc']],
    ],
    weight: 0.6,
  },
  // Кравец: Кравца, Кравцу, Кравцом
  {
    stem: /[аеиоуыэюя][бвгдзклмнпрст]+$/u,
    genders: ['Masc'],
    nominative: 'ец',
    endings: [
      ['ца', ['Gen', 'Acc']],
      ['цу', ['Dat']],
      ['цом', ['Ins']],
      ['цем', ['Ins']],
      ['це', ['Loc']],
    ],
    weight: 0.7,
  },
  // Буш, Кулич, Швец: -а, -у, -ем/-ом, -е
  {
    stem: /[жшщчц]$/u,
    genders: ['Masc'],
    nominative: '',
    endings: [
      ['', ['Nom']],
      ['а', ['Gen', 'Acc']],
      ['у', ['Dat']],
      ['ем', ['Ins']],
      ['ом', ['Ins']],
      ['е', ['Loc']],
    ],
    weight: 0.6,
  },
  // Кароль, Гоголь: -я, -ю, -ем, -е
  {
    stem: /[бвдзлмнпрст]$/u,
    genders: ['Masc'],
    nominative: 'ь',
    endings: [
      ['ь', ['Nom']],
      ['я', ['Gen', 'Acc']],
      ['ю', ['Dat']],
      ['ем', ['Ins']],
      ['е', ['Loc']],
    ],
    weight: 0.4,
  },
  // Андрей, Гайдай: -я, -ю, -ем, -е
  {
    stem: /[аеоу]$/u,
    genders: ['Masc'],
    nominative: 'й',
    endings: [
      ['й', ['Nom']],
      ['я', ['Gen', 'Acc']],
      ['ю', ['Dat']],
      ['ем', ['Ins']],
      ['е', ['Loc']],
    ],
    weight: 0.6,
  },
  // Георгий, Юрий; Гарсию is likelier of Гарсия
  {
    stem: /и$/u,
    genders: ['Masc'],
    nominative: 'й',
    endings: [
      ['й', ['Nom']],
      ['я', ['Gen', 'Acc']],
      ['ю', ['Dat']],
      ['ем', ['Ins']],
      ['е', ['Loc']],
    ],
    weight: 0.2,
  },
  // Глоба, Тереза: -ы, -е, -у, -ой
  {
    stem: /[бвдзлмнпрстфц]$/u,
    genders: ['Fem', 'Masc'],
    nominative: 'а',
    endings: [
      ['а', ['Nom']],
      ['ы', ['Gen']],
      ['е', ['Dat', 'Loc']],
      ['у', ['Acc']],
      ['ой', ['Ins']],
    ],
    weight: 0.25,
  },
  // Накамура, Мураяма, Куросава: -ы, -е, -у, -ой
  {
    stem: /.(?:[ао]мур|[уоа]ям|[кгс]ав|сим)$/u,
    genders: ['Masc', 'Fem'],
    nominative: 'а',
    endings: [
      ['а', ['Nom']],
      ['ы', ['Gen']],
      ['е', ['Dat', 'Loc']],
      ['у', ['Acc']],
      ['ой', ['Ins']],
    ],
    weight: 2,
  },
  // Муха, Саша: -и, -е, -у, -ой/-ей
  {
    stem: /[гкхжшщч]$/u,
    genders: ['Fem', 'Masc'],
    nominative: 'а',
    endings: [
      ['а', ['Nom']],
      ['и', ['Gen']],
      ['е', ['Dat', 'Loc']],
      ['у', ['Acc']],
      ['ой', ['Ins']],
      ['ей', ['Ins']],
    ],
    weight: 0.25,
  },
  // Берия, Наталия: -ии, -ии, -ию, -ией
  {
    stem: /и$/u,
    genders: ['Fem', 'Masc'],
    nominative: 'я',
    endings: [
      ['я', ['Nom']],
      ['и', ['Gen', 'Dat', 'Loc']],
      ['ю', ['Acc']],
      ['ей', ['Ins']],
    ],
    weight: 0.4,
  },
  // Гойя, Зоря: -и, -е, -ю, -ей
  {
    stem: /[бвдзлмнрстйае]$/u,
    genders: ['Fem', 'Masc'],
    nominative: 'я',
    endings: [
      ['я', ['Nom']],
      ['и', ['Gen']],
      ['е', ['Dat', 'Loc']],
      ['ю', ['Acc']],
      ['ей', ['Ins']],
    ],
    weight: 0.25,
  },
];

/** Words within people's names that never change: «фон», «аль», «оглы». */
export const nameParticles: ReadonlySet<string> = new Set(
  'фон ван де дер ден да ди дель дю ла ле эль аль ас ад аш бен бин ибн абу оглы кызы заде хан паша бей мак сан дон мистер'.split(
    ' ',
  ),
);
