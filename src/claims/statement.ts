import type { Quotation } from '../language/analysis.ts';
import type { Role } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import { toClaimTime } from './claim-time.ts';
import { findClauseTime } from './clause-time.ts';
import { lemmaList } from './lemma-list.ts';
import type { Draft } from './draft.ts';
import type { Rejected } from './findings.ts';
import { readPredication } from './predications.ts';
import { insideSpeech, isSpeech, quotationOf } from './quoted-speech.ts';
import { type Reading, treeAt } from './reading.ts';
import { isJudging, mediaNouns, needsContent, sourceNouns, speechActOf, speechNouns } from './reporting.data.ts';
import { fillRole, kindAt } from './roles.ts';
import { canSpeak, hasContent, isMedia, speakersOf } from './speakers.ts';
import { isNegated } from './status.ts';
import { ancestors, coordinated, dependents, isVerbal, prepositionOf, type Tree } from './tree.ts';

/** What gives a sentence a speaker, before quotation and evidence are settled. */
interface Attributing {
  readonly rule: string;
  /** The reporting verb, or the noun of «по словам». */
  readonly token: number;
  readonly speakers: readonly number[];
  /** Where the speaker carries on from an earlier sentence. */
  readonly carried: Role | null;
  /** An outlet or agency that only passes on. */
  readonly media: boolean;
}

type Rule = (reading: Reading, tree: Tree) => readonly Attributing[];

/** How a sentence can name who speaks, in order of trust. */
const rules: readonly (readonly [name: string, rule: Rule])[] = [
  ['statement.verb', findReportingVerbs],
  ['statement.speech-noun', findSpeechNouns],
  ['statement.according-to', findSourcePhrases],
  ['statement.headline', findHeadlineSpeaker],
];

/**
 * Finds what the text says somebody said: one claim for each sentence that attributes speech; a quotation over several
 * sentences is one claim whose evidence is its first sentence.
 */
export function findStatements(reading: Reading): {
  readonly drafts: readonly Draft[];
  readonly rejected: readonly Rejected[];
} {
  const drafts: Draft[] = [];
  const rejected: Rejected[] = [];
  const speech = reading.analysis.quotations.filter((q) => isSpeech(reading, q, rejected));
  for (const tree of reading.trees) {
    const found = rules.flatMap(([, rule]) => rule(reading, tree));
    if (found.length === 0) found.push(...findDocumentWords(reading, tree, drafts));
    const speaking = found.filter((a) => !a.media);
    const passing = found.filter((a) => !isOwnOutlet(reading, tree, a));
    const chosen = onePerSpeaker(
      reading,
      tree,
      speaking.length > 0 ? withoutSources(reading, tree, speaking) : passing,
    );
    for (const attributing of chosen) drafts.push(makeStatement(reading, tree, attributing, speech, chosen.length > 1));
  }
  return { drafts: shareDays(drafts), rejected };
}

/** Who was said to speak on a day speaks on it in the sentences after, until another day is given. */
function shareDays(drafts: readonly Draft[]): readonly Draft[] {
  const days = new Map<string, Draft['time']>();
  return drafts.map((draft) => {
    const speaker = draft.roles.find((r) => r.role === 'speaker')?.name ?? '';
    const day = draft.time ?? days.get(speaker) ?? null;
    if (day) days.set(speaker, day);
    return draft.time ? draft : { ...draft, time: day };
  });
}

/** «заявил министр», «сообщили в ведомстве», «как отметила посол», «об этом рассказал президент» */
function findReportingVerbs(reading: Reading, tree: Tree): readonly Attributing[] {
  const found: Attributing[] = [];
  for (const [i, token] of tree.tokens.entries()) {
    if (!isVerbal(token) && token.lemma !== 'уверенный' && token.lemma !== 'уверен') continue;
    if (
      !speechActOf(token.lemma) ||
      token.features.verbForm === 'Inf' ||
      (token.features.verbForm === 'Part' && token.features.variant !== 'Short')
    )
      continue;
    if (isNegated(tree, i) || insideSpeech(reading, token)) continue;
    if (
      token.features.verbForm === 'Conv' &&
      isVerbal(tree.tokens[token.head]) &&
      speechActOf(tree.tokens[token.head]?.lemma ?? '')
    )
      continue;
    const speakers = speakersOf(reading, tree, i);
    if (speakers.length === 0) continue;
    if (token.relation === 'acl:relcl' && speakers.every((x) => isMedia(reading, tree, x))) continue;
    const judged = isJudging(token.lemma) && dependents(tree, i, 'obj').length > 0;
    if (needsContent(token.lemma) && !judged && !hasContent(reading, tree, i)) continue;
    if (isActOfBody(reading, tree, i, speakers)) continue;
    if (token.lemma.startsWith('продолж') && dependents(tree, i, 'obj', 'xcomp').length > 0) continue;
    found.push({
      rule: 'statement.verb',
      token: i,
      speakers,
      carried: null,
      media: speakers.every((s) => isMedia(reading, tree, s)),
    });
  }
  return found;
}

/** «Варония предложила заключить договор»: a state or a body that offers or promises to do acts more than it speaks. */
function isActOfBody(reading: Reading, tree: Tree, verb: number, speakers: readonly number[]): boolean {
  if (!offers.has(tree.tokens[verb]?.lemma ?? '')) return false;
  const infinitive = dependents(tree, verb, 'xcomp').length > 0;
  return infinitive && speakers.every((s) => !['person', 'post'].includes(kindAt(reading, tree, s) ?? ''));
}

const offers: ReadonlySet<string> = new Set(lemmaList(`предложить предлагать обещать пообещать гарантировать`));

/** «ведомство опубликовало комментарий», «президент сделал заявление», «выступил с обращением» */
function findSpeechNouns(reading: Reading, tree: Tree): readonly Attributing[] {
  return tree.tokens.flatMap((token, i): readonly Attributing[] => {
    if (!speechVerbs.has(token.lemma) || token.features.verbForm !== 'Fin' || isNegated(tree, i)) return [];
    const p = readPredication(tree, i);
    const said = [...p.patients, ...p.obliques.map((o) => o.token)].some((o) => acts.has(tree.tokens[o]?.lemma ?? ''));
    const speakers = p.agents.filter((a) => canSpeak(reading, tree, a));
    if (!said || speakers.length === 0) return [];
    return [{ rule: 'statement.speech-noun', token: i, speakers, carried: null, media: false }];
  });
}

const speechVerbs: ReadonlySet<string> = new Set(
  lemmaList(`опубликовать сделать распространить выпустить выступить обнародовать дать разместить`),
);
/** What is said in the act, not what merely holds words. */
const acts: ReadonlySet<string> = new Set(
  lemmaList(`заявление комментарий обращение предложение коммюнике пресс-релиз разъяснение призыв`),
);

/** «В нём сказано, что …», «в комментарии отмечается»: words of a document whose issuer spoke last. */
function findDocumentWords(reading: Reading, tree: Tree, before: readonly Draft[]): readonly Attributing[] {
  const last = before.at(-1);
  const speaker = last?.roles.find((r) => r.role === 'speaker');
  if (!last || !speaker || tree.sentence.index - last.sentence > 2) return [];
  const i = tree.tokens.findIndex((t) => documentVerbs.has(t.norm) && !insideSpeech(reading, t));
  const inWhat =
    i < 0 ? [] : readPredication(tree, i).obliques.filter((o) => o.preposition === 'в' && o.case === 'Loc');
  const holds = inWhat.some(
    (o) =>
      speechNouns.has(tree.tokens[o.token]?.lemma ?? '') ||
      ['он', 'она', 'оно'].includes(tree.tokens[o.token]?.lemma ?? ''),
  );
  return holds
    ? [{ rule: 'statement.document', token: i, speakers: [], carried: { ...speaker, span: null }, media: false }]
    : [];
}

const documentVerbs: ReadonlySet<string> = new Set(
  lemmaList(`сказано говорится указано отмечается подчеркивается утверждается сообщается`),
);

/** «По словам министра, …», «по данным ведомства» */
function findSourcePhrases(reading: Reading, tree: Tree): readonly Attributing[] {
  const found: Attributing[] = [];
  for (const [i, token] of tree.tokens.entries()) {
    if (token.pos !== 'NOUN' || !isSource(tree, i)) continue;
    if (insideSpeech(reading, token)) continue;
    const speakers = dependents(tree, i, 'nmod', 'det', 'amod').filter(
      (c) =>
        tree.tokens[c]?.features.case !== 'Dat' &&
        (canSpeak(reading, tree, c) || tree.tokens[c]?.pos === 'DET' || tree.tokens[c]?.pos === 'PRON'),
    );
    const named = speakers.filter((s) => canSpeak(reading, tree, s) || kindAt(reading, tree, s) !== null);
    if (named.length === 0) continue;
    found.push({
      rule: 'statement.according-to',
      token: i,
      speakers: named.slice(0, 1).flatMap((s) => coordinated(tree, s)),
      carried: null,
      media: false,
    });
  }
  return found;
}

/** «по словам», «по данным», «согласно отчёту», «согласно заявлению» */
function isSource(tree: Tree, token: number): boolean {
  const lemma = tree.tokens[token]?.lemma ?? '';
  const preposition = prepositionOf(tree, token);
  return preposition === 'по'
    ? sourceNouns.has(lemma)
    : preposition === 'согласно' && (sourceNouns.has(lemma) || speechNouns.has(lemma));
}

/** «Верди: переговоры продолжатся» as a headline */
function findHeadlineSpeaker(reading: Reading, tree: Tree): readonly Attributing[] {
  const colon = tree.tokens.findIndex((t) => t.text === ':');
  if (tree.sentence.index !== 0 || colon < 1 || colon > 5 || tree.tokens.length - colon < 4) return [];
  const speaker = tree.tokens.findIndex((t, i) => i < colon && canSpeak(reading, tree, i) && t.features.case !== 'Gen');
  if (speaker < 0) return [];
  return [{ rule: 'statement.headline', token: speaker, speakers: [speaker], carried: null, media: false }];
}

/** «сообщает …» with the name of the outlet itself says nothing new. */
function isOwnOutlet(reading: Reading, tree: Tree, a: Attributing): boolean {
  const outlet = reading.context.outlet?.toLowerCase();
  return (
    outlet !== undefined && a.speakers.some((s) => fillRole(reading, tree, s, 'speaker').name.toLowerCase() === outlet)
  );
}

/** «Полиция, по данным газеты, отметила»: beside somebody who speaks, the paper is a link of the chain. */
function withoutSources(reading: Reading, tree: Tree, found: readonly Attributing[]): readonly Attributing[] {
  const spoken = found.some((a) => a.rule === 'statement.verb');
  return spoken
    ? found.filter(
        (a) =>
          a.rule !== 'statement.according-to' ||
          !a.speakers.some((s) => isMedia(reading, tree, s) || mediaNouns.has(tree.tokens[s]?.lemma ?? '')),
      )
    : found;
}

/** One statement a sentence and speaker: «заявил … и добавил» is one. */
function onePerSpeaker(reading: Reading, tree: Tree, found: readonly Attributing[]): readonly Attributing[] {
  const seen = new Set<string>();
  return found.filter((a) => {
    const names = a.speakers
      .map((s) => fillRole(reading, tree, s, 'speaker').name)
      .toSorted()
      .join('|');
    if (seen.has(names)) return false;
    seen.add(names);
    return true;
  });
}

function makeStatement(
  reading: Reading,
  tree: Tree,
  a: Attributing,
  speech: readonly Quotation[],
  shared: boolean,
): Draft {
  const quotation = quotationOf(tree, a.token, speech, shared);
  const first = quotation ? (treeAt(reading, quotation.start) ?? tree) : tree;
  const evidence =
    quotation && first !== tree
      ? sentenceSpan(reading, first)
      : shared
        ? clauseSpan(tree, a.token)
        : sentenceSpan(reading, tree);
  const p = readPredication(tree, a.token);
  const time = a.rule === 'statement.verb' ? speakingTime(reading, tree, a.token) : null;
  const speakers = a.carried ? [a.carried] : a.speakers.map((s) => fillRole(reading, tree, s, 'speaker'));
  const addressees =
    p.form !== 'noun' && a.rule === 'statement.verb'
      ? p.obliques.filter((o) => o.case === 'Dat' && o.preposition === null && canSpeak(reading, tree, o.token))
      : [];
  return {
    type: 'statement',
    mode: quotation ? 'direct' : 'indirect',
    quote: quotation ? reading.analysis.text.slice(quotation.start, quotation.stop) : null,
    status: 'happened',
    force: null,
    time,
    roles: [...speakers, ...addressees.map((o) => fillRole(reading, tree, o.token, 'addressee'))],
    evidence,
    rule: a.rule,
    confidence: quotation ? 0.9 : 0.8,
    sentence: first.sentence.index,
    token: first === tree ? a.token : 0,
  };
}

/** The day of speaking: only what hangs on the reporting verb itself, not on what is said. */
function speakingTime(reading: Reading, tree: Tree, verb: number): Draft['time'] {
  const own = (reading.times[tree.sentence.index] ?? []).filter(
    (t) =>
      t.governor === verb || !hasVerbBetween(tree, t.first > verb ? verb : t.last, t.first > verb ? t.first : verb),
  );
  const [nearest] = own.toSorted((a, b) => Math.abs(a.first - verb) - Math.abs(b.first - verb));
  const found = nearest ? toClaimTime(nearest.expression) : null;
  return found ?? (own.length > 0 ? (findClauseTime(reading, readPredication(tree, verb))?.time ?? null) : null);
}

/** «начнёт работу в мае, рассказала посол»: whether a verb or what opens a clause or ends one stands between two words. */
function hasVerbBetween(tree: Tree, from: number, to: number): boolean {
  return tree.tokens
    .slice(from + 1, to)
    .some((t) => t.pos === 'VERB' || t.pos === 'SCONJ' || /^[«»"“”:,—]$/u.test(t.text));
}

function sentenceSpan(reading: Reading, tree: Tree): Span {
  const text = reading.analysis.text;
  let { start, stop } = tree.sentence;
  while (start < stop && /\s/u.test(text[start] ?? '')) start++;
  while (stop > start && /\s/u.test(text[stop - 1] ?? '')) stop--;
  return { start, stop };
}

/** The clause of one of several reporting verbs in a sentence. */
function clauseSpan(tree: Tree, verb: number): Span {
  const inside = tree.tokens.flatMap((_, i) => (i === verb || ancestors(tree, i).includes(verb) ? [i] : []));
  const first = tree.tokens[Math.min(...inside)];
  const last = tree.tokens[Math.max(...inside)];
  return { start: first?.start ?? tree.sentence.start, stop: last?.stop ?? tree.sentence.stop };
}
