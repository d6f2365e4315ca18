import { setFlagsFromString } from 'node:v8';

import { findClaims } from '../claims/find-claims.ts';
import type { ClaimContext } from '../claims/findings.ts';
import { readDocument } from '../document/read-document.ts';
import { createAnalyser } from '../language/ru/analyse.ts';
import { nominative } from '../language/ru/names/nominative.ts';
import { loadLanguage } from './load-language.ts';
import { rankLanguages } from './rank-languages.ts';
import type { Stages } from './stages.ts';

/** All stages with the models in `models/` loaded into them; takes about a second, so once a thread. */
export function loadStages(): Stages {
  for (const flag of compilerFlags) setFlagsFromString(flag);
  const language = loadLanguage();
  const analyse = createAnalyser(language);
  const toNominative: ClaimContext['nominative'] = (words, hints = []) =>
    nominative(language.mentions.names, words, { hints });
  return {
    readDocument: (captured) => readDocument(captured, rankLanguages),
    analyse: ({ text, published }) => analyse(text, { published }),
    findClaims: (analysis, document) => findClaims(analysis, { ...document, nominative: toNominative }),
  };
}

/**
 * How V8 compiles the stages: thousands of functions, each called for every sentence. It learns from the first call of each, not
 * from the ninth; what it puts into one compiled function stays below half of what is usual, as large ones take long to compile and
 * are seldom quicker; a pattern is compiled once, not first for an interpreter. These are measures that V8 weighs by and change no
 * result: 7 % of the processor time of 300 articles, that of compiling with it.
 */
const compilerFlags = [
  '--no-lazy-feedback-allocation',
  '--max-inlined-bytecode-size-cumulative=400',
  '--no-regexp-tier-up',
] as const;
