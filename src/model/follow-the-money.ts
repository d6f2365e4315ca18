import type { EntityType } from './entity.ts';

/**
 * The FollowTheMoney schema of each entity type (https://followthemoney.tech). A state is a public body, as its government
 * is a party; agreements and exercises are events, which have parties and days; what is none of these is an asset.
 */
export const followTheMoneySchema: Readonly<Record<EntityType, string>> = {
  person: 'Person',
  state: 'PublicBody',
  organisation: 'Organization',
  place: 'Address',
  agreement: 'Event',
  exercise: 'Event',
  equipment: 'Asset',
  facility: 'Asset',
  other: 'Asset',
};
