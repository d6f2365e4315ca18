import {
  draftMatches,
  type Frame,
  type FrameDrafts,
  happeningDraft,
  indexFrames,
  matchFrames,
  takeAll,
} from './frames.ts';
import type { Reading } from './reading.ts';
import type { Tree } from './tree.ts';
import { lemmaList } from './lemma-list.ts';

const forces = {
  kinds: ['equipment', 'facility'],
  nouns: new Set(
    lemmaList(`
    войско база ракета комплекс система батальон бригада дивизия полк контингент военный солдат военнослужащий
    миротворец корабль эсминец крейсер авианосец фрегат самолет истребитель бомбардировщик вооружение оружие техника
    объект радар станция элемент инфраструктура группировка сила танк подразделение десантник эскадра флот перехватчик
    наблюдатель инструктор полицейский рота армия
  `),
  ),
} as const;
const places = {
  kinds: ['place', 'state', 'facility'],
  nouns: new Set(
    lemmaList(`
    территория граница район побережье регион море зона страна
  `),
  ),
} as const;

const frames: readonly Frame[] = [
  // «Тальмар разместил на острове ракеты»; «размещены два полка»
  {
    name: 'deployment.place',
    triggers: lemmaList(`
      разместить размещать размещаться развернуть развертывать дислоцировать дислоцироваться перебросить размещение
      развертывание переброска базироваться наращивать нарастить наращивание сосредоточить стягивать
    `),
    roles: [
      { role: 'object', from: ['patient', 'agent'], ...forces, required: true },
      { role: 'actor', from: ['agent'], kinds: ['state', 'organisation', 'person', 'post'] },
      {
        role: 'place',
        from: ['в Loc', 'на Loc', 'в Acc', 'на Acc', 'у Gen', 'вблизи Gen', 'вдоль Gen', 'к Dat'],
        ...places,
      },
    ],
  },
  // «Тальмар направил в пролив два фрегата»; «ввёл войска»; «вывел контингент»
  {
    name: 'deployment.send',
    triggers: lemmaList(`
      направить направлять отправить отправлять ввести вводить вывести выводить ввод вывод отвести отвод послать
      отправка
    `),
    roles: [
      { role: 'object', from: ['patient'], ...forces, required: true },
      { role: 'actor', from: ['agent'], kinds: ['state', 'organisation', 'person', 'post'] },
      { role: 'place', from: ['в Acc', 'на Acc', 'из Gen', 'с Gen', 'в Loc', 'к Dat'], ...places },
    ],
  },
  // «комплекс заступил на боевое дежурство»
  {
    name: 'deployment.on-duty',
    triggers: ['заступить', 'встать', 'поставить', 'находиться', 'стоять', 'нести'],
    roles: [
      { role: 'object', from: ['agent', 'patient'], ...forces, required: true },
      { role: 'place', from: ['в Loc', 'на Loc'], kinds: ['place', 'state', 'facility'], required: true },
    ],
  },
];

const index = indexFrames(frames);

/** Forces, weapons and facilities that are placed, moved or withdrawn. */
export function findDeployments(reading: Reading, tree: Tree): FrameDrafts {
  return draftMatches(matchFrames(reading, tree, index), takeAll, (match) => happeningDraft(match, 'deployment'));
}
