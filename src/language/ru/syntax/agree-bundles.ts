import type { Features } from '../../analysis.ts';
import { collect } from '../../collect.ts';
import type { RankedBundle } from './rank-bundles.ts';
import { noBundle, type Bundle } from './bundle.ts';

/** What a relation asks of the tags at its ends, and how much less likely (in logarithms) it makes two that differ in it. */
interface Agreement {
  readonly relations: readonly string[];
  readonly applies: (dependent: Bundle, head: Bundle) => boolean;
  /** Features that are the same at both ends where both have them. */
  readonly same: readonly (keyof Features)[];
  /** Features that both ends have, and the same. */
  readonly shared: readonly (keyof Features)[];
  readonly cost: number;
  /** Where the two never go together, whatever else they have. */
  readonly isRefused?: true;
}

const agreements: readonly Agreement[] = [
  // «нового русского слова», «этим летом», «дом, построенный летом»: adjectives show animacy only where their form does
  {
    relations: ['amod', 'det', 'acl'],
    applies: (dependent, head) => isAttribute(dependent) && isNoun(head),
    same: ['gender', 'animacy'],
    shared: ['case', 'number'],
    cost: 4,
  },
  // «с Петром Званцевым»
  {
    relations: ['flat:name'],
    applies: (dependent, head) => isNoun(dependent) && isNoun(head),
    same: [],
    shared: ['case', 'number', 'gender', 'animacy'],
    cost: 13,
  },
  // «с Анной Светлой»: a surname that is an adjective
  {
    relations: ['flat:name'],
    applies: (dependent, head) => isAttribute(dependent) && isNoun(head),
    same: ['gender'],
    shared: ['case', 'number'],
    cost: 13,
  },
  // «в Минске и Заречье»
  {
    relations: ['conj'],
    applies: (dependent, head) => isNoun(dependent) && isNoun(head),
    same: [],
    shared: ['case'],
    cost: 3,
  },
  // «военного и торгового флота»
  {
    relations: ['conj'],
    applies: (dependent, head) => isAttribute(dependent) && isAttribute(head),
    same: ['gender'],
    shared: ['case', 'number'],
    cost: 3,
  },
  // «в двенадцати километрах»
  {
    relations: ['nummod'],
    applies: (dependent, head) => dependent.pos === 'NUM' && isNoun(head),
    same: ['case'],
    shared: [],
    cost: 3,
  },
  // «город Заречье», «министр Званцев»
  {
    relations: ['appos'],
    applies: (dependent, head) => dependent.pos === 'PROPN' && head.pos === 'NOUN',
    same: ['animacy'],
    shared: [],
    cost: 4,
  },
  // «советницу Анну Званцеву»
  {
    relations: ['appos', 'flat:name'],
    applies: (dependent, head) =>
      isPerson(dependent) && dependent.pos === 'PROPN' && isPerson(head) && head.pos === 'NOUN',
    same: [],
    shared: ['case'],
    cost: 3,
  },
  // «наградили послов»: the accusative of people looks like their genitive (158 to 10 in the treebanks, 4 of them unnegated)
  {
    relations: ['obj'],
    applies: (dependent, head) => isPerson(dependent) && dependent.features.case === 'Gen' && head.pos === 'VERB',
    same: [],
    shared: [],
    cost: 6,
    isRefused: true,
  },
  // «уступил остров», «которые изучает комиссия»
  {
    relations: ['obj'],
    applies: (dependent) => isDeclined(dependent) && dependent.features.case === 'Nom',
    same: [],
    shared: [],
    cost: 4,
    isRefused: true,
  },
  // «документ вступил в силу»
  {
    relations: ['nsubj', 'nsubj:pass'],
    applies: (dependent) => isDeclined(dependent) && dependent.features.case === 'Acc',
    same: [],
    shared: [],
    cost: 4,
    isRefused: true,
  },
  // «Угринов — село»: what a name names is a thing where it is said to be one (21 of 21 in GSD dev)
  {
    relations: ['nsubj'],
    applies: (dependent, head) => dependent.pos === 'PROPN' && head.pos === 'NOUN' && head.features.case === 'Nom',
    same: ['animacy'],
    shared: [],
    cost: 6,
  },
  // «договор подписан», «послы приглашены»: the treebank marks animacy in the participle
  {
    relations: ['nsubj', 'nsubj:pass'],
    applies: (dependent, head) => isNoun(dependent) && isShortParticiple(head),
    same: ['animacy'],
    shared: [],
    cost: 6,
  },
];

/**
 * Chooses a tag for each token: those that are likeliest together, where words that agree in Russian have to agree in their
 * tags too. The part of speech stays. Exact over the tree: the best tags below a word are found for each tag of the word, from the leaves to the root.
 */
export function agreeBundles(
  all: readonly (readonly RankedBundle[])[],
  heads: Int32Array,
  relations: readonly string[],
): readonly Bundle[] {
  const ranked = all.map(ofFirstPart);
  const order = leavesFirst(heads);
  const sums = ranked.map((of) => of.map((it) => it.score));
  const choices: (readonly number[])[] = [];
  for (const i of order) {
    const head = heads[i] ?? -1;
    if (head < 0) continue;
    // one tag below one tag leaves nothing to choose, and adds the same to every sum above
    if (ranked[i]?.length === 1 && ranked[head]?.length === 1) continue;
    choices[i] = addBelow(ranked, sums, i, head, agreementsOf(relations[i] ?? ''));
  }
  const picked = new Int32Array(ranked.length);
  for (let at = order.length - 1; at >= 0; at--) {
    const i = order[at] ?? 0;
    const head = heads[i] ?? -1;
    picked[i] = head < 0 ? indexOfLargest(sums[i] ?? []) : (choices[i]?.[picked[head] ?? 0] ?? 0);
  }
  return collect(ranked, (of, i) => of[picked[i] ?? 0]?.bundle ?? noBundle);
}

/** The tags with the part of speech of the likeliest. */
function ofFirstPart(of: readonly RankedBundle[]): readonly RankedBundle[] {
  const pos = of[0]?.bundle.pos;
  return of.every((it) => it.bundle.pos === pos) ? of : of.filter((it) => it.bundle.pos === pos);
}

/** Adds to each tag of the head what the best tag of the dependent gives with it; returns the index of that tag for each. */
function addBelow(
  ranked: readonly (readonly RankedBundle[])[],
  sums: readonly number[][],
  dependent: number,
  head: number,
  rules: readonly Agreement[],
): readonly number[] {
  const above = sums[head] ?? [];
  const below = sums[dependent] ?? [];
  const best: number[] = [];
  for (let k = 0; k < above.length; k++) {
    let most = -Infinity;
    let chosen = 0;
    for (let j = 0; j < below.length; j++) {
      const cost = rules.length === 0 ? 0 : costOf(rules, ranked[dependent]?.[j]?.bundle, ranked[head]?.[k]?.bundle);
      const sum = (below[j] ?? 0) - cost;
      if (sum <= most) continue;
      most = sum;
      chosen = j;
    }
    best.push(chosen);
    above[k] = (above[k] ?? 0) + most;
  }
  return best;
}

function costOf(rules: readonly Agreement[], dependent: Bundle | undefined, head: Bundle | undefined): number {
  if (!dependent || !head) return 0;
  const own = dependent.features;
  const its = head.features;
  for (const rule of rules) {
    if (!rule.applies(dependent, head)) continue;
    if (rule.isRefused) return rule.cost;
    if (rule.shared.some((name) => own[name] !== its[name])) return rule.cost;
    if (rule.same.some((name) => own[name] !== undefined && its[name] !== undefined && own[name] !== its[name])) {
      return rule.cost;
    }
  }
  return 0;
}

const byRelation: ReadonlyMap<string, readonly Agreement[]> = new Map(
  [...new Set(agreements.flatMap((it) => it.relations))].map((relation) => [
    relation,
    agreements.filter((it) => it.relations.includes(relation)),
  ]),
);

function agreementsOf(relation: string): readonly Agreement[] {
  return byRelation.get(relation) ?? [];
}

function isNoun(bundle: Bundle): boolean {
  return (bundle.pos === 'NOUN' || bundle.pos === 'PROPN') && bundle.features.case !== undefined;
}

function isDeclined(bundle: Bundle): boolean {
  return isNoun(bundle) || (bundle.pos === 'PRON' && bundle.features.case !== undefined);
}

function isPerson(bundle: Bundle): boolean {
  return isNoun(bundle) && bundle.features.animacy === 'Anim';
}

function isAttribute(bundle: Bundle): boolean {
  const { pos, features } = bundle;
  return (
    features.case !== undefined && features.variant === undefined && (pos === 'ADJ' || pos === 'DET' || pos === 'VERB')
  );
}

function isShortParticiple(bundle: Bundle): boolean {
  return bundle.features.verbForm === 'Part' && bundle.features.variant === 'Short';
}

/** Every word after all that hang on it. */
function leavesFirst(heads: Int32Array): readonly number[] {
  const waiting = new Int32Array(heads.length);
  for (const head of heads) if (head >= 0) waiting[head] = (waiting[head] ?? 0) + 1;
  const order: number[] = [];
  waiting.forEach((count, i) => {
    if (count === 0) order.push(i);
  });
  for (let at = 0; at < order.length; at++) {
    const head = heads[order[at] ?? 0] ?? -1;
    if (head < 0) continue;
    const left = (waiting[head] ?? 0) - 1;
    waiting[head] = left;
    if (left === 0) order.push(head);
  }
  return order;
}

function indexOfLargest(values: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] ?? 0) > (values[best] ?? 0)) best = i;
  return best;
}
