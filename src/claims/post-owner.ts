import type { Chain, Mention } from '../language/analysis.ts';
import type { Role } from '../model/claim.ts';
import { contains } from '../model/span.ts';
import type { Draft } from './draft.ts';
import { foreignTo } from './foreign-state.ts';
import { lemmaList } from './lemma-list.ts';
import { placeOfAdjective } from './place-of-adjective.ts';
import { readPost } from './post-phrase.ts';
import { readPredication } from './predications.ts';
import { chainOf, mentionsAt, type Reading } from './reading.ts';
import { chainRole } from './roles.ts';
import { ancestors, isVerbal } from './tree.ts';

/**
 * A position that names neither state nor body gets the one that the text gives its post. In: a draft of a position. Out: the
 * draft, with the role of an organisation where one was found.
 */
export function withOwner(reading: Reading, draft: Draft): Draft {
  if (draft.type !== 'position' || draft.roles.some((r) => r.role === 'organisation')) return draft;
  const owner = steps.reduce<Chain | null>((found, step) => found ?? step(reading, draft), null);
  if (!owner) return draft;
  return { ...draft, roles: [...draft.roles.map(withoutCountry), chainRole(owner, 'organisation')] };
}

/** How the text gives a post its owner, in order of trust. */
const steps: readonly ((reading: Reading, draft: Draft) => Chain | null)[] = [
  ownerPointedAt,
  ownerWhoActs,
  countryMeant,
  regionMeant,
  regionOfAdjective,
  ownerOfWhomHeServes,
  bodyBehindName,
  stateOfOtherPost,
  stateOfJoinedPost,
  bodySpokenOf,
  stateSpokenOf,
];

const country = /(?<!\p{L})(?:страны|государства|республики|королевства)(?!\p{L})/iu;

/** «президент страны» → «президент» once the country is known. */
function withoutCountry(role: Role): Role {
  return role.role === 'post'
    ? { ...role, name: role.name.replace(/ (?:страны|республики|королевства)$/iu, '') }
    : role;
}

/**
 * «её премьер-министр», «партия … её генеральный секретарь», «у Верди и его заместителя»: the state or body that the pronoun before
 * the post means; of a deputy, where he has his post whose deputy it is.
 */
function ownerPointedAt(reading: Reading, draft: Draft): Chain | null {
  const post = draft.roles.find((r) => r.role === 'post');
  const span = post?.span;
  if (!post || !span) return null;
  const pronoun = (reading.mentions[draft.sentence] ?? []).find(
    (m) => m.form === 'pronoun' && (m.start === span.start || m.stop + 1 === span.start),
  );
  if (!pronoun) return null;
  const meant = reading.analysis.chains[pronoun.chain];
  if (meant && isOwner(meant)) return meant;
  if (/^(?:первый )?зам/u.test(post.name)) return ownerOfPosts(reading, meant);
  return post.name.split(' ').some((word) => leading.has(word)) ? bodyPointedAt(reading, pronoun) : null;
}

/** «Варония отозвала своего посла»: who acts in the clause of «свой», where it is a state or a body. */
function ownerWhoActs(reading: Reading, draft: Draft): Chain | null {
  const tree = reading.trees[draft.sentence];
  const span = draft.roles.find((r) => r.role === 'post')?.span;
  const own = tree?.tokens.findIndex(
    (t) => t.lemma === 'свой' && span && t.stop >= span.start - 1 && t.start < span.stop,
  );
  if (!tree || own === undefined || own < 0) return null;
  const verb = ancestors(tree, own).find((t) => isVerbal(tree.tokens[t]));
  const agents = verb === undefined ? [] : readPredication(tree, verb).agents;
  const owners = agents.flatMap((a) => mentionsAt(reading, tree, a).flatMap((m) => chainOf(reading, m) ?? []));
  return owners.find(isOwner) ?? null;
}

/** The one state or body that a person has all his posts in. */
function ownerOfPosts(reading: Reading, person: Chain | undefined): Chain | null {
  const owners = new Set((person?.posts ?? []).flatMap(({ of }) => reading.analysis.chains[of] ?? []));
  const [owner] = owners;
  return owners.size === 1 && owner ? owner : null;
}

/** Posts of a body, which nobody has with a person: «её лидер», «его редактор». */
const leading: ReadonlySet<string> = new Set(
  lemmaList(`лидер глава председатель директор гендиректор руководитель редактор секретарь генсек основатель сооснователь
  основательница владелец совладелец учредитель ректор`),
);

/** The body that stands last before a pronoun in its sentence, where its gender is that of the pronoun. */
function bodyPointedAt(reading: Reading, pronoun: Mention): Chain | null {
  const tree = reading.trees[pronoun.sentence];
  const woman = /^е[её]$/iu.test(tree?.tokens[pronoun.head]?.text ?? '');
  const last = (reading.mentions[pronoun.sentence] ?? []).findLast(
    (m) => m.kind === 'organisation' && m.stop < pronoun.start && m.chain >= 0,
  );
  const gender = tree?.tokens[last?.head ?? -1]?.features.gender;
  return last && gender !== undefined && (gender === 'Fem') === woman ? chainOf(reading, last) : null;
}

function isOwner({ kind }: Chain): boolean {
  return kind === 'state' || kind === 'organisation';
}

/** «власти Варонии … президент страны»: the state that was named last as one of its own, else by its adjective. */
function countryMeant(reading: Reading, draft: Draft): Chain | null {
  const post = draft.roles.find((r) => r.role === 'post');
  if (!post || !country.test(post.text)) return null;
  const before = reading.analysis.mentions.filter(
    (m) => m.kind === 'state' && m.chain >= 0 && m.stop <= draft.evidence.start,
  );
  const noun = before.findLast((m) => reading.trees[m.sentence]?.tokens[m.head]?.pos !== 'ADJ');
  return reading.analysis.chains[(noun ?? before.at(-1))?.chain ?? -1] ?? null;
}

/** «министр экономики области»: the region of that kind that was named last before. */
function regionMeant(reading: Reading, draft: Draft): Chain | null {
  const post = draft.roles.find((r) => r.role === 'post');
  const noun = /(?<!\p{L})(?<noun>област|кра|округ|район|штат|провинци|губерни|город)(?:и|я|а)$/iu.exec(
    post?.text ?? '',
  )?.groups?.['noun'];
  if (noun === undefined) return null;
  const before = reading.analysis.mentions.filter((m) => m.kind === 'place' && m.stop <= draft.evidence.start);
  const behindNoun = new RegExp(`(?<!\\p{L})${noun}\\p{L}{0,3} $`, 'iu');
  const isCalled = (m: Mention): boolean =>
    chainOf(reading, m)?.name.toLowerCase().includes(` ${noun}`) === true ||
    behindNoun.test(reading.analysis.text.slice(Math.max(0, m.start - 14), m.start));
  const named = before.findLast(isCalled);
  return named ? chainOf(reading, named) : null;
}

/** «ольмарский губернатор», «пресс-служба ольмарского главы»: the region that the text names and the adjective is made of. */
function regionOfAdjective(reading: Reading, draft: Draft): Chain | null {
  const span = draft.roles.find((r) => r.role === 'post')?.span;
  const tokens = reading.trees[draft.sentence]?.tokens ?? [];
  const first = tokens.findIndex((t) => span && t.start >= span.start);
  const words = tokens.filter((t, i) => span && (i === first - 1 || (span.start <= t.start && t.stop <= span.stop)));
  const made = words.filter((t) => t.pos === 'ADJ').map((t) => placeOfAdjective(reading, t.lemma));
  return made.find((c) => c !== null) ?? null;
}

/**
 * «советник Лосского Марк Ренн», «врач Лосского»: of him whom he serves, and where he is no private servant and the text says what
 * Лосский has his posts in, of that.
 */
function ownerOfWhomHeServes(reading: Reading, draft: Draft): Chain | null {
  const span = draft.roles.find((r) => r.role === 'post')?.span;
  const tree = reading.trees[draft.sentence];
  const holder = draft.roles.find((r) => r.role === 'person')?.name;
  const noun = tree?.tokens.find((t) => span && t.start >= span.start && t.pos === 'NOUN');
  if (!span || !noun || !(serving.has(noun.lemma) || privately.has(noun.lemma))) return null;
  const next = (reading.mentions[draft.sentence] ?? []).find(
    (m) => m.kind === 'person' && m.form === 'name' && m.start >= noun.stop && m.start <= span.stop + 1,
  );
  const served = next ? chainOf(reading, next) : null;
  if (!served || served.name === holder || noun.features.number === 'Plur') return null;
  return (serving.has(noun.lemma) ? ownerOfPosts(reading, served) : null) ?? served;
}

/** «эксперт Марк Ренн из Портового института»: the body that stands behind the name, of a post that no state gives. */
function bodyBehindName(reading: Reading, draft: Draft): Chain | null {
  const stop = draft.roles.find((r) => r.role === 'person')?.span?.stop;
  if (stop === undefined || isOfState(draft)) return null;
  const body = (reading.mentions[draft.sentence] ?? []).find(
    (m) =>
      m.kind === 'organisation' && m.start > stop && /^ из [«"]?$/u.test(reading.analysis.text.slice(stop, m.start)),
  );
  return body ? chainOf(reading, body) : null;
}

/** Who serves somebody in office. */
const serving: ReadonlySet<string> = new Set(
  lemmaList(`советник советница помощник помощница заместитель заместительница пресс-секретарь представитель референт
  секретарь спецпредставитель уполномоченный`),
);

/** Who serves somebody as a private man. */
const privately: ReadonlySet<string> = new Set(lemmaList(`адвокат врач юрист защитник телохранитель поверенный`));

/** «премьер Верди» of whom the text says «глава варонского кабинета» elsewhere. */
function stateOfOtherPost(reading: Reading, draft: Draft): Chain | null {
  if (!isOfState(draft)) return null;
  const name = draft.roles.find((r) => r.role === 'person')?.name;
  const chain = reading.analysis.chains.find((c) => c.kind === 'person' && c.name === name);
  const states = (chain?.posts ?? []).flatMap(({ of }) => reading.analysis.chains[of] ?? []);
  return states.find((c) => c.kind === 'state') ?? null;
}

/** «президент Варонии Лосский и премьер-министр Верди»: the post goes on from one whose state is named. */
function stateOfJoinedPost(reading: Reading, draft: Draft): Chain | null {
  const tree = reading.trees[draft.sentence];
  const start = draft.roles.find((r) => r.role === 'post')?.span?.start;
  if (!tree || start === undefined || !isOfState(draft)) return null;
  const here = reading.mentions[draft.sentence] ?? [];
  const before = here.findLast((m) => m.kind === 'post' && m.stop < start);
  const name = here.find((m) => m.kind === 'person' && m.form === 'name' && m.start >= (before?.stop ?? Infinity));
  if (!before || !name || name.stop > start) return null;
  if (!/^(?:,? и |, )$/u.test(reading.analysis.text.slice(name.stop, start))) return null;
  const owner = readPost(reading, tree, before.head).organisation;
  return reading.analysis.chains.find((c) => c.kind === 'state' && c.name === owner?.name) ?? null;
}

/** «спикер Верди», «первый вице-губернатор Ренн»: the one body or region of those that have such posts that the text names most often. */
function bodySpokenOf(reading: Reading, draft: Draft): Chain | null {
  const [noun = ''] = wordsOfPost(draft);
  const row = postsOfBodies.find(({ posts }) => posts.has(noun));
  const bodies = reading.analysis.chains.filter((c) => row?.bodies.test(c.name) && c.kind !== 'person');
  return mostOften(bodies, (c) => c.mentions.length);
}

/** Posts that there are only in one kind of body or region. */
const postsOfBodies: readonly { readonly posts: ReadonlySet<string>; readonly bodies: RegExp }[] = [
  {
    posts: new Set(lemmaList(`спикер вице-спикер депутат парламентарий`)),
    bodies:
      /(?<!\p{L})(?:парламент|сейм|бундестаг|кнессет|меджлис|(?:гос)?дума|рада|палата|законодательное собрание|совет федерации|(?:национальн\p{L}+|народн\p{L}+|генеральн\p{L}+) (?:ассамблея|собрание|хурал)|конгресс)(?!\p{L})/iu,
  },
  { posts: new Set(lemmaList(`сенатор`)), bodies: /(?<!\p{L})(?:сенат|совет федерации)(?!\p{L})/iu },
  { posts: new Set(lemmaList(`губернатор вице-губернатор замгубернатора`)), bodies: /\p{L} (?:область|край)$/iu },
];

/**
 * «вице-президент Ренн»: the state whose posts the others before have, else the one known state that the document names more often
 * than any other.
 */
function stateSpokenOf(reading: Reading, draft: Draft): Chain | null {
  if (!isOfState(draft)) return null;
  const { chains, mentions } = reading.analysis;
  const before = chains.flatMap((c) =>
    c.posts.filter(({ mention }) => (mentions[mention]?.start ?? Infinity) < draft.evidence.start),
  );
  // «посол в Варонии» is of another
  const post = draft.roles.find((r) => r.role === 'post')?.span;
  const host = new Set(
    (reading.mentions[draft.sentence] ?? []).flatMap((m) => (post && contains(post, m) ? m.chain : [])),
  );
  const isForeign = foreignTo(reading, draft);
  const isOther = (c: Chain): boolean => c.kind === 'state' && !host.has(chains.indexOf(c)) && !isForeign(c);
  const held = before.flatMap(({ of }) => chains[of] ?? []).filter(isOther);
  const named = chains.filter((c) => isOther(c) && c.known !== null);
  return mostOften(held, (c) => held.filter((o) => o === c).length) ?? mostOften(named, (c) => c.mentions.length);
}

/** The one that counts more than any other; `null` where two count alike. */
function mostOften(states: readonly Chain[], countOf: (state: Chain) => number): Chain | null {
  const [first, second] = [...new Set(states)].toSorted((a, b) => countOf(b) - countOf(a));
  return first && countOf(first) > (second ? countOf(second) : 0) ? first : null;
}

function isOfState(draft: Draft): boolean {
  const [first = '', second = ''] = wordsOfPost(draft);
  // «пресс-секретарь президента», «помощник премьер-министра»
  if (serving.has(first))
    return /^(?:президент|премьер|канцлер|корол|император)\p{L}*(?:а|я|ы|и)(?:-министра)?$/u.test(second);
  // «президент ассоциации»
  if (second !== '' && wholePosts.has(first)) return false;
  return statePosts.has(first) || statePosts.has(`${first} ${second}`);
}

/** The words of a post without its rank. */
function wordsOfPost(draft: Draft): readonly string[] {
  const post = draft.roles.find((r) => r.role === 'post')?.name ?? '';
  const [acted, held] = [acting.exec(post)?.[0].length ?? 0, post.replace(/^экс-/u, '')];
  const words = (acted > 0 ? post.slice(acted).replace(/(?<=^[\p{L}-]+[рт])а(?!\p{L})/u, '') : held).split(' ');
  return words.filter((word) => !ranks.has(word));
}

/** «исполняющий обязанности президента»: of what it is, in the genitive. */
const acting = /^(?:временно )?исполняющий обязанности /u;

/** Posts of a state that no word completes. */
const wholePosts: ReadonlySet<string> = new Set(
  lemmaList('президент вице-президент король королева император эмир султан шах'),
);

/** «первый вице-премьер», «временный президент» */
const ranks: ReadonlySet<string> = new Set(
  lemmaList(`первый второй временный текущий тогдашний исполняющий обязанности правый левый теневой`),
);

/** Posts of a state, said or not. */
const statePosts: ReadonlySet<string> = new Set([
  ...lemmaList(`
    президент вице-президент премьер премьер-министр вице-премьер канцлер вице-канцлер король королева император эмир султан
    шах госсекретарь министр замминистра генпрокурор законодатель посол постпред сенатор конгрессмен
  `),
  'глава государства',
  'глава правительства',
  'глава кабинета',
  'глава МИД',
  'глава генштаба',
  'глава минобороны',
  'глава МИДа',
  'начальник генштаба',
  'начальник генерального',
  'заместитель министра',
  'наследный принц',
]);
