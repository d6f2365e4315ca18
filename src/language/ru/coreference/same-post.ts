import { ministries } from './ministries.data.ts';

/** A post by its lemmas, without the state or body that it belongs to. */
export interface Office {
  /** The noun that says what somebody is: «заместитель» of «заместитель министра». */
  readonly head: string;
  /** All its words, the head too. */
  readonly words: ReadonlySet<string>;
}

/** Words that say several at once, the head of these first. */
const spelledOut: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    // «вице-премьер Перу»
    'вице-премьер': 'заместитель премьер',
    'вице-спикер': 'заместитель спикер',
    // «гендиректор», «генсек», «госсекретарь»
    гендиректор: 'директор генеральный',
    генсек: 'секретарь генеральный',
    генсекретарь: 'секретарь генеральный',
    госсекретарь: 'секретарь государственный',
    'премьер-министр': 'премьер',
    постпред: 'представитель постоянный',
    главком: 'главнокомандующий',
    градоначальник: 'мэр',
    монарх: 'король',
    королева: 'король',
    // «глава Минобороны», «секретарь Совбеза», «глава Госдепа»
    ...ministries,
    госдеп: 'департамент государственный',
    госдепартамент: 'департамент государственный',
    генштаб: 'штаб генеральный',
    кабмин: 'правительство',
  }).map(([word, words]) => [word, words.split(' ')]),
);

/** Nouns that «зам-» may stand before, with the genitive that the news writes it with: «замминистра». */
const deputised: Readonly<Record<string, string>> = {
  министр: 'министра',
  глава: 'главы',
  директор: 'директора',
  гендиректор: 'гендиректора',
  начальник: 'начальника',
  командующий: 'командующего',
  руководитель: 'руководителя',
  председатель: 'председателя',
  генсек: 'генсека',
  госсекретарь: 'госсекретаря',
  секретарь: 'секретаря',
  премьер: 'премьера',
  губернатор: 'губернатора',
  мэр: 'мэра',
  спикер: 'спикера',
};

const deputies: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(deputised).flatMap(([noun, genitive]) =>
    [noun, genitive].map((form) => [`зам${form}`, ['заместитель', ...(spelledOut.get(noun) ?? [noun])]] as const),
  ),
);

/** Other ways to say a post: each row one post, each entry its lemmas spelled out, the head first. */
const synonyms: readonly (readonly string[])[] = [
  // «премьер Перу», «глава правительства Перу»
  ['премьер', 'председатель правительство', 'глава правительство', 'глава кабинет министр'],
  // «канцлер ФРГ», «глава правительства ФРГ»
  ['канцлер', 'глава правительство'],
  // «глава МИД», «министр иностранных дел»
  [
    'министр иностранный дело',
    'глава внешнеполитический ведомство',
    'руководитель внешнеполитический ведомство',
    'глава дипломатия',
  ],
  ['секретарь государственный', 'глава департамент государственный', 'глава дипломатия'],
  ['министр оборона', 'глава оборонный ведомство', 'глава военный ведомство', 'глава пентагон'],
  ['президент', 'глава государство', 'глава страна', 'глава белый дом'],
  ['король', 'глава государство', 'глава страна'],
  ['спикер парламент', 'председатель парламент', 'глава парламент', 'спикер'],
  ['представитель верховный иностранный дело', 'глава дипломатия'],
  ['мэр', 'глава город'],
  ['губернатор', 'глава регион', 'глава область', 'глава край'],
];

const rows: readonly (readonly Office[])[] = synonyms.map((row) =>
  row.map((entry) => {
    const words = entry.split(' ');
    return { head: words[0] ?? '', words: new Set(words) };
  }),
);

/**
 * Whether a post that stands alone may be one told in full: «министр» and «замминистра» of «министр обороны», «заместитель
 * министра обороны»; «глава Минэнерго» of «министр энергетики».
 */
export function isSameOffice(alone: Office, full: Office): boolean {
  const [short, long] = [ofMinistry(spellOut(alone)), ofMinistry(spellOut(full))];
  const known = rows.filter((row) => row.some((entry) => isEqual(entry, long)));
  return (
    [long, ...known.flat()].some((way) => isCutShort(short, way)) ||
    known.some((row) => row.some((entry) => isEqual(entry, short)))
  );
}

function isCutShort(short: Office, long: Office): boolean {
  return short.head === long.head && [...short.words].every((word) => long.words.has(word));
}

/** The same with words that say several at once told apart. */
function spellOut(office: Office): Office {
  const { head, words } = withoutActing(office);
  const told = [...words].flatMap((word) => partsOf(word));
  return { head: partsOf(head)[0] ?? head, words: new Set(told) };
}

function partsOf(word: string): readonly string[] {
  return spelledOut.get(word) ?? deputies.get(word) ?? [word];
}

/** «и. о.» is two words, the second of which the dictionary spells out as «остров». */
const acting: ReadonlySet<string> = new Set('исполняющий исполнять обязанность врио временно и о остров'.split(' '));

/** «исполняющий обязанности министра», «врио губернатора» do what the minister and the governor do. */
function withoutActing(office: Office): Office {
  if (!acting.has(office.head)) return office;
  const words = [...office.words].filter((word) => !acting.has(word));
  return { head: words.find((word) => !/[ыио]й$/u.test(word)) ?? office.head, words: new Set(words) };
}

/** «глава министерства обороны» is the «министр обороны», his «заместитель» the minister's. */
function ofMinistry(office: Office): Office {
  const leader = [...office.words].find((word) => headsOfMinistries.has(word));
  if (leader === undefined || !office.words.has('министерство')) return office;
  const left = [...office.words].filter((word) => word !== leader && word !== 'министерство');
  return { head: office.head === leader ? 'министр' : office.head, words: new Set(['министр', ...left]) };
}

const headsOfMinistries: ReadonlySet<string> = new Set(['глава', 'руководитель', 'шеф']);

function isEqual(a: Office, b: Office): boolean {
  return a.head === b.head && a.words.size === b.words.size && [...a.words].every((word) => b.words.has(word));
}
