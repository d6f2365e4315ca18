import { numbersOf, sameStem, stemOf, stemsOf, wordsOf, yearsOf } from './name-key.ts';
import { abbreviationsIn, firstLetters } from './name-words.ts';

/** What tells one agreement from another by name. */
export interface AgreementWords {
  /** Class of the noun: `treaty` for «договор», «соглашение»; `null` for «документ», which may be any. */
  readonly kind: string | null;
  /** It has a noun of agreements: «инициатива о дружбе» has none. */
  readonly isNamed: boolean;
  /** Stems of what it is about. */
  readonly content: readonly string[];
  /** Of these, without adjectives: «о военном сотрудничестве» is about «сотрудничеств». */
  readonly nouns: readonly string[];
  /** Of these, those that a capital makes names: «сырдар» of «соглашение о водах Сырдарьи». */
  readonly names: readonly string[];
  readonly numbers: readonly string[];
  readonly years: readonly string[];
  /** «СНВ», «ДНЯО», in lower case. */
  readonly marks: readonly string[];
  /** The first letters of its words in their order, the noun among them: «дняо» of «договор о нераспространении ядерного оружия». */
  readonly initials: string;
  /** It has a number or holds a name («Лесканское соглашение», «договор о Варонском проливе») beside those of parties; else any states may have one. */
  readonly isProper: boolean;
  /** Nothing but a noun: «документ», «этот договор». */
  readonly isBare: boolean;
}

/**
 * Takes the name of an agreement apart. «проект договора между А и Б о дружбе» → treaty about «дружб»: a draft and what
 * comes of it are one agreement, and the parties are told by claims, not by the name.
 */
export function agreementWords(name: string): AgreementWords {
  const about = name.replaceAll(partyPhrase, ' ').replaceAll(nationalPair, ' ').replace(bareParties, ' ');
  const numbers = numbersOf(name);
  const content = stemsOf(about.replaceAll(peaceful, 'мира')).filter(
    (s) => !(s in kinds) && !empty.has(s) && !/\d/u.test(s),
  );
  const kindNames = stemsOf(name).flatMap((s) => (s in kinds ? [kinds[s] ?? null] : []));
  const kind = kindNames.find((k) => k !== null) ?? null;
  const adjectives = new Set(wordsOf(about).flatMap((word) => (adjective.test(word) ? stemOf(word) : [])));
  return {
    kind,
    isNamed: kindNames.length > 0,
    content,
    nouns: content.filter((stem) => !adjectives.has(stem)),
    names: namesIn(about).filter((stem) => content.includes(stem)),
    numbers,
    years: yearsOf(name),
    marks: abbreviationsIn(about).filter((mark) => mark.length > 2),
    initials: firstLetters(about),
    isProper: numbers.length > 0 || properName.test(about.trim()),
    isBare: content.length === 0 && numbers.length === 0,
  };
}

/** «договор о СНВ» and «договор о сокращении наступательных вооружений»: the letters of the one, and nothing in it that the other lacks. */
export function spellsOut(short: AgreementWords, long: AgreementWords): boolean {
  const mark = short.marks.find((letters) => long.initials.includes(letters));
  if (mark === undefined) return false;
  const others = short.content.filter((word) => word !== stemOf(mark));
  return others.every((word) => long.content.includes(word));
}

/** «договор о водах Талы» and «договор о водах Лесны»: each is of what the other does not name. */
export function areOfOtherNames(a: AgreementWords, b: AgreementWords): boolean {
  // «Договор о Прочном Партнёрстве»: where all words have capitals, these make no names.
  const isTold = ({ names, content }: AgreementWords) => names.length > 0 && names.length < content.length;
  return isTold(a) && isTold(b) && !a.names.some((one) => b.names.some((other) => sameStem(one, other)));
}

function namesIn(about: string): readonly string[] {
  return (about.match(/(?<=\s[«"„“]?)\p{Lu}\p{Ll}[\p{L}-]*/gu) ?? []).flatMap(stemsOf);
}

/** Names of the parties that an agreement's name gives: «договор между Варонией и Мередией» → the two, in their case. */
export function partiesInName(name: string): readonly string[] {
  const phrases = name.match(partyPhrase) ?? [];
  return phrases.flatMap((phrase) =>
    phrase
      .replace(/^(?:между(?: \p{Ll}+)?|со?) /u, '')
      .split(/,? и(?: правительством)? |, /u)
      .filter((part) => /^\p{Lu}/u.test(part)),
  );
}

// «между Варонией и Мередией», «между правительствами Варонии и Мередии», «с Тальмаром»
const partyPhrase =
  /(?<!\p{L})(?:между(?: правительствами| правительством| странами| государствами)? \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*(?:,? и(?: правительством)? \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*)?|со? \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*)/gu;

// «соглашение о границе между двумя странами», «договор о дружбе Варонии и Мередии»
const bareParties =
  / (?:между(?: двумя| обеими)? (?:странами|государствами|республиками|сторонами)|(?:двух|обеих|обоих) (?:стран|государств|республик)|\p{Lu}\p{Ll}+[ыия] и \p{Lu}\p{Ll}+[аыия])$/u;

// «о военном», «о всеобъемлющем», «о торговой», «о взаимных»
const adjective = /(?:ом|ем|ой|ей|ых|их|ого|его)$/u;

// «мирное соглашение» is one «об установлении мира»
const peaceful = /(?<!\p{L})мирн\p{L}{2,3}(?= (?:догово|соглаш))/giu;

// «варонско-мередийский договор»
const nationalPair = /(?<!\p{L})\p{L}+ск[оа]-\p{L}+ск\p{L}{2,3}(?!\p{L})/gu;

// «договор о Варонском проливе», «ДНЯО», «Лесканское соглашение»; not «Мирный договор», «Политическое соглашение» at the head of a sentence
const properName = /(?<=.)\p{Lu}|^\p{Lu}\p{Ll}+(?<!иче)ск(?:ий|ая|ое|ие)(?!\p{L})/u;

/** Nouns of agreements by their stems; those of one class may name one paper. */
const kinds: Readonly<{ [stem: string]: string | null }> = Object.fromEntries(
  (
    [
      ['treaty', 'договор соглашение пакт конвенция трактат контракт сделка'],
      ['memorandum', 'меморандум'],
      ['protocol', 'протокол'],
      ['declaration', 'декларация заявление коммюнике'],
      ['plan', 'план программа концепция стратегия карта мероприятие шаг мера'],
      ['ceasefire', 'перемирие'],
      ['law', 'закон законопроект постановление указ директива решение резолюция'],
      [null, 'документ договоренность акт проект черновик текст'],
    ] as const
  ).flatMap(([kind, nouns]) => nouns.split(' ').flatMap((noun) => formsOf(noun).map((form) => [form, kind]))),
);

/** Words that any agreement may have in its name. */
const empty = new Set(
  'двусторонний межгосударственный межправительственный международный важный исторический крупный последний первый второй третий пакет серия ряд настоящий новый этот данный соответствующий совместный взаимный будущий известный подписанный дорожный сфера область страна сторона вопрос поставка'
    .split(' ')
    .flatMap(formsOf),
);

/** Stems of the forms in which a name may hold the word: nominative, genitive, plural. */
function formsOf(word: string): readonly string[] {
  const stem = stemOf(word);
  return [...new Set([stem, stemOf(`${stem}а`), stemOf(`${stem}ов`), stemOf(`${stem}ия`)])];
}
