import type { Role } from '../model/claim.ts';
import {
  draftMatches,
  type Frame,
  type FrameDrafts,
  happeningDraft,
  indexFrames,
  type Match,
  matchFrames,
} from './frames.ts';
import { doers, serving, sites } from './frame-words.data.ts';
import { lemmaList } from './lemma-list.ts';
import type { Reading } from './reading.ts';
import { fillRole, kindAt } from './roles.ts';
import { withoutSides } from './sides.ts';
import { dependents, prepositionOf, standsIn, type Tree } from './tree.ts';

const forces = {
  kinds: ['equipment', 'facility'],
  nouns: new Set([
    ...serving,
    ...lemmaList(`
      база ракета комплекс система дивизия корабль эсминец крейсер авианосец фрегат самолет истребитель бомбардировщик
      вооружение оружие техника объект радар станция элемент инфраструктура группировка сила танк эскадра флот
      перехватчик армия вертолет катер подлодка субмарина миномет установка гаубица бронетехника авиация беспилотник
      дрон корпус патруль гарнизон легион батарея
    `),
  ]),
} as const;
const places = {
  kinds: sites,
  nouns: new Set(
    lemmaList(`
    территория граница район побережье регион море зона страна провинция
  `),
  ),
} as const;

const frames: readonly Frame[] = [
  // «Тальмар разместил на острове ракеты»; «размещены два полка»
  {
    name: 'deployment.place',
    triggers: lemmaList(`
      разместить размещать разместиться размещаться развернуть развертывать дислоцировать дислоцироваться перебросить
      размещение развертывание переброска базироваться наращивать нарастить наращивание сосредоточить стягивать
      передислоцировать передислокация сосредоточивать сосредоточение стянуть расквартировать дислокация
      перебрасывать концентрировать
    `),
    roles: [
      { role: 'object', from: ['patient', 'agent'], ...forces, required: true },
      { role: 'actor', from: ['agent'], kinds: doers },
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
      отправка посылать отводить высадить высаживать десантировать высадка
    `),
    roles: [
      { role: 'object', from: ['patient'], ...forces, required: true },
      { role: 'actor', from: ['agent'], kinds: doers },
      { role: 'place', from: ['в Acc', 'на Acc', 'из Gen', 'с Gen', 'в Loc', 'к Dat'], ...places },
    ],
  },
  // «миссия союза развёрнута в Ольмаре», «развёртывание наблюдателей в Ольмаре», «в Ольмаре дислоцированы три тысячи человек»
  {
    name: 'deployment.mission',
    triggers: lemmaList(`
      развернуть развертывать развертываться развернуться развертывание разместить размещать размещение дислоцировать
      дислоцироваться расквартировать
    `),
    roles: [
      {
        role: 'object',
        from: ['patient', 'agent'],
        nouns: new Set(lemmaList(`миссия наблюдатель полицейский человек`)),
        required: true,
      },
      { role: 'actor', from: ['agent'], kinds: doers },
      { role: 'place', from: ['в Loc', 'на Loc', 'в Acc', 'на Acc', 'вдоль Gen'], ...places, required: true },
    ],
  },
  // «в Ольмаре высадились 130 военных»
  {
    name: 'deployment.land',
    triggers: ['высадиться', 'высаживаться'],
    roles: [
      { role: 'object', from: ['agent'], ...forces, required: true },
      { role: 'place', from: ['в Loc', 'на Loc', 'в Acc', 'на Acc'], ...places },
    ],
  },
  // «в Ольмар прибудут 200 миротворцев», «батальон отправится в Ольмар», «прибытие миротворцев в Ольмар»
  {
    name: 'deployment.arrive',
    triggers: lemmaList(`
      прибыть прибывать прилететь прилетать войти прибытие отправиться отправляться направиться направляться вылететь
      вылетать отбыть отбывать выдвинуться выдвигаться
    `),
    roles: [
      { role: 'object', from: ['agent', 'patient'], nouns: new Set(serving), required: true },
      { role: 'place', from: ['в Acc', 'на Acc', 'к Dat', 'в Loc', 'из Gen', 'с Gen'], ...places, required: true },
    ],
  },
  // «комплекс заступил на боевое дежурство»
  {
    name: 'deployment.on-duty',
    triggers: ['заступить', 'встать', 'поставить', 'находиться', 'стоять', 'нести'],
    roles: [
      { role: 'object', from: ['agent', 'patient'], ...forces, required: true },
      { role: 'place', from: ['в Loc', 'на Loc'], ...places, required: true },
    ],
  },
];

const index = indexFrames(frames);

/** Forces, weapons and facilities that are placed, moved or withdrawn. */
export function findDeployments(reading: Reading, tree: Tree): FrameDrafts {
  return draftMatches(
    matchFrames(reading, tree, index),
    (match) => whyNamedAgain(reading, match),
    (match) => {
      const objects = match.roles.filter(({ role }) => role === 'object');
      // «в область Эпир две тысячи солдат»: a place ends where what is sent begins
      const roles = withoutMover(match).map((role) =>
        withoutSides(role.role === 'object' ? match.roles : role.role === 'place' ? objects : [], role),
      );
      const draft = { ...happeningDraft(match, 'deployment'), roles };
      return draft.roles.some((r) => r.role === 'actor')
        ? draft
        : { ...draft, roles: [...roles, ...ownersOf(reading, match, roles)] };
    },
  );
}

/** «назвал размещение полка ошибкой», told before: what something is called is no happening. */
function whyNamedAgain(reading: Reading, { p: { tree, token, form, lemma } }: Match): string | null {
  const { head = -1, relation } = tree.tokens[token] ?? {};
  const isCalled = relation === 'obj' && /^(?:назвать|называть)$/u.test(tree.tokens[head]?.lemma ?? '');
  const isTold = (): boolean =>
    reading.trees.slice(0, tree.sentence.index).some(({ tokens }) => tokens.some((t) => t.lemma === lemma));
  return form === 'noun' && isCalled && isTold() ? 'told before, and only called by a name' : null;
}

/** «армия Тальмара перебросит танки»: forces that move others are not what is moved. */
function withoutMover({ p: { tree, agents, patients }, roles, fillers }: Match): readonly Role[] {
  const moved = fillers.filter((t) => patients.includes(t) && !agents.includes(t));
  const isOf = ({ span }: Role, t: number): boolean => standsIn(tree, t, span);
  return moved.length === 0
    ? roles
    : roles.filter((r) => r.role !== 'object' || moved.some((t) => isOf(r, t)) || !agents.some((a) => isOf(r, a)));
}

/** «вывод войск Тальмара», «размещение тальмарских ракет»: whose forces they are, where nobody else is said to move them. */
function ownersOf(reading: Reading, { p, fillers }: Match, roles: readonly Role[]): readonly Role[] {
  const { tree } = p;
  return (
    fillers
      .filter((t) => roles.some(({ role, span }) => role === 'object' && standsIn(tree, t, span)))
      .flatMap((t) => dependents(tree, t, 'nmod', 'amod'))
      .filter(
        (c) =>
          tree.tokens[c]?.pos === 'ADJ' || (tree.tokens[c]?.features.case === 'Gen' && prepositionOf(tree, c) === null),
      )
      // «батальон морской пехоты» names its arm, not whose it is
      .filter((c) => !forces.nouns.has(tree.tokens[c]?.lemma ?? ''))
      .filter((c) => ['state', 'organisation'].includes(kindAt(reading, tree, c) ?? ''))
      .map((c) => fillRole(reading, tree, c, 'actor'))
  );
}
