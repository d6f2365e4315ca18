import type { Attribution } from '../model/claim.ts';
import { contains } from '../model/span.ts';
import type { Draft } from './draft.ts';
import type { Reading } from './reading.ts';
import { mediaNouns, sourceNouns, speechActOf, speechNouns } from './reporting.data.ts';
import { findHearer } from './hearer.ts';
import { lemmaList } from './lemma-list.ts';
import { fillRole, kindAt } from './roles.ts';
import { readPredication } from './predications.ts';
import { passesOn } from './speakers.ts';
import { dependents, isVerbal, prepositionOf, type Tree } from './tree.ts';

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
  if (covers) return agenciesOnce(reading, next);
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

/** Every claim of a sentence asks for the same agencies. */
function agenciesOnce(reading: Reading, tree: Tree): readonly string[] {
  const known = agenciesByTree.get(tree);
  if (known) return known;
  const found = agenciesIn(reading, tree);
  agenciesByTree.set(tree, found);
  return found;
}

const agenciesByTree = new WeakMap<Tree, readonly string[]>();

/** «Об этом сообщило агентство …» */
function pointsBack(tree: Tree): boolean {
  return tree.tokens.slice(0, 4).some((t) => t.norm === 'этом' || t.norm === 'этого');
}

function agenciesIn(reading: Reading, tree: Tree): readonly string[] {
  const found: string[] = [];
  for (const [i, token] of tree.tokens.entries()) {
    // «передаёт корреспондент ВАРТА», «сообщает Пролив.инфо»
    if (isVerbal(token) && speechActOf(token.lemma) === 'announcement') {
      for (const agent of readPredication(tree, i).agents) {
        const lemma = tree.tokens[agent]?.lemma ?? '';
        if (mediaNouns.has(lemma) || passesOn(reading, tree, i, agent)) found.push(nameOfMedia(reading, tree, agent));
      }
      // «пояснили „Вестнику“ в министерстве», with a name that may not decline
      const heard = findHearer(reading, tree, i);
      if (heard) found.push(reading.analysis.chains[heard.name.chain]?.name ?? heard.name.name);
      // «сообщили «Интерфаксу» в министерстве», «рассказали изданию источники»
      for (const o of readPredication(tree, i).obliques) {
        const told = o.case === 'Dat' && o.preposition === null && isOutlet(reading, tree, o.token);
        if (told) found.push(nameOfMedia(reading, tree, o.token));
      }
      // «написал в Twitter», «объявил по государственному телевидению»
      for (const o of readPredication(tree, i).obliques)
        if (/^(?:во?|на|по)$/u.test(o.preposition ?? '') && isChannel(tree, o.token))
          found.push(fillRole(reading, tree, o.token, 'speaker').name);
      // «как сообщал «Вестник», министр уехал»
      if (dependents(tree, i, 'mark').some((c) => tree.tokens[c]?.norm === 'как'))
        for (const c of dependents(tree, i, 'nsubj', 'obj'))
          if (isQuoted(tree, c)) found.push(nameOfMedia(reading, tree, c));
    }
    // «которого цитирует ВАРТА», «слова которого приводит ВАРТА»
    if (quoting.has(token.lemma) || (token.lemma === 'приводить' && bringsWords(tree, i))) {
      for (const a of quotersOf(reading, tree, i)) found.push(nameOfMedia(reading, tree, a));
    }
    // «в интервью «Вестнику»», «в беседе с ВАРТА», «в эфире телеканала „Волна“»
    if (token.lemma === 'интервью' || (heardIn.has(token.lemma) && prepositionOf(tree, i) === 'в')) {
      for (const c of dependents(tree, i, 'nmod', 'appos', 'iobj', 'obl', 'flat'))
        if (token.lemma === 'интервью' || isOutlet(reading, tree, c)) found.push(nameOfMedia(reading, tree, c));
    }
    // «по данным агентства», «согласно сообщению газеты»
    if (token.pos === 'NOUN' && (sourceNouns.has(token.lemma) || speechNouns.has(token.lemma))) {
      const preposition = prepositionOf(tree, i);
      const media = dependents(tree, i, 'nmod').filter((c) => mediaNouns.has(tree.tokens[c]?.lemma ?? ''));
      if (preposition === 'по' || preposition === 'согласно')
        for (const c of media) found.push(nameOfMedia(reading, tree, c));
    }
    // «опубликованном на сайте „Вестника“»: where words were printed; «собеседник издания»
    if (
      outletNouns.has(token.lemma) &&
      (informants.has(tree.tokens[token.head]?.lemma ?? '') ||
        (['на', 'в'].includes(prepositionOf(tree, i) ?? '') && nameBeside(reading, tree, i) >= 0))
    )
      found.push(nameOfMedia(reading, tree, i));
    // «со ссылкой на ВАРТА», «цитата по ВАРТА»
    if ((token.lemma === 'ссылка' || token.lemma === 'цитата') && token.pos === 'NOUN') {
      for (const c of dependents(tree, i, 'nmod'))
        if (['на', 'по'].includes(prepositionOf(tree, c) ?? '')) found.push(fillRole(reading, tree, c, 'speaker').name);
    }
  }
  return [...new Set(found)];
}

/** Where people speak to all by themselves: networks by their names, television. */
function isChannel(tree: Tree, token: number): boolean {
  const { lemma = '', norm = '' } = tree.tokens[token] ?? {};
  return channels.has(lemma) || channels.has(norm);
}

const channels: ReadonlySet<string> = new Set(
  lemmaList(`
    twitter твиттер facebook фейсбук instagram инстаграм telegram телеграм youtube ютуб вконтакте livejournal
    телевидение телеэфир радио микроблог
  `),
);

const quoting: ReadonlySet<string> = new Set(['цитировать', 'процитировать']);
const heardIn: ReadonlySet<string> = new Set(['беседа', 'эфир', 'комментарий']);

const informants: ReadonlySet<string> = new Set(['собеседник', 'корреспондент', 'журналист', 'источник']);

function isQuoted(tree: Tree, token: number): boolean {
  return /^[«"„“]$/u.test(tree.tokens[token - 1]?.text ?? '');
}

/** «приводит слова министра», «приводит его высказывание» */
function bringsWords(tree: Tree, verb: number): boolean {
  const objects = [...readPredication(tree, verb).patients, tree.tokens[verb]?.head ?? -1];
  return objects.some((o) => /^(?:слово|высказывание|заявление|комментарий)$/u.test(tree.tokens[o]?.lemma ?? ''));
}

/** Who quotes: the subject, or the name right after the verb that may not decline («цитирует ВАРТА слова министра»). */
function quotersOf(reading: Reading, tree: Tree, verb: number): readonly number[] {
  const agents = readPredication(tree, verb).agents.filter((a) => a > verb || tree.tokens[a]?.lemma !== 'который');
  const next = verb + 1;
  return agents.length > 0 ? agents : kindAt(reading, tree, next) === 'organisation' ? [next] : [];
}

function isOutlet(reading: Reading, tree: Tree, token: number): boolean {
  return mediaNouns.has(tree.tokens[token]?.lemma ?? '') || kindAt(reading, tree, token) === 'organisation';
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
  const own = fillRole(reading, tree, token, 'speaker').name;
  if (!outletNouns.has(lemma)) return own;
  const name = nameBeside(reading, tree, token);
  return name >= 0 ? fillRole(reading, tree, name, 'speaker').name : (outletBefore(reading, tree, lemma) ?? own);
}

/** Words for one outlet, which «СМИ» and «пресс-служба» are not. */
const outletNouns: ReadonlySet<string> = new Set(
  [...mediaNouns].filter((noun) => !['сми', 'пресса', 'пресс-служба'].includes(noun)),
);

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
