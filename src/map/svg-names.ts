import { type LabelPlan, labelPlan } from './map-label.ts';
import type { MapScene } from './scene.ts';
import type { FrameSize, SvgView } from './svg-camera.ts';
import { svgElement } from './svg-element.ts';
import { type LabelCandidate, lineStep, type PlacedLabel, placeLabels } from './svg-label.ts';
import type { SvgProjection } from './svg-projection.ts';

const FONT = '"Source Sans 3 Variable", "Source Sans 3", "Segoe UI", system-ui, sans-serif';
const AREA_PX = 12.5;
const SELECTED_PX = 14;
const DISTRICT_PX = 11.5;
/** Both sides of the halo, of the size of the type. */
const HALO_OF_SIZE = 0.24;
const INK = '#1f1f1c';
const SOFT_INK = '#4d4c46';
const HALO = '#ffffff';

/** Names over the map, in CSS px of the screen. */
export interface SvgNames {
  readonly element: SVGGElement;
  /** Places the names of a scene anew for what is seen of it. */
  place(scene: MapScene, projection: SvgProjection, view: SvgView, frame: FrameSize): void;
}

type Kind = 'area' | 'district' | 'selected';
interface Named extends LabelCandidate {
  readonly kind: Kind;
}

function textElement(label: PlacedLabel & Named): SVGTextElement {
  const { x, y, size, lines, kind } = label;
  const text = svgElement('text', {
    'text-anchor': 'middle',
    'font-size': size,
    'stroke-width': HALO_OF_SIZE * size,
    'font-weight': kind === 'district' ? 500 : 600,
    fill: kind === 'district' ? SOFT_INK : INK,
  });
  if (kind === 'district') text.setAttribute('letter-spacing', '0.14em');
  const first = y - ((lines.length - 1) / 2) * lineStep(size) + size * 0.34;
  lines.forEach((line, k) => {
    const span = svgElement('tspan', { x, y: first + k * lineStep(size) });
    span.textContent = line;
    text.append(span);
  });
  return text;
}

function createRuler(): (text: string, size: number) => number {
  const context = document.createElement('canvas').getContext('2d');
  const widths = new Map<string, number>();
  return (text, size) => {
    const known = widths.get(text);
    if (known !== undefined) return known * size;
    if (context !== null) context.font = `600 100px ${FONT}`;
    const width = context === null ? text.length * 0.55 : context.measureText(text).width / 100;
    widths.set(text, width);
    return width * size;
  };
}

export function createSvgNames(): SvgNames {
  const element = svgElement('g', {
    'font-family': FONT,
    stroke: HALO,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
    'pointer-events': 'none',
  });
  const widthOf = createRuler();
  let planned: Pick<MapScene, 'labels' | 'labelScale'> | null = null;
  let plan: LabelPlan | null = null;

  function planOf(scene: MapScene): LabelPlan {
    if (plan === null || planned?.labels !== scene.labels || planned.labelScale !== scene.labelScale)
      plan = labelPlan(scene);
    planned = scene;
    return plan;
  }

  function candidates(scene: MapScene, projection: SvgProjection, view: SvgView): Named[] {
    const { areas, outlines, areaZoom, outlineZoom } = planOf(scene);
    const zoom = Math.log2((projection.unitsAround * view.scale) / 512);
    const at = ([longitude = 0, latitude = 0]: readonly number[]) => {
      const [x, y] = projection.forward([longitude, latitude]);
      return { x: (x - view.x) * view.scale, y: (y - view.y) * view.scale };
    };
    const chosen = scene.selected.flatMap((i): Named[] => {
      const label = scene.labels[i];
      return label
        ? [{ text: label.text, ...at(label.point), size: SELECTED_PX * scene.labelScale, kind: 'selected' }]
        : [];
    });
    const selected = new Set<number>(scene.selected);
    const shown = zoom >= areaZoom ? areas : outlines;
    const own = shown === areas;
    const isBare = !own && zoom < outlineZoom;
    const others = isBare ? [] : [...shown.features].sort((a, b) => a.properties.order - b.properties.order);
    return [
      ...chosen,
      ...others.flatMap(({ properties: { index, text }, geometry }): Named[] => {
        if (own && selected.has(index)) return [];
        const place = at(geometry.coordinates);
        return own
          ? [{ text, ...place, size: AREA_PX * scene.labelScale, kind: 'area' }]
          : [{ text: text.toUpperCase(), ...place, size: DISTRICT_PX * scene.labelScale, kind: 'district' }];
      }),
    ];
  }

  return {
    element,
    place(scene, projection, view, frame) {
      const named = candidates(scene, projection, view);
      const placed = placeLabels(named, frame, widthOf) as readonly (PlacedLabel & Named)[];
      element.replaceChildren(...placed.map(textElement));
    },
  };
}
