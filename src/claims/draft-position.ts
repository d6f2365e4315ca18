import type { PositionClaim, Role } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import type { Draft } from './draft.ts';

type PositionDraft = Extract<Draft, { readonly type: 'position' }>;

/** A draft of a position; that a post was held is past, else it is held. */
export function draftPosition(parts: {
  readonly tense: PositionClaim['tense'];
  readonly time?: PositionDraft['time'];
  readonly roles: PositionDraft['roles'];
  readonly evidence: PositionDraft['evidence'];
  readonly rule: string;
  readonly sentence: number;
  readonly token: number;
}): Draft {
  const { tense, time = null, roles, evidence, rule, sentence, token } = parts;
  const status = tense === 'former' ? 'happened' : 'ongoing';
  return { type: 'position', tense, status, force: null, time, roles, evidence, rule, sentence, token };
}

/** The post of a position; without words of its own where the verb says it. */
export function postRole(name: string, text: string, span: Span | null): Role {
  return { role: 'post', text, span, name, type: null, known: null, entity: null };
}
