import type { SpeechAct } from '../model/claim.ts';
import { siding, voters } from './frame-words.data.ts';
import { lemmaList } from './lemma-list.ts';
import { readPredication } from './predications.ts';
import { keepingVerbs, keptDays, namingVerbs, speechActOf } from './reporting.data.ts';
import { isNegated } from './clause.ts';
import { dependents, isNominal, prepositionOf, type Tree } from './tree.ts';

interface NounRow {
  readonly act: SpeechAct;
  readonly lemmas: ReadonlySet<string>;
}

/** Nouns that tell the act with a verb that only says that one speaks: «выразил протест», «выступил с призывом». */
const nouns: readonly NounRow[] = [
  // «посол выразил благодарность», «министр принёс поздравления»
  {
    act: 'praise',
    lemmas: new Set(lemmaList(`благодарность признательность поддержка удовлетворение похвала поздравление одобрение`)),
  },
  // «МИД выразил протест», «выступил с обвинениями»
  {
    act: 'accusation',
    lemmas: new Set(lemmaList(`протест возмущение осуждение недовольство обвинение упрек критика`)),
  },
  // «обратился с призывом», «выдвинул требование»
  { act: 'demand', lemmas: new Set(lemmaList(`призыв требование ультиматум просьба`)) },
  // «выступил с угрозами»
  { act: 'threat', lemmas: new Set(lemmaList(`угроза предупреждение предостережение`)) },
  // «дал обещание», «выразил готовность»
  { act: 'promise', lemmas: new Set(lemmaList(`обещание гарантия заверение обязательство готовность`)) },
  // «выступил с опровержением», «выразил несогласие»
  { act: 'denial', lemmas: new Set(lemmaList(`опровержение несогласие возражение отказ`)) },
];

/** Verbs whose object tells the act. */
const carriers: ReadonlySet<string> = new Set(
  lemmaList(`
    выразить выражать высказать высказывать выступить выступать обратиться дать давать сделать заявить принести выдвинуть
    подтвердить озвучить
  `),
);

/**
 * What the speaker does by speaking, told by the verb of speaking or by the noun that it carries.
 * In: a tree and the token of the verb. Out: the act; an announcement where nothing tells more.
 */
export function readSpeechAct(tree: Tree, token: number): SpeechAct {
  const lemma = tree.tokens[token]?.lemma ?? '';
  const act = speechActOf(lemma) ?? 'announcement';
  // «не исключил», «не отрицает» deny nothing; «не подтвердили», «не согласился» do
  if (isNegated(tree, token)) return act === 'denial' ? 'announcement' : refusing.has(lemma) ? 'denial' : act;
  if (!carriers.has(lemma)) return act;
  const p = readPredication(tree, token);
  const carried = [...p.patients, ...p.obliques.filter((o) => o.preposition === 'с').map((o) => o.token)];
  const told = nouns.find((row) => carried.some((t) => row.lemmas.has(tree.tokens[t]?.lemma ?? '')));
  return told?.act ?? act;
}

/** Whether a verb that often speaks does something else here. */
export function doesNotSpeak(tree: Tree, verb: number): boolean {
  const lemma = tree.tokens[verb]?.lemma ?? '';
  return (
    (keepingVerbs.has(lemma) && isKept(tree, verb)) ||
    (namingVerbs.has(lemma) && isNamedAfter(tree, verb)) ||
    (concludingVerbs.has(lemma) && isEnteredInto(tree, verb)) ||
    (declaringVerbs.has(lemma) && isDeclared(tree, verb)) ||
    (addingVerbs.has(lemma) && isPutInto(tree, verb)) ||
    isVote(tree, verb)
  );
}

const concludingVerbs: ReadonlySet<string> = new Set(['заключить', 'заключать']);

/** «посланцы двух стран заключили союз, передаёт агентство»: a paper or a bond is made, nothing is said. */
function isEnteredInto(tree: Tree, verb: number): boolean {
  return readPredication(tree, verb).patients.some((t) => isNominal(tree.tokens[t]));
}

const declaringVerbs: ReadonlySet<string> = new Set(['объявить', 'объявлять']);

/** «парламент объявил импичмент», «объявил войну»: what is done by declaring it. */
function isDeclared(tree: Tree, verb: number): boolean {
  return readPredication(tree, verb).patients.some((t) => declared.has(tree.tokens[t]?.lemma ?? ''));
}

const declared: ReadonlySet<string> = new Set(
  lemmaList(`
    импичмент война мобилизация траур тендер конкурс голодовка забастовка амнистия вотум дефолт эмбарго бойкот розыск
    выговор тревога блокада карантин мораторий охота
  `),
);

/** «за договор высказался 71 сенатор», «против закона выступили 134 депутата»: voters who are counted vote. */
export function isVote(tree: Tree, verb: number): boolean {
  if (!sidingVerbs.has(tree.tokens[verb]?.lemma ?? '')) return false;
  const { agents, obliques } = readPredication(tree, verb);
  const sided = obliques.some((o) => (o.preposition === 'за' && o.case === 'Acc') || o.preposition === 'против');
  return sided && agents.some((a) => isCountedVoter(tree, a));
}

function isCountedVoter(tree: Tree, token: number): boolean {
  return countedVoters.has(tree.tokens[token]?.lemma ?? '') && dependents(tree, token, 'nummod').length > 0;
}

const sidingVerbs: ReadonlySet<string> = new Set(siding);
const countedVoters: ReadonlySet<string> = new Set([...voters, 'страна', 'государство', 'избиратель']);

const addingVerbs: ReadonlySet<string> = new Set(['добавить', 'добавлять']);

/** «добавил в закон ссылку»: something is put into a paper, nothing is said. */
function isPutInto(tree: Tree, verb: number): boolean {
  const { obliques } = readPredication(tree, verb);
  return obliques.some(
    (o) => o.preposition === 'в' && o.case === 'Acc' && papers.has(tree.tokens[o.token]?.lemma ?? ''),
  );
}

const papers: ReadonlySet<string> = new Set(
  lemmaList(`текст закон законопроект проект список перечень договор соглашение резолюция программа повестка бюджет`),
);

/** «отметили годовщину», «отмечается День флота»: what is kept as a holiday is not mentioned. */
function isKept(tree: Tree, verb: number): boolean {
  const { agents, patients } = readPredication(tree, verb);
  return [...patients, ...agents].some((t) => keptDays.test(tree.tokens[t]?.lemma ?? ''));
}

/** «назвали площадь именем поэта», «назвала корабль в честь адмирала»: a name is given, nothing is said of what has it. */
function isNamedAfter(tree: Tree, verb: number): boolean {
  const { patients, obliques } = readPredication(tree, verb);
  const under = [verb, ...patients, ...obliques.map((o) => o.token)];
  return under.some((t) => isNameGiven(tree, t) || (tree.children[t] ?? []).some((c) => isNameGiven(tree, c)));
}

function isNameGiven(tree: Tree, token: number): boolean {
  const { lemma, features } = tree.tokens[token] ?? {};
  return (lemma === 'имя' && features?.case === 'Ins') || (lemma === 'честь' && prepositionOf(tree, token) === 'в');
}

const refusing: ReadonlySet<string> = new Set(lemmaList(`подтвердить подтверждать согласиться соглашаться поддержать`));
