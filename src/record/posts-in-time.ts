import type { PositionClaim } from '../model/claim.ts';
import type { Post, PostHolder } from '../model/answer.ts';
import type { Document } from '../model/document.ts';
import { hashOf } from '../model/ids.ts';
import type { Day } from '../model/time.ts';
import { compareText } from './clustering.ts';
import { stemsOf } from './name-key.ts';
import { knownDay } from './window.ts';

/**
 * Who held a post when, out of what documents call people: one line a post of one state or body, its holders in the order
 * in which they are first told of. A span runs from the first day on which somebody is said to hold the post to the last;
 * who is only called a former holder has none.
 */
export function postsInTime(
  positions: readonly PositionClaim[],
  documentOf: (id: string) => Pick<Document, 'published'> | undefined,
): readonly Post[] {
  const posts = new Map<string, { post: string; organisation: string | null; claims: PositionClaim[] }>();
  for (const claim of positions) {
    const post = claim.roles.find((r) => r.role === 'post');
    const body = claim.roles.find((r) => r.role === 'organisation');
    if (!post || claim.roles.every((r) => r.role !== 'person' || r.entity === null)) continue;
    const bare = stemsOf(post.name).filter((stem) => !stemsOf(body?.name ?? '').includes(stem));
    const key = `${body?.entity ?? body?.name ?? ''}|${bare.toSorted(compareText).join(' ')}`;
    const known = posts.get(key);
    if (known) known.claims.push(claim);
    else posts.set(key, { post: post.name, organisation: body?.entity ?? null, claims: [claim] });
  }
  return [...posts]
    .map(([key, { post, organisation, claims }]) => ({
      kind: 'post' as const,
      id: hashOf(['post', key]),
      post,
      organisation,
      holders: holdersOf(claims, documentOf),
    }))
    .toSorted((a, b) => compareText(a.post, b.post) || compareText(a.id, b.id));
}

function holdersOf(
  claims: readonly PositionClaim[],
  documentOf: (id: string) => Pick<Document, 'published'> | undefined,
): readonly PostHolder[] {
  const cameOut = (claim: PositionClaim): Day => documentDay(documentOf(claim.document)) ?? '';
  const byPerson = Map.groupBy(claims, (c) => c.roles.find((r) => r.role === 'person')?.entity ?? '');
  return [...byPerson]
    .map(([person, own]): PostHolder => {
      const days = own.flatMap((claim) => daysOf(claim, documentOf(claim.document))).toSorted(compareText);
      return {
        person,
        from: days[0] ?? null,
        to: days.at(-1) ?? null,
        isOver: own.some((claim) => claim.tense === 'former'),
        claims: own
          .toSorted((a, b) => compareText(cameOut(a), cameOut(b)) || compareText(a.id, b.id))
          .map((claim) => claim.id),
      };
    })
    .toSorted((a, b) => compareText(a.from ?? '', b.from ?? '') || compareText(a.person, b.person));
}

/** Days on which the claim says that the post is held: those that it gives, else the day on which it came out. */
function daysOf({ tense, time }: PositionClaim, document: Pick<Document, 'published'> | undefined): readonly Day[] {
  const said = [time?.from, time?.to].filter((day) => typeof day === 'string');
  if (tense === 'former') return said;
  const known = documentDay(document);
  return known === null ? said : [...said, known];
}

function documentDay(document: Pick<Document, 'published'> | undefined): Day | null {
  return document?.published ? knownDay(document) : null;
}
