import { useMemo } from 'react';
import type { ChartChoices } from '#picture/chart-choices.ts';
import { trendData } from '#picture/trend-lines.ts';
import { lowered, trendWords } from '#words/chart-words.ts';
import type { ProfileProps } from './profile-indicators.tsx';
import { targetLabel } from './target-choice.tsx';
import { LineKey, trendNote } from './trend.tsx';
import { TrendDrawing } from './trend-drawing.tsx';

interface ProfileTrendProps extends ProfileProps {
  readonly choices: ChartChoices;
  readonly height: number;
  readonly width: number | null;
}

/** The map's indicator over time: the area, its kecamatan, the city. */
export function ProfileTrend(props: ProfileTrendProps) {
  const { picture, words, format, dataset, index, choices, height, width } = props;
  const { indicator, view } = picture;
  const { level, filters, measure, period, showSmallRates } = view;
  const data = useMemo(() => {
    const asked = { level, indicator: indicator.id, filters, measure, period, showSmallRates };
    return trendData(dataset, asked, [index]);
  }, [dataset, level, indicator, filters, measure, period, showSmallRates, index]);
  const target = measure === 'rate' ? (choices.targets[indicator.id] ?? null) : null;
  const own = data.lines.find(({ kind }) => kind === 'area');
  return (
    <section className="chart">
      <h2>{words.charts.trend.heading(lowered(words.indicator[indicator.id][measure]))}</h2>
      {own ? (
        <p className="chart-summary">
          {trendWords({ picture, words, format }, own, data.periods, target?.rate ?? null)}
        </p>
      ) : null}
      <div className="chart-drawing" aria-hidden="true">
        <LineKey lines={data.lines} />
        <TrendDrawing
          {...{ picture, words, format, data, height, width }}
          target={target && { rate: target.rate, label: targetLabel(target, props) }}
        />
      </div>
      <p className="note">{trendNote(data, props)}</p>
    </section>
  );
}
