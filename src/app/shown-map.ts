import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bounds } from '#map/extent.ts';
import type { MapSurface } from '#map/map-surface.ts';
import type { MapScene } from '#map/scene.ts';
import type { AppStore } from '#state/store.ts';

/** What a map shows, for those who draw it again: its last scene, and what of it is seen (null: all). */
export interface ShownMap {
  readonly scene: () => MapScene | null;
  readonly seen: () => Bounds | null;
  readonly surface: MapSurface | null;
}

const maps = new WeakMap<AppStore, StoreApi<ShownMap | null>>();

/** The map that shows a store's view; null until there is one. A living surface is no part of the state. */
export function shownMapOf(store: AppStore): StoreApi<ShownMap | null> {
  const known = maps.get(store) ?? createStore<ShownMap | null>(() => null);
  maps.set(store, known);
  return known;
}
