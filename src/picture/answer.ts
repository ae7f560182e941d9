import type { AreaTable } from '#core/area-table.ts';
import { periodBeside } from '#core/counted-units.ts';
import type { Manifest } from '#core/dataset.ts';
import { type Indicator, type IndicatorId, indicators } from '#core/indicator.ts';
import { type Question, type Totals, tabulateWithTotals } from '#core/tabulation.ts';
import type { Filters, View } from '#core/view.ts';
import type { Atlas } from './atlas.ts';

/** One indicator in one period, under filters: by area and in all. */
export interface Answer {
  readonly indicator: Indicator;
  readonly table: AreaTable;
  readonly totals: Totals;
}

function isUnfiltered(filters: Filters): boolean {
  return (
    filters.districts.length === 0 && Object.values(filters.classes).every((classes) => !classes?.length)
  );
}

function findIndicator(manifest: Manifest, id: IndicatorId): Indicator {
  const found = indicators(manifest.extremePovertyDecile).find((indicator) => indicator.id === id);
  if (!found) throw new RangeError(`unknown indicator ${id}`);
  return found;
}

/** The period of an indicator in a view: the view's for its own, for another the one that stands beside it. */
export function shownPeriod(
  manifest: Manifest,
  view: Pick<View, 'indicator' | 'period'>,
  { id, unit }: Pick<Indicator, 'id' | 'unit'>,
): Question['period'] {
  return id === view.indicator ? view.period : periodBeside(manifest, unit, view.period);
}

/** The answer of an indicator that is shown beside others: in the period of its unit that stands beside theirs. */
export function answerBeside(
  atlas: Atlas,
  level: Question['level'],
  id: IndicatorId,
  period: Question['period'],
  filters: Filters,
): Answer | null {
  const { unit } = findIndicator(atlas.manifest, id);
  return answerFor(atlas, level, id, periodBeside(atlas.manifest, unit, period), filters);
}

/** The answer to a question, or null while the engine still loads and the opening answer is to another one. */
export function answerFor(
  atlas: Atlas,
  level: Question['level'],
  id: IndicatorId,
  period: Question['period'],
  filters: Filters,
): Answer | null {
  const indicator = findIndicator(atlas.manifest, id);
  if (atlas.dataset) {
    const question: Question = { level, indicator: id, period, filters };
    return { indicator, ...tabulateWithTotals(atlas.dataset, question) };
  }
  const { first } = atlas;
  const isFirst =
    level === 'village' && id === first?.indicator && period === first.period && isUnfiltered(filters);
  return isFirst && first ? { indicator, table: first.table, totals: first.totals } : null;
}
