import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre, VectorTileSource } from 'maplibre-gl';
import type { BoundaryCollection } from '#core/boundary.ts';
import { type BoundarySource, boundaryLayers, boundarySource } from './map-style.ts';
import { TILE_LAYER } from './tile-channel.ts';
import { type HeldGround, holdGround } from './tile-grounds.ts';

/** More areas than this are cut into tiles by the program itself, which leaves none out, however small. */
const MOST_DRAWN_WHOLE = 1_000;

export function isMany({ features }: BoundaryCollection): boolean {
  return features.length > MOST_DRAWN_WHOLE;
}

/** Only what drawing needs goes to MapLibre's worker. */
function drawable(collection: BoundaryCollection): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: collection.features.map(({ geometry }, index) => ({
      type: 'Feature',
      geometry,
      properties: { index },
    })),
  };
}

/** Puts another source under the layers that draw it; these are added anew, each in its place. */
function replaceSource(map: MapLibre, source: BoundarySource, tiles: string | null): void {
  for (const { layer } of boundaryLayers(source, false))
    if (map.getLayer(layer.id)) map.removeLayer(layer.id);
  map.removeSource(source);
  map.addSource(source, boundarySource(tiles));
  for (const { layer, above } of boundaryLayers(source, tiles !== null))
    map.addLayer(
      layer,
      above.find((id) => map.getLayer(id)),
    );
}

/** The boundaries of one map: few as one GeoJSON source, many as tiles. */
export interface BoundarySources {
  /** Settles once MapLibre has them; not yet drawn. */
  show(source: BoundarySource, boundaries: BoundaryCollection | null): Promise<void>;
  /** Where the state of an area is kept. */
  feature(index: number): { readonly source: string; readonly sourceLayer?: string; readonly id: number };
  destroy(): void;
}

export function createBoundarySources(map: MapLibre): BoundarySources {
  const held = new Map<BoundarySource, HeldGround>();
  const whole = { type: 'FeatureCollection' as const, features: [] };

  const hold = (source: BoundarySource, ground: HeldGround | null): void => {
    held.get(source)?.release();
    if (ground === null) held.delete(source);
    else held.set(source, ground);
  };
  return {
    async show(source, boundaries) {
      const tiled = boundaries !== null && isMany(boundaries);
      // Held before the last one is let go: it may be the same.
      hold(source, tiled ? holdGround(boundaries) : null);
      const tiles = held.get(source)?.address ?? null;
      const shown = map.getSource<VectorTileSource>(source)?.tiles?.[0] ?? null;
      if (shown !== tiles) replaceSource(map, source, tiles);
      if (tiled) return;
      map.removeFeatureState({ source });
      await map.getSource<GeoJSONSource>(source)?.setData(boundaries === null ? whole : drawable(boundaries));
    },
    feature: (id) =>
      held.has('areas') ? { source: 'areas', sourceLayer: TILE_LAYER, id } : { source: 'areas', id },
    destroy() {
      for (const source of held.keys()) hold(source, null);
    },
  };
}
