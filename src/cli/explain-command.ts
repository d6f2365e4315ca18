import { existsSync } from 'node:fs';

import { nameOfDatabase } from '../app/dossier-place.ts';
import {
  type ExplainedClaim,
  type ExplainedSentence,
  type Explanation,
  explainFile,
  explainStored,
} from '../app/explain.ts';
import { renderExplainPage } from './explain-page.ts';
import { formatDays } from './format-days.ts';
import { requireDossier } from './open-existing.ts';
import { parseRows } from '../app/parse-rows.ts';
import { CommandError, exitCodes, type Streams } from './streams.ts';

/** Options of `servanda explain`. */
export interface ExplainOptions {
  readonly db: string;
  readonly json?: boolean;
  readonly html?: boolean;
  /** Off with `--no-parse`. */
  readonly parse?: boolean;
}

/**
 * `servanda explain`: a file is read as it stands; anything else is an id of the dossier, or the address or path that a
 * document of it was read from. Never touches the network: what was not read yet has to be read first.
 */
export async function runExplain(target: string, options: ExplainOptions, streams: Streams): Promise<number> {
  const explanations = await explanationsOf(target, options.db, streams);
  if (explanations.length === 0) throw new CommandError(whyNothing(target, options.db), exitCodes.failed);
  const read = explanations.filter((e): e is Explanation => !('reason' in e));
  for (const failure of explanations) {
    if ('reason' in failure) streams.err(`${failure.source}: ${failure.reason}\n`);
  }
  if (options.html && read.length > 0) streams.out(`${renderExplainPage(read)}\n`);
  else for (const explanation of read) streams.out(`${render(explanation, options)}\n`);
  return read.length < explanations.length ? exitCodes.failed : exitCodes.done;
}

async function explanationsOf(target: string, database: string, streams: Streams) {
  if (target === '-' || existsSync(target)) return explainFile(target, { stdin: streams.stdin, now: streams.now });
  requireDossier(database);
  const explanation = await explainStored(database, target);
  return explanation ? [explanation] : [];
}

function whyNothing(target: string, database: string): string {
  const name = nameOfDatabase(database);
  return URL.canParse(target) && /^https?:/iu.test(target)
    ? `${target} was not read into ${name}; read it first: servanda read ${target} --db ${name}`
    : `${target} is no file, and no document, claim or source of ${name}`;
}

function render(explanation: Explanation, options: ExplainOptions): string {
  if (options.json) return JSON.stringify(explanation);
  const { document, reasons, sentences } = explanation;
  const { published } = document;
  const head = [
    `document   ${document.id}  ${document.source}`,
    `title      ${document.title ?? '(none)'} — ${reasons['title'] ?? ''}`,
    `outlet     ${document.outlet ?? '(none)'} — ${reasons['outlet'] ?? ''}`,
    `language   ${document.language} — ${reasons['language'] ?? ''}`,
    `published  ${formatDays(published) || '(not known)'} — ${published ? `${published.basis}: ${published.why}` : 'no date is printed, and the text shows none'}`,
    ...document.removed.map((r) => `removed    [${r.reason}] ${shorten(r.text)}`),
  ];
  const unread =
    sentences.length === 0 ? [`· texts in «${document.language}» are kept and searched, and not analysed`] : [];
  return [...head, '', ...unread, ...sentences.flatMap((s) => renderSentence(s, options.parse !== false))].join('\n');
}

function renderSentence(sentence: ExplainedSentence, withParse: boolean): readonly string[] {
  const { text, start, mentions, times, claims, rejected } = sentence;
  const words = (span: { readonly start: number; readonly stop: number }): string =>
    shorten(text.slice(span.start - start, span.stop - start));
  const analysis = [
    ...renderParse(sentence),
    ...mentions.map((m) => `  @ ${m.kind} ${m.form} «${shorten(m.text)}» = ${m.means ?? '(nobody named)'}  ${m.why}`),
    ...times.map((t) => `  @ time ${t.kind} «${t.text}» = ${formatDays(t) || '(no days)'}  ${t.rules.join(', ')}`),
  ];
  const refused = rejected.map((r) => `  − ${r.rule}: ${r.reason} «${words(r)}»`);
  const nothing = claims.length + rejected.length === 0 ? ['  · no frame applies'] : [];
  return [text, ...(withParse ? analysis : []), ...claims.flatMap(renderClaim), ...refused, ...nothing, ''];
}

function renderParse({ tokens }: ExplainedSentence): readonly string[] {
  const rows = parseRows(tokens);
  const width = (of: (row: (typeof rows)[number]) => string): number =>
    Math.min(24, Math.max(0, ...rows.map((row) => of(row).length)));
  const [text, lemma, tag] = [width((r) => r.text), width((r) => r.lemma), width((r) => r.tag)];
  return rows.map((r) => {
    const place = r.head ? `${r.relation} → ${r.head.position} ${r.head.text}` : r.relation;
    const number = String(r.position).padStart(5);
    return `${number} ${r.text.padEnd(text)}  ${r.lemma.padEnd(lemma)}  ${r.tag.padEnd(tag)}  ${place}`;
  });
}

function renderClaim(claim: ExplainedClaim): readonly string[] {
  const cues = claim.cues.length > 0 ? `; status by ${claim.cues.join(', ')}` : '';
  return [
    `  + ${claim.type} ${claim.status} ${formatDays(claim.time)}  ${claim.rule} (${claim.confidence})  ${claim.id}`,
    ...(claim.trigger ? [`      from «${claim.trigger.text}»${cues}`] : []),
    ...claim.roles.map((r) => `      ${r.role}: ${r.name}`),
  ];
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
