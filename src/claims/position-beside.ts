import type { Mention, Token } from '../language/analysis.ts';
import { isAge, isUndeclinedDeputy } from '../language/ru/coreference/words-of-post.ts';
import { addressNouns, companionNouns } from '../language/ru/mentions/nouns.data.ts';
import type { Span } from '../model/span.ts';
import { draftPosition } from './draft-position.ts';
import type { Draft } from './draft.ts';
import { lemmaList } from './lemma-list.ts';
import { isOffice } from './offices.data.ts';
import { isActing, readPost } from './post-phrase.ts';
import { readPostTense } from './post-tense.ts';
import { personNamedAt, type Reading } from './reading.ts';
import { phraseSpan } from './phrase-span.ts';
import { fillRole } from './roles.ts';
import { dependents, featuresAt, isVerbal, prepositionOf, type Tree } from './tree.ts';

/** How many words may stand between a post and the name of who holds it. */
const farthest = 12;

/**
 * Posts beside a name that no chain holds yet: the earlier ones of an enumeration («глава комитета, посол Варонии Верди»), in
 * brackets («Верди (министр финансов)»), after other words on the person («Верди, 50 лет, посол»), of several people («послы:
 * Верди и Росси»).
 */
export function findPositionsBeside(reading: Reading, taken: ReadonlySet<Mention>): readonly Draft[] {
  return reading.trees.flatMap((tree) => {
    const mentions = reading.mentions[tree.sentence.index] ?? [];
    const whole = mentions.filter((m) => m.kind === 'post' && !isInsideAnother(m, mentions));
    const free = [...whole.filter((m) => !taken.has(m)), ...unmentioned(tree, mentions)];
    const held = free.flatMap((post) => {
      const person = personBeside(reading, tree, post, mentions);
      return person ? [draftOf(reading, tree, post, person)] : [];
    });
    const listed = whole.flatMap((post) =>
      peopleListed(reading, tree, post, mentions).map((person) => draftOf(reading, tree, post, person)),
    );
    return [...held, ...listed];
  });
}

/** The words of a post and the token of its noun. */
interface Post extends Span {
  readonly head: number;
}

/** «наблюдатель от союза»: words for people in office that no mention covers. */
function unmentioned(tree: Tree, mentions: readonly Mention[]): readonly Post[] {
  return tree.tokens.flatMap((t, head) => {
    const inOffice =
      t.pos === 'NOUN' && t.features.animacy === 'Anim' && isOffice(t.lemma) && (head === 0 || /^\p{Ll}/u.test(t.text));
    if (!inOffice) return [];
    const covered = mentions.some(
      (m) => (m.kind === 'post' || m.kind === 'person') && m.start <= t.start && t.stop <= m.stop,
    );
    return covered ? [] : [{ start: t.start, stop: t.stop, head }];
  });
}

function isInsideAnother(post: Mention, mentions: readonly Mention[]): boolean {
  return mentions.some(
    (m) =>
      m.kind === 'post' &&
      m !== post &&
      m.start <= post.start &&
      post.stop <= m.stop &&
      m.stop - m.start > post.stop - post.start,
  );
}

/**
 * «главы двух портов — Верди и Росси», «три экс-мэра: Верди (до 1999 года), Росси и Дубов», «первые мэры города, Верди и Росси,»:
 * the names after the mark, in a row.
 */
function peopleListed(reading: Reading, tree: Tree, post: Post, mentions: readonly Mention[]): readonly Mention[] {
  const noun = tree.tokens[post.head];
  // «два мэра»: the noun is in the singular
  const isMany = noun?.features.number === 'Plur' || dependents(tree, post.head, 'nummod').length > 0;
  // who stands for a post holds none
  if (!isMany || noun?.lemma === 'кандидат') return [];
  const after = tree.tokens.filter((t) => t.start >= post.stop);
  const mark = after.findIndex((t) => t.kind === 'punctuation');
  const opens = /^[:,(—–-]$/u.test(after[mark]?.text ?? '') && mark <= farthestMark;
  // «сопредседатели группы Верди (Италия) и Росси (Дания)»: right behind the post
  const atOnce = personNamedAt(reading, tree.sentence.index, post.stop + 1) !== undefined;
  if (!atOnce && (!opens || after.slice(0, mark).some((t) => isVerbal(t)))) return [];
  const listed: Mention[] = [];
  let stop = atOnce ? post.stop : (after[mark]?.stop ?? post.stop);
  for (const person of mentions.filter((m) => m.kind === 'person' && m.form === 'name' && m.start >= stop)) {
    const gap = reading.analysis.text.slice(stop, person.start);
    if (!(listed.length === 0 ? /^\s?$/u : nextInRow).test(gap)) break;
    listed.push(person);
    stop = person.stop;
  }
  // «эксперты, Верди и Росси, заявили», not «эксперты, Верди и Росси заявили»
  const isClosed = atOnce || after[mark]?.text !== ',' || /^[,.]/u.test(reading.analysis.text.slice(stop));
  return listed.length > 1 && isClosed ? listed : [];
}

/** «(Италия), », « – Италия, », « и »: what stands between two names of a row, with whom each of them is from. */
const nextInRow = /^(?: \([^()]*\)| [—–-] \p{Lu}[\p{L} ]{1,30})?(?:,| и|,? а также) $/u;

/** How many words may complete a post before the mark that opens a list of who holds it. */
const farthestMark = 6;

function personBeside(reading: Reading, tree: Tree, post: Post, mentions: readonly Mention[]): Mention | null {
  const head = tree.tokens[post.head];
  if (head?.features.number === 'Plur') return oneOfMany(tree, post, mentions);
  const people = mentions.filter(
    (m) => m.kind === 'person' && m.form === 'name' && m.chain >= 0 && !isInName(m, mentions),
  );
  const agrees = (m: Mention): boolean =>
    !isWithWhom(reading, tree, post, m, mentions) && agreesInCase(reading, tree, post, m, mentions);
  const [first, second] = people.filter((m) => m.start >= post.stop);
  if (first && second && isServed(tree, post, first, second)) return second;
  if (first && agrees(first) && (leadsToName(reading, tree, post, first, mentions) || opensClause(tree, post, first)))
    return first;
  const before = people.findLast((m) => m.stop <= post.start && !isKinOf(tree, m));
  return before && agrees(before) && followsName(reading, tree, before, post, mentions) ? before : null;
}

/** «помощника Дубова», «советником Л. Дубова»: with whom somebody is, unless a first name stands there too. */
function isWithWhom(reading: Reading, tree: Tree, post: Post, person: Mention, mentions: readonly Mention[]): boolean {
  const surname = tree.tokens.findLast((t) => t.start >= person.start && t.stop <= person.stop && t.kind === 'word');
  if (!isOfSomebody(tree, post) || person.start <= post.stop || surname?.features.case !== 'Gen') return false;
  // «помощник прокурора Верди»: the name is that of the prosecutor
  const serves = mentions.some((m) => m.kind === 'post' && m.start === post.stop + 1);
  // «помощницу Дубова»: the accusative of a woman is no genitive
  const { gender, case: declined } = featuresAt(tree, post.head);
  const isWoman = gender === 'Fem' && declined === 'Acc';
  const isWhole = /\p{L}{2} \p{L}/u.test(reading.analysis.text.slice(person.start, person.stop));
  return caseOfPost(tree, post) !== 'Gen' || isWoman || serves || !isWhole;
}

function isOfSomebody(tree: Tree, post: Post): boolean {
  return ofPeople.has((tree.tokens[post.head]?.lemma ?? '').replace(/^экс-/u, ''));
}

/** «Верди, и. о. мэра»: a genitive that tells nothing of who acts in the post. */
function caseOfPost(tree: Tree, post: Post): string | undefined {
  const opening = tree.tokens.find((t) => t.start >= post.start);
  return isActing(opening?.norm ?? '') ? undefined : livingCase(tree, post.head);
}

/**
 * «мэру Верди», not «мэра Анне»: a name in the case of the post. A foreign name may not decline, so that right after a post, or
 * after the marks that end it, its case says little.
 */
function agreesInCase(
  reading: Reading,
  tree: Tree,
  post: Post,
  person: Mention,
  mentions: readonly Mention[],
): boolean {
  const [a, b] = [caseOfPost(tree, post), livingCase(tree, person.head)];
  const isAfter = person.start > post.stop;
  const next = mentions.findLast((o) => o.kind === 'post' && o.start >= post.stop && o.stop <= person.start) ?? post;
  const gap = reading.analysis.text.slice(...(isAfter ? [next.stop, person.start] : [person.stop, post.start]));
  const isBehind = next === post || livingCase(tree, next.head) === a;
  const adjacent = isAfter && isBehind && (gap.length < 3 || /[)»”"] $/u.test(gap)) && !isOfSomebody(tree, post);
  const stated = person.stop < post.start && a === 'Nom' && /^ [—–-] \P{Lu}*$/u.test(gap);
  return a === undefined || b === undefined || a === b || (adjacent && !isOfLast(tree, post, person)) || stated;
}

/** «один из экспертов института Анна Верди»: the name right behind a post of many, of whom one is told. */
function oneOfMany(tree: Tree, post: Post, mentions: readonly Mention[]): Mention | null {
  const one = tree.tokens[tree.tokens[post.head]?.head ?? -1];
  if (one?.lemma !== 'один' || prepositionOf(tree, post.head) !== 'из') return null;
  const isBehind = (m: Mention): boolean => {
    const between = tree.tokens.filter((t) => t.start >= post.stop && t.stop <= m.start);
    return between.length <= farthest && between.every((t) => t.kind !== 'punctuation' && t.features.case === 'Gen');
  };
  const person = mentions.find((m) => m.kind === 'person' && m.form === 'name' && m.start > post.stop);
  return person && livingCase(tree, person.head) === one.features.case && isBehind(person) ? person : null;
}

/** «его друг, представитель партии, Верди.»: a name that ends what it stands in. */
function isSetOff(tree: Tree, person: Mention): boolean {
  return /^[,.;]$/u.test(tree.tokens.find((t) => t.start >= person.stop)?.text ?? '');
}

/** «главой штаба певицы Анны Верди»: the name of the one whom the noun right before it tells, in its case. */
function isOfLast(tree: Tree, post: Post, name: Mention): boolean {
  const last = tree.tokens.findLast((t) => t.stop <= name.start);
  const at = last ? tree.tokens.indexOf(last) : -1;
  return at !== post.head && last?.features.animacy === 'Anim' && livingCase(tree, at) === livingCase(tree, name.head);
}

/** «помощнику мэра Рима Верди Ренну»: of two names in a row the first is of whom the other serves, where the cases tell. */
function isServed(tree: Tree, post: Post, first: Mention, second: Mention): boolean {
  const [own, served, holder] = [post, first, second].map(({ head }) => livingCase(tree, head));
  const between = tree.tokens.filter((t) => t.start >= post.stop && t.stop <= first.start);
  const isTold = served === 'Gen' && own !== 'Gen' && own === holder && between.every((t) => t.features.case === 'Gen');
  return first.stop + 1 === second.start && isTold;
}

/** «советник из администрации Ренна»: a name that belongs to that of a body. */
function isInName(person: Mention, mentions: readonly Mention[]): boolean {
  return mentions.some((m) => m.kind === 'organisation' && m.start < person.start && person.stop <= m.stop);
}

/** «помощник Верди»: posts that one has with a person, so that a genitive after them is not their holder. */
export const ofPeople: ReadonlySet<string> = new Set(
  lemmaList(
    `помощник советник заместитель адвокат представитель соратник охранник врач сотрудник преемник пресс-секретарь
    помощница советница заместительница сотрудница преемница соратница`,
  ),
);

/**
 * Nothing but what completes the post («от фракции», «в регионе»), other posts, ranks and marks of apposition stands before the
 * name.
 */
function leadsToName(reading: Reading, tree: Tree, post: Post, person: Mention, mentions: readonly Mention[]): boolean {
  const between = tree.tokens.filter((t) => t.start >= post.stop && t.stop <= person.start);
  const posts = mentions.filter((m) => m.kind === 'post' && m.start >= post.stop && m.stop <= person.start);
  const headCase = livingCase(tree, post.head);
  if (between.length > farthest || posts.some((m) => (livingCase(tree, m.head) ?? headCase) !== headCase)) return false;
  if (posts.some((m) => isOfOtherState(reading, tree, post, m))) return false;
  // «премьер и госпожа Верди»
  if (posts.some((m) => addressNouns.has(tree.tokens[m.head]?.lemma ?? '')) && between.some((t) => t.norm === 'и'))
    return false;
  // «директору завода, арендатору порта, Анне Верди»: what else the person is, in the same case
  const isBeside = (t: Token): boolean =>
    t.pos === 'NOUN' && t.features.animacy === 'Anim' && livingCase(tree, tree.tokens.indexOf(t)) === headCase;
  const inPost = (t: Token): boolean =>
    posts.some((m) => m.start <= t.start && t.start < m.stop) ||
    (isBeside(t) && tree.tokens[tree.tokens.indexOf(t) - 1]?.text === ',');
  // «тренера в случае ухода Верди»: what stands right before the name has to be a name or a post itself
  const last = between.findLast((t) => t.kind === 'word');
  const isNamed = (t: Token): boolean =>
    mentions.some((m) => ['state', 'organisation', 'place'].includes(m.kind) && m.start <= t.start && t.stop <= m.stop);
  const completed = last !== undefined && (inPost(last) || isNamed(last) || completesAlone(tree, last, headCase));
  if (last && !completed && last.pos !== 'ADJ') return false;
  const completes = between.filter((t) => !inPost(t) && t.kind === 'word' && t.pos !== 'ADJ' && t.pos !== 'CCONJ');
  const loose = completes.filter((t) => !isNamed(t));
  // «адвокат рыбаков Верди», but «врач ребёнка Верди»
  const isOther = ({ features }: Token): boolean => features.animacy === 'Anim' && features.number !== 'Plur';
  if (loose.some((t) => isOther(t) || t.features.case === 'Nom')) return false;
  const [first] = completes;
  if (first && !isNamed(first) && !completions.has(first.norm) && first.features.case !== 'Gen') return false;
  return between.every((t, i) => {
    if (inPost(t)) return true;
    if (t.kind === 'punctuation') {
      const next = between.slice(i + 1).find((n) => n.pos !== 'ADJ');
      if (/^[()]$/u.test(t.text)) return between.some(isNamed);
      // «глава порта, 50-летний Верди», «мэр, Верди,»
      const ages = between.slice(i + 1);
      const leads =
        next === undefined ? ages.every(isAge) && (ages.length > 0 || isSetOff(tree, person)) : inPost(next);
      return /^[,—–-]$/u.test(t.text) ? leads : /^[«»"“”]$/u.test(t.text);
    }
    if (isNamed(t)) return true;
    return t.pos === 'CCONJ' ? t.norm === 'и' : ['NOUN', 'ADJ', 'ADP', 'PROPN', 'NUM'].includes(t.pos);
  });
}

/** «глава делегации на переговорах Верди»: words with a preposition, in a case that no name would be in that goes with the post. */
function completesAlone(tree: Tree, last: Token, headCase: string | undefined): boolean {
  const { case: own } = last.features;
  const preposition = prepositionOf(tree, tree.tokens.indexOf(last)) ?? '';
  return (own === 'Loc' || own === 'Dat') && own !== headCase && completions.has(preposition);
}

/** «президент Варонии и премьер-министр Ольмара Верди»: nobody has posts of two states. */
function isOfOtherState(reading: Reading, tree: Tree, post: Post, next: Post): boolean {
  const [own, other] = [post, next].map(({ head }) => readPost(reading, tree, head).organisation);
  return own?.type === 'state' && other?.type === 'state' && own.name !== other.name;
}

/** «директора завода и главу порта Верди»: of the living the accusative may look as the genitive does; «замглавы» has no case. */
function livingCase(tree: Tree, token: number): string | undefined {
  const { case: own, animacy } = featuresAt(tree, token);
  const word = tree.tokens[token];
  if (word && isUndeclinedDeputy(word)) return undefined;
  return own === 'Acc' && animacy === 'Anim' ? 'Gen' : own;
}

/** «Бывший прокурор из Генуи, Верди проработал там год»: a post with what completes it, set before the subject by a comma. */
function opensClause(tree: Tree, post: Post, person: Mention): boolean {
  const word = tree.tokens[post.head];
  const opening = tree.tokens.filter((t) => t.stop <= post.start);
  const between = tree.tokens.filter((t) => t.start >= (word?.stop ?? post.stop) && t.stop <= person.start);
  const next = tree.tokens.find((t) => t.start >= person.stop);
  if (word?.features.case !== 'Nom' || opening.some((t) => t.pos !== 'ADJ') || between.length > farthest) return false;
  const completes = between
    .slice(0, -1)
    .every((t) => t.pos === 'ADP' || (t.features.case !== 'Nom' && ['NOUN', 'PROPN', 'ADJ'].includes(t.pos)));
  const isSubject = tree.tokens[person.head]?.relation.startsWith('nsubj') === true;
  return between.at(-1)?.text === ',' && completes && isSubject && next?.kind === 'word' && next.pos !== 'CCONJ';
}

/** Prepositions that complete a post: «депутат от оппозиции», «посол в Варонии», «представитель при союзе». */
const completions: ReadonlySet<string> = new Set(['в', 'во', 'от', 'из', 'при', 'по', 'за', 'на', 'против']);

/** The name and a comma, a dash or a bracket, with other posts or an age between them and the post. */
function followsName(reading: Reading, tree: Tree, person: Mention, post: Post, mentions: readonly Mention[]): boolean {
  const stop = stopOfAside(reading, person.stop);
  const text = reading.analysis.text.slice(stop, post.start);
  const opens = /^(?:, ?[—–-]|,| \(| [—–-]) ?/u.exec(text)?.[0];
  const words = tree.tokens.filter((t) => t.start >= stop + (opens?.length ?? 0) && t.stop <= post.start);
  if (opens && words.length < 2 && words.every((t) => t.pos === 'ADJ' && t.lemma !== 'который')) return true;
  const posts: readonly Span[] = [
    ...mentions.filter((m) => m.kind === 'post' || m.form === 'description'),
    ...unmentioned(tree, mentions).map(({ head }) => phraseSpan(tree, head)),
  ].filter((m) => m.start >= stop && m.stop <= post.start);
  if (posts.length === 0 && !words.some((t) => companionNouns.has(t.lemma)))
    return /^,? \(?\d{2}(?: года?| лет)?\)?, $/u.test(text);
  const between = tree.tokens.filter((t) => t.start >= stop && t.stop <= post.start && !isInTime(reading, tree, t));
  return (
    between.length <= farthest &&
    /^(?:,| \(| [—–-])/u.test(text) &&
    between.every(
      (t) =>
        posts.some((m) => m.start <= t.start && t.stop <= m.stop) ||
        isWhose(tree, t, mentions) ||
        /^[,(—–«»"-]$/u.test(t.text) ||
        joining.has(t.norm) ||
        t.pos === 'ADJ',
    )
  );
}

/** «Верди, соратник Ренна, мэр»: who somebody is to another, and the name of that one. */
function isWhose(tree: Tree, word: Token, mentions: readonly Mention[]): boolean {
  const name = mentions.find((m) => m.kind === 'person' && m.start <= word.start && word.stop <= m.stop);
  return companionNouns.has(word.lemma) || (name !== undefined && isKinOf(tree, name));
}

/** «соратник Ренна»: a name that tells whose kin or companion somebody is. */
function isKinOf(tree: Tree, name: Mention): boolean {
  const before = tree.tokens.findLast((t) => t.stop <= name.start);
  return before !== undefined && before.stop + 1 === name.start && companionNouns.has(before.lemma);
}

/** «премьер в 1988—1998 годах, председатель палаты»: words of a time, with the preposition before it. */
function isInTime(reading: Reading, tree: Tree, word: Token): boolean {
  const at = tree.tokens.indexOf(word);
  return (reading.times[tree.sentence.index] ?? []).some(
    ({ first, last }) => (first <= at && at <= last) || (word.pos === 'ADP' && at === first - 1),
  );
}

/** «член палаты и, одновременно, глава порта», «судья, а также депутат»: words that join posts of one person. */
const joining: ReadonlySet<string> = new Set(lemmaList('и а также одновременно ныне'));

/** «Джон Смит (John Smith), министр»: where the name ends with what stands in brackets behind it. */
function stopOfAside(reading: Reading, stop: number): number {
  return stop + (/^ \([^()]{1,60}\)(?=[,;] )/u.exec(reading.analysis.text.slice(stop, stop + 64))?.[0].length ?? 0);
}

function draftOf(reading: Reading, tree: Tree, post: Post, person: Mention): Draft {
  const { post: role, organisation } = readPost(reading, tree, post.head);
  const tense = readPostTense(reading, tree, post);
  return draftPosition({
    tense,
    roles: [fillRole(reading, tree, person.head, 'person'), role, ...(organisation ? [organisation] : [])],
    evidence: { start: Math.min(post.start, person.start), stop: Math.max(post.stop, person.stop) },
    rule: 'position.beside',
    sentence: tree.sentence.index,
    token: post.head,
  });
}
