/** The number of an area that is told, white on a dark disc, in CSS px of the desk. */
export const DISC = { radius: 9.5, size: 11.5, fill: '#1f1f1c', ink: '#ffffff', edge: '#ffffff' } as const;
/** Of names outside what is asked about. */
export const MUTED_INK = '#86847b';
/** Before the number, the id of its image in MapLibre's style. */
export const DISC_IMAGE = 'disc-';
/** Between a disc and its name. */
export const DISC_GAP_PX = 3;
/** A disc of three or more digits is wider than high. */
export function discHalfWidth(number: number): number {
  return DISC.radius + Math.max(0, String(number).length - 2) * 3.2;
}

/** The sign of an area that reported in part, by itself on a white disc, and beside a number. */
const SIGN = { radius: 6, rim: 1, besideNumber: 4.5, room: 13 } as const;

/** ◐ about a point: a ring whose left half is filled. */
export function signPath(x: number, y: number, radius: number): string {
  const inner = (radius * 5) / 6;
  const half = `M${x},${y - radius}A${radius},${radius} 0 0 0 ${x},${y + radius}Z`;
  const ring = `M${x},${y - radius}A${radius},${radius} 0 0 1 ${x},${y + radius}`;
  return `${half}${ring}L${x},${y + inner}A${inner},${inner} 0 0 0 ${x},${y - inner}Z`;
}

/** What stands on a disc: its number, its sign, or both. */
export interface DiscContent {
  /** null: of an area that is not told. */
  readonly number: number | null;
  /** Whether the area reported in part. */
  readonly partial?: boolean;
}

/** A disc about (0, 0), in CSS px of the desk. */
export interface DiscShape {
  readonly halfWidth: number;
  readonly radius: number;
  readonly text: string;
  /** Middle of the text. */
  readonly textX: number;
  readonly sign: { readonly x: number; readonly radius: number } | null;
  readonly fill: string;
  readonly ink: string;
}

/** null where there is nothing to stand on it. */
export function discShape({ number, partial = false }: DiscContent): DiscShape | null {
  const { radius, fill, ink } = DISC;
  if (number === null) {
    if (!partial) return null;
    const own = SIGN.radius + SIGN.rim;
    const sign = { x: 0, radius: SIGN.radius };
    return { halfWidth: own, radius: own, text: '', textX: 0, sign, fill: ink, ink: fill };
  }
  const [text, halfWidth] = [String(number), discHalfWidth(number)];
  if (!partial) return { halfWidth, radius, text, textX: 0, sign: null, fill, ink };
  const wide = halfWidth + SIGN.room / 2;
  const sign = { x: wide - radius + 1, radius: SIGN.besideNumber };
  return { halfWidth: wide, radius, text, textX: -SIGN.room / 2 + 1, sign, fill, ink };
}
