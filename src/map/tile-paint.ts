import type { Map as MapLibre } from 'maplibre-gl';

interface DrawnLayer {
  readonly id: string;
  isHidden(): boolean;
}

/** What MapLibre keeps for some layers of one tile, as far as it is used here. */
export interface TileBucket {
  stateDependentLayers?: readonly DrawnLayer[];
  readonly programConfigurations?: TilePaint;
  update(states: readonly object[], ...rest: readonly unknown[]): void;
}

interface TilePaint {
  needsUpload: boolean;
  upload(context: unknown): void;
  get(layer: string): { upload(context: unknown): void };
}

/**
 * MapLibre writes a change of feature states once for each layer of a bucket into the columns of all of them, hidden ones
 * too, and sends all columns to the graphics card. Now each is written once, of those layers that are seen; and what
 * was written is sent. It holds where a hidden layer is one that no area is in the state of: of a new bucket its column is
 * right as it is made, and later it is written once more when it is hidden. To be called before anything is written.
 */
export function spareBucket(bucket: TileBucket): void {
  const { stateDependentLayers: layers, programConfigurations: paint } = bucket;
  if (layers === undefined || paint === undefined || layers.length === 0) return;
  const { update } = bucket;
  const { upload } = paint;
  /** Hidden, and right. */
  const settled = new Set(layers.filter((layer) => layer.isHidden()));
  let last: unknown = null;
  /** null: nothing is sent yet. */
  let written: Set<string> | null = null;
  bucket.update = (states, ...rest) => {
    if (states === last) return;
    last = states;
    const due = layers.filter((layer) => !(layer.isHidden() && settled.has(layer)));
    for (const layer of due) {
      if (layer.isHidden()) settled.add(layer);
      else settled.delete(layer);
      written?.add(layer.id);
    }
    bucket.stateDependentLayers = due;
    update.call(bucket, states, ...rest);
    bucket.stateDependentLayers = layers;
  };
  paint.upload = (context) => {
    if (!paint.needsUpload) return;
    if (written === null) upload.call(paint, context);
    else for (const id of written) paint.get(id).upload(context);
    written = new Set();
    paint.needsUpload = false;
  };
}

interface Tile {
  readonly buckets: Readonly<Record<string, TileBucket>>;
  setFeatureState(...given: unknown[]): void;
}

/**
 * Spares the buckets of each tile of the areas before the first state is written into them, which is when the tile comes
 * from its worker, before MapLibre says so. They are no part of its interface.
 */
export function spareTilePaint(map: MapLibre): void {
  const watched = new WeakSet<Tile>();
  const spared = new WeakSet<TileBucket>();
  map.on('sourcedataloading', (event) => {
    if (event.sourceId !== 'areas') return;
    const tile: Tile | undefined = event.tile;
    if (tile === undefined || watched.has(tile)) return;
    watched.add(tile);
    const { setFeatureState } = tile;
    tile.setFeatureState = (...given) => {
      for (const bucket of Object.values(tile.buckets)) {
        if (spared.has(bucket)) continue;
        spared.add(bucket);
        spareBucket(bucket);
      }
      setFeatureState.apply(tile, given);
    };
  });
}
