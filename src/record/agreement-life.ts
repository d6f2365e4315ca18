import { stages, type Stage } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import { hashOf } from '../model/ids.ts';
import type { Agreement, AgreementStage, Conflict, Event } from '../model/record.ts';
import type { Day } from '../model/time.ts';
import { compareText } from './clustering.ts';

/**
 * The life of one agreement out of the events about its stages, in order: by time, undated stages where the order of a life
 * puts them. `current` is worked out for a day by `currentStage`.
 */
export function mergeAgreement(
  entity: Entity,
  events: readonly Event[],
  stageOf: (event: Event) => Stage | null,
  knownOf: (event: Event) => Day | null,
): Agreement {
  const lines = events.flatMap((event) => {
    const stage = stageOf(event);
    return stage === null ? [] : [{ event, stage: stageLine(event, stage, knownOf(event)) }];
  });
  const sorted = lines.toSorted(
    (a, b) =>
      compareText(dayOf(a), dayOf(b)) ||
      stages.indexOf(a.stage.stage) - stages.indexOf(b.stage.stage) ||
      compareText(a.event.id, b.event.id),
  );
  const parties = sorted.flatMap(({ event }) =>
    event.roles.flatMap((r) => (r.role === 'party' && r.entity !== null ? [r.entity] : [])),
  );
  return {
    kind: 'agreement',
    id: agreementId(entity.id),
    entity: entity.id,
    name: entity.name,
    parties: [...new Set(parties)].toSorted(compareText),
    current: null,
    stages: sorted.map((s) => s.stage),
    conflicts: sorted.flatMap((s) => conflictsOf(s.event, s.stage.stage)),
  };
}

/** Id of the life of the agreement that an entity is. */
export function agreementId(entity: string): string {
  return hashOf(['agreement', entity]);
}

/**
 * The stage at which an agreement stands at the end of a day: the furthest that is reported to have been reached. Talks
 * about a treaty in force, its reviews and amendments do not end its force; a suspension or an end does, until it is in
 * force again.
 */
export function currentStage(agreement: Agreement, asOf: Day): Stage | null {
  let current: Stage | null = null;
  for (const { stage, status, time, known } of agreement.stages) {
    const day = time?.from ?? known ?? null;
    if ((status !== 'happened' && status !== 'ongoing') || (day !== null && day > asOf)) continue;
    current = next(current, stage);
  }
  return current;
}

function next(current: Stage | null, stage: Stage): Stage {
  if (current === null || stage === 'suspended' || stage === 'terminated') return stage;
  if (stage === 'in-force' || current === 'violated') return stage;
  if (passing.has(stage))
    return current === 'in-force' || stages.indexOf(current) > stages.indexOf(stage) ? current : stage;
  return stages.indexOf(stage) > stages.indexOf(current) ? stage : current;
}

/** Stages that an agreement goes through without ceasing to be in force. */
const passing: ReadonlySet<Stage> = new Set(['implemented', 'reviewed', 'amended', 'violated']);

function stageLine(event: Event, stage: Stage, known: Day | null): AgreementStage {
  const line = { stage, status: event.status, time: event.time, claims: event.claims };
  return known === null ? line : { ...line, known };
}

function dayOf({ stage }: { readonly stage: AgreementStage }): string {
  return stage.time?.from ?? stage.time?.to ?? stage.known ?? '9999';
}

/** `signed.time`: which stage, and which of its fields. */
function conflictsOf(event: Event, stage: Stage): readonly Conflict[] {
  return event.conflicts.map(({ field, values }) => ({ field: `${stage}.${field}`, values }));
}
