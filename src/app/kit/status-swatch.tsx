import { useId } from 'react';
import type { EmptyStatus } from '#core/empty-status.ts';
import { PATTERN_TILE, statusSwatch } from '#map/status-pattern.ts';

/** The very pattern that the map draws for a status, as a small picture. */
export function StatusSwatch({ status }: { readonly status: EmptyStatus }) {
  const id = useId();
  const look = statusSwatch(status);
  return (
    <svg className="swatch plain" aria-hidden="true" width="22" height="13">
      {look.path ? (
        <defs>
          <pattern id={id} width={PATTERN_TILE} height={PATTERN_TILE} patternUnits="userSpaceOnUse">
            <rect width={PATTERN_TILE} height={PATTERN_TILE} fill={look.ground} />
            <path
              d={look.path}
              fill="none"
              stroke={look.stroke}
              strokeWidth={look.strokeWidth}
              strokeLinecap="round"
            />
          </pattern>
        </defs>
      ) : null}
      <rect
        x="0.5"
        y="0.5"
        width="21"
        height="12"
        fill={look.path ? `url(#${id})` : look.ground}
        stroke={look.edge}
        strokeDasharray={look.edgeDash?.join(' ')}
      />
    </svg>
  );
}
