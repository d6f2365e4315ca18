import { lemmaList } from './lemma-list.ts';
import type { Role } from '../model/claim.ts';
import type { Draft } from './draft.ts';
import { readPredication } from './predications.ts';
import { insideSpeech } from './quoted-speech.ts';
import type { Reading } from './reading.ts';
import { isReportingVerb, ruleNouns, speechNouns } from './reporting.data.ts';
import { phraseSpan } from './phrase-span.ts';
import { isOneOrSomeOf, nominativeOf } from './roles.ts';
import { hasContent } from './speech-content.ts';
import { isNegated } from './clause.ts';
import type { Attributing } from './statement-rules.ts';
import { dependents, prepositionOf, type Tree } from './tree.ts';

/**
 * «В нём сказано, что …», «— говорится в сообщении»: words of a document. Who spoke last issued it; where nobody did, the document
 * speaks for itself. `passing` are the statements of outlets that only pass words on: they issue no document.
 */
export function findDocumentWords(
  reading: Reading,
  tree: Tree,
  before: readonly Draft[],
  passing: ReadonlySet<Draft>,
): readonly Attributing[] {
  const i = tree.tokens.findIndex(
    (t, at) => (documentVerbs.has(t.norm) || holdsWords(tree, at)) && !insideSpeech(reading, t) && !isNegated(tree, at),
  );
  const source = i < 0 ? undefined : referredTo(tree);
  if (source !== undefined)
    return [{ rule: 'statement.according-to', token: i, speakers: [source], carried: null, media: false }];
  const obliques = i < 0 ? [] : readPredication(tree, i).obliques;
  const inWhat = obliques
    .filter((o) => o.preposition === 'в' && o.case === 'Loc')
    .map((o) => nounOfParticiple(tree, o.token));
  const document = inWhat.find((o) => speechNouns.has(tree.tokens[o]?.lemma ?? ''));
  const pronoun = inWhat.some((o) => ['он', 'она', 'оно'].includes(tree.tokens[o]?.lemma ?? ''));
  const last = (document || pronoun ? before.findLast((d) => !passing.has(d)) : undefined) ?? before.at(-1);
  const speaker = last?.roles.find((r) => r.role === 'speaker');
  const near = last !== undefined && tree.sentence.index - last.sentence <= farthestIssuer;
  const attributing = { rule: 'statement.document', token: i, speakers: [], media: false } as const;
  // «Кроме того, отмечалось, что порт закрыт»: whoever spoke right before goes on; «сообщалось» tells of nobody
  const goesOnSaying =
    inWhat.length === 0 &&
    last !== undefined &&
    tree.sentence.index - (last.attributedIn ?? last.sentence) === 1 &&
    !tree.tokens[i]?.norm.startsWith('сообща');
  const said = document || pronoun || (goesOnSaying && isMainWithClause(tree, i));
  if (speaker && near && said) return [{ ...attributing, carried: { ...speaker, span: null } }];
  const rule = inWhat.find((o) => ruleNouns.has(tree.tokens[o]?.lemma ?? ''));
  const speaking = document ?? rule;
  return speaking === undefined ? findRules(reading, tree) : [speaksItself(reading, tree, i, speaking)];
}

/** «в отчёте делается вывод, что», «в письме содержится призыв» */
function holdsWords(tree: Tree, verb: number): boolean {
  const { lemma = '', features } = tree.tokens[verb] ?? {};
  if (features?.verbForm !== 'Fin' || !/^(?:делаться|содержаться|звучать)$/u.test(lemma)) return false;
  return readPredication(tree, verb).agents.some((a) => isOneOrSomeOf(tree, a, saidNouns));
}

/**
 * «Там считают, что порт нужен»: the body that spoke last, where a verb of saying in the plural has «там» and no subject.
 * In: a sentence that names nobody who speaks, and the drafts before it.
 */
export function findThere(reading: Reading, tree: Tree, before: readonly Draft[]): readonly Attributing[] {
  const i = tree.tokens.findIndex(
    (t, at) => isReportingVerb(t.lemma) && t.features.number === 'Plur' && isSaidThere(reading, tree, at),
  );
  const near = before.filter((d) => tree.sentence.index - d.sentence <= farthestIssuer);
  const roles = near.toReversed().flatMap((d) => d.roles.filter((r) => r.role === 'speaker'));
  const speaker = roles.find((r) => r.type === 'organisation' || r.type === 'state');
  if (i < 0 || !speaker) return [];
  return [{ rule: 'statement.verb', token: i, speakers: [], media: false, carried: { ...speaker, span: null } }];
}

function isSaidThere(reading: Reading, tree: Tree, verb: number): boolean {
  const { features } = tree.tokens[verb] ?? {};
  const there = dependents(tree, verb, 'advmod').some((c) => c < verb && tree.tokens[c]?.norm === 'там');
  return (
    there &&
    features?.verbForm === 'Fin' &&
    features.tense !== 'Fut' &&
    readPredication(tree, verb).agents.length === 0 &&
    hasContent(reading, tree, verb)
  );
}

/** «Со ссылкой на источник в порту сообщалось, что»: to whom a sentence without a speaker refers. */
function referredTo(tree: Tree): number | undefined {
  const reference = tree.tokens.findIndex((t) => t.lemma === 'ссылка');
  return dependents(tree, reference, 'nmod').find((c) => prepositionOf(tree, c) === 'на');
}

/** «в опубликованном на сайте указе», where the parser stops at the participle: the noun in its case behind it. */
function nounOfParticiple(tree: Tree, token: number): number {
  const word = tree.tokens[token];
  if (word?.features.verbForm !== 'Part') return token;
  const noun = tree.tokens.findIndex(
    (t, i) => i > token && isText(t.lemma) && t.features.case === word.features.case && prepositionOf(tree, i) === null,
  );
  return noun < 0 ? token : noun;
}

/** «отмечалось, что»: the verb of its sentence, with what is said under it. */
function isMainWithClause(tree: Tree, verb: number): boolean {
  return (tree.tokens[verb]?.head ?? 0) < 0 && dependents(tree, verb, 'ccomp', 'csubj').length > 0;
}

/** «закон гласит, что порт закрыт»: a text as the subject of the verb that only texts have. */
function findRules(reading: Reading, tree: Tree): readonly Attributing[] {
  return tree.tokens.flatMap((token, i) => {
    if (token.lemma !== 'гласить' || insideSpeech(reading, token)) return [];
    const texts = readPredication(tree, i).agents.filter((a) => isText(tree.tokens[a]?.lemma ?? ''));
    return texts.map((text) => speaksItself(reading, tree, i, text));
  });
}

/** «договор гласит», «статья гласит»: whether a noun, by its lemma, is of words that are written or said. */
export function isText(lemma: string): boolean {
  return speechNouns.has(lemma) || ruleNouns.has(lemma);
}

/** A text for which nobody speaks is its own speaker. */
export function speaksItself(reading: Reading, tree: Tree, verb: number, document: number): Attributing {
  const span = phraseSpan(tree, document);
  const text = reading.analysis.text.slice(span.start, span.stop);
  const name = nominativeOf(reading, tree, span);
  const carried: Role = { role: 'speaker', text, span, name, type: 'other', known: null, entity: null };
  return { rule: 'statement.document', token: verb, speakers: [], media: false, carried };
}

/** How many sentences back the issuer of a document may have spoken; a long quotation lies between. */
const farthestIssuer = 5;

const saidNouns: ReadonlySet<string> = new Set(
  lemmaList(`
    вывод призыв требование предупреждение утверждение обвинение критика предложение угроза просьба предостережение
  `),
);

const documentVerbs: ReadonlySet<string> = new Set(
  lemmaList(`
    сказано говорится говорилось указано отмечено подчеркнуто уточнено написано отмечается подчеркивается утверждается
    сообщается поясняется уточняется указывается отмечалось подчеркивалось утверждалось сообщалось пояснялось уточнялось указывалось
  `),
);
