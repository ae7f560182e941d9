import type { CellTable } from '#core/cells.ts';
import { periodsOfUnit } from '#core/counted-units.ts';
import type { Manifest } from '#core/dataset.ts';
import { DIMENSIONS } from '#core/dimension.ts';
import { indicators, unitOfIndicator } from '#core/indicator.ts';
import { METHOD_VERSION } from '#core/method-version.ts';
import { latestComplete } from '#core/period.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import { unitOf } from '#core/unit.ts';
import { NO_FILTERS, SINGLE, type View } from '#core/view.ts';

/** The view a dataset opens with: stunting where it is known, the latest complete month, else the latest period. */
export function openingView(manifest: Manifest, tables: readonly CellTable[] = []): View {
  const order = [
    'stunting',
    'wasting',
    'underweight',
    'extreme-poverty',
    'coverage',
    'family-poverty',
    'stunting-risk',
    'person-poverty',
  ] as const;
  const all = indicators(manifest.extremePovertyDecile);
  const first = order
    .map((id) => all.find((one) => one.id === id))
    .find((one) => one && isAnswerable(manifest, one));
  const indicator = first?.id ?? 'coverage';
  const asked = first?.kind === 'prevalence' ? first.conditions.map(({ dimension }) => dimension) : [];
  const unit = unitOfIndicator(indicator);
  const holding = tables.filter(
    (table) => unitOf(table) === unit && asked.every((dimension) => table.dimensions.includes(dimension)),
  );
  const counted = periodsOfUnit(manifest, unit);
  const held = counted.filter(({ id }) => holding.some(({ periods }) => periods.includes(id)));
  const periods = held.length > 0 ? held : counted.length > 0 ? counted : manifest.periods;
  const kinds = ['month', 'quarter', 'semester', 'year'] as const;
  const complete = kinds.map((kind) => latestComplete(periods, kind)).find((period) => period !== null);
  const period = complete ?? periods.at(-1)?.id;
  if (!period) throw new RangeError('a dataset has at least one period');
  return {
    version: 2,
    method: METHOD_VERSION,
    room: 'map',
    level: 'village',
    indicator,
    measure: 'rate',
    period,
    filters: NO_FILTERS,
    classification: defaultClassification(indicator),
    classesLocked: true,
    showSmallRates: false,
    selected: [],
    question: SINGLE,
    hotspots: null,
    burden: false,
  };
}

const BANDS: View['classification'] = { kind: 'bands' };

const FIVE_QUANTILES: View['classification'] = { kind: 'quantile', classes: 5 };

/** The same object for the same answer. */
export function defaultClassification(
  indicator: View['indicator'],
  measure: View['measure'] = 'rate',
): View['classification'] {
  return measure === 'rate' && (indicator === 'stunting' || indicator === 'wasting') ? BANDS : FIVE_QUANTILES;
}

/** Dimensions of children that some table of the dataset knows. */
export function knownDimensions(manifest: Manifest): ReadonlySet<string> {
  const crossed = new Set<string>(
    manifest.tables.filter((table) => unitOf(table) === 'child').flatMap((table) => table.dimensions),
  );
  return new Set(DIMENSIONS.filter((dimension) => crossed.has(dimension)));
}
