import { Hono, type Context } from 'hono';

import type { Accounts } from '../app/accounts.ts';
import type { Desk } from '../app/desk.ts';
import type { Dossier } from '../app/dossier.ts';
import { idIn, type RulingDraft } from '../app/rule.ts';
import { correctableFields } from '../model/ruling.ts';
import type { Day } from '../model/time.ts';
import type { Html } from '../web/html.ts';
import { hrefTo } from '../web/links.ts';
import { renderClaimReading } from '../web/pages/claim-reading.ts';
import { renderClaim } from '../web/pages/claim.ts';
import { renderEntity } from '../web/pages/entity.ts';
import { renderEvent } from '../web/pages/event.ts';
import { renderMessage } from '../web/pages/message.ts';
import type { View } from '../web/view.ts';
import { auditIn } from './audit.ts';
import { type Fields, fieldsOf } from './form-fields.ts';
import { only } from './only.ts';
import { parseQuery, selectionQuery } from './request.ts';
import { viewOf, whoOf } from './view-of.ts';

/** A kind of line that people rule on at its address. */
interface Ruled {
  readonly folder: 'claims' | 'entities' | 'events';
  /** Where on the page of the line its rulings stand. */
  readonly anchor?: string;
  /** What the form on its page decides; `null` where it is nothing that can be done there. */
  readonly draftOf: (id: string, form: Fields) => RulingDraft | null;
  /** Its page with what speaks against the ruling; `null` where there is no such line. */
  readonly render: (dossier: Dossier, view: View, id: string, fault: string) => Promise<Html | null>;
}

const ruledLines: readonly Ruled[] = [
  {
    folder: 'claims',
    anchor: 'rulings',
    draftOf: claimDraft,
    render: async (dossier, view, id, fault) => {
      const shown = await dossier.claim(id, view.asOf);
      return shown && renderClaim({ ...view, cited: shown.cited }, shown.line, fault);
    },
  },
  {
    folder: 'entities',
    draftOf: entityDraft,
    render: async (dossier, view, id, fault) => {
      const shown = await dossier.entity(id, view.asOf);
      return shown && renderEntity({ ...view, cited: shown.cited }, shown.line, fault);
    },
  },
  {
    folder: 'events',
    draftOf: eventDraft,
    render: async (dossier, view, id, fault) => {
      const shown = await dossier.show(id, view.asOf, 'event');
      return shown?.kind === 'event' ? renderEvent({ ...view, cited: shown.cited }, shown.line, fault) : null;
    },
  },
];

/** Where people decide about the record, and how a sentence was read. Ruling is for editors alone. */
export function rulingPages(
  dossier: Dossier,
  desk: Pick<Desk, 'rule' | 'reading'>,
  today: () => Day,
  accounts?: Accounts,
): Hono {
  const app = new Hono();
  const audit = auditIn(accounts);
  const judgeOf = (c: Context, form: Fields) => ({ by: whoOf(c)?.name ?? '', why: form['why'] ?? '' });
  for (const path of ['/:folder/:id/rulings', '/rulings/:id/undo']) app.use(path, only('editor', today));

  app.get('/claims/:id/reading', async (c) => {
    const view = viewOf(c, today());
    const reading = await desk.reading(c.req.param('id'));
    return reading === null
      ? c.html(renderMessage(view, 'no-such-line'), 404)
      : c.html(renderClaimReading(view, reading));
  });
  for (const { folder, anchor, draftOf, render } of ruledLines) {
    app.post(`/${folder}/:id/rulings`, async (c) => {
      const [id, view, form] = [c.req.param('id'), viewOf(c, today()), fieldsOf(await c.req.parseBody())];
      const draft = draftOf(id, form);
      const outcome = draft
        ? await desk.rule(draft, judgeOf(c, form))
        : { kind: 'refused' as const, reason: 'action: none that can be done here' };
      const path = `/${folder}/${id}`;
      if (outcome.kind === 'ruled') {
        await audit(c, `ruling: ${outcome.ruling.action}`, id);
        return c.redirect(hrefTo(view, path, {}, anchor), 303);
      }
      const page = await render(dossier, { ...view, path }, id, outcome.reason);
      return page === null ? c.html(renderMessage(view, 'no-such-line'), 404) : c.html(page, 400);
    });
  }
  app.post('/rulings/:id/undo', async (c) => {
    const [ruling, view, form] = [c.req.param('id'), viewOf(c, today()), fieldsOf(await c.req.parseBody())];
    const outcome = await desk.rule({ action: 'undo', ruling }, judgeOf(c, form));
    if (outcome.kind === 'refused') return c.html(renderMessage(view, 'bad-request', outcome.reason), 400);
    await audit(c, 'ruling undone', ruling);
    return c.redirect(hrefTo(view, '/rulings'), 303);
  });
  return app;
}

function entityDraft(entity: string, form: Fields): RulingDraft | null {
  const { action, name = '', one = '', other = '' } = form;
  switch (action) {
    case 'rename':
      return { action, entity, name };
    case 'merge':
      return { action, entity, other };
    case 'split':
      return { action, entity, names: [one, other] };
    default:
      return null;
  }
}

function eventDraft(event: string, form: Fields): RulingDraft | null {
  const { action, one = '', other = '' } = form;
  if (action === 'merge-events') return { action, events: [event, idIn(other) ?? other] };
  return action === 'split-events' ? { action, events: [one, other] } : null;
}

function claimDraft(claim: string, form: Fields): RulingDraft | null {
  const { action } = form;
  if (action === 'accept' || action === 'reject') return { action, claim };
  const field = correctableFields.find((name) => name === form['field']);
  if (action !== 'correct' || field === undefined) return null;
  return { action, claim, field, value: field === 'time' || field === 'due' ? rangeOf(form) : form['value'] };
}

/** Days of a form; `null` where both are blank. What is no day stays as it was written, for the refusal to name. */
function rangeOf(form: Fields): unknown {
  const parsed = parseQuery(selectionQuery, new URLSearchParams({ from: form['from'] ?? '', to: form['to'] ?? '' }));
  const { from, to } = parsed.kind === 'asked' ? parsed.asked : { from: form['from'], to: form['to'] };
  return from === undefined && to === undefined ? null : { from: from || null, to: to || null };
}
