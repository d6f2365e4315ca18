import type { PositionClaim, Role } from '../model/claim.ts';
import { hullOf, type Span } from '../model/span.ts';
import { findClauseTime } from './clause-time.ts';
import { isFuture } from './clause.ts';
import { draftPosition } from './draft-position.ts';
import type { Draft } from './draft.ts';
import { evidenceOf } from './evidence.ts';
import { decrees } from './frame-words.data.ts';
import { indexByLemma } from './lemma-list.ts';
import { phraseSpan } from './phrase-span.ts';
import { headingAt } from './post-headed.ts';
import { type Holder, holdersIn } from './post-holder.ts';
import { isActed, isPost, readPost } from './post-phrase.ts';
import { isPointing, pointedPost } from './post-pointed.ts';
import { postCarriers, type PostVerb, postVerbs } from './post-verbs.data.ts';
import { type Predication, readPredication } from './predications.ts';
import type { PlacedTime, Reading } from './reading.ts';
import { tokensIn } from './role-fillers.ts';
import { fillRole, kindAt } from './roles.ts';
import { readStatus } from './status.ts';
import {
  ancestors,
  behindRelative,
  coordinated,
  dependents,
  firstAdjective,
  isVerbal,
  prepositionOf,
  type Tree,
} from './tree.ts';
import { verbStatus } from './verb-status.ts';
import { holderBefore, isUndeclinedPost } from './who-acts.ts';

type Tense = PositionClaim['tense'];

/** Posts that a predicate tells of: «стал председателем», «занимает пост министра», «компанию возглавляет Ренн», «Верди — посол». */
export function findToldPositions(reading: Reading): readonly Draft[] {
  const told: Draft[] = [];
  for (const tree of reading.trees) {
    for (const [i, { kind, lemma }] of tree.tokens.entries()) {
      if (kind !== 'word') continue;
      for (const verb of verbsByLemma.get(lemma) ?? []) told.push(...byVerb(reading, tree, i, verb));
      told.push(...byHeading(reading, tree, i), ...byCopula(reading, tree, i));
    }
  }
  return told;
}

const verbsByLemma = indexByLemma(postVerbs);

function byVerb(reading: Reading, tree: Tree, token: number, verb: PostVerb): readonly Draft[] {
  const p = readPredication(tree, token);
  const posts = postsIn(reading, p, verb);
  const carriers = [...slotTokens(p, verb.slot), ...(verb.slot === 'Acc' ? p.agents : [])];
  const pointed =
    posts.length === 0 && (verb.carried || verb.name === 'become') ? pointedPost(reading, p, carriers) : null;
  if (posts.length === 0 && !pointed) return [];
  const tense = tenseIn(p, verb);
  if (tense === null) return [];
  const rule = `position.${verb.name}`;
  if (pointed) {
    return holdersIn(reading, p, verb, [], [pointed.token]).map(({ role, token: t }) =>
      makeDraft(reading, p, [role, ...pointed.roles], t >= 0 ? [t, pointed.token] : [pointed.token], tense, rule),
    );
  }
  return holdersIn(reading, p, verb, posts, posts).flatMap((holder) =>
    posts.map((post) => draftOf(reading, p, holder, post, tense, rule)),
  );
}

/** «занимал» former, «занял», «будет занимать» new; `null` where nobody comes to hold the post: «может занять», «не занял». */
function tenseIn(p: Predication, verb: PostVerb): Tense | null {
  const { status } = readStatus(p);
  if (status === 'denied' || status === 'possible' || status === 'cancelled') return null;
  const isToBe = verb.tense === 'new' ? p.form !== 'infinitive' : verb.tense === 'by-verb' && isFuture(p.tree, p.token);
  if (status === 'planned' && !isToBe && !isDecreed(p)) return null;
  return verb.tense === 'by-verb' ? tenses[status] : verb.tense;
}

/** «подписал указ об освобождении Верди от должности»: what a decree that was issued brings about. */
function isDecreed({ tree, token, form }: Predication): boolean {
  const decree = tree.tokens[token]?.head ?? -1;
  const { lemma = '', head: verb = -1 } = tree.tokens[decree] ?? {};
  return (
    form === 'noun' && decrees.has(lemma) && isVerbal(tree.tokens[verb]) && verbStatus(tree, verb).status === 'happened'
  );
}

/** The tense of a post by what is said of its verb: «занимает», «занимал», «будет занимать» the post. */
const tenses = { happened: 'former', ongoing: 'current', planned: 'new' } as const;

/** The tokens of the posts that stand in the slot of a verb; under «пост», «должность» where the row says so. */
function postsIn(reading: Reading, p: Predication, verb: PostVerb): readonly number[] {
  const { tree } = p;
  // «место спикера занял Верди»: the parser may take both for subjects
  const fronted = verb.slot === 'Acc' ? p.agents : [];
  const undeclined = verb.name === 'appoint' ? p.patients.filter((t) => isUndeclinedPost(tree, t)) : [];
  const stolen = verb.slot === 'Ins' ? inAside(tree, p.token) : [];
  const isCarried = verb.carried && slotTokens(p, verb.slot).some((t) => postCarriers.has(tree.tokens[t]?.lemma ?? ''));
  // «занимает пост и. о. министра»
  const acting = verb.slot === 'Ins' || isCarried ? actingPosts(reading, p) : [];
  const hung = verb.carried ? carriedBelow(p, verb.slot) : verb.slot === 'Ins' ? instrumentAbove(p) : [];
  const slotted = [...slotTokens(p, verb.slot), ...fronted, ...undeclined, ...stolen, ...hung];
  const heads = verb.carried
    ? slotted
        .map((t) => dutyUnder(tree, behindRelative(tree, t, p.token)))
        .filter((t) => postCarriers.has(tree.tokens[t]?.lemma ?? '') && !isPointing(tree, t))
        .flatMap((t) => dependents(tree, t, 'nmod').filter((c) => tree.tokens[c]?.features.case === 'Gen'))
    : slotted;
  const given = [...heads, ...acting.filter((t) => !heads.includes(t))];
  const posts = given.flatMap((t) => coordinated(tree, t)).filter((t) => isPost(reading, tree, t));
  const others = posts.flatMap((t) => behindMark(tree, t)).filter((t) => isPost(reading, tree, t));
  return posts.concat(others);
}

/** «освобождён от исполнения обязанностей мэра»: the duties, whose is the post. */
function dutyUnder(tree: Tree, token: number): number {
  const under = tree.tokens[token]?.lemma === 'исполнение' ? dependents(tree, token, 'nmod') : [];
  return under.find((c) => tree.tokens[c]?.lemma === 'обязанность') ?? token;
}

/** «назначен вице-премьером – министром финансов», «посты главы порта, мэра»: what else one is, in its case behind a mark. */
function behindMark(tree: Tree, post: number): readonly number[] {
  const isSame = (t: number): boolean => tree.tokens[t]?.features.case === tree.tokens[post]?.features.case;
  const opens = (t: number): boolean => tree.tokens.slice(post, t).some((one) => /^[,—–-]$/u.test(one.text));
  return dependents(tree, post, 'appos').filter((t) => t > post && isSame(t) && opens(t));
}

/** «назначен врио губернатора», «стал и. о. первого министра»: the genitive behind what does not decline. */
function actingPosts(reading: Reading, { tree, token }: Predication): readonly number[] {
  return tree.tokens.flatMap((word, i) => {
    if (i < token || word.pos !== 'NOUN' || word.features.case !== 'Gen' || !isPost(reading, tree, i)) return [];
    const first = firstAdjective(tree, i);
    const isNear = i - token < farthestActing && !tree.tokens.slice(token, first).some((t) => t.text === ',');
    return isNear && isActed(reading, tree.tokens[first]?.start ?? word.start) ? [i] : [];
  });
}

/** How many words may stand between the verb and the post that one acts in. */
const farthestActing = 9;

/** «принёс присягу в качестве мэра», «по решению совета на должность мэра назначен Верди»: what the parser hangs on a noun beside. */
function carriedBelow({ tree, token }: Predication, slot: PostVerb['slot']): readonly number[] {
  const [preposition, wanted] = slot.split(' ');
  return (tree.children[token] ?? [])
    .filter((c) => !isVerbal(tree.tokens[c]))
    .flatMap((c) => dependents(tree, c, 'nmod', 'obl'))
    .filter((t) => tree.tokens[t]?.features.case === wanted && prepositionOf(tree, t) === preposition);
}

/** «приняли решение о назначении Верди послом»: what the parser hangs on the verb above the noun. */
function instrumentAbove({ tree, token, form }: Predication): readonly number[] {
  if (form !== 'noun') return [];
  const verb = ancestors(tree, token).find((t) => isVerbal(tree.tokens[t])) ?? -1;
  // «после избрания Ренна Верди стал послом»: that is told by the verb itself
  if (verbsByLemma.get(tree.tokens[verb]?.lemma ?? '')?.some(({ slot }) => slot === 'Ins')) return [];
  return dependents(tree, verb, 'xcomp', 'iobj', 'obl').filter(
    (t) => t > token && tree.tokens[t]?.features.case === 'Ins' && prepositionOf(tree, t) === null,
  );
}

/** «Послом, сообщает агентство, назначен Верди»: what the parser hangs on the words that pass the news on. */
function inAside(tree: Tree, verb: number): readonly number[] {
  return dependents(tree, verb, 'parataxis')
    .filter((aside) => aside < verb)
    .flatMap((aside) => dependents(tree, aside, 'xcomp', 'iobj', 'obl'))
    .filter((t) => tree.tokens[t]?.features.case === 'Ins' && prepositionOf(tree, t) === null && t < verb);
}

function slotTokens(p: Predication, slot: PostVerb['slot']): readonly number[] {
  const { tree, token } = p;
  if (slot === 'Acc') return p.patients;
  if (slot === 'Gen' || slot === 'Ins') {
    return (tree.children[token] ?? []).filter(
      (c) => tree.tokens[c]?.features.case === slot && prepositionOf(tree, c) === null && c !== token,
    );
  }
  return tokensIn(p, slot);
}

/** «С 2010 года компанию возглавляет Марк Ренн»: a post told by the verb alone. */
function byHeading(reading: Reading, tree: Tree, token: number): readonly Draft[] {
  const heading = headingAt(reading, tree, token);
  if (!heading) return [];
  const { p, body, post, organisation, tense } = heading;
  const carried = holderBefore(reading, p);
  if (carried) return [makeDraft(reading, p, [carried, post, organisation], [body], tense, 'position.heads')];
  // «Верди, возглавляющий порт, и Росси»: the one whom the participle is said of
  const word = tree.tokens[token];
  const isOfOne = p.form === 'participle' && word?.features.number === 'Sing' && p.agents.includes(word.head);
  return (isOfOne ? [word.head] : p.agents)
    .map((a) => behindRelative(tree, a, token))
    .filter((a) => kindAt(reading, tree, a) === 'person')
    .map((person) => {
      const roles = [fillRole(reading, tree, person, 'person'), post, organisation];
      return makeDraft(reading, p, roles, p.form === 'participle' ? [body] : [person, body], tense, 'position.heads');
    });
}

/** «Верди — посол в Варонии», «он был министром»: the post as the predicate. */
function byCopula(reading: Reading, tree: Tree, token: number): readonly Draft[] {
  const word = tree.tokens[token];
  if (!word || (word.features.case !== 'Nom' && word.features.case !== 'Ins') || !isPost(reading, tree, token))
    return [];
  const copula = dependents(tree, token, 'cop', 'aux').find((c) => isVerbal(tree.tokens[c]));
  if (copula === undefined && word.features.case !== 'Nom') return [];
  const p = readPredication(tree, token);
  const said = subjectsOfPost(tree, token, copula);
  const subjects = said
    .map((t) => behindRelative(tree, t, token))
    .filter(
      (t) =>
        kindAt(reading, tree, t) === 'person' &&
        t !== token &&
        (word.features.number !== 'Plur' || tree.tokens[t]?.features.number === 'Plur'),
    );
  const holders = subjects.map((t): Holder => ({ role: fillRole(reading, tree, t, 'person'), token: t }));
  // «С 2004 года был депутатом»
  const carried =
    said.length === 0 && copula !== undefined ? holderBefore(reading, readPredication(tree, copula)) : null;
  if (carried) holders.push({ role: carried, token: -1 });
  if (holders.length === 0) return [];
  const status = copula === undefined ? 'ongoing' : verbStatus(tree, copula).status;
  const negated = (tree.children[token] ?? []).some((c) => tree.tokens[c]?.norm === 'не');
  if (negated || status === 'denied') return [];
  const tense: Tense = status === 'happened' ? 'former' : status === 'planned' ? 'new' : 'current';
  const posts = coordinated(tree, token).filter((t) => isPost(reading, tree, t));
  return holders.flatMap((holder) =>
    posts.map((post, i): Draft => {
      const draft = draftOf(reading, p, holder, post, tense, 'position.copula');
      // each post of a coordination stands for itself
      const words = i === 0 ? [holder.token, copula ?? -1].filter((t) => t >= 0) : [];
      const named = draft.roles.find((r) => r.role === 'post')?.span ?? phraseSpan(tree, post);
      return draftWith(draft, hullOf([named, ...words.map((t) => phraseSpan(tree, t))]));
    }),
  );
}

function draftWith(draft: Draft, evidence: Span): Draft {
  return { ...draft, evidence };
}

/**
 * Its own subject, which the parser may hang on the copula («Послом был Верди»), or that of the predicate that it goes on from:
 * «Верди руководил заводом, а потом был мэром».
 */
function subjectsOfPost(tree: Tree, token: number, copula: number | undefined): readonly number[] {
  const own = [token, copula ?? token].flatMap((t) => dependents(tree, t, 'nsubj'));
  const word = tree.tokens[token];
  const head = tree.tokens[word?.head ?? -1];
  const carriesOn = ['conj', 'parataxis'].includes(word?.relation ?? '') && isVerbal(head);
  return own.length === 0 && carriesOn && copula !== undefined ? readPredication(tree, word?.head ?? -1).agents : own;
}

function draftOf(reading: Reading, p: Predication, holder: Holder, post: number, told: Tense, rule: string): Draft {
  const { post: role, organisation } = readPost(reading, p.tree, post);
  const roles = [holder.role, role, ...(organisation ? [organisation] : [])];
  const fillers = holder.token >= 0 && p.form !== 'participle' ? [holder.token, post] : [post];
  const tense = holder.tense ?? told;
  return makeDraft(reading, p, roles, fillers, tense, rule);
}

function makeDraft(
  reading: Reading,
  p: Predication,
  roles: readonly Role[],
  fillers: readonly number[],
  tense: Tense,
  rule: string,
): Draft {
  const { time, placed } = findClauseTime(reading, p) ?? { time: null, placed: null };
  return draftPosition({
    tense,
    time,
    roles,
    evidence: evidenceOf(reading, p, fillers, placed && isClose(p, fillers, placed) ? placed : null),
    rule,
    sentence: p.tree.sentence.index,
    token: p.token,
  });
}

/** A time in the same clause: no comma stands between it and the words of the claim. */
function isClose(p: Predication, fillers: readonly number[], placed: PlacedTime): boolean {
  const words = [p.token, ...fillers];
  const [first, last] = [Math.min(...words), Math.max(...words)];
  const [from, to] = placed.last < first ? [placed.last, first] : [last, placed.first];
  return !p.tree.tokens.slice(from + 1, to).some((t) => /^[,;:]$/u.test(t.text));
}
