import type { Analysis } from '../language/analysis.ts';
import type { Claim, Role } from '../model/claim.ts';
import { claimId } from '../model/ids.ts';
import { findAgreements } from './agreement.ts';
import { withPartiesToldElsewhere } from './agreement-parties.ts';
import { readAttribution } from './attribution.ts';
import { withBothSides } from './both-sides.ts';
import { futureOf } from './commitment.ts';
import { confidenceOf } from './confidence.ts';
import { findDeployments } from './deployment.ts';
import { renderCue } from './cue.ts';
import type { Draft } from './draft.ts';
import { withEachNamed } from './each-named.ts';
import { findEvents } from './event.ts';
import { findExercises } from './exercise.ts';
import { findFigures } from './figure.ts';
import type { ClaimContext, ClaimTrace, Findings, Rejected } from './findings.ts';
import { withGroupBefore } from './group-before.ts';
import { findInstitutions } from './institution.ts';
import { findMeasures } from './measure.ts';
import { findMeetings } from './meeting.ts';
import { findPutOff } from './put-off.ts';
import { withPlaceOfClause } from './place-of-clause.ts';
import { findPositions } from './position.ts';
import { type Reading, readAnalysis } from './reading.ts';
import { settleDrafts } from './settle-drafts.ts';
import { withStateOfBody } from './state-body.ts';
import { findStatements } from './statement.ts';
import { withoutDayAhead } from './status-of-day.ts';
import { findSupplies } from './supply.ts';
import { withSidesOfNoun } from './sides-of-noun.ts';
import { withSpeaker } from './speaker-acts.ts';
import type { Tree } from './tree.ts';
import { withTypeOfAct } from './type-of-act.ts';
import { releasedIfUnbound } from './unbound.ts';
import { withActor } from './who-acts.ts';

interface Found {
  readonly drafts: readonly Draft[];
  readonly rejected: readonly Rejected[];
}

/** What looks at each sentence, in this order; where two find one thing, the earlier stands. */
const bySentence: readonly ((reading: Reading, tree: Tree) => Found)[] = [
  findAgreements,
  findExercises,
  findSupplies,
  findDeployments,
  findMeetings,
  findInstitutions,
  findMeasures,
  findFigures,
  findEvents,
];

/** What a draft gets that its frame did not find in the clause, its type where no frame knew it, and whether it binds; in this order. */
const completions: readonly ((reading: Reading, draft: Draft) => Draft)[] = [
  withSidesOfNoun,
  withActor,
  withBothSides,
  withGroupBefore,
  withEachNamed,
  withPartiesToldElsewhere,
  withPlaceOfClause,
  withTypeOfAct,
  withStateOfBody,
  withoutDayAhead,
  releasedIfUnbound,
  withEachOnce,
];

/**
 * Takes out of a text what it asserts.
 * In: the analysis of a document's text, and what is known of the document. Out: its claims in the order of their evidence,
 * and what was considered and left, each with its reason. Pure: the same analysis gives the same claims.
 */
export function findClaims(analysis: Analysis, context: ClaimContext): Findings {
  const reading = readAnalysis(analysis, context);
  const statements = findStatements(reading);
  const found: readonly Found[] = [
    statements,
    findPositions(reading),
    ...reading.trees.flatMap((tree) => bySentence.map((find) => find(reading, tree))),
  ];
  const all = found.flatMap((f) => f.drafts);
  const settled = settleDrafts(reading, [...all, ...findPutOff(reading, all)]);
  const told = settled.drafts
    .map((one) => withSpeaker(reading, one, statements.drafts))
    .map((one) => completions.reduce((draft, complete) => complete(reading, draft), one))
    .map((draft, _, beside) => ({ claim: makeClaim(reading, draft, statements.drafts, beside), draft }));
  const claims = unique(told.map(({ claim }) => claim));
  const drafts = new Map(told.map(({ claim, draft }) => [claim.id, draft]));
  const rejected = [...found.flatMap((f) => f.rejected), ...settled.rejected];
  return {
    claims,
    traces: claims.flatMap(({ id }) => traceOf(reading, id, drafts.get(id))),
    rejected: rejected.toSorted((a, b) => a.start - b.start || a.stop - b.stop),
  };
}

/** «остались трое: Ренн, Верди и Дубов»: whom both the number and the name tell has his role once. */
function withEachOnce(_: Reading, draft: Draft): Draft {
  const { roles } = draft;
  const isFirst = (role: Role, i: number): boolean =>
    roles.findIndex((other) => other.role === role.role && other.name === role.name) === i;
  return roles.every(isFirst) ? draft : { ...draft, roles: roles.filter(isFirst) };
}

function makeClaim(reading: Reading, draft: Draft, statements: readonly Draft[], all: readonly Draft[]): Claim {
  const {
    sentence,
    token: _token,
    force: _force,
    cues: _cues,
    attributedIn,
    likelihood,
    evidence: span,
    ...rest
  } = draft;
  const evidence = { ...span, text: reading.analysis.text.slice(span.start, span.stop) };
  const document = reading.context.id;
  const id = claimId({ document, type: draft.type, evidence, roles: draft.roles });
  const attribution = readAttribution(reading, draft, statements, attributedIn ?? sentence);
  const confidence = likelihood ?? confidenceOf(draft.rule, draft.type);
  return {
    ...rest,
    kind: 'claim',
    id,
    document,
    evidence,
    attribution,
    confidence,
    future: futureOf(reading, draft, statements, all),
  };
}

function traceOf(reading: Reading, claim: string, draft: Draft | undefined): readonly ClaimTrace[] {
  const word = draft && reading.trees[draft.sentence]?.tokens[draft.token];
  return word
    ? [{ claim, trigger: { start: word.start, stop: word.stop }, cues: (draft.cues ?? []).map(renderCue) }]
    : [];
}

/** In the order of their evidence, each id once. */
function unique(claims: readonly Claim[]): readonly Claim[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return [...byId.values()].toSorted(
    (a, b) => a.evidence.start - b.evidence.start || a.evidence.stop - b.evidence.stop || (a.id < b.id ? -1 : 1),
  );
}
