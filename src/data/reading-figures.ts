import type { Territory } from '#core/area.ts';
import { DIMENSIONS, type DimensionId } from '#core/dimension.ts';
import type { IndicatorId } from '#core/indicator.ts';
import { comparePeriods, type Period } from '#core/period.ts';
import type { QuestionOption } from '#core/question.ts';
import type { Unit } from '#core/unit.ts';
import type { TableReading } from './table-import.ts';
import type { AcceptedRow } from './table-rows.ts';
import type { UnitCounts, UnitIndicator } from './unit-tables.ts';

/**
 * One number that would be loaded: n affected of N of known class, S targeted and D measured; null is not known. Where
 * the class of none is known, N is 0 and n null.
 */
export interface Figure {
  readonly code: string;
  readonly name: string;
  readonly period: Period;
  readonly indicator: IndicatorId | UnitIndicator;
  readonly unit: Unit;
  readonly n: number | null;
  readonly N: number | null;
  readonly S: number | null;
  readonly D: number | null;
}

/** Affected and all of known class, of one dimension. */
function rateOf({ counts }: AcceptedRow, dimension: DimensionId): { n: number; N: number } | null {
  const own = counts[dimension];
  if (!own) return null;
  let all = 0;
  for (const name in own) if (name !== 'unknown') all += own[name] ?? 0;
  const n = dimension === 'poverty' ? (own['1'] ?? 0) : (own.severe ?? 0) + (own.moderate ?? 0);
  return { n, N: all };
}

const INDICATORS: readonly (readonly [DimensionId, IndicatorId, IndicatorId | null])[] = [
  ['stunting', 'stunting', 'severe-stunting'],
  ['wasting', 'wasting', 'severe-wasting'],
  ['underweight', 'underweight', null],
  ['poverty', 'extreme-poverty', null],
];

/** Figures of children, of all rows. */
export function figuresOf(
  rows: readonly AcceptedRow[],
  undivided: ReadonlySet<DimensionId>,
  territory: Territory,
): readonly Figure[] {
  const figures: Figure[] = [];
  for (const row of rows) {
    const { code = '', name = '' } = territory.villages.areas[row.area] ?? {};
    const { period, target: S, measured: D } = row;
    const add = (indicator: IndicatorId, n: number, N: number | null): void => {
      figures.push({ code, name, period, indicator, unit: 'child', n: N === 0 ? null : n, N, S, D });
    };
    let told = false;
    for (const [dimension, indicator, severe] of INDICATORS) {
      const rate = rateOf(row, dimension);
      if (rate === null) continue;
      told = true;
      add(indicator, rate.n, rate.N);
      if (severe !== null && !undivided.has(dimension))
        add(severe, row.counts[dimension]?.severe ?? 0, rate.N);
    }
    if (!told) add('coverage', D, S);
  }
  return figures;
}

/** Figures of families and persons. */
export function unitFigures(units: readonly UnitCounts[], territory: Territory): readonly Figure[] {
  return units.flatMap(({ unit, indicator, rows }) =>
    rows.map(({ area, period, measured, counts }) => {
      const { code = '', name = '' } = territory.villages.areas[area] ?? {};
      return {
        code,
        name,
        period,
        indicator,
        unit,
        n: counts.poverty?.['1'] ?? 0,
        N: measured,
        S: null,
        D: null,
      };
    }),
  );
}

/** Affected and known of the latest period that the readings have, of their first dimension. */
export function rateFollowing(table: TableReading): QuestionOption['follows'] {
  const latest = [...new Set(table.accepted.map(({ period }) => period))].sort(comparePeriods).at(-1);
  const rows = table.accepted.filter(({ period }) => period === latest);
  const dimension = DIMENSIONS.find((one) => rows.some(({ counts }) => counts[one] !== undefined));
  if (!dimension) return null;
  const rates = rows.flatMap((row) => rateOf(row, dimension) ?? []);
  return {
    what: dimension,
    n: rates.reduce((sum, { n }) => sum + n, 0),
    N: rates.reduce((sum, { N }) => sum + N, 0),
  };
}
