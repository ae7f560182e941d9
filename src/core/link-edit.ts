import { graphOf, type NeighborGraph, neighborLists } from './spatial-weights.ts';

/** A link made or cut by hand, both ways, by area index. */
export interface IndexedLinkEdit {
  readonly kind: 'added' | 'cut';
  readonly between: readonly [number, number];
}

/**
 * A graph with links made and cut, in the order given. Linear in links; without edits the graph itself. Border lengths
 * are not kept: a link by hand has none.
 * @throws where an edit names an area the graph has not, or the same area twice.
 */
export function withLinkEdits(graph: NeighborGraph, edits: readonly IndexedLinkEdit[]): NeighborGraph {
  if (edits.length === 0) return graph;
  const lists = neighborLists(graph).map((list) => new Set(list));
  for (const { kind, between } of edits) {
    for (const [from, to] of [between, [between[1], between[0]] as const]) {
      if (kind === 'added') lists[from]?.add(to);
      else lists[from]?.delete(to);
    }
  }
  const edited = graphOf(
    lists.map((list) => [...list]),
    graph.rule,
  );
  const linked = ({ area, to }: NeighborGraph['attached'][number]) => lists[area]?.has(to) ?? false;
  return { ...edited, attached: graph.attached.filter(linked) };
}
