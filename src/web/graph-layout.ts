import { UndirectedGraph } from 'graphology';
import * as forceAtlas2Module from 'graphology-layout-forceatlas2';

import type { PartyGraph } from '../model/party-graph.ts';

/** Where a party stands, in a square from 0 to 1. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What a CommonJS module exports is its default; its types do not say so under `nodenext`. */
const forceAtlas2 = forceAtlas2Module.default as unknown as (typeof forceAtlas2Module)['default']['default'];

/** Rounds until the nodes stand; twice as many move them by less than their size. */
const rounds = 300;

/** Places for the parties by ForceAtlas2: those who act together stand together. The same graph is always drawn the same. */
export function layoutOf({ nodes, edges }: PartyGraph): ReadonlyMap<string, Place> {
  const graph = new UndirectedGraph();
  for (const [i, { entity }] of nodes.entries()) {
    const angle = (i / nodes.length) * 2 * Math.PI;
    graph.addNode(entity.id, { x: Math.cos(angle), y: Math.sin(angle), size: 1 });
  }
  for (const { parties, events } of edges) graph.addEdge(parties[0], parties[1], { weight: Math.sqrt(events.length) });
  if (nodes.length > 2)
    forceAtlas2.assign(graph, {
      iterations: rounds,
      getEdgeWeight: 'weight',
      settings: { gravity: 0.08, scalingRatio: 10, strongGravityMode: true, slowDown: 4 },
    });
  const xs = graph.mapNodes((_, { x }) => Number(x));
  const ys = graph.mapNodes((_, { y }) => Number(y));
  const within = (value: number, all: readonly number[]): number => {
    const [least, most] = [Math.min(...all), Math.max(...all)];
    return most > least ? (value - least) / (most - least) : 0.5;
  };
  return new Map(graph.mapNodes((id, { x, y }) => [id, { x: within(Number(x), xs), y: within(Number(y), ys) }]));
}
