import type { IndicatorId } from '#core/indicator.ts';
import { type Filters, type Hotspots, NO_FILTERS, type Question, SINGLE } from '#core/view.ts';
import { DEFAULT_HOTSPOTS } from '#picture/hotspot-layer.ts';
import { type AppStore, setView } from '#state/store.ts';

/** Another indicator; what lies over it stays where it can, but for three problems. */
export function askIndicator(store: AppStore, indicator: IndicatorId): void {
  const regions = store.getState().view?.question.kind === 'regions';
  setView(store, regions ? { indicator, question: SINGLE } : { indicator });
}

export function askHotspots(store: AppStore, method: Hotspots['method']): void {
  const before = store.getState().view?.hotspots ?? DEFAULT_HOTSPOTS;
  setView(store, { hotspots: { ...before, method } });
}

/** A question that sets all it names; period, level and kecamatan stay. */
export function askExample(
  store: AppStore,
  indicator: IndicatorId | null,
  question: Question,
  classes: Filters['classes'],
): void {
  const { view } = store.getState();
  if (!view) return;
  setView(store, {
    measure: 'rate',
    ...(indicator === null ? {} : { indicator }),
    question,
    hotspots: null,
    filters: { ...NO_FILTERS, districts: view.filters.districts, classes },
  });
}
