import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AreaCode } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { clearPadding, placeLegend } from '#map/legend-clearance.ts';

const FRAME = { width: 700, height: 650 };
/** A column of buttons, as at the map; side by side they are a row. */
const CONTROLS = { width: 46, height: 212 };
const LEGEND = { width: 240, height: 340 };

/** One area with the given outline; near the equator, where a degree is a degree either way. */
function outline(ring: readonly (readonly [number, number])[]): BoundaryCollection {
  const closed = [...ring, ring[0]!].map(([x, y]) => [x, y]);
  return {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        id: 0,
        properties: { index: 0, code: '1' as AreaCode, name: 'A' },
        geometry: { type: 'Polygon', coordinates: [closed] },
      },
    ],
  };
}

function scale(boundaries: BoundaryCollection, legend: { width: number; height: number }): number {
  const { padding } = placeLegend(boundaries, { frame: FRAME, legend: legend, controls: CONTROLS });
  return Math.min(
    FRAME.width - padding.left - padding.right - 48,
    FRAME.height - padding.top - padding.bottom - 48,
  );
}

const SQUARE = outline([
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
]);

describe('placing the legend', () => {
  test('a shape whose bottom left is open needs no room made for the legend', () => {
    const open = outline([
      [0, 1],
      [0, 0.8],
      [0.8, 0],
      [1, 0],
      [1, 0.7],
      [0.9, 0.8],
    ]);
    expect(
      placeLegend(open, { frame: FRAME, legend: { width: 200, height: 200 }, controls: CONTROLS }),
    ).toMatchObject({
      corner: 'bottom-left',
      padding: { left: 0, bottom: 0 },
    });
  });

  test('a shape whose top left is open takes the legend there', () => {
    const open = outline([
      [0, 0],
      [1, 0],
      [1, 0.9],
      [0.6, 0.6],
      [0, 0.1],
    ]);
    expect(placeLegend(open, { frame: FRAME, legend: LEGEND, controls: CONTROLS }).corner).toBe('top-left');
  });

  test('a square is moved aside', () => {
    const { corner, padding } = placeLegend(SQUARE, { frame: FRAME, legend: LEGEND, controls: CONTROLS });
    expect(corner).toBe('bottom-left');
    expect(padding.left + padding.bottom).toBeGreaterThan(100);
  });

  test('no part of them that the map is brought to lies under the legend, which stays in its corner', () => {
    const box = fc.tuple(...[0, 0, 0, 0].map(() => fc.double({ min: 0, max: 1, noNaN: true })));
    fc.assert(
      fc.property(box, fc.constantFrom('bottom-left', 'top-left'), ([x = 0, y = 0, w = 0, h = 0], corner) => {
        const [east, north] = [x + 0.05 + w, y + 0.05 + h];
        const part = outline([
          [x, y],
          [east, y],
          [east, north],
          [x, north],
        ]);
        const covers = { frame: FRAME, legend: LEGEND, controls: CONTROLS };
        const { left, right, top, bottom } = clearPadding(part, covers, corner);
        const scale = Math.min(
          (FRAME.width - left - right - 48) / (east - x),
          (FRAME.height - top - bottom - 48) / (north - y),
        );
        const from = (FRAME.width + left - right - (east - x) * scale) / 2;
        const away = ((north - y) * scale) / 2;
        const middle = (FRAME.height + top - bottom) / 2;
        const edge = corner === 'top-left' ? middle - away : FRAME.height - middle - away;
        expect(from >= LEGEND.width || edge >= LEGEND.height).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('a smaller legend never makes the map smaller', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 240 }), fc.integer({ min: 40, max: 340 }), (width, height) => {
        expect(scale(SQUARE, { width, height })).toBeGreaterThanOrEqual(scale(SQUARE, LEGEND));
      }),
      { numRuns: 30 },
    );
  });

  test('no area lies under the buttons, whatever their place and the frame', () => {
    const corner = outline([
      [0, 0],
      [1, 0.9],
      [1, 1],
      [0.5, 1],
    ]);
    fc.assert(
      fc.property(
        fc.record({ width: fc.integer({ min: 300, max: 1400 }), height: fc.integer({ min: 300, max: 900 }) }),
        fc.record({ width: fc.integer({ min: 30, max: 140 }), height: fc.integer({ min: 30, max: 220 }) }),
        fc.constantFrom(SQUARE, corner),
        (frame, controls, areas) => {
          const { left, right, top, bottom } = placeLegend(areas, { frame, legend: null, controls }).padding;
          const scale = Math.min(frame.width - left - right - 48, frame.height - top - bottom - 48);
          // Both shapes reach into their north-east corner.
          const east = (frame.width + left - right + scale) / 2;
          const north = (frame.height + top - bottom - scale) / 2;
          expect(east <= frame.width - controls.width || north >= controls.height).toBe(true);
        },
      ),
    );
  });
});
