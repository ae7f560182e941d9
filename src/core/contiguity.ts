import { BorderLengths, hashOf } from './border-lengths.ts';
import { type Outline, segmentLength } from './outline.ts';

/** What areas have in common vertex by vertex. */
export interface SharedBorders {
  /** Pairs with from < to; meters (or coordinate units) of common segments, 0 for common vertices only. */
  readonly borders: BorderLengths;
  /** Segments, by their first vertex, that no other ring and no other part of a ring has, ascending. */
  readonly unmatched: Uint32Array;
  /** Length of all other segments, each side of a border for itself, as `borders`. */
  readonly matchedLength: number;
}

const VERTICES_PER_YIELD = 1 << 14;

/**
 * Common vertices and common segments of areas by hashing the vertices of the outline's grid: queen is any pair, rook
 * a pair with a length. A vertex that lies on another area's segment without being its vertex is not seen
 * (border-proximity.ts). Yields the share done. Linear, but quadratic in the areas that meet in one point.
 */
export function* sharedBorders(outline: Outline): Generator<number, SharedBorders> {
  const vertices = outline.area.length;
  const matcher = new Matcher(outline);
  for (let i = 0; i < vertices; i += VERTICES_PER_YIELD) {
    yield i / vertices;
    matcher.match(i, Math.min(vertices, i + VERTICES_PER_YIELD));
  }
  return { borders: matcher.borders, ...sweep(outline, matcher.matched) };
}

class Matcher {
  readonly borders = new BorderLengths();
  /** By first vertex of a segment; a ring's last segment may be marked at the vertex before its first. */
  readonly matched: Uint8Array;
  private readonly outline: Outline;
  /** By hash the latest vertex at a place, by vertex the one before it at the same place; 0 is none. */
  private readonly latest: Uint32Array;
  private readonly earlier: Uint32Array;

  constructor(outline: Outline) {
    const vertices = outline.area.length;
    this.outline = outline;
    this.matched = new Uint8Array(vertices);
    this.latest = new Uint32Array(2 ** Math.ceil(Math.log2(1.5 * vertices + 2)));
    this.earlier = new Uint32Array(vertices);
  }

  match(start: number, end: number): void {
    const { x, y, area } = this.outline;
    const { latest, earlier } = this;
    const mask = latest.length - 1;
    for (let i = start; i < end; i++) {
      const own = area[i]!;
      if (own < 0) continue;
      let slot = hashOf(x[i]!, y[i]!) & mask;
      let other = latest[slot]!;
      while (other !== 0 && (x[other] !== x[i] || y[other] !== y[i])) {
        slot = (slot + 1) & mask;
        other = latest[slot]!;
      }
      latest[slot] = i;
      earlier[i] = other;
      for (; other !== 0; other = earlier[other]!) {
        const shared = this.matchSegments(i, other);
        if (area[other] === own) continue;
        this.borders.add(area[other]!, own, shared ? segmentLength(this.outline, i) : 0);
      }
    }
  }

  /** Marks the segments that are one among those that meet at i and j, one place; true if the one from i is. */
  private matchSegments(i: number, j: number): boolean {
    const { x, y } = this.outline;
    const { matched } = this;
    const along = x[i + 1] === x[j + 1] && y[i + 1] === y[j + 1];
    const against = x[i + 1] === x[j - 1] && y[i + 1] === y[j - 1];
    if (along || against) matched[i] = 1;
    if (along) matched[j] = 1;
    if (against) matched[j - 1] = 1;
    if (x[i - 1] === x[j + 1] && y[i - 1] === y[j + 1]) {
      matched[i - 1] = 1;
      matched[j] = 1;
    }
    return along || against;
  }
}

function sweep(outline: Outline, matched: Uint8Array): Omit<SharedBorders, 'borders'> {
  const { area } = outline;
  const unmatched = new Uint32Array(area.length);
  let [count, matchedLength, lastMatched] = [0, 0, 0];
  for (let i = 0; i < area.length; i++) {
    if (area[i]! < 0) {
      lastMatched = matched[i]!;
      continue;
    }
    if (matched[i] === 1 || (area[i + 1]! < 0 && lastMatched === 1))
      matchedLength += segmentLength(outline, i);
    else unmatched[count++] = i;
  }
  return { unmatched: unmatched.slice(0, count), matchedLength };
}
