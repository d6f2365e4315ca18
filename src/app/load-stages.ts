import { findClaims } from '../claims/find-claims.ts';
import type { ClaimContext } from '../claims/findings.ts';
import { readDocument } from '../document/read-document.ts';
import { createAnalyser } from '../language/ru/analyse.ts';
import { nominative } from '../language/ru/names/nominative.ts';
import { loadLanguage } from './load-language.ts';
import { rankLanguages } from './rank-languages.ts';
import { setCompilerFlags } from './set-compiler-flags.ts';
import type { Stages } from './stages.ts';

/** All stages with the models in `models/` loaded into them; takes about a second, so once a thread. */
export function loadStages(): Stages {
  setCompilerFlags();
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
