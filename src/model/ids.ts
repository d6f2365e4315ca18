import { hash } from 'node:crypto';

import type { Evidence, Role } from './claim.ts';

/**
 * A document's id: the hash of its normalised source and its text, so that the same capture always gives the same id
 * and a changed article gives another.
 */
export function documentId(source: string, text: string): string {
  return hashOf(['document', source, text]);
}

/** A claim's id: the hash of its document, type, evidence and roles. */
export function claimId(claim: {
  readonly document: string;
  readonly type: string;
  readonly evidence: Evidence;
  readonly roles: readonly Pick<Role, 'role' | 'name'>[];
}): string {
  const roles = claim.roles.map((r) => `${r.role}=${r.name}`).toSorted();
  return hashOf(['claim', claim.document, claim.type, `${claim.evidence.start}-${claim.evidence.stop}`, ...roles]);
}

/** 16 hexadecimal digits out of SHA-256 over the parts; parts are kept apart by their lengths. */
export function hashOf(parts: readonly string[]): string {
  return hash('sha256', parts.map((part) => `${part.length}:${part}`).join('')).slice(0, 16);
}
