import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { isPrintingAsked, leave } from '#app/kit/way-out.ts';
import { usePage, usePicture } from '#app/page.ts';
import { shownMapOf } from '#app/shown-map.ts';
import { LEAST_WEIGHED } from '#core/priority-rule-text.ts';
import { SHEET_FONT, sheetContent, tierMark } from '#export/export-sheet.ts';
import { exportTable } from '#export/export-table.ts';
import { printColumns } from '#export/print-columns.ts';
import { printMap } from '#map/map-print.ts';
import { layerOf } from '#picture/layer.ts';
import { drawSheet } from '#report/draw-sheet.ts';
import { layoutSheet, PAPER_SHEET } from '#report/map-sheet.ts';
import { canvasMeasure } from '#report/paint-sheet.ts';
import '#app/kit/paper.css';
import '#app/shell/print.css';
import { tierOf } from '#picture/tier.ts';

/** More rows than these nobody reads on paper. */
const MOST_ROWS = 1_500;

/**
 * What the browser prints instead of the page: the map on a sheet of its own, then the table. It is made when the browser
 * is about to print, at once, because then nothing can be waited for.
 */
export function PrintSheet() {
  const [printing, setPrinting] = useState(false);
  const internal = usePicture(tierOf) === 'internal';
  useEffect(() => {
    if (!internal) return;
    const ask = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      event.preventDefault();
      leave('internal', (door) => door.print());
    };
    window.addEventListener('keydown', ask, true);
    return () => window.removeEventListener('keydown', ask, true);
  }, [internal]);
  useEffect(() => {
    const root = document.documentElement;
    const begin = () => {
      if (root.dataset.print !== undefined) return;
      root.dataset.print = 'map';
      flushSync(() => setPrinting(true));
    };
    const end = () => {
      if (root.dataset.print !== 'map') return;
      delete root.dataset.print;
      setPrinting(false);
    };
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
      end();
    };
  }, []);
  return (
    <>
      {printing
        ? createPortal(internal && !isPrintingAsked() ? <NotAsked /> : <Sheets />, document.body)
        : null}
    </>
  );
}

/** In place of the sheets where the browser prints past the gate. */
function NotAsked() {
  const { words } = usePage();
  return (
    <div className="printed printed-map" lang={words.language.locale}>
      <p>{words.export.askFirst}</p>
    </div>
  );
}

function Sheets() {
  return (
    <div className="printed printed-map" lang={usePage().words.language.locale}>
      <MapPage />
      <TablePages />
    </div>
  );
}

function MapPage() {
  const { store, words, format } = usePage();
  const picture = usePicture();
  const host = useRef<HTMLDivElement>(null);
  const content = useMemo(() => {
    const today = new Intl.DateTimeFormat(words.language.locale, { dateStyle: 'long' }).format(new Date());
    return sheetContent(picture, words, format, today);
  }, [picture, words, format]);
  useLayoutEffect(() => {
    const context = document.createElement('canvas').getContext('2d');
    const shownMap = shownMapOf(store).getState();
    const scene = shownMap?.scene();
    if (!host.current || !context || !scene) return;
    const sheet = layoutSheet(content, PAPER_SHEET, canvasMeasure(context, SHEET_FONT));
    const map = printMap(scene, shownMap?.seen() ?? null, sheet.map);
    if (map) host.current.replaceChildren(drawSheet(sheet, map, words.map));
  }, [content, store, words]);
  return <div className="printed-sheet" ref={host} role="img" aria-label={content.title} />;
}

function TablePages() {
  const { words, format } = usePage();
  const picture = usePicture();
  const table = useMemo(() => exportTable(picture, words, format), [picture, words, format]);
  const leastWeighed = layerOf(picture, 'priority')?.choice.leastWeighed ?? LEAST_WEIGHED;
  const columns = printColumns(table, words, format, leastWeighed);
  const { title } = sheetContent(picture, words, format);
  const mark = tierMark({ tier: tierOf(picture) }, words);
  const rows = Math.min(table.rows, MOST_ROWS);
  return (
    <table className="paper-table">
      <thead>
        <tr className="printed-head">
          <th colSpan={columns.length}>
            <span>{title}</span>
            {mark ? <span className="tier">{mark.text}</span> : null}
          </th>
        </tr>
        <tr>
          {columns.map(({ header, numeric }) => (
            <th key={header} scope="col" className={numeric ? 'number' : undefined}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of one printing never change
          <tr key={row}>
            {columns.map(({ header, numeric, cell }) => (
              <td key={header} className={numeric ? 'number' : undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
        {/* What the word in a column means. */}
        <tr>
          <td colSpan={columns.length}>{words.sheet.lowCoverageNote(format.percentUnit(leastWeighed))}</td>
        </tr>
        {table.rows > rows ? (
          <tr>
            <td colSpan={columns.length}>{words.export.moreRows(format.count(table.rows - rows))}</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}
