import type { Token } from '../language/analysis.ts';
import type { Role } from '../model/claim.ts';
import { hullOf, type Span } from '../model/span.ts';
import { findActTime } from './clause-time.ts';
import {
  agreementFrames,
  looseNouns,
  generalNouns,
  signedPapers,
  type AgreementFrame,
} from './agreement-frames.data.ts';
import { withPartiesBeside } from './agreement-parties.ts';
import type { Draft } from './draft.ts';
import { draftMatches, type FrameDrafts, indexFrames, type Match, matchFrames } from './frames.ts';
import { courseNouns } from './held-within.ts';
import { decrees } from './frame-words.data.ts';
import { lemmaList } from './lemma-list.ts';
import { mentionsAt, type PlacedTime, type Reading } from './reading.ts';
import { phraseSpan, stopBeforeTime } from './phrase-span.ts';
import type { Predication } from './predications.ts';
import { aimOf } from './reserve.ts';
import { nominativeOf } from './roles.ts';
import { ofOneSide } from './sides-of-noun.ts';
import {
  coordinated,
  dependents,
  genitivesOf,
  isNominal,
  isVerbal,
  prepositionOf,
  spanOf,
  subtree,
  type Tree,
  universal,
} from './tree.ts';

const index = indexFrames(agreementFrames);

/** Stages in the lives of treaties, contracts, laws and plans that a sentence tells. */
export function findAgreements(reading: Reading, tree: Tree): FrameDrafts {
  const result = matchFrames(reading, tree, index);
  const toldAt = new Set(result.matches.flatMap((m) => (whyNot(reading, m) === null ? [m.p.token] : [])));
  return draftMatches(
    result,
    (match) => whyNot(reading, match) ?? (isOfStage(match, toldAt) ? 'told by the stage that was arranged' : null),
    (match) => agreementDraft(reading, match),
  );
}

/**
 * «Италия и Франция договорились продлить контракт», «мы договорились, что договор подпишут»: the stage that a paper is to come to
 * tells what was arranged, but not who did where it has a subject of its own.
 */
function isOfStage({ frame, p, roles }: Match, toldAt: ReadonlySet<number>): boolean {
  const stage = frame.name === 'agreement.arrange' ? dependents(p.tree, p.token, 'xcomp', 'ccomp') : [];
  return stage.some((t) => toldAt.has(t) && (roles.length === 0 || p.tree.tokens[t]?.features.verbForm === 'Inf'));
}

/** Why a match is no stage of an agreement; `null` where it is one. */
function whyNot(reading: Reading, match: Match): string | null {
  if (isToldByVerb(match)) return 'told by the verb beside it';
  const why = whyNoStage(match);
  return why ?? (match.frame.name === 'agreement.arrange' ? null : whyNoPaper(reading, match));
}

/** Verbs that tell a stage with some words alone. */
function whyNoStage({ frame, p, fillers, roles }: Match): string | null {
  const { tree, token } = p;
  const object = fillers[0] ?? -1;
  switch (frame.name) {
    // «вступил в силу», not «вступил в должность»; «вступление договора в силу ожидается»: force may hang on the verb above
    case 'agreement.enter': {
      const above = p.form === 'noun' ? (tree.tokens[token]?.head ?? -1) : -1;
      const isIntoForce = hasWord(tree, token, 'сила') || hasWord(tree, above, 'сила');
      return p.lemma.startsWith('вступ') && !isIntoForce ? 'enters something else than force' : null;
    }
    // «присоединился к Таможенному союзу»
    case 'agreement.join':
      return tree.tokens[object]?.lemma === 'союз' ? 'a body, no paper' : null;
    // «они договорились»
    case 'agreement.arrange':
      return complementOf(p) < 0 && roles.length === 0 ? 'nobody agrees on anything' : null;
    // «закон утратил смысл»
    case 'agreement.lapse':
      return hasWord(tree, token, 'сила', 'действие') ? null : 'loses something else than force';
    // «объявили мобилизацию»
    case 'agreement.declare':
      return isCeasefire(tree, object) ? null : 'no ceasefire';
    // «план стал законом»
    case 'agreement.result':
      return isResult(tree, token) ? null : 'it comes of no talks';
    default:
      return null;
  }
}

/** Words that are a paper with some verbs and in some phrases, and none with others. */
function whyNoPaper(reading: Reading, match: Match): string | null {
  const frame = match.frame as AgreementFrame;
  const { tree, lemma: verb } = match.p;
  const object = match.fillers[0] ?? -1;
  const lemma = tree.tokens[object]?.lemma ?? '';
  const named = mentionsAt(reading, tree, object).some((m) => m.kind === 'agreement');
  const has = (below: readonly number[], words: ReadonlySet<string>): boolean =>
    below.some((t) => words.has(tree.tokens[t]?.lemma ?? ''));
  // «вылетел без согласованного плана»
  if (match.p.form === 'participle' && prepositionOf(tree, object) === 'без') return 'what there was not';
  if (!named && generalNouns.has(lemma) && isUntold(match)) return 'plans in general: nobody’s, at no time';
  if (lemma === 'программа' && has(dependents(tree, object, 'amod'), ofWeapons))
    return 'what a state works on, which nobody agreed on';
  if (/^состав(?:ить|лять|ление)$/u.test(verb) && drawnUp.has(lemma)) return 'what one alone draws up';
  if (frame.name === 'agreement.sign' && decrees.has(lemma)) return 'a decree, which one side issues';
  // «принял пакет санкций», «пакет о введении санкций», «продлил режим санкций», «санкционный режим»
  const about = dependents(tree, object, 'nmod');
  const isAbout = (words: readonly number[]): boolean => has(words, ofOneSide);
  const isOfSanctions =
    isAbout(about) ||
    about.some((t) => isAbout(genitivesOf(tree, t))) ||
    has(dependents(tree, object, 'amod'), sanctioning);
  if (packs.has(lemma) && isOfSanctions) return 'measures, which one side takes';
  const isTaken = taking.test(verb) || (approving.test(verb) && match.roles.some((r) => r.role === 'actor'));
  if (lemma === 'резолюция' && isTaken) return 'a resolution, which a body takes';
  if (lemma === 'проект' && !named && worksDone.has(verb)) return 'works, which nobody agreed on here';
  const isAgreed = named || isJointly(tree, object) || isCeasefire(tree, object) || isTerms(tree, object);
  if (!frame.loose && looseNouns.has(lemma) && !isAgreed) return `«${lemma}» is no agreement with this verb`;
  return null;
}

const packs: ReadonlySet<string> = new Set(['пакет', 'режим']);
const sanctioning: ReadonlySet<string> = new Set(['санкционный']);

/** «Совбез принял резолюцию», «резолюция принята»; «Совбез одобрил резолюцию» */
const taking = /^(?:прин(?:ять|имать)|утвер(?:дить|ждать))$/u;
const approving = /^одобр(?:ить|ять)$/u;

/** «инспектор составил протокол», «составлена карта дна» */
const drawnUp: ReadonlySet<string> = new Set(['протокол', 'карта']);

/** «рыбаки осуществляют проекты»: work that is done, not an agreement that is kept. */
const worksDone: ReadonlySet<string> = new Set(
  lemmaList(`реализовать реализация осуществление реализовываться реализовывать осуществить осуществлять`),
);

/** «обсудили ядерную программу» */
const ofWeapons: ReadonlySet<string> = new Set(lemmaList(`ядерный атомный ракетный космический оружейный военный`));

/** «выполнение контракта приостановлено»: it is suspended; «вступит в силу в мае и будет действовать год»: it enters once. */
function isToldByVerb({ frame, p: { tree, token, light, lemma } }: Match): boolean {
  const { head = -1, relation } = tree.tokens[token] ?? {};
  if (lemma === 'действовать') return relation === 'conj' && (tree.tokens[head]?.lemma.startsWith('вступ') ?? false);
  return frame.name === 'agreement.implement' && light >= 0 && stopping.has(tree.tokens[light]?.lemma ?? '');
}

const stopping: ReadonlySet<string> = new Set(
  lemmaList(`приостановить приостанавливать прекратить прекращать заморозить сорвать`),
);

/** «реализация проектов», «нарушение закона»: a noun that nothing in the sentence tells. */
function isUntold({ p, roles, time, reading }: Match): boolean {
  const sides = roles.some((r) => r.role === 'party' || r.role === 'actor');
  return p.form === 'noun' && p.light < 0 && time === null && !sides && reading.cues.length < 2;
}

/** What was arranged: «договорились о создании центра», «договорились увеличить поставки». */
function complementOf({ tree, token, obliques }: Predication): number {
  const about = obliques.find((o) => o.preposition === 'о' || o.preposition === 'об')?.token;
  return about ?? dependents(tree, token, 'xcomp', 'ccomp', 'csubj')[0] ?? -1;
}

function agreementDraft(reading: Reading, match: Match): Draft {
  const frame = match.frame as AgreementFrame;
  const { tree } = match.p;
  const complement = frame.name === 'agreement.arrange' ? complementOf(match.p) : -1;
  const name = complement >= 0 ? arrangedName(reading, tree, complement) : null;
  return {
    type: 'agreement',
    stage: stageOf(match),
    ...statusOf(match),
    cues: match.reading.cues,
    time: timeOf(reading, match),
    roles: withPartiesBeside(reading, match, [
      ...(name ? [name] : frame.name === 'agreement.arrange' ? [unnamed(match)] : []),
      ...match.roles.map((r) => wholeName(reading, match, r)),
    ]),
    evidence: name?.span ? hullOf([match.evidence, name.span]) : match.evidence,
    rule: frame.name,
    sentence: tree.sentence.index,
    token: match.p.token,
  };
}

/**
 * «одобрил протокол о рыбе на 2010 год», «подписали договор о базе до 2042 года», «приостановил договор от 3 мая 2018 года»: for how
 * long and of what day a paper is, is no time of the act.
 */
function timeOf(reading: Reading, { p, placed, fillers, time, reading: { status } }: Match): Draft['time'] {
  const paper = fillers[0] ?? -1;
  const isOfPaper = ({ first, expression }: PlacedTime): boolean => {
    if (paper < 0 || first < paper) return false;
    const preposition = p.tree.tokens[first - 1]?.norm;
    const between = p.tree.tokens.slice(paper + 1, first);
    if (preposition === 'от') return !between.some((t) => t.features.verbForm === 'Fin');
    const isSpan = preposition === 'на' && !['day', 'week', 'month'].includes(expression.grain ?? '');
    // «контракт на поставку рыбы в 2026 году»: when what is agreed on is to be done
    const isOfMatter = preposition === 'в' && between.some((t) => matters.has(t.lemma));
    const isTerm = isSpan || (expression.from === null && status === 'happened');
    return (isTerm || isOfMatter) && !between.some((t) => isVerbal(t));
  };
  if (placed === null || !isOfPaper(placed)) return time;
  return findActTime(reading, p, isOfPaper)?.time ?? null;
}

const matters: ReadonlySet<string> = new Set(lemmaList(`поставка закупка продажа транзит`));

/** «документ о защите граждан двух стран»: what has no name of its own is named by its whole phrase. */
function wholeName(reading: Reading, match: Match, role: Role): Role {
  const { span: own } = role;
  if (role.role !== 'agreement' || role.known !== null || own === null) return role;
  const startOf = (t: number): number => match.p.tree.tokens[t]?.start ?? -1;
  const token = match.fillers.find((t) => own.start <= startOf(t) && startOf(t) < own.stop);
  if (token === undefined) return role;
  const phrase = phraseSpan(match.p.tree, token);
  const stop = stopBeforeTime(reading, match.p.tree, token, phrase.stop);
  const span = withNamed(reading, { start: phrase.start, stop });
  const text = reading.analysis.text.slice(span.start, span.stop);
  if (text.length <= role.text.length || text.length > 160) return role;
  const resolved = role.name.length > text.length;
  return {
    ...role,
    text,
    span,
    name: resolved ? role.name : nominativeOf(reading, match.p.tree, span),
    type: 'agreement',
  };
}

/** «проект договора о дружбе»: as far as the name goes that begins within the words. */
function withNamed(reading: Reading, span: Span): Span {
  const named = reading.analysis.mentions.filter(
    (m) => m.kind === 'agreement' && m.form === 'name' && span.start <= m.start && m.start < span.stop,
  );
  return { start: span.start, stop: Math.max(span.stop, ...named.map((m) => m.stop)) };
}

/** What the words beside the verb make of its stage: «продолжили согласование», «мораторий на исполнение договора», «обсудили ход договора». */
function stageOf(match: Match): AgreementFrame['stage'] {
  const { name, stage } = match.frame as AgreementFrame;
  const { tree, token, light, form } = match.p;
  const isUnderWay = form === 'noun' && /^(?:продолж|нача|вести|идти)/u.test(tree.tokens[light]?.lemma ?? '');
  if (name === 'agreement.agree' && isUnderWay) return 'discussed';
  if (endingVerb(match)) return 'terminated';
  const above = tree.tokens[tree.tokens[token]?.head ?? -1]?.lemma;
  if (name === 'agreement.implement' && form === 'noun' && above === 'мораторий') return 'suspended';
  return name === 'agreement.discuss' && hasCourse(match) ? 'reviewed' : stage;
}

/** «договор перестал действовать», «соглашение прекратит действовать»: the verb that ends it, whatever the infinitive says. */
function endingVerb({ frame, p: { tree, token, lemma } }: Match): Token | undefined {
  const verb = tree.tokens[tree.tokens[token]?.head ?? -1];
  return frame.name === 'agreement.enter' && lemma === 'действовать' && ending.has(verb?.lemma ?? '')
    ? verb
    : undefined;
}

const ending: ReadonlySet<string> = new Set(lemmaList(`перестать переставать прекратить прекращать`));

/** «прилетел для подписания договора», «условия для подписания договора»: what somebody aims at is not told as done. */
function statusOf(match: Match): Pick<Draft, 'status' | 'force'> {
  const { p, reading } = match;
  if (isToEnter(match)) return { status: 'planned', force: null };
  const isOver = endingVerb(match)?.features.tense === 'Past';
  if (isPassed(match) || isOver) return { status: 'happened', force: null };
  const aim = p.form === 'noun' && reading.status === 'happened' ? aimOf(p) : -1;
  if (aim < 0) return { status: reading.status, force: reading.force };
  const isAimOfDeed = isVerbal(p.tree.tokens[p.tree.tokens[aim]?.head ?? -1]);
  return { status: isAimOfDeed ? 'planned' : 'possible', force: null };
}

/** «законопроект о ратификации договора парламент принял», not «принял в первом чтении» */
function isPassed({ frame, p: { tree, token, form } }: Match): boolean {
  const law = tree.tokens[token]?.head ?? -1;
  const verb = tree.tokens[law]?.head ?? -1;
  const { lemma = '', features } = tree.tokens[verb] ?? {};
  const isTold = frame.name === 'agreement.ratify' && form === 'noun' && tree.tokens[law]?.lemma === 'законопроект';
  const isDone = /^(?:принять|одобрить|утвердить)$/u.test(lemma) && features?.tense === 'Past';
  return isTold && isDone && !hasWord(tree, verb, 'не', 'чтение');
}

/** «вступает в силу с момента подписания», «через 30 дней после обмена нотами»: the present of what is laid down to come. */
function isToEnter({ frame, p: { tree, lemma, obliques }, reading: { status } }: Match): boolean {
  const isAfter = (o: Predication['obliques'][number]): boolean =>
    afterwards.has(o.preposition ?? '') || moments.has(`${o.preposition} ${tree.tokens[o.token]?.lemma}`);
  return frame.name === 'agreement.enter' && lemma === 'вступать' && status === 'ongoing' && obliques.some(isAfter);
}

const afterwards: ReadonlySet<string> = new Set(['через', 'после', 'по истечении', 'спустя']);
/** «с момента», «со дня», not «с этого дня» */
const moments: ReadonlySet<string> = new Set(['с момент', 'с дата', 'со день']);

/** «рассмотрели действие договора»: what is looked at is how it works, not its text. */
function hasCourse(match: Match): boolean {
  return match.p.patients.some((t) => courseNouns.has(match.p.tree.tokens[t]?.lemma ?? ''));
}

/** «стороны договорились»: an agreement of which only that it was made is told. */
function unnamed(match: Match): Role {
  const { text = '', start = 0, stop = 0 } = match.p.tree.tokens[match.p.token] ?? {};
  return arrangedRole(text, { start, stop }, 'договорённость');
}

function arrangedRole(text: string, span: Span, name: string): Role {
  return { role: 'agreement', text, span, name, type: 'agreement', known: null, entity: null };
}

/** «договорились о поставках газа», «договорились закупить газ», «договорились о том, что порт закроют»: by what it is about. */
function arrangedName(reading: Reading, tree: Tree, token: number): Role | null {
  const told = tree.tokens[token]?.norm === 'том' ? (dependents(tree, token, 'acl', 'ccomp')[0] ?? -1) : token;
  // «об этом договорились»
  if (told < 0 || pointing.has(tree.tokens[told]?.lemma ?? '')) return null;
  const phrase = isNominal(tree.tokens[told]) ? phraseWithJoined(tree, told) : clauseSpan(tree, told);
  const span = { start: phrase.start, stop: stopBeforeTime(reading, tree, told, phrase.stop) };
  const text = reading.analysis.text.slice(span.start, span.stop);
  const about = told === token ? prepositionOf(tree, told) : null;
  return arrangedRole(text, span, about === null ? `договорённость: ${text}` : `договорённость ${about} ${text}`);
}

const pointing: ReadonlySet<string> = new Set(['это', 'этот', 'то', 'тот', 'который']);

/** «о мире и прекращении огня»: with what is joined to it. */
function phraseWithJoined(tree: Tree, token: number): Span {
  return hullOf(coordinated(tree, token).map((t) => phraseSpan(tree, t)));
}

/** The words of a clause or an infinitive, without what joins it to the verb above and without clauses of their own. */
function clauseSpan(tree: Tree, verb: number): Span {
  const leaves = (c: number): boolean => {
    const relation = universal(tree.tokens[c]?.relation ?? '');
    return apart.has(relation) || (tree.tokens[c]?.head === verb && ['mark', 'punct', 'cc', 'conj'].includes(relation));
  };
  return spanOf(tree, subtree(tree, verb, leaves));
}

const apart: ReadonlySet<string> = new Set(['acl', 'advcl', 'parataxis']);

function hasWord(tree: Tree, token: number, ...lemmas: readonly string[]): boolean {
  return (tree.children[token] ?? []).some((c) => lemmas.includes(tree.tokens[c]?.lemma ?? ''));
}

/** «перемирие», «режим тишины», «режим полного прекращения огня» */
function isCeasefire(tree: Tree, noun: number): boolean {
  const isOf = (lemma: string): boolean => genitivesOf(tree, noun).some((g) => tree.tokens[g]?.lemma === lemma);
  switch (tree.tokens[noun]?.lemma) {
    case 'перемирие':
      return true;
    case 'режим':
      return isOf('тишина') || isOf('прекращение') || isOf('перемирие');
    default:
      return false;
  }
}

/** «итогом встречи», «главным из них», «первым документом»: what a paper is said to have become. */
function isResult(tree: Tree, verb: number): boolean {
  return dependents(tree, verb, 'xcomp', 'obl', 'iobj').some((c) => {
    const { lemma = '', features } = tree.tokens[c] ?? {};
    return features?.case === 'Ins' && resultWords.has(lemma) && prepositionOf(tree, c) === null;
  });
}

const resultWords: ReadonlySet<string> = new Set(
  lemmaList(`результат итог плод документ главный важный основной первый`),
);

/** «условия договора», «условия перемирия» */
function isTerms(tree: Tree, noun: number): boolean {
  const { lemma } = tree.tokens[noun] ?? {};
  return lemma === 'условие' && genitivesOf(tree, noun).some((g) => signedPapers.has(tree.tokens[g]?.lemma ?? ''));
}

/** «совместное заявление»: of two sides, who agree on it. */
function isJointly(tree: Tree, noun: number): boolean {
  return dependents(tree, noun, 'amod').some((a) => tree.tokens[a]?.lemma === 'совместный');
}
