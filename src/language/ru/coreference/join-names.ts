import type { Mention, MentionKind, Token } from '../../analysis.ts';
import { bodies, bodyByKey, stateByKey, states } from '../gazetteer/gazetteer.ts';
import { ministries } from './ministries.data.ts';
import type { Draft, Resolution } from './drafts.ts';
import { stemOf } from '../names/person-name.ts';
import { addDraft, chainOf, createDraft, lastChain, link, mentionsWithin, tokensOf } from './drafts.ts';

const stateByName = new Map(states.map((state) => [state.name, state.key]));
const bodyByName = new Map(bodies.map((body) => [body.name, body.key]));
const capitalByName = new Map(
  states.flatMap((state) => (state.capital && state.kind !== 'former' ? [[state.capital, state] as const] : [])),
);

/** States and international bodies that the gazetteers know, by key: «Российская Федерация», «РФ», «российский» are one. */
export function joinKnown(it: Resolution): void {
  for (const [i, mention] of it.mentions.entries()) {
    if (mention.form !== 'name') continue;
    const key =
      mention.kind === 'state'
        ? stateByName.get(mention.name)
        : mention.kind === 'organisation'
          ? bodyByName.get(mention.name)
          : undefined;
    if (key === undefined) continue;
    link(it, i, chainOfKnown(it, key), mention.why);
  }
}

/** The chain of a key of the gazetteers; made where the document has not named it so far. */
export function chainOfKnown(it: Resolution, key: string): number {
  const found = it.drafts.findIndex((draft) => draft.known === key && draft.kind !== 'place');
  if (found >= 0) return found;
  const kind = stateByKey.has(key) ? 'state' : 'organisation';
  const name = stateByKey.get(key)?.name ?? bodyByKey.get(key)?.name ?? key;
  return addDraft(it, createDraft(kind, name, key));
}

/** The state of a capital: «Минск» → Беларусь; `null` for another town. */
export function stateOfCapital(name: string): string | null {
  return capitalByName.get(name)?.key ?? null;
}

const nameKinds: ReadonlySet<MentionKind> = new Set([
  'organisation',
  'place',
  'state',
  'facility',
  'agreement',
  'exercise',
  'equipment',
  'event',
  'other',
]);

/** Other names: the same words in any case, a quoted title, an abbreviation in brackets, a name cut short. */
export function joinNames(it: Resolution): void {
  for (const [i, mention] of it.mentions.entries()) {
    const outer = outerOfSameHead(it, mention);
    if (outer >= 0) {
      link(it, i, chainOf(it, outer), 'the same, cut short');
      continue;
    }
    if (mention.form !== 'name' || !nameKinds.has(mention.kind) || chainOf(it, i) >= 0) continue;
    const keys = keysOf(it, mention);
    const other = knownAbbreviationAfter(it, mention) ?? ownSpellingOf(it, mention);
    if (other !== null) {
      for (const key of keys) it.drafts[other.chain]?.keys.add(key);
      link(it, i, other.chain, other.why);
      continue;
    }
    const same = lastChain(
      it,
      Infinity,
      (draft) =>
        (draft.kind === mention.kind || isHouse(draft.kind, mention)) && keys.some((key) => isKeyOf(draft, key)),
    );
    const short =
      same >= 0
        ? -1
        : lastChain(
            it,
            mention.start,
            (draft) => (draft.kind === mention.kind && isShortFor(keys, draft)) || isHonouredAcronym(mention, draft),
          );
    const long = same >= 0 || short >= 0 ? -1 : longFor(it, mention);
    const chain = [same, short, long].find((one) => one >= 0) ?? addNamed(it, mention);
    for (const key of keys) it.drafts[chain]?.keys.add(key);
    const abbreviation = isPartOfAnother(wordsOf(it, mention)) ? null : abbreviationAfter(it.text, mention.stop);
    if (abbreviation) it.drafts[chain]?.keys.add(normalise(abbreviation));
    link(it, i, chain, same >= 0 ? 'same name' : short >= 0 ? `short for ${it.drafts[short]?.name ?? ''}` : 'name');
  }
}

/**
 * «Народная палата Перу» after «Народная палата», «Газпорт Перу» after «Газпорт»: the chain of the name that now has its state beside it,
 * -1 where there is none. A «МИД», a «ЦИК» may be of any state.
 */
function longFor(it: Resolution, mention: Mention): number {
  const words = tokensOf(it, mention).filter(({ kind }) => kind === 'word');
  const state = it.mentions.find(
    (one) => one.kind === 'state' && one.stop === mention.stop && one.start > mention.start && one.form === 'name',
  );
  const own = words.filter(({ stop }) => stop < (state?.start ?? 0));
  const isCapital = /^\p{Lu}\p{Ll}/u.test(own[0]?.text ?? '') && mention.kind === 'organisation';
  if (!isCapital || own.some(({ text, lemma }) => expandMinistry(text, lemma) !== lemma)) return -1;
  const key = normalise(own.map(({ lemma }) => lemma).join(' '));
  return lastChain(
    it,
    mention.start,
    ({ kind, keys }) =>
      kind === mention.kind && keys.has(key) && ![...keys].some((other) => other.startsWith(`${key} `)),
  );
}

/** «Большой театр» is the body and its house: a name of several words in both senses. */
function isHouse(kind: MentionKind, mention: Mention): boolean {
  const kinds = new Set([kind, mention.kind]);
  return kinds.has('facility') && kinds.has('organisation') && mention.name.includes(' ');
}

/**
 * Whether a name with this key is that of the draft. Initials are a key where one of the two is written so: «Дорожная служба Перу»
 * and «Дорожная служба Чили» are no «ДС» both.
 */
function isKeyOf({ keys }: Draft, key: string): boolean {
  return key.startsWith(initialsMark)
    ? keys.has(key.slice(initialsMark.length))
    : keys.has(key) || keys.has(initialsMark + key);
}

const initialsMark = 'initials: ';

function addNamed(it: Resolution, mention: Mention): number {
  const known = mention.kind === 'place' ? (capitalByName.get(mention.name)?.capitalKey ?? null) : null;
  return addDraft(it, createDraft(mention.kind, mention.name, known));
}

/** «Организация по запрещению оружия (ОЗХО)»: the chain of the listed body whose abbreviation stands in brackets behind. */
function knownAbbreviationAfter(it: Resolution, mention: Mention): OtherName | null {
  const short = abbreviationAfter(it.text, mention.stop);
  if (mention.kind !== 'organisation' || short === null) return null;
  const at = it.text.indexOf(short, mention.stop);
  const chain = chainOf(
    it,
    it.mentions.findIndex((one) => one.start === at && one.kind === mention.kind),
  );
  return chain < 0 || it.drafts[chain]?.known === null ? null : { chain, why: `long for ${short}` };
}

/** «Комитет друзей моря (КДМ) (Friends of the Sea)»: the name in the letters of another language. */
function ownSpellingOf(it: Resolution, mention: Mention): OtherName | null {
  if (mention.kind !== 'organisation' || !/^[\p{Script=Latin}\s'&.-]+$/u.test(mention.name)) return null;
  const before = it.mentions.findIndex(
    (one) =>
      one.kind === mention.kind &&
      one.form === 'name' &&
      /^\p{Script=Cyrillic}/u.test(one.name) &&
      /^\s?(?:\([^()]{2,15}\)\s?)?\((?:англ\.\s)?$/u.test(it.text.slice(one.stop, mention.start)),
  );
  const chain = chainOf(it, before);
  return chain < 0 ? null : { chain, why: 'the name in its own letters' };
}

/** Why a mention is in the chain of another name. */
interface OtherName {
  readonly chain: number;
  readonly why: string;
}

/**
 * «ГАДТ» after «Драматический театр»: the full name has honours that the everyday one leaves out (государственный, академический,
 * российский, национальный, федеральный).
 */
function isHonouredAcronym(mention: Mention, draft: Draft): boolean {
  const words = draft.name.split(' ');
  if (draft.kind !== 'organisation' && draft.kind !== 'facility') return false;
  if (mention.kind !== 'organisation' || words.length < 2 || !/^\p{Lu}{3,6}$/u.test(mention.name)) return false;
  const tail = words.map((word) => word.charAt(0).toUpperCase()).join('');
  return mention.name.endsWith(tail) && /^[ГАРНФ]+$/u.test(mention.name.slice(0, -tail.length));
}

/** «Федеральная служба по военно-техническому сотрудничеству (ФСВТС)», «… (далее — Договор)» */
function abbreviationAfter(text: string, stop: number): string | null {
  return (
    /^\s?\((?:далее\s?[—–-]\s?)?[«"]?(?<short>\p{Lu}[\p{L}\d-]{1,14})[»"]?[),;]/u.exec(text.slice(stop, stop + 40))
      ?.groups?.['short'] ?? null
  );
}

/**
 * What a name is found again by: its lemmas (a state in it by its name, a ministry by its long form), in any order, its
 * initials, its quoted title, and for one word the word without its ending.
 */
function keysOf(it: Resolution, mention: Mention): readonly string[] {
  const tokens = tokensOf(it, mention);
  const words = wordsOf(it, mention);
  const within = mentionsWithin(it, mention).flatMap((i) => {
    const one = it.mentions[i];
    return one?.kind === 'state' ? [one] : [];
  });
  const lemmas = words.map((token) => {
    const state = within.find((one) => one.start <= token.start && token.stop <= one.stop);
    return normalise(state ? state.name : expandMinistry(token.text, token.lemma));
  });
  const keys = [lemmas.join(' '), normalise(mention.name), `in any order: ${[...lemmas].sort().join(' ')}`];
  const title = quotedTitle(tokens);
  if (title && mention.kind !== 'agreement') keys.push(title);
  if (mention.kind === 'organisation') {
    // «СК» of the «Следственный комитет Перу»
    const own = words.filter((token) => !within.some((one) => one.start <= token.start && token.stop <= one.stop));
    const initials = [...initialsOf(words).filter((letters) => letters.length > 2), ...initialsOf(own)];
    keys.push(...initials.map((letters) => initialsMark + letters), ...blendsOf(words));
    const capital = words.findIndex((token) => /^\p{Lu}/u.test(token.text));
    const bare = lemmas.slice(capital);
    // «правый Народный фронт» is the «Народный фронт», a «пресс-служба МИД» no «МИД»
    const isOfAnother =
      words.slice(0, capital).some(isNoun) &&
      it.mentions.some((one) => one.kind === mention.kind && one.start === words[capital]?.start);
    if (!isOfAnother && bare.length > 1 && bare.length < lemmas.length) keys.push(bare.join(' '));
    const called = ownNameOf(words);
    if (called) keys.push(called);
  }
  const [only, second] = words;
  if (only && !second && only.text.length > 5) keys.push(`stem: ${stemOf(only.text)}`);
  return [...new Set(keys)];
}

function wordsOf(it: Resolution, mention: Mention): readonly Token[] {
  return tokensOf(it, mention).filter((token) => token.kind === 'word' || token.kind === 'number');
}

/** «пресс-служба МИД» is no «МИД», nor is it what brackets behind it shorten; «партия Народный фронт» is the front. */
function isPartOfAnother(words: readonly Token[]): boolean {
  const capital = words.findIndex((token) => /^\p{Lu}/u.test(token.text));
  const { case: form } = words[capital]?.features ?? {};
  return words.slice(0, Math.max(capital, 0)).some(isNoun) && form !== 'Nom' && form !== 'Acc';
}

/** «завод «Заря»» → «заря»; not of «филиал «Зари»», where the name in the genitive is another's. */
function quotedTitle(tokens: readonly Token[]): string | null {
  const open = tokens.findIndex((token) => /^[«"„“]$/u.test(token.text));
  const first = tokens[open + 1];
  if (open < 0 || !first) return null;
  const isOwn =
    open === 0 || first.features.case === undefined || first.features.case === 'Nom' || first.lemma === first.norm;
  if (!isOwn) return null;
  const words = tokens.slice(open + 1).filter((token) => token.kind === 'word' || token.kind === 'number');
  return words.length > 0 ? normalise(words.map((token) => token.lemma).join(' ')) : null;
}

/** «Федеральная служба по военно-техническому сотрудничеству» → «фсвтс»; «Движение против шума» → also «дпш» */
function initialsOf(words: readonly Token[]): readonly string[] {
  if (words.length < 2) return [];
  const initials = (tokens: readonly Token[]): string =>
    tokens
      .flatMap((token) => token.norm.split('-'))
      .map((part) => part.charAt(0))
      .join('');
  const full = words.filter((token) => token.pos !== 'ADP' && token.pos !== 'CCONJ');
  const withPrepositions = words.filter((token) => token.pos !== 'CCONJ' && token.text.length > 2);
  return [initials(full), initials(withPrepositions)];
}

/** «международная федерация ФИМО» → «фимо», «центр Лугово» → «лугово»; of «совет ФИМО» it is another's. */
function ownNameOf(words: readonly Token[]): string | null {
  const last = words.at(-1);
  const noun = words.at(-2);
  if (!last || noun?.pos !== 'NOUN') return null;
  const isCalled = calledByName.has(noun.lemma);
  // «федерация плавания ФИМО»: whose letters it has, beside the nouns between
  const isAcronym = /^\p{Lu}{2,8}$/u.test(last.text) && (isCalled || calledByName.has(words.find(isNoun)?.lemma ?? ''));
  // a name that shows no case: in the nominative beside a noun that is not
  const isUninflected = /^\p{Lu}\p{Ll}/u.test(last.text) && last.lemma === last.norm && noun.features.case !== 'Nom';
  return isAcronym || (isCalled && isUninflected) ? normalise(last.text) : null;
}

function isNoun({ pos }: Token): boolean {
  return pos === 'NOUN';
}

/** «Национальный фронт» → «нацфронт», «центральный банк» → «центробанк»: the first letters of an adjective, joined to the noun. */
function blendsOf(words: readonly Token[]): readonly string[] {
  const [adjective, noun, other] = words;
  if (adjective?.pos !== 'ADJ' || noun?.pos !== 'NOUN' || other) return [];
  return [3, 4, 5].flatMap((n) =>
    ['', 'о'].map((vowel) => normalise(adjective.lemma.slice(0, n) + vowel + noun.lemma)),
  );
}

/** Nouns beside which a name is the body's own. */
const calledByName = new Set([
  'федерация',
  'организация',
  'компания',
  'корпорация',
  'фонд',
  'агентство',
  'группа',
  'группировка',
  'альянс',
  'блок',
  'холдинг',
  'концерн',
  'движение',
  'ассоциация',
  'союз',
  'центр',
]);

function normalise(words: string): string {
  return words
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .trim();
}

function expandMinistry(text: string, lemma: string): string {
  return longForms.get(text.toLowerCase()) ?? longForms.get(lemma) ?? lemma;
}

const longForms: ReadonlyMap<string, string> = new Map(Object.entries(ministries));

/** «МИД» in «МИД России», «Федеральная служба» in «Федеральная служба по надзору»: the longer mention around it; -1. */
function outerOfSameHead(it: Resolution, mention: Mention): number {
  return it.mentions.findIndex(
    (one) =>
      one !== mention &&
      one.kind === mention.kind &&
      one.form === 'name' &&
      one.start === mention.start &&
      one.stop > mention.stop &&
      one.head === mention.head,
  );
}

/** «МИД» after «МИД России», «Совбез» after «Совет Безопасности Беларуси»: the beginning of a name that was given before. */
function isShortFor(keys: readonly string[], draft: Draft): boolean {
  if (draft.kind === 'agreement')
    return keys.some((key) => [...draft.keys].some((other) => isSameAgreement(key, other)));
  return keys.some((key) => key.length > 2 && [...draft.keys].some((other) => other.startsWith(`${key} `)));
}

/**
 * «межгосударственный договор о дружбе», «договор между Перу и Чили о дружбе»: parties aside, one goes on where the other
 * ends. «договор о взаимной помощи в этой сфере» leaves to the words before what it is about.
 */
function isSameAgreement(a: string, b: string): boolean {
  const [short = '', long = ''] = [ownWords(a), ownWords(b)].sort((x, y) => x.length - y.length);
  return short.includes(' ') && ` ${long} `.includes(` ${short} `);
}

function ownWords(key: string): string {
  return key
    .replace(/ (?:в|по) (?:этот|данный) \p{L}+$/u, '')
    .split(' ')
    .filter((word) => word !== 'между' && word !== 'и' && !stateWords.has(word) && !mutual.has(word))
    .join(' ');
}

/** Said of any agreement of two states. */
const mutual = new Set(['двусторонний', 'межгосударственный', 'межправительственный', 'взаимный', 'совместный']);

const stateWords = new Set(states.map((state) => state.name.toLowerCase()));
