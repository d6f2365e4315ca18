import type { MentionKind } from '../../analysis.ts';

/** What the tagger's types are as mentions; its other types (dates, numbers, crimes …) are no mentions. */
export const kindOfType: Readonly<Record<string, MentionKind>> = {
  PERSON: 'person',
  ORGANIZATION: 'organisation',
  COUNTRY: 'state',
  CITY: 'place',
  STATE_OR_PROVINCE: 'place',
  DISTRICT: 'place',
  LOCATION: 'place',
  FACILITY: 'facility',
  PROFESSION: 'post',
  EVENT: 'event',
  LAW: 'other',
  PRODUCT: 'equipment',
  WORK_OF_ART: 'other',
  AWARD: 'other',
};

/** The head of PER, LOC and ORG without overlaps, which the corpora are scored by; mentions come from the nested heads. */
export const flatHeadName = 'flat';

/** Whether the second look hears what a head found at the first: those of names, and «белорусский» of people. */
export function isVoter(head: string): boolean {
  return isMentionHead(head) || head === 'NATIONALITY' || head === flatHeadName;
}

/** Whether a head of the tagger finds mentions: «ORGANIZATION», «PROFESSION/1». */
export function isMentionHead(head: string): boolean {
  return kindOfType[head.replace(/\/\d$/u, '')] !== undefined;
}
