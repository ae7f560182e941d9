import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useMedia } from '#app/kit/media.ts';
import { useAsked, useDimmed, usePage } from '#app/page.ts';
import type { Period, PeriodKind } from '#core/period.ts';
import { periodKind } from '#core/period.ts';
import { setView } from '#state/store.ts';

/** Long enough to see what changed. */
const SHOWN_MS = 1_400;

/**
 * Plays over the periods of a kind from the one that is shown, or from the first where that is the last. Whoever wants
 * nothing to move by itself goes on by a press.
 */
export function PeriodPlay({ periods }: { readonly periods: readonly Period[] }) {
  const { store, words } = usePage();
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const dimmed = useDimmed();
  const current = useAsked(({ view }) => view.period);
  const kind = periodKind(current);
  const [playing, setPlaying] = useState<{ readonly kind: PeriodKind; readonly at: Period } | null>(null);
  const at = periods.indexOf(current);
  const next = periods[at + 1];
  // Whoever chooses another period meanwhile has taken over.
  const goesOn = playing !== null && !still && playing.kind === kind && playing.at === current;
  useEffect(() => {
    if (!goesOn || dimmed) return;
    if (next === undefined) {
      setPlaying(null);
      return;
    }
    const timer = setTimeout(() => {
      setPlaying({ kind, at: next });
      setView(store, { period: next });
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [goesOn, dimmed, next, kind, store]);
  if (periods.length < 2) return null;
  const say = words.monitoring.play;
  const begin = () => {
    const from = next === undefined ? periods[0] : still ? next : current;
    if (from === undefined) return;
    if (!still) setPlaying({ kind, at: from });
    if (from !== current) setView(store, { period: from });
  };
  return (
    <Button
      className="part-step part-play"
      aria-label={still ? say.step : goesOn ? say.stop : say.start}
      onPress={() => (goesOn ? setPlaying(null) : begin())}
    >
      <svg width="10" height="10" aria-hidden="true">
        <path d={goesOn ? 'M0 0h3.5v10H0zM6.5 0H10v10H6.5z' : 'M1 0l9 5-9 5z'} />
      </svg>
    </Button>
  );
}
