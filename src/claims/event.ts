import type { Draft } from './draft.ts';
import { evidenceOf, type Frame, type FrameResult, happeningDraft, indexFrames, matchFrames } from './frames.ts';
import { findClauseTime } from './clause-time.ts';
import { readPredication } from './predications.ts';
import type { Reading } from './reading.ts';
import { speechActOf } from './reporting.data.ts';
import { fillRole, isActor, kindAt } from './roles.ts';
import { readStatus } from './status.ts';
import { isVerbal, type Tree } from './tree.ts';
import { lemmaList } from './lemma-list.ts';

const frames: readonly Frame[] = [
  // «взрыв в порту», «теракт произошёл», «выборы пройдут в мае», «выставка в Лескене»
  {
    name: 'event.noun',
    triggers: lemmaList(`
      взрыв теракт нападение атака удар обстрел выборы референдум протест митинг демонстрация акция выставка церемония
      катастрофа авария столкновение бой война переворот испытание запуск забастовка землетрясение наводнение пожар
      крушение захват похищение обыск убийство мятеж восстание инцидент
    `),
    roles: [
      { role: 'actor', from: ['agent'], kinds: ['state', 'organisation', 'person', 'post'] },
      {
        role: 'place',
        from: ['в Loc', 'на Loc', 'под Ins', 'близ Gen', 'у Gen'],
        kinds: ['place', 'state', 'facility'],
      },
      { role: 'object', from: ['patient', 'на Acc', 'против Gen', 'self'] },
    ],
    least: 2,
  },
];

const index = indexFrames(frames);

/** Verbs that tell a state of things, not a happening. */
const stative: ReadonlySet<string> = new Set(
  lemmaList(`
  быть являться иметь иметься находиться существовать составлять составить считаться казаться оставаться мочь хотеть
  знать понимать думать считать стоить следовать означать зависеть касаться включать входить относиться называться
  принадлежать нуждаться отличаться стать становиться планировать намереваться собираться решить обещать договориться
  согласиться готовиться ожидать ожидаться надеяться пытаться удаться начать продолжить продолжать предстоять
  рассчитывать предложить призвать потребовать отказаться
`),
);

/** What fits no other type: happenings named by a noun, and clauses in which an actor does something. */
export function findEvents(reading: Reading, tree: Tree): FrameResult & { readonly drafts: readonly Draft[] } {
  const result = matchFrames(reading, tree, index);
  const named = result.matches.map((match) => happeningDraft(match, 'event'));
  return { ...result, drafts: [...named, ...findActs(reading, tree)] };
}

/** «Варония открыла границу»: a verb that no type knows, with a state, a body or a person that acts and something acted on. */
function findActs(reading: Reading, tree: Tree): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const [i, token] of tree.tokens.entries()) {
    if (!isVerbal(token) || token.pos === 'AUX' || stative.has(token.lemma) || speechActOf(token.lemma)) continue;
    const p = readPredication(tree, i);
    if (p.form === 'converb' || p.form === 'participle') continue;
    const actors = p.agents.filter((a) => isActor(reading, tree, a));
    const undergoers = p.passive ? p.patients.filter((a) => isActor(reading, tree, a)) : [];
    if (actors.length === 0 && undergoers.length === 0) continue;
    const places = p.obliques.filter((o) =>
      ['place', 'state', 'facility'].includes(kindAt(reading, tree, o.token) ?? ''),
    );
    const found = findClauseTime(reading, p);
    const objects = p.passive ? undergoers : p.patients;
    if (objects.length + places.length === 0 && !found) continue;
    const status = readStatus(p);
    const fillers = [...actors, ...objects, ...places.map((o) => o.token)];
    drafts.push({
      type: 'event',
      status: status.status,
      force: status.force,
      time: found?.time ?? null,
      roles: [
        ...actors.map((a) => fillRole(reading, tree, a, 'actor')),
        ...objects.map((a) => fillRole(reading, tree, a, 'object')),
        ...places.map((o) => fillRole(reading, tree, o.token, 'place')),
      ],
      evidence: evidenceOf(reading, p, fillers, found?.placed ?? null),
      rule: 'event.act',
      confidence: 0.4,
      sentence: tree.sentence.index,
      token: i,
    });
  }
  return drafts;
}
