import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import { Bounded } from '#app/kit/bounded.tsx';
import { type Door, leave } from '#app/kit/way-out.ts';
import { late } from '#app/late.tsx';
import { panelNow, usePage } from '#app/page.ts';
import type { AreaIndex } from '#core/area.ts';
import { tierOf } from '#picture/tier.ts';
import type { SheetsProps } from './sheets-props.ts';

// With its charts, fetched when the first sheet is printed.
const SheetPrinting = late(() => import('./sheet-printing.tsx').then((module) => module.SheetPrinting));

interface PrintSheetsProps extends Pick<SheetsProps, 'dataset' | 'choices'> {
  readonly areas: () => readonly AreaIndex[];
  readonly label: string;
}

/** A button that prints sheets, as things are when it is pressed. */
export function PrintSheets({ dataset, choices, areas, label }: PrintSheetsProps) {
  const page = usePage();
  const [printing, setPrinting] = useState<{ readonly asked: SheetsProps; readonly door: Door } | null>(null);
  const print = () => {
    const asked = { ...panelNow(page), dataset, choices, areas: areas() };
    leave(tierOf(asked.picture), (door) => setPrinting({ asked, door }));
  };
  const end = useCallback(() => setPrinting(null), []);
  return (
    <>
      <Button className="button" isDisabled={printing !== null} onPress={print}>
        {label}
      </Button>
      {printing ? (
        <Bounded>
          <SheetPrinting {...printing.asked} door={printing.door} onEnd={end} />
        </Bounded>
      ) : null}
    </>
  );
}
