import type { Mention, Token } from '../language/analysis.ts';
import { findHearer, withoutHearer } from './hearer.ts';
import { lemmaList } from './lemma-list.ts';
import { chargingVerbs } from './misread-arguments.ts';
import { isOutlet } from './outlets.ts';
import { withoutPostOfName } from './post-of-name.ts';
import { type Predication, readPredication } from './predications.ts';
import { type Reading, tokensWithin } from './reading.ts';
import {
  impersonalVerbs,
  mediaNouns,
  needsContent,
  passingVerbs,
  publishing,
  speakerNouns,
  speechActOf,
  speechNouns,
} from './reporting.data.ts';
import { isOfficial, isSomeOf, kindAt } from './roles.ts';
import { hasContent, isAddedBehind, isJudged, namesSomething } from './speech-content.ts';
import {
  behindRelative,
  caseAt,
  coordinated,
  dependents,
  featuresAt,
  genitivesOf,
  isAcronym,
  isClippedPost,
  isFullParticiple,
  isVerbal,
  prepositionOf,
  type Tree,
  universal,
} from './tree.ts';

/** Who speaks: the subject that can speak; without a subject «в министерстве сообщили», «говорится в заявлении ведомства». */
export function speakersOf(reading: Reading, tree: Tree, verb: number): readonly number[] {
  const heard = findHearer(reading, tree, verb);
  if (heard) return coordinated(tree, heard.speaker);
  const read = readPredication(tree, verb);
  // «Порт закрыт, заметили в министерстве»: the port is no subject of it
  const p = isAddedBehind(tree, verb) ? { ...read, agents: dependents(tree, verb, 'nsubj') } : read;
  // «пояснили „Вестнику“ в министерстве»: one name is no subject of a verb in the plural
  const single = p.agents.length === 1 && isLoneName(tree, p.agents[0] ?? -1, verb);
  // «Варония уверена», which the tagger takes for a passive
  const sure = /^(?:уверен|убежден)[аыо]?$/u.test(tree.tokens[verb]?.norm ?? '');
  const doing = sure && p.passive ? p.patients : p.passive || single ? [] : p.agents;
  const named = doing.map((a) => behindRelative(tree, a, verb));
  const subjects = named.filter(
    (a) =>
      canSpeak(reading, tree, a) ||
      isPerson(tree, a) ||
      isForeign(tree, a) ||
      ((isSomeOf(reading, tree, a) || isUnknownName(reading, tree, a)) && hasContent(reading, tree, verb)),
  );
  if (subjects.length > 0) return withoutPostOfName(reading, tree, withoutHearer(reading, tree, subjects, verb), verb);
  if (!p.passive && p.agents.length > 0 && !single) return [];
  const hidden = p.passive || impersonalVerbs.has(p.lemma);
  const beside = hidden
    ? null
    : (nameBeside(reading, tree, verb) ??
      titleBefore(reading, tree, verb) ??
      clippedBehind(tree, verb) ??
      pressBehind(tree, verb) ??
      unnamedBeside(tree, verb) ??
      personOnCircumstance(reading, tree, verb));
  if (beside !== null) return [beside];
  const spoken = bodyInPlace(reading, p, p.agents.length === 0 || single);
  return spoken ?? (p.passive ? p.agents.filter((a) => canSpeak(reading, tree, a)) : []);
}

/** «в министерстве сообщили», «говорится в заявлении ведомства»: whom a place stands for; `bare`: the verb has no subject. */
function bodyInPlace(reading: Reading, p: Predication, bare: boolean): readonly number[] | null {
  const { tree, token: verb } = p;
  const places = p.obliques.filter(
    (o) =>
      /^(?:во?|на)$/u.test(o.preposition ?? '') &&
      (o.case === 'Loc' || isAcronym(tree.tokens[o.token]?.text) || isForeign(tree, o.token)) &&
      // «обвиняют в организации побега»: of what
      !(o.token > verb && chargingVerbs.has(p.lemma)),
  );
  for (const place of places) {
    if (speechNouns.has(tree.tokens[place.token]?.lemma ?? '')) {
      const issuers = [...dependents(tree, place.token, 'nmod'), ...publishersOf(tree, place.token)].filter((c) =>
        canSpeak(reading, tree, c),
      );
      if (issuers.length > 0) return issuers;
    }
    const kind = kindAt(reading, tree, place.token);
    const isTheirs = bare && tree.tokens[verb]?.features.number === 'Plur';
    if (
      kind === 'organisation' ||
      (kind === 'state' && isTheirs && (hasContent(reading, tree, verb) || tellsOf(tree, verb))) ||
      // «как утверждают в Marevolt»
      (isTheirs && kind !== 'place' && isForeign(tree, place.token)) ||
      speakerNouns.has(tree.tokens[place.token]?.lemma ?? '')
    )
      return coordinated(tree, place.token);
  }
  return null;
}

/** «в сообщении, размещённом на сайте ведомства», «в заявлении, распространённом посольством»: whose words a text holds. */
function publishersOf(tree: Tree, text: number): readonly number[] {
  return dependents(tree, text, 'acl')
    .filter((c) => placing.has(tree.tokens[c]?.lemma ?? ''))
    .flatMap((c) => dependents(tree, c, 'obl', 'iobj'))
    .flatMap((o) => {
      if (prepositionOf(tree, o) === null && tree.tokens[o]?.features.case === 'Ins') return [o];
      return sites.has(tree.tokens[o]?.lemma ?? '') ? genitivesOf(tree, o) : [];
    });
}

const placing: ReadonlySet<string> = new Set([...publishing, 'поместить']);

const sites: ReadonlySet<string> = new Set(lemmaList(`сайт страница портал интернет-сайт веб-сайт канал`));

/**
 * Who speaks where neither a subject nor a name stands: «как отмечает Port.example», «…, передаёт Port.example», a name in Latin
 * letters, which the parser may take for an object; «выжившие в пожаре утверждали», a participle that stands for people.
 */
function unnamedBeside(tree: Tree, verb: number): number | null {
  const { features, lemma = '', relation } = tree.tokens[verb] ?? {};
  const isAside = passingVerbs.has(lemma) && relation === 'parataxis';
  const setOff = isAside || dependents(tree, verb, 'mark').some((c) => tree.tokens[c]?.norm === 'как');
  const next = tree.tokens[verb + 1]?.pos === 'PUNCT' ? verb + 2 : verb + 1;
  if (features?.number === 'Sing' && setOff && speechActOf(lemma) === 'announcement' && isForeign(tree, next))
    return next;
  const people = dependents(tree, verb, 'acl', 'nsubj').find((c) => c < verb && isOfPeople(tree, c));
  return features?.number === 'Plur' ? (people ?? null) : null;
}

/** «В Риме решение осудили», «в Париже опровергли слухи»: a verb that speaks by what stands under it. */
function tellsOf(tree: Tree, verb: number): boolean {
  const hasObject = dependents(tree, verb, 'obj').length > 0;
  const { lemma = '' } = tree.tokens[verb] ?? {};
  return isJudged(tree, verb) || namesSomething(tree, verb) || (hasObject && !needsContent(lemma));
}

/** «…, сообщают местные и иностранные СМИ»: many, whom the parser takes for what they tell. */
function pressBehind(tree: Tree, verb: number): number | null {
  const { lemma = '', features } = tree.tokens[verb] ?? {};
  if (features?.number !== 'Plur' || !passingVerbs.has(lemma)) return null;
  const isPress = (t: number): boolean =>
    t > verb && caseAt(tree, t) === 'Acc' && mediaNouns.has(tree.tokens[t]?.lemma ?? '');
  return dependents(tree, verb, 'obj').find(isPress) ?? null;
}

/** «заявил в сенате замглавы ведомства»: a post that does not decline, which the parser hangs on the noun before. */
function clippedBehind(tree: Tree, verb: number): number | null {
  const post = tree.tokens.findIndex((t, i) => i > verb && isClippedPost(t));
  if (post < 0 || tree.tokens[verb]?.features.number !== 'Sing') return null;
  const between = tree.tokens.slice(verb + 1, post);
  return between.some((t) => isVerbal(t) || /^[,:;—–]$/u.test(t.text)) ? null : post;
}

/** «выжившие», «оставшиеся в живых»: a participle in the nominative plural that no noun leads. */
function isOfPeople(tree: Tree, token: number): boolean {
  const { case: declined, number } = featuresAt(tree, token);
  return isFullParticiple(tree.tokens[token]) && declined === 'Nom' && number === 'Plur';
}

/** «Marevolt», «Port.example», «port.example»: a name in Latin letters, or of a site. */
export function isForeign(tree: Tree, token: number): boolean {
  const { pos = '', text = '' } = tree.tokens[token] ?? {};
  return (
    (pos === 'X' || pos === 'PROPN') && /^(?:(?=\p{Lu})\p{Script=Latin}{2}|[a-z][a-z\d-]*\.[a-z]{2,}$)/u.test(text)
  );
}

/** «Олонка заявил, что»: a name that nothing tells of whom. */
function isUnknownName(reading: Reading, tree: Tree, token: number): boolean {
  const { pos, text = '' } = tree.tokens[token] ?? {};
  return pos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(text) && kindAt(reading, tree, token) === null;
}

function isLoneName(tree: Tree, agent: number, verb: number): boolean {
  const [name, predicate] = [tree.tokens[agent], tree.tokens[verb]];
  const lone =
    name?.features.number !== 'Plur' && name?.pos === 'PROPN' && dependents(tree, agent, 'conj').length === 0;
  return lone && predicate?.features.number === 'Plur' && agent > verb;
}

/** «на заседании кабинета Верди заявил»: a name right before or after a verb that agrees, whatever the tree hangs it on. */
function nameBeside(reading: Reading, tree: Tree, verb: number): number | null {
  const { features: told, lemma } = tree.tokens[verb] ?? {};
  if (told?.number !== 'Sing') return null;
  const before = tree.tokens[verb - 1]?.stop ?? -1;
  const after = tree.tokens[verb + 1]?.start ?? -1;
  const here = (reading.mentions[tree.sentence.index] ?? []).filter((m) => m.form === 'name');
  const beside = (m: Mention): boolean => m.stop === before || m.start === after;
  // «сообщает Associated Press», «передаёт РИА „Лес“»: what does not decline
  const passes = (m: Mention): boolean =>
    m.kind === 'organisation' && m.start === after && isOutlet(reading, tree, m.head) && passingVerbs.has(lemma ?? '');
  const mention = here.find((m) => (m.kind === 'person' && beside(m)) || passes(m));
  if (!mention) return null;
  // «после встречи с Дубовым Верди заявил»: the parser may give a name that does not decline any case
  const isUnchanged = mention.name === reading.analysis.text.slice(mention.start, mention.stop);
  const declined = tree.tokens[mention.head]?.features.case;
  return isUnchanged || (declined !== 'Ins' && declined !== 'Dat') ? mention.head : null;
}

/** «сообщил на встрече глава порта»: people in the nominative that the parser hung on a circumstance behind the verb. */
function personOnCircumstance(reading: Reading, tree: Tree, verb: number): number | null {
  const { number } = tree.tokens[verb]?.features ?? {};
  const end = tree.tokens.findIndex(
    (t, i) => i > verb && (/^[,:«»"“”]$/u.test(t.text) || t.features.verbForm === 'Fin'),
  );
  const stray = tree.tokens.slice(0, end < 0 ? tree.tokens.length : end).findIndex((t, i) => {
    const isStray = i > verb && t.head > verb && /^(?:nmod|appos)$/u.test(t.relation) && t.features.case === 'Nom';
    const isCircumstance = tree.tokens[t.head]?.head === verb && prepositionOf(tree, t.head) !== null;
    return isStray && isCircumstance && t.features.number === number && t.features.animacy === 'Anim';
  });
  return stray >= 0 && (canSpeak(reading, tree, stray) || isPerson(tree, stray)) ? stray : null;
}

/** «отставку посла „Вестник“ объяснил тем, что»: a name between its marks right before the verb, also where no mention covers it. */
function titleBefore(reading: Reading, tree: Tree, verb: number): number | null {
  const { start = 0, features } = tree.tokens[verb] ?? {};
  const title = reading.analysis.quotations.find((q) => q.stop + 2 === start && q.start >= tree.sentence.start);
  const place = title && features?.number === 'Sing' ? tokensWithin(tree, title) : null;
  if (!place) return null;
  const [first, last] = place;
  const words = tree.tokens.slice(first, last + 1).filter((t) => t.kind === 'word');
  const head = tree.tokens.findIndex((t, i) => first <= i && i <= last && !(first <= t.head && t.head <= last));
  const isName = words.length <= longestTitle && /^\p{Lu}/u.test(words[0]?.text ?? '');
  return isName && tree.tokens[head]?.features.case === 'Nom' ? head : null;
}

/** How many words the quoted name of a paper or a body may have. */
const longestTitle = 4;

/** «арабы заявляют», «рыбаки говорят», «сказал один из участников»: people by their kind. */
export function isPerson(tree: Tree, token: number): boolean {
  const word = tree.tokens[token];
  if (word && isCalledByDeed(word)) return true;
  if (isOfficial(tree, token)) return true;
  if (word?.lemma === 'один' && tree.tokens[token + 1]?.norm === 'из') return true;
  // «критики считают»: the plural of «критика» is not in use
  if (word?.norm === 'критики' && word.features.number === 'Plur') return true;
  return word?.features.animacy === 'Anim' && (word.pos === 'NOUN' || word.pos === 'PROPN');
}

/** «по словам обвиняемого», «задержанный заявил»: a participle that stands for people. */
function isCalledByDeed({ features, relation }: Token): boolean {
  const { verbForm, variant, case: declined, gender } = features;
  if (verbForm !== 'Part' || variant === 'Short') return false;
  const acts = declined === 'Nom' && gender !== 'Neut' && universal(relation) === 'nsubj';
  return acts || (declined === 'Gen' && relation === 'nmod');
}

/** «посол», «он», «МИД Варонии», «задержанный»: whether a token of a sentence may be who says something. */
export function canSpeak(reading: Reading, tree: Tree, token: number): boolean {
  const word = tree.tokens[token];
  if (!word) return false;
  if (isSpeakerNoun(word.lemma) || isGroupOfStates(tree, token)) return true;
  if (word.pos === 'PRON' && ['он', 'она', 'они'].includes(word.lemma)) return true;
  const kind = kindAt(reading, tree, token);
  return (
    kind === 'person' ||
    kind === 'organisation' ||
    kind === 'state' ||
    kind === 'post' ||
    (kind === 'place' && word.pos === 'PROPN')
  );
}

/** «страны Запада», «западные страны», «государства Балтии» */
function isGroupOfStates(tree: Tree, token: number): boolean {
  const { lemma = '', features } = tree.tokens[token] ?? {};
  const isPlural = (lemma === 'страна' || lemma === 'государство') && features?.number === 'Plur';
  return isPlural && (genitivesOf(tree, token).length > 0 || dependents(tree, token, 'amod').length > 0);
}

/** Words for those who speak; «интернет-издание», «телеграм-канал» by their last part. */
function isSpeakerNoun(lemma: string): boolean {
  const last = lemma.slice(lemma.lastIndexOf('-') + 1);
  return [lemma, last].some((noun) => speakerNouns.has(noun) || mediaNouns.has(noun));
}
