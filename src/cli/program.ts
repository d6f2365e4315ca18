import { Argument, Command, Option } from 'commander';

import { engineVersion } from '../app/engine-version.ts';
import { exportFormats } from '../export/formats.data.ts';
import { csvTables } from '../export/tables.ts';
import { accountRoles } from '../model/account.ts';
import { addNews, addRule } from './desk-commands.ts';
import { type ListCommand, listCommands } from './list-commands.ts';
import {
  addNarrowing,
  addShared,
  databaseOption,
  dayOption,
  jsonOption,
  parseAddress,
  parseCount,
  parsePort,
  parseSome,
  privateOption,
} from './options.ts';
import type { Streams } from './streams.ts';

const exitHelp = `
Exit codes: 0 done; 1 an input could not be read, or what was asked for is not there;
2 the command was called wrongly, or Node is too old; 130 ended by Ctrl-C.`;

/**
 * All commands with their help; `docs/cli.md` is made from it. `settle` is told the exit code of the command that ran.
 * A command loads its own modules when it runs: a table is printed without loading what reads pages.
 */
export function createProgram(streams: Streams, settle: (exitCode: number) => void): Command {
  const program = new Command('servanda')
    .description(
      'Reads the press and keeps the record of what states agree, promise and do, each line with its sentence.',
    )
    .version(engineVersion)
    .helpCommand(false)
    .addHelpText('after', exitHelp);
  addRead(program, streams, settle);
  addWork(program, streams, settle);
  addWatch(program, streams, settle);
  for (const command of listCommands) addList(program, command, streams, settle);
  addNews(program, streams, settle);
  addShow(program, streams, settle);
  addExplain(program, streams, settle);
  addForget(program, streams, settle);
  addExport(program, streams, settle);
  addBrief(program, streams, settle);
  addServe(program, streams, settle);
  addAccount(program, streams, settle);
  addMcp(program, streams, settle);
  addDoctor(program, streams, settle);
  addBackup(program, streams, settle);
  addReread(program, streams, settle);
  addRule(program, streams, settle);
  return program;
}

type Settle = (exitCode: number) => void;

function addRead(program: Command, streams: Streams, settle: Settle): void {
  program
    .command('read')
    .description('read articles into the dossier')
    .argument(
      '<PATH|URL...>',
      'addresses of articles, feeds and sitemaps; text, HTML, JSONL and WARC files, folders of these; - for standard input',
    )
    .addOption(databaseOption())
    .addOption(privateOption())
    .addOption(
      new Option(
        '--workers <N>',
        'processes that read at once; 0 leaves it to those of servanda work (default: all cores, where there is much to read)',
      ).argParser(parseCount),
    )
    .addOption(jsonOption('print the counts and failures as JSON'))
    .addHelpText(
      'after',
      `
A JSONL file has one object a line: source, text or html, and if known title, published, outlet, language.
What comes by standard input and names no source is a source of its own, called after its content.
Of a feed or sitemap each article is fetched that it lists, as its robots.txt allows; to follow it, see watch.
What was read before is passed over. An input that cannot be read is named with its reason and stops nothing else.
Ctrl-C ends after the document in hand; the next run goes on from there.

Example: servanda read articles/ --db treaty.db`,
    )
    .action(async (paths: readonly string[], options) => {
      const { runRead } = await import('./read-command.ts');
      settle(await runRead(paths, options, streams));
    });
}

function addWork(program: Command, streams: Streams, settle: Settle): void {
  program
    .command('work')
    .description('read what others put into the queue of the dossier, until Ctrl-C')
    .addOption(databaseOption())
    .addOption(new Option('--workers <N>', 'processes that read at once (default: all cores)').argParser(parseSome))
    .option('--once', 'end when nothing waits')
    .option('--log', 'write what goes on as JSON lines to standard error')
    .addHelpText(
      'after',
      `
Runs on any number of machines over one PostgreSQL, beside servanda read on one of them. A worker that falls silent loses
its documents to the others; a document that ends its worker three times is set aside: see servanda doctor.

Example: servanda work --db postgres://servanda@db.example/press`,
    )
    .action(async (options) => {
      const { runWork } = await import('./work-command.ts');
      settle(await runWork(options, streams));
    });
}

function addWatch(program: Command, streams: Streams, settle: Settle): void {
  program
    .command('watch')
    .description('follow feeds, sitemaps and pages into the dossier until Ctrl-C')
    .argument('<FILE>', 'OPML, or JSON: ["https://…", {"url": "https://…", "kind": "feed", "sitemap" or "page"}]')
    .addOption(databaseOption())
    .option('--once', 'visit what is due and end')
    .addOption(privateOption())
    .addOption(jsonOption('print each article as a JSON line'))
    .addHelpText(
      'after',
      `
Each source is visited on its own rhythm, every 5 minutes to once a day, as robots.txt, Retry-After and ttl allow, and
asked only for what changed. An edited article becomes a version of the same document. What was seen is kept beside the
dossier (beside the list, for a server), in FILE.watch.jsonl: a run that was broken off goes on from there.

Example: servanda watch feeds.opml --db treaty.db`,
    )
    .action(async (list: string, options) => {
      const { runWatch } = await import('./watch-command.ts');
      settle(await runWatch(list, options, streams));
    });
}

function addList(program: Command, listing: ListCommand, streams: Streams, settle: Settle): void {
  const command = program.command(listing.name).description(listing.description);
  if (listing.words) command.argument(`<${listing.words.name}...>`, listing.words.description);
  addShared(command);
  command
    .addOption(dayOption('--from <DAY>', 'only lines of this day or later'))
    .addOption(dayOption('--to <DAY>', 'only lines of this day or earlier'))
    .addOption(new Option('--limit <N>', 'how many lines at most').argParser(parseCount).default(100))
    .addOption(new Option('--offset <N>', 'how many lines to pass over').argParser(parseCount).default(0));
  for (const { flags, description, choices } of listing.options) {
    const option = new Option(flags, description);
    command.addOption(choices ? option.choices([...choices]) : option);
  }
  command.addHelpText('after', `\nExample: ${listing.example}`).action(async (...parameters: readonly unknown[]) => {
    const words = listing.words ? (parameters[0] as readonly string[]).join(' ') : '';
    const { runList } = await import('./run-list.ts');
    settle(await runList(listing, words, command.opts(), streams));
  });
}

function addShow(program: Command, streams: Streams, settle: Settle): void {
  const command = program
    .command('show')
    .description('one line of the record with all that it rests on, or a document with all that was taken out of it')
    .argument('<ID>', 'id of a document, entity, claim, event, agreement or commitment');
  addShared(command, { about: false })
    .addHelpText('after', '\nExample: servanda show 3f2a9c51d07be684')
    .action(async (id: string) => {
      const { runShow } = await import('./show-command.ts');
      settle(await runShow(id, command.opts(), streams));
    });
}

function addExplain(program: Command, streams: Streams, settle: Settle): void {
  program
    .command('explain')
    .description(
      'how a document is read: each sentence with its parse, what it yields, by which rule, and what was rejected and why',
    )
    .argument(
      '<FILE|ID|ADDRESS>',
      'a file; or the id of a document or claim, or an address that was read, of the dossier',
    )
    .addOption(databaseOption())
    .addOption(jsonOption())
    .option('--html', 'print a page that stands alone')
    .option('--no-parse', 'leave out the words with their heads, the names and the times of each sentence')
    .addHelpText('after', '\nExample: servanda explain article.txt --html > reading.html')
    .action(async (target: string, options) => {
      const { runExplain } = await import('./explain-command.ts');
      settle(await runExplain(target, options, streams));
    });
}

function addForget(program: Command, streams: Streams, settle: Settle): void {
  program
    .command('forget')
    .description('remove documents and all that came from them, as if they had never been read')
    .argument('<ID|SOURCE...>', 'ids of documents, or sources as they were given to read')
    .addOption(databaseOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: servanda forget articles/2024-05-meeting.txt')
    .action(async (names: readonly string[], options) => {
      const { runForget } = await import('./keep-commands.ts');
      settle(await runForget(names, options, streams));
    });
}

function addExport(program: Command, streams: Streams, settle: Settle): void {
  const names = [...exportFormats.map(({ name }) => name), 'warc'];
  const command = program
    .command('export')
    .description('the record, or the part of it that is asked for, as a file; or all captures it was read from')
    .addOption(new Option('--format <FORMAT>', 'the formats are listed below').choices(names).default('jsonl'))
    .addOption(new Option('--table <TABLE>', 'which table of csv').choices([...csvTables]).default('timeline'))
    .addOption(databaseOption());
  addNarrowing(command)
    .addOption(
      new Option('--people <WHICH>', 'whom the lines of jsonl name').choices(['public', 'all']).default('public'),
    )
    .option('--title <TITLE>', 'title of a brief, a timeline or a feed')
    .addHelpText(
      'after',
      `
Formats:
${exportFormats.map(({ name, use }) => `  ${name.padEnd(12)} ${use}`).join('\n')}
  ${'warc'.padEnd(12)} the exact bytes of every capture, gzipped; day, part and people do not concern it

Captures are read again, without a network, by servanda read.

Examples: servanda export --format jsonl --as-of 2026-03-01 > record.jsonl
          servanda export --format csv --table commitments > commitments.csv
          servanda export --format xlsx --about Мередия > meredia.xlsx
          servanda export --format warc > captures.warc.gz`,
    )
    .action(async (options) => {
      const { runExport } = await import('./keep-commands.ts');
      settle(await runExport(options, streams));
    });
}

function addBrief(program: Command, streams: Streams, settle: Settle): void {
  const command = program
    .command('brief')
    .description('a brief with footnotes: agreements, commitments, timeline, contradictions')
    .argument('[WHAT...]', 'what it is about: an entity or agreement by name or id, or words of documents (as --about)')
    .addOption(new Option('--format <FORMAT>', 'markdown or html').choices(['markdown', 'html']).default('markdown'))
    .addOption(databaseOption())
    .option('--title <TITLE>', 'its title; what it is about where absent');
  addNarrowing(command)
    .addHelpText('after', '\nExample: servanda brief Мередия --format html > meredia.html')
    .action(async (words: readonly string[], options) => {
      const { runExport } = await import('./keep-commands.ts');
      const about = words.length > 0 ? { about: words.join(' ') } : {};
      settle(await runExport({ ...options, ...about, table: 'timeline', people: 'public' }, streams));
    });
}

function addServe(program: Command, streams: Streams, settle: Settle): void {
  program
    .command('serve')
    .description('serve the pages of the dossier until Ctrl-C')
    .addOption(databaseOption())
    .option('--host <HOST>', 'address to listen on; beyond this machine, accounts let in', '127.0.0.1')
    .addOption(
      new Option('--url <URL>', 'where readers find it, behind a proxy: https://desk.example').argParser(parseAddress),
    )
    .option('--behind-proxy', 'a proxy that is trusted says who asks, in X-Forwarded-For and X-Forwarded-Proto')
    .option('--metrics', 'answer /metrics to whoever can reach it')
    .option('--log', 'write each answer and fault as a JSON line to standard error')
    .addOption(new Option('--port <PORT>', 'port to listen on, 0 for a free one').argParser(parsePort).default(8080))
    .addHelpText('after', '\nExample: servanda serve --db treaty.db --port 9000')
    .action(async (options) => {
      const { runServe } = await import('./serve-command.ts');
      settle(await runServe(options, streams));
    });
}

function addDoctor(program: Command, streams: Streams, settle: Settle): void {
  program
    .command('doctor')
    .description('check models, store, captures, evidence, record and queue; changes nothing')
    .addOption(databaseOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExit code 1 where something is wrong.\n\nExample: servanda doctor --db treaty.db')
    .action(async (options) => {
      const { runDoctor } = await import('./doctor-command.ts');
      settle(await runDoctor(options, streams));
    });
}

function addBackup(program: Command, streams: Streams, settle: Settle): void {
  program
    .command('backup')
    .description('write the whole dossier into one new file, while others go on reading and writing it')
    .argument('<FILE>', 'the file to make; it is a dossier itself')
    .addOption(databaseOption())
    .addHelpText('after', '\nExample: servanda backup press.backup --db postgres://servanda@db.example/press')
    .action(async (file: string, options) => {
      const { runBackup } = await import('./backup-command.ts');
      settle(await runBackup(file, options, streams));
    });
  program
    .command('restore')
    .description('make a new dossier out of a backup, in a file or on a server: the way from one engine into the other')
    .argument('<FILE>', 'a backup, or any dossier that is a file')
    .addOption(databaseOption())
    .addHelpText('after', '\nExample: servanda restore press.backup --db postgres://servanda@db.example/press')
    .action(async (file: string, options) => {
      const { runRestore } = await import('./backup-command.ts');
      settle(await runRestore(file, options, streams));
    });
}

function addAccount(program: Command, streams: Streams, settle: Settle): void {
  program
    .command('account')
    .description('who may enter a dossier that is served to others: list, add, role, password, remove')
    .addArgument(new Argument('<ACTION>').choices(['list', 'add', 'role', 'password', 'remove']))
    .argument('[NAME]', 'whose account')
    .addOption(databaseOption())
    .addOption(new Option('--role <ROLE>', 'what it may do').choices([...accountRoles]).default('reader'))
    .option('--password-stdin', 'take the password from standard input; otherwise one is made up and printed')
    .addHelpText('after', '\nExample: servanda account add anna --role admin --db treaty.db')
    .action(async (action, name: string | undefined, options) => {
      const { runAccount } = await import('./account-command.ts');
      settle(await runAccount(action, name, options, streams));
    });
}

function addMcp(program: Command, streams: Streams, settle: Settle): void {
  program
    .command('mcp')
    .description('serve the record to an assistant over the Model Context Protocol, on standard input and output')
    .addOption(databaseOption())
    .addHelpText(
      'after',
      '\nExample, in the settings of an assistant: {"command": "servanda", "args": ["mcp", "--db", "treaty.db"]}',
    )
    .action(async (options) => {
      const { runMcp } = await import('./mcp-command.ts');
      settle(await runMcp(options, streams));
    });
}

function addReread(program: Command, streams: Streams, settle: Settle): void {
  program
    .command('reread')
    .description('read all captures anew with this version, beside the dossier, and tell what would change')
    .addOption(databaseOption())
    .option('--adopt', 'take over what was read anew')
    .addOption(new Option('--readers <N>', 'threads that read at once').argParser(parseSome).default(1))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
The dossier goes on serving and stays as it is until --adopt, which is one transaction. Ctrl-C ends after the document in
hand; the next run goes on from there.

Examples: servanda reread --db treaty.db
          servanda reread --db treaty.db --adopt`,
    )
    .action(async (options) => {
      const { runReread } = await import('./reread-command.ts');
      settle(await runReread(options, streams));
    });
}
