import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { AddedColumn, RankingRow } from '#app/kinds/question-view.ts';
import { IntervalBar } from '#app/kit/interval-bar.tsx';
import { wherePhrase } from '#app/question/phrases.ts';
import { CellStatus } from '#core/area-table.ts';
import { ReportStatus } from '#core/cells.ts';
import { NO_CLASS } from '#core/classification.ts';
import { coverageRate } from '#core/coverage.ts';
import type { Picture } from '#picture/picture.ts';
import { reportOf } from '#picture/report-status.ts';
import { DASH, type Format } from '#words/format.ts';
import type { Words } from '#words/id.ts';
import { APPARENT_MARK, apparentWords } from '#words/list-words.ts';
import { lackText, rankRangeText } from '#words/priority-words.ts';
import { areaStatusLabel, statusLabel } from '#words/status-words.ts';
import type { RankingKey } from './ranking-order.ts';
import type { Ranking, RankingSection } from './ranking-rows.ts';

export interface RankingColumnMeta {
  /** Width as a grid track. */
  readonly width: string;
  /** What the header can sort by, in the order of the lines of a cell. */
  readonly sorts: readonly RankingKey[];
  /** What a cell shows. The table is given no rows, so that a geography of 83,000 areas makes no row objects. */
  readonly cell: (row: RankingRow, context: RankingContext) => ReactNode;
}

export const rankingFeatures = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  columnMeta: {} as RankingColumnMeta,
});

/** Columns that the reader can add. */
export const EXTRA_COLUMNS = ['report', 'measured', 'target', 'coverage', 'class', 'code'] as const;
export type ExtraColumn = (typeof EXTRA_COLUMNS)[number];
export const EXTRAS_HIDDEN: Readonly<Record<string, boolean>> = Object.fromEntries(
  EXTRA_COLUMNS.map((id) => [id, false]),
);

/** What cells are written from. */
export interface RankingContext {
  readonly ranking: Ranking;
  readonly picture: Picture;
  readonly words: Words;
  readonly format: Format;
  readonly colors: readonly string[];
  /** Labels of the classes, as the legend prints them. */
  readonly classNames: readonly string[];
}

export function sectionOf(ranking: Ranking, { section }: RankingRow): RankingSection {
  return section === 'city'
    ? ranking.city
    : section === 'district'
      ? (ranking.districts ?? ranking.areas)
      : ranking.areas;
}

export function isObserved(ranking: Ranking, row: RankingRow): boolean {
  return sectionOf(ranking, row).measure.status[row.index] === CellStatus.observed;
}

const helper = createColumnHelper<typeof rankingFeatures, RankingRow>();

/** What decides which columns there are. */
export interface RankingShape {
  /** Kecamatan stand above their kelurahan. */
  readonly districts: boolean;
  /** The areas stand by an index. */
  readonly priority: boolean;
  readonly added: AddedColumn<unknown, unknown> | null;
}

function at(
  { ranking }: RankingContext,
  row: RankingRow,
  pick: (section: RankingSection) => ArrayLike<number>,
): number {
  return pick(sectionOf(ranking, row))[row.index] ?? Number.NaN;
}

/**
 * The columns in their order: the same while only numbers change, which cells read from their context. In rows without a
 * value `interval` tells why, across itself and `value`.
 */
export function rankingColumns({ districts, priority, added }: RankingShape) {
  const column = (id: string, meta: RankingColumnMeta) => helper.display({ id, meta });
  const number = (id: Exclude<ExtraColumn, 'report'>, width: string, cell: RankingColumnMeta['cell']) =>
    column(id, { width, sorts: [id], cell });
  return helper.columns([
    column('rank', {
      width: 'var(--rank)',
      sorts: ['rank'],
      cell: (row, context) => {
        const rank = at(context, row, ({ measure }) => measure.rank);
        return row.section === 'city' || rank === 0 ? null : context.format.count(rank);
      },
    }),
    column('name', {
      width: 'minmax(5.75rem, 1fr)',
      sorts: districts ? ['name', 'district'] : ['name'],
      cell: (row, context) => <NameCell context={context} row={row} />,
    }),
    // An index has no one n and N: how its ranks vary stands in their place.
    priority
      ? column('ranks', {
          width: 'var(--ranks)',
          sorts: [],
          cell: (row, context) => (row.section === 'area' ? <RanksCell context={context} row={row} /> : null),
        })
      : column('parts', {
          width: 'var(--parts)',
          sorts: ['numerator', 'denominator'],
          cell: (row, context) => <PartsCell context={context} row={row} />,
        }),
    column('interval', {
      width: 'var(--interval)',
      sorts: [],
      cell: (row, context) =>
        priority && row.section !== 'area' ? null : isObserved(context.ranking, row) ? (
          <IntervalCell context={context} row={row} />
        ) : (
          <StatusCell context={context} row={row} />
        ),
    }),
    column('value', {
      width: 'var(--value)',
      sorts: ['value'],
      cell: (row, context) => {
        if (priority && row.section !== 'area') return null;
        const { format, ranking } = context;
        const isRate = ranking.areas.measure.measure === 'rate';
        return (isRate ? format.percent : format.count)(at(context, row, ({ measure }) => measure.value));
      },
    }),
    ...(added
      ? [
          column('added', {
            width: added.width,
            sorts: ['added'],
            cell: (row, { ranking, picture, words, format }) =>
              added.cell({
                layer: picture.layer,
                added: sectionOf(ranking, row).added,
                row,
                picture,
                words,
                format,
              }),
          }),
        ]
      : []),
    column('report', {
      width: '6.5rem',
      sorts: [],
      cell: (row, { picture, words }) =>
        row.section === 'area' ? reportText(picture, row.index, words) : null,
    }),
    number('measured', '3.25rem', (row, context) =>
      context.format.count(at(context, row, ({ measured }) => measured)),
    ),
    number('target', '3.25rem', (row, context) =>
      context.format.count(at(context, row, ({ target }) => target)),
    ),
    number('coverage', '3rem', (row, { ranking, format }) => {
      const { measured, target } = sectionOf(ranking, row);
      return format.percent(coverageRate(measured[row.index] ?? Number.NaN, target[row.index] ?? Number.NaN));
    }),
    number('class', '9rem', (row, context) => {
      const k = at(context, row, ({ classOf }) => classOf);
      return k === NO_CLASS ? DASH : (context.classNames[k] ?? context.words.legend.single);
    }),
    number('code', '7rem', (row, { ranking }) => sectionOf(ranking, row).areas[row.index]?.code ?? ''),
  ]);
}

/** Whether an area reported, in whole, in part or not. */
function reportText(picture: Picture, index: number, words: Words): string {
  const { whole, none } = words.rooms.report;
  switch (reportOf(picture, index)) {
    case ReportStatus.reported:
      return whole;
    case ReportStatus.incomplete:
      return words.status.partial;
    case ReportStatus.setAside:
      return words.status.setAsideShort;
    default:
      return none;
  }
}

interface CellProps {
  readonly context: RankingContext;
  readonly row: RankingRow;
}

function NameCell({ context: { ranking, picture, words, format }, row }: CellProps) {
  const area = sectionOf(ranking, row).areas[row.index];
  const { territory } = picture.atlas;
  const partial = row.section === 'area' && reportOf(picture, row.index) === ReportStatus.incomplete;
  const apparent =
    ranking.priority && row.section === 'area'
      ? apparentWords(ranking.priority, row.index, words, format)
      : null;
  const kept = row.section === 'city' ? wherePhrase(picture.atlas, picture.view.filters, words) : null;
  const name = kept?.full ?? area?.name;
  const district = ranking.districts && row.section === 'area' ? territory.districtOf[row.index] : undefined;
  return (
    <>
      <span className="name-line">
        <span className="name" title={name}>
          {name}
        </span>
        {partial ? <Mark sign="◐" says={words.status.partial} /> : null}
        {apparent ? <Mark sign={APPARENT_MARK} says={apparent.short} /> : null}
      </span>
      {district === undefined ? null : <small>{territory.districts.areas[district]?.name}</small>}
    </>
  );
}

/** A sign beside the name: that a village reported only in part, or is only apparently good. */
function Mark({ sign, says }: { readonly sign: string; readonly says: string }) {
  return (
    <span className="partial-mark" title={says}>
      <span aria-hidden="true">{sign}</span>
      <span className="visually-hidden">, {says}</span>
    </span>
  );
}

/** Counts stay readable where the rate is withheld; they are absent where they are not known. */
function PartsCell({ context: { ranking, format }, row }: CellProps) {
  const { status, table } = sectionOf(ranking, row).measure;
  const known = status[row.index] === CellStatus.observed || status[row.index] === CellStatus.tooFew;
  if (!known) return DASH;
  return (
    <>
      {format.count(table.numerator[row.index] ?? Number.NaN)}
      <span className="of">/{format.count(table.denominator[row.index] ?? Number.NaN)}</span>
    </>
  );
}

function IntervalCell({ context, row }: CellProps) {
  const { ranking, format, colors } = context;
  const { measure, classOf } = sectionOf(ranking, row);
  const isRate = measure.measure === 'rate';
  const value = measure.value[row.index] ?? Number.NaN;
  const low = isRate ? (measure.low[row.index] ?? Number.NaN) : Number.NaN;
  const high = isRate ? (measure.high[row.index] ?? Number.NaN) : Number.NaN;
  // Sums of counts lie beyond a scale made for single areas.
  if (!isRate && row.section !== 'area') return null;
  return (
    <>
      <IntervalBar
        value={value}
        low={low}
        high={high}
        end={ranking.scaleEnd}
        color={colors[classOf[row.index] ?? NO_CLASS] ?? null}
        filled={!isRate || ranking.priority !== null}
      />
      {low <= high ? (
        <span className="visually-hidden">
          {format.percent(low)}–{format.percent(high)}
        </span>
      ) : null}
    </>
  );
}

function RanksCell({ context: { ranking, format }, row }: CellProps) {
  // The table stands by the index: ranges by another order would be of other ranks.
  return ranking.priority?.listing.order === 'index'
    ? rankRangeText(ranking.priority, row.index, format)
    : DASH;
}

function StatusCell({ context: { ranking, picture, words }, row }: CellProps) {
  const status = sectionOf(ranking, row).measure.status[row.index] ?? CellStatus.notApplicable;
  if (row.section !== 'area') return <span className="status">{statusLabel(status, picture, words)}</span>;
  const lack = ranking.priority && lackText(picture, ranking.priority, row.index, words);
  if (lack) {
    return (
      <span className="status" title={lack}>
        {lack}
      </span>
    );
  }
  return (
    <span className="status" title={areaStatusLabel(status, picture, row.index, words)}>
      {areaStatusLabel(status, picture, row.index, words, 'setAsideShort')}
    </span>
  );
}
