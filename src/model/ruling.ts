import type { EntityType } from './entity.ts';

/**
 * A claim that a person ruled on. The id finds it when the same capture is read again; where the article changed and the
 * id with it, the same words under the same source and type do.
 */
export interface ClaimTarget {
  readonly claim: string;
  readonly source: string;
  readonly type: string;
  readonly evidence: string;
}

/** An entity by any of its names: ids may move when the record learns an earlier name, names do not. */
export interface EntityTarget {
  readonly type: EntityType;
  readonly name: string;
}

/** Fields of a claim that a person may set. `time` takes `{from, to}` or `null`. */
export const correctableFields = ['status', 'stage', 'tense', 'time', 'due'] as const;
export type CorrectableField = (typeof correctableFields)[number];

interface RulingBase {
  readonly kind: 'ruling';
  readonly id: string;
  /** Who ruled. */
  readonly by: string;
  /** ISO instant; rulings are replayed in the order of `at`, then `id`. */
  readonly at: string;
  readonly why: string;
}

/** A person's decision about the record: append-only, replayed over every merge, undone by a ruling of its own. */
export type Ruling = RulingBase &
  (
    | { readonly action: 'accept' | 'reject'; readonly target: ClaimTarget }
    | {
        readonly action: 'correct';
        readonly target: ClaimTarget;
        readonly field: CorrectableField;
        readonly value: unknown;
      }
    | { readonly action: 'merge' | 'split'; readonly entities: readonly [EntityTarget, EntityTarget] }
    | { readonly action: 'merge-events' | 'split-events'; readonly targets: readonly [ClaimTarget, ClaimTarget] }
    | { readonly action: 'rename'; readonly entity: EntityTarget; readonly name: string }
    | { readonly action: 'undo'; readonly ruling: string }
  );
