import type { Mention, Token } from '../../analysis.ts';
import { genderIn, type Gender } from '../names/person-name.ts';
import type { Resolution } from './drafts.ts';
import { chainOf } from './drafts.ts';

/** Where somebody stands whom the text does not name. */
export interface Unnamed extends Pick<Mention, 'start' | 'sentence' | 'head'> {
  readonly gender: Gender;
  /** What is taken off his weight: the text rather goes on about whom it names, until a pronoun has gone on about him. */
  readonly doubt: number;
  /** «адвокат посла сказал, что его клиент …»: an office, whose own words in the same sentence go on about another. */
  readonly isOffice: boolean;
}

const doubt = 0.4;
/** Of an office that has said something: «посол заявил … Он отметил». */
const doubtOfOffice = 0.2;

/**
 * Who speaks without a name, for pronouns that mean nobody who has one: «источник в порту сообщил», «по словам очевидца», «один из
 * участников сказал», «посол Перу заявил». In the order of the text; whom a resolver has found to be somebody with a name is left out.
 */
export function findUnnamed(it: Resolution): readonly Unnamed[] {
  const known = new Set(it.mentions.flatMap((one, i) => (chainOf(it, i) >= 0 ? `${one.sentence} ${one.head}` : [])));
  const posts = new Set(it.mentions.flatMap((one) => (one.kind === 'post' ? [`${one.sentence} ${one.head}`] : [])));
  return it.sentences.flatMap(({ index, tokens }) =>
    tokens.flatMap((token, head): readonly Unnamed[] => {
      const gender = genderIn(token.features);
      if (gender === null || token.features.number === 'Plur' || !speaks(token, tokens[token.head])) return [];
      const place = `${index} ${head}`;
      if (known.has(place)) return [];
      const isOneOf = token.lemma === 'один' && tokens[head + 1]?.norm === 'из';
      const isNameless = nameless.has(token.lemma) || isOneOf;
      const isOffice = !isNameless && posts.has(place) && saysSo(tokens, token.head);
      if (!isNameless && !isOffice) return [];
      const weight = isOffice ? doubtOfOffice : doubt;
      return [{ start: token.start, sentence: index, head, gender, doubt: weight, isOffice }];
    }),
  );
}

/** Whether somebody is the subject, or stands under «по словам». */
function speaks(token: Token, above: Token | undefined): boolean {
  return token.relation.startsWith('nsubj') || (token.relation === 'nmod' && saying.has(above?.lemma ?? ''));
}

/** «заявил, что», «„…“, — сказал», «как сообщил»: a verb with what is said. */
export function saysSo(tokens: readonly Token[], verb: number): boolean {
  const isSaid = ({ head, relation, norm }: Token): boolean =>
    head === verb && (/^(?:ccomp|parataxis)/u.test(relation) || (relation === 'mark' && norm === 'как'));
  return tokens[verb]?.relation.startsWith('parataxis') === true || tokens.some(isSaid);
}

/** «по его словам», «по мнению посла» */
export const saying: ReadonlySet<string> = new Set(['слово', 'мнение', 'сообщение', 'утверждение', 'оценка']);

/** Who speaks in the news without a name. */
const nameless: ReadonlySet<string> = new Set([
  'источник',
  'собеседник',
  'собеседница',
  'очевидец',
  'свидетель',
  'эксперт',
  'аналитик',
  'специалист',
  'чиновник',
  'представитель',
  'представительница',
  'сотрудник',
  'участник',
  'дипломат',
]);
