import { nameOfDatabase } from '../app/dossier-place.ts';
import type { DocumentCard, Shown } from '../model/answer.ts';
import type { Claim } from '../model/claim.ts';
import type { CopiedPart } from '../model/document.ts';
import type { Agreement, Commitment, Event } from '../model/record.ts';
import { formatDays } from './format-days.ts';
import { namesOf } from './list-commands.ts';
import { dayOf, withDossier } from './open-existing.ts';
import type { SharedOptions } from './options.ts';
import { citedAsLists } from './run-list.ts';
import { CommandError, exitCodes, type Streams } from './streams.ts';

/** `servanda show`: whatever an id leads to. */
export async function runShow(id: string, options: SharedOptions, streams: Streams): Promise<number> {
  const shown = await withDossier(options.db, (dossier) => dossier.show(id, dayOf(options.asOf, streams)));
  if (!shown) throw new CommandError(`nothing in ${nameOfDatabase(options.db)} has the id ${id}`, exitCodes.failed);
  if (options.json) {
    streams.out(
      `${JSON.stringify({ kind: shown.kind, line: shown.line, cited: citedAsLists(shown.cited) }, null, 2)}\n`,
    );
  } else streams.out(`${renderShown(shown).join('\n')}\n`);
  return exitCodes.done;
}

/** «copied from ID Вестник: «Министры двух прибрежных стран…», 412 characters». */
function copiedLine(text: string, { start, stop, from }: CopiedPart, roots: readonly DocumentCard[]): string {
  const root = roots.find(({ id }) => id === from);
  const words = text.slice(start, stop).replaceAll(/\s+/gu, ' ');
  const opening = words.length > 80 ? `${words.slice(0, 80)}…` : words;
  return `copied from ${from} ${root?.outlet ?? root?.source ?? ''}: «${opening}», ${stop - start} characters`;
}

function renderShown(shown: Shown): readonly string[] {
  switch (shown.kind) {
    case 'document': {
      const { document, claims, reprints, copiedFrom, versions, earlier } = shown.line;
      const order = (id: string): string => (earlier?.ids.includes(id) ? 'earlier' : 'later');
      return [
        `document ${document.id}`,
        `${document.title ?? '(no title)'} · ${document.outlet ?? '(no outlet)'} · ${formatDays(document.published)}`,
        `source ${document.source}`,
        ...reprints.map((d) => `same origin: ${d.id} ${d.outlet ?? d.source}`),
        ...(document.copied ?? []).map((part) => copiedLine(document.text, part, copiedFrom)),
        ...versions.map((d) => `${order(d.id)} version: ${d.id} ${formatDays(d.published)}`),
        ...(document.corrections ?? []).map((c) => `${c.type}: ${c.text}`),
        '',
        document.text,
        '',
        ...(earlier ? [`changed since ${earlier.ids[0] ?? ''}:`] : []),
        ...(earlier?.changes ?? []).map(({ kind, text }) => `${kind === 'added' ? '+' : '-'} ${text}`),
        ...(earlier ? [''] : []),
        ...claims.map((c) => claimLine(c, shown)),
      ];
    }
    case 'entity': {
      const { entity, positions, statements, events, agreements, commitments } = shown.line;
      return [
        `${entity.type} ${entity.id}`,
        [entity.name, ...entity.aliases].join(' = '),
        ...[...positions, ...statements].map((c) => claimLine(c, shown)),
        ...events.map((e) => eventLine(e, shown)),
        ...agreements.flatMap((a) => agreementLines(a, shown)),
        ...commitments.flatMap((c) => commitmentLines(c, shown)),
      ];
    }
    case 'claim': {
      const { claim, document, events, agreements, commitments } = shown.line;
      return [
        claimLine(claim, shown),
        ...claim.roles.map((r) => `  ${r.role}: ${namesOf([r], shown.cited)} («${r.text}»)`),
        ...claim.attribution.map((a) => `  ${a.role}: ${a.name}`),
        `  rule: ${claim.rule} (${claim.confidence})`,
        `  document: ${document.id} ${document.title ?? document.source}`,
        ...events.map((e) => eventLine(e, shown)),
        ...agreements.flatMap((a) => agreementLines(a, shown)),
        ...commitments.flatMap((c) => commitmentLines(c, shown)),
      ];
    }
    case 'event':
      return [eventLine(shown.line, shown), ...passages(shown.line.claims, shown)];
    case 'agreement':
      return agreementLines(shown.line, shown);
    case 'commitment':
      return commitmentLines(shown.line, shown);
  }
}

function claimLine(claim: Claim, shown: Shown): string {
  const { type, status, time, id, evidence, roles } = claim;
  return `claim ${id} ${type} ${status} ${formatDays(time)} [${namesOf(roles, shown.cited)}] «${evidence.text}»`;
}

function eventLine(event: Event, shown: Shown): string {
  const { id, type, status, time, roles, documents, origins } = event;
  const reports = `${documents} documents, ${origins} origins`;
  return `event ${id} ${type} ${status} ${formatDays(time)} [${namesOf(roles, shown.cited)}] ${reports}`;
}

function agreementLines(agreement: Agreement, shown: Shown): readonly string[] {
  const { id, name, current, stages } = agreement;
  return [
    `agreement ${id} ${name}${current ? ` (${current})` : ''}`,
    ...stages.flatMap((s) => [`  ${s.stage} ${s.status} ${formatDays(s.time)}`].concat(passages(s.claims, shown))),
  ];
}

function commitmentLines(commitment: Commitment, shown: Shown): readonly string[] {
  const { id, force, due, outcome, claim } = commitment;
  return [
    `commitment ${id} ${force} due ${formatDays(due) || '(no day)'}`,
    ...passages([claim], shown),
    `  outcome as of ${commitment.asOf}: ${outcome.status} ${formatDays(outcome.time)} — ${outcome.why}`,
    ...passages(outcome.claims, shown),
  ];
}

function passages(claims: readonly string[], shown: Shown): readonly string[] {
  return claims.flatMap((id) => {
    const passage = shown.cited.passages.get(id);
    const outlet = shown.cited.documents.get(passage?.document ?? '')?.outlet;
    return passage ? [`    «${passage.text}» — ${outlet ?? passage.document}, ${id}`] : [];
  });
}
