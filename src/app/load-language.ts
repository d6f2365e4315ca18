import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LanguageData } from '../language/ru/analyse.ts';
import { readMentionData } from '../language/ru/mentions/read-mention-data.ts';
import { readMorphology } from '../language/ru/morphology/read-morphology.ts';
import { readSyntax } from '../language/ru/syntax/read-syntax.ts';

/** The models of Russian in `folder` (by default the package's own `models/`). Throws where a file is missing or not what it should be. */
export function loadLanguage(folder = fileURLToPath(new URL('../../models', import.meta.url))): LanguageData {
  const read = (name: string): Uint8Array => {
    const path = join(folder, name);
    try {
      return readFileSync(path);
    } catch (cause) {
      throw new Error(`cannot read the model ${path}: install the package again, or rebuild it (training/README.md)`, {
        cause,
      });
    }
  };
  const morphology = readMorphology(read('ru-morphology.bin'));
  const mentionFiles = {
    tagger: read('ru-mentions.bin'),
    clusters: read('ru-word-clusters.bin'),
    names: read('ru-name-lists.bin'),
  };
  return {
    morphology,
    syntax: readSyntax(read('ru-syntax.bin'), morphology),
    mentions: readMentionData(mentionFiles, morphology),
  };
}
