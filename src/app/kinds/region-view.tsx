import { Absent } from '#app/kit/absent.tsx';
import { late } from '#app/late.tsx';
import { NO_CLASS } from '#core/classification.ts';
import { problemsOf, REGION_CLASSES, regionClasses } from '#core/region-classes.ts';
import { problemCounts, type RegionLayer } from '#picture/region-layer.ts';
import { regionMarks, regionNames } from '#words/region-words.ts';
import { statusLabel } from '#words/status-words.ts';
import type { AddedCell, QuestionView } from './question-view.ts';

/** Fetched with the first three problems. */
const RegionLegend = late(() => import('./region-legend.tsx').then((module) => module.RegionLegend));

/** Which of the three problems, by their letters and in the color of the map; else a dash that says what is lacking. */
function RegionCell({ layer, added, row, picture, words }: AddedCell<RegionLayer, Uint8Array>) {
  const region = added[row.index] ?? NO_CLASS;
  if (region === NO_CLASS) {
    const status = row.section === 'area' ? layer.classes.status[row.index] : undefined;
    return <Absent why={status === undefined ? '' : statusLabel(status, picture, words)} />;
  }
  return (
    <span className="region" title={regionNames(layer, region, words)}>
      <span className="region-swatch" style={{ background: picture.shading.colors[region] }} />
      <span aria-hidden="true">{region === 0 ? '' : regionMarks(layer, region, words)}</span>
      <span className="visually-hidden">{regionNames(layer, region, words)}</span>
    </span>
  );
}

export const regionView: QuestionView<RegionLayer, Uint8Array> = {
  Legend: RegionLegend,
  column: {
    width: 'var(--region)',
    head: (_, words) => words.regions.column,
    order: (words) => words.table.added.regions,
    areas: ({ classes }) => classes.classOf,
    sums: ({ problems }, rates) =>
      regionClasses(
        problems.map(({ indicator, totals, measure: { table }, threshold }) => ({
          measure: rates(totals, table, indicator),
          polarity: indicator.polarity,
          threshold,
        })),
      ).classOf,
    keys: (regions) =>
      Float64Array.from(regions, (region) => (region === NO_CLASS ? Number.NaN : problemsOf(region).length)),
    cell: (props) => <RegionCell {...props} />,
  },
  against: null,
  /** The areas that have the most problems of all: all three where some have them. */
  talk({ picture, words, format }, layer, told) {
    const most = Math.max(0, ...problemCounts(layer));
    const { one, two, three } = words.regions.most;
    const caption = most === 3 ? three : most === 2 ? two : one;
    return {
      caption: caption(format.count(told.areas.length), words.level[picture.view.level]),
      color: most === 3 ? (picture.shading.colors[REGION_CLASSES - 1] ?? null) : null,
      columns: layer.problems.map(({ indicator, measure }) => ({
        header: `% ${words.regions.marks[indicator.id]}`,
        about: words.indicator[indicator.id].rate,
        write: (i) => format.percent(measure.value[i] ?? Number.NaN),
        isSure: () => true,
      })),
    };
  },
};
