import type { AreaIndex } from '#core/area.ts';
import type { Dataset } from '#core/dataset.ts';
import { type Period, type PeriodKind, periodKind } from '#core/period.ts';
import { type SeriesLine, seriesOf } from '#core/series.ts';
import { periodsOf } from './comparable-periods.ts';
import type { Picture } from './picture.ts';

/** More lines than these, beside the city's, cannot be told apart. */
const MOST_AREAS = 3;
const MOST_LINES = 4;

export interface TrendLine {
  readonly key: string;
  readonly name: string;
  readonly kind: 'city' | 'district' | 'area';
  readonly line: SeriesLine;
  /** The area of the map's level that the line is of; null of what contains areas. */
  readonly index: AreaIndex | null;
  /** Whether its interval is drawn: of one or two areas, else of the first only. */
  readonly banded: boolean;
}

export interface TrendData {
  readonly periods: readonly Period[];
  readonly incomplete: ReadonlySet<Period>;
  /** The city first, then districts of the selection, then chosen areas. */
  readonly lines: readonly TrendLine[];
  /** How many areas are chosen, drawn or not. */
  readonly chosen: number;
}

/** The periods of one kind that the dataset holds, as its manifest orders them. */
export function periodsOfKind(
  entries: readonly { readonly id: Period }[],
  kind: PeriodKind,
): readonly Period[] {
  return entries.map(({ id }) => id).filter((id) => periodKind(id) === kind);
}

/** The lines of the trend of what the picture shows: the city, the kecamatan of the selection, the selection. */
export function trendData(
  dataset: Dataset,
  view: Pick<Picture['view'], 'level' | 'indicator' | 'filters' | 'measure' | 'period' | 'showSmallRates'>,
  selected: readonly AreaIndex[],
): TrendData {
  const { manifest, territory } = dataset;
  const periods = periodsOfKind(periodsOf(manifest, view.indicator), periodKind(view.period));
  const showSmallRates = view.showSmallRates && manifest.tier !== 'release';
  const drawn = selected.slice(0, MOST_AREAS);
  const series = seriesOf(dataset, { ...view, showSmallRates }, periods, drawn);
  const districts =
    view.level === 'district'
      ? []
      : [...new Set(drawn.map((i) => territory.districtOf[i] ?? 0))].slice(0, MOST_LINES - drawn.length);
  const { areas } = view.level === 'village' ? territory.villages : territory.districts;
  return {
    periods,
    incomplete: new Set(manifest.periods.flatMap(({ id, complete }) => (complete ? [] : [id]))),
    chosen: selected.length,
    lines: [
      // The sum of counts over the city would flatten every other line.
      ...(view.measure === 'rate' || drawn.length === 0
        ? [
            {
              key: 'city',
              name: territory.name,
              kind: 'city',
              line: series.city,
              index: null,
              banded: true,
            } as const,
          ]
        : []),
      ...(view.measure === 'rate' ? districts : []).flatMap((district): readonly TrendLine[] => {
        const [area, line] = [territory.districts.areas[district], series.districts[district]];
        return area && line
          ? [
              {
                key: area.code,
                name: area.name,
                kind: 'district',
                line,
                index: null,
                banded: drawn.length === 1,
              },
            ]
          : [];
      }),
      ...drawn.flatMap((index, k): readonly TrendLine[] => {
        const [area, line] = [areas[index], series.areas[k]];
        return area && line
          ? [
              {
                key: area.code,
                name: area.name,
                kind: 'area',
                line,
                index,
                banded: drawn.length < 3 || k === 0,
              },
            ]
          : [];
      }),
    ],
  };
}

/** Months of the mass weighing, in which every child is to be measured. */
export function isWeighingMonth(period: Period): boolean {
  return periodKind(period) === 'month' && (period.endsWith('-02') || period.endsWith('-08'));
}
