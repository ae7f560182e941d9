import { type AreaLevel, geographyOf, type Territory } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import {
  type AreaBudget,
  amountPerChild,
  areaBudget,
  type BudgetActivity,
  type BudgetGap,
  type BudgetShare,
  budgetGaps,
  budgetShares,
  type ShareKey,
} from '#core/budget.ts';
import { type BudgetRow, budgetActivities, budgetYears } from '#core/budget-record.ts';
import { NO_CLASS } from '#core/classification.ts';
import type { Dataset } from '#core/dataset.ts';
import type { BudgetAsked } from '#core/view.ts';
import { answerFor } from './answer.ts';
import type { LayerKind, LayerMaker } from './layer-maker.ts';
import { remember } from './remember.ts';
import type { Shading } from './shading.ts';
import { ordered } from './told-areas.ts';

/** The money of a year against the affected children of the picture, area by area. */
export interface BudgetLayer {
  readonly kind: 'budget';
  readonly asked: BudgetAsked;
  readonly years: readonly number[];
  /** Of the year, proposals left out; their shares name villages whatever the level. */
  readonly activities: readonly BudgetActivity[];
  readonly shares: readonly BudgetShare[];
  /** By area of the level; and of the villages. */
  readonly budget: AreaBudget;
  readonly villages: AreaBudget;
  /** Of the year before, where there is one. */
  readonly before: AreaBudget | null;
  /** What is proposed for the year, and in no budget yet. */
  readonly proposed: AreaBudget;
  /** Affected children by area of the level and by village; NaN where unknown. */
  readonly affected: Float64Array;
  readonly villagesAffected: Float64Array;
  readonly villagesMeasured: Float64Array;
  readonly perChild: Float64Array;
  readonly gaps: readonly BudgetGap[];
  readonly meanAffected: number;
  readonly amountPerChild: number;
  readonly status: Uint8Array;
}

/** In the order of the colors. */
export const BUDGET_CLASSES = ['gap', 'burdened', 'lightly-funded', 'lightly-burdened'] as const;
const COLORS = ['#a8380b', '#e0a15c', '#d9d4c5', '#9fc0cf'] as const;

/** What is asked when money is first asked for; null where there is none. */
export function openingBudget(rows: readonly BudgetRow[] | undefined): BudgetAsked | null {
  const [year] = budgetYears((rows ?? []).filter(({ proposed }) => !proposed));
  return year === undefined ? null : { kind: 'budget', year, key: 'affected' };
}

function keysOf(key: ShareKey, affected: Float64Array, target: Float64Array): Float64Array {
  return key === 'equal' ? affected.map(() => 1) : key === 'affected' ? affected : target;
}

function atLevel(budget: AreaBudget, territory: Territory, level: AreaLevel): AreaBudget {
  if (level === 'village') return budget;
  const placed = new Float64Array(territory.districts.areas.length);
  budget.placed.forEach((amount, i) => {
    placed[territory.districtOf[i]!]! += amount;
  });
  return { ...budget, placed };
}

function layerOf(
  asked: BudgetAsked,
  dataset: Dataset,
  level: AreaLevel,
  affected: Float64Array,
  villagesAffected: Float64Array,
  target: Float64Array,
): BudgetLayer {
  const { territory, budget: rows = [] } = dataset;
  const villages = geographyOf(territory, 'village');
  const key = keysOf(asked.key, villagesAffected, target);
  const sharesOf = (own: readonly BudgetRow[]) => {
    const activities = budgetActivities(own, villages);
    const shares = budgetShares(activities, key);
    return { activities, shares, budget: areaBudget(shares, villages.areas.length) };
  };
  const of = (year: number, proposed: boolean) =>
    sharesOf(rows.filter((row) => row.year === year && row.proposed === proposed));
  const now = of(asked.year, false);
  const years = budgetYears(rows);
  const budget = atLevel(now.budget, territory, level);
  return {
    kind: 'budget',
    asked,
    years,
    activities: now.activities,
    shares: now.shares,
    budget,
    villages: now.budget,
    before: years.includes(asked.year - 1)
      ? atLevel(of(asked.year - 1, false).budget, territory, level)
      : null,
    proposed: atLevel(of(asked.year, true).budget, territory, level),
    affected,
    villagesAffected,
    villagesMeasured: target,
    perChild: amountPerChild(budget, affected),
    ...budgetGaps(budget, affected),
    status: Uint8Array.from(affected, (n) =>
      Number.isNaN(n) ? CellStatus.notReported : CellStatus.observed,
    ),
  };
}

function shadingOf({ gaps, status }: BudgetLayer): Shading {
  const classOf = Uint8Array.from(gaps, (gap) => (gap === null ? NO_CLASS : BUDGET_CLASSES.indexOf(gap)));
  const areasPerClass = new Uint32Array(COLORS.length);
  for (const k of classOf) if (k !== NO_CLASS) areasPerClass[k]! += 1;
  return { kind: 'budget', classOf, status, colors: COLORS, areasPerClass, hatched: null };
}

const makeBudgetLayer: LayerMaker<'budget', BudgetLayer> = () => {
  const answers = remember(answerFor);
  const layers = remember(layerOf);
  const shadings = remember(shadingOf);
  return ({ atlas, view, answer }, asked) => {
    const { dataset } = atlas;
    if (dataset === null) return 'waiting';
    if (answer.indicator.kind !== 'prevalence' || answer.indicator.unit !== 'child') return null;
    if (!dataset.budget?.some(({ year }) => year === asked.year)) return null;
    const villages = answers(atlas, 'village', view.indicator, view.period, view.filters);
    if (!villages) return null;
    const { numerator, denominator } = villages.table;
    const layer = layers(asked, dataset, view.level, answer.table.numerator, numerator, denominator);
    return { layer, shading: shadings(layer) };
  };
};

export const budgetKind: LayerKind<'budget', BudgetLayer> = {
  settle: (asked) => asked,
  make: makeBudgetLayer,
  /** Gaps, the most affected children first. */
  told: (_, { gaps, affected }) => ordered(affected.map((n, i) => (gaps[i] === 'gap' ? -n : Number.NaN))),
};
