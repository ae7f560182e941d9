import type { NoBounds } from '#core/unmeasured-bounds.ts';
import type { Picture } from '#picture/picture.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';
import type { Reasons } from '#picture/priority-reasons.ts';
import { type ShownBounds, unmeasuredPlaces } from '#picture/unmeasured.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';
import { criterionName } from './priority-words.ts';

/** What the unmeasured leave open, or why it cannot be said; null where there is no rate to say it of. */
export function boundsText(
  bounds: ShownBounds | NoBounds,
  { unmeasured: say }: Words,
  format: Format,
): string | null {
  if (typeof bounds !== 'string') {
    const { unknown, withoutStatus } = bounds;
    if (unknown === 0) return say.allKnown;
    const who =
      withoutStatus === 0
        ? say.unmeasured(format.count(unknown))
        : say.unknown(
            format.count(unknown),
            format.count(unknown - withoutStatus),
            format.count(withoutStatus),
          );
    return say.bounds(format.percent(bounds.low), format.percent(bounds.high), who);
  }
  return bounds === 'coverage' || bounds === 'other-unit' || bounds === 'no-counts'
    ? null
    : say.none(say.reasons[bounds]);
}

/** Whether the unmeasured could move an area in or out of the list, a sentence for each criterion. */
export function unmeasuredLines(
  picture: Picture,
  layer: PriorityLayer,
  area: number,
  reasons: Reasons | null,
  words: Words,
  format: Format,
): readonly string[] {
  const say = words.unmeasured;
  const times = new Intl.NumberFormat(words.language.locale, { maximumFractionDigits: 2 });
  return unmeasuredPlaces(picture, layer, area, reasons).map(({ criterion, listed, unknown, ratio }) => {
    const [name, count] = [criterionName(layer, criterion, words), format.count(unknown)];
    if (ratio === 'never') return (listed ? say.staysAnyway : say.outAnyway)(name, count);
    // Rounded away from the present place, so that what is printed does take it there.
    const hundredths = listed ? Math.max(1, Math.floor(100 * ratio)) : Math.ceil(100 * ratio);
    return (listed ? say.stays : say.outside)(name, count, times.format(hundredths / 100));
  });
}
