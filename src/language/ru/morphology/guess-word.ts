import { findForms, findHash, type Dictionary } from './dictionary.ts';
import { findKnown, fits, type Match } from './find-known.ts';
import { wordFlags } from './word-analysis.ts';

/** A guessed reading with its relative weight. */
export interface Guess {
  readonly match: Match;
  readonly weight: number;
}

/**
 * Readings of a lower-case word that the dictionary does not have, by the first way that gives any: a known prefix, the
 * last part of a hyphenated word, any prefix before a known word of at least four letters together with the ending, the ending.
 */
export function guessWord(dictionary: Dictionary, word: string, isCapital: boolean): readonly Guess[] {
  const hyphen = word.lastIndexOf('-');
  if (hyphen > 0 && hyphen < word.length - 1) {
    const last = word.slice(hyphen + 1);
    const known = findKnown(dictionary, last).filter((match) => isProductive(dictionary, match));
    if (known.length > 0) return known.map((match) => prefixed(match, word.slice(0, hyphen + 1), 1));
    return guessByEnding(dictionary, last, isCapital).map(({ match, weight }) =>
      prefixed(match, word.slice(0, hyphen + 1), weight),
    );
  }
  const byPrefix = guessByPrefix(dictionary, word);
  if (byPrefix.length > 0 && !isCapital) return byPrefix;
  const byEnding = normalised(guessByEnding(dictionary, word, isCapital));
  const inside = guessByWordInside(dictionary, word);
  return [...byPrefix, ...inside, ...byEnding];
}

function normalised(guesses: readonly Guess[]): readonly Guess[] {
  const sum = guesses.reduce((total, { weight }) => total + weight, 0);
  return guesses.map(({ match, weight }) => ({ match, weight: weight / sum }));
}

function prefixed(match: Match, prefix: string, weight: number): Guess {
  return { match: { ...match, prefix: prefix + match.prefix }, weight };
}

/** «антироссийский», «супергонка», «экс-президент»: prefixes that stand before whole words. */
function guessByPrefix(dictionary: Dictionary, word: string): readonly Guess[] {
  for (const prefix of knownPrefixes) {
    if (!word.startsWith(prefix) || word.length - prefix.length < 4) continue;
    const known = findKnown(dictionary, word.slice(prefix.length)).filter((match) => isProductive(dictionary, match));
    if (known.length > 0) return known.map((match) => prefixed(match, prefix, 3 / known.length));
  }
  return [];
}

/** The longer first: «недо» before «не». */
const knownPrefixes: readonly string[] =
  'авиа авто агит агро аква анархо андро анти антропо арт архи астро аэро беспре без бес бело био бензо быстро вело ветро взаимо видео вице внегос вне внутри водо военно воздухо восьми все высоко газо галло гастро гелио гео геронто гетеро гидро гипер глав гос двадцати двух девяти демо десяти диско до древне дуго еже евро евразо жел за запад звуко зелено зоо изо инвест инди интер инфо кардио квази кибер кино компро контр космо коэ крипто ксено культур лже лево лесо лингво льно макро мало мега медиа меж между мелко мета метео метро микро мини много моно мото мульти нано нарко народно не небез недо нейро не нео ниже низко ново обер обще одно около онлайн орг орто освоб палео пан пара пере перво песо пиро по под пол поли полит полу пост право пре преди при про пром прото псевдо психо пяти радио разно рас ре рево рейд ретро реф само санаторно сверх свеже себе северо семи сельхоз семи серо слабо спец средне старо стерео стом строй суб суперсов супер съ тат теле тепло термо техно тех транс трех три турбо тяжело угле ультра фено феррум физ финанс фито фото хим холодно хоз центро чистo четырех шести широко экзо экс экспресс экстра эко электро эндо энерго эпи этно юго южно ядер'
    .split(' ')
    .sort((a, b) => b.length - a.length);

/** An unknown head of up to five letters before a known word of at least four: «росгвардия», «белтранснефть». */
function guessByWordInside(dictionary: Dictionary, word: string): readonly Guess[] {
  for (let at = 2; at <= 6 && word.length - at >= 4; at++) {
    const known = findKnown(dictionary, word.slice(at)).filter((match) => isProductive(dictionary, match));
    if (known.length > 0)
      return known.map((match) =>
        prefixed(match, word.slice(0, at), (word.length - at > 5 ? 1.5 : 0.2) / known.length),
      );
  }
  return [];
}

/** Open classes only: no pronouns, prepositions, numerals, abbreviations. */
function isProductive(dictionary: Dictionary, match: Match): boolean {
  const [tag = 0, flags = 0] = dictionary.readings[dictionary.arrays.formReadings[match.form] ?? 0] ?? [];
  return (
    /^(?:NOUN|PROPN|ADJ|VERB|ADV)$/u.test(dictionary.tags[tag]?.pos ?? '') && (flags & wordFlags.abbreviation) === 0
  );
}

function guessByEnding(dictionary: Dictionary, word: string, isCapital: boolean): readonly Guess[] {
  const guesses: Guess[] = [];
  const folded = word.replaceAll('ё', 'е');
  const { guessHashes, guessStarts, guessParadigms, guessEndings, guessWeights } = dictionary.arrays;
  for (let length = Math.min(longestEnding, word.length - 1); length >= 1; length--) {
    const place = findHash(guessHashes, folded.slice(-length));
    if (place < 0) continue;
    for (let i = guessStarts[place] ?? 0; i < (guessStarts[place + 1] ?? 0); i++) {
      const paradigm = guessParadigms[i] ?? 0;
      const ending = guessEndings[i] ?? 0;
      const suffix = dictionary.endings[ending]?.suffix ?? '';
      const cut = word.length - suffix.length;
      if (cut < 2 || !folded.endsWith(suffix.replaceAll('ё', 'е')) || !fits(word, cut, suffix)) continue;
      const weight = 2 ** ((guessWeights[i] ?? 0) / 16);
      const stem = word.slice(0, cut);
      for (const form of findForms(dictionary, paradigm, ending)) {
        guesses.push({
          match: { prefix: '', stem, paradigm, form, seen: 1 },
          weight: weight * capitalFactor(dictionary, form, isCapital),
        });
      }
    }
    if (guesses.length > 0 && (!isCapital || guesses.some(({ match }) => isNameForm(dictionary, match.form))))
      return guesses;
  }
  return guesses;
}

const longestEnding = 6;

/** A capital makes a name likelier by as much as a small letter makes it unlikelier. */
function capitalFactor(dictionary: Dictionary, form: number, isCapital: boolean): number {
  return isNameForm(dictionary, form) === isCapital ? 20 : 1;
}

function isNameForm(dictionary: Dictionary, form: number): boolean {
  const reading = dictionary.readings[dictionary.arrays.formReadings[form] ?? 0];
  return dictionary.tags[reading?.[0] ?? 0]?.pos === 'PROPN';
}
