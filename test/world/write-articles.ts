import type { Claim, Future, Role, RoleName, Status } from '../../src/model/claim.ts';
import type { Document } from '../../src/model/document.ts';
import type { EntityType } from '../../src/model/entity.ts';
import { claimId, documentId } from '../../src/model/ids.ts';
import type { ClaimTime } from '../../src/model/time.ts';
import { dayNumber, dayText } from '../../src/record/window.ts';
import { makeDice, type Dice, type Fact, type World, type WorldPerson } from './make-world.ts';
import { dayInWords, monthInWords, sentenceOf, type Telling } from './sentences.ts';
import { capitals, declineLast, outlets, type Forms } from './words.data.ts';

/** A sentence of an article, the fact that it tells, and the claim that a perfect reader takes out of it. */
export interface Assertion {
  readonly fact: string;
  readonly telling: Telling;
  readonly claim: Claim;
  /** By role of the claim, which entity of the world it is; `null` for what is none. */
  readonly truths: readonly (string | null)[];
}

export interface Article {
  readonly document: Document;
  readonly assertions: readonly Assertion[];
}

/** What newsrooms write about a world: plans and reports in many wordings, reprints, background paragraphs, and errors. */
export function writeArticles(world: World, seed: number): readonly Article[] {
  const dice = makeDice(seed + 1);
  const jobs = world.facts.flatMap((fact) => jobsOf(dice, fact));
  const articles = jobs.map((job, i) => writeArticle(dice, job, jobs, i));
  const reprints = articles.flatMap((article) =>
    dice.chance(0.18) ? [reprint(article, dice.pick(outlets.filter((o) => o !== article.document.outlet)))] : [],
  );
  return [...articles, ...reprints].toSorted((a, b) => (a.document.id < b.document.id ? -1 : 1));
}

/** One article to be written: its main fact and day. */
interface Job {
  readonly fact: Fact;
  readonly telling: Telling;
  readonly day: number;
  /** The outlet got the day or the number wrong. */
  readonly errs: boolean;
  /** Told in an article about something else: a paper that looks back says when it was. */
  readonly isBackground: boolean;
}

function jobsOf(dice: Dice, fact: Fact): readonly Job[] {
  const jobs: Job[] = [];
  const tell = (telling: Telling, day: number, times: number) => {
    for (let i = 0; i < times; i++) {
      const errs = telling === 'done' && i > 0 && dice.chance(0.2);
      jobs.push({ fact, telling, day: day + dice.below(3), errs, isBackground: false });
    }
  };
  const { plan, day } = fact;
  if (plan) {
    tell('plan', plan.said, 1 + dice.below(2));
    if (plan.moved) tell('moved', plan.moved.said, 1);
    if (plan.outcome === 'broken') tell('denied', plan.to + 2, 1 + dice.below(2));
    if (plan.outcome === 'cancelled') tell('cancelled', Math.max(plan.said + 3, plan.from - 10), 1 + dice.below(2));
  }
  if (day !== null) tell('done', day, 1 + dice.below(3));
  return jobs;
}

/** Title, dateline, the main sentence, and often a paragraph of background about an earlier fact of the same states. */
function writeArticle(dice: Dice, job: Job, jobs: readonly Job[], index: number): Article {
  const told = [job];
  const earlier = jobs.filter(
    (j) =>
      j.fact !== job.fact &&
      j.telling === 'done' &&
      j.fact.day !== null &&
      j.fact.day < job.day - 5 &&
      !j.errs &&
      j.fact.states.some((s) => job.fact.states.includes(s)),
  );
  if (earlier.length > 0 && dice.chance(0.6)) told.push({ ...dice.pick(earlier), day: job.day, isBackground: true });
  const published = dayText(job.day);
  const outlet = dice.pick(outlets);
  const dateline = dice.chance(0.5)
    ? `${dice.pick(capitals)}. ${dayInWords(job.day, true)}. ${outlet} - `
    : `${dayInWords(job.day, true)}\n\n`;
  const drafts = told.map((j) => draftOf(dice, j));
  const title = drafts[0] ? titleOf(job.fact, index) : '';
  let text = `${title}\n\n${dateline}`;
  const placed = drafts.map((draft, i) => {
    if (i > 0) text += '\n\n';
    const start = text.length;
    text += draft.sentence;
    return { draft, start };
  });
  const source = `https://press.example/${published}/${index}`;
  const document: Document = {
    kind: 'document',
    id: documentId(source, text),
    source,
    outlet,
    title,
    language: 'ru',
    published: { from: published, to: published, basis: 'metadata', why: 'the world says so' },
    publishedTime: null,
    replaces: null,
    text,
    removed: [],
    capture: { at: '2026-01-01T00:00:00Z', sha256: documentId('sha', text) },
    origin: documentId(source, text),
  };
  const assertions = placed.flatMap(({ draft, start }) => assertionsOf(draft, document, start));
  return { document, assertions: onceEachPost(assertions) };
}

/** A position is one claim a document, however often the document gives it. */
function onceEachPost(assertions: readonly Assertion[]): readonly Assertion[] {
  const posts = new Set<string>();
  return assertions.filter(({ fact, claim }) => {
    if (claim.type !== 'position') return true;
    const isFirst = !posts.has(fact);
    posts.add(fact);
    return isFirst;
  });
}

/** A headline that says what it is about and claims nothing of its own. */
function titleOf(fact: Fact, index: number): string {
  const [a, b] = fact.states.map((s) => s.name);
  return `Об отношениях ${a?.gen} и ${b?.gen}, выпуск ${index + 1}`;
}

function reprint({ document, assertions }: Article, outlet: string): Article {
  const source = `${document.source}/reprint`;
  const copy: Document = { ...document, id: documentId(source, document.text), source, outlet };
  const claims = assertions.map((a): Assertion => {
    const claim = { ...a.claim, document: copy.id };
    return { ...a, claim: { ...claim, id: claimId(claim) } };
  });
  return { document: copy, assertions: claims };
}

interface Draft {
  readonly job: Job;
  readonly sentence: string;
  readonly time: ClaimTime | null;
  readonly value: number;
  readonly withPosts: boolean;
  readonly withPlace: boolean;
  readonly called: readonly Called[];
}

/** A person as this article calls them. */
interface Called {
  readonly person: WorldPerson;
  readonly called: Forms;
}

/** In full, with an initial, or by surname alone. */
function callIn(dice: Dice, { name, first, surname }: WorldPerson): Forms {
  const how = dice.roll();
  if (how < 0.75) return name;
  const last = declineLast(surname);
  return how < 0.9 ? prefixed(`${first.charAt(0)}. `, last) : last;
}

function prefixed(prefix: string, forms: Forms): Forms {
  const { nom, gen, dat, acc, ins, loc } = forms;
  const put = (form: string) => prefix + form;
  return { nom: put(nom), gen: put(gen), dat: put(dat), acc: put(acc), ins: put(ins), loc: put(loc) };
}

function draftOf(dice: Dice, job: Job): Draft {
  const { fact, telling } = job;
  const days = daysOf(job);
  const year = dayText(job.day).slice(0, 4) !== dayText(days.from).slice(0, 4) || job.day - days.from > 60;
  const off = job.errs && fact.type !== 'figure' && fact.type !== 'supply' ? (dice.chance(0.5) ? 1 : 2) : 0;
  const value = job.errs && (fact.type === 'figure' || fact.type === 'supply') ? fact.value * 2 : fact.value;
  const exact = fact.type !== 'figure' && days.from === days.to;
  const how = dice.roll();
  const time = !exact || how < 0.6 ? days : how < 0.8 || job.isBackground ? monthOf(days.from) : null;
  const shown = exact && time !== null && how < 0.6 ? { from: days.from - off, to: days.from - off } : time;
  const when =
    fact.type === 'figure'
      ? `в ${fact.thing?.name} году`
      : shown === null
        ? ''
        : shown.from === shown.to
          ? dayInWords(shown.from, year)
          : monthInWords(shown.from, year);
  const withPosts = dice.chance(0.6);
  const withPlace = dice.chance(0.7);
  const called = fact.people.map((person) => ({ person, called: callIn(dice, person) }));
  return {
    job,
    sentence: sentenceOf(dice, fact, telling, {
      when,
      value,
      withPosts,
      withPlace,
      called: called.map((c) => c.called),
    }),
    called,
    time: shown && { from: dayText(shown.from), to: dayText(shown.to), text: when },
    value,
    withPosts,
    withPlace,
  };
}

interface Days {
  readonly from: number;
  readonly to: number;
}

function daysOf({ fact, telling }: Job): Days {
  const { plan, day } = fact;
  if (fact.type === 'figure')
    return { from: dayNumber(`${fact.thing?.name}-01-01`), to: dayNumber(`${fact.thing?.name}-12-31`) };
  if (telling === 'done' && day !== null) return { from: day, to: day };
  const due = telling === 'moved' ? plan?.moved : plan;
  if (!due) throw new Error(`${fact.id} has no days for ${telling}`);
  return { from: due.from, to: due.to };
}

function monthOf(day: number): Days {
  const month = dayText(day).slice(0, 7);
  const from = dayNumber(`${month}-01`);
  return { from, to: dayNumber(`${dayText(from + 32).slice(0, 7)}-01`) - 1 };
}

const statusOf: Readonly<Record<Telling, Status>> = {
  plan: 'planned',
  done: 'happened',
  denied: 'denied',
  cancelled: 'cancelled',
  moved: 'planned',
};

/** The claim of the sentence, and those of the posts that it names. */
function assertionsOf(draft: Draft, document: Document, start: number): readonly Assertion[] {
  const { fact, telling } = draft.job;
  const evidence = { start, stop: start + draft.sentence.length, text: draft.sentence };
  const fillers = rolesOf(draft);
  const status = statusOf[telling];
  const range = draft.time && { from: draft.time.from, to: draft.time.to };
  const future: Future | null = status === 'planned' ? { force: 'plan', by: [], due: range } : null;
  const base = {
    kind: 'claim' as const,
    document: document.id,
    status,
    time: draft.time,
    roles: fillers.map((n) => n.role),
    attribution: document.outlet === null ? [] : [{ role: 'outlet' as const, name: document.outlet, entity: null }],
    evidence,
    rule: 'world',
    confidence: 1,
    future,
  };
  const main = finish({ ...base, id: claimId({ ...base, type: fact.type }) }, draft);
  const assertion = { fact: fact.id, telling, claim: main, truths: fillers.map((n) => n.truth) };
  const posts = draft.withPosts ? draft.called.map((called) => positionOf(called, base)) : [];
  return [assertion, ...posts];
}

type Fields = Omit<Claim, 'id' | 'type' | 'mode' | 'quote' | 'tense' | 'stage' | 'figure'>;
type Unfinished = Fields & Pick<Claim, 'id'>;

function finish(base: Unfinished, { job: { fact }, value }: Draft): Claim {
  switch (fact.type) {
    case 'agreement':
      return { ...base, type: 'agreement', stage: fact.stage ?? 'signed' };
    case 'figure':
      return { ...base, type: 'figure', figure: { value, unit: 'USD', approx: false, change: null } };
    case 'meeting':
    case 'exercise':
    case 'supply':
      return { ...base, type: fact.type };
    default:
      throw new Error(`the world has no facts of type ${fact.type}`);
  }
}

interface Named {
  readonly role: Role;
  readonly truth: string | null;
}

/** Who and what the sentence names: a wording may leave out the place or the parties. */
function rolesOf({ job: { fact, telling }, value, withPlace, called, sentence }: Draft): readonly Named[] {
  const isTold = (forms: Forms) => Object.values(forms).some((form) => sentence.includes(form));
  const states = (...names: readonly RoleName[]) =>
    fact.states.flatMap((s, i) =>
      isTold(s.name) ? [named(names[i] ?? names[0] ?? 'party', s.name.nom, 'state', s.id)] : [],
    );
  const thing = fact.thing ?? { id: '', name: '' };
  switch (fact.type) {
    case 'agreement':
      return [named('agreement', thing.name, 'agreement', thing.id), ...states('party')];
    case 'exercise':
      return [named('exercise', thing.name, 'exercise', thing.id), ...states('party')];
    case 'supply': {
      const [plural = '', genitive = '', mark = ''] = thing.name.split('|');
      const counted = telling === 'done' ? `${value} ${genitive}` : plural;
      return [...states('supplier', 'recipient'), named('object', `${counted} «${mark}»`, 'equipment', thing.id)];
    }
    case 'figure': {
      const [a, b] = fact.states;
      return [named('indicator', `товарооборот ${a?.name.gen} и ${b?.name.gen}`, null, null)];
    }
    default: {
      const isPlaced = withPlace && fact.place !== null && isTold(fact.place);
      const place = isPlaced && fact.place ? [named('place', fact.place.nom, 'place', `place-${fact.place.nom}`)] : [];
      return [...called.map((c) => named('actor', c.called.nom, 'person', c.person.id)), ...place];
    }
  }
}

function named(role: RoleName, name: string, type: EntityType | null, truth: string | null): Named {
  return { role: { role, text: name, span: null, name, type, known: null, entity: null }, truth };
}

function positionOf({ person, called }: Called, base: Fields): Assertion {
  const roles = [
    named('person', called.nom, 'person', person.id),
    named('post', person.post, null, null),
    named('organisation', person.state.name.nom, 'state', person.state.id),
  ];
  const claim = { ...base, time: null, future: null, status: 'happened' as const, roles: roles.map((r) => r.role) };
  return {
    fact: `position-${person.id}`,
    telling: 'done',
    claim: { ...claim, id: claimId({ ...claim, type: 'position' }), type: 'position', tense: 'current' },
    truths: roles.map((r) => r.truth),
  };
}
