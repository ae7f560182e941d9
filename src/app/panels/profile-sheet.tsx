import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { createPortal } from 'react-dom';
import { lowered, trendWords } from '#app/chart-words.ts';
import { filterWords } from '#app/sentence.ts';
import { AgeSex } from './age-sex.tsx';
import type { ChartChoices } from './chart-choices.ts';
import { usePrinting } from './printing.ts';
import { ProfileIndicators, type ProfileProps } from './profile-indicators.tsx';
import { ProfileNeighbors } from './profile-neighbors.tsx';
import { PrintedProfile } from './profile-print.tsx';
import { ProfileServices } from './profile-services.tsx';
import { targetLabel } from './target-choice.tsx';
import { LineKey, trendNote } from './trend.tsx';
import { TrendDrawing } from './trend-drawing.tsx';
import { trendData } from './trend-lines.ts';

export interface ProfileSheetProps extends ProfileProps {
  readonly choices: ChartChoices;
}

const TREND_HEIGHT = 170;

/** What is known of one area beyond the map's indicator, and its way onto paper. */
export function ProfileSheet(props: ProfileSheetProps) {
  const { picture, words, index } = props;
  const { printing, print } = usePrinting('profile');
  const say = words.charts.profile;
  const filters = filterWords(
    picture.view.filters,
    words,
    (code) => picture.atlas.territory.districts.areas.find((area) => area.code === code)?.name ?? code,
  );
  return (
    <>
      <Button className="button print-profile" onPress={print}>
        {say.print}
      </Button>
      <section className="chart">
        <h2>{say.indicators}</h2>
        {filters.length > 0 ? <p className="note">{say.filters(filters.join('; '))}</p> : null}
        <ProfileIndicators {...props} />
      </section>
      <ProfileTrend {...props} height={TREND_HEIGHT} width={null} />
      <ProfileServices {...props} />
      <ProfileNeighbors {...props} printed={false} />
      <AgeSex {...props} place={picture.geography.areas[index]?.name ?? ''} />
      {printing ? createPortal(<PrintedProfile {...props} filters={filters} />, document.body) : null}
    </>
  );
}

interface ProfileTrendProps extends ProfileSheetProps {
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
          {trendWords({ picture, words, format }, own.name, own.line, data.periods, target?.rate ?? null)}
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
