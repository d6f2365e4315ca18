import type { Mention, Token } from '../language/analysis.ts';
import type { Role } from '../model/claim.ts';
import { withLemma } from '../language/ru/coreference/words-of-post.ts';
import { addressNouns } from '../language/ru/mentions/nouns.data.ts';
import { contains, overlaps, type Span } from '../model/span.ts';
import { isBodyNoun } from './body-nouns.data.ts';
import { postRole } from './draft-position.ts';
import { lemmaList } from './lemma-list.ts';
import { isOffice } from './offices.data.ts';
import { chainOf, mentionsAt, type Reading, tokensWithin } from './reading.ts';
import { speakerNouns } from './reporting.data.ts';
import { phraseSpan } from './phrase-span.ts';
import { fillRole, kindAt } from './roles.ts';
import {
  ancestors,
  behindRelative,
  caseAt,
  coordinated,
  dependents,
  firstAdjective,
  isAcronym,
  prepositionOf,
  standsIn,
  type Tree,
} from './tree.ts';

/** A post as the text words it: the role, and the state or body that it belongs to. */
export interface PostPhrase {
  readonly post: Role;
  readonly organisation: Role | null;
}

/** Whether a token heads a post: a mention of one, or a word for somebody who speaks in office. */
export function isPost(reading: Reading, tree: Tree, token: number): boolean {
  const word = tree.tokens[token];
  if (!word || word.kind !== 'word' || addressNouns.has(word.lemma)) return false;
  const mentioned = mentionsAt(reading, tree, token).some((m) => m.kind === 'post');
  const isSaid = speakerNouns.has(word.lemma) || isOffice(word.lemma);
  return mentioned || (word.features.animacy === 'Anim' && word.pos === 'NOUN' && isSaid);
}

/** «председателем комитета Варонии» → «председатель комитета», Варония: the post in the nominative without its owner. */
export function readPost(reading: Reading, tree: Tree, token: number): PostPhrase {
  const mention = mentionsAt(reading, tree, token).find((m) => m.kind === 'post');
  // «Верди был членом партии»: the parser hangs the subject on the post
  const first = tree.tokens[firstAdjective(tree, token)]?.start ?? 0;
  const words = phraseSpan(tree, token);
  const phrase = beforeName(reading, tree, { start: Math.max(first, words.start), stop: words.stop });
  const whole = mention ? withBody(tree, token, mention) : phrase;
  const span = withAdjectives(tree, ownWords(reading, tree, token, beforeName(reading, tree, whole)));
  const owner = ownerIn(reading, tree, span) ?? ownerBefore(reading, tree, span) ?? ownerAfter(reading, tree, span);
  const body = readBody(reading, tree, { ...span, head: token }, owner);
  const organisation = body ?? (owner ? ownerRole(reading, owner) : bodyOfRelative(reading, tree, token));
  // «порта Генуи», whether its name was found or that of the town alone
  const held = owner?.kind === 'place' && body?.span && contains(body.span, owner) ? body.span : owner;
  return {
    post: postRole(nameOfPost(reading, tree, span, held), reading.analysis.text.slice(span.start, span.stop), span),
    organisation,
  };
}

/**
 * «советника по торговле и личного представителя премьера», which is one mention: the words of that post of a row which stands at
 * the token, where something completes the first.
 */
function ownWords(reading: Reading, tree: Tree, token: number, { start, stop }: Span): Span {
  const row = coordinated(tree, token).filter((t) => standsIn(tree, t, { start, stop }) && isPost(reading, tree, t));
  const next = row.find((t) => t > token);
  const joint = tree.tokens.findIndex((t, i) => i > (row[0] ?? token) && t.pos === 'CCONJ');
  if (row.length < 2 || joint < 0 || joint === (row[0] ?? token) + 1) return { start, stop };
  const first = tree.tokens[firstAdjective(tree, token)];
  const last = tree.tokens.findLast((t, i) => i < (next ?? -1) && t.stop <= (tree.tokens[joint]?.start ?? stop));
  return { start: Math.max(start, first?.start ?? start), stop: next === undefined ? stop : (last?.stop ?? stop) };
}

/** «депутат» + «сейма», «начальник» + «управления порта»: the body that completes a noun at which the words of the post end. */
function withBody(tree: Tree, token: number, { start, stop }: Span): Span {
  const next = tree.tokens[token + 1];
  const isEnd = tree.tokens[token]?.stop === stop && next?.head === token && next.relation === 'nmod';
  const isBody = isEnd && next.features.case === 'Gen' && /^\p{Ll}/u.test(next.text) && isBodyNoun(next.lemma);
  return { start, stop: isBody ? phraseSpan(tree, token + 1).stop : stop };
}

/** «личный посланник», «чрезвычайным и полномочным послом»: from the adjectives of rank that the words of the post leave out. */
function withAdjectives(tree: Tree, { start, stop }: Span): Span {
  const at = tree.tokens.findIndex((t) => t.start === start);
  const [own, before] = [tree.tokens[at], tree.tokens[at - 1]];
  if (before?.pos === 'ADJ' && ranks.has(before.lemma) && before.features.case === own?.features.case)
    return withAdjectives(tree, { start: before.start, stop });
  const other = tree.tokens[at - 2];
  const isJoined = own?.pos === 'ADJ' && other?.pos === 'ADJ' && before?.norm === 'и';
  return isJoined && own.features.case === other.features.case ? { start: other.start, stop } : { start, stop };
}

/** What makes a post of its own of another: «личный посланник» is no «посланник». */
const ranks: ReadonlySet<string> = new Set(
  lemmaList(`личный старший младший главный специальный генеральный исполнительный полномочный чрезвычайный верховный`),
);

/** «партия, лидером которой он является»: the body that a relative in the genitive goes back to. */
function bodyOfRelative(reading: Reading, tree: Tree, token: number): Role | null {
  const relative = dependents(tree, token, 'nmod', 'det').find((c) => tree.tokens[c]?.lemma === 'который');
  const verb = [token, ...ancestors(tree, token)].find((t) => tree.tokens[t]?.relation === 'acl:relcl');
  if (relative === undefined || verb === undefined) return null;
  const body = behindRelative(tree, relative, verb);
  return isBodyAt(reading, tree, body) ? fillRole(reading, tree, body, 'organisation') : null;
}

/** «представитель партии, Верди», «глава порта Марк Ренн»: the words of a post end before a name that is none of its genitives. */
function beforeName(reading: Reading, tree: Tree, phrase: Span): Span {
  const names = (reading.mentions[tree.sentence.index] ?? []).filter(
    (m) => m.kind === 'person' && m.form === 'name' && phrase.start < m.start && m.start < phrase.stop,
  );
  const before = (name: Mention): Token | undefined => tree.tokens.findLast((t) => t.stop <= name.start);
  const name = names.find((m) => before(m)?.text === ',' || caseAt(tree, m.head) === 'Nom');
  const last = name ? tree.tokens.findLast((t) => t.stop <= name.start && t.text !== ',') : undefined;
  return last ? { start: phrase.start, stop: last.stop } : phrase;
}

/** «партия», «оборонный завод»: a body, named or not. */
export function isBodyAt(reading: Reading, tree: Tree, token: number): boolean {
  return kindAt(reading, tree, token) === 'organisation' || isBodyNoun(tree.tokens[token]?.lemma ?? '');
}

/** The state or body within the words of a post: of those that nest the outermost, a state before a body. */
function ownerIn(reading: Reading, tree: Tree, span: Span): Mention | null {
  const inside = (reading.mentions[tree.sentence.index] ?? []).filter(
    (m) =>
      ownerKinds.has(m.kind) &&
      (m.form === 'name' || (m.kind === 'state' && m.chain >= 0)) &&
      m.start >= span.start &&
      m.stop <= span.stop &&
      !isInTitle(reading, span, m),
  );
  const outer = inside.filter(
    (m) =>
      !inside.some((o) => o !== m && o.start <= m.start && m.stop <= o.stop && o.stop - o.start > m.stop - m.start),
  );
  const own = outer.filter((m) => !isPlaceOfWork(tree, m));
  return own.find((m) => m.kind === 'state') ?? own[0] ?? null;
}

const ownerKinds: ReadonlySet<Mention['kind']> = new Set(['state', 'organisation', 'place']);

/** «посол в Варонии», «представитель при ООН»: the place belongs to the post; «наблюдатель от союза» is the body's. */
function isPlaceOfWork(tree: Tree, owner: Mention): boolean {
  const preposition = prepositionOf(tree, owner.head) ?? '';
  return /^(?:в|во|на|при|по|из)$/u.test(preposition) || (preposition === 'от' && owner.kind !== 'organisation');
}

/** «глава штаба „Единой Варонии“»: a state within the quoted name of a body. */
function isInTitle({ analysis }: Reading, post: Span, { kind, start, stop }: Mention): boolean {
  if (kind === 'organisation') return false;
  return analysis.quotations.some((q) => post.start < q.start && q.start <= start && stop <= q.stop);
}

/** «варонский министр»: an adjective right before. */
function ownerBefore(reading: Reading, tree: Tree, span: Span): Mention | null {
  return (
    (reading.mentions[tree.sentence.index] ?? []).find(
      (m) =>
        m.kind === 'state' &&
        tree.tokens[m.head]?.pos === 'ADJ' &&
        m.stop <= span.start &&
        reading.analysis.text.slice(m.stop, span.start) === ' ',
    ) ?? null
  );
}

/** «фотограф „Вестника“», «наблюдатель от союза»: the name of a body right after, where the words of the post end too soon. */
function ownerAfter(reading: Reading, tree: Tree, span: Span): Mention | null {
  return (
    (reading.mentions[tree.sentence.index] ?? []).find(
      (m) =>
        (m.kind === 'organisation' || m.kind === 'state') &&
        m.form === 'name' &&
        tree.tokens[m.head]?.pos !== 'ADJ' &&
        m.start >= span.stop &&
        /^ (?:от )?[«"]?$/u.test(reading.analysis.text.slice(span.stop, m.start)),
    ) ?? null
  );
}

/**
 * «пресс-атташе посольства», «лидер консерваторов», «глава партии Варонии»: the body that the words after the noun name, where
 * its owner is unknown or a state; `null` where they name none, and for posts that a state gives.
 */
export function readBody(
  reading: Reading,
  tree: Tree,
  post: Span & { readonly head: number },
  owner: (Span & { readonly kind: Mention['kind'] }) | null,
): Role | null {
  if (owner && owner.kind !== 'state' && owner.kind !== 'place') return null;
  const { noun, after: words } = headedPost(reading, tree, post);
  const person = (reading.mentions[tree.sentence.index] ?? []).find((m) => m.kind === 'person' && m.start >= post.stop);
  const after = words.filter((t) => t.stop <= (person?.start ?? Infinity));
  const [first] = after;
  if (!noun || !first || first.kind !== 'word' || first.pos === 'ADP' || first.features.case !== 'Gen') return null;
  const head = after.find((t) => t.pos === 'NOUN' || t.pos === 'PROPN');
  // «представитель Российской Федерации при союзе»: a state, whatever its noun
  const isState = mentionsAt(reading, tree, tree.tokens.indexOf(head ?? first)).some((m) => m.kind === 'state');
  if (!head || isState || countryNouns.has(head.lemma)) return null;
  const people = head.features.number === 'Plur' && head.features.animacy === 'Anim' && ofPeople.has(noun.lemma);
  const named = isNamedBody(reading, tree, first, head);
  // «директор верфи»: of what there is a director of is a body
  const ofBody = directors.has(noun.lemma) && head.features.animacy === 'Inan' && !undertakings.has(head.lemma);
  const isBody = isBodyNoun(head.lemma) || ofBody;
  // «президент совета директоров» is of no state, «депутат парламента» is
  const ofState = stateOffices.test(noun.lemma) && !(isBody && noun.lemma.endsWith('президент'));
  if ((ofState && !named) || !(people || named || isBody)) return null;
  // «депутат собрания района», where the words of the post end too soon
  const phrase = phraseSpan(tree, tree.tokens.indexOf(head));
  const reach = phrase.stop <= (person?.start ?? Infinity) ? phrase.stop : post.stop;
  const last = after.findLast((t) => t.kind === 'word')?.stop ?? first.stop;
  const stop = Math.max(last, reach);
  const closes =
    /^[»"”]/u.test(reading.analysis.text.slice(stop)) && /[«"“]/u.test(reading.analysis.text.slice(first.start, stop));
  const span = { start: first.start, stop: closes ? stop + 1 : stop };
  const text = reading.analysis.text.slice(span.start, span.stop);
  // «лидер указанной партии»: the body that the text named before
  const said = mentionsAt(reading, tree, tree.tokens.indexOf(head)).find((m) => m.form === 'description');
  const chain = said ? chainOf(reading, said) : null;
  const name = chain?.name ?? reading.context.nominative(text);
  return { role: 'organisation', text, span, name, type: 'organisation', known: chain?.known ?? null, entity: null };
}

/**
 * The noun of a post that its words are read from, with the words behind it: «заместитель начальника управления» is of what the
 * chief is of. What completes a calling right behind its words is read with it: «фотограф» before «местного еженедельника».
 */
function headedPost(
  reading: Reading,
  tree: Tree,
  post: Span & { readonly head: number },
): { readonly noun: Token | undefined; readonly after: readonly Token[] } {
  const noun = tree.tokens[post.head];
  const next = tree.tokens.findIndex((t) => t.start >= post.stop);
  // «эмир движения», where the words of the post end too soon
  const isCut =
    noun !== undefined && (!isOffice(noun.lemma) || (caseAt(tree, next) === 'Gen' && isBodyAt(reading, tree, next)));
  const stop = isCut ? Math.max(post.stop, phraseSpan(tree, post.head).stop) : post.stop;
  const after = tree.tokens.filter((t) => noun !== undefined && t.start >= noun.stop && t.stop <= stop);
  const inner = after.findIndex((t) => t.pos === 'NOUN' || t.pos === 'PROPN');
  const { lemma = '', features } = after[inner] ?? {};
  const isHeaded = lemma === 'обязанность' || (features?.animacy === 'Anim' && isOffice(lemma));
  if (!isHeaded || features?.case === 'Nom') return { noun, after };
  return headedPost(reading, tree, { ...post, head: tree.tokens.indexOf(after[inner] as Token) });
}

/**
 * «депутат Верхней палаты», «представитель Красного дома»: a body by its capital letter, where no state, place or person stands;
 * «глава МИД Варонии», «глава варонского МИД»: by its acronym.
 */
function isNamedBody(reading: Reading, tree: Tree, first: Token, head: Token): boolean {
  const others = new Set<Mention['kind']>(['state', 'place', 'person']);
  const here = (reading.mentions[tree.sentence.index] ?? []).filter(
    (m) => others.has(m.kind) && (overlaps(first, m) || overlaps(head, m)),
  );
  const isShort = isAcronym(head.text) && kindAt(reading, tree, tree.tokens.indexOf(head)) === 'organisation';
  return isShort || (/^\p{Lu}\p{Ll}/u.test(first.text) && here.length === 0);
}

/** «президент Республики»: the country, which the text names elsewhere. */
const countryNouns: ReadonlySet<string> = new Set(lemmaList(`страна государство республика королевство`));

/** Posts that a state gives, so that the state is whose they are: «министр обороны Варонии», «посол Варонии». */
const stateOffices =
  /^(?:экс-)?(?:.*министр|.*президент|премьер|канцлер|корол.*|император|эмир|султан|.*посол|постпред|консул|атташе|госсекретарь|депутат|сенатор|губернатор|мэр)$/u;

/** Posts that one has with people that are no body by name: «лидер консерваторов», «представитель рыбаков». */
const ofPeople: ReadonlySet<string> = new Set(lemmaList(`лидер представитель представительница вождь главарь идеолог`));

/** Posts that there are in bodies alone. */
const directors: ReadonlySet<string> = new Set(
  lemmaList(`
    директор гендиректор замдиректора ректор проректор сотрудник сотрудница работник работница начальник замначальника
    главврач худрук настоятель главред комендант гендиректриса директриса содиректор
  `),
);

/** What has a director and is no body. */
const undertakings: ReadonlySet<string> = new Set(
  lemmaList(
    `проект программа операция фильм сериал развитие производство безопасность продажа стратегия шоу фестиваль`,
  ),
);

function ownerRole(reading: Reading, owner: Mention): Role {
  const chain = chainOf(reading, owner);
  const kind = chain?.kind ?? owner.kind;
  return {
    role: 'organisation',
    text: reading.analysis.text.slice(owner.start, owner.stop),
    span: { start: owner.start, stop: owner.stop },
    name: chain?.name ?? owner.name,
    type: kind === 'state' ? 'state' : 'organisation',
    known: chain?.known ?? null,
    entity: null,
  };
}

/** «врио», «и. о.»: who does what a post is there for, before the post in the genitive. */
export function isActing(norm: string): boolean {
  return /^(?:врио|вр\.|и\.|о\.|ио|и\.\s?о\.?)$/u.test(norm);
}

/** Whether «врио», «и. о.» stands right before the words of a post. */
export function isActed({ analysis }: Reading, start: number): boolean {
  return /(?<!\p{L})(?:врио|ио|и\.\s?о\.) $/iu.test(analysis.text.slice(Math.max(0, start - longestActing), start));
}

/** How many characters «врио» and the like take. */
const longestActing = 8;

/** «исполняет обязанности мэра», «на Верди возложены обязанности мэра» */
function isDuty(tree: Tree, token: number): boolean {
  const word = tree.tokens[token];
  const above = tree.tokens[word?.head ?? -1]?.lemma ?? '';
  return word?.lemma === 'обязанность' && /^(?:исполн|выполн|возложи|возлага)/u.test(above);
}

/** The words of a post in the nominative, without whose it is and without «бывший» or «новый». */
function nameOfPost(reading: Reading, tree: Tree, span: Span, owner: Span | null): string {
  const place = tokensWithin(tree, span);
  if (!place) return '';
  const all = tree.tokens.slice(place[0], place[1] + 1);
  const own = withoutEmptyQuotes(
    all.filter(
      (t) =>
        (owner === null || !overlaps(t, owner)) &&
        !saysWhen(t) &&
        t.relation !== 'cop' &&
        !['DET', 'PRON', 'PART', 'ADV'].includes(t.pos),
    ),
  );
  // «кандидат от (партии)», «представителем по рыбе – (Верди)»
  const kept = own
    .slice(0, own.findLastIndex((t) => t.pos !== 'ADP' && !/^[,—–-]$/u.test(t.text)) + 1)
    .filter((t) => !isActing(t.norm));
  const first = kept[0];
  const last = kept.at(-1);
  if (!first || !last) return reading.analysis.text.slice(span.start, span.stop).toLowerCase();
  const noun = kept.findIndex((t) => t.pos === 'NOUN');
  // «послами», «первые заместители главы»: of one of them
  const { number, animacy } = kept[noun]?.features ?? {};
  const many = number === 'Plur' && animacy === 'Anim' && kept.slice(0, noun).every((t) => t.pos === 'ADJ');
  const spelt = kept.map((t, i) => (many && i <= noun ? t.lemma : t.text));
  const written = kept
    .map((t, i) => {
      const gap = i === 0 ? '' : reading.analysis.text.slice(kept[i - 1]?.stop ?? t.start, t.start);
      return (gap.length < 2 ? gap : ' ') + spelt[i];
    })
    .join('');
  // «врио губернатора»
  const isOfActing = isActing(all[0]?.norm ?? '') || isActed(reading, span.start) || isDuty(tree, place[0] - 1);
  if (kept[noun]?.features.case === 'Gen' && isOfActing) return `исполняющий обязанности ${written}`;
  const words = many ? written : reading.context.nominative(written);
  // «экс-мэр»: the tense says it
  const said = withLemma(words, noun, kept[noun]).replace(/^экс-/iu, '');
  return /^\p{Lu}\p{Ll}/u.test(said) ? said.charAt(0).toLowerCase() + said.slice(1) : said;
}

/** «глава « »» → «глава»: the marks of a name that was taken out, and a mark without its twin. */
function withoutEmptyQuotes(tokens: readonly Token[]): readonly Token[] {
  const isMark = (t: Token | undefined): boolean => t !== undefined && /^[«»"„“”()]$/u.test(t.text);
  const kept = tokens.filter((t, i) => !isMark(t) || !(isMark(tokens[i - 1]) || isMark(tokens[i + 1])));
  return kept.filter(isMark).length % 2 === 0 ? kept : kept.filter((t) => !isMark(t));
}

/** «бывший министр», «нынешний премьер», «60-летний посол»: when somebody has a post or how old he is, not what it is. */
function saysWhen({ lemma }: Token): boolean {
  return temporal.has(lemma) || /^\d+-?летний$/u.test(lemma);
}

const temporal: ReadonlySet<string> = new Set(
  lemmaList(
    'бывший новый тогдашний нынешний действующий текущий прежний предыдущий свой новоизбранный новоназначенный',
  ),
);
