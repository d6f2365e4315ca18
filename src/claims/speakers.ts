import { readPredication } from './predications.ts';
import type { Reading } from './reading.ts';
import { mediaNouns, speakerNouns, speechNouns } from './reporting.data.ts';
import { fillRole, kindAt } from './roles.ts';
import { behindRelative, coordinated, dependents, isVerbal, prepositionOf, type Tree, universal } from './tree.ts';

/** Who speaks: the subject that can speak; without a subject «в министерстве сообщили», «говорится в заявлении ведомства». */
export function speakersOf(reading: Reading, tree: Tree, verb: number): readonly number[] {
  const p = readPredication(tree, verb);
  const named = p.passive ? [] : p.agents.map((a) => behindRelative(tree, a, verb));
  const subjects = named.filter((a) => canSpeak(reading, tree, a) || isPerson(tree, a));
  if (subjects.length > 0) return subjects;
  if (!p.passive && p.agents.length > 0) return [];
  const beside = p.passive ? null : nameBeside(reading, tree, verb);
  if (beside !== null) return [beside];
  const places = p.obliques.filter(
    (o) => (o.preposition === 'в' || o.preposition === 'во' || o.preposition === 'на') && o.case === 'Loc',
  );
  for (const place of places) {
    if (speechNouns.has(tree.tokens[place.token]?.lemma ?? '')) {
      const issuers = dependents(tree, place.token, 'nmod').filter((c) => canSpeak(reading, tree, c));
      if (issuers.length > 0) return issuers;
    }
    const kind = kindAt(reading, tree, place.token);
    const bare = p.agents.length === 0 && tree.tokens[verb]?.features.number === 'Plur';
    if (
      kind === 'organisation' ||
      (kind === 'state' && bare && hasContent(reading, tree, verb)) ||
      speakerNouns.has(tree.tokens[place.token]?.lemma ?? '')
    )
      return coordinated(tree, place.token);
  }
  return p.passive ? p.agents.filter((a) => canSpeak(reading, tree, a)) : [];
}

/** «на заседании кабинета Верди заявил»: a name right before or after a verb that agrees, whatever the tree hangs it on. */
function nameBeside(reading: Reading, tree: Tree, verb: number): number | null {
  if (tree.tokens[verb]?.features.number !== 'Sing') return null;
  const before = tree.tokens[verb - 1]?.stop ?? -1;
  const after = tree.tokens[verb + 1]?.start ?? -1;
  const mention = (reading.mentions[tree.sentence.index] ?? []).find(
    (m) => m.kind === 'person' && m.form === 'name' && (m.stop === before || m.start === after),
  );
  const nominative =
    mention && tree.tokens[mention.head]?.features.case !== 'Ins' && tree.tokens[mention.head]?.features.case !== 'Dat';
  return mention && nominative ? mention.head : null;
}

/** «арабы заявляют», «рыбаки говорят»: people by their kind. */
function isPerson(tree: Tree, token: number): boolean {
  const word = tree.tokens[token];
  return word?.features.animacy === 'Anim' && (word.pos === 'NOUN' || word.pos === 'PROPN');
}

export function canSpeak(reading: Reading, tree: Tree, token: number): boolean {
  const word = tree.tokens[token];
  if (!word) return false;
  if (speakerNouns.has(word.lemma) || mediaNouns.has(word.lemma)) return true;
  if (word.pos === 'PRON' && ['он', 'она', 'они'].includes(word.lemma)) return true;
  const kind = kindAt(reading, tree, token);
  return (
    kind === 'person' ||
    kind === 'organisation' ||
    kind === 'state' ||
    kind === 'post' ||
    (kind === 'place' && word.pos === 'PROPN')
  );
}

export function isMedia(reading: Reading, tree: Tree, token: number): boolean {
  const words = [token, ...(tree.children[token] ?? []), tree.tokens[token]?.head ?? -1];
  const outlet = reading.context.outlet?.toLowerCase() ?? null;
  const name = fillRole(reading, tree, token, 'speaker').name.toLowerCase();
  return (
    mediaNouns.has(tree.tokens[token]?.lemma ?? '') ||
    (outlet !== null && name === outlet) ||
    words.some(
      (w) =>
        w !== token &&
        mediaNouns.has(tree.tokens[w]?.lemma ?? '') &&
        universal(tree.tokens[w]?.relation ?? '') === 'appos',
    )
  );
}

/** A content clause, a quotation in the sentence, «о …», «об этом», or the verb set off after what was said. */
export function hasContent(reading: Reading, tree: Tree, verb: number): boolean {
  const children = tree.children[verb] ?? [];
  const relation = universal(tree.tokens[verb]?.relation ?? '');
  return (
    relation === 'parataxis' ||
    children.some((c) => {
      const word = tree.tokens[c];
      const plain = universal(word?.relation ?? '');
      const preposition = plain === 'obl' ? prepositionOf(tree, c) : null;
      return (
        plain === 'ccomp' ||
        plain === 'parataxis' ||
        preposition === 'о' ||
        preposition === 'об' ||
        (plain === 'xcomp' && isVerbal(word))
      );
    }) ||
    reading.analysis.quotations.some(
      (q) => q.start < tree.sentence.stop && q.stop > tree.sentence.start && q.stop - q.start > 30,
    )
  );
}
