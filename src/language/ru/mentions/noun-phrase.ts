import type { Token } from '../../analysis.ts';

/** The noun with its adjectives and what completes it, as one run of tokens. */
export function phraseOf(tokens: readonly Token[], at: number): { readonly from: number; readonly to: number } {
  let from = startOfModifiers(tokens, at);
  while (from < at && tokens[from]?.pos === 'DET') from++;
  let to = at + 1;
  const quoted = quotationAfter(tokens, to);
  if (quoted > to) return { from, to: quoted };
  for (let i = at + 1; i < tokens.length; i++) {
    const one = tokens[i];
    if (!one || one.head !== at || outside.test(one.relation)) continue;
    if (one.relation.startsWith('nmod') && !isComplement(tokens, i)) continue;
    if (one.relation.startsWith('appos') && !/^[«"„]$/u.test(tokens[i - 1]?.text ?? '')) continue;
    const stop = stopOfSubtree(tokens, i);
    if (firstOfSubtree(tokens, i) > to) break;
    to = Math.max(
      to,
      stopBefore(tokens, to, stop, (k) => isDay(tokens, k)),
    );
  }
  to = Math.max(to, topicAfter(tokens, at));
  while (isLoose(tokens[to - 1])) to--;
  return { from, to };
}

/** Relations that end a name: a clause, an apposition, the next of a list. */
const outside = /^(?:acl|advcl|conj|parataxis|cop|aux|punct|discourse|nsubj|advmod|mark|cc|orphan|csubj|obj$|obl$)/u;

/** First token of the words before a noun that hang on it: «новое белорусско-российское соглашение» from «новое». */
export function startOfModifiers(tokens: readonly Token[], at: number): number {
  let from = at;
  while (from > 0) {
    const one = tokens[from - 1];
    if (!one || !(one.pos === 'ADJ' || one.pos === 'DET' || one.pos === 'NUM') || !isUnder(tokens, from - 1, at)) break;
    from--;
  }
  return from;
}

/** Whether a token hangs on another, through however many. */
export function isUnder(tokens: readonly Token[], at: number, head: number): boolean {
  let up = tokens[at]?.head ?? -1;
  for (let steps = 0; up >= 0 && steps < 20; steps++) {
    if (up === head) return true;
    up = tokens[up]?.head ?? -1;
  }
  return false;
}

/**
 * «подписание договора о совместной разработке рудников намечено»: what stands right after «о» is what the paper is about,
 * whatever the tree hangs it on: adjectives, the noun in the prepositional case, genitives after it. The end of the run;
 * `at + 1` where no such topic follows.
 */
function topicAfter(tokens: readonly Token[], at: number): number {
  const isWord = (i: number, poses: string, form: string): boolean => {
    const one = tokens[i];
    return one?.kind === 'word' && poses.includes(one.pos) && one.features.case === form;
  };
  if (!/^об?о?$/u.test(tokens[at + 1]?.norm ?? '')) return at + 1;
  let head = at + 2;
  while (isWord(head, 'ADJ DET', 'Loc')) head++;
  if (!isWord(head, 'NOUN PROPN', 'Loc')) return at + 1;
  let to = head + 1;
  for (let next = to; ; next = to) {
    while (isWord(next, 'ADJ DET', 'Gen')) next++;
    if (!isWord(next, 'NOUN PROPN', 'Gen'))
      return Math.max(
        to,
        stopBefore(tokens, to, stopOfSubtree(tokens, head), (i) => tokens[i]?.kind === 'number'),
      );
    to = next + 1;
  }
}

/**
 * The end of a run without what the tree hung within it, though it tells when a paper was signed: «договор о мире (в мае)», «договор
 * о мире в мае», and what `isEnd` says besides.
 */
function stopBefore(tokens: readonly Token[], from: number, to: number, isEnd: (at: number) => boolean): number {
  for (let i = from; i < to; i++) if (tokens[i]?.text === '(' || leadsToTime(tokens, i) || isEnd(i)) return i;
  return to;
}

/** «договор о мире 5 мая подписали» */
function isDay(tokens: readonly Token[], at: number): boolean {
  return /^\d{1,2}$/u.test(tokens[at]?.text ?? '') && monthStart.test(tokens[at + 1]?.norm ?? '');
}

/** «в мае прошлого года», «в четверг»: when a paper was signed. */
function leadsToTime(tokens: readonly Token[], at: number): boolean {
  const { lemma = '', features } = tokens[at + 1] ?? {};
  if (tokens[at]?.norm !== 'в' && tokens[at]?.norm !== 'во') return false;
  return (features?.case === 'Loc' && monthStart.test(lemma)) || (features?.case === 'Acc' && weekdays.has(lemma));
}

const weekdays = new Set('понедельник вторник среда четверг пятница суббота воскресенье'.split(' '));

const monthStart = /^(?:январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр)/u;

/** Whether tokens [from, to) stand alone between quotation marks. */
export function isQuoted(tokens: readonly Token[], from: number, to: number): boolean {
  return opensQuotation(tokens[from - 1]) && closesQuotation(tokens[to]);
}

/** Whether a token by its look may open a quotation; «“» and the straight mark may close one too. */
export function opensQuotation(token: Token | undefined): boolean {
  return /^[«"„“]$/u.test(token?.text ?? '');
}

function closesQuotation(token: Token | undefined): boolean {
  return /^[»"”“]$/u.test(token?.text ?? '');
}

/** End of a quotation that opens at `at`, its marks in; `at` itself where none opens there. */
export function quotationAfter(tokens: readonly Token[], at: number): number {
  if (!opensQuotation(tokens[at])) return at;
  for (let i = at + 1; i < Math.min(tokens.length, at + 14); i++) {
    if (closesQuotation(tokens[i])) return i + 1;
  }
  return at;
}

/** «в», «,»: what no name ends in. */
export function isLoose(token: Token | undefined): boolean {
  return token?.pos === 'ADP' || token?.text === ',';
}

/** «договор о мире», «соглашение с Ираном», «договор государств»; not «договор в Москве», «договор от 5 мая». */
function isComplement(tokens: readonly Token[], at: number): boolean {
  const preposition = tokens.find((one) => one.head === at && one.relation === 'case');
  if (!preposition) return true;
  return topical.has(preposition.norm);
}

/** Prepositions that lead into the name of an agreement: «о дружбе», «между Россией и Китаем», «по Каспию». */
const topical = new Set(['о', 'об', 'обо', 'по', 'между', 'с', 'со', 'на']);

function firstOfSubtree(tokens: readonly Token[], at: number): number {
  let first = at;
  for (let i = at - 1; i >= 0 && i >= at - 12; i--) if (isUnder(tokens, i, at)) first = i;
  return first;
}

/** Where the run of a dependent ends, clauses and appositions within it left out. */
function stopOfSubtree(tokens: readonly Token[], at: number): number {
  let stop = at + 1;
  for (let i = at + 1; i < tokens.length; i++) {
    if (!isUnder(tokens, i, at)) break;
    if (isCutOff(tokens, i, at)) break;
    if (tokens[i]?.pos !== 'PUNCT' && tokens[i]?.pos !== 'CCONJ') stop = i + 1;
  }
  return stop;
}

/** A clause, an apposition or a comma between the token and the head of the run; «дружбе и сотрудничестве» goes on. */
function isCutOff(tokens: readonly Token[], at: number, head: number): boolean {
  let up = at;
  for (let steps = 0; up >= 0 && up !== head && steps < 20; steps++) {
    const one = tokens[up];
    if (!one) return true;
    if (one.relation !== 'conj' && one.relation !== 'cc' && one.relation !== 'punct' && outside.test(one.relation))
      return true;
    up = one.head;
  }
  return false;
}
