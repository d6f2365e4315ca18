import type { RulingNote } from '../model/answer.ts';
import type { ClaimReading } from '../model/claim-reading.ts';
import { openStore } from '../store/open-store.ts';
import { readingOfClaim } from './claim-reading.ts';
import { type Follower, openFollower } from './follow.ts';
import { type Herald, openHerald } from './herald.ts';
import { openIntake, type Intake } from './intake.ts';
import type { Explainer, Reader } from './reader.ts';
import { mergeStore } from './merge-dossier.ts';
import { ruleOn, rulingsOf, type Judge, type RulingDraft, type RulingOutcome } from './rule.ts';

export type { RulingDraft };

/** What those who work on a dossier may do, beside reading it. */
export interface Desk {
  /** Writes a ruling and merges the record with it. */
  rule(draft: RulingDraft, judge: { readonly by: string; readonly why: string }): Promise<RulingOutcome>;
  /** Latest first. */
  rulings(): Promise<readonly RulingNote[]>;
  /** How the sentence of a claim is read; `null` where there is no such claim. */
  reading(claim: string): Promise<ClaimReading | null>;
  readonly intake: Intake;
  /** Feeds and sitemaps that are read on by themselves. */
  readonly follower: Follower;
  /** Tells an address what is new. */
  readonly herald: Herald;
  close(): Promise<void>;
}

export interface DeskOptions {
  readonly database: string;
  /** Reads and merges in a thread of its own; closed by whoever opened it. */
  readonly reader: Reader & Explainer;
  /** The clock, as an ISO instant. */
  readonly now: () => string;
  readonly allowPrivate?: boolean;
  /** Told where following sources or posting news failed as a whole. */
  readonly onFault?: (error: unknown) => void;
}

/** Opens the desk of a dossier: a connection of its own, so that closing the dossier leaves no ruling half written. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { database, reader, now } = options;
  const store = await openStore(database);
  const merge = (): Promise<void> => reader.merge(database);
  const intake = openIntake({ store, reader, merge, now, allowPrivate: options.allowPrivate ?? false });
  const follower = openFollower({ ...options, store });
  await follower.start();
  const herald = openHerald({ ...options, store });
  return {
    rule: async (draft, judge) => {
      const outcome = await ruleOn(store, draft, { ...judge, at: now() });
      if (outcome.kind === 'ruled') await merge();
      return outcome;
    },
    rulings: () => rulingsOf(store),
    reading: (claim) => readingOfClaim(store, reader, claim),
    intake,
    follower,
    herald,
    close: async () => {
      await herald.close();
      await follower.close();
      await intake.close();
      await store.close();
    },
  };
}

/** Opens a dossier, writes one ruling, merges the record with it, and closes the dossier. */
export async function ruleOnce(database: string, draft: RulingDraft, judge: Judge): Promise<RulingOutcome> {
  const store = await openStore(database);
  try {
    // What was read and not merged yet must be there to be ruled on.
    await mergeStore(store);
    const outcome = await ruleOn(store, draft, judge);
    if (outcome.kind === 'ruled') await mergeStore(store);
    return outcome;
  } finally {
    await store.close();
  }
}
