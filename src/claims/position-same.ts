import type { Role } from '../model/claim.ts';
import { overlaps } from '../model/span.ts';
import type { Draft } from './draft.ts';

/** One claim for a person and a post, however often and by whatever rule the document tells it. */
export function samePosition(kept: Draft, draft: Draft): boolean {
  return (
    nameOf(kept, 'person') === nameOf(draft, 'person') &&
    (samePost(kept, draft) || sameOffice(kept, draft) || sharePostWords(kept, draft)) &&
    (sameTerm(kept, draft) || sharePostWords(kept, draft) || isPointed(draft))
  );
}

/** «журналист Верди … журналиста „Вестника“ Верди»: whose a post is may be told the second time alone. */
export function withOwnerOf(kept: Draft, draft: Draft): Draft {
  const owner = draft.roles.find((r) => r.role === 'organisation');
  const isNew = owner !== undefined && nameOf(kept, 'organisation') === '' && samePost(kept, draft);
  return isNew ? { ...kept, roles: [...kept.roles, { ...owner, span: null }] } : kept;
}

/** What tells more comes first: since when a post is held, then what it is called, then «глава». */
export function rankOf(draft: Draft): number {
  return 2 * Number(isHeadship(draft)) - Number(tenseOf(draft) === 'new' && draft.time !== null);
}

/** «глава комитета по связям Верди»: two readings of the same words of the text. */
export function sharePostWords(a: Draft, b: Draft): boolean {
  const [x, y] = [a, b].map((d) => d.roles.find((r) => r.role === 'post')?.span);
  return x && y ? overlaps(x, y) : false;
}

/** The name that a draft gives a role, in small letters; empty where it has none. */
export function nameOf(draft: Draft, role: Role['role']): string {
  return draft.roles.find((r) => r.role === role)?.name.toLowerCase() ?? '';
}

/** Whether a post is held, was held or is new; empty for what is no position. */
export function tenseOf(draft: Draft): string {
  return draft.type === 'position' ? draft.tense : '';
}

/** Who was given a post holds it: «избран лидером» and «лидер» are one; «бывший лидер» is another. */
function sameTerm(kept: Draft, draft: Draft): boolean {
  return (tenseOf(kept) === 'former') === (tenseOf(draft) === 'former');
}

/**
 * «глава МАГАТЭ» of its director general, «глава правительства» of the prime minister: the same office by a general word, unless
 * a verb tells since when («возглавляет завод с 2013 года»).
 */
function sameOffice(kept: Draft, draft: Draft): boolean {
  if (!isHeadship(draft) || (draft.rule === 'position.heads' && draft.time !== null)) return false;
  const [general, own] = [draft, kept].map((d) => [nameOf(d, 'post'), nameOf(d, 'organisation')].join(' ').trim());
  const office = offices.find(({ of }) => of.test(general ?? ''));
  if (office) return office.posts.test(own ?? '');
  const body = nameOf(draft, 'organisation');
  return body !== '' && body === nameOf(kept, 'organisation') && heading.test(nameOf(kept, 'post'));
}

/** «глава», «руководитель»: who is at the head, whatever the office is called. */
function isHeadship(draft: Draft): boolean {
  return /^(?:глава|руководитель)(?!\p{L})/u.test(nameOf(draft, 'post'));
}

/** What the head of a state, a government or a ministry is called. */
const offices: readonly { readonly of: RegExp; readonly posts: RegExp }[] = [
  {
    of: /(?<!\p{L})(?:правительств|кабинет|кабмин)/u,
    posts: /^(?:премьер|канцлер|председатель (?:правительства|совета министров))/u,
  },
  { of: /^глава государства/u, posts: /^(?:президент|король|королева|эмир|султан|император)(?!\p{L})/u },
  {
    of: /(?<!\p{L})(?:мид|министерств|минобороны|внешнеполитического|военного ведомства|дипломатии)/u,
    posts: /^министр/u,
  },
];

const heading = /^(?:генеральный директор|директор|гендиректор|председатель|президент|начальник|управляющий)(?!\p{L})/u;

/** «глава комитета» and «глава комитета Варонии»: one post, worded longer or shorter. */
function samePost(one: Draft, other: Draft): boolean {
  const [a = '', b = ''] = [one, other].map((draft) => plainly(nameOf(draft, 'post')));
  const [x, y] = [nameOf(one, 'organisation'), nameOf(other, 'organisation')];
  return (a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `)) && (x === y || x === '' || y === '');
}

/** «премьер-министр» as «премьер»: a post by the shorter of its names. */
function plainly(post: string): string {
  return shortNames.reduce((name, [long, short]) => name.replace(long, short), post);
}

const shortNames: readonly (readonly [long: RegExp, short: string])[] = [
  [/(?<!\p{L})премьер-министр(?!\p{L})/u, 'премьер'],
  [/^генеральный директор(?!\p{L})/u, 'гендиректор'],
  [/^генеральный секретарь(?!\p{L})/u, 'генсек'],
];

/** «сменил Бьянки на этом посту»: a post that was named before says nothing new of who is known to have it. */
function isPointed(draft: Draft): boolean {
  return draft.rule !== 'position.heads' && draft.roles.some((r) => r.role === 'post' && r.span === null);
}
