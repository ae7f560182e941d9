/** CSS px kept free of areas when fitting, for panels that lie over the map. */
export interface MapPadding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const NO_PADDING: MapPadding = { top: 0, right: 0, bottom: 0, left: 0 };
/** A map is made no smaller than this part of what fits all its areas. */
export const SLACK = 0.8;
const FIT_MARGIN_PX = 24;
const LEAST_ROOM_PX = 80;

/** Padding with a margin that leaves room for the areas, whatever the size of the map. */
export function fittingPadding(width: number, height: number, padding: MapPadding): MapPadding {
  const share = (room: number, wanted: number) => Math.max(0, Math.min(1, (room - LEAST_ROOM_PX) / wanted));
  const x = share(width, padding.left + padding.right + 2 * FIT_MARGIN_PX);
  const y = share(height, padding.top + padding.bottom + 2 * FIT_MARGIN_PX);
  return {
    top: (padding.top + FIT_MARGIN_PX) * y,
    bottom: (padding.bottom + FIT_MARGIN_PX) * y,
    left: (padding.left + FIT_MARGIN_PX) * x,
    right: (padding.right + FIT_MARGIN_PX) * x,
  };
}
