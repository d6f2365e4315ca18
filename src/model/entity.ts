export const entityTypes = [
  'person',
  'state',
  'organisation',
  'place',
  'agreement',
  'exercise',
  'equipment',
  'facility',
  'other',
] as const;

export type EntityType = (typeof entityTypes)[number];

/** Somebody or something that claims speak of, over all documents. */
export interface Entity {
  readonly kind: 'entity';
  readonly id: string;
  readonly type: EntityType;
  /** Nominative; people «Имя Фамилия» when any document of the record gives both. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** `Q159`, where a sourced table knows it. */
  readonly wikidata: string | null;
  /** What joined its names, in words; absent for an entity of one name. */
  readonly why?: readonly string[];
}
