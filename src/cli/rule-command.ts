import { ruleOnce, type RulingDraft } from '../app/desk.ts';
import type { RulingNote } from '../model/answer.ts';
import { type CorrectableField, correctableFields, type Ruling } from '../model/ruling.ts';
import { type RuleAction, ruleActions } from './desk-commands.ts';
import { formatDays } from './format-days.ts';
import { requireDossier, withDossier } from './open-existing.ts';
import { CommandError, exitCodes, type Streams } from './streams.ts';
import { renderTable, type Column } from './table.ts';
import { userName } from './user-name.ts';

export interface RuleOptions {
  readonly db: string;
  readonly why: string;
  readonly by?: string;
  readonly json?: boolean;
}

/** `servanda rule`: writes a ruling and merges the record with it. Exit code 1 where it is refused, 2 for missing words. */
export async function runRule(
  action: RuleAction,
  words: readonly string[],
  options: RuleOptions,
  streams: Streams,
): Promise<number> {
  requireDossier(options.db);
  const draft = draftOf(action, words);
  const judge = { by: options.by ?? userName(), at: streams.now(), why: options.why };
  const outcome = await ruleOnce(options.db, draft, judge);
  if (outcome.kind === 'refused') throw new CommandError(outcome.reason, exitCodes.failed);
  if (options.json) streams.out(`${JSON.stringify(outcome.ruling, null, 2)}\n`);
  else streams.out(`ruling ${outcome.ruling.id}: ${wordsOf(outcome.ruling)}\n`);
  return exitCodes.done;
}

/** `servanda rulings`: every ruling, latest first. */
export async function runRulings(
  options: { readonly db: string; readonly json?: boolean },
  streams: Streams,
): Promise<number> {
  const notes = await withDossier(options.db, (dossier) => dossier.rulings());
  if (options.json) streams.out(`${JSON.stringify(notes, null, 2)}\n`);
  else if (notes.length === 0) streams.err('nobody has ruled on anything\n');
  else streams.out(`${renderTable(columns, notes, streams.width)}\n`);
  return exitCodes.done;
}

const columns: readonly Column<RulingNote>[] = [
  { title: 'When', cell: ({ ruling }) => ruling.at.slice(0, 16).replace('T', ' ') },
  { title: 'Who', cell: ({ ruling }) => ruling.by, most: 16 },
  { title: 'What', cell: ({ ruling }) => wordsOf(ruling), wide: true },
  { title: 'Why', cell: ({ ruling }) => ruling.why, most: 40 },
  { title: 'Stands', cell: ({ stands }) => (stands ? 'yes' : 'undone') },
  { title: 'ID', cell: ({ ruling }) => ruling.id, most: 16 },
];

function draftOf(action: RuleAction, words: readonly string[]): RulingDraft {
  const [first = '', second = '', ...rest] = words;
  const wanted = ruleActions[action].split(' ').length;
  if (words.length < wanted || (words.length > wanted && action !== 'rename')) {
    throw new CommandError(`it is: servanda rule ${action} ${ruleActions[action]} --why TEXT`, exitCodes.usage);
  }
  switch (action) {
    case 'accept':
    case 'reject':
      return { action, claim: first };
    case 'correct':
      return { action, claim: first, ...correctionOf(second, rest[0] ?? '') };
    case 'merge':
    case 'split':
      return { action, ids: [first, second] };
    case 'rename':
      return { action, entity: first, name: [second, ...rest].join(' ') };
    case 'undo':
      return { action, ruling: first };
  }
}

function correctionOf(name: string, text: string): { readonly field: CorrectableField; readonly value: unknown } {
  const field = correctableFields.find((known) => known === name);
  if (field !== undefined) return { field, value: valueOf(field, text) };
  throw new CommandError(`a field is one of ${correctableFields.join(', ')}, not ${name}`, exitCodes.usage);
}

/** `2024-05-01`, `2024-05-01..2024-05-31`, `2024-05-01..`, `none` for days; the word itself otherwise. */
function valueOf(field: CorrectableField, text: string): unknown {
  if (field !== 'time' && field !== 'due') return text;
  if (text === 'none') return null;
  const [from = '', to = from] = text.split('..');
  return { from: from || null, to: to || null };
}

/** A ruling in a line: «reject figure «восемь кораблей»». */
function wordsOf(ruling: Ruling): string {
  switch (ruling.action) {
    case 'accept':
    case 'reject':
      return `${ruling.action} ${ruling.target.type} «${ruling.target.evidence}»`;
    case 'correct':
      return `correct ${ruling.field} to ${valueWords(ruling.value)}: ${ruling.target.type} «${ruling.target.evidence}»`;
    case 'merge':
    case 'split':
      return `${ruling.action} ${ruling.entities.map(({ name }) => name).join(' + ')}`;
    case 'merge-events':
    case 'split-events':
      return `${ruling.action} ${ruling.targets.map(({ evidence }) => `«${evidence}»`).join(' + ')}`;
    case 'rename':
      return `rename ${ruling.entity.name} to ${ruling.name}`;
    case 'undo':
      return `undo ${ruling.ruling}`;
  }
}

function valueWords(value: unknown): string {
  if (value === null) return 'none';
  if (typeof value !== 'object' || !('from' in value) || !('to' in value)) return String(value);
  return formatDays({ from: value.from as string | null, to: value.to as string | null });
}
