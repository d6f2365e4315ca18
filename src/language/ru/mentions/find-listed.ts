import type { Sentence, Token } from '../../analysis.ts';
import type { KnownNames } from '../gazetteer/find-known.ts';
import { stateByKey, type State } from '../gazetteer/gazetteer.ts';
import { statesOfJointAdjective } from '../gazetteer/joint-adjective.ts';
import type { Candidate } from './candidate.ts';
import { isQuoted } from './noun-phrase.ts';
import { titledNouns } from './nouns.data.ts';

/** States, their adjectives and capitals, bodies and metonyms that the gazetteers list, and «КР» for one that the text names. */
export function findListed(sentences: readonly Sentence[], known: KnownNames): readonly Candidate[] {
  const listed = findKnown(sentences, known);
  return [...listed, ...findInitials(sentences, listed)];
}

/** «перуано-чилийского», «российско-белорусская»: both parts are adjectives of states that the gazetteers list. */
export function findJointAdjectives(sentences: readonly Sentence[]): readonly Candidate[] {
  return sentences.flatMap(({ index, tokens }) =>
    tokens.flatMap((token, at): readonly Candidate[] => {
      if (!token.lemma.includes('-') || statesOfJointAdjective(token.lemma).length === 0) return [];
      const why = 'rule joint adjective';
      return [{ sentence: index, from: at, to: at + 1, kind: 'state', form: 'name', known: null, name: null, why }];
    }),
  );
}

/** «Российская Федерация», «белорусский», «ОДКБ»: what the gazetteers list. */
function findKnown(sentences: readonly Sentence[], known: KnownNames): readonly Candidate[] {
  return sentences.flatMap((sentence) =>
    known
      .find(sentence.tokens.map((token) => token.text))
      .flatMap(({ from, to, known: name }): readonly Candidate[] => {
        if (name.kind === 'demonym' || isPronounAtStart(sentence.tokens, from, to)) return [];
        if (name.kind === 'state' && isTitleOfBody(sentence.tokens, from, to)) return [titleOf(sentence, from, to)];
        return [
          {
            sentence: sentence.index,
            from,
            to,
            kind: kindOfListed[name.kind],
            form: 'name',
            known: name.kind === 'capital' || name.kind === 'metonym' ? null : name.key,
            name: name.name,
            why: `gazetteer ${name.kind}`,
          },
        ];
      }),
  );
}

const kindOfListed = {
  state: 'state',
  adjective: 'state',
  capital: 'place',
  body: 'organisation',
  metonym: 'facility',
} as const;

/** «Того же мнения …» is no Togo. */
function isPronounAtStart(tokens: readonly Token[], from: number, to: number): boolean {
  const pos = tokens[from]?.pos;
  return to - from === 1 && (pos === 'PRON' || pos === 'DET' || pos === 'ADV');
}

/** «телеканал "Перу"»: the name of a state alone in quotation marks behind what bears a title is no state. */
function isTitleOfBody(tokens: readonly Token[], from: number, to: number): boolean {
  return isQuoted(tokens, from, to) && titledNouns.has(tokens[from - 2]?.lemma ?? '');
}

function titleOf({ index, tokens }: Sentence, from: number, to: number): Candidate {
  const words = tokens.slice(from, to).map(({ text }) => text);
  const why = 'rule title of body';
  return { sentence: index, from, to, kind: 'organisation', form: 'name', known: null, name: words.join(' '), why };
}

/** «долг КР» of a text that speaks of the Kyrgyz Republic: the first letters of a republic's own name, where they fit but one state. */
function findInitials(sentences: readonly Sentence[], listed: readonly Candidate[]): readonly Candidate[] {
  const states = statesByInitials(listed);
  if (states.size === 0) return [];
  return sentences.flatMap(({ index, tokens }) =>
    tokens.flatMap((token, at): readonly Candidate[] => {
      const state = states.get(token.text);
      if (!state || listed.some((one) => one.sentence === index && one.from <= at && at < one.to)) return [];
      const { key, name } = state;
      const why = 'gazetteer initials';
      return [{ sentence: index, from: at, to: at + 1, kind: 'state', form: 'name', known: key, name, why }];
    }),
  );
}

/** Of the republics that the text names, by «КР», «РК»; `null` where two are written so. */
function statesByInitials(listed: readonly Candidate[]): ReadonlyMap<string, State | null> {
  const states = new Map<string, State | null>();
  for (const key of new Set(listed.map(({ known }) => known ?? ''))) {
    const state = stateByKey.get(key);
    const republics = state?.aliases.filter((one) => / республика$|^республика /iu.test(one)) ?? [];
    for (const letters of new Set(republics.map(initialsOf)))
      states.set(letters, states.has(letters) ? null : (state ?? null));
  }
  return states;
}

function initialsOf(name: string): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}
