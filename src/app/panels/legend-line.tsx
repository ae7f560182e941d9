import type { ReactNode } from 'react';
import type { PanelProps } from '#app/panel-props.ts';
import { areSelected, codesWhere, toggleAreas } from './selected-areas.ts';
import './layers.css';

interface LegendLineProps extends Pick<PanelProps, 'picture' | 'store'> {
  readonly name: string;
  readonly test: (index: number) => boolean;
  readonly children: ReactNode;
}

/** A line of a legend that selects its areas. */
export function LegendLine({ picture, store, name, test, children }: LegendLineProps) {
  const codes = codesWhere(picture, test);
  return (
    <li>
      <button
        type="button"
        className="legend-line"
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
