import { useTable } from '@tanstack/react-table';
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { Button, Input, Menu, MenuItem, MenuTrigger, Popover, SearchField } from 'react-aria-components';
import type { AddedColumn } from '#app/kinds/question-view.ts';
import { questionView } from '#app/kinds/question-views.ts';
import { useDimmed, usePage, usePicture } from '#app/page.ts';
import { paletteFor } from '#map/color.ts';
import { layerOf } from '#picture/layer.ts';
import type { Picture } from '#picture/picture.ts';
import { sourcesText } from '#words/legend-words.ts';
import { APPARENT_MARK } from '#words/list-words.ts';
import { priorityRanges } from '#words/priority-words.ts';
import {
  EXTRA_COLUMNS,
  EXTRAS_HIDDEN,
  type RankingContext,
  rankingColumns,
  rankingFeatures,
} from './ranking-columns.tsx';
import { RankingGrid, type RankingRows } from './ranking-grid.tsx';
import { RankingHeadline } from './ranking-headline.tsx';
import { createAreaNames, orderRows, RANKING_KEYS, type RankingOrder } from './ranking-order.ts';
import { type Ranking as RankingData, rankingOf } from './ranking-rows.ts';
import './ranking.css';
import { classLabels } from '#words/class-words.ts';

const NO_ROWS: never[] = [];

/** The areas in order, with their kecamatan and the city above them. */
export function Ranking() {
  const { words, format } = usePage();
  const picture = usePicture();
  const dimmed = useDimmed();
  const ranking = useRanking(picture);
  const priority = layerOf(picture, 'priority');
  const [query, setQuery] = useState('');
  const { column: added } = questionView(picture);
  const [districts, indexed] = [ranking.districts !== null, priority !== null];
  const columns = useMemo(
    () => rankingColumns({ districts, priority: indexed, added }),
    [districts, indexed, added],
  );
  const context = useMemo<RankingContext>(
    () => ({
      ranking,
      picture,
      words,
      format,
      colors: priority
        ? picture.shading.colors
        : paletteFor(picture.classification.classes, picture.indicator.polarity),
      classNames: priority ? priorityRanges(priority, words, format) : classLabels(picture, words, format),
    }),
    [ranking, picture, priority, words, format],
  );
  const table = useTable({
    features: rankingFeatures,
    columns,
    data: NO_ROWS,
    manualSorting: true,
    initialState: { sorting: [{ id: 'rank', desc: false }], columnVisibility: { ...EXTRAS_HIDDEN } },
  });
  const [sort] = table.state.sorting;
  const order = useMemo<RankingOrder>(() => {
    const key = RANKING_KEYS.find((known) => known === sort?.id) ?? 'rank';
    const gone = key === 'added' && added === null;
    return gone ? { key: 'rank', descending: false } : { key, descending: sort?.desc ?? false };
  }, [sort, added]);
  const { setSorting } = table;
  const setOrder = useCallback(
    ({ key, descending }: RankingOrder) => setSorting([{ id: key, desc: descending }]),
    [setSorting],
  );
  const visible = table.getVisibleLeafColumns();
  const shownColumns = useMemo(
    () => visible.flatMap(({ id, columnDef: { meta } }) => (meta ? [{ id, ...meta }] : [])),
    [visible],
  );
  const rows = useRows(ranking, picture, order, useDeferredValue(query), added);
  const shown = rows.areas.length;
  const all = ranking.areas.kept.length;
  const level = words.level[picture.view.level];
  return (
    <div className="ranking" data-dimmed={dimmed ? '' : undefined} aria-busy={dimmed}>
      <RankingHeadline ranking={ranking} />
      <RankingTools
        query={query}
        onQuery={setQuery}
        visibility={table.state.columnVisibility}
        onVisibility={table.setColumnVisibility}
      />
      <RankingGrid context={context} rows={rows} order={order} columns={shownColumns} onOrder={setOrder} />
      <footer className="ranking-foot note">
        {words.table.caption(
          shown === all
            ? `${format.count(all)} ${level}`
            : words.table.found(format.count(shown), format.count(all), level),
          priority && (order.key === 'rank' || order.key === 'value')
            ? words.priority.table.order
            : order.key === 'added'
              ? (added?.order(words) ?? '')
              : words.table.orders[order.key],
        )}
        {' · '}
        {priority?.apparent.includes(1) ? `${APPARENT_MARK} ${words.list.apparent.mark} · ` : null}
        {words.legend.source}: {sourcesText(picture, words, format)}
      </footer>
    </div>
  );
}

interface RankingToolsProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Columns that can be added: false where they are not. */
  readonly visibility: Readonly<Record<string, boolean>>;
  readonly onVisibility: (visibility: Record<string, boolean>) => void;
}

/** What is looked for in the table, and which columns it has. */
const RankingTools = memo(function RankingTools(props: RankingToolsProps) {
  const { query, onQuery, visibility, onVisibility } = props;
  const { words } = usePage();
  return (
    <div className="ranking-tools">
      <SearchField
        className="ranking-search"
        aria-label={words.table.search}
        value={query}
        onChange={onQuery}
      >
        <Input autoComplete="off" className="field" placeholder={words.table.search} />
      </SearchField>
      <MenuTrigger>
        <Button className="button">{words.table.columns}</Button>
        <Popover className="popover">
          <Menu
            className="listbox"
            aria-label={words.table.columns}
            selectionMode="multiple"
            selectedKeys={EXTRA_COLUMNS.filter((id) => visibility[id] !== false)}
            onSelectionChange={(keys) =>
              onVisibility(
                Object.fromEntries(EXTRA_COLUMNS.map((id) => [id, keys === 'all' || keys.has(id)])),
              )
            }
          >
            {EXTRA_COLUMNS.map((id) => (
              <MenuItem className="item check" key={id} id={id} textValue={words.table.extras[id]}>
                <span className="box" aria-hidden="true" />
                {words.table.extras[id]}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
});

/** Made anew when a number changes, not when the selection does. */
function useRanking(picture: Picture): RankingData {
  const { atlas, geography, indicator, measure, classification, totals, layer, shading, view } = picture;
  const { districts } = view.filters;
  const showSmallRates = view.showSmallRates && atlas.manifest.tier !== 'release';
  return useMemo(
    () =>
      rankingOf({
        atlas,
        geography,
        indicator,
        measure,
        classification,
        totals,
        layer,
        shading,
        districts,
        showSmallRates,
      }),
    [atlas, geography, indicator, measure, classification, totals, layer, shading, districts, showSmallRates],
  );
}

function useRows(
  ranking: RankingData,
  { geography, atlas: { territory } }: Picture,
  order: RankingOrder,
  query: string,
  added: AddedColumn<unknown, unknown> | null,
): RankingRows {
  const names = useMemo(() => createAreaNames(geography, territory), [geography, territory]);
  const districtNames = useMemo(() => createAreaNames(territory.districts, territory), [territory]);
  return useMemo(
    () => ({
      districts: ranking.districts
        ? orderRows(ranking.districts, order, districtNames, districtNames.matching(query), added?.keys)
        : new Uint32Array(),
      areas: orderRows(ranking.areas, order, names, names.matching(query), added?.keys),
    }),
    [ranking, order, query, names, districtNames, added],
  );
}
