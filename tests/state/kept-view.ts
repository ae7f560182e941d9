import type { BoundaryCollection } from '#core/boundary.ts';
import type { Tier } from '#core/dataset.ts';
import type { Period } from '#core/period.ts';
import type { Atlas } from '#picture/atlas.ts';
import { openingView } from '#picture/opening-view.ts';
import type { AddressBar } from '#state/address.ts';
import type { MachineStorage } from '#state/machine-storage.ts';
import { type AppStore, createAppStore } from '#state/store.ts';
import { AUGUST, datasetOf, JULY, tableOf } from '#tests/core/small-city.ts';

const NO_BOUNDARIES: BoundaryCollection = { type: 'FeatureCollection', features: [] };

/** A city of the given districts, in July and August, as it is when all its data are in. */
export function atlasOf(villages: readonly number[] = [3, 2], tier: Tier = 'internal'): Atlas {
  const periods: readonly Period[] = [JULY, AUGUST];
  const tables = [tableOf([], villages, { periods })];
  const dataset = datasetOf({ villagesPerDistrict: villages, tables, periods, tier });
  const boundaries = { villages: NO_BOUNDARIES, districts: NO_BOUNDARIES };
  const { manifest, territory, coverage } = dataset;
  return { manifest, territory, coverage, boundaries, dataset, first: null };
}

/** As the session does when data come in. */
export function openAtlas(store: AppStore, atlas: Atlas): void {
  store.setState({ atlas, view: openingView(atlas.manifest), notice: null });
}

export function storeWith(atlas: Atlas): AppStore {
  const store = createAppStore();
  openAtlas(store, atlas);
  return store;
}

export interface FakeBar extends AddressBar {
  /** Every address of this page so far, the present one last. */
  readonly pages: string[];
  /** As a reader who types an address, or goes back to one. */
  go(hash: string): void;
}

export function fakeBar(hash = ''): FakeBar {
  const pages = [hash];
  let listener = () => {};
  return {
    pages,
    read: () => pages.at(-1) ?? '',
    push: (next) => void pages.push(next),
    replace: (next) => void pages.splice(-1, 1, next),
    onChange: (heard) => {
      listener = heard;
    },
    go(next) {
      pages.push(next);
      listener();
    },
  };
}

/** A machine that keeps at most so many characters. */
export function fakeStorage(room = 1e6): MachineStorage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, value) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
  };
}
