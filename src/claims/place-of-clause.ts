import type { Mention } from '../language/analysis.ts';
import type { Role } from '../model/claim.ts';
import { contains } from '../model/span.ts';
import type { Draft } from './draft.ts';
import { sites } from './frame-words.data.ts';
import { lemmaList } from './lemma-list.ts';
import { occurrenceVerbs } from './misread-arguments.ts';
import { placeOfAdjective } from './place-of-adjective.ts';
import type { Reading } from './reading.ts';
import { readPredication } from './predications.ts';
import { fillRole, isPlace, kindAt } from './roles.ts';
import { ancestors, dependents, isVerbal, prepositionOf, type Tree, universal } from './tree.ts';

/**
 * Where something happens, for a draft whose frame found no place: the place or state that hangs behind a preposition on the word
 * of the draft, on the verb that carries it, or on what such a verb says to take place; else one in the words of its evidence.
 * «в Ольмаре договорились о мире», «концерт в Ольмаре отменён». In: a draft. Out: the draft, with a place where there is one.
 */
export function withPlaceOfClause(reading: Reading, draft: Draft): Draft {
  if (!happens.has(draft.type) || draft.roles.some((r) => r.role === 'place')) return draft;
  const tree = reading.trees[draft.sentence];
  if (!tree) return draft;
  const here = reading.mentions[draft.sentence] ?? [];
  const placed = here
    .filter((m) => isPlaced(tree, m, here))
    .toSorted((a, b) => Math.abs(a.head - draft.token) - Math.abs(b.head - draft.token));
  const place =
    placed.find((m) => hangsOn(tree, landOf(tree, m.head), draft.token))?.head ??
    placed.find((m) => contains(draft.evidence, m) && !isInName(m, draft) && !isOfOther(tree, m.head, draft))?.head ??
    relativeOf(reading, tree, draft.token) ??
    befallen(reading, tree, draft) ??
    takenTo(reading, tree, draft) ??
    sentTo(reading, tree, draft) ??
    siteOf(tree, draft);
  const role = place === undefined ? ofAdjective(reading, tree, draft) : fillRole(reading, tree, place, 'place');
  return role ? { ...draft, roles: [...draft.roles, role] } : draft;
}

/** «доставлен в одну из больниц Ольмара», «этапировали в Ольмар»: where somebody or something is taken. */
function takenTo(reading: Reading, tree: Tree, { type, token }: Draft): number | undefined {
  if (!sited.has(type) || !taking.has(tree.tokens[token]?.lemma ?? '')) return undefined;
  // «отправили в Олькамо»: the case of a foreign name is a guess
  const isName = (t: number): boolean =>
    tree.tokens[t]?.pos === 'PROPN' && /^(?:в|на)$/u.test(prepositionOf(tree, t) ?? '');
  const goals = dependents(tree, token, 'obl').filter((t) => isBehind(tree, t, ['в', 'на'], 'Acc') || isName(t));
  return goals.find((t) => {
    const kind = kindAt(reading, tree, t);
    const isUnknown = kind === null && isName(t);
    return isPlace(reading, tree, t) || kind === 'organisation' || isSite(tree, t) || isUnknown;
  });
}

/** «направили роту в Данию на учения», «прибыли в Данию на манёвры»: whither those go who take part. */
function sentTo(reading: Reading, tree: Tree, { type, token }: Draft): number | undefined {
  if (type !== 'exercise' || !isBehind(tree, token, ['на'], 'Acc')) return undefined;
  return dependents(tree, tree.tokens[token]?.head ?? -1, 'obl').find(
    (t) => isBehind(tree, t, ['в', 'на'], 'Acc') && isPlace(reading, tree, t),
  );
}

/** «содержится в изоляторе», «слушание состоится в районном суде»: a building or a ground of no name of its own. */
function siteOf(tree: Tree, { type, token }: Draft): number | undefined {
  if (!sited.has(type)) return undefined;
  const circumstances = carriersOf(tree, token).flatMap((c) => dependents(tree, c, 'obl', 'nmod'));
  // «у датской границы»
  const isBeside = (t: number): boolean => prepositionOf(tree, t) === 'у' && tree.tokens[t]?.lemma === 'граница';
  return circumstances.find((t) => (isBehind(tree, t, ['в', 'на'], 'Loc') && isSite(tree, t)) || isBeside(t));
}

function isBehind(tree: Tree, token: number, prepositions: readonly string[], wanted: 'Acc' | 'Loc'): boolean {
  return tree.tokens[token]?.features.case === wanted && prepositions.includes(prepositionOf(tree, token) ?? '');
}

/** «больница», «одна из больниц» */
function isSite(tree: Tree, token: number): boolean {
  const { lemma = '' } = tree.tokens[token] ?? {};
  return siteNouns.has(lemma) || (lemma === 'один' && dependents(tree, token, 'nmod').some((c) => isSite(tree, c)));
}

/** What has a place that is seldom named itself. */
const sited: ReadonlySet<Draft['type']> = new Set(['event', 'measure', 'meeting']);

const taking: ReadonlySet<string> = new Set(
  lemmaList(`
    доставить доставлять отвезти увезти перевезти перевозить привезти вывезти этапировать конвоировать препроводить
    перевести переводить поместить помещать отправить отправлять выслать депортировать экстрадировать эвакуировать
    госпитализировать заключить посадить
  `),
);

const siteNouns: ReadonlySet<string> = new Set(
  lemmaList(`
    больница госпиталь клиника медсанчасть тюрьма изолятор колония сизо лагерь камера суд дворец резиденция посольство
    консульство здание музей театр галерея библиотека университет институт школа храм церковь собор мечеть синагога
    монастырь кладбище стадион площадь улица парк магазин гипермаркет супермаркет ресторан кафе отель гостиница
    квартира аэропорт вокзал станция метро порт верфь завод фабрика шахта рудник электростанция космодром полигон
    застава гарнизон казарма склад мост тоннель дорога трасса шоссе самолет вертолет судно корабль поезд автобус
    филиал штаб-квартира авиабаза блокпост участок офис граница
  `),
);

/** «в Ольмаре, где прошли выборы», «в городе Ольмар, где он работал»: what «где» stands for. */
function relativeOf(reading: Reading, tree: Tree, word: number): number | undefined {
  const clause = carriersOf(tree, word).find((c) => {
    const opening = dependents(tree, c, 'advmod').some((w) => w < word && tree.tokens[w]?.norm === 'где');
    return opening && tree.tokens[c]?.relation === 'acl:relcl';
  });
  const noun = tree.tokens[clause ?? -1]?.head ?? -1;
  return noun < 0 ? undefined : [noun, ...dependents(tree, noun, 'appos')].find((t) => isPlace(reading, tree, t));
}

/** «ольмарская встреча» in a text that names Ольмар: the place that the adjective of a meeting or a happening is made of. */
function ofAdjective(reading: Reading, tree: Tree, { type, token }: Draft): Role | null {
  if (type !== 'meeting' && type !== 'event') return null;
  for (const adjective of dependents(tree, token, 'amod')) {
    const word = tree.tokens[adjective];
    const made = word ? placeOfAdjective(reading, word.lemma) : null;
    if (!word || !made) continue;
    const span = { start: word.start, stop: word.stop };
    return { role: 'place', text: word.text, span, name: made.name, type: 'place', known: made.known, entity: null };
  }
  return null;
}

/** «взрыв потряс Ольмар», «войска покинули улицы Ольмара»: a place that something is done to is where it happens. */
function befallen(reading: Reading, tree: Tree, { type, token }: Draft): number | undefined {
  const { lemma, passive, patients } = readPredication(tree, token);
  if (type !== 'event' || passive || !befalling.has(lemma)) return undefined;
  const within = patients.flatMap((t) => dependents(tree, t, 'nmod', 'appos'));
  // «улицы», also those of a town, are no place by themselves
  const single = patients.filter((t) => tree.tokens[t]?.features.number !== 'Plur');
  return [...single, ...within, ...patients].find((t) => isPlace(reading, tree, t));
}

/** Verbs whose object, where it is a place, is where they happen. */
const befalling: ReadonlySet<string> = new Set(
  lemmaList(`
    охватить охватывать потрясти потрясать сотрясти сотрясать накрыть захлестнуть всколыхнуть парализовать затопить
    опустошить разрушить покинуть покидать захватить захватывать занять занимать штурмовать осадить осаждать взять
    освободить бомбить обстрелять обстреливать атаковать пересечь пересекать облететь патрулировать
  `),
);

const happens: ReadonlySet<Draft['type']> = new Set([
  'event',
  'measure',
  'meeting',
  'agreement',
  'exercise',
  'deployment',
  'institution',
]);

const kinds: ReadonlySet<Mention['kind']> = new Set(sites);

/** A name behind a preposition of place that no post and no body holds. */
function isPlaced(tree: Tree, m: Mention, here: readonly Mention[]): boolean {
  if (!kinds.has(m.kind) || (m.form !== 'name' && m.chain < 0)) return false;
  const at = landOf(tree, m.head);
  const preposition = distance(tree, at) + (prepositionOf(tree, at) ?? '');
  const wanted = locatives[preposition] ?? (isStretch(tree, at, m.head) ? stretches[preposition] : undefined);
  const undeclined = wanted === 'Loc' && /(?:[оеё]в|[иы]н)о$/u.test(tree.tokens[at]?.norm ?? '');
  if (wanted === undefined || (tree.tokens[at]?.features.case !== wanted && !undeclined)) return false;
  return !here.some((o) => o !== m && (o.kind === 'post' || o.kind === 'organisation') && contains(o, m));
}

/**
 * «в районе Ольмара», «в зоне аэропорта Лескен»: the word for land that has the preposition, before the name without one; else the
 * name.
 */
function landOf(tree: Tree, name: number): number {
  const { head = -1 } = tree.tokens[name] ?? {};
  const isLand = prepositionOf(tree, name) === null && lands.has(tree.tokens[head]?.lemma ?? '');
  return isLand && head < name ? landOf(tree, head) : name;
}

const lands: ReadonlySet<string> = new Set(
  lemmaList(`
    район город провинция штат область село деревня поселок регион остров порт край округ республика столица пригород
    окрестность деревушка городок полуостров аэропорт зона окраина центр север юг запад восток северо-восток
    северо-запад юго-восток юго-запад территория побережье берег здание улица площадь граница часть
  `),
);

/** «недалеко от Лиона»: the word that the preposition needs before it. */
function distance(tree: Tree, place: number): string {
  const first = Math.min(...dependents(tree, place, 'case'));
  const before = tree.tokens[first - 1]?.norm ?? '';
  return /^(?:недалеко|неподалеку|невдалеке)$/u.test(before) ? 'недалеко ' : '';
}

/** «в Генуе», «на острове», «близ Лиона», «под Лионом»: with the case that says where, not whither. */
const locatives: Readonly<Record<string, 'Loc' | 'Gen' | 'Ins'>> = {
  в: 'Loc',
  во: 'Loc',
  на: 'Loc',
  близ: 'Gen',
  около: 'Gen',
  возле: 'Gen',
  'недалеко от': 'Gen',
  под: 'Ins',
};

/** «по районам Дании», «у границы Дании», «по всей Дании»; «переговоры по Дании» are about it. */
const stretches: Readonly<Record<string, 'Dat' | 'Gen' | 'Ins'>> = { по: 'Dat', у: 'Gen', над: 'Ins' };

function isStretch(tree: Tree, at: number, name: number): boolean {
  return at !== name || dependents(tree, at, 'det', 'amod').some((c) => tree.tokens[c]?.lemma === 'весь');
}

/** «подписали договор о судоходстве в проливе»: part of what a treaty or an exercise is called. */
function isInName(place: Mention, draft: Draft): boolean {
  return draft.roles.some(
    ({ role, span }) => (role === 'agreement' || role === 'exercise') && span !== null && contains(span, place),
  );
}

/**
 * Whether a place is told of another verb than that of the draft and those above it, or of what a meeting is about: «обсудили
 * ситуацию в Дании».
 */
function isOfOther(tree: Tree, place: number, { type, token }: Draft): boolean {
  const verb = ancestors(tree, place).find((a) => isVerbal(tree.tokens[a]) || a === token);
  const isMatter = nounsOver(tree, place, token).some((a) => tree.tokens[a]?.relation === 'obj');
  if (type === 'meeting' && (isMatter || isOfMatter(tree, place, token))) return true;
  return verb !== undefined && verb !== token && !ancestors(tree, token).includes(verb);
}

/** «заседание по ситуации в Дании»: whether a place is that of what is talked about below a word. */
export function isOfMatter(tree: Tree, place: number, word: number): boolean {
  return nounsOver(tree, place, word).some((a) => matters.has(tree.tokens[a]?.lemma ?? ''));
}

/** What stands over a place below a word, or below the verb before it; nothing where the way up meets neither. */
function nounsOver(tree: Tree, place: number, word: number): readonly number[] {
  const above = ancestors(tree, place);
  return above.slice(
    0,
    Math.max(
      above.findIndex((a) => isVerbal(tree.tokens[a]) || a === word),
      0,
    ),
  );
}

const matters: ReadonlySet<string> = new Set(
  lemmaList(`
    ситуация положение обстановка вопрос тема проблема кризис конфликт урегулирование событие обсуждение рассмотрение
    развитие отношение сотрудничество безопасность противостояние
  `),
);

/** Whether the way up from a place leads to the word of a draft through nothing that it could be told of instead. */
function hangsOn(tree: Tree, place: number, word: number): boolean {
  const carriers = carriersOf(tree, word);
  for (let at = tree.tokens[place]?.head ?? -1, from = place; at >= 0; from = at, at = tree.tokens[at]?.head ?? -1) {
    if (carriers.includes(at)) return isThrough(tree, from, place, at);
    if (tree.tokens[at]?.pos === 'VERB') return false;
  }
  return false;
}

/**
 * «концерт провели», «планируют провести концерт», «в ходе концерта сгорел клуб», «найден мёртвым»: a word with the verb that
 * carries it, whose circumstance it is, what governs that as an infinitive, and in which state it is.
 */
function carriersOf(tree: Tree, word: number): readonly number[] {
  const { pos, head = -1 } = tree.tokens[word] ?? {};
  const isNoun = pos === 'NOUN';
  const isAround = isNoun && around.has(prepositionOf(tree, word) ?? '') && isVerbal(tree.tokens[head]);
  const light = isNoun ? readPredication(tree, word).light : -1;
  const verbs = isNoun ? [light, isAround ? head : -1].filter((v) => v >= 0) : [word];
  const governors = verbs.flatMap((verb) => {
    const { features, relation = '', head: governor = -1 } = tree.tokens[verb] ?? {};
    return features?.verbForm === 'Inf' && /^(?:xcomp|csubj)/u.test(relation) ? [governor] : [];
  });
  // «заседание планируют провести в Ольмаре»
  const infinitives = isNoun ? verbs.flatMap((v) => dependents(tree, v, 'xcomp', 'csubj')) : [];
  const states = verbs.flatMap((v) => dependents(tree, v, 'xcomp')).filter((c) => tree.tokens[c]?.pos === 'ADJ');
  return [word, ...verbs, ...states, ...governors, ...infinitives.filter((v) => isVerbal(tree.tokens[v]))];
}

/** «в ходе демонстраций», «на выборах»: what has the place of what happens in it. */
const around: ReadonlySet<string> = new Set(['в ходе', 'во время', 'в результате', 'по итогам', 'на']);

/** The place itself, a place around it, or the subject of a verb of taking place: «взрыв в Ольмаре произошёл». */
function isThrough(tree: Tree, child: number, place: number, head: number): boolean {
  if (child === place) return true;
  const word = tree.tokens[child];
  // «задержали в салоне самолёта в аэропорту Ольмара»
  if (tree.tokens[place]?.head === child && [child, place].every((t) => isBehind(tree, t, ['в', 'на'], 'Loc')))
    return true;
  const subject = universal(word?.relation ?? '') === 'nsubj' && tree.tokens[place]?.head === child;
  return subject && (occurrenceVerbs.has(tree.tokens[head]?.lemma ?? '') || word?.relation === 'nsubj:pass');
}
