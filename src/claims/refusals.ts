import { lemmaList } from './lemma-list.ts';
import { isNegated } from './clause.ts';
import { insideSpeech } from './quoted-speech.ts';
import type { Reading } from './reading.ts';
import { speakersOf } from './speakers.ts';
import { type Attributing, saidBy } from './statement-rules.ts';
import { dependents, prepositionOf, type Tree } from './tree.ts';

/** «Посол отказался назвать имена», «в ведомстве не стали комментировать», «не смогли подтвердить»: who was asked and says nothing. */
export function findRefusals(reading: Reading, tree: Tree): readonly Attributing[] {
  return tree.tokens.flatMap((token, i): readonly Attributing[] => {
    if (token.features.verbForm !== 'Fin' || token.features.tense === 'Fut') return [];
    const negated = isNegated(tree, i);
    const refuses = negated ? unwilling.has(token.lemma) : refusing.has(token.lemma);
    const silent = negated && /^(?:про)?комментировать$/u.test(token.lemma);
    if ((!silent && !(refuses && isAboutWords(tree, i))) || insideSpeech(reading, token)) return [];
    const speakers = speakersOf(reading, tree, i);
    return saidBy('statement.refusal', i, speakers);
  });
}

/** An infinitive of answering, or «от комментариев». */
function isAboutWords(tree: Tree, verb: number): boolean {
  const answers = dependents(tree, verb, 'xcomp', 'csubj', 'ccomp').some((c) => {
    const { lemma = '', features } = tree.tokens[c] ?? {};
    return features?.verbForm === 'Inf' && answering.has(lemma);
  });
  const words = dependents(tree, verb, 'obl').some(
    (c) => prepositionOf(tree, c) === 'от' && /^(?:комментарий|ответ|разъяснение)$/u.test(tree.tokens[c]?.lemma ?? ''),
  );
  return answers || words;
}

const refusing: ReadonlySet<string> = new Set(lemmaList(`отказаться отказываться воздержаться`));
const unwilling: ReadonlySet<string> = new Set(
  lemmaList(`стать смочь мочь захотеть хотеть пожелать желать спешить торопиться`),
);
const answering: ReadonlySet<string> = new Set(
  lemmaList(`
    комментировать прокомментировать сообщить сообщать назвать называть раскрыть раскрывать уточнить уточнять подтвердить
    подтверждать опровергнуть опровергать отвечать ответить пояснить объяснить разглашать
  `),
);
