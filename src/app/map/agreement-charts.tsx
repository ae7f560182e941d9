import { useId } from 'react';
import type { PanelProps } from '#app/panel-props.ts';
import { AgreementVerdict } from '#core/agreement.ts';
import type { AgreementLayer } from '#picture/agreement-layer.ts';
import { ratioText } from '#words/agreement-words.ts';
import { RankSlope } from './rank-slope.tsx';
import '#app/kit/charts.css';
import '#app/kit/sources.css';

/** How far two sources agree, in words, and how they order the areas. */
export function AgreementCharts(props: PanelProps & { readonly layer: AgreementLayer }) {
  const heading = useId();
  const { words, format, layer } = props;
  const say = words.sources;
  return (
    <>
      <section className="chart" aria-labelledby={heading}>
        <h2 id={heading}>{say.chart.agreement}</h2>
        <ul className="agreement-summary">
          {summaryLines(props).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="note">{say.convention(format.count(layer.choice.agreesWithin))}</p>
      </section>
      <RankSlope {...props} />
    </>
  );
}

function summaryLines({
  picture,
  words,
  format,
  layer,
}: PanelProps & { readonly layer: AgreementLayer }): readonly string[] {
  const say = words.sources.chart;
  const { areas, verdicts, mean, low, high, rho, far } = layer.summary;
  if (areas === 0) return [say.none];
  const count = (verdict: keyof typeof AgreementVerdict) => format.count(verdicts[AgreementVerdict[verdict]]);
  const level = words.level[picture.view.level];
  const { atlas, indicator } = picture;
  const proxies = [atlas.manifest, layer.source.dataset.manifest].map((one) => one.extremePovertyDecile);
  return [
    say.verdicts(count('agrees'), count('higher'), count('lower'), format.count(areas), level),
    Number.isNaN(low)
      ? say.mean(format.points(mean))
      : say.limits(format.points(mean), format.points(low), format.points(high)),
    ...(Number.isNaN(rho) ? [] : [say.rho(ratioText(rho, words), format.count(areas))]),
    far > 0 ? say.far(format.count(far)) : say.noFar,
    ...(indicator.id.includes('poverty') && proxies[0] !== proxies[1]
      ? [say.proxies(String(proxies[0]), String(proxies[1]))]
      : []),
  ];
}
