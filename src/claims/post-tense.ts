import type { Token } from '../language/analysis.ts';
import type { PositionClaim } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import { toClaimTime } from './claim-time.ts';
import { isPastDay } from './clause-time.ts';
import type { Reading } from './reading.ts';
import { isFullParticiple, type Tree } from './tree.ts';

type Tense = PositionClaim['tense'];

/** Words before or within a post that say whether it is held, was held or is taken up; lemma-like stems of a whole word. */
const tenseWords: readonly (readonly [tense: Tense, words: RegExp])[] = [
  // «бывший министр», «экс-посол», «тогдашний премьер»
  [
    'former',
    /^(?:бывш\p{L}+|экс|экс-[\p{L}-]+|тогдашн\p{L}+|прежн\p{L}+|предыдущ\p{L}+|отставн\p{L}+|покойн\p{L}+|уволенн\p{L}+|свергнут\p{L}+|отстраненн\p{L}+|смещенн\p{L}+|низложенн\p{L}+)$/u,
  ],
  // «новый посол», «избранный президент», «назначен министром»
  [
    'new',
    /^(?:нов(?:ый|ая|ого|ой|ому|ым|ом|ую|ые|ых)|новоизбранн\p{L}+|избран\p{L}*|назначен\p{L}*|назначил\p{L}*|избрал\p{L}*|новоназначенн\p{L}+)$/u,
  ],
];

/** Whether a post is held, was held or is taken up, by the years behind it, the words in it and the two before it. */
export function readPostTense(reading: Reading, tree: Tree, post: Span): Tense {
  if (hasEnded(reading, tree, post)) return 'former';
  const first = tree.tokens.findIndex((t) => t.start >= post.start);
  const words = [
    ...tree.tokens.slice(Math.max(0, first - 2), first),
    ...tree.tokens.filter((t) => t.start >= post.start && t.stop <= post.stop),
  ];
  const noun = tree.tokens.find((t) => t.start >= post.start && t.stop <= post.stop && t.pos === 'NOUN');
  // «назначен заместитель министра», «о назначении дипломата Верди послом»: to something else
  const isOfPost = (t: Token): boolean =>
    (t.pos !== 'VERB' && t.pos !== 'NOUN') ||
    isFullParticiple(t) ||
    (t.pos === 'NOUN' && t.features.animacy === 'Anim') ||
    noun?.features.case === 'Ins';
  for (const [tense, pattern] of tenseWords) {
    if (words.some((t) => pattern.test(t.norm) && !isOfAnother(t, noun) && t.stop >= post.start - 12 && isOfPost(t)))
      return tense;
  }
  return 'current';
}

/** «бывшего олигарха президенту»: an adjective in another case than the post. */
function isOfAnother({ pos, features }: Token, post: Token | undefined): boolean {
  const [own, other] = [features.case, post?.features.case].map((one) => (one === 'Acc' ? 'Gen' : one));
  return pos === 'ADJ' && own !== undefined && other !== undefined && own !== other && own !== 'Nom' && other !== 'Nom';
}

/** «премьер Варонии в 1988—1998 годах», «мэр с 1986 по 1992 год»: years right behind a post, the last of them over. */
function hasEnded(reading: Reading, tree: Tree, post: Span): boolean {
  return (reading.times[tree.sentence.index] ?? []).some(({ expression }) => {
    const between = expression.start < post.stop ? null : reading.analysis.text.slice(post.stop, expression.start);
    if (between === null || !/^ \(?(?:в )?$/u.test(between) || !expression.stated.includes('year')) return false;
    const time = toClaimTime(expression);
    const isTerm = time?.from?.slice(0, 4) !== time?.to?.slice(0, 4);
    return time !== null && time.from !== null && isTerm && isPastDay(reading, time.to);
  });
}
