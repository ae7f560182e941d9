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
 * was written is sent. It holds where a hidden layer is one that no area is in the state of: its column is written once
 * more when it is hidden, and then stays right.
 */
export function spareBucket(bucket: TileBucket): void {
  const { stateDependentLayers: layers, programConfigurations: paint } = bucket;
  if (layers === undefined || paint === undefined || layers.length === 0) return;
  const { update } = bucket;
  const { upload } = paint;
  /** Hidden, and written since. */
  const settled = new Set<DrawnLayer>();
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

/** Spares the buckets of each tile of the areas, whenever it has new ones. They are no part of MapLibre's interface. */
export function spareTilePaint(map: MapLibre): void {
  const spared = new WeakSet<TileBucket>();
  map.on('sourcedata', (event) => {
    if (event.sourceId !== 'areas') return;
    const tile: { readonly buckets?: Readonly<Record<string, TileBucket>> } | undefined = event.tile;
    for (const bucket of Object.values(tile?.buckets ?? {})) {
      if (spared.has(bucket)) continue;
      spared.add(bucket);
      spareBucket(bucket);
    }
  });
}
