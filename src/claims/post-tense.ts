import type { Token } from '../language/analysis.ts';
import type { PositionClaim } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import type { Tree } from './tree.ts';

type Tense = PositionClaim['tense'];

/** Words before or within a post that say whether it is held, was held or is taken up; lemma-like stems of a whole word. */
const tenseWords: readonly (readonly [tense: Tense, words: RegExp])[] = [
  // «бывший министр», «экс-посол», «тогдашний премьер»
  [
    'former',
    /^(?:бывш\p{L}+|экс|экс-\p{L}+|тогдашн\p{L}+|прежн\p{L}+|отставн\p{L}+|покойн\p{L}+|уволенн\p{L}+|свергнут\p{L}+)$/u,
  ],
  // «новый посол», «избранный президент», «назначен министром»
  [
    'new',
    /^(?:нов(?:ый|ая|ого|ой|ому|ым|ом|ую|ые|ых)|новоизбранн\p{L}+|избран\p{L}*|назначен\p{L}*|назначил\p{L}*|избрал\p{L}*|новоназначенн\p{L}+)$/u,
  ],
];

/** Whether a post is held, was held or is taken up, by the words in it and the two before it. */
export function readPostTense(tree: Tree, post: Span): Tense {
  const first = tree.tokens.findIndex((t) => t.start >= post.start);
  const words = [
    ...tree.tokens.slice(Math.max(0, first - 2), first),
    ...tree.tokens.filter((t) => t.start >= post.start && t.stop <= post.stop),
  ];
  const noun = tree.tokens.find((t) => t.start >= post.start && t.stop <= post.stop && t.pos === 'NOUN');
  // «назначен заместитель министра»: to something else
  const isOfPost = ({ pos, features }: Token): boolean =>
    pos !== 'VERB' || (features.verbForm === 'Part' && features.variant !== 'Short') || noun?.features.case === 'Ins';
  for (const [tense, pattern] of tenseWords) {
    if (words.some((t) => pattern.test(t.norm) && t.stop >= post.start - 12 && isOfPost(t))) return tense;
  }
  return 'current';
}
