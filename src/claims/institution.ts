import {
  draftMatches,
  type Frame,
  type FrameDrafts,
  happeningDraft,
  indexFrames,
  type Match,
  matchFrames,
} from './frames.ts';
import type { Reading } from './reading.ts';
import { prepositionOf, type Tree } from './tree.ts';
import { firms } from './body-nouns.data.ts';
import { doers } from './frame-words.data.ts';
import { lemmaList } from './lemma-list.ts';

const bodies = {
  kinds: ['organisation', 'facility'],
  nouns: new Set([
    ...firms,
    ...lemmaList(`
    центр комитет комиссия группа совет фонд союз агентство организация группировка система суд трибунал институт
    орган структура штаб командование банк миссия зона корпус альянс правительство министерство
    ведомство служба ассоциация секретариат университет посольство консульство генконсульство торгпредство
    диппредставительство объединение коалиция механизм бюро
    департамент управление академия парламент ассамблея блок биржа пост представительство лагерь филиал партия
    движение фронт клуб лига федерация палата прокуратура
    полиция гвардия инспекция коллегия кабинет должность подразделение отряд госкорпорация
  `),
  ]),
} as const;
const founders = {
  kinds: doers,
  nouns: new Set(['сторона', 'страна', 'лидер', 'министр']),
} as const;
/** Bodies that end by being closed. */
const closed: ReadonlySet<string> = new Set([
  ...firms,
  ...lemmaList(`
    центр комитет комиссия группа фонд союз агентство организация группировка институт штаб миссия база
    посольство консульство генконсульство торгпредство диппредставительство представительство филиал бюро лагерь
    ведомство служба партия движение клуб инспекция отряд подразделение
  `),
]);
const places = { kinds: ['place', 'state'] } as const;

const frames: readonly Frame[] = [
  // «стороны создали совместный центр»; «создание комитета»; «учреждена комиссия»
  {
    name: 'institution.found',
    triggers: lemmaList(`
      создать создавать создание учредить учреждать учреждение основать образовать образование сформировать
      формировать формирование открыть открытие организовать строить возродить основывать образовывать
      организовывать воссоздать воссоздание возрождение
    `),
    roles: [
      { role: 'object', from: ['patient'], ...bodies, required: true },
      { role: 'actor', from: ['agent'], ...founders },
      { role: 'place', from: ['в Loc', 'на Loc'], ...places },
    ],
  },
  // «в Ольмаре открылся центр», «создаётся комиссия», «появится полиция»
  {
    name: 'institution.arise',
    triggers: lemmaList(
      `создаваться открыться открываться образоваться возникнуть появиться учреждаться сформироваться`,
    ),
    roles: [
      { role: 'object', from: ['agent', 'patient'], ...bodies, required: true },
      { role: 'place', from: ['в Loc', 'на Loc'], ...places },
    ],
  },
  // «с 1999 года функционирует группировка»; «центр начал работу»
  {
    name: 'institution.work',
    triggers: ['функционировать', 'действовать', 'работать', 'заработать', 'существовать'],
    roles: [
      { role: 'object', from: ['agent'], ...bodies, required: true },
      { role: 'place', from: ['в Loc', 'на Loc'], ...places },
    ],
  },
  // «центр начнёт работу в мае»
  {
    name: 'institution.start',
    triggers: lemmaList(`работа деятельность`),
    roles: [
      { role: 'object', from: ['agent'], ...bodies, required: true },
      { role: 'place', from: ['в Loc', 'на Loc'], ...places },
    ],
  },
  // «у Варонии и Мередии есть единая система наблюдения»
  {
    name: 'institution.have',
    triggers: lemmaList(`быть иметься`),
    roles: [
      { role: 'object', from: ['agent'], nouns: bodies.nouns, required: true },
      { role: 'actor', from: ['у Gen'], ...founders, required: true },
    ],
  },
  // «комиссию упразднили»; «распустил парламент»
  {
    name: 'institution.abolish',
    triggers: lemmaList(`
      упразднить упразднение ликвидировать ликвидация расформировать расформирование упразднять реорганизовать
      реорганизация преобразовать преобразование переформировать
    `),
    roles: [
      { role: 'object', from: ['patient'], ...bodies, required: true },
      { role: 'actor', from: ['agent'], ...founders },
      { role: 'place', from: ['в Loc', 'на Loc'], ...places },
    ],
  },
  // «закрыли посольство», «распустила комиссию»: of what is founded; a border is closed and a parliament dissolved by a measure
  {
    name: 'institution.close',
    triggers: lemmaList(`закрыть закрывать закрытие распустить роспуск`),
    roles: [
      { role: 'object', from: ['patient'], kinds: [], nouns: closed, required: true },
      { role: 'actor', from: ['agent'], ...founders },
      { role: 'place', from: ['в Loc', 'на Loc'], ...places },
    ],
  },
  // «консульство закрывается», «закроется бюро»
  {
    name: 'institution.end',
    triggers: ['закрыться', 'закрываться'],
    roles: [
      { role: 'object', from: ['agent', 'patient'], kinds: [], nouns: closed, required: true },
      { role: 'place', from: ['в Loc', 'на Loc'], ...places },
    ],
  },
];

const index = indexFrames(frames);

/** Bodies, centres and groups that are created, at work or abolished. */
export function findInstitutions(reading: Reading, tree: Tree): FrameDrafts {
  return draftMatches(matchFrames(reading, tree, index), whyNot, (match) => happeningDraft(match, 'institution'));
}

const busy: ReadonlySet<string> = new Set(['действовать', 'работать']);
const bounds: ReadonlySet<string> = new Set(['до', 'в случае']);

/** «работа» without «начать», «подобные структуры функционируют»: bodies in general. */
function whyNot({ frame, p, roles, time, reading }: Match): string | null {
  const named = roles.some((r) => r.role === 'object' && r.type === 'organisation') || roles.length > 1;
  const told = named || time !== null;
  switch (frame.name) {
    case 'institution.start':
      // «органы, осуществляющие деятельность»: what they are for
      if (p.tree.tokens[p.light]?.features.verbForm === 'Part') return 'what bodies do at any time';
      // «приостановил работу миссии»: whose work it is stands behind it
      return p.light < 0 ? 'work in general' : p.patients.length > 0 ? 'somebody else’s work' : null;
    case 'institution.work':
      // «комиссия работает на месте аварии»: what it does, where no day says since when there is one
      return told && (time !== null || !busy.has(p.lemma)) ? null : 'bodies in general';
    case 'institution.found':
      // «до формирования кабинета», «в случае создания фонда»: a bound of something else
      if (p.form === 'noun' && bounds.has(prepositionOf(p.tree, p.token) ?? '')) return 'until when, or in which case';
      return told || p.form !== 'noun' || p.light >= 0 || reading.cues.length > 1 ? null : 'a body in general';
    default:
      return null;
  }
}
