import type { Polygon, Position } from 'geojson';
import type { AreaCode, LonLat } from './area.ts';

/** An area that has a name and a district, but no boundary. */
export interface TiledArea {
  readonly code: AreaCode;
  readonly districtCode: AreaCode;
}

/** Areas as hexagons of one size, side by side with those of their district. Nothing of it is geography. */
export interface TileMap {
  /** One hexagon for each area, in the order given; degrees around the place named, no two of them touching. */
  readonly tiles: readonly Polygon[];
  /** Where each district's block lies, in the order of the districts' codes. */
  readonly blocks: readonly { readonly districtCode: AreaCode; readonly center: LonLat }[];
}

/** Half the height of a tile, in degrees, and how much of it is drawn: the rest keeps tiles apart. */
const RADIUS = 0.01;
const DRAWN = 0.92;
const WIDTH = Math.sqrt(3) * RADIUS;
const ROW = 1.5 * RADIUS;
/** A block is followed by so many tiles' widths of nothing. */
const GAP = 1;
/** Width of the whole to its height. */
const SHAPE = 1.3;

interface Block {
  readonly districtCode: AreaCode;
  readonly members: readonly number[];
  readonly columns: number;
  readonly width: number;
  readonly height: number;
}

function blocksOf(areas: readonly TiledArea[]): readonly Block[] {
  const members = new Map<AreaCode, number[]>();
  for (const [i, { districtCode }] of areas.entries()) {
    const list = members.get(districtCode);
    if (list) list.push(i);
    else members.set(districtCode, [i]);
  }
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...members]
    .sort(([a], [b]) => order(a, b))
    .map(([districtCode, list]) => {
      const columns = Math.ceil(Math.sqrt(list.length));
      const rows = Math.ceil(list.length / columns);
      return {
        districtCode,
        members: list.sort((a, b) => order(areas[a]!.code, areas[b]!.code)),
        columns,
        width: (columns + (rows > 1 ? 0.5 : 0)) * WIDTH,
        height: (rows - 1) * ROW + 2 * RADIUS,
      };
    });
}

function hexagon([x, y]: LonLat): Polygon {
  const corners = Array.from({ length: 6 }, (_, k): Position => {
    const angle = (Math.PI / 3) * k + Math.PI / 6;
    return [x + RADIUS * DRAWN * Math.cos(angle), y + RADIUS * DRAWN * Math.sin(angle)];
  });
  return { type: 'Polygon', coordinates: [[...corners, corners[0]!]] };
}

/**
 * Lays areas out as a schematic map for which no boundary is needed: a block of hexagons for each district, blocks in
 * rows, both in the order of their codes; the same map for the same areas in any order. Tiles do not touch, so that
 * no two areas are ever taken for neighbors. Cost: n log n.
 * @param middle where the whole is put.
 */
export function tileMap(areas: readonly TiledArea[], middle: LonLat): TileMap {
  const blocks = blocksOf(areas);
  const surface = blocks.reduce((sum, { width, height }) => sum + (width + GAP * WIDTH) * (height + ROW), 0);
  const limit = Math.max(...blocks.map(({ width }) => width), Math.sqrt(surface * SHAPE));
  const placed: { readonly block: Block; readonly left: number; readonly top: number }[] = [];
  let [left, top, shelf, widest] = [0, 0, 0, 0];
  for (const block of blocks) {
    if (left > 0 && left + block.width > limit) {
      top -= shelf + ROW;
      [left, shelf] = [0, 0];
    }
    placed.push({ block, left, top });
    widest = Math.max(widest, left + block.width);
    left += block.width + GAP * WIDTH;
    shelf = Math.max(shelf, block.height);
  }
  const [dx, dy] = [middle[0] - widest / 2, middle[1] - (top - shelf) / 2];
  const tiles = new Array<Polygon>(areas.length);
  for (const { block, left: west, top: north } of placed) {
    for (const [k, i] of block.members.entries()) {
      const row = Math.floor(k / block.columns);
      const column = (k % block.columns) + (row % 2 === 1 ? 1 : 0.5);
      tiles[i] = hexagon([dx + west + column * WIDTH, dy + north - RADIUS - row * ROW]);
    }
  }
  return {
    tiles,
    blocks: placed.map(({ block: { districtCode, width, height }, left: west, top: north }) => ({
      districtCode,
      center: [dx + west + width / 2, dy + north - height / 2],
    })),
  };
}
