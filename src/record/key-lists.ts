/**
 * Lists of keys, each key once in a list. Of the hundreds of thousands of a record nearly all hold one: there the bare key
 * stands for the list, since a set of one takes several times as much.
 */
export type KeyLists = Map<string, string | Set<string>>;

/** The keys of a list in the order in which they came; none where there is no such list. */
export function listed(lists: KeyLists, list: string): Iterable<string> {
  const keys = lists.get(list);
  return typeof keys === 'string' ? [keys] : (keys ?? []);
}

export function enlist(lists: KeyLists, list: string, key: string): void {
  const keys = lists.get(list);
  if (keys === undefined) lists.set(list, key);
  else if (typeof keys !== 'string') keys.add(key);
  else if (keys !== key) lists.set(list, new Set([keys, key]));
}

/** A list without keys is none. */
export function delist(lists: KeyLists, list: string, key: string): void {
  const keys = lists.get(list);
  if (keys === key) lists.delete(list);
  if (keys === undefined || typeof keys === 'string') return;
  keys.delete(key);
  if (keys.size === 0) lists.delete(list);
}

export function isListed(lists: KeyLists, list: string, key: string): boolean {
  const keys = lists.get(list);
  return typeof keys === 'string' ? keys === key : (keys?.has(key) ?? false);
}
