import type { Draft, Resolution } from './drafts.ts';
import { headOf, tokensBeside, tokensOf } from './drafts.ts';
import { ministries } from './ministries.data.ts';

/** What a body is, as far as its name and what the text says of it tell: a paper or an agency, an office of a state, a firm; `null` else. */
export type BodySort = 'media' | 'office' | 'firm' | null;

interface SortRow {
  readonly sort: Exclude<BodySort, null>;
  /** Lemmas in the name or before it. */
  readonly nouns: ReadonlySet<string>;
  /** Names that tell it by their look. */
  readonly looks: RegExp | null;
}

const rows: readonly SortRow[] = [
  {
    // «газета „Вестник“», «портал „Порт“»
    sort: 'media',
    nouns: new Set(
      'газета журнал телеканал издание радио радиостанция портал сайт еженедельник телекомпания информагентство сми'.split(
        ' ',
      ),
    ),
    looks: /(?:\.(?:ru|com|net|org|рф)|news|(?<!\p{L})(?:times|journal|post|tribune|zeitung))$/iu,
  },
  {
    // «Министерство труда», «МИД», «Роспорт», «Управление по …»
    sort: 'office',
    nouns: new Set([
      ...Object.keys(ministries),
      ...'министерство управление департамент прокуратура инспекция комитет служба канцелярия пентагон госдеп госдепартамент'.split(
        ' ',
      ),
      ...'суд полиция таможня мэрия кремль фсб фас фмс фтс фсин'.split(' '),
    ]),
    looks: /^(?:Мин|Рос|Гос|Ген)\p{Ll}{3,}$/u,
  },
  {
    // «компания „Верфь“», «ОАО „Верфь“», «Marevolt»
    sort: 'firm',
    nouns: new Set(
      'компания корпорация концерн холдинг банк завод предприятие фирма оао зао ооо ао пао гуп авиакомпания комбинат'.split(
        ' ',
      ),
    ),
    looks: null,
  },
];

/** The sort that the names of a body tell, else that of a source that the text cites; `null` where nothing does. */
export function sortOfBody(it: Resolution, draft: Draft): BodySort {
  const words = [...draft.keys].flatMap((key) => key.split(' '));
  const row = rows.find(({ nouns, looks }) => looks?.test(draft.name) === true || words.some((one) => nouns.has(one)));
  return row?.sort ?? (isCited(it, draft) ? 'media' : null);
}

/** «пишет „Вестник“», «в интервью „Вестнику“», «со ссылкой на „Вестник“» */
function isCited(it: Resolution, draft: Draft): boolean {
  return draft.mentions.some((i) => {
    const mention = it.mentions[i];
    const head = mention && headOf(it, mention);
    const above = mention && head && tokensBeside(it, mention)[head.head];
    if (!mention || !head || !above) return false;
    const saysSo = head.relation.startsWith('nsubj') && above.features.tense !== 'Past' && citing.has(above.lemma);
    return (saysSo || citations.has(above.lemma)) && tokensOf(it, mention).length < 6;
  });
}

const citing: ReadonlySet<string> = new Set(['писать', 'передавать', 'сообщать', 'цитировать']);
const citations: ReadonlySet<string> = new Set(['интервью', 'ссылка']);

/** Which sorts a noun may call, the likeliest first; a noun that is not here calls only what has it in its name. */
const called: ReadonlyMap<string, readonly BodySort[]> = new Map([
  ['ведомство', ['office', null]],
  ['компания', ['firm', null]],
  ['корпорация', ['firm', null]],
  ['концерн', ['firm', null]],
  ['холдинг', ['firm', null]],
  ['предприятие', ['firm', null]],
  ['издание', ['media', null]],
  ['газета', ['media']],
  ['телеканал', ['media']],
  ['журнал', ['media']],
  ['агентство', ['media', null, 'office']],
  ['альянс', [null]],
  ['блок', [null]],
  ['организация', [null, 'firm', 'office']],
]);

/** The sorts of bodies that a noun may call, in the order in which they are looked for. */
export function sortsCalled(noun: string): readonly BodySort[] {
  return called.get(noun) ?? [];
}
