import type { Sentence, Token } from '../../analysis.ts';
import { sentenceAt } from '../../sentence-at.ts';
import { normalise } from '../phrases/scan.ts';

/** Which way the verb of a time looks, and the words for the explanation. */
export interface Direction {
  readonly toward: 'past' | 'future' | null;
  readonly why: string;
  /** «решили закрыть порт с 11 июля»: laid down in the past for a day that need not be past. */
  readonly isLaidDown: boolean;
}

type Tense = 'past' | 'future' | 'modal-future' | 'passive' | 'participle' | 'present';

interface VerbAt {
  readonly tense: Tense;
  readonly word: string;
  /** Words between it and the time. */
  readonly distance: number;
}

/**
 * The direction of a time from the verb of its clause: the nearest verb between commas, else of the sentence. A future
 * auxiliary or a verb of intention («будет», «может», «планируют») outweighs a passive participle beside it. Tagged
 * sentences give the tenses where they are passed in; otherwise the endings of the words do.
 */
export function findDirection(
  text: string,
  start: number,
  stop: number,
  sentences: readonly Sentence[] | null,
): Direction {
  const left = splitClauses(text.slice(Math.max(0, start - reach), start), true);
  const right = splitClauses(text.slice(stop, stop + reach), false);
  const tagged = sentences === null ? null : tagsNear(sentences, start);
  const leftStart = Math.max(0, start - reach);
  const near = [
    ...verbsIn(left.near, left.nearAt + leftStart, true, tagged),
    ...verbsIn(right.near, stop + right.nearAt, false, tagged),
  ];
  const far = [
    ...verbsIn(left.far, leftStart + left.farAt, true, tagged),
    ...verbsIn(right.far, stop + right.farAt, false, tagged),
  ];
  // «возобновит работу, прерванную 7 мая, во вторник»: a participle tells but what stands in its own phrase
  const verb = best(near) ?? best(far.filter(({ tense }) => tense !== 'participle')) ?? best(far);
  const still = stillBefore(text, start);
  if (still !== null && verb?.tense !== 'future' && verb?.tense !== 'modal-future')
    return plainly('past', `«${still}» tells of the past`);
  if (!verb) return plainly(null, 'no verb decides; the nearest one');
  if (dueBehind.test(right.near)) return laidDown(`«${verb.word}» tells what was due`);
  return directionOf(verb, left, isBoundTo(verb, left, right, text.slice(start, stop)));
}

/** «завод закрыли ещё в мае», «ещё 5 мая» */
function stillBefore(text: string, start: number): string | null {
  return /(?<!\p{L})ещ[её](?:\sво?)?\s$/iu.exec(text.slice(Math.max(0, start - 8), start))?.[0].trim() ?? null;
}

/**
 * «договорились провести учение 15 августа», «поручил порту до 15 августа сдать причал», «приняли решение с 28 июля закрыть
 * порт»: the verb binds somebody to an act, whose day the time is, or a noun does: «достигли договорённости встретиться 15
 * августа», «обсуждена подготовка к встрече 15 августа».
 */
function isBoundTo(verb: VerbAt, left: Clauses, right: Clauses, time: string): boolean {
  // a verb of another clause stands not among these words
  const said = left.near.slice(Math.max(0, left.near.lastIndexOf(verb.word)));
  const isActBehind = infinitive.test(right.near);
  if (isActBehind && ruling.test(said)) return true;
  if (bindingNoun.test(said) || preparing.test(left.near)) return true;
  return binding.test(verb.word.toLowerCase()) && (infinitive.test(said) || (isActBehind && term.test(time)));
}

/** Where the verb looks, with what stands before the time. */
function directionOf(verb: VerbAt, left: Clauses, isBound: boolean): Direction {
  const word = verb.word.toLowerCase();
  const wasDue = /^был[аои]?$/iu.test(verb.word) && dueBefore.test(`${left.far}${left.near}`);
  const isOver = verb.tense === 'past' || verb.tense === 'passive';
  if ((verb.tense === 'past' && (wasDue || planning.test(word))) || (isOver && isBound)) {
    return laidDown(`«${verb.word}» tells a plan of the past`);
  }
  if (verb.tense === 'past' && putOffTo.test(left.near)) {
    return laidDown(`«${verb.word}» tells what was put off`);
  }
  if (isOver && cancelling.test(word)) {
    return laidDown(`«${verb.word}» tells a day that was laid down`);
  }
  if (appointing.test(word) && /(?<!\p{L})на\s+$/u.test(left.near)) {
    if (verb.tense === 'passive') return plainly('future', `«${verb.word} на» looks ahead`);
    if (verb.tense === 'past') return laidDown(`«${verb.word} на» tells a day that was laid down`);
  }
  switch (verb.tense) {
    case 'past':
    case 'passive':
    case 'participle':
      return plainly('past', `«${verb.word}» is in the past`);
    case 'future':
    case 'modal-future':
      return plainly('future', `«${verb.word}» looks ahead`);
    case 'present':
      return plainly(null, `«${verb.word}» is in the present; the nearest one`);
  }
}

function plainly(toward: Direction['toward'], why: string): Direction {
  return { toward, why, isLaidDown: false };
}

function laidDown(why: string): Direction {
  return { toward: null, why: `${why}; the nearest one`, isLaidDown: true };
}

/** «ранее планировали провести учение 5-12 августа», said in July: the plan is past, its day need not be. */
const planning =
  /^(?:(?:за)?планировал|намечал|намеревал|предполагал|рассчитывал|перенес|перенёс|перенос|отложил|откладывал)/u;

/** «назначили на 15 августа», said in July: they did so before, for a day that need not be; «назначена на 15 августа» waits for it. */
const appointing = /^(?:назнач|созвал|договор|услов)/u;

/** «договорились», «поручил», «решено», said in July of the 15th of August: agreed or asked before for what need not be. */
const binding =
  /^(?:договор|условил|решил|согласил|(?:по)?обещал|поручил|предложил|постановил|обязал|призвал|потребовал|попросил|приказал|распоряд|предписал|(?:решен|поручен|предложен|постановлен|предписан)о$)/u;
const infinitive = /(?<!\p{L})\p{L}+(?:[аеиоуыюя]ть(?:ся)?|йти|вести|мочь)(?!\p{L})/u;

/** «достигли договорённости встретиться», «заявил о согласии соседей провести» */
const bindingNoun = new RegExp(
  `(?<!\\p{L})(?:договор[её]нност|намерени|обещани|согласи|обязательств|предложени|решени|готовност)\\p{L}{1,3} (?:\\p{L}+ ){0,3}${infinitive.source}`,
  'iu',
);

/** «обсуждена подготовка к встрече», «подтвердили готовность к проведению» */
const preparing = /(?<!\p{L})(?:подготовк|готовност)\p{L}{1,2} к (?:\p{L}+ ){1,6}$/iu;
const ruling = /^приня\p{L}+ решение (?:со? )?$/iu;
const term = /^(?:до|ко?|не позднее)\s/iu;

/** «визит 15 августа отменён», said in July: the day that nothing will come of need not be past. */
const cancelling = /^отмен(?:ил|[её]н)|^отлож(?:ен|ил)|^перенес[её]н/u;

/** «попросил о переносе матча на октябрь», said in August: put off to what need not be past. */
const putOffTo = /(?<!\p{L})(?:перенос|отсрочк|отложени)\p{L}{0,3}\s(?:\p{L}+\s){0,4}на\s$/u;

// «встреча, которая должна была пройти в феврале, отменена», said in January
const dueBefore = /долж(?:ен|на|но|ны) был[аои]? (?:\p{L}+ ){1,3}\p{L}{0,2} ?$/iu;

/** «в мае он должен был уехать», said in July */
const dueBehind = /^\s*(?:\p{L}+ ){0,2}долж(?:ен|на|но|ны) был[аои]?(?!\p{L})/iu;

const reach = 240;

interface Clauses {
  /** The words up to the nearest comma, and where they begin in the slice. */
  readonly near: string;
  readonly nearAt: number;
  /** The rest of the sentence beyond the comma. */
  readonly far: string;
  readonly farAt: number;
}

function splitClauses(slice: string, before: boolean): Clauses {
  if (before) {
    const begin = lastIndexOf(slice, sentenceEnd);
    const sentence = slice.slice(begin);
    const comma = lastIndexOf(sentence, clauseEnd);
    return { near: sentence.slice(comma), nearAt: begin + comma, far: sentence.slice(0, comma), farAt: begin };
  }
  const end = slice.search(sentenceEnd);
  const sentence = end < 0 ? slice : slice.slice(0, end);
  const comma = sentence.search(clauseEnd);
  if (comma < 0) return { near: sentence, nearAt: 0, far: '', farAt: sentence.length };
  return { near: sentence.slice(0, comma), nearAt: 0, far: sentence.slice(comma), farAt: comma };
}

const sentenceEnd = /[.!?…](?=[\s\u00a0"»)]+[\p{Lu}"«]|\s*$)|[\n;]/u;
const clauseEnd = /[,:()«»"–—]/u;

function lastIndexOf(slice: string, pattern: RegExp): number {
  const all = new RegExp(pattern.source, 'gu');
  let last = 0;
  for (const found of slice.matchAll(all)) last = found.index + found[0].length;
  return last;
}

function best(verbs: readonly VerbAt[]): VerbAt | null {
  const rankOf = ({ tense, distance }: VerbAt): number =>
    distance + (tense === 'participle' ? 3 : tense === 'present' ? 2 : 0);
  const nearestOf = (all: readonly VerbAt[]): VerbAt | null =>
    all.reduce<VerbAt | null>((known, verb) => (known && rankOf(known) <= rankOf(verb) ? known : verb), null);
  const modal = nearestOf(verbs.filter((verb) => verb.tense === 'modal-future'));
  // «в январе занимавший пост Верди ушёл, и должен быть избран другой»: a past verb before it, the modal decides nothing
  const past = nearestOf(verbs.filter((verb) => verb.tense === 'past'));
  return modal !== null && (past === null || modal.distance < past.distance) ? modal : nearestOf(verbs);
}

function verbsIn(
  slice: string,
  at: number,
  before: boolean,
  tagged: ReadonlyMap<number, Token> | null,
): readonly VerbAt[] {
  const found: VerbAt[] = [];
  const words = [...slice.matchAll(/\p{L}[\p{L}\u0301]*/gu)];
  for (const [index, match] of words.entries()) {
    const distance = before ? words.length - index : index + 1;
    const token = tagged?.get(at + match.index);
    const tense = token === undefined ? tenseOfForm(normalise(match[0])) : tenseOfToken(token);
    if (tense !== null) found.push({ tense, word: match[0], distance });
  }
  return found;
}

/** The tokens of the sentence around a place of the text, by where they start. */
function tagsNear(sentences: readonly Sentence[], at: number): ReadonlyMap<number, Token> {
  return new Map((sentenceAt(sentences, at)?.tokens ?? []).map((token) => [token.start, token]));
}

function tenseOfToken(token: Token): Tense | null {
  if (intention.test(token.norm) || scheduled.test(token.norm)) return 'modal-future';
  if (token.pos !== 'VERB' && token.pos !== 'AUX' && token.pos !== 'ADJ') return null;
  const { tense, verbForm, variant, aspect, voice } = token.features;
  if (verbForm === 'Part' || (token.pos === 'ADJ' && variant === 'Short' && voice === 'Pass')) {
    if (tense === 'Pres') return null;
    return variant === 'Short' ? 'passive' : 'participle';
  }
  if (token.pos === 'ADJ') return null;
  if (tense === 'Past') return 'past';
  if (tense === 'Fut' || (tense === 'Pres' && aspect === 'Perf')) return 'future';
  return tense === 'Pres' ? 'present' : null;
}

/** The tense that the ending of a form shows; `null` for what looks like no verb. */
function tenseOfForm(norm: string): Tense | null {
  if (norm.length < 3) return null;
  if (intention.test(norm)) return 'modal-future';
  if (/^был[аио]?$/u.test(norm) || bareRoots.test(norm)) return 'past';
  if (norm.length > 3 && pastEnding.test(norm) && !pastLookalikes.test(norm)) return 'past';
  if (passiveEnding.test(norm)) return 'passive';
  if (participleEnding.test(norm) && !plainAdjective.test(norm)) return 'participle';
  if (norm.length > 4 && finiteEnding.test(norm) && !finiteLookalikes.test(norm)) {
    return perfectivePrefix.test(norm) && !imperfective.test(norm) ? 'future' : 'present';
  }
  return null;
}

/** Verbs and adjectives of what is to come. */
const intention =
  /^(?:буд(?:ет|ут|у|ем|ешь|ете)|может|могут|смо(?:жет|гут)|предсто(?:ит|ят)|намерен[аыо]?|планиру(?:ет|ют|ется|ются|ем|ю)|(?:за|рас)планирован[аоы]?|намечен[аоы]?|собира(?:ется|ются|емся)|ожида(?:ется|ются|ет|ют|ем)|долж(?:ен|на|но|ны)|готов(?:ится|ятся)|рассчитыва(?:ет|ют|ем)|хо(?:чет|тят|тим)|надее(?:тся|мся)|надеются|прогнозиру(?:ет|ют|ется|ем)|предполага(?:ет|ют|ется|ются)|предусм(?:отрен[аоы]?|атрива(?:ет|ют|ется))|обеща(?:ет|ют)|намерева(?:ется|ются)|стартует|стартуют|рассчитан[аоы]?|необходимо|нужно|следует|давайте)$/u;
// «встреча, намеченная на октябрь, отменена»: the day lies ahead when it is said
const scheduled = /^(?:намеченн|(?:за|рас)?планированн)\p{L}{2,3}$/u;
const pastEnding = /(?:[аеиоуыюя]л[аио]?|[аеиоуыюя]л(?:ся|ась|ось|ись)|[гкхзсрбпд]ла?|[гкхзсрбпдш]л[аио]?(?:сь|ся)?)$/u;
const pastLookalikes =
  /(?:^|\P{L})(?:если|или|ли|стали|дела|дело|дели|цел[иья]|недели|школ[аы]|сил[аы]?|числ[ао]|начал[ао]|мало|около|село|тепло|тело|правил[ао]|масл[ао]|стекло|рол[иь]|модел[иь]|дол[иь]|сол[иь]|земл[ия]|стол|зал|бал|канал|финал|журнал|капитал|материал|генерал|потенциал|портал|сигнал|квартал|скандал|персонал|филиал|футбол|протокол|узел|отдел|раздел|предел|орел|адмирал|криминал|арсенал|вокзал|интервал|оригинал|терминал|ритуал|идеал|металл|мемориал|минерал|потенциала|капитала|материала|канала|журнала|генерала|финала|сигнала|персонала|апрел[яьеи]|июл[яьеи]|феврал[яьеи]|декабрел|рубл[яьеи]|автомобил[яьеи]|стил[яьеи]|профил[яьеи]|пыл[ьи]|мысли|вдали|вблизи|дали|контрол[яьеи]|посол|угол|пол|уголь|свекла|скала|шкала|мила|опала|зла|игла|смола|пчела|земли|площади|сентябрил|весело|светло|было бы|израил[яьеи]|крыл[ао]|весл[ао]|поголовья|вертикал[иь]|нейтрал[иь]|спектакл[яьеи]|корабл[яьеи])$/u;
/** Masculine past forms without -л: «достиг», «вырос», «погиб». */
const bareRoots =
  /^(?:(?:до|по|на)стиг|(?:вы|воз|под|от|за)рос|(?:при|вы|от|под|пере|у|по|в|раз|до|за)нес|(?:при|вы|от|пере|у|за|до)вез|умер|погиб|(?:воз|про)ник|исчез|(?:с|по)?мог|(?:под|от|опро|сверг|из)верг|сверг|избег|прибег|лег|(?:от|при|из|у|по)влек|сжег|поджег|пресек|истек|замер|привык|погас|окреп|сберег)(?:ся)?$/u;
const plainAdjective =
  /(?:ств|вое|во|вре|времен|стра|да|ра|дли|ц|пре|внутр|осе|весе|постоя|едине|кра|ве|уров|обыкнове|мгнове|совреме|одновреме)нн/u;
const passiveEnding =
  /(?:ован|исан|делан|зван|слан|влен|ожен|ещен|ошен|ешен|учен|ючен|ечен|начен|рожден|ужден|вержден|режден|нят|крыт|обран|задержан)[аоы]?$/u;
const participleEnding =
  /(?:[аеиуыюя]вш(?:ий|его|ему|им|ем|ая|ей|ую|ее|ие|их|ими)(?:ся)?|[аяе]нн(?:ого|ому|ым|ом|ая|ой|ую|ое|ые|ых|ыми|ый))$/u;
const finiteEnding = /(?:[еи]т|[уюая]т|ет|ит)(?:ся)?$/u;
const finiteLookalikes =
  /(?:тет|итет|мет|нет|сет|кет|лет|вет|бит|дит|рит|зит|лит|мент|ант|акт|ект|икт|ост|ист|рат|тат|лат|мат|нат|бат|дат|кат|зат|сят|пят|цать|дцат|привет|совет|ответ|пакет|бюджет|комитет|кабинет|дефицит|кредит|визит|транзит|аппарат|формат|мандат|результат|институт|маршрут|минут|салют|приют|абсолют|этот|пункт|проект|объект|субъект|аэропорт|эксперт|штат)$/u;
const perfectivePrefix = /^(?:со|с|вы|про|по|при|на|за|у|от|о|об|обо|раз|рас|пере|под|в|вос|воз|до|из|ис)[\p{L}]{3,}/u;
const imperfective =
  /(?:ыва|ива|ае|яе|уе|ходит|ходят|водит|водят|носит|носят|езжа|возит|возят|ступает|ждет|дают|дает|вляет|работа|слыш)\p{L}{0,4}$|^(?:стоит|стоят|знает|видит|видят|слывет|состоит|состоят|принадлежит|принадлежат|поддерживает|участвует|говорит|говорят)$/u;
