import type { Attribution } from '../model/claim.ts';
import { contains } from '../model/span.ts';
import type { Draft } from './draft.ts';
import type { Reading } from './reading.ts';
import { mediaNouns, sourceNouns, speechActOf, speechNouns } from './reporting.data.ts';
import { findHearer } from './hearer.ts';
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
  for (const agency of agenciesFor(reading, sentence)) {
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

/** Agencies that the sentence itself names, else those that the next one does: «Об этом сообщает пресс-служба МИД». */
function agenciesFor(reading: Reading, sentence: number): readonly string[] {
  const own = reading.trees[sentence];
  const next = reading.trees[sentence + 1];
  const here = own ? agenciesOnce(reading, own) : [];
  if (here.length > 0) return here;
  return next && pointsBack(next) ? agenciesOnce(reading, next) : [];
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
      // «сообщили «Интерфаксу» в министерстве»
      for (const o of readPredication(tree, i).obliques) {
        if (
          o.case === 'Dat' &&
          o.preposition === null &&
          fillRole(reading, tree, o.token, 'addressee').type === 'organisation'
        ) {
          found.push(fillRole(reading, tree, o.token, 'addressee').name);
        }
      }
    }
    // «которого цитирует ВАРТА», «слова которого приводит ВАРТА»
    if (quoting.has(token.lemma) || (token.lemma === 'приводить' && bringsWords(tree, i))) {
      for (const a of quotersOf(reading, tree, i)) found.push(nameOfMedia(reading, tree, a));
    }
    // «в интервью «Вестнику»», «в беседе с ВАРТА», «в эфире телеканала „Волна“»
    if (token.lemma === 'интервью' || (heardIn.has(token.lemma) && prepositionOf(tree, i) === 'в')) {
      for (const c of dependents(tree, i, 'nmod', 'appos', 'iobj', 'obl'))
        if (token.lemma === 'интервью' || isOutlet(reading, tree, c)) found.push(nameOfMedia(reading, tree, c));
    }
    // «по данным агентства», «согласно сообщению газеты»
    if (token.pos === 'NOUN' && (sourceNouns.has(token.lemma) || speechNouns.has(token.lemma))) {
      const preposition = prepositionOf(tree, i);
      const media = dependents(tree, i, 'nmod').filter((c) => mediaNouns.has(tree.tokens[c]?.lemma ?? ''));
      if (preposition === 'по' || preposition === 'согласно')
        for (const c of media) found.push(nameOfMedia(reading, tree, c));
    }
    // «опубликованном на сайте „Вестника“»: where words were printed
    if (mediaNouns.has(token.lemma) && ['на', 'в'].includes(prepositionOf(tree, i) ?? '') && hasName(reading, tree, i))
      found.push(nameOfMedia(reading, tree, i));
    // «со ссылкой на ВАРТА», «цитата по ВАРТА»
    if ((token.lemma === 'ссылка' || token.lemma === 'цитата') && token.pos === 'NOUN') {
      for (const c of dependents(tree, i, 'nmod'))
        if (['на', 'по'].includes(prepositionOf(tree, c) ?? '')) found.push(fillRole(reading, tree, c, 'speaker').name);
    }
  }
  return [...new Set(found)];
}

const quoting: ReadonlySet<string> = new Set(['цитировать', 'процитировать']);
const heardIn: ReadonlySet<string> = new Set(['беседа', 'эфир', 'комментарий']);

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

/** Whether a word for an outlet has its name beside it. */
function hasName(reading: Reading, tree: Tree, token: number): boolean {
  return dependents(tree, token, 'nmod', 'appos', 'flat').some((c) =>
    (reading.mentions[tree.sentence.index] ?? []).some(
      (m) => m.head === c && m.kind === 'organisation' && m.form === 'name',
    ),
  );
}

/** «агентство ВАРТА» → ВАРТА; «пресс-служба министерства» stays whole. */
function nameOfMedia(reading: Reading, tree: Tree, token: number): string {
  if (!mediaNouns.has(tree.tokens[token]?.lemma ?? '')) return fillRole(reading, tree, token, 'speaker').name;
  const name = dependents(tree, token, 'appos', 'nmod', 'flat').find(
    (c) => /^\p{Lu}/u.test(tree.tokens[c]?.text ?? '') || /^[«"]/u.test(tree.tokens[c - 1]?.text ?? ''),
  );
  const lemma = tree.tokens[token]?.lemma ?? '';
  return name !== undefined && lemma !== 'пресс-служба'
    ? fillRole(reading, tree, name, 'speaker').name
    : fillRole(reading, tree, token, 'speaker').name;
}
