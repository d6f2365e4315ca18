import type { Cue } from './cue.ts';
import { becomingVerbs, wholeVerbs } from './event-words.data.ts';
import { lemmaList } from './lemma-list.ts';
import { occurrenceVerbs } from './misread-arguments.ts';
import type { Predication } from './predications.ts';
import type { Reading } from './reading.ts';
import { speechActOf } from './reporting.data.ts';
import { isPlace, kindAt } from './roles.ts';
import { isMedia } from './outlets.ts';
import { isObliged, type StatusReading } from './status.ts';
import type { Tree } from './tree.ts';

/**
 * Why a verb of which no time is told tells nothing concrete: a lasting past, a present or a possibility is kept only where
 * it is what a state or a body is about, a contest, somebody's custody, or a choice that is weighed. `null` where it is kept.
 */
export function whyNoCourse(
  reading: Reading,
  p: Predication,
  actors: readonly number[],
  told: StatusReading,
): string | null {
  const { status, cues } = told;
  const { aspect, tense } = p.tree.tokens[p.token]?.features ?? {};
  if (keptAt(reading, p).length > 0 || isContest(p, actors) || isWeighed(p)) return null;
  // «руководил отделом», «жил за городом»: what went on, nobody knows when
  const occurs = occurrenceVerbs.has(p.lemma);
  const lasting = aspect === 'Imp' && tense === 'Past' && !occurs && !wholeVerbs.has(p.lemma);
  if (lasting && !isPublicCourse(reading, p, actors)) return 'went on at no time';
  if (status === 'ongoing' && !occurs && !isCourse(reading, p, actors)) return 'goes on at no time';
  const open = status === 'possible' || (isObliged(told) && told.force === null);
  if (open && !isOption(reading, p, cues, actors)) return 'a possibility at no time';
  return cues.some(({ lemma, negated }) => lemma === 'мочь' && negated) ? 'cannot be done' : null;
}

/** «глава штаба сидит в тюрьме», «посол находится в Вене», «отбывает срок»: where somebody is kept or stays; else empty. */
export function keptAt(reading: Reading, { lemma, tree, agents, patients, obliques }: Predication): readonly number[] {
  if (!stays.has(lemma) || !agents.some((a) => isPerson(reading, tree, a))) return [];
  const inCustody = [...obliques.map((o) => o.token), ...patients].filter((t) =>
    custody.has(tree.tokens[t]?.lemma ?? ''),
  );
  if (inCustody.length > 0 || !whereabouts.has(lemma)) return inCustody;
  return obliques.filter((o) => o.case === 'Loc' && isPlace(reading, tree, o.token)).map((o) => o.token);
}

const stays: ReadonlySet<string> = new Set(
  lemmaList(`находиться сидеть содержаться оставаться пребывать отбывать скрываться укрываться лежать томиться`),
);

/** Those of the stays that tell a happening in any place that has a name. */
const whereabouts: ReadonlySet<string> = new Set(lemmaList(`находиться оставаться пребывать скрываться укрываться`));

const custody: ReadonlySet<string> = new Set(
  lemmaList(`
    тюрьма стража арест колония изолятор сизо розыск плен заключение заложник больница госпиталь реанимация камера
    лагерь бега срок наказание карантин подполье зона
  `),
);

function isPerson(reading: Reading, tree: Tree, token: number): boolean {
  const { pos, features } = tree.tokens[token] ?? {};
  const kind = kindAt(reading, tree, token);
  return kind === 'person' || kind === 'post' || pos === 'PRON' || (kind === null && features?.animacy === 'Anim');
}

/** «депутат баллотируется от союза», «в гонке лидирует мэр», «принимал участие в мятеже»: what somebody takes part in. */
function isContest({ lemma, tree, patients, obliques }: Predication, actors: readonly number[]): boolean {
  const shares =
    contests.has(lemma) ||
    (lemma === 'принимать' && patients.some((o) => tree.tokens[o]?.lemma === 'участие')) ||
    (lemma === 'участвовать' && obliques.length > 0);
  return shares && actors.length > 0;
}

const contests: ReadonlySet<string> = new Set(
  lemmaList(`баллотироваться лидировать выдвигаться избираться побеждать проигрывать бастовать голодать митинговать`),
);

/** «власти рассматривают возможность вывода войск»: a choice that is weighed. */
export function isWeighed({ lemma, tree, patients }: Predication): boolean {
  return weighing.has(lemma) && patients.some((o) => choices.has(tree.tokens[o]?.lemma ?? ''));
}

const weighing: ReadonlySet<string> = new Set(
  lemmaList(`рассматривать рассматриваться изучать обдумывать прорабатывать взвешивать`),
);
const choices: ReadonlySet<string> = new Set(lemmaList(`возможность вариант идея перспектива целесообразность`));

/**
 * «Варония может обратиться в суд», «посол может возглавить миссию», «если откажут, она обратится в суд»: an option told as
 * one. What can be done once is a choice; what can be done at any time («может голосовать») is a right, and told of states and bodies alone.
 */
function isOption(reading: Reading, p: Predication, cues: readonly Cue[], actors: readonly number[]): boolean {
  if (cues.some((cue) => cue.name === 'follows from')) return true;
  const option = cues.some(
    ({ name, lemma, negated }) =>
      name === 'readiness' ||
      name === 'fear' ||
      (name === 'possibility' && /^(?:мочь|смочь|способный)$/u.test(lemma ?? '') && !negated),
  );
  const { features, head = -1 } = p.tree.tokens[p.token] ?? {};
  // «людей, которые могли бы укрыть его»: said of somebody by the way
  const once = features?.aspect === 'Perf' && p.tree.tokens[head]?.relation !== 'acl:relcl';
  // «Верди должен стать министром»: no duty, a prospect
  if (becomingVerbs.has(p.lemma))
    return actors.length > 0 && cues.some(({ name }) => name === 'forecast' || name === 'possibility');
  // «боевики угрожают убить пленных», «Варония попытается перенести выборы»: what who acts would do himself
  // «хотел бы обсудить пошлины»: talk that somebody would like to have
  const isOwn = cues.some(
    ({ lemma, negated }) => !negated && /^(?:угрожать|пригрозить|попытаться|хотеть)$/u.test(lemma ?? ''),
  );
  if (once && isOwn) return actors.length > 0 && !talking.has(p.lemma);
  return option && (once || actors.some((a) => isPublic(reading, p.tree, a)));
}

const talking: ReadonlySet<string> = new Set(
  lemmaList(`обсудить обговорить поговорить побеседовать переговорить рассмотреть затронуть`),
);

/** «Тальмар усиливает притязания», «корабли исследуют пролив»: what a state or a body is about. */
function isCourse(reading: Reading, p: Predication, actors: readonly number[]): boolean {
  const { tree, token } = p;
  const isManned = actors.some((a) => {
    const kind = kindAt(reading, tree, a);
    return (kind === 'state' || kind === 'organisation' || kind === 'equipment') && !isMedia(reading, tree, a);
  });
  const clause = ['root', 'parataxis', 'conj'].includes(tree.tokens[token]?.relation ?? '');
  if (clause && leavings.has(p.lemma)) return true;
  return isManned && clause && p.patients.length > 0 && speechActOf(p.lemma) === null;
}

/** Verbs of coming and going whose present tells what is just done: «правительство уходит в отставку», «войска покидают город». */
const leavings: ReadonlySet<string> = new Set(
  lemmaList(`уходить покидать выходить вступать прибывать отправляться вылетать возвращаться оставлять входить`),
);

/** «Варония препятствовала переговорам», «власти добивались выдачи»: what a state or a body was about. */
function isPublicCourse(reading: Reading, p: Predication, actors: readonly number[]): boolean {
  return p.patients.length + p.obliques.length > 0 && actors.some((a) => isPublic(reading, p.tree, a));
}

function isPublic(reading: Reading, tree: Tree, token: number): boolean {
  return ['state', 'organisation'].includes(kindAt(reading, tree, token) ?? '');
}
