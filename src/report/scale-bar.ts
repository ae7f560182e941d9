import type { Box, SheetItem } from './sheet-item.ts';

export interface ScaleWords {
  readonly kilometers: string;
  readonly meters: string;
  readonly north: string;
}

const INK = '#1f1f1c';
const HALO = '#ffffff';
const LONGEST_PX = 120;
const MARGIN = 16;
const TEXT = { size: 11, weight: 400 } as const;

/** The longest of 1, 2, 3 or 5 times a power of ten that is no longer than asked, in meters. */
export function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [5, 3, 2, 1].find((factor) => factor * power <= most * (1 + 1e-9)) ?? 1;
  return step * power;
}

function writtenLength(meters: number, words: ScaleWords): string {
  return meters >= 1000 ? `${meters / 1000} ${words.kilometers}` : `${meters} ${words.meters}`;
}

/** North arrow and scale bar in the lower right corner of a map, for the scale it is drawn at. Nothing without one. */
export function scaleItems(
  { map, unscaled }: { readonly map: Box; readonly unscaled: boolean },
  metersPerPixel: number,
  words: ScaleWords,
): readonly SheetItem[] {
  if (unscaled || !(metersPerPixel > 0) || !Number.isFinite(metersPerPixel)) return [];
  const meters = roundLength(Math.min(LONGEST_PX, map.width / 3) * metersPerPixel);
  const width = meters / metersPerPixel;
  const right = map.x + map.width - MARGIN;
  const y = map.y + map.height - MARGIN;
  const bar = `M${right - width},${y - 5}V${y}H${right}V${y - 5}`;
  const top = y - 62;
  const middle = right - 8;
  const arrow = `M${middle},${top}L${middle + 6},${top + 17}L${middle},${top + 13}L${middle - 6},${top + 17}Z`;
  const line = (path: string, fill: string | null, stroke: string, strokeWidth: number): SheetItem => ({
    kind: 'path',
    path,
    fill,
    stroke,
    strokeWidth,
  });
  const text = (written: string, x: number, baseline: number): SheetItem => ({
    kind: 'text',
    text: written,
    x,
    y: baseline,
    font: TEXT,
    color: INK,
    align: 'center',
    halo: HALO,
  });
  return [
    line(bar, null, HALO, 4),
    line(bar, null, INK, 1.4),
    text(writtenLength(meters, words), right - width / 2, y - 8),
    line(arrow, INK, HALO, 1),
    text(words.north, middle, top + 29),
  ];
}
