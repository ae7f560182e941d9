import { Fragment, memo } from 'react';
import { questionView } from '#app/kinds/question-views.ts';
import { usePage, usePicture } from '#app/page.ts';
import type { Picture } from '#picture/picture.ts';
import { everyoneText } from '#words/filter-words.ts';
import type { Words } from '#words/id.ts';
import type { RankingColumn } from './ranking-column.ts';
import { type RankingKey, type RankingOrder, startsDescending } from './ranking-order.ts';

interface RankingHeaderProps {
  readonly columns: readonly RankingColumn[];
  readonly order: RankingOrder;
  readonly onOrder: (order: RankingOrder) => void;
}

/** The head of each column, with a button for each thing that it can be sorted by. */
export const RankingHeader = memo(function RankingHeader({ columns, order, onOrder }: RankingHeaderProps) {
  const { words } = usePage();
  const scale = usePicture((picture) => scaleLabel(picture, words));
  const unsorted: Readonly<Record<string, string>> = {
    ranks: words.priority.table.ranks,
    report: words.table.extras.report,
    interval: scale,
  };
  const sortOf = ({ sorts }: RankingColumn) =>
    !sorts.includes(order.key) ? undefined : order.descending ? 'descending' : 'ascending';
  return (
    <tr className="ranking-row" aria-rowindex={1} data-section="header">
      {columns.map((column) => (
        <th key={column.id} scope="col" className={`cell ${column.id}`} aria-sort={sortOf(column)}>
          {unsorted[column.id]}
          {column.sorts.map((key, k) => (
            <Fragment key={key}>
              {column.id === 'parts' && k > 0 ? <span aria-hidden="true">/</span> : null}
              <SortButton sort={key} order={order} onOrder={onOrder} />
            </Fragment>
          ))}
        </th>
      ))}
    </tr>
  );
});

function scaleLabel({ measure, indicator, layer }: Picture, words: Words): string {
  return layer.kind !== 'priority' && measure.measure === 'rate' && indicator.kind === 'prevalence'
    ? words.table.interval
    : words.table.scale;
}

function headLabel(key: RankingKey, picture: Picture, words: Words): string {
  const { view, layer } = picture;
  switch (key) {
    case 'name':
      return view.level === 'village' ? words.level.Village : words.level.District;
    case 'value':
      if (layer.kind === 'priority') return words.priority.table.score;
      return view.measure === 'rate' ? words.table.value : words.table.count;
    case 'rank':
      return words.table.rank;
    case 'district':
      return words.table.district;
    case 'numerator':
      return 'n';
    case 'denominator':
      return 'N';
    case 'added':
      return questionView(picture).column?.head(layer, words, view.period) ?? '';
    case 'measured':
    case 'target':
    case 'coverage':
      return words.table[key];
    case 'class':
    case 'code':
      return words.table.extras[key];
  }
}

/** D and S are of all children, whatever the filters: said where these leave only some. */
function everyoneOf(key: RankingKey, { view }: Picture, words: Words): string | null {
  return ['measured', 'target', 'coverage'].includes(key) ? everyoneText(view.filters, words) : null;
}

/** By what a column stands. */
function orderLabel(key: Exclude<RankingKey, 'added'>, picture: Picture, words: Words): string {
  const everyone = everyoneOf(key, picture, words);
  return everyone === null ? words.table.orders[key] : `${words.table.orders[key]}, ${everyone}`;
}

interface SortButtonProps extends Pick<RankingHeaderProps, 'order' | 'onOrder'> {
  readonly sort: RankingKey;
}

function SortButton({ sort, order, onOrder }: SortButtonProps) {
  const { words } = usePage();
  const label = usePicture((picture) => headLabel(sort, picture, words));
  const by = usePicture((picture) =>
    sort === 'added' ? questionView(picture).column?.order(words) : orderLabel(sort, picture, words),
  );
  const ofAll = usePicture((picture) => everyoneOf(sort, picture, words));
  const current = order.key === sort;
  const descending = current ? !order.descending : startsDescending(sort);
  const verb = descending ? words.table.sortDescending : words.table.sortAscending;
  return (
    <button
      type="button"
      className="sort"
      data-current={current ? '' : undefined}
      title={`${by}: ${verb}`}
      onClick={() => onOrder({ key: sort, descending })}
    >
      {label}
      {ofAll === null ? null : <small>{ofAll}</small>}
      {current ? <span aria-hidden="true">{order.descending ? '↓' : '↑'}</span> : null}
    </button>
  );
}
