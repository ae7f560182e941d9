import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_PADDING } from '#map/map-padding.ts';
import { centeredOn, pannedBy, scaleBar, viewOf, zoomedAt } from '#map/svg-camera.ts';

const FRAME = { width: 700, height: 500 };
const place = fc.double({ min: -500, max: 500, noNaN: true });
const scale = fc.double({ min: 0.01, max: 100, noNaN: true });
const view = fc.record({ x: place, y: place, scale });

describe('the camera of the SVG map', () => {
  it('zooms about a point that stays where it is', () => {
    fc.assert(
      fc.property(view, place, place, scale, (from, x, y, factor) => {
        const to = zoomedAt(from, { x, y }, factor, [1e-9, 1e9]);
        expect(to.x + x / to.scale).toBeCloseTo(from.x + x / from.scale, 6);
        expect(to.scale / from.scale).toBeCloseTo(factor, 9);
      }),
    );
  });

  it('stays within its limits', () => {
    expect(zoomedAt({ x: 0, y: 0, scale: 1 }, { x: 0, y: 0 }, 100, [0.5, 4]).scale).toBe(4);
    expect(zoomedAt({ x: 0, y: 0, scale: 1 }, { x: 0, y: 0 }, 0.001, [0.5, 4]).scale).toBe(0.5);
  });

  it('shows a whole box in the middle of what the padding leaves', () => {
    const seen = viewOf({ x: 10, y: 20, width: 100, height: 30 }, FRAME, { ...NO_PADDING, left: 200 }, 1e9);
    const left = (10 - seen.x) * seen.scale;
    const right = (110 - seen.x) * seen.scale;
    expect([left, right].map(Math.round)).toEqual([224, 676]);
    expect(((35 - seen.y) * seen.scale) | 0).toBe(250);
  });

  it('pans by px and centers on a place', () => {
    expect(pannedBy({ x: 0, y: 0, scale: 2 }, 10, -4)).toEqual({ x: 5, y: -2, scale: 2 });
    expect(centeredOn({ x: 0, y: 0, scale: 2 }, [500, 300], FRAME)).toEqual({ x: 325, y: 175, scale: 2 });
  });

  it.each([
    [10, 1000],
    [4.2, 200],
    [7, 500],
    [0.03, 2],
  ])('at %d m a px has a bar of %d m', (metersPerPx, meters) => {
    const bar = scaleBar(metersPerPx, 110);
    expect(bar.meters).toBeCloseTo(meters, 9);
    expect(bar.px).toBeLessThanOrEqual(110);
    expect(bar.px * metersPerPx).toBeCloseTo(meters, 9);
  });
});
