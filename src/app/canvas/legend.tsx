import { Suspense, useState } from 'react';
import { Button } from 'react-aria-components';
import { questionView } from '#app/kinds/question-views.ts';
import { PlaceSwatch } from '#app/kit/place-swatch.tsx';
import { StatusSwatch } from '#app/kit/status-swatch.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import { legendWords } from '#words/legend-words.ts';
import { HotspotLegend } from './hotspot-legend.tsx';

/** The truth about the colours: ranges, areas in each, the states without a colour, unit, period and source. */
export function Legend(props: PanelProps) {
  const { picture, words, format } = props;
  const legend = legendWords(picture, words, format);
  const { Legend: Own } = questionView(picture);
  const [sourced, setSourced] = useState(false);
  return (
    <section className="legend" aria-label={words.legend.heading}>
      <h2>{legend.heading}</h2>
      {Own ? (
        <Suspense>
          <Own {...props} layer={picture.layer} />
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
