import { CellStatus } from '#core/area-table.ts';
import type { EmptyStatus } from '#core/empty-status.ts';
/** Side of the repeating tile, in CSS px. */
export const PATTERN_TILE = 8;

/**
 * How one status looks, on the map and in the legend alike. Colors `#rrggbb`, lengths in CSS px.
 * `path` is SVG path data within one PATTERN_TILE square that repeats seamlessly; null for a flat ground.
 */
export interface StatusPattern {
  readonly ground: string;
  readonly path: string | null;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly edge: string;
  /** Dash and gap of the edge; null for a plain one. */
  readonly edgeDash: readonly [dash: number, gap: number] | null;
}

const FALLING = 'M0,0L8,8M-2,6L2,10M6,-2L10,2';
const RISING = 'M0,8L8,0M-2,2L2,-2M6,10L10,6';

export const STATUS_PATTERNS: Readonly<Record<EmptyStatus, StatusPattern>> = {
  [CellStatus.notReported]: {
    ground: '#ffffff',
    path: null,
    stroke: '#55534c',
    strokeWidth: 0,
    edge: '#55534c',
    edgeDash: [3, 2],
  },
  [CellStatus.suppressed]: {
    ground: '#d9d9d9',
    path: RISING,
    stroke: '#8f8f8f',
    strokeWidth: 1.2,
    edge: '#a9a9a6',
    edgeDash: null,
  },
  [CellStatus.noDenominator]: {
    ground: '#fafaf7',
    path: 'M2,2h0.01M6,6h0.01',
    stroke: '#77746a',
    strokeWidth: 1.7,
    edge: '#b4b1a6',
    edgeDash: null,
  },
  [CellStatus.notApplicable]: {
    ground: '#f6f6f2',
    path: null,
    stroke: '#e3e2dc',
    strokeWidth: 0,
    edge: '#dddcd5',
    edgeDash: null,
  },
  [CellStatus.tooFew]: {
    ground: '#fafaf7',
    path: `${RISING}${FALLING}`,
    stroke: '#c3c0b5',
    strokeWidth: 0.9,
    edge: '#b4b1a6',
    edgeDash: null,
  },
};

/**
 * The light hatch over the color of an area of which not enough is known: a thin dark line in a pale one, so that it is
 * seen on dark and on pale colors and leaves both to be read. Lines from wide to thin, in CSS px, colors `#rrggbb`.
 */
export const LIGHT_HATCH = {
  path: FALLING,
  lines: [
    { stroke: '#ffffff', width: 2.2 },
    { stroke: '#6b6a63', width: 0.8 },
  ],
} as const;
export const LIGHT_HATCH_ID = 'pattern-light-hatch';

/**
 * The swatch of a status for a legend. In SVG: a `<pattern width=8 height=8 patternUnits="userSpaceOnUse">` holding a
 * rect of `ground` and the `path` (`fill="none" stroke-linecap="round"`), under a rect stroked with `edge`.
 */
export function statusSwatch(status: EmptyStatus): StatusPattern {
  return STATUS_PATTERNS[status];
}

/** Ids of the pattern images, for the statuses that have one. */
export const PATTERN_IDS: ReadonlyMap<EmptyStatus, string> = new Map([
  [CellStatus.suppressed, 'pattern-suppressed'],
  [CellStatus.noDenominator, 'pattern-no-denominator'],
  [CellStatus.tooFew, 'pattern-too-few'],
]);
