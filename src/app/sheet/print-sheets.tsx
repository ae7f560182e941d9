import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { StillButton } from '#app/kit/still-button.tsx';
import { type Door, leave } from '#app/kit/way-out.ts';
import { tierOf } from '#picture/tier.ts';
import type { SheetsProps } from './sheets-props.ts';

// With its charts, fetched when the first sheet is printed.
const SheetPrinting = lazy(() =>
  import('./sheet-printing.tsx').then((module) => ({ default: module.SheetPrinting })),
);

/** A button that prints sheets, as things are when it is pressed. */
export function PrintSheets({ label, ...sheets }: SheetsProps & { readonly label: string }) {
  const [printing, setPrinting] = useState<{ readonly asked: SheetsProps; readonly door: Door } | null>(null);
  const latest = useRef(sheets);
  latest.current = sheets;
  const print = useCallback(
    () => leave(tierOf(latest.current.picture), (door) => setPrinting({ asked: latest.current, door })),
    [],
  );
  const end = useCallback(() => setPrinting(null), []);
  return (
    <>
      <StillButton className="button" isDisabled={printing !== null} onPress={print}>
        {label}
      </StillButton>
      {printing ? (
        <Suspense>
          <SheetPrinting {...printing.asked} door={printing.door} onEnd={end} />
        </Suspense>
      ) : null}
    </>
  );
}
