import type { Token } from '../language/analysis.ts';
import type { Draft } from './draft.ts';
import { lemmaList } from './lemma-list.ts';
import { unilateralVerbs } from './measure.ts';
import { type Predication, readPredication } from './predications.ts';
import type { Reading } from './reading.ts';
import { isPrivatePerson } from './roles.ts';
import { subtree, type Tree } from './tree.ts';

/**
 * Whether a happening is a measure: a unilateral act of a state or a body. What no frame knows is one where its verb tells such an
 * act whoever does it («назначен», «проголосовали»), or where an organ of state does something by its authority («суд отложил»,
 * «министерство намерено проверить»); what a frame takes for a measure is none where a private person does it («отпустил няню»).
 * In: a draft. Out: it with its type.
 */
export function withTypeOfAct(reading: Reading, draft: Draft): Draft {
  const tree = reading.trees[draft.sentence];
  if (!tree) return draft;
  const p = readPredication(tree, draft.token);
  if (draft.type === 'measure')
    return isWithoutAuthority(reading, p, draft) ? { ...draft, type: 'event', rule: 'event.act' } : draft;
  if (draft.type !== 'event' || !fallbacks.has(draft.rule)) return draft;
  const unilateral = isUnilateral(tree, p, draft) || isOfAuthority(tree, p);
  return unilateral ? { ...draft, type: 'measure', rule: 'measure.of-authority' } : draft;
}

/** The rules for what no frame knows. */
const fallbacks: ReadonlySet<string> = new Set(['event.act', 'event.befall']);

function isUnilateral(tree: Tree, { agents, lemma, patients }: Predication, { rule, status }: Draft): boolean {
  // «рассмотрение назначено на май»: its day is laid down
  const scheduled = rule === 'event.befall' && status === 'planned';
  // «они назначены»: whom it befalls is not told
  const untold = patients.length > 0 && patients.every((t) => tree.tokens[t]?.pos === 'PRON');
  // «проголосовали 80 тысяч избирателей»: an election, no vote of a body
  const counted = [...agents, ...patients].flatMap((t) => subtree(tree, t));
  const elects = votes.has(lemma) && counted.some((t) => electors.has(tree.tokens[t]?.lemma ?? ''));
  return unilateralVerbs.has(lemma) && !broadVerbs.has(lemma) && !scheduled && !untold && !elects;
}

/** «Лосский отпустил няню»: whoever acts holds no post. */
function isWithoutAuthority(reading: Reading, { tree, agents, patients }: Predication, { roles }: Draft): boolean {
  // «Лосский обвиняется»: whom it befalls
  const acts = agents.length > 0 && roles.some((r) => r.role === 'actor');
  // «Лосский ввёл военное положение»: who can holds a post, whatever the document calls him
  const isPublic = patients.some((t) => publicActs.has(tree.tokens[t]?.lemma ?? ''));
  return acts && !isPublic && agents.every((a) => isPrivatePerson(reading, tree, a));
}

const publicActs: ReadonlySet<string> = new Set(
  lemmaList(`
    положение указ закон законопроект постановление распоряжение декрет мораторий амнистия санкция эмбарго пошлина налог
    мобилизация выборы референдум парламент правительство кабинет
  `),
);

/** Of those verbs the ones that everybody does to everything: «сняли фильм», «отключила телефон». */
const broadVerbs: ReadonlySet<string> = new Set(
  lemmaList(
    `снять отключить отключать выпустить выпускать закрыть закрывать прекратить прекращать отпустить отпускать`,
  ),
);

const votes: ReadonlySet<string> = new Set(['голосовать', 'проголосовать']);
const electors: ReadonlySet<string> = new Set(lemmaList(`избиратель человек житель гражданин россиянин`));

function isOfAuthority(tree: Tree, { agents, lemma, patients, obliques }: Predication): boolean {
  // «приступили к проверке» does to something as much as «начали проверку»; «полиция зашла в дом» does not
  const acts = patients.length > 0 || obliques.some((o) => o.preposition === 'к' || o.preposition === 'ко');
  return acts && !sufferings.has(lemma) && agents.some((a) => isOrgan(tree.tokens[a]));
}

/** «суд», «Минтранс», «Мосгорсуд»: what acts by the authority of a state. */
function isOrgan(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (organs.has(token.lemma) || /^Мин(?!истр)\p{Ll}{3}|\p{L}(?:надзор|суд)\p{Ll}*$/u.test(token.text))
  );
}

const organs: ReadonlySet<string> = new Set(
  lemmaList(`
    суд трибунал коллегия парламент сенат дума рада конгресс палата бундестаг кнессет сейм собрание комиссия еврокомиссия
    прокуратура генпрокуратура правительство кабинет министерство власть ведомство центробанк погранслужба
    полиция мид мвд минобороны фсб цру фбр
  `),
);

/** What befalls an organ, and what it finds out. */
const sufferings: ReadonlySet<string> = new Set(
  lemmaList(`
    уйти уходить смениться сменяться пасть лишиться потерять получить получать найти обнаружить выявить узнать увидеть
    опознать установить оказаться остаться оставаться пострадать потерпеть одержать победить проиграть набрать возглавить возглавлять
  `),
);
