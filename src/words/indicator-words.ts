import type { AreaTable } from '#core/area-table.ts';
import type { Manifest } from '#core/dataset.ts';
import { type IndicatorId, unitOfIndicator } from '#core/indicator.ts';
import type { Period } from '#core/period.ts';
import type { View } from '#core/view.ts';
import { remember } from '#picture/remember.ts';
import { createFormat, type Format } from './format.ts';
import type { Words } from './id.ts';

export function indicatorName(view: View, manifest: Manifest, words: Words): string {
  return withProxy(view.indicator, view.measure, manifest, words);
}

/** The name of an indicator, with what stands in for extreme poverty where it is a proxy. */
export function withProxy(
  id: IndicatorId,
  form: 'rate' | 'count' | 'short',
  manifest: Manifest,
  words: Words,
): string {
  const name = words.indicator[id][form];
  return id.includes('poverty')
    ? `${name} (${words.povertyProxy(manifest.extremePovertyDecile === 1 ? '1' : `1–${manifest.extremePovertyDecile}`)})`
    : name;
}

const formats = remember(createFormat);

/** An indicator beside others, with its period where that is another than theirs: 'Keluarga miskin ekstrem (2025)'. */
export function nameBeside(
  { indicator: id, period }: Pick<AreaTable, 'indicator' | 'period'>,
  beside: Period,
  words: Words,
): string {
  const { short } = words.indicator[id];
  return period === beside ? short : `${short} (${formats(words).period(period)})`;
}

/** n of N of an indicator: children by the numbers alone, families and persons named, so that nobody takes one for another. */
export function partsOf(id: IndicatorId, n: number, total: number, words: Words, format: Format): string {
  const unit = unitOfIndicator(id);
  const parts = unit === 'child' ? words.area.parts : words.units[unit].parts;
  return parts(format.count(n), format.count(total));
}
