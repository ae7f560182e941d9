import { useLayoutEffect, useRef } from 'react';
import type { Bounds } from '#map/extent.ts';
import { printMap } from '#map/map-print.ts';
import type { MapScene } from '#map/scene.ts';

const SVG = 'http://www.w3.org/2000/svg';

interface PaperMapProps {
  readonly scene: MapScene;
  /** null: all of it. */
  readonly bounds?: Bounds | null;
  /** CSS px at 96 to the inch. */
  readonly frame: { readonly width: number; readonly height: number };
  readonly label: string;
}

/** A small map drawn as the printed one is, its names within the drawing. */
export function PaperMap({ scene, bounds = null, frame, label }: PaperMapProps) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const map = printMap(scene, bounds, frame);
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
  }, [scene, bounds, frame]);
  return <div ref={host} role="img" aria-label={label} />;
}
