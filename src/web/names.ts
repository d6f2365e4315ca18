import { transliterate } from '../language/names/transliterate.ts';
import type { Entity, EntityType } from '../model/entity.ts';
import { short } from './html.ts';
import type { View } from './view.ts';

/** Names proper are written in the reader's letters; names that are descriptions («Договор о гарантиях», «совместная комиссия») keep their words. */
const namesProper = new Set<EntityType>(['person', 'place', 'state']);

/** The name of an entity in the reader's letters. */
export function nameOf(view: View, entity: Pick<Entity, 'name' | 'type'>): string {
  const name = short(entity.name, 160);
  return namesProper.has(entity.type) ? inLetters(view, name) : name;
}

/**
 * A name proper in the reader's letters. Where the reader chose no table, BGN/PCGN as the press prints it, without the
 * marks of the soft and the hard sign: «Ольмар» → `Olmar`.
 */
export function inLetters(view: View, name: string): string {
  if (view.language !== 'en') return name;
  return view.letters === null
    ? transliterate(name, 'bgn').replaceAll(/[’”]/gu, '')
    : transliterate(name, view.letters);
}
