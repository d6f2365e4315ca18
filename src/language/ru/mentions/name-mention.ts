import type { Mention, Sentence, Token } from '../../analysis.ts';
import type { NominativeOptions } from '../names/nominative.ts';
import { nominative } from '../names/nominative.ts';
import type { Morphology } from '../morphology/word-analysis.ts';
import { wordFlags } from '../morphology/word-analysis.ts';
import type { Candidate } from './candidate.ts';
import { isQuoted } from './noun-phrase.ts';
import { bodyNouns } from './nouns.data.ts';
import type { MentionData } from './read-mention-data.ts';

/** The mention of a candidate: its span, its syntactic head and its words in the nominative. */
export function nameMention(
  text: string,
  sentences: readonly Sentence[],
  candidate: Candidate,
  data: MentionData,
): Mention {
  const tokens = sentences[candidate.sentence]?.tokens ?? [];
  const first = tokens[candidate.from];
  const last = tokens[candidate.to - 1];
  if (!first || !last) throw new Error(`A mention of sentence ${candidate.sentence} has no tokens`);
  return {
    start: first.start,
    stop: last.stop,
    kind: candidate.kind,
    form: candidate.form,
    sentence: candidate.sentence,
    head: headOf(tokens, candidate.from, candidate.to),
    name:
      candidate.name ??
      (isTitleBehindNoun(candidate, tokens)
        ? text.slice(first.start, last.stop)
        : nominative(data.names, text.slice(first.start, last.stop), optionsFor(candidate, tokens, data.morphology))),
    chain: -1,
    why: candidate.why,
  };
}

/** «телеканала „Дороги“»: a quoted title behind the noun that bears it stands in the nominative, save «холдингом „Газпортом“». */
function isTitleBehindNoun({ kind, from, to }: Candidate, tokens: readonly Token[]): boolean {
  const noun = tokens[from - 2];
  if (kind !== 'organisation' || !isQuoted(tokens, from, to) || !bodyNouns.has(noun?.lemma ?? '')) return false;
  const isDeclined = tokens.slice(from, to).some((one) => one.features.case === noun?.features.case);
  return noun?.features.case === 'Gen' || !isDeclined;
}

/** What the parse says of the words, counted from the start of the mention. */
function optionsFor(candidate: Candidate, tokens: readonly Token[], morphology: Morphology): NominativeOptions {
  const own = tokens.slice(candidate.from, candidate.to);
  const from = own[0]?.start ?? 0;
  if (candidate.kind === 'person' && own.some((token) => isMisread(token, morphology))) return { kind: 'person' };
  return {
    kind: candidate.kind === 'person' && candidate.form === 'name' ? 'person' : 'phrase',
    hints: own.map((token) => ({ start: token.start - from, features: token.features })),
  };
}

/** «Алла Лугова» read as the genitive of a man: a first name that the dictionary has, but not in the case that the parse says. */
function isMisread(token: Token, morphology: Morphology): boolean {
  const given = morphology.analyse(token.text).filter((one) => one.isKnown && (one.flags & wordFlags.given) !== 0);
  const { case: said } = token.features;
  return said !== undefined && given.length > 0 && given.every((one) => one.features.case !== said);
}

/** The token of the run whose own head lies outside; a mark or preposition only where nothing else does. */
function headOf(tokens: readonly Token[], from: number, to: number): number {
  let found = -1;
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (!token || (token.head >= from && token.head < to)) continue;
    if (token.pos === 'PUNCT' || token.pos === 'ADP') {
      if (found < 0) found = i;
      continue;
    }
    return i;
  }
  return found < 0 ? from : found;
}
