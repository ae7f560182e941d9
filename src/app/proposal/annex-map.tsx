import { useMemo } from 'react';
import { PaperMap } from '#app/kit/paper-map.tsx';
import { annexScene } from '#export/annex-scene.ts';
import { standingRanges } from '#words/decision-words.ts';
import type { ScenarioProps } from './scenario-props.ts';

/** CSS px at 96 to the inch: a quarter of a landscape page. */
const FRAME = { width: 360, height: 230 };

/** What was decided, drawn as the printed map is; each area of the table bears the number of its row. */
export function AnnexMap({
  picture,
  words,
  scenario,
  rows,
}: ScenarioProps & { readonly rows: readonly number[] }) {
  const scene = useMemo(() => annexScene(picture, scenario, rows), [picture, scenario, rows]);
  const ranges = standingRanges(words);
  return (
    <figure className="annex-map">
      <PaperMap scene={scene} frame={FRAME} label={words.decision.annex.map(scenario.title)} />
      <figcaption>
        {scene.colors.map((color, k) => (
          <span key={color}>
            <svg width="10" height="10" aria-hidden="true">
              <rect width="10" height="10" fill={color} stroke="#b4b1a6" />
            </svg>{' '}
            {ranges[k]}
          </span>
        ))}
        {scene.hatched === null ? null : <span>{words.decision.layer.disputed}</span>}
      </figcaption>
    </figure>
  );
}
