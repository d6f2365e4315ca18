import type { Entity } from '../model/entity.ts';
import type { Ruling } from '../model/ruling.ts';
import { compareText } from './clustering.ts';
import { typeOfCluster } from './name-affinity.ts';
import { stemsOf } from './name-key.ts';
import type { NameNode } from './name-node.ts';
import { rulingName } from './rulings.ts';

/**
 * One entity out of the nodes of its names. `spellings` gives how often each spelling is written; people are called «Имя
 * Фамилия» where any document gives both, agreements by a name that says what they are about.
 */
export function mergeEntity(
  id: string,
  nodes: readonly NameNode[],
  why: readonly string[],
  spellings: ReadonlyMap<string, number>,
  standing: readonly Ruling[],
): Entity {
  const type = typeOfCluster(nodes);
  const sorted = [...spellings].toSorted(
    ([a, n], [b, m]) => worth(type, b) - worth(type, a) || m - n || shorter(type, a, b) || compareText(a, b),
  );
  const known = nodes.flatMap((n) => n.known ?? []).toSorted()[0] ?? null;
  const name = rulingName(standing, nodes) ?? sorted[0]?.[0] ?? '';
  const entity: Entity = {
    kind: 'entity',
    id,
    type,
    name,
    aliases: aliasesOf(
      name,
      sorted.map(([spelling]) => spelling),
    ),
    wikidata: known !== null && /^Q\d+$/u.test(known) ? known : null,
  };
  return why.length > 0 ? { ...entity, why } : entity;
}

/** Of names written equally often the longer says more; an agreement's gathers words that are not its own. */
function shorter(type: Entity['type'], a: string, b: string): number {
  return type === 'agreement' ? a.length - b.length : b.length - a.length;
}

/** Every other spelling once; a capital at its head makes none of its own. */
function aliasesOf(name: string, spellings: readonly string[]): readonly string[] {
  const seen = new Set([name.toLowerCase()]);
  return spellings.filter((spelling) => {
    const small = spelling.toLowerCase();
    if (seen.has(small)) return false;
    seen.add(small);
    return true;
  });
}

/** How much a spelling says, as a name of its type: 2 the full form, 1 a usable one, 0 a part. */
function worth(type: Entity['type'], name: string): number {
  const cyrillic = /[а-яё]/iu.test(name) ? 1 : 0;
  if (type === 'person') {
    const parts = name.split(/\s+/u);
    const full = parts.length > 1 && parts.every((p) => !/^\p{Lu}\.?$/u.test(p) && !p.includes('.'));
    return (full ? (parts.length === 2 ? 6 : 4) : parts.length > 1 ? 2 : 0) + cyrillic;
  }
  if (type === 'agreement')
    return (stemsOf(name).length > 2 ? 2 : 0) + (/^(?:проект|документ)/iu.test(name) ? 0 : 2) + cyrillic;
  return cyrillic;
}
