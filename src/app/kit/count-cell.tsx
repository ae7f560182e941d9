import { usePage, usePicture } from '#app/page.ts';
import { luminance } from '#map/color.ts';
import { areSelected, codesWhere, toggleAreas } from './selected-areas.ts';

interface CountCellProps {
  /** Spoken, and shown under the pointer. */
  readonly name: string;
  readonly count: string;
  readonly color: string;
  readonly test: (index: number) => boolean;
}

/** Above this black reads better than white (WCAG 2). */
const MIDDLE_LUMINANCE = 0.179;

/** A class in its color, with the number of its areas: pressed, it selects them. */
export function CountCell({ name, count, color, test }: CountCellProps) {
  const { store } = usePage();
  const picture = usePicture();
  const codes = codesWhere(picture, test);
  return (
    <button
      type="button"
      title={name}
      aria-label={name}
      aria-pressed={areSelected(picture, codes)}
      disabled={codes.length === 0}
      style={{
        backgroundColor: color,
        color: luminance(color) > MIDDLE_LUMINANCE ? '#000000' : '#ffffff',
      }}
      onClick={() => toggleAreas(store, picture, codes)}
    >
      {count}
    </button>
  );
}
