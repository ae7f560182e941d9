import { DISC, MUTED_INK } from './label-disc.ts';
import { type LabelCollection, type LabelPlan, labelPlan } from './map-label.ts';
import type { MapScene } from './scene.ts';
import type { FrameSize, Rectangle, SvgView } from './svg-camera.ts';
import { svgElement } from './svg-element.ts';
import {
  type LabelCandidate,
  lineStep,
  type PlacedDisc,
  type PlacedLabel,
  placeLabels,
} from './svg-label.ts';
import type { SvgProjection } from './svg-projection.ts';

export const FONT = '"Source Sans 3 Variable", "Source Sans 3", "Segoe UI", system-ui, sans-serif';
const AREA_PX = 12.5;
const SELECTED_PX = 14;
const DISTRICT_PX = 11.5;
/** Both sides of the halo, of the size of the type. */
const HALO_OF_SIZE = 0.24;
const INK = '#1f1f1c';
const SOFT_INK = '#4d4c46';
const HALO = '#ffffff';

/** One line of a name over the map, in CSS px from its top left corner. */
export interface PrintedName {
  readonly text: string;
  /** Middle of the line, and its baseline. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: number;
  readonly color: string;
  /** Between letters, in parts of the size. */
  readonly spacing: number;
}

/** Names over the map, in CSS px of the screen. */
export interface SvgNames {
  readonly element: SVGGElement;
  /** Places the names of a scene anew for what is seen of it; none where something else lies over it. */
  place(
    scene: MapScene,
    projection: SvgProjection,
    view: SvgView,
    frame: FrameSize,
    covered?: readonly Rectangle[],
  ): readonly PlacedLabel<Named>[];
}

type Kind = 'area' | 'told' | 'muted' | 'district' | 'selected';
interface Named extends LabelCandidate {
  readonly kind: Kind;
}

const INK_OF: Readonly<Record<Kind, string>> = {
  area: INK,
  told: INK,
  muted: MUTED_INK,
  district: SOFT_INK,
  selected: INK,
};

function discElement(placed: PlacedDisc): SVGGElement {
  const { text, textX, sign, x, y, halfWidth, radius, size, fill, ink } = placed;
  const disc = svgElement('rect', {
    x: x - halfWidth,
    y: y - radius,
    width: 2 * halfWidth,
    height: 2 * radius,
    rx: radius,
    fill,
    stroke: DISC.edge,
    'stroke-width': radius / 6,
  });
  const number = svgElement('text', {
    x: textX,
    y: y + size * 0.35,
    'text-anchor': 'middle',
    'font-size': size,
    'font-weight': 650,
    fill: ink,
    stroke: 'none',
  });
  number.textContent = text;
  const parts = [
    ...(text === '' ? [] : [number]),
    ...(sign === null ? [] : [svgElement('path', { d: sign, class: 'map-sign', fill: ink, stroke: 'none' })]),
  ];
  return svgElement('g', text === '' ? {} : { class: 'map-disc' }, disc, ...parts);
}

/** The lines of a placed name as they are written. */
export function printedNames({
  candidate: { kind },
  size,
  lines,
  box,
}: PlacedLabel<Named>): readonly PrintedName[] {
  const first = box.y + box.height / 2 - ((lines.length - 1) / 2) * lineStep(size) + size * 0.34;
  return lines.map((text, k) => ({
    text,
    x: box.x + box.width / 2,
    y: first + k * lineStep(size),
    size,
    weight: kind === 'district' ? 500 : 600,
    color: INK_OF[kind],
    spacing: kind === 'district' ? 0.14 : 0,
  }));
}

function textElement(label: PlacedLabel<Named>): SVGTextElement {
  const { size } = label;
  const lines = printedNames(label);
  const [{ weight, color, spacing } = { weight: 600, color: INK, spacing: 0 }] = lines;
  const text = svgElement('text', {
    'text-anchor': 'middle',
    'font-size': size,
    'stroke-width': HALO_OF_SIZE * size,
    'font-weight': weight,
    fill: color,
  });
  if (spacing > 0) text.setAttribute('letter-spacing', `${spacing}em`);
  for (const { text: line, x, y } of lines) {
    const span = svgElement('tspan', { x, y });
    span.textContent = line;
    text.append(span);
  }
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

/** Of areas with a disc: told, or reported in part. */
function hasDisc({ properties }: LabelCollection['features'][number]): boolean {
  return properties.number !== undefined || properties.partial;
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
      return label && label.number == null
        ? [
            {
              text: label.text,
              ...at(label.point),
              size: SELECTED_PX * scene.labelScale,
              kind: 'selected',
              number: null,
              partial: label.partial ?? false,
            },
          ]
        : [];
    });
    const selected = new Set<number>(scene.selected);
    const own = zoom >= areaZoom;
    const shown = own ? areas.features : [...areas.features.filter(hasDisc), ...outlines.features];
    const isBare = !own && zoom < outlineZoom;
    const sorted = [...shown].sort((a, b) => a.properties.order - b.properties.order);
    return [
      ...chosen,
      ...sorted.flatMap((feature): Named[] => {
        const { index, text, number, muted, partial } = feature.properties;
        const place = at(feature.geometry.coordinates);
        const size = AREA_PX * scene.labelScale;
        if (number !== undefined) return [{ text, ...place, size, kind: 'told', number, partial }];
        if ((own || partial) && selected.has(index)) return [];
        if (own) return [{ text, ...place, size, kind: muted ? 'muted' : 'area', number: null, partial }];
        if (partial) return [{ text: '', ...place, size, kind: 'area', number: null, partial }];
        if (isBare) return [];
        const capitals = { text: text.toUpperCase(), size: DISTRICT_PX * scene.labelScale };
        return [{ ...capitals, ...place, kind: 'district', number: null }];
      }),
    ];
  }

  return {
    element,
    place(scene, projection, view, frame, covered = []) {
      const placed = placeLabels(candidates(scene, projection, view), frame, widthOf, covered);
      element.replaceChildren(
        ...placed.flatMap((label) => [
          ...(label.disc ? [discElement(label.disc)] : []),
          ...(label.lines.length > 0 ? [textElement(label)] : []),
        ]),
      );
      return placed;
    },
  };
}
