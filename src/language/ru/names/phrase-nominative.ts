import type { Features } from '../../analysis.ts';
import { wordFlags, type WordAnalysis } from '../morphology/word-analysis.ts';
import type { NameMorphology } from './attested-forms.ts';
import { keepWriting } from './keep-writing.ts';
import { isGivenName, nominativeBeside, type WordHint } from './person-nominative.ts';

/** A token of a noun phrase; what is no word or stands in quotation marks is never changed. */
export interface PhraseWord {
  readonly text: string;
  readonly isWord: boolean;
  /** All of the phrase is in capitals, so they do not mark an acronym. */
  readonly isShouted: boolean;
  readonly hint: WordHint | null;
}

/** A word that is read when it is first asked for, and but once: each noun that it may agree with asks; most dependents nobody. */
interface ReadWord extends PhraseWord {
  readonly readings: () => readonly WordAnalysis[];
}

/** A noun with the words before it that agree with it, all in one case. */
interface Group {
  readonly from: number;
  /** Index of the noun. */
  readonly head: number;
  readonly readings: readonly WordAnalysis[];
  readonly score: number;
}

/** Words of a noun phrase → the same words with its head, what agrees with it and what is coordinated with it in the nominative. */
export function phraseNominative(morphology: NameMorphology, phrase: readonly PhraseWord[]): readonly string[] {
  const forms = phrase.map(({ text }) => text);
  const words = phrase.map((word) => readOnce(morphology, word));
  if (isCounted(words)) return forms;
  const group = findGroup(words, 0, null);
  if (group === null) return forms;
  inflectGroup(morphology, words, group, forms);
  const head = group.readings.at(-1);
  if (head === undefined || head.features.case === undefined) return forms;
  const next = declineApposition(morphology, words, group, forms);
  declineLastName(morphology, words, head, next, forms);
  for (const other of findCoordinated(words, group, next)) inflectGroup(morphology, words, other, forms);
  return forms;
}

/** «несколько рыбаков», «два порта»: what a number governs stays as it is. */
function isCounted(words: readonly ReadWord[]): boolean {
  const [first] = words;
  return first?.isWord === true && words.length > 1 && first.readings()[0]?.pos === 'NUM';
}

type Case = NonNullable<Features['case']>;

/** Prior weights of case and number for the head of a name; a plural is what its singular would be called otherwise. */
const caseWeights: Readonly<Record<string, number>> = { Nom: 1, Gen: 0.8, Dat: 0.6, Acc: 0.5, Ins: 0.7, Loc: 0.6 };
const pluralWeight = 0.35;

/**
 * The group that starts at `from`: modifiers (adjectives, participles, pronouns, ordinals) up to the first noun, in the case,
 * number and gender in which all can stand. `wanted` narrows the case.
 */
function findGroup(words: readonly ReadWord[], from: number, wanted: Case | null): Group | null {
  let best: Group | null = null;
  for (let head = from; head < words.length && head <= from + longestGroup; head++) {
    const word = words[head];
    if (!word) break;
    if (!word.isWord) {
      if (word.text === ',' && head > from) continue;
      break;
    }
    const readings = word.readings();
    for (const noun of isFunctionWord(readings) ? [] : readings) {
      if (!isHead(noun) || (wanted !== null && noun.features.case !== wanted)) continue;
      const group = agree(words, from, head, noun);
      if (group && group.score > (best?.score ?? -Infinity)) best = group;
    }
    const modifying = readings.reduce((sum, it) => sum + (isModifier(it) ? it.score : 0), 0);
    // «Лескенского договора»: of a word that the dictionary lacks the surname is likelier
    if (best?.head === head && modifying < (readings[0]?.isKnown === false ? 0.2 : 0.3)) break;
    if (!readings.some((it) => isModifier(it) || it.pos === 'ADV' || it.pos === 'CCONJ')) break;
  }
  return best;
}

const longestGroup = 6;

/** The modifiers' readings that agree with the noun's, or `null` where a word before it has none. */
function agree(words: readonly ReadWord[], from: number, head: number, noun: WordAnalysis): Group | null {
  const readings: WordAnalysis[] = [];
  let score = Math.log(noun.score + 0.01) + headPrior(noun, words[head]);
  for (let i = from; i < head; i++) {
    const word = words[i];
    if (!word) return null;
    let modifier: WordAnalysis | undefined;
    for (const it of word.readings()) {
      // «самого посла» is he himself; «самого крупного порта» needs an adjective behind it
      const isHimself = it.lemma === 'самый' && i === head - 1;
      if (!isModifier(it) || !agrees(it, noun) || isHimself) continue;
      if (modifier === undefined || it.score > modifier.score) modifier = it;
    }
    const passive = modifier ?? word.readings().find((it) => !word.isWord || it.pos === 'ADV' || it.pos === 'CCONJ');
    if (passive === undefined) return null;
    if (modifier) score += Math.log(modifier.score + 0.02) + 1.5;
    readings.push(passive);
  }
  return { from, head, readings: [...readings, noun], score: score + (head - from) };
}

function headPrior(noun: WordAnalysis, word: PhraseWord | undefined): number {
  const { case: own, number } = noun.features;
  const isAcronym = (noun.flags & wordFlags.abbreviation) !== 0;
  let weight = (caseWeights[own ?? 'Nom'] ?? 0.5) * (number === 'Plur' && !isAcronym ? pluralWeight : 1);
  if (word?.hint) {
    if (word.hint.features.case !== undefined && word.hint.features.case !== own) weight *= 0.1;
    if (word.hint.features.number !== undefined && word.hint.features.number !== number) weight *= 0.1;
  }
  if (noun.pos === 'ADJ' || noun.pos === 'VERB') weight *= 0.05;
  // «обвиняемого»: somebody rather than something
  if (noun.pos === 'VERB' && noun.features.gender === 'Neut') weight *= 0.1;
  if (own === 'Nom' && !noun.isKnown) weight *= 2.5;
  if (noun.pos === 'PROPN' && word !== undefined && !/^\p{Lu}/u.test(word.text)) weight *= 0.05;
  return Math.log(weight);
}

function readOnce(morphology: NameMorphology, word: PhraseWord): ReadWord {
  let known: readonly WordAnalysis[] | undefined;
  return { ...word, readings: () => (known ??= readingsOf(morphology, word)) };
}

function readingsOf(morphology: NameMorphology, word: PhraseWord): readonly WordAnalysis[] {
  const analyses = morphology.analyse(word.text);
  if (!/^\p{Lu}{2,8}$/u.test(word.text) || word.isShouted) return analyses;
  return analyses.filter((it) => (it.flags & wordFlags.abbreviation) !== 0);
}

/** «и» and «по» are letters too, but not in a name. */
function isFunctionWord(readings: readonly WordAnalysis[]): boolean {
  return /^(?:CCONJ|SCONJ|ADP|PART|PRON)$/u.test(readings[0]?.pos ?? '');
}

/** Nouns; a form of an adjective or a participle that may stand for one («обвиняемый») counts least. */
function isHead(reading: WordAnalysis): boolean {
  if (reading.features.case === undefined) return false;
  return (
    reading.pos === 'NOUN' ||
    reading.pos === 'PROPN' ||
    ((reading.pos === 'ADJ' || reading.features.verbForm === 'Part') && reading.features.variant === undefined)
  );
}

function isModifier(reading: WordAnalysis): boolean {
  if (reading.features.case === undefined || reading.features.variant === 'Short') return false;
  return (
    reading.pos === 'ADJ' || reading.pos === 'DET' || (reading.pos === 'VERB' && reading.features.verbForm === 'Part')
  );
}

function agrees(modifier: WordAnalysis, noun: WordAnalysis): boolean {
  const a = modifier.features;
  const b = noun.features;
  if (a.case !== b.case || a.number !== b.number) return false;
  if (a.number === 'Sing' && a.gender !== undefined && b.gender !== undefined && a.gender !== b.gender) return false;
  return a.case !== 'Acc' || a.animacy === undefined || b.animacy === undefined || a.animacy === b.animacy;
}

function inflectGroup(morphology: NameMorphology, words: readonly PhraseWord[], group: Group, forms: string[]): void {
  const noun = group.readings.at(-1);
  if (!noun) return;
  const { number, gender } = noun.features;
  for (const [i, reading] of group.readings.entries()) {
    const place = group.from + i;
    const source = words[place]?.text ?? '';
    if (reading !== noun && !isModifier(reading)) continue;
    if (reading.features.case === 'Nom') continue;
    const target: Features = {
      case: 'Nom',
      ...(number === undefined ? {} : { number }),
      ...(reading === noun || number === 'Plur' || gender === undefined ? {} : { gender }),
    };
    const form = morphology.inflect(reading, target);
    if (form !== null) forms[place] = hyphenated(morphology, source, keepWriting(source, form), reading);
  }
}

/**
 * «города-героя» → «город-герой», «Ростова-на-Дону» → «Ростов-на-Дону»; «премьер-министра» has a first part that stays. What the
 * dictionary has whole («вице-президенту», beside «вица») it declines itself.
 */
function hyphenated(morphology: NameMorphology, source: string, form: string, reading: WordAnalysis): string {
  const hyphen = source.search(/[-‐‑]/u);
  if (hyphen <= 0) return form;
  const head = source.slice(0, hyphen);
  if (reading.pos === 'ADJ' || reading.isKnown || prefixes.has(head.toLowerCase())) return form;
  const place = /[-‐‑](?:на|под|над|при)[-‐‑]/u.exec(source);
  const first = morphology
    .analyse(head)
    .find(
      (it) =>
        isHead(it) &&
        it.isKnown &&
        it.features.case === reading.features.case &&
        (place !== null || it.features.number === reading.features.number),
    );
  const nominative = first === undefined ? null : morphology.inflect(first, { case: 'Nom' });
  if (nominative === null || first?.features.case === 'Nom') return place === null ? form : source;
  const nominatives = morphology.analyse(head).some((it) => it.features.case === 'Nom' && it.score > 0.2);
  if (nominatives && place === null) return form;
  return (
    keepWriting(head, nominative) + (place === null ? form : source).slice(hyphenOf(place === null ? form : source))
  );
}

/** First parts that stay, though a noun is spelled so («вице», the dative of «вица»). */
const prefixes: ReadonlySet<string> = new Set(['вице', 'экс']);

function hyphenOf(text: string): number {
  return text.search(/[-‐‑]/u);
}

/** Nouns before a name of their own in the same case: «городе Минске» → «город Минск», «министром Иваном Петровым». */
function declineApposition(
  morphology: NameMorphology,
  words: readonly ReadWord[],
  group: Group,
  forms: string[],
): number {
  const noun = group.readings.at(-1);
  const next = group.head + 1;
  const word = words[next];
  if (!noun || !word?.isWord || !/^\p{Lu}/u.test(word.text)) return next;
  let stop = next;
  while (words[stop]?.isWord === true && /^\p{Lu}/u.test(words[stop]?.text ?? '')) stop++;
  const names = words.slice(next, stop);
  if (placeNouns.has(noun.lemma)) {
    const own = findGroup(names, 0, noun.features.case ?? null);
    if (own && noun.features.case !== 'Nom' && names.length === own.head + 1) {
      inflectGroup(morphology, words, { ...own, from: own.from + next, head: own.head + next }, forms);
    }
    return stop;
  }
  const isPersonal = noun.features.animacy === 'Anim' && names.every(({ text }) => isPersonalName(morphology, text));
  if (!isPersonal || noun.features.case === 'Nom') return next;
  const nominatives = nominativeBeside(
    morphology,
    names.map(({ text }) => text),
    noun.features.case ?? 'Nom',
  );
  for (const [i, form] of (nominatives ?? []).entries()) forms[next + i] = form;
  return stop;
}

/** The person at the end, after what the head governs: «представителю МИД Ивану Петрову» → «представитель МИД Иван Петров». */
function declineLastName(
  morphology: NameMorphology,
  words: readonly PhraseWord[],
  head: WordAnalysis,
  next: number,
  forms: string[],
): void {
  const { animacy, case: own } = head.features;
  if (animacy !== 'Anim' || own === undefined || own === 'Nom') return;
  let from = words.length;
  while (from > next && isCapitalWord(words[from - 1]) && isPersonalName(morphology, words[from - 1]?.text ?? ''))
    from--;
  const names = words.slice(from).map(({ text }) => text);
  const given = names.findIndex((text) => isInitial(text) || isGivenName(morphology, text));
  if (given < 0 || names.length - given < 2) return;
  const nominatives = nominativeBeside(morphology, names.slice(given), own);
  for (const [i, form] of (nominatives ?? []).entries()) forms[from + given + i] = form;
}

function isCapitalWord(word: PhraseWord | undefined): boolean {
  return word?.isWord === true && /^\p{Lu}/u.test(word.text);
}

function isInitial(text: string): boolean {
  return /^\p{Lu}\.$/u.test(text);
}

const placeNouns: ReadonlySet<string> = new Set(
  'город село деревня поселок станция станица хутор аул кишлак аэропорт столица республика река озеро'.split(' '),
);

function isPersonalName(morphology: NameMorphology, text: string): boolean {
  const personal = wordFlags.given | wordFlags.surname | wordFlags.patronymic;
  if (isInitial(text)) return true;
  return morphology.analyse(text).some((it) => (it.flags & personal) !== 0 || (!it.isKnown && it.pos === 'PROPN'));
}

/**
 * Heads joined to the first: «президентом и премьер-министром» → both; after dependents only where the case is not the genitive,
 * which the dependents may have too («министерства обороны и безопасности»).
 */
function findCoordinated(words: readonly ReadWord[], group: Group, next: number): readonly Group[] {
  const noun = group.readings.at(-1);
  const own = noun?.features.case;
  if (!noun || own === undefined || own === 'Nom') return [];
  const found: Group[] = [];
  for (let i = next; i < words.length - 1; i++) {
    const isJoint = words[i]?.text === 'и' || words[i]?.text === 'или' || words[i]?.text === ',';
    if (!isJoint || (own === 'Gen' && i > next)) continue;
    const other = findGroup(words, i + 1, own);
    const head = other?.readings.at(-1);
    if (!other || !head || head.features.animacy !== noun.features.animacy || head.score < 0.1) continue;
    found.push(other);
  }
  return found;
}
