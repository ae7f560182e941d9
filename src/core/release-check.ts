import { type AttackPlan, attackPlan } from './attack-targets.ts';
import type { Dataset, TableEntry } from './dataset.ts';
import { datasetDigest } from './dataset-digest.ts';
import { attack } from './disclosure-attack.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { publishedPeriod } from './published-blocks.ts';
import { maskKey } from './published-cell.ts';
import { publishedRule } from './release-audit.ts';
import { LEAST_MINIMUM_CELL, RELEASE_ROUNDING, RELEASE_TABLES, USUAL_MINIMUM_CELL } from './release-rule.ts';

/** Why a package that calls itself a release is not taken for one. */
export type ReleaseDoubt = Extract<ProblemCode, `unproven/${string}`>;

function shapeOf({ level, unit, dimensions, undivided = [] }: TableEntry): string {
  return [level, unit ?? 'child', dimensions.join('+'), [...undivided].sort().join('+')].join(' ');
}

const KNOWN_TABLES = new Set(RELEASE_TABLES.map(shapeOf));

/** What a manifest and coverage say against a release, without a look at its cells. */
export function statedDoubts({ manifest, coverage, monitoring, services }: Dataset): readonly ReleaseDoubt[] {
  const { minimumCell, rounding, policy, audit, tables } = manifest;
  const k = minimumCell ?? 0;
  const small = k < LEAST_MINIMUM_CELL || (k < USUAL_MINIMUM_CELL && (policy?.reason ?? '').trim() === '');
  const base = rounding ?? 1;
  const bare = [...coverage.target, ...coverage.measured].some(
    (count) => count > 0 && (count < k - Math.floor(base / 2) || count % base !== 0),
  );
  const doubts: readonly (readonly [boolean, ReleaseDoubt])[] = [
    [policy === undefined, 'unproven/no-policy'],
    [small, 'unproven/small-cell'],
    [base < RELEASE_ROUNDING, 'unproven/rounding'],
    [bare, 'unproven/coverage'],
    [tables.some((table) => !KNOWN_TABLES.has(shapeOf(table))), 'unproven/tables'],
    [(monitoring?.entries.length ?? 0) > 0, 'unproven/entry-counts'],
    [services !== undefined, 'unproven/services'],
    [audit === undefined || audit.exact + audit.unsafe > 0, 'unproven/no-audit'],
  ];
  return doubts.flatMap(([is, doubt]) => (is ? [doubt] : []));
}

/**
 * Goes through areas and periods of a dataset and ends with true at the first whose hidden cells its margins give back, or
 * whose figures no true counts can have. Crossings that no table shows, and districts against villages, are left to
 * auditRelease.
 */
export function* openMargins(dataset: Dataset): Generator<undefined, boolean> {
  const rule = publishedRule(dataset);
  const plans = new Map<string, AttackPlan>();
  for (const period of dataset.coverage.periods) {
    const published = publishedPeriod(dataset, period);
    const districts = new Set(published.villages.map((village) => dataset.territory.districtOf[village]!));
    for (const [level, areas] of [
      ['village', published.villages],
      ['district', [...districts]],
    ] as const) {
      const cells = published.cells[level];
      const key = cells.map(({ masks }) => maskKey(masks)).join(', ');
      const plan = plans.get(key) ?? { ...attackPlan(cells), crossed: new Map() };
      plans.set(key, plan);
      for (const area of areas) {
        const { possible, leaks } = attack(plan, published.of(level, area), rule, { untilLeak: true });
        if (!possible || leaks.length > 0) return true;
        yield undefined;
      }
    }
  }
  return false;
}

/**
 * What a dataset may call itself. The example is what is shipped: other figures under that name are shown as INTERNAL, because an
 * example is neither marked nor asked about.
 * @param shipped the example as the program ships it; null where it has not been opened.
 */
export function asShipped(
  dataset: Dataset,
  shipped: Dataset | null,
): { readonly dataset: Dataset; readonly problems: readonly Problem[] } {
  const { manifest } = dataset;
  const isOwn = shipped !== null && datasetDigest(dataset) === datasetDigest(shipped);
  if (manifest.tier !== 'example' || isOwn) return { dataset, problems: [] };
  return {
    dataset: { ...dataset, manifest: { ...manifest, tier: 'internal' } },
    problems: [{ code: 'package/example-unproven', severity: 'warning' }],
  };
}
