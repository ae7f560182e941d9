import type { AreaLevel } from './area.ts';
import {
  ALL_CLASSES,
  type AreaSums,
  answeringTables,
  type ClassMasks,
  classMask,
  filterMask,
  knownMask,
  narrow,
  passTable,
  restricts,
  sumByArea,
  tellsApart,
} from './cell-selection.ts';
import type { CellTable } from './cells.ts';
import type { Dataset, Manifest } from './dataset.ts';
import { CONDITION_DIMENSIONS, DIMENSIONS, POPULATION_DIMENSIONS } from './dimension.ts';
import type { Indicator } from './indicator.ts';
import { narrowedTable, narrowTable } from './narrowed-table.ts';
import type { Period } from './period.ts';
import { invariant } from './problem.ts';
import { unitOf } from './unit.ts';
import { type Filters, NO_FILTERS, type View } from './view.ts';

/** Which children are counted, apart from how they are laid out. */
export type CellQuestion = Pick<View, 'period' | 'filters'>;

interface QuestionMasks {
  readonly denominator: ClassMasks;
  readonly numerator: ClassMasks;
}

/** The children asked for, by class: unknown classes of the conditions are outside both. */
function questionMasks(indicator: Indicator & { kind: 'prevalence' }, filters: Filters): QuestionMasks {
  let denominator = ALL_CLASSES;
  for (const { dimension } of indicator.conditions) {
    denominator = narrow(denominator, dimension, knownMask(dimension));
  }
  for (const dimension of POPULATION_DIMENSIONS) {
    denominator = narrow(denominator, dimension, filterMask(filters.classes, dimension));
  }
  let numerator = denominator;
  for (const { dimension, classes } of indicator.conditions) {
    numerator = narrow(numerator, dimension, classMask(dimension, classes));
  }
  for (const dimension of CONDITION_DIMENSIONS) {
    numerator = narrow(numerator, dimension, filterMask(filters.classes, dimension));
  }
  return { denominator, numerator };
}

/** Whether some table of a dataset can answer an indicator under filters on classes, whatever its level and periods. */
export function isAnswerable(
  manifest: Manifest,
  indicator: Indicator,
  filters: Filters = NO_FILTERS,
): boolean {
  if (isOfWholeUnits(indicator) && restricts(filters.classes, DIMENSIONS)) return false;
  if (indicator.kind === 'coverage') return manifest.tables.some((table) => unitOf(table) === 'child');
  const { denominator, numerator } = questionMasks(indicator, filters);
  return manifest.tables.some(
    (table) =>
      unitOf(table) === indicator.unit && tellsApart(table, numerator) && tellsApart(table, denominator),
  );
}

/**
 * Periods for which some table of a level crosses what an indicator asks for under filters on classes, in the order of the
 * manifest: a release has few tables, and not the same of every kind of period.
 */
export function answeredPeriods(
  { manifest, tables }: Pick<Dataset, 'manifest' | 'tables'>,
  indicator: Indicator & { kind: 'prevalence' },
  filters: Filters,
  level: AreaLevel,
): readonly Period[] {
  const { denominator, numerator } = questionMasks(indicator, filters);
  const own = tables.filter(
    (table) =>
      table.level === level &&
      unitOf(table) === indicator.unit &&
      tellsApart(table, numerator) &&
      tellsApart(table, denominator),
  );
  const held = new Set(own.flatMap(({ periods }) => periods));
  return manifest.periods.flatMap(({ id }) => (held.has(id) ? [id] : []));
}

/** Whether filters on classes, which are of children measured, leave an indicator unanswered. */
export function isOfWholeUnits({ kind, unit }: Indicator): boolean {
  return kind === 'coverage' || unit !== 'child';
}

/**
 * Children by area of a level, NaN where hidden, from the tables that tabulate documents; null where no table of the
 * level crosses what is asked for. O(cells of the period).
 */
export function prevalenceSums(
  dataset: Dataset,
  question: CellQuestion,
  indicator: Indicator & { kind: 'prevalence' },
  level: AreaLevel,
): AreaSums | null {
  if (isOfWholeUnits(indicator) && restricts(question.filters.classes, DIMENSIONS)) return null;
  const { denominator, numerator } = questionMasks(indicator, question.filters);
  const tables = tablesFor(dataset, question, indicator, level);
  const smallest = tables[0];
  if (smallest === undefined) return null;
  if (dataset.manifest.tier !== 'release') {
    const table = narrowedTable(smallest, question.period, [denominator, numerator]) ?? smallest;
    return sumByArea(table, question.period, passTable(table.dimensions, denominator, numerator));
  }
  const n = firstShown(tables, question, numerator);
  const N = firstShown(
    answeringTables(dataset, level, question.period, denominator, indicator.unit),
    question,
    denominator,
  );
  return { numerator: n.map((count, i) => Math.min(count, N[i]!)), denominator: N };
}

/** Those that answer both numerator and denominator, the smallest first. */
function tablesFor(
  dataset: Dataset,
  question: CellQuestion,
  indicator: Indicator & { kind: 'prevalence' },
  level: AreaLevel,
): readonly CellTable[] {
  const { denominator, numerator } = questionMasks(indicator, question.filters);
  // A numerator of known children needs their conditions' dimensions too: its tables can give the denominator.
  return answeringTables(dataset, level, question.period, numerator, indicator.unit).filter((table) =>
    tellsApart(table, denominator),
  );
}

/**
 * Narrows the tables that answer an indicator under filters to what these ask for, so that the next answers of the same
 * dimensions scan less; the answers are the same. A release is left alone: which of its tables answers depends on what
 * they hide. To be run when nobody waits.
 */
export function* narrowAnswers(
  dataset: Dataset,
  question: CellQuestion,
  indicator: Indicator,
): Generator<void> {
  if (indicator.kind === 'coverage' || dataset.manifest.tier === 'release') return;
  if (isOfWholeUnits(indicator) && restricts(question.filters.classes, DIMENSIONS)) return;
  const { denominator, numerator } = questionMasks(indicator, question.filters);
  for (const level of ['village', 'district'] as const) {
    const smallest = tablesFor(dataset, question, indicator, level)[0];
    if (smallest !== undefined) yield* narrowTable(smallest, question.period, [denominator, numerator]);
  }
}

/** By area the count of the first table that hides none of the cells needed; NaN where every table does. */
function firstShown(tables: readonly CellTable[], question: CellQuestion, masks: ClassMasks): Float64Array {
  let shown: Float64Array | null = null;
  for (const table of tables) {
    const sums = sumByArea(table, question.period, passTable(table.dimensions, masks, masks)).denominator;
    shown = shown === null ? sums : shown.map((count, i) => (Number.isNaN(count) ? sums[i]! : count));
    if (!shown.some(Number.isNaN)) break;
  }
  invariant(shown, 'a table answers');
  return shown;
}
