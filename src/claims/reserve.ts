import type { Force, Status } from '../model/claim.ts';
import { clauseHead, isAsked, isFuture, isLeftOpen } from './clause.ts';
import { type Cue, cueAt, cueOf } from './cue.ts';
import { lemmaList } from './lemma-list.ts';
import type { Predication } from './predications.ts';
import { isReportingVerb } from './reporting.data.ts';
import { uncertainWords, venues } from './status-cues.data.ts';
import { caseAt, dependents, isAttribute, isVerbal, prepositionOf, type Tree } from './tree.ts';

/** What keeps a matter from being told as meant, whatever its verb says. */
export interface Reserve {
  /** What its status comes to; `null`: stays as it is. */
  readonly status: Status | null;
  /** How strongly its future is still bound; `null`: nobody waits for it. */
  readonly force: Force | null;
  readonly cue: Cue;
}

type Rule = (p: Predication) => Reserve | null;

/** In this order; the first that holds says it. */
const rules: readonly Rule[] = [
  byUncertainWord,
  byIndirectQuestion,
  byConditionBeside,
  byCase,
  byJudgement,
  byTimeOfAnother,
  bySetting,
  byEffect,
  byWhatIsGiven,
];

/** What the words around a predication leave open; `null` where nothing does. */
export function findReserve(p: Predication): Reserve | null {
  for (const rule of rules) {
    const found = rule(p);
    if (found) return found;
  }
  return null;
}

/** «возможно, подпишут», «если заявка поступит», a question. */
function byUncertainWord({ tree, token, light }: Predication): Reserve | null {
  const option = (cue: Cue): Reserve => ({ status: 'possible', force: 'possibility', cue });
  // «дотянет, возможно, до выборов, которые пройдут в мае»: a clause of its own says when
  let at = light >= 0 ? light : token;
  for (let guard = 0; guard < 12 && at >= 0; guard++) {
    for (const child of tree.children[at] ?? []) {
      const word = tree.tokens[child];
      if (!word) continue;
      if (isUncertain(tree, child) && isVerbal(tree.tokens[at])) return option(cueAt(tree, 'uncertain', child));
      // «прибыл, чтобы провести переговоры»: who came means to
      if (word.norm === 'чтобы' && isGoal(tree, at)) return null;
      // «если заявка поступит»: what hangs on the condition, not what follows from it
      if (word.relation === 'mark' && (word.norm === 'если' || word.norm === 'чтобы'))
        return option(cueAt(tree, 'condition', child));
    }
    const { relation = '', features } = tree.tokens[at] ?? {};
    if (isVerbal(tree.tokens[at]) && ['root', 'parataxis', 'ccomp', 'acl:relcl', 'advcl'].includes(relation)) break;
    // «чтобы добиться освобождения моряков, приговорённых судом»: a participle tells its own act
    if (isAttribute(tree, at) && features?.tense === 'Past') break;
    at = tree.tokens[at]?.head ?? -1;
  }
  return tree.tokens.at(-1)?.norm === '?' ? option(cueOf('question')) : null;
}

/** «прибыл, чтобы провести», «вылетели, чтобы подписать» */
function isGoal(tree: Tree, verb: number): boolean {
  const { features, head = -1 } = tree.tokens[verb] ?? {};
  return features?.verbForm === 'Inf' && comings.has(tree.tokens[head]?.lemma ?? '');
}

const comings: ReadonlySet<string> = new Set(
  lemmaList(`
    прибыть прибывать приехать приезжать прилететь прилетать вылететь вылетать отправиться отправляться поехать выехать
    собраться съехаться
  `),
);

/** «возможно», «скорее всего», «по всей видимости» */
function isUncertain(tree: Tree, i: number): boolean {
  const { norm = '', lemma = '', relation } = tree.tokens[i] ?? {};
  const mostly = /^(?:скорее|вероятнее)$/u.test(norm) && tree.tokens[i + 1]?.norm === 'всего';
  const seeming = /^(?:видимость|вероятность)$/u.test(lemma) && relation === 'parataxis';
  return uncertainWords.has(norm) || mostly || seeming;
}

/** «неизвестно, когда его освободят», «спросили, планируется ли визит»: what is asked is not told. */
function byIndirectQuestion(p: Predication): Reserve | null {
  const verb = verbOf(p);
  if (isAsked(p.tree, verb)) return { status: 'possible', force: null, cue: cueOf('indirect question') };
  // «почему решили закрыть порт, неизвестно»
  return isLeftOpen(p.tree, verb) ? { status: null, force: null, cue: cueOf('question of what is known') } : null;
}

/** «если откажут, состоятся выборы», «в случае отказа суд примет меры»: what comes only of something else. */
function byConditionBeside(p: Predication): Reserve | null {
  const { tree } = p;
  const verb = verbOf(p);
  if (!isFuture(tree, verb)) return null;
  const clause = dependents(tree, verb, 'advcl').flatMap((c) => dependents(tree, c, 'mark'));
  // «если порт откроют, то суда уйдут»: wherever the parser hangs the condition
  const then = dependents(tree, verb, 'mark', 'cc', 'advmod').find((c) => tree.tokens[c]?.norm === 'то') ?? -1;
  const before = tree.tokens.findIndex((t, i) => i < then && t.norm === 'если');
  const word =
    (before < 0 ? undefined : before) ??
    clause.find((c) => tree.tokens[c]?.norm === 'если') ??
    dependents(tree, verb, 'obl').find((c) => tree.tokens[c]?.lemma === 'случай' && isOfSomething(tree, c));
  if (word === undefined) return null;
  return {
    status: 'possible',
    force: isOwnWord(tree, verb) ? 'promise' : 'possibility',
    cue: cueAt(tree, 'follows from', word),
  };
}

/** «заявил, что подпишет, если…»: who speaks binds himself. */
function isOwnWord(tree: Tree, verb: number): boolean {
  const { relation, head = -1 } = tree.tokens[verb] ?? {};
  const told = relation === 'ccomp' && isReportingVerb(tree.tokens[head]?.lemma ?? '');
  return told && dependents(tree, verb, 'nsubj').length === 0;
}

/** «в случае отказа», «в этом случае», not «в любом случае». */
function isOfSomething(tree: Tree, token: number): boolean {
  return !dependents(tree, token, 'amod', 'det').some((c) =>
    /^(?:любой|всякий|каждый)$/u.test(tree.tokens[c]?.lemma ?? ''),
  );
}

/** «меры в случае нарушения перемирия», not «отмечены случаи нарушения перемирия»: nobody tells that it came so far. */
function byCase({ tree, token, form }: Predication): Reserve | null {
  const head = tree.tokens[token]?.head ?? -1;
  const { lemma, features } = tree.tokens[head] ?? {};
  const isCase =
    form === 'noun' && lemma === 'случай' && features?.number !== 'Plur' && prepositionOf(tree, head) === 'в';
  return isCase && isOfSomething(tree, head)
    ? { status: 'possible', force: null, cue: cueAt(tree, 'condition', head) }
    : null;
}

/** «считают подписание договора маловероятным», «визит был назван возможным»: how likely somebody finds it. */
function byJudgement({ tree, token, form, light }: Predication): Reserve | null {
  const { head = -1, relation } = tree.tokens[token] ?? {};
  if (form !== 'noun' || light >= 0 || !['obj', 'nsubj:pass', 'nsubj'].includes(relation ?? '')) return null;
  // the parser may hang the adjective on the noun
  const found = [...(tree.children[head] ?? []), ...dependents(tree, token, 'nmod', 'amod')].find(
    (c) => caseAt(tree, c) === 'Ins' && likelihoods.has(tree.tokens[c]?.lemma ?? ''),
  );
  return found === undefined ? null : { status: 'possible', force: null, cue: cueAt(tree, 'uncertain', found) };
}

const likelihoods: ReadonlySet<string> = new Set(
  lemmaList(`возможный невозможный вероятный маловероятный реальный нереальный преждевременный`),
);

/** «прежде чем они начнут», «до того, как он приедет»: named to say when something else is. */
function byTimeOfAnother({ tree, token, form }: Predication): Reserve | null {
  if (form === 'noun' || !['advcl', 'acl'].includes(tree.tokens[token]?.relation ?? '')) return null;
  const mark = dependents(tree, token, 'mark').find((c) =>
    /^(?:когда|прежде|пока|как)$/u.test(tree.tokens[c]?.norm ?? ''),
  );
  return mark === undefined ? null : { status: null, force: null, cue: cueAt(tree, 'when another is', mark) };
}

/** «назначение будет означать», «подписание договора позволит», «станет последним раундом»: what is said of a matter, not that it will be. */
function byEffect({ tree, token, form, light }: Predication): Reserve | null {
  const { relation, features, head = -1 } = tree.tokens[token] ?? {};
  const verb = tree.tokens[head];
  const judged = relation === 'nsubj' || (features?.case === 'Ins' && prepositionOf(tree, token) === null);
  // «подписание договора ускорит переговоры»
  const acts = relation === 'nsubj' && isFuture(tree, head) && dependents(tree, head, 'obj').length > 0;
  const tells = form === 'noun' && light < 0 && judged && (acts || judgingVerbs.has(verb?.lemma ?? ''));
  return tells ? { status: null, force: null, cue: cueAt(tree, 'effect', head) } : null;
}

/** What a matter means or brings; it says nothing of when. */
const judgingVerbs: ReadonlySet<string> = new Set(
  lemmaList(`
    означать значить стать являться быть позволить позволять помочь помогать способствовать привести вызвать обойтись
    стоить послужить служить сыграть оказать дать принести создать укрепить улучшить ухудшить повлиять
  `),
);

/** «дал две недели на вывод войск», «получили разрешение на строительство порта»: what something is given for is not told as done. */
function byWhatIsGiven({ tree, token, form, light }: Predication): Reserve | null {
  if (form !== 'noun' || light >= 0 || prepositionOf(tree, token) !== 'на' || caseAt(tree, token) !== 'Acc')
    return null;
  const { head = -1 } = tree.tokens[token] ?? {};
  const beside = dependents(tree, head, 'obj', 'obl').filter((t) => t < token && prepositionOf(tree, t) === null);
  const given = [head, ...beside].find((t) => givenFor.has(tree.tokens[t]?.lemma ?? ''));
  return given === undefined ? null : { status: 'possible', force: null, cue: cueAt(tree, 'purpose', given) };
}

const givenFor: ReadonlySet<string> = new Set(
  lemmaList(`
    час сутки день неделя месяц год срок время разрешение лицензия мандат согласие деньги средство доллар рубль евро
    миллион миллиард
  `),
);

/** «на саммите», «между выборами», «перед выборами»: the frame of another matter is no plan of its own. */
function bySetting(p: Predication): Reserve | null {
  return isSetting(p)
    ? { status: null, force: null, cue: cueOf('setting', prepositionOf(p.tree, p.token) ?? '') }
    : null;
}

/** Whether a noun that no verb carries is the place or the time of another matter: «в ходе заседания», «накануне саммита». */
export function isSetting({ tree, token, form, light }: Predication): boolean {
  const preposition = prepositionOf(tree, token) ?? '';
  // «отправится в турне», «вылетели на переговоры»
  const goal = ['в', 'во', 'на'].includes(preposition) && caseAt(tree, token) === 'Acc';
  return form === 'noun' && light < 0 && venues.has(preposition) && !goal && !isTakenPartIn(tree, token);
}

/**
 * «прибыл для переговоров», «для участия в саммите», «база для доставки грузов»: what somebody comes for or a thing is for, or the
 * course of it.
 */
export function isAim(p: Predication): boolean {
  return aimOf(p) >= 0;
}

/** The noun behind «для», its own or that of its course; -1 for none. */
export function aimOf({ tree, token, light }: Predication): number {
  const { head = -1 } = tree.tokens[token] ?? {};
  const held = holding.has(tree.tokens[head]?.lemma ?? '') ? [head] : [];
  return light >= 0 ? -1 : ([token, ...held].find((t) => prepositionOf(tree, t) === 'для') ?? -1);
}

const holding: ReadonlySet<string> = new Set(lemmaList(`проведение продолжение участие начало`));

/** «примут участие в выборах», «участвует в саммите»: who takes part tells of the matter itself. */
function isTakenPartIn(tree: Tree, token: number): boolean {
  return /^(?:участие|участвовать|поучаствовать)$/u.test(tree.tokens[tree.tokens[token]?.head ?? -1]?.lemma ?? '');
}

/** The verb whose form tells of a predication: its own, that which carries it, that of its clause. */
export function verbOf({ tree, token, form, light }: Predication): number {
  return form !== 'noun' ? token : light >= 0 ? light : clauseHead(tree, token);
}
