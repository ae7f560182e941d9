import type { AreaCode, LonLat } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import type { SceneLabel } from '#map/scene.ts';

/** A grid of square areas, row by row from the south west, `side` degrees each. */
export function squares(across: number, down: number, side = 0.01, origin: LonLat = [123.5, -10.2]) {
  const labels: SceneLabel[] = [];
  const boundaries: BoundaryCollection = {
    type: 'FeatureCollection',
    features: Array.from({ length: across * down }, (_, index) => {
      const x = origin[0] + (index % across) * side;
      const y = origin[1] + Math.floor(index / across) * side;
      labels.push({ text: `Area ${index}`, point: [x + side / 2, y + side / 2] });
      const ring = [
        [x, y],
        [x + side, y],
        [x + side, y + side],
        [x, y + side],
        [x, y],
      ];
      return {
        type: 'Feature' as const,
        id: index,
        geometry: { type: 'Polygon' as const, coordinates: [ring] },
        properties: { index, code: String(index) as AreaCode, name: `Area ${index}` },
      };
    }),
  };
  return { boundaries, labels };
}

/**
 * So many areas, `side` degrees each, with crooked borders that they share, and one as long as `long` of them beside
 * them: shown whole, the small ones are far smaller than a pixel. `whole` is the outline of all.
 */
export function crowd(across: number, side: number, long: number) {
  const [west, south] = [107, -7];
  const jitter = (k: number) => 0.35 * Math.sin(12.9898 * k + 1);
  const corner = (column: number, row: number) => {
    const inside = column > 0 && column < across && row > 0 && row < across;
    const k = row * (across + 1) + column;
    return [
      west + side * (column + (inside ? jitter(k) : 0)),
      south + side * (row + (inside ? jitter(k + 7) : 0)),
    ];
  };
  const top = Array.from({ length: across + 1 }, (_, row) => corner(across, row));
  const east = west + side * (across + long);
  const north = south + side * across;
  const ringsOf = [
    ...Array.from({ length: across * across }, (_, k) => {
      const [column, row] = [k % across, Math.floor(k / across)];
      return [
        corner(column, row),
        corner(column + 1, row),
        corner(column + 1, row + 1),
        corner(column, row + 1),
        corner(column, row),
      ];
    }),
    [...top, [east, north], [east, south], top[0]!],
  ];
  const collection = (rings: readonly number[][][]): BoundaryCollection => ({
    type: 'FeatureCollection',
    features: rings.map((ring, index) => ({
      type: 'Feature',
      id: index,
      geometry: { type: 'Polygon', coordinates: [ring] },
      properties: { index, code: String(index) as AreaCode, name: `Area ${index}` },
    })),
  });
  const outline = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const label = ([x = 0, y = 0]: readonly number[]): SceneLabel => ({ text: '', point: [x, y] });
  return {
    boundaries: collection(ringsOf),
    labels: ringsOf.map((ring) => label(ring[0]!)),
    whole: { boundaries: collection([outline]), labels: [label([east, north])] },
  };
}
