import { memo, useState } from 'react';
import { Button } from 'react-aria-components';
import { questionView } from '#app/kinds/question-views.ts';
import { Bounded } from '#app/kit/bounded.tsx';
import { LegendLine } from '#app/kit/legend-line.tsx';
import { MissingMarks } from '#app/kit/missing-marks.tsx';
import { PlaceSwatch } from '#app/kit/place-swatch.tsx';
import { StatusSwatch } from '#app/kit/status-swatch.tsx';
import { usePage, usePicture } from '#app/page.ts';
import { isPartlyReported } from '#picture/report-status.ts';
import { type LegendWords, legendWords } from '#words/legend-words.ts';
import { HotspotLegend } from './hotspot-legend.tsx';

/** The truth about the colours: ranges, areas in each, the states without a colour, unit, period and source. */
export function Legend() {
  const { words, format } = usePage();
  const picture = usePicture();
  const legend = legendWords(picture, words, format);
  const { Legend: Own } = questionView(picture);
  const say = words.rooms.legend;
  const level = words.level[picture.view.level];
  return (
    <section className="legend" aria-label={words.legend.heading}>
      <h2>{legend.heading}</h2>
      {Own ? (
        <Bounded>
          <Own layer={picture.layer} />
        </Bounded>
      ) : (
        <ul>
          {legend.classes
            .map(({ label, color, count }, k) => (
              <LegendLine
                // biome-ignore lint/suspicious/noArrayIndexKey: the class number is the identity of a class
                key={k}
                name={say.entry(label, count, level)}
                test={(i) => picture.shading.classOf[i] === k}
              >
                <svg className="swatch" aria-hidden="true">
                  <rect width="100%" height="100%" fill={color} />
                </svg>
                <span>{label}</span>
                <span className="count">{count}</span>
              </LegendLine>
            ))
            .reverse()}
        </ul>
      )}
      <Bounded>{legend.hotspots ? <HotspotLegend legend={legend.hotspots} /> : <MissingMarks />}</Bounded>
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
          <LegendLine
            key={status}
            name={say.entry(label, count, level)}
            test={(i) => picture.shading.status[i] === status}
            empty={(picture.statusCounts[status] ?? 0) === 0}
          >
            <StatusSwatch status={status} />
            <span>{label}</span>
            <span className="count">{count}</span>
          </LegendLine>
        ))}
        {legend.partial ? (
          <LegendLine
            name={say.entry(legend.partial.label, legend.partial.count, level)}
            test={(i) => isPartlyReported(picture, i)}
          >
            <span className="mark" aria-hidden="true">
              ◐
            </span>
            <span>{legend.partial.label}</span>
            <span className="count">{legend.partial.count}</span>
          </LegendLine>
        ) : null}
      </ul>
      <Foot about={legend.about} source={legend.source} boundaries={legend.boundaries} />
    </section>
  );
}

const Foot = memo(function Foot({
  about,
  source,
  boundaries,
}: Pick<LegendWords, 'about' | 'source' | 'boundaries'>) {
  const { words } = usePage();
  const [sourced, setSourced] = useState(false);
  return (
    <footer data-open={sourced ? '' : undefined}>
      <div>
        {about}{' '}
        <Button className="link" aria-expanded={sourced} onPress={() => setSourced(!sourced)}>
          {words.brief.source}
        </Button>
      </div>
      <div>{source}</div>
      <div className="boundary-note">{boundaries}</div>
    </footer>
  );
});
