import type { PanelProps } from '#app/panel-props.ts';
import { spinePosition } from '#core/spine.ts';
import type { ProfileRow } from './profile-rows.ts';
import './spine-bar.css';

/** Where an area stands among all: bands of the areas, the city in the middle, worse to the right. Decoration. */
export function SpineBar({ row }: { readonly row: Pick<ProfileRow, 'spine' | 'value' | 'low' | 'high'> }) {
  const { spine, value, low, high } = row;
  if (spine === null) return null;
  const at = (x: number) => `${(100 * spinePosition(spine, x)).toFixed(2)}%`;
  const span = (from: number, to: number) => {
    const ends = [spinePosition(spine, from), spinePosition(spine, to)];
    const left = Math.min(...ends);
    return { x: `${(100 * left).toFixed(2)}%`, width: `${(100 * (Math.max(...ends) - left)).toFixed(2)}%` };
  };
  const [least, lower, median, upper, most] = spine.quantiles;
  return (
    <svg className="spine-bar" aria-hidden="true" focusable="false">
      <rect className="spine-most" {...span(least, most)} y="20%" height="60%" />
      <rect className="spine-middle" {...span(lower, upper)} y="20%" height="60%" />
      <line className="spine-median" x1={at(median)} x2={at(median)} y1="20%" y2="80%" />
      <line className="spine-city" x1="50%" x2="50%" y1="0" y2="100%" />
      {Number.isNaN(value) ? null : (
        <>
          {low <= high ? (
            <line className="spine-interval" x1={at(low)} x2={at(high)} y1="50%" y2="50%" />
          ) : null}
          <circle className="spine-point" cx={at(value)} cy="50%" r="4" />
        </>
      )}
    </svg>
  );
}

/** What the bar shows, in words: the city's value and how the areas are spread. */
export function spineWords(
  { spine, city }: ProfileRow,
  { words, format }: Pick<PanelProps, 'words' | 'format'>,
) {
  if (spine === null) return '';
  const [least, lower, , upper, most] = spine.quantiles;
  const range = (from: number, to: number) => `${format.percent(from)}–${format.percent(to)}`;
  return [
    Number.isNaN(city) ? words.sheet.noCity : words.sheet.cityValue(format.percentUnit(city)),
    words.sheet.spread(range(lower, upper), range(least, most), format.count(spine.known)),
  ].join('; ');
}

/** How the bars are to be read. */
export function SpineKey({ words }: Pick<PanelProps, 'words'>) {
  const say = words.sheet.key;
  return (
    <ul className="spine-key">
      {(['point', 'interval', 'city', 'median', 'middle', 'most'] as const).map((part) => (
        <li key={part}>
          <svg className="spine-bar" aria-hidden="true" focusable="false">
            <KeyMark part={part} />
          </svg>
          {say[part]}
        </li>
      ))}
    </ul>
  );
}

function KeyMark({ part }: { readonly part: 'point' | 'interval' | 'city' | 'median' | 'middle' | 'most' }) {
  switch (part) {
    case 'point':
      return <circle className="spine-point" cx="50%" cy="50%" r="4" />;
    case 'interval':
      return <line className="spine-interval" x1="5%" x2="95%" y1="50%" y2="50%" />;
    case 'city':
      return <line className="spine-city" x1="50%" x2="50%" y1="0" y2="100%" />;
    case 'median':
      return (
        <>
          <rect className="spine-middle" width="100%" y="20%" height="60%" />
          <line className="spine-median" x1="50%" x2="50%" y1="20%" y2="80%" />
        </>
      );
    default:
      return <rect className={`spine-${part}`} width="100%" y="20%" height="60%" />;
  }
}
