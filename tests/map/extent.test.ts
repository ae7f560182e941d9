import { describe, expect, it } from 'vitest';
import { boundsOf, roughSurfaceKm2 } from '#map/extent.ts';
import { squares } from './squares.ts';

describe('the extent of boundaries', () => {
  const { boundaries } = squares(3, 2, 0.01, [123, -10]);

  it('is the smallest box around them', () => {
    const [west, south, east, north] = boundsOf(boundaries) ?? [];
    expect(west).toBe(123);
    expect(south).toBe(-10);
    expect(east).toBeCloseTo(123.03, 9);
    expect(north).toBeCloseTo(-9.98, 9);
  });

  it('is that of the areas kept, or none', () => {
    expect(boundsOf(boundaries, (i) => i === 0)).toEqual([123, -10, 123.01, -9.99]);
    expect(boundsOf(boundaries, () => false)).toBeNull();
  });

  it('knows a surface well enough to order by it, holes taken out', () => {
    const [first] = boundaries.features;
    const whole = roughSurfaceKm2(first!);
    expect(whole).toBeCloseTo(1.1132 ** 2 * Math.cos((10 * Math.PI) / 180), 3);
    const hole = [
      [123, -10],
      [123.005, -10],
      [123.005, -9.995],
      [123, -9.995],
      [123, -10],
    ];
    const outer = first!.geometry.coordinates[0] as number[][];
    const holed = { ...first!, geometry: { type: 'Polygon' as const, coordinates: [outer, hole] } };
    expect(roughSurfaceKm2(holed) / whole).toBeCloseTo(0.75, 3);
  });
});
