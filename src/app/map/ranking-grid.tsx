import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { RankingRow } from '#app/kinds/question-view.ts';
import { tickStyle } from '#app/kit/interval-bar.tsx';
import { usePage } from '#app/page.ts';
import { SCORE_EDGES } from '#picture/priority-layer.ts';
import { select, setView } from '#state/store.ts';
import type { Format } from '#words/format.ts';
import type { RankingColumn } from './ranking-column.ts';
import type { RankingContext } from './ranking-columns.tsx';
import { RankingHeader } from './ranking-header.tsx';
import { RankingLine } from './ranking-line.tsx';
import type { RankingOrder } from './ranking-order.ts';

/** Positions in order, by section. */
export interface RankingRows {
  readonly districts: Uint32Array;
  readonly areas: Uint32Array;
}

export interface RankingGridProps {
  readonly context: RankingContext;
  readonly rows: RankingRows;
  readonly columns: readonly RankingColumn[];
  readonly order: RankingOrder;
  readonly onOrder: (order: RankingOrder) => void;
}

/** Heights in rem, which also ranking.css knows: --head, --row and --line. */
const HEAD_REM = 2.5;
const TWO_LINES_REM = 2.625;
const ONE_LINE_REM = 2.125;
/** The header and the city come before the rows that scroll. */
const ROWS_ABOVE = 2;

/** The rows on the screen, under a header that stays. One tab stop; arrows move within. */
export function RankingGrid(props: RankingGridProps) {
  const { store, words, format } = usePage();
  const { context, rows, columns, order, onOrder } = props;
  const { ranking, picture } = context;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState<RankingRow | null>(null);
  const lines = useMemo(() => createLines(rows, open), [rows, open]);
  const activeLine = active ? lines.lineOf(active) : -1;
  const [rem] = useState(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const rowRem = ranking.districts ? TWO_LINES_REM : ONE_LINE_REM;
  const above = (HEAD_REM + rowRem) * rem;

  const virtualizer = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: (line) => (line < lines.districts ? ONE_LINE_REM : rowRem) * rem,
    // Sizes are worked out anew when this function is another one, and only then.
    getItemKey: lines.keyAt,
    overscan: 6,
    scrollMargin: above,
    scrollPaddingStart: above,
    rangeExtractor: (range) => withLine(range, activeLine),
  });

  const showSelected = useEffectEvent(() => {
    const index = picture.selected.at(-1);
    const line = index === undefined ? -1 : lines.lineOf({ section: 'area', index });
    if (line >= 0) virtualizer.scrollToIndex(line);
  });
  const { selected, geography } = picture;
  useEffect(() => {
    if (selected.length > 0) showSelected();
  }, [selected]);
  const selectedSet = useMemo(() => new Set<number>(selected), [selected]);

  const items = virtualizer.getVirtualItems();
  const apart = lineApart(items);
  const slots = useRef(0);
  slots.current = Math.max(slots.current, items.length);

  const { territory } = picture.atlas;
  const choose = useCallback(
    (row: RankingRow, add: boolean) => {
      setActive(row);
      if (row.section === 'area') select(store, geography.areas[row.index]?.code ?? null, add);
      if (row.section !== 'district') return;
      const members = territory.villages.areas.filter((_, i) => territory.districtOf[i] === row.index);
      const others = add ? (store.getState().view?.selected ?? []) : [];
      setView(store, { selected: [...new Set([...others, ...members.map(({ code }) => code)])] });
    },
    [store, geography, territory],
  );
  const moveTo = (line: number) => {
    const row = lines.rowAt(Math.min(Math.max(line, 0), lines.count - 1));
    setActive(row);
    store.setState({ hovered: row.section === 'area' ? row.index : null });
    virtualizer.scrollToIndex(lines.lineOf(row));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || lines.count === 0) return;
    const height = scroller.current?.clientHeight ?? 0;
    const page = Math.max(1, Math.floor((height - above) / (rowRem * rem)) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: activeLine + 1,
      ArrowUp: activeLine - 1,
      PageDown: activeLine + page,
      PageUp: activeLine - page,
      Home: 0,
      End: lines.count - 1,
    };
    const target = moves[event.key];
    if (target !== undefined) moveTo(target);
    else if (event.key === 'Escape') select(store, null, false);
    else if (active && (event.key === 'Enter' || event.key === ' ')) {
      choose(active, event.shiftKey || event.ctrlKey || event.metaKey);
    } else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      className="ranking-grid"
      data-stacked={isLayered(props) || partsText(props, format).length > LONGEST_PARTS ? '' : undefined}
      data-layered={isLayered(props) ? '' : undefined}
      style={gridStyle(props, format, rowRem)}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows are chosen
        role="grid"
        aria-label={words.table.tab}
        aria-rowcount={lines.count + ROWS_ABOVE}
        aria-multiselectable="true"
        aria-activedescendant={activeLine < 0 ? undefined : `${id}${keyOf(lines.rowAt(activeLine))}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (event.target === event.currentTarget && activeLine < 0 && lines.count > 0) {
            setActive(lines.rowAt(0));
          }
        }}
        onPointerLeave={() => store.setState({ hovered: null })}
      >
        <thead className="ranking-head">
          <RankingHeader columns={columns} order={order} onOrder={onOrder} />
          <RankingLine
            row={CITY}
            columns={columns}
            context={context}
            store={store}
            line={1}
            disclosure={
              ranking.districts && (
                <button
                  type="button"
                  className="ranking-districts"
                  aria-expanded={open}
                  onClick={() => setOpen(!open)}
                >
                  {words.table.districts(format.count(ranking.districts.kept.length))}{' '}
                  <span aria-hidden="true">{open ? '▴' : '▾'}</span>
                </button>
              )
            }
          />
        </thead>
        <tbody className="ranking-body" style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = lines.rowAt(item.index);
            return (
              <RankingLine
                // By place, not by area: a row that leaves is written over, not thrown away.
                key={item.index === apart ? 'apart' : item.index % slots.current}
                id={`${id}${item.key}`}
                row={row}
                columns={columns}
                context={context}
                store={store}
                line={item.index + ROWS_ABOVE}
                top={item.start - above}
                active={item.index === activeLine}
                selected={row.section === 'area' && selectedSet.has(row.index)}
                onChoose={choose}
              />
            );
          })}
        </tbody>
      </table>
      {lines.count === 0 ? <p className="ranking-empty note">{words.table.empty}</p> : null}
    </div>
  );
}

const CITY: RankingRow = { section: 'city', index: 0 };

/** Areas count from 0 up, districts from -1 down. */
function keyOf({ section, index }: RankingRow): number {
  return section === 'district' ? -1 - index : index;
}

/** The visible lines, and this one: what the keyboard is on stays in the document. */
function withLine(range: Range, line: number): number[] {
  const visible = defaultRangeExtractor(range);
  if (line < 0 || line >= range.count || visible.includes(line)) return visible;
  return line < (visible[0] ?? 0) ? [line, ...visible] : [...visible, line];
}

/** The line that is kept although it is far from those on the screen, or -1. */
function lineApart(items: readonly { readonly index: number }[]): number {
  const [first, second] = items;
  const [before, last] = items.slice(-2);
  if (first && second && second.index - first.index > 1) return first.index;
  return before && last && last.index - before.index > 1 ? last.index : -1;
}

interface Lines {
  readonly count: number;
  /** Of these, the districts that come first. */
  readonly districts: number;
  readonly rowAt: (line: number) => RankingRow;
  readonly keyAt: (line: number) => number;
  readonly lineOf: (row: RankingRow) => number;
}

/** Districts, where they are open, and then areas, as one list. */
function createLines(rows: RankingRows, open: boolean): Lines {
  const shown = open ? rows.districts : new Uint32Array();
  const keyAt = (line: number): number =>
    line < shown.length ? -1 - (shown[line] ?? 0) : (rows.areas[line - shown.length] ?? 0);
  return {
    count: shown.length + rows.areas.length,
    districts: shown.length,
    keyAt,
    rowAt: (line) => {
      const key = keyAt(line);
      return key < 0 ? { section: 'district', index: -1 - key } : { section: 'area', index: key };
    },
    lineOf: ({ section, index }) => {
      const at = (section === 'district' ? shown : rows.areas).indexOf(index);
      return at < 0 || section === 'district' ? at : at + shown.length;
    },
  };
}

/** Longer than this, n and N stand one above the other. */
const LONGEST_PARTS = 14;

/** Whether a column that the question adds needs room. */
function isLayered({ context: { ranking } }: RankingGridProps): boolean {
  return ranking.areas.added !== null;
}

/** The longest text of its column. */
function partsText({ context: { ranking } }: RankingGridProps, format: Format): string {
  const { numerator, denominator } = ranking.city.measure.table;
  return `${format.count(numerator[0] ?? Number.NaN)}/${format.count(denominator[0] ?? Number.NaN)}`;
}

const PRIORITY_TICKS = Float64Array.from(SCORE_EDGES, (edge) => edge / 100);

/** Widths follow the longest text of a column: the city's numbers are the largest. */
function gridStyle(props: RankingGridProps, format: Format, rowRem: number): CSSProperties {
  const { columns } = props;
  const { ranking, picture } = props.context;
  const { table, measure } = ranking.city.measure;
  const [n, total] = [table.numerator[0] ?? Number.NaN, table.denominator[0] ?? Number.NaN];
  // Tabular figures are half an em wide, marks between them a quarter.
  const width = (text: string) => {
    const digits = text.replaceAll(/\D/g, '').length;
    return `${digits * 0.5 + (text.length - digits) * 0.25 + 0.35}em`;
  };
  const isRate = measure === 'rate';
  return {
    ...tickStyle(ranking.priority ? PRIORITY_TICKS : picture.classification.edges, ranking.scaleEnd),
    '--ranks': '3.25rem',
    '--columns': columns.map((column) => column.width).join(' '),
    '--rank': width(format.count(ranking.ranked)),
    '--parts-wide': width(partsText(props, format)),
    '--parts-narrow': width(format.count(total)),
    '--value': width(isRate ? '100,0' : format.count(n)),
    '--head': `${HEAD_REM}rem`,
    '--row': `${rowRem}rem`,
    '--line': `${ONE_LINE_REM}rem`,
  } as CSSProperties;
}
