import { createRequire } from 'node:module';

import type { RankLanguages } from '../document/detect-language.ts';

let statistics: { readonly detectAll: RankLanguages } | null = null;

/**
 * By the statistics of tinyld, 62 languages. They take 150 MB and half a second to load, so they are loaded when a text
 * asks for them: most press in Russian never does.
 */
export const rankLanguages: RankLanguages = (text) => {
  statistics ??= loadStatistics();
  return statistics.detectAll(text);
};

function loadStatistics(): { readonly detectAll: RankLanguages } {
  return createRequire(import.meta.url)('tinyld/heavy');
}
