import type { Sentence, Token } from '../../analysis.ts';
import type { Candidate } from './candidate.ts';
import { isUnder, phraseOf, quotationAfter, startOfModifiers } from './noun-phrase.ts';
import {
  agreementAcronyms,
  agreementNouns,
  batchAdjectives,
  bodyNouns,
  documentNouns,
  exerciseNouns,
  kinNouns,
  leaderNouns,
  personNouns,
  stateNouns,
} from './nouns.data.ts';

/** Mentions that a noun opens, with what hangs on it in the tree; one visible list of rules, the first that fits is taken. */
export function findNounMentions(sentences: readonly Sentence[]): readonly Candidate[] {
  return sentences.flatMap((sentence) =>
    sentence.tokens.flatMap((token, at) => {
      if (token.kind !== 'word') return [];
      for (const rule of rules) {
        const found = rule.find(sentence.tokens, token, at);
        if (found) return [{ sentence: sentence.index, known: null, name: null, why: `rule ${rule.name}`, ...found }];
      }
      return [];
    }),
  );
}

type Found = Pick<Candidate, 'from' | 'to' | 'kind' | 'form'>;

interface Rule {
  readonly name: string;
  find(tokens: readonly Token[], token: Token, at: number): Found | null;
}

const rules: readonly Rule[] = [
  {
    // «Он добавил …», «по ее словам», «их встреча»; «это» and «который» are left to the sentence that they stand in.
    name: 'pronoun',
    find: (_, token, at) => (isPersonal(token) ? { from: at, to: at + 1, kind: 'other', form: 'pronoun' } : null),
  },
  {
    // «командующий войсками Иван Дубов», «дирижер Анна Лугова»: somebody that a name hangs on
    name: 'post-before-name',
    find(tokens, token, at) {
      const isSomebody =
        token.pos === 'NOUN' ? token.features.animacy === 'Anim' : actingAdjectives.has(token.norm.slice(0, 8));
      if (!isSomebody || kinNouns.has(token.lemma)) return null;
      const name = nameOn(tokens, at) ?? nameOfRow(tokens, at);
      if (name === null) return null;
      const holder = holderOf(tokens, token, at, name);
      if (kinNouns.has(tokens[holder]?.lemma ?? '')) return null;
      const next = nextOfRow(tokens, at, name);
      const to = next === null ? name : startOfModifiers(tokens, next) - 1;
      return { from: startOfModifiers(tokens, holder), to, kind: 'post', form: formOf(tokens, holder + 1, to) };
    },
  },
  {
    // «учение „Щит Союза“», «совместные маневры с Сербией», «учения „Осень-2031“»
    name: 'exercise-noun',
    find(tokens, token, at) {
      if (!exerciseNouns.has(token.lemma)) return null;
      const { from, to } = phraseOf(tokens, at);
      return { from, to, kind: 'exercise', form: hasName(tokens, from, to) ? 'name' : 'description' };
    },
  },
  {
    // «договор о гарантиях безопасности», «Минские соглашения», «соглашение между Москвой и Минском»; bare «документ» describes.
    name: 'agreement-noun',
    find(tokens, token, at) {
      if (!documentNouns.has(token.lemma)) return null;
      const { from, to } = phraseOf(tokens, at);
      const isBare = from === at && to === at + 1;
      const isNamed =
        !isBare && agreementNouns.has(token.lemma) && (hasName(tokens, from, to) || hasTopic(tokens, at, to));
      if (isNamed) return { from, to, kind: 'agreement', form: 'name' };
      return { from: startOfModifiers(tokens, at), to: at + 1, kind: 'agreement', form: 'description' };
    },
  },
  {
    // «выход из ДРСМД»
    name: 'agreement-acronym',
    find: (_, token, at) =>
      agreementAcronyms.has(token.text.replace('\u2011', '-'))
        ? { from: at, to: at + 1, kind: 'agreement', form: 'name' }
        : null,
  },
  {
    // «стороны», «белорусская сторона», «обе стороны»
    name: 'side',
    find(tokens, token, at) {
      if (token.lemma !== 'сторона') return null;
      const from = startOfModifiers(tokens, at);
      const isPlural = token.features.number === 'Plur';
      if (from === at && !isPlural) return null;
      if (isPlural && isAdverbial(tokens, token, at)) return null;
      const hasModifier = tokens.slice(from, at).some((one) => one.pos === 'ADJ');
      return isPlural || hasModifier ? { from, to: at + 1, kind: 'other', form: 'description' } : null;
    },
  },
  {
    // «ведомство», «министерство», «компания»: without more, or with «это», «российское»
    name: 'body-noun',
    find: (tokens, token, at) => describe(tokens, token, at, bodyNouns, 'organisation'),
  },
  {
    // «агентство Вестник», «телеканал Новый Порт»: a name without quotation marks behind what bears it; «компания Верди» is his
    name: 'title-of-body',
    find(tokens, token, at) {
      const isTitle = token.head === at - 1 && token.pos === 'PROPN' && token.features.case === 'Nom';
      if (!isTitle || !titled.has(tokens[at - 1]?.lemma ?? '') || !/^\p{Lu}/u.test(token.text)) return null;
      let to = at + 1;
      while (tokens[to]?.head === at && tokens[to]?.relation.startsWith('flat') === true) to++;
      return { from: at, to, kind: 'organisation', form: 'name' };
    },
  },
  {
    // «страна», «президент республики Иван Дубов»; «республика Крым» is a name of its own
    name: 'state-noun',
    find: (tokens, token, at) =>
      tokens[at + 1]?.pos === 'PROPN' && tokens[at + 1]?.features.animacy !== 'Anim'
        ? null
        : describe(tokens, token, at, stateNouns, 'state'),
  },
  {
    // «глава ведомства», «представитель компании»
    name: 'post-of-body-noun',
    find(tokens, token, at) {
      const isHolder = leaderNouns.has(token.lemma) || token.lemma === 'представитель';
      const body = tokens[at + 1];
      if (!isHolder || token.features.number === 'Plur' || body?.features.case !== 'Gen') return null;
      const found = describe(tokens, body, at + 1, bodyNouns, 'organisation');
      return found ? { from: at, to: at + 2, kind: 'post', form: 'description' } : null;
    },
  },
  {
    // «политик», «дипломат», «российский лидер»
    name: 'person-noun',
    find: (tokens, token, at) =>
      describe(tokens, token, at, personNouns, 'person') ?? describe(tokens, token, at, leaderNouns, 'person'),
  },
];

/** What bears a name in the nominative behind it, whatever its own case. */
const titled: ReadonlySet<string> = new Set([
  'агентство',
  'информагентство',
  'газета',
  'журнал',
  'телеканал',
  'радиостанция',
]);

/** Adjectives that name an office, by their first letters: «командующий», «исполняющий», «управляющий», «заведующий». */
const actingAdjectives = new Set(['командую', 'исполняю', 'управляю', 'заведующ', 'уполномо', 'председа']);

/** «помощник» of «помощник старого инженера Анна Лугова»: a name in the nominative is not the one's in the genitive before it. */
function holderOf(tokens: readonly Token[], token: Token, at: number, name: number): number {
  const above = tokens[token.head];
  const isOfHolder = token.features.case === 'Gen' && token.relation === 'nmod' && token.head < at;
  const isHolder = isPersonNoun(above) && above?.features.case === 'Nom';
  return isOfHolder && isHolder && tokens[name]?.features.case === 'Nom' ? token.head : at;
}

/**
 * «послом в Перу» of «главой порта и послом в Перу Иваном Дубовым»: the next post of a row, joined by «и» behind what completes
 * the first.
 */
function nextOfRow(tokens: readonly Token[], at: number, name: number): number | null {
  for (let i = at + 3; i < name; i++) {
    const next = tokens[i];
    if (next?.head !== at || next.relation !== 'conj' || !isPersonNoun(next)) continue;
    const joint = startOfModifiers(tokens, i) - 1;
    const isOneCase = next.features.case === tokens[at]?.features.case;
    if (isOneCase && joint > at + 1 && tokens[joint]?.norm === 'и') return i;
  }
  return null;
}

/** The name that hangs on the first post of the row that a noun ends. */
function nameOfRow(tokens: readonly Token[], at: number): number | null {
  const first = tokens[at]?.head ?? -1;
  const name = tokens[at]?.relation === 'conj' ? nameOn(tokens, first) : null;
  return name !== null && nextOfRow(tokens, first, name) === at ? name : null;
}

function isPersonNoun(token: Token | undefined): boolean {
  return token?.pos === 'NOUN' && token.features.animacy === 'Anim';
}

/** First token of the person's name that hangs on a noun as an apposition with no comma between. */
function nameOn(tokens: readonly Token[], at: number): number | null {
  for (let i = at + 1; i < Math.min(tokens.length, at + 16); i++) {
    const token = tokens[i];
    if (!token || token.text === ',' || token.pos === 'PUNCT') return null;
    const isName = token.pos === 'PROPN' && token.features.animacy === 'Anim' && /^\p{Lu}\p{Ll}/u.test(token.text);
    if (isName && (isApposition(token, at) || isTwin(token, tokens[at]))) return i;
    if (!isUnder(tokens, i, at)) return null;
  }
  return null;
}

function isApposition(token: Token, at: number): boolean {
  return token.head === at && /^(?:appos|flat)/u.test(token.relation);
}

/** Parsers often hang the post and the name side by side on the verb. */
function isTwin(token: Token, post: Token | undefined): boolean {
  return (
    post !== undefined &&
    token.head === post.head &&
    token.relation === post.relation &&
    token.features.case !== undefined &&
    token.features.case === post.features.case
  );
}

function formOf(tokens: readonly Token[], from: number, to: number): Found['form'] {
  return hasName(tokens, from, to) ? 'name' : 'description';
}

const personal = new Set(['он', 'она', 'они', 'оно', 'его', 'ее', 'их']);

function isPersonal(token: Token): boolean {
  return (token.pos === 'PRON' || token.pos === 'DET') && (personal.has(token.lemma) || personal.has(token.norm));
}

/** «с другой стороны», «со всех сторон»: no party. */
function isAdverbial(tokens: readonly Token[], token: Token, at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 3), at);
  return (
    token.features.case === 'Gen' &&
    before.some((one) => one.norm === 'с' || one.norm === 'со') &&
    before.some((one) => one.lemma === 'весь' || one.lemma === 'разный' || one.lemma === 'другой')
  );
}

function describe(
  tokens: readonly Token[],
  token: Token,
  at: number,
  nouns: ReadonlySet<string>,
  kind: Found['kind'],
): Found | null {
  if (!nouns.has(token.lemma) || token.features.number === 'Plur' || token.pos === 'PROPN') return null;
  // «компании «Заря»» has its title after it, whatever the parser calls it; «совет партии» is more than a noun.
  const isTitled = quotationAfter(tokens, at + 1) > at + 1;
  const hasMore = tokens.some((one, i) => i > at && one.head === at && one.relation.startsWith('nmod'));
  if (hasMore && !isTitled) return null;
  const from = startOfModifiers(tokens, at);
  if (at - from > 2 || isNone(tokens, from, at)) return null;
  // «Белорусское телеграфное агентство» is a name, left to the tagger.
  if (tokens.slice(Math.max(from, 1), at + 1).some((one) => /^\p{Lu}/u.test(one.text))) return null;
  return { from, to: at + 1, kind, form: 'description' };
}

/** «три государства» are no one of them, «во главе с послом» is nobody, «первая партия грузовиков» is no body. */
function isNone(tokens: readonly Token[], from: number, at: number): boolean {
  const lemma = tokens[at]?.lemma;
  const before = tokens.slice(from, at);
  if (before.some((one) => one.pos === 'NUM' && one.lemma !== 'один')) return true;
  if (lemma === 'глава' && tokens[at - 1]?.norm === 'во') return true;
  return lemma === 'партия' && before.some((one) => batchAdjectives.has(one.lemma));
}

function hasName(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from];
  // «Женевские соглашения» from a place; otherwise a capital that only opens the sentence names nothing.
  if (first && to > from + 1 && /^\p{Lu}.*[сц]к\p{Ll}+$/u.test(first.text) && first.pos === 'ADJ') return true;
  return tokens.slice(Math.max(from, 1), to).some((one) => /^\p{Lu}|^[«"„]$/u.test(one.text));
}

/** «… о гарантиях»: a complement after the noun. */
function hasTopic(tokens: readonly Token[], at: number, to: number): boolean {
  return tokens.slice(at + 1, to).some((one) => one.pos === 'ADP' && one.norm !== 'с' && one.norm !== 'со');
}
