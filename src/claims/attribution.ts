import type { Attribution } from '../model/claim.ts';
import { contains } from '../model/span.ts';
import type { Draft } from './draft.ts';
import type { Reading } from './reading.ts';
import { informing, mediaNouns, passingVerbs, sourceNouns, speechNouns } from './reporting.data.ts';
import { findHearer } from './hearer.ts';
import { indexByLemma, lemmaList } from './lemma-list.ts';
import { fillRole, kindAt } from './roles.ts';
import { readPredication } from './predications.ts';
import { isMediaNoun, isOutlet, passesOn } from './outlets.ts';
import { isForeign } from './speakers.ts';
import { createTokenMemory, dependents, genitivesOf, isAcronym, isVerbal, prepositionOf, type Tree } from './tree.ts';
import { createTriggers } from './triggers.ts';

/**
 * The chain of who answers for a claim: the outlet that printed it, the agency that it was taken from, the speaker whose words
 * carry it. A statement is answered for by its own speaker; what stands within somebody's words, by that speaker.
 */
export function readAttribution(
  reading: Reading,
  draft: Draft,
  statements: readonly Draft[],
  sentence: number,
): readonly Attribution[] {
  const chain: Attribution[] = [];
  if (reading.context.outlet) chain.push({ role: 'outlet', name: reading.context.outlet, entity: null });
  for (const agency of agenciesFor(reading, draft, sentence)) {
    if (agency.toLowerCase() !== reading.context.outlet?.toLowerCase())
      chain.push({ role: 'agency', name: agency, entity: null });
  }
  for (const speaker of speakersFor(draft, statements)) chain.push({ role: 'speaker', name: speaker, entity: null });
  return chain;
}

function speakersFor(draft: Draft, statements: readonly Draft[]): readonly string[] {
  const saying =
    draft.type === 'statement'
      ? draft
      : statements.find((s) => s.sentence === draft.sentence && contains(s.evidence, draft.evidence));
  return (saying?.roles ?? []).filter((r) => r.role === 'speaker').map((r) => r.name);
}

/** The agencies and outlets that a sentence was taken from: the first of the steps that names any. */
function agenciesFor(reading: Reading, draft: Draft, sentence: number): readonly string[] {
  const [before, own, next] = [-1, 0, 1].map((step) => reading.trees[sentence + step]);
  if (!own) return [];
  const named = agenciesOnce(reading, own);
  if (named.length > 0) return named;
  // «Об этом сообщает пресс-служба МИД»; «Стороны продолжат переговоры. Они начнутся в мае, передаёт ВАРТА»
  const covers = next && (pointsBack(next) || (isPassedOn(reading, next) && isSameParagraph(reading, own, next)));
  if (covers) return [...agenciesOnce(reading, next), ...(pointsBack(next) ? reprinters(reading, next) : [])];
  // «…, передаёт ВАРТА. «Мы ждём ответа», — сказал министр»
  const quotes = draft.type === 'statement' && draft.mode === 'direct';
  return quotes && before && isPassedOn(reading, before) ? agenciesOnce(reading, before) : [];
}

/** «…, передаёт ВАРТА»: a sentence that ends with who passed it on. */
function isPassedOn(reading: Reading, tree: Tree): boolean {
  const from = Math.max(0, tree.tokens.length - closing);
  return tree.tokens.slice(from).some((token, i) => {
    const agents = isVerbal(token) ? readPredication(tree, from + i).agents : [];
    return agents.some((agent) => agent > from + i && passesOn(reading, tree, from + i, agent));
  });
}

/** How many words and marks such an end has: «, передаёт агентство „Вестник“ .» */
const closing = 9;

function isSameParagraph(reading: Reading, one: Tree, next: Tree): boolean {
  return !reading.analysis.text.slice(one.sentence.stop, next.sentence.start).includes('\n');
}

/** Every claim of a sentence asks for the same agencies: kept with its first word. */
function agenciesOnce(reading: Reading, tree: Tree): readonly string[] {
  return (agencies(tree)[0] ??= agenciesIn(reading, tree));
}

const agencies = createTokenMemory<readonly string[]>();

/** «Об этом сообщило агентство …» */
function pointsBack(tree: Tree): boolean {
  return tree.tokens.slice(0, 4).some((t) => t.norm === 'этом' || t.norm === 'этого');
}

/** «Об этом сообщает „Вестник“»: the outlets that pass on in the present what stands before. */
function reprinters(reading: Reading, tree: Tree): readonly string[] {
  return tree.tokens
    .flatMap(({ lemma, features }, i) =>
      passingVerbs.has(lemma) && features.tense === 'Pres' ? readPredication(tree, i).agents : [],
    )
    .filter((agent) => isNamedOutlet(reading, tree, agent))
    .map((agent) => nameOfMedia(reading, tree, agent));
}

function agenciesIn(reading: Reading, tree: Tree): readonly string[] {
  const found = new Set<string>();
  for (const { token, of: started } of findLeads(tree)) {
    for (const { namesOf } of started) for (const name of namesOf(reading, tree, token)) found.add(name);
  }
  return [...found];
}

/** Who passes on what a verb of saying tells, and by whom or where it was heard. */
function agenciesOfVerb(reading: Reading, tree: Tree, verb: number): readonly string[] {
  if (!isVerbal(tree.tokens[verb])) return [];
  const { agents, obliques, lemma } = readPredication(tree, verb);
  // «передаёт корреспондент ВАРТА», «сообщает Пролив.инфо»
  const telling = agents.filter((a) => isMediaNoun(tree, a) || passesOn(reading, tree, verb, a));
  // «посол рассказал Reuters, что порт закрыт», «…, передаёт РИА Новости»
  const isToldOrTells = agents.length === 0 ? passingVerbs.has(lemma) : agents.some((a) => a < verb);
  const next = isToldOrTells && isUndeclinedOutlet(reading, tree, verb + 1) ? [verb + 1] : [];
  // «сообщили «Интерфаксу» в министерстве», «рассказали изданию источники»
  const told = obliques
    .filter((o) => o.case === 'Dat' && o.preposition === null && isOutlet(reading, tree, o.token))
    .map((o) => o.token);
  // «как сообщал «Вестник», министр уехал»
  const isAside = dependents(tree, verb, 'mark').some((c) => tree.tokens[c]?.norm === 'как');
  const aside = isAside ? dependents(tree, verb, 'nsubj', 'obj').filter((c) => isQuoted(tree, c)) : [];
  // «пояснили „Вестнику“ в министерстве», with a name that may not decline
  const heard = findHearer(reading, tree, verb);
  // «написал в Twitter», «объявил по государственному телевидению», «на своей странице в Facebook»
  const channels = obliques
    .filter((o) => /^(?:во?|на|по)$/u.test(o.preposition ?? ''))
    .map((o) => channelAt(tree, o.token))
    .filter((c) => c >= 0);
  return [
    ...(heard ? [reading.analysis.chains[heard.name.chain]?.name ?? heard.name.name] : []),
    ...[...telling, ...next, ...told, ...aside].map((outlet) => nameOfMedia(reading, tree, outlet)),
    ...channels.map((channel) => nameOfChannel(reading, tree, channel)),
  ];
}

/** «в интервью „Вестнику“» */
function interviewers(reading: Reading, tree: Tree, interview: number): readonly number[] {
  return besideTalk(tree, interview).filter((c) => isNoPerson(reading, tree, c));
}

/** «в беседе с ВАРТА», «в эфире телеканала „Волна“» */
function hearersIn(reading: Reading, tree: Tree, talk: number): readonly number[] {
  return prepositionOf(tree, talk) === 'в' ? besideTalk(tree, talk).filter((c) => isOutlet(reading, tree, c)) : [];
}

function besideTalk(tree: Tree, talk: number): readonly number[] {
  return dependents(tree, talk, 'nmod', 'appos', 'iobj', 'obl', 'flat');
}

/** «источник „Вестника“ в порту» */
function outletsOfInformant(reading: Reading, tree: Tree, informant: number): readonly number[] {
  return genitivesOf(tree, informant).filter((c) => isNamedOutlet(reading, tree, c));
}

/** «опубликованном на сайте „Вестника“»: where words were printed; «собеседник издания» */
function printingOrAsking(reading: Reading, tree: Tree, outlet: number): readonly number[] {
  const above = tree.tokens[tree.tokens[outlet]?.head ?? -1]?.lemma ?? '';
  const isPrinted = (): boolean =>
    /^(?:на|в)$/u.test(prepositionOf(tree, outlet) ?? '') && nameBeside(reading, tree, outlet) >= 0;
  return informants.includes(above) || isPrinted() ? [outlet] : [];
}

/** «по данным агентства», «согласно сообщению газеты» */
function outletsOfSource(_: Reading, tree: Tree, source: number): readonly number[] {
  const isSource = tree.tokens[source]?.pos === 'NOUN' && /^(?:по|согласно)$/u.test(prepositionOf(tree, source) ?? '');
  return isSource ? dependents(tree, source, 'nmod').filter((c) => isMediaNoun(tree, c)) : [];
}

/** «со ссылкой на ВАРТА», «цитата по ВАРТА», «на данные агентства „Вестник“» */
function referredOutlets(reading: Reading, tree: Tree, reference: number): readonly number[] {
  if (tree.tokens[reference]?.pos !== 'NOUN') return [];
  const referred = dependents(tree, reference, 'nmod').filter((c) => /^(?:на|по)$/u.test(prepositionOf(tree, c) ?? ''));
  const whose = referred.filter((c) => isNoPerson(reading, tree, c)).flatMap((c) => genitivesOf(tree, c));
  return referred.concat(whose).filter((t) => isReferredOutlet(reading, tree, t));
}

function isNamedOutlet(reading: Reading, tree: Tree, token: number): boolean {
  const isNoun = mediaNouns.has(tree.tokens[token]?.lemma ?? '');
  return isQuotedName(reading, tree, token) || (!isNoun && isOutlet(reading, tree, token));
}

/** Where people speak to all by themselves, networks by their names or television, itself or under a page there; -1. */
function channelAt(tree: Tree, token: number): number {
  const { lemma = '', norm = '' } = tree.tokens[token] ?? {};
  if (channels.has(lemma) || channels.has(norm)) return token;
  const under = pages.has(lemma) ? dependents(tree, token, 'nmod', 'appos') : [];
  return under.map((c) => channelAt(tree, c)).find((c) => c >= 0) ?? -1;
}

/** «Twitter», whatever the parser hangs on it; «государственное телевидение» */
function nameOfChannel(reading: Reading, tree: Tree, token: number): string {
  const { text = '' } = tree.tokens[token] ?? {};
  return /^(?:[a-z]+|х)$/iu.test(text) ? text : fillRole(reading, tree, token, 'speaker').name;
}

const pages: ReadonlySet<string> = new Set(lemmaList(`страница аккаунт профиль канал блог микроблог соцсеть сеть`));

/** «в интервью „Вестнику“», not «интервью посла» */
function isNoPerson(reading: Reading, tree: Tree, token: number): boolean {
  return !['person', 'post'].includes(kindAt(reading, tree, token) ?? '');
}

const channels: ReadonlySet<string> = new Set(
  lemmaList(`
    twitter твиттер facebook фейсбук instagram инстаграм telegram телеграм youtube ютуб вконтакте livejournal
    телевидение телеэфир радио микроблог x х
  `),
);

const informants: readonly string[] = ['собеседник', 'корреспондент', 'журналист', 'источник'];

function isQuoted(tree: Tree, token: number): boolean {
  return /^[«"„“]$/u.test(tree.tokens[token - 1]?.text ?? '');
}

/** «приводит слова министра», «приводит его высказывание» */
function bringersOf(reading: Reading, tree: Tree, verb: number): readonly number[] {
  return bringsWords(tree, verb) ? quotersOf(reading, tree, verb) : [];
}

function bringsWords(tree: Tree, verb: number): boolean {
  const { patients, agents } = readPredication(tree, verb);
  const next = [verb + 1, verb + 2];
  return [...patients, ...agents, ...next, tree.tokens[verb]?.head ?? -1].some((o) => isWords(tree, o));
}

function isWords(tree: Tree, token: number): boolean {
  return /^(?:слово|высказывание|заявление|комментарий)$/u.test(tree.tokens[token]?.lemma ?? '');
}

/**
 * Who quotes («которого цитирует ВАРТА»): the subject, the name right after the verb that may not decline («цитирует ВАРТА слова
 * министра»), or an outlet behind who is quoted, which the parser may hang on them («приводит слова министра газета „Вестник“»).
 */
function quotersOf(reading: Reading, tree: Tree, verb: number): readonly number[] {
  const agents = readPredication(tree, verb).agents.filter(
    (a) => (a > verb || tree.tokens[a]?.lemma !== 'который') && isNoPerson(reading, tree, a) && !isWords(tree, a),
  );
  if (agents.length > 0) return agents;
  if (kindAt(reading, tree, verb + 1) === 'organisation') return [verb + 1];
  const isOne = (i: number): boolean => isMediaNoun(tree, i) || isQuotedName(reading, tree, i);
  const behind = tree.tokens.findIndex(
    (t, i) => i > verb && ((t.features.case === 'Nom' && isOne(i)) || isUndeclinedOutlet(reading, tree, i)),
  );
  return behind < 0 ? [] : [behind];
}

/** «приводит слова посла ТАСС», «передаёт РИА Новости»: a name that shows no case. */
function isUndeclinedOutlet(reading: Reading, tree: Tree, token: number): boolean {
  const { text = '', relation, features } = tree.tokens[token] ?? {};
  // «слова Ренна ТАСС», which the parser takes for one name
  if (/^\p{Lu}{3,}$/u.test(text) && relation === 'flat:name' && features?.case === undefined) return true;
  return (isForeign(tree, token) || isAcronym(text)) && isOutlet(reading, tree, token);
}

/** «„Вестник“» where no mention tells more. */
function isQuotedName(reading: Reading, tree: Tree, token: number): boolean {
  const isName = isQuoted(tree, token) && /^\p{Lu}/u.test(tree.tokens[token]?.text ?? '');
  return isName && isNoPerson(reading, tree, token);
}

/** «со ссылкой на „Вестник“», «на The Port Times», which no mention need know; not «на источник», «на МИД» */
function isReferredOutlet(reading: Reading, tree: Tree, token: number): boolean {
  const { lemma = '', text = '' } = tree.tokens[token] ?? {};
  if (mediaNouns.has(lemma) || isOutlet(reading, tree, token)) return true;
  const kind = kindAt(reading, tree, token) ?? '';
  return /^\p{Lu}/u.test(text) && !['person', 'post', 'state', 'organisation'].includes(kind);
}

/** «агентство ВАРТА», «газета „Вестник“»: the token of the name beside a word for an outlet; -1 where none stands there. */
function nameBeside(reading: Reading, tree: Tree, token: number): number {
  const name = dependents(tree, token, 'appos', 'nmod', 'flat').find(
    (c) =>
      (/^\p{Lu}/u.test(tree.tokens[c]?.text ?? '') || /^[«"]/u.test(tree.tokens[c - 1]?.text ?? '')) &&
      kindAt(reading, tree, c) !== 'person',
  );
  return name ?? -1;
}

/** «агентство ВАРТА» → ВАРТА; «пресс-служба министерства» stays whole; «собеседник издания» means the outlet named before. */
function nameOfMedia(reading: Reading, tree: Tree, token: number): string {
  const lemma = tree.tokens[token]?.lemma ?? '';
  // «приводит ВАРТА слова посла», where the parser takes the words for a part of the name
  const isBare = dependents(tree, token, 'flat', 'nmod').some((c) => isWords(tree, c));
  const own = isBare ? (tree.tokens[token]?.text ?? '') : fillRole(reading, tree, token, 'speaker').name;
  if (!outletNouns.has(lemma)) return own;
  const name = nameBeside(reading, tree, token);
  return name >= 0 ? fillRole(reading, tree, name, 'speaker').name : (outletBefore(reading, tree, lemma) ?? own);
}

/** Words for one outlet, which «СМИ» and «пресс-служба» are not. */
const outletNouns: ReadonlySet<string> = new Set(
  [...mediaNouns].filter((noun) => !['сми', 'пресса', 'пресс-служба'].includes(noun)),
);

/** A way to outlets: the words from which it starts, and whom it finds from one of them. */
interface Way {
  readonly lemmas: readonly string[];
  readonly namesOf: (reading: Reading, tree: Tree, lead: number) => readonly string[];
}

const ways: readonly Way[] = [
  { lemmas: informing, namesOf: agenciesOfVerb },
  { lemmas: ['цитировать', 'процитировать'], namesOf: namedBy(quotersOf) },
  { lemmas: ['приводить'], namesOf: namedBy(bringersOf) },
  { lemmas: ['интервью'], namesOf: namedBy(interviewers) },
  { lemmas: ['беседа', 'эфир', 'комментарий'], namesOf: namedBy(hearersIn) },
  { lemmas: ['ссылка', 'цитата'], namesOf: namedBy(referredOutlets) },
  { lemmas: informants, namesOf: namedBy(outletsOfInformant) },
  { lemmas: [...outletNouns].filter((noun) => !informants.includes(noun)), namesOf: namedBy(printingOrAsking) },
  { lemmas: [...sourceNouns.union(speechNouns)], namesOf: namedBy(outletsOfSource) },
];

function namedBy(find: (reading: Reading, tree: Tree, lead: number) => readonly number[]): Way['namesOf'] {
  return (reading, tree, lead) => find(reading, tree, lead).map((outlet) => nameOfMedia(reading, tree, outlet));
}

/** The words from which a way starts: few sentences have one. */
const findLeads = createTriggers(indexByLemma(ways));

/** The outlet that the sentences before name last, by this noun («по данным агентства») or else by any («собеседник издания»). */
function outletBefore(reading: Reading, { sentence }: Tree, noun: string): string | null {
  const before = reading.trees.slice(0, sentence.index).toReversed();
  for (const nouns of [new Set([noun]), outletNouns]) {
    for (const tree of before) {
      const at = tree.tokens.findLastIndex((t, i) => nouns.has(t.lemma) && nameBeside(reading, tree, i) >= 0);
      if (at >= 0) return fillRole(reading, tree, nameBeside(reading, tree, at), 'speaker').name;
    }
  }
  return null;
}
