import type { Role } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import { funds, sizes } from './figure-words.data.ts';
import { lemmaList } from './lemma-list.ts';
import { readPredication } from './predications.ts';
import type { Reading } from './reading.ts';
import { fillRole, isActor } from './roles.ts';
import { caseAt, dependents, prepositionOf, type Tree } from './tree.ts';

/**
 * «выделение Дании займа», «одобрил выделение Китаю помощи»: to whom a noun says that money is granted, also where the form of the name
 * may be a genitive.
 */
export function receiverAt(reading: Reading, tree: Tree, granting: number): number | undefined {
  if (!grantingNouns.has(tree.tokens[granting]?.lemma ?? '')) return undefined;
  const isMoneyBehind = (name: number): boolean =>
    [granting, name].some((above) =>
      dependents(tree, above, 'nmod').some((t) => t > name && funds.has(tree.tokens[t]?.lemma ?? '')),
    );
  return dependents(tree, granting, 'nmod', 'iobj', 'obl').find(
    (t) => isNamed(reading, tree, t) && (caseAt(tree, t) === 'Dat' || (caseAt(tree, t) === 'Gen' && isMoneyBehind(t))),
  );
}

const grantingNouns: ReadonlySet<string> = new Set(lemmaList(`выделение предоставление выдача`));

/** «кредит в размере 5 млн» of «выделил Дании кредит в размере 5 млн»: the indicator with whose the money is, where its own words do not tell. */
export function withReceiver(reading: Reading, tree: Tree, money: number, role: Role): Role {
  const receiver = funds.has(tree.tokens[money]?.lemma ?? '') ? receiverOf(reading, tree, money) : undefined;
  const isTold = dependents(tree, money, 'nmod').some((t) => isNamed(reading, tree, t));
  if (receiver === undefined || isTold) return role;
  return { ...role, name: `${role.name} ${fillRole(reading, tree, receiver, 'recipient').text}` };
}

/** «выделение Дании займа», «займ предоставлен Дании»: who is said beside the noun or the verb of granting. */
function receiverOf(reading: Reading, tree: Tree, money: number): number | undefined {
  const above = tree.tokens[money]?.head ?? -1;
  const { lemma = '', head = -1 } = tree.tokens[above] ?? {};
  if (!grantingVerbs.has(lemma)) return receiverAt(reading, tree, above) ?? receiverAt(reading, tree, head);
  return readPredication(tree, above).obliques.find((o) => o.case === 'Dat' && isNamed(reading, tree, o.token))?.token;
}

const grantingVerbs: ReadonlySet<string> = new Set(
  lemmaList(`выделить выделять предоставить предоставлять предоставляться дать давать выдать выдавать`),
);

function isNamed(reading: Reading, tree: Tree, t: number): boolean {
  return prepositionOf(tree, t) === null && isActor(reading, tree, t);
}

/** A sum in brackets behind whose it is, and the noun before them all that says of what. */
export interface SharedSum {
  readonly noun: number;
  readonly owner: Span;
}

/** «кредиты Италии (2 млрд), Дании (3 млрд)»: the sum of each in brackets behind its name is of what is told before them all. */
export function sharedInBrackets(reading: Reading, tree: Tree, q: Span): SharedSum | undefined {
  const owner = ownerBeforeBracket(reading, tree, q);
  if (owner === undefined) return undefined;
  const noun = tree.tokens.findLastIndex((t) => t.stop < owner.stop && (funds.has(t.lemma) || sizes.has(t.lemma)));
  return noun < 0 ? undefined : { noun, owner };
}

/** What the sum of each in brackets is called: «кредит Дании»; a size by its noun alone. */
export function sharedName(reading: Reading, tree: Tree, { noun, owner }: SharedSum): string {
  const word = tree.tokens[noun];
  const name = reading.context.nominative(word?.text ?? '');
  // «сделки с Италией (2 млрд), Данией (3 млрд)»: with whom, not whose
  const isApart = tree.tokens[noun + 1]?.pos === 'ADP';
  if (!word || !funds.has(word.lemma) || isApart) return name;
  const one = word.features.number === 'Plur' ? word.lemma : name;
  return `${one} ${reading.analysis.text.slice(owner.start, owner.stop)}`;
}

/** «Дании (3 млрд)», «Дании (по разным данным, от 3 до 4 млрд)»: the state right before the bracket in which a sum stands. */
function ownerBeforeBracket(reading: Reading, tree: Tree, q: Span): Span | undefined {
  const opening = /\((?:[^()]{0,30}\s)?$/u.exec(reading.analysis.text.slice(Math.max(0, q.start - 34), q.start));
  const stop = q.start - (opening?.[0].length ?? 0) - 1;
  const here = reading.mentions[tree.sentence.index] ?? [];
  return opening ? here.find((m) => m.stop === stop && m.kind === 'state') : undefined;
}
