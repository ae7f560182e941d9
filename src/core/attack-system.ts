import { CLASSES, DIMENSIONS, type DimensionId } from './dimension.ts';
import { type CellMasks, maskKey, type PublishedCell } from './published-cell.ts';

/** How a release says that it hides. */
export interface PublishedRule {
  readonly minimumCell: number;
  /** null where counts are exact. */
  readonly rounding: number | null;
}

/** A sum of unknown counts, and what it lies between. */
export interface Bound {
  readonly terms: readonly number[];
  readonly lo: number;
  readonly hi: number;
}

/** What an attacker does not know of a block, whatever is shown of it. */
export interface AttackShape {
  /** Unknown counts, each of children alike in all that some tables together tell. */
  readonly unknowns: number;
  /** Sums of unknowns that are the same children, counted by two tables. */
  readonly links: readonly { readonly one: readonly number[]; readonly other: readonly number[] }[];
  /** Unknowns of one clique that a cell of its dimensions counts; null where no clique holds them all. */
  readonly termsOf: (masks: CellMasks) => readonly number[] | null;
  /** Cliques of dimensions that are told together. */
  readonly cliques: readonly (readonly DimensionId[])[];
  /** Classes of a dimension that the tables tell apart, as masks; the last may hold unknowns. */
  readonly atoms: (dimension: DimensionId) => readonly number[];
}

/** The same with all that he knows. */
export interface AttackSystem extends AttackShape {
  readonly bounds: readonly Bound[];
}

/** A bound on a cell that he has from elsewhere: the same cells of a district and of its other villages. */
export interface OuterBound {
  readonly masks: CellMasks;
  readonly lo: number;
  readonly hi: number;
}

/** What a shown count says: rounded ones stand for a span, and none of it is below k. */
export function spanOf(
  count: number | null,
  { minimumCell, rounding }: PublishedRule,
): readonly [number, number] {
  if (count === null) return [0, Number.POSITIVE_INFINITY];
  if (count === 0) return [0, 0];
  const half = Math.floor((rounding ?? 1) / 2);
  const least = count + half < minimumCell ? 0 : minimumCell;
  return [Math.max(least, count - half), count + half];
}

/** Classes of a dimension that no cell tells apart are one. */
function atomsOf(cells: readonly { readonly masks: CellMasks }[], dimension: DimensionId): readonly number[] {
  const signatures = new Map<string, number>();
  const masks = [...new Set(cells.flatMap(({ masks: { [dimension]: mask } }) => mask ?? []))];
  for (let c = 0; c < CLASSES[dimension].length; c++) {
    const signature = masks.map((mask) => (mask >> c) & 1).join('');
    signatures.set(signature, (signatures.get(signature) ?? 0) | (1 << c));
  }
  return [...signatures.values()];
}

type Dimensions = readonly DimensionId[];

/**
 * Groups of dimensions that tables tell together, with edges added until no ring of four is without a chord: counts of such
 * cliques that agree where they overlap belong to some true children (Lauritzen 1996, ch. 4).
 */
function cliquesOf(crossed: readonly Dimensions[]): readonly Dimensions[] {
  const near = new Map<DimensionId, Set<DimensionId>>();
  for (const dimensions of crossed)
    for (const one of dimensions) {
      const others = near.get(one) ?? new Set();
      for (const other of dimensions) if (other !== one) others.add(other);
      near.set(one, others);
    }
  const cliques: Dimensions[] = [];
  while (near.size > 0) {
    const missing = (one: DimensionId): number => {
      const others = [...near.get(one)!];
      return others.reduce((sum, a) => sum + others.filter((b) => a < b && !near.get(a)!.has(b)).length, 0);
    };
    const [next] = [...near.keys()].sort(
      (a, b) => missing(a) - missing(b) || DIMENSIONS.indexOf(a) - DIMENSIONS.indexOf(b),
    );
    const others = [...near.get(next!)!];
    cliques.push(DIMENSIONS.filter((one) => one === next || others.includes(one)));
    for (const a of others) {
      for (const b of others) if (a !== b) near.get(a)!.add(b);
      near.get(a)!.delete(next!);
    }
    near.delete(next!);
  }
  const kept = cliques.filter((one, k) => !cliques.some((other, j) => j !== k && holds(other, one, j < k)));
  return kept.length === 0 ? [[]] : kept;
}

/** Whether a clique holds another; of equal ones the first does. */
function holds(outer: Dimensions, inner: Dimensions, first: boolean): boolean {
  return inner.every((one) => outer.includes(one)) && (outer.length > inner.length || first);
}

/** Pairs of cliques that agree where they overlap: a tree of the largest overlaps (Prim). */
function junctions(cliques: readonly Dimensions[]): readonly (readonly [number, number])[] {
  const overlap = (a: number, b: number): number =>
    cliques[a]!.filter((one) => cliques[b]!.includes(one)).length;
  const pairs: [number, number][] = [];
  const inside = [0];
  while (inside.length < cliques.length) {
    let best: readonly [number, number, number] = [-1, 0, 0];
    for (const a of inside)
      for (let b = 0; b < cliques.length; b++)
        if (!inside.includes(b) && overlap(a, b) > best[0]) best = [overlap(a, b), a, b];
    pairs.push([best[1], best[2]]);
    inside.push(best[2]);
  }
  return pairs;
}

/**
 * The unknowns of an area and period of which these cells are published, shown or hidden. Shares no code with what hides
 * cells.
 */
export function attackShape(cells: readonly { readonly masks: CellMasks }[]): AttackShape {
  const named = new Map<DimensionId, readonly number[]>();
  const atoms = (dimension: DimensionId): readonly number[] => {
    const known = named.get(dimension) ?? atomsOf(cells, dimension);
    named.set(dimension, known);
    return known;
  };
  const crossed = new Map<string, Dimensions>();
  for (const { masks } of cells) {
    const own = DIMENSIONS.filter((dimension) => masks[dimension] !== undefined);
    crossed.set(own.join(' '), own);
  }
  const cliques = cliquesOf([...crossed.values()]);
  const starts: number[] = [];
  let unknowns = 0;
  for (const clique of cliques) {
    starts.push(unknowns);
    unknowns += clique.reduce((size, dimension) => size * atoms(dimension).length, 1);
  }
  /** Unknowns of a clique that the masks let through. */
  const within = (k: number, masks: CellMasks): number[] => {
    let terms = [0];
    for (const dimension of cliques[k]!) {
      const mask = masks[dimension];
      const own = atoms(dimension);
      const kept = [...own.keys()].filter((a) => mask === undefined || (own[a]! & mask) !== 0);
      terms = terms.flatMap((term) => kept.map((a) => term * own.length + a));
    }
    return terms.map((term) => starts[k]! + term);
  };
  const remembered = new Map<string, readonly number[] | null>();
  const termsOf = (masks: CellMasks): readonly number[] | null => {
    const key = maskKey(masks);
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const own = Object.keys(masks) as DimensionId[];
    const k = cliques.findIndex((clique) => own.every((dimension) => clique.includes(dimension)));
    const terms = k < 0 ? null : within(k, masks);
    remembered.set(key, terms);
    return terms;
  };
  const links = junctions(cliques).flatMap(([a, b]) => {
    const shared = cliques[a]!.filter((dimension) => cliques[b]!.includes(dimension));
    let overlaps: CellMasks[] = [{}];
    for (const dimension of shared)
      overlaps = overlaps.flatMap((masks) =>
        atoms(dimension).map((mask) => ({ ...masks, [dimension]: mask })),
      );
    return overlaps.map((masks) => ({ one: within(a, masks), other: within(b, masks) }));
  });
  return { unknowns, links, termsOf, cliques, atoms };
}

/**
 * The system an attacker writes down from all that is published. True counts fit it, whatever they are.
 * @param cells at least those of the shape.
 */
export function attackSystem(
  shape: AttackShape,
  cells: readonly PublishedCell[],
  rule: PublishedRule,
  more: readonly OuterBound[] = [],
): AttackSystem {
  const spans = new Map<string, Bound>();
  const bound = (masks: CellMasks, lo: number, hi: number): void => {
    const terms = shape.termsOf(masks);
    if (terms === null) return;
    const key = maskKey(masks);
    const known = spans.get(key);
    spans.set(key, {
      terms,
      lo: Math.max(lo, known?.lo ?? 0),
      hi: Math.min(hi, known?.hi ?? Number.POSITIVE_INFINITY),
    });
  };
  for (const { masks, count } of cells) bound(masks, ...spanOf(count, rule));
  for (const { masks, lo, hi } of more) bound(masks, lo, hi);
  const bounds = [...spans.values()].filter(({ lo, hi }) => lo > 0 || hi < Number.POSITIVE_INFINITY);
  return { ...shape, bounds };
}
