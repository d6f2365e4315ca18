import type { Role, Status } from '../model/claim.ts';
import { contains, hullOf } from '../model/span.ts';
import { serving } from './deployment.ts';
import type { Draft } from './draft.ts';
import { draftMatches, type FrameDrafts, happeningDraft, indexFrames, type Match, matchFrames } from './frames.ts';
import { arrivals, assemblies, departures, meetingFrames, talks, toldAt, visits } from './meeting-frames.data.ts';
import type { Reading } from './reading.ts';
import { isReportingVerb } from './reporting.data.ts';
import { isSetting } from './reserve.ts';
import { lightVerbs } from './predications.data.ts';
import { occurrenceVerbs } from './misread-arguments.ts';
import { isOfMatter } from './place-of-clause.ts';
import { type Predication, readPredication } from './predications.ts';
import { phraseSpan } from './phrase-span.ts';
import { fillRole, isActor, isPrivatePerson, kindAt } from './roles.ts';
import { clauseHead, isFuture } from './clause.ts';
import { lemmaList } from './lemma-list.ts';
import { goods } from './supply-frames.data.ts';
import { caseAt, coordinated, dependents, genitivesOf, isVerbal, prepositionOf, subtree, type Tree } from './tree.ts';

const index = indexFrames(meetingFrames);

/** Talks, summits, visits, calls and sessions of a sentence. */
export function findMeetings(reading: Reading, tree: Tree): FrameDrafts {
  const found = matchFrames(reading, tree, index);
  const matches = withRounds(found.matches);
  return draftMatches(
    { ...found, matches },
    (match) => whyNot(reading, match) ?? whySetting(match, matches),
    (match) => meetingDraft(reading, match, matches),
  );
}

/** A meeting with its own roles first, then whoever and wherever the words around it tell, each name once. */
function meetingDraft(reading: Reading, match: Match, all: readonly Match[]): Draft {
  const draft = happeningDraft(match, 'meeting');
  const own = match.roles.filter((r) => r.role !== 'object' && !isOfWhatIsDiscussed(match, r) && !isTeller(match, r));
  const taking = participants(reading, match);
  const told = [
    ...own,
    ...wanting(reading, match),
    ...discussedWith(reading, match),
    ...taking,
    ...attending(reading, match),
    ...companions(reading, match),
    ...placeBeside(reading, match, all),
  ];
  const roles = told.filter((r, i) => own.includes(r) || told.findIndex((o) => o.name === r.name) === i);
  const evidence = hullOf([draft.evidence, ...taking.flatMap((r) => r.span ?? [])]);
  const settled = statusAround(match);
  const { status, force } = settled ? { status: settled, force: null } : draft;
  return { ...draft, roles, status, evidence, force: isVenue(match) ? null : force };
}

/** «о визите министра рассказал посол»: who tells of it, where it says whose it is. */
function isTeller({ p: { tree, token, light, patients } }: Match, { span }: Role): boolean {
  const verb = tree.tokens[token]?.head ?? -1;
  const isMatter = light < 0 && patients.length > 0 && /^об?о?$/u.test(prepositionOf(tree, token) ?? '');
  if (!isMatter || !isReportingVerb(tree.tokens[verb]?.lemma ?? '')) return false;
  const { agents } = readPredication(tree, verb);
  return agents.some((a) => span !== null && contains(phraseSpan(tree, a), span));
}

/** What the words around a meeting that no verb carries say of its status; `null` where they say nothing. */
function statusAround(match: Match): Status | null {
  const { tree, token, light } = match.p;
  if (light >= 0) return null;
  // «после встречи министры сделают заявления»: at no time of its own, and something is to come after it
  const isAfter = match.time === null && prepositionOf(tree, token) === 'после';
  if (isAim(match.p) || (isAfter && isFuture(tree, clauseHead(tree, token)))) return 'planned';
  return isWished(match.p) ? 'possible' : null;
}

/** «прибыл для переговоров», «для участия в саммите»: what somebody comes for, or the course of it. */
function isAim({ tree, token, light }: Predication): boolean {
  const { head = -1 } = tree.tokens[token] ?? {};
  const held = holding.has(tree.tokens[head]?.lemma ?? '') ? [head] : [];
  return light < 0 && [token, ...held].some((t) => prepositionOf(tree, t) === 'для');
}

const holding: ReadonlySet<string> = new Set(lemmaList(`проведение продолжение участие начало`));

/** «готова к переговорам», «выступил за переговоры» */
function isWished({ tree, token }: Predication): boolean {
  const { lemma = '' } = tree.tokens[tree.tokens[token]?.head ?? -1] ?? {};
  const preposition = prepositionOf(tree, token);
  return preposition === 'к'
    ? /^готов(?:ый)?$/u.test(lemma)
    : preposition === 'за' && /^(?:выступ|высказ)/u.test(lemma);
}

/** «министр прибыл для переговоров с послом», «Варония готова к переговорам»: who wants to meet others. */
function wanting(reading: Reading, { p }: Match): readonly Role[] {
  const verb = clauseHead(p.tree, p.token);
  if (p.light >= 0 || verb < 0 || !(isAim(p) || isWished(p))) return [];
  const { passive, agents } = readPredication(p.tree, verb);
  return (passive ? [] : agents)
    .filter((t) => isActor(reading, p.tree, t))
    .map((t) => fillRole(reading, p.tree, t, 'actor'));
}

/** «раунд переговоров Варонии с Мередией»: one meeting, with whoever takes part in the talks. */
function withRounds(matches: readonly Match[]): readonly Match[] {
  const roundOf = ({ p: { tree, token } }: Match): Match | undefined => {
    const isOf = caseAt(tree, token) === 'Gen' && prepositionOf(tree, token) === null;
    return isOf ? matches.find((m) => m.p.lemma === 'раунд' && m.p.token === tree.tokens[token]?.head) : undefined;
  };
  return matches.flatMap((match) => {
    if (roundOf(match)) return [];
    const held = matches.find((m) => roundOf(m) === match);
    if (!held) return [match];
    const others = held.roles.filter((r) => !match.roles.some((known) => known.name === r.name));
    return [{ ...match, roles: [...match.roles, ...others], evidence: hullOf([match.evidence, held.evidence]) }];
  });
}

/**
 * «В переговорах приняли участие министры», «во встрече участвовали Лосский и Вольден», «саммит, участие в котором примут послы»:
 * who takes part in what happens.
 */
function participants(reading: Reading, { p: { tree, token } }: Match): readonly Role[] {
  const relatives = dependents(tree, token, 'acl').flatMap((clause) => subtree(tree, clause));
  return [token, ...relatives.filter((t) => tree.tokens[t]?.lemma === 'который')]
    .filter((t) => /^во?$/u.test(prepositionOf(tree, t) ?? ''))
    .flatMap((t) => takingPartIn(tree, t))
    .filter((t) => isActor(reading, tree, t))
    .map((t) => fillRole(reading, tree, t, 'actor'));
}

/** Whoever takes part in what stands at a token. */
function takingPartIn(tree: Tree, token: number): readonly number[] {
  const above = tree.tokens[token]?.head ?? -1;
  const verb = tree.tokens[above]?.lemma === 'участие' ? (tree.tokens[above]?.head ?? -1) : above;
  const { lemma, agents, patients } = readPredication(tree, verb);
  if (lemma === 'участвовать') return agents;
  const part = [...patients, ...dependents(tree, verb, 'obj')].find((o) => tree.tokens[o]?.lemma === 'участие');
  if (part === undefined || !/^прин(?:ять|имать)$/u.test(lemma)) return [];
  // «приняли участие лидеры»: the parser may hang the subject on the object
  const hung = dependents(tree, part, 'nmod', 'nsubj').filter((c) => caseAt(tree, c) === 'Nom');
  return agents.length > 0 ? agents : hung.flatMap((c) => coordinated(tree, c));
}

/** «обсудили ситуацию в Варонии», «заседание по ситуации в Варонии»: where that is which is talked of. */
function isOfWhatIsDiscussed(match: Match, place: Role): boolean {
  const { tree, patients } = match.p;
  if (place.role !== 'place') return false;
  const at = tree.tokens.findIndex((t) => t.start === place.span?.start);
  if (isOfMatter(tree, at, match.p.token)) return true;
  if (match.frame.name !== 'meeting.discuss') return false;
  return patients.some((t) => place.span !== null && contains(phraseSpan(tree, t), place.span));
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
  // «прибыл для переговоров с послом»: with whom another meeting is
  const isOther = (c: number): boolean => c !== token && index.has(tree.tokens[c]?.lemma ?? '');
  return subtree(tree, light >= 0 ? light : token, (c) => isVerbal(tree.tokens[c]) || isOther(c))
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

/** «в рамках раунда переговоров состоялась встреча министров»: of two meetings one is told, the other says no more than when. */
function whySetting({ p, roles, frame }: Match, all: readonly Match[]): string | null {
  const { tree, token, light } = p;
  if (frame.name !== 'meeting.talks' || light >= 0 || roles.some((r) => r.role === 'actor')) return null;
  const clause = clauseHead(tree, token);
  const told = all.some(
    (one) => one.p.light >= 0 && one.p.light === clause && one.roles.some((r) => r.role === 'actor'),
  );
  return told ? 'the setting of a meeting that is told' : null;
}

// «в беседе с корреспондентом», «на встрече с журналистами»
const press = /(?<!\p{L})(?:журналист|корреспондент|репорт[её]р|пресс)/u;

/** Why a match is no meeting of its own; `null` where it is one. */
function whyNot(reading: Reading, match: Match): string | null {
  const { p, frame, roles } = match;
  const taking = [...roles, ...discussedWith(reading, match)].filter((r) => r.role === 'actor');
  if (taking.some((r) => press.test(r.text.toLowerCase())) || isWithPress(match)) return 'words to the press';
  if (arrivalFrames.has(frame.name) && isPrivate(reading, match)) return 'a journey of one who is said to hold no post';
  if (arrivalFrames.has(frame.name) && isServing(match)) return 'who or what comes to serve, not to meet';
  if (frame.name === 'meeting.sit' && !isOfTalks(match)) return 'a table at which nobody talks';
  if (frame.name === 'meeting.gather' && isOutside(match)) return 'a crowd outside, no meeting';
  if (frame.name === 'meeting.arrive' && isElsewhere(match)) return 'a place that somebody is of, not where they come';
  if (frame.name === 'meeting.visit' && isToldByVerb(match)) return 'told by the verb of coming or going';
  // «вызвал посла, чтобы поговорить»
  const isMeant = frame.name === 'meeting.meet' && p.form === 'infinitive' && match.reading.status === 'possible';
  if ((frame.name === 'meeting.discuss' || isMeant) && taking.length < 2 && !isPlural(match))
    return 'one who discusses alone meets nobody';
  if (frame.name === 'meeting.call' && taking.length === 0 && prepositionOf(p.tree, p.token) !== null)
    return 'a talk of nobody, named in passing';
  return frame.name === 'meeting.talks' ? whyNoTalks(reading, match) : null;
}

function whyNoTalks(reading: Reading, match: Match): string | null {
  const { p, roles } = match;
  const word = p.tree.tokens[p.token];
  // «отозвала посла для консультаций»
  if (isAim(p) && !roles.some((r) => r.role === 'actor' && isWithin(p.tree, r, p.token)))
    return 'what somebody comes for, with nobody else';
  const inName = (reading.mentions[p.tree.sentence.index] ?? []).some(
    (m) => m.kind === 'organisation' && m.form === 'name' && word !== undefined && contains(m, word),
  );
  // «на съезде партии», «Саммит СНГ пройдёт»: a body is not where something goes on, nor does it take place
  const takesPlace = occurrenceVerbs.has(p.tree.tokens[p.light]?.lemma ?? '');
  const isVenueOfName = inName && (prepositionOf(p.tree, p.token) === 'на' || takesPlace);
  if ((inName && !isVenueOfName) || isAssembly(p.tree, p.token)) return 'part of the name of a body';
  // «заявил министр на пресс-конференции»: he spoke at it, whatever else is told of it
  const isVenueOfWords = caseAt(p.tree, p.token) === 'Loc' || !roles.some((r) => r.role === 'actor');
  if (toldAt.has(p.lemma) && p.light < 0 && isVenueOfWords) return 'where words were said, no meeting of its own';
  return whyGeneral(reading, match);
}

/** «путём переговоров», «перспективы диалога»: why talks are none that are held; `null` where they are. */
function whyGeneral(reading: Reading, match: Match): string | null {
  const { p, roles } = match;
  const above = p.tree.tokens[p.tree.tokens[p.token]?.head ?? -1]?.lemma ?? '';
  const carried = p.light >= 0 || lightVerbs.has(above);
  const dated = match.time !== null;
  const governed = match.reading.cues.length > 1;
  const qualified = dependents(p.tree, p.token, 'nummod', 'amod').some(
    (c) => !pointing.has(p.tree.tokens[c]?.lemma ?? ''),
  );
  const partnered = p.obliques.some((o) => o.case === 'Ins' && /^(?:со?|между)$/u.test(o.preposition ?? ''));
  if (p.lemma === 'диалог' && !dated && !partnered) return 'a dialogue in general';
  // «путём переговоров», «участники встречи»: a way or a company, not a meeting
  const way = /^(?:путем|посредством)$/u.test(prepositionOf(p.tree, p.token) ?? '');
  const joined = participants(reading, match).length > 0;
  if (roles.length === 0 && !dated && !joined && (way || waysOf.has(above))) return 'talks as a way or a company';
  const happening = match.reading.status === 'happened' || match.reading.status === 'ongoing';
  const named = (governed && !happening) || roles.length > 0 || qualified;
  return carried || dated || named || joined ? null : 'talks in general: nobody, nowhere, at no time';
}

/** Whether the words of a role hang on a token. */
function isWithin(tree: Tree, { span }: Role, token: number): boolean {
  return subtree(tree, token).some((t) => t !== token && tree.tokens[t]?.start === span?.start);
}

/** «законодательное собрание», «судебная коллегия»: a body that sits. */
function isAssembly(tree: Tree, token: number): boolean {
  const kinds = assemblies[tree.tokens[token]?.lemma ?? ''];
  return dependents(tree, token, 'amod').some((c) => kinds?.has(tree.tokens[c]?.lemma ?? ''));
}

/** «на встрече в порту с журналистами» */
function isWithPress({ p: { tree, token }, frame }: Match): boolean {
  const isPress = (t: number): boolean =>
    press.test(tree.tokens[t]?.lemma ?? '') && ['с', 'со'].includes(prepositionOf(tree, t) ?? '');
  return frame.name === 'meeting.talks' && subtree(tree, token, (c) => isVerbal(tree.tokens[c])).some(isPress);
}

/** «прибыл в Ольмар с визитом», «вылетел с рабочим визитом», where the parser may lose the preposition */
function isToldByVerb({ p: { tree, token, light } }: Match): boolean {
  const { lemma = '' } = tree.tokens[light >= 0 ? light : (tree.tokens[token]?.head ?? -1)] ?? {};
  const isCompany = caseAt(tree, token) === 'Ins' && /^со?$/u.test(prepositionOf(tree, token) ?? 'с');
  return isCompany && (arrivals.includes(lemma) || departures.includes(lemma));
}

/** «турист Лосский прилетел в Варонию»: whoever comes is a person of whom the document tells no post. */
function isPrivate(reading: Reading, { p }: Match): boolean {
  // «с официальным визитом»
  if (p.obliques.some((o) => visits.includes(p.tree.tokens[o.token]?.lemma ?? ''))) return false;
  return p.agents.length > 0 && p.agents.every((a) => isPrivatePerson(reading, p.tree, a));
}

const arrivalFrames: ReadonlySet<string> = new Set(['meeting.arrive', 'meeting.come']);

/** «прибыла группа из 24 наблюдателей», «прилетели миротворцы», «прибыла партия катеров» */
function isServing({ p: { tree, agents } }: Match): boolean {
  const lemmaOf = (t: number): string => tree.tokens[t]?.lemma ?? '';
  return agents.some(
    (a) => goods.has(lemmaOf(a)) || [a, ...dependents(tree, a, 'nmod')].some((t) => onDuty.has(lemmaOf(t))),
  );
}

/** Who comes to do what he serves for. */
const onDuty: ReadonlySet<string> = new Set([...serving, 'спасатель', 'пожарный']);

/** «сели за стол переговоров» */
function isOfTalks({ p: { tree, obliques } }: Match): boolean {
  return obliques.some((o) => genitivesOf(tree, o.token).some((g) => talks.includes(tree.tokens[g]?.lemma ?? '')));
}

/** «собрались у здания мэрии» */
function isOutside({ p }: Match): boolean {
  return p.obliques.some((o) => outside.has(o.preposition ?? ''));
}

const outside: ReadonlySet<string> = new Set(lemmaList(`у возле около перед напротив`));

/**
 * «приехали директора компаний в Варонии»: with a verb of coming a locative is a goal only as a name without cases, before it or
 * right behind.
 */
function isElsewhere({ p, roles }: Match): boolean {
  if (/^(?:побывать|посетить|посещать)$/u.test(p.lemma)) return false;
  const place = roles.find((r) => r.role === 'place');
  const at = p.tree.tokens.findIndex((t) => t.start === place?.span?.start);
  // «в Осло с визитом прибыл министр»: a name without cases also where it opens the sentence
  const isOpening = at > 0 && at < p.token && p.tree.tokens[at]?.head === p.token && place?.text === place?.name;
  if (caseAt(p.tree, at) !== 'Loc' || isOpening) return false;
  // «прибыла с официальным визитом в Осло», «прибыла из Генуи в Осло»
  const between = p.obliques.filter(
    (o) => o.token < at && (visits.includes(p.tree.tokens[o.token]?.lemma ?? '') || o.preposition === 'из'),
  );
  return at < p.token || at - Math.max(p.token, ...between.map((o) => o.token)) > nearGoal;
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
