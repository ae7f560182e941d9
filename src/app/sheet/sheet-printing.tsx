import { memo, useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { createPortal } from 'react-dom';
import { usePrint } from '#app/kit/printing.ts';
import type { Door } from '#app/kit/way-out.ts';
import { filterWords } from '#words/filter-words.ts';
import { PrintedProfile } from './profile-print.tsx';
import { profileColumns } from './profile-rows.ts';
import type { SheetsProps } from './sheets-props.ts';

const Sheet = memo(PrintedProfile);

interface SheetPrintingProps extends SheetsProps {
  readonly door: Door;
  readonly onEnd: () => void;
}

/** Makes sheets beside the page, one in a frame, then prints them and takes them away again. */
export function SheetPrinting({ areas, door, onEnd, ...props }: SheetPrintingProps) {
  const { picture, words, format, dataset } = props;
  const { level, indicator, period, filters, showSmallRates } = picture.view;
  const [made, setMade] = useState(1);
  const columns = useMemo(
    () => profileColumns(dataset, { level, indicator, period, filters, showSmallRates }),
    [dataset, level, indicator, period, filters, showSmallRates],
  );
  const filtersText = useMemo(() => {
    const { districts } = picture.atlas.territory;
    const nameOf = (code: string) => districts.areas.find((area) => area.code === code)?.name ?? code;
    return filterWords(filters, words, nameOf).join('; ');
  }, [picture, filters, words]);
  const whole = made >= areas.length;
  useEffect(() => {
    if (whole) return;
    const frame = requestAnimationFrame(() => setMade((before) => before + 1));
    return () => cancelAnimationFrame(frame);
  });
  usePrint('profile', whole ? door : null, onEnd);
  return (
    <>
      {areas.length > 1 ? (
        <div className="sheet-progress" role="status">
          <label>
            {words.sheet.making(format.count(Math.min(made, areas.length)), format.count(areas.length))}
            <progress max={areas.length} value={made} />
          </label>
          <Button className="button" onPress={onEnd}>
            {words.sheet.cancel}
          </Button>
        </div>
      ) : null}
      {createPortal(
        areas
          .slice(0, made)
          .map((index) => (
            <Sheet key={index} {...props} index={index} columns={columns} filters={filtersText} />
          )),
        document.body,
      )}
    </>
  );
}
