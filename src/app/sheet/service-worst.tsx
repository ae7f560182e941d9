import { useMemo } from 'react';
import { usePage } from '#app/page.ts';
import { type AreaLevel, geographyOf } from '#core/area.ts';
import type { Dataset } from '#core/dataset.ts';
import { shortfall, worstServices } from '#core/service-coverage.ts';
import { serviceTable } from '#core/service-record.ts';
import { openingService, type ServiceStand, serviceStand } from '#picture/service-layer.ts';
import { serviceName } from '#words/service-wording.ts';

const MOST_WORST = 3;

interface ServiceWorstProps {
  readonly stand: ServiceStand;
  readonly index: number;
  readonly name: string;
}

/** What is furthest from its target in an area, and of whom most children are not reached. */
export function ServiceWorst({ stand, index, name }: ServiceWorstProps) {
  const { words, format } = usePage();
  const say = words.service;
  const { indicators, period } = stand;
  const cells = stand.cells.map((own) => own[index]!);
  const { byPoints, byChildren, unjudged } = worstServices(cells, indicators);
  const [most] = byChildren;
  return (
    <section className="chart" aria-label={say.worst(name)}>
      <h2>{say.worst(name)}</h2>
      <p className="note">{format.period(period)}</p>
      {byPoints.length === 0 ? <p className="note">{say.worstNone}</p> : null}
      <ol>
        {byPoints.slice(0, MOST_WORST).map((k) => {
          const [cell, indicator] = [cells[k]!, indicators[k]!];
          const { points } = shortfall(cell, indicator);
          const line = indicator.polarity === 'more-is-better' ? say.worstLine : say.worstOver;
          return (
            <li key={indicator.id}>
              {serviceName(indicator, words)}:{' '}
              {line(format.percent(points / 100), say.parts(format.count(cell.n), format.count(cell.N)))}
            </li>
          );
        })}
      </ol>
      {most === undefined ? null : (
        <p>
          {say.children(
            format.count(shortfall(cells[most]!, indicators[most]!).people),
            serviceName(indicators[most]!, words),
          )}
        </p>
      )}
      {unjudged.length > 0 ? <p className="note">{say.unjudged(format.count(unjudged.length))}</p> : null}
    </section>
  );
}

interface ProfileWorstProps {
  readonly dataset: Dataset;
  readonly level: AreaLevel;
  readonly index: number;
}

/** The same in the sheet of an area, of the last period of which there are services; nothing where there are none. */
export function ProfileWorst({ dataset, level, index }: ProfileWorstProps) {
  const { services, territory } = dataset;
  const stand = useMemo(() => {
    const period = openingService(services)?.period;
    if (!services || period === undefined) return null;
    return serviceStand(serviceTable(services, geographyOf(territory, 'village')), territory, level, period);
  }, [services, territory, level]);
  const area = geographyOf(territory, level).areas[index];
  return stand && area ? <ServiceWorst stand={stand} index={index} name={area.name} /> : null;
}
