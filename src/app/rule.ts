import { stages, statuses, tenses, type Claim } from '../model/claim.ts';
import type { ClaimFile, RulingNote } from '../model/answer.ts';
import type { Entity } from '../model/entity.ts';
import { hashOf } from '../model/ids.ts';
import type { Agreement, Event } from '../model/record.ts';
import type { ClaimTarget, CorrectableField, EntityTarget, Ruling } from '../model/ruling.ts';
import { isDay } from '../model/time.ts';
import { meansClaim, standingRulings } from '../record/rulings.ts';
import type { Store } from '../store/store.ts';

/** What a person decides, in the ids that surfaces show. */
export type RulingDraft =
  | { readonly action: 'accept' | 'reject'; readonly claim: string }
  | { readonly action: 'correct'; readonly claim: string; readonly field: CorrectableField; readonly value: unknown }
  | { readonly action: 'merge' | 'split'; readonly entities: readonly [string, string] }
  /** With an entity of this id, at this address or of this name. */
  | { readonly action: 'merge'; readonly entity: string; readonly other: string }
  /** Two of the names of one entity that are the names of two. */
  | { readonly action: 'split'; readonly entity: string; readonly names: readonly [string, string] }
  /** Ids of whatever it is: two entities, or two events or claims. */
  | { readonly action: 'merge' | 'split'; readonly ids: readonly [string, string] }
  /** Ids of events or of claims. */
  | { readonly action: 'merge-events' | 'split-events'; readonly events: readonly [string, string] }
  | { readonly action: 'rename'; readonly entity: string; readonly name: string }
  | { readonly action: 'undo'; readonly ruling: string };

/** Who rules, when (ISO instant), and why. */
export interface Judge {
  readonly by: string;
  readonly at: string;
  readonly why: string;
}

export type RulingOutcome =
  | { readonly kind: 'ruled'; readonly ruling: Ruling }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Writes a person's ruling, append-only; it is followed when the record is merged next, which is the caller's to ask for.
 * Refuses, in a sentence, what the record does not hold, a value that is none of the field's, and a ruling without a reason.
 */
export async function ruleOn(store: Store, draft: RulingDraft, judge: Judge): Promise<RulingOutcome> {
  if (judge.why.trim() === '') return refused('a ruling needs its reason');
  if (judge.by.trim() === '') return refused('a ruling needs the name of who rules');
  const answer = await decisionOf(store, draft);
  if (answer.kind === 'refused') return answer;
  const base = { by: judge.by.trim(), at: judge.at, why: judge.why.trim() };
  const id = hashOf(['ruling', JSON.stringify(answer.decision), base.by, base.at, base.why]);
  const ruling: Ruling = { kind: 'ruling', id, ...base, ...answer.decision };
  await store.insertRuling(ruling);
  return { kind: 'ruled', ruling };
}

/** Every ruling, latest first, and whether it stands or was undone. */
export async function rulingsOf(store: Store): Promise<readonly RulingNote[]> {
  const rulings = await store.selectRulings();
  const standing = new Set(standingRulings(rulings).map(({ id }) => id));
  return rulings.toReversed().map((ruling) => ({ ruling, stands: standing.has(ruling.id) }));
}

/** What people decided about a claim, and what became of it. */
export async function rulingsOnClaim(
  store: Store,
  claim: Claim,
  source: string,
): Promise<Pick<ClaimFile, 'ruled' | 'rulings'>> {
  const rulings = (await rulingsOf(store)).filter(
    ({ ruling }) => 'target' in ruling && meansClaim(ruling.target, claim, { source }),
  );
  const standing = rulings.flatMap(({ ruling, stands }) => (stands ? [ruling.action] : []));
  const verdict = standing.find((action) => action !== 'correct');
  if (verdict === 'reject') return { ruled: 'rejected', rulings };
  if (standing.includes('correct')) return { ruled: 'corrected', rulings };
  return { ruled: verdict === 'accept' ? 'accepted' : null, rulings };
}

/** A ruling without who, when and why. */
type Decision = Ruling extends infer R
  ? R extends Ruling
    ? Omit<R, 'kind' | 'id' | 'by' | 'at' | 'why'>
    : never
  : never;
type Decided = { readonly kind: 'decided'; readonly decision: Decision } | Extract<RulingOutcome, { kind: 'refused' }>;

async function decisionOf(store: Store, draft: RulingDraft): Promise<Decided> {
  switch (draft.action) {
    case 'accept':
    case 'reject': {
      const found = await claimTarget(store, draft.claim);
      return found ? decided({ action: draft.action, target: found.target }) : noSuch('claim', draft.claim);
    }
    case 'correct': {
      const { field, value } = draft;
      const found = await claimTarget(store, draft.claim);
      if (!found) return noSuch('claim', draft.claim);
      const fault = faultOfValue(found.claim, field, value);
      return fault === null ? decided({ action: 'correct', target: found.target, field, value }) : refused(fault);
    }
    case 'merge':
    case 'split': {
      if ('ids' in draft) return decisionOf(store, await kindOfPair(store, draft.action, draft.ids));
      if ('other' in draft) return mergeWithOther(store, draft.entity, draft.other);
      if ('names' in draft) return splitNames(store, draft.entity, draft.names);
      const [a, b] = await Promise.all(draft.entities.map((id) => entityTarget(store, id)));
      if (!a || !b) return noSuch('entity', draft.entities[a ? 1 : 0]);
      if (draft.entities[0] === draft.entities[1]) return refused('both ids name one entity');
      if (a.type !== b.type) return refused(`${a.name} is of type ${a.type}, ${b.name} of type ${b.type}`);
      return decided({ action: draft.action, entities: [a, b] });
    }
    case 'merge-events':
    case 'split-events': {
      const [a, b] = await Promise.all(draft.events.map((id) => eventTarget(store, id)));
      if (!a || !b) return noSuch('event or claim', draft.events[a ? 1 : 0]);
      if (a.claim === b.claim) return refused('both ids name one event');
      return decided({ action: draft.action, targets: [a, b] });
    }
    case 'rename': {
      const entity = await entityTarget(store, draft.entity);
      const name = draft.name.trim();
      if (!entity) return noSuch('entity', draft.entity);
      return name === '' ? refused('the new name is empty') : decided({ action: 'rename', entity, name });
    }
    case 'undo': {
      const known = (await store.selectRulings()).some(({ id }) => id === draft.ruling);
      return known ? decided({ action: 'undo', ruling: draft.ruling }) : noSuch('ruling', draft.ruling);
    }
  }
}

async function mergeWithOther(store: Store, entity: string, wanted: string): Promise<Decided> {
  const named = idIn(wanted);
  const found = named === null ? await store.findEntities(wanted.trim()) : [named];
  const others = found.filter((id) => id !== entity);
  const [other] = others;
  if (other === undefined) return refused(`the record has nobody and nothing else called ${wanted}`);
  if (others.length > 1) return refused(`several are called ${wanted}: give the address of the page`);
  return decisionOf(store, { action: 'merge', entities: [entity, other] });
}

/** The id at the end of an address, or by itself. */
export function idIn(text: string): string | null {
  return /(?:^|\/)([0-9a-f]{16})(?:$|[?#])/u.exec(text.trim())?.[1] ?? null;
}

async function splitNames(store: Store, id: string, [one, other]: readonly [string, string]): Promise<Decided> {
  const [json] = await store.selectLines('entity', [id]);
  if (json === undefined) return noSuch('entity', id);
  const { type, name, aliases }: Entity = JSON.parse(json);
  const unknown = [one, other].find((wanted) => wanted !== name && !aliases.includes(wanted));
  if (unknown !== undefined) return refused(`${name} is not called ${unknown}`);
  if (one === other) return refused('both names are the same');
  const [first, second] = await Promise.all([one, other].map((own) => asInDocuments(store, { type, name: own })));
  return first && second ? decided({ action: 'split', entities: [first, second] }) : noSuch('entity', id);
}

/** Whether it is entities that are set together or apart, or what happened: by what the first id is. */
async function kindOfPair(
  store: Store,
  action: 'merge' | 'split',
  ids: readonly [string, string],
): Promise<RulingDraft> {
  const first = await store.resolveId(ids[0]);
  return first?.kind === 'entity' || first?.kind === 'agreement'
    ? { action, entities: ids }
    : { action: `${action}-events`, events: ids };
}

async function claimTarget(
  store: Store,
  id: string,
): Promise<{ readonly claim: Claim; readonly target: ClaimTarget } | null> {
  const [claim] = await store.selectClaims([id]);
  const [document] = claim ? await store.selectDocuments([claim.document]) : [];
  if (!claim || !document) return null;
  const { type, evidence } = claim;
  return { claim, target: { claim: id, source: document.source, type, evidence: evidence.text } };
}

/** The event of that id by its first claim; a claim's id stands for itself. */
async function eventTarget(store: Store, id: string): Promise<ClaimTarget | null> {
  const [json] = await store.selectLines('event', [id]);
  const event: Event | null = json === undefined ? null : JSON.parse(json);
  return (await claimTarget(store, event?.claims[0] ?? id))?.target ?? null;
}

/** An agreement's id, as its table prints it, means the entity that the agreement is. */
async function entityTarget(store: Store, id: string): Promise<EntityTarget | null> {
  const [line] = await store.selectLines('agreement', [id]);
  const agreement: Agreement | null = line === undefined ? null : JSON.parse(line);
  const [json] = await store.selectLines('entity', [agreement?.entity ?? id]);
  if (json === undefined) return null;
  const { type, name }: Entity = JSON.parse(json);
  return asInDocuments(store, { type, name });
}

/** By a name that documents give: one that a person gave stands in none of them, and a ruling by it would mean nobody. */
async function asInDocuments(store: Store, target: EntityTarget): Promise<EntityTarget> {
  const renamed = standingRulings(await store.selectRulings()).findLast(
    (ruling) => ruling.action === 'rename' && ruling.name === target.name && ruling.entity.type === target.type,
  );
  return renamed?.action === 'rename' ? renamed.entity : target;
}

/** Why a value is none of the field's, or `null`. */
function faultOfValue(claim: Claim, field: CorrectableField, value: unknown): string | null {
  switch (field) {
    case 'status':
      return isAmong(statuses, value) ? null : `a status is one of ${statuses.join(', ')}`;
    case 'stage':
      if (claim.type !== 'agreement') return `a claim of type ${claim.type} has no stage`;
      return isAmong(stages, value) ? null : `a stage is one of ${stages.join(', ')}`;
    case 'tense':
      if (claim.type !== 'position') return `a claim of type ${claim.type} has no tense`;
      return isAmong(tenses, value) ? null : `a tense is one of ${tenses.join(', ')}`;
    case 'time':
      return faultOfRange(value);
    case 'due':
      return claim.future === null ? 'the claim promises nothing, so nothing is due' : faultOfRange(value);
  }
}

function isAmong(values: readonly unknown[], value: unknown): boolean {
  return values.includes(value);
}

function faultOfRange(value: unknown): string | null {
  if (value === null) return null;
  const fault = 'a day is written YYYY-MM-DD, and a range of days has one of its ends at least';
  if (typeof value !== 'object' || !('from' in value) || !('to' in value)) return fault;
  const { from, to } = value;
  if ((from !== null && !isDay(from)) || (to !== null && !isDay(to)) || (from === null && to === null)) return fault;
  return from !== null && to !== null && from > to ? 'the first day is later than the last' : null;
}

function decided(decision: Decision): Decided {
  return { kind: 'decided', decision };
}

function refused(reason: string): Extract<RulingOutcome, { kind: 'refused' }> {
  return { kind: 'refused', reason };
}

function noSuch(kind: string, id: string | undefined): Decided {
  return refused(`the record has no ${kind} with the id ${id}`);
}
