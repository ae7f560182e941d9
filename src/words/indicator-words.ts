import type { Manifest } from '#core/dataset.ts';
import type { IndicatorId } from '#core/indicator.ts';
import type { View } from '#core/view.ts';
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
