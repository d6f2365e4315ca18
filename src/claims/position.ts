import { lemmaList } from './lemma-list.ts';
import { decrees } from './frame-words.data.ts';
import type { Chain, Mention } from '../language/analysis.ts';
import { companionNouns } from '../language/ru/mentions/nouns.data.ts';
import type { PositionClaim, Role } from '../model/claim.ts';
import { hullOf, overlaps, type Span } from '../model/span.ts';
import { draftPosition, postRole } from './draft-position.ts';
import type { Draft } from './draft.ts';
import type { Rejected } from './findings.ts';
import type { FrameDrafts } from './frames.ts';
import { isDescription, isOffice } from './offices.data.ts';
import { withOwner } from './post-owner.ts';
import { findLifePositions, settleLife } from './position-life.ts';
import { withGapped } from './position-gapped.ts';
import { findPositionsBeside, ofPeople } from './position-beside.ts';
import { findMemberships } from './position-member.ts';
import { nameOf, rankOf, samePosition, sharePostWords, tenseOf, withOwnerOf } from './position-same.ts';
import { findToldPositions } from './position-told.ts';
import { readBody } from './post-phrase.ts';
import { readPostTense } from './post-tense.ts';
import { chainOf, mentionsAt, type Reading } from './reading.ts';
import { isNegated } from './clause.ts';
import { postCarriers } from './post-verbs.data.ts';
import { chainRole } from './roles.ts';
import { caseAt, dependents, prepositionOf, type Tree } from './tree.ts';
import { isUndeclinedPost } from './who-acts.ts';
import { withWorkplace } from './workplace.ts';

/** A post that the mentions of a person give: «министр Верди». */
interface PostOfPerson {
  readonly chain: Chain;
  readonly post: Chain['posts'][number];
  readonly mention: Mention;
  readonly tree: Tree;
}

/** Who holds which post: once for each person and post of the document. What is left says why. */
export function findPositions(reading: Reading): FrameDrafts {
  const posts = postsOfPeople(reading);
  const named = findNamed(reading, posts);
  const told = settleLife(reading, [
    ...withGapped(reading, findToldPositions(reading)),
    ...findMemberships(reading),
    ...findLifePositions(reading),
  ]);
  const beside = findPositionsBeside(reading, new Set(posts.map(({ mention }) => mention)));
  const others = [...told, ...beside].map((one) => withWorkplace(reading, one));
  const reasons = others.map((one) => ({ one, reason: whyNoPost(reading, one) }));
  const drafts = [...named.drafts, ...reasons.flatMap(({ one, reason }) => (reason === null ? [one] : []))];
  const once = keepOnce(reading, drafts, told);
  return {
    drafts: once.drafts.map((draft) => withOwner(reading, draft)),
    rejected: [
      ...named.rejected,
      ...reasons.flatMap(({ one, reason }) => (reason === null ? [] : [leftOut(one.evidence, one.rule, reason)])),
      ...once.rejected,
    ],
  };
}

function leftOut({ start, stop }: Span, rule: string, reason: string): Rejected {
  return { rule, reason, start, stop };
}

function postsOfPeople({ analysis, trees }: Reading): readonly PostOfPerson[] {
  const people = analysis.chains.filter((chain) => chain.kind === 'person' && chain.name !== '');
  return people.flatMap((chain) =>
    chain.posts.flatMap((post) => {
      const mention = analysis.mentions[post.mention];
      const tree = trees[mention?.sentence ?? -1];
      return mention && tree ? [{ chain, post, mention, tree }] : [];
    }),
  );
}

/** Positions told by a post and the name that it is of, each once. */
function findNamed(reading: Reading, posts: readonly PostOfPerson[]): FrameDrafts {
  const drafts: Draft[] = [];
  const rejected: Rejected[] = [];
  const seen = new Set<string>();
  for (const one of posts) {
    const { chain, post, mention, tree } = one;
    // «назначен замдиректора»: told by the verb
    if (isUndeclinedPost(tree, mention.head)) continue;
    const leave = (reason: string): unknown => rejected.push(leftOut(mention, 'position.post', reason));
    const reason = whyNotHeld(reading, one);
    if (reason !== null) {
      leave(reason);
      continue;
    }
    const tense = readPostTense(reading, tree, mention);
    const key = `${chain.name}|${post.post}|${post.of}|${tense}`;
    const draft = seen.has(key) ? null : positionDraft(reading, one, tense);
    seen.add(key);
    if (draft === null) leave(toldBefore);
    else if (isAimedAt(reading, draft, mention.head)) leave(aimedAt);
    else drafts.push(draft);
  }
  return { drafts, rejected };
}

/** Why a post beside a name is not what its person holds; `null` where it is. */
function whyNotHeld(reading: Reading, { chain, post, mention, tree }: PostOfPerson): string | null {
  if (isByline(reading, mention)) return 'a byline';
  if (isUndoneElection(tree, mention.head)) return 'what nobody is said to have been elected to';
  if (isOfAnother(reading, tree, mention, personBeside(reading, chain, mention)))
    return 'the name beside it is another’s';
  const isOfBody = reading.analysis.chains[post.of]?.kind === 'organisation';
  const isOfOffice = isOffice(post.post) || isOffice(tree.tokens[mention.head]?.lemma ?? '');
  const said = isOfBody || isOfOffice || isCompleted(tree, mention) || isCompletedBehind(tree, mention);
  return isDescription(post.post) || !said ? noOffice : null;
}

/** Why what a verb or words beside a name tell is no position; `null` where it is one. */
function whyNoPost(reading: Reading, draft: Draft): string | null {
  if (onlyDescribes(reading, draft)) return noOffice;
  return draft.rule === 'position.beside' && isAimedAt(reading, draft, draft.token) ? aimedAt : null;
}

/** Each post of each person once, by the most telling draft, with the owner that any of them names. */
function keepOnce(reading: Reading, drafts: readonly Draft[], told: readonly Draft[]): FrameDrafts {
  const kept: Draft[] = [];
  const rejected: Rejected[] = [];
  const plain = drafts.filter((one) => !told.some((other) => tellsMore(other, one))).flatMap(eachPost);
  for (const draft of plain.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const before = kept.findIndex((one) => samePosition(one, draft));
    const same = kept[before];
    if (same) {
      kept[before] = withOwnerOf(same, draft);
      rejected.push(leftOut(draft.evidence, draft.rule, toldBefore));
    } else if (isToldOfAnother(reading, draft, told) || isGivenByVerb(draft, told))
      rejected.push(leftOut(draft.evidence, draft.rule, 'the verb tells the post of somebody else'));
    else kept.push(draft);
  }
  return { drafts: kept, rejected };
}

/** «не смогли избрать президентом Анну Верди», «не избрал президентом»: what an infinitive or a negated verb makes of nobody. */
function isUndoneElection(tree: Tree, post: number): boolean {
  const { relation = '', head = -1 } = tree.tokens[post] ?? {};
  const isUndone = tree.tokens[head]?.features.verbForm === 'Inf' || isNegated(tree, head);
  const isMade = relation === 'xcomp' && caseAt(tree, post) === 'Ins' && electing.has(tree.tokens[head]?.lemma ?? '');
  return isMade && isUndone;
}

const electing: ReadonlySet<string> = new Set(
  lemmaList(`избрать избирать переизбрать выбрать выбирать назначить назначать провозгласить`),
);

/** «/Корр. ВАРТА Марк Лосский/»: who signs the article. */
function isByline({ analysis: { text } }: Reading, { start }: Span): boolean {
  return /^\/\s?[Кк]орр\./u.test(text.slice(Math.max(0, start - 1), start + 6));
}

const noOffice = 'it describes a person and is no office';
const aimedAt = 'who is to have the post is told by a verb';
const toldBefore = 'the same post of the same person is told before';

/** «сменив на посту министра Верди»: that he has it no more is told by the verb, beside which the post before his name says nothing. */
function tellsMore(told: Draft, draft: Draft): boolean {
  const isPlain = draft.rule === 'position.post' && tenseOf(draft) === 'current' && tenseOf(told) !== 'current';
  return isPlain && nameOf(told, 'person') === nameOf(draft, 'person') && sharePostWords(told, draft);
}

/** «президент и премьер-министр Варонии Верди»: two posts under one mention. */
function eachPost(draft: Draft): readonly Draft[] {
  const names = nameOf(draft, 'post').split(' и ');
  const post = draft.roles.find((r) => r.role === 'post');
  const at = post?.text.indexOf(' и ') ?? -1;
  if (names.length !== 2 || !post?.span || at < 0) return [draft];
  if (!names.every((name) => /^[\p{L}-]+$/u.test(name) && isOffice(name))) return [draft];
  const { start, stop } = post.span;
  const spans: readonly Span[] = [
    { start, stop: start + at },
    { start: start + at + 3, stop },
  ];
  return spans.map((span, i) =>
    withRole(draft, {
      ...post,
      name: names[i] ?? post.name,
      text: post.text.slice(span.start - start, span.stop - start),
      span,
    }),
  );
}

function withRole(draft: Draft, own: Role): Draft {
  return { ...draft, roles: draft.roles.map((r) => (r.role === own.role ? own : r)) };
}

/** «выдвинул на пост мэра Верди»: the name behind a post that somebody is to take. */
function isAimedAt(reading: Reading, draft: Draft, noun: number): boolean {
  const tree = reading.trees[draft.sentence];
  const carrier = tree?.tokens[noun]?.head ?? -1;
  const word = tree?.tokens[carrier];
  const isBehind = word !== undefined && postCarriers.has(word.lemma) && word.stop + 1 === draft.evidence.start;
  if (!tree || !isBehind || dependents(tree, carrier, 'det').length > 0) return false;
  return prepositionOf(tree, carrier) === 'на' && caseAt(tree, carrier) === 'Acc';
}

/** «Анна работала помощником Верди»: the words of a post that a verb gives to one person are not that of the name beside them. */
function isToldOfAnother(reading: Reading, draft: Draft, told: readonly Draft[]): boolean {
  const noun = reading.trees[draft.sentence]?.tokens[draft.token]?.lemma ?? '';
  const ofSomebody = draft.rule === 'position.post' && ofPeople.has(noun);
  const same = ofSomebody ? told.filter((one) => sharePostWords(one, draft)) : [];
  return areOfOthers(same, draft);
}

/** «комиссаром стал Верди, главой бюро избран Ренн»: the words of a post that a verb gives are of no name before them. */
function isGivenByVerb(draft: Draft, told: readonly Draft[]): boolean {
  const startOf = (one: Draft): number | undefined => one.roles.find((r) => r.role === 'post')?.span?.start;
  const isNamedHere = ({ roles, evidence }: Draft): boolean => {
    const span = roles.find((r) => r.role === 'person')?.span;
    return span !== null && span !== undefined && overlaps(span, evidence);
  };
  const given = told.filter((one) => startOf(one) !== undefined && startOf(one) === startOf(draft) && isNamedHere(one));
  return areOfOthers(given, draft);
}

/** Whether there are any, and none is of the same person. */
function areOfOthers(told: readonly Draft[], draft: Draft): boolean {
  return told.length > 0 && told.every((one) => nameOf(one, 'person') !== nameOf(draft, 'person'));
}

function positionDraft(
  reading: Reading,
  { chain, post, mention, tree }: PostOfPerson,
  tense: PositionClaim['tense'],
): Draft {
  const beside = personBeside(reading, chain, mention);
  const evidence = hullOf(beside ? [mention, beside] : [mention]);
  const owner = reading.analysis.chains[post.of];
  const side = owner && isToldHere(reading, owner, mention) ? null : sideOf(reading, tree, mention);
  const organisation =
    readBody(reading, tree, mention, { ...evidence, kind: owner?.kind ?? 'state' }) ??
    side ??
    (owner ? chainRole(owner, 'organisation') : null);
  const textOf = ({ start, stop }: Span): string => reading.analysis.text.slice(start, stop);
  const spanOf = ({ start, stop }: Span): Span => ({ start, stop });
  const person = chainRole(chain, 'person');
  return draftPosition({
    tense,
    roles: [
      beside ? { ...person, text: textOf(beside), span: spanOf(beside) } : person,
      postRole(post.post, textOf(mention), spanOf(mention)),
      ...(organisation ? [organisation] : []),
    ],
    evidence,
    rule: 'position.post',
    sentence: mention.sentence,
    token: mention.head,
  });
}

/** Whether the sentence of a post tells its owner. */
function isToldHere({ analysis }: Reading, owner: Chain, { sentence }: Mention): boolean {
  return owner.mentions.some((m) => analysis.mentions[m]?.sentence === sentence);
}

/** «С варонской стороны — президент Лосский»: the state on whose side he is; `null` where none is told. */
function sideOf(reading: Reading, tree: Tree, { start }: Mention): Role | null {
  const side = tree.tokens.findIndex(
    (t, i) => t.lemma === 'сторона' && t.stop <= start && /^со?$/u.test(prepositionOf(tree, i) ?? ''),
  );
  const whose = dependents(tree, side, 'amod').flatMap((t) => mentionsAt(reading, tree, t));
  const state = whose.find(({ kind }) => kind === 'state');
  const chain = state ? chainOf(reading, state) : null;
  return chain ? chainRole(chain, 'organisation') : null;
}

/** The name of the person in the same sentence nearest to the post; `null` where only the context names them. */
function personBeside(reading: Reading, chain: Chain, post: Mention): Mention | null {
  const names = chain.mentions
    .map((m) => reading.analysis.mentions[m])
    .filter(
      (m): m is Mention => m !== undefined && m.sentence === post.sentence && m.kind === 'person' && m.form === 'name',
    );
  const distance = (m: Mention): number => (m.start >= post.stop ? m.start - post.stop : post.start - m.stop);
  return names.filter((m) => Math.abs(distance(m)) < 80).toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** «хозяин крупной плантации», «тренер по плаванию»: a calling by what completes its noun; «студент из Ольмара» is none. */
function isCompleted(tree: Tree, post: Span): boolean {
  const words = tree.tokens.filter((t) => t.kind === 'word' && post.start <= t.start && t.stop <= post.stop);
  const noun = words.findIndex((t) => t.pos === 'NOUN' || t.pos === 'PROPN');
  const next = noun < 0 ? undefined : words[noun + 1];
  return next !== undefined && (next.norm === 'по' || next.features.case === 'Gen');
}

/** «Верди, фотограф местного еженедельника»: what completes a calling right behind its words, and is no name. */
function isCompletedBehind(tree: Tree, post: Span): boolean {
  const next = tree.tokens.find((t) => t.start >= post.stop);
  return next?.features.case === 'Gen' && next.pos !== 'PROPN' && next.features.animacy !== 'Anim';
}

/** «он потомственный музыкант»: neither an office nor of a body. */
function onlyDescribes(reading: Reading, draft: Draft): boolean {
  const post = nameOf(draft, 'post');
  const span = draft.roles.find((r) => r.role === 'post')?.span;
  const tree = reading.trees[draft.sentence];
  const words = span ? (tree?.tokens ?? []).filter((t) => overlaps(t, span)) : [];
  if (words.some((t) => isOffice(t.lemma))) return isDescription(post);
  const body = draft.roles.find((r) => r.role === 'organisation');
  const completed = tree !== undefined && span !== null && span !== undefined && isCompleted(tree, span);
  return isDescription(post) || (body?.type !== 'organisation' && !isOffice(post) && !completed);
}

/** «задержание военнослужащих Рафаэль Верди осудил»: a name right after a post in another case is not its holder. */
function isOfAnother(reading: Reading, tree: Tree, post: Mention, person: Mention | null): boolean {
  if (person && person.start > post.stop && isNextInList(tree, post, person)) return true;
  const [head, name] = [tree.tokens[post.head]?.features, tree.tokens[person?.head ?? -1]?.features];
  if (!person || person.start < post.stop || person.start - post.stop > 4 || !head?.case || !name?.case) return false;
  // «супруге президента — Анне Дубовой»: whose kin it is
  if (head.case === 'Gen' && name.case !== 'Gen' && isOfKin(tree, post)) return true;
  if (head.number === 'Plur' && isOnePerson(reading, tree, post, person)) return true;
  // «указом президента Пётр Дубов уволен»
  const many = head.number === 'Plur' || isGenitiveOfAct(tree, post);
  return many && head.case !== 'Nom' && name.case === 'Nom';
}

/** «членов команды Верди»: a post of many before the one name that completes it; «один из членов команды Верди» may be he. */
function isOnePerson(reading: Reading, tree: Tree, post: Mention, person: Mention): boolean {
  const isOneOf = tree.tokens[tree.tokens[post.head]?.head ?? -1]?.lemma === 'один';
  const others = (reading.mentions[tree.sentence.index] ?? []).filter((m) => m.kind === 'person' && m !== person);
  const isJoined = (m: Mention): boolean => {
    const gap = reading.analysis.text.slice(Math.min(m.stop, person.stop), Math.max(m.start, person.start));
    return gap.length < farthestJoint && /(?:,| и |\()/u.test(gap);
  };
  return !isOneOf && !others.some(isJoined);
}

/** How many characters may stand between two names of a row. */
const farthestJoint = 60;

/** «указом президента»: whose act it is, before the name of somebody else. */
function isGenitiveOfAct(tree: Tree, post: Mention): boolean {
  const above = tree.tokens[tree.tokens[post.head]?.head ?? -1];
  return ordered.has(above?.lemma ?? '');
}

const ordered: ReadonlySet<string> = new Set([...decrees, ...lemmaList(`решение поручение приговор указание`)]);

function isOfKin(tree: Tree, post: Mention): boolean {
  const above = tree.tokens[tree.tokens[post.head]?.head ?? -1];
  return above?.features.animacy === 'Anim' && companionNouns.has(above.lemma);
}

/** «Дубов — режиссёр, Верди — посол»: after a dash and before a comma the post is of the name before it. */
function isNextInList(tree: Tree, post: Mention, person: Mention): boolean {
  const before = tree.tokens.findLast((t) => t.stop <= post.start && t.pos !== 'ADJ');
  const after = tree.tokens.find((t) => t.start >= post.stop);
  return /^[—–-]$/u.test(before?.text ?? '') && after?.text === ',' && after.stop <= person.start;
}
