import type { Role } from '../model/claim.ts';
import { hullOf } from '../model/span.ts';
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
import { isSetting } from './reserve.ts';
import { lightVerbs } from './predications.data.ts';
import { readPredication } from './predications.ts';
import { fillRole, isActor, isPrivatePerson, kindAt, phraseSpan } from './roles.ts';
import { clauseHead } from './clause.ts';
import type { Tree } from './tree.ts';
import { caseAt, coordinated, dependents, isVerbal, prepositionOf, subtree } from './tree.ts';
import { lemmaList } from './lemma-list.ts';

const actors = {
  kinds: ['person', 'organisation', 'state', 'post'],
  nouns: new Set(
    lemmaList(`
    сторона лидер министр президент глава делегация представитель переговорщик дипломат премьер-министр посол страна
    семья оппозиция руководство группа миссия комиссия депутат парламентарий они оба
  `),
  ),
  people: true,
} as const;
const places = { kinds: ['place', 'state', 'facility', 'organisation'] } as const;

const arrivals = lemmaList(
  `посетить посещать прибыть прибывать прилететь приехать побывать приезжать прилетать наведаться съездить слетать`,
);

const visits = lemmaList(`визит поездка командировка турне приезд вояж`);

const frames: readonly Frame[] = [
  // «Министры встретились в Лескене»; «встретился с послом»
  {
    name: 'meeting.meet',
    triggers: lemmaList(`
      встретиться встречаться увидеться созвониться побеседовать беседовать переговорить поговорить пообщаться
      увидаться посовещаться проконсультироваться созваниваться отобедать отужинать пообедать
      поужинать
    `),
    roles: [
      // «с Минтрансом», with a name whose case does not show
      { role: 'actor', from: ['agent', 'с Ins', 'с Gen'], ...actors, required: true },
      { role: 'place', from: ['в Loc', 'на Loc'], ...places },
    ],
  },
  // «связался с послом по телефону»
  {
    name: 'meeting.phone',
    triggers: ['связаться'],
    roles: [
      { role: 'actor', from: ['agent', 'с Ins'], ...actors, required: true },
      { role: 'object', from: ['по Dat'], nouns: new Set(['телефон']), kinds: [], required: true },
    ],
  },
  // «министры соберутся в Осло»
  {
    name: 'meeting.gather',
    triggers: ['собраться', 'собираться', 'съехаться', 'съезжаться'],
    roles: [
      { role: 'actor', from: ['agent'], ...actors, people: false, required: true },
      { role: 'place', from: ['в Loc', 'на Loc'], ...places, required: true },
    ],
  },
  // «переговоры министров в Ольмаре»; «провели встречу»; «состоится саммит»; «после консультаций с Мередией»
  {
    name: 'meeting.talks',
    triggers: lemmaList(`
      встреча переговоры консультация заседание саммит конференция беседа совещание сессия раунд форум съезд диалог
      коллегия симпозиум слушание переговор брифинг пленум аудиенция пресс-конференция собрание видеоконференция
      телеконференция телемост видеомост сход сходка конклав планерка рандеву курултай
    `),
    roles: [
      { role: 'actor', from: ['agent', 'patient', 'с Ins', 'между Ins', 'у Gen'], ...actors },
      { role: 'place', from: ['в Loc', 'на Loc'], kinds: ['place', 'state', 'facility'] },
    ],
  },
  // «визит президента в Ольмар»; «нанёс визит»; «турне по Варонии»
  {
    name: 'meeting.visit',
    triggers: visits,
    roles: [
      { role: 'actor', from: ['agent', 'patient'], ...actors },
      { role: 'place', from: ['в Acc', 'в Loc', 'на Acc', 'по Dat'], ...places },
    ],
    least: 1,
    leastCarried: 0,
  },
  // «президент посетил порт»; «прибыл в столицу»; «побывал на островах»
  {
    name: 'meeting.arrive',
    triggers: arrivals,
    roles: [
      { role: 'actor', from: ['agent'], ...actors, required: true },
      { role: 'place', from: ['patient', 'в Acc', 'на Acc', 'в Loc', 'на Loc'], ...places, required: true },
    ],
  },
  // «к нам приедет министр»
  {
    name: 'meeting.come',
    triggers: lemmaList(`приехать прибыть прилететь пожаловать приезжать прибывать прилетать`),
    roles: [
      { role: 'actor', from: ['agent'], ...actors, required: true },
      { role: 'addressee', from: ['к Dat'], required: true },
    ],
  },
  // «премьер позвонил королю»
  {
    name: 'meeting.ring',
    triggers: lemmaList(`позвонить звонить дозвониться`),
    roles: [
      { role: 'actor', from: ['agent'], ...actors, required: true },
      { role: 'actor', from: ['Dat'], kinds: ['person', 'post', 'state'], required: true },
    ],
  },
  // «министры обменялись мнениями»
  {
    name: 'meeting.exchange',
    triggers: lemmaList(`обменяться обмениваться`),
    roles: [
      { role: 'actor', from: ['agent', 'с Ins'], ...actors, required: true },
      { role: 'object', from: ['Ins'], nouns: new Set(['мнение', 'взгляд', 'соображение']), kinds: [], required: true },
    ],
  },
  // «президент принял посла»
  {
    name: 'meeting.receive',
    triggers: ['принять', 'принимать'],
    roles: [
      { role: 'actor', from: ['agent'], ...actors, required: true },
      { role: 'actor', from: ['patient'], kinds: ['person', 'post'], required: true },
      { role: 'place', from: ['в Loc', 'на Loc'], ...places },
    ],
  },
  // «Лосский и Вольден обсудили торговлю»
  {
    name: 'meeting.discuss',
    triggers: lemmaList(`обсудить обсуждать обговорить обговаривать`),
    roles: [
      { role: 'actor', from: ['agent', 'с Ins'], ...actors, required: true },
      { role: 'place', from: ['в Loc'], kinds: ['place', 'state'] },
    ],
  },
  // «телефонный разговор президентов»
  {
    name: 'meeting.call',
    triggers: ['разговор', 'звонок'],
    roles: [{ role: 'actor', from: ['agent', 'patient', 'с Ins', 'между Ins'], ...actors, required: true }],
  },
];

const index = indexFrames(frames);

/** Talks, summits, visits, calls and sessions of a sentence. */
export function findMeetings(reading: Reading, tree: Tree): FrameDrafts {
  const result = matchFrames(reading, tree, index);
  return draftMatches(
    result,
    (match) => whyNot(reading, match),
    (match) => {
      const draft = happeningDraft(match, 'meeting');
      const taking = participants(reading, match);
      const beside = [
        ...discussedWith(reading, match),
        ...taking,
        ...attending(reading, match),
        ...companions(reading, match),
        ...placeBeside(reading, match, result.matches),
      ];
      const own = match.roles.filter((r) => r.role !== 'place' || !isOfWhatIsDiscussed(match, r));
      const known = new Set(own.map((r) => r.name));
      const roles = [...own, ...beside.filter((r) => !known.has(r.name))];
      const spans = [draft.evidence, ...taking.flatMap((r) => r.span ?? [])];
      return { ...draft, roles, evidence: hullOf(spans), force: isVenue(match) ? null : draft.force };
    },
  );
}

/** «В переговорах приняли участие министры», «во встрече участвовали Лосский и Вольден»: who takes part in what happens. */
function participants(reading: Reading, match: Match): readonly Role[] {
  const { tree, token } = match.p;
  const above = tree.tokens[token]?.head ?? -1;
  const verb = tree.tokens[above]?.lemma === 'участие' ? (tree.tokens[above]?.head ?? -1) : above;
  const part = dependents(tree, verb, 'obj').find((o) => tree.tokens[o]?.lemma === 'участие');
  const takes = part !== undefined && /^прин(?:ять|имать)$/u.test(tree.tokens[verb]?.lemma ?? '');
  if (!takes && tree.tokens[verb]?.lemma !== 'участвовать') return [];
  if (!/^во?$/u.test(prepositionOf(tree, token) ?? '')) return [];
  // «приняли участие лидеры»: the parser may hang the subject on the object
  const hung = part === undefined ? [] : dependents(tree, part, 'nmod').filter((c) => caseAt(tree, c) === 'Nom');
  const agents = readPredication(tree, verb).agents;
  return (agents.length > 0 ? agents : hung.flatMap((c) => coordinated(tree, c)))
    .filter((t) => isActor(reading, tree, t))
    .map((t) => fillRole(reading, tree, t, 'actor'));
}

/** «обсудили ситуацию в Варонии»: where that is which is talked of. */
function isOfWhatIsDiscussed(match: Match, place: Role): boolean {
  const { tree, patients } = match.p;
  if (match.frame.name !== 'meeting.discuss') return false;
  return patients.some((t) => {
    const phrase = phraseSpan(tree, t);
    return place.span !== null && phrase.start <= place.span.start && place.span.stop <= phrase.stop;
  });
}

/**
 * «в Ольмаре во время переговоров»: the place right before a venue; «во время визита в Варонию президент встретился с послом»:
 * where who meets on a visit is.
 */
function placeBeside(reading: Reading, match: Match, all: readonly Match[]): readonly Role[] {
  if (match.roles.some((r) => r.role === 'place')) return [];
  const { tree, token, light } = match.p;
  if (!isVenue(match)) {
    const verb = light >= 0 ? light : token;
    const venue = all.find(
      (one) =>
        one.frame.name === 'meeting.visit' && isVenue(one) && clauseHead(tree, one.p.token) === verb && one !== match,
    );
    return venue?.roles.filter((r) => r.role === 'place') ?? [];
  }
  const opens = tree.tokens.findLastIndex((t, i) => i < token && t.pos === 'ADP');
  const first = tree.tokens[opens];
  const place = (reading.mentions[tree.sentence.index] ?? []).find(
    (m) =>
      (m.kind === 'place' || m.kind === 'state') &&
      m.stop + 1 === first?.start &&
      /^во?$/u.test(prepositionOf(tree, m.head) ?? ''),
  );
  return place ? [fillRole(reading, tree, place.head, 'place')] : [];
}

/** «обсудил вопросы с лидерами»: with whom, hung on what was discussed. */
function discussedWith(reading: Reading, match: Match): readonly Role[] {
  if (match.frame.name !== 'meeting.discuss') return [];
  const { tree, patients } = match.p;
  return patients
    .flatMap((t) => dependents(tree, t, 'nmod'))
    .filter((t) => ['с', 'со'].includes(prepositionOf(tree, t) ?? '') && isActor(reading, tree, t))
    .map((t) => fillRole(reading, tree, t, 'actor'));
}

/** «встретился в Лескене с Вольденом»: with whom, where the tree hangs it on the place or the day. */
function companions(reading: Reading, match: Match): readonly Role[] {
  const { tree, token, light } = match.p;
  const people = match.roles.filter((r) => r.role === 'actor');
  if (people.length > 1) return [];
  return subtree(tree, light >= 0 ? light : token, (c) => isVerbal(tree.tokens[c]))
    .filter((t) => ['с', 'со'].includes(prepositionOf(tree, t) ?? '') && caseAt(tree, t) === 'Ins')
    .filter((t) => ['person', 'post', 'state'].includes(kindAt(reading, tree, t) ?? ''))
    .flatMap((t) => coordinated(tree, t))
    .map((t) => fillRole(reading, tree, t, 'actor'));
}

/** «в ходе заседания», «накануне саммита»: the frame of another matter is no plan of its own. */
function isVenue(match: Match): boolean {
  return isSetting(match.p);
}

/** «На заседании президенты подписали», «по итогам переговоров министр заявил»: who acts in the clause took part. */
function attending(reading: Reading, match: Match): readonly Role[] {
  const { tree, token, light } = match.p;
  // «находится с визитом»
  const around = ['на', 'в', 'с', 'в ходе', 'во время', 'по итогам', 'после', 'по результатам', 'на полях', 'в рамках'];
  const clause = clauseHead(tree, token);
  if (light >= 0 || clause < 0 || !isVerbal(tree.tokens[clause]) || !around.includes(prepositionOf(tree, token) ?? ''))
    return [];
  const p = readPredication(tree, clause);
  return (p.passive ? [] : p.agents)
    .filter((a) => isActor(reading, tree, a) && kindAt(reading, tree, a) !== 'state')
    .flatMap((a) => {
      const people =
        tree.tokens[a]?.features.number === 'Plur'
          ? dependents(tree, a, 'appos').flatMap((c) => coordinated(tree, c))
          : [];
      return people.length > 0 ? people : [a];
    })
    .map((a) => fillRole(reading, tree, a, 'actor'))
    .filter((r) => !match.roles.some((known) => known.name === r.name));
}

// «в беседе с корреспондентом», «на встрече с журналистами»
const press = /(?<!\p{L})(?:журналист|корреспондент|репорт[её]р|пресс)/u;

/** Why a match is no meeting of its own; `null` where it is one. */
function whyNot(reading: Reading, match: Match): string | null {
  const { p, frame, roles } = match;
  const word = p.tree.tokens[p.token];
  const taking = [...roles, ...discussedWith(reading, match)].filter((r) => r.role === 'actor');
  if (taking.some((r) => press.test(r.text.toLowerCase())) || isWithPress(match)) return 'words to the press';
  if (arrivalFrames.has(frame.name) && isPrivate(reading, match)) return 'a journey of one who is said to hold no post';
  if (frame.name === 'meeting.gather' && isOutside(match)) return 'a crowd outside, no meeting';
  if (frame.name === 'meeting.arrive' && isElsewhere(match)) return 'a place that somebody is of, not where they come';
  // «прибыл в Ольмар с визитом»
  const comes = p.tree.tokens[p.light >= 0 ? p.light : (word?.head ?? -1)]?.lemma ?? '';
  if (frame.name === 'meeting.visit' && prepositionOf(p.tree, p.token) === 'с' && arrivals.includes(comes))
    return 'told by the verb of arriving';
  if (frame.name === 'meeting.discuss' && taking.length < 2 && !isPlural(match))
    return 'one who discusses alone meets nobody';
  if (frame.name !== 'meeting.talks') return null;
  const inName = (reading.mentions[p.tree.sentence.index] ?? []).some(
    (m) =>
      m.kind === 'organisation' && m.form === 'name' && m.start <= (word?.start ?? 0) && (word?.stop ?? 0) <= m.stop,
  );
  // «на съезде партии»: a body is not where something goes on
  const isVenueOfName = inName && prepositionOf(p.tree, p.token) === 'на';
  if ((inName && !isVenueOfName) || isAssembly(p.tree, p.token)) return 'part of the name of a body';
  const carried = p.light >= 0 || lightVerbs.has(p.tree.tokens[word?.head ?? -1]?.lemma ?? '');
  const dated = match.time !== null;
  const governed = match.reading.cues.length > 1;
  const told = p.lemma === 'пресс-конференция' && p.light < 0 && !roles.some((r) => r.role === 'actor');
  if (told) return 'where words were said, no meeting of its own';
  const qualified = dependents(p.tree, p.token, 'nummod', 'amod').some(
    (c) => !pointing.has(p.tree.tokens[c]?.lemma ?? ''),
  );
  const partnered = p.obliques.some((o) => o.case === 'Ins' && /^(?:со?|между)$/u.test(o.preposition ?? ''));
  if (p.lemma === 'диалог' && !dated && !partnered) return 'a dialogue in general';
  // «путём переговоров», «участники встречи»: a way or a company, not a meeting
  const above = p.tree.tokens[word?.head ?? -1]?.lemma ?? '';
  const way = /^(?:путем|посредством)$/u.test(prepositionOf(p.tree, p.token) ?? '');
  const joined = participants(reading, match).length > 0;
  if (roles.length === 0 && !dated && !joined && (way || waysOf.has(above))) return 'talks as a way or a company';
  const happening = match.reading.status === 'happened' || match.reading.status === 'ongoing';
  const named = (governed && !happening) || roles.length > 0 || qualified;
  return carried || dated || named || joined ? null : 'talks in general: nobody, nowhere, at no time';
}

/** «законодательное собрание», «судебная коллегия»: a body that sits. */
function isAssembly(tree: Tree, token: number): boolean {
  const kinds = assemblies[tree.tokens[token]?.lemma ?? ''];
  return dependents(tree, token, 'amod').some((c) => kinds?.has(tree.tokens[c]?.lemma ?? ''));
}

/** Nouns of meetings that with these adjectives name a body. */
const assemblies: Readonly<Record<string, ReadonlySet<string>>> = {
  собрание: new Set(
    lemmaList(`
      законодательный федеральный национальный народный муниципальный городской районный областной республиканский
      парламентский частный полный дворянский
    `),
  ),
  коллегия: new Set(lemmaList(`судебный судейский адвокатский редакционный военный апелляционный кассационный`)),
};

/** «на встрече в порту с журналистами» */
function isWithPress({ p: { tree, token }, frame }: Match): boolean {
  const isPress = (t: number): boolean =>
    press.test(tree.tokens[t]?.lemma ?? '') && ['с', 'со'].includes(prepositionOf(tree, t) ?? '');
  return frame.name === 'meeting.talks' && subtree(tree, token, (c) => isVerbal(tree.tokens[c])).some(isPress);
}

/** «турист Лосский прилетел в Варонию»: whoever comes is a person of whom the document tells no post. */
function isPrivate(reading: Reading, { p }: Match): boolean {
  // «с официальным визитом»
  if (p.obliques.some((o) => visits.includes(p.tree.tokens[o.token]?.lemma ?? ''))) return false;
  return p.agents.length > 0 && p.agents.every((a) => isPrivatePerson(reading, p.tree, a));
}

const arrivalFrames: ReadonlySet<string> = new Set(['meeting.arrive', 'meeting.come']);

/** «собрались у здания мэрии» */
function isOutside({ p }: Match): boolean {
  return p.obliques.some((o) => outside.has(o.preposition ?? ''));
}

const outside: ReadonlySet<string> = new Set(lemmaList(`у возле около перед напротив`));

/** «приехали директора компаний в Варонии»: after a verb of coming a locative is a goal only as a name without cases right behind. */
function isElsewhere({ p, roles }: Match): boolean {
  if (/^(?:побывать|посетить|посещать)$/u.test(p.lemma)) return false;
  const span = roles.find((r) => r.role === 'place')?.span;
  const at = p.tree.tokens.findIndex((t) => t.start === span?.start);
  return caseAt(p.tree, at) === 'Loc' && (at < p.token || at - p.token > nearGoal);
}

/** How many words behind the verb: «прибыла в столицу Варонии». */
const nearGoal = 3;

const waysOf: ReadonlySet<string> = new Set(lemmaList(`путь стол процесс участник формат режим повестка`));

/** «на сегодняшней встрече», «новые переговоры»: adjectives that point at a meeting and say nothing of it. */
const pointing: ReadonlySet<string> = new Set(
  lemmaList(`сегодняшний вчерашний прошлый следующий новый последний дальнейший прямой этот тот такой данный мирный`),
);

function isPlural(match: Match): boolean {
  return match.p.agents.some((a) => match.p.tree.tokens[a]?.features.number === 'Plur');
}
