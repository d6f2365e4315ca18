import type { StoredLine } from '../store/store.ts';

/** A line of which queries ask nothing but its kind, id and type: what more there is to ask is spread over it. */
export function bareLine(of: Pick<StoredLine, 'kind' | 'id' | 'type'>): StoredLine {
  return {
    ...of,
    status: null,
    name: null,
    names: [],
    from: null,
    to: null,
    conflicts: 0,
    claims: [],
    entities: [],
    private: false,
    json: 'null',
  };
}
