import type { Token } from '../language/analysis.ts';
import type { Scene } from './event-clause.ts';
import type { Match } from './frames.ts';
import type { Predication } from './predications.ts';
import { isQuoted } from './quoted-speech.ts';
import type { Reading } from './reading.ts';
import { speechActOf } from './reporting.data.ts';
import { kindAt } from './roles.ts';
import type { StatusReading } from './status.ts';
import { isVerbal, type Tree } from './tree.ts';

/**
 * What tells whether a verb tells a happening: its form and place in the sentence, who and what stands with it, its time and status,
 * what the rules doubt, common words, and what its sentence has (`featuresOfSentence`). Each is `name value`; names of people,
 * states and bodies are never among them.
 */
export function featuresOfAct(
  reading: Reading,
  p: Predication,
  scene: Scene,
  status: StatusReading,
  doubts: readonly string[],
  sentence: readonly string[],
): readonly string[] {
  const word = p.tree.tokens[p.token];
  return unique([
    ...featuresOfForm(p),
    ...featuresOfCast(reading, p, scene),
    ...featuresOfStatus(p, scene, status),
    ...sentence,
    `quoted ${word !== undefined && isQuoted(reading, word)}`,
    ...(doubts.length === 0 ? ['no doubt'] : [`first doubt ${doubts[0]}`]),
    ...doubts.map((doubt) => `doubt ${doubt}`),
  ]);
}

/** What tells whether a noun tells a happening: as for a verb, with the roles that its frame found in place of a cast. */
export function featuresOfNoun(match: Match, doubts: readonly string[]): readonly string[] {
  const { p, roles, time, placed, reading } = match;
  const scene = { isTimed: time !== null, isPlaced: placed !== null };
  return unique([
    ...featuresOfForm(p),
    ...roles.map(({ role }) => `role ${role}`),
    `roles ${roles.length}`,
    ...featuresOfStatus(p, scene, reading),
    ...doubts.map((doubt) => `doubt ${doubt}`),
  ]);
}

function featuresOfForm({ tree, token, lemma, form, passive, light }: Predication): readonly string[] {
  const verb = tree.tokens[token];
  const head = tree.tokens[verb?.head ?? -1];
  const { aspect, tense, voice, number, person, variant, verbForm } = verb?.features ?? {};
  return [
    `lemma ${lemma}`,
    `form ${form}`,
    `aspect ${aspect}`,
    `tense ${tense}`,
    `tense and aspect ${tense} ${aspect} ${verbForm}`,
    `voice ${voice} ${passive}`,
    `number ${number}`,
    `person ${person}`,
    `variant ${variant}`,
    `relation ${verb?.relation}`,
    `speech ${speechActOf(lemma)}`,
    `carried ${light >= 0}`,
    ...(head
      ? [
          `head ${head.pos}`,
          `relation and head ${verb?.relation} ${head.pos}`,
          `relation of head ${head.relation}`,
          `speech of head ${speechActOf(head.lemma)}`,
          ...wordsOf('head', head),
        ]
      : []),
    ...featuresOfDependents(tree, token),
  ];
}

/** What hangs on the word, by its relation and, but for names, by its lemma. */
function featuresOfDependents(tree: Tree, token: number): readonly string[] {
  const features: string[] = [];
  let negated = false;
  for (const at of tree.children[token] ?? []) {
    const word = tree.tokens[at];
    if (!word) continue;
    const relation = tree.relations[at];
    features.push(`with ${word.relation}`, ...wordsOf('with', word));
    if (relation === 'mark') features.push(`mark ${word.norm}`);
    negated ||= relation === 'advmod' && word.norm === 'не';
  }
  features.push(`negated ${negated}`);
  return features;
}

function featuresOfCast(reading: Reading, p: Predication, scene: Scene): readonly string[] {
  const { tree } = p;
  const { actors, things, objects, places, subjects } = scene;
  const counts = { actors, things, objects, places, subjects, obliques: p.obliques };
  const first = (name: string, [token]: readonly number[]): readonly string[] => {
    const word = token === undefined ? undefined : tree.tokens[token];
    if (!word || token === undefined) return [];
    return [`${name} is ${kindAt(reading, tree, token)}`, `${name} ${word.pos}`, ...wordsOf(name, word)];
  };
  return [
    ...Object.entries(counts).map(([name, { length }]) => `${name} ${Math.min(2, length)}`),
    `anybody or anything ${actors.length + things.length + objects.length > 0}`,
    ...first('actor', actors),
    ...first('thing', things),
    ...first('subject', subjects),
    ...first('object', objects),
    ...p.obliques
      .slice(0, 3)
      .flatMap((o) => [`oblique ${o.preposition} ${o.case}`, `oblique is ${kindAt(reading, tree, o.token)}`]),
  ];
}

function featuresOfStatus(
  { tree, token }: Predication,
  scene: Pick<Scene, 'isTimed' | 'isPlaced'>,
  status: StatusReading,
): readonly string[] {
  const { aspect, tense } = tree.tokens[token]?.features ?? {};
  return [
    `timed ${scene.isTimed}`,
    `time in the clause ${scene.isPlaced}`,
    `timed, tense and aspect ${scene.isTimed} ${tense} ${aspect}`,
    `status ${status.status}`,
    `force ${status.force}`,
    ...status.cues.map((cue) => `cue ${cue.name}`),
  ];
}

/** What all verbs of a sentence share. */
export function featuresOfSentence(reading: Reading, { tokens, sentence }: Tree): readonly string[] {
  const { title } = reading.context;
  return [
    `sentence ${Math.min(4, sentence.index)}`,
    `quarter ${Math.floor((4 * sentence.index) / reading.trees.length)}`,
    `headline ${title !== null && sentence.start < title.length}`,
    `verbs ${Math.min(6, tokens.filter(isVerbal).length)}`,
    `length ${Math.min(6, Math.floor(tokens.length / 6))}`,
    `speech beside ${tokens.some((t) => speechActOf(t.lemma) !== null)}`,
  ];
}

/** A feature is there or not, however often: «в мае в Вене» has one oblique of «в». */
function unique(features: readonly string[]): readonly string[] {
  return [...new Set(features)];
}

/** A common word; what names somebody in one article says nothing of another. */
function wordsOf(name: string, { kind, pos, lemma }: Token): readonly string[] {
  return pos === 'PROPN' || kind === 'punctuation' ? [] : [`${name} «${lemma}»`];
}
