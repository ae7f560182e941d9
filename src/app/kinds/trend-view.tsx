import { Absent } from '#app/kit/absent.tsx';
import { HatchSwatch, LegendLine } from '#app/kit/legend-line.tsx';
import { late } from '#app/late.tsx';
import { usePage, usePicture } from '#app/page.ts';
import { CellStatus } from '#core/area-table.ts';
import { type AreaTrends, TrendVerdict } from '#core/area-trend.ts';
import { TREND } from '#core/view.ts';
import { isNamed, TREND_CLASSES, type TrendLayer } from '#picture/trend-layer.ts';
import { statusLabel } from '#words/status-words.ts';
import { slopeText, stepWord, trendNotes, trendWord } from '#words/trend-wording.ts';
import type { AddedCell, QuestionView } from './question-view.ts';

const TrendPanel = late(() => import('#app/monitoring/trend-panel.tsx').then((module) => module.TrendPanel));

/** Rising first; a verdict that no area has is left out. */
function TrendLegend({ layer }: { readonly layer: TrendLayer }) {
  const { words, format } = usePage();
  const picture = usePicture();
  const level = words.level[picture.view.level];
  const { colors } = picture.shading;
  const lines = TREND_CLASSES.map((verdict, k) => ({
    verdict,
    label: words.trend.classes[k] ?? '',
    color: colors[k],
    count: layer.counts[verdict] ?? 0,
  }));
  const [short, ...verdicts] = lines.reverse();
  const occurring = [...verdicts, ...(short ? [short] : [])].filter(({ count }) => count > 0);
  return (
    <>
      <ul>
        {occurring.map(({ verdict, label, color, count }) => (
          <LegendLine
            key={verdict}
            name={words.rooms.legend.entry(label, format.count(count), level)}
            test={(i) => layer.areas.verdict[i] === verdict}
          >
            {verdict === TrendVerdict.short ? (
              <HatchSwatch />
            ) : (
              <svg className="swatch" aria-hidden="true">
                <rect width="100%" height="100%" fill={color} />
              </svg>
            )}
            <span>{label}</span>
            <span className="count">{format.count(count)}</span>
          </LegendLine>
        ))}
      </ul>
      <p className="note">{trendNotes(layer, { words, format })[0]}</p>
    </>
  );
}

/** The slope, in bold where the verdict is shown, and the verdict below it. */
function TrendCell({ layer, added: trends, row, picture, words, format }: AddedCell<TrendLayer, AreaTrends>) {
  const verdict = trends.verdict[row.index] ?? TrendVerdict.none;
  const word = trendWord(verdict, words);
  if (word === null)
    return <Absent why={statusLabel(trends.status[row.index] ?? CellStatus.notApplicable, picture, words)} />;
  if (verdict === TrendVerdict.short) return <small>{word}</small>;
  return (
    <>
      <span
        className="points"
        data-sure={isNamed(verdict) ? '' : undefined}
        title={slopeText(layer, trends.slope[row.index] ?? Number.NaN, { words, format })}
      >
        {format.points(trends.slope[row.index] ?? Number.NaN)}
      </span>
      <small>{word}</small>
    </>
  );
}

export const trendView: QuestionView<TrendLayer, AreaTrends> = {
  Legend: TrendLegend,
  column: {
    width: 'var(--change)',
    head: (layer, words) => words.trend.column(stepWord(layer, words)),
    order: (words) => words.trend.order,
    areas: ({ areas }) => areas,
    sums: ({ city, districts }, _rates, _picture, section) => (section === 'city' ? city : districts),
    keys: ({ slope }) => slope,
    cell: (props) => <TrendCell {...props} />,
  },
  against: null,
  monitored: {
    name: (words) => words.trend.name,
    opening: () => TREND,
    Panel: TrendPanel,
  },
  talk({ words, format }, layer, { areas }) {
    const { slope, verdict } = layer.areas;
    return {
      caption: areas.length > 0 ? words.trend.talk.worse : words.trend.talk.none,
      color: null,
      columns: [
        {
          header: words.trend.column(stepWord(layer, words)),
          about: words.trend.order,
          write: (i) => format.points(slope[i] ?? Number.NaN),
          isSure: (i) => isNamed(verdict[i] ?? TrendVerdict.none),
        },
      ],
    };
  },
};
