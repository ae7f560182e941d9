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
