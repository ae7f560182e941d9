import { type AttackShape, attackShape } from './attack-system.ts';
import { CLASSES, DIMENSIONS, type DimensionId } from './dimension.ts';
import { type CellMasks, holdsUnknown, maskKey, type PublishedCell } from './published-cell.ts';

const MOST_DIMENSIONS = 3;

/** A cell that no clique holds: parts that do, each by the same classes of what they share. */
export interface AttackParts {
  readonly wholes: readonly (readonly number[])[];
  /** By part, then by shared classes. */
  readonly parts: readonly (readonly (readonly number[])[])[];
}

export interface AttackTarget {
  readonly masks: CellMasks;
  readonly terms: readonly number[] | null;
  readonly parts: AttackParts | null;
  /** Holds children of unknown class. */
  readonly unknown: boolean;
}

/** Known classes of a dimension that a reader may ask for: each by itself, and severe with moderate. */
function askedClasses(shape: AttackShape, dimension: DimensionId): readonly number[] {
  const unknown = 1 << (CLASSES[dimension].length - 1);
  const known = shape.atoms(dimension).filter((mask) => (mask & unknown) === 0);
  const severe = dimension === 'stunting' || dimension === 'wasting' || dimension === 'underweight';
  return severe && known.includes(1) ? [...known, 3] : known;
}

/** Subsets of dimensions, of two up to three. */
function crossings(dimensions: readonly DimensionId[]): readonly (readonly DimensionId[])[] {
  const grown: DimensionId[][] = [];
  const grow = (chosen: DimensionId[], from: number): void => {
    if (chosen.length > 1) grown.push(chosen);
    if (chosen.length === MOST_DIMENSIONS) return;
    for (let k = from; k < dimensions.length; k++) grow([...chosen, dimensions[k]!], k + 1);
  };
  grow([], 0);
  return grown;
}

/** Masks of a crossing: every combination of asked classes. */
function combined(
  dimensions: readonly DimensionId[],
  classes: (one: DimensionId) => readonly number[],
): CellMasks[] {
  let masks: CellMasks[] = [{}];
  for (const dimension of dimensions)
    masks = masks.flatMap((known) => classes(dimension).map((mask) => ({ ...known, [dimension]: mask })));
  return masks;
}

/** Parts of a crossing by cliques, where what these share is in each of them; null where it is not. */
function splitting(
  shape: AttackShape,
  dimensions: readonly DimensionId[],
): { readonly parts: readonly (readonly DimensionId[])[]; readonly shared: readonly DimensionId[] } | null {
  const parts: (readonly DimensionId[])[] = [];
  const used: (readonly DimensionId[])[] = [];
  for (let left = dimensions; left.length > 0; ) {
    const covered = (clique: readonly DimensionId[]): number =>
      left.filter((one) => clique.includes(one)).length;
    const clique = shape.cliques.reduce((best, one) => (covered(one) > covered(best) ? one : best));
    if (covered(clique) === 0) return null;
    used.push(clique);
    parts.push(left.filter((one) => clique.includes(one)));
    left = left.filter((one) => !clique.includes(one));
  }
  const shared = DIMENSIONS.filter((one) => used.filter((clique) => clique.includes(one)).length > 1);
  return used.every((clique) => shared.every((one) => clique.includes(one))) ? { parts, shared } : null;
}

function pick(masks: CellMasks, dimensions: readonly DimensionId[]): CellMasks {
  return Object.fromEntries(Object.entries(masks).filter(([one]) => dimensions.includes(one as DimensionId)));
}

/** Every cell of two or three dimensions that a reader could ask for, by its name. */
function crossedTargets(shape: AttackShape): ReadonlyMap<string, AttackTarget> {
  const targets = new Map<string, AttackTarget>();
  const crossed = DIMENSIONS.filter((one) => shape.cliques.some((clique) => clique.includes(one)));
  for (const dimensions of crossings(crossed)) {
    const split = splitting(shape, dimensions);
    if (split === null) continue;
    const { parts, shared } = split;
    for (const masks of combined(dimensions, (one) => askedClasses(shape, one))) {
      const terms = parts.length === 1 ? shape.termsOf(masks) : null;
      const strata = combined(shared, shape.atoms).filter((stratum) =>
        Object.entries(stratum).every(([one, mask]) => ((masks[one as DimensionId] ?? mask) & mask) !== 0),
      );
      const own = parts.map((part) =>
        strata.map((stratum) => shape.termsOf({ ...pick(masks, part), ...stratum })!),
      );
      const wholes = strata.map((stratum) => shape.termsOf(stratum)!);
      targets.set(maskKey(masks), {
        masks,
        terms,
        parts: terms === null ? { wholes, parts: own } : null,
        unknown: false,
      });
    }
  }
  return targets;
}

/** What an attacker may ask of blocks in which the same cells are published, shown or hidden. */
export interface AttackPlan {
  readonly shape: AttackShape;
  /** By position of the cells. */
  readonly own: readonly AttackTarget[];
  readonly keys: readonly string[];
  readonly crossed: ReadonlyMap<string, AttackTarget>;
}

export function attackPlan(cells: readonly { readonly masks: CellMasks }[]): AttackPlan {
  const shape = attackShape(cells);
  return {
    shape,
    own: cells.map(({ masks }) => ({
      masks,
      terms: shape.termsOf(masks),
      parts: null,
      unknown: holdsUnknown(masks),
    })),
    keys: cells.map(({ masks }) => maskKey(masks)),
    crossed: crossedTargets(shape),
  };
}

/** Cells hidden, and cells that no table holds. */
export function targetsOf(plan: AttackPlan, cells: readonly PublishedCell[]): readonly AttackTarget[] {
  const shown = new Set(plan.keys.filter((_, c) => cells[c]!.count !== null));
  const hidden = new Map<string, AttackTarget>();
  for (const [c, key] of plan.keys.entries()) if (!shown.has(key)) hidden.set(key, plan.own[c]!);
  const crossed = [...plan.crossed].filter(([key]) => !shown.has(key) && !hidden.has(key));
  return [...hidden.values(), ...crossed.map(([, target]) => target)];
}
