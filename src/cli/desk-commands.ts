import { Argument, type Command, Option } from 'commander';

import { databaseOption, dayOption, jsonOption, parseDay, privateOption } from './options.ts';
import type { Streams } from './streams.ts';

type Settle = (exitCode: number) => void;

/** `servanda news` */
export function addNews(program: Command, streams: Streams, settle: Settle): void {
  program
    .command('news')
    .description(
      'what came into the record: new events, stages, conflicts and commitments, outcomes that changed, due days',
    )
    .addOption(databaseOption())
    .addOption(
      new Option('--since <DAY>', 'what was read on this day or later; last: since the last news told so')
        .argParser((text) => (text === 'last' ? text : parseDay(text)))
        .default('last'),
    )
    .addOption(dayOption('--as-of <DAY>', 'outcomes as of this day (default: today)'))
    .addOption(jsonOption())
    .addOption(new Option('--format <FORMAT>', 'how to print').choices(['table', 'atom']).default('table'))
    .option('--webhook <URL>', 'post them to this address instead of printing them')
    .option('--secret-file <FILE>', 'what signs the post (default: SERVANDA_WEBHOOK_SECRET)')
    .addOption(privateOption())
    .addHelpText(
      'after',
      `
A post has the news as JSON. x-servanda-signature is sha256= and the HMAC-SHA-256 of TIMESTAMP.BODY in hexadecimal, with
TIMESTAMP as in x-servanda-timestamp; x-servanda-delivery is the same for each try of one post. It is tried five times.

Examples: servanda news --since 2026-02-01
          servanda news --since last --webhook https://desk.example/servanda --secret-file secret.txt`,
    )
    .action(async (options) => {
      const { runNews } = await import('./news-command.ts');
      settle(await runNews(options, streams));
    });
}

/** What `servanda rule` decides, with the words that follow it. */
export const ruleActions = {
  accept: 'CLAIM',
  reject: 'CLAIM',
  correct: 'CLAIM FIELD VALUE',
  merge: 'ID ID',
  split: 'ID ID',
  rename: 'ENTITY NAME',
  undo: 'RULING',
} as const;
export type RuleAction = keyof typeof ruleActions;

/** `servanda rule` and `servanda rulings` */
export function addRule(program: Command, streams: Streams, settle: Settle): void {
  program
    .command('rule')
    .description('decide about the record: what people decide outlives every re-reading, and can be undone')
    .addArgument(new Argument('<ACTION>').choices(Object.keys(ruleActions)))
    .argument('<WORDS...>', 'ids as the tables print them, and what follows them')
    .addOption(databaseOption())
    .requiredOption('--why <TEXT>', 'the reason')
    .option('--by <NAME>', 'who rules (default: the name of your account on this machine)')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
  accept CLAIM                a person has read it, and it is so
  reject CLAIM                it is not what its sentence says: it leaves the record
  correct CLAIM FIELD VALUE   status, stage or tense, a word of the format; time or due, a day, DAY..DAY or none
  merge ID ID, split ID ID    two entities or agreements, or two events or claims, are one, or are not
  rename ENTITY NAME          what an entity or agreement is called
  undo RULING                 a ruling, an undoing too

Examples: servanda rule reject 3f2a9c51d07be684 --why "it is a forecast"
          servanda rule correct 3f2a9c51d07be684 time 2024-05-14 --why "misread month"
          servanda rulings`,
    )
    .action(async (action, words: readonly string[], options) => {
      const { runRule } = await import('./rule-command.ts');
      settle(await runRule(action, words, options, streams));
    });
  program
    .command('rulings')
    .description('what people decided about the record, latest first')
    .addOption(databaseOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: servanda rulings --json')
    .action(async (options) => {
      const { runRulings } = await import('./rule-command.ts');
      settle(await runRulings(options, streams));
    });
}
