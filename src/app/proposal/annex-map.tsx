import { useLayoutEffect, useMemo, useRef } from 'react';
import { annexScene } from '#export/annex-scene.ts';
import { printMap } from '#map/map-print.ts';
import { standingRanges } from '#words/decision-words.ts';
import type { ScenarioProps } from './scenario-props.ts';

/** CSS px at 96 to the inch: a quarter of a landscape page. */
const FRAME = { width: 360, height: 230 };
const SVG = 'http://www.w3.org/2000/svg';

/** What was decided, drawn as the printed map is; each area of the table bears the number of its row. */
export function AnnexMap({
  picture,
  words,
  scenario,
  rows,
}: ScenarioProps & { readonly rows: readonly number[] }) {
  const host = useRef<HTMLDivElement>(null);
  const scene = useMemo(() => annexScene(picture, scenario, rows), [picture, scenario, rows]);
  useLayoutEffect(() => {
    const map = printMap(scene, null, FRAME);
    if (!host.current || map === null) return;
    const names = map.names
      .filter(({ text }) => text !== '')
      .map((name) => {
        const text = document.createElementNS(SVG, 'text');
        text.textContent = name.text;
        for (const [key, value] of Object.entries({
          x: name.x,
          y: name.y,
          'font-size': name.size,
          'font-weight': name.weight,
          'text-anchor': 'middle',
          stroke: '#ffffff',
          'stroke-width': 3,
          'stroke-linejoin': 'round',
          'paint-order': 'stroke',
          fill: name.color,
        }))
          text.setAttribute(key, String(value));
        return text;
      });
    map.areas.append(...names);
    host.current.replaceChildren(map.areas);
  }, [scene]);
  const ranges = standingRanges(words);
  return (
    <figure className="annex-map">
      <div ref={host} role="img" aria-label={words.decision.annex.map(scenario.title)} />
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
