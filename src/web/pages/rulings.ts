import { may } from '../../model/account.ts';
import type { ClaimFile, RulingNote } from '../../model/answer.ts';
import { stages, statuses, tenses, type Claim } from '../../model/claim.ts';
import type { Ruling } from '../../model/ruling.ts';
import { deskWords } from '../desk-words.data.ts';
import { dayField, selectField } from '../fields.ts';
import { formatRange } from '../format.ts';
import { html, short, type Html } from '../html.ts';
import { hrefTo } from '../links.ts';
import { carried, layout } from '../layout.ts';
import { instantTag } from '../parts.ts';
import type { View } from '../view.ts';
import { words } from '../words.data.ts';

/** Everything that people decided, latest first; with `about`, only where its words stand in what was ruled on or why. */
export function renderRulings(view: View, all: readonly RulingNote[]): Html {
  const t = deskWords[view.language];
  const asked = (view.aboutName ?? '').toLowerCase();
  const notes = all.filter(
    ({ ruling }) => asked === '' || wordsOf(ruling).some((one) => one.toLowerCase().includes(asked)),
  );
  return layout(view, {
    title: t.rulings,
    lead: t.rulingsLead,
    main: html`<form class="filters" action="/rulings">
        ${carried(view, ['lang', 'letters', 'as-of'])}
        <label>${t.calendarAbout} <input name="about" value="${view.aboutName ?? ''}" maxlength="200" /></label>
        <button>${t.calendarMake}</button>
      </form>
      ${notes.length === 0 ? html`<p class="nothing">${t.noRulings}</p>` : rulingList(view, notes)}`,
  });
}

/** What a ruling is about, who made it and why, in words. */
function wordsOf(ruling: Ruling): readonly string[] {
  const own = [ruling.why, ruling.by];
  if ('target' in ruling) return [...own, ruling.target.evidence];
  if ('targets' in ruling) return [...own, ...ruling.targets.map(({ evidence }) => evidence)];
  if ('entities' in ruling) return [...own, ...ruling.entities.map(({ name }) => name)];
  return 'name' in ruling ? [...own, ruling.entity.name, ruling.name] : own;
}

/** What people decided about a claim, and where the reader may, the forms to decide. */
export function claimRulings(view: View, file: ClaimFile, fault: string | null): Html | null {
  const t = deskWords[view.language];
  const editing = may(view.who, 'editor');
  if (!editing && file.rulings.length === 0) return null;
  return html`<section class="rulings" id="rulings">
    <h2>${t.ruling}</h2>
    ${fault !== null && html`<p class="fault" role="alert"><strong>${t.refused}.</strong> ${fault}</p>`}
    ${file.ruled === 'rejected' && html`<p class="rejected-note">${t.rejectedNote}</p>`}
    ${file.rulings.length > 0 && rulingList(view, file.rulings, { withTarget: false })}
    ${editing && html`${verdictForm(view, file)} ${correctionForms(view, file.claim)}`}
  </section>`;
}

function rulingList(view: View, notes: readonly RulingNote[], { withTarget = true } = {}): Html {
  const t = deskWords[view.language];
  const undone = new Set(notes.flatMap(({ ruling }) => (ruling.action === 'undo' ? [ruling.ruling] : [])));
  return html`<ol class="ruling-list">
    ${notes
      .filter(({ ruling }) => ruling.action !== 'undo')
      .map(
        ({ ruling, stands }) =>
          html`<li class="${stands ? 'stands' : 'undone'}" id="ruling-${ruling.id}">
            <p>
              <strong>${t.action[ruling.action]}</strong
              >${'field' in ruling && html`: ${t.field[ruling.field].toLowerCase()} → ${valueOf(view, ruling)}`}
              ${(!stands || undone.has(ruling.id)) && html` <span class="kicker">${t.undone}</span>`}
            </p>
            ${withTarget && subjectOf(view, ruling)}
            <p>${short(ruling.why, 1000)}</p>
            <p class="meta">
              <span>${short(ruling.by, 80)}</span>
              ${instantTag(ruling.at)}
            </p>
            ${stands && may(view.who, 'editor') && undoForm(view, ruling)}
          </li>`,
      )}
  </ol>`;
}

/** What a ruling is about: the words of a claim, the names of entities. */
function subjectOf(view: View, ruling: Ruling): Html | null {
  if ('target' in ruling) return targetLink(view, ruling.target);
  if ('targets' in ruling) return html`${ruling.targets.map((target) => targetLink(view, target))}`;
  if ('entities' in ruling) return html`<p>${ruling.entities.map(({ name }) => short(name, 120)).join(' / ')}</p>`;
  return 'name' in ruling ? html`<p>${short(ruling.entity.name, 120)} → ${short(ruling.name, 120)}</p>` : null;
}

function targetLink(view: View, target: { readonly claim: string; readonly evidence: string }): Html {
  return html`<p class="ruling-target">
    <a href="${hrefTo(view, `/claims/${target.claim}`)}">«${short(target.evidence, 240)}»</a>
  </p>`;
}

function valueOf(view: View, ruling: Ruling & { readonly action: 'correct' }): string {
  const t = words[view.language];
  const { field, value } = ruling;
  if (value === null) return deskWords[view.language].noDay;
  if (typeof value === 'object' && 'from' in value && 'to' in value)
    return formatRange({ from: dayOrNull(value.from), to: dayOrNull(value.to) }, view.language);
  if (field === 'status') return labelIn(t.statusName, value);
  if (field === 'stage') return labelIn(t.stage, value);
  return labelIn(t.tense, value);
}

function labelIn(labels: Readonly<Record<string, string>>, value: unknown): string {
  return labels[String(value)] ?? short(String(value), 80);
}

function dayOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function undoForm(view: View, { id }: Ruling): Html {
  const t = deskWords[view.language];
  return html`<details>
    <summary>${t.undo}</summary>
    <form class="ruling-form" method="post" action="${hrefTo(view, `/rulings/${id}/undo`)}">
      ${reasonField(view)}<button>${t.undo}</button>
    </form>
  </details>`;
}

function verdictForm(view: View, { claim, ruled }: ClaimFile): Html {
  const t = deskWords[view.language];
  return html`<form class="ruling-form" method="post" action="${hrefTo(view, `/claims/${claim.id}/rulings`)}">
    ${reasonField(view)}
    <span class="buttons"
      ><button class="quiet" name="action" value="accept">${t.accept}</button
      >${ruled !== 'rejected' && html`<button name="action" value="reject">${t.reject}</button>`}</span
    >
  </form>`;
}

/** One form a field that the claim has, since one ruling sets one field. */
function correctionForms(view: View, claim: Claim): Html {
  const t = words[view.language];
  const d = deskWords[view.language];
  const named = (names: Readonly<Record<string, string>>, of: readonly string[]) =>
    of.map((value) => [value, names[value] ?? value] as const);
  const forms: readonly (readonly [field: keyof typeof d.field, input: Html])[] = [
    ['status', selectField('value', named(t.statusName, statuses), claim.status)],
    ['time', rangeFields(view, claim.time)],
    ...(claim.future ? ([['due', rangeFields(view, claim.future.due)]] as const) : []),
    ...(claim.type === 'agreement'
      ? ([['stage', selectField('value', named(t.stage, stages), claim.stage)]] as const)
      : []),
    ...(claim.type === 'position'
      ? ([['tense', selectField('value', named(t.tense, tenses), claim.tense)]] as const)
      : []),
  ];
  return html`<details class="corrections">
    <summary>${d.correct}</summary>
    ${forms.map(
      ([field, input]) =>
        html`<form class="ruling-form" method="post" action="${hrefTo(view, `/claims/${claim.id}/rulings`)}">
          <input type="hidden" name="action" value="correct" /><input type="hidden" name="field" value="${field}" />
          <fieldset>
            <legend>${d.field[field]}</legend>
            ${field === 'time' || field === 'due' ? input : html`<label>${d.newValue} ${input}</label>`}
            ${reasonField(view)}
            <button>${d.correct}</button>
          </fieldset>
        </form>`,
    )}
  </details>`;
}

function rangeFields(view: View, range: { readonly from: string | null; readonly to: string | null } | null): Html {
  const t = deskWords[view.language];
  return html`<label>${t.firstDay} ${dayField(view, { name: 'from', value: range?.from ?? '' })}</label>
    <label>${t.lastDay} ${dayField(view, { name: 'to', value: range?.to ?? '' })}</label>`;
}

/** Why somebody rules so: no ruling goes without. */
export function reasonField(view: View): Html {
  return html`<label class="reason-field"
    >${deskWords[view.language].reason} <input name="why" required maxlength="1000"
  /></label>`;
}
