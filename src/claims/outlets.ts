import { lemmaList } from './lemma-list.ts';
import type { Reading } from './reading.ts';
import { mediaNouns, passingVerbs, speakerNouns } from './reporting.data.ts';
import { fillRole, kindAt } from './roles.ts';
import { dependents, genitivesOf, prepositionOf, type Tree, universal } from './tree.ts';

/** Who prints and hears words: «„Вестник“», and no «министерство», «МИД Италии», «ООН». */
export function isOutlet(reading: Reading, tree: Tree, token: number): boolean {
  return isMediaNoun(tree, token) || (kindAt(reading, tree, token) === 'organisation' && !isBody(reading, tree, token));
}

function isBody(reading: Reading, tree: Tree, token: number): boolean {
  const { lemma = '' } = tree.tokens[token] ?? {};
  const isNamed = speakerNouns.has(lemma) && lemma !== 'служба';
  return isNamed || bodies.has(lemma) || genitivesOf(tree, token).some((c) => kindAt(reading, tree, c) === 'state');
}

const bodies: ReadonlySet<string> = new Set(
  lemmaList(
    `мид мвд мчс фсб цру фбр оон нато ес обсе мвф магатэ снг одкб шос еврокомиссия кремль пентагон госдума совбез`,
  ),
);

/** «агентство „Вестник“», «издание»: who passes news on, which an agency of another kind is not. */
export function isMediaNoun(tree: Tree, token: number): boolean {
  const { lemma = '' } = tree.tokens[token] ?? {};
  // «вещательная корпорация», «телерадиовещательная компания»
  if (lemma === 'корпорация' || lemma === 'компания')
    return dependents(tree, token, 'amod').some((c) => tree.tokens[c]?.lemma.endsWith('вещательный'));
  if (lemma !== 'агентство') return mediaNouns.has(lemma);
  return !(tree.children[token] ?? []).some(
    (c) => otherAgencies.has(tree.tokens[c]?.lemma ?? '') || prepositionOf(tree, c) === 'по',
  );
}

/** «рейтинговое агентство», «Федеральное агентство» */
const otherAgencies: ReadonlySet<string> = new Set(
  lemmaList(`
    рейтинговый федеральный космический разведывательный туристический рекламный кадровый антидопинговый риелторский
    инвестиционный пограничный оборонный
  `),
);

/** «газета „Лоцман“», «„Лоцман“» where the article is its own: what prints and passes on, by its noun or its name. */
export function isMedia(reading: Reading, tree: Tree, token: number): boolean {
  const words = [token, ...(tree.children[token] ?? []), tree.tokens[token]?.head ?? -1];
  const outlet = reading.context.outlet?.toLowerCase() ?? null;
  const name = fillRole(reading, tree, token, 'speaker').name.toLowerCase();
  return (
    isMediaNoun(tree, token) ||
    (outlet !== null && name === outlet) ||
    words.some((w) => w !== token && isMediaNoun(tree, w) && universal(tree.tokens[w]?.relation ?? '') === 'appos')
  );
}

/** «…, сообщает „Вестник“», «Как сообщал „Вестник“, …»: a body that passes on in the present, set off by a comma, or by «как». */
export function passesOn(reading: Reading, tree: Tree, verb: number, speaker: number): boolean {
  const word = tree.tokens[verb];
  const kind = kindAt(reading, tree, speaker);
  const told = tree.tokens[verb - 1]?.norm === 'как';
  return (
    word !== undefined &&
    (passingVerbs.has(word.lemma) || (word.lemma === 'отмечать' && isNameInQuotes(reading, tree, speaker))) &&
    (word.features.tense === 'Pres' || told) &&
    (kind === 'organisation' || kind === 'other' || kind === null || kind === 'place') &&
    (!speakerNouns.has(tree.tokens[speaker]?.lemma ?? '') || isMediaNoun(tree, speaker)) &&
    (told || universal(word.relation) === 'parataxis' || tree.tokens[verb - 1]?.text === ',' || verb === 0)
  );
}

/** «отмечает „Вестник“», not «отмечает ООН» */
function isNameInQuotes(reading: Reading, tree: Tree, token: number): boolean {
  return /^[«"„“]$/u.test(tree.tokens[token - 1]?.text ?? '') && !isBody(reading, tree, token);
}
