import type { Claim } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Record } from '../model/record.ts';
import type { DayRange } from '../model/time.ts';

export interface BriefOptions {
  readonly title: string;
  /** Address of a document's page, for the footnotes; its source where absent. */
  readonly addressOf?: (document: Document) => string;
}

/**
 * A record, or the part of one, as a Markdown dossier: agreements with their stages, commitments with their outcomes, the
 * timeline and contradictions, each line with footnotes that give outlet, day, sentence and address.
 */
export function renderMarkdownBrief(record: Record, { title, addressOf = (d) => d.source }: BriefOptions): string {
  const claims = new Map(record.claims.map((c) => [c.id, c]));
  const documents = new Map(record.documents.map((d) => [d.id, d]));
  const numbers = new Map<string, number>();
  const cite = (ids: readonly string[]) =>
    ids
      .filter((id) => claims.has(id))
      .map((id) => {
        if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
        return `[^${numbers.get(id)}]`;
      })
      .join('');
  const say = (id: string | undefined) => quoteOf(claims.get(id ?? ''));
  const events = record.events
    .filter((e) => !silent.has(e.type))
    .toSorted((a, b) => ((a.time?.from ?? '9999') < (b.time?.from ?? '9999') ? -1 : 1));
  const sections = [
    section(
      'Agreements',
      record.agreements.map((a) =>
        [
          `**${plain(a.name)}** (${a.current ?? 'nothing reported yet'})`,
          ...a.stages.map((s) => `  - ${s.stage}, ${s.status}, ${days(s.time)}${cite(s.claims)}`),
        ].join('\n'),
      ),
    ),
    section(
      'Commitments',
      record.commitments.map(
        (c) =>
          `**${c.outcome.status}** ${say(c.claim)}, due ${days(c.due)}${cite(c.claims)}${c.outcome.claims.length > 0 ? `: ${say(c.outcome.claims[0])}${cite(c.outcome.claims)}` : ''}`,
      ),
    ),
    section(
      'Timeline',
      events.map(
        (e) =>
          `${days(e.time)}: ${e.type}, ${e.status}. ${say(e.claims[0])} (${e.documents} documents, ${e.origins} origins)${cite(e.claims)}`,
      ),
    ),
    section(
      'Contradictions',
      record.events.flatMap((e) =>
        e.conflicts.map(
          (c) => `${c.field}: ${c.values.map((v) => `${valueOf(v.value)}${cite(v.claims)}`).join(' against ')}`,
        ),
      ),
    ),
  ];
  const notes = [...numbers].flatMap(([id, n]) => {
    const claim = claims.get(id);
    const document = claim && documents.get(claim.document);
    return claim && document
      ? [
          `[^${n}]: ${plain(document.outlet ?? 'unknown outlet')}, ${days(document.published)}: ${quoteOf(claim)} ${linkTo(addressOf(document))}`,
        ]
      : [];
  });
  return `${[`# ${plain(title)}`, `As of ${record.header.asOf}.`, ...sections.filter((s) => s !== ''), notes.join('\n')].join('\n\n')}\n`;
}

const silent: ReadonlySet<string> = new Set(['statement', 'position', 'figure', 'agreement']);

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

function quoteOf(claim: Claim | undefined): string {
  return claim ? `«${plain(claim.evidence.text)}»` : '';
}

function days(range: DayRange | null): string {
  if (range === null) return 'no day known';
  if (range.from === range.to) return range.from ?? 'no day known';
  return `${range.from ?? '…'} to ${range.to ?? '…'}`;
}

function valueOf(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'from' in value && 'to' in value) {
    return days({
      from: typeof value.from === 'string' ? value.from : null,
      to: typeof value.to === 'string' ? value.to : null,
    });
  }
  return plain(typeof value === 'string' ? value : JSON.stringify(value));
}

function linkTo(address: string): string {
  return /^https?:\/\/[^\s<>]+$/u.test(address) ? `<${address}>` : plain(address);
}

/** Text of strangers with nothing that Markdown or HTML would act on. */
function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').replaceAll(/[\\`*_[\]<>#|]/gu, (mark) => `\\${mark}`);
}
