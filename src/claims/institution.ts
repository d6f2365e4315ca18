import { draftMatches, type Frame, type FrameDrafts, happeningDraft, indexFrames, matchFrames } from './frames.ts';
import type { Reading } from './reading.ts';
import type { Tree } from './tree.ts';
import { lemmaList } from './lemma-list.ts';

const bodies = {
  kinds: ['organisation', 'facility'],
  nouns: new Set(
    lemmaList(`
    центр комитет комиссия группа совет фонд союз агентство организация группировка система суд трибунал институт
    орган структура штаб командование предприятие банк миссия зона корпус альянс правительство министерство ведомство
    служба ассоциация секретариат университет посольство консульство объединение коалиция механизм бюро департамент
    управление академия парламент ассамблея блок биржа
  `),
  ),
} as const;
const founders = {
  kinds: ['state', 'organisation', 'person', 'post'],
  nouns: new Set(['сторона', 'страна', 'лидер', 'министр']),
} as const;
const places = { kinds: ['place', 'state'] } as const;

const frames: readonly Frame[] = [
  // «стороны создали совместный центр»; «создание комитета»; «учреждена комиссия»
  {
    name: 'institution.found',
    triggers: lemmaList(`
      создать создавать создаваться создание учредить учреждать учреждение основать образовать образование
      сформировать формировать формирование открыть открыться открытие организовать строить возродить
    `),
    roles: [
      { role: 'object', from: ['patient', 'agent'], ...bodies, required: true },
      { role: 'actor', from: ['agent'], ...founders },
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
      упразднить упразднение распустить роспуск ликвидировать ликвидация расформировать закрыть закрытие
    `),
    roles: [
      { role: 'object', from: ['patient'], ...bodies, required: true },
      { role: 'actor', from: ['agent'], ...founders },
      { role: 'place', from: ['в Loc', 'на Loc'], ...places },
    ],
  },
];

const index = indexFrames(frames);

/** Bodies, centres and groups that are created, at work or abolished. */
export function findInstitutions(reading: Reading, tree: Tree): FrameDrafts {
  return draftMatches(
    matchFrames(reading, tree, index),
    // «работа» without «начать»: work in general
    (match) => (match.frame.name === 'institution.start' && match.p.light < 0 ? 'work in general' : null),
    (match) => happeningDraft(match, 'institution'),
  );
}
