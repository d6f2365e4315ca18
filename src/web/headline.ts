import type { Claim, Figure, Role, RoleName, Stage } from '../model/claim.ts';
import type { Event } from '../model/record.ts';
import { formatFigure } from './format.ts';
import { html, short, type Html } from './html.ts';
import { hrefTo } from './links.ts';
import { nameOf } from './names.ts';
import { type View, tellingFirst } from './view.ts';
import { words } from './words.data.ts';

/** A claim, or the claims about one happening as an event. */
export type Happening = Claim | Event;

/** What a line is about in a few words, made of its roles: «Велория, Сомерия · Лерсбург». Entities lead to their pages. */
export function headline(view: View, line: Happening): Html {
  return html`${piecesOf(view, line).map((piece) => (typeof piece === 'string' ? piece : linkedRole(view, piece)))}`;
}

/** Whether the headline is the words of the text, since the roles say too little: then the words need not follow once more. */
export function isToldInWords(view: View, line: Happening): boolean {
  const pieces = mainPieces(view, line);
  if (pieces.some((piece) => typeof piece !== 'string' && leansOnText(piece))) return true;
  return pieces.length === 0 || (pieces.length === 1 && !speakingAlone.has(line.type));
}

/** The same without links, for titles and labels. */
export function headlineText(view: View, line: Happening): string {
  return piecesOf(view, line)
    .map((piece) => (typeof piece === 'string' ? piece : roleText(view, piece)))
    .join('');
}

/** The filler of a role: the entity's name with its page, or the words of the text. */
export function linkedRole(view: View, role: Role): Html {
  const entity = role.entity === null ? undefined : view.cited.entities.get(role.entity);
  if (entity === undefined) return html`${short(role.name, 160)}`;
  return html`<a href="${hrefTo(view, `/entities/${entity.id}`)}">${nameOf(view, entity)}</a>`;
}

/** Entities by their ids as links; those without a page of their own, people who are only words in a text, are left out. */
export function linkedEntities(view: View, ids: readonly string[]): readonly Html[] {
  return ids.flatMap((id) => {
    const entity = view.cited.entities.get(id);
    return entity ? [html`<a href="${hrefTo(view, `/entities/${id}`)}">${nameOf(view, entity)}</a>`] : [];
  });
}

type Piece = string | Role;

/** Kinds of lines that one role tells: who spoke, which exercise. Of others, «Тальмар» alone tells nothing. */
const speakingAlone = new Set<Happening['type']>(['statement', 'position', 'agreement', 'exercise', 'figure']);

/** Words that stand for what the text named before: alone, or as the first of a phrase, they tell nothing without it. */
const standIns =
  /^(?:он|она|оно|они|его|её|ее|их|него|неё|нее|них|мы|вы|я|это|этот|эта|эти|тот|та|те|такой|такая|такое|такие|который|которая|которое|которые|свой|своя|своё|свое|свои|наш|наша|наше|наши|данный|данная|данное|данные|последний|последняя|последние|себя|кто|что|всё|все)(?!\p{L})/iu;

/** «стороны», «обе стороны», «две стороны»: whose, only the text tells. «сторона договора» says more and is left. */
const barePart =
  /^(?:(?:обе|две|три|другая|другие|противная|вторая|первая) )?(?:сторона|стороны|участник|участники)$/iu;

/** A number and no name: «5», «1 200», «2,5 %». */
const bareNumber = /^\d[^\p{L}]*$/u;

/** A filler that is a pronoun, «сторона», «его действие» or a bare number: a headline of it would tell nobody anything. */
function leansOnText({ entity, name }: Role): boolean {
  return entity === null && (standIns.test(name) || barePart.test(name) || bareNumber.test(name));
}

/** The roles in order; the words of the text where the roles say too little. */
function piecesOf(view: View, line: Happening): readonly Piece[] {
  const pieces = mainPieces(view, line);
  const place = line.type === 'statement' || line.type === 'position' ? [] : listed(line, ['place']);
  if (!isToldInWords(view, line)) return chained(pieces, ' · ', place);
  const claim = firstClaimOf(view, line);
  return claim === undefined ? [...pieces, ...place] : [short(wordsOf(view, claim), 120)];
}

/** How much of a clause may stand before the evidence for it to be taken along. */
const longestLead = 24;

/**
 * The words of the text as a headline, with a capital. Evidence that begins within a phrase takes the few words before it
 * along: «[В марте ]2025 года стороны встретились».
 */
function wordsOf(view: View, claim: Claim): string {
  const { text } = claim.evidence;
  const passage = view.cited.passages.get(claim.id);
  const lead = passage ? (/[^.,;:!?«»"()—–]*$/u.exec(passage.text.slice(0, passage.mark.start))?.[0] ?? '') : '';
  const begun = /^[\p{Ll}\d]/u.test(text) && lead.trim() !== '' && lead.length <= longestLead;
  const told = begun ? lead.trimStart() + text : text;
  return told.charAt(0).toUpperCase() + told.slice(1);
}

function mainPieces(view: View, line: Happening): readonly Piece[] {
  const t = words[view.language];
  switch (line.type) {
    case 'statement':
      return chained(listed(line, ['speaker']), ' → ', listed(line, ['addressee']));
    case 'position':
      return chained(
        listed(line, ['person']),
        ' — ',
        chained(listed(line, ['post']), ', ', listed(line, ['organisation'])),
      );
    case 'agreement': {
      const stage = stageOf(view, line);
      return chained(listed(line, ['agreement', 'party']), ': ', stage === null ? [] : [t.stage[stage]]);
    }
    case 'meeting':
      return listed(line, ['actor', 'party']);
    case 'exercise':
      return chained(listed(line, ['exercise']), ' · ', listed(line, ['party', 'actor']));
    case 'supply':
      return chained(
        chained(listed(line, ['supplier']), ' → ', listed(line, ['recipient'])),
        ': ',
        listed(line, ['object']),
      );
    case 'deployment':
    case 'institution':
      return chained(listed(line, ['actor']), ': ', listed(line, ['object']));
    case 'measure':
      return chained(chained(listed(line, ['actor']), ' → ', listed(line, ['target'])), ': ', listed(line, ['object']));
    case 'figure': {
      const figure = figureOf(view, line);
      return chained(
        listed(line, ['indicator', 'object']),
        ' — ',
        figure === null ? [] : [formatFigure(figure, view.language)],
      );
    }
    case 'event':
      return chained(listed(line, ['actor', 'party']), ': ', listed(line, ['object']));
  }
}

/** The fillers of the first of these roles that the line has, joined by commas; what another filler holds within it once. */
function listed(line: Happening, names: readonly RoleName[]): readonly Piece[] {
  for (const name of names) {
    const roles = line.roles.filter((role) => role.role === name);
    const told = roles.filter((role, i) => !roles.some((other, k) => k !== i && saysMore(other, role, k < i)));
    if (told.length > 0) return told.slice(0, 6).flatMap((role, i) => (i === 0 ? [role] : [', ', role]));
  }
  return [];
}

/** «запрет на импорт рыбы» says more than «запрет»; of equals, the earlier. */
function saysMore(other: Role, role: Role, earlier: boolean): boolean {
  if (other.name === role.name || (other.entity !== null && other.entity === role.entity)) return earlier;
  return (
    (role.entity === null || role.role === 'object') &&
    other.name.length > role.name.length &&
    other.name.toLowerCase().includes(role.name.toLowerCase())
  );
}

function chained(before: readonly Piece[], separator: string, after: readonly Piece[]): readonly Piece[] {
  return before.length > 0 && after.length > 0 ? [...before, separator, ...after] : [...before, ...after];
}

function stageOf(view: View, line: Happening): Stage | null {
  const claim = firstClaimOf(view, line);
  return claim?.type === 'agreement' ? claim.stage : null;
}

function figureOf(view: View, line: Happening): Figure | null {
  const claim = firstClaimOf(view, line);
  return claim?.type === 'figure' ? claim.figure : null;
}

function firstClaimOf(view: View, line: Happening): Claim | undefined {
  return line.kind === 'claim'
    ? line
    : tellingFirst(view, line)
        .map((id) => view.cited.claims.get(id))
        .find((claim) => claim !== undefined);
}

/** The filler of a role as text, in the reader's letters where it is an entity. */
export function roleText(view: View, role: Role): string {
  const entity = role.entity === null ? undefined : view.cited.entities.get(role.entity);
  return entity ? nameOf(view, entity) : short(role.name, 160);
}
