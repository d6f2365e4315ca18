import type { Chain, Mention, MentionKind, Token } from '../language/analysis.ts';
import type { Role, RoleName } from '../model/claim.ts';
import type { EntityType } from '../model/entity.ts';
import type { Span } from '../model/span.ts';
import { chainOf, mentionsAt, type Reading } from './reading.ts';
import {
  caseAt,
  createTokenMemory,
  dependents,
  genitivesOf,
  isAcronym,
  isFullParticiple,
  isOneAmong,
  isThirdPerson,
  standFor,
  tokensInside,
  type Tree,
  universal,
} from './tree.ts';
import { actingBodies, actingNouns, onlineBodies } from './body-nouns.data.ts';
import { isLayman } from './laymen.data.ts';
import { lemmaList } from './lemma-list.ts';
import { phraseSpan, stopBeforeTime } from './phrase-span.ts';

/**
 * Fills a role with what stands at a token: the mention there with what it resolves to in the document, else the words of
 * its noun phrase in the nominative. «с министром Олегом Дайнеко» → the person, not the post.
 */
export function fillRole(reading: Reading, tree: Tree, token: number, role: RoleName): Role {
  // «на территории Варонии» is in Варония
  const land =
    role === 'place' && tree.tokens[token]?.lemma === 'территория' ? dependents(tree, token, 'nmod')[0] : undefined;
  if (land !== undefined && isPlace(reading, tree, land)) return fillRole(reading, tree, land, role);
  const town = role === 'place' ? townNamed(tree, token) : undefined;
  if (town !== undefined && town !== token) return fillRole(reading, tree, town, role);
  const several = severalOf(tree, token);
  if (several !== undefined) return phraseRole(reading, tree, token, role, 'other', tree.tokens[several] ?? null);
  const mention = mentionFor(reading, tree, token);
  if (!mention) {
    // «премия, которую вручил посол»
    const [meant = token] = standFor(tree, [token]);
    return meant === token
      ? phraseRole(reading, tree, token, role, 'other', null)
      : fillRole(reading, tree, meant, role);
  }
  const chain = chainOf(reading, mention);
  // «адвокат Лосского», «томские журналисты»: whom the text does not name keeps its words
  if (chain === null && mention.kind === 'post') return phraseRole(reading, tree, token, role, null, mention);
  const title = stopOfTitle(reading, tree, mention);
  if (title !== null)
    return phraseRole(reading, tree, token, role, 'organisation', { start: mention.start, stop: title });
  const stop = stopOfOwners(reading, tree, mention);
  const start = role === 'place' ? startOfSite(reading, tree, mention) : mention.start;
  const text = reading.analysis.text.slice(start, stop);
  return {
    role,
    text,
    span: { start, stop },
    name:
      stop > mention.stop ? nominativeOf(reading, tree, { start: mention.start, stop }) : (chain?.name ?? mention.name),
    type: entityTypeOf(chain?.kind ?? mention.kind),
    known: chain?.known ?? null,
    entity: null,
  };
}

/** «в столице Варонии — Ольмаре», «в городе Ольмар»: the town, not the state whose capital it is, nor what kind of place. */
function townNamed(tree: Tree, token: number): number | undefined {
  const { head = -1, relation, lemma = '' } = tree.tokens[token] ?? {};
  if (kindsOfTown.has(lemma)) {
    const next = tree.tokens[token + 1];
    return next?.pos === 'PROPN' && next.head === token ? token + 1 : undefined;
  }
  const capital = [token, relation === 'nmod' ? head : -1].find((t) => tree.tokens[t]?.lemma === 'столица') ?? -1;
  return dependents(tree, capital, 'appos').find((t) => tree.tokens[t]?.pos === 'PROPN');
}

const kindsOfTown: ReadonlySet<string> = new Set(['город', 'село', 'поселок', 'деревня']);

/** «шестеро приближённых Лосского»: people of somebody, whom the parser takes for what is told of him; none for other names. */
function severalOf(tree: Tree, name: number): number | undefined {
  const { pos, features } = tree.tokens[name] ?? {};
  if (pos !== 'PROPN' || features?.number !== 'Sing') return undefined;
  return dependents(tree, name, 'amod').find((c) => c < name && tree.tokens[c]?.features.number === 'Plur');
}

/** «фонд Elevation Partners», «газета „Лоцман“»: where the title ends that no mention holds, right behind a word for a body; `null` without one. */
function stopOfTitle(reading: Reading, tree: Tree, mention: Mention): number | null {
  if (mention.kind !== 'organisation' || mention.form !== 'description') return null;
  const behind = tree.tokens.filter((t) => t.start >= mention.stop).slice(0, longestTitle);
  const [first] = behind;
  const others = reading.mentions[tree.sentence.index] ?? [];
  const named = others.find((m) => m.start >= (first?.start ?? Infinity) && m.start <= (first?.stop ?? 0));
  if (!first || (named && named.chain === mention.chain)) return null;
  if (/^[«"„“]$/u.test(first.text)) return behind.find((t, i) => i > 1 && /^[»"”“]$/u.test(t.text))?.stop ?? null;
  const end = behind.findIndex((t) => !/^\p{Script=Latin}/u.test(t.text));
  return /^[A-Z]/u.test(first.text) && end > 0 ? (behind[end - 1]?.stop ?? null) : null;
}

/** Tokens of a title, its quotation marks with it. */
const longestTitle = 10;

/** Words of a sentence in the nominative, by what the parser says of them: «власти» are one in the genitive or many. */
export function nominativeOf(reading: Reading, tree: Tree, { start, stop }: Span): string {
  const hints = tokensInside(tree, { start, stop }).map((t) => ({ start: t.start - start, features: t.features }));
  return reading.context.nominative(reading.analysis.text.slice(start, stop), hints);
}

/** «в аэропорту Лескен», «на космодроме „Заря“»: a site begins with what it is. */
function startOfSite(reading: Reading, tree: Tree, { start }: Mention): number {
  const before = tree.tokens.find((t) => t.stop < start && isNextTo(reading, t.stop, { start }));
  return before !== undefined && sites.has(before.lemma) ? before.start : start;
}

const sites: ReadonlySet<string> = new Set(
  lemmaList(`аэропорт вокзал космодром авиабаза аэродром полигон порт тюрьма отель гостиница стадион мемориал`),
);

/** «министры обороны Варонии» and «и Мередии»: where the states end to which several belong. */
function stopOfOwners(reading: Reading, tree: Tree, mention: Mention): number {
  if (tree.tokens[mention.head]?.features.number !== 'Plur' || mention.kind === 'state') return mention.stop;
  const states = (reading.mentions[tree.sentence.index] ?? []).filter(
    (m) => m.kind === 'state' && caseAt(tree, m.head) === 'Gen' && tree.tokens[m.head]?.pos !== 'ADJ',
  );
  let stop = states.some((m) => m.stop === mention.stop) ? mention.stop : Infinity;
  for (;;) {
    const from = stop;
    const next = states.find((m) => m.start > from && /^(?:, | и )$/u.test(reading.analysis.text.slice(from, m.start)));
    if (!next) return Number.isFinite(stop) ? stop : mention.stop;
    stop = next.stop;
  }
}

/** The mention that names what stands at a token; of a post with a name beside it, the person. */
export function mentionFor(reading: Reading, tree: Tree, token: number): Mention | null {
  const known = mentions(tree);
  return known[token] === undefined ? (known[token] = findMention(reading, tree, token)) : known[token];
}

const mentions = createTokenMemory<Mention | null>();

function findMention(reading: Reading, tree: Tree, token: number): Mention | null {
  const here = mentionsAt(reading, tree, token);
  const person = personBeside(reading, tree, token);
  if (person && (here.length === 0 || here.some((m) => m.kind === 'post' || m.kind === 'person'))) return person;
  const found = here.find((m) => m.chain >= 0 && m.kind !== 'post') ?? here.find((m) => m.chain >= 0);
  const post = here.find((m) => m.kind === 'post');
  return found ?? (post ? personAfter(reading, tree, post) : null) ?? here[0] ?? bodyBehind(reading, tree, token);
}

/** «сайт Wave», «холдинг «Лоцман»»: the body whose name stands right behind the word for what it is. */
function bodyBehind(reading: Reading, tree: Tree, token: number): Mention | null {
  const { lemma = '' } = tree.tokens[token] ?? {};
  if (!actingBodies.has(lemma) && !onlineBodies.has(lemma)) return null;
  // «батальон НАТО», «делегация ЕС»: whose it is, not what it is called
  const named = dependents(tree, token, 'appos', 'flat', 'nmod')
    .filter((t) => !(caseAt(tree, t) === 'Gen' && isAcronym(tree.tokens[t]?.text)))
    .flatMap((t) => mentionsAt(reading, tree, t));
  const stop = tree.tokens[token]?.stop ?? -1;
  return named.find((m) => m.kind === 'organisation' && m.form === 'name' && isNextTo(reading, stop, m)) ?? null;
}

function isNextTo(reading: Reading, stop: number, { start }: Pick<Mention, 'start'>): boolean {
  return /^\s[«"„“]?$/u.test(reading.analysis.text.slice(stop, start));
}

/**
 * The name at a token or beside it: of two, whose the post there is («адвокат Лосского Анна Верди»). A name in the genitive beside a
 * noun that is none tells whose somebody is: «врач Лосского сказал».
 */
function personBeside(reading: Reading, tree: Tree, token: number): Mention | null {
  // «девять кандидатов: Лосский и Верди»: who is one of several does not name them
  const beside = dependents(tree, token, 'appos', 'flat').filter((t) => !isOneAmong(tree, t));
  const names = [token, ...beside]
    .flatMap((t) => mentionsAt(reading, tree, t))
    .filter((m) => m.kind === 'person' && m.form === 'name');
  if (names.length === 0) return null;
  const held = new Set(
    mentionsAt(reading, tree, token).flatMap((m) => (m.kind === 'post' && m.chain >= 0 ? m.chain : [])),
  );
  return names.find((m) => held.has(m.chain)) ?? names.find((m) => !isWhose(reading, tree, token, m)) ?? null;
}

function isWhose(reading: Reading, tree: Tree, noun: number, name: Mention): boolean {
  const [own, other] = [tree.tokens[noun]?.features.case, tree.tokens[name.head]?.features.case];
  const declined = name.name !== reading.analysis.text.slice(name.start, name.stop);
  return declined && other === 'Gen' && own !== undefined && own !== 'Gen' && own !== 'Acc';
}

/**
 * «министр транспорта Варонии генерал Борис Крайнов»: the name right after a post, with nothing but its state, its body or what
 * agrees with it between. «сказал журналистам депутат Борис Крайнов» is no journalist.
 */
function personAfter(reading: Reading, tree: Tree, post: Mention): Mention | null {
  const next = (reading.mentions[tree.sentence.index] ?? []).find(
    (m) => m.kind === 'person' && m.form === 'name' && m.start >= post.stop && m.start - post.stop < 60,
  );
  const several = tree.tokens[post.head]?.features.number === 'Plur';
  if (!next || several || isWhose(reading, tree, post.head, next)) return null;
  const between = tree.tokens.filter((t) => t.start >= post.stop && t.stop <= next.start);
  const own = tree.tokens.filter((t) => t.start >= post.start && t.stop <= post.stop && t.pos === 'NOUN');
  const cases = new Set(own.map((t) => t.features.case));
  const bare = between.every(
    (t) =>
      t.kind === 'word' &&
      (t.features.case === 'Gen' || t.pos === 'PROPN' || (t.pos === 'NOUN' && cases.has(t.features.case))),
  );
  return bare && between.length <= 4 ? next : null;
}

/**
 * «министра обороны Варонии А. Лосского и министра обороны Мередии Вольдена»: whoever stands right after the «и» that
 * follows a person's name, in the same case, whatever the tree hangs him on. His first token, or none.
 */
export function joinedAfter(reading: Reading, tree: Tree, token: number): readonly number[] {
  const here = mentionFor(reading, tree, token);
  const mention = here?.kind === 'post' ? personAfter(reading, tree, here) : here;
  if (mention?.kind !== 'person') return [];
  const and = tree.tokens.findIndex((t) => t.start >= mention.stop);
  const next = tree.tokens[and + 1];
  if (tree.tokens[and]?.norm !== 'и' || !next || universal(next.relation) === 'nsubj') return [];
  const other = (reading.mentions[tree.sentence.index] ?? []).find(
    (m) => m.start === next.start && (m.kind === 'person' || (m.kind === 'post' && m.form === 'name')),
  );
  return other && caseAt(tree, and + 1) === caseAt(tree, token) ? [and + 1] : [];
}

/** What kind of thing stands at a token; `null` for a phrase that is no mention. */
export function kindAt(reading: Reading, tree: Tree, token: number): MentionKind | null {
  const mention = mentionFor(reading, tree, token);
  return mention ? (chainOf(reading, mention)?.kind ?? mention.kind) : null;
}

/**
 * «турист Лосский», «певица Верди», «родители»: a person whom no gazetteer knows, and of whom the document tells no post or a calling
 * alone; people called by what gives nobody authority.
 */
export function isPrivatePerson(reading: Reading, tree: Tree, token: number): boolean {
  const mention = mentionFor(reading, tree, token);
  const chain = mention && chainOf(reading, mention);
  if (chain?.kind === 'person') return chain.known === null && chain.posts.every(({ post }) => isLayman(post));
  return isLayman(tree.tokens[token]?.lemma ?? '');
}

/** Whether what stands at a token can act: people, bodies, states, and the posts and pronouns that stand for them. */
export function isActor(reading: Reading, tree: Tree, token: number): boolean {
  const kind = kindAt(reading, tree, token);
  const word = tree.tokens[token];
  if (isThirdPerson(word)) return true;
  const people = word?.features.animacy === 'Anim' && (word.pos === 'NOUN' || word.pos === 'PROPN');
  return (
    (kind !== null && actingKinds.has(kind)) ||
    people ||
    isPeopleDoing(word) ||
    isOfficial(tree, token) ||
    actingNouns.has(word?.lemma ?? '') ||
    isSomeOf(reading, tree, token)
  );
}

/** «официальные лица» */
export function isOfficial(tree: Tree, token: number): boolean {
  if (tree.tokens[token]?.lemma !== 'лицо') return false;
  return dependents(tree, token, 'amod').some((c) => tree.tokens[c]?.lemma === 'официальный');
}

const actingKinds: ReadonlySet<MentionKind> = new Set(['person', 'organisation', 'state', 'post', 'equipment']);

/** Whether what stands at a token can be where something happens. */
export function isPlace(reading: Reading, tree: Tree, token: number): boolean {
  return ['place', 'state', 'facility'].includes(kindAt(reading, tree, token) ?? '');
}

/** «шестеро из семи кандидатов», «одна из групп», «большинство депутатов»: who acts is counted. */
export function isSomeOf(reading: Reading, tree: Tree, token: number): boolean {
  const word = tree.tokens[token];
  if (word?.pos !== 'NUM' && !countingNouns.has(word?.lemma ?? '')) return false;
  // «73 из 101 депутата», which the parser may hang elsewhere
  const whole = tree.tokens[token + 1]?.norm === 'из' ? (tree.tokens[token + 1]?.head ?? -1) : -1;
  if (whole > token && isActor(reading, tree, whole)) return true;
  return dependents(tree, token, 'nmod').some((c) => c > token && isActor(reading, tree, c));
}

/** «обвинение», «ряд обвинений», «горсуд» of courts: one of the nouns, or a number of them. */
export function isOneOrSomeOf(tree: Tree, token: number, nouns: ReadonlySet<string>): boolean {
  const { lemma = '' } = tree.tokens[token] ?? {};
  const genitives = genitivesOf(tree, token);
  // «группа солдат», not «группа компаний»
  const people = lemma === 'группа' ? genitives.filter((c) => tree.tokens[c]?.features.animacy === 'Anim') : [];
  // «личный состав батальона»
  const isStaff = lemma === 'состав' && tree.tokens[token - 1]?.lemma === 'личный';
  const counted = countingNouns.has(lemma) || isStaff ? genitives : people;
  const [, whole = ''] = clippedBody.exec(lemma) ?? [];
  return nouns.has(lemma) || nouns.has(whole) || counted.some((c) => nouns.has(tree.tokens[c]?.lemma ?? ''));
}

/** «мосгорсуд», «облдума», «генпрокуратура»: a clipped adjective before the word for a body. */
const clippedBody =
  /(?:гор|обл|рай|край|гос|ген|евро|спец|полит|проф)(суд|дума|совет|прокуратура|комиссия|служба|парламент)$/u;

/** «протестующие», «десятки собравшихся»: people called by what they do. */
function isPeopleDoing(word: Token | undefined): boolean {
  const standing = ['nsubj', 'nsubj:pass', 'nmod', 'obj'].includes(word?.relation ?? '');
  return isFullParticiple(word) && word?.features.number === 'Plur' && standing;
}

const countingNouns: ReadonlySet<string> = new Set(
  lemmaList(`
    большинство часть половина треть десяток сотня тысяча ряд множество меньшинство многий некоторый несколько число
    количество серия пакет
  `),
);

/** Who or what fills a role without words of its own in the sentence. */
export function chainRole({ name, kind, known }: Chain, role: RoleName): Role {
  const type = kind === 'state' || kind === 'person' ? kind : 'organisation';
  return { role, text: name, span: null, name, type, known, entity: null };
}

/** The words of the phrase at a token; where a mention stands there (`within`), at least its words. */
function phraseRole(
  reading: Reading,
  tree: Tree,
  token: number,
  role: RoleName,
  type: EntityType | null,
  within: Span | null,
): Role {
  const phrase = phraseSpan(tree, token);
  const start = Math.min(phrase.start, within?.start ?? phrase.start);
  const span = { start, stop: Math.max(phrase.stop, within?.stop ?? phrase.stop) };
  const own = { start, stop: stopBeforeTime(reading, tree, token, span.stop) };
  return {
    role,
    text: reading.analysis.text.slice(own.start, own.stop),
    span: own,
    name: nominativeOf(reading, tree, own),
    type,
    known: null,
    entity: null,
  };
}

function entityTypeOf(kind: MentionKind): EntityType | null {
  switch (kind) {
    case 'post':
      return null;
    case 'event':
      return 'other';
    case 'person':
    case 'state':
    case 'place':
    case 'organisation':
    case 'agreement':
    case 'exercise':
    case 'equipment':
    case 'facility':
    case 'other':
      return kind;
  }
}
