import type { Map as MapLibre } from 'maplibre-gl';
import { expect, it } from 'vitest';
import { buildScene, type MapScene } from '#map/scene.ts';
import { createScenePainter } from '#map/scene-painter.ts';
import { squares } from './squares.ts';

const scene = (across: number): MapScene =>
  buildScene({
    ...squares(across, 2),
    outlines: null,
    classOf: new Uint8Array(across * 2),
    status: new Uint8Array(across * 2),
    colors: ['#ffffd4'],
    selected: [],
    hovered: null,
  });

/** A map that has taken new areas, and has not yet cut them. */
function slowMap() {
  let isCut = false;
  const waiting: (() => void)[] = [];
  const source = { setData: () => Promise.resolve() };
  const map = {
    getSource: () => source,
    getLayer: () => undefined,
    removeFeatureState: () => undefined,
    setFeatureState: () => undefined,
    setFilter: () => undefined,
    getContainer: () => ({ classList: { toggle: () => undefined } }),
    isSourceLoaded: () => isCut,
    once: (_: string, then: () => void) => waiting.push(then),
  };
  const finish = () => {
    isCut = true;
    for (const then of waiting.splice(0)) then();
  };
  return { map: map as unknown as MapLibre, finish, isWaiting: () => waiting.length > 0 };
}

it('takes names and marks away with the areas they belong to', async () => {
  const { map, finish, isWaiting } = slowMap();
  let named: MapScene | null = null;
  let marked: MapScene | null = null;
  const names = {
    show: (next: MapScene) => {
      named = next;
    },
    clear: () => {
      named = null;
    },
    setCovered: () => undefined,
    copyTo: () => Promise.resolve(),
    close: () => undefined,
  };
  const marks = {
    show: (next: MapScene) => {
      marked = next;
    },
    point: () => undefined,
    copyTo: () => Promise.resolve(),
    destroy: () => undefined,
  };
  const painter = createScenePainter(map, { names, marks }, () => undefined);
  const [old, next] = [scene(2), scene(3)];
  painter.start();
  painter.show(old);
  expect(named).toBe(old);
  painter.show(next);
  expect(named).toBeNull();
  expect(marked).toMatchObject({ boundaries: next.boundaries, marks: null });
  await expect.poll(isWaiting).toBe(true);
  expect(named).toBeNull();
  finish();
  expect(named).toBe(next);
  expect(marked).toBe(next);
});
