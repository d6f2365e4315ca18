/** The nodes [first, last) of a text that a rule has matched. */
export interface Matched {
  readonly text: string;
  readonly nodes: readonly { readonly start: number; readonly stop: number }[];
  readonly first: number;
  readonly last: number;
}

export function firstWord({ text, nodes, first }: Matched): string {
  return text.slice(nodes[first]?.start, nodes[first]?.stop);
}

export function lastWord({ text, nodes, last }: Matched): string {
  return text.slice(nodes[last - 1]?.start, nodes[last - 1]?.stop);
}
