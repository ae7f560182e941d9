import type { BorderLengths } from './border-lengths.ts';
import type { AttachedIsland, NeighborGraph, NeighborRule } from './spatial-weights.ts';

/** The graph of all pairs, each link both ways with its length; rows come out ascending because they are filled in the order of their columns. */
export function graphOfLinks(areas: number, links: BorderLengths, rule: NeighborRule): NeighborGraph {
  const offset = new Uint32Array(areas + 1);
  for (let p = 0; p < links.size; p++) {
    offset[links.from[p]! + 1]!++;
    offset[links.to[p]! + 1]!++;
  }
  for (let i = 0; i < areas; i++) offset[i + 1]! += offset[i]!;
  const total = offset[areas]!;
  const [column, linkAt, end] = [new Uint32Array(total), new Uint32Array(total), offset.slice()];
  for (let p = 0; p < links.size; p++) {
    const [a, b] = [links.from[p]!, links.to[p]!];
    linkAt[end[a]!] = p;
    column[end[a]!++] = b;
    linkAt[end[b]!] = p;
    column[end[b]!++] = a;
  }
  const neighbor = new Uint32Array(total);
  const borderMeters = new Float64Array(total);
  end.set(offset);
  for (let i = 0; i < areas; i++) {
    for (let e = offset[i]!; e < offset[i + 1]!; e++) {
      const row = column[e]!;
      borderMeters[end[row]!] = links.length[linkAt[e]!]!;
      neighbor[end[row]!++] = i;
    }
  }
  return { rule, offset, neighbor, borderMeters, attached: [] };
}

/** The graph and a link both ways, of no border, for each island; they have no link between them yet. */
export function attachedGraph(graph: NeighborGraph, attached: readonly AttachedIsland[]): NeighborGraph {
  const areas = graph.offset.length - 1;
  const added = new Map<number, Set<number>>();
  for (const { area, to } of attached) {
    added.set(area, (added.get(area) ?? new Set()).add(to));
    added.set(to, (added.get(to) ?? new Set()).add(area));
  }
  const offset = new Uint32Array(areas + 1);
  for (let i = 0; i < areas; i++) {
    offset[i + 1] = offset[i]! + graph.offset[i + 1]! - graph.offset[i]! + (added.get(i)?.size ?? 0);
  }
  const neighbor = new Uint32Array(offset[areas]!);
  const borderMeters = graph.borderMeters && new Float64Array(offset[areas]!);
  for (let i = 0; i < areas; i++) {
    const more = [...(added.get(i) ?? [])].sort((a, b) => a - b);
    let [from, next] = [graph.offset[i]!, 0];
    for (let e = offset[i]!; e < offset[i + 1]!; e++) {
      const old = from < graph.offset[i + 1]! ? graph.neighbor[from]! : Infinity;
      if (next < more.length && more[next]! < old) neighbor[e] = more[next++]!;
      else {
        neighbor[e] = old;
        if (borderMeters) borderMeters[e] = graph.borderMeters![from]!;
        from++;
      }
    }
  }
  return { ...graph, offset, neighbor, borderMeters, attached };
}
