import { dashPath, PLACE_HALO, PLACE_INK, PLACE_RADIUS, PLACE_STROKE, shapePath } from '#map/place-look.ts';
import type { PlaceOverlay } from '#picture/place-overlay.ts';
import './place-swatch.css';

const WIDTH = 22;
const HEIGHT = 14;

/** The symbol of a layer as the map draws it. */
export function PlaceSwatch({ look }: { readonly look: PlaceOverlay['look'] }) {
  return (
    <svg
      className="place-swatch"
      aria-hidden="true"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`${-WIDTH / 2} ${-HEIGHT / 2} ${WIDTH} ${HEIGHT}`}
    >
      {look.form === 'points' ? (
        <path
          d={shapePath(look.of.shape, 0, 0, PLACE_RADIUS)}
          fill={look.of.open ? PLACE_HALO : PLACE_INK}
          stroke={PLACE_INK}
          strokeWidth={look.of.open ? PLACE_STROKE : 0}
        />
      ) : (
        <path d={dashPath(look.of.dash, WIDTH)} stroke={PLACE_INK} strokeWidth={look.of.width} />
      )}
    </svg>
  );
}
