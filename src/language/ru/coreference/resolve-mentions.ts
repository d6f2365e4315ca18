import type { Chain, Mention, Quotation, Sentence } from '../../analysis.ts';
import type { MentionData } from '../mentions/read-mention-data.ts';
import type { Resolution } from './drafts.ts';
import { givePosts } from './give-posts.ts';
import { givePostsApart } from './give-posts-apart.ts';
import { joinCallings } from './join-callings.ts';
import { joinCountries, joinDescriptions, joinOwnCountries } from './join-descriptions.ts';
import { joinMetonyms } from './join-metonyms.ts';
import { joinKnown, joinNames } from './join-names.ts';
import { joinPeople } from './join-people.ts';
import { joinPostsAlone } from './join-posts-alone.ts';
import { joinPronouns } from './join-pronouns.ts';
import { tellGenders } from './tell-gender.ts';
import { tellPosts } from './tell-posts.ts';

/** Who is who within a document, in this order; the first that decides a mention wins. */
const resolvers: readonly ((it: Resolution) => void)[] = [
  joinKnown,
  joinMetonyms,
  joinPeople,
  joinNames,
  joinCountries,
  givePosts,
  givePostsApart,
  tellPosts,
  tellGenders,
  joinPostsAlone,
  joinCallings,
  joinDescriptions,
  joinPronouns,
  joinOwnCountries,
];

/**
 * Joins the mentions of one entity into chains. The mentions come back in the same order with `chain` filled in and the
 * reason added to `why`; a mention that resolves to nothing keeps -1. Chains are in the order of their first mention.
 */
export function resolveMentions(
  text: string,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  mentions: readonly Mention[],
  data: MentionData,
): { readonly mentions: readonly Mention[]; readonly chains: readonly Chain[] } {
  const it: Resolution = {
    text,
    sentences,
    quotations,
    morphology: data.names,
    mentions,
    byStop: [...mentions.keys()].sort((a, b) => (mentions[a]?.stop ?? 0) - (mentions[b]?.stop ?? 0) || a - b),
    drafts: [],
    links: mentions.map(() => ({ chain: -1, why: '' })),
  };
  for (const resolve of resolvers) resolve(it);
  return finish(it);
}

/** Puts chains in the order of their first mention and leaves out those without one. */
function finish(it: Resolution): { readonly mentions: readonly Mention[]; readonly chains: readonly Chain[] } {
  const order = it.drafts
    .map((draft, chain) => ({ chain, first: Math.min(...draft.mentions) }))
    .filter(({ first }) => Number.isFinite(first))
    .sort((a, b) => a.first - b.first);
  const place = new Map(order.map(({ chain }, i) => [chain, i]));
  const chains = order.flatMap(({ chain }): readonly Chain[] => {
    const draft = it.drafts[chain];
    if (!draft) return [];
    return [
      {
        kind: draft.kind,
        name: draft.name,
        known: draft.known,
        mentions: [...draft.mentions].sort((a, b) => a - b),
        posts: draft.posts.map(({ post, of, mention }) => ({ post, of: place.get(of) ?? -1, mention })),
      },
    ];
  });
  const mentions = it.mentions.map((mention, i) => {
    const found = it.links[i];
    if (!found || found.chain < 0) return mention;
    return { ...mention, chain: place.get(found.chain) ?? -1, why: `${mention.why}; ${found.why}` };
  });
  return { mentions, chains };
}
