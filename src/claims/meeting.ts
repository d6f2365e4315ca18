import type { Role, Status } from '../model/claim.ts';
import { contains, hullOf } from '../model/span.ts';
import { clauseHead, isFuture, isStillAhead } from './clause.ts';
import type { Draft } from './draft.ts';
import { draftMatches, type FrameDrafts, happeningDraft, indexFrames, type Match, matchFrames } from './frames.ts';
import { meetingFrames } from './meeting-frames.data.ts';
import { whyNoMeeting } from './no-meeting.ts';
import { phraseSpan } from './phrase-span.ts';
import { isOfMatter } from './place-of-clause.ts';
import { readPredication } from './predications.ts';
import type { Reading } from './reading.ts';
import { isReportingVerb } from './reporting.data.ts';
import { isAim, isSetting } from './reserve.ts';
import { fillRole } from './roles.ts';
import { ancestors, caseAt, dependents, isVerbal, prepositionOf, type Tree } from './tree.ts';
import { isWished, participants, whoMeets } from './who-meets.ts';

const index = indexFrames(meetingFrames);

/** Talks, summits, visits, calls and sessions of a sentence. */
export function findMeetings(reading: Reading, tree: Tree): FrameDrafts {
  const found = matchFrames(reading, tree, index);
  const matches = withRounds(found.matches);
  return draftMatches(
    { ...found, matches },
    (match) => whyNoMeeting(reading, match) ?? whySetting(match, matches) ?? whyMatter(reading, match, matches),
    (match) => meetingDraft(reading, match, matches),
  );
}

/** A meeting with its own roles first, then whoever and wherever the words around it tell, each name once. */
function meetingDraft(reading: Reading, match: Match, all: readonly Match[]): Draft {
  const draft = happeningDraft(match, 'meeting');
  const own = match.roles.filter((r) => r.role !== 'object' && !isOfWhatIsDiscussed(match, r) && !isTeller(match, r));
  const taking = participants(reading, match);
  const told = [...own, ...whoMeets(reading, match), ...placeBeside(reading, match, all)];
  const roles = told.filter((r, i) => own.includes(r) || told.findIndex((o) => o.name === r.name) === i);
  const evidence = hullOf([draft.evidence, ...taking.flatMap((r) => r.span ?? [])]);
  const settled = statusAround(match);
  const { status, force } = settled ? { status: settled, force: null } : draft;
  return { ...draft, roles, status, evidence, force: isSetting(match.p) ? null : force };
}

/** «о визите министра рассказал посол»: who tells of it, where it says whose it is. */
function isTeller({ p: { tree, token, light, patients } }: Match, { span }: Role): boolean {
  const verb = tree.tokens[token]?.head ?? -1;
  const isMatter = light < 0 && patients.length > 0 && /^об?о?$/u.test(prepositionOf(tree, token) ?? '');
  if (!isMatter || !isReportingVerb(tree.tokens[verb]?.lemma ?? '')) return false;
  const { agents } = readPredication(tree, verb);
  return agents.some((a) => span !== null && contains(phraseSpan(tree, a), span));
}

/** What the words around a meeting that no verb carries say of its status; `null` where they say nothing. */
function statusAround(match: Match): Status | null {
  const { tree, token, light } = match.p;
  if (light >= 0) return null;
  // «после встречи министры сделают заявления»: at no time of its own, and something is to come after it
  const isAfter = match.time === null && prepositionOf(tree, token) === 'после';
  // «на заседании министры подпишут договор»
  const isVenue =
    isSetting(match.p) && prepositionOf(tree, token) === 'на' && isStillAhead(tree, clauseHead(tree, token));
  if (isAim(match.p) || isVenue || (isAfter && isFuture(tree, clauseHead(tree, token)))) return 'planned';
  // «переговоры с кредиторами будут сложными»
  const { relation, head = -1 } = tree.tokens[token] ?? {};
  if (relation === 'nsubj' && !isVerbal(tree.tokens[head]) && isFuture(tree, head)) return 'planned';
  return isWished(match.p) ? 'possible' : null;
}

/** «раунд переговоров Варонии с Мередией»: one meeting, with whoever takes part in the talks. */
function withRounds(matches: readonly Match[]): readonly Match[] {
  const roundOf = ({ p: { tree, token } }: Match): Match | undefined => {
    const isOf = caseAt(tree, token) === 'Gen' && prepositionOf(tree, token) === null;
    return isOf ? matches.find((m) => m.p.lemma === 'раунд' && m.p.token === tree.tokens[token]?.head) : undefined;
  };
  return matches.flatMap((match) => {
    if (roundOf(match)) return [];
    const held = matches.find((m) => roundOf(m) === match);
    if (!held) return [match];
    const others = held.roles.filter((r) => !match.roles.some((known) => known.name === r.name));
    return [{ ...match, roles: [...match.roles, ...others], evidence: hullOf([match.evidence, held.evidence]) }];
  });
}

/** «обсудили ситуацию в Варонии», «заседание по ситуации в Варонии»: where that is which is talked of. */
function isOfWhatIsDiscussed(match: Match, place: Role): boolean {
  const { tree, patients } = match.p;
  if (place.role !== 'place') return false;
  const at = tree.tokens.findIndex((t) => t.start === place.span?.start);
  if (isOfMatter(tree, at, match.p.token)) return true;
  if (match.frame.name !== 'meeting.discuss') return false;
  return patients.some((t) => place.span !== null && contains(phraseSpan(tree, t), place.span));
}

/**
 * «в Ольмаре во время переговоров»: the place right before a venue; «во время визита в Варонию президент встретился с послом»:
 * where who meets on a visit is.
 */
function placeBeside(reading: Reading, match: Match, all: readonly Match[]): readonly Role[] {
  if (match.roles.some((r) => r.role === 'place')) return [];
  const { tree, token, light } = match.p;
  if (!isSetting(match.p)) {
    const verb = light >= 0 ? light : token;
    const venue = all.find(
      (one) =>
        one.frame.name === 'meeting.visit' &&
        isSetting(one.p) &&
        clauseHead(tree, one.p.token) === verb &&
        one !== match,
    );
    return venue?.roles.filter((r) => r.role === 'place') ?? [];
  }
  const opens = tree.tokens.findLastIndex((t, i) => i < token && t.pos === 'ADP');
  const first = tree.tokens[opens];
  const place = (reading.mentions[tree.sentence.index] ?? []).find(
    (m) =>
      (m.kind === 'place' || m.kind === 'state') &&
      m.stop + 1 === first?.start &&
      /^во?$/u.test(prepositionOf(tree, m.head) ?? ''),
  );
  return place ? [fillRole(reading, tree, place.head, 'place')] : [];
}

/** «в рамках раунда переговоров состоялась встреча министров»: of two meetings one is told, the other says no more than when. */
function whySetting(match: Match, all: readonly Match[]): string | null {
  const isSet = match.frame.name === 'meeting.talks' && (isFrameOfOther(match, all) || isBesideOther(match, all));
  return isSet ? 'the setting of a meeting that is told' : null;
}

/** «встречу в рамках возобновляющихся переговоров» */
function isFrameOfOther({ p: { tree, token } }: Match, all: readonly Match[]): boolean {
  const above = new Set(ancestors(tree, token).slice(0, 2));
  return prepositionOf(tree, token) === 'в рамках' && all.some(({ p }) => p.light >= 0 && above.has(p.token));
}

/** Nobody is told of it, and the verb of its clause carries another one, of whom somebody is. */
function isBesideOther({ p: { tree, token, light }, roles }: Match, all: readonly Match[]): boolean {
  if (light >= 0 || roles.some((r) => r.role === 'actor')) return false;
  const clause = clauseHead(tree, token);
  // «в кулуарах этой встречи»: it was told before
  const isPointed = dependents(tree, token, 'det').some((c) => tree.tokens[c]?.lemma === 'этот');
  return all.some(
    (one) => one.p.light >= 0 && one.p.light === clause && (isPointed || one.roles.some((r) => r.role === 'actor')),
  );
}

/** «на встрече министры обсудили рыбу»: what is talked of at a meeting that is told. */
function whyMatter(reading: Reading, { p, frame }: Match, all: readonly Match[]): string | null {
  const isAt = (one: Match): boolean =>
    one.frame.name === 'meeting.talks' && isSetting(one.p) && clauseHead(p.tree, one.p.token) === p.token;
  const told = frame.name === 'meeting.discuss' && all.some((one) => isAt(one) && whyNoMeeting(reading, one) === null);
  return told ? 'the matter of a meeting that is told' : null;
}
