import type { Node, ReadingBase, Site } from './rule.ts';

/** Offset in the text at which what a rule has matched begins. */
export function startOf<R extends ReadingBase, C>({ nodes, first }: Site<R, C>): number {
  return nodes[first]?.start ?? 0;
}

/** Offset at which it ends, exclusive. */
export function stopOf<R extends ReadingBase, C>({ nodes, last }: Site<R, C>): number {
  return nodes[last - 1]?.stop ?? 0;
}

/** The text of its first node. */
export function firstWord<R extends ReadingBase, C>({ text, nodes, first }: Site<R, C>): string {
  return text.slice(nodes[first]?.start, nodes[first]?.stop);
}

/** The text of its last node. */
export function lastWord<R extends ReadingBase, C>({ text, nodes, last }: Site<R, C>): string {
  return text.slice(nodes[last - 1]?.start, nodes[last - 1]?.stop);
}

/** Whether white space stands before its last node. */
export function isLastSpaced<R extends ReadingBase, C>({ nodes, last }: Site<R, C>): boolean {
  return nodes[last - 1]?.spaced === true;
}

/** The node right before it. */
export function nodeBefore<R extends ReadingBase, C>({ nodes, first }: Site<R, C>): Node<R> | undefined {
  return nodes[first - 1];
}

/** The node right behind it. */
export function nodeBehind<R extends ReadingBase, C>({ nodes, last }: Site<R, C>): Node<R> | undefined {
  return nodes[last];
}
