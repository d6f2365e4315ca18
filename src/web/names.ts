import { transliterate } from '../language/names/transliterate.ts';
import type { Entity, EntityType } from '../model/entity.ts';
import { short } from './html.ts';
import type { View } from './view.ts';
import type { Language } from './words.data.ts';

/** Names proper are written in the reader's letters; names that are descriptions («Договор о гарантиях», «совместная комиссия») keep their words. */
const namesProper = new Set<EntityType>(['person', 'place', 'state']);

/** The name of an entity in the reader's letters; a state by the name that English has for it, where no table was chosen. */
export function nameOf(view: View, entity: Pick<Entity, 'name' | 'type'>): string {
  const name = short(entity.name, 160);
  const usual =
    view.language === 'en' && view.letters === null && entity.type === 'state' ? englishState(name) : undefined;
  if (usual !== undefined) return usual;
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

/** «Германия» → `Germany`, by the regions of the Unicode CLDR that the runtime carries; `undefined` for what is none. */
function englishState(name: string): string | undefined {
  statesByName ??= new Map(
    regionCodes().flatMap((code) => {
      const english = regionNames('en', 'long').of(code);
      const russian = [regionNames('ru', 'long').of(code), regionNames('ru', 'short').of(code)];
      return russian.flatMap((one) => (one && english && one !== code ? [[folded(one), english] as const] : []));
    }),
  );
  return statesByName.get(folded(name));
}

let statesByName: ReadonlyMap<string, string> | undefined;

/** Every pair of letters: CLDR gives those back as they are that name no region. */
function regionCodes(): readonly string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((first) => letters.map((second) => first + second));
}

function regionNames(locale: Language, style: 'long' | 'short'): Intl.DisplayNames {
  const known = displayNames.get(`${locale} ${style}`) ?? new Intl.DisplayNames(locale, { type: 'region', style });
  displayNames.set(`${locale} ${style}`, known);
  return known;
}

const displayNames = new Map<string, Intl.DisplayNames>();

function folded(name: string): string {
  return name.toLowerCase().replaceAll('ё', 'е');
}
