import type { Token } from '../language/analysis.ts';
import { agreedPapers } from './agreement-frames.data.ts';
import type { Draft } from './draft.ts';
import { charging, decrees } from './frame-words.data.ts';
import { lemmaList } from './lemma-list.ts';
import type { Reading } from './reading.ts';
import { ancestors, prepositionOf, type Tree, universal } from './tree.ts';

/**
 * «суд вынес решение обязать ведомство», «санкционировал штурм, чтобы прекратить беспорядки»: what a measure
 * lays down or is for is told by it, where no other verb says that it is meant and no day that it is due.
 */
export function whyWithin(reading: Reading, draft: Draft, all: readonly Draft[]): string | null {
  const tree = reading.trees[draft.sentence];
  const word = tree?.tokens[draft.token];
  if (!tree || !word) return null;
  const ruling = word.pos === 'NOUN' ? rulingOver(tree, draft, all) : undefined;
  if (ruling) return `laid down by ${ruling.rule}`;
  if (!laidDown.has(draft.type) || word.features.verbForm !== 'Inf') return null;
  let at = draft.token;
  for (let guard = 0; guard < 6; guard++) {
    const { relation = '', head = -1, features } = tree.tokens[at] ?? {};
    if (head < 0 || features?.verbForm === 'Fin' || !leadsOn.has(universal(relation))) return null;
    at = head;
    const outer = all.find((d) => d.sentence === draft.sentence && d.token === at && d.type === 'measure');
    const ownDay = draft.time !== null && draft.time.text !== outer?.time?.text;
    // «поручил порту принять меры»: who is told to is to do it
    if (outer) return ownDay || charging.has(tree.tokens[at]?.lemma ?? '') ? null : `laid down by ${outer.rule}`;
  }
  return null;
}

/**
 * «проголосовали за принятие поправок», «приговорил к конфискации дома»; «дал разрешение на арест», «одобрил закон о запрете
 * ввоза»: what is voted or sentenced, and what a paper is for.
 */
function rulingOver(tree: Tree, draft: Draft, all: readonly Draft[]): Draft | undefined {
  const head = tree.tokens[draft.token]?.head ?? -1;
  const { lemma = '', head: verb } = tree.tokens[head] ?? {};
  return all.find(
    (d) =>
      d.sentence === draft.sentence &&
      ((ruled.has(draft.type) && d.token === head && rulings.has(d.rule)) ||
        (draft.type === 'measure' && papers.has(lemma) && d.token === verb && laidDown.has(d.type))),
  );
}

const laidDown: ReadonlySet<Draft['type']> = new Set(['measure', 'event', 'agreement']);

const ruled: ReadonlySet<Draft['type']> = new Set(['measure', 'agreement', 'institution']);

const rulings: ReadonlySet<string> = new Set(['measure.vote', 'measure.sentence']);

/** What an act is laid down in, allowed or asked for by. */
const papers: ReadonlySet<string> = new Set([
  ...decrees,
  ...lemmaList(`
    закон законопроект решение проект ордер разрешение ходатайство запрос просьба требование поправка санкция
  `),
]);

/** How an infinitive hangs on the act that it is the matter or the aim of. */
const leadsOn: ReadonlySet<string> = new Set(['xcomp', 'acl', 'advcl', 'obj', 'obl', 'nmod']);

/**
 * «члены договора о создании союза», «расторг контракт о поставках газа», «договорились продлить контракт на поставку»: what a
 * paper is about of which nothing is told here, or what becomes of it later. Of one that is made or kept here it is what is planned.
 */
export function whyOfName(reading: Reading, draft: Draft, all: readonly Draft[]): string | null {
  const tree = reading.trees[draft.sentence];
  const paper = tree ? paperOver(tree, draft) : undefined;
  if (!tree || !paper || !/^(?:об?|по|на)$/u.test(prepositionOf(tree, draft.token) ?? '')) return null;
  const told = toldOfPaper(tree, paper, draft, all);
  if (isNobodys(draft) && told.some(isLater)) return 'what a paper of before is about, between nobody';
  const isMade = told.length > 0 && !told.some(isUndone);
  return isMade ? null : 'what a paper is about that nobody makes or keeps here';
}

/** «соглашение о поставках газа ратифицировано»: who supplies whom was told when it was made. */
function isNobodys({ type, roles }: Draft): boolean {
  return type === 'supply' && !roles.some(({ role }) => role === 'supplier' || role === 'recipient');
}

function isLater(draft: Draft): boolean {
  return draft.type === 'agreement' && (draft.stage === 'ratified' || draft.stage === 'in-force');
}

function isUndone(draft: Draft): boolean {
  if (draft.type !== 'agreement') return false;
  return undoing.has(draft.stage) || (draft.stage === 'implemented' && draft.status === 'denied');
}

/** «договор о создании союза», «договорённость сторон войны на востоке о перемирии»: the paper whose matter a noun tells. */
function paperOver(tree: Tree, { type, token }: Draft): Token | undefined {
  if (!matters.has(type) || tree.tokens[token]?.pos !== 'NOUN') return undefined;
  for (const at of ancestors(tree, token)) {
    const above = tree.tokens[at];
    if (agreedPapers.has(above?.lemma ?? '')) return above;
    if (above?.relation !== 'nmod' || !/^об?$/u.test(prepositionOf(tree, token) ?? '')) return undefined;
  }
  return undefined;
}

/** What is told of the paper whose matter a draft is: an agreement that has it in its name, what else has it as the object. */
function toldOfPaper(tree: Tree, { start }: Token, draft: Draft, all: readonly Draft[]): readonly Draft[] {
  const isOf = (d: Draft, { span }: Draft['roles'][number]): boolean => {
    if (span === null || start < span.start || start >= span.stop) return false;
    const before = tree.tokens.filter((t) => span.start <= t.start && t.start < start);
    return d.type === 'agreement' || !before.some((t) => t.pos === 'NOUN');
  };
  return all.filter((d) => d.sentence === draft.sentence && d !== draft && d.roles.some((role) => isOf(d, role)));
}

/** «в 2007 году подписали контракт на поставку катеров»: the day is that of the paper, not of what it is about. */
export function withoutTimeOfPaper(reading: Reading, draft: Draft, kept: readonly Draft[]): Draft {
  const tree = reading.trees[draft.sentence];
  const { time } = draft;
  const paper = tree && time ? paperOver(tree, draft) : undefined;
  if (!tree || !time || !paper) return draft;
  const isOfPaper = toldOfPaper(tree, paper, draft, kept).some((d) => d.time?.text === time.text);
  return isOfPaper ? { ...draft, time: null } : draft;
}

/** What a paper may be about. */
const matters: ReadonlySet<Draft['type']> = new Set([
  'institution',
  'supply',
  'deployment',
  'measure',
  'event',
  'agreement',
]);

/** Stages of an agreement after which what it is about is no plan. */
const undoing: ReadonlySet<string> = new Set(['reviewed', 'amended', 'suspended', 'violated', 'terminated']);
