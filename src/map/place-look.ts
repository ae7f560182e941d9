import type { LineLook } from './mark-look.ts';

export type PlaceShape = 'circle' | 'square' | 'triangle' | 'cross' | 'diamond';

/** A symbol that is told by its form, filled or open, and never by color: the data keep the colors. */
export interface PointLook {
  readonly shape: PlaceShape;
  readonly open: boolean;
}

const SHAPES: readonly PlaceShape[] = ['circle', 'cross', 'triangle', 'square', 'diamond'];
/** Ten that differ. */
export const POINT_LOOKS: readonly PointLook[] = [false, true].flatMap((open) =>
  SHAPES.map((shape) => ({ shape, open })),
);

export const PLACE_INK = '#1f1f1c';
export const PLACE_HALO = '#ffffff';
/** CSS px: from the middle to the outline, and the strokes of outline and halo. */
export const PLACE_RADIUS = 5;
export const PLACE_STROKE = 1.7;
export const PLACE_HALO_STROKE = 4.4;

/** An outline told by its dashes. */
export interface ZoneLook extends LineLook {
  readonly dash: readonly [dash: number, gap: number];
}

const ZONE = { width: 1.9, casing: 4.2 };
export const ZONE_LOOKS: readonly ZoneLook[] = [
  { ...ZONE, dash: [9, 4] },
  { ...ZONE, dash: [3, 4] },
  { ...ZONE, dash: [15, 6] },
];

/** Outline of a symbol about (x, y) as SVG path data; all shapes look equally large. */
export function shapePath(shape: PlaceShape, x: number, y: number, radius: number): string {
  const closed = (...corners: readonly (readonly [number, number])[]) =>
    `M${corners.map(([dx, dy]) => `${x + dx * radius},${y + dy * radius}`).join('L')}Z`;
  switch (shape) {
    case 'circle':
      return `M${x - radius},${y}a${radius},${radius} 0 1 0 ${2 * radius},0a${radius},${radius} 0 1 0 ${-2 * radius},0Z`;
    case 'square':
      return closed([-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]);
    case 'triangle':
      return closed([0, -1.15], [1.1, 0.85], [-1.1, 0.85]);
    case 'diamond':
      return closed([0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0]);
    case 'cross': {
      const arm = 0.4;
      const corners: [number, number][] = [];
      for (let turn = 0; turn < 4; turn++) {
        const [cosine, sine] = [
          [1, 0],
          [0, 1],
          [-1, 0],
          [0, -1],
        ][turn] as [number, number];
        for (const [a, b] of [
          [-arm, -1.15],
          [arm, -1.15],
          [arm, -arm],
        ] as const)
          corners.push([a * cosine - b * sine, a * sine + b * cosine]);
      }
      return closed(...corners);
    }
  }
}

/** The outline of a zone as a short line about the origin, its dashes cut: SVG path data. */
export function dashPath([dash, gap]: readonly [dash: number, gap: number], width: number): string {
  let path = '';
  for (let x = 0; x < width; x += dash + gap) path += `M${x - width / 2},0h${Math.min(dash, width - x)}`;
  return path;
}
