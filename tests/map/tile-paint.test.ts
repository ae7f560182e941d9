import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spareBucket, type TileBucket } from '#map/tile-paint.ts';

const LAYERS: readonly string[] = ['fill', 'few', 'chosen'];
const AREAS = 4;

interface Entry {
  readonly id: number;
  readonly state: readonly boolean[];
}

/** As MapLibre's: a column a layer, and what of it is on the graphics card. */
function bucketOf(hidden: (layer: string) => boolean) {
  const columns = LAYERS.map(() => Array.from({ length: AREAS }, () => false));
  const sent: (readonly boolean[])[] = LAYERS.map(() => []);
  const counts = { written: 0, sent: 0 };
  const layers = LAYERS.map((id) => ({ id, isHidden: () => hidden(id) }));
  const send = (k: number) => {
    sent[k] = [...(columns[k] ?? [])];
    counts.sent += 1;
  };
  const paint = {
    needsUpload: true,
    upload(_: unknown) {
      LAYERS.forEach((_, k) => {
        send(k);
      });
    },
    get: (id: string) => ({ upload: () => send(LAYERS.indexOf(id)) }),
  };
  const bucket: TileBucket = {
    stateDependentLayers: layers,
    programConfigurations: paint,
    update(states) {
      for (const layer of this.stateDependentLayers ?? []) {
        const k = LAYERS.indexOf(layer.id);
        for (const { id, state } of states as readonly Entry[]) {
          const column = columns[k];
          if (column) column[id] = state[k] ?? false;
          counts.written += 1;
          paint.needsUpload = true;
        }
      }
    },
  };
  return { bucket, paint, sent, counts };
}

const scene = fc.array(fc.array(fc.boolean(), { minLength: LAYERS.length, maxLength: LAYERS.length }), {
  minLength: AREAS,
  maxLength: AREAS,
});
/** Whether a frame is drawn after it, or the next scene comes first. */
const scenes = fc.array(fc.record({ areas: scene, drawn: fc.boolean() }), { minLength: 1, maxLength: 12 });

test('what is on the graphics card of a layer that is seen is the state of all areas', () => {
  fc.assert(
    fc.property(scenes, (steps) => {
      let now: readonly (readonly boolean[])[] = Array.from({ length: AREAS }, () => [false, false, false]);
      // The fill is always seen, the others while an area is in their state.
      const hidden = (layer: string) =>
        layer !== 'fill' && !now.some((state) => state[LAYERS.indexOf(layer)]);
      const { bucket, paint, sent } = bucketOf(hidden);
      spareBucket(bucket);
      const pending = new Map<number, readonly boolean[]>();
      for (const { areas, drawn } of [...steps, { areas: steps[0]?.areas ?? [], drawn: true }]) {
        areas.forEach((state, id) => {
          if (state.some((on, k) => on !== now[id]?.[k])) pending.set(id, state);
        });
        now = areas;
        if (!drawn) continue;
        const states = [...pending].map(([id, state]) => ({ id, state }));
        pending.clear();
        // Once for each layer, as MapLibre does.
        if (states.length > 0) for (const _ of LAYERS) bucket.update(states);
        paint.upload(null);
        LAYERS.forEach((layer, k) => {
          if (!hidden(layer)) expect(sent[k], layer).toEqual(now.map((state) => state[k]));
        });
      }
    }),
  );
});

test('a change is written once, and only into the layers that are seen', () => {
  const { bucket, paint, counts } = bucketOf((layer) => layer !== 'fill');
  spareBucket(bucket);
  paint.upload(null);
  const change = (on: boolean) => {
    const states = [{ id: 1, state: [on, false, false] }];
    for (const _ of LAYERS) bucket.update(states);
    paint.upload(null);
  };
  Object.assign(counts, { written: 0, sent: 0 });
  change(true);
  expect(counts).toEqual({ written: 1, sent: 1 });
});
