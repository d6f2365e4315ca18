import type { Chain, Mention } from '../language/analysis.ts';
import type { Role } from '../model/claim.ts';
import type { Draft } from './draft.ts';
import { lemmaList } from './lemma-list.ts';
import { readPost } from './post-phrase.ts';
import { chainOf, type Reading } from './reading.ts';

/**
 * A position that names neither state nor body gets the one that the text gives its post. In: a draft of a position. Out: the
 * draft, with the role of an organisation where one was found.
 */
export function withOwner(reading: Reading, draft: Draft): Draft {
  if (draft.type !== 'position' || draft.roles.some((r) => r.role === 'organisation')) return draft;
  const owner = steps.reduce<Chain | null>((found, step) => found ?? step(reading, draft), null);
  if (!owner) return draft;
  const organisation: Role = {
    role: 'organisation',
    text: owner.name,
    span: null,
    name: owner.name,
    type: owner.kind === 'state' ? 'state' : 'organisation',
    known: owner.known,
    entity: null,
  };
  return { ...draft, roles: [...draft.roles.map(withoutCountry), organisation] };
}

/** How the text gives a post its owner, in order of trust. */
const steps: readonly ((reading: Reading, draft: Draft) => Chain | null)[] = [
  ownerPointedAt,
  countryMeant,
  stateOfOtherPost,
  stateOfJoinedPost,
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
  const held = before.flatMap(({ of }) => chains[of] ?? []).filter((c) => c.kind === 'state');
  const named = chains.filter((c) => c.kind === 'state' && c.known !== null);
  return mostOften(held, (c) => held.filter((o) => o === c).length) ?? mostOften(named, (c) => c.mentions.length);
}

/** The one that counts more than any other; `null` where two count alike. */
function mostOften(states: readonly Chain[], countOf: (state: Chain) => number): Chain | null {
  const [first, second] = [...new Set(states)].toSorted((a, b) => countOf(b) - countOf(a));
  return first && countOf(first) > (second ? countOf(second) : 0) ? first : null;
}

function isOfState(draft: Draft): boolean {
  const post = draft.roles.find((r) => r.role === 'post')?.name ?? '';
  const [first = '', second = ''] = post
    .replace(/^экс-/u, '')
    .split(' ')
    .filter((word) => !ranks.has(word));
  // «президент ассоциации»
  if (second !== '' && wholePosts.has(first)) return false;
  return statePosts.has(first) || statePosts.has(`${first} ${second}`);
}

/** Posts of a state that no word completes. */
const wholePosts: ReadonlySet<string> = new Set(lemmaList('президент вице-президент король королева император'));

/** «первый вице-премьер», «временный президент» */
const ranks: ReadonlySet<string> = new Set(
  lemmaList(`первый второй временный текущий тогдашний исполняющий обязанности правый левый теневой`),
);

/** Posts of a state, said or not. */
const statePosts: ReadonlySet<string> = new Set([
  ...lemmaList(`
    президент вице-президент премьер премьер-министр вице-премьер канцлер вице-канцлер король королева император эмир султан
    шах госсекретарь министр замминистра генпрокурор законодатель
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
