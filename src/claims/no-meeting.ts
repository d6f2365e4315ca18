import type { Role } from '../model/claim.ts';
import { contains } from '../model/span.ts';
import { agreedPapers } from './agreement-frames.data.ts';
import { serving } from './frame-words.data.ts';
import type { Match } from './frames.ts';
import { lemmaList } from './lemma-list.ts';
import { arrivals, assemblies, departures, stays, talks, toldAt, visits } from './meeting-frames.data.ts';
import { occurrenceVerbs } from './misread-arguments.ts';
import { lightVerbs } from './predications.data.ts';
import type { Reading } from './reading.ts';
import { isAim } from './reserve.ts';
import { isPrivatePerson } from './roles.ts';
import { goods } from './supply-frames.data.ts';
import { ancestors, caseAt, dependents, genitivesOf, isVerbal, prepositionOf, subtree, type Tree } from './tree.ts';
import { discussedWith, participants } from './who-meets.ts';

/** Why a match is no meeting of its own; `null` where it is one. */
export function whyNoMeeting(reading: Reading, match: Match): string | null {
  const { p, frame, roles } = match;
  const taking = [...roles, ...discussedWith(reading, match)].filter((r) => r.role === 'actor');
  if (taking.some((r) => press.test(r.text.toLowerCase())) || isWithPress(match)) return 'words to the press';
  if (arrivalFrames.has(frame.name) && isPrivate(reading, match)) return 'a journey of one who is said to hold no post';
  if (p.light >= 0 && isForbidden(p.tree, p.light)) return 'what somebody may not hold';
  if (arrivalFrames.has(frame.name) && isServing(reading, match)) return 'who or what comes to serve, not to meet';
  if (frame.name === 'meeting.sit' && !isOfTalks(match)) return 'a table at which nobody talks';
  const isPart = frame.name === 'meeting.receive' && p.patients.some((t) => p.tree.tokens[t]?.lemma === 'участие');
  if (isPart) return 'a part that is taken, nobody who is received';
  if (frame.name === 'meeting.gather' && isOutside(match)) return 'a crowd outside, no meeting';
  if (frame.name === 'meeting.arrive' && isElsewhere(match)) return 'a place that somebody is of, not where they come';
  if (frame.name === 'meeting.set-out' && isForOther(match)) return 'a journey to something else';
  if (frame.name === 'meeting.await' && p.tree.tokens[p.token]?.relation === 'acl:relcl')
    return 'who is awaited, told by the way';
  if (frame.name === 'meeting.visit' && isToldByVerb(match)) return 'told by the verb of coming or going';
  // «вызвал посла, чтобы поговорить»
  const isMeant = frame.name === 'meeting.meet' && p.form === 'infinitive' && match.reading.status === 'possible';
  if ((frame.name === 'meeting.discuss' || isMeant) && taking.length < 2 && !isPlural(match))
    return 'one who discusses alone meets nobody';
  if (frame.name === 'meeting.call' && taking.length === 0 && prepositionOf(p.tree, p.token) !== null)
    return 'a talk of nobody, named in passing';
  if (frame.name === 'meeting.congress' && !occurrenceVerbs.has(p.tree.tokens[p.light]?.lemma ?? ''))
    return 'a body, which does not take place';
  if (frame.name === 'meeting.visit' && (isOfRules(match) || isRegulated(match)))
    return 'journeys in general, which a paper is about';
  return frame.name === 'meeting.talks' ? whyNoTalks(reading, match) : null;
}

/** «соглашение о безвизовых поездках», not «договорились о визите» */
function isOfRules({ p: { tree, token } }: Match): boolean {
  const { head = -1, features, relation } = tree.tokens[token] ?? {};
  return relation === 'nmod' && features?.number === 'Plur' && agreedPapers.has(tree.tokens[head]?.lemma ?? '');
}

/** «запретил послу вести переговоры» */
function isForbidden(tree: Tree, verb: number): boolean {
  const { head = -1, features } = tree.tokens[verb] ?? {};
  return features?.verbForm === 'Inf' && /^запре(?:тить|щать)$/u.test(tree.tokens[head]?.lemma ?? '');
}

/** «упростить поездки жителей», «ограничил визиты чиновников» */
function isRegulated({ p: { tree, token } }: Match): boolean {
  const { head = -1, features, relation } = tree.tokens[token] ?? {};
  return relation === 'obj' && features?.number === 'Plur' && regulating.has(tree.tokens[head]?.lemma ?? '');
}

const regulating: ReadonlySet<string> = new Set(
  lemmaList(`упростить упрощать облегчить облегчать ограничить ограничивать запретить запрещать разрешить разрешать`),
);

// «в беседе с корреспондентом», «на встрече с журналистами»
const press = /(?<!\p{L})(?:журналист|корреспондент|репорт[её]р|пресс)/u;

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
  // «придаст стимул переговорам»
  if (!carried && caseAt(p.tree, p.token) === 'Dat' && boosts.has(above)) return 'talks that something is done for';
  // «моряки ждут встречи с родными»
  if (!carried && p.obliques.some((o) => o.case === 'Ins' && kin.has(p.tree.tokens[o.token]?.lemma ?? '')))
    return 'private people, whom nobody meets for talks';
  const isLoose = p.lemma === 'диалог' || (p.lemma === 'дискуссия' && p.light < 0);
  if (isLoose && !dated && !partnered) return 'a dialogue in general';
  if (!dated && !carried && isOfDelegation(p)) return 'talks that a delegation is for';
  if (!dated && isOfRight(p)) return 'a right, no meeting';
  // «противник переговоров»
  if (siding.has(above)) return 'who is for talks or against them, held or not';
  // «вынесут на заседание»
  const isGoal = prepositionOf(p.tree, p.token) === 'на' && caseAt(p.tree, p.token) === 'Acc';
  if (!dated && !carried && isGoal && bringing.has(above)) return 'where a matter is brought';
  // «путём переговоров», «участники встречи»: a way or a company, not a meeting
  const way = /^(?:путем|посредством)$/u.test(prepositionOf(p.tree, p.token) ?? '');
  const joined = participants(reading, match).length > 0;
  if (roles.length === 0 && !dated && !joined && (way || waysOf.has(above))) return 'talks as a way or a company';
  const happening = match.reading.status === 'happened' || match.reading.status === 'ongoing';
  const named = (governed && !happening) || roles.length > 0 || qualified;
  return carried || dated || named || joined ? null : 'talks in general: nobody, nowhere, at no time';
}

const kin: ReadonlySet<string> = new Set(lemmaList(`родной близкий родня родственник родители семья`));

/** «право участвовать в конференциях» */
function isOfRight({ tree, token }: Match['p']): boolean {
  const above = ancestors(tree, token).slice(0, 2);
  return tree.tokens[token]?.features.number === 'Plur' && above.some((t) => tree.tokens[t]?.lemma === 'право');
}

/** «возглавляет делегацию на переговорах»: right before the phrase of the talks, whatever the tree hangs them on. */
function isOfDelegation({ tree, token }: Match['p']): boolean {
  const [preposition] = dependents(tree, token, 'case');
  return caseAt(tree, token) === 'Loc' && tree.tokens[(preposition ?? 0) - 1]?.lemma === 'делегация';
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
  return isCompany && [...arrivals, ...departures, ...stays].includes(lemma);
}

/** «турист Лосский прилетел в Варонию»: whoever comes is a person of whom the document tells no post. */
function isPrivate(reading: Reading, { p }: Match): boolean {
  // «с официальным визитом»
  if (p.obliques.some((o) => visits.includes(p.tree.tokens[o.token]?.lemma ?? ''))) return false;
  // «прибыли 20 человек»
  const isNobody = (a: number): boolean =>
    anybody.test(p.tree.tokens[a]?.lemma ?? '') || isPrivatePerson(reading, p.tree, a);
  return p.agents.length > 0 && p.agents.every(isNobody);
}

/** «человек», «граждане», «китаянки», «россияне»: people of a land, of whom none is named */
const anybody = /^(?:человек|гражданин|гражданка|соотечественник|\p{L}+(?:янин|анин|янка|анка))$/u;

const arrivalFrames: ReadonlySet<string> = new Set(['meeting.arrive', 'meeting.come']);

/** «прибыла группа из 24 наблюдателей», «прилетели миротворцы», «прибыла партия катеров» */
function isServing(reading: Reading, { p: { tree, agents } }: Match): boolean {
  const lemmaOf = (t: number): string => tree.tokens[t]?.lemma ?? '';
  return agents.some(
    (a) =>
      goods.has(lemmaOf(a)) ||
      [a, ...dependents(tree, a, 'nmod')].some((t) => onDuty.has(lemmaOf(t)) || isOfGroup(reading, tree, t)),
  );
}

/** «прибудет вторая группа», told behind «прибыла группа наблюдателей»: one more group of those who serve. */
function isOfGroup(reading: Reading, tree: Tree, token: number): boolean {
  const isBare = dependents(tree, token, 'nmod').length === 0 && dependents(tree, token, 'amod').length > 0;
  if (tree.tokens[token]?.lemma !== 'группа' || !isBare) return false;
  const told = reading.trees
    .slice(0, tree.sentence.index)
    .flatMap((t) => t.tokens.map((word, i) => ({ t, word, i })))
    .filter(({ word }) => word.lemma === 'группа');
  return told.some(({ t, i }) => dependents(t, i, 'nmod').some((c) => onDuty.has(t.tokens[c]?.lemma ?? '')));
}

/** Who comes to do what he serves for. */
const onDuty: ReadonlySet<string> = new Set([...serving, 'спасатель', 'пожарный']);

/** «отправился в Ольмар для участия в параде»: no meeting, as it is «для участия в саммите». */
function isForOther({ p: { tree }, fillers }: Match): boolean {
  const part = fillers.filter((t) => tree.tokens[t]?.lemma === 'участие');
  const shared = part.flatMap((t) => dependents(tree, t, 'nmod')).map((t) => tree.tokens[t]?.lemma ?? '');
  return part.length > 0 && !shared.some((lemma) => talks.includes(lemma));
}

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

/** What is done for talks, whoever holds them. */
const boosts: ReadonlySet<string> = new Set(
  lemmaList(`
    стимул импульс толчок начало придать придавать помешать мешать способствовать содействовать препятствовать
  `),
);

const siding: ReadonlySet<string> = new Set(lemmaList(`противник сторонник`));

const bringing: ReadonlySet<string> = new Set(lemmaList(`вынести выносить внести вносить поставить`));

const waysOf: ReadonlySet<string> = new Set(lemmaList(`путь стол процесс участник формат режим повестка`));

/** «на сегодняшней встрече», «новые переговоры»: adjectives that point at a meeting and say nothing of it. */
const pointing: ReadonlySet<string> = new Set(
  lemmaList(`сегодняшний вчерашний прошлый следующий новый последний дальнейший прямой этот тот такой данный мирный`),
);

/** «стороны обсудили», also where their form is taken for the genitive of one. */
function isPlural({ p: { tree, token, form, agents } }: Match): boolean {
  const isOf = (t: number): boolean => tree.tokens[t]?.features.number === 'Plur';
  return agents.some(isOf) || (form === 'finite' && agents.length > 0 && isOf(token));
}
