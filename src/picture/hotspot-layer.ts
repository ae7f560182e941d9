import type { AreaIndex, Geography } from '#core/area.ts';
import { type AreaTable, CellStatus } from '#core/area-table.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import type { HotspotAnswer, HotspotJob, SentAreas } from '#core/hotspot-job.ts';
import type { HotspotMap } from '#core/hotspot-map.ts';
import { type HotspotGroup, hotspotGroups, NO_PATTERN, TIERS } from '#core/hotspot-pattern.ts';
import type { IndexedLinkEdit } from '#core/link-edit.ts';
import { type MethodVersion, rateVarianceOf } from '#core/method-version.ts';
import { packGeometries } from '#core/packed-boundaries.ts';
import type { RateCounts } from '#core/rates.ts';
import type { NeighborRule } from '#core/spatial-weights.ts';
import type { Hotspots, NeighborChoice } from '#core/view.ts';

/** All that hotspots are computed from. */
export interface HotspotInput {
  readonly method: MethodVersion;
  readonly choice: Hotspots;
  readonly geography: Geography;
  readonly boundaries: BoundaryCollection;
  readonly table: AreaTable;
  /** Of the indicator laid over, for places where both are high. */
  readonly second: AreaTable | null;
}

/** Hotspots of a picture. */
export interface HotspotLayer {
  readonly input: HotspotInput;
  readonly answer: HotspotAnswer;
  /** With the evidence of FDR 5 %: those that are spoken of. */
  readonly groups: readonly HotspotGroup[];
  /** Areas by tier (index into TIERS) that point somewhere. */
  readonly tiers: readonly number[];
}

export const DEFAULT_HOTSPOTS: Hotspots = {
  method: 'clusters',
  neighbors: { kind: 'queen' },
  edits: [],
  permutations: 99_999,
  seed: 20_261,
};

export const FDR = TIERS.indexOf('fdr');

export function isSameInput(a: HotspotInput, b: HotspotInput): boolean {
  return (
    a.boundaries === b.boundaries &&
    a.table === b.table &&
    a.method === b.method &&
    a.second === b.second &&
    (a.choice === b.choice || JSON.stringify(a.choice) === JSON.stringify(b.choice))
  );
}

export function ruleOf(choice: NeighborChoice): NeighborRule {
  switch (choice.kind) {
    case 'nearest':
      return { kind: 'nearest', k: choice.k, metric: 'haversine' };
    case 'distance-band':
      return { kind: 'distance-band', distance: choice.kilometers, metric: 'haversine' };
    default:
      return choice;
  }
}

function countsOf({ numerator, denominator, status }: AreaTable): RateCounts {
  const known = (column: Float64Array) =>
    column.map((value, i) => (status[i] === CellStatus.observed ? value : Number.NaN));
  return { numerator: known(numerator), denominator: known(denominator) };
}

/** Links by hand are of the finest level; one whose area is not there changes nothing. */
function editsOf({ choice, geography }: HotspotInput): readonly IndexedLinkEdit[] {
  return choice.edits.flatMap(({ kind, between }) => {
    const [a, b] = between.map((code) => geography.indexOf.get(code));
    return a === undefined || b === undefined ? [] : [{ kind, between: [a, b] as const }];
  });
}

export function jobOf(input: HotspotInput, neighbors = input.choice.neighbors): HotspotJob {
  const { choice, table, second } = input;
  return {
    method: choice.method,
    counts: countsOf(table),
    variance: rateVarianceOf(
      { kind: table.indicator === 'coverage' ? 'coverage' : 'prevalence' },
      input.method,
    ),
    second: second && countsOf(second),
    rule: ruleOf(neighbors),
    edits: neighbors === choice.neighbors ? editsOf(input) : [],
    permutations: choice.permutations,
    seed: choice.seed,
  };
}

export function sentAreas({ geography, boundaries }: HotspotInput): SentAreas {
  return {
    packed: packGeometries(boundaries.features.map(({ geometry }) => geometry)),
    codes: geography.areas.map(({ code }) => code),
  };
}

export function hotspotLayer(input: HotspotInput, answer: HotspotAnswer): HotspotLayer {
  const { map, graph } = answer;
  const tiers = TIERS.map(() => 0);
  for (const [i, tier] of map.tier.entries()) if (map.pattern[i] !== NO_PATTERN) tiers[tier]! += 1;
  return { input, answer, groups: hotspotGroups(map, graph, FDR), tiers };
}

/** Areas of a map that stand out at all. */
export function standingOut({ tier, pattern }: HotspotMap): readonly AreaIndex[] {
  return Array.from(tier.keys()).filter((i) => tier[i]! > 0 && pattern[i] !== NO_PATTERN) as AreaIndex[];
}
