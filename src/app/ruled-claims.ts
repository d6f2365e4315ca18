import type { Claim } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Ruling } from '../model/ruling.ts';
import { applyRulings, standingRulings } from '../record/rulings.ts';

/** Claims that rulings changed, by id, as people left them; `null` where they rejected one. */
export function ruledClaims(
  documents: readonly Document[],
  claims: readonly Claim[],
  rulings: readonly Ruling[],
): ReadonlyMap<string, Claim | null> {
  const ruled = new Map<string, Claim | null>();
  const standing = standingRulings(rulings).filter((ruling) => 'target' in ruling);
  if (standing.length === 0) return ruled;
  const byDocument = Map.groupBy(claims, (claim) => claim.document);
  for (const document of documents) {
    const found = byDocument.get(document.id) ?? [];
    const left = new Map(applyRulings(standing, document, found).map((claim) => [claim.id, claim]));
    for (const claim of found) {
      const now = left.get(claim.id) ?? null;
      if (now !== claim) ruled.set(claim.id, now);
    }
  }
  return ruled;
}
