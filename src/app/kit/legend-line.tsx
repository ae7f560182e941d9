import { type ReactNode, useId } from 'react';
import { usePage, usePicture } from '#app/page.ts';
import { LIGHT_HATCH, PATTERN_TILE } from '#map/status-pattern.ts';
import { areSelected, codesWhere, toggleAreas } from './selected-areas.ts';
import './layers.css';

interface LegendLineProps {
  /** Spoken, and shown under the pointer. */
  readonly name: string;
  readonly test: (index: number) => boolean;
  /** Of no area: left out where room is dear. */
  readonly empty?: boolean;
  readonly children: ReactNode;
}

/** A line of a legend that selects its areas. */
export function LegendLine({ name, test, empty = false, children }: LegendLineProps) {
  const { store } = usePage();
  const picture = usePicture();
  const codes = codesWhere(picture, test);
  return (
    <li data-empty={empty ? '' : undefined}>
      <button
        type="button"
        className="legend-line"
        title={name}
        aria-label={name}
        aria-pressed={areSelected(picture, codes)}
        disabled={codes.length === 0}
        onClick={() => toggleAreas(store, picture, codes)}
      >
        {children}
      </button>
    </li>
  );
}

/** The very hatch that the map draws over a color, on a color of its own. */
export function HatchSwatch() {
  const id = useId();
  return (
    <svg className="swatch" aria-hidden="true">
      <defs>
        <pattern id={id} width={PATTERN_TILE} height={PATTERN_TILE} patternUnits="userSpaceOnUse">
          {LIGHT_HATCH.lines.map(({ stroke, width }) => (
            <path key={stroke} d={LIGHT_HATCH.path} fill="none" stroke={stroke} strokeWidth={width} />
          ))}
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="#c9c5ba" />
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
