import type { Quotation } from '../language/analysis.ts';
import type { Role } from '../model/claim.ts';
import { withBlockQuotes } from './block-quotes.ts';
import { findDocumentWords, findThere } from './document-words.ts';
import type { Draft } from './draft.ts';
import type { Rejected } from './findings.ts';
import { lemmaList } from './lemma-list.ts';
import { tellsVerdict } from './measure.ts';
import { makeCarriedQuote, makeStatement } from './make-statement.ts';
import { readPredication } from './predications.ts';
import { isSpeech } from './quoted-speech.ts';
import { type Reading, treeAt } from './reading.ts';
import { mediaNouns, passingVerbs } from './reporting.data.ts';
import { findRefusals } from './refusals.ts';
import { fillRole } from './roles.ts';
import { findReactions, findRumours } from './rumours.ts';
import { isMedia, isOutlet, passesOn } from './outlets.ts';
import { canSpeak } from './speakers.ts';
import {
  type Attributing,
  findHeadlineSpeaker,
  findSourcePhrases,
  findSpeechNouns,
  findTurn,
} from './statement-rules.ts';
import { findReportingVerbs } from './reporting-verbs.ts';
import { ancestors, isVerbal, type Tree } from './tree.ts';

type Rule = (reading: Reading, tree: Tree) => readonly Attributing[];

/** How a sentence can name who speaks, in order of trust. */
const rules: readonly (readonly [name: string, rule: Rule])[] = [
  ['statement.verb', findReportingVerbs],
  ['statement.speech-noun', findSpeechNouns],
  ['statement.according-to', findSourcePhrases],
  ['statement.headline', findHeadlineSpeaker],
  ['statement.turn', findTurn],
  ['statement.refusal', findRefusals],
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
  // statements of who only passed words on: a document of which the text goes on to tell is none of theirs
  const passing = new Set<Draft>();
  const rejected: Rejected[] = [];
  const speech = reading.analysis.quotations.filter((q) => isSpeech(reading, q, rejected));
  for (const tree of reading.trees) {
    const found = rules.flatMap(([, rule]) => rule(reading, tree));
    if (found.length === 0) {
      found.push(...findDocumentWords(reading, tree, drafts, passing));
      found.push(...findThere(reading, tree, drafts), ...findRumours(reading, tree), ...findReactions(reading, tree));
    }
    const several = new Set(found.map((a) => a.token)).size > 1;
    const told = withoutTold(reading, tree, found);
    const passed = told.some((a) => a.media);
    const speaking = told.filter(
      (a) =>
        !a.media &&
        !(several && a.speakers.some((s) => passesOn(reading, tree, a.token, s))) &&
        !(passed && tellsVerdict(reading, tree, a.token)),
    );
    // «Как сообщает „Вестник“, порт закрыт, передаёт ВАРТА»: of two who pass on, who had it first
    const passers = told.filter((a) => a.media || a.speakers.some((s) => passesOn(reading, tree, a.token, s)));
    const chosen = onePerSpeaker(
      reading,
      tree,
      speaking.length > 0 ? withoutSources(reading, tree, speaking) : passers.slice(0, 1),
    );
    for (const attributing of chosen) {
      const draft = withLastSpeaker(
        reading,
        makeStatement(reading, tree, attributing, speech, chosen.length > 1),
        drafts,
      );
      drafts.push(draft);
      if (isReprinting(reading, tree, attributing)) passing.add(draft);
    }
  }
  return {
    drafts: shareDays(withBlockQuotes(reading, withCarriedQuotes(reading, oncePerQuotation(drafts), speech))),
    rejected,
  };
}

/** «„…, — подчеркнул он. — …“, — добавил посол»: one quotation that two verbs attribute is said once, by whom a name tells. */
function oncePerQuotation(drafts: readonly Draft[]): readonly Draft[] {
  const speakerOf = (d: Draft): Role | undefined => d.roles.find((r) => r.role === 'speaker');
  return drafts.filter((draft, i) => {
    const others = drafts.filter((one, j) => j !== i && isSameQuotation(one, draft));
    const isPronoun = pronouns.has(speakerOf(draft)?.text.toLowerCase() ?? '');
    return !others.some(
      (one) =>
        (isPronoun && !pronouns.has(speakerOf(one)?.text.toLowerCase() ?? '')) ||
        (drafts.indexOf(one) < i && speakerOf(one)?.name === speakerOf(draft)?.name),
    );
  });
}

function isSameQuotation(a: Draft, b: Draft): boolean {
  if (a.type !== 'statement' || b.type !== 'statement' || a.quote === null) return false;
  return a.quote === b.quote && a.evidence.start === b.evidence.start && a.evidence.stop === b.evidence.stop;
}

/** «По его словам», «по словам президента» where nothing named tells who that is: who spoke last goes on. */
function withLastSpeaker(reading: Reading, draft: Draft, before: readonly Draft[]): Draft {
  const last = before
    .findLast((d) => draft.sentence - d.sentence <= farthestPronoun)
    ?.roles.find((r) => r.role === 'speaker');
  if (!last) return draft;
  const roles = draft.roles.map((r) => {
    const isUntold = r.role === 'speaker' && r.type !== 'person' && r.known === null;
    const isHe = pronouns.has(r.text.toLowerCase()) || (r.type === null && mayHold(reading, last, r.name));
    return isUntold && isHe ? { ...last, span: null } : r;
  });
  return { ...draft, roles };
}

/** «„…“, — сказал Верди. По словам президента»: a bare post, of one person of whom the text tells no other. */
function mayHold(reading: Reading, { name, type }: Role, post: string): boolean {
  if (type !== 'person' || !barePosts.has(post)) return false;
  const chain = reading.analysis.chains.find((c) => c.kind === 'person' && c.name === name);
  return chain !== undefined && chain.posts.every((p) => p.post.startsWith(post));
}

const barePosts: ReadonlySet<string> = new Set(
  lemmaList(`президент премьер премьер-министр министр посол дипломат губернатор мэр депутат сенатор спикер канцлер`),
);

const pronouns: ReadonlySet<string> = new Set(['он', 'она', 'они', 'его', 'ее', 'её', 'их']);
/** How many sentences back a pronoun reaches for whoever spoke last. */
const farthestPronoun = 3;

/** Adds the quotations that no sentence gives to anybody, right after somebody spoke or after a colon. */
function withCarriedQuotes(reading: Reading, drafts: readonly Draft[], speech: readonly Quotation[]): readonly Draft[] {
  const quoted = new Set(drafts.flatMap((d) => (d.type === 'statement' && d.quote !== null ? [d.quote] : [])));
  const added = speech.flatMap((q): readonly Draft[] => {
    const tree = treeAt(reading, q.start);
    const last = treeAt(reading, q.stop - 1);
    const words = reading.analysis.text.slice(q.start, q.stop);
    if (!tree || !last || quoted.has(words)) return [];
    const before = reading.analysis.text.slice(tree.sentence.start, q.start - 1).trimEnd();
    const said = drafts.some((d) => d.sentence >= tree.sentence.index && d.sentence <= last.sentence.index);
    if (said || (before !== '' && !before.endsWith(':'))) return [];
    const speaking = drafts.findLast((d) => d.sentence < tree.sentence.index && tree.sentence.index - d.sentence <= 2);
    const speaker = subjectBefore(reading, tree, q) ?? speaking?.roles.find((r) => r.role === 'speaker');
    const draft = speaker ? makeCarriedQuote(reading, q, speaker) : null;
    return draft ? [draft] : [];
  });
  return [...drafts, ...added].toSorted((a, b) => a.sentence - b.sentence);
}

/** «Посол вышла к толпе, воскликнула: „…“»: the person whose verb leads to a quotation. */
function subjectBefore(reading: Reading, tree: Tree, { start }: Quotation): Role | null {
  const verb = tree.tokens.findLastIndex((t) => t.stop < start && isVerbal(t));
  const first = ancestors(tree, verb).find((a) => readPredication(tree, a).agents.length > 0) ?? verb;
  const [agent] = [verb, first].flatMap((v) => readPredication(tree, v).agents);
  return agent !== undefined && canSpeak(reading, tree, agent) ? fillRole(reading, tree, agent, 'speaker') : null;
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

/** «По словам посла, армия пригрозила войной»: what he tells of words is his, and no statement beside his. */
function withoutTold(reading: Reading, tree: Tree, found: readonly Attributing[]): readonly Attributing[] {
  const source = found.find((a) => a.rule === 'statement.according-to' && a.token < opening);
  if (!source || source.speakers.some((s) => isMedia(reading, tree, s) || mediaNouns.has(tree.tokens[s]?.lemma ?? '')))
    return found;
  const around = ancestors(tree, source.token);
  return found.filter((a) => a.rule !== 'statement.verb' || a.media || !around.includes(a.token));
}

/** Among how many first words of a sentence «по его словам» opens it. */
const opening = 4;

/** «Об этом сообщает „Вестник“»: an outlet that passes on what somebody else issued. */
function isReprinting(reading: Reading, tree: Tree, { token, speakers }: Attributing): boolean {
  const { lemma = '', features } = tree.tokens[token] ?? {};
  const isPassing = passingVerbs.has(lemma) && features?.tense === 'Pres' && speakers.length > 0;
  return isPassing && speakers.every((s) => isOutlet(reading, tree, s));
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
