import type { Problem } from '#core/problem.ts';

/** Degrees: west, south, east, north. */
type Box = readonly [west: number, south: number, east: number, north: number];

/** Indonesia with its seas. */
export const INDONESIA: Box = [94, -12, 142, 7];

/** Whole degrees around each province, by its Kemendagri number. */
const PROVINCE_BOXES: Readonly<Record<string, Box>> = {
  11: [95, 2, 99, 7],
  12: [97, -1, 101, 5],
  13: [98, -4, 102, 1],
  14: [100, -2, 104, 3],
  15: [101, -3, 105, 0],
  16: [102, -5, 107, -1],
  17: [101, -6, 104, -2],
  18: [103, -7, 107, -3],
  19: [105, -4, 109, -1],
  21: [103, -2, 110, 5],
  31: [106, -7, 107, -5],
  32: [106, -8, 109, -5],
  33: [108, -9, 112, -5],
  34: [110, -9, 111, -7],
  35: [110, -9, 117, -5],
  36: [105, -8, 107, -5],
  51: [114, -9, 116, -8],
  52: [115, -10, 120, -8],
  53: [118, -12, 126, -7],
  61: [108, -4, 115, 3],
  62: [110, -4, 116, 1],
  63: [114, -5, 118, -1],
  64: [113, -3, 120, 3],
  65: [114, 1, 119, 5],
  71: [123, 0, 128, 6],
  72: [119, -4, 125, 2],
  73: [117, -8, 123, -1],
  74: [120, -7, 125, -2],
  75: [121, 0, 124, 2],
  76: [116, -4, 120, 0],
  81: [125, -9, 135, -2],
  82: [124, -3, 130, 3],
  91: [134, -5, 142, 1],
  92: [131, -5, 136, 0],
  93: [137, -10, 142, -4],
  94: [134, -6, 139, -2],
  95: [137, -6, 142, -3],
  96: [129, -3, 134, 2],
};
const FIRST_ZONE = 46;
const LAST_ZONE = 54;

export function isInside(box: Box, x: number, y: number): boolean {
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
}

function projected(detail: Readonly<Record<string, string | number>>): Problem {
  return { code: 'geojson/projected', severity: 'error', detail };
}

/** Zones of Universal Transverse Mercator in which the point falls into the box; close to a kilometer, which suffices. */
function zonesOf(east: number, north: number, box: Box): readonly string[] {
  const south = north > 5_000_000;
  const latitude = (south ? north - 10_000_000 : north) / 110_574;
  const offset = (east - 500_000) / (0.9996 * 111_320 * Math.cos((latitude * Math.PI) / 180));
  const zones: string[] = [];
  for (let zone = FIRST_ZONE; zone <= LAST_ZONE; zone++) {
    if (isInside(box, zone * 6 - 183 + offset, latitude)) zones.push(`${zone}${south ? 'S' : 'N'}`);
  }
  return zones;
}

function projectedProblem(x: number, y: number, stated: number | null, box: Box): Problem {
  if (stated !== null) {
    const zone = stated > 32_600 && stated <= 32_760 ? `${stated % 100}${stated > 32_700 ? 'S' : 'N'}` : null;
    return projected({ epsg: stated, stated: 1, ...(zone ? { zone } : {}) });
  }
  if (x > 10_000_000 && x < 16_000_000 && Math.abs(y) < 1_400_000) return projected({ epsg: 3857 });
  if (x > 100_000 && x < 900_000 && ((y >= 0 && y < 800_000) || (y > 8_600_000 && y < 10_000_000))) {
    const [zone, other] = zonesOf(x, y, box);
    const side = y > 5_000_000 ? 'S' : 'N';
    if (zone === undefined || other !== undefined) return projected({ system: 'UTM', side });
    return projected({ epsg: (zone.endsWith('S') ? 32_700 : 32_600) + Number.parseInt(zone, 10), zone });
  }
  return projected(x > 0 && x < 500_000 && y > 200_000 && y < 2_400_000 ? { system: 'TM-3' } : {});
}

/**
 * Whether a point lies outside the province of the codes: most often a wrong zone of UTM was stated. False for the
 * provinces of Papua, whose numbers have meant others.
 */
export function isOutsideProvince(x: number, y: number, province: string): boolean {
  const box = Number(province) >= 91 ? undefined : PROVINCE_BOXES[province];
  return box !== undefined && !isInside(box, x, y);
}

/**
 * What is wrong with the coordinates of a whole file, told by one point in its middle; null where nothing is.
 * @param province two digits of the areas' codes, or null: tells the UTM zone and a lost minus sign near the equator.
 * @param stated EPSG number the file states, or null.
 */
export function coordinateFault(
  x: number,
  y: number,
  province: string | null,
  stated: number | null,
): Problem | null {
  const box = PROVINCE_BOXES[province ?? ''] ?? INDONESIA;
  const lostMinus = isInside(box, x, -y) || isInside(box, -x, y) || isInside(box, -x, -y);
  const outside = (detail: Readonly<Record<string, string | number>>): Problem => ({
    code: 'geojson/outside-indonesia',
    severity: 'error',
    detail: { ...detail, x: Number(x.toFixed(3)), y: Number(y.toFixed(3)) },
  });
  if (isInside(INDONESIA, x, y))
    return !isInside(box, x, y) && lostMinus ? outside({ cause: 'minus' }) : null;
  if (isInside(INDONESIA, y, x)) return { code: 'geojson/swapped-axes', severity: 'error', detail: { x, y } };
  if (Math.abs(x) > 180 || Math.abs(y) > 90) return projectedProblem(x, y, stated, box);
  return outside(lostMinus ? { cause: 'minus' } : {});
}
