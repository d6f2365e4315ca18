import type { Stage } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import type { Draft } from './draft.ts';
import {
  courseNouns,
  draftMatches,
  type Frame,
  type FrameDrafts,
  indexFrames,
  type Match,
  matchFrames,
} from './frames.ts';
import { mentionsAt, type Reading } from './reading.ts';
import { fillRole, kindAt, phraseSpan, stopBeforeTime } from './roles.ts';
import { sidesBeside, statesWith } from './sides.ts';
import { coordinated, dependents, isNominal, prepositionOf, type Tree } from './tree.ts';
import { lemmaList } from './lemma-list.ts';

/** Head nouns of what states, bodies and firms agree on or lay down. */
const agreementNouns: ReadonlySet<string> = new Set(
  lemmaList(`
  договор соглашение контракт меморандум протокол конвенция пакт декларация план директива закон постановление
  концепция программа перемирие документ пакет коммюнике хартия устав резолюция проект договоренность сделка союз
  законопроект бюджет стратегия карта заявление акт компромисс поправка конституция указ решение мораторий регламент
  формат статус режим параметр шаг мероприятие распоряжение условие
`),
);
/** Nouns that are agreements only with some verbs: «согласовали шаги», not «сделали шаги». */
const looseNouns: ReadonlySet<string> = new Set(
  lemmaList(`
  решение шаг мероприятие параметр заявление формат режим статус условие указ
`),
);

/** What is agreed on only when it is a certain one. */
const generalNouns: ReadonlySet<string> = new Set(
  lemmaList(`план проект программа закон стратегия устав условие решение документ регламент бюджет мероприятие шаг`),
);

const parties = {
  kinds: ['state', 'organisation'],
  nouns: new Set(['сторона', 'страна', 'правительство', 'государство', 'компания', 'парламент']),
} as const;
const people = {
  kinds: ['person', 'post'],
  nouns: new Set(['министр', 'президент', 'лидер', 'глава', 'премьер-министр']),
} as const;

interface AgreementFrame extends Frame {
  readonly stage: Stage;
  /** Takes loose nouns too. */
  readonly loose?: boolean;
}

/** Verbs without an object take the `patient`, too, for a subject behind them that the parser took for one. */
const agreementIn = (
  ...from: ('patient' | 'agent' | 'о Loc' | 'над Ins' | 'под Ins' | 'к Dat' | 'из Gen' | 'за Acc' | 'в Acc')[]
): Frame['roles'][number] => ({
  role: 'agreement',
  from,
  kinds: ['agreement'],
  nouns: agreementNouns,
  required: true,
});
/** «парламент ратифицировал»: a body that decides is no party. */
const deciders = {
  nouns: new Set(lemmaList(`парламент сенат дума конгресс палата правительство кабинет совет суд комитет комиссия`)),
} as const;
const participants: Frame['roles'] = [
  { role: 'actor', from: ['agent'], ...deciders },
  { role: 'party', from: ['agent', 'с Ins', 'между Ins'], ...parties },
  { role: 'actor', from: ['agent', 'с Ins'], ...people },
  { role: 'place', from: ['в Loc'], kinds: ['place'] },
];

const frames: readonly AgreementFrame[] = [
  // «Варония предложила заключить договор»; «внёс проект соглашения»
  {
    name: 'agreement.propose',
    stage: 'proposed',
    triggers: lemmaList(`
      предложить предлагать предложение внести выдвинуть представить инициировать
    `),
    roles: [agreementIn('patient'), ...participants],
  },
  // «эксперты подготовили проект договора»; «работа над концепцией»
  {
    name: 'agreement.draft',
    stage: 'drafted',
    triggers: lemmaList(`
      подготовить готовить подготовка разработать разрабатывать разработка доработать дорабатывать доработка составить
      написать прорабатывать парафировать
    `),
    roles: [agreementIn('patient'), ...participants],
  },
  // «работа над договором»
  {
    name: 'agreement.work-on',
    stage: 'drafted',
    triggers: ['работа', 'работать', 'поработать'],
    roles: [agreementIn('над Ins'), ...participants],
  },
  // «обсудили проект договора»; «обсуждение соглашения»
  {
    name: 'agreement.discuss',
    stage: 'discussed',
    triggers: lemmaList(`
      обсудить обсуждать обсуждение обсуждаться рассмотреть рассматривать рассмотрение изучить изучать
    `),
    roles: [agreementIn('patient'), ...participants],
  },
  // «переговоры о соглашении»
  {
    name: 'agreement.talks',
    stage: 'discussed',
    triggers: ['переговоры', 'консультация', 'переговор', 'дискуссия'],
    roles: [agreementIn('о Loc'), ...participants],
  },
  // «стороны согласовали план»
  {
    name: 'agreement.agree',
    stage: 'agreed',
    triggers: lemmaList(`
      согласовать согласовывать согласование достичь достигнуть достижение выработать одобрить одобрение поддержать
    `),
    roles: [agreementIn('patient'), ...participants],
    loose: true,
  },
  // «договорились о создании центра»
  {
    name: 'agreement.arrange',
    stage: 'agreed',
    triggers: ['договориться', 'условиться', 'договариваться'],
    roles: [
      { role: 'party', from: ['agent', 'с Ins'], ...parties },
      { role: 'actor', from: ['agent', 'с Ins'], ...people },
    ],
  },
  // «подписали договор»; «подписание соглашения»; «подписанный контракт»
  {
    name: 'agreement.sign',
    stage: 'signed',
    triggers: lemmaList(`
      подписать подписывать подписание подписаться подписываться заключить заключать заключение заключаться
    `),
    roles: [agreementIn('patient'), ...participants],
    loose: true,
  },
  // «под меморандумом стоят две подписи»; «поставил подпись под договором»
  {
    name: 'agreement.signature',
    stage: 'signed',
    triggers: ['подпись'],
    roles: [agreementIn('под Ins'), ...participants],
  },
  // «принятие концепции»; «парламент принял закон»
  {
    name: 'agreement.adopt',
    stage: 'signed',
    triggers: ['принять', 'принимать', 'принятие', 'утвердить', 'утверждать', 'утверждение'],
    roles: [agreementIn('patient'), ...participants],
  },
  // «парламент ратифицировал договор»
  {
    name: 'agreement.ratify',
    stage: 'ratified',
    triggers: ['ратифицировать', 'ратификация'],
    roles: [agreementIn('patient'), ...participants],
  },
  // «договор вступил в силу»; «вступление в силу»
  {
    name: 'agreement.enter',
    stage: 'in-force',
    triggers: ['вступить', 'вступать', 'вступление', 'действовать', 'заработать'],
    roles: [agreementIn('agent', 'patient'), ...participants.slice(2)],
    loose: true,
  },
  // «выполняет контракт»; «реализация договора»; «соблюдает соглашение»
  {
    name: 'agreement.implement',
    stage: 'implemented',
    triggers: lemmaList(`
      выполнить выполнять выполнение реализовать реализация исполнить исполнять исполнение соблюдать соблюдение
      осуществление реализовываться
    `),
    roles: [agreementIn('patient'), ...participants],
  },
  // «рассмотрели действие договора»; «обзор соглашения»
  {
    name: 'agreement.review',
    stage: 'reviewed',
    triggers: ['обзор', 'пересмотр', 'пересмотреть', 'ревизия', 'оценка'],
    roles: [agreementIn('patient'), ...participants],
  },
  // «внесли поправки в договор»; «скорректировали план»; «продлили соглашение»
  {
    name: 'agreement.amend',
    stage: 'amended',
    triggers: lemmaList(`
      скорректировать корректировать дополнить изменить изменение продлить продлевать продление обновить
    `),
    roles: [agreementIn('patient'), ...participants],
    loose: true,
  },
  // «приостановил действие договора»
  {
    name: 'agreement.suspend',
    stage: 'suspended',
    triggers: ['приостановить', 'приостановка', 'заморозить', 'приостановление'],
    roles: [agreementIn('patient'), ...participants],
  },
  // «нарушил перемирие»; «нарушение соглашения»
  {
    name: 'agreement.violate',
    stage: 'violated',
    triggers: ['нарушить', 'нарушать', 'нарушение', 'сорвать', 'срыв'],
    roles: [agreementIn('patient'), ...participants],
  },
  // «вышел из договора»
  {
    name: 'agreement.leave',
    stage: 'terminated',
    triggers: ['выйти', 'выход', 'выходить'],
    roles: [agreementIn('из Gen'), ...participants],
  },
  // «расторг контракт»; «денонсация соглашения»
  {
    name: 'agreement.terminate',
    stage: 'terminated',
    triggers: lemmaList(`
      расторгнуть расторжение денонсировать денонсация разорвать аннулировать отменить прекратить
    `),
    roles: [agreementIn('patient'), ...participants],
  },
  // «присоединился к конвенции»
  {
    name: 'agreement.join',
    stage: 'signed',
    triggers: ['присоединиться', 'присоединение'],
    roles: [agreementIn('к Dat'), ...participants],
  },
];

const index = indexFrames(frames);

/** Stages in the lives of treaties, contracts, laws and plans that a sentence tells. */
export function findAgreements(reading: Reading, tree: Tree): FrameDrafts {
  return draftMatches(
    matchFrames(reading, tree, index),
    (match) => whyNot(reading, match),
    (match) => agreementDraft(reading, match),
  );
}

function whyNot(reading: Reading, match: Match): string | null {
  const frame = match.frame as AgreementFrame;
  const { tree, token } = match.p;
  if (
    frame.name === 'agreement.enter' &&
    !hasWord(tree, token, 'сила') &&
    tree.tokens[token]?.lemma.startsWith('вступ')
  )
    return 'enters something else than force';
  if (frame.name === 'agreement.arrange')
    return complementOf(match) < 0 && match.roles.length === 0 ? 'nobody agrees on anything' : null;
  const object = match.fillers[0] ?? -1;
  const lemma = tree.tokens[object]?.lemma ?? '';
  const named = mentionsAt(reading, tree, object).some((m) => m.kind === 'agreement');
  if (!named && generalNouns.has(lemma) && isUntold(match)) return 'plans in general: nobody’s, at no time';
  if (!frame.loose && looseNouns.has(lemma) && !named) return `«${lemma}» is no agreement with this verb`;
  return null;
}

/** «реализация проектов», «нарушение закона»: a noun that nothing in the sentence tells. */
function isUntold({ p, roles, time, reading }: Match): boolean {
  const sides = roles.some((r) => r.role === 'party' || r.role === 'actor');
  return p.form === 'noun' && p.light < 0 && time === null && !sides && reading.cues.length < 2;
}

/** What was arranged: «договорились о создании центра», «договорились увеличить поставки». */
function complementOf(match: Match): number {
  const { tree, token, obliques } = match.p;
  const about = obliques.find((o) => o.preposition === 'о' || o.preposition === 'об')?.token;
  return about ?? dependents(tree, token, 'xcomp', 'ccomp', 'csubj')[0] ?? -1;
}

function agreementDraft(reading: Reading, match: Match): Draft {
  const frame = match.frame as AgreementFrame;
  const { tree } = match.p;
  const complement = frame.name === 'agreement.arrange' ? complementOf(match) : -1;
  const name = complement >= 0 ? arrangedName(reading, tree, complement) : null;
  return {
    type: 'agreement',
    stage: frame.name === 'agreement.discuss' && hasCourse(match) ? 'reviewed' : frame.stage,
    status: match.reading.status,
    force: match.reading.force,
    cues: match.reading.cues,
    time: match.time,
    roles: withParties(reading, match, [
      ...(name ? [name] : frame.name === 'agreement.arrange' ? [unnamed(match)] : []),
      ...match.roles.map((r) => wholeName(reading, match, r)),
    ]),
    evidence: name?.span ? cover(match.evidence, name.span) : match.evidence,
    rule: frame.name,
    sentence: tree.sentence.index,
    token: match.p.token,
  };
}

/** «документ о защите граждан двух стран»: what has no name of its own is named by its whole phrase. */
function wholeName(reading: Reading, match: Match, role: Draft['roles'][number]): Draft['roles'][number] {
  if (role.role !== 'agreement' || role.known !== null) return role;
  const token = match.fillers[0] ?? -1;
  const phrase = phraseSpan(match.p.tree, token);
  const stop = stopBeforeTime(reading, match.p.tree, token, phrase.stop);
  const span = withNamed(reading, { start: phrase.start, stop });
  const text = reading.analysis.text.slice(span.start, span.stop);
  if (text.length <= role.text.length || role.span === null || text.length > 160) return role;
  const resolved = role.name.length > text.length;
  return { ...role, text, span, name: resolved ? role.name : reading.context.nominative(text), type: 'agreement' };
}

/** «проект договора о дружбе»: as far as the name goes that begins within the words. */
function withNamed(reading: Reading, span: Span): Span {
  const named = reading.analysis.mentions.filter(
    (m) => m.kind === 'agreement' && m.form === 'name' && span.start <= m.start && m.start < span.stop,
  );
  return { start: span.start, stop: Math.max(span.stop, ...named.map((m) => m.stop)) };
}

/** «соглашение с Варонией», «лидеры Варонии и Мередии подписали»: states beside the actors, and all that `sidesBeside` finds. */
function withParties(reading: Reading, match: Match, roles: Draft['roles']): Draft['roles'] {
  const { tree, agents } = match.p;
  const object = match.fillers[0] ?? -1;
  const beside = dependents(tree, object, 'nmod').filter((c) =>
    ['между', 'с', 'со'].includes(prepositionOf(tree, c) ?? ''),
  );
  const ofLeaders = agents
    .filter((a) => tree.tokens[a]?.features.number === 'Plur' && kindAt(reading, tree, a) !== 'person')
    .flatMap((a) => dependents(tree, a, 'nmod', 'appos'));
  const tokens = [...beside, ...statesWith(reading, tree, object), ...ofLeaders].flatMap((t) => coordinated(tree, t));
  const added = tokens
    .filter((t) => ['state', 'organisation', 'person'].includes(kindAt(reading, tree, t) ?? ''))
    .map((t) => fillRole(reading, tree, t, kindAt(reading, tree, t) === 'person' ? 'actor' : 'party'));
  const all = [...added, ...sidesBeside(reading, match.p, object, 'party')];
  const fresh = new Map(all.map((r) => [r.name, r]));
  return [...roles, ...[...fresh.values()].filter((a) => !roles.some((r) => r.name === a.name))];
}

/** «рассмотрели действие договора»: what is looked at is how it works, not its text. */
function hasCourse(match: Match): boolean {
  return match.p.patients.some((t) => courseNouns.has(match.p.tree.tokens[t]?.lemma ?? ''));
}

/** The shortest run that has both. */
function cover(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), stop: Math.max(a.stop, b.stop) };
}

/** «стороны договорились»: an agreement of which only that it was made is told. */
function unnamed(match: Match): Draft['roles'][number] {
  const word = match.p.tree.tokens[match.p.token];
  const span = { start: word?.start ?? 0, stop: word?.stop ?? 0 };
  return {
    role: 'agreement',
    text: word?.text ?? '',
    span,
    name: 'договорённость',
    type: 'agreement',
    known: null,
    entity: null,
  };
}

function arrangedName(reading: Reading, tree: Tree, token: number): Draft['roles'][number] {
  const last = tree.tokens[token];
  const span = isNominal(last) ? phraseOf(tree, token) : { start: last?.start ?? 0, stop: phraseOf(tree, token).stop };
  const text = reading.analysis.text.slice(span.start, span.stop);
  return {
    role: 'agreement',
    text,
    span,
    name: `договорённость: ${text}`,
    type: 'agreement',
    known: null,
    entity: null,
  };
}

function phraseOf(tree: Tree, token: number): { readonly start: number; readonly stop: number } {
  let stop = token;
  for (const child of tree.children[token] ?? []) if (child > stop && tree.tokens[child]?.kind === 'word') stop = child;
  return { start: tree.tokens[token]?.start ?? 0, stop: tree.tokens[stop]?.stop ?? 0 };
}

function hasWord(tree: Tree, token: number, lemma: string): boolean {
  return (tree.children[token] ?? []).some((c) => tree.tokens[c]?.lemma === lemma);
}
