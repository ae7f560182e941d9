import { HatchSwatch, LegendLine } from '#app/kit/legend-line.tsx';
import { usePage, usePicture } from '#app/page.ts';
import type { RegionLayer } from '#picture/region-layer.ts';
import { REGION_ORDER, regionAreas, regionClassWords, regionKey } from '#words/region-words.ts';
import '#app/question/regions.css';

/** What the letters stand for and where each problem begins; then the eight combinations, each line selects its areas. */
export function RegionLegend(props: { readonly layer: RegionLayer }) {
  const { words, format } = usePage();
  const picture = usePicture();
  const { layer } = props;
  const say = words.regions;
  const { classOf, unsure, unsureOf } = layer.classes;
  const lines = regionClassWords(picture, layer, words, format).map((line, k) => ({
    ...line,
    region: REGION_ORDER[k] ?? 0,
  }));
  const unsureCount = format.count(unsure);
  return (
    <>
      <dl className="region-key">
        {regionKey(layer, words, format).map(({ mark, bound, origin }) => (
          <div key={mark} title={origin}>
            <dt>{mark}</dt>
            <dd>{bound}</dd>
          </div>
        ))}
      </dl>
      <ul className="region-lines">
        {lines.reverse().map(({ region, label, color, count }) => (
          <LegendLine
            key={region}
            name={regionAreas(picture, layer, region, words, format)}
            test={(i) => classOf[i] === region}
          >
            <svg className="swatch" aria-hidden="true">
              <rect width="100%" height="100%" fill={color} />
            </svg>
            <span>{label}</span>
            <span className="count">{count}</span>
          </LegendLine>
        ))}
      </ul>
      <ul className="verdicts">
        <LegendLine
          name={say.unsureAreas(unsureCount, words.level[picture.view.level])}
          test={(i) => (unsureOf[i] ?? 0) > 0}
        >
          <HatchSwatch />
          <span>{say.unsure}</span>
          <span className="count">{unsureCount}</span>
        </LegendLine>
      </ul>
    </>
  );
}
