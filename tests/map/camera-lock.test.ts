import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type LockableMap, lockCameras, type MapCamera } from '#map/camera-lock.ts';

interface PlainMap extends LockableMap {
  moves: number;
}

/** A map that tells of every move at once, as both surfaces do. */
function plainMap(at: MapCamera): PlainMap {
  let camera = at;
  const listeners = new Set<() => void>();
  return {
    moves: 0,
    camera: () => camera,
    setCamera(next) {
      camera = next;
      this.moves += 1;
      for (const told of listeners) told();
    },
    onMove(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const camera = fc.record({
  center: fc.tuple(fc.double({ min: 95, max: 141 }), fc.double({ min: -11, max: 6 })),
  zoom: fc.double({ min: 4, max: 18 }),
});
const HOME: MapCamera = { center: [123.6, -10.2], zoom: 11 };

it('both look the same way after every move, each is moved at most once a move, and none once ended', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), camera), { maxLength: 8 }), (moves) => {
      const [a, b] = [plainMap(HOME), plainMap({ ...HOME, zoom: 5 })];
      const end = lockCameras(a, b);
      expect(b.camera()).toEqual(HOME);
      for (const [first, to] of moves) {
        (first ? a : b).setCamera(to);
        expect([a.camera(), b.camera()]).toEqual([to, to]);
      }
      expect(a.moves + b.moves).toBeLessThanOrEqual(1 + 2 * moves.length);
      end();
      a.setCamera({ ...HOME, zoom: 17 });
      expect(b.camera()).toEqual(moves.at(-1)?.[1] ?? HOME);
    }),
  );
});

it('leaves a map alone that looks that way already, so that one fitted to its areas stays so', () => {
  const [a, b] = [plainMap(HOME), plainMap(HOME)];
  lockCameras(a, b);
  b.setCamera(HOME);
  expect(a.moves).toBe(0);
});
