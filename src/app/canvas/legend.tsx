import { lazy, Suspense, useState } from 'react';
import { Button } from 'react-aria-components';
import { PlaceSwatch } from '#app/kit/place-swatch.tsx';
import { StatusSwatch } from '#app/kit/status-swatch.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import { legendWords } from '#words/legend-words.ts';
import { BivariateLegend } from './bivariate-legend.tsx';
import { ChangeLegend } from './change-legend.tsx';
import { HotspotLegend } from './hotspot-legend.tsx';

/** Fetched with the first second source. */
const AgreementLegend = lazy(() =>
  import('./agreement-legend.tsx').then((module) => ({ default: module.AgreementLegend })),
);

/** Fetched with the first three problems. */
const RegionLegend = lazy(() =>
  import('./region-legend.tsx').then((module) => ({ default: module.RegionLegend })),
);

/** The truth about the colours: ranges, areas in each, the states without a colour, unit, period and source. */
export function Legend(props: PanelProps) {
  const { picture, words, format } = props;
  const legend = legendWords(picture, words, format);
  const [sourced, setSourced] = useState(false);
  return (
    <section className="legend" aria-label={words.legend.heading}>
      <h2>{legend.heading}</h2>
      {picture.overlay ? (
        <BivariateLegend {...props} layer={picture.overlay} />
      ) : picture.change ? (
        <ChangeLegend {...props} layer={picture.change} />
      ) : picture.agreement ? (
        <Suspense>
          <AgreementLegend {...props} layer={picture.agreement} />
        </Suspense>
      ) : picture.regions ? (
        <Suspense>
          <RegionLegend {...props} layer={picture.regions} />
        </Suspense>
      ) : (
        <ul>
          {legend.classes
            .map(({ label, color, count }, k) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the class number is the identity of a class
              <li key={k}>
                <svg className="swatch" aria-hidden="true">
                  <rect width="100%" height="100%" fill={color} />
                </svg>
                <span>{label}</span>
                <span className="count">{count}</span>
              </li>
            ))
            .reverse()}
        </ul>
      )}
      {legend.hotspots ? <HotspotLegend {...props} legend={legend.hotspots} /> : null}
      {legend.burden ? <p className="note">{legend.burden}</p> : null}
      {legend.places.length > 0 ? (
        <ul className="place-entries">
          {legend.places.map(({ label, count, look }, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: layers may be called alike
            <li key={k}>
              <PlaceSwatch look={look} />
              <span>{label}</span>
              <span className="count">{count}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <ul className="statuses">
        {legend.statuses.map(({ status, label, count }) => (
          <li key={status} data-empty={(picture.statusCounts[status] ?? 0) === 0 ? '' : undefined}>
            <StatusSwatch status={status} />
            <span>{label}</span>
            <span className="count">{count}</span>
          </li>
        ))}
      </ul>
      <footer data-open={sourced ? '' : undefined}>
        <div>
          {legend.about}{' '}
          <Button className="link" aria-expanded={sourced} onPress={() => setSourced(!sourced)}>
            {words.brief.source}
          </Button>
        </div>
        <div>{legend.source}</div>
        <div className="boundary-note">{legend.boundaries}</div>
      </footer>
    </section>
  );
}
