import { useMemo } from 'react';
import { Bounded } from '#app/kit/bounded.tsx';
import type { ChartChoices } from '#picture/chart-choices.ts';
import { layerOf } from '#picture/layer.ts';
import { filterWords } from '#words/filter-words.ts';
import { AgeSex } from './age-sex-chart.tsx';
import { LocatorMap } from './locator-map.tsx';
import { PrintSheets } from './print-sheets.tsx';
import { PriorityAccount } from './priority-account.tsx';
import { ProfileHotspots } from './profile-hotspots.tsx';
import { ProfileIndicators, type ProfileProps } from './profile-indicators.tsx';
import { ProfileNeighbors } from './profile-neighbors.tsx';
import { profileColumns, profileRows } from './profile-rows.ts';
import { ProfileServices } from './profile-services.tsx';
import { ProfileTrend } from './profile-trend.tsx';
import { ProfileWorst } from './service-worst.tsx';

const TREND_HEIGHT = 170;

/** What is known of one area beyond the map's indicator, and its way onto paper. */
export function ProfileSheet(props: ProfileProps & { readonly choices: ChartChoices }) {
  const { picture, words, dataset, index } = props;
  const { level, indicator, period, filters, showSmallRates } = picture.view;
  const columns = useMemo(
    () => profileColumns(dataset, { level, indicator, period, filters, showSmallRates }),
    [dataset, level, indicator, period, filters, showSmallRates],
  );
  const { districts, districtOf } = picture.atlas.territory;
  const rows = useMemo(
    () => profileRows(columns, index, level === 'village' ? districtOf : null),
    [columns, index, level, districtOf],
  );
  const say = words.charts.profile;
  const priority = layerOf(picture, 'priority');
  const restricted = filterWords(
    filters,
    words,
    (code) => districts.areas.find((area) => area.code === code)?.name ?? code,
  );
  return (
    <>
      <Bounded>
        <LocatorMap picture={picture} words={words} index={index} />
      </Bounded>
      <p className="print-profile">
        <PrintSheets
          {...{ dataset, choices: props.choices }}
          areas={() => [index]}
          label={words.sheet.print}
        />
      </p>
      {priority ? (
        <section className="chart">
          <h2>{words.priority.name}</h2>
          <Bounded>
            <PriorityAccount {...props} layer={priority} area={index} mostWays={Number.POSITIVE_INFINITY} />
          </Bounded>
          <p className="note">{words.sheet.proposal}</p>
        </section>
      ) : null}
      <section className="chart">
        <h2>{say.indicators}</h2>
        {restricted.length > 0 ? <p className="note">{say.filters(restricted.join('; '))}</p> : null}
        <Bounded>
          <ProfileIndicators {...props} rows={rows} />
        </Bounded>
      </section>
      <Bounded>
        <ProfileHotspots {...props} printed={false} />
      </Bounded>
      <Bounded>
        <ProfileTrend {...props} height={TREND_HEIGHT} width={null} />
      </Bounded>
      <Bounded>
        <ProfileWorst dataset={dataset} level={level} index={index} />
      </Bounded>
      <Bounded>
        <ProfileServices {...props} />
      </Bounded>
      <Bounded>
        <ProfileNeighbors {...props} printed={false} />
      </Bounded>
      <Bounded>
        <AgeSex {...props} place={picture.geography.areas[index]?.name ?? ''} />
      </Bounded>
    </>
  );
}
