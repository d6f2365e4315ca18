import type { RulingNote } from '../model/answer.ts';
import { openStore } from '../store/open-store.ts';
import { openIntake, type Intake } from './intake.ts';
import type { Reader } from './reader.ts';
import { ruleOn, rulingsOf, type RulingDraft, type RulingOutcome } from './rule.ts';

/** What those who work on a dossier may do, beside reading it. */
export interface Desk {
  /** Writes a ruling and merges the record with it. */
  rule(draft: RulingDraft, judge: { readonly by: string; readonly why: string }): Promise<RulingOutcome>;
  /** Latest first. */
  rulings(): Promise<readonly RulingNote[]>;
  readonly intake: Intake;
  close(): Promise<void>;
}

export interface DeskOptions {
  readonly database: string;
  /** Reads and merges in a thread of its own; closed by whoever opened it. */
  readonly reader: Reader;
  /** The clock, as an ISO instant. */
  readonly now: () => string;
  readonly allowPrivate?: boolean;
}

/** Opens the desk of a dossier: a connection of its own, so that closing the dossier leaves no ruling half written. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { database, reader, now } = options;
  const store = await openStore(database);
  const merge = (): Promise<void> => reader.merge(database);
  const intake = openIntake({ store, reader, merge, now, allowPrivate: options.allowPrivate ?? false });
  return {
    rule: async (draft, judge) => {
      const outcome = await ruleOn(store, draft, { ...judge, at: now() });
      if (outcome.kind === 'ruled') await merge();
      return outcome;
    },
    rulings: () => rulingsOf(store),
    intake,
    close: async () => {
      await intake.close();
      await store.close();
    },
  };
}
