/** Share of a coordinate that a box may be off by: boxes are written with fewer digits. */
const SLACK = 1e-5;

function leaves(coordinates: unknown, box: readonly [number, number, number, number]): boolean {
  if (!Array.isArray(coordinates)) return false;
  const [x, y] = coordinates as readonly unknown[];
  if (typeof x !== 'number' || typeof y !== 'number') return coordinates.some((inner) => leaves(inner, box));
  const slack = SLACK * Math.max(1, ...box.map(Math.abs));
  return x < box[0] - slack || y < box[1] - slack || x > box[2] + slack || y > box[3] + slack;
}

/**
 * Whether a geometry leaves the bbox that a file states of it (RFC 7946, section 5): one of both was changed or damaged.
 * A box larger than its geometry is usual after features were taken out. False where nothing usable is stated.
 */
export function leavesStatedBox(geometry: unknown, bbox: unknown): boolean {
  if (!Array.isArray(bbox) || (bbox.length !== 4 && bbox.length !== 6)) return false;
  const half = bbox.length / 2;
  const box = [bbox[0], bbox[1], bbox[half], bbox[half + 1]] as readonly unknown[];
  if (!box.every((side) => typeof side === 'number' && Number.isFinite(side))) return false;
  const [west, south, east, north] = box as readonly [number, number, number, number];
  if (west > east || south > north) return false;
  const { coordinates, geometries } = (geometry ?? {}) as Readonly<Record<string, unknown>>;
  return (
    leaves(coordinates, [west, south, east, north]) ||
    (Array.isArray(geometries) && geometries.some((one) => leavesStatedBox(one, bbox)))
  );
}
