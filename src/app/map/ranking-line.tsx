import { memo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { RankingRow } from '#app/kinds/question-view.ts';
import type { AppStore } from '#state/store.ts';
import type { RankingColumn } from './ranking-column.ts';
import { isObserved, type RankingContext } from './ranking-columns.tsx';

interface RankingLineProps {
  readonly row: RankingRow;
  readonly columns: readonly RankingColumn[];
  readonly context: RankingContext;
  readonly store: AppStore;
  /** 0-based line of the whole table, the header counted. */
  readonly line: number;
  readonly id?: string;
  /** Distance from the top of the rows that scroll, in px. */
  readonly top?: number;
  readonly active?: boolean;
  readonly selected?: boolean;
  /** Shown under the name. */
  readonly disclosure?: ReactNode;
  readonly onChoose?: (row: RankingRow, add: boolean) => void;
}

function Line(props: RankingLineProps) {
  const { row, columns, context, store, line, id, top, active, selected, disclosure, onChoose } = props;
  const { section, index } = row;
  const hovered = useStore(store, (state) => section === 'area' && state.hovered === index);
  const observed = isObserved(context.ranking, row);
  return (
    <tr
      id={id}
      className="ranking-row"
      aria-rowindex={line + 1}
      aria-selected={onChoose ? (selected ?? false) : undefined}
      data-section={section}
      data-active={active ? '' : undefined}
      data-selected={selected ? '' : undefined}
      data-hovered={hovered ? '' : undefined}
      data-observed={observed ? '' : undefined}
      style={top === undefined ? undefined : { transform: `translateY(${top}px)` }}
      onMouseDown={(event) => {
        // Shift would mark the text between two rows.
        if (event.shiftKey) event.preventDefault();
      }}
      onClick={(event) => onChoose?.(row, event.shiftKey || event.ctrlKey || event.metaKey)}
      onPointerEnter={() => store.setState({ hovered: section === 'area' ? index : null })}
    >
      {columns.map(({ id: name, cell }) => {
        if (name === 'name') {
          return (
            <th key={name} scope="row" className="cell name">
              {cell(row, context)}
              {disclosure}
            </th>
          );
        }
        if (name === 'value' && !observed) return null;
        return (
          <td key={name} className={`cell ${name}`} colSpan={name === 'interval' && !observed ? 2 : 1}>
            {cell(row, context)}
          </td>
        );
      })}
    </tr>
  );
}

/** A row is written anew only when it shows something else; `onChoose` may change without that. */
export const RankingLine = memo(
  Line,
  (before, after) =>
    before.row.section === after.row.section &&
    before.row.index === after.row.index &&
    before.columns === after.columns &&
    before.context === after.context &&
    before.line === after.line &&
    before.top === after.top &&
    before.active === after.active &&
    before.selected === after.selected &&
    before.disclosure === after.disclosure &&
    before.onChoose === after.onChoose,
);
