import type { Token } from '../language/analysis.ts';
import type { Scene } from './event-clause.ts';
import type { Match } from './frames.ts';
import type { Features, TakeFeature } from './likelihood.ts';
import type { Predication } from './predications.ts';
import { isQuoted } from './quoted-speech.ts';
import type { Reading } from './reading.ts';
import { speechActOf } from './reporting.data.ts';
import { kindAt } from './roles.ts';
import type { StatusReading } from './status.ts';
import { isVerbal, type Tree } from './tree.ts';

/**
 * What tells whether a verb tells a happening: its form and place in the sentence, who and what stands with it, its time and status,
 * what the rules doubt, common words, and what its sentence has (`featuresOfSentence`). Names of people, states and
 * bodies are never among them.
 */
export function featuresOfAct(
  reading: Reading,
  p: Predication,
  scene: Scene,
  status: StatusReading,
  doubts: readonly string[],
  sentence: Features,
): Features {
  return (take) => {
    const word = p.tree.tokens[p.token];
    takeForm(take, p);
    takeCast(take, reading, p, scene);
    takeStatus(take, p, scene, status);
    sentence(take);
    take('quoted', word !== undefined && isQuoted(reading, word));
    if (doubts[0] === undefined) take('no', 'doubt');
    else take('first doubt', doubts[0]);
    for (const doubt of doubts) take('doubt', doubt);
  };
}

/** What tells whether a noun tells a happening: as for a verb, with the roles that its frame found in place of a cast. */
export function featuresOfNoun(match: Match, doubts: readonly string[]): Features {
  const { p, roles, time, placed, reading } = match;
  return (take) => {
    takeForm(take, p);
    for (const { role } of roles) take('role', role);
    take('roles', roles.length);
    takeStatus(take, p, { isTimed: time !== null, isPlaced: placed !== null }, reading);
    for (const doubt of doubts) take('doubt', doubt);
  };
}

function takeForm(take: TakeFeature, { tree, token, lemma, form, passive, light }: Predication): void {
  const verb = tree.tokens[token];
  const head = tree.tokens[verb?.head ?? -1];
  const { aspect, tense, voice, number, person, variant, verbForm } = verb?.features ?? {};
  take('lemma', lemma);
  take('form', form);
  take('aspect', aspect);
  take('tense', tense);
  take('tense and aspect', `${tense} ${aspect} ${verbForm}`);
  take('voice', `${voice} ${passive}`);
  take('number', number);
  take('person', person);
  take('variant', variant);
  take('relation', verb?.relation);
  take('speech', speechActOf(lemma));
  take('carried', light >= 0);
  if (head) {
    take('head', head.pos);
    take('relation and head', `${verb?.relation} ${head.pos}`);
    take('relation of head', head.relation);
    take('speech of head', speechActOf(head.lemma));
    takeWord(take, 'head', head);
  }
  takeDependents(take, tree, token);
}

/** What hangs on the word, by its relation and, but for names, by its lemma. */
function takeDependents(take: TakeFeature, tree: Tree, token: number): void {
  let negated = false;
  for (const at of tree.children[token] ?? []) {
    const word = tree.tokens[at];
    if (!word) continue;
    const relation = tree.relations[at];
    take('with', word.relation);
    takeWord(take, 'with', word);
    if (relation === 'mark') take('mark', word.norm);
    negated ||= relation === 'advmod' && word.norm === 'не';
  }
  take('negated', negated);
}

function takeCast(take: TakeFeature, reading: Reading, p: Predication, scene: Scene): void {
  const { tree } = p;
  const { actors, things, objects, places, subjects } = scene;
  take('actors', countOf(actors));
  take('things', countOf(things));
  take('objects', countOf(objects));
  take('places', countOf(places));
  take('subjects', countOf(subjects));
  take('obliques', countOf(p.obliques));
  take('anybody or anything', actors.length + things.length + objects.length > 0);
  takeFirst(take, reading, tree, 'actor', actors);
  takeFirst(take, reading, tree, 'thing', things);
  takeFirst(take, reading, tree, 'subject', subjects);
  takeFirst(take, reading, tree, 'object', objects);
  for (const { preposition, case: declined, token } of p.obliques.slice(0, 3)) {
    take('oblique', `${preposition} ${declined}`);
    take('oblique is', kindAt(reading, tree, token));
  }
}

function countOf({ length }: readonly unknown[]): number {
  return Math.min(2, length);
}

/** The first of those who act or are acted on: what kind of thing it is, and which word. */
function takeFirst(
  take: TakeFeature,
  reading: Reading,
  tree: Tree,
  name: string,
  [token = -1]: readonly number[],
): void {
  const word = tree.tokens[token];
  if (!word) return;
  take(`${name} is`, kindAt(reading, tree, token));
  take(name, word.pos);
  takeWord(take, name, word);
}

function takeStatus(
  take: TakeFeature,
  { tree, token }: Predication,
  scene: Pick<Scene, 'isTimed' | 'isPlaced'>,
  status: StatusReading,
): void {
  const { aspect, tense } = tree.tokens[token]?.features ?? {};
  take('timed', scene.isTimed);
  take('time in the clause', scene.isPlaced);
  take('timed, tense and aspect', `${scene.isTimed} ${tense} ${aspect}`);
  take('status', status.status);
  take('force', status.force);
  for (const cue of status.cues) take('cue', cue.name);
}

/** What all verbs of a sentence share. */
export function featuresOfSentence(reading: Reading, { tokens, sentence }: Tree): Features {
  const { title } = reading.context;
  const verbs = Math.min(6, tokens.filter(isVerbal).length);
  const isBesideSpeech = tokens.some((t) => speechActOf(t.lemma) !== null);
  return (take) => {
    take('sentence', Math.min(4, sentence.index));
    take('quarter', Math.floor((4 * sentence.index) / reading.trees.length));
    take('headline', title !== null && sentence.start < title.length);
    take('verbs', verbs);
    take('length', Math.min(6, Math.floor(tokens.length / 6)));
    take('speech beside', isBesideSpeech);
  };
}

/** A common word; what names somebody in one article says nothing of another. */
function takeWord(take: TakeFeature, name: string, { kind, pos, lemma }: Token): void {
  if (pos !== 'PROPN' && kind !== 'punctuation') take(name, `«${lemma}»`);
}
