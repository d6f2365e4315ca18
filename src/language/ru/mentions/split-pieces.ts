import type { Span } from '../../../model/span.ts';
import type { Token } from '../../analysis.ts';

/** What the tagger reads as one word: a token, or a part of one. */
export interface Piece extends Span, Pick<Token, 'text' | 'pos' | 'features' | 'relation'> {
  /** Index of the first piece of the token's head, -1 for the root. */
  readonly head: number;
  /** Index of its token in the sentence. */
  readonly token: number;
  /** Whether letters or digits of the token stand before it or after it. */
  readonly isPart: boolean;
}

/**
 * The tokens of a sentence as the tagger reads them: those that may hold a name and something beside it are cut up, since a
 * corpus marks «президент» inside «экс-президент» and «2031» inside «Игры-2031».
 */
export function splitPieces(tokens: readonly Token[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const cutsOf = tokens.map(({ text }, at) => findCuts(text, at === tokens.length - 1));
  const firsts: number[] = [];
  let count = 0;
  for (const cuts of cutsOf) {
    firsts.push(count);
    count += cuts.length + 1;
  }
  for (const [token, { text, start, pos, features, relation, head: own }] of tokens.entries()) {
    const head = own < 0 ? -1 : (firsts[own] ?? -1);
    const cuts = cutsOf[token] ?? none;
    const isPart = cuts.some((cut) => /[\p{L}\p{N}]/u.test(text.slice(cut)));
    let from = 0;
    for (let k = 0; k <= cuts.length; k++) {
      const to = cuts[k] ?? text.length;
      pieces.push({
        text: text.slice(from, to),
        start: start + from,
        stop: start + to,
        pos,
        features,
        relation,
        head,
        token,
        isPart,
      });
      from = to;
    }
  }
  return pieces;
}

/** Lower-case words joined by hyphens, the first of them perhaps a name: «пилот-инструктор», «польско-чешский», «IT-компания». */
const compound = /^(?:\p{L}{3,}|\p{Lu}{2,})(?:-\p{Ll}{3,})+$/u;
/** First parts that make one word with what follows: «премьер-министр», «вице-премьер», «северо-западный», «торгово-промышленный». */
const boundFirst =
  /^(?:премьер|вице|пресс|генерал|контр|штаб|топ|бизнес|рок|поп|социал|полу|кое|санкт|нью|сан|лос|алма|улан|усть|ново|старо|северо|южно|западно|восточно|юго|центрально|военно|торгово|научно|учебно|материально|оперативно|нервно)-/iu;
/** «кому-нибудь» */
const boundLast = /-(?:либо|нибудь|таки)$/u;
/** «Игры-2031» */
const withYear = /^\p{L}+-(?:19|20)\d\d$/u;
/** «4:0» */
const score = /^\d{1,3}:\d{1,3}$/u;
/** «в 2031 г.» at the end: the full stop closes the sentence too. */
const stopped = /^\p{L}{1,5}\.$/u;

/** Offsets at which a token is cut, none for most; marks between the parts stand alone. */
function findCuts(text: string, isLast: boolean): readonly number[] {
  if (isLast && stopped.test(text)) return [text.length - 1];
  if (text.includes(':')) return score.test(text) ? around(text, /:/gu) : none;
  const isCut = text.includes('-') && (withYear.test(text) || isCompound(text));
  return isCut ? around(text, /-/gu) : none;
}

const none: readonly number[] = [];

function isCompound(text: string): boolean {
  return compound.test(text) && !boundFirst.test(text) && !boundLast.test(text);
}

function around(text: string, mark: RegExp): readonly number[] {
  return [...text.matchAll(mark)].flatMap(({ index }) => [index, index + 1]);
}
