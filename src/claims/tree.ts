import type { PartOfSpeech, Sentence, Token } from '../language/analysis.ts';
import { contains, type Span } from '../model/span.ts';

/** A sentence with its dependents looked up once. Tokens are named by their index in the sentence. */
export interface Tree {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly children: readonly (readonly number[])[];
  /** The relation of each token without its subtype. */
  readonly relations: readonly string[];
  /** What functions worked out of the tokens, each in its own place (`createTokenMemory`). */
  readonly worked: unknown[][];
}

/** Reads a sentence's heads into lists of dependents, in the order of the text. */
export function buildTree(sentence: Sentence): Tree {
  // one by one: see `Sentence.tokens`; most words have nothing on them, so that a list for each would be made in vain
  const children: (readonly number[])[] = [];
  const relations: string[] = [];
  for (const token of sentence.tokens) {
    children.push(none);
    relations.push(universal(token.relation));
  }
  for (const [i, { head }] of sentence.tokens.entries()) {
    const before = children[head];
    if (before) children[head] = [...before, i];
  }
  return { sentence, tokens: sentence.tokens, children, relations, worked: [] };
}

/**
 * Room in each tree for what a function works out of its tokens: many rules ask the same of the same word, and a tree does not
 * change. In: a tree. Out: what was worked out of it, by token.
 */
export function createTokenMemory<T extends {} | null>(): (tree: Tree) => (T | undefined)[] {
  const place = memories++;
  return (tree) => (tree.worked[place] ??= []) as (T | undefined)[];
}

let memories = 0;

/** The relation without its subtype: `nsubj:pass` → `nsubj`. */
export function universal(relation: string): string {
  const known = universals.get(relation);
  if (known !== undefined) return known;
  const colon = relation.indexOf(':');
  const own = colon < 0 ? relation : relation.slice(0, colon);
  universals.set(relation, own);
  return own;
}

/** Of the few dozen relations that there are: claims ask for them more often than for anything else. */
const universals = new Map<string, string>();

/** Dependents of `i` in one of these relations, subtypes included. */
export function dependents(tree: Tree, i: number, ...relations: readonly string[]): readonly number[] {
  const children = tree.children[i];
  if (children === undefined || children.length === 0) return none;
  let found = none;
  for (const c of children) {
    // none or one is usual, so that a list that can grow would be made in vain
    if (relations.includes(tree.relations[c] ?? '')) found = found.length === 0 ? [c] : [...found, c];
  }
  return found;
}

const none: readonly number[] = [];

/** Index of the first token that begins at a place of the text or behind it; how many there are where none does. */
export function firstFrom({ tokens }: Tree, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The tokens that lie wholly within some words of the text. */
export function tokensInside(tree: Tree, { start, stop }: Span): readonly Token[] {
  const first = firstFrom(tree, start);
  let behind = first;
  while ((tree.tokens[behind]?.stop ?? Infinity) <= stop) behind++;
  return tree.tokens.slice(first, behind);
}

/** Whether a token stands in some words of the text. */
export function standsIn(tree: Tree, i: number, span: Span | null): boolean {
  const word = tree.tokens[i];
  return span !== null && word !== undefined && contains(span, word);
}

/** The first token of some words that hangs on none of them; -1 for none. */
export function headWithin(tree: Tree, span: Span | null): number {
  return tree.tokens.findIndex((t, i) => standsIn(tree, i, span) && !standsIn(tree, t.head, span));
}

/** «МИД», «КНР»: whether a word is an acronym, which shows no case. */
export function isAcronym(text: string | undefined): boolean {
  return text !== undefined && /^\p{Lu}{2,}$/u.test(text);
}

/** «Россия, Китай и Индия»: the first of a coordination with all the others. */
export function coordinated(tree: Tree, i: number): readonly number[] {
  return (coordinations(tree)[i] ??= findCoordinated(tree, i));
}

const coordinations = createTokenMemory<readonly number[]>();

function findCoordinated(tree: Tree, i: number): readonly number[] {
  // most words stand alone
  if ((tree.children[i] ?? none).length === 0) return [i];
  const nominal = isNominal(tree.tokens[i]);
  const holders = tree.tokens[i]?.features.number === 'Sing' ? [i, ...namesOn(tree, i)] : [i];
  const others = holders
    .flatMap((h) => dependents(tree, h, 'conj'))
    .filter((c) => isNominal(tree.tokens[c]) === nominal && !isExcluded(tree, c) && !isElsewhere(tree, i, c))
    .concat(listedBehind(tree, holders), joinedToOwner(tree, i));
  return others.length === 0 ? [i] : [i, ...others.flatMap((c) => coordinated(tree, c))];
}

/** «страны ЕС, США и Дания ввели»: in the nominative beside a noun in it, though the parser hangs them on the one before. */
function joinedToOwner(tree: Tree, noun: number): readonly number[] {
  if (caseAt(tree, noun) !== 'Nom') return none;
  return dependents(tree, noun, 'nmod').flatMap((owner) => {
    const joined = prepositionOf(tree, owner) === null ? dependents(tree, owner, 'conj') : none;
    const areNamed = joined.every((c) => tree.tokens[c]?.pos === 'PROPN' && caseAt(tree, c) === 'Nom');
    // «лидеры ЕС и США»: an acronym shows no case
    return areNamed && joined.some((c) => !isAcronym(tree.tokens[c]?.text)) ? joined : none;
  });
}

/** «министр Пётр Ренн, посол Анна Верди»: a post behind a comma that has a name of its own is another one, no apposition. */
function listedBehind(tree: Tree, [post = -1, ...rest]: readonly number[]): readonly number[] {
  if (rest.length === 0) return none;
  const nameOf = (t: number): number =>
    dependents(tree, t, 'appos').find((c) => tree.tokens[c]?.pos === 'PROPN' && caseAt(tree, c) === caseAt(tree, t)) ??
    -1;
  const first = nameOf(post);
  return rest.filter(
    (t) =>
      tree.tokens[t]?.pos === 'NOUN' && first >= 0 && t > first && nameOf(t) > t && tree.tokens[t - 1]?.text === ',',
  );
}

/** «президент Лосский и секретарь совета»: what the second may hang on instead of the post; names on names with them. */
export function namesOn(tree: Tree, i: number, depth = 0): readonly number[] {
  const names = dependents(tree, i, 'appos').filter((c) => tree.tokens[c]?.features.number === 'Sing');
  return depth < 3 ? names.flatMap((c) => [c, ...namesOn(tree, c, depth + 1)]) : names;
}

/** The case of a nominal; of an initial that of the name after it. */
export function caseAt(tree: Tree, i: number): Token['features']['case'] | undefined {
  return featuresAt(tree, i).case;
}

/**
 * What a word says of its form; an initial («с А. Лосским») says nothing, so that the name after it tells; «замминистра» is written so in
 * any case.
 */
export function featuresAt(tree: Tree, i: number): Token['features'] {
  const word = tree.tokens[i];
  const own = word?.features ?? {};
  // «с замминистра рыболовства»
  if (isClippedPost(word) && /^со?$/u.test(tree.tokens[i - 1]?.norm ?? '')) return { ...own, case: 'Ins' };
  if (own.case !== undefined || !/^\p{Lu}\.$/u.test(word?.text ?? '')) return own;
  const name = dependents(tree, i, 'flat').find((c) => tree.tokens[c]?.features.case !== undefined);
  return tree.tokens[name ?? i]?.features ?? own;
}

/** «замминистра», «замглавы»: written so in any case. */
export function isClippedPost(word: Token | undefined): boolean {
  const { animacy, case: declined } = word?.features ?? {};
  return /^зам(?!ечан)\p{L}+[аы]$/u.test(word?.norm ?? '') && declined === 'Gen' && animacy === 'Anim';
}

/** «парламентом, а не правительством»: with «не» before it. */
export function isExcluded(tree: Tree, i: number): boolean {
  return dependents(tree, i, 'advmod').some((c) => tree.tokens[c]?.norm === 'не' && c < i);
}

/** «получила 30 %, а в Ольмаре проиграла»: behind a preposition that the first has not, another clause begins. */
function isElsewhere(tree: Tree, i: number, other: number): boolean {
  return isNominal(tree.tokens[i]) && prepositionOf(tree, other) !== null && prepositionOf(tree, i) === null;
}

/** The preposition of a nominal: «в ходе переговоров» → `в ходе` for «переговоров», `на полях` for «сессии» in «на полях сессии». */
export function prepositionOf(tree: Tree, i: number): string | null {
  const known = prepositions(tree);
  return known[i] === undefined ? (known[i] = readPreposition(tree, i)) : known[i];
}

const prepositions = createTokenMemory<string | null>();

function readPreposition(tree: Tree, i: number): string | null {
  const first = dependents(tree, i, 'case');
  if (first.length === 0) return nounPrepositionOf(tree, i);
  const words = [...first, ...first.flatMap((c) => dependents(tree, c, 'fixed'))];
  return words.length > 0
    ? words
        .toSorted((a, b) => a - b)
        .map((c) => tree.tokens[c]?.norm ?? '')
        .join(' ')
    : null;
}

/** «он», «их» */
export function isThirdPerson(word: Token | undefined): boolean {
  return word?.pos === 'PRON' && word.features.person === '3';
}

/** «указ президента», «план компании»: the genitives without a preposition that hang on a noun, each the first of those it is joined with. */
export function genitivesOf(tree: Tree, noun: number): readonly number[] {
  return dependents(tree, noun, 'nmod').filter((c) => caseAt(tree, c) === 'Gen' && prepositionOf(tree, c) === null);
}

/** Whether a noun could be what a verb is told of: in number, and in gender where the verb shows one. */
export function agreesInForm(noun: Token['features'] | undefined, verb: Token['features'] | undefined): boolean {
  return noun?.number === verb?.number && (verb?.gender === undefined || noun?.gender === verb.gender);
}

/** «на полях сессии»: the noun that «сессии» hangs on is a preposition with the one before it. */
function nounPrepositionOf(tree: Tree, i: number): string | null {
  const token = tree.tokens[i];
  if (token?.features.case !== 'Gen' || token.relation !== 'nmod') return null;
  const [preposition] = dependents(tree, token.head, 'case');
  if (preposition !== token.head - 1) return null;
  const words = `${tree.tokens[preposition]?.norm} ${tree.tokens[token.head]?.norm}`;
  return nounPrepositions.has(words) ? words : null;
}

const nounPrepositions: ReadonlySet<string> = new Set([
  'во время',
  'в кулуарах',
  'в преддверии',
  'в рамках',
  'на полях',
  'по итогам',
  'по результатам',
]);

/** «порт», «Верди», «она», «пять»: a word that can stand for somebody or something. */
export function isNominal(token: Token | undefined): boolean {
  return token !== undefined && nominals.has(token.pos);
}

const nominals: ReadonlySet<PartOfSpeech> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'SYM', 'X']);

/** «открыл», «открытый», «был»: a verb in any of its forms, or one that helps it. */
export function isVerbal(token: Token | undefined): boolean {
  return token !== undefined && (token.pos === 'VERB' || token.pos === 'AUX');
}

/** «подписанный», «распущенных»: a participle that declines, and no short one. */
export function isFullParticiple(token: Token | undefined): boolean {
  return token?.features.verbForm === 'Part' && token.features.variant !== 'Short';
}

/** «подписанный договор», «произошедшая трагедия»: a participle that tells of a noun. */
export function isAttribute(tree: Tree, i: number): boolean {
  const word = tree.tokens[i];
  return isFullParticiple(word) && ['acl', 'amod'].includes(word?.relation ?? '');
}

/** «бывшего первого министра»: the first of the adjectives right before a noun; the noun itself where there is none. */
export function firstAdjective(tree: Tree, noun: number): number {
  return 1 + tree.tokens.findLastIndex((t, i) => i < noun && t.pos !== 'ADJ');
}

/** «пакет бумаг, среди которых — закон», «две бумаги: закон и устав»: whether a word names one of what the words before it name. */
export function isOneAmong(tree: Tree, i: number): boolean {
  const { relation, head = -1 } = tree.tokens[i] ?? {};
  if (relation !== 'appos') return false;
  if (tree.tokens.slice(head + 1, i).some((t) => t.text === ':')) return true;
  return dependents(tree, i, 'nmod').some((c) => c < i && tree.tokens[c]?.lemma === 'который');
}

/** «подписали пакет, среди которого — указ», «подписаны документы: договор о рыбе и протокол»: the packet and the edict. */
export function withNamedAmong(tree: Tree, nouns: readonly number[]): readonly number[] {
  return [...nouns, ...nouns.flatMap((noun) => dependents(tree, noun, 'appos').filter((c) => isOneAmong(tree, c)))];
}

/** All tokens under `i`, itself included, in the order of the text; `leave` says whose subtrees stay out. */
export function subtree(tree: Tree, i: number, leave: (child: number) => boolean = () => false): readonly number[] {
  const found: number[] = [];
  const add = (at: number): void => {
    const children = tree.children[at] ?? none;
    // every token has one head, so that none but the first is met twice
    for (const child of children) if (child < at && child !== i && !leave(child)) add(child);
    found.push(at);
    for (const child of children) if (child > at && child !== i && !leave(child)) add(child);
  };
  add(i);
  return inOrder(found);
}

/** Tokens in the order of the text, in which they mostly stand already. */
function inOrder(tokens: readonly number[]): readonly number[] {
  for (let at = 1; at < tokens.length; at++)
    if ((tokens[at] ?? 0) < (tokens[at - 1] ?? 0)) return tokens.toSorted((a, b) => a - b);
  return tokens;
}

/** The characters from the first to the last of these tokens, without punctuation at the edges. */
export function spanOf(tree: Tree, tokens: readonly number[]): Span {
  const sorted = inOrder(tokens);
  let first = 0;
  let last = sorted.length - 1;
  while (first < last && isEdge(tree.tokens[sorted[first] ?? -1])) first++;
  while (last > first && isEdge(tree.tokens[sorted[last] ?? -1])) last--;
  const start = tree.tokens[sorted[first] ?? -1]?.start ?? tree.sentence.start;
  const stop = tree.tokens[sorted[last] ?? -1]?.stop ?? tree.sentence.stop;
  return { start, stop };
}

function isEdge(token: Token | undefined): boolean {
  return token?.kind === 'punctuation' && !/^[«»"“”„()]$/u.test(token.text);
}

/** Every ancestor of `i`, nearest first. */
export function ancestors(tree: Tree, i: number): readonly number[] {
  const found: number[] = [];
  let at = tree.tokens[i]?.head ?? -1;
  while (at >= 0 && found.length < tree.tokens.length) {
    found.push(at);
    at = tree.tokens[at]?.head ?? -1;
  }
  return found;
}

/** «в область 12 тысяч солдат», «в список семь банкиров»: people whose number could be an accusative, behind a goal. */
export function areCounted(tree: Tree, noun: number, goal: number): boolean {
  if (!/^(?:в|на)$/u.test(prepositionOf(tree, goal) ?? '') || caseAt(tree, goal) !== 'Acc') return false;
  const isAlike = (n: number): boolean =>
    caseAt(tree, n) === 'Nom' || [n - 1, n].some((t) => /^\d/u.test(tree.tokens[t]?.text ?? ''));
  return tree.tokens[noun]?.features.animacy === 'Anim' && dependents(tree, noun, 'nummod').some(isAlike);
}

/** «представителя, который заявил», «задолженности, которая составляет»: the word that a relative subject stands for. */
export function behindRelative(tree: Tree, subject: number, verb: number): number {
  const relative = tree.tokens[subject]?.lemma === 'который' && tree.tokens[verb]?.relation === 'acl:relcl';
  return relative ? (tree.tokens[verb]?.head ?? subject) : subject;
}

/** «министр и посол, которые встретились»: what a relative stands for, all of a coordination where it is in the plural. */
export function standsFor(tree: Tree, token: number, verb: number): readonly number[] {
  let head = behindRelative(tree, token, verb);
  const several = tree.tokens[token]?.features.number === 'Plur' && tree.tokens[head]?.features.number === 'Sing';
  if (head === token || !several) return [head];
  // «министр Лосский и посол Верди, которые»: the relative may hang on the last name
  while (
    ['conj', 'appos'].includes(tree.relations[head] ?? '') &&
    isNominal(tree.tokens[tree.tokens[head]?.head ?? -1])
  ) {
    head = tree.tokens[head]?.head ?? head;
  }
  return coordinated(tree, head);
}

/**
 * «суд, который должен вынести решение», «долг порта банкам, который вырос»: what a relative subject stands for, the nearest noun above it
 * that agrees, else the nearest before it, else all of a coordination.
 */
export function standFor(tree: Tree, subjects: readonly number[]): readonly number[] {
  return subjects.flatMap((s) => {
    const word = tree.tokens[s];
    const verb = word?.head ?? -1;
    if (word?.lemma !== 'который' || tree.tokens[verb]?.relation !== 'acl:relcl') return s;
    const { number, gender } = word.features;
    const isMeant = (noun: Token | undefined): boolean =>
      noun?.features.number === number && (number === 'Plur' || noun?.features.gender === gender);
    for (let at = tree.tokens[verb]?.head ?? -1; isNominal(tree.tokens[at]); at = tree.tokens[at]?.head ?? -1) {
      if (isMeant(tree.tokens[at])) return at;
    }
    const opens = tree.tokens.findLastIndex((t, i) => i < s && (isVerbal(t) || (t.text === ',' && i < s - 1)));
    const before = tree.tokens.findLastIndex((t, i) => opens < i && i < s && t.pos === 'NOUN' && isMeant(t));
    if (before >= 0 && number === 'Sing') return before;
    return standsFor(tree, s, verb);
  });
}
