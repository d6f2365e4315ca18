import { diffArrays } from 'diff';

import { findCorrections } from '../document/find-corrections.ts';
import type { ChangedLine } from '../model/answer.ts';
import type { Document } from '../model/document.ts';

/** Beyond this many changed lines a text is another text: all of it is removed and all added. */
const mostChanges = 2000;

/** The document with what its outlet says of its own text; the field is absent where it says nothing. */
export function withCorrections(document: Document): Document {
  const corrections = findCorrections(document.text);
  return corrections.length === 0 ? document : { ...document, corrections };
}

/** Ids of the versions that came before this one, latest first; `versions` are the other documents of its source. */
export function earlierVersions(document: Document, versions: readonly Document[]): readonly string[] {
  const byId = new Map(versions.map((v) => [v.id, v]));
  const earlier = new Set<string>();
  for (let before = byId.get(document.replaces ?? ''); before; before = byId.get(before.replaces ?? '')) {
    if (earlier.has(before.id)) break;
    earlier.add(before.id);
  }
  return [...earlier];
}

/** The lines (title, headings, paragraphs) that went and came between two texts, in the order of the text. */
export function changedLines(before: string, after: string): readonly ChangedLine[] {
  const [old, young] = [before.split('\n'), after.split('\n')];
  const parts = diffArrays(old, young, { maxEditLength: mostChanges });
  if (!parts) return [...old.map((text) => lineOf('removed', text)), ...young.map((text) => lineOf('added', text))];
  return parts.flatMap(({ added, removed, value }) =>
    added || removed ? value.map((text) => lineOf(added ? 'added' : 'removed', text)) : [],
  );
}

function lineOf(kind: ChangedLine['kind'], text: string): ChangedLine {
  return { kind, text };
}
