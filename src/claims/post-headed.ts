import type { Mention } from '../language/analysis.ts';
import type { PositionClaim, Role } from '../model/claim.ts';
import { isBodyNoun } from './body-nouns.data.ts';
import { postRole } from './draft-position.ts';
import { tokensIn } from './role-fillers.ts';
import { lemmaList } from './lemma-list.ts';
import { headVerbs } from './post-verbs.data.ts';
import { type Predication, readPredication } from './predications.ts';
import type { Reading } from './reading.ts';
import { fillRole, kindAt } from './roles.ts';
import { readStatus } from './status.ts';
import { behindRelative, isAcronym, type Tree } from './tree.ts';

/** A post that a verb tells by itself, and of what. */
export interface Heading {
  readonly p: Predication;
  /** The token of the body. */
  readonly body: number;
  readonly post: Role;
  readonly organisation: Role;
  readonly tense: PositionClaim['tense'];
}

/** «компанию возглавляет Ренн», «Верди командовал флотом»: the post and body that a verb tells; `null` where it tells none. */
export function headingAt(reading: Reading, tree: Tree, token: number): Heading | null {
  const word = tree.tokens[token];
  const heading = headVerbs.get(word?.lemma ?? '');
  if (!heading || !word || word.features.verbForm === 'Inf') return null;
  const p = readPredication(tree, token);
  const status = readStatus(p).status;
  if (status === 'denied' || status === 'possible' || p.passive) return null;
  // «комитет возглавляет Ренн»: the parser may take both for subjects
  const objects = [...p.patients, ...tokensIn(p, 'Ins'), ...p.agents];
  const body = objects.map((t) => behindRelative(tree, t, token)).find((t) => hasHead(reading, tree, t));
  if (body === undefined) return null;
  const tense = heading.tense !== 'by-verb' ? heading.tense : status === 'happened' ? 'former' : 'current';
  // the verb says the post, so that no words of the text are it
  const { post: name } = heading;
  return {
    p,
    body,
    post: postRole(name, name, null),
    organisation: fillRole(reading, tree, body, 'organisation'),
    tense,
  };
}

/**
 * Bodies, states and regions, named or not, what is known by its legal form or an abbreviation, and groups of people: «возглавил
 * область», «возглавляет ЗАО „Порт“», «возглавил НКПО», «возглавлял либералов». No post is to lead whom one travels with:
 * «возглавил делегацию».
 */
export function hasHead(reading: Reading, tree: Tree, token: number): boolean {
  const { lemma = '', pos, features, text = '' } = tree.tokens[token] ?? {};
  if (lemma === 'делегация') return false;
  const kind = kindAt(reading, tree, token);
  const isNamed = kind !== null && headed.has(kind) && pos !== 'ADJ';
  const isGroup = features?.number === 'Plur' && features.animacy === 'Anim' && pos === 'NOUN';
  const isShort = isAcronym(text);
  return isNamed || isGroup || isShort || isBodyNoun(lemma) || lemma.split('-').some((part) => legalForms.has(part));
}

const headed: ReadonlySet<Mention['kind']> = new Set(['organisation', 'state', 'place', 'facility']);

const legalForms: ReadonlySet<string> = new Set(lemmaList(`зао оао ооо ао пао нпо фгуп гуп муп гк`));
