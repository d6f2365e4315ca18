import type { Mention } from '../language/analysis.ts';
import { mentionsAt, type Reading } from './reading.ts';
import { speakerNouns } from './reporting.data.ts';
import { kindAt } from './roles.ts';
import { createTokenMemory, type Tree } from './tree.ts';

/** An outlet to which somebody spoke, by a name that may not decline, and the token of who spoke. */
export interface Hearer {
  readonly name: Mention;
  readonly speaker: number;
}

/**
 * «рассказал ВАРТА источник», «пояснили „Вестнику“ в министерстве», «об этом ВАРТА сообщил посол»: the name beside a verb of
 * saying, where who speaks stands behind it. In: a verb of saying. Out: `null` where the name itself speaks or none stands there.
 */
export function findHearer(reading: Reading, tree: Tree, verb: number): Hearer | null {
  const known = heard(tree);
  return known[verb] === undefined ? (known[verb] = hearerOf(reading, tree, verb)) : known[verb];
}

const heard = createTokenMemory<Hearer | null>();

function hearerOf(reading: Reading, tree: Tree, verb: number): Hearer | null {
  const names = (reading.mentions[tree.sentence.index] ?? []).filter(
    (m) =>
      m.form === 'name' &&
      hearing.has(m.kind) &&
      !agrees(tree, m.head, verb) &&
      !mentionsAt(reading, tree, m.head).some((o) => o.kind === 'post'),
  );
  const behind = behindTime(reading, tree, verb + 1);
  const first = isMark(tree, behind) ? behind + 1 : behind;
  const after = names.find((m) => m.start === tree.tokens[first]?.start);
  if (after) {
    const next = tree.tokens.findIndex((t) => t.start >= after.stop);
    const speaker = speakerAt(reading, tree, isMark(tree, next) ? next + 1 : next, verb);
    return speaker === null ? null : { name: after, speaker };
  }
  const last = isMark(tree, verb - 1) ? verb - 2 : verb - 1;
  const before = names.find((m) => m.stop === tree.tokens[last]?.stop && !isNameOfThing(tree, m.head));
  const speaker = before ? speakerAt(reading, tree, verb + 1, verb) : null;
  return before && speaker !== null ? { name: before, speaker } : null;
}

/** «посол сообщил „Ъ“, что»: of subjects on both sides of the verb an outlet right behind it is who was told. */
export function withoutHearer(
  reading: Reading,
  tree: Tree,
  subjects: readonly number[],
  verb: number,
): readonly number[] {
  const first = isMark(tree, verb + 1) ? verb + 2 : verb + 1;
  const isTold = first > verb + 1 && kindAt(reading, tree, first) === 'organisation' && subjects.some((s) => s < verb);
  return isTold ? subjects.filter((s) => s !== first) : subjects;
}

/** «сообщил в среду „Вестнику“ посол»: a token, or the first behind the time that stands there. */
function behindTime(reading: Reading, tree: Tree, token: number): number {
  const opens = /^во?$/u.test(tree.tokens[token]?.norm ?? '') ? token + 1 : token;
  const time = (reading.times[tree.sentence.index] ?? []).find(({ first }) => first === opens);
  return time ? time.last + 1 : token;
}

/** «на круглом столе „Порты“ заявил посол»: the name of what is no outlet. */
function isNameOfThing(tree: Tree, name: number): boolean {
  const { head = -1, relation } = tree.tokens[name] ?? {};
  const { pos, features } = tree.tokens[head] ?? {};
  return (relation === 'appos' || relation === 'nmod') && pos === 'NOUN' && features?.case === 'Loc';
}

/** «власти Варонии обвинили в организации взрыва»: a subject in the plural of a verb in the plural speaks itself. */
function agrees(tree: Tree, name: number, verb: number): boolean {
  const [subject, predicate] = [tree.tokens[name], tree.tokens[verb]];
  return subject?.head === verb && subject.features.number === 'Plur' && predicate?.features.number === 'Plur';
}

const hearing: ReadonlySet<Mention['kind']> = new Set(['organisation', 'other']);

function isMark(tree: Tree, token: number): boolean {
  return /^[«»"„“”]$/u.test(tree.tokens[token]?.text ?? '');
}

/** Who speaks from a token on: a nominative behind its adjectives, «один из участников», or a body after «в» of a verb without a subject. */
function speakerAt(reading: Reading, tree: Tree, from: number, verb: number): number | null {
  const many = tree.tokens[verb]?.features.number === 'Plur';
  if (many && /^(?:в|во|на)$/u.test(tree.tokens[from]?.norm ?? '')) {
    const word = tree.tokens[from + 1];
    const body = kindAt(reading, tree, from + 1) === 'organisation' || speakerNouns.has(word?.lemma ?? '');
    return body && word?.features.case !== 'Nom' ? from + 1 : null;
  }
  for (let i = from; i < from + farthest; i++) {
    const word = tree.tokens[i];
    if (word?.kind !== 'word' || (word.features.case !== 'Nom' && word.pos !== 'ADV')) return null;
    if (word.lemma === 'один' && tree.tokens[i + 1]?.norm === 'из') return i;
    if (word.pos === 'NOUN' || word.pos === 'PROPN') {
      const kind = kindAt(reading, tree, i);
      const people = word.features.animacy === 'Anim' || kind === 'person' || kind === 'post';
      return people || speakerNouns.has(word.lemma) ? i : null;
    }
  }
  return null;
}

/** How many words may lead to the speaker: «высокопоставленный американский дипломатический источник». */
const farthest = 5;
