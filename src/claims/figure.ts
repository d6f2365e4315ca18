import type { Quantity } from '../language/quantity.ts';
import type { Change, Figure } from '../model/claim.ts';
import { contains, overlaps } from '../model/span.ts';
import { findClauseTime } from './clause-time.ts';
import type { Draft } from './draft.ts';
import type { Rejected } from './findings.ts';
import { readPredication } from './predications.ts';
import { type Reading, tokensWithin } from './reading.ts';
import { fillRole } from './roles.ts';
import { readStatus } from './status.ts';
import {
  ancestors,
  behindRelative,
  dependents,
  isNominal,
  isVerbal,
  prepositionOf,
  spanOf,
  subtree,
  type Tree,
  universal,
} from './tree.ts';
import { lemmaList } from './lemma-list.ts';

/** Verbs that say how a figure moved. «вырос на 3%», «сократившись на треть» */
const movement: Readonly<Record<'up' | 'down', ReadonlySet<string>>> = {
  up: new Set(
    lemmaList(`
    вырасти расти увеличиться увеличить увеличиваться возрасти повыситься повысить прибавить подняться подорожать рост
    увеличение повышение прирост подскочить нарастить
  `),
  ),
  down: new Set(
    lemmaList(`
    снизиться снизить снижаться сократиться сократить сокращаться упасть уменьшиться уменьшить понизить понизиться
    подешеветь потерять опуститься снижение сокращение падение спад уменьшение
  `),
  ),
};

/** Counted nouns that say nothing by their number: «двух стран», «три раза». */
const idleNouns: ReadonlySet<string> = new Set(
  lemmaList(`
  страна сторона раз государство вопрос пункт часть этап направление год месяц день час минута неделя лицо президент
  министр лидер раунд тур чтение статья сутки глава документ встреча век
`),
);

/** Few of these are many: «три батальона». */
const salientNouns: ReadonlySet<string> = new Set(
  lemmaList(
    `батальон бригада дивизия полк рота самолет истребитель вертолет корабль катер танк ракета боеголовка фрегат эсминец подлодка реактор`,
  ),
);

/** Whose number matters however few they are: «погибли двое», «захватили трёх заложников». */
const tolls: ReadonlySet<string> = new Set(
  lemmaList(`
    погибнуть убить ранить пострадать умереть скончаться задержать арестовать похитить казнить утонуть взорваться
    госпитализировать эвакуировать выслать уволить освободить приговорить
    заложник жертва погибший раненый пострадавший пленный арестованный задержанный пропавший
  `),
);

/** Quantities that matter, with what they measure, how they moved and for which period. */
export function findFigures(
  reading: Reading,
  tree: Tree,
): { readonly drafts: readonly Draft[]; readonly rejected: readonly Rejected[] } {
  const drafts: Draft[] = [];
  const rejected: Rejected[] = [];
  const here = reading.analysis.quantities.filter((q) => contains(tree.sentence, q));
  const changes = new Set(here.filter((q) => changeOf(tree, q) !== null));
  for (const q of here) {
    const reason = whyNot(reading, tree, q);
    if (reason) {
      rejected.push({ rule: 'figure.quantity', reason, start: q.start, stop: q.stop });
      continue;
    }
    const level = changes.has(q)
      ? here.find(
          (other) => other !== q && !changes.has(other) && other.kind !== 'number' && sharesSubject(tree, q, other),
        )
      : undefined;
    if (level) {
      rejected.push({ rule: 'figure.quantity', reason: 'the change of another figure', start: q.start, stop: q.stop });
      continue;
    }
    const mover =
      here.find((other) => other !== q && changes.has(other) && sharesSubject(tree, other, q)) ??
      (changes.has(q) ? q : undefined);
    const draft = figureDraft(reading, tree, q, mover ? changeOf(tree, mover) : null);
    if (draft) drafts.push(draft);
  }
  return { drafts, rejected };
}

function whyNot(reading: Reading, tree: Tree, q: Quantity): string | null {
  const toll = isToll(tree, headOf(tree, q));
  if (q.kind === 'ordinal' || q.kind === 'age' || q.kind === 'multiple' || (q.kind === 'number' && !toll))
    return `a bare ${q.kind}`;
  if (isReference(reading, q)) return 'part of a reference';
  if (reading.analysis.times.some((t) => overlaps(t, q))) return 'part of a time';
  const inName = reading.analysis.mentions.some(
    (m) =>
      m.form === 'name' &&
      contains(m, q) &&
      (m.kind === 'agreement' || m.kind === 'exercise' || m.kind === 'equipment' || m.kind === 'organisation'),
  );
  if (inName) return 'part of a name';
  const governor = tree.tokens[tree.tokens[headOf(tree, q)]?.head ?? -1];
  if (q.kind === 'measure' && governor?.pos === 'ADJ') return 'a size in passing';
  const noun = tree.tokens[headOf(tree, q)]?.lemma ?? '';
  const idle = idleNouns.has(q.unit ?? '') || idleNouns.has(noun);
  // «признали более ста стран»
  const many = countedStates.has(noun) && q.value >= 20;
  if (q.kind === 'count' && idle && !many) return `«${noun}» is counted in passing`;
  if (isRound(reading, q)) return 'a round number that is not counted';
  if (q.kind === 'measure' && ['m', 'km'].includes(q.unit ?? '') && isDistance(reading, q))
    return 'a distance in passing';
  const salient = salientNouns.has(noun) || salientNouns.has(q.unit ?? '');
  const people = tree.tokens[headOf(tree, q)]?.features.animacy === 'Anim';
  const least = salient || toll ? 2 : people ? 5 : 15;
  const partOf = people && prepositionOf(tree, headOf(tree, q)) === 'из' ? 15 : least;
  if ((q.kind === 'count' || q.kind === 'number') && q.value < partOf) return 'too few to be a figure';
  return null;
}

const countedStates: ReadonlySet<string> = new Set(['страна', 'государство']);

/** «погибли двое», «более 280 пострадали», «трое заложников»: people of whom the number tells what befell them. */
function isToll(tree: Tree, head: number): boolean {
  const word = tree.tokens[head];
  const above = tree.tokens[word?.head ?? -1];
  if (!word || tolls.has(word.lemma)) return word !== undefined;
  if (!tolls.has(above?.lemma ?? '')) return false;
  return above?.pos === 'VERB' ? ['nsubj', 'obj'].includes(universal(word.relation)) : word.relation.startsWith('num');
}

/** «ст. 228», «п. 3», «№ 1747»: a number that names. */
function isReference(reading: Reading, q: Quantity): boolean {
  return /(?:(?<!\p{L})(?:ст|стать\p{L}{1,3}|п|пункт\p{L}{0,3}|ч|част\p{L}{1,3})\.?|№)\s*$/u.test(
    reading.analysis.text.slice(Math.max(0, q.start - 12), q.start).toLowerCase(),
  );
}

/** «в 50 км от столицы», «110 километров к югу»: how far, of something that is told for itself. */
function isDistance(reading: Reading, q: Quantity): boolean {
  const { text } = reading.analysis;
  const before = text.slice(Math.max(0, q.start - 16), q.start).toLowerCase();
  const after = text.slice(q.stop, q.stop + 12).toLowerCase();
  return (
    /(?<!\p{L})(?:в|на расстоянии)\s+$/u.test(before) ||
    /^\.?\s+(?:от|к (?:юг|север|запад|восток)|южнее|севернее|западнее|восточнее)/u.test(after)
  );
}

/** «миллионы людей», «на каждые 10 граждан», «29 летний», «630-местный»: words of number that give none, an age, a kind. */
function isRound(reading: Reading, q: Quantity): boolean {
  const before = reading.analysis.text.slice(Math.max(0, q.start - 10), q.start).toLowerCase();
  const words = reading.analysis.text.slice(q.start, q.stop).toLowerCase();
  const after = reading.analysis.text.slice(q.stop, q.stop + 6);
  return /кажд\p{L}+\s*$/u.test(before) || plural.test(words) || /^(?: ?летн|-\p{L}{2})/u.test(after);
}

const plural = /^(?:десятк(?:и|ов|ам|ах)|сотни|сотен|тысячи?(?!\p{L})|миллион(?:ы|ов)|миллиард(?:ы|ов))(?!\p{L})/u;

function figureDraft(reading: Reading, tree: Tree, q: Quantity, change: Change | null): Draft | null {
  const head = headOf(tree, q);
  if (head < 0) return null;
  const verb = ancestors(tree, head).find((a) => isVerbal(tree.tokens[a])) ?? -1;
  const indicator = indicatorOf(tree, q, head, verb);
  const anchor = verb >= 0 ? verb : head;
  const p = readPredication(tree, anchor);
  const status = readStatus(p);
  const found = findClauseTime(reading, p);
  const part = partOfWhole(reading, q);
  const figure: Figure = {
    value: part?.value ?? q.value,
    unit: q.kind === 'count' || q.kind === 'number' ? unitOf(tree, head, q) : (q.unit ?? ''),
    // «более 200» is no exact number; «до 80 %» is an exact bound
    approx: q.approx || q.bound === 'at-least',
    change,
  };
  const place = tokensWithin(tree, q);
  const words = [
    ...(place ? range(place[0], place[1]) : []),
    ...(part ? (tokensWithin(tree, part)?.slice(0, 1) ?? []) : []),
    ...subtree(tree, indicator, (c) => isVerbal(tree.tokens[c]) && c !== indicator),
  ];
  return {
    type: 'figure',
    figure,
    status: status.status,
    cues: status.cues,
    // «цены вырастут на 11 %» is a forecast; «завод на 500 мест откроют» is told by the opening
    force: change && status.status === 'planned' ? status.force : null,
    time: found?.time ?? null,
    roles: [fillRole(reading, tree, indicator, 'indicator')],
    evidence: spanOf(tree, words),
    rule: change ? 'figure.movement' : 'figure.quantity',
    sentence: tree.sentence.index,
    token: head,
  };
}

/** «105 из 230 мест»: the number that matters is that of the part; `null` where nothing stands before the whole. */
function partOfWhole(reading: Reading, whole: Quantity): Quantity | null {
  const part = reading.analysis.quantities.find(
    (q) =>
      q.kind === 'number' &&
      q.stop <= whole.start &&
      /^\s+из\s+$/u.test(reading.analysis.text.slice(q.stop, whole.start)),
  );
  return whole.kind === 'count' && part !== undefined && part.value <= whole.value ? part : null;
}

/** People are `person`, whatever they are called; other counted things keep their noun. */
function unitOf(tree: Tree, head: number, q: Quantity): string {
  const people = tree.tokens[head]?.features.animacy === 'Anim' || q.unit === 'человек' || q.kind === 'number';
  return people ? 'person' : (unitNames[q.unit ?? ''] ?? q.unit ?? '');
}

/** Counted things with a name of their own among units. */
const unitNames: Readonly<Record<string, string>> = { место: 'seat', мандат: 'seat', голос: 'vote', баррель: 'barrel' };

/** «кредит на сумму 2 млрд», «штраф в размере», «поднять до уровня»: words that only introduce how much. */
const measureNouns: ReadonlySet<string> = new Set(lemmaList(`сумма размер уровень отметка количество`));

/** What is measured: the subject of the verb («товарооборот достиг 52 млрд»), else the noun that the number hangs on or counts. */
function indicatorOf(tree: Tree, q: Quantity, head: number, verb: number): number {
  const counted =
    q.kind === 'percent'
      ? dependents(tree, head, 'nmod').find(
          (c) => tree.tokens[c]?.features.case === 'Gen' && prepositionOf(tree, c) === null,
        )
      : undefined;
  // «27,7 % голосов»: the share is of what stands in the genitive
  if (counted !== undefined) return counted;
  const word = tree.tokens[head];
  const above = tree.tokens[word?.head ?? -1];
  if (q.kind === 'count') return head;
  // «более 280 пострадали»: who they are is told by what befell them
  if (q.kind === 'number' && word) return word.head;
  const hung = word && (word.relation.startsWith('nmod') || word.relation === 'appos') && isNominal(above);
  if (hung && !isIntroduced(tree, word.head)) return word.head;
  if (hung && isNominal(tree.tokens[above?.head ?? -1])) return above?.head ?? word.head;
  if (verb >= 0) {
    const p = readPredication(tree, verb);
    const subject = p.passive ? p.patients[0] : p.agents[0];
    const object = p.passive ? undefined : p.patients.find((o) => o !== head && o !== word?.head);
    // «министр пообещал довести торговлю до пяти миллиардов»: what is moved, not who moves it
    const moved = directionOf(tree.tokens[verb]?.lemma ?? '') !== null || tree.tokens[verb]?.lemma === 'довести';
    if (moved && object !== undefined) return object;
    if (subject !== undefined && subject !== head) return behindRelative(tree, subject, verb);
    if (object !== undefined) return object;
  }
  const ofWhat = dependents(tree, head, 'nmod')[0];
  return ofWhat ?? head;
}

/** Whether a noun only introduces a quantity: it has no genitive that says of what it is the size. */
function isIntroduced(tree: Tree, noun: number): boolean {
  return measureNouns.has(tree.tokens[noun]?.lemma ?? '') && prepositionOf(tree, noun) !== null;
}

/** «на 3%» after a verb of movement: how much, which way. */
function changeOf(tree: Tree, q: Quantity): Change | null {
  const head = headOf(tree, q);
  if (head < 0) return null;
  const by = prepositionOf(tree, head);
  const mover = [tree.tokens[head]?.head ?? -1, ...ancestors(tree, head).slice(0, 2)].find(
    (a) => directionOf(tree.tokens[a]?.lemma ?? '') !== null,
  );
  const direction = directionOf(tree.tokens[mover ?? -1]?.lemma ?? '');
  if (!direction || by !== 'на') return null;
  return { value: q.value, unit: q.unit ?? '', direction, approx: q.approx };
}

function directionOf(lemma: string): 'up' | 'down' | null {
  return movement.up.has(lemma) ? 'up' : movement.down.has(lemma) ? 'down' : null;
}

/** Whether two quantities speak of one indicator: their verbs are one or one hangs on the other. */
function sharesSubject(tree: Tree, a: Quantity, b: Quantity): boolean {
  const verbOf = (q: Quantity): number => ancestors(tree, headOf(tree, q)).find((i) => isVerbal(tree.tokens[i])) ?? -1;
  const [x, y] = [verbOf(a), verbOf(b)];
  return x >= 0 && y >= 0 && (x === y || ancestors(tree, x).includes(y));
}

/** The word of a quantity that governs the others: its noun, else its number. */
function headOf(tree: Tree, q: Quantity): number {
  const place = tokensWithin(tree, q);
  if (!place) return -1;
  const inside = range(place[0], place[1]);
  const root =
    inside.find(
      (i) =>
        !inside.includes(tree.tokens[i]?.head ?? -1) &&
        tree.tokens[i]?.kind !== 'punctuation' &&
        tree.tokens[i]?.pos !== 'ADP',
    ) ?? place[1];
  const noun = tree.tokens[root]?.head ?? -1;
  const relation = tree.tokens[root]?.relation ?? '';
  // «71 сенатор»: the number alone is a quantity where the parser takes it for an attribute
  const counts = relation.startsWith('nummod') || (tree.tokens[root]?.pos === 'NUM' && relation === 'amod');
  return counts && noun >= 0 ? noun : root;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}
