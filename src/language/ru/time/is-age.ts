import type { Span } from '../../../model/span.ts';
import type { Amount } from '../../time/expression.ts';

/**
 * Whether a length in years is somebody's age: «35-летний Иванов», «в возрасте 80 лет», «ему исполнилось 22 года»,
 * «старше 18 лет», «Петрову 45 лет», «20-летие». «40-летняя история» and «пять лет» are lengths. Looks at 40 characters
 * on either side, 80 before for a pension.
 */
export function isAge(text: string, span: Span, amount: Amount): boolean {
  const part = amount.parts[0];
  if (part === undefined || amount.parts.length !== 1 || (part.unit !== 'year' && part.unit !== 'month')) return false;
  const own = text.slice(span.start, span.stop);
  const after = text.slice(span.stop, span.stop + 48);
  if (/лети[еяюи]м?$/iu.test(own)) return true;
  if (/летн\p{L}+$/iu.test(own)) return !lengthNoun.test(after);
  const far = text.slice(Math.max(0, span.start - 80), span.start);
  const place: Place = { own, before: far.slice(-40), far, after, count: part.count ?? 0 };
  return signs.some((sign) => sign(place));
}

/** A length of years with what stands around it. */
interface Place {
  readonly own: string;
  /** 40 characters before it, and 80. */
  readonly before: string;
  readonly far: string;
  readonly after: string;
  readonly count: number;
}

/** From this number on years are likelier somebody's than a length, where only a person stands beside them. */
const leastAge = 7;

/** What shows that the years are somebody's; one is enough. */
const signs: readonly ((place: Place) => boolean)[] = [
  // «в возрасте около 80 лет», «исполнилось бы 80 лет»
  ({ before }) =>
    /возраст\p{L}*[\s\u00a0]+(?:до[\s\u00a0]|от[\s\u00a0]|около[\s\u00a0])?$|(?:исполн|достиг)\p{L}+[\s\u00a0]+(?:бы[\s\u00a0])?$/iu.test(
      before,
    ),
  // «80 лет исполняется», «80 лет со дня рождения»
  ({ after }) => /^[\s\u00a0]+(?:от роду|исполн|со дня рождения)/iu.test(after),
  // «старше 18 лет», «ему было уже 5 лет», «мальчику 5 лет»
  ({ before }) =>
    /(?:^|\P{L})(?:старше|младше|моложе|ему|ей|мне|тебе|ребенку|мальчику|девочке|мужчине|женщине|девушке|юноше)[\s\u00a0]+(?:было[\s\u00a0]+|будет[\s\u00a0]+|всего[\s\u00a0]+|уже[\s\u00a0]+|почти[\s\u00a0]+|около[\s\u00a0]+){0,2}$/iu.test(
      before,
    ),
  // «было тогда 80 лет»
  ({ before, count }) =>
    count >= leastAge &&
    /(?:^|\P{L})(?:было|будет|исполнится)[\s\u00a0]+(?:всего[\s\u00a0]+|уже[\s\u00a0]+|тогда[\s\u00a0]+|около[\s\u00a0]+)?$/iu.test(
      before,
    ),
  // «ему в мае стало 80 лет»
  ({ before, count }) =>
    count >= leastAge && /(?:^|\P{L})(?:ему|ей|им|мне|котор(?:ому|ой|ым))[\s\u00a0][^.!?,;\n]{0,28}$/iu.test(before),
  // «Иван Дубов, 80 лет,»
  ({ before, after, count }) =>
    count >= leastAge && after.startsWith(',') && /\p{Lu}\p{Ll}+[\s\u00a0]?(?:,|[-–—])[\s\u00a0]$/u.test(before),
  // «его сыну 5 лет»
  ({ before }) => /(?:сын|доч|внук|внучк|брат|сестр|супруг|муж|жен)\p{L}{0,4}[\s\u00a0]$/iu.test(before),
  // «умер в 80 лет», «дожил до 80 лет»
  ({ own, before, count }) =>
    count >= leastAge &&
    /(?:^|[\s\u00a0(])(?:в|с|дожи\p{L}+ до|умер\p{L}* в|до своих)[\s\u00a0]$/iu.test(before) &&
    /(?:лет|года?)\.?$/iu.test(own),
  // «пенсионный возраст для мужчин — 65 лет»
  ({ far, count }) => count >= leastAge && /(?:пенси|возраст)[^.!?\n]{0,70}$/iu.test(far),
  // «которому было 80 лет», «которой в прошлом мае 80 лет»
  ({ before }) =>
    /(?:котор(?:ому|ой)|всем им|кому)[\s\u00a0]+(?:было[\s\u00a0]+|сейчас[\s\u00a0]+|в\s\p{L}+\s\p{L}+[\s\u00a0]+)?$/iu.test(
      before,
    ),
  // «женщина 80 лет», «дети 5 и 7 лет»
  ({ before }) =>
    /(?:девочк|мальчик|женщин|мужчин|ребенк|ребёнк|дет[иея]|подростк|девушк|юнош|пенсионер|пациент|жител|граждан)\p{L}*[\s\u00a0]+(?:в возрасте[\s\u00a0]+|\d{1,2} и )?$/iu.test(
      before,
    ),
  // «Дубов (80 лет)»
  ({ before, after, count }) => before.endsWith('(') && after.startsWith(')') && count < 120,
  // «Дубов 80 лет.»
  ({ before, after, count }) =>
    count >= leastAge && /\p{Lu}\p{Ll}+[\s\u00a0]$/u.test(before) && /^\.?(?:$|[\s\u00a0]+\p{Lu}|,)/u.test(after),
  // «Дубову всего 5 лет»
  ({ before }) =>
    /\p{Lu}\p{Ll}+(?:у|ю|ой|ому|ему)[\s\u00a0]+(?:было[\s\u00a0]+|всего[\s\u00a0]+|уже[\s\u00a0]+)?$/u.test(before),
];

/** Nouns that last, after at most two adjectives. */
const lengthNoun =
  /^[\s\u00a0]+(?:\p{Ll}+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ых|их|ыми|ими)[\s\u00a0]+){0,2}(?:период|истори|срок|контракт|войн|план|перерыв|опыт|стаж(?!\p{L}{2})|правлени|договор|соглашени|программ(?:[аыуе]|ой|ам[иы]?)?(?!\p{L})|перемири|кредит|цикл|обучени|карьер|конфликт|блокад|эмбарго|моратори|отсутстви|пребывани|запрет|курс|мандат|полномочи|заключени|тюремн|работ|борьб|кризис|переговор|пауз|ожидани|сотрудничеств|оккупаци|осад|рекорд|максимум|минимум|прогноз|аренд|облигаци|бумаг|реформ|развити|стратеги|миссии|миссия|пакт|санкци|арест|дистанци|гонк|рубеж|отрезок|отрезк|промежут|разниц|график|бюджет|эпох|традици|брак|дружб|служб|исследовани|изучени|наблюдени)/iu;
