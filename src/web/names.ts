import { transliterate } from '../language/names/transliterate.ts';
import type { Entity, EntityType } from '../model/entity.ts';
import { short } from './html.ts';
import type { View } from './view.ts';

/** Names proper are written in the reader's letters; names that are descriptions («Договор о гарантиях») stay in their words. */
const namesProper = new Set<EntityType>(['person', 'place', 'state', 'organisation', 'exercise']);

/** The name of an entity in the reader's letters. */
export function nameOf(view: View, entity: Pick<Entity, 'name' | 'type'>): string {
  const name = short(entity.name, 160);
  return view.language === 'en' && namesProper.has(entity.type) ? transliterate(name, view.letters) : name;
}
