import { lazy, Suspense, useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { PanelProps } from '#app/panel-props.ts';
import type { AreaIndex } from '#core/area.ts';
import type { Dataset } from '#core/dataset.ts';
import type { ChartChoices } from './chart-choices.ts';

// With its charts, fetched when the first sheet is printed.
const SheetPrinting = lazy(() =>
  import('./sheet-printing.tsx').then((module) => ({ default: module.SheetPrinting })),
);

export interface SheetsProps extends PanelProps {
  readonly dataset: Dataset;
  readonly choices: ChartChoices;
  /** One page each. */
  readonly areas: readonly AreaIndex[];
}

/** A button that prints sheets, as things are when it is pressed. */
export function PrintSheets({ label, ...sheets }: SheetsProps & { readonly label: string }) {
  const [printing, setPrinting] = useState<SheetsProps | null>(null);
  const end = useCallback(() => setPrinting(null), []);
  return (
    <>
      <Button className="button" isDisabled={printing !== null} onPress={() => setPrinting(sheets)}>
        {label}
      </Button>
      {printing ? (
        <Suspense>
          <SheetPrinting {...printing} onEnd={end} />
        </Suspense>
      ) : null}
    </>
  );
}
