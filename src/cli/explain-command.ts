import { existsSync } from 'node:fs';

import { type ExplainedSentence, type Explanation, explainFile, explainStored } from '../app/explain.ts';
import { formatDays } from './format-days.ts';
import { requireDossier } from './open-existing.ts';
import { CommandError, exitCodes, type Streams } from './streams.ts';

/** `servanda explain`: a file is read as it stands; anything else is an id of the dossier. */
export async function runExplain(
  target: string,
  options: { readonly db: string; readonly json?: boolean },
  streams: Streams,
): Promise<number> {
  const explanations = await explanationsOf(target, options.db, streams);
  if (explanations.length === 0) {
    throw new CommandError(`${target} is no file, and no document or claim of ${options.db}`, exitCodes.failed);
  }
  for (const explanation of explanations) {
    if ('reason' in explanation) streams.err(`${explanation.source}: ${explanation.reason}\n`);
    else if (options.json) streams.out(`${JSON.stringify(explanation)}\n`);
    else streams.out(`${renderExplanation(explanation)}\n`);
  }
  return explanations.some((e) => 'reason' in e) ? exitCodes.failed : exitCodes.done;
}

async function explanationsOf(target: string, database: string, streams: Streams) {
  if (target === '-' || existsSync(target)) return explainFile(target, { stdin: streams.stdin, now: streams.now });
  requireDossier(database);
  const explanation = await explainStored(database, target);
  return explanation ? [explanation] : [];
}

function renderExplanation({ document, reasons, sentences }: Explanation): string {
  const { published } = document;
  const head = [
    `document   ${document.id}  ${document.source}`,
    `title      ${document.title ?? '(none)'} — ${reasons['title'] ?? ''}`,
    `outlet     ${document.outlet ?? '(none)'} — ${reasons['outlet'] ?? ''}`,
    `language   ${document.language} — ${reasons['language'] ?? ''}`,
    `published  ${formatDays(published) || '(not known)'} — ${published ? `${published.basis}: ${published.why}` : ''}`,
    ...document.removed.map((r) => `removed    [${r.reason}] ${shorten(r.text)}`),
  ];
  return [...head, '', ...sentences.flatMap(renderSentence)].join('\n');
}

function renderSentence({ text, claims, rejected }: ExplainedSentence): readonly string[] {
  const taken = claims.flatMap((c) => [
    `  + ${c.type} ${c.status} ${formatDays(c.time)}  ${c.rule} (${c.confidence})  ${c.id}`,
    ...c.roles.map((r) => `      ${r.role}: ${r.name}`),
  ]);
  const refused = rejected.map((r) => `  − ${r.rule}: ${r.reason}`);
  const nothing = claims.length + rejected.length === 0 ? ['  · no frame applies'] : [];
  return [text, ...taken, ...refused, ...nothing, ''];
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
