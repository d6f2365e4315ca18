import type { Role } from '../model/claim.ts';
import { hullOf } from '../model/span.ts';
import type { Draft } from './draft.ts';
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
import { fillRole, kindAt } from './roles.ts';
import { sidesBeside } from './sides.ts';
import { dependents, type Tree } from './tree.ts';
import { sites } from './frame-words.data.ts';
import { lemmaList } from './lemma-list.ts';
import { participants } from './who-meets.ts';

const parties = {
  kinds: ['state', 'organisation', 'person'],
  nouns: new Set(
    lemmaList(`
    сторона страна флот армия войско военный вмс вооруженный
  `),
  ),
} as const;

const frames: readonly Frame[] = [
  // «Варония и Тальмар проведут учение «Северный щит»»; «в манёврах участвуют восемь кораблей»
  {
    name: 'exercise.hold',
    triggers: ['учение', 'маневр', 'маневры', 'учения', 'стрельбы', 'военно-морское учение'],
    roles: [
      { role: 'party', from: ['agent', 'patient', 'с Ins', 'между Ins'], ...parties },
      { role: 'place', from: ['в Loc', 'на Loc', 'у Gen', 'близ Gen'], kinds: sites },
    ],
  },
];

const index = indexFrames(frames);

/** Military exercises of a sentence; an exercise keeps its name where one stands beside it. */
export function findExercises(reading: Reading, tree: Tree): FrameDrafts {
  return draftMatches(matchFrames(reading, tree, index), whyNot, (match): Draft => {
    const draft = happeningDraft(match, 'exercise');
    const name = withTitle(reading, fillRole(reading, tree, match.p.token, 'exercise'));
    // «российско-украинские учения» are of two states, which the adjective of a happening tells
    const states = dependents(tree, match.p.token, 'amod')
      .filter((c) => kindAt(reading, tree, c) === 'state' && !tree.tokens[c]?.lemma.includes('-'))
      .map((c) => fillRole(reading, tree, c, 'party'));
    const sides = sidesBeside(reading, match.p, match.p.token, 'party');
    const taking = participants(reading, match, 'party');
    const beside = [...states, ...sides, ...taking].filter((s) => !draft.roles.some((r) => r.name === s.name));
    const evidence = hullOf([draft.evidence, ...taking.flatMap((r) => r.span ?? [])]);
    return { ...draft, roles: [name, ...draft.roles, ...beside], evidence };
  });
}

/** «корабли вышли в район учений»: where others go, not that it is held. */
function whyNot({ p: { tree, token, light }, time }: Match): string | null {
  const { lemma = '' } = tree.tokens[tree.tokens[token]?.head ?? -1] ?? {};
  return light < 0 && time === null && grounds.has(lemma) ? 'where others go' : null;
}

const grounds: ReadonlySet<string> = new Set(['район', 'зона', 'место', 'полигон']);

/** «манёвры под кодовым названием „Щит“», «учения “Щит 2031″»: the title right behind the words of an exercise belongs to it. */
function withTitle(reading: Reading, role: Role): Role {
  const { span } = role;
  if (span === null) return role;
  const behind = reading.analysis.text.slice(span.stop, span.stop + longestTitle);
  const [words, title = ''] = titleBehind.exec(behind) ?? [];
  if (words === undefined) return role;
  return {
    ...role,
    text: role.text + words,
    span: { start: span.start, stop: span.stop + words.length },
    name: `${role.name} ${title}`,
  };
}

const titleBehind = /^(?: под (?:\p{L}{3,12} )?названием)? ([«"“„][^«»"“”„″\n]{2,40}[»"”“″])/u;

/** In UTF-16 units. */
const longestTitle = 80;
