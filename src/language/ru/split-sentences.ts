import { abbreviations } from './abbreviations.data.ts';
import { isCapital, isInitial } from './attach-stops.ts';
import type { RawToken } from './find-tokens.ts';

/** Splits the tokens of one paragraph into sentences, in order and without loss. */
export function splitSentences(text: string, tokens: readonly RawToken[]): readonly (readonly RawToken[])[] {
  const sentences: (readonly RawToken[])[] = [];
  let first = 0;
  for (let i = 0; i < tokens.length - 1; i++) {
    const token = tokens[i];
    if (!token || !mayEnd(token)) continue;
    const last = takeClosing(tokens, i);
    const next = tokens[last + 1];
    if (!next) break;
    const end: End = { text, tokens, first, mark: i, last, next };
    if (joins.every((rule) => !rule(end))) {
      sentences.push(tokens.slice(first, last + 1));
      first = last + 1;
    }
    i = last;
  }
  if (first < tokens.length) sentences.push(tokens.slice(first));
  return sentences;
}

/** A place where a sentence may end: after tokens[last], which stands `mark` and the quotes and brackets that close with it. */
interface End {
  readonly text: string;
  readonly tokens: readonly RawToken[];
  /** First token of the sentence. */
  readonly first: number;
  /** The token with the end mark. */
  readonly mark: number;
  readonly last: number;
  readonly next: RawToken;
}

type Join = (end: End) => boolean;

/** Reasons not to end a sentence; each is asked in order. */
const joins: readonly Join[] = [
  noSpace,
  smallLetter,
  enumerator,
  initial,
  neverLast,
  numbered,
  numberGoesOn,
  dateFirst,
  abbreviationGoesOn,
  dashAfterQuote,
  editorsRemark,
  signature,
  onlyMarksLeft,
];

/**
 * «сайт.Новости» has no space, yet two words and a stop between them are two sentences, and so are «сказал он.— Новости»;
 * «1.5.» and «(…?)» are one.
 */
function noSpace({ tokens, mark, last, next }: End): boolean {
  const end = tokens[last];
  if (!end || next.start > end.stop || dash.test(next.text)) return false;
  const isGlued = tokens[mark]?.text === '.' && isCapital(next.text) && tokens[mark - 1]?.kind === 'word';
  return !isGlued && next.norm !== '-0-';
}

/** «и др. страны», «Пойдём?» — спросил он», «… и, может быть…, нет» */
function smallLetter({ next }: End): boolean {
  return /^[\p{Ll},;:)\]»%]/u.test(next.text);
}

/** «1. Текст», «2.1. Текст» at the start, «…; 2. Текст» in a list within a line. */
function enumerator({ tokens, first, mark }: End): boolean {
  if (tokens[mark]?.text !== '.') return false;
  if (mark - first === 1) return /^\d{1,3}(?:\.\d{1,2})*$|^[IVX]+$/u.test(tokens[first]?.text ?? '');
  return /^\d{1,2}$/u.test(tokens[mark - 1]?.text ?? '') && /^[);]$/u.test(tokens[mark - 2]?.text ?? '');
}

/**
 * «В. Громов», «А. Г. Ильяшенко»; after «… с Громовым В. В.» only a small letter joins, but «министр Варонии А. Г. Ильин» goes on with a
 * surname.
 */
function initial({ tokens, first, mark, next }: End): boolean {
  const token = tokens[mark];
  if (!isInitial(token)) return false;
  const surname = firstBefore(tokens, mark, (it) => !isInitial(it));
  const afterSurname = surname > first && surname >= mark - 2 && isSurnameLike(tokens[surname]);
  const goesOn = surnames.test(next.text) && !surnames.test(tokens[surname]?.text ?? '');
  return goesOn || !(afterSurname && mark - surname === 2 && isCapital(next.text) && !isInitial(next));
}

/** How most Russian surnames end, in any case: «Громов», «Ильиным», «Верховскому», «Ильяшенко». */
const surnames =
  /^\p{Lu}\p{Ll}+(?:(?:[оеё]в|[иы]н)(?:а|у|ым|е|ой)?|ск(?:ий|ого|ому|им|ом|ая|ой|ую)|енко|чук|швили|дзе|[ая]ян(?:а|у|ом|е)?)$/u;

function isSurnameLike(token: RawToken | undefined): boolean {
  return token?.kind === 'word' && isCapital(token.text) && token.text.length > 3 && !token.text.endsWith('.');
}

function firstBefore(tokens: readonly RawToken[], from: number, test: (token: RawToken) => boolean): number {
  for (let i = from - 1; i >= Math.max(0, from - 4); i--) {
    const token = tokens[i];
    if (token && test(token)) return i;
  }
  return -1;
}

/** «им. Ленина», «ул. Тверская» */
function neverLast({ tokens, mark }: End): boolean {
  const token = tokens[mark];
  return token?.kind === 'word' && abbreviations.get(token.norm.slice(0, -1)) === 'before';
}

/** «ст. 5», «п. 3», «т. 2», «гл. 4» */
function numbered({ tokens, mark, next }: End): boolean {
  const token = tokens[mark];
  if (token?.kind !== 'word' || next.kind !== 'number') return false;
  return tokens[mark - 1]?.kind !== 'number';
}

/** «2 млрд. 842 млн», not «2 млрд. 5 мая» */
function numberGoesOn({ tokens, mark, next }: End): boolean {
  const scale = tokens[mark]?.kind === 'word' ? tokens[mark] : tokens[mark - 1];
  if (next.kind !== 'number' || !/^(?:тыс|млн|млрд|трлн)\.?$/u.test(scale?.norm ?? '')) return false;
  return /^\d{1,3}(?:,\d+)?$/u.test(next.text) && !datewords.test(tokens[mark + 2]?.norm ?? '');
}

/** «В 2014 г. Россия …», «По его словам, 24 марта с. г. Громов …»: the clause has nothing yet but a date. */
function dateFirst({ tokens, first, mark }: End): boolean {
  const token = tokens[mark];
  if (token?.kind !== 'word' || !/^(?:гг?|вв?|э|мин|час|ч)\.$/u.test(token.norm)) return false;
  const before = tokens.findLastIndex((it, i) => i >= first && i < mark && !isOfDate(it));
  return mark - Math.max(before + 1, first) <= longestDate && (before < first || opensClause(tokens, first, before));
}

function isOfDate({ kind, norm, text }: RawToken): boolean {
  return kind !== 'word' || datewords.test(norm) || /^[IVXХ]+$/u.test(text);
}

/** «Напомним,», «В свою очередь, по словам Громова,», «Известно, что»: whether the words up to `last` leave a clause open. */
function opensClause(tokens: readonly RawToken[], first: number, last: number): boolean {
  // «на том же уровне, что и в 2014 г.» is all that it says
  if (tokens[last]?.norm === 'что') return tokens[last - 1]?.text === ',' && tokens[last + 1]?.norm !== 'и';
  if (tokens[last + 1]?.text !== ',' || last - first > longestOpening) return false;
  const words = tokens.slice(first, last + 1).map((it) => it.norm);
  return words
    .join(' ')
    .split(',')
    .every((part) => openings.test(part.trim()));
}

/** «В свою очередь, по словам первого заместителя министра обороны Громова,» in tokens. */
const longestOpening = 16;

/** «С 24 по 28 марта 2014 г.» */
const longestDate = 12;

const openings =
  /^(?:(?:напомним|напоминаем|так|например|отметим|кстати|кроме того|вместе с тем|при этом|между тем|в свою очередь|в частности)$|по (?:его|ее|их|словам|данным|мнению|оценк|информации|сведениям|сообщени)|согласно )/u;

const datewords =
  /^(?:в|во|с|со|к|ко|по|до|от|на|и|или|уже|еще|только|лишь|за|около|начале|конце|середине|концу|началу|период|н\.|веках?|веке|века|год[уа]?|годах|лет|с\.|\d+-\p{L}{1,3}|январ[яеь]|феврал[яеь]|марта?е?|апрел[яеь]|ма[йяе]|июн[яеь]|июл[яеь]|августа?е?|сентябр[яеь]|октябр[яеь]|ноябр[яеь]|декабр[яеь])$/u;

/** «г. Москва», «т. н. «Союз»», «руб. (5 долл.)»: abbreviations that go before as well as after. */
function abbreviationGoesOn({ text, tokens, mark, last, next }: End): boolean {
  const token = tokens[mark];
  if (token?.kind !== 'word' || last !== mark || isInitial(token)) return false;
  const previous = tokens[mark - 1];
  if (/^[(–—-]/u.test(next.text)) return true;
  if (/^(?:г|д|с|п|р|о|ст|обл|м|л|т|ч|к)\.$/u.test(token.norm) && !isCount(previous)) {
    return isCapital(next.text) || next.kind !== 'word';
  }
  if (token.norm === 'н.' && next.norm !== 'э.') return true;
  return (
    next.norm.length === 2 &&
    next.norm.endsWith('.') &&
    text.charAt(next.start).toLowerCase() === text.charAt(next.start)
  );
}

function isCount(token: RawToken | undefined): boolean {
  if (!token) return false;
  return (
    token.kind === 'number' ||
    /^[IVXLCХ]+$/u.test(token.text) ||
    /^\d+-|^(?:тыс|млн|млрд|трлн|гг|т|с|и)\.?$|\.$/u.test(token.norm)
  );
}

const dash = /^[-–—]$/u;

/** ««Придём!» — сказал он», «"Нет". - Но …» goes on only after a quote. */
function dashAfterQuote({ tokens, mark, last, next }: End): boolean {
  if (!dash.test(next.text)) return false;
  const after = tokens[last + 2];
  return last > mark || (after !== undefined && !isCapital(after.text));
}

/** «Они (рыбаки. – Прим. ред.) ушли», «(порта. — ВА)»: a remark in brackets whose own words end with a stop, and who made it. */
function editorsRemark({ tokens, last, next }: End): boolean {
  if (!dash.test(next.text)) return false;
  const [signed, ...rest] = tokens.slice(last + 2, last + 2 + longestRemark);
  const isInitials = /^\p{Lu}{2,5}$/u.test(signed?.text ?? '') && /^[)\]]$/u.test(rest[0]?.text ?? '');
  const isNamed = /^(?:прим|примеч|ред|авт)(?:\.|$)/u.test(signed?.norm ?? '');
  return isInitials || (isNamed && rest.some((it) => /^[)\]]$/u.test(it.text)));
}

/** In tokens from the dash: «Прим . ред .)» */
const longestRemark = 8;

/** «Порт (Лиона - прим. "Вестника") закрыт»: who made a remark stands behind the stop. */
function signature({ tokens, mark }: End): boolean {
  const at = tokens[mark]?.text === '.' ? mark - 1 : mark;
  return /^прим(?:еч)?\.?$/u.test(tokens[at]?.norm ?? '') && dash.test(tokens[at - 1]?.text ?? '');
}

/** «(…).» «».»: only closing marks are left. */
function onlyMarksLeft({ tokens, last, next }: End): boolean {
  return last + 2 === tokens.length && next.kind === 'punctuation';
}

function mayEnd(token: RawToken): boolean {
  if (token.kind === 'punctuation') return /^[.!?…]/u.test(token.text);
  return token.kind === 'word' && token.text.endsWith('.');
}

/** Index of the last quote or bracket that closes right after tokens[mark], or `mark`. */
function takeClosing(tokens: readonly RawToken[], mark: number): number {
  let last = mark;
  for (;;) {
    const token = tokens[last];
    const next = tokens[last + 1];
    if (!token || !next || next.start > token.stop) return last;
    if (!/^[)\]»”"“’']|^\.$/u.test(next.text) || (next.text === '.' && last === mark)) return last;
    last++;
  }
}
