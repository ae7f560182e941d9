import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { dashesOf, linePx, pxPerDegreeAt } from '#map/line-dash.ts';

const PX = pxPerDegreeAt(12);
const degrees = (px: number) => px / PX;

const anyLine = fc
  .array(
    fc.tuple(
      fc.double({ min: 123.5, max: 123.7, noNaN: true }),
      fc.double({ min: -10.3, max: -10.1, noNaN: true }),
    ),
    { minLength: 2, maxLength: 12 },
  )
  .filter((line) => linePx(line, PX) > 1);

describe('dashes', () => {
  it('of 100 px at the equator are ten of 6 px, 4 px apart', () => {
    const line: Position[] = [
      [0, 0],
      [degrees(100), 0],
    ];
    expect(linePx(line, PX)).toBeCloseTo(100, 9);
    const dashes = dashesOf(line, [6, 4], PX);
    expect(dashes).toHaveLength(10);
    dashes.forEach((dash, k) => {
      expect(dash[0]![0]! * PX).toBeCloseTo(10 * k, 6);
      expect(dash[1]![0]! * PX).toBeCloseTo(10 * k + 6, 6);
    });
  });

  it('follow corners', () => {
    const corner: Position = [degrees(3), 0];
    const [dash] = dashesOf([[0, 0], corner, [degrees(10), 0]], [6, 4], PX);
    expect(dash).toHaveLength(3);
    expect(dash![1]).toEqual(corner);
  });

  it('of a line without length are none', () => {
    const here = [123, -10];
    expect(dashesOf([here, here], [6, 4], PX)).toEqual([]);
  });

  it('fill their share of any line and begin where it begins', () => {
    fc.assert(
      fc.property(
        anyLine,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (line, on, off) => {
          const dashes = dashesOf(line, [on, off], PX);
          expect(dashes[0]![0]).toEqual(line[0]);
          const inked = dashes.reduce((sum, dash) => sum + linePx(dash, PX), 0);
          const share = inked / linePx(line, PX);
          expect(share).toBeCloseTo(on / (on + off), 4);
        },
      ),
    );
  });
});
