import type { Analysis, Chain, Mention, Token } from '../language/analysis.ts';
import type { TimeExpression } from '../language/time.ts';
import { contains, type Span } from '../model/span.ts';
import type { ClaimContext } from './findings.ts';
import { hangListsOfStates, hangNamesBeforeVerbs } from './hang-names.ts';
import { readDatives } from './read-datives.ts';
import {
  ancestors,
  buildTree,
  caseAt,
  dependents,
  firstFrom,
  isVerbal,
  prepositionOf,
  subtree,
  type Tree,
} from './tree.ts';

/** A time expression and the token of the sentence that it hangs on. */
export interface PlacedTime {
  readonly expression: TimeExpression;
  /** First and last token of its words. */
  readonly first: number;
  readonly last: number;
  /** The word outside the expression that governs it; -1 where it stands alone. */
  readonly governor: number;
}

/** One document under reading: its analysis with the look-ups that every frame needs, made once. */
export interface Reading {
  readonly analysis: Analysis;
  readonly context: ClaimContext;
  readonly trees: readonly Tree[];
  /** By sentence. */
  readonly times: readonly (readonly PlacedTime[])[];
  /** Mentions by sentence, in the order of the text. */
  readonly mentions: readonly (readonly Mention[])[];
  /** By sentence and by the token of their head, longest first. */
  readonly byHead: readonly ReadonlyMap<number, readonly Mention[]>[];
}

/**
 * Makes the look-ups of a document once. In: its analysis, and what is known of it beside. Out: its sentences as trees, with their times
 * and mentions placed on tokens; heads that the parser got wrong beside times, lists of states and names are mended first.
 */
export function readAnalysis(analysis: Analysis, context: ClaimContext): Reading {
  const mentions = analysis.sentences.map((): Mention[] => []);
  for (const mention of analysis.mentions) mentions[mention.sentence]?.push(mention);
  const times = analysis.sentences.map((sentence) =>
    joinBounds(
      analysis.text,
      analysis.times.filter((t) => contains(sentence, t)),
    ),
  );
  const trees = analysis.sentences.map((sentence, i) => {
    const listed = hangListsOfStates(
      readDatives(hangBesideTimes(buildTree(sentence), times[i] ?? [])),
      mentions[i] ?? [],
    );
    return hangNamesBeforeVerbs(listed, mentions[i] ?? []);
  });
  const byHead = mentions.map((here) => Map.groupBy(here.toSorted(longerFirst), (m) => m.head));
  return {
    analysis,
    context,
    trees,
    mentions,
    byHead,
    times: trees.map((tree, i) =>
      placeTimes(
        tree,
        (times[i] ?? []).filter((t) => !isOfFirst(analysis.text, t)),
      ),
    ),
  };
}

/** «первая за три года встреча», «впервые за последние десять лет»: since when there was none, not when it was. */
function isOfFirst(text: string, { start, stop }: Span): boolean {
  const words = text.slice(Math.max(0, start - 16), stop);
  return /(?<!\p{L})(?:перв(?:ы[йехм]|ая|ую|ое|ого|ой)|впервые)\s\p{L}*\s?за\s/iu.test(words);
}

/** The mentions whose syntactic head is this token, longest first. */
export function mentionsAt(reading: Reading, tree: Tree, token: number): readonly Mention[] {
  return reading.byHead[tree.sentence.index]?.get(token) ?? [];
}

function longerFirst(a: Mention, b: Mention): number {
  return b.stop - b.start - (a.stop - a.start);
}

/** Everything that the document says of the one whom a mention names; `null` for a mention without a chain. */
export function chainOf(reading: Reading, mention: Mention): Chain | null {
  return reading.analysis.chains[mention.chain] ?? null;
}

/** The tree of the sentence in which a character stands; `null` between sentences. */
export function treeAt(reading: Reading, offset: number): Tree | null {
  let low = 0;
  let high = reading.trees.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const tree = reading.trees[middle];
    if (!tree) return null;
    if (offset < tree.sentence.start) high = middle - 1;
    else if (offset >= tree.sentence.stop) low = middle + 1;
    else return tree;
  }
  return null;
}

/** The name of somebody that begins at a place of a sentence: «посол Верди» behind the post and a space. */
export function personNamedAt(reading: Reading, sentence: number, start: number): Mention | undefined {
  return reading.mentions[sentence]?.find((m) => m.kind === 'person' && m.form === 'name' && m.start === start);
}

/** First and last token that lie within a span; `null` where none does. */
export function tokensWithin(tree: Tree, span: Span): readonly [first: number, last: number] | null {
  const first = firstFrom(tree, span.start);
  if ((tree.tokens[first]?.start ?? Infinity) >= span.stop) return null;
  let last = first;
  while ((tree.tokens[last + 1]?.start ?? Infinity) < span.stop) last++;
  return [first, last];
}

function placeTimes(tree: Tree, times: readonly TimeExpression[]): readonly PlacedTime[] {
  const found: PlacedTime[] = [];
  for (const expression of times) {
    const place = tokensWithin(tree, expression);
    if (!place) continue;
    const [first, last] = place;
    found.push({ expression, first, last, governor: governorOf(tree, first, last) });
  }
  return found;
}

/** «с 1998 по 2000 год», «12 и 13 мая», which the language keeps as two: one time with both its ends. */
function joinBounds(text: string, times: readonly TimeExpression[]): readonly TimeExpression[] {
  const isEnd = (time: TimeExpression, after: TimeExpression | undefined): boolean =>
    after !== undefined && after.from !== null && (isBound(time, after) || isNext(text, time, after));
  return times.flatMap((time, i) => {
    if (isEnd(time, times[i - 1])) return [];
    const end = times[i + 1];
    if (end === undefined || !isEnd(end, time)) return [time];
    return [{ ...time, kind: 'interval', to: end.to, stop: end.stop, text: `${time.text} ${end.text}` }];
  });
}

/** «в период с 1998» and «по 2000 год» */
function isBound(time: TimeExpression, after: TimeExpression): boolean {
  const opens = /^(?:(?:в|за) период )?(?:со?|от)\s/iu.test(after.text) && time.start - after.stop === 1;
  return opens && time.from === null && (time.to ?? '') > (after.from ?? '');
}

/** «12» and «13 мая», «2006» and «2009 годах»: one begins where the other ends or later, with « и » or « и в » between; not «через день — 13 мая». */
function isNext(text: string, time: TimeExpression, after: TimeExpression): boolean {
  const isJoined = /^\sи(?:\sво?)?\s$/u.test(text.slice(after.stop, time.start));
  if (!isJoined || time.kind !== 'date' || time.grain !== after.grain || time.from === null) return false;
  return time.from === after.to || (/^\d+$/u.test(after.text) && time.from > (after.to ?? time.from));
}

function governorOf(tree: Tree, first: number, last: number): number {
  const verb = verbOfOpenedClause(tree, first, last);
  if (verb >= 0) return verb;
  for (let i = first; i <= last; i++) {
    const head = tree.tokens[i]?.head ?? -1;
    const inside = head >= first && head <= last;
    if (!inside && tree.tokens[i]?.kind !== 'punctuation' && tree.tokens[i]?.relation !== 'case')
      return withinClause(tree, first, last, head);
  }
  return -1;
}

/**
 * A time is told of the verb of its own clause: of «вышел» in «вышел в море 7 августа и был захвачен», not of the verb behind «и»;
 * of «затонул» in «напомним, 10 июля затонул», not of what is said aside. `governor`: what the parser hangs it on.
 */
function withinClause(tree: Tree, first: number, last: number, governor: number): number {
  const { relation = '', head = -1, pos } = tree.tokens[governor] ?? {};
  if (head < 0) return governor;
  if (pos === 'PROPN' && governor < first) {
    const site = ancestors(tree, governor).find((t) => tree.tokens[t]?.pos !== 'PROPN') ?? -1;
    return isPlaceOfVerb(tree, site) ? (tree.tokens[site]?.head ?? governor) : governor;
  }
  if (!isVerbal(tree.tokens[head])) {
    const isOutside = isBehindPhrase(tree, first, last, governor);
    return isOutside ? (ancestors(tree, governor).find((t) => isVerbal(tree.tokens[t])) ?? governor) : governor;
  }
  const joined = relation === 'conj' ? dependents(tree, governor, 'cc')[0] : undefined;
  const isBeforeJoint = joined !== undefined && head < first && last < joined;
  const isAside =
    relation === 'parataxis' && governor < head && tree.tokens[first - 1]?.text === ',' && governor === first - 2;
  return isBeforeJoint || isAside ? head : governor;
}

/** «пройдут на полигоне „Лосва“ с 31 августа»: the name of a site has no days, its verb has. */
function isPlaceOfVerb(tree: Tree, site: number): boolean {
  const { relation, head = -1, pos } = tree.tokens[site] ?? {};
  const isThere = caseAt(tree, site) === 'Loc' && /^(?:на|во?)$/u.test(prepositionOf(tree, site) ?? '');
  return pos === 'NOUN' && relation === 'obl' && isThere && isVerbal(tree.tokens[head]);
}

/**
 * «возобновит работу, прерванную 7 января, в пятницу в 10 часов»: a comma has closed the phrase of the participle; not «прерванную 7
 * января, в среду», which says the day again.
 */
function isBehindPhrase(tree: Tree, first: number, last: number, participle: number): boolean {
  const { relation, features } = tree.tokens[participle] ?? {};
  if (relation !== 'acl' || features?.verbForm !== 'Part' || first < participle) return false;
  const start = subtree(tree, participle).reduce((least, t) => Math.min(least, t), participle);
  const before = tree.tokens[first - 1]?.pos === 'ADP' ? first - 2 : first - 1;
  const isClosed = tree.tokens[start - 1]?.text === ',' && tree.tokens[before]?.text === ',';
  return isClosed && before > participle + 1 && last > first;
}

/**
 * «после того, как 5 мая депутаты приняли», «напомним, что в мае Верди был избран»: a time right behind what opens a clause is told of the
 * verb of that clause, whatever the parser hangs it on. -1 where it stands elsewhere.
 */
function verbOfOpenedClause(tree: Tree, first: number, last: number): number {
  const before = tree.tokens[first - 1]?.pos === 'ADP' ? first - 2 : first - 1;
  const opener = tree.tokens[before];
  if (!opener || !clauseOpeners.has(opener.norm) || tree.tokens[before - 1]?.text !== ',') return -1;
  const own = tree.tokens[opener.head];
  const isHead = (t: Token | undefined): boolean =>
    t?.pos === 'VERB' && (t.features.verbForm === 'Fin' || t.features.variant === 'Short');
  if (opener.head > last && isHead(own)) return opener.head;
  return tree.tokens.findIndex((t, i) => i > last && isHead(t));
}

const clauseOpeners: ReadonlySet<string> = new Set([
  'что',
  'как',
  'когда',
  'где',
  'чтобы',
  'если',
  'хотя',
  'поскольку',
]);

/**
 * «в пятницу в Ольмаре подписали»: what the parser hangs on the words of a time («Ольмаре» on «пятницу») belongs to what
 * the time itself hangs on.
 */
function hangBesideTimes(tree: Tree, times: readonly TimeExpression[]): Tree {
  if (times.length === 0) return tree;
  const headOf = new Map<number, number>();
  for (const { first, last, governor } of placeTimes(tree, times)) {
    if (governor < 0) continue;
    for (let word = first; word <= last; word++) {
      for (const i of tree.children[word] ?? []) {
        const isOutside = i < first || i > last;
        const { kind, relation } = tree.tokens[i] ?? {};
        if (isOutside && i !== governor && kind !== 'punctuation' && relation !== 'case') headOf.set(i, governor);
      }
    }
  }
  if (headOf.size === 0) return tree;
  const tokens = Array.from(tree.tokens, (token, i) => {
    const head = headOf.get(i) ?? token.head;
    return head === token.head ? token : { ...token, head, relation: relationTo(tree, head, i) };
  });
  return buildTree({ ...tree.sentence, tokens });
}

/**
 * «14 января командующий сообщил», «поставила 10 июля вторую партию»: what stood beside the day is the subject where it is in
 * the nominative and the verb has none, and so the object in the accusative.
 */
function relationTo(tree: Tree, head: number, at: number): string {
  const { relation = '' } = tree.tokens[at] ?? {};
  // «в пятницу, 13 сентября, министр Верди и посол Лосский встретились»
  const isJoined = relation === 'conj' && caseAt(tree, at) === 'Nom' && dependents(tree, at, 'cc').length === 0;
  if (!isJoined && !['nmod', 'flat', 'appos'].includes(relation)) return relation;
  const argument = argumentsOf[caseAt(tree, at) ?? ''];
  const free = (tree.children[head] ?? []).every((c) => !tree.tokens[c]?.relation.startsWith(argument ?? 'obl'));
  const { pos, features } = tree.tokens[head] ?? {};
  const governs = pos === 'VERB' || features?.variant === 'Short';
  return argument && governs && free && prepositionOf(tree, at) === null ? argument : 'obl';
}

const argumentsOf: Readonly<Record<string, string>> = { Nom: 'nsubj', Acc: 'obj' };
