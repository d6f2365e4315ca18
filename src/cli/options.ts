import { type Command, InvalidArgumentError, Option } from 'commander';

import { isDay } from '../model/time.ts';
import { isForeignAddress, nameOfDatabase } from '../app/dossier-place.ts';
import { CommandError, exitCodes } from './streams.ts';

/** Options that commands over a dossier share; as commander hands them over. */
export interface SharedOptions {
  readonly db: string;
  readonly asOf?: string;
  readonly about?: string;
  readonly json?: boolean;
}

const aboutHelp = 'only what concerns an entity or agreement (name or id), or documents with these words';

const defaultDatabase = 'servanda.db';

export function addShared(command: Command, { about = true } = {}): Command {
  command
    .addOption(databaseOption())
    .addOption(dayOption('--as-of <DAY>', 'outcomes as of this day (default: today)'))
    .addOption(jsonOption());
  return about ? command.option('--about <WHAT>', aboutHelp) : command;
}

export function databaseOption(): Option {
  return new Option('--db <DOSSIER>', 'file of the dossier, or postgres://USER@HOST/DATABASE')
    .default(defaultDatabase)
    .env('SERVANDA_DB')
    .argParser(parseDatabase);
}

/** Throws for «mysql://…», which SQLite would take for a file; commander's own message would print a password. */
function parseDatabase(text: string): string {
  if (!isForeignAddress(text)) return text;
  const message = `${nameOfDatabase(text)} keeps no dossier: name a file with --db, or postgres://USER@HOST/DATABASE`;
  throw new CommandError(message, exitCodes.usage);
}

export function privateOption(): Option {
  return new Option('--allow-private', 'fetch from private and loopback addresses too: an intranet, a test');
}

export function jsonOption(description = 'print JSON'): Option {
  return new Option('--json', description);
}

export function dayOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser(parseDay);
}

export function parseDay(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('A day is written 2026-03-01.');
  return text;
}

export function parseCount(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError('It must be a whole number of at most nine digits.');
  return Number(text);
}

/** Of those that work: where there are none, what waits for them never ends. */
export function parseSome(text: string): number {
  const count = parseCount(text);
  if (count === 0) throw new InvalidArgumentError('It must be at least 1.');
  return count;
}

export function parsePort(text: string): number {
  const port = parseCount(text);
  if (port > 65_535) throw new InvalidArgumentError('A port is at most 65535.');
  return port;
}

export function parseAddress(text: string): string {
  if (!/^https?:\/\//iu.test(text) || !URL.canParse(text))
    throw new InvalidArgumentError('It is written https://desk.example.');
  return text;
}

/** The day of the record, and the part of it. */
export function addNarrowing(command: Command): Command {
  return command
    .addOption(dayOption('--as-of <DAY>', 'outcomes as of this day (default: today)'))
    .option('--about <WHAT>', aboutHelp)
    .addOption(dayOption('--from <DAY>', 'only lines of this day or later'))
    .addOption(dayOption('--to <DAY>', 'only lines of this day or earlier'));
}
